"""Carrying a suggestion on to the next version of the text: exactly, or not at all. Nothing is placed by resemblance."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from plein.documents.carry.advance import Advance, advance, told
from plein.documents.carry.standing import standing
from plein.documents.diff.counting import counts_on, recounted
from plein.documents.diff.items import follows, is_new_number
from plein.documents.diff.leads import led_anew
from plein.documents.diff.moves import Move, moved
from plein.documents.diff.soft import is_soft
from plein.documents.edit import Edit, spans
from plein.documents.merge.pairs import pairs, split
from plein.documents.spans import Span, high, low, written

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
    if not mine or old == step.new:
        return Rebased("carried", tuple(Edit(*span) for span in mine))
    own = moved(old, mine)
    mover = {move.gone: move for move in own}
    parts = {part for move in own for part in (move.gone, move.come)}
    if len(mine) > 1 and split(pairs(old, mine), step.same):
        return Rebased("collided", ())
    texts: dict[Span, str] = {}
    found: list[tuple[Span, Span]] = []
    stayed: list[Span] = []
    for span in mine:
        first, last = bisect_left(highs, low(span)), bisect_left(lows, high(span) + 1)
        met = theirs[first:last]
        if met and follows(old, span, mine):
            continue  # it counts on from what they made of it
        landed = step.led(span, met) if step.gone and span not in parts else None
        if landed is not None:
            found.append((span, landed))
            continue
        move = mover.get(span)
        if move is not None:
            first, last = move.reach(old, theirs, first, last)
            met = theirs[first:last]
        came: Span | str
        if move is not None and _is_changed(step, move, met):
            text = _with_changes(step, move, met)
            texts[move.come] = text or ""
            came = "collided" if text is None else (span[0] + shifts[first], span[1] + shifts[last], "")
        elif move is None and step.gone and any(other in step.moves for other in met):
            came = "collided"
        else:
            came = standing(step, mine, span, span in parts, first, met)
        if not isinstance(came, str):
            found.append((span, came))
            stayed.append(span)
        elif came != "already-in":
            return Rebased(came, ())
    if texts:
        found = [(span, (*there[:2], texts.get(span, there[2]))) for span, there in found]
    return _joined(step, mine, parts, stayed, found)


def _is_changed(step: Advance, move: Move, met: Sequence[Span]) -> bool:
    """Whether they changed something in or at a passage that is moved here, other than moving it to the same place."""
    if len(met) != 1 or met[0] != move.gone:
        return bool(met)
    return move.gone not in step.moves or step.moves[move.gone].come != move.come


def _with_changes(step: Advance, move: Move, met: Sequence[Span]) -> str | None:
    """How a passage that is moved here reads with what they changed in it but its number; None where that does not go along."""
    met = [other for other in met if not is_new_number(step.old, *other)]
    inside = [move.led(step.old, other) for other in met if other not in step.parts]
    if None in inside or len(inside) < len(met):
        return None
    return written(move.come[2], [other for other in inside if other is not None])


def _joined(
    step: Advance, mine: Sequence[Span], parts: Collection[Span], stayed: Sequence[Span], found: Sequence[tuple[Span, Span]]
) -> Rebased:
    """What becomes of changes of which each has its place in the next version, or has none to have: whether they stand there together.

    *parts*: those that move something here; *stayed*: those whose passage was not moved there; *found*: those that have a place, and it.
    """
    old, new = step.old, step.new
    words = [span for span in mine if not is_soft(old, *span) and not follows(old, span, mine)]
    if not found or (words and all(span not in words for span, _ in found)):
        return Rebased("already-in", ())
    if step.at_odds([span for span in mine if span not in step.same and span not in parts]):
        return Rebased("collided", ())
    doubt = "" if step.told else step.doubt(stayed)
    if doubt:
        return Rebased(doubt, ())
    there = sorted([_at_top(mine, place) for mine, place in led_anew(old, new, sorted(found))])
    outside = any(not 0 <= start <= end <= len(new) for start, end, _ in there)
    if outside or any(one[1] > two[0] or one[0] == one[1] == two[0] == two[1] for one, two in pairwise(there)):
        return Rebased("collided", ())  # what stood apart in the old version stands at one place in the new one
    if any(is_new_number(old, *span) for span in mine) or counts_on(old, mine):
        there = recounted(new, there)
    if parts and written(new, there) == new:
        return Rebased("already-in", ())  # moved to where it stands there: what stood between is gone
    return Rebased("carried", tuple(Edit(*span) for span in there))


def _at_top(mine: Span, there: Span) -> Span:
    """Blocks that come to stand where the text begins now, with the blank lines behind them that stood before them."""
    start, end, text = there
    blocks = text.lstrip("\n")
    if end or not mine[0] or blocks == text or not blocks.endswith("\n"):
        return there
    return start, end, blocks + "\n" * (len(text) - len(blocks))
