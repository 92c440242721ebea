"""Characters that reorder or hide text, spelled out: on a page and on a terminal nobody reads another text than the one that is kept.

Texts themselves, files, JSON, and what goes down a pipe are as they are. Nothing is known here of where a text comes from.
"""

from __future__ import annotations

import re

_MISLEADING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, but for tab and newline
    "\u200b\u2060"  # blanks without a width; joiners and marks of direction belong to scripts, and are left
    "\u202a-\u202e\u2066-\u2069"  # overrides, embeddings and isolates of direction
    "\u2028\u2029\ufeff\ufff9-\ufffb"  # separators and marks that nothing shows
    "\U000e0000-\U000e007f\ud800-\udfff]"  # tags, and halves of surrogate pairs
)


def tame(text: str) -> str:
    r"""The text with characters that reorder or hide text spelled out.

    >>> tame("safe\u202eevil")
    'safe‹U+202E›evil'
    >>> tame("two lines,\n\tas they are")
    'two lines,\n\tas they are'
    """
    return _MISLEADING.sub(lambda found: f"‹U+{ord(found[0]):04X}›", text)
