"""What a word processor does to a text by itself: quotes, dashes, blanks, ellipses. It is how a text is set, and nobody's wish.

Two texts differ in typography alone where they differ in nothing but:

- quotes and apostrophes, straight, curly, low or turned the wrong way (``'s avonds``);
- dashes of any length, hyphens that do not break, two or three hyphens that stand for a dash;
- ``…`` and ``...``; fractions in one sign; ligatures; ``(c)``, ``(r)`` and ``(tm)`` in one sign;
- which blanks stand between two words on a line, and how many; what nobody sees (soft hyphens, spaces without width).

The minus sign is no dash, and guillemets are no quotes: no word processor puts them there by itself.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from plein.documents.text.remembered import remembered
from plein.documents.text.signs import DASHES, DOTS, DOUBLE, HYPHENS, SINGLE, UNSEEN

_BLANK = "\u00a0\u1680\u2000-\u200a\u2028\u202f\u205f\u0085"
_SET = (
    dict.fromkeys(DOUBLE, '"')
    | dict.fromkeys(SINGLE, "'")
    | dict.fromkeys(HYPHENS + DASHES, "-")
    | {DOTS: "...", "½": "1/2", "¼": "1/4", "¾": "3/4", "©": "(c)", "®": "(r)", "™": "(tm)"}
    | {sign: unicodedata.normalize("NFKC", sign) for sign in "ﬀﬁﬂﬃﬄﬅﬆĳĲ"}
)
_PIECE = re.compile(rf"[{''.join(_SET)}]|[{UNSEEN}]+|[\t{_BLANK}][ \t{_BLANK}]*| [ \t{_BLANK}]+|--+")
_TYPED_OTHERWISE = ("\t", "  ", "--")
"""What may be set otherwise in a text of ASCII alone; where none of it stands, nothing has to be looked for."""
_FENCED = re.compile(r"^[ \t>]*(`{3,}|~{3,}).*?(?:^[ \t>]*\1|\Z)", re.MULTILINE | re.DOTALL)


class Begins:
    """Where each code point of a plain text begins in the text as it was set. It is kept by what stands otherwise there, which is little.

    >>> begins = Begins([(3, 3, 3, 4)])  # "is…" and "is..."
    >>> [begins[at] for at in range(7)]
    [0, 1, 2, 3, 3, 3, 4]
    """

    __slots__ = ("_found", "_starts")

    def __init__(self, found: Sequence[tuple[int, int, int, int]]) -> None:
        """*found*: of each piece, where it begins in the plain text and how long it is there, and from where to where it was set."""
        self._found = found
        self._starts = [one[0] for one in found]

    def __getitem__(self, at: int) -> int:
        turn = bisect_right(self._starts, at) - 1
        if turn < 0 or at == 0:
            return at
        first, long, start, end = self._found[turn]
        return start if at < first + long else end + at - first - long


@dataclass(frozen=True, slots=True)
class Plain:
    """A text in the signs of a typewriter.

    Attributes:
        text: The text so.
        begins: For each of its code points, and for its end, where that begins in the text as it was set, in code points from 0. What nobody
            sees belongs to the code point before it.
        inner: The code points of it, from 0, before which it cannot be cut: one sign of the text as it was set stands for several.
        pieces: From where to where in it stands what was set in another way; for what nobody sees, the code point before it.
    """

    text: str
    begins: Begins
    inner: frozenset[int]
    pieces: tuple[tuple[int, int], ...]


def is_typed(text: str) -> bool:
    """Whether a text is of ASCII alone and nothing in it may be set otherwise, which is so where it is so of each of its lines.

    >>> is_typed("Het plan: Groen 2030.\\n"), is_typed("Het plan:  Groen 2030.\\n")
    (True, False)
    """
    return text.isascii() and not any(sign in text for sign in _TYPED_OTHERWISE)


@remembered(4)
def plain(text: str) -> Plain:
    r"""A text in the signs of a typewriter.

    >>> plain("Het plan “Groen\u00a02030” – af…").text
    'Het plan "Groen 2030" - af...'
    """
    found = [] if is_typed(text) else list(_pieces(text))
    if not found:
        return Plain(text, Begins(()), frozenset(), ())
    parts: list[str] = []
    kept: list[tuple[int, int, int, int]] = []
    inner: list[int] = []
    pieces: list[tuple[int, int]] = []
    at = there = 0
    for start, end, said in found:
        parts += (text[at:start], said)
        there += start - at
        kept.append((there, len(said), start, end))
        inner += range(there + 1, there + len(said))
        pieces.append((there if said else max(there - 1, 0), there + len(said)))
        there += len(said)
        at = end
    return Plain("".join([*parts, text[at:]]), Begins(kept), frozenset(inner), tuple(pieces))


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """What is set otherwise than on a typewriter: from where to where, and how it would stand there."""
    fences: list[tuple[int, int]] | None = None
    for start, end in _spans(text):
        found, before, behind = text[start:end], text[start - 1 : start] or "\n", text[end : end + 1] or "\n"
        said = _said(found, before, behind)
        if said == " " and end - start > 1:  # in code, blanks are what they are
            if fences is None:
                fences = [fence.span() for fence in _FENCED.finditer(text)]
            at = bisect_right(fences, (start, len(text))) - 1
            if at >= 0 and start < fences[at][1]:
                continue
        if said is not None:
            yield start, end, said


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where something stands that may be set otherwise, line by line: texts that people edited have most of their lines in common."""
    at = 0
    for line in text.split("\n"):
        for start, end in _in_line(line):
            yield at + start, at + end
        at += len(line) + 1


@lru_cache(maxsize=20_000)
def _in_line(line: str) -> tuple[tuple[int, int], ...]:
    return tuple(found.span() for found in _PIECE.finditer(line))


def _said(found: str, before: str, behind: str) -> str | None:
    """What stands on a typewriter for a piece between two characters; None for what stands there so."""
    first = found[0]
    if first in UNSEEN:
        return ""
    if first == "-":
        dash = len(found) <= 3 and ((before.isspace() and behind.isspace()) or (before.isalnum() and behind.isalnum()))
        return "-" if dash else None
    if first in "½¼¾":
        return None if before.isdigit() or behind.isdigit() else _SET[first]
    if first in _SET:
        return _SET[first]
    if before.isspace() or behind.isspace():  # indentation, or a line break; one blank for each
        plain_blanks = "".join(" " if one != "\t" else one for one in found)
        return None if plain_blanks == found else plain_blanks
    return None if found == "\t" else " "
