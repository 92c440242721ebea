"""Which paragraph of the old text became which of the new, inside a passage that changed. Words are compared elsewhere.

A chunk is a paragraph, list item, table row or heading with the blank lines before it; cut by the look of its lines alone,
because this must be fast and must work on texts that are not good Markdown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from plein.documents.diff.align import Effort, chain
from plein.documents.text.sublines import NAMES
from plein.documents.text.tokens import is_word, tokens
from plein.documents.thresholds import PARAGRAPH_INSIDE, SAME_PARAGRAPH, SPLIT_AT_MOST

_TYPED = rf"(?:\d{{1,3}}\.){{1,4}}\d{{1,3}}[.)]?\s|(?:{NAMES}) ?\d"
"""Numbers that people type: of a paragraph inside an article, and of that."""
_OPENS = re.compile(
    rf"\s*(?:{_TYPED}|" r"[-*+•]\s|-(?=[^\W\d])|\(?\w{1,3}[.)]\s|#{1,6}\s|\||>|```|~~~|</?[a-zA-Z]|<!--|\[[^\]]+\]:|[:~]\s)"
)
_NUMBER = re.compile(r"\s*(?:\d{1,9}|(?:\d{1,3}\.){1,4}\d{1,3}(?=[.)]?\s)|[a-z](?=[.)]))[.)]?\s+")
_CLOSES = re.compile(r"\s*(?:#{1,6}\s|```|~~~)|.*\|\s*$")


class Chunk:
    """A paragraph with the blank lines before it. What it is made of is found out when somebody asks.

    Attributes:
        text: As it stands in the text.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def tokens(self) -> list[str]:
        """Its words, blanks and signs."""
        return tokens(self.text)

    @cached_property
    def words(self) -> dict[str, int]:
        """How many characters each of its words takes up, all occurrences together."""
        counted = Counter(self.tokens).items()
        return {token: times * len(token) for token, times in counted if token[0].isalnum() or is_word(token)}

    @cached_property
    def weight(self) -> int:
        """How many characters all its words take up."""
        return sum(self.words.values())


Pairing = tuple[int, int, int, int, bool]
"""(a0, a1, b0, b1, alike): chunks a[a0:a1] became b[b0:b1]; not alike: they only stand in the same place."""


def cut(lines: Sequence[str]) -> list[Chunk]:
    """Cut a run of lines, each with its newline, into chunks.

    >>> [chunk.text for chunk in cut(["# A\\n", "\\n", "One\\n", "line.\\n", "- b\\n"])]
    ['# A\\n', '\\nOne\\nline.\\n', '- b\\n']
    """
    chunks: list[Chunk] = []
    run: list[str] = []
    full = closed = False
    for line in lines:
        blank = not line.strip()
        if full and (blank or closed or _OPENS.match(line)):
            chunks.append(Chunk("".join(run)))
            run, full = [], False
        run.append(line)
        if not blank:
            full, closed = True, _CLOSES.match(line) is not None
    if run:
        chunks.append(Chunk("".join(run)))
    return chunks


def pair(a: Sequence[Chunk], b: Sequence[Chunk], effort: Effort) -> list[Pairing]:
    """Say what became of each chunk, in order; together the pairings cover both sides.

    One chunk may become two (a paragraph split) and two may become one.
    """
    if not a or not b:
        return [(0, len(a), 0, len(b), False)]
    if len(a) == len(b) == 1:
        return [(0, 1, 0, 1, True)]
    kept: list[tuple[int, int, int, int]] = []
    for a0, a1, b0, b1 in _narrowed(a, b):
        size = (a1 - a0) * (b1 - b0)
        if size <= 6_000 and size <= effort.pairs:
            effort.pairs -= size
            kept.extend(_best(a, b, a0, a1, b0, b1))
    return _filled(kept, len(a), len(b))


