"""What the public wants changed and what the group answered, as people see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class NewPlace:
    """The passage that a suggestion takes the place of because the group said so: ``quote``, which stands once in version ``version``."""

    version: int
    quote: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What the group decided on one suggestion, and why. ``text``: what stands in place of the quote when it was adapted.

    ``place`` is the passage the group chose by hand for it, None where it goes where it was made.
    """

    suggestion: int
    outcome: str
    because: str | None
    by: str | None
    published: bool
    text: str | None
    covered_by: int | None
    merged_in: int | None
    at: datetime
    place: NewPlace | None = None


@dataclass(frozen=True, slots=True)
class Here:
    """Where a suggestion stands in the newest published version; ``start`` and ``end`` are code points into it, ``quote`` is between them."""

    version: int
    paragraph: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Context:
    """What stood around a suggestion in the version it was made on: at most :data:`AROUND` code points on each side, in whole words."""

    before: str
    after: str


AROUND = 160


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One place that somebody wants changed, or remarks on.

    ``paragraph`` counts the smallest blocks of version ``version`` from 1; ``start`` and ``end`` are code points into it, and the text between
    them is ``quote``. ``replace`` is how it would read, None for a tip. ``collides_with`` and ``same_as`` name other living suggestions.
    ``moved_to``: for a passage that is to stand elsewhere, the number of the paragraph of that version behind which it comes, 0 for the top of
    the text; ``quote`` is then the passage where it stands, and ``replace`` the same words as they stand there. None for everything else.
    ``erased``: its author's words were erased at their request; ``replace`` stays only where it was merged into the text for all to know.
    ``contribution`` is the number of the one it comes from, if its author named one.
    ``decision`` is None while there is none that this person may see. ``here`` and ``context`` are looked up for one that is shown by itself
    (``whereabouts``), and left out of lists; ``here`` is None, too, for what has no place in the newest published version. ``unsound`` says why
    it cannot be placed: its changes do not fit the version they are made in. None where they do, or where it needs no place any more.
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
    here: Here | None = None
    context: Context | None = None
    moved_to: int | None = None
    erased: bool = False
    contribution: int | None = None
    unsound: str | None = None


@dataclass(frozen=True, slots=True)
class Submission:
    """What became of all that one person handed in at once. ``new`` is False where the very same was handed in before.

    ``layout``: nothing was taken in, because the text differs from the version in layout alone.
    """

    id: int
    author: str
    version: int
    sweeping: bool
    new: bool
    suggestions: tuple[Suggestion, ...]
    layout: bool = False
