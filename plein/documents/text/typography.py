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
    begins: Sequence[int]
    inner: frozenset[int]
    pieces: tuple[tuple[int, int], ...]


@remembered(4)
def plain(text: str) -> Plain:
    r"""A text in the signs of a typewriter.

    >>> plain("Het plan “Groen\u00a02030” – af…").text
    'Het plan "Groen 2030" - af...'
    """
    typed = text.isascii() and not any(sign in text for sign in _TYPED_OTHERWISE)
    found = [] if typed else list(_pieces(text))
    if not found:
        return Plain(text, range(len(text) + 1), frozenset(), ())
    parts: list[str] = []
    begins: list[int] = []
    inner: list[int] = []
    pieces: list[tuple[int, int]] = []
    at = 0
    for start, end, said in found:
        parts += (text[at:start], said)
        begins += range(at, start)
        inner += range(len(begins) + 1, len(begins) + len(said))
        pieces.append((len(begins) if said else max(len(begins) - 1, 0), len(begins) + len(said)))
        begins += [start] * len(said)
        at = end
    begins += range(at, len(text) + 1)
    begins[0] = 0
    return Plain("".join([*parts, text[at:]]), begins, frozenset(inner), tuple(pieces))


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """What is set otherwise than on a typewriter: from where to where, and how it would stand there."""
    fences: list[tuple[int, int]] | None = None
    for piece in _PIECE.finditer(text):
        start, end = piece.span()
        found, before, behind = piece[0], text[start - 1 : start] or "\n", text[end : end + 1] or "\n"
        said = _said(found, before, behind)
        if said == " " and end - start > 1:  # in code, blanks are what they are
            if fences is None:
                fences = [fence.span() for fence in _FENCED.finditer(text)]
            at = bisect_right(fences, (start, len(text))) - 1
            if at >= 0 and start < fences[at][1]:
                continue
        if said is not None:
            yield start, end, said


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
