"""Whether a paragraph of one version is surely the same one in the next, or gone. Nothing is placed by resemblance; it only raises a doubt."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from plein.documents.diff.lines import times
from plein.documents.spans import Span
from plein.documents.text.paragraphs import BEGINS, ENDS, Paragraph, paragraphs
from plein.documents.text.tokens import is_word, tokens
from plein.documents.text.units import MARKER
from plein.documents.thresholds import PARAGRAPH_SURVIVES


def doubt(old: str, new: str, paragraph: Paragraph, theirs: Sequence[Span], shifts: Sequence[int]) -> str:
    """Why it is not sure that a paragraph is the same one; empty where it is.

    Where something changed in a paragraph or beside it, two passages may have traded places: one of two equal ones was
    deleted, or one was deleted and its look-alike edited.
    """
    paras = paragraphs(old)
    at = paragraph.number - 1
    lo, hi = paras[max(at - 1, 0)].start, paras[min(at + 1, len(paras) - 1)].end
    first = bisect_left(theirs, lo, key=lambda other: other[1])
    if first == len(theirs) or theirs[first][0] > hi:
        return ""
    passage = old[paragraph.start : paragraph.end]
    before, after = times(old, passage), times(new, passage)
    if before != after and max(before, after) > 1:
        return "orphaned"
    begin = mapped(theirs, shifts, paragraph.start)
    became = new[begin : max(begin, mapped(theirs, shifts, paragraph.end))]
    if became == passage or not became.strip():
        return ""
    others = [other for other in paras[max(at - 8, 0) : at + 9] if other is not paragraph and _kept(other, theirs) < 0.5]
    if others:
        words = _words(became)
        same = _alike(words, _words(passage))
        if any(_alike(words, _words(old[other.start : other.end])) >= same for other in others):
            return "collided"
    return ""


def _kept(paragraph: Paragraph, theirs: Sequence[Span]) -> float:
    """Which share of a paragraph is untouched by their changes."""
    gone = 0
    for number in range(bisect_left(theirs, paragraph.start + 1, key=lambda span: span[1]), len(theirs)):
        start, end, _ = theirs[number]
        if start >= paragraph.end:
            break
        gone += min(end, paragraph.end) - max(start, paragraph.start)
    return 1 - gone / (paragraph.end - paragraph.start)


def around(paras: Sequence[Paragraph], span: Span) -> Sequence[Paragraph]:
    """The paragraphs a change touches; for something new between two of them, both."""
    first = bisect_left(paras, span[0], key=ENDS)
    last = bisect_left(paras, span[1], key=BEGINS)
    if first < last or (first < len(paras) and paras[first].start <= span[0]):
        return paras[first : max(last, first + 1)]
    return paras[max(first - 1, 0) : first + 1]


def mapped(theirs: Sequence[Span], shifts: Sequence[int], offset: int) -> int:
    """Where an offset of the old text lies in the new one; inside a replaced passage, its end."""
    number = bisect_left(theirs, offset, key=lambda span: span[1])
    if number < len(theirs) and theirs[number][0] < offset:
        return theirs[number][1] + shifts[number + 1]
    return offset + shifts[number]


def _words(text: str) -> Counter[str]:
    """The words of a paragraph, without the number of an item."""
    return Counter(filter(is_word, tokens(text[sign.end() if (sign := MARKER.match(text)) else 0 :])))


def _alike(one: Counter[str], two: Counter[str]) -> float:
    total = one.total() + two.total()
    return 2 * (one & two).total() / total if total else 0.0


def is_gone(old: str, span: Span, theirs: Sequence[Span]) -> bool:
    """Whether the paragraph of a change did not survive."""
    near = around(paragraphs(old), span)
    if not near:
        return True
    return all(_kept(paragraph, theirs) < PARAGRAPH_SURVIVES for paragraph in near)
