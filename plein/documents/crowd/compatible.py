"""The largest set of suggestions that goes together, as help for those who decide. It says when it is not sure that there is no larger one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

from plein.documents.crowd.fold import fold
from plein.documents.edit import Edit
from plein.documents.merge.merge import merge
from plein.documents.spans import Span, high, low

K = TypeVar("K", bound=Hashable)

LARGEST = 300
"""Groups of more alternatives that hang together through collisions are not searched, only gone through once."""
PAIRS = 20_000
"""Nor those in which more pairs stand at one place."""
STEPS = 4_000
"""How many steps the search in one group takes at most; steps and not seconds, so that every machine finds the same."""
ALL_STEPS = 60_000
"""How many steps all searches take together at most."""


@dataclass(frozen=True, slots=True)
class Compatible(Generic[K]):
    """A set of suggestions that goes together.

    Attributes:
        suggestions: Those in it; ``merge`` holds none of them.
        covered: Those that say the same as one in it, set in another way, with that one.
        left: Those that collide with one in it.
        support: How many people are behind what is in it or covered, counted once for each thing they ask for.
        exact: Whether it is certain that no other set has more support. Where a dense crowd was gone through once only, it is not.
    """

    suggestions: frozenset[K]
    covered: Mapping[K, K]
    left: frozenset[K]
    support: int
    exact: bool


def compatible(
    base: str, suggestions: Mapping[K, Sequence[Edit]], *, people: Mapping[K, str] | None = None, order: Sequence[K] = ()
) -> Compatible[K]:
    r"""Choose suggestions that go together, so that as many people as can be get what they asked for.

    Those that say the same are one alternative, with all the people behind it. The order of the mapping means nothing.

    Args:
        base: The text all of them were made against.
        suggestions: The edits of each; positions are code points into *base*, from 0.
        people: Who made each; without it, each is by somebody else.
        order: Insertions at one and the same place by suggestions named here do not collide, as in ``merge``.

    Raises:
        EditsOverlap: Two edits of one suggestion touch the same characters.
        EditOutside: An edit reaches beyond the end of *base*.

    >>> found = compatible("We build.\n", {1: [Edit(0, 8, "You buy")], 2: [Edit(0, 2, "You")], 3: [Edit(3, 8, "rent")]})
    >>> sorted(found.suggestions), sorted(found.left), found.exact
    ([2, 3], [1], True)
    """
    alternatives = fold(base, suggestions, people=people)
    edits = {number: one.edits for number, one in enumerate(alternatives)}
    named = {key: number for number, one in enumerate(alternatives) for key in one.suggestions}
    turns = list(dict.fromkeys(named[key] for key in order if key in named))

    def collisions(numbers: Iterable[int]) -> list[tuple[int, ...]]:
        return [one.suggestions for one in merge(base, {number: edits[number] for number in numbers}, order=turns).collisions]

    chosen, exact = _choose([one.support for one in alternatives], edits, collisions)
    while more := collisions(chosen):  # few go together in threes though any two of them do not collide, or the other way round
        exact = False
        for numbers in more:
            chosen -= set(sorted(numbers)[1:])
    covered = {key: one.first for n, one in enumerate(alternatives) if n in chosen for key in one.suggestions[len(one.same) :]}
    inside = frozenset(key for n in chosen for key in alternatives[n].same)
    left = frozenset(suggestions) - inside - covered.keys()
    return Compatible(inside, covered, left, sum(alternatives[n].support for n in chosen), exact)


def _choose(
    weights: Sequence[int], edits: Mapping[int, Sequence[Edit]], collisions: Callable[[Iterable[int]], list[tuple[int, ...]]]
) -> tuple[set[int], bool]:
    """The best set out of every group that hangs together, and whether all of them are certain."""
    parent = list(range(len(weights)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    places = collisions(range(len(weights)))
    for numbers in places:
        for other in numbers[1:]:
            one, two = sorted((root(numbers[0]), root(other)))
            parent[two] = one
    groups: dict[int, list[int]] = {}
    for number in range(len(weights)):
        groups.setdefault(root(number), []).append(number)
    within: dict[int, list[tuple[int, ...]]] = {}
    for numbers in places:
        within.setdefault(root(numbers[0]), []).append(numbers)
    chosen: set[int] = set()
    exact, steps = True, ALL_STEPS
    for first, group in groups.items():
        if len(group) == 1:
            chosen.update(group)
            continue
        known = _greedy(group, edits)
        doubtful = sum(len(numbers) * (len(numbers) - 1) // 2 for numbers in within[first])
        if len(group) > LARGEST or doubtful > PAIRS or steps <= doubtful // 4:
            chosen |= known
            exact = False
            continue
        steps -= doubtful // 4
        known -= {number for numbers in collisions(known) for number in sorted(numbers)[1:]}
        position = {number: at for at, number in enumerate(group)}
        pairs = [
            pair for pair in sorted({pair for numbers in within[first] for pair in combinations(sorted(numbers), 2)}) if collisions(pair)
        ]
        heavy = [weights[number] for number in group]
        search = _Search(heavy, _neighbours(position, pairs), min(steps, STEPS))
        chosen.update(group[at] for at in search.run([position[number] for number in sorted(known)]))
        steps -= search.taken
        exact &= search.complete
        sharing = [(one, two) for one, two in pairs if _share(edits[one], edits[two])]
        if exact and len(sharing) < len(pairs):
            bound = _Search(heavy, _neighbours(position, sharing), min(steps, STEPS))
            bound.run([])
            steps -= bound.taken
            exact = bound.complete and bound.weight == search.weight
    return chosen, exact


def _neighbours(position: Mapping[int, int], pairs: Iterable[tuple[int, int]]) -> list[int]:
    """With whom each collides, as bits."""
    neighbours = [0] * len(position)
    for one, two in pairs:
        neighbours[position[one]] |= 1 << position[two]
        neighbours[position[two]] |= 1 << position[one]
    return neighbours


def _share(ours: Sequence[Edit], theirs: Sequence[Edit]) -> bool:
    """Whether two ask for different things at one place. Where they do not, a third may make them go together: it takes out what lay between."""
    return any(one.start <= two.end and two.start <= one.end and one != two for one in ours for two in theirs)


def _greedy(group: Sequence[int], edits: Mapping[int, Sequence[Edit]]) -> set[int]:
    """Take one after the other, those with the most people first, as long as it shares no character with one that was taken."""
    taken: set[int] = set()
    stands: list[tuple[int, int, Span]] = []
    for number in group:
        own: list[Span] = [(edit.start, edit.end, edit.text) for edit in edits[number]]
        if all(_fits(stands, span) for span in own):
            taken.add(number)
            for span in own:
                stretch = (low(span), high(span), span)
                at = bisect_left(stands, stretch)
                if stands[at : at + 1] != [stretch]:
                    stands.insert(at, stretch)
    return taken


def _fits(stands: Sequence[tuple[int, int, Span]], span: Span) -> bool:
    """Whether a change shares no character with those that stand (which share none), or is one of them."""
    at = bisect_left(stands, (low(span), -1, span))
    for lo, hi, other in stands[max(at - 1, 0) : at + 2]:
        if lo <= high(span) and low(span) <= hi:
            return other == span
    return True


class _Search:
    """Branch and bound for the heaviest set without neighbours; every set of members is a number with their bits."""

    def __init__(self, weights: Sequence[int], neighbours: Sequence[int], steps: int) -> None:
        self._weights, self._neighbours, self._steps = weights, neighbours, steps
        self._best: tuple[int, int] = (-1, 0)
        self.taken = 0
        self.complete = True

    def run(self, start: Sequence[int]) -> list[int]:
        """The positions of the heaviest set found; *start* is one that is known."""
        self._best = (sum(self._weights[position] for position in start), sum(1 << position for position in start))
        self._go((1 << len(self._weights)) - 1, 0, 0)
        return _positions(self._best[1])

    @property
    def weight(self) -> int:
        """How heavy the set found is."""
        return self._best[0]

    def _go(self, free: int, chosen: int, weight: int) -> None:
        self.taken += 1
        if self.taken > self._steps:
            self.complete = False
            return
        while True:
            for position in _positions(free):
                if not self._neighbours[position] & free:
                    free &= ~(1 << position)
                    chosen |= 1 << position
                    weight += self._weights[position]
            if weight > self._best[0]:
                self._best = (weight, chosen)
            if not free or not self.complete or weight + self._bound(free) <= self._best[0]:
                return
            pick = max(_positions(free), key=lambda position: ((self._neighbours[position] & free).bit_count(), -position))
            self._go(free & ~self._neighbours[pick] & ~(1 << pick), chosen | 1 << pick, weight + self._weights[pick])
            free &= ~(1 << pick)

    def _bound(self, free: int) -> int:
        """No set out of *free* is heavier: of every bundle in which all collide with all, only one can be in it."""
        total = 0
        while free:
            first = free & -free
            position = first.bit_length() - 1
            bundle, heaviest = self._neighbours[position] & free, self._weights[position]
            free &= ~first
            while bundle:
                nearest = bundle & -bundle
                other = nearest.bit_length() - 1
                heaviest = max(heaviest, self._weights[other])
                free &= ~nearest
                bundle &= self._neighbours[other]
            total += heaviest
        return total


def _positions(bits: int) -> list[int]:
    found = []
    while bits:
        first = bits & -bits
        found.append(first.bit_length() - 1)
        bits ^= first
    return found
