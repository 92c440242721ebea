"""The single places of what somebody wants changed: each becomes a suggestion, on the version that was edited, or carried to a later one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from plein.documents import Edit, Rebased, apply, is_sweeping, paragraphs, to_json
from plein.documents.diff.places import placed
from plein.engine.desk import Sight
from plein.engine.review.carrying import Ways
from plein.engine.review.standing import paragraph_number
from plein.store.tables.text import VersionRow


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of version ``version`` that somebody wants changed or remarks on. ``replace`` is None for a remark.

    ``status`` is what became of it where it was carried here from version ``edited_from``, or could not be; ``open`` and None where it was
    made here. Where a passage is moved to is not kept: it follows from the edits, see :func:`plein.engine.review.passage_moves.move_of`.
    """

    version: int
    edits: tuple[Edit, ...]
    paragraph: int
    start: int
    end: int
    quote: str
    replace: str | None
    status: str = "open"
    edited_from: int | None = None

    @property
    def content(self) -> list[Any]:
        """What tells it from another of its version."""
        return [to_json(self.edits), self.start, self.end, self.replace]


def passage(version: VersionRow, start: int, end: int, edits: tuple[Edit, ...], replace: str | None) -> Spot:
    """The place of a passage that somebody quoted."""
    return Spot(version.number, edits, paragraph_of(version.text, start), start, end, version.text[start:end], replace)


def paragraph_of(text: str, offset: int) -> int:
    """The number of the paragraph that holds a code point of a text."""
    return paragraph_number(paragraphs(text), offset)


def spots(version: VersionRow, edits: tuple[Edit, ...], *, narrow: bool = False) -> tuple[list[Spot], bool]:
    """The places of a version that edits change, in order; and whether they write most of it anew, so that they are one: not if *narrow*."""
    if not narrow and is_sweeping(version.text, edits):
        return [_whole(version, edits)], True
    found = placed(version.text, edits, paragraphs(version.text))
    return [Spot(version.number, one.edits, one.paragraph, one.start, one.end, one.quote, one.replace) for one in found], False


def carried(sight: Sight, found: Sequence[Spot], base: VersionRow, current: VersionRow) -> list[Spot]:
    """The places of an older version as they stand in the one before the public; those that cannot stand there stay where they are, and say so.

    A remark stays with what it was made on.
    """
    if base.number == current.number:
        return list(found)
    moved = Ways(sight).carry({at: spot.edits for at, spot in enumerate(found) if spot.edits}, base.number, current.number)
    return [spot if at not in moved else _onward(spot, moved[at], current) for at, spot in enumerate(found)]


def _onward(spot: Spot, became: Rebased, current: VersionRow) -> Spot:
    if became.status != "carried":
        return replace(spot, status=became.status)
    there = [
        Spot(current.number, one.edits, one.paragraph, one.start, one.end, one.quote, one.replace)
        for one in placed(current.text, became.edits, paragraphs(current.text))
    ]
    one = there[0] if len(there) == 1 else _whole(current, became.edits)
    return replace(one, edits=became.edits, status="carried", edited_from=spot.version)


def _whole(version: VersionRow, edits: tuple[Edit, ...]) -> Spot:
    """All from the first change to the last as one place."""
    text, start, end = version.text, edits[0].start, edits[-1].end
    after = apply(text, edits)
    return Spot(
        version.number, edits, paragraph_of(text, start), start, end, text[start:end], after[start : len(after) - (len(text) - end)]
    )
