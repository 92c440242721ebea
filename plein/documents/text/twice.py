"""Whether a text made of two says something twice that neither says twice: the sign by which a wrong merge is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from plein.documents.text.tokens import is_word, tokens

_is_word = lru_cache(maxsize=65_536)(is_word)
"""The same, remembered: of one passage there are many wordings, in nearly the same words."""


def says_twice(merged: str, *of: str) -> bool:
    """Whether four words in a row stand more often in the result than in any of the texts it was made of.

    >>> says_twice("We build many cheap homes. We build many cheap homes.", "", "We build many cheap homes.")
    True
    """
    return repeats(words_of(merged), [words_of(text) for text in of], 4)


def words_of(text: str) -> list[str]:
    """The words of a text, in order.

    >>> words_of("We build 10 homes.")
    ['We', 'build', '10', 'homes']
    """
    return list(filter(_is_word, tokens(text)))


def repeats(said: Sequence[str], of: Sequence[Sequence[str]], length: int) -> bool:
    """Whether so many words in a row stand more often in the first text than in any of the others, given as their words."""
    count = _phrases(said, length)
    if max(count.values(), default=0) < 2:
        return False
    allowed = [_phrases(text, length) for text in of]
    return any(times > 1 and times > max(phrases[phrase] for phrases in allowed) for phrase, times in count.items())


def _phrases(said: Sequence[str], length: int) -> Counter[tuple[str, ...]]:
    return Counter(zip(*(said[at:] for at in range(length)), strict=False))
