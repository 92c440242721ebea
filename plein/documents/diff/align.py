"""Which elements of two sequences are the same ones. Knows numbers only; what they stand for (lines, words) is the caller's.

Rare elements first: what occurs once on both sides anchors the rest (patience), then what occurs rarely (histogram), and
only what is left between two anchors goes to diff-match-patch. A shortest diff is not what people mean; rare words are.
All effort is counted in steps, never in seconds, so that the same texts give the same result on every machine.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from plein.documents.diff.ends import common_ends

Match = tuple[int, int, int]
"""(i, j, n): ``a[i:i+n] == b[j:j+n]``."""

Hunk = tuple[int, int, int, int]
"""(i0, i1, j0, j1): elements i0..i1 of the old became j0..j1 of the new."""


@dataclass(slots=True)
class Effort:
    """What one comparison may still cost. Where it runs out, a block counts as wholly different.

    Attributes:
        squares: For diff-match-patch, whose work grows with the square of the number of differences.
        table: For finding that number: elements of one side times elements of the other.
        steps: Elements looked at while searching for anchors.
        pairs: Pairs of paragraphs compared.
    """

    squares: int = 8_000_000
    table: int = 3_000_000_000
    steps: int = 24_000_000
    pairs: int = 120_000


def align(a: Sequence[int], b: Sequence[int], solid: Sequence[bool], effort: Effort) -> list[Match]:
    """Match two sequences of codes.

    Args:
        a: One code per element; equal elements have equal codes.
        b: The same for the other side.
        solid: By code, whether the element may serve as an anchor (a word may, a blank may not).
        effort: What this may cost; counted down here.

    Returns:
        Matches in order of both sides, not overlapping, as long as they go.

    >>> align([1, 2, 3], [1, 3], [True] * 4, Effort())
    [(0, 0, 1), (2, 1, 1)]
    """
    found: list[Match] = []
    todo = [(0, len(a), 0, len(b))]
    while todo:
        a0, a1, b0, b1 = todo.pop()
        start = a0
        while a0 < a1 and b0 < b1 and a[a0] == b[b0]:
            a0 += 1
            b0 += 1
        if a0 > start:
            found.append((start, b0 - (a0 - start), a0 - start))
        end = a1
        while a0 < a1 and b0 < b1 and a[a1 - 1] == b[b1 - 1]:
            a1 -= 1
            b1 -= 1
        if a1 < end:
            found.append((a1, b1, end - a1))
        if a0 == a1 or b0 == b1:
            continue
        effort.steps -= (a1 - a0) + (b1 - b0) + 8
        if effort.steps < 0:
            continue
        anchors = _anchors(a, b, a0, a1, b0, b1, solid, effort)
        if not anchors:
            found.extend(_shortest(a, b, a0, a1, b0, b1, effort))
            continue
        i, j = a0, b0
        for ai, bj, n in _stretched(a, b, a1, b1, anchors):
            found.append((ai, bj, n))
            if i < ai and j < bj:
                todo.append((i, ai, j, bj))
            i, j = ai + n, bj + n
        if i < a1 and j < b1:
            todo.append((i, a1, j, b1))
    return joined(found)


def _stretched(a: Sequence[int], b: Sequence[int], a1: int, b1: int, anchors: Sequence[Match]) -> list[Match]:
    """Each anchor with all the equal elements that follow it; what then lies inside another is left out."""
    stretched: list[Match] = []
    end = 0
    for i, j, n in anchors:
        if i < end:
            continue
        end, other = i + n, j + n
        while end + 32 <= a1 and a[end : end + 32] == b[other : other + 32] and other + 32 <= b1:
            end, other = end + 32, other + 32
        while end < a1 and other < b1 and a[end] == b[other]:
            end, other = end + 1, other + 1
        stretched.append((i, j, end - i))
    return stretched


def _anchors(a: Sequence[int], b: Sequence[int], a0: int, a1: int, b0: int, b1: int, solid: Sequence[bool], effort: Effort) -> list[Match]:
    """What must belong together because it is rare: all that is unique on both sides and in order, else the rarest stretch."""
    if a1 - a0 == 1 or b1 - b0 == 1:
        return []
    in_a, in_b = Counter(a[a0:a1]), Counter(b[b0:b1])
    once = {code for code, count in in_b.items() if count == 1 and solid[code] and in_a.get(code) == 1}
    if once:
        place = dict(zip(b[b0:b1], range(b0, b1), strict=True))
        return chain([(i, place[code]) for i, code in enumerate(a[a0:a1], a0) if code in once])
    rare = [(in_a[code] * count, code) for code, count in in_b.items() if solid[code] and code in in_a]
    if not rare:
        return []
    times = min(rare)[0]
    if times > 64:
        return []
    best: Match | None = None
    for code in sorted({code for n, code in rare if n == times})[:16]:
        for i in [i for i in range(a0, a1) if a[i] == code]:
            for j in [j for j in range(b0, b1) if b[j] == code]:
                match = _grown(a, b, a0, a1, b0, b1, i, j)
                effort.steps -= match[2]
                if best is None or (-match[2], match) < (-best[2], best):
                    best = match
        effort.steps -= (a1 - a0) + (b1 - b0)
    return [best] if best else []


def _grown(a: Sequence[int], b: Sequence[int], a0: int, a1: int, b0: int, b1: int, i: int, j: int) -> Match:
    """The longest match through (i, j)."""
    n = 1
    while i + n < a1 and j + n < b1 and a[i + n] == b[j + n]:
        n += 1
    while i > a0 and j > b0 and a[i - 1] == b[j - 1]:
        i, j, n = i - 1, j - 1, n + 1
    return i, j, n


def chain(pairs: list[tuple[int, int]]) -> list[Match]:
    """The longest chain of pairs that go forward on both sides; *pairs* go forward on the first."""
    order = [j for _, j in pairs]
    if order == sorted(order):  # nothing traded places, as is usual
        return [(i, j, 1) for i, j in pairs]
    tails: list[int] = []
    last: list[int] = []
    back: list[int] = []
    for number, (_, j) in enumerate(pairs):
        at = bisect_left(tails, j)
        back.append(last[at - 1] if at else -1)
        if at == len(tails):
            tails.append(j)
            last.append(number)
        else:
            tails[at] = j
            last[at] = number
    chain: list[Match] = []
    number = last[-1] if last else -1
    while number >= 0:
        i, j = pairs[number]
        chain.append((i, j, 1))
        number = back[number]
    return chain[::-1]


def shortest(a: Sequence[int], b: Sequence[int], effort: Effort) -> list[Match]:
    """Match two sequences by the shortest diff alone, as line tools do; no matches where that would cost too much.

    >>> shortest([1, 2, 3], [1, 3], Effort())
    [(0, 0, 1), (2, 1, 1)]
    """
    n, m = len(a), len(b)
    i, k = common_ends(a, b)
    ends = [(0, 0, i)] * bool(i) + [(n - k, m - k, k)] * bool(k)
    return joined(ends + (_shortest(a, b, i, n - k, i, m - k, effort) if i < n - k and i < m - k else []))


def _shortest(a: Sequence[int], b: Sequence[int], a0: int, a1: int, b0: int, b1: int, effort: Effort) -> list[Match]:
    """The shortest diff of what holds no anchor, by diff-match-patch over one character per element, if it can be paid for."""
    n, m = a1 - a0, b1 - b0
    common = set(a[a0:a1]).intersection(b[b0:b1])
    if not common:
        return []
    if n == 1 or m == 1:
        if n == 1:
            return [(a0, list(b[b0:b1]).index(a[a0]) + b0, 1)]
        return [(list(a[a0:a1]).index(b[b0]) + a0, b0, 1)]
    effort.table -= n * m
    if effort.table < 0:
        return []
    letters: dict[int, str] = {}
    for code in sorted(common):
        number = len(letters) + 0x22
        letters[code] = chr(number if number < 0xD800 else number + 0x800)
    left = "".join([letters.get(code, "\x20") for code in a[a0:a1]])
    right = "".join([letters.get(code, "\x21") for code in b[b0:b1]])
    cost = _distance(left, right) ** 2
    if cost > effort.squares:
        return []
    effort.squares -= cost
    from diff_match_patch import diff_match_patch

    comparison = diff_match_patch()
    comparison.Diff_Timeout = 0
    found: list[Match] = []
    i, j = a0, b0
    for kind, run in comparison.diff_main(left, right, False):
        if kind == 0:
            found.append((i, j, len(run)))
        i += len(run) if kind <= 0 else 0
        j += len(run) if kind >= 0 else 0
    return found


def _distance(a: str, b: str) -> int:
    """Insertions plus deletions of the shortest diff: the longest common subsequence, bit by bit in Python's whole numbers."""
    mask: dict[str, int] = {}
    for i, letter in enumerate(a):
        mask[letter] = mask.get(letter, 0) | 1 << i
    full = (1 << len(a)) - 1
    row = full
    for letter in b:
        hit = row & mask.get(letter, 0)
        row = ((row + hit) | (row - hit)) & full
    return len(a) + len(b) - 2 * (len(a) - row.bit_count())


def hunks_of(matches: list[Match], n: int, m: int) -> list[Hunk]:
    """What lies between the matches of two sequences with *n* and *m* elements."""
    hunks: list[Hunk] = []
    i = j = 0
    for p, q, k in [*matches, (n, m, 0)]:
        if i < p or j < q:
            hunks.append((i, p, j, q))
        i, j = p + k, q + k
    return hunks


def joined(found: list[Match]) -> list[Match]:
    """Matches in order, neighbours on both sides made one.

    >>> joined([(4, 3, 1), (0, 0, 2), (2, 2, 1)])
    [(0, 0, 3), (4, 3, 1)]
    """
    found.sort()
    long: list[Match] = []
    for i, j, n in found:
        if long:
            p, q, k = long[-1]
            if p + k == i and q + k == j:
                long[-1] = (p, q, k + n)
                continue
        long.append((i, j, n))
    return long
