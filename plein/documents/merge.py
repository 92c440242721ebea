"""Many people's suggestions on one text, brought together as a set. Finding the edits of one person is ``diff``'s.

The order in which suggestions arrive means nothing: their edits are sorted and swept once. A suggestion goes in whole, or,
where one of its edits collides with somebody else's, is held whole. Which of two that collide is better is for people.

What counts as a collision: edits that replace, delete or insert into the same characters, different insertions at one point,
and one new passage put in at different points (else the text would say it twice). Edits that touch without sharing a character
do not collide: of 18,436 real merges those with no word between them came out as people made them nearly as often as others
(39 % against 53 %), so they are merged and flagged as near. An insertion at the very border of a replaced passage is such a
touch: what was inserted stands before or behind what was replaced.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from plein.documents.collide import Span, cliques, high, kind_of, low, runs, shared
from plein.documents.doubled import doubled
from plein.documents.edit import Edit, spans
from plein.documents.meet import at_odds, emptied, groups, in_turn, lined_up, retold, torn
from plein.documents.moves import Lifted, Move, moved
from plein.documents.near import Near, together
from plein.documents.notes import mislabelled, touches_labels
from plein.documents.numbering import counted
from plein.documents.pairs import Pair, crossing, pairs
from plein.documents.shape import may_reshape, reshaped
from plein.documents.soft import is_soft

K = TypeVar("K", bound=Hashable)

FAR_APART = 4_000
"""Changes with so many characters between them make no shape together, unless others stand between them."""


@dataclass(frozen=True, slots=True)
class Collision(Generic[K]):
    """Changes that cannot all stand, at one place.

    Attributes:
        kind: ``overlap``, ``contained``, ``same-place``, ``contrary`` or ``structure``.
        start: First code point of the base that all of them touch, from 0; where one passage is put in at several points, the first.
        end: The code point after the last one; equal to *start* where something is inserted.
        suggestions: Those that collide here, two or more, in the order of their edits.
    """

    kind: str
    start: int
    end: int
    suggestions: tuple[K, ...]


@dataclass(frozen=True, slots=True)
class Merge(Generic[K]):
    """What becomes of a text when all suggestions that go together are written into it.

    Attributes:
        text: The base with every suggestion that collides with none.
        applied: Those that are in it.
        held: Those that collide with at least one other; none of their edits is in the text.
        collisions: Where and how they collide, in order of place.
        near: Applied ones that meet in one sentence, in order of place.
    """

    text: str
    applied: frozenset[K]
    held: frozenset[K]
    collisions: tuple[Collision[K], ...]
    near: tuple[Near[K], ...]


def merge(base: str, suggestions: Mapping[K, Sequence[Edit]], *, order: Sequence[K] = ()) -> Merge[K]:
    r"""Write every suggestion that collides with none into a text.

    The result depends on the set alone, not on the order of the mapping. Identical edits fold into one. A change of lay-out
    (a line wrapped elsewhere, a list renumbered) gives way where another changes the words there, and never collides.

    Args:
        base: The text all of them were made against.
        suggestions: The edits of each; positions are code points into *base*, from 0.
        order: Insertions at one and the same place by suggestions named here all go in, in this order; so does one passage put in at
            several places, if all who do so are named.

    Raises:
        EditsOverlap: Two edits of one suggestion touch the same characters.
        EditOutside: An edit reaches beyond the end of *base*.

    >>> merge("We build homes.\n", {1: [Edit(0, 2, "You")], 2: [Edit(9, 14, "flats")]}).text
    'You build flats.\n'
    """
    return brought(base, suggestions, order)[0]


def brought(base: str, suggestions: Mapping[K, Sequence[Edit]], order: Sequence[K]) -> tuple[Merge[K], dict[Span, Span | None]]:
    """The merge; and how the changes that are in it are told where that differs from how they were handed in, None for one that gave way."""
    owners, crowd, found, paired = _gathered(base, suggestions)
    hard = sorted(owners)
    meeting = groups(hard)
    who = _Makers(owners, crowd)
    soft = sorted([span for group in meeting for span in group if not span[2][:1].isalpha() and is_soft(base, *span)])
    if soft:
        apart = set(soft)
        hard = [span for span in hard if span not in apart]
        meeting = groups(hard)
    told: dict[Span, Span] = {}
    for group in meeting:
        told |= retold(base, group, who.share)
    if told:
        found = who.tell(told, found)
        hard = sorted(span for span in {told.get(span, span) for span in hard} if span[2] or span[0] < span[1])
        meeting = groups(hard)
    lifted = Lifted(base, found, {span: len(crowd.get(span, ".")) for span in found}) if found else None
    placed = _together(owners, crowd, order) if order else {}
    places, alike = _places(base, meeting, who, lifted, placed)
    collisions = [_collision(place, owners, crowd, lifted.moves if lifted else {}) for place in places]
    twice = [those for those in doubled(base, hard) if _apart(those, owners, crowd) and not placed.keys() >= set(those)]
    collisions.extend(Collision("overlap", those[0][0], those[0][0], _makers(those, owners, crowd)) for those in twice)
    if paired:
        collisions += _halved(paired, who, told)
    disputed = lifted.disputed if lifted else []
    collisions.extend(Collision(kind, *span[:2], tuple(crowd[span])) for kind, span in disputed)
    if twice or disputed or paired:
        collisions.sort(key=lambda collision: (collision.start, collision.end))
    held = frozenset(key for collision in collisions for key in collision.suggestions)
    if held and told:  # what is held has no say in how the rest is told
        rest, said = brought(base, {key: edits for key, edits in suggestions.items() if key not in held}, order)
        return Merge(rest.text, rest.applied, held | rest.held, (*collisions, *rest.collisions), rest.near), said
    if held:
        hard = _without(hard, owners, crowd, held)
        soft = _without(soft, owners, crowd, held)
    said: dict[Span, Span | None] = {span: now if now[2] or now[0] < now[1] else None for span, now in told.items()}
    if alike:
        hard, turns = _turned(base, hard, placed)
        said |= dict.fromkeys(set(owners).difference(hard, soft), None)
        placed |= turns
    odd = _reshaped(base, hard, who, lifted, held) + _mislabelled(base, hard, who, held)
    if odd:
        more = held.union(*(collision.suggestions for collision in odd))
        rest, said = brought(base, {key: edits for key, edits in suggestions.items() if key not in more}, order)
        return Merge(rest.text, rest.applied, more | rest.held, (*collisions, *odd, *rest.collisions), rest.near), said
    wider = {span: wide for group in groups(hard) for span, wide in emptied(base, group).items()} if meeting else {}
    if wider:
        said |= {span: wider.get(now, now) for span, now in told.items()} | {span: wide for span, wide in wider.items() if span not in said.values()}
        hard = [wider.get(span, span) for span in hard]
        who.tell(wider, {})
    gone = [span for span in hard if span in lifted.moves] if lifted else []
    stands = hard
    if lifted and gone:
        stands = [span for span in hard if span not in lifted.moves]
        following, after = lifted.follow(_in_turn(stands, placed), gone)
        hard = sorted([*gone, *(after.get(span, span) for span in stands if span not in following)])
        placed = {after.get(span, span): turn for span, turn in placed.items()}
    if soft:
        hard = _with_soft(base, hard, soft)
        said |= dict.fromkeys(set(soft).difference(hard), None)
        stands = sorted({*stands, *set(soft).intersection(hard)}) if gone else hard
    if placed:
        hard = _in_turn(hard, placed)
    if len(suggestions) > 1 and (counts := counted(base, hard)):
        said |= {span: counts.get(now, now) for span, now in said.items() if now is not None}
        said |= {span: now for span, now in counts.items() if span in owners}
        hard = [now for span in hard if (now := counts.get(span, span)) is not None]
        hard = sorted([*hard, *(now for span, now in counts.items() if now == span)], key=lambda span: span[:2])
    near = _near(base, sorted([*stands, *gone]) if gone else stands, owners, crowd, held)
    text = _written(base, hard)
    if (text[:1] == "\n" or text[-2:] == "\n\n" or not text.strip()) and len(set(owners.values())) > 1:
        text = _trimmed(base, text, hard)
    return Merge(text, frozenset(suggestions) - held, held, tuple(collisions), near), said


class _Makers(Generic[K]):
    """Who makes each change, and how that changes where changes are told otherwise."""

    def __init__(self, owners: dict[Span, K], crowd: dict[Span, list[K]]) -> None:
        self.owners, self.crowd = owners, crowd

    def of(self, span: Span) -> Sequence[K]:
        """Everybody who makes a change."""
        return self.crowd.get(span) or (self.owners[span],)

    def share(self, one: Span, two: Span) -> bool:
        """Whether somebody makes both of two changes."""
        if one not in self.crowd and two not in self.crowd:
            return self.owners[one] == self.owners[two]
        return not set(self.of(one)).isdisjoint(self.of(two))

    def tell(self, told: Mapping[Span, Span], found: Mapping[Span, Sequence[Move]]) -> dict[Span, list[Move]]:
        """Take note of how changes are told, and give the moves as they are told."""
        makers = {span: list(self.of(span)) for span in told}
        for span in told:
            del self.owners[span]
            self.crowd.pop(span, None)
        for span, now in told.items():
            keys = sorted({*makers[span], *(self.of(now) if now in self.owners else ())}, key=_by_key)
            self.owners[now] = keys[0]
            if len(keys) > 1:
                self.crowd[now] = keys
        moves: dict[Span, list[Move]] = {}
        for those in found.values():
            for move in those:
                gone, come = told.get(move.gone, move.gone), told.get(move.come, move.come)
                moves.setdefault(gone, []).append(replace(move, gone=gone, come=come, to=come[0]))
        return moves


def _places(
    base: str, meeting: Sequence[list[Span]], who: _Makers[K], lifted: Lifted | None, placed: Mapping[Span, int]
) -> tuple[list[list[Span]], bool]:
    """The places where changes cannot all stand, in order; and whether there are points at which several things go in."""
    found: list[list[Span]] = []
    several = False
    by = lifted.places if lifted else cliques
    for group in meeting:
        for run in runs(group):
            for place in by(run):
                if place[0][0] == place[-1][1] and all(span[1] == place[0][0] for span in place):
                    several = True
                    if _in_order(place, placed) or in_turn(base, place) is not None:
                        continue
                found.append(place)
        found += [pair for pair in torn(base, group) if not who.share(*pair)]
        for place in at_odds(base, group, who.share):
            gone = next(span for span in place if span[0] < span[1])
            if lifted is None or not all(lifted.follows(gone, span) for span in place if span != gone):
                found.append(place)
    found.sort()
    return found, several


def _turned(base: str, hard: Sequence[Span], placed: Mapping[Span, int]) -> tuple[list[Span], dict[Span, int]]:
    """The changes without those that another at their point says too; and the turns of those at one point."""
    turns: dict[Span, int] = {}
    kept: list[Span] = []
    number = 0
    while number < len(hard):
        last, point = number + 1, hard[number][0]
        if hard[number][1] == point:
            while last < len(hard) and hard[last][1] == point:
                last += 1
        those = hard[number:last]
        found = in_turn(base, those) if len(those) > 1 and not _in_order(those, placed) else None
        kept += found or those
        turns |= found or {}
        number = last
    return kept, turns


def _halved(paired: Mapping[K, Sequence[Pair]], who: _Makers[K], told: Mapping[Span, Span]) -> list[Collision[K]]:
    """Where half of a pair of signs is shared by people who want its other half elsewhere; and where two pairs cross."""
    found: list[Collision[K]] = []
    now = {key: [(told.get(one, one), told.get(two, two)) for one, two in those] for key, those in paired.items()}
    wholes: dict[Span, dict[K, frozenset[Span]]] = {}
    for key, those in now.items():
        for half in {half for pair in those for half in pair}:
            wholes.setdefault(half, {})[key] = frozenset(one for pair in those if half in pair for one in pair)
    for half, by in sorted(wholes.items()):
        makers = who.of(half)
        if len(makers) > 1 and len({by.get(key, frozenset()) for key in makers}) > 1:
            found.append(Collision("overlap", half[0], half[1], tuple(makers)))
    for place in crossing(pair for those in now.values() for pair in those):
        keys = _makers(place, who.owners, who.crowd)
        if len(keys) > 1:
            found.append(Collision("overlap", place[1][0], place[2][1], keys))
    return found


def _reshaped(base: str, hard: Sequence[Span], who: _Makers[K], lifted: Lifted | None, held: frozenset[K]) -> list[Collision[K]]:
    """Where changes that are clean come to blocks or marks together that nobody asked for."""
    parts = {span for move in lifted.moves.values() for span in (move.gone, move.come)} if lifted else set()
    several: list[Span] = []
    reach = -FAR_APART
    for number, span in enumerate(hard):
        close = span[0] - reach < FAR_APART or (number + 1 < len(hard) and hard[number + 1][0] - span[1] < FAR_APART)
        if close and span not in parts and may_reshape(base, span):
            several.append(span)
        reach = span[1]
    makers = {span: [key for key in who.of(span) if key not in held] for span in several} if len(several) > 1 else {}
    found = reshaped(base, several, makers) if makers else ()
    return [Collision("structure", start, end, tuple(dict.fromkeys(keys))) for start, end, keys in found]


def _mislabelled(base: str, hard: Sequence[Span], who: _Makers[K], held: frozenset[K]) -> list[Collision[K]]:
    """Where changes that are clean leave a label defined twice, or referred to and not defined."""
    if "[^" not in base and "]:" not in base and not any("[" in span[2] for span in hard):
        return []
    changes: dict[K, list[Span]] = {}
    for span in hard:
        if touches_labels(base, span):
            for key in who.of(span):
                if key not in held:
                    changes.setdefault(key, []).append(span)
    found = mislabelled(base, changes) if len(changes) > 1 else ()
    return [Collision("structure", start, end, tuple(sorted(keys, key=_by_key))) for start, end, keys in found]


def _gathered(
    base: str, suggestions: Mapping[K, Sequence[Edit]]
) -> tuple[dict[Span, K], dict[Span, list[K]], dict[Span, list[Move]], dict[K, list[Pair]]]:
    """Who makes each change, those made by several with all of them; every move by the change that takes the passage out; pairs of signs by who.

    One entry per change and nothing else: at tens of thousands of suggestions the memory they are spread over costs more than the work.
    """
    owners: dict[Span, K] = {}
    crowd: dict[Span, list[K]] = {}
    found: dict[Span, list[Move]] = {}
    paired: dict[K, list[Pair]] = {}
    size = len(base)
    for key, edits in suggestions.items():
        if len(edits) == 1 and edits[0].end <= size:
            edit = edits[0]
            if edit.text or edit.start != edit.end:
                span = (edit.start, edit.end, edit.text)
                first = owners.setdefault(span, key)
                if first is not key:
                    crowd.setdefault(span, [first]).append(key)
            continue
        swept = spans(base, edits)
        for span in swept:
            first = owners.setdefault(span, key)
            if first is not key:
                crowd.setdefault(span, [first]).append(key)
        for move in moved(base, swept):
            found.setdefault(move.gone, []).append(move)
        if len(swept) > 1 and (those := pairs(base, swept)):
            paired[key] = those
    for keys in crowd.values():
        keys.sort(key=_by_key)
    return owners, crowd, found, paired


def _apart(changes: Sequence[Span], owners: Mapping[Span, K], crowd: Mapping[Span, Sequence[K]]) -> bool:
    """Whether nobody made two of these changes."""
    keys = [key for span in changes for key in crowd.get(span, (owners[span],))]
    return len(set(keys)) == len(keys)


def _without(swept: Sequence[Span], owners: Mapping[Span, K], crowd: Mapping[Span, Sequence[K]], held: frozenset[K]) -> list[Span]:
    """The changes that somebody makes who is not held."""
    return [span for span in swept if owners[span] not in held or (span in crowd and not held.issuperset(crowd[span]))]


def _together(owners: Mapping[Span, K], crowd: Mapping[Span, Sequence[K]], order: Sequence[K]) -> dict[Span, int]:
    """The insertions by the suggestions named in *order*, with their turn; one made by several takes the first turn."""
    turn: dict[K, int] = {}
    for key in order:
        turn.setdefault(key, len(turn))
    placed: dict[Span, int] = {}
    for span, owner in owners.items():
        if span[0] == span[1]:
            turns = [turn[key] for key in crowd.get(span, (owner,)) if key in turn]
            if turns:
                placed[span] = min(turns)
    return placed


def _in_turn(changes: Sequence[Span], placed: Mapping[Span, int]) -> list[Span]:
    """Changes by place, at one place by turn."""
    return sorted(changes, key=lambda span: (span[0], span[1], placed.get(span, -1), span[2])) if placed else list(changes)


def _in_order(place: Sequence[Span], placed: Mapping[Span, int]) -> bool:
    """Whether this place is no collision, because somebody said in which order all its insertions go in."""
    return all(span in placed and span[0] == place[0][0] for span in place)


def _collision(
    place: Sequence[Span], owners: Mapping[Span, K], crowd: Mapping[Span, Sequence[K]], moves: Mapping[Span, Move]
) -> Collision[K]:
    """The collision at one place, with everybody who made one of the changes there."""
    start, end = shared(place)
    kind = kind_of(place)
    if moves and not moves.keys().isdisjoint(place) and not any(span[2] for span in place):
        kind = "contrary"  # one deletes what another moves
    return Collision(kind, start, end, _makers(place, owners, crowd))


def _makers(changes: Sequence[Span], owners: Mapping[Span, K], crowd: Mapping[Span, Sequence[K]]) -> tuple[K, ...]:
    """Everybody who made one of these changes."""
    keys: dict[K, None] = {}
    for span in changes:
        if span in crowd:
            keys.update(dict.fromkeys(crowd[span]))
        else:
            keys[owners[span]] = None
    return tuple(keys)


def _by_key(key: object) -> tuple[int, int, str]:
    """An order of keys of any kind that is the same in every run: numbers by size, then everything else by its spelling."""
    return (0, key, "") if isinstance(key, int) else (1, 0, repr(key))


def _with_soft(base: str, hard: Sequence[Span], soft: Sequence[Span]) -> list[Span]:
    """Add the changes of lay-out that are in nobody's way; of two at one place the higher number, else the first."""
    kept = list(hard)
    reach = -1
    for span in sorted(soft, key=lambda span: (span[0], span[1], -int(span[2]) if span[2].isdecimal() else 0, span[2])):
        at = bisect_left(kept, (span[0], span[1], ""))
        before, after = kept[max(at - 1, 0) : at], kept[at : at + 1]
        if low(span) <= reach or (before and high(before[0]) >= low(span)) or (after and low(after[0]) <= high(span)):
            continue
        if torn(base, sorted([*before, span, *after])):
            continue
        kept.insert(at, span)
        reach = high(span)
    return kept


