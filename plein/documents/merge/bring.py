"""A set of changes brought together: each told beside the others, those at odds set apart, the rest written in order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from plein.documents.diff.counting import as_counted, counted
from plein.documents.diff.items import follows, is_new_number
from plein.documents.diff.soft import is_soft
from plein.documents.edit import Edit
from plein.documents.merge.lifted import Lifted
from plein.documents.merge.makers import Makers
from plein.documents.merge.meet import emptied, groups, retold, torn
from plein.documents.merge.near import Near, together
from plein.documents.merge.odds import Collision, collisions, oddities
from plein.documents.merge.turns import in_turn
from plein.documents.spans import Span, high, low, written
from plein.documents.text.numerals import LONGEST, readings

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Brought(Generic[K]):
    """What becomes of a set of changes.

    Attributes:
        text: The base with all that go in.
        held: Who is in a collision.
        collisions: What collides, in order of place.
        near: Those who meet in one sentence.
        told: Changes that are told otherwise than they were handed in, as they are written; None for one that gave way.
        counted: Numbers that nobody changed, and that count on; with whoever put in or took out the items before them.
    """

    text: str
    held: frozenset[K]
    collisions: tuple[Collision[K], ...]
    near: tuple[Near[K], ...]
    told: Mapping[Span, Span | None]
    counted: Mapping[Span, K]


def brought(base: str, suggestions: Mapping[K, Sequence[Edit]], order: Sequence[K]) -> Brought[K]:
    """Bring all changes of all suggestions together; see ``merge`` for the arguments and what is raised."""
    who = Makers(base, suggestions)
    hard = sorted(who.owners)
    meeting = groups(hard)
    soft = sorted([span for group in meeting for span in group if _is_slight(span) and _gives_way(base, span, who, suggestions)])
    if soft:
        apart = set(soft)
        hard = [span for span in hard if span not in apart]
        meeting = groups(hard)
    told, retelling = _told(base, meeting, who)
    if told:
        who.tell(told)
        apart = set(told)
        now = {span for span in told.values() if span[2] or span[0] < span[1]}
        hard = sorted(now.union([span for span in hard if span not in apart]))
        meeting = groups(hard)
    lifted = Lifted(base, who.moves, {span: len(who.crowd.get(span, ".")) for span in who.moves}) if who.moves else None
    placed = _together(who, order) if order else {}
    found, points = collisions(base, hard, meeting, who, lifted, placed)
    held = frozenset(key for collision in found for key in collision.suggestions)
    if held and retelling and any(not held.isdisjoint(who.of(told.get(span, span))) for group in retelling for span in group):
        return _again(base, suggestions, order, found, held)  # what is held has no say in how the rest is told
    if held:
        hard, soft = who.without(hard, held), who.without(soft, held)
    said: dict[Span, Span | None] = {span: now if now[2] or now[0] < now[1] else None for span, now in told.items()}
    if points:
        hard, turns, dropped = _turned(base, hard, points, placed)
        handed = {now: span for span, now in told.items()}
        said |= dict.fromkeys([handed.get(span, span) for span in dropped], None)
        placed |= turns
    odd = oddities(base, hard, who, lifted, held)
    if odd:
        return _again(base, suggestions, order, [*found, *odd], held.union(*(collision.suggestions for collision in odd)))
    hard = _widened(base, hard, meeting, who, said)
    stands = hard
    if lifted:
        gone = [span for span in hard if span in lifted.moves]
        clean = [span for span in hard if span not in lifted.moves]
        following, after = lifted.follow(_in_turn(clean, placed), gone)
        hard = sorted([*gone, *(after.get(span, span) for span in clean if span not in following)])
        placed = {after.get(span, span): turn for span, turn in placed.items()}
    if soft:
        hard = _with_soft(base, hard, soft)
        left = set(soft).intersection(hard)
        said |= dict.fromkeys(set(soft).difference(left), None)
        stands = sorted({*stands, *left})
    hard = _in_turn(hard, placed)
    numbers: dict[Span, K] = {}
    if len(suggestions) > 1:
        hard, numbers = _counting(base, hard, who, said)
    text = written(base, hard)
    if (text[:1] == "\n" or text[-2:] == "\n\n" or not text.strip()) and len(set(who.owners.values())) > 1:
        text = _trimmed(base, text, hard)
    return Brought(text, held, tuple(found), _near(base, stands, who, held), said, numbers)


def _is_slight(span: Span) -> bool:
    """Whether a change may be one of layout or of a number: what puts words in is neither."""
    return len(span[2]) <= LONGEST or not span[2][:1].isalpha()


def _gives_way(base: str, span: Span, who: Makers[K], suggestions: Mapping[K, Sequence[Edit]]) -> bool:
    """Whether a change alters the layout alone, or a number that follows from what each of its makers puts in or takes out."""
    return is_soft(base, *span) or (
        is_new_number(base, *span)
        and all(follows(base, span, [(one.start, one.end, one.text) for one in suggestions[key]]) for key in who.of(span))
    )


def _again(
    base: str, suggestions: Mapping[K, Sequence[Edit]], order: Sequence[K], found: Sequence[Collision[K]], held: frozenset[K]
) -> Brought[K]:
    """What becomes of those who are not held, with what was found to collide before."""
    rest = brought(base, {key: edits for key, edits in suggestions.items() if key not in held}, order)
    every = sorted([*found, *rest.collisions], key=lambda collision: (collision.start, collision.end))
    return Brought(rest.text, held | rest.held, tuple(every), rest.near, rest.told, rest.counted)


def _told(base: str, meeting: Sequence[list[Span]], who: Makers[K]) -> tuple[dict[Span, Span], list[list[Span]]]:
    """How changes are told otherwise; and the groups in which that is not the very same change a little further on."""
    told: dict[Span, Span] = {}
    where: list[list[Span]] = []
    for group in meeting:
        found = retold(base, group, who.share)
        told |= found
        if any(now[1] - now[0] != span[1] - span[0] or len(now[2]) != len(span[2]) for span, now in found.items()):
            where.append(group)
    return told, where


def _together(who: Makers[K], order: Sequence[K]) -> dict[Span, int]:
    """The insertions by the suggestions named in *order*, with their turn; one made by several takes the first turn."""
    turn: dict[K, int] = {}
    for key in order:
        turn.setdefault(key, len(turn))
    placed: dict[Span, int] = {}
    for span in who.owners:
        if span[0] == span[1]:
            turns = [turn[key] for key in who.of(span) if key in turn]
            if turns:
                placed[span] = min(turns)
    return placed


def _turned(base: str, hard: list[Span], points: set[int], placed: Mapping[Span, int]) -> tuple[list[Span], dict[Span, int], set[Span]]:
    """The changes without those that another at their point says too, the turns of those at one point, and those left out."""
    turns: dict[Span, int] = {}
    dropped: set[Span] = set()
    for point in points:
        first = last = bisect_left(hard, (point, point, ""))
        while last < len(hard) and hard[last][1] == point:
            last += 1
        those = hard[first:last]
        if len(those) > 1 and not all(span in placed for span in those):
            found = in_turn(base, those) or {}
            turns |= found
            dropped.update(span for span in those if found and span not in found)
    return [span for span in hard if span not in dropped] if dropped else hard, turns, dropped


def _widened(base: str, hard: list[Span], meeting: Sequence[list[Span]], who: Makers[K], said: dict[Span, Span | None]) -> list[Span]:
    """The changes, those that together leave nothing of a block with what is left of it."""
    taking = [group for group in meeting if sum([not span[2] for span in group]) > 1]
    if not taking:
        return hard
    kept = set(hard)
    wider = {span: wide for group in taking for span, wide in emptied(base, [span for span in group if span in kept]).items()}
    if not wider:
        return hard
    handed = {now: span for span, now in said.items() if now is not None}
    said |= {handed.get(span, span): wide for span, wide in wider.items()}
    who.tell(wider)
    return [wider.get(span, span) for span in hard]


def _in_turn(changes: list[Span], placed: Mapping[Span, int]) -> list[Span]:
    """Changes by place, at one place by turn."""
    return sorted(changes, key=lambda span: (span[0], span[1], placed.get(span, -1), span[2])) if placed else changes


def _with_soft(base: str, hard: Sequence[Span], soft: Sequence[Span]) -> list[Span]:
    """Add the changes of lay-out that are in nobody's way; of two at one place the higher number, else the first."""
    kept = list(hard)
    reach = -1
    for span in sorted(soft, key=lambda span: (span[0], span[1], -_number(base, span), span[2])):
        at = bisect_left(kept, (span[0], span[1], ""))
        before, after = kept[max(at - 1, 0) : at], kept[at : at + 1]
        if low(span) <= reach or (before and high(before[0]) >= low(span)) or (after and low(after[0]) <= high(span)):
            continue
        if torn(base, sorted([*before, span, *after])):
            continue
        kept.insert(at, span)
        reach = high(span)
    return kept


