"""A whole text that somebody hands in to become a version: what is none is refused before anything is asked or kept."""

from __future__ import annotations

import re

from plein.documents import canonical
from plein.errors import BrokenText
from plein.sentences import sentence

_MARK = re.compile(r"^(?:<{7}(?: .*)?|>{7} .+|\|{7} [^|\n]+)$", re.MULTILINE)


def whole_text(text: str) -> str:
    """The text in the one form in which plein keeps it.

    Raises:
        BrokenText: It is empty, or still has marks of a collision in it.
    """
    written = canonical(text)
    if not written.strip():
        raise BrokenText(sentence("The text is empty; nothing was kept."))
    marked = _MARK.search(written)
    if marked is not None:
        raise BrokenText(
            sentence(
                "Line {line} is a mark between two texts that collide ({mark}); nothing was saved. "
                "Choose what stands between the marks, take the marks out, and save again.",
                line=written.count("\n", 0, marked.start()) + 1,
                mark=marked[0][:20].strip(),
            )
        )
    return written
