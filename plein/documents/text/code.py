"""What of a text is code or settings for a program, in which no sign means what it means elsewhere."""

from __future__ import annotations

import re

from plein.documents.text.paragraphs import paragraphs
from plein.documents.text.remembered import remembered

_INLINE = re.compile(r"(?<![`\\])(`+)(?!`)(?:.|\n){1,2000}?(?<!`)\1(?!`)")
_SIGN = re.compile(r"[^\n]")


@remembered(4)
def without_code(text: str) -> str:
    r"""A text with blanks in the place of code and of settings above it, each code point where it was.

    >>> without_code("See `[^1]` and [^2].\n\n    code\n")
    'See        and [^2].\n\n        \n'
    """
    parts: list[str] = []
    done = 0
    for one in paragraphs(text):  # code begins and ends in one of them
        passage = text[one.start : one.end]
        parts += [text[done : one.start], _SIGN.sub(" ", passage) if one.kind in ("code", "front-matter") else _blanked(passage)]
        done = one.end
    return "".join([*parts, text[done:]])


def _blanked(words: str) -> str:
    return _INLINE.sub(lambda one: _SIGN.sub(" ", one[0]), words)
