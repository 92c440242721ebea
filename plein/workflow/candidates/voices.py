"""Whose answer and whose support says something about a person: people of their own circle say less, and friends speak with one voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Voices:
    """Those who answered somebody, or support them.

    Attributes:
        inside: So many of them belong to the organisation.
        outside: So many do not.
        circle: So many are of the person's own circle; they are in neither of the two above.
        worth: What all of them are worth together. One from the other side (inside or outside) counts whole, one from the person's own side half.
        folded: Whether some support each other, and so were counted as one.
    """

    inside: int
    outside: int
    circle: int
    worth: float
    folded: bool

    @property
    def beyond(self) -> int:
        """How many are not of the person's own circle."""
        return self.inside + self.outside


class Circles:
    """Who supports whom. Two people who support each other are of one circle.

    Args:
        support: Pairs of who supports, and whom.
        inside: Those who belong to the organisation.
    """

    def __init__(self, support: Iterable[tuple[str, str]], inside: Set[str]) -> None:
        given: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in support:
            if one != other:
                given[one].add(other)
        self._inside = inside
        self._friends: dict[str, set[str]] = {}
        for one, others in given.items():
            if mutual := {other for other in others if one in given.get(other, ())}:
                self._friends[one] = mutual

    def voices(self, person: str, others: Iterable[str], *, circle: float = 0.0) -> Voices:
        """What *others* say about *person*.

        Args:
            person: About whom.
            others: Who answered or support them; whoever is in it twice counts once.
            circle: What the person's own circle is worth, all of it together.
        """
        everybody = set(others) - {person}
        own = everybody & self._friends.get(person, _NOBODY)
        beyond = everybody - own
        worth, rings = circle if own else 0.0, 0
        for ring in self.rings(beyond):
            rings += 1
            worth += 1.0 if any((one in self._inside) != (person in self._inside) for one in ring) else 0.5
        inside = len(beyond & self._inside)
        return Voices(inside, len(beyond) - inside, len(own), worth, rings < len(beyond))

    def rings(self, people: Iterable[str]) -> Iterator[set[str]]:
        """These people in groups that hang together by supporting each other; most are alone in theirs."""
        left = set(people)
        while left:
            first = left.pop()
            ring, ahead = {first}, [first]
            while ahead:
                friends = self._friends.get(ahead.pop(), _NOBODY) & left
                left -= friends
                ring |= friends
                ahead += friends
            yield ring
