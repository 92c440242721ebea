"""What people get to see: frozen values, one per noun, with the keys that scripts rely on. Nothing here reads or writes.

Every view was made for one person's eyes; what is closed to that person is not in it. Moments are aware and in UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from typing import Any


def as_json(value: Any) -> Any:
    """A view, or a collection of them, as what JSON can say; moments as ISO 8601 with their offset.

    >>> as_json(Collision(id=1, kind="overlap", suggestions=(3, 4), paragraph=2, quote="homes"))["suggestions"]
    [3, 4]
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: as_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        return [as_json(item) for item in value]
    return value


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
class Nudge:
    """A participant's call to order on a contribution."""

    author: str
    because: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Contribution:
    """One item of the inventory. ``text`` is None where a host hid it: the tombstone ``hidden`` then holds the reason.

    ``supports`` is how many people stand behind it; ``said`` is when it was said elsewhere, as its source gives it.
    """

    id: int
    author: str
    kind: str
    topic: str | None
    text: str | None
    reply_to: int | None
    supports: int
    nudges: tuple[Nudge, ...]
    hidden: str | None
    source: str | None
    link: str | None
    said: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody's place in the circle. ``status``: invited accepted declined removed. ``contribution``: what the invitation cites."""

    person: str
    role: str
    status: str
    because: str
    until: datetime | None
    contribution: int | None
    topic: str | None
    removed_because: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation as the host who made it sees it, once: afterwards only the token's digest is known."""

    token: str
    person: str
    role: str
    because: str
    until: datetime | None
    contribution: int | None
    topic: str | None


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the document. ``base`` is the version it was made from; ``merged`` names the suggestions a merge took in."""

    number: int
    author: str
    note: str | None
    published: bool
    published_at: datetime | None
    digest: str
    base: int | None
    merged: tuple[int, ...]
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What the group decided on one suggestion, and why. ``text``: what stands in place of the quote when it was adapted."""

    suggestion: int
    outcome: str
    because: str | None
    by: str | None
    published: bool
    text: str | None
    covered_by: int | None
    merged_in: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One place that somebody wants changed, or remarks on.

    ``paragraph`` counts the smallest blocks of version ``version`` from 1; ``start`` and ``end`` are code points into it, and the text between
    them is ``quote``. ``replace`` is how it would read, None for a tip. ``collides_with`` and ``same_as`` name other living suggestions.
    ``decision`` is None while there is none that this person may see.
    """

    id: int
    author: str
    submission: int
    kind: str
    status: str
    version: int
    paragraph: int
    start: int
    end: int
    quote: str
    replace: str | None
    why: str | None
    collides_with: tuple[int, ...]
    same_as: tuple[int, ...]
    sweeping: bool
    decision: Decision | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Collision:
    """A place where suggestions cannot all stand. ``id`` counts places from 1 in the order of the text; ``quote`` is the passage."""

    id: int
    kind: str
    suggestions: tuple[int, ...]
    paragraph: int
    quote: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge of the decisions gives. ``version`` is the number it got, or would get; ``held`` are adopted ones that did not go in."""

    version: int
    base: int
    digest: str
    applied: tuple[int, ...]
    held: tuple[int, ...]
    reasons: Mapping[int, str]
    collisions: tuple[Collision, ...]
    near: tuple[tuple[int, ...], ...]
    text: str
    saved: bool


@dataclass(frozen=True, slots=True)
class Submission:
    """What became of all that one person handed in at once. ``new`` is False where the very same was handed in before."""

    id: int
    author: str
    version: int
    sweeping: bool
    new: bool
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the record. To those for whom it is closed, ``act`` is "closed" and ``at``, ``by`` and ``body`` are None."""

    number: int
    at: datetime | None
    by: str | None
    act: str
    cycle: str
    digest: str
    previous: str
    inner: str
    body: Mapping[str, Any] | None


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


@dataclass(frozen=True, slots=True)
class Verified:
    """The outcome of a check. ``damage`` is one sentence per damaged entry, version or suggestion, the first one first."""

    entries: int
    cycles: int
    damage: tuple[str, ...]
