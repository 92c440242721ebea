"""What the story is made of: a frozen value for each thing that somebody does in it. What they say stands in the chapters.

Moments are local to Overwaard, which keeps Amsterdam time. Contributions and suggestions are numbered by the engine, so the story points at
one by its author and some words of it.
"""

from __future__ import annotations

from dataclasses import dataclass

Changes = tuple[tuple[str, str], ...]
"""What somebody changes in a text: each passage, which stands in it once, and what comes in its place."""
Ref = tuple[str, str]
"""One contribution or suggestion: its author, and some words of it."""


@dataclass(frozen=True, slots=True)
class Note:
    """A topic with its context note. ``opened``: when a host opens it."""

    at: str
    name: str
    title: str
    host: str
    aim: str
    scope: str
    outcome: str | None
    opened: str


@dataclass(frozen=True, slots=True)
class Said:
    """A contribution to the inventory."""

    at: str
    by: str
    kind: str
    text: str
    topic: str | None = None
    reply_to: Ref | None = None
    supported_by: tuple[str, ...] = ()
    pseudonym: str | None = None


@dataclass(frozen=True, slots=True)
class Called:
    """A call to order on a contribution, or by a host its hiding; with the reason."""

    at: str
    by: str
    on: Ref
    because: str


@dataclass(frozen=True, slots=True)
class Board:
    """A sounding board, asked as one."""

    at: str
    name: str
    people: tuple[str, ...]
    because: str
    topic: str
    until: str
    answers: tuple[tuple[str, str], ...]
    """Who says yes, and when."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment inside the circle: on the passage of a version that holds *quote*, or on a suggestion."""

    at: str
    by: str
    text: str
    quote: str | None = None
    version: int | None = None
    on: Ref | None = None
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """An invitation, and what the guest answers; None where it was taken back before."""

    at: str
    person: str
    role: str
    because: str
    answered: str
    yes: bool | None = True
    contribution: Ref | None = None
    topic: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Drafted:
    """A version that somebody saves: some changes in an earlier one. ``base``: the version it was made from, where that is not the newest."""

    at: str
    by: str
    note: str
    changes: Changes
    base: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A suggestion on one passage."""

    at: str
    by: str
    quote: str
    replace: str
    why: str
    kind: str = "suggestion"


@dataclass(frozen=True, slots=True)
class Tip:
    """A remark on a passage."""

    at: str
    by: str
    quote: str
    text: str


@dataclass(frozen=True, slots=True)
class Edited:
    """A whole text that somebody edited: the version with *changes*, or *file* in its place."""

    at: str
    by: str
    why: str
    changes: Changes = ()
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A decision of the group on one or more suggestions."""

    at: str
    by: str
    on: tuple[Ref, ...]
    outcome: str
    because: str | None = None
    text: str | None = None
    covered_by: Ref | None = None
    together: bool = False
