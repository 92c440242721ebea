"""The one table phase × role × act as rows, for people to read. How it is printed is not here: commands and pages do that."""

from __future__ import annotations

from dataclasses import dataclass

from plein.workflow.acts import ACTS, Act
from plein.workflow.definition import Definition, Space
from plein.workflow.facts import Facts
from plein.workflow.machine import Verdict, may_act
from plein.workflow.roles import in_order


@dataclass(frozen=True, slots=True)
class Row:
    """One act in one phase.

    Attributes:
        phase: Name of the phase.
        space: ``"open"`` or ``"closed"``.
        act: What may be done.
        roles: Who may, in the order of `ROLES`.
        guards: Names of the guards that must be content.
    """

    phase: str
    space: Space
    act: Act
    roles: tuple[str, ...]
    guards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MayRow:
    """One act, and whether somebody may do it now.

    Attributes:
        act: What is asked about.
        verdict: The answer, with every reason where it is no.
    """

    act: Act
    verdict: Verdict


def rules_table(definition: Definition) -> tuple[Row, ...]:
    """Every act of every phase, in order.

    >>> from plein.workflow import PLEIN66
    >>> [(row.act.name, row.roles, row.guards) for row in rules_table(PLEIN66) if row.phase == "final"]
    [('read', ('public',), ()), ('read-drafts', ('host', 'drafter', 'adviser'), ()), ('correct', ('host',), ()), ('promise', ('host',), ())]
    """
    return tuple(
        Row(phase.name, phase.space, ACTS[name], in_order(rule.roles), rule.guards)
        for phase in definition.phases
        for name, rule in phase.acts.items()
    )


def may_rows(definition: Definition, facts: Facts, roles: frozenset[str]) -> tuple[MayRow, ...]:
    """For somebody with these roles: every act the definition knows, whether it may be done now, and if not, why.

    An act that is in no phase is left out: in a cycle without a document nobody needs to hear that drafts cannot be saved.
    """
    return tuple(MayRow(act, may_act(definition, facts, roles, name)) for name, act in ACTS.items() if definition.phases_with(name))
