"""When two wordings say the same, or nearly the same. Knows texts only, not who wrote them nor where they collide.

The same: they read alike but for punctuation, case and white space. What carries meaning though it is no letter stays: signs such as ``%``
or ``#``, the point in ``1.5``, the minus in ``-5``, everything in an address. Nearly the same: nine tenths alike, and far closer to
each other than to the text as it stands, with the same numbers in them. "Not" is a short word, so that near is for looking at together,
never for folding.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

ALIKE = 0.9
"""From which share of common characters on two wordings are nearly the same."""
CLOSER = 0.35
"""How far apart two of them may be at most, measured by how far each is from the text as it stands."""
EFFORT = 20_000_000
"""How many pairs of characters are looked at for one screen at most; beyond it nothing more is called near."""

_LONG = 600
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_KEPT = frozenset("%‰#&@§\\/+<>=|~^`$€£¥°")
_WORD = re.compile(r"[a-z][a-z0-9+.-]*://[^\s）)」』]+|\d+(?:[.,:/\-]\d+)*|[^\W\d_]+(?:\.[^\W\d_]+)*|[^\s]")
_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")
_TOKENS = re.compile(r"\w+|\W")


def signature(text: str) -> str:
    """What is left of a text without case, punctuation and white space.

    >>> signature("**We** build homes!") == signature("we build  Homes.")
    True
    >>> signature("1.5 %") == signature("15 %"), signature("-5") == signature("5"), signature("# Homes") == signature("Homes")
    (False, False, False)
    """
    parts: list[str] = []
    folded = text.translate(_WIDE).lower()
    for found in _WORD.finditer(folded):
        word = found[0]
        if word[0].isdigit():
            at = found.start()
            minus = at > 0 and folded[at - 1] in "-−–" and (at == 1 or not folded[at - 2].isalnum())
            parts.append(f"{'-' if minus else ''}{word} ")  # the blank keeps "5 10" from "510"
        elif len(word) > 1 or word in _KEPT or not unicodedata.category(word).startswith("P"):
            parts.append(word)
    return "".join(parts)


def near(base: str, one: Sequence[tuple[int, int, str]], two: Sequence[tuple[int, int, str]]) -> bool:
    r"""Whether two changes of *base* (sorted, disjoint) make nearly the same of it.

    >>> near("We build.\n", [(8, 8, " affordable homes for everybody")], [(8, 8, " affordable homes for everyone")])
    True
    >>> near("We build for all.\n", [(0, 2, "You")], [(13, 16, "everyone")])
    False
    """
    lo, hi = min(one[0][0], two[0][0]), max(one[-1][1], two[-1][1])
    a, b = sorted((_within(base, one, lo, hi), _within(base, two, lo, hi)))
    if _NUMBERS.findall(a) != _NUMBERS.findall(b):
        return False
    apart = distance(a, b, at_most=(1 - ALIKE) * (len(a) + len(b)))
    if apart is None:
        return False
    stands = base[lo:hi]
    return all(apart <= CLOSER * (distance(*sorted((text, stands))) or 0) for text in (a, b))


def effort(base: str, one: Sequence[tuple[int, int, str]], two: Sequence[tuple[int, int, str]]) -> int:
    """About how many pairs of characters :func:`near` has to look at."""
    hull = max(one[-1][1], two[-1][1]) - min(one[0][0], two[0][0])
    return (hull + sum(len(text) for _, _, text in one)) * (hull + sum(len(text) for _, _, text in two))


def distance(a: str, b: str, *, at_most: float | None = None) -> float | None:
    """How many characters two texts have that the other has not; None if more than *at_most*. Longer texts are compared by words."""
    if at_most is not None:
        if abs(len(a) - len(b)) > at_most:
            return None
        counted = Counter(a)
        counted.subtract(b)
        if sum(map(abs, counted.values())) > at_most:
            return None
    parts: tuple[Sequence[str], Sequence[str]] = (a, b) if max(len(a), len(b)) <= _LONG else (_TOKENS.findall(a), _TOKENS.findall(b))
    left, right = parts
    common = sum(
        sum(map(len, left[block.a : block.a + block.size])) for block in SequenceMatcher(None, left, right, False).get_matching_blocks()
    )
    apart = float(len(a) + len(b) - 2 * common)
    return None if at_most is not None and apart > at_most else apart


def _within(base: str, edits: Sequence[tuple[int, int, str]], lo: int, hi: int) -> str:
    """How ``base[lo:hi]`` reads with the edits in it."""
    parts, at = [], lo
    for start, end, text in edits:
        parts += [base[at:start], text]
        at = end
    return "".join([*parts, base[at:hi]])
