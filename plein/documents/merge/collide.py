"""Where changes touch the same characters. Knows places only, not who made them nor what follows from it.

An edit is seen as a stretch on a line with twice as many points as the text has characters: the even points lie between two
characters, the odd ones on them. An insertion is one even point; a replacement runs from the first to the last of its
odd points. So two changes collide exactly when their stretches share a point, and touching is no collision.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush

from plein.documents.spans import Span, high, low


def runs(swept: Sequence[Span]) -> list[list[Span]]:
    """Changes that hang together through others: each run has two or more, and shares no character with the rest.

    Args:
        swept: Distinct changes, sorted.
    """
    found: list[list[Span]] = []
    reach = -1
    first = 0
    for number, (start, end, _) in enumerate(swept):
        if start < end:
            lo, hi = 2 * start + 1, 2 * end - 1
        else:
            lo = hi = 2 * start
        if lo > reach:
            if number - first > 1:
                found.append(list(swept[first:number]))
            first = number
        if hi > reach:
            reach = hi
    if len(swept) - first > 1:
        found.append(list(swept[first:]))
    return found


def cliques(run: Sequence[Span]) -> list[list[Span]]:
    """The places of a run: at each, all changes collide with all the others there.

    A with B here and B with C there are two places. Where the places would together name very many changes (a staircase of
    thousands), the whole run is one place, so that the answer stays in proportion to the question.

    >>> cliques([(0, 4, "A"), (2, 8, "B"), (6, 9, "C")])
    [[(0, 4, 'A'), (2, 8, 'B')], [(2, 8, 'B'), (6, 9, 'C')]]
    """
    if len(run) == 2:
        return [list(run)]
    places: list[list[Span]] = []
    most = 64 * len(run) + 4096
    open_: list[tuple[int, int]] = []
    grown = False
    for number, span in enumerate(run):
        lo = low(span)
        if open_ and open_[0][0] < lo:
            if grown and len(open_) > 1:
                most -= len(open_)
                if most < 0:
                    return [list(run)]
                places.append([run[n] for n in sorted(n for _, n in open_)])
            while open_ and open_[0][0] < lo:
                heappop(open_)
            grown = False
        heappush(open_, (high(span), number))
        grown = True
    if grown and len(open_) > 1:
        places.append([run[n] for n in sorted(n for _, n in open_)])
    return places


def kind_of(place: Sequence[Span]) -> str:
    """In which way the changes at one place collide.

    >>> kind_of([(4, 4, "a"), (4, 4, "b")]), kind_of([(0, 9, ""), (4, 4, "b")]), kind_of([(0, 9, "x"), (4, 6, "b")])
    ('same-place', 'contrary', 'contained')
    """
    if len(place) == 2:  # nearly always, and there may be thousands
        (start, end, text), (start2, end2, text2) = place
        if start == end and start2 == end2:
            return "same-place"
        if end <= start2:  # they only touch: one hangs on what the other takes out, or together they would run two words into one
            return "contrary" if (not text) != (not text2) and (start == end or start2 == end2) else "overlap"
        if (not text) != (not text2):
            return "contrary"
        if (start, end) == (start2, end2):
            return "overlap"
        return "contained" if (start <= start2 and end2 <= end) or (start2 <= start and end <= end2) else "overlap"
    if all(start == end for start, end, _ in place):
        return "same-place"
    gone = sum(1 for span in place if not span[2])
    if 0 < gone < len(place):
        return "contrary"
    start, end = min(span[0] for span in place), max(span[1] for span in place)
    whole = sum(1 for span in place if span[0] == start and span[1] == end)
    return "contained" if 0 < whole < len(place) else "overlap"


def shared(place: Sequence[Span]) -> tuple[int, int]:
    """The characters that all changes at one place touch; where there are none (a staircase), all that any of them touches."""
    if len(place) == 2:
        one, two = place
        start, end = max(one[0], two[0]), min(one[1], two[1])
    else:
        start, end = max([span[0] for span in place]), min([span[1] for span in place])
    if start > end:
        return min(span[0] for span in place), max(span[1] for span in place)
    return start, end
