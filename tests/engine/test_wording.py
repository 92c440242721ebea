"""Words to avoid: the organisation's and a cycle's own, and where they stand in what goes out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from plein import Organisation, Plein
from plein.errors import NotAllowed, NotFound, Refused, Unusable
from plein.organisation import Avoid
from tests.cycles import TEXT, Housing


@pytest.fixture
def careful(where: str) -> Iterator[Housing]:
    """A cycle of an organisation that does not say "stakeholder"."""
    organisation = Organisation(avoid=(Avoid("stakeholder*", "people involved", "Nobody calls himself that."),))
    with Plein(where, organisation=organisation) as plein:
        yield Housing(plein)


def test_they_are_found_in_everything_the_cycle_says(careful: Housing) -> None:
    """Question, asks, topics, the text, reasons, promises: each with its place."""
    careful.anna.cycles.new("second", title="For stakeholders", question="What do stakeholders want?", language="en")
    careful.anna.cycle("second").promise("Every stakeholder is heard.")

    found = careful.anna.cycle("second").words.check()

    assert [(one.where, one.word, one.better) for one in found] == [
        ("the title", "stakeholders", "people involved"),
        ("the question", "stakeholders", "people involved"),
        ("promise 1", "stakeholder", "people involved"),
    ]


def test_what_people_say_themselves_is_not_judged(careful: Housing) -> None:
    """The list is for the organisation's own mouth."""
    careful.inventory()
    careful.seat("joe").cycle("housing").inventory.add("As a stakeholder I say no.")

    assert careful.anna.cycle("housing").words.check() == ()


def test_a_draft_is_looked_at_for_those_who_may_read_it(careful: Housing) -> None:
    """For an outsider there is no draft, and so nothing in it."""
    careful.drafting(TEXT + "\nEvery stakeholder counts.\n")

    [found] = careful.bea.cycle("housing").words.check()
    assert (found.where, found.line, found.paragraph, found.context) == (
        "version 1",
        14,
        8,
        "trees in every street. Every stakeholder counts.",
    )
    assert careful.outsider.cycle("housing").words.check() == ()


def test_a_cycle_has_words_of_its_own(careful: Housing) -> None:
    """They come on top of the organisation's."""
    careful.anna.cycle("housing").words.avoid("change", better="mend", because="Nobody likes change.")
    careful.anna.cycle("housing").words.avoid("change", better="renew")

    assert [(one.word, one.better) for one in careful.outsider.cycle("housing").words.list()] == [
        ("stakeholder*", "people involved"),
        ("change", "renew"),
    ]
    assert [one.word for one in careful.anna.cycle("housing").words.check()] == ["change"]
    careful.anna.cycle("housing").words.avoid("change", undo=True)
    assert careful.anna.cycle("housing").words.check() == ()
    assert careful.outsider.verify().damage == ()


def test_only_hosts_set_them(careful: Housing) -> None:
    """And what cannot be done is said."""
    with pytest.raises(NotAllowed):
        careful.seat("piet").cycle("housing").words.avoid("change")
    with pytest.raises(Unusable):
        careful.anna.cycle("housing").words.avoid(" * ")
    with pytest.raises(NotFound, match="not on the list"):
        careful.anna.cycle("housing").words.avoid("sunshine", undo=True)
    with pytest.raises(Refused, match="whole organisation"):
        careful.anna.cycle("housing").words.avoid("stakeholder*", undo=True)
