"""Where the words of a block are written in its lines, behind the signs these begin with. What the words are made of is not known here."""

from __future__ import annotations

import re

from plein.documents.text.shown import Leaf

_ROW = r"(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*\|?\s*"


def placed(text: str, leaf: Leaf) -> list[list[int]] | None:
    r"""For the words of a block, or of each cell, where each of their characters is written, and where they end; None where that is not sure.

    >>> from plein.documents.text.shown import leaves
    >>> base = "> One\n> two.\n"
    >>> placed(base, leaves(base)[0])
    [[2, 3, 4, 5, 8, 9, 10, 11, 12]]
    """
    lines = text[leaf.start : leaf.end].split("\n")
    if leaf.kind == "row":
        return _cells(lines[0], leaf)
    rows = leaf.written[0].split("\n")
    if leaf.kind == "code":
        fenced = leaf.markup[:1] in ("`", "~")
        rows, lines = rows[:-1], lines[1:] if fenced else lines
    if len(rows) > len(lines) or (leaf.kind != "code" and "".join(lines[len(rows) :]).strip()):
        return None
    starts: list[int] = []
    at = leaf.start + (text.find("\n", leaf.start) + 1 - leaf.start if leaf.kind == "code" and leaf.markup[:1] in ("`", "~") else 0)
    for number, (row, line) in enumerate(zip(rows, lines, strict=False)):
        found = _in_line(line, row, "#" in leaf.markup)
        if found is None:
            return None
        lead = len(row) - len(row.lstrip(" \t"))
        starts += [at + found] * lead + list(range(at + found, at + found + len(row) - lead))
        if number < len(rows) - 1 or leaf.kind == "code":
            starts.append(at + len(line))
        else:
            starts.append(at + found + len(row) - lead)
        at += len(line) + 1
    if leaf.kind == "code":
        starts.append(min(at, len(text)))
    return [starts]


def _in_line(line: str, row: str, hashed: bool) -> int | None:
    """Where in a line the words stand that it holds; None if they do not."""
    bare = row.lstrip(" \t")
    if hashed:
        behind = line[line.find("#") :].lstrip("#")
        found = next((rest for rest in (behind.lstrip(" \t"), behind.lstrip()) if rest.startswith(bare)), None)
        return None if found is None else len(line) - len(found)
    whole, words = line.rstrip(), bare.rstrip()
    return len(whole) - len(words) if whole.endswith(words) else None


def _cells(line: str, leaf: Leaf) -> list[list[int]] | None:
    """The same for the cells of a row, in which a pipe has a backslash before it."""
    cells = list(leaf.written)
    while cells and not cells[-1]:
        cells.pop()
    words = r"\s*\|\s*".join(f"({re.escape(cell).replace(re.escape('|'), re.escape(chr(92) + '|'))})" for cell in cells)
    found = re.fullmatch(rf"{_ROW}{words}\s*(?:\|.*)?", line)
    if not cells or found is None:
        return None
    places: list[list[int]] = []
    for number, cell in enumerate(cells, 1):
        starts = [leaf.start + found.start(number)]
        for sign in cell:
            starts.append(starts[-1] + (2 if sign == "|" else 1))
        places.append(starts)
    return places + [[places[-1][-1]] for _ in leaf.written[len(cells) :]]