def _number(base: str, span: Span) -> int:
    """What the number of an item becomes, counted as it was; 0 for what is none."""
    was = {style for style, _ in readings(base[span[0] : span[1]])}
    return max((number for style, number in readings(span[2]) if style in was), default=0)


def _counting(base: str, hard: list[Span], who: Makers[K], said: dict[Span, Span | None]) -> tuple[list[Span], dict[Span, K]]:
    """The changes with numbers of items that count on; and those of them that nobody changed, with who made them count."""
    counts = counted(base, hard, who.several)
    if not counts:
        return hard, {}
    handed = {now: span for span, now in said.items() if now is not None}
    said |= {handed.get(span, span): now for span, now in counts.items() if span in who.owners}
    for come in {move.come for moves in who.moves.values() for move in moves}:  # what others changed in it is written into it by now
        told = next((now for span, now in counts.items() if now and span[:2] == come[:2] and span not in who.owners), None)
        if told:
            said[handed.get(come, come)] = (come[0], come[1], as_counted(come[2], told[2]))
    kept = [now for span in hard if (now := counts.get(span, span)) is not None]
    new = sorted(now for span, now in counts.items() if now == span)
    makers = [span for span in hard if span in who.owners and "\n" in base[span[0] : span[1]] + span[2]]
    numbers = {now: who.owners[makers[max(bisect_left(makers, now) - 1, 0)]] for now in new} if makers else {}
    return sorted([*kept, *new], key=lambda span: span[:2]), numbers


