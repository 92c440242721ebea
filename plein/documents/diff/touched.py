"""Which paragraphs of a text an edit changes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from plein.documents.edit import Edit
from plein.documents.text.paragraphs import BEGINS, ENDS, Paragraph
from plein.documents.text.sublines import MOST_LINES, begins, labels_of

_OPENS = re.compile(r"\s*(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|\||>|```|~~~|<|\[\^[^\]\s]+\]:|[:~]\s)")
_GO_ON = ("paragraph", "list-item", "note", "definition", "html")
"""The kinds of paragraphs that lines right under them belong to."""
_AROUND = 6_000
"""So many characters above a line are looked at for the number before its own."""
_QUOTED = re.compile(r"^>[ ]?")


def overlapped(paras: Sequence[Paragraph], start: int, end: int) -> tuple[int, int]:
    """Indexes first..last of the paragraphs that share a character with start..end."""
    first = bisect_left(paras, start + 1, key=ENDS)
    last = bisect_left(paras, end, key=BEGINS)
    return first, max(first, last)


def touched(base: str, edit: Edit, paras: Sequence[Paragraph]) -> tuple[int, int]:
    """Indexes first..last of the paragraphs an edit changes; an empty range for paragraphs put between two others."""
    start, end, text = edit.start, edit.end, edit.text
    if start < end and not base[start:end].isspace():
        first, last = overlapped(paras, start, end)
        if first < last:
            # Where the line ends between two paragraphs go, the paragraphs on both sides become one.
            if first and start == paras[first - 1].end and text[:1] != "\n" and (text or base[end - 1] != "\n"):
                first -= 1
            if last < len(paras) and end == paras[last].start and text[-1:] != "\n" and (text or not _at_line_start(base, start)):
                last += 1
            return first, last
    # An insertion, or a change of the blanks between two paragraphs.
    before = bisect_left(paras, start + 1, key=BEGINS) - 1
    inside = before >= 0 and start < paras[before].end and paras[before].start < start
    if inside:
        return before, max(before + 1, overlapped(paras, start, end)[1])
    if text.strip() and _at_line_start(base, start) and text.endswith("\n"):
        lines = text
        joins_before = (
            start >= 1 and base[start - 2 : start] not in ("\n\n", "\n") and _runs_on(base, paras, index_before(paras, start), lines)
        )
        joins_after = start < len(base) and base[start] != "\n" and not lines.endswith("\n\n") and _runs_into(base, paras, start, lines)
        first = index_before(paras, start) + (0 if joins_before else 1)
        return first, first + int(joins_before) + int(joins_after)
    if text.strip() and text.startswith("\n") and base[start : start + 1] in ("\n", "") and start == end:
        at = index_before(paras, start + 1)
        return (at, at + 1) if at >= 0 and _runs_on(base, paras, at, text[1:]) else (at + 1, at + 1)
    if not text.strip():
        # Blank lines between two paragraphs: of concern to both if they are joined or parted by it.
        at = max(index_before(paras, start + 1), 0)
        one = at - int(at < len(paras) and not base[paras[at].start : end].strip())
        if 0 <= one < len(paras) - 1 and _parted(base, paras[one], paras[one + 1]) != _parted_after(base, paras[one], paras[one + 1], edit):
            return one, one + 2
        return at, min(at + 1, len(paras))
    at = max(before, 0)
    return at, min(at + 1, len(paras))


def index_before(paras: Sequence[Paragraph], offset: int) -> int:
    """Index of the last paragraph that begins before *offset*; -1 if there is none."""
    return bisect_left(paras, offset, key=BEGINS) - 1


def _at_line_start(base: str, offset: int) -> bool:
    return offset == 0 or base[offset - 1] == "\n"


def _runs_on(base: str, paras: Sequence[Paragraph], at: int, lines: str) -> bool:
    """Whether new lines directly under a paragraph become part of it; those of a quotation have a sign before them."""
    if at >= 0 and base.startswith(">", paras[at].start):
        lines = _QUOTED.sub("", lines)
    if at < 0 or paras[at].kind not in _GO_ON or lines[:1] == "\n" or _OPENS.match(lines):
        return False
    return not _is_apart(base[max(paras[at].end - _AROUND, 0) : paras[at].end], lines)


def _runs_into(base: str, paras: Sequence[Paragraph], start: int, lines: str) -> bool:
    """Whether new lines directly above a paragraph become part of it."""
    at = index_before(paras, start + 1)
    if not (0 <= at < len(paras) and paras[at].start == start and paras[at].kind == "paragraph"):
        return False
    last, below = lines.rstrip("\n").rsplit("\n", 1)[-1], base[start : start + 12]
    if last.startswith(">") and below.startswith(">"):
        last, below = _QUOTED.sub("", last), _QUOTED.sub("", below)
    if not last or re.match(r"\s*(?:#{1,6}\s|```|~~~|\|)", last) or _OPENS.match(below):
        return False
    return not _is_apart(base[max(start - _AROUND, 0) : start] + lines, base[start : paras[at].end])


def _is_apart(above: str, lines: str) -> bool:
    """Whether lines begin with a number that makes them a paragraph of their own right under others."""
    first = lines.partition("\n")[0].lstrip(" \t>")
    if next(labels_of(first), None) is None:
        return False
    run = [line.lstrip(" \t>") for line in above.rstrip("\n").rpartition("\n\n")[2].split("\n")]
    blank = next((at for at in range(len(run), 0, -1) if not run[at - 1]), 0)  # of a quotation, where a sign stands in it
    return begins([*run[blank:][-MOST_LINES:], first])


def _parted(base: str, one: Paragraph, two: Paragraph) -> bool:
    return base.count("\n", one.end, two.start) > 1


def _parted_after(base: str, one: Paragraph, two: Paragraph, edit: Edit) -> bool:
    lo, hi = min(one.end, edit.start), max(two.start, edit.end)
    return (base[lo : edit.start] + edit.text + base[edit.end : hi]).count("\n") > 1
