"""What stands around some places of a text: the whole sentences, as they read before and as they read after it changed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from plein.documents.diff.diff import diff
from plein.documents.edit import spans
from plein.documents.spans import Span, written
from plein.documents.text.sentences import sentence_starts


def reread(old: str, new: str, places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, str, str]]:
    r"""For each place where it begins, the sentences that hold it, and how they read afterwards.

    What changes across the end of a sentence takes the next one along. Of a passage that moved away, or went, nothing is left to read.

    Args:
        old: The text.
        new: The text as it reads afterwards.
        places: From where to where something changes; code points into *old*, from 0.

    >>> list(reread("We rent. We build homes near a lake.\n", "We rent. You build homes near the sea.\n", [(9, 35)]))
    [(9, 'We build homes near a lake.', 'You build homes near the sea.')]
    """
    starts = [0, *sentence_starts(old), len(old)]
    edits = spans(old, diff(old, new))
    ends = [end for _, end, _ in edits]
    for start, end in places:
        lo, hi = _widened(starts, edits, ends, start, end)
        inside = edits[bisect_left(edits, (lo, lo, "")) : bisect_right(edits, (hi, hi + 1, ""))]
        changed = [span for span in inside if _belongs(span, lo, hi, (start, end))]
        was = old[lo:hi]
        yield lo, was.strip("\n").rstrip(), written(was, [(a - lo, b - lo, text) for a, b, text in changed]).strip("\n").rstrip()


def _widened(starts: Sequence[int], edits: Sequence[Span], ends: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Whole sentences around a place, until no change lies across an edge of them."""
    while True:
        lo = starts[max(bisect_right(starts, start) - 1, 0)]
        lo = lo if lo < starts[-1] else starts[-2]
        hi = starts[max(bisect_left(starts, end), bisect_right(starts, lo), 1)]
        first, last = bisect_right(ends, lo), bisect_left(edits, (hi, hi, ""))
        across = [span for span in edits[first:last] if span[0] < lo < span[1] or span[0] < hi < span[1]]
        if not across:
            return lo, hi
        start, end = min(lo, *(span[0] for span in across)), max(hi, *(span[1] for span in across))


def _belongs(span: Span, lo: int, hi: int, place: tuple[int, int]) -> bool:
    """Whether a change is one of a passage; what is put in at an edge is one of it only if the place reaches there."""
    start, end, _ = span
    if start == end:
        return (lo < start or place[0] <= lo) and (start < hi or place[1] >= hi)
    return lo <= start and end <= hi
