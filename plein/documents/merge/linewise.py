"""How a line tool sees a change: the shortest diff of lines, with the habits that git's merge has. Words are none of its business.

A merge that git makes must not be lost, so its view is taken first. Two habits matter: lines that say nothing because they occur
everywhere are not matched in the middle of a passage that is new, and what is put in stands as far down as it can.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plein.documents.diff.align import Effort, Hunk, Match, hunks_of, shortest
from plein.documents.diff.ends import common_ends

_WINDOW = 100


def linewise(a: Sequence[int], b: Sequence[int], effort: Effort) -> list[Hunk]:
    """The changed runs between two lists of lines.

    Args:
        a: One code per line of the old text; equal lines have equal codes.
        b: The same for the new text.
        effort: What this may cost; counted down here.

    >>> linewise([1, 2, 3], [1, 4, 3], Effort())
    [(1, 2, 1, 2)]
    """
    n, m = len(a), len(b)
    start, back = common_ends(a, b)
    in_a, in_b = Counter(a), Counter(b)
    kept_a = _telling(a, start, n - back, in_b)
    kept_b = _telling(b, start, m - back, in_a)
    matches: list[Match] = [(0, 0, start)] if start else []
    for i, j, k in shortest([a[x] for x in kept_a], [b[y] for y in kept_b], effort):
        matches.extend((kept_a[i + x], kept_b[j + x], 1) for x in range(k))
    if back:
        matches.append((n - back, m - back, back))
    return _sunk(hunks_of(matches, n, m), a, b)


def _telling(lines: Sequence[int], start: int, end: int, elsewhere: Counter[int]) -> list[int]:
    """The lines worth matching: not those that occur nowhere on the other side, nor common ones amidst such."""
    many, size = 1, len(lines)
    while size > 0:
        many, size = many * 2, size >> 2
    many = min(many, 1024)
    value = [0 if not elsewhere[code] else 2 if elsewhere[code] >= many else 1 for code in lines[start:end]]
    return [start + x for x, worth in enumerate(value) if worth == 1 or (worth == 2 and not _drowned(value, x))]


def _drowned(value: Sequence[int], at: int) -> bool:
    """Whether a common line stands among lines that have no partner."""
    alone = common = 0
    for way in (range(at - 1, max(at - _WINDOW, 0) - 1, -1), range(at + 1, min(at + _WINDOW + 1, len(value)))):
        alone_here = 0
        for x in way:
            if value[x] == 1:
                break
            alone_here += value[x] == 0
            common += value[x] == 2
        if not alone_here:
            return False
        alone += alone_here
    return common * 4 < common + alone


def _sunk(hunks: Sequence[Hunk], a: Sequence[int], b: Sequence[int]) -> list[Hunk]:
    """Insertions and deletions joined to the change above them where the lines allow it, else moved down as far as they go."""
    risen: list[Hunk] = []
    for i0, i1, j0, j1 in hunks:
        if risen and (i0 == i1 or j0 == j1):
            room = i0 - risen[-1][1]
            run, lo, hi = (b, j0, j1) if i0 == i1 else (a, i0, i1)
            if all(run[lo - k] == run[hi - k] for k in range(1, room + 1)):
                above = risen.pop()
                i0, i1, j0, j1 = above[0], i1 - room, above[2], j1 - room
        risen.append((i0, i1, j0, j1))
    sunk: list[Hunk] = []
    for i0, i1, j0, j1 in reversed(risen):
        stop = sunk[-1][0] if sunk else len(a)
        if i0 == i1:
            while i1 < stop and b[j0] == b[j1]:
                i0, i1, j0, j1 = i0 + 1, i1 + 1, j0 + 1, j1 + 1
        elif j0 == j1:
            while i1 < stop and a[i0] == a[i1]:
                i0, i1, j0, j1 = i0 + 1, i1 + 1, j0 + 1, j1 + 1
        if sunk and sunk[-1][0] == i1:
            after = sunk.pop()
            i1, j1 = after[1], after[3]
        sunk.append((i0, i1, j0, j1))
    return sunk[::-1]