def _trimmed(base: str, text: str, hard: Sequence[Span]) -> str:
    """A merged text without the blank lines at its beginning and end that were between blocks of which one went."""
    first, last = (hard[0], hard[-1]) if hard else ((0, 0, ""), (0, 0, ""))
    if text[:1] == "\n" != base[:1] and not (first[0] == 0 and first[2][:1] == "\n"):
        text = text.lstrip("\n")
    if text[-2:] == "\n\n" != base[-2:] and not (last[1] == len(base) and last[2][-2:] == "\n\n"):
        text = text.rstrip("\n") + "\n"
    return text


def _near(base: str, clean: Sequence[Span], who: Makers[K], held: frozenset[K]) -> tuple[Near[K], ...]:
    """Runs of clean changes by different suggestions without the end of a sentence between them."""
    found: list[Near[K]] = []
    for first, last in together(base, clean):
        run = clean[first:last]
        if not who.crowd or who.crowd.keys().isdisjoint(run):
            keys = dict.fromkeys([who.owners[span] for span in run])
            if len(keys) > 1:
                found.append(Near(run[0][0], run[-1][1], tuple(keys)))
            continue
        makers = {tuple(who.of(span)) for span in run}
        standing = dict.fromkeys(key for span in run for key in who.of(span) if key not in held)
        if len(standing) > 1 and len(makers) > 1:
            found.append(Near(run[0][0], run[-1][1], tuple(standing)))
    return tuple(found)
