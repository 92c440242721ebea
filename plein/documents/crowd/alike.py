"""When two wordings are nearly alike. Knows texts only, not who wrote them nor where they collide.

They are nine tenths alike, and far closer to each other than to the text as it stands; or they put the same letters there, and differ in
nothing but punctuation and case. Both have the same numbers in them. "Not" is a short word and a comma may turn a sentence round, so that
this is for looking at them together, never for folding one into the other, nor for answering one by the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from plein.documents.crowd.same import within
from plein.documents.thresholds import WORDINGS_ALIKE, WORDINGS_APART

EFFORT = 20_000_000
"""How many pairs of characters are looked at for one screen at most; beyond it nothing more is called near."""

_LONG = 600
_BEGINNING = 400
_SIGNS = 12
_NUMBERS = re.compile(r"(?:(?<!\w)[-−])?\d+(?:[.,]\d+)*")
_NO_LETTERS = re.compile(r"[\W_]+")
_TOKENS = re.compile(r"\w+|\W")


def near(base: str, one: Sequence[tuple[int, int, str]], two: Sequence[tuple[int, int, str]]) -> bool:
    r"""Whether two changes of *base* (sorted, disjoint) make nearly the same of it.

    >>> near("We build.\n", [(8, 8, " affordable homes for everybody")], [(8, 8, " affordable homes for everyone")])
    True
    >>> near("We build.\n", [(8, 8, " now")], [(8, 9, ", now!")])
    True
    >>> near("We build for all.\n", [(0, 2, "You")], [(13, 16, "everyone")])
    False
    """
    lo, hi = min(one[0][0], two[0][0]), max(one[-1][1], two[-1][1])
    a, b = sorted((within(base, one, lo, hi), within(base, two, lo, hi)))
    at_most = (1 - WORDINGS_ALIKE) * (len(a) + len(b))
    stands = base[lo:hi]
    same = abs(len(a) - len(b)) <= max(at_most, _SIGNS) and _letters(a) == _letters(b) != _letters(stands)
    if (not same and _surely_further(a, b, at_most)) or _numbers(a) != _numbers(b):
        return False
    if same:
        return True
    apart = distance(a, b)
    if apart > at_most:
        return False
    return all(apart <= WORDINGS_APART * distance(*sorted((text, stands))) for text in (a, b))


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


def _letters(text: str) -> str:
    """A text without punctuation, case and blanks."""
    return _NO_LETTERS.sub("", text.casefold())


def _numbers(text: str) -> list[str]:
    """The numbers in a text with their signs."""
    return _NUMBERS.findall(text.replace("−", "-"))


def distance(a: str, b: str) -> float:
    """How many characters two texts have that the other has not. Longer texts are compared by words."""
    parts: tuple[Sequence[str], Sequence[str]] = (a, b) if max(len(a), len(b)) <= _LONG else (_TOKENS.findall(a), _TOKENS.findall(b))
    left, right = parts
    common = sum(
        sum(map(len, left[block.a : block.a + block.size])) for block in SequenceMatcher(None, left, right, False).get_matching_blocks()
    )
    return float(len(a) + len(b) - 2 * common)
