"""Which lines of two texts are the same ones, as people see it. What changed inside a line is not known here.

Most of a long text is the same in both, and it takes longer to give each line a number than to see that. So where nothing traded places,
as is usual, long runs of equal lines are gone through as they are, and only what lies between them is matched with care.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import count

from plein.documents.diff.align import Effort, Match, align, hunks_of, joined
from plein.documents.diff.ends import common_ends
from plein.documents.text.remembered import remembered

_SIGNIFICANT = re.compile(r"\w\W*\w\W*\w|[^\W\x00-\u02ff]{2}")


def lines_of(text: str) -> list[str]:
    r"""The lines of a text, each with its newline.

    >>> lines_of("a\n\nb\n")
    ['a\n', '\n', 'b\n']
    """
    lines = [line + "\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def times(text: str, passage: str) -> int:
    r"""How often a passage stands in a text as whole lines.

    >>> times("- a\n- b\n- a\n", "- a"), times("a home\n", "home")
    (2, 0)
    """
    if "\n" in passage:
        return text.count("\n" + passage + "\n") + text.startswith(passage + "\n")
    return _every(text)[passage]


@remembered(4)
def _every(text: str) -> Counter[str]:
    """How often each line stands in a text."""
    return Counter(text.split("\n"))


def coded(a: Sequence[str], b: Sequence[str]) -> tuple[list[int], list[int], dict[str, int]]:
    """Two sequences in numbers, equal elements having equal numbers; and all elements in the order of their numbers.

    >>> coded("aba", "bc")
    ([0, 1, 0], [1, 2], {'a': 0, 'b': 1, 'c': 2})
    """
    codes: dict[str, int] = defaultdict(count().__next__)
    return [codes[element] for element in a], [codes[element] for element in b], dict(codes)


def changed_lines(a: str, b: str, effort: Effort) -> Iterator[tuple[int, list[str], list[str]]]:
    r"""The runs of lines that changed: where each begins in *a*, its old lines and its new ones.

    A match of lines that say nothing (blank ones, signs) does not count. Blank lines before a change go with it.

    >>> list(changed_lines("one\n\ntwo\n\nthree\n", "one\n\ntwice\n\nthree\n", Effort()))
    [(4, ['\n', 'two\n'], ['\n', 'twice\n'])]
    """
    lines_a, lines_b = lines_of(a), lines_of(b)
    matches = _quickly(lines_a, lines_b, effort)
    if matches is None:
        code_a, code_b, codes = coded(lines_a, lines_b)
        matches = align(code_a, code_b, [_solid(line) for line in codes], effort)
    kept = [match for match in matches if any(map(_solid, lines_a[match[0] : match[0] + match[2]]))]
    at = done = 0
    for i0, i1, j0, j1 in hunks_of(kept, len(lines_a), len(lines_b)):
        while i0 and j0 and lines_a[i0 - 1] == lines_b[j0 - 1] and lines_a[i0 - 1].isspace():
            i0, j0 = i0 - 1, j0 - 1
        at += sum(map(len, lines_a[done:i0]))
        done = i0
        yield at, lines_a[i0:i1], lines_b[j0:j1]


def _quickly(a: Sequence[str], b: Sequence[str], effort: Effort) -> list[Match] | None:
    """What ``align`` says of two texts whose unique lines stand in one order; None if they do not.

    There every line that is unique on both sides and says enough is an anchor. So it is enough to go from one to the next that is not reached
    by equal lines alone, and to ask ``align`` about what lies between.
    """
    start, back = common_ends(a, b)
    inner_a, inner_b = a[start : len(a) - back], b[start : len(b) - back]
    cost = len(inner_a) + len(inner_b) + 8
    if len(inner_a) < 2 or len(inner_b) < 2 or cost > effort.steps:
        return None
    in_a, in_b = Counter(inner_a), Counter(inner_b)
    once = {line for line, times in in_a.items() if times == 1 and in_b.get(line) == 1}
    if [line for line in inner_a if line in once] != [line for line in inner_b if line in once]:
        return None
    found: list[Match] = []
    gaps: list[tuple[int, int, int, int]] = []
    i = j = 0
    while (anchor := next((k for k in range(i, len(inner_a)) if inner_a[k] in once and _solid(inner_a[k])), -1)) >= 0:
        other = inner_b.index(inner_a[anchor], j)
        gaps.append((i, anchor, j, other))
        long = _alike(inner_a, inner_b, anchor, other)
        found.append((anchor, other, long))
        i, j = anchor + long, other + long
    if not found:
        return None
    effort.steps -= cost
    for i0, i1, j0, j1 in [*gaps, (i, len(inner_a), j, len(inner_b))][::-1]:  # the last first, as align does
        if i0 < i1 and j0 < j1:
            code_a, code_b, codes = coded(inner_a[i0:i1], inner_b[j0:j1])
            found += [(i + i0, j + j0, n) for i, j, n in align(code_a, code_b, [_solid(line) for line in codes], effort)]
    ends = [(0, 0, start), (len(a) - back, len(b) - back, back)]
    return joined([(i + start, j + start, n) for i, j, n in found] + [end for end in ends if end[2]])


def _alike(a: Sequence[str], b: Sequence[str], i: int, j: int) -> int:
    """How many lines are equal from here on, in both."""
    n, most = 0, min(len(a) - i, len(b) - j)
    while n + 32 <= most and a[i + n : i + n + 32] == b[j + n : j + n + 32]:
        n += 32
    while n < most and a[i + n] == b[j + n]:
        n += 1
    return n


def _solid(line: str) -> bool:
    """Whether a line says enough to be told from others."""
    return _SIGNIFICANT.search(line) is not None
