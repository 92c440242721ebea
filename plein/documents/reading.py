"""A text read as a page does, with some edits of it and without: whether they change what is shown. ``layout`` says which are asked about.

Only the blocks that an edit changes are read, with their neighbours, and how much is read is bounded.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise, zip_longest
from operator import attrgetter

from plein.documents.edit import Edit, apply
from plein.documents.paragraphs import front_matter
from plein.documents.shown import Outline, Piece, References, outline, shown

_OPENS = re.compile(r"[ \t>*+\-#]*(?:\d{1,9}[.)]?[ \t]*)?\Z")
_BULLET = re.compile(r"(?m)^([ \t>]*)([-*+])(?=[ \t])")
_NOWHERE = Piece((), 0, 0, False)

_PORTION, _GAP = 48, 4
"""So many blocks are read at once, and so many between two that changed are read with them."""

_FEW = 6
"""Of so many edits that do not go together the rest is tried without one of them."""

Group = tuple[int, int, list[Edit]]
"""The first and last block, and the edits that change them."""

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
        self._last: dict[bool, tuple[str, tuple[tuple[Piece, ...], References]]] = {}
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
            self._show_the_same(portions, asking, found)
            # Where all is layout there are no words that could need it.
            asking = self._needed(portions, found) if len(found) < len(self._edits) else set()
        return [edit for edit in may if edit in found]

    def _show_the_same(self, portions: Sequence[Sequence[Group]], asking: Container[int], layout: set[Edit]) -> None:
        """Take out of the layout, of some portions, what changes with the rest of it what is shown."""
        for at, groups in enumerate(portions):
            if at in asking:
                self._reduce(groups[0][0], groups[-1][1], [edit for *_, those in groups for edit in those], layout)
        for at, (one, two) in enumerate(pairwise(portions)):
            if (at in asking or at + 1 in asking) and two[0][0] <= one[-1][1] + 1:
                self._reduce(one[-1][0], two[0][1], [*one[-1][2], *two[0][2]], layout)

    def _reduce(self, first: int, last: int, those: Sequence[Edit], layout: set[Edit]) -> None:
        mine = [edit for edit in those if edit in layout]
        layout.difference_update(set(mine).difference(self._kept(first, last, mine)))

    def _needed(self, portions: Sequence[Sequence[Group]], layout: set[Edit]) -> set[int]:
        """Take out of the layout what the words beside it need to show what they show; in which portions that was, with their neighbours."""
        asking: set[int] = set()
        for at, groups in enumerate(portions):
            mine = [(first, last, some) for first, last, those in groups if (some := layout.intersection(those))]
            if not mine or self._bears(groups[0][0], groups[-1][1], layout):
                continue
            layout.difference_update(*(some for *_, some in mine))
            back = [some for first, last, some in mine if self._bears(first, last, layout | some)]
            layout.update(*(back if len(back) < len(mine) else ()))
            asking.update((at - 1, at, at + 1))
        return asking

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

    def _kept(self, first: int, last: int, edits: Sequence[Edit]) -> list[Edit]:
        """Leave out edits of a run of blocks until the others show what the text shows."""
        lo, hi = self._span(first, last)
        kept, out = list(edits), list[list[Edit]]()
        while kept and (piece := self._differs(lo, hi, (), kept, self._references)) is not None:
            if self._left < 0:
                return []
            out.append(self._culprits(lo, hi, piece, kept))
            kept = [edit for edit in kept if edit not in out[-1]]
        for some in out:
            fewer = [[edit for edit in some if edit != one] for one in some] if 1 < len(some) <= _FEW else []
            for trial in fewer:
                with_it = sorted([*kept, *trial])
                if self._differs(lo, hi, (), with_it, self._references) is None:
                    kept = with_it
                    break
        return kept

    def _culprits(self, lo: int, hi: int, piece: Piece, edits: Sequence[Edit]) -> list[Edit]:
        """The edits that most likely make a piece of the text another: those in its words, else the signs of its line."""
        lines = [lo]
        for line in self._base[lo:hi].split("\n"):
            lines.append(lines[-1] + len(line) + 1)
        start, end = lines[min(piece.first, len(lines) - 1)], lines[min(piece.last, len(lines) - 1)]
        inside = [edit for edit in edits if edit.start < end and edit.end >= start]
        if piece.inline and inside:
            return [edit for edit in inside if not opens(self._base, edit)] or inside
        near = next((edit for edit in edits if edit.end >= start), edits[-1])
        head = self._base.rfind("\n", 0, near.start)
        beside = [edit for edit in edits if self._base.rfind("\n", 0, edit.start) == head]
        return [edit for edit in beside if opens(self._base, edit)] or beside

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

    def _bears(self, first: int, last: int, layout: Container[Edit]) -> bool:
        """Whether the words of a run of blocks show without the layout what they show with it."""
        lo, hi = self._span(first, last)
        lo = self._firm[max(bisect_right(self._firm, lo) - 2, 0)]
        hi = self._firm[min(bisect_left(self._firm, hi) + 1, len(self._firm) - 1)]
        there = self._edits[bisect_left(self._edits, lo, key=_start) : bisect_right(self._edits, hi, key=_end)]
        words = [edit for edit in there if edit not in layout]
        if not words or self._differs(lo, hi, there, words, self._after.references) is None:
            return True
        if not self._fitting:
            return False
        old = [edit for edit in there if edit in layout]
        fitted = {edit: fit for edit in words if (fit := self._fit(edit, old)) != edit}
        if self._differs(lo, hi, there, [fitted.get(edit, edit) for edit in words], self._after.references) is not None:
            return False
        self.fitted |= fitted
        return True

    def _fit(self, edit: Edit, layout: Iterable[Edit]) -> Edit:
        """An edit with the signs of new items as they are in the list it puts them into."""
        blocks = self._blocks(edit)
        signs = {
            one.text.strip(): self._base[one.start : one.end].strip()
            for one in layout
            if one.text.strip() in ("-", "*", "+") and self._blocks(one)[0] in (blocks[0] - 1, *blocks)
        }
        text = "\n" + edit.text if edit.start and self._base[edit.start - 1] == "\n" else edit.text
        fit = _BULLET.sub(lambda found: found[1] + signs.get(found[2], found[2]), text)
        return Edit(edit.start, edit.end, fit[len(text) - len(edit.text) :])

    def _differs(self, lo: int, hi: int, some: Sequence[Edit], others: Sequence[Edit], references: References) -> Piece | None:
        """Where a passage, with some edits, first shows something else than with others; None if it shows the same."""
        one, two = (
            apply(self._base[lo:hi], [Edit(edit.start - lo, edit.end - lo, edit.text) for edit in edits]) for edits in (some, others)
        )
        self._left -= len(one) + len(two)
        if self._left < 0 or (not lo and front_matter(one) != front_matter(two)):
            return _NOWHERE
        for html in (True, False) if "<" in one + two else (True,):
            if some:
                here, defined = shown(one, references, html=html)
            else:
                if html not in self._last or self._last[html][0] != one:
                    self._last[html] = one, shown(one, references, html=html)
                here, defined = self._last[html][1]
            there, redefined = shown(two, references, html=html)
            if defined != redefined:
                return here[0] if here else _NOWHERE
            for piece, other in zip_longest(here, there, fillvalue=_NOWHERE):
                if piece.says != other.says:
                    return piece
        return None