def _narrowed(a: Sequence[Chunk], b: Sequence[Chunk]) -> list[tuple[int, int, int, int]]:
    """Cut a long passage at chunks that are each other's best partner by their rare words."""
    if len(a) * len(b) <= 900:
        return [(0, len(a), 0, len(b))]
    areas: list[tuple[int, int, int, int]] = []
    i0 = j0 = 0
    for i, j, _ in chain(_partners(a, b, _votes(a, b))):
        if i > i0 and j > j0:
            areas.append((i0, i, j0, j))
        areas.append((i, i + 1, j, j + 1))
        i0, j0 = i + 1, j + 1
    if i0 < len(a) and j0 < len(b):
        areas.append((i0, len(a), j0, len(b)))
    return areas


def _votes(a: Sequence[Chunk], b: Sequence[Chunk]) -> list[Counter[int]]:
    """For each chunk of *a*: how much of its rare words stands in which chunks of *b*."""
    where: dict[str, list[int]] = {}
    for j, chunk in enumerate(b):
        for word in chunk.words:
            where.setdefault(word, []).append(j)
    in_a = Counter(word for chunk in a for word in chunk.words)
    votes: list[Counter[int]] = []
    for chunk in a:
        count: Counter[int] = Counter()
        for word, weight in chunk.words.items():
            at = where.get(word, ())
            if at and len(at) * in_a[word] <= 9:
                for j in at:
                    count[j] += weight
        votes.append(count)
    return votes


def _partners(a: Sequence[Chunk], b: Sequence[Chunk], votes: Sequence[Counter[int]]) -> list[tuple[int, int]]:
    """The chunks that say the same but for their number and stand once on both sides, and those that got most votes of each other, and enough."""
    once_a, once_b = _once(a), _once(b)
    same = {i: once_b[words] for words, i in once_a.items() if words in once_b}
    taken = set(same.values())
    best_b: dict[int, tuple[int, int]] = {}
    for i, count in enumerate(votes):
        for j, votes_here in count.items():
            best_b[j] = max(best_b.get(j, (-1, 0)), (votes_here, -i))
    pairs: list[tuple[int, int]] = []
    for i, count in enumerate(votes):
        if i in same:
            pairs.append((i, same[i]))
        elif count:
            j = max(count, key=lambda j: (count[j], -j))
            if j not in taken and best_b[j] == (count[j], -i) and count[j] * 4 >= min(a[i].weight, b[j].weight):
                pairs.append((i, j))
    return pairs


def _once(chunks: Sequence[Chunk]) -> dict[str, int]:
    """What is said by one chunk only, its number aside, and which one it is."""
    said = [_NUMBER.sub("", chunk.text, count=1) for chunk in chunks]
    often = Counter(said)
    return {words: at for at, words in enumerate(said) if often[words] == 1}


def _best(a: Sequence[Chunk], b: Sequence[Chunk], a0: int, a1: int, b0: int, b1: int) -> list[tuple[int, int, int, int]]:
    """The pairs, one to one, one to several or several to one, that keep most words together; by a table over all prefixes."""
    n, m = a1 - a0, b1 - b0
    worth = [[0.0] * (m + 1) for _ in range(n + 1)]
    step = [[(0, 0)] * (m + 1) for _ in range(n + 1)]
    common = [[_common(a[a0 + i], b[b0 + j]) for j in range(m)] for i in range(n)]
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            best, way = worth[i - 1][j], (1, 0)
            if worth[i][j - 1] > best:
                best, way = worth[i][j - 1], (0, 1)
            x, y = a[a0 + i - 1], b[b0 + j - 1]
            here = common[i - 1][j - 1]
            value = _worth(here, x, y)
            if value and worth[i - 1][j - 1] + value > best:
                best, way = worth[i - 1][j - 1] + value, (1, 1)
            first = common[i - 1][j - 2] if here and j > 1 else 0  # two that are worth nothing are no better: the table never falls
            if first and (value := worth[i - 1][j - 2] + _worth_two(x, b[b0 + j - 2], y, first, here)) > best:
                best, way = value, (1, 2)
            first = common[i - 2][j - 1] if here and i > 1 else 0
            if first and (value := worth[i - 2][j - 1] + _worth_two(y, a[a0 + i - 2], x, first, here)) > best:
                best, way = value, (2, 1)
            for k, value in _worth_many(x, b, b0 + j, common[i - 1][:j]) if j > 2 else ():
                if worth[i - 1][j - k] + value > best:
                    best, way = worth[i - 1][j - k] + value, (1, k)
            for k, value in _worth_many(y, a, a0 + i, [row[j - 1] for row in common[:i]]) if i > 2 else ():
                if worth[i - k][j - 1] + value > best:
                    best, way = worth[i - k][j - 1] + value, (k, 1)
            worth[i][j], step[i][j] = best, way
    return [(a0 + i0, a0 + i1, b0 + j0, b0 + j1) for i0, i1, j0, j1 in _traced(step)]


