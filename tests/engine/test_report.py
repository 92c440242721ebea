"""A cycle without a document ends in a report: the circle's own, or one composed from what was said in the open."""

from __future__ import annotations

import pytest

from plein import Plein
from plein.errors import ActRefused, BrokenText, NotAllowed, NotFound, NothingChanged, Unusable
from tests.cycles import Housing
from tests.engine.scenes import tamper


@pytest.fixture
def panel(plein: Plein) -> Housing:
    """A focus group in its closed conversation, with bea inside."""
    panel = Housing(plein, definition="focus-group")
    panel.anna.cycle("housing").move("inventory")
    for who, text in (("piet", "Nine years\nis long."), ("kees", "Nobody asks tenants."), ("noor", "<b>Too dear</b>")):
        panel.seat(who).cycle("housing").inventory.add(text, kind="experience")
    panel.seat("joe").cycle("housing").inventory.add("We do now.", reply_to=2)
    panel.seat("joe").cycle("housing").inventory.add("You fool.")
    for who in ("kees", "noor"):
        panel.seat(who).cycle("housing").inventory.support(1)
    panel.anna.cycle("housing").inventory.hide(5, "An insult.")
    panel.anna.cycle("housing").move("invitation")
    panel.bea.invitations.accept(panel.anna.cycle("housing").group.invite("bea", role="drafter", because="Listens.").token)
    panel.anna.cycle("housing").move("conversation")
    panel.bea.cycle("housing").inventory.add("Between us: it is the rent.")
    return panel


def test_what_the_circle_writes_is_closed_until_the_end(panel: Housing) -> None:
    """Then it is for everyone."""
    made = panel.bea.cycle("housing").report.save("# What we heard\n\nRent is the matter.\n")

    assert (made.number, made.author, made.composed, made.published) == (1, "bea", False, None)
    assert panel.anna.cycle("housing").report.show() == made
    for outsider in (panel.outsider, panel.seat("piet")):
        with pytest.raises(NotFound):
            outsider.cycle("housing").report.show()
    panel.anna.cycle("housing").move("final")
    assert panel.outsider.cycle("housing").report.show().text == made.text
    assert panel.outsider.cycle("housing").report.show().published is not None
    assert panel.outsider.verify().damage == ()


def test_the_newest_counts_and_the_same_twice_is_told(panel: Housing) -> None:
    """Saving again is no accident to be kept."""
    panel.bea.cycle("housing").report.save("One.\n")
    with pytest.raises(NothingChanged):
        panel.bea.cycle("housing").report.save("One.")
    panel.bea.cycle("housing").report.save("Two.\n")
    panel.anna.cycle("housing").move("final")

    assert panel.outsider.cycle("housing").report.show().text == "Two.\n"


def test_where_nobody_wrote_one_plein_composes_it(panel: Housing) -> None:
    """From the open part alone; what few said and others answered stands there beside what most supported."""
    panel.anna.cycle("housing").move("final")
    found = panel.outsider.cycle("housing").report.show()

    assert (found.author, found.composed) == (None, True)
    assert "> Nine years\n> is long.\n>\n> — piet, no. 1; supported by 2 people\n" in found.text
    assert "Nobody asks tenants." in found.text
    assert "4 contributions, from 4 people." in found.text
    for closed in ("Between us", "You fool", "An insult"):
        assert closed not in found.text
    assert panel.outsider.verify().damage == ()


def test_a_report_to_begin_from_is_composed_at_any_time(panel: Housing) -> None:
    """And says the same to everyone."""
    assert panel.outsider.cycle("housing").report.show(draft=True).text == panel.anna.cycle("housing").report.show(draft=True).text


def test_a_dutch_report_is_dutch(plein: Plein) -> None:
    """The report speaks the language of the cycle."""
    anna = plein.acting_as("anna")
    anna.cycles.new("panel", title="Panel", question="Hoe gaat het?", definition="focus-group", language="nl")
    anna.cycle("panel").move("inventory")
    plein.acting_as("piet").cycle("panel").inventory.add("Goed.", kind="experience")

    assert "1 bijdrage, van 1 persoon." in anna.cycle("panel").report.show(draft=True).text


def test_only_the_group_writes_it_and_only_while_it_talks(panel: Housing) -> None:
    """A report by somebody else would be no report of this group."""
    with pytest.raises(NotAllowed):
        panel.seat("piet").cycle("housing").report.save("Mine.")
    for empty in ("", " \n\n"):
        with pytest.raises(Unusable):
            panel.bea.cycle("housing").report.save(empty)
    with pytest.raises(BrokenText):
        panel.bea.cycle("housing").report.save("a\x00b")
    panel.anna.cycle("housing").move("final")
    with pytest.raises(ActRefused):
        panel.bea.cycle("housing").report.save("Too late.")


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE plein_report SET text = 'Ha.'", "report 1 is damaged"),
        ("UPDATE plein_report SET published = NULL", "report 1 is damaged"),
        ("UPDATE plein_report SET composed = true", "report 1 is damaged"),
        ("DELETE FROM plein_report", "report 1 is missing"),
    ],
)
def test_the_report_cannot_be_changed_in_silence(panel: Housing, statement: str, told: str) -> None:
    """It is what the group answers for."""
    panel.bea.cycle("housing").report.save("One.\n")
    panel.anna.cycle("housing").move("final")
    tamper(panel.plein, statement)

    assert any(told in line for line in panel.outsider.verify().damage)
