"""Which names could be taken for each other: by their capitals, accents, blanks and signs, or by letters of another script that look alike.

What looks like what is Unicode's table of confusables (UTS 39), as the library ``confusable_homoglyphs`` keeps it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

_ACCENTS: Final = range(0x0300, 0x0370)
"""Marks on letters of Latin, Greek and Cyrillic; in other scripts a mark is part of the word."""
_UNSEEN: Final = frozenset(
    map(chr, (0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x3164, 0xFFA0, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)
"""Characters that are letters or marks and show nothing."""
_OF_DIRECTION: Final = "\u200e"
"""What the library writes around signs that run from right to left."""
_BETWEEN_DIGITS: Final = re.compile(r"(?<=\d)[\W_]+(?=\d)")
_APART: Final = "\x1f"
_PLAIN: Final = str.maketrans({"0": "O", "1": "l", "I": "l", "|": "l", "m": "rn"})
"""Of the table, what concerns ASCII; a test holds it against the library."""


def alike(one: str, other: str) -> bool:
    """Whether whoever sees one of these names could take it for the other.

    Capitals, accents, blanks and signs make no difference, unless a sign stands between two digits.

    >>> alike("Kees de Wit", "kees-de-wit"), alike("jan", "J\u0430n"), alike("zo\u00eb", "zoe\u0308")
    (True, True, True)
    >>> alike("jan", "jans"), alike("room 1-12", "room 11-2")
    (False, False)
    """
    return not looks(one).isdisjoint(looks(other))


@lru_cache(maxsize=131_072)
def looks(name: str) -> frozenset[str]:
    """What a name looks like, as it is written and in small letters: two names are alike if they share one of these."""
    whole = _BETWEEN_DIGITS.sub(_APART, name)
    if name.isascii():
        shown = {whole.translate(_PLAIN), whole.lower().translate(_PLAIN)}
    else:
        plain = _BETWEEN_DIGITS.sub(_APART, unicodedata.normalize("NFKC", name))
        shown = {"".join(_shown(form)) for form in (whole, whole.casefold(), plain, plain.casefold())}
    return frozenset(_bare(one) or unicodedata.normalize("NFKC", name).casefold() for one in shown)


def has_letters(name: str) -> bool:
    """Whether a name has a letter or a digit that can be seen."""
    return any(one.isalnum() and one not in _UNSEEN for one in unicodedata.normalize("NFKC", name))


def _shown(text: str) -> Iterator[str]:
    """Each character of a text as the one that stands for all that look like it."""
    table = _confusables()
    for one in _without_accents(text):
        if one not in _UNSEEN:
            yield table.get(one, one)


def _bare(shown: str) -> str:
    """The letters and digits, in small letters, and where digits stand apart."""
    small = shown.casefold()
    return small if small.isalnum() and small.isascii() else "".join(filter(_kept, unicodedata.normalize("NFD", small)))


def _kept(one: str) -> bool:
    return one == _APART or one.isalnum() or (ord(one) not in _ACCENTS and unicodedata.category(one).startswith("M"))


@lru_cache(maxsize=1)
def _confusables() -> Mapping[str, str]:
    """By character: what stands for all that look like it."""
    from confusable_homoglyphs.confusables import confusables_data  # here, not above: most names are ASCII

    likes = {
        one.replace(_OF_DIRECTION, ""): [other["c"].replace(_OF_DIRECTION, "") for other in more] for one, more in confusables_data.items()
    }
    found: dict[str, str] = {}
    for one, others in likes.items():
        if len(one) == 1 and len(others) == 1:  # else it is what others look like, and stands for itself
            other = others[0]
            found[one] = other if len(other) > 1 or len(likes.get(other, ())) > 1 else min(one, other)
    for one, others in likes.items():  # what looks like a letter with an accent looks like the letter: accents make no difference
        group = {each for each in (one, *others) if len(each) == 1}
        plain = sorted({_without_accents(each) for each in group} - group)
        if plain and (len(others) > 1 or likes.get(others[0]) == [one]):
            found |= dict.fromkeys(group, plain[0])
    return {one: "".join(found.get(each, each) for each in _without_accents(other)) for one, other in found.items()}


def _without_accents(text: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFD", text) if ord(one) not in _ACCENTS)
