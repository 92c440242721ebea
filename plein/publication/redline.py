"""What changed between two texts, as lines, as a list and as a table of old and new, for templates to show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plein.documents import Change, paragraph_at, paragraphs, synopsis
from plein.publication.lines import Line, read
from plein.publication.marks import Mark, Run, marks, runs
from plein.publication.signs import in_short, lone
from plein.publication.tables import Table


@dataclass(frozen=True, slots=True)
class Noted:
    """One change in the list beside the redline.

    Attributes:
        number: Counted from 1.
        kind: ``insert``, ``delete`` or ``replace``.
        old: What went, without signs of Markdown.
        new: What came.
        sign: ``link`` or ``level`` where both are but addresses of a link, or levels of a heading; else empty.
        paragraph: Its number in the old text, from 1; 0 at the top, and in an empty text.
        after: Whether it is put in behind that paragraph.
        moved: Whether the same passage went, or came, elsewhere.
        elsewhere: For a moved one the number of the paragraph it came from, or stands behind now; 0 for the top.
        other: For a moved one the number of the change at the other place, or 0.
    """

    number: int
    kind: str
    old: str
    new: str
    sign: str
    paragraph: int
    after: bool = False
    moved: bool = False
    elsewhere: int = 0
    other: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """One row of the was-and-becomes table: the lines as they read before, and as they read now. ``moved``: they stand elsewhere."""

    paragraph: int
    old: tuple[Line | Table, ...]
    new: tuple[Line | Table, ...]
    moved: bool = False


def lines(old: str, new: str, first: int = 1) -> tuple[Line | Table, ...]:
    r"""Both texts in one, line by line, tables as tables.

    Args:
        old: The old text, or a passage of it.
        new: The new one.
        first: The number of the first paragraph of *old*, from 1.

    >>> [[(run.kind, run.text) for run in line.runs] for line in lines("We build.\n", "We build homes.\n")]
    [[('same', 'We build'), ('ins', ' homes'), ('same', '.')]]
    """
    return tuple(read(runs(marks(old, new, first))))


def noted(old: str, new: str) -> tuple[Noted, ...]:
    """The changes alone, in the order of the text, numbered as in :func:`lines`."""
    paras = paragraphs(old)
    found: list[Noted] = []
    for mark in marks(old, new):
        change = mark.change
        if not mark.number:
            continue
        at = change.start + (len(change.old) - len(change.old.lstrip()) if change.old.strip() else 0)
        near = paragraph_at(paras, at)
        after = not change.old.strip() and bool(change.new.strip()) and _is_lines(old, change)
        if after:
            near = paragraph_at(paras, max(at - 1, 0)) if paras and paras[0].start < at else None
        was, becomes, sign = _told(change)
        found.append(
            Noted(
                number=mark.number,
                kind=change.kind,
                old=was,
                new=becomes,
                sign=sign,
                paragraph=near.number if near else 0,
                after=after,
                moved=change.moved,
                elsewhere=change.elsewhere,
                other=mark.other,
            )
        )
    return tuple(found)


def pairs(old: str, new: str) -> tuple[Pair, ...]:
    """The changed paragraphs of two texts beside each other, what changed marked in both."""
    moves = {(_words(mark.change.old), _words(mark.change.new)): mark.change for mark in marks(old, new) if mark.change.moved}
    found: list[Pair] = []
    for row in synopsis(old, new):
        move = moves.get((_words(row.old), _words(row.new)))
        told = [Mark(1, replace(move, old=row.old, new=row.new))] if move else marks(row.old, row.new, max(row.paragraph, 1))
        shown = tuple(replace(run, other=0) for run in runs(told))
        found.append(Pair(row.paragraph, _side(shown, "del") if row.old else (), _side(shown, "ins") if row.new else (), bool(move)))
    return tuple(found)


def _told(change: Change) -> tuple[str, str, str]:
    """What went and what came in words, and what sign they stand for."""
    (was, one), (becomes, other) = lone(change.old), lone(change.new)
    if one or other:
        return (was, becomes, one or other) if one == other or not (change.old and change.new) else (change.old, change.new, "")
    was, becomes = in_short(change.old), in_short(change.new)
    if was.strip() == becomes.strip():
        return change.old, change.new, ""  # only signs changed, so that they must be seen
    return was, becomes, ""


def _side(shown: Sequence[Run], kind: str) -> tuple[Line | Table, ...]:
    return tuple(read(run for run in shown if run.kind in ("same", kind)))


def _is_lines(old: str, change: Change) -> bool:
    """Whether an insertion is of whole lines."""
    begins = change.start == 0 or old[change.start - 1] == "\n" or change.new.startswith("\n")
    ends = change.new.endswith("\n") or old[change.start : change.start + 1] in ("\n", "")
    return begins and ends


def _words(text: str) -> str:
    return " ".join(text.split())
