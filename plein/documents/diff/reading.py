"""A text read as a page does, with some edits of it and without: whether they change what is shown. ``layout`` says which are asked about.

Only the blocks that an edit changes are read, with their neighbours, and how much is read is bounded.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise, zip_longest
from operator import attrgetter

from plein.documents.edit import Edit, apply
from plein.documents.text.paragraphs import front_matter
from plein.documents.text.shown import Outline, Piece, References, outline, shown

_OPENS = re.compile(r"[ \t>*+\-#]*(?:\d{1,9}[.)]?[ \t]*)?\Z")
_ITEM = re.compile(r"\d{0,9}([-*+.)])")
_BEGINS = re.compile(r"(?m)^([ \t>]*(?=[-*+]|\d{1,9}[.)])\d*)([-*+.)])(?=[ \t])")

_PORTION, _GAP = 48, 4
"""So many blocks are read at once, and so many between two that changed are read with them."""

_FEW = 6
"""Of so many edits that do not go together the rest is tried without one of them."""

Group = tuple[int, int, list[Edit]]
"""The first and last block, and the edits that change them."""

Difference = tuple[tuple[int, int, bool], tuple[int, int, bool]]
"""Of two readings of a passage, each: from where to where in the base the block stands at which they part, and whether words differ."""

_start, _end = attrgetter("start"), attrgetter("end")


def opens(base: str, edit: Edit) -> bool:
    """Whether an edit begins among the signs that a line begins with."""
    return _OPENS.match(base[base.rfind("\n", 0, edit.start) + 1 : edit.start]) is not None


class Reading:
    """The text read with and without some edits, block by block; how much is read is bounded.

    Attributes:
        fitted: New items that take the sign of the list they come into, by the edits that said another.
    """

    def __init__(self, base: str, edits: Sequence[Edit], fitting: bool) -> None:
        self._base, self._edits, self._fitting = base, edits, fitting
        found = outline(base)
        self._starts, self._references = found.starts, found.references
        self._left = 6 * len(base) + 1_000_000
        self._last: dict[tuple[str, bool, int], tuple[tuple[Piece, ...], References]] = {}
        self.fitted: dict[Edit, Edit] = {}

    def layout(self, may: Sequence[Edit]) -> list[Edit]:
        """Those that change the layout alone, of edits that might."""
        asked = set(may)
        by_item = {block for edit in self._edits if edit not in asked and self._has_lines(edit) for block in self._blocks(edit)}
        free = [edit for edit in may if not (self._renumbers(edit) and not by_item.isdisjoint(self._blocks(edit)))]
        portions = list(self._portions([edit for edit in free if edit.start >= self._starts[0]]))
        found = set(free)
        asking = set(range(len(portions)))
        while asking:
            if not self._fitting:
                self._settle_alone(portions, asking, found)
            asking = self._settle_beside(portions, asking, found)
        return [edit for edit in may if edit in found]

    def _settle_alone(self, portions: Sequence[Sequence[Group]], asking: Container[int], layout: set[Edit]) -> None:
        """Take out of the layout, of some portions, what by itself would change what is shown."""
        for at, groups in enumerate(portions):
            if at in asking:
                span = self._span(groups[0][0], groups[-1][1])
                self._settle(span, [edit for *_, those in groups for edit in those], layout, alone=True)
        for at, (one, two) in enumerate(pairwise(portions)):
            if (at in asking or at + 1 in asking) and two[0][0] <= one[-1][1] + 1:
                self._settle(self._span(one[-1][0], two[0][1]), [*one[-1][2], *two[0][2]], layout, alone=True)

    def _settle_beside(self, portions: Sequence[Sequence[Group]], asking: Container[int], layout: set[Edit]) -> set[int]:
        """Take out of it what the words need to show what they show; in which portions that was, and their neighbours."""
        again: set[int] = set()
        for at, groups in enumerate(portions):
            if at in asking and not layout.isdisjoint(edit for *_, those in groups for edit in those):
                lo, hi = self._span(groups[0][0], groups[-1][1])
                lo = self._firm[max(bisect_right(self._firm, lo) - 2, 0)]
                hi = self._firm[min(bisect_left(self._firm, hi) + 1, len(self._firm) - 1)]
                there = self._edits[bisect_left(self._edits, lo, key=_start) : bisect_right(self._edits, hi, key=_end)]
                if self._settle((lo, hi), there, layout, alone=False):
                    again.update((at - 1, at, at + 1))
        return again

    def _settle(self, span: tuple[int, int], those: Sequence[Edit], layout: set[Edit], *, alone: bool) -> bool:
        """Take edits of a passage out of the layout until the others make no difference; whether any were."""
        out: list[list[Edit]] = []
        while (mine := [edit for edit in those if edit in layout]) and (differs := self._missed(span, those, layout, alone)) is not None:
            out.append(self._culprits(mine, differs) if self._left > 0 else mine)
            layout.difference_update(out[-1])
        for some in out:
            for trial in [[edit for edit in some if edit != one] for one in some] if 1 < len(some) <= _FEW else []:
                layout.update(trial)
                if self._missed(span, those, layout, alone) is None:
                    break
                layout.difference_update(trial)
        return bool(out)

    def _missed(self, span: tuple[int, int], those: Sequence[Edit], layout: Collection[Edit], alone: bool) -> Difference | None:
        """Where the layout makes a difference: by itself, or beside the words that stand in the same passage; None if it makes none."""
        if alone:
            return self._differs(span, (), [edit for edit in those if edit in layout], self._references)
        words, beside = [edit for edit in those if edit not in layout], [edit for edit in those if edit in layout]
        if not words and not self._fitting:
            return None
        fitted = {edit: fit for edit in words if (fit := self._fit(edit, beside)) != edit} if self._fitting else {}
        differs: Difference | None = None
        for told in (fitted, dict[Edit, Edit]()) if fitted else (fitted,):
            differs = self._differs(span, those, [told.get(edit, edit) for edit in words], self._after.references)
            if differs is None:
                self.fitted = {edit: fit for edit, fit in self.fitted.items() if edit not in words} | told
                return None
        return differs

    def _blocks(self, edit: Edit) -> range:
        """The blocks an edit changes."""
        first = bisect_right(self._starts, edit.start) - 1
        return range(first, max(bisect_right(self._starts, max(edit.end - 1, edit.start)), first + 1))

    def _has_lines(self, edit: Edit) -> bool:
        return "\n" in edit.text or "\n" in self._base[edit.start : edit.end]

    def _renumbers(self, edit: Edit) -> bool:
        old, new = (re.sub(r"\D", "", side) for side in (self._base[edit.start : edit.end], edit.text))
        return old != new

    def _portions(self, edits: Sequence[Edit]) -> Iterator[list[Group]]:
        """Edits by the blocks they change, some blocks that stand together at a time."""
        groups: list[Group] = []
        for edit in edits:
            blocks = self._blocks(edit)
            if groups and blocks[0] <= groups[-1][1]:
                first, last, mine = groups.pop()
                groups.append((first, max(last, blocks[-1]), [*mine, edit]))
                continue
            if groups and (blocks[0] > groups[-1][1] + _GAP or blocks[0] > groups[0][0] + _PORTION):
                yield groups
                groups = []
            groups.append((blocks[0], blocks[-1], [edit]))
        if groups:
            yield groups

    def _span(self, first: int, last: int) -> tuple[int, int]:
        """From where to where a run of blocks and its neighbours stand."""
        return self._starts[max(first - 1, 0)], self._starts[last + 2] if last + 2 < len(self._starts) else len(self._base)

    def _culprits(self, mine: Sequence[Edit], differs: Difference) -> list[Edit]:
        """The edits that most likely make the difference: those in the words that first differ, else the signs of their line."""
        start, end, inline = min(differs)
        inside = [edit for edit in mine if edit.start < end and edit.end >= start]
        if inline and inside:
            return [edit for edit in inside if not opens(self._base, edit)] or inside
        near = next((edit for edit in mine if edit.end >= start), mine[-1])
        head = self._base.rfind("\n", 0, near.start)
        beside = [edit for edit in mine if self._base.rfind("\n", 0, edit.start) == head]
        return [edit for edit in beside if opens(self._base, edit)] or beside

    def _place(self, span: tuple[int, int], edits: Sequence[Edit], piece: Piece | None) -> tuple[int, int, bool]:
        """From where to where in the base the block stood to which a piece of a passage with edits belongs, and whether it is words."""
        if piece is None:
            return span[1], span[1], False
        lines = [0, *accumulate(len(line) + 1 for line in self._with(span, edits).split("\n"))]
        start, end = (lines[min(line, len(lines) - 1)] for line in (piece.first, piece.last))
        return _back(edits, start, -span[0]), _back(edits, end, -span[0]), piece.inline

    @cached_property
    def _after(self) -> Outline:
        """The outline of the text with all edits."""
        return outline(apply(self._base, self._edits))

    @cached_property
    def _firm(self) -> list[int]:
        """Where blocks begin that lie in no other, now and with all edits; with the beginning and the end of the text."""
        after = set(self._after.starts)
        found = [0]
        edits = iter(self._edits)
        edit, shift = next(edits, None), 0
        for start in self._starts:
            while edit is not None and edit.start < start and edit.end <= start:
                shift += len(edit.text) - (edit.end - edit.start)
                edit = next(edits, None)
            blank = len(edit.text) if edit is not None and edit.start == edit.end == start and edit.text.isspace() else 0
            if (edit is None or edit.start >= start) and not after.isdisjoint((start + shift, start + shift + blank)):
                found.append(start)
        return [*found, len(self._base)]

    def _fit(self, edit: Edit, layout: Iterable[Edit]) -> Edit:
        """An edit with the signs of new items as they are in the list it puts them into."""
        blocks = self._blocks(edit)
        signs: dict[str, str] = {}
        for one in layout:
            was, becomes = (_ITEM.fullmatch(side.strip()) for side in (self._base[one.start : one.end], one.text))
            if was and becomes and self._blocks(one)[0] in (blocks[0] - 1, *blocks):
                signs[becomes[1]] = was[1]
        text = "\n" + edit.text if edit.start and self._base[edit.start - 1] == "\n" else edit.text
        fit = _BEGINS.sub(lambda found: found[1] + signs.get(found[2], found[2]), text)
        return Edit(edit.start, edit.end, fit[len(text) - len(edit.text) :])

    def _with(self, span: tuple[int, int], edits: Iterable[Edit]) -> str:
        """A passage with edits."""
        lo, hi = span
        return apply(self._base[lo:hi], [Edit(edit.start - lo, edit.end - lo, edit.text) for edit in edits])

    def _differs(self, span: tuple[int, int], some: Sequence[Edit], others: Sequence[Edit], references: References) -> Difference | None:
        """Where a passage, with some edits, first shows something else than with others; None if it shows the same."""
        one, two = self._with(span, some), self._with(span, others)
        self._left -= len(one) + len(two)
        if self._left < 0 or (not span[0] and front_matter(one) != front_matter(two)):
            return (span[0], span[0], False), (span[0], span[0], False)
        for html in (True, False) if "<" in one + two else (True,):
            asked = one, html, id(references)
            if asked not in self._last:
                self._last = {**dict(list(self._last.items())[-1:]), asked: shown(one, references, html=html)}
            (here, defined), (there, redefined) = self._last[asked], shown(two, references, html=html)
            for piece, other in zip_longest(here, there):
                if piece is None or other is None or piece.says != other.says:
                    return self._place(span, some, piece), self._place(span, others, other)
            if defined != redefined:
                return (span[0], span[0], False), (span[0], span[0], False)
        return None


def _back(edits: Sequence[Edit], at: int, shift: int) -> int:
    """Where in the base a code point of a text with edits stood; *shift* leads from the base to a text without any."""
    for edit in edits:
        if at < edit.start + shift:
            break
        if at < edit.start + shift + len(edit.text):
            return edit.start
        shift += len(edit.text) - (edit.end - edit.start)
    return at - shift
