"""Carrying a suggestion on to the next version of the text: exactly, or not at all. Nothing is placed by resemblance."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from plein.documents.carry.advance import Advance, advance, told
from plein.documents.carry.doubt import is_gone, mapped
from plein.documents.diff.lines import times
from plein.documents.diff.moves import moved
from plein.documents.diff.numbering import recounted
from plein.documents.diff.soft import is_soft
from plein.documents.edit import Edit, apply, spans
from plein.documents.merge.doubled import beside, put_in
from plein.documents.merge.meet import at_odds, retold, torn, whole_block
from plein.documents.merge.pairs import pairs, split
from plein.documents.merge.turns import in_turn
from plein.documents.spans import Span, high, low, written
from plein.documents.text.units import core, whole_lines

K = TypeVar("K", bound=Hashable)


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
    return _carried(advance(old, new) if change is None else Advance(old, new, told(old, change), True), edits)


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
    step = advance(old, new) if change is None else Advance(old, new, told(old, change), True)
    return {key: _carried(step, edits) for key, edits in suggestions.items()}


def _carried(step: Advance, edits: Sequence[Edit]) -> Rebased:
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
                texts[move.come] = written(move.come[2], [other for other in inside if other is not None])
                found.append((span, (span[0] + shifts[first], span[1] + shifts[last], "")))
                stayed.append(span)
                continue
        elif step.gone and any(other in step.moves for other in met):
            return Rebased("collided", ())
        if met and (_stands_already(old, span, met) or is_soft(old, *span)):
            continue
        if met and not span[2] and _taken_out(old, span, met) and not is_gone(old, span, theirs):
            continue
        if span not in parts and whole_lines(old, span[0], span[2]) and span[0] == span[1]:
            line = span[2].strip("\n")
            here = beside(step.new, mapped(theirs, shifts, span[0]), span[2])
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
                return Rebased("orphaned" if came == "orphaned" or is_gone(old, span, theirs) else "collided", ())
            found.append((span, came))
            stayed.append(span)
            continue
        start = span[0] + shifts[_before(theirs, span, first)]
        end = span[1] + shifts[last] if met else start + span[1] - span[0]
        found.append((span, (min(start, end), end, span[2])))
        stayed.append(span)
    words = [span for span in mine if not is_soft(old, *span)]
    if not found or (words and all(span not in words for span, _ in found)):
        return Rebased("already-in", ())
    if step.at_odds([span for span in mine if span not in step.same and span not in parts]):
        return Rebased("collided", ())
    doubt = "" if step.told else step.doubt(stayed)
    if doubt:
        return Rebased(doubt, ())
    there = sorted((start, end, texts.get(span, text)) for span, (start, end, text) in found)
    outside = any(not 0 <= start <= end <= len(step.new) for start, end, _ in there)
    if outside or any(one[1] > two[0] or one[0] == one[1] == two[0] == two[1] for one, two in pairwise(there)):
        return Rebased("collided", ())  # what stood apart in the old version stands at one place in the new one
    if any(text.isdecimal() and old[start:end].isdecimal() for start, end, text in mine):
        there = recounted(step.new, there)
    return Rebased("carried", tuple(Edit(*span) for span in there))


def _between(step: Advance, mine: Sequence[Span], span: Span, first: int, last: int) -> Span | str:
    """Where a change stands in the next version that touches or shares characters with theirs[first:last]; or why it does not.

    The two are told as in a merge, and are at odds as in a merge.
    """
    old, met = step.old, step.theirs[first:last]
    near = [one for one in mine if one == span or (met[0][0] <= one[1] and one[0] <= met[-1][1] and not is_soft(old, *one))]
    own = set(near)
    if not own.isdisjoint(met):
        return "collided"

    def by_one(one: Span, two: Span) -> bool:
        return (one in own) == (two in own)

    anew = retold(old, sorted([*near, *met]), by_one)
    now = anew.get(span, span)
    if not now[2] and now[0] == now[1]:
        return "already-in"  # a seam whose block went
    parted = [first + n for n, other in enumerate(met) if (seam := anew.get(other)) and not seam[2] and seam[0] == seam[1]]
    if parted and not now[2]:  # a block that they parted from its neighbour goes with what parts it
        start, stop = step.theirs[parted[0]][0], max(span[1], step.theirs[parted[-1]][1])
        return start + step.shifts[parted[0]], stop + step.shifts[bisect_right(step.ends, stop)], ""
    others = [anew.get(other, other) for other in met]
    group = sorted(other for other in (*(anew.get(other, other) for other in near), *others) if other[2] or other[0] < other[1])
    own = {anew.get(other, other) for other in near}
    if not own.isdisjoint(others):
        return "collided"
    for place in at_odds(old, group, by_one):
        if now in place:
            return "collided" if now[0] < now[1] else "orphaned"
    if any(now in pair for pair in torn(old, group) if not by_one(*pair)):
        return "collided"
    text, turn = now[2], -1
    soft = {other for other, gives in zip(others, step.soft[first:last], strict=True) if gives}
    for other in others:
        if other not in soft and low(other) <= high(now) and low(now) <= high(other):
            turns = in_turn(old, [now, other]) if now[0] == now[1] == other[0] == other[1] else None
            if turns is None:
                return "collided"
            if now not in turns:
                return "already-in"
            if other not in turns:  # ours begins or ends with all that they put in
                leads = text.startswith(other[2])
                text = text[len(other[2]) :] if leads else text[: len(text) - len(other[2])]
                turn = int(leads)
            else:
                turn = int(turns[now] > turns[other])
    within = [other for other in soft if now[0] <= other[0] and other[1] <= now[1] and now[0] < now[1]]
    ahead = [other for other in others if other not in within and (other[:2] < now[:2] or (turn == 1 and other[:2] == now[:2]))]
    start = now[0] + step.shifts[first] + sum(map(_longer, ahead))
    end = start + now[1] - now[0] + sum(map(_longer, within))
    for other in met:  # a blank that both take, and that is gone already
        shorter = anew.get(other, other)
        if shorter[1] - shorter[0] < other[1] - other[0]:
            end -= max(0, min(now[1], other[1]) - max(now[0], other[0]))
    if not text and any(not other[2] and (other[1] == now[0] or other[0] == now[1]) for other in others):
        start, end = _rest_of_block(step.new, start, end)
    return start, end, text


def _longer(span: Span) -> int:
    """How much longer a change makes the text."""
    return len(span[2]) - (span[1] - span[0])


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
