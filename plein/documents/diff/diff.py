"""The edits that lead from one text to another, as people would tell them. How sequences are matched lives in ``align``.

Lines first, then the paragraphs inside a passage that changed, then the words inside a changed paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from plein.documents.diff.align import Effort
from plein.documents.diff.chunks import cut, pair
from plein.documents.diff.ends import trimmed
from plein.documents.diff.lines import changed_lines
from plein.documents.diff.numbering import apart
from plein.documents.diff.slide import lines_slid
from plein.documents.diff.words import by_tokens, by_words, whole
from plein.documents.edit import Edit


def diff(base: str, proposed: str) -> tuple[Edit, ...]:
    r"""The edits that turn one text into another: ``apply(base, diff(base, proposed)) == proposed``.

    The same two texts give the same edits on every machine. Edits never begin or end inside a word; changes separated
    by a blank only are one; a paragraph of which little remains is replaced whole. The effort is bounded: two huge texts
    that have nothing in common come back as few large edits.

    Args:
        base: The old text.
        proposed: The new one.

    Returns:
        Edits sorted, disjoint and never touching, but for the new number of an item behind one put in or taken out; positions are code
        points into *base*, from 0.

    >>> diff("We build homes.\n", "We build affordable homes.\n")
    (Edit(start=8, end=8, text=' affordable'),)
    """
    if base == proposed:
        return ()
    start, end_a, end_b = trimmed(base, proposed)
    a, b = base[start:end_a], proposed[start:end_b]
    effort = Effort()
    edits = [(lo + start, hi + start, text) for lo, hi, text in passage_edits(a, b, effort)]
    return tuple(Edit(*edit) for edit in lines_slid(base, apart(base, edits)))


def passage_edits(base: str, proposed: str, effort: Effort) -> list[tuple[int, int, str]]:
    """The edits between two passages of whole lines as sorted (start, end, text), charged to an effort that goes on."""
    edits: list[tuple[int, int, str]] = []
    for lo, hi, text in _by_lines(base, proposed, effort):
        if edits and edits[-1][1] == lo:
            last = edits.pop()
            lo, hi, text = _shorn(base, last[0], hi, last[2] + text)
        edits.append((lo, hi, text))
    return [(lo, hi, text) for lo, hi, text in edits if text != base[lo:hi]]  # a line put in that had been taken out of its paragraph


def _shorn(base: str, lo: int, hi: int, text: str) -> tuple[int, int, str]:
    """Two edits made one, without the blank lines that both its old and its new text begin with."""
    if lo < hi and text.strip() and base[lo:hi].strip():
        while base[lo] == text[:1] == "\n" and text[1:2] == base[lo + 1 : lo + 2]:
            lo, text = lo + 1, text[1:]
    return lo, hi, text


def _by_lines(a: str, b: str, effort: Effort) -> list[tuple[int, int, str]]:
    """Edits of two passages made of whole lines."""
    edits: list[tuple[int, int, str]] = []
    for at, old, new in changed_lines(a, b, effort):
        edits.extend((lo + at, hi + at, text) for lo, hi, text in _by_chunks(old, new, effort))
    return edits


def _by_chunks(a: Sequence[str], b: Sequence[str], effort: Effort) -> list[tuple[int, int, str]]:
    """Edits of a passage that changed: first which paragraph became which, then the words."""
    if not a or not b:
        return [(0, sum(map(len, a)), "".join(b))]
    chunks_a, chunks_b = cut(a), cut(b)
    if len(chunks_a) == len(chunks_b) == 1:
        return by_words(chunks_a[0].text, chunks_b[0].text, effort)
    offsets = list(accumulate([len(chunk.text) for chunk in chunks_a], initial=0))
    edits: list[tuple[int, int, str]] = []
    for a0, a1, b0, b1, alike in pair(chunks_a, chunks_b, effort):
        at = offsets[a0]
        old = [token for chunk in chunks_a[a0:a1] for token in chunk.tokens]
        new = [token for chunk in chunks_b[b0:b1] for token in chunk.tokens]
        found = by_tokens(old, new, effort) if alike or a1 - a0 == b1 - b0 == 1 else whole(old, new)
        edits.extend((lo + at, hi + at, text) for lo, hi, text in found)
    return edits
