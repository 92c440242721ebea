"""A cycle as people see it, and what one of them can do in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Step:
    """One phase as it was lived. ``number`` from 1 in order of time."""

    number: int
    phase: str
    space: str
    round: int
    version: int | None
    opened: datetime
    closes: datetime | None
    closed: datetime | None
    ask: str | None
    because: str | None


@dataclass(frozen=True, slots=True)
class Cycle:
    """A cycle as anyone may see it. ``revision`` is what a write names; ``steps`` are the phases it went through."""

    slug: str
    title: str
    question: str
    phase: str
    space: str
    round: int
    definition: str
    closes: datetime | None
    hosts: tuple[str, ...]
    timezone: str
    language: str
    revision: int
    since: datetime
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """Something this person may do now, or would but for ``reasons``. ``command`` is how, from the command line."""

    name: str
    description: str
    reasons: tuple[str, ...]
    command: str | None


@dataclass(frozen=True, slots=True)
class Status:
    """The home screen of one person in one cycle. ``counts``: what there is, by name, of what this person may see."""

    cycle: Cycle
    person: str | None
    roles: tuple[str, ...]
    can: tuple[Action, ...]
    moves: tuple[Action, ...]
    counts: Mapping[str, int]
