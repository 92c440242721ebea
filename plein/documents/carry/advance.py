"""What changed from one version to the next, and what was found out about it so far. What becomes of a suggestion is decided elsewhere."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache

from plein.documents.carry.doubt import around, doubt
from plein.documents.diff.diff import diff
from plein.documents.diff.moves import moved
from plein.documents.diff.soft import is_soft
from plein.documents.edit import Edit, spans
from plein.documents.merge.notes import mislabelled
from plein.documents.merge.pairs import Pair, crossing, pairs
from plein.documents.merge.shape import WINDOW, may_reshape, reshaped
from plein.documents.merge.turns import in_turn, lined_up
from plein.documents.spans import Span, high, low
from plein.documents.text.labels import touches_labels
from plein.documents.text.paragraphs import paragraphs


class Advance:
    """What changed from one version to the next, and what was found out about it so far."""

    def __init__(self, old: str, new: str, theirs: list[Span], told: bool) -> None:
        self.old, self.new, self.theirs, self.told = old, new, theirs, told
        self.lows = [low(span) for span in theirs]
        self.highs = [high(span) for span in theirs]
        self.shifts = [0]
        for start, end, text in theirs:
            self.shifts.append(self.shifts[-1] + len(text) - (end - start))
        self.moves = {move.gone: move for move in moved(old, theirs)}
        self.gone = sorted(self.moves)
        self.parts = {move.come for move in self.moves.values()}.union(self.gone)
        self.soft = [is_soft(old, *span) for span in theirs]
        self.starts = [span[0] for span in theirs]
        self.ends = [span[1] for span in theirs]
        self.doubts: dict[int, str] = {}

    @cached_property
    def same(self) -> frozenset[Span]:
        """Their changes, to look one up."""
        return frozenset(self.theirs)

    @cached_property
    def signs(self) -> list[Pair]:
        """Those of their changes that come in pairs."""
        return pairs(self.old, self.theirs)

    @cached_property
    def shaping(self) -> list[Span]:
        """Those of their changes that may make shapes with others; layout never does, as in a merge."""
        words = [span for span, soft in zip(self.theirs, self.soft, strict=True) if not soft]
        return [span for span in words if span not in self.parts and may_reshape(self.old, span)]

    @cached_property
    def labelling(self) -> list[Span]:
        """Those of their changes that touch a label."""
        return [span for span in self.theirs if touches_labels(self.old, span)]

    def at_odds(self, mine: Sequence[Span]) -> bool:
        """Whether changes come to something nobody asked for together with theirs, as in a merge: pairs torn, shapes, labels."""
        old = self.old
        own = pairs(old, [*mine]) if len(mine) > 1 else []
        if own and crossing([*own, *self.signs]) and not crossing(own):
            return True
        shaping = [span for span in mine if may_reshape(old, span)] if self.shaping else []
        if shaping:
            first = bisect_left(self.shaping, (shaping[0][0] - WINDOW, 0, ""))
            last = bisect_left(self.shaping, (shaping[-1][1] + WINDOW, 0, ""))
            near = [
                span for span in self.shaping[first:last] if not any(low(span) <= high(one) and low(one) <= high(span) for one in shaping)
            ]
            makers = dict.fromkeys(near, ("theirs",)) | dict.fromkeys(shaping, ("mine",))
            if near and any(reshaped(old, lined_up(old, makers), makers)):
                return True
        labelling = [span for span in mine if touches_labels(old, span)] if self.labelling else []
        return bool(labelling) and any(mislabelled(old, {"mine": labelling, "theirs": self.labelling}))

    def touching(self, span: Span) -> tuple[int, int] | None:
        """Which of their changes touch this one or share characters with it, as first, last + 1; None for none."""
        first, last = bisect_left(self.ends, span[0]), bisect_right(self.starts, span[1])
        return (first, last) if first < last else None

    def doubt(self, mine: Sequence[Span]) -> str:
        """Why it is not sure that a passage is the same one; empty where it is."""
        paras = paragraphs(self.old)
        for span in mine:
            for paragraph in around(paras, span):
                number = paragraph.number
                if number not in self.doubts:
                    self.doubts[number] = doubt(self.old, self.new, paragraph, self.theirs, self.shifts)
                if self.doubts[number]:
                    return self.doubts[number]
        return ""

    def led(self, span: Span, met: Sequence[Span]) -> Span | None:
        """Where a change lands in the next version whose passage was moved; None where it was not."""
        at = bisect_left(self.gone, (span[0] + 1, 0, ""))
        for gone in self.gone[max(at - 2, 0) : at]:
            move = self.moves[gone]
            whole = not span[2] and span[0] <= move.start and move.end <= span[1]
            landed = move.led(self.old, span) if not whole and all(other == gone for other in met) else None
            if landed is not None:
                at = move.to + self.shifts[bisect_left(self.theirs, move.come)]
                return landed[0] + at, landed[1] + at, span[2]
        return None


@lru_cache(maxsize=4)
def advance(old: str, new: str) -> Advance:
    """The way between two versions; remembered, because many suggestions are carried over the same change."""
    return Advance(old, new, spans(old, diff(old, new)), False)


def told(old: str, change: Sequence[Edit]) -> list[Span]:
    """A change from one version to the next, sorted; what several people put in at one point is one, in the order in which a merge puts it in.

    Raises:
        EditsOverlap: Two of its edits touch the same characters, or no order of two at one point makes more sense than another.
    """
    points: dict[int, list[Span]] = {}
    for edit in change:
        if edit.start == edit.end and edit.text:
            points.setdefault(edit.start, []).append((edit.start, edit.end, edit.text))
    several = {point: in_turn(old, put) for point, put in points.items() if len(put) > 1}
    if not any(several.values()):
        return spans(old, change)
    kept = [edit for edit in change if edit.start < edit.end or not several.get(edit.start)]
    return spans(old, [*kept, *(Edit(point, point, "".join(text for _, _, text in turns)) for point, turns in several.items() if turns)])
