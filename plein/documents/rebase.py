"""Carrying a suggestion on to the next version of the text: exactly, or not at all. Nothing is placed by resemblance."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TypeVar

from plein.documents.collide import Span, high, low
from plein.documents.diff import diff
from plein.documents.doubled import beside, put_in
from plein.documents.edit import Edit, apply, spans
from plein.documents.lines import times
from plein.documents.meet import at_odds, in_turn, lined_up, retold, torn, whole_block
from plein.documents.moves import carried, moved
from plein.documents.notes import mislabelled, touches_labels
from plein.documents.pairs import Pair, crossing, pairs, split
from plein.documents.paragraphs import BEGINS, ENDS, Paragraph, paragraphs
from plein.documents.shape import WINDOW, may_reshape, reshaped
from plein.documents.soft import is_soft
from plein.documents.tokens import is_word, tokens
from plein.documents.units import MARKER, core, whole_lines

K = TypeVar("K", bound=Hashable)

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

    Carrying over a change that has nothing to do with them and merging gives what merging both gives. Where the next version
    moved the passage they change, they go along; where they move a passage that the next version changed, its changes do.
    The difference of the last few pairs of versions is remembered; with *change* :func:`rebase_all` is the one for many.

    Args:
        edits: Disjoint edits of *old*; positions are code points, from 0.
        old: The version they were made against.
        new: The next version.
        change: The edits that made *new* from *old*, where they are known; else they are found by ``diff``. Where several put something in
            at one point, in the order of a merge.

    Raises:
        EditsOverlap: Two edits touch the same characters.
        EditOutside: An edit reaches beyond the end of *old*.

    >>> rebase([Edit(11, 16, "flats")], "Old. Build homes.\n", "A new start. Old. Build homes.\n").edits
    (Edit(start=24, end=29, text='flats'),)
    """
    return _carried(_step(old, new) if change is None else _Step(old, new, _told(old, change), True), edits)


def rebase_all(old: str, new: str, suggestions: Mapping[K, Sequence[Edit]], *, change: Sequence[Edit] | None = None) -> dict[K, Rebased]:
    r"""Carry all suggestions on one version on to the next: as :func:`rebase` does with each, but what they share is done once.

    Args:
        old: The version they were made against.
        new: The next version.
        suggestions: The edits of each, disjoint; positions are code points into *old*, from 0.
        change: The edits that made *new* from *old*, where they are known; else they are found by ``diff``.

    Returns:
        What became of each, in the order of *suggestions*.

    Raises:
        EditsOverlap: Two edits of one suggestion touch the same characters.
        EditOutside: An edit reaches beyond the end of *old*.

    >>> said = rebase_all("One.\n", "New. One.\n", {"anna": [Edit(0, 3, "Two")], "piet": [Edit(4, 4, " More.")]})
    >>> {who: (one.status, one.edits[0].start) for who, one in said.items()}
    {'anna': ('carried', 5), 'piet': ('carried', 9)}
    """
    step = _step(old, new) if change is None else _Step(old, new, _told(old, change), True)
    return {key: _carried(step, edits) for key, edits in suggestions.items()}


def _told(old: str, change: Sequence[Edit]) -> list[Span]:
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


class _Step:
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
        """Those of their changes that may make shapes with others."""
        return [span for span in self.theirs if span not in self.parts and may_reshape(self.old, span)]

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
            near = [span for span in self.shaping[first:last] if not any(low(span) <= high(one) and low(one) <= high(span) for one in shaping)]
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
            for paragraph in _around(paras, span):
                number = paragraph.number
                if number not in self.doubts:
                    self.doubts[number] = _doubt(self.old, self.new, paragraph, self.theirs, self.shifts)
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
def _step(old: str, new: str) -> _Step:
    """The step between two versions; remembered, because many suggestions are carried over the same change."""
    return _Step(old, new, spans(old, diff(old, new)), False)


