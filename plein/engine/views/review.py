"""What the public wants changed and what the group answered, as people see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


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
class Submission:
    """What became of all that one person handed in at once. ``new`` is False where the very same was handed in before."""

    id: int
    author: str
    version: int
    sweeping: bool
    new: bool
    suggestions: tuple[Suggestion, ...]
