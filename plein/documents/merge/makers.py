"""Who makes each change of a set. What the changes do to each other is decided elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from plein.documents.diff.moves import Move, moved
from plein.documents.edit import Edit, spans
from plein.documents.merge.pairs import Pair, pairs
from plein.documents.spans import Span

K = TypeVar("K", bound=Hashable)


class Makers(Generic[K]):
    """The changes of many, each once, with all who make it.

    One entry per change and nothing else: at tens of thousands of suggestions the memory they are spread over costs more than the work.

    Attributes:
        owners: Somebody who makes each change.
        crowd: For changes made by several: all of them, in order.
        moves: The moves of passages, by the change that takes the passage out; one for every suggestion that makes it.
        pairs: By suggestion, its changes that are whole only together.
    """

    def __init__(self, base: str, suggestions: Mapping[K, Sequence[Edit]]) -> None:
        """Gather them.

        Raises:
            EditsOverlap: Two edits of one suggestion touch the same characters.
            EditOutside: An edit reaches beyond the end of *base*.
        """
        owners: dict[Span, K] = {}
        crowd: dict[Span, list[K]] = {}
        self.moves: dict[Span, list[Move]] = {}
        self.pairs: dict[K, list[Pair]] = {}
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
                self.moves.setdefault(move.gone, []).append(move)
            if len(swept) > 1 and (those := pairs(base, swept)):
                self.pairs[key] = those
        for keys in crowd.values():
            keys.sort(key=by_key)
        self.owners, self.crowd = owners, crowd

    def of(self, span: Span) -> Sequence[K]:
        """Everybody who makes a change."""
        return self.crowd.get(span) or (self.owners[span],)

    def of_all(self, changes: Iterable[Span]) -> tuple[K, ...]:
        """Everybody who makes one of these changes, each once."""
        keys: dict[K, None] = {}
        for span in changes:
            if span in self.crowd:
                keys.update(dict.fromkeys(self.crowd[span]))
            else:
                keys[self.owners[span]] = None
        return tuple(keys)

    def share(self, one: Span, two: Span) -> bool:
        """Whether somebody makes both of two changes."""
        if one not in self.crowd and two not in self.crowd:
            return self.owners[one] == self.owners[two]
        return not set(self.of(one)).isdisjoint(self.of(two))

    def apart(self, changes: Sequence[Span]) -> bool:
        """Whether nobody makes two of these changes."""
        keys = [key for span in changes for key in self.of(span)]
        return len(set(keys)) == len(keys)

    def several(self, changes: Sequence[Span]) -> bool:
        """Whether nobody makes all of these changes; one that is told otherwise by now counts as somebody else's."""
        makers = [set(self.of(span)) if span in self.owners else set() for span in changes]
        return bool(makers) and not set.intersection(*makers)

    def without(self, changes: Sequence[Span], held: Collection[K]) -> list[Span]:
        """Those of the changes that somebody makes who is not held."""
        owners, crowd = self.owners, self.crowd
        gone = held if isinstance(held, frozenset) else frozenset(held)
        return [span for span in changes if owners[span] not in gone or (span in crowd and not gone.issuperset(crowd[span]))]

    def tell(self, told: Mapping[Span, Span]) -> None:
        """Take note of how changes are told: who made the one makes the other."""
        makers = {span: list(self.of(span)) for span in told}
        for span in told:
            del self.owners[span]
            self.crowd.pop(span, None)
        for span, now in told.items():
            keys = sorted({*makers[span], *(self.of(now) if now in self.owners else ())}, key=by_key)
            self.owners[now] = keys[0]
            if len(keys) > 1:
                self.crowd[now] = keys
        moves: dict[Span, list[Move]] = {}
        for those in self.moves.values():
            for move in those:
                gone, come = told.get(move.gone, move.gone), told.get(move.come, move.come)
                moves.setdefault(gone, []).append(replace(move, gone=gone, come=come, to=come[0]))
        self.moves = moves
        self.pairs = {key: [(told.get(one, one), told.get(two, two)) for one, two in those] for key, those in self.pairs.items()}


def by_key(key: object) -> tuple[int, int, str]:
    """An order of keys of any kind that is the same in every run: numbers by size, then everything else by its spelling."""
    return (0, key, "") if isinstance(key, int) else (1, 0, repr(key))
