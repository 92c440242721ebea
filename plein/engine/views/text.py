"""The versions of the document, and what a merge gives, as people see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the document. ``base`` is the version it was made from; ``merged`` names the suggestions a merge took in.

    ``contributions`` are the numbers of those it began with; to outsiders all that it and the drafts behind it name.
    """

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
    contributions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way a passage might read, with all who want it.

    ``same`` are those of its suggestions that are to the letter as the first; the others say the same, but differ in blanks, layout,
    typography or the capital of a sentence. ``like``: the first suggestion of an alternative in nearly the same words, with more people behind
    it; it may say the opposite. ``whys``: each motivation once.
    ``decision``: the outcome on the first, where there is one that this person may see. ``moved_to``: behind which paragraph the passage
    stands afterwards, 0 for the top; None where it is not moved.
    """

    suggestions: tuple[int, ...]
    same: tuple[int, ...]
    authors: tuple[str, ...]
    support: int
    paragraph: int
    last_paragraph: int
    quote: str
    replace: str
    whys: tuple[str, ...]
    like: int | None
    decision: str | None
    moved_to: int | None = None


@dataclass(frozen=True, slots=True)
class Collision:
    """A place where suggestions cannot all stand: one paragraph, or a run of them; ``quote`` is the passage.

    ``id`` counts places from 1 in the order of the text, and stays the same while the group decides. ``also`` names suggestions of earlier places
    that reach into this one. ``agreed``: nothing is in dispute, all that collides here says the same.
    """

    id: int
    kind: str
    suggestions: tuple[int, ...]
    paragraph: int
    quote: str
    last_paragraph: int = 0
    version: int = 0
    alternatives: tuple[Alternative, ...] = ()
    also: tuple[int, ...] = ()
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class Compatible:
    """The largest set of suggestions that goes together, by the people behind it; ``exact`` says whether that is certain.

    ``covered`` are those that say the same as one in it, set in another way, with that one; ``left`` those that collide with one in it.
    """

    suggestions: tuple[int, ...]
    covered: Mapping[int, int]
    left: tuple[int, ...]
    support: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """What settling a place gave. ``place`` is None where what collides with nothing was settled together.

    ``covered`` goes from each suggestion to the one that settles it, because it says the same. ``open`` can stand beside what was adopted, and
    waits for a decision of its own.
    """

    place: int | None
    adopted: tuple[int, ...]
    covered: Mapping[int, int]
    rejected: tuple[int, ...]
    open: tuple[int, ...]


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
class Aside:
    """A text that could not be saved, because it collides with what others saved meanwhile; kept whole. Its text: ``seat.aside``.

    ``base`` is the version it was made from, ``newest`` the one it collided with.
    """

    number: int
    author: str
    base: int
    newest: int
    note: str | None
    digest: str
    at: datetime
