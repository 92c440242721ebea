"""Text folded to a width in cells, the places of a terminal: at blanks, and within a word only where a room of a table leaves no other way.

What the text says, and where it is printed, is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import category

_MARGIN = re.compile(r"\s*(?:> ?)*(?:(?:[-*•]|\d+\.) )?")
"""What stands before the words of a line: blanks, signs of a quotation, the bullet or number of an item."""
_COMMAND = re.compile(r"(?:^|(?<=: )|(?<=\s{2}))plein .*")
"""A command at the end of a line, which is copied as one line."""
_LABEL, _HANGS = re.compile(r"\S+:\s|(?<=\s)[^:.!?]{1,40}:\s"), "  "
"""One word before a colon, or where the line is set in a few."""
_WORD = re.compile(r"(\s*)(\S+)")
_JOINER = "\u200d"


def cells(text: str) -> int:
    """How many places of a terminal a text without line ends takes.

    >>> cells("homes"), cells("住宅")
    (5, 4)
    """
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # here, not above: most of what is printed needs none of its tables

    return cell_len(text)


def padded(text: str, width: int, *, right: bool = False) -> str:
    """The text with blanks behind it, or before it, up to a width."""
    blanks = " " * (width - cells(text))
    return blanks + text if right else text + blanks


def folded(text: str, width: int) -> Iterator[str]:
    r"""The lines of a text with those that are too wide folded at blanks, under the words they begin with.

    A command is never folded, and neither is a word: wider than the terminal, they are left for it to fold, so that they can be copied. What
    stands behind a label hangs from it.

    >>> list(folded("- people who lost their home", 16))
    ['- people who', '  lost their', '  home']
    >>> list(folded("Read it: plein cycle show housing", 20))
    ['Read it:', 'plein cycle show housing']
    """
    for line in text.split("\n"):
        if cells(line) <= width:
            yield line
        else:
            yield from _hung(line, width)


def _hung(line: str, width: int) -> Iterator[str]:
    found = _MARGIN.match(line)
    margin = found[0] if found else ""
    command = _COMMAND.search(line, len(margin))
    if command is not None and len(line[len(margin) : command.start()].split()) <= 1:
        yield line
        return
    hanging = re.sub(r"[^\s>]", " ", margin) + (_HANGS if _LABEL.match(line, len(margin)) else "")
    end = len(line) if command is None else command.start()
    pieces = [(piece[1], piece[2]) for piece in _WORD.finditer(line, len(margin), end)]
    if command is not None:
        blanks = len(line[len(margin) : end]) - len(line[len(margin) : end].rstrip())
        pieces.append((" " * blanks, command[0]))
    told, started = margin, False
    for blank, word in pieces:
        if started and cells(told) + cells(blank) + cells(word) > width:
            yield told
            told, blank = hanging, ""
        told += blank + word
        started = True
    yield told


def wrapped(words: Sequence[str], room: int) -> list[str]:
    """Words in lines of at most *room* cells. A word that alone is wider is folded at blanks that it may hold, else between letters.

    >>> wrapped(["nobody", "waits", "longer"], 12)
    ['nobody waits', 'longer']
    >>> wrapped(["waitinglist"], 7)
    ['waiting', 'list']
    """
    lines: list[str] = []
    for word in words:
        if lines and cells(lines[-1]) + 1 + cells(word) <= room:
            lines[-1] += f" {word}"
        elif cells(word) <= room:
            lines.append(word)
        elif len(parts := word.split()) > 1:
            lines += wrapped(parts, room)
        else:
            lines += _chopped(word, room)
    return lines or [""]


def _chopped(word: str, room: int) -> Iterator[str]:
    """A word in pieces; what people see as one letter stays whole."""
    piece = ""
    for letter in _letters(word):
        if piece and cells(piece + letter) > room:
            yield piece
            piece = ""
        piece += letter
    yield piece


def _letters(word: str) -> Iterator[str]:
    """Signs with the marks, joiners and shades of skin that belong to them; flags are pairs."""
    letter = ""
    for sign in word:
        if letter and not (
            category(sign).startswith("M")
            or _JOINER in (sign, letter[-1])
            or "\U0001f3fb" <= sign <= "\U0001f3ff"
            or (_in_flag(sign) and len(letter) == 1 and _in_flag(letter))
        ):
            yield letter
            letter = ""
        letter += sign
    yield letter


def _in_flag(sign: str) -> bool:
    return "\U0001f1e6" <= sign <= "\U0001f1ff"
