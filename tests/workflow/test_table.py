"""The table as people read it: whole, and through one person's eyes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plein.workflow import ACTS, BUILT_IN, FOCUS_GROUP, PLEIN66, Definition, Facts, can, may_rows, rules_table


@pytest.mark.parametrize("definition", BUILT_IN.values(), ids=BUILT_IN)
def test_the_table_has_one_row_for_each_act_of_each_phase(definition: Definition) -> None:
    """What is printed is what rules."""
    rows = rules_table(definition)

    assert [(row.phase, row.act.name) for row in rows] == [(phase.name, act) for phase in definition.phases for act in phase.acts]
    for row in rows:
        phase = definition.phase(row.phase)
        assert row.space == phase.space
        assert set(row.roles) == phase.acts[row.act.name].roles
        assert row.guards == phase.acts[row.act.name].guards


@pytest.mark.parametrize("role", ["host", "drafter", "adviser", "public"])
def test_what_somebody_may_do_and_why_not(facts: Callable[..., Facts], role: str) -> None:
    """`cycle rules --as piet` answers for every act: yes, or the reason."""
    rows = may_rows(PLEIN66, facts("review"), frozenset({role}))

    assert [row.act.name for row in rows] == [name for name in ACTS if PLEIN66.phases_with(name)]
    assert tuple(row.act.name for row in rows if row.verdict) == can(PLEIN66, facts("review"), frozenset({role}))
    assert all(row.verdict.reasons for row in rows if not row.verdict)


def test_nobody_is_told_of_acts_that_the_cycle_does_not_have(facts: Callable[..., Facts]) -> None:
    """A focus group has no text; its members need not hear thirteen times that there is none."""
    acts = {row.act.name for row in may_rows(FOCUS_GROUP, facts("conversation"), frozenset({"host"}))}

    assert "contribute" in acts
    assert acts.isdisjoint({"save-draft", "suggest", "decide", "merge", "read-drafts"})


def test_every_act_is_described() -> None:
    """The table is the only manual many will read."""
    for name, act in ACTS.items():
        assert act.name == name
        assert act.description
        assert not act.description.endswith(".")
        assert act.verb
        assert not act.command or act.command.startswith("plein ")


def test_the_focus_group_hears_the_public_first_and_the_invited_inside(facts: Callable[..., Facts]) -> None:
    """It has no document, and its conversation belongs to those in it."""
    assert not FOCUS_GROUP.has_document
    assert PLEIN66.has_document
    assert "contribute" in can(FOCUS_GROUP, facts("inventory"), frozenset({"public"}))
    assert "contribute" not in can(FOCUS_GROUP, facts("conversation"), frozenset({"public"}))
    assert "contribute" in can(FOCUS_GROUP, facts("conversation"), frozenset({"adviser"}))
