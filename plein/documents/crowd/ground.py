"""The whole lines that a collision is about, and what each suggestion changes in them. What is made of it is not known here."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from plein.documents.spans import Span, written

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Ground(Generic[K]):
    """A passage of whole lines.

    Attributes:
        start: Where it begins in the base, in code points from 0.
        end: Where it ends; equal to *start* where whole lines are put in.
        text: How it reads.
        changes: What each suggestion changes in it, counted from its beginning; only those that change something.
        beyond: Those that change something elsewhere too.
    """

    start: int
    end: int
    text: str
    changes: Mapping[K, tuple[Span, ...]]
    beyond: frozenset[K]

    def reads(self, key: K) -> str:
        """How it reads with one suggestion."""
        return written(self.text, self.changes[key])


def ground(base: str, changes: Mapping[K, Sequence[Span]], start: int, end: int) -> Ground[K]:
    r"""The whole lines around a place, so far that none of the changes that lie there reaches beyond them.

        Args:
            base: The text.
            changes: What each suggestion changes in it, sorted; what lies elsewhere does not count.
            start: Where the place begins, in code points from 0.
            end: Where it ends.

        >>> found = ground("One.\nTwo.\nThree.\n", {1: [(5, 8, "Zwei")], 2: [(7, 7, "!")], 3: [(0, 3, "Uno")]}, 7, 7)
    >>> found.text, found.changes
    ('Two.\n', {1: ((0, 3, 'Zwei'),), 2: ((2, 2, '!'),)})
    """
    told = {key: [_in_lines(base, span) for span in spans] for key, spans in changes.items()}
    every = {span for spans in told.values() for span in spans}
    touching = {span for spans in changes.values() for span in spans if span[0] <= end + 1 and start <= span[1] + 1}
    here = [_in_lines(base, span) for span in touching]
    lo, hi = min((span[0] for span in here), default=start), max((span[1] for span in here), default=end)
    if lo != hi or not all(_puts_in_lines(base, span) for span in here):
        lo, hi = _whole_lines(base, lo, hi)
        while wider := [span for span in every if span[0] < hi and lo < span[1] and not (lo <= span[0] and span[1] <= hi)]:
            lo, hi = _whole_lines(base, min(lo, *(span[0] for span in wider)), max(hi, *(span[1] for span in wider)))
    inside = {key: tuple((a - lo, b - lo, text) for a, b, text in spans if lo <= a and b <= hi) for key, spans in told.items()}
    beyond = frozenset(key for key, spans in told.items() if len(inside[key]) < len(spans))
    return Ground(lo, hi, base[lo:hi], {key: spans for key, spans in inside.items() if spans}, beyond)


def _in_lines(base: str, span: Span) -> Span:
    """The same change, told as lines of which each ends where the next begins, if whole lines are put in behind another."""
    start, end, text = span
    return (start + 1, start + 1, text[1:] + "\n") if start == end and text[:1] == "\n" == base[start : start + 1] else span


def _puts_in_lines(base: str, span: Span) -> bool:
    """Whether a change puts in whole lines and nothing else."""
    start, end, text = span
    return start == end and text[-1:] == "\n" and base[start - 1 : start] in ("", "\n")


def _whole_lines(base: str, lo: int, hi: int) -> tuple[int, int]:
    """A stretch widened to the lines it lies in; an empty one to the line it stands in."""
    lo = base.rfind("\n", 0, lo) + 1
    if hi == lo or base[hi - 1 : hi] != "\n":
        newline = base.find("\n", hi)
        hi = len(base) if newline < 0 else newline + 1
    return lo, hi
