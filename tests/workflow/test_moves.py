"""The arrows of plein66: which there are, what each asks, and that a refused move says everything at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from plein.errors import MoveRefused, NotAllowed, NotFound
from plein.workflow import FOCUS_GROUP, PLEIN66, Definition, Facts, is_open, may_move, may_read_drafts, move, moves_from

HOST = frozenset({"host"})

# from, to, what must be in order
ARROWS: list[tuple[str, str, list[str]]] = [
    ("preparation", "inventory", []),
    ("preparation", "stopped", ["because"]),
    ("inventory", "invitation", ["contributions"]),
    ("inventory", "stopped", ["because"]),
    ("invitation", "drafting", ["inventory_held", "accepted_drafters"]),
    ("invitation", "inventory", []),
    ("invitation", "stopped", ["because"]),
    ("drafting", "review", ["drafts"]),
    ("drafting", "final", ["reviews_held", "undecided", "unreasoned", "unpublished", "unmerged"]),
    ("drafting", "stopped", ["because"]),
    ("review", "drafting", []),
    ("review", "final", ["reviews_held", "undecided", "unreasoned", "unpublished", "unmerged"]),
    ("review", "stopped", ["because"]),
]
AMISS: dict[str, Any] = {
    "because": None,
    "contributions": 0,
    "inventory_held": False,
    "accepted_drafters": 0,
    "drafts": 0,
    "reviews_held": 0,
    "undecided": 1,
    "unreasoned": 1,
    "unpublished": 1,
    "unmerged": 1,
}


@pytest.mark.parametrize(("source", "target", "needs"), ARROWS)
def test_a_move_is_made_when_all_is_in_order(facts: Callable[..., Facts], source: str, target: str, needs: list[str]) -> None:
    """The cycle can be run to its end."""
    others = {name: AMISS[name] for name in AMISS if name not in needs}

    assert move(PLEIN66, facts(source, **others, closes=None), HOST, target) == target


@pytest.mark.parametrize(("source", "target", "needs"), [arrow for arrow in ARROWS if arrow[2]])
def test_a_move_is_refused_for_each_thing_that_is_amiss(facts: Callable[..., Facts], source: str, target: str, needs: list[str]) -> None:
    """Each condition counts by itself; and what is fine is not complained about."""
    for need in needs:
        with pytest.raises(MoveRefused) as refusal:
            move(PLEIN66, facts(source, **{need: AMISS[need]}), HOST, target)
        assert len(refusal.value.reasons) == 1


@pytest.mark.parametrize("source", ["drafting", "review"])
def test_final_is_refused_with_every_reason_at_once(facts: Callable[..., Facts], source: str) -> None:
    """Whoever is told one reason a day needs a week to finish."""
    with pytest.raises(MoveRefused) as refusal:
        move(PLEIN66, facts(source, reviews_held=0, undecided=1, unreasoned=2, unpublished=3, unmerged=4), HOST, "final")

    assert refusal.value.reasons == (
        "no review was held yet",
        "1 suggestion still waits for a decision",
        "2 decisions still lack a reason",
        "3 decisions are not published yet",
        "4 adopted suggestions are not merged into the text yet",
    )


def test_drafting_is_refused_with_both_reasons(facts: Callable[..., Facts]) -> None:
    """First everyone is heard and somebody agrees to write; the text comes after."""
    verdict = may_move(PLEIN66, facts("invitation", inventory_held=False, accepted_drafters=0), HOST, "drafting")

    assert verdict.kind == "guard"
    assert len(verdict.reasons) == 2


def test_there_are_no_other_arrows(facts: Callable[..., Facts]) -> None:
    """No back door into the closed circle, and none out of it past the public."""
    arrows = {(source, target) for source, target, _ in ARROWS}
    assert {(arrow.source, arrow.target) for arrow in PLEIN66.moves} == arrows

    names = [phase.name for phase in PLEIN66.phases]
    for source, target in {(source, target) for source in names for target in names} - arrows:
        assert may_move(PLEIN66, facts(source), HOST, target).kind == "phase"
        with pytest.raises(MoveRefused):
            move(PLEIN66, facts(source), HOST, target)


@pytest.mark.parametrize(
    ("source", "target", "reason"),
    [
        ("inventory", "drafting", "no move leads from inventory to drafting; from here: invitation, stopped"),
        ("review", "review", "the cycle is in review already; from here: drafting, final, stopped"),
        ("final", "drafting", "final is an end, and no move leads out of it"),
        (
            "review",
            "reveiw",
            "there is no phase “reveiw”; the phases are: preparation, inventory, invitation, drafting, review, final, stopped",
        ),
    ],
)
def test_a_move_that_is_not_there_names_those_that_are(facts: Callable[..., Facts], source: str, target: str, reason: str) -> None:
    """The answer to a wrong guess is the list to choose from."""
    verdict = may_move(PLEIN66, facts(source), HOST, target)

    assert verdict.kind == "phase"
    assert verdict.reasons == (reason,)


@pytest.mark.parametrize("role", ["drafter", "adviser", "public"])
@pytest.mark.parametrize(("source", "target", "needs"), ARROWS)
def test_only_hosts_move_a_cycle(facts: Callable[..., Facts], source: str, target: str, needs: list[str], role: str) -> None:
    """A group that could open its own review, or end it, would be its own judge."""
    with pytest.raises(NotAllowed, match=f"^Only hosts may move the cycle from {source} to {target}\\.$"):
        move(PLEIN66, facts(source), frozenset({role}), target)


def test_the_home_screen_gets_every_way_on_with_its_reasons(facts: Callable[..., Facts]) -> None:
    """A page greys out its button with this, and says why."""
    ways = dict(moves_from(PLEIN66, facts("drafting", undecided=2, because=None, closes=None), HOST))

    assert list(ways) == ["review", "final", "stopped"]
    assert ways["review"]
    assert ways["final"].reasons == ("2 suggestions still wait for a decision",)
    assert ways["stopped"].reasons == ("a reason is missing; give it with because=",)


def test_a_phase_the_definition_has_not_is_not_found(facts: Callable[..., Facts]) -> None:
    """A damaged row is told as what it is, before any rule is asked."""
    with pytest.raises(NotFound, match="plein66 has no phase nonsense; it has: preparation, "):
        move(PLEIN66, facts("nonsense"), HOST, "final")


def test_only_drafting_happens_inside() -> None:
    """Closed for constructiveness, not for secrecy: so as little as possible."""
    assert [phase.name for phase in PLEIN66.phases if not is_open(PLEIN66, phase.name)] == ["drafting"]
    assert [phase.name for phase in FOCUS_GROUP.phases if not is_open(FOCUS_GROUP, phase.name)] == ["conversation"]


@pytest.mark.parametrize(("role", "reads"), [("host", True), ("drafter", True), ("adviser", True), ("public", False)])
def test_drafts_are_read_by_the_circle_only(facts: Callable[..., Facts], role: str, reads: bool) -> None:
    """ "In een besloten kring": outside it a draft does not exist."""
    assert may_read_drafts(PLEIN66, facts("drafting"), frozenset({role})) is reads


@pytest.mark.parametrize(
    ("definition", "way"),
    [
        (PLEIN66, "inventory invitation drafting review drafting review drafting final"),
        (PLEIN66, "inventory invitation inventory invitation drafting review final"),
        (FOCUS_GROUP, "inventory invitation conversation final"),
        (FOCUS_GROUP, "inventory stopped"),
    ],
)
def test_a_cycle_runs_from_its_first_phase_to_its_end(facts: Callable[..., Facts], definition: Definition, way: str) -> None:
    """The whole way, each step through the machine, rounds and reopening included."""
    phase = definition.start
    for target in way.split():
        phase = move(definition, facts(phase), HOST, target)

    assert phase in definition.ends
