"""Where a sentence ends: one answer for everybody who asks. Headings, items and rows end one as a full stop does."""

from __future__ import annotations

import re
from collections.abc import Iterator

STOPS = ".!?…。！？"
"""Signs that end a sentence. Those of scripts that part no words end it by themselves; the others where a blank follows."""

SENTENCE_END = re.compile(
    r"[.!?…。！？\n](?:(?<=[。！？])|(?<=\n)[ \t]*(?:\n|[-*+#>|]|\d+[.)])|(?<!\n)(?:[\"'”’)\]*_]|\[\^[^\]\s]+\])*(?=\s))"
)
"""The end of a sentence with the quotes, brackets, marks and notes that close it, or the edge of a block."""

_BLANKS = re.compile(r"\s*")


def ends_sentence(text: str) -> bool:
    """Whether a text ends with the end of a sentence, blanks behind it aside.

    >>> ends_sentence("We build. "), ends_sentence("We build,")
    (True, False)
    """
    return text.rstrip()[-1:] in tuple(STOPS)


def sentence_starts(text: str) -> Iterator[int]:
    r"""Where the sentences of a text begin, but for the first: code points, from 0.

    >>> list(sentence_starts("We build. You rent.\n\n- Now\n"))
    [10, 21]
    """
    last = 0
    for end in SENTENCE_END.finditer(text):
        blanks = _BLANKS.match(text, end.start() if end[0][0] == "\n" else end.end())
        if blanks is not None and last < blanks.end() < len(text):
            last = blanks.end()
            yield last
