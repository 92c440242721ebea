"""Where words and numbers begin and end, for whoever points at a passage: nobody means three letters in the middle of a word."""

from __future__ import annotations

import unicodedata

from plein.documents.text.tokens import tokens

_FAR = 200
"""Code points on each side in which a word is looked for: a quote may stand a thousand times in one line of a megabyte."""
_IN_A_NUMBER = ".,"
_IN_A_WORD = "'’"


def around_words(text: str, start: int, end: int) -> tuple[int, int]:
    r"""A passage, grown to the words and numbers of which it holds a part; itself where it holds none in part.

    A script without blanks has no words in this sense. What a hyphen or a slash joins are words of their own, as are a number and its sign.

    Args:
        text: The text.
        start: Where the passage begins, a code point from 0.
        end: Where it ends.

    >>> around_words("The community pays 10.000 euro.", 4, 7), around_words("The community pays 10.000 euro.", 20, 25)
    ((4, 13), (19, 25))
    >>> around_words("An energy-coach, 50% off.", 10, 15), around_words("An energy-coach, 50% off.", 17, 19)
    ((10, 15), (17, 19))
    """
    if start >= end:
        return start, end
    lo = _cuts(text, start)[0] if _splits(text, start) else start
    hi = _cuts(text, end)[1] if _splits(text, end) else end
    return lo, hi


def _cuts(text: str, at: int) -> tuple[int, int]:
    """Where the word begins and ends that holds a place; the place itself, twice, where one ends there. Between blanks, and not far away."""
    first, last = at, at
    while first > max(at - _FAR, 0) and not text[first - 1].isspace():
        first -= 1
    while last < min(at + _FAR, len(text)) and not text[last].isspace():
        last += 1
    for token in tokens(text[first:last]):
        if first + len(token) >= at:
            return (at, at) if first + len(token) == at else (first, first + len(token))
        first += len(token)
    return at, at


def _splits(text: str, at: int) -> bool:
    """Whether a place lies between two letters or digits, before the accent of one, or beside the point of a number or the stroke in a word."""
    if not 0 < at < len(text):
        return False
    before, behind = text[at - 1], text[at]
    if unicodedata.category(behind).startswith("M"):
        return True
    if before.isalnum() and behind.isalnum():
        return True
    if behind in _IN_A_NUMBER + _IN_A_WORD:
        return _between(before, behind, text[at + 1 : at + 2])
    return before in _IN_A_NUMBER + _IN_A_WORD and at > 1 and _between(text[at - 2], before, behind)


def _between(before: str, sign: str, behind: str) -> bool:
    """Whether a sign stands in the middle of a number, or of a word."""
    return before.isdigit() and behind.isdigit() if sign in _IN_A_NUMBER else before.isalpha() and behind.isalpha()