def _traced(step: Sequence[Sequence[tuple[int, int]]]) -> list[tuple[int, int, int, int]]:
    """The pairs on the best way through the table, found from its end."""
    pairs: list[tuple[int, int, int, int]] = []
    i, j = len(step) - 1, len(step[0]) - 1
    while i and j:
        di, dj = step[i][j]
        if di and dj:
            pairs.append((i - di, i, j - dj, j))
        i, j = i - di, j - dj
    return pairs[::-1]


def _common(x: Chunk, y: Chunk) -> int:
    """How many characters of words the two have in common; 1 for two that are equal and hold no word."""
    if not x.weight or not y.weight:
        return 1 if x.text == y.text else 0
    small, large = (x.words, y.words) if len(x.words) <= len(y.words) else (y.words, x.words)
    return sum([weight if weight < large[word] else large[word] for word, weight in small.items() if word in large])


def _worth(common: int, x: Chunk, y: Chunk) -> float:
    """What keeping two chunks together is worth; 0 for two that are not alike."""
    if not common:
        return 0.0
    if x.text == y.text:
        return common + 1.0
    share = 2 * common / (x.weight + y.weight)
    if share < SAME_PARAGRAPH and common < PARAGRAPH_INSIDE * min(x.weight, y.weight):
        return 0.0
    return common * share


def _worth_two(whole: Chunk, first: Chunk, second: Chunk, in_first: int, in_second: int) -> float:
    """What it is worth to see *whole* as made of *first* and *second*: each must have at least half of its words from there."""
    if 2 * in_first < first.weight or 2 * in_second < second.weight:
        return 0.0  # with what they share counted once it would be less still
    one, two = first.words.get, second.words.get
    common = sum([min(weight, one(word, 0) + two(word, 0)) for word, weight in whole.words.items()])
    if 2 * (common - in_second) < first.weight or 2 * (common - in_first) < second.weight:
        return 0.0
    return common * 2 * common / (whole.weight + first.weight + second.weight)


def _worth_many(whole: Chunk, parts: Sequence[Chunk], end: int, in_part: Sequence[int]) -> Iterator[tuple[int, float]]:
    """What it is worth to see *whole* as made of the last k of *parts* before *end*, for every k from 3: each must have at least half of its
    words from there, and in all they must be most of it.
    """
    if not whole.weight or not in_part[-1] or not in_part[-2] or not in_part[-3]:
        return
    seen: Counter[str] = Counter()
    common = weight = 0
    for k in range(1, min(SPLIT_AT_MOST, len(in_part)) + 1):
        part = parts[end - k]
        if 2 * in_part[-k] < part.weight or not in_part[-k]:
            return
        seen.update(part.words)
        now = sum([min(size, seen[word]) for word, size in whole.words.items() if word in seen])
        if 2 * (now - common) < part.weight:
            return
        common, weight = now, weight + part.weight
        if k > 2:
            yield k, common * 2 * common / (whole.weight + weight)


def _filled(kept: list[tuple[int, int, int, int]], n: int, m: int) -> list[Pairing]:
    """Add what lies between the pairs: as many on both sides are taken one by one, anything else as one block."""
    pairings: list[Pairing] = []
    i = j = 0
    for a0, a1, b0, b1 in [*kept, (n, n, m, m)]:
        if a0 - i == b0 - j:
            pairings.extend((i + k, i + k + 1, j + k, j + k + 1, False) for k in range(a0 - i))
        elif a0 > i or b0 > j:
            pairings.append((i, a0, j, b0, False))
        if a1 > a0:
            pairings.append((a0, a1, b0, b1, True))
        i, j = a1, b1
    return pairings
