"""Carrying a suggestion on to the next version of the text: exactly, or not at all. Nothing is placed by resemblance."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from plein.documents.collide import Span, high, low, torn
from plein.documents.diff import diff
from plein.documents.edit import Edit, apply, spans
from plein.documents.paragraphs import Paragraph, paragraphs
from plein.documents.soft import is_soft
from plein.documents.tokens import is_word, tokens

SURVIVES = 0.3
"""A paragraph of which less than this share stays is gone, and what was suggested on it is orphaned."""


@dataclass(frozen=True, slots=True)
class Rebased:
    """What became of a suggestion in the next version.

    Attributes:
        status: ``carried``: it stands on the next version as it stood on the old one. ``already-in``: the next version says
            what it asked for. ``collided``: the same words, or the same place for something new, were changed in another
            way. ``orphaned``: the passage is gone, or it cannot be told for sure which passage it was.
        edits: Where it is carried: its edits, positions being code points into the next version. Else empty; the
            suggestion's own edits on the old version are still the truth.
    """

    status: str
    edits: tuple[Edit, ...]


def rebase(edits: Sequence[Edit], old: str, new: str, *, change: Sequence[Edit] | None = None) -> Rebased:
    r"""Carry edits of one version on to the next.

    Carrying over a change that has nothing to do with them and merging gives what merging both gives.

    Args:
        edits: Disjoint edits of *old*; positions are code points, from 0.
        old: The version they were made against.
        new: The next version.
        change: The edits that made *new* from *old*, where they are known; else they are found by ``diff``.

    Raises:
        EditsOverlap: Two edits touch the same characters.
        EditOutside: An edit reaches beyond the end of *old*.

    >>> rebase([Edit(11, 16, "flats")], "Old. Build homes.\n", "A new start. Old. Build homes.\n").edits
    (Edit(start=24, end=29, text='flats'),)
    """
    mine = spans(old, edits)
    if not mine:
        return Rebased("carried", ())
    if old == new:
        return Rebased("carried", tuple(Edit(*span) for span in mine))
    theirs, lows, highs, shifts = _found(old, new) if change is None else _laid_out(spans(old, change))
    carried: list[Edit] = []
    for span in mine:
        first, last = bisect_left(highs, low(span)), bisect_left(lows, high(span) + 1)
        met = theirs[first:last]
        if met and (_stands_already(old, span, met) or (is_soft(old, *span) and not all(is_soft(old, *other) for other in met))):
            continue
        if met and not all(is_soft(old, *other) for other in met):
            return Rebased("orphaned" if _gone(old, span, theirs) else "collided", ())
        if torn(old, sorted([*theirs[max(first - 1, 0) : first], span, *theirs[last : last + 1]])):
            return Rebased("collided", ())
        start = span[0] + shifts[_before(theirs, span, first)]
        end = span[1] + shifts[last] if met else start + span[1] - span[0]
        carried.append(Edit(min(start, end), end, span[2]))
    if not carried:
        return Rebased("already-in", ())
    if change is None:
        doubt = _doubt(old, new, mine, theirs, shifts)
        if doubt:
            return Rebased(doubt, ())
    return Rebased("carried", tuple(carried))


Layout = tuple[list[Span], list[int], list[int], list[int]]


@lru_cache(maxsize=4)
def _found(old: str, new: str) -> Layout:
    """What changed between two versions; remembered, because many suggestions are carried over the same change."""
    return _laid_out(spans(old, diff(old, new)))


def _laid_out(theirs: list[Span]) -> Layout:
    """Changes with their first and last points, and how far each moves what comes after it."""
    shifts = [0]
    for start, end, text in theirs:
        shifts.append(shifts[-1] + len(text) - (end - start))
    return theirs, [low(span) for span in theirs], [high(span) for span in theirs], shifts


def _before(theirs: Sequence[Span], span: Span, first: int) -> int:
    """How many of their changes lie before this one; what they put in at its very start stands before it, as in a merge."""
    while first < len(theirs) and theirs[first][:2] < span[:2] and high(theirs[first]) < low(span):
        first += 1
    return first


def _stands_already(old: str, span: Span, met: Sequence[Span]) -> bool:
    """Whether the changes met at one place do what this one asks for, and nothing else."""
    if list(met) == [span]:
        return True
    start, end = min(span[0], met[0][0]), max(span[1], met[-1][1])
    passage = old[start:end]
    asked = apply(passage, [Edit(span[0] - start, span[1] - start, span[2])])
    done = apply(passage, [Edit(other[0] - start, other[1] - start, other[2]) for other in met])
    return asked.split() == done.split()


def _gone(old: str, span: Span, theirs: Sequence[Span]) -> bool:
    """Whether the paragraph of a change did not survive."""
    around = _around(paragraphs(old), span)
    if not around:
        return True
    return all(_kept(paragraph, theirs) < SURVIVES for paragraph in around)


def _around(paras: Sequence[Paragraph], span: Span) -> Sequence[Paragraph]:
    """The paragraphs a change touches; for something new between two of them, both."""
    first = bisect_left(paras, span[0], key=lambda paragraph: paragraph.end)
    last = bisect_left(paras, span[1], key=lambda paragraph: paragraph.start)
    if first < last or (first < len(paras) and paras[first].start <= span[0]):
        return paras[first : max(last, first + 1)]
    return paras[max(first - 1, 0) : first + 1]


def _kept(paragraph: Paragraph, theirs: Sequence[Span]) -> float:
    """Which share of a paragraph is untouched by their changes."""
    gone = 0
    for number in range(bisect_left(theirs, paragraph.start + 1, key=lambda span: span[1]), len(theirs)):
        start, end, _ = theirs[number]
        if start >= paragraph.end:
            break
        gone += min(end, paragraph.end) - max(start, paragraph.start)
    return 1 - gone / (paragraph.end - paragraph.start)


def _doubt(old: str, new: str, mine: Sequence[Span], theirs: Sequence[Span], shifts: Sequence[int]) -> str:
    """Why it is not sure that a passage is the same one; empty where it is.

    Where something changed in a paragraph or beside it, two passages may have traded places: one of two equal ones was
    deleted, or one was deleted and its look-alike edited.
    """
    paras = paragraphs(old)
    for span in mine:
        for paragraph in _around(paras, span):
            at = paragraph.number - 1
            lo, hi = paras[max(at - 1, 0)].start, paras[min(at + 1, len(paras) - 1)].end
            first = bisect_left(theirs, lo, key=lambda other: other[1])
            if first == len(theirs) or theirs[first][0] > hi:
                continue
            passage = old[paragraph.start : paragraph.end]
            times = _times(old, passage), _times(new, passage)
            if times[0] != times[1] and max(times) > 1:
                return "orphaned"
            begin = _mapped(theirs, shifts, paragraph.start)
            became = new[begin : max(begin, _mapped(theirs, shifts, paragraph.end))]
            if became == passage:
                continue
            words = _words(became)
            near = paras[max(at - 8, 0) : at + 9]
            if any(
                _alike(words, _words(old[other.start : other.end])) >= _alike(words, _words(passage))
                for other in near
                if other is not paragraph and _kept(other, theirs) < 0.5
            ):
                return "collided"
    return ""


def _mapped(theirs: Sequence[Span], shifts: Sequence[int], offset: int) -> int:
    """Where an offset of the old text lies in the new one; inside a replaced passage, its end."""
    number = bisect_left(theirs, offset, key=lambda span: span[1])
    if number < len(theirs) and theirs[number][0] < offset:
        return theirs[number][1] + shifts[number + 1]
    return offset + shifts[number]


def _times(text: str, passage: str) -> int:
    """How often a passage stands in a text as whole lines."""
    return text.count("\n" + passage + "\n") + text.startswith(passage + "\n")


def _words(text: str) -> Counter[str]:
    return Counter(filter(is_word, tokens(text)))


def _alike(one: Counter[str], two: Counter[str]) -> float:
    total = one.total() + two.total()
    return 2 * (one & two).total() / total if total else 0.0
