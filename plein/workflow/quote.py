"""What somebody wrote, made fit to stand inside one of our own sentences."""

from __future__ import annotations

_LONGEST = 40


def quote(written: object) -> str:
    """Between quotation marks, on one line, short, and without characters that would steer a terminal.

    >>> quote("Europe/Amsterdm")
    '“Europe/Amsterdm”'
    >>> quote("a long story" * 9)
    '“a long storya long storya long storya l…”'
    """
    line = " ".join(str(written).split())
    line = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in line)
    return f"“{line if len(line) <= _LONGEST else line[: _LONGEST - 1] + '…'}”"
