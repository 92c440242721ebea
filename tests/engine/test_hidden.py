"""What a host hid: nothing is built on it, by anybody, and the words of a nudge are hidden as those of a contribution are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from plein import Seat
from plein.errors import ActRefused, NotAllowed, NotFound, Refused, Unusable
from tests.cycles import TEXT
from tests.engine.conftest import Stage
from tests.engine.scenes import rows, tamper
from tests.phases import PEOPLE, C, seat_of
from tests.taken import Opened, taking

HIDDEN = 4
REASON = "It names a neighbour."
EDITED = TEXT.replace("is public", "is for all").replace("every street", "each street")

# how something is added to a contribution: definition and phase, by whom, the call
WAYS: Mapping[str, tuple[str, str, str, Callable[[Seat, int], Any]]] = {
    "support": ("plein66", "inventory", "host drafter adviser public", lambda s, n: s.cycle(C).inventory.support(n)),
    "an answer": ("plein66", "inventory", "host drafter adviser public", lambda s, n: s.cycle(C).inventory.add("So?", reply_to=n)),
    "a nudge": ("plein66", "inventory", "host drafter adviser public", lambda s, n: s.cycle(C).inventory.nudge(n, "Be kind.")),
    "a link": ("plein66", "inventory", "host drafter adviser public", lambda s, n: s.cycle(C).inventory.link(n, 2)),
    "a link to it": ("plein66", "inventory", "host drafter adviser public", lambda s, n: s.cycle(C).inventory.link(2, n)),
    "support inside": ("focus-group", "conversation", "host drafter adviser", lambda s, n: s.cycle(C).inventory.support(n)),
    "an answer inside": ("focus-group", "conversation", "host drafter adviser", lambda s, n: s.cycle(C).inventory.add("So?", reply_to=n)),
    "a nudge inside": ("focus-group", "conversation", "host drafter adviser", lambda s, n: s.cycle(C).inventory.nudge(n, "Be kind.")),
    "an invitation": ("plein66", "invitation", "host", lambda s, n: s.cycle(C).group.invite("joe", role="adviser", because="Why.", for_=n)),
    "a draft": ("plein66", "drafting", "host drafter", lambda s, n: s.cycle(C).draft.save(TEXT.replace("homes", "huts"), for_=[2, n])),
    "a suggestion": (
        "plein66",
        "review",
        "host drafter adviser public",
        lambda s, n: s.cycle(C).suggestions.add(EDITED, base=3, for_=n),
    ),
    "a suggestion of one place": (
        "plein66",
        "review",
        "host drafter adviser public",
        lambda s, n: s.cycle(C).suggestions.add_quote("waiting list", "queue", for_=n),
    ),
}


@pytest.fixture
def taken(request: pytest.FixtureRequest) -> Iterator[Opened]:
    """``taken("plein66", "review")``: a session on the cycle in that phase; whatever is done in it is taken back."""
    yield from taking(request, still=False)


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_added_to_what_is_hidden_by_anybody(taken: Opened, way: str) -> None:
    """People would stand behind words that they cannot read; and a host who hid them would bring them back by citing."""
    definition, phase, roles, do = WAYS[way]
    here = taken(definition, phase)
    before = here.rows()
    for role in roles.split():
        with pytest.raises(Refused) as refusal:
            do(seat_of(here.plein, role), HIDDEN)
        said = str(refusal.value)
        assert f"Contribution {HIDDEN} is hidden ({REASON})" in said
        assert ("unhide it first: plein inventory unhide housing 4" in said) is (role == "host"), (role, said)
        assert "xqhidden" not in said
    assert here.rows() == before

    for role in roles.split():  # the same call is fine where nothing is hidden
        here.session.rollback()
        do(seat_of(here.plein, role), 2 if "link" not in way else 3)


def test_a_link_that_was_there_can_be_taken_back(at: Stage) -> None:
    """Taking back adds nothing."""
    scene = at("topics")
    scene.anna.cycle(C).inventory.hide(2, REASON)

    assert scene.seat("kim").cycle(C).inventory.link(1, 2, undo=True).links == ()


@pytest.mark.parametrize("role", PEOPLE)
def test_the_words_of_a_hidden_nudge_are_for_hosts(taken: Opened, role: str) -> None:
    """A call to order can itself be an insult. That there was one, whose, and why its words are gone stays for everybody."""
    here = taken("plein66", "inventory")
    here.plein.acting_as("anna").cycle(C).inventory.hide(1, "It calls piet names.", nudge="kim")

    (nudge,) = seat_of(here.plein, role).cycle(C).inventory.show(1).nudges

    assert (nudge.author, nudge.hidden) == ("kim", "It calls piet names.")
    assert nudge.because == ("Be kind." if role == "host" else None)
    assert seat_of(here.plein, role).cycle(C).topics.show().nudges == 1
    assert [line for line in seat_of(here.plein, role).cycle(C).verify().damage if "nudge" in line] == []


@pytest.mark.parametrize("role", [role for role in PEOPLE if role not in ("host", "nobody")])
def test_only_hosts_hide_a_nudge(taken: Opened, role: str) -> None:
    """Least of all who was called to order."""
    here = taken("plein66", "inventory")
    before = here.rows()
    with pytest.raises(NotAllowed):
        seat_of(here.plein, role).cycle(C).inventory.hide(1, "I do not like it.", nudge="kim")
    assert here.rows() == before


def test_a_nudge_is_hidden_once_and_only_where_there_is_one(at: Stage) -> None:
    """The refusal says where to look, and changes nothing."""
    scene = at("inventory")
    scene.seat("kim").cycle(C).inventory.nudge(1, "You fool.")
    anna = scene.anna.cycle(C).inventory
    with pytest.raises(NotFound, match="lea gave no nudge on contribution 1; see who did: plein inventory show housing 1"):
        anna.hide(1, "It is rude.", nudge="lea")
    anna.hide(1, "It is rude.", nudge="kim")
    entry = scene.outsider.cycle(C).log()[-1]
    assert (entry.act, entry.body and entry.body["because"]) == ("hide-nudge", "It is rude.")

    with pytest.raises(Refused, match="The nudge of kim on contribution 1 is hidden already: It is rude"):
        anna.hide(1, "Again.", nudge="kim")
    with pytest.raises(Refused, match="nudged contribution 1 already"):
        scene.seat("kim").cycle(C).inventory.nudge(1, "You fool!")
    assert anna.show(1).hidden is None
    assert len(scene.outsider.cycle(C).log()) == entry.number


def test_a_nudge_that_was_hidden_by_mistake_is_shown_again(at: Stage) -> None:
    """To everybody as before, with both reasons in the record; and it counts again."""
    scene = at("inventory")
    scene.seat("kim").cycle(C).inventory.nudge(1, "Be kind.")
    scene.seat("lea").cycle(C).inventory.nudge(2, "You fool.")
    was = scene.outsider.cycle(C).inventory.show(1)
    anna = scene.anna.cycle(C).inventory
    anna.hide(1, "It is rude.", nudge="kim")

    shown = anna.unhide(1, "It was another one.", nudge=" kim ")

    assert [(one.because, one.hidden) for one in shown.nudges] == [("Be kind.", None)]
    assert scene.outsider.cycle(C).inventory.show(1) == was
    entry = scene.outsider.cycle(C).log()[-1]
    assert (entry.act, entry.body and entry.body["because"]) == ("unhide-nudge", "It was another one.")
    before = rows(scene.plein)
    for refusal, why, do in (
        (Refused, "The nudge of kim on contribution 1 is not hidden", lambda: anna.unhide(1, "Again.", nudge="kim")),
        (NotFound, "lea gave no nudge on contribution 1", lambda: anna.unhide(1, "Again.", nudge="lea")),
        (NotFound, "no contribution 9", lambda: anna.unhide(9, "Again.", nudge="kim")),
        (Unusable, "Showing a nudge again needs a reason", lambda: anna.unhide(1, " ", nudge="kim")),
        (NotAllowed, "Only hosts", lambda: scene.seat("kim").cycle(C).inventory.unhide(1, "Mine.", nudge="kim")),
    ):
        with pytest.raises(refusal, match=why):
            do()
    assert rows(scene.plein) == before
    assert scene.outsider.verify().damage == ()
    tamper(scene.plein, "UPDATE plein_nudge SET hidden_because = 'It is rude.'")
    assert len(scene.outsider.verify().damage) == 2


def test_a_hidden_nudge_takes_nothing_off(at: Stage) -> None:
    """Whoever is insulted by many would not be asked into the circle."""
    scene = at("inventory")
    calm = {one.person: one.score for one in scene.anna.cycle(C).group.candidates()}
    scene.seat("lea").cycle(C).inventory.nudge(1, "You fool.")
    scene.anna.cycle(C).inventory.hide(1, "It is rude.", nudge="lea")

    assert {one.person: one.score for one in scene.anna.cycle(C).group.candidates()} == calm


def test_after_the_end_nothing_is_hidden_any_more(taken: Opened) -> None:
    """The table says so for contributions, and so for nudges."""
    here = taken("focus-group", "final")
    with pytest.raises(ActRefused):
        here.plein.acting_as("anna").cycle(C).inventory.hide(1, "It is rude.", nudge="kim")
