"""What looks alike on a page and in Word is one here: quotes, dashes, blanks, dots, ligatures, signs nobody sees. No place is decided here."""

from __future__ import annotations

import re
import unicodedata

from plein.documents.text.signs import DASHES, DOTS, DOUBLE, HYPHENS, SINGLE, UNSEEN

_ALIKE = {
    '"': DOUBLE + "«»″〝〞",
    "'": SINGLE + "‹›′`",
    "-": HYPHENS + DASHES + "‒―−﹘﹣",
    " ": "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))),
    "": UNSEEN
    + "\u034f\u061c\u180e"
    + "".join(map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFE0E, 0xFE0F))),
    "...": DOTS,
}
_COMPATIBLE = (*"ĳĲŉǄǅǆǇǈǉǊǋǌǱǲǳµ¼½¾", *map(chr, (*range(0x2150, 0x215F), *range(0xFB00, 0xFB50), *range(0xFF01, 0xFF5F))))

_FOLDED = {ord(sign): to for to, signs in _ALIKE.items() for sign in signs}
for _sign in _COMPATIBLE:
    _FOLDED[ord(_sign)] = unicodedata.normalize("NFKC", _sign).replace("⁄", "/").replace("ʼ", "'")

_BLANKS, _DASHES = re.compile(" {2,}"), re.compile("-{2,}")


def folded(sign: str) -> str:
    """What a sign looks like, in the signs of a typewriter; empty for one nobody sees.

    >>> folded("“"), folded("–"), folded("ﬁ"), folded("\u00ad")
    ('"', '-', 'fi', '')
    """
    return sign.translate(_FOLDED)


def fold(text: str) -> str:
    r"""What a passage looks like: runs of blanks are one, so are runs of dashes, and none stand at its ends.

    >>> fold("the\u00a0council’s  plan –\nalways…")
    "the council's plan - always..."
    """
    plain = unicodedata.normalize("NFC", text).translate(_FOLDED)
    return _DASHES.sub("-", _BLANKS.sub(" ", plain)).strip(" ")