def _carried(step: _Step, edits: Sequence[Edit]) -> Rebased:
    """What becomes of the edits of one suggestion."""
    old, theirs, lows, highs, shifts = step.old, step.theirs, step.lows, step.highs, step.shifts
    mine = spans(old, edits)
    if not mine:
        return Rebased("carried", ())
    if old == step.new:
        return Rebased("carried", tuple(Edit(*span) for span in mine))
    own = moved(old, mine)
    mover = {move.gone: move for move in own}
    parts = {move.come for move in own}.union(mover)
    if len(mine) > 1 and split(pairs(old, mine), step.same):
        return Rebased("collided", ())
    texts: dict[Span, str] = {}
    found: list[tuple[Span, Span]] = []
    stayed: list[Span] = []
    for span in mine:
        first, last = bisect_left(highs, low(span)), bisect_left(lows, high(span) + 1)
        met = theirs[first:last]
        move = mover.get(span)
        landed = step.led(span, met) if step.gone and span not in parts else None
        if landed is not None:
            found.append((span, landed))
            continue
        if move is not None:
            first, last = move.reach(old, theirs, first, last)
            met = theirs[first:last]
            if met and not (met == [span] and span in step.moves and step.moves[span].come == move.come):
                inside = [move.led(old, other) for other in met if other not in step.parts]
                if None in inside or len(inside) < len(met):
                    return Rebased("collided", ())
                texts[move.come] = carried(move.come[2], [other for other in inside if other is not None])
                found.append((span, (span[0] + shifts[first], span[1] + shifts[last], "")))
                stayed.append(span)
                continue
        elif step.gone and any(other in step.moves for other in met):
            return Rebased("collided", ())
        if met and (_stands_already(old, span, met) or (is_soft(old, *span) and not all(step.soft[first:last]))):
            continue
        if met and not span[2] and _taken_out(old, span, met) and not _gone(old, span, theirs):
            continue
        if span not in parts and whole_lines(old, span[0], span[2]) and span[0] == span[1]:
            line = span[2].strip("\n")
            here = beside(step.new, _mapped(theirs, shifts, span[0]), span[2])
            if here and times(step.new, line) > times(old, line):
                continue
            if put_in(old, step.new, span):
                return Rebased("collided", ())
        wide = step.touching(span)
        if wide and not all(step.soft[slice(*wide)]):
            came = _between(step, mine, span, *wide)
            if isinstance(came, str):
                if came == "already-in":
                    continue
                return Rebased("orphaned" if came == "orphaned" or _gone(old, span, theirs) else "collided", ())
            found.append((span, came))
            stayed.append(span)
            continue
        start = span[0] + shifts[_before(theirs, span, first)]
        end = span[1] + shifts[last] if met else start + span[1] - span[0]
        found.append((span, (min(start, end), end, span[2])))
        stayed.append(span)
    if not found:
        return Rebased("already-in", ())
    if step.at_odds([span for span in mine if span not in step.same and span not in parts]):
        return Rebased("collided", ())
    doubt = "" if step.told else step.doubt(stayed)
    if doubt:
        return Rebased(doubt, ())
    there = sorted((start, end, texts.get(span, text)) for span, (start, end, text) in found)
    if any(one[1] > two[0] or one[0] == one[1] == two[0] == two[1] for one, two in pairwise(there)):
        return Rebased("collided", ())  # what stood apart in the old version stands at one place in the new one
    return Rebased("carried", tuple(Edit(*span) for span in there))


