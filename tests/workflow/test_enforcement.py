"""The law of the room: "may I?" and enforcement never disagree, whatever the facts; and no way leads around a guard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from plein.errors import ActRefused, MoveRefused, NotAllowed
from plein.workflow import (
    ACTS,
    BUILT_IN,
    GUARDS,
    PLEIN66,
    ROLES,
    Definition,
    Facts,
    Verdict,
    can,
    may_act,
    may_move,
    move,
    moves_from,
    require,
)
from plein.workflow.guards import promise_kept

moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))
counts = st.integers(0, 3)
circumstances: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries({
    "now": moments,
    "closes": st.none() | moments,
    "contributions": counts,
    "inventory_held": st.booleans(),
    "accepted_drafters": counts,
    "drafts": counts,
    "reviews_held": counts,
    "undecided": counts,
    "unreasoned": counts,
    "unpublished": counts,
    "unmerged": counts,
    "because": st.sampled_from([None, "", "Because."]),
    "closes_given": st.booleans(),
})  # fmt: skip
AMISS: dict[str, Any] = {
    "because": None,
    "contributions": 0,
    "inventory_held": False,
    "accepted_drafters": 0,
    "drafts": 0,
    "undecided": 1,
    "unreasoned": 1,
    "unpublished": 1,
    "unmerged": 1,
}
somebody = st.frozensets(st.sampled_from(ROLES))
definitions = st.sampled_from(list(BUILT_IN.values()))


def outcome(do: Callable[[], object]) -> Verdict:
    """What came of trying, in the form of an answer."""
    try:
        do()
    except (ActRefused, MoveRefused) as refusal:
        return Verdict("guard", refusal.reasons)
    except NotAllowed as refusal:
        return Verdict("role", (str(refusal),))
    return Verdict("yes")


def told(verdict: Verdict) -> Verdict:
    """What trying comes to, if it is as was answered: nobody's phase is refused like a guard, and who may not hears it as a sentence."""
    if verdict.kind == "role":
        return Verdict("role", tuple(f"{reason[0].upper()}{reason[1:]}." for reason in verdict.reasons))
    return Verdict("guard", verdict.reasons) if verdict.kind == "phase" else verdict


@given(definitions, circumstances, somebody)
def test_asking_and_doing_agree_on_every_act(definition: Definition, now: dict[str, Any], roles: frozenset[str]) -> None:
    """A button that is not grey works; one that is grey gives the very reasons the engine would."""
    for phase in definition.phases:
        facts = Facts(phase=phase.name, **now)
        possible = can(definition, facts, roles)
        for act in ACTS:
            verdict = may_act(definition, facts, roles, act)
            assert outcome(partial(require, definition, facts, roles, act)) == told(verdict)
            assert bool(verdict) == (act in possible) == (not verdict.reasons)


@given(definitions, circumstances, somebody)
def test_asking_and_moving_agree_on_every_move(definition: Definition, now: dict[str, Any], roles: frozenset[str]) -> None:
    """What `transitions` does is what was answered beforehand, from every phase to every phase."""
    for phase in definition.phases:
        facts = Facts(phase=phase.name, **now)
        onward = dict(moves_from(definition, facts, roles))
        for target in [*(other.name for other in definition.phases), "nowhere"]:
            verdict = may_move(definition, facts, roles, target)
            assert outcome(partial(move, definition, facts, roles, target)) == told(verdict)
            assert verdict == onward.get(target, verdict)
            assert (verdict.kind == "phase") == (target not in onward)


@given(circumstances, somebody)
def test_a_refusal_holds_the_reason_of_every_guard_that_refuses(now: dict[str, Any], roles: frozenset[str]) -> None:
    """All at once and in table order, for acts and for moves alike."""
    for phase in PLEIN66.phases:
        facts = Facts(phase=phase.name, **now)
        for act, rule in phase.acts.items():
            if (verdict := may_act(PLEIN66, facts, roles, act)).kind != "role":
                assert list(verdict.reasons) == [reason for guard in rule.guards if (reason := GUARDS[guard](facts))]
        for arrow in PLEIN66.moves_out(phase.name):
            if (verdict := may_move(PLEIN66, facts, roles, arrow.target)).kind != "role":
                promised = () if "has_reason" in arrow.guards else (promise_kept,)  # a reason that is asked for anyway serves for both
                asked = [*(GUARDS[guard] for guard in arrow.guards), *promised]
                assert list(verdict.reasons) == [reason for ask in asked if (reason := ask(facts))]


@given(st.lists(st.tuples(st.integers(0, 9), st.frozensets(st.sampled_from(sorted(AMISS)), max_size=2)), min_size=10, max_size=40))
def test_no_sequence_of_moves_comes_to_final_with_anything_left_open(
    facts: Callable[..., Facts], steps: list[tuple[int, frozenset[str]]]
) -> None:
    """However hosts push and pull: whoever took the trouble to write has an answer, with a reason, in public, and in the text."""
    way = [PLEIN66.start]
    for choice, amiss in steps:
        here = way[-1]
        if here in PLEIN66.ends:
            break
        onward = [
            arrow.target for arrow in PLEIN66.moves_out(here) if arrow.target != "stopped" or choice == 9
        ]  # else most walks end there
        target = onward[choice % len(onward)]
        now = facts(here, reviews_held=way.count("review"), **{name: AMISS[name] for name in amiss})
        arrived = outcome(lambda: way.append(move(PLEIN66, now, frozenset({"host"}), target)))  # noqa: B023
        if not arrived:
            assert way[-1] == here
            assert arrived.reasons
            continue
        assert way[-1] == target
        if target == "final":
            assert "review" in way
            assert amiss.isdisjoint({"undecided", "unreasoned", "unpublished", "unmerged"})
        if (here, target) == ("invitation", "drafting"):
            assert "inventory" in way
            assert amiss.isdisjoint({"inventory_held", "accepted_drafters"})
        if target == "review":
            assert "drafting" in way
            assert "drafts" not in amiss
        if target == "stopped":
            assert "because" not in amiss
    event(f"the walk came to {way[-1]}")


def test_a_refused_act_says_what_and_why() -> None:
    """The sentence goes to people as it is."""
    facts = Facts(phase="review", now=datetime(2026, 11, 28, tzinfo=UTC), closes=datetime(2026, 11, 27, 22, 59, 59, tzinfo=UTC))

    with pytest.raises(ActRefused) as refusal:
        require(PLEIN66, facts, frozenset({"public"}), "suggest")

    assert str(refusal.value) == ("Cannot suggest now: the deadline has passed: it was Friday 27 November 2026, 23:59 (Europe/Amsterdam).")
