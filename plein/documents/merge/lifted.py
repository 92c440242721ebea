"""Moved passages beside the changes of others: what follows a passage, and what collides with its going. How a move is found is not here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from plein.documents.diff.moves import Move
from plein.documents.merge.collide import cliques, runs
from plein.documents.spans import Span, high, low, written


class Lifted:
    """The moves of a whole set of suggestions: which of them others can follow, and which are in dispute.

    A move inside the passage of another, or into it, is followed by nobody: it collides as any deletion does.

    Attributes:
        moves: Those that can be followed, by the change that takes the passage out. Their passages share nothing.
        disputed: Changes that take out a passage which is moved to different places, or moved by some and deleted by others; with the
            kind of the collision.
    """

    def __init__(self, base: str, found: Mapping[Span, Sequence[Move]], takers: Mapping[Span, int]) -> None:
        """Sort them out.

        Args:
            base: The text.
            found: All moves, by the change that takes the passage out; one for every suggestion that makes it.
            takers: How many suggestions make that change, moving or not.
        """
        self._base = base
        self._parts = {move.come for those in found.values() for move in those}.union(found)
        self.moves: dict[Span, Move] = {}
        self.disputed: list[tuple[str, Span]] = []
        points = sorted({move.to for those in found.values() for move in those})
        crossed = _crossed(sorted(found))
        for span in sorted(found):
            at = bisect_left(points, span[0] + 1)
            if len(set(found[span])) > 1:
                self.disputed.append(("overlap", span))
            elif len(found[span]) < takers[span]:
                self.disputed.append(("contrary", span))
            elif span not in crossed and not (at < len(points) and points[at] < span[1]):
                self.moves[span] = found[span][0]
        self._gone = sorted(self.moves)

    def places(self, run: Sequence[Span]) -> list[list[Span]]:
        """The places of a run of sorted changes that hang together, where those that can follow a move do not stand against it."""
        others = [span for span in run if span not in self.moves]
        apart = [place for sub in runs(others) for place in cliques(sub)]
        if len(others) == len(run):
            return apart
        against: dict[Span, list[Span]] = {}
        foes: dict[Span, set[Span]] = {}
        most = 64 * len(run) + 4096
        for span in others:
            number = bisect_left(self._gone, low(span), key=high)
            while number < len(self._gone) and low(self._gone[number]) <= high(span):
                gone = self._gone[number]
                number += 1
                if self._led(self.moves[gone], span) is None:
                    against.setdefault(gone, []).append(span)
                    foes.setdefault(span, set()).add(gone)
                    most -= 1
            if most < 0:
                return [list(run)]
        if not against:
            return apart
        apart = [place for place in apart if not set.intersection(*(foes.get(span, set()) for span in place))]
        return apart + [place for gone, those in against.items() for place in cliques(sorted([gone, *those])) if gone in place]

    def follow(self, clean: Sequence[Span], gone: Sequence[Span]) -> tuple[set[Span], dict[Span, Span]]:
        """Who follows the moves that go in.

        Args:
            clean: Sorted changes that go in.
            gone: Those of *moves* that go in.

        Returns:
            The changes that follow, and for every change that puts a passage in: the one with them written into it.
        """
        done: set[Span] = set()
        after: dict[Span, Span] = {}
        for move, mine in self.landed(clean, gone):
            if mine:
                done.update(other for other, _ in mine)
                after[move.come] = (move.to, move.to, written(move.come[2], [to for _, to in mine]))
        return done, after

    def landed(self, clean: Sequence[Span], gone: Iterable[Span]) -> Iterator[tuple[Move, list[tuple[Span, Span]]]]:
        """Each move that goes in, with the changes that follow it and where these land in the text that is put in; as in :meth:`follow`."""
        for span in gone:
            move = self.moves[span]
            first, last = bisect_left(clean, (span[0], span[0], "")), bisect_left(clean, (span[1] + 1, 0, ""))
            landed = [(other, self._led(move, other)) for other in clean[first:last]]
            yield move, [(other, to) for other, to in landed if to is not None]

    def follows(self, gone: Span, span: Span) -> bool:
        """Whether a change follows the passage that another takes out to move it."""
        return gone in self.moves and self._led(self.moves[gone], span) is not None

    def _led(self, move: Move, span: Span) -> Span | None:
        """As :meth:`Move.led`; but no part of a move follows another, and who deletes the whole passage does not follow it."""
        if span in self._parts or (not span[2] and span[0] <= move.start and move.end <= span[1]):
            return None
        return move.led(self._base, span)


def _crossed(swept: Sequence[Span]) -> set[Span]:
    """Those of sorted changes that share characters with another."""
    found: set[Span] = set()
    far: Span | None = None
    for span in swept:
        if far is not None and span[0] < far[1]:
            found.update((far, span))
        if far is None or span[1] > far[1]:
            far = span
    return found
