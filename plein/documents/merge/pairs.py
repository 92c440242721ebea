"""Signs that come in pairs: an opening one and its closing one are one change, wherever the words between them are left alone.

Half of a pair that two people share, while the other halves differ, would leave a sign alone; two pairs that cross would nest into nonsense.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from plein.documents.spans import Span

Pair = tuple[Span, Span]
"""Two changes by one person that are whole only together, in the order of the text."""

MOST = 4_096
"""So many pairs within pairs are compared for one set of changes at most."""

_SIGNED = re.compile(r"[*_~`()\[\]{}\"“”„«»‘<>]")
_SIGN = re.compile(r"\*+|_+|~+|`+|[()\[\]{}\"“”„«»]|</?[a-zA-Z][^<>\n]*>")
_OPENERS = {")": "(", "]": "[", "}": "{", "”": "“", "»": "«", "„": "“"}


def halves(base: str, span: Span) -> frozenset[str]:
    """Of which signs a change leaves one without its partner, if nothing else changed.

    >>> sorted(halves("a word", (2, 2, "**"))), sorted(halves("a word", (2, 6, "[word](u)"))), sorted(halves("a (b)", (2, 3, "")))
    (['**'], [], ['('])
    """
    start, end, text = span
    was = base[start:end]
    if not _SIGNED.search(text) and not _SIGNED.search(was):
        return frozenset()
    put, gone = _balance(text), _balance(was)
    count = {kind: put[kind] - gone[kind] for kind in put.keys() | gone.keys()}
    return frozenset(kind for kind, times in count.items() if (times if kind in "([{“«<" else times % 2))


@lru_cache(maxsize=4_096)
def _balance(text: str) -> Counter[str]:
    """By kind of sign: how many more open than close; of those that look alike at both ends, how many there are."""
    count: Counter[str] = Counter()
    for found in _SIGN.finditer(text):
        sign = found[0]
        if sign[0] == "<":
            if not sign.endswith("/>"):
                count["<"] += -1 if sign[1] == "/" else 1
        elif sign in _OPENERS:
            count[_OPENERS[sign]] += 1 if sign == "„" else -1
        else:
            count[sign] += 1
    return count


def pairs(base: str, swept: Sequence[Span]) -> list[Pair]:
    """The changes of one person that belong together, because each leaves a sign without its partner and both together do not.

    Args:
        base: The text.
        swept: The changes, sorted.

    >>> pairs("The lazy dog.", [(4, 4, "*"), (12, 12, "*")])
    [((4, 4, '*'), (12, 12, '*'))]
    """
    waiting: dict[str, Span] = {}
    found: dict[Pair, None] = {}
    for span in swept:
        for kind in sorted(halves(base, span)):
            if kind in waiting:
                found[waiting.pop(kind), span] = None
            else:
                waiting[kind] = span
    return list(found)


def split(mine: Iterable[Pair], shared: Iterable[Span]) -> list[Pair]:
    """The pairs of which one half is among changes that are shared with others, and the other is not."""
    there = set(shared)
    return [pair for pair in mine if (pair[0] in there) != (pair[1] in there)]


def crossing(those: Iterable[Pair]) -> list[list[Span]]:
    """Pairs put in that cross: one begins inside the other and ends outside it.

    >>> crossing([((4, 4, "**"), (19, 19, "**")), ((15, 15, "*"), (28, 28, "*"))])
    [[(4, 4, '**'), (15, 15, '*'), (19, 19, '**'), (28, 28, '*')]]
    """
    put = sorted({pair for pair in those if pair[0][2] and pair[1][2] and pair[0][0] == pair[0][1] and pair[1][0] == pair[1][1]})
    found: list[list[Span]] = []
    most = MOST
    for number, (opens, closes) in enumerate(put):
        for other in range(number + 1, len(put)):
            most -= 1
            if put[other][0][0] >= closes[0] or most < 0:
                break
            if opens[0] < put[other][0][0] and closes[0] < put[other][1][0]:
                found.append(sorted([opens, closes, *put[other]]))
    return found
