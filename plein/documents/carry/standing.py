"""Where one change stands in the next version, or why it does not. A suggestion has many of them; how they stand together: ``rebase``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence

from plein.documents.carry.advance import Advance
from plein.documents.carry.doubt import is_gone, mapped
from plein.documents.diff.lines import times
from plein.documents.diff.soft import is_soft
from plein.documents.edit import Edit, apply
from plein.documents.merge.doubled import beside, put_in
from plein.documents.merge.meet import at_odds, retold, torn, whole_block
from plein.documents.merge.turns import in_turn
from plein.documents.spans import Span, high, low
from plein.documents.text.units import core, whole_lines


def standing(step: Advance, mine: Sequence[Span], span: Span, is_part: bool, first: int, met: Sequence[Span]) -> Span | str:
    """Where a change stands in the next version; or why it does not. *met*: their changes at it, the first of which is theirs[first];
    *is_part*: it takes a passage away here or puts it in there.
    """
    old, new, theirs, shifts = step.old, step.new, step.theirs, step.shifts
    if met and (_stands_already(old, span, met) or is_soft(old, *span)):
        return "already-in"
    if met and not span[2] and _taken_out(old, span, met) and not is_gone(old, span, theirs):
        return "already-in"
    if not is_part and span[0] == span[1] and whole_lines(old, span[0], span[2]):
        here = beside(new, mapped(theirs, shifts, span[0]), span[2])
        line = span[2].strip("\n")
        if here and times(new, line) > times(old, line):
            return "already-in"
        if put_in(old, new, span):
            return "collided"
    wide = step.touching(span)
    if wide and not all(step.soft[slice(*wide)]):
        came = _between(step, mine, span, *wide)
        return "orphaned" if came == "collided" and is_gone(old, span, theirs) else came
    start = span[0] + shifts[_before(theirs, span, first)]
    end = span[1] + shifts[first + len(met)] if met else start + span[1] - span[0]
    return min(start, end), end, span[2]


def _between(step: Advance, mine: Sequence[Span], span: Span, first: int, last: int) -> Span | str:
    """Where a change stands in the next version that touches or shares characters with theirs[first:last]; or why it does not.

    The two are told as in a merge, and are at odds as in a merge.
    """
    old, met = step.old, step.theirs[first:last]
    near = [one for one in mine if one == span or (met[0][0] <= one[1] and one[0] <= met[-1][1] and not is_soft(old, *one))]
    own = set(near)
    if not own.isdisjoint(met):
        return "collided"
    anew = retold(old, sorted([*near, *met]), _by_one(own))
    now = anew.get(span, span)
    if not now[2] and now[0] == now[1]:
        return "already-in"  # a seam whose block went
    parted = [first + n for n, other in enumerate(met) if (seam := anew.get(other)) and not seam[2] and seam[0] == seam[1]]
    if parted and not now[2]:  # a block that they parted from its neighbour goes with what parts it
        start, stop = step.theirs[parted[0]][0], max(span[1], step.theirs[parted[-1]][1])
        return start + step.shifts[parted[0]], stop + step.shifts[bisect_right(step.ends, stop)], ""
    ours, others = [anew.get(one, one) for one in near], [anew.get(other, other) for other in met]
    if not set(ours).isdisjoint(others):
        return "collided"
    odd = _odd(old, now, ours, others)
    if odd:
        return odd
    soft = {other for other, gives in zip(others, step.soft[first:last], strict=True) if gives}
    turned = _in_turn(old, now, [other for other in others if other not in soft])
    if isinstance(turned, str):
        return turned
    text, turn = turned
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


def _by_one(own: Collection[Span]) -> Callable[[Span, Span], bool]:
    """Whether two changes are by the same one, of whom these are all."""
    return lambda one, two: (one in own) == (two in own)


def _odd(old: str, now: Span, ours: Sequence[Span], others: Sequence[Span]) -> str:
    """Why a change cannot stand beside what it meets, as in a merge; empty where it can."""
    by_one = _by_one(set(ours))
    group = sorted(other for other in (*ours, *others) if other[2] or other[0] < other[1])
    for place in at_odds(old, group, by_one):
        if now in place:
            return "collided" if now[0] < now[1] else "orphaned"
    return "collided" if any(now in pair for pair in torn(old, group) if not by_one(*pair)) else ""


def _in_turn(old: str, now: Span, others: Sequence[Span]) -> tuple[str, int] | str:
    """What a change puts in beside those that put something in at its place, and whether that comes before (0) or behind them (1), if any do;
    or why it puts in nothing.
    """
    text, turn = now[2], -1
    for other in others:
        if low(other) <= high(now) and low(now) <= high(other):
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
    return text, turn


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