def _between(step: _Step, mine: Sequence[Span], span: Span, first: int, last: int) -> Span | str:
    """Where a change stands in the next version that touches or shares characters with theirs[first:last]; or why it does not.

    The two are told as in a merge, and are at odds as in a merge.
    """
    old, met = step.old, step.theirs[first:last]
    near = [other for other in mine if other == span or (met[0][0] <= other[1] and other[0] <= met[-1][1])]
    own = set(near)
    if not own.isdisjoint(met):
        return "collided"

    def by_one(one: Span, two: Span) -> bool:
        return (one in own) == (two in own)

    told = retold(old, sorted([*near, *met]), by_one)
    now = told.get(span, span)
    if not now[2] and now[0] == now[1]:
        return "already-in"  # a seam whose block went
    others = [told.get(other, other) for other in met]
    group = sorted(other for other in (*(told.get(other, other) for other in near), *others) if other[2] or other[0] < other[1])
    own = {told.get(other, other) for other in near}
    if not own.isdisjoint(others):
        return "collided"
    for place in at_odds(old, group, by_one):
        if now in place:
            return "collided" if now[0] < now[1] else "orphaned"
    if any(now in pair for pair in torn(old, group) if not by_one(*pair)):
        return "collided"
    text, turn = now[2], -1
    for other in others:
        if low(other) <= high(now) and low(now) <= high(other):
            turns = in_turn(old, [now, other]) if now[0] == now[1] == other[0] == other[1] else None
            if turns is None:
                return "collided"
            if now not in turns:
                return "already-in"
            if other not in turns:  # ours begins or ends with all that they put in
                ahead = text.startswith(other[2])
                text = text[len(other[2]) :] if ahead else text[: len(text) - len(other[2])]
                turn = 1 if ahead else 0
            else:
                turn = int(turns[now] > turns[other])
    before = bisect_left(others, (now[0], now[1] if now[0] < now[1] else -1, ""))
    while before < len(others) and (others[before][:2] < now[:2] or (turn == 1 and others[before][:2] == now[:2])):
        before += 1
    start = now[0] + step.shifts[first + before]
    end = start + now[1] - now[0]
    if not text and any(not other[2] and (other[1] == now[0] or other[0] == now[1]) for other in others):
        start, end = _rest_of_block(step.new, start, end)
    return start, end, text


def _rest_of_block(new: str, start: int, end: int) -> tuple[int, int]:
    """What goes where what they left of a block goes too: with its sign and its line, as in a merge."""
    lo, hi = whole_block(new, start, end)
    return (lo, hi) if hi > end else (start, end)


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
    if met[0][0] == start and start + 400 <= span[0]:  # a text written anew is met by thousands; mostly its first words tell
        one, two = "".join(old[start : start + 400].split()), "".join(met[0][2][:400].split())
        if not (one.startswith(two) or two.startswith(one)):
            return False
    passage = old[start:end]
    asked = apply(passage, [Edit(span[0] - start, span[1] - start, span[2])])
    done = apply(passage, [Edit(other[0] - start, other[1] - start, other[2]) for other in met])
    return asked.split() == done.split()


def _taken_out(old: str, span: Span, met: Sequence[Span]) -> bool:
    """Whether all that this change takes out was taken out, and nothing put in its place."""
    lo, hi = core(old, span[0], span[1])
    for start, end, text in met:
        if text or start > lo:
            return False
        lo = max(lo, end)
    return lo >= hi


def _gone(old: str, span: Span, theirs: Sequence[Span]) -> bool:
    """Whether the paragraph of a change did not survive."""
    around = _around(paragraphs(old), span)
    if not around:
        return True
    return all(_kept(paragraph, theirs) < SURVIVES for paragraph in around)


def _around(paras: Sequence[Paragraph], span: Span) -> Sequence[Paragraph]:
    """The paragraphs a change touches; for something new between two of them, both."""
    first = bisect_left(paras, span[0], key=ENDS)
    last = bisect_left(paras, span[1], key=BEGINS)
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


def _doubt(old: str, new: str, paragraph: Paragraph, theirs: Sequence[Span], shifts: Sequence[int]) -> str:
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
    begin = _mapped(theirs, shifts, paragraph.start)
    became = new[begin : max(begin, _mapped(theirs, shifts, paragraph.end))]
    if became == passage or not became.strip():
        return ""
    others = [other for other in paras[max(at - 8, 0) : at + 9] if other is not paragraph and _kept(other, theirs) < 0.5]
    if others:
        words = _words(became)
        same = _alike(words, _words(passage))
        if any(_alike(words, _words(old[other.start : other.end])) >= same for other in others):
            return "collided"
    return ""


def _mapped(theirs: Sequence[Span], shifts: Sequence[int], offset: int) -> int:
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
