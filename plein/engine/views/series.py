"""Cycles that follow each other, as people see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Promise:
    """Something that was promised to everyone, in cycle ``cycle``."""

    id: int
    cycle: str
    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Sat:
    """Somebody who sat in the group of an earlier cycle, as ``host`` or ``drafter``."""

    person: str
    role: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """A cycle before this one in its series."""

    slug: str
    title: str
    phase: str
    since: datetime
    group: tuple[Sat, ...]
    promises: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """What a cycle inherits. ``earlier``: the nearest first. ``resting``: who sat in two groups of the series or more, and in how many."""

    slug: str
    earlier: tuple[Earlier, ...]
    promises: tuple[Promise, ...]
    resting: tuple[tuple[str, int], ...]
