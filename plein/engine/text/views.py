"""The versions of the document, texts set aside, and words to avoid, as people see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from plein.documents import Astray, Edit, Unshown


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the document. ``base`` is the version it was made from; ``merged`` names the suggestions a merge took in.

    ``contributions`` are the numbers of those it began with; to outsiders all that it and the drafts behind it name. ``typography``: of a text
    that was saved just now, how many places it set in another way than its base, which were left as they were; ``unshown``, of such a text too,
    what the pages do not show as it was meant; ``astray``, which references lead elsewhere than they did in the version before.
    ``corrects`` is the number of the final version that this one corrects, and ``because`` the reason; both are None for every other version.
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
    typography: int = 0
    corrects: int | None = None
    because: str | None = None
    unshown: tuple[Unshown, ...] = ()
    astray: tuple[Astray, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed between two versions: ``edits`` make ``new`` out of ``old``. :func:`plein.documents.redline` shows it to people."""

    a: int
    b: int
    old: str
    new: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """A text that could not be saved, because it collides with what others saved meanwhile; kept whole. Its text: ``draft.aside``.

    ``base`` is the version it was made from, ``newest`` the one it collided with.
    """

    number: int
    author: str
    base: int
    newest: int
    note: str | None
    digest: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Finding:
    """A word to avoid in a text. ``where``: which text; ``line`` and ``paragraph`` count from 1; ``context`` is what stands around it."""

    where: str | None
    line: int
    paragraph: int | None
    word: str
    better: str | None
    because: str | None
    context: str
