"""A passage that people point at by quoting it. It is found exactly or not at all: nothing is placed by resemblance."""

from __future__ import annotations

import re
import unicodedata

from plein.documents.diff.diff import diff
from plein.documents.diff.emptied import emptied, lines_gone
from plein.documents.edit import Edit
from plein.documents.text.canonical import canonical
from plein.errors import QuoteAmbiguous, QuoteNotFound


def find_quote(text: str, quote: str, *, version: int | None = None) -> tuple[int, int]:
    r"""Where a quoted passage stands.

    It must stand there word for word and only once. Only white space may differ, if the passage is not found as it is: people copy
    from pages that wrap lines elsewhere.

    Args:
        text: The text to look in, canonical.
        quote: The passage.
        version: Number of the version, for the refusal.

    Returns:
        Start and end in code points, from 0.

    Raises:
        QuoteNotFound: It occurs nowhere, or is blank.
        QuoteAmbiguous: It occurs more than once.

    >>> find_quote("Wij bouwen\nwoningen.\n", "bouwen woningen")
    (4, 19)
    """
    wanted = _plain(quote)
    words = wanted.split()
    if not words:
        raise QuoteNotFound(quote, version)
    for passage in dict.fromkeys((wanted, wanted.strip("\n"), wanted.strip())):
        start = text.find(passage)
        if start >= 0:
            times = _count(text, passage, start)
            if times > 1:
                raise QuoteAmbiguous(quote, times, version)
            return start, start + len(passage)
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    found = list(pattern.finditer(text))
    if not found:
        raise QuoteNotFound(quote, version)
    if len(found) > 1:
        raise QuoteAmbiguous(quote, len(found), version)
    return found[0].span()


def replace_quote(text: str, quote: str, replacement: str, *, version: int | None = None) -> tuple[tuple[int, int], tuple[Edit, ...]]:
    r"""The edits that put something else in the place of a quoted passage.

    They are the same as those of somebody who hands in the whole text with this change, so that the two fold. Where a
    word or a paragraph is taken out, the blank or the empty line beside it goes too; with all words of an item, a heading or a row
    goes its sign.

    Args:
        text: The text to change, canonical.
        quote: The passage; see :func:`find_quote`.
        replacement: What to put in its place; empty to delete it.
        version: Number of the version, for the refusal.

    Returns:
        The place of the quote as (start, end), and the edits; none if nothing changes.

    Raises:
        QuoteNotFound: The passage occurs nowhere, or is blank.
        QuoteAmbiguous: It occurs more than once.
        BrokenText: The replacement holds a control character.

    >>> replace_quote("Wij bouwen dure woningen.\n", "dure", "betaalbare")
    ((11, 15), (Edit(start=11, end=15, text='betaalbare'),))
    """
    start, end = find_quote(text, quote, version=version)
    new = _plain(replacement)
    lo, hi = start, end
    if not new.strip():
        if lo and text[lo - 1] != "\n":
            hi -= len(text[lo:hi]) - len(text[lo:hi].rstrip("\n"))  # what stands before it keeps its line end
        before, after = text[:lo], text[hi:]
        if (not before or before.endswith("\n")) and after.startswith("\n"):
            lo, hi = lines_gone(text, lo, hi)
        elif before.endswith(" ") and (after[:1] in (" ", "\n", "") or after[:1] in ".,;:!?"):
            lo -= 1
        elif (not before or before.endswith("\n")) and after.startswith(" "):
            hi += 1
    elif new.endswith("\n") and not text[start:end].endswith("\n") and text[end : end + 1] == "\n":
        new = new.rstrip("\n")
    return (start, end), emptied(text, diff(text, canonical(text[:lo] + new + text[hi:])))


def _plain(text: str) -> str:
    """NFC and LF, like the text it is compared with; nothing else is touched."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _count(text: str, passage: str, first: int) -> int:
    """How often a passage occurs, places that overlap included."""
    times = 0
    while first >= 0 and times < 1_000:
        times += 1
        first = text.find(passage, first + 1)
    return times
