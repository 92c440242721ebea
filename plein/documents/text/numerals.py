"""Numbers as people write them before a line: figures, letters, Roman numbers, and which of them a text may be."""

from __future__ import annotations

LONGEST = 7
"""So many signs has the longest Roman number that is read."""

FIGURES, LETTERS, ROMAN = "1", "a", "i"
"""The ways of counting, in small letters; in capitals they are ``A`` and ``I``."""

_SIGNS = {"m": 1000, "cm": 900, "d": 500, "cd": 400, "c": 100, "xc": 90, "l": 50, "xl": 40, "x": 10, "ix": 9, "v": 5, "iv": 4, "i": 1}


def readings(text: str) -> tuple[tuple[str, int], ...]:
    """The ways of counting in which a text is a number, each with that number; a letter may be a Roman number too.

    Letters go up to z, Roman numbers to 39.

    >>> readings("12"), readings("c"), readings("i"), readings("IV"), readings("iiii")
    ((('1', 12),), (('a', 3),), (('a', 9), ('i', 1)), (('I', 4),), ())
    """
    if text.isdecimal():
        return ((FIGURES, int(text)),) if text.isascii() else ()
    small = text.lower()
    if not text.isascii() or text not in (small, small.upper()):
        return ()
    found = [(LETTERS, ord(small) - 96)] if len(small) == 1 and small.isalpha() else []
    if small in _ROMANS:
        found.append((ROMAN, _ROMANS[small]))
    return tuple((style if text == small else style.upper(), number) for style, number in found)


def numeral(style: str, number: int, like: str = "") -> str:
    """A number as it is written in a way of counting; letters go on behind z with aa, Roman numbers as far as there are any.

    Args:
        style: One of those that ``readings`` gives.
        number: From 1; figures from 0.
        like: The number that stood there: where that begins with a 0, figures are as long as it is.

    >>> numeral("1", 4), numeral("1", 10, "09"), numeral("a", 4), numeral("A", 27), numeral("i", 14)
    ('4', '10', 'd', 'AA', 'xiv')
    """
    if style == FIGURES:
        return str(number).zfill(len(like)) if like[:1] == "0" else str(number)
    text = _letters(number) if style.lower() == LETTERS else _roman(number)
    return text if style.islower() else text.upper()


def _letters(number: int) -> str:
    text = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        text = chr(97 + rest) + text
    return text


def _roman(number: int) -> str:
    text = ""
    for sign, worth in _SIGNS.items():
        times, number = divmod(number, worth)
        text += sign * times
    return text


_ROMANS = {_roman(number): number for number in range(1, 40)}
"""The Roman numbers that are read, by how they are written."""
