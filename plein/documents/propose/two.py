"""One passage and two ways it might read. Which texts can be made of them is not known here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from plein.documents.diff.align import Effort, align, hunks_of
from plein.documents.diff.diff import passage_edits
from plein.documents.diff.lines import coded, lines_of
from plein.documents.propose.order import UNEVEN
from plein.documents.spans import Span

_REMEMBERED = 16
"""So many comparisons are remembered: one passage is asked about several times in a row."""

Told = tuple[list[Span], list[Span]]
"""The changes of both, each sorted."""


@dataclass(frozen=True)
class Two:
    """One passage of whole lines, and how two want it to read.

    Attributes:
        base: How it reads.
        one: How the one wants it.
        other: How the other wants it.
    """

    base: str
    one: str
    other: str

    @property
    def words(self) -> Told:
        """What both change, told word by word."""
        return _by_words(self.base, self.one), _by_words(self.base, self.other)

    @property
    def lines(self) -> Told:
        """What both change, told in whole lines; one that differs only in the blanks at its ends is the same line."""
        return _by_lines(self.base, self.one), _by_lines(self.base, self.other)

    @cached_property
    def alike(self) -> float:
        """How much of both wordings is the same, 0 to 1."""
        return alike(self.one.split(), self.other.split())

    @cached_property
    def kept(self) -> tuple[float, float]:
        """How much each keeps of the passage, 0 to 1."""
        was = self.base.split()
        return alike(was, self.one.split()), alike(was, self.other.split())

    def turned(self) -> Two:
        """The same two, the other first."""
        return Two(self.base, self.other, self.one)

    def is_uneven(self) -> bool:
        """Whether one of them keeps far more of the passage than the other."""
        return bool(self.base.strip()) and abs(self.kept[0] - self.kept[1]) > UNEVEN


def alike(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of two lists that both have, 0 to 1, whatever the order.

    >>> alike(["We", "build"], ["We", "rent"]), alike([], [])
    (0.5, 0.0)
    """
    common = (Counter(one) & Counter(other)).total()
    return 2 * common / (len(one) + len(other) or 1)


def flat(text: str) -> str:
    r"""A text without its lay-out, for comparing.

    >>> flat("We\n  build.\n")
    'We build.'
    """
    return " ".join(text.split())


def stacked(parts: Iterable[str]) -> str:
    r"""Passages one under the other; each that does not end its line gets a line end, unless nothing follows.

    >>> stacked(["- bread\n", "- milk"]), stacked(["- milk", "- bread\n"])
    ('- bread\n- milk', '- milk\n- bread\n')
    """
    text = ""
    for part in parts:
        if text and part and not text.endswith("\n"):
            text += "\n"
        text += part
    return text


@lru_cache(maxsize=_REMEMBERED)
def _by_words(base: str, reads: str) -> list[Span]:
    return passage_edits(base, reads, Effort())


@lru_cache(maxsize=_REMEMBERED)
def _by_lines(base: str, reads: str) -> list[Span]:
    was, now = lines_of(base), lines_of(reads)
    codes_a, codes_b, codes = coded([line.strip() for line in was], [line.strip() for line in now])
    hunks = hunks_of(align(codes_a, codes_b, [len(line) > 3 for line in codes], Effort()), len(was), len(now))
    starts = list(accumulate(map(len, was), initial=0))
    return [(starts[i0], starts[i1], "".join(now[j0:j1])) for i0, i1, j0, j1 in hunks]
