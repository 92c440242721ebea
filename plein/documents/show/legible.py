"""Edits told as a reader wants them: of whole words, and an item put into a numbered list as a line. How they are shown is ``redline``'s."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from plein.documents.edit import Edit, apply
from plein.documents.text.tokens import tokens, unspaced

Span = tuple[int, int, str]

_SIGN = re.compile(r"\d{1,9}|[-*+]")
_ITEMS = re.compile(rf"((?:{_SIGN.pattern}).*\S.*\n)([ \t>]*)({_SIGN.pattern})", re.DOTALL)


def legible(old: str, edits: Iterable[Span]) -> list[Span]:
    r"""Edits that do the same and are easier to read.

    Args:
        old: The old text.
        edits: Sorted and disjoint.

    >>> legible("1. one\n2. two\n", [(7, 8, "2. new\n3")])
    [(7, 7, '2. new\n'), (7, 8, '3')]
    """
    found: list[Span] = []
    for edit in _widened(old, edits):
        found += _items_apart(old, edit, found[-1][1] if found else 0)
    return found


def _widened(old: str, edits: Iterable[Span]) -> list[Span]:
    """Edits grown to whole words, numbers and links of the old text: who reads a redline should not have to read half of one."""
    groups: list[tuple[int, int, list[Edit]]] = []
    seen = (-1, -1)
    cuts: list[int] = []
    for start, end, text in edits:
        line = old.rfind("\n", 0, start) + 1, old.find("\n", end) + 1 or len(old)
        if line != seen:
            seen, cuts = line, [line[0]]
            for token in tokens(old[line[0] : line[1]]):
                cuts.append(cuts[-1] + len(token))
        lo = cuts[bisect_right(cuts, start) - 1]
        hi = cuts[min(bisect_left(cuts, end), len(cuts) - 1)]
        if text and start > line[0] and lo == start and _one_word(old[start - 1], text[0]):
            lo = cuts[bisect_left(cuts, start) - 1]
        if text and end < line[1] and hi == end and _one_word(text[-1], old[end]):
            hi = cuts[bisect_right(cuts, end)]
        inner = [Edit(start, end, text)]
        if groups and lo < groups[-1][1]:
            before = groups.pop()
            lo, hi, inner = min(lo, before[0]), max(hi, before[1]), [*before[2], *inner]
        groups.append((lo, hi, inner))
    found: list[Span] = []
    for lo, hi, inner in groups:
        moved = [Edit(edit.start - lo, edit.end - lo, edit.text) for edit in inner]
        found.append((lo, hi, apply(old[lo:hi], moved)))
    return found


def _items_apart(old: str, edit: Span, done: int) -> Iterator[Span]:
    """An item put in that takes the number of the next one, or taken out: told as a line, and the number or the sign by itself."""
    start, end, text = edit
    line = old.rfind("\n", 0, start) + 1
    indent = old[line:start]
    come = _ITEMS.fullmatch(text) if _SIGN.fullmatch(old, start, end) else None
    gone = _ITEMS.fullmatch(old, start, end) if _SIGN.fullmatch(text) else None
    found = come or gone
    if found is None or indent.strip(" \t>") or found[2] != indent or line < done:
        yield edit
        return
    if come:
        yield line, line, indent + found[1]
    else:
        yield line, line + len(indent) + len(found[1]), ""
        start += len(found[1]) + len(indent)
    if old[start:end] != (found[3] if come else text):
        yield start, end, found[3] if come else text


def _one_word(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum() and not unspaced(left) and not unspaced(right)
