"""Which changes of a set cannot all stand, and of what kind that is. How changes are told before, and written after, is decided elsewhere."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from plein.documents.merge.collide import cliques, kind_of, runs, shared
from plein.documents.merge.doubled import doubled
from plein.documents.merge.lifted import Lifted
from plein.documents.merge.makers import Makers, by_key
from plein.documents.merge.meet import at_odds, torn
from plein.documents.merge.notes import mislabelled
from plein.documents.merge.pairs import crossing
from plein.documents.merge.shape import reshaped, shaping
from plein.documents.merge.turns import in_turn
from plein.documents.spans import Span
from plein.documents.text.labels import touches_labels

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Collision(Generic[K]):
    """Changes that cannot all stand, at one place.

    Attributes:
        kind: ``overlap``, ``contained``, ``same-place``, ``contrary`` or ``structure``.
        start: First code point of the base that all of them touch, from 0; where one passage is put in at several points, the first; for
            ``structure`` where the first of them begins.
        end: The code point after the last one; equal to *start* where something is inserted.
        suggestions: Those that collide here, two or more, in the order of their edits.
    """

    kind: str
    start: int
    end: int
    suggestions: tuple[K, ...]


def collisions(
    base: str, hard: Sequence[Span], meeting: Sequence[list[Span]], who: Makers[K], lifted: Lifted | None, placed: Mapping[Span, int]
) -> tuple[list[Collision[K]], set[int]]:
    """What collides in order of the text; and the points at which several things go in that do not.

    Args:
        base: The text.
        hard: The changes, sorted and told so that they do not meet in blanks; those of layout are not among them.
        meeting: Those of them that touch or share characters, in groups.
        who: Who makes them.
        lifted: The moves among them, if there are any.
        placed: The turn of insertions whose order somebody named.
    """
    places, points = _places(base, meeting, who, lifted, placed)
    found = [_collision(place, who, lifted) for place in places]
    twice = [those for those in doubled(base, hard) if who.apart(those) and not placed.keys() >= set(those)]
    found += [Collision("overlap", those[0][0], those[0][0], who.of_all(those)) for those in twice]
    halves = _halved(who) if who.pairs else []
    disputed = lifted.disputed if lifted else []
    found += [*halves, *(Collision(kind, *span[:2], tuple(who.crowd[span])) for kind, span in disputed)]
    if twice or disputed or halves:
        found.sort(key=lambda collision: (collision.start, collision.end))
    return found, points


def _places(
    base: str, meeting: Sequence[list[Span]], who: Makers[K], lifted: Lifted | None, placed: Mapping[Span, int]
) -> tuple[list[list[Span]], set[int]]:
    """The places where changes cannot all stand, in order."""
    found: list[list[Span]] = []
    points: set[int] = set()
    by = lifted.places if lifted else cliques
    for group in meeting:
        for run in runs(group):
            for place in by(run):
                point = place[0][0]
                if point == place[0][1] == place[-1][1] and _turn_by_turn(base, place, placed):
                    points.add(point)
                else:
                    found.append(place)
        found += [pair for pair in torn(base, group) if not who.share(*pair)]
        for place in at_odds(base, group, who.share):
            gone = next(span for span in place if span[0] < span[1])
            if lifted is None or not all(lifted.follows(gone, span) for span in place if span != gone):
                found.append(place)
    found.sort()
    return [place for place, _ in groupby(found)], points  # two that run words together may hang together too


def _turn_by_turn(base: str, place: Sequence[Span], placed: Mapping[Span, int]) -> bool:
    """Whether all at a place put something in at one point, and somebody said in which order, or only one makes sense."""
    point = place[0][0]
    return all(span[1] == point for span in place) and (all(span in placed for span in place) or in_turn(base, place) is not None)


def _collision(place: Sequence[Span], who: Makers[K], lifted: Lifted | None) -> Collision[K]:
    """The collision at one place, with everybody who made one of the changes there."""
    start, end = shared(place)
    kind = kind_of(place)
    if lifted and not lifted.moves.keys().isdisjoint(place) and not any(span[2] for span in place):
        kind = "contrary"  # one deletes what another moves
    return Collision(kind, start, end, who.of_all(place))


def _halved(who: Makers[K]) -> list[Collision[K]]:
    """Where half of a pair of signs is shared by people who want its other half elsewhere; and where two pairs cross."""
    found: list[Collision[K]] = []
    wholes: dict[Span, dict[K, frozenset[Span]]] = {}
    for key, those in who.pairs.items():
        for half in {half for pair in those for half in pair}:
            wholes.setdefault(half, {})[key] = frozenset(one for pair in those if half in pair for one in pair)
    for half, by in sorted(wholes.items()):
        makers = who.of(half)
        if len(makers) > 1 and len({by.get(key, frozenset()) for key in makers}) > 1:
            found.append(Collision("overlap", half[0], half[1], tuple(makers)))
    for place in crossing(pair for those in who.pairs.values() for pair in those):
        keys = who.of_all(place)
        if len(keys) > 1:
            found.append(Collision("overlap", place[1][0], place[2][1], keys))
    return found


def oddities(base: str, clean: Sequence[Span], who: Makers[K], lifted: Lifted | None, held: frozenset[K]) -> list[Collision[K]]:
    """Where changes that are clean come to blocks or marks together that nobody asked for, or leave a label without its note.

    Args:
        base: The text.
        clean: The changes that collide with none, sorted.
        who: Who makes them.
        lifted: The moves among them; what is moved is not looked at.
        held: Who is held anyway.
    """
    parts = {span for move in lifted.moves.values() for span in (move.gone, move.come)} if lifted else ()
    several = shaping(base, clean, parts)
    makers = {span: [key for key in who.of(span) if key not in held] for span in several} if len(several) > 1 else {}
    odd = reshaped(base, several, makers) if makers else ()
    found = [Collision("structure", start, end, tuple(dict.fromkeys(keys))) for start, end, keys in odd]
    if "[^" not in base and "]:" not in base and not any("[" in span[2] for span in clean):
        return found
    changes: dict[K, list[Span]] = {}
    for span in clean:
        if touches_labels(base, span):
            for key in who.of(span):
                if key not in held:
                    changes.setdefault(key, []).append(span)
    lone = mislabelled(base, changes) if len(changes) > 1 else ()
    return [*found, *(Collision("structure", start, end, tuple(sorted(keys, key=by_key))) for start, end, keys in lone)]