def _written(base: str, clean: Sequence[Span]) -> str:
    """The base with disjoint changes, in the order given, written into it."""
    parts: list[str] = []
    at = 0
    for start, end, text in clean:
        parts.append(base[at:start])
        parts.append(text)
        at = end
    parts.append(base[at:])
    return "".join(parts)


def _trimmed(base: str, text: str, hard: Sequence[Span]) -> str:
    """A merged text without the blank lines at its beginning and end that were between blocks of which one went."""
    first, last = (hard[0], hard[-1]) if hard else ((0, 0, ""), (0, 0, ""))
    if text[:1] == "\n" != base[:1] and not (first[0] == 0 and first[2][:1] == "\n"):
        text = text.lstrip("\n")
    if text[-2:] == "\n\n" != base[-2:] and not (last[1] == len(base) and last[2][-2:] == "\n\n"):
        text = text.rstrip("\n") + "\n"
    return text


def _near(
    base: str, clean: Sequence[Span], owners: Mapping[Span, K], crowd: Mapping[Span, Sequence[K]], held: frozenset[K]
) -> tuple[Near[K], ...]:
    """Runs of clean changes by different suggestions without the end of a sentence between them."""
    found: list[Near[K]] = []
    for first, last in together(base, clean):
        _add_near(found, clean[first:last], owners, crowd, held)
    return tuple(found)


def _add_near(
    found: list[Near[K]], run: Sequence[Span], owners: Mapping[Span, K], crowd: Mapping[Span, Sequence[K]], held: frozenset[K]
) -> None:
    """Add one run, if it is by more than one."""
    keys: dict[K, None] = {}
    if not crowd or crowd.keys().isdisjoint(run):
        keys = dict.fromkeys([owners[span] for span in run])
        if len(keys) > 1:
            found.append(Near(run[0][0], run[-1][1], tuple(keys)))
        return
    groups: set[tuple[K, ...]] = set()
    for span in run:
        if span in crowd:
            those = tuple(crowd[span])
            groups.add(those)
            keys.update(dict.fromkeys(key for key in those if key not in held))
        else:
            keys[owners[span]] = None
            groups.add((owners[span],))
    if len(keys) > 1 and len(groups) > 1:
        found.append(Near(run[0][0], run[-1][1], tuple(keys)))
