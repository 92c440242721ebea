"""When two wordings say the same, or nearly the same. Knows texts only, not who wrote them nor where they collide.

The same: they read alike but for punctuation, case and white space. What carries meaning though it is no letter stays: signs such as ``%``
or ``#``, the point in ``1.5``, the minus in ``-5``, everything in an address. Nearly the same: nine tenths alike, and far closer to
each other than to the text as it stands, with the same numbers in them. "Not" is a short word, so that near is for looking at together,
never for folding.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import accumulate

ALIKE = 0.9
"""From which share of common characters on two wordings are nearly the same."""
CLOSER = 0.35
"""How far apart two of them may be at most, measured by how far each is from the text as it stands."""
EFFORT = 20_000_000
"""How many pairs of characters are looked at for one screen at most; beyond it nothing more is called near."""

_LONG = 600
_BEGINNING = 400
_SHORT = 40
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_KEPT = frozenset("%‰#&@§\\/+<>=|~^`$€£¥°")
_WORD = re.compile(r"[a-z][a-z0-9+.-]*://[^\s）)」』]+|\d+(?:[.,:/\-]\d+)*|[^\W\d_]+(?:\.[^\W\d_]+)*|[^\s]")
_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")
_TOKENS = re.compile(r"\w+|\W")
_RUN = re.compile(r"\S+")


def signature(text: str) -> str:
    """What is left of a text without case, punctuation and white space.

    >>> signature("**We** build homes!") == signature("we build  Homes.")
    True
    >>> signature("1.5 %") == signature("15 %"), signature("-5") == signature("5"), signature("# Homes") == signature("Homes")
    (False, False, False)
    """
    return "".join(_signatures(text))


@lru_cache(maxsize=64)
def _signed(passage: str) -> tuple[str, list[int], list[int]]:
    """The signature of a passage; where each of its runs without white space begins; and where that one's part of the signature does."""
    parts = _signatures(passage)
    return "".join(parts), [run.start() for run in _RUN.finditer(passage)], list(accumulate(map(len, parts), initial=0))


def _signatures(text: str) -> list[str]:
    """The signature of each run without white space."""
    return [_known(run) if len(run) <= _SHORT else _said(run) for run in text.split()]


def signature_with(passage: str, edits: Sequence[tuple[int, int, str]]) -> str:
    """The signature of a passage with edits (sorted, disjoint, not empty) in it. What they leave alone is looked at once for all who ask.

    >>> signature_with("We build homes.", [(9, 9, "more ")]) == signature("We build more homes.")
    True
    """
    whole, starts, parts = _signed(passage)
    first, last = max(bisect_right(starts, edits[0][0]) - 1, 0), bisect_right(starts, edits[-1][1])
    lo = min(starts[first], edits[0][0]) if starts else 0
    hi = starts[last] if last < len(starts) else len(passage)
    return whole[: parts[first]] + signature(_within(passage, edits, lo, hi)) + whole[parts[last] :]


def _said(run: str) -> str:
    """The signature of a run without white space; what carries meaning never depends on what stands beyond it."""
    if run.isascii() and run.isalpha():
        return run.lower()
    parts: list[str] = []
    folded = (run if run.isascii() else run.translate(_WIDE)).lower()
    for found in _WORD.finditer(folded):
        word = found[0]
        if word[0].isdigit():
            at = found.start()
            minus = at > 0 and folded[at - 1] in "-−–" and (at == 1 or not folded[at - 2].isalnum())
            parts.append(f"{'-' if minus else ''}{word} ")  # the blank keeps "5 10" from "510"
        elif len(word) > 1 or word in _KEPT or not unicodedata.category(word).startswith("P"):
            parts.append(word)
    return "".join(parts)


_known = lru_cache(maxsize=8_192)(_said)


def near(base: str, one: Sequence[tuple[int, int, str]], two: Sequence[tuple[int, int, str]]) -> bool:
    r"""Whether two changes of *base* (sorted, disjoint) make nearly the same of it.

    >>> near("We build.\n", [(8, 8, " affordable homes for everybody")], [(8, 8, " affordable homes for everyone")])
    True
    >>> near("We build for all.\n", [(0, 2, "You")], [(13, 16, "everyone")])
    False
    """
    lo, hi = min(one[0][0], two[0][0]), max(one[-1][1], two[-1][1])
    a, b = sorted((_within(base, one, lo, hi), _within(base, two, lo, hi)))
    at_most = (1 - ALIKE) * (len(a) + len(b))
    if _surely_further(a, b, at_most) or _NUMBERS.findall(a) != _NUMBERS.findall(b):
        return False
    apart = distance(a, b)
    if apart > at_most:
        return False
    stands = base[lo:hi]
    return all(apart <= CLOSER * distance(*sorted((text, stands))) for text in (a, b))


def effort(one: Sequence[tuple[int, int, str]], size: int, two: Sequence[tuple[int, int, str]], other: int) -> int:
    """About how many pairs of characters :func:`near` has to look at, if the changes write *size* and *other* characters.

    To begin at all costs as much as some hundreds of them.
    """
    hull = max(one[-1][1], two[-1][1]) - min(one[0][0], two[0][0])
    return _BEGINNING + (hull + size) * (hull + other)


def _surely_further(a: str, b: str, at_most: float) -> bool:
    """Whether two texts are further apart than that by their letters alone, in whatever order; cheap, and never wrong."""
    ours, theirs = set(a), set(b)
    if abs(len(a) - len(b)) > at_most or len(ours ^ theirs) > at_most:
        return True
    apart = 0
    for letter in ours | theirs:
        apart += abs(a.count(letter) - b.count(letter))
        if apart > at_most:
            return True
    return False


def distance(a: str, b: str) -> float:
    """How many characters two texts have that the other has not. Longer texts are compared by words."""
    parts: tuple[Sequence[str], Sequence[str]] = (a, b) if max(len(a), len(b)) <= _LONG else (_TOKENS.findall(a), _TOKENS.findall(b))
    left, right = parts
    common = sum(
        sum(map(len, left[block.a : block.a + block.size])) for block in SequenceMatcher(None, left, right, False).get_matching_blocks()
    )
    return float(len(a) + len(b) - 2 * common)


def _within(base: str, edits: Sequence[tuple[int, int, str]], lo: int, hi: int) -> str:
    """How ``base[lo:hi]`` reads with the edits in it."""
    if len(edits) == 1:
        start, end, text = edits[0]
        return base[lo:start] + text + base[end:hi]
    parts, at = [], lo
    for start, end, text in edits:
        parts += [base[at:start], text]
        at = end
    return "".join([*parts, base[at:hi]])
