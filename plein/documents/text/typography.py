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
from collections.abc import Sequence
from dataclasses import dataclass

_BLANK = "\u00a0\u1680\u2000-\u200a\u2028\u202f\u205f\u0085"
_UNSEEN = "\u00ad\u200b\u2060\ufeff"
_SET = (
    dict.fromkeys("“”„‟″", '"')
    | dict.fromkeys("‘’‚‛ʼ´′", "'")
    | dict.fromkeys("\u2010\u2011–—", "-")
    | {"…": "...", "½": "1/2", "¼": "1/4", "¾": "3/4", "©": "(c)", "®": "(r)", "™": "(tm)"}
    | {sign: unicodedata.normalize("NFKC", sign) for sign in "ﬀﬁﬂﬃﬄﬅﬆĳĲ"}
)
_SIGNS = "".join(sign for sign in _SET if sign not in "½¼¾")
_PIECE = re.compile(
    rf"(?P<blanks>(?<=[^\s{_BLANK}])[ \t{_BLANK}]{{2,}}(?=[^\s{_BLANK}]))|[{_UNSEEN}]+|[{_BLANK}]|[{_SIGNS}]|(?<!\d)[½¼¾](?!\d)"
    r"|(?<=\s)-{2,3}(?=\s)|(?<=\w)-{2,3}(?=\w)"
)
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


def plain(text: str) -> Plain:
    r"""A text in the signs of a typewriter.

    >>> plain("Het plan “Groen\u00a02030” – af…").text
    'Het plan "Groen 2030" - af...'
    """
    found = list(_pieces(text))
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


def _pieces(text: str) -> list[tuple[int, int, str]]:
    """What is set otherwise than on a typewriter: from where to where, and how it would stand there. Blanks in code are what they are."""
    fences: list[tuple[int, int]] | None = None
    found = []
    for piece in _PIECE.finditer(text):
        if piece["blanks"]:
            if fences is None:
                fences = [fence.span() for fence in _FENCED.finditer(text)]
            at = bisect_right(fences, (piece.start(), len(text))) - 1
            if at >= 0 and piece.start() < fences[at][1]:
                continue
        found.append((*piece.span(), _said(piece[0])))
    return found


def _said(piece: str) -> str:
    if piece[0] in _UNSEEN:
        return ""
    return "-" if piece[0] == "-" else _SET.get(piece, " ")
