"""A running cycle is changed in the open: its name, its question, and the rules it runs by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plein.errors import BadDefinition, NotAllowed, NotFound, NothingChanged, Refused, StaleWrite, Unusable
from plein.workflow import PLEIN66
from tests.cycles import Housing
from tests.engine.conftest import Stage
from tests.engine.scenes import last_body, rows
from tests.engine.test_definition_kept import with_a_vote

C = "housing"
SILENT = replace(PLEIN66, phases=tuple(replace(phase, on_enter=()) if phase.name == "review" else phase for phase in PLEIN66.phases))
"""A review that puts nothing before anybody."""


def test_a_cycle_gets_another_name_and_question(at: Stage) -> None:
    """What it said before stands in the record; what it says now stands everywhere."""
    scene = at("review")
    changed = scene.anna.cycle(C).change(
        title="Living here", question="What should change about living here?", because="It is more than homes."
    )

    assert scene.outsider.cycle(C).show() == changed
    assert (changed.title, changed.question) == ("Living here", "What should change about living here?")
    body = last_body(scene.plein)
    assert (body["act"], body["because"], body["closed"]) == ("change-cycle", "It is more than homes.", False)
    assert scene.outsider.verify().damage == ()


def test_a_running_cycle_goes_on_by_corrected_rules(at: Stage) -> None:
    """The members' vote that somebody forgot comes after the review after all."""
    scene = at("review")
    assert scene.anna.cycle(C).may_move("members-vote").reasons[0].startswith("there is no phase")

    scene.anna.cycle(C).change(definition=with_a_vote(), because="The members want a vote.")

    assert scene.outsider.cycle(C).definition() == with_a_vote()
    assert scene.outsider.cycle(C).show().definition == "with-a-vote"
    scene.anna.cycle(C).move("drafting")
    scene.bea.cycle(C).decisions.settle_clean(because="Yes.")
    scene.bea.cycle(C).decisions.set([one.id for one in scene.bea.cycle(C).suggestions.list(undecided=True)], "noted", because="Read.")
    scene.bea.cycle(C).draft.merge()
    scene.bea.cycle(C).decisions.publish()
    assert scene.anna.cycle(C).move("members-vote").phase == "members-vote"
    assert scene.outsider.verify().damage == ()


@pytest.mark.parametrize(
    ("who", "given", "error", "said"),
    [
        ("bea", {"title": "Ours", "because": "x"}, NotAllowed, "Only hosts may change"),
        ("zoe", {"title": "Ours", "because": "x"}, NotAllowed, "Only hosts may change"),
        ("anna", {"title": "Ours", "because": " "}, Unusable, "reason"),
        ("anna", {"title": " ", "because": "x"}, Unusable, "neither can be empty"),
        ("anna", {"title": "Housing", "because": "x"}, NothingChanged, "is already"),
        ("anna", {"definition": PLEIN66, "because": "x"}, NothingChanged, "is already"),
        ("anna", {"title": "Ours", "because": "x", "revision": 1}, StaleWrite, "housing"),
        ("anna", {"definition": SILENT, "because": "x"}, BadDefinition, "people suggest in it"),
    ],
)
def test_what_cannot_be_changed_changes_nothing(at: Stage, who: str, given: dict, error: type[Exception], said: str) -> None:  # type: ignore[type-arg]
    scene = at("review")
    before = rows(scene.plein)

    with pytest.raises(error, match=said):
        scene.seat(who).cycle(C).change(**given)

    assert rows(scene.plein) == before


def test_rules_for_a_running_cycle_keep_the_phases_it_went_through(at: Stage) -> None:
    """Else nobody could tell its story."""
    scene = at("review")
    phases = tuple(replace(phase, name="market") if phase.name == "inventory" else phase for phase in PLEIN66.phases)
    moves = tuple(
        replace(move, **{end: "market" for end in ("source", "target") if getattr(move, end) == "inventory"}) for move in PLEIN66.moves
    )
    with pytest.raises(Unusable, match="was in phases that plein66 does not have: inventory"):
        scene.anna.cycle(C).change(definition=replace(PLEIN66, phases=phases, moves=moves), because="x")


def test_trying_it_out_changes_nothing(at: Stage) -> None:
    scene = at("review")
    before = rows(scene.plein)
    assert scene.anna.cycle(C).change(title="Ours", because="x", dry_run=True).title == "Ours"
    assert rows(scene.plein) == before


def test_what_is_over_stays_as_it_was(plein) -> None:  # type: ignore[no-untyped-def]
    housing = Housing(plein).review()
    housing.anna.cycle(C).move("stopped", because="No money.")
    with pytest.raises(Refused, match="is over"):
        housing.anna.cycle(C).change(definition=with_a_vote(), because="x")
    with pytest.raises(NotFound):
        housing.anna.cycle("nowhere").change(title="x", because="x")
