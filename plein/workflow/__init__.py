"""The pure rules of a cycle: who may do what, in which phase, and how it goes on. No input or output, no clock, no framework."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from plein.workflow.acts import ACTS, Act
from plein.workflow.deadline import check_zone, parse_when, show_when
from plein.workflow.definition import CLOSED, OPEN, Definition, Move, Phase, Rule
from plein.workflow.diagram import mermaid
from plein.workflow.facts import Facts
from plein.workflow.focus_group import FOCUS_GROUP
from plein.workflow.guards import GUARDS, UNCOUNTED, Guard
from plein.workflow.load import dumps, loads
from plein.workflow.machine import Verdict, can, is_open, may_act, may_move, may_read_drafts, move, moves_from, require
from plein.workflow.picture import svg
from plein.workflow.plein66 import PLEIN66
from plein.workflow.roles import ADVISER, DRAFTER, HOST, PUBLIC, ROLES
from plein.workflow.table import MayRow, Row, may_rows, rules_table

BUILT_IN: Final[Mapping[str, Definition]] = MappingProxyType({each.name: each for each in (PLEIN66, FOCUS_GROUP)})
"""The definitions plein brings along, by name."""

__all__ = [
    "ACTS",
    "ADVISER",
    "BUILT_IN",
    "CLOSED",
    "DRAFTER",
    "FOCUS_GROUP",
    "GUARDS",
    "HOST",
    "OPEN",
    "PLEIN66",
    "PUBLIC",
    "ROLES",
    "UNCOUNTED",
    "Act",
    "Definition",
    "Facts",
    "Guard",
    "MayRow",
    "Move",
    "Phase",
    "Row",
    "Rule",
    "Verdict",
    "can",
    "check_zone",
    "dumps",
    "is_open",
    "loads",
    "may_act",
    "may_move",
    "may_read_drafts",
    "may_rows",
    "mermaid",
    "move",
    "moves_from",
    "parse_when",
    "require",
    "rules_table",
    "show_when",
    "svg",
]
