"""When two wordings are nearly alike. Knows texts only, not who wrote them nor where they collide.

They are nine tenths alike, and far closer to each other than to the text as it stands; or they put the same letters there, and differ in
nothing but punctuation and case. Both have the same numbers in them. "Not" is a short word and a comma may turn a sentence round, so that
this is for looking at them together, never for folding one into the other, nor for answering one by the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from plein.documents.crowd.same import within
from plein.documents.diff.ends import common_prefix, common_suffix
from plein.documents.spans import Span
from plein.documents.thresholds import WORDINGS_ALIKE, WORDINGS_APART

EFFORT = 20_000_000
"""How many pairs of characters are looked at for one screen at most; beyond it nothing more is called near."""

_LONG = 600
_BEGINNING = 400
_SIGNS = 12
_NUMBERS = re.compile(r"(?:(?<!\w)[-−])?\d+(?:[.,]\d+)*")
_NO_LETTERS = re.compile(r"[\W_]+")
_TOKENS = re.compile(r"\w+|\W")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a suggestion makes of a text, with what is asked of it again and again where many are compared.

    Attributes:
        edits: Its changes, sorted and disjoint.
        size: How many characters it writes.
        longer: By how many characters the text becomes longer.
        adds: How many more there are of each character afterwards, or fewer.
        adds_letters: The same of letters, whatever their case.
    """

    edits: Sequence[Span]
    size: int
    longer: int
    adds: Mapping[str, int]
    adds_letters: Mapping[str, int]

    @staticmethod
    def of(base: str, edits: Iterable[Span]) -> Wording:
        r"""What edits make of a text.

        >>> Wording.of("We build.\n", [(3, 8, "rent")]).longer
        -1
        """
        told = tuple(edits)
        put, gone = "".join([text for _, _, text in told]), "".join([base[start:end] for start, end, _ in told])
        return Wording(told, len(put), len(put) - len(gone), _more(put, gone), _more(_letters(put), _letters(gone)))


def near(base: str, one: Wording, two: Wording) -> bool:
    r"""Whether two changes of *base* make nearly the same of it.

    What can be told from the letters that each puts in and takes out is told from them: of a long passage in which two change a word each,
    neither is written.

    >>> def told(*spans): return Wording.of("We build for all.\n", spans)
    >>> near("We build for all.\n", told((8, 8, " affordable homes for everybody")), told((8, 8, " affordable homes for everyone")))
    True
    >>> near("We build for all.\n", told((16, 16, " now")), told((16, 17, ", now!")))
    True
    >>> near("We build for all.\n", told((0, 2, "You")), told((13, 16, "everyone")))
    False
    """
    lo, hi = min(one.edits[0][0], two.edits[0][0]), max(one.edits[-1][1], two.edits[-1][1])
    at_most = (1 - WORDINGS_ALIKE) * (2 * (hi - lo) + one.longer + two.longer)
    lengths = abs(one.longer - two.longer)
    same = lengths <= max(at_most, _SIGNS) and one.adds_letters == two.adds_letters
    least = _apart(one.adds, two.adds, at_most)
    if not same and (max(lengths, least) > at_most or _surely_too_far(one, two, least)):
        return False
    a, b = sorted((within(base, one.edits, lo, hi), within(base, two.edits, lo, hi)))
    stands = base[lo:hi]
    same = same and _letters(a) == _letters(b) != _letters(stands)
    if (not same and max(lengths, least) > at_most) or _numbers(a) != _numbers(b):
        return False
    if same:
        return True
    apart = distance(a, b)
    if apart > at_most:
        return False
    return all(apart <= WORDINGS_APART * distance(*sorted((text, stands))) for text in (a, b))


def _surely_too_far(one: Wording, two: Wording, least: int) -> bool:
    """Whether two changes that are at least so far apart are further than either of them can be from the text as it stands."""
    return any(len(made.edits) == 1 and least > WORDINGS_APART * (2 * made.size - made.longer) for made in (one, two))


def _apart(ours: Mapping[str, int], theirs: Mapping[str, int], most: float) -> int:
    """How many characters two changes leave each other in difference, in whatever order; counted until there are more than so many."""
    apart = 0
    for letter, times in ours.items():
        apart += abs(times - theirs.get(letter, 0))
        if apart > most:
            return apart
    for letter, times in theirs.items():
        if letter not in ours:
            apart += abs(times)
    return apart


def _more(put: str, gone: str) -> Mapping[str, int]:
    """How many more there are of each character in one text than in another, or fewer; those of which there are as many left out."""
    found = Counter(put)
    found.subtract(gone)
    return {letter: times for letter, times in found.items() if times}


def effort(one: Wording, two: Wording) -> int:
    """About how many pairs of characters :func:`near` has to look at. To begin at all costs as much as some hundreds of them."""
    hull = max(one.edits[-1][1], two.edits[-1][1]) - min(one.edits[0][0], two.edits[0][0])
    return _BEGINNING + (hull + one.size) * (hull + two.size)


def _letters(text: str) -> str:
    """A text without punctuation, case and blanks."""
    return _NO_LETTERS.sub("", text.casefold())


def _numbers(text: str) -> list[str]:
    """The numbers in a text with their signs."""
    return _NUMBERS.findall(text.replace("−", "-"))


def distance(a: str, b: str) -> float:
    """How many characters two texts have that the other has not, between where they begin and end to differ. Long ones are compared by words."""
    short = min(len(a), len(b))
    start = common_prefix(a, b, short)
    back = common_suffix(a, b, short - start)
    a, b = a[start : len(a) - back], b[start : len(b) - back]
    if not a or not b:
        return float(len(a) + len(b))
    parts: tuple[Sequence[str], Sequence[str]] = (a, b) if max(len(a), len(b)) <= _LONG else (_TOKENS.findall(a), _TOKENS.findall(b))
    left, right = parts
    common = sum(
        sum(map(len, left[block.a : block.a + block.size])) for block in SequenceMatcher(None, left, right, False).get_matching_blocks()
    )
    return float(len(a) + len(b) - 2 * common)
