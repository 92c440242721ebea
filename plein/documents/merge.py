"""Many people's suggestions on one text, brought together as a set. Finding the edits of one person is ``diff``'s.

The order in which suggestions arrive means nothing: their edits are sorted and swept once. A suggestion goes in whole, or,
where one of its edits collides with somebody else's, is held whole. Which of two that collide is better is for people.

What counts as a collision: edits that replace, delete or insert into the same characters, and different insertions at one
point. Edits that touch without sharing a character do not collide: of 18,436 real merges those with no word between them came out
as people made them nearly as often as others (39 % against 53 %), so they are merged and flagged as near. An insertion at
the very border of a replaced passage is such a touch: what was inserted stands before or behind what was replaced.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from plein.documents.collide import Span, cliques, high, kind_of, low, runs, shared, torn
from plein.documents.edit import Edit, spans
from plein.documents.soft import is_soft

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Collision(Generic[K]):
    """Changes that cannot all stand, at one place.

    Attributes:
        kind: ``overlap``, ``contained``, ``same-place`` or ``contrary``.
        start: First code point of the base that all of them touch, from 0.
        end: The code point after the last one; equal to *start* where something is inserted.
        suggestions: Those that collide here, two or more, in the order of their edits.
    """

    kind: str
    start: int
    end: int
    suggestions: tuple[K, ...]


@dataclass(frozen=True, slots=True)
class Near(Generic[K]):
    """Clean changes by different suggestions in one sentence: worth reading once, for two good edits can make nonsense.

    Attributes:
        start: First code point of the base that one of them changes, from 0.
        end: The code point after the last one.
        suggestions: Those that meet here, two or more, in the order of their edits.
    """

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
        order: Insertions at one and the same place by suggestions named here all go in, in this order.

    Raises:
        EditsOverlap: Two edits of one suggestion touch the same characters.
        EditOutside: An edit reaches beyond the end of *base*.

    >>> merge("We build homes.\n", {1: [Edit(0, 2, "You")], 2: [Edit(9, 14, "flats")]}).text
    'You build flats.\n'
    """
    owners: dict[Span, list[K]] = {}
    size = len(base)
    for key, edits in suggestions.items():
        if len(edits) == 1 and edits[0].end <= size:
            edit = edits[0]
            if edit.text or edit.start != edit.end:
                owners.setdefault((edit.start, edit.end, edit.text), []).append(key)
            continue
        for span in spans(base, edits):
            owners.setdefault(span, []).append(key)
    placed = _together(owners, order) if order else {}
    hard = sorted(owners)
    touching = runs(hard)
    soft = sorted(span for run in touching for span in run if is_soft(base, *span))
    if soft:
        apart = set(soft)
        hard = [span for span in hard if span not in apart]
        touching = runs(hard)
    places = [place for run in touching for place in cliques(run)]
    places.extend(pair for pair in torn(base, hard) if set(owners[pair[0]]).isdisjoint(owners[pair[1]]))
    places = [place for place in places if not _in_order(place, placed)]
    places.sort()
    collisions = tuple(_collision(place, owners) for place in places)
    held = frozenset(key for collision in collisions for key in collision.suggestions)
    if held:
        hard = [span for span in hard if not held.issuperset(owners[span])]
        soft = [span for span in soft if not held.issuperset(owners[span])]
    if soft:
        hard = _with_soft(base, hard, soft)
    if placed:
        hard.sort(key=lambda span: (span[0], span[1], placed.get(span, -1), span[2]))
    near = _near(base, hard, owners, held)
    return Merge(_written(base, hard), frozenset(suggestions) - held, held, collisions, near)


def _together(owners: Mapping[Span, Sequence[K]], order: Sequence[K]) -> dict[Span, int]:
    """The insertions by the suggestions named in *order*, with their turn; one made by several takes the first turn."""
    turn: dict[K, int] = {}
    for key in order:
        turn.setdefault(key, len(turn))
    placed: dict[Span, int] = {}
    for span, keys in owners.items():
        if span[0] == span[1]:
            turns = [turn[key] for key in keys if key in turn]
            if turns:
                placed[span] = min(turns)
    return placed


def _in_order(place: Sequence[Span], placed: Mapping[Span, int]) -> bool:
    """Whether this place is no collision, because somebody said in which order all its insertions go in."""
    return all(span in placed and span[0] == place[0][0] for span in place)


def _collision(place: Sequence[Span], owners: Mapping[Span, Sequence[K]]) -> Collision[K]:
    """The collision at one place, with everybody who made one of the changes there."""
    start, end = shared(place)
    keys: dict[K, None] = {}
    for span in place:
        for key in sorted(owners[span], key=_by_key):
            keys.setdefault(key)
    return Collision(kind_of(place), start, end, tuple(keys))


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


_SENTENCE_END = re.compile(r"[.!?…。！？\n](?:(?<=[。！？])|(?<=\n)[ \t]*(?:\n|[-*+#>|]|\d+[.)])|(?<!\n)[\"'”’)\]*_]*(?=\s))")


def _near(base: str, clean: Sequence[Span], owners: Mapping[Span, Sequence[K]], held: frozenset[K]) -> tuple[Near[K], ...]:
    """Runs of clean changes by different suggestions without the end of a sentence between them."""
    found: list[Near[K]] = []
    run: list[Span] = []
    ends, search, size, reach = False, _SENTENCE_END.search, len(base), 0
    for span in clean:
        start = span[0]
        if run:
            ends = start - reach > 2_000 or search(base, reach, min(start + 2, size)) is not None
            if ends and len(run) > 1:
                _add_near(found, run, owners, held)
        if ends or not run:
            run = [span]
        else:
            run.append(span)
        reach = span[1]
    if len(run) > 1:
        _add_near(found, run, owners, held)
    return tuple(found)


def _add_near(found: list[Near[K]], run: Sequence[Span], owners: Mapping[Span, Sequence[K]], held: frozenset[K]) -> None:
    """Add one run, if it is by more than one."""
    first = owners[run[0]]
    if all(owners[span] == first for span in run):
        return
    keys: dict[K, None] = {}
    for span in run:
        those = owners[span]
        for key in those if len(those) == 1 else sorted(those, key=_by_key):
            if key not in held:
                keys.setdefault(key)
    if len(keys) > 1:
        found.append(Near(run[0][0], run[-1][1], tuple(keys)))
