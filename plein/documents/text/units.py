"""What people see as one thing around a place of a text: groups of words, lines, items, tables, sections. Looked up only where changes meet.

A section is a heading with all below it up to the next heading of its depth; an item holds what is indented under it; a table its rows; a
paragraph its sentences. A *group* is a word with what is glued to it: a comma, a bracket, a note. What is put in leans on what stands before it
in the same parent. So it can be said of two changes that meet, without a parser, whether one takes away what the other hangs on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plein.documents.text.sublines import ARTICLES, CHAPTERS
from plein.documents.text.tokens import unspaced

Lines = list[tuple[int, str]]
"""Lines of a text, each with its first code point, without its newline."""

MARKER = re.compile(r"[ \t]*(?:>[ \t]?)*(?:(?:[-*+•]|\d{1,9}[.)])[ \t]*(?:\[[ xX]\][ \t]*)?|#{1,6}[ \t]*)?")
"""What stands at the beginning of a line and is no word: the sign of an item, a heading or a quotation."""

_ITEM = re.compile(r"([ \t]*)([-*+•]|\d{1,9}[.)])(?:[ \t]+|$)")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]|$)")
_PART = re.compile(
    rf"(?:\*\*|__)?(?:(?P<chapter>{CHAPTERS})|(?P<article>{ARTICLES})|Lid)[ \u00a0]?(?:\d{{1,4}}|[IVX]{{1,7}})[.:]?(?:\*\*|__)?"
    r"(?:[ \t]+(?![a-z])[^\n]*[^.;,\n])?$"
    r"|(?:\*\*(?=\S)[^*\n]+|__(?=\S)[^_\n]+)(?<![.;,\s])(?:\*\*|__):?[ \t]*$"
)
"""A line that begins a chapter or an article where nobody made it a heading, or is bold: a section inside those of headings. No sentence."""
_WORDS = 10
"""How deep words are: below six headings, chapters, articles and bold lines."""
_UNDERLINE = re.compile(r"(=+|-{2,})[ \t]*$")
_OPENS = re.compile(r"[ \t]*(?:[-*+•][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\||>|```|~~~|<|\[[^\]]+\]:)")
_CLOSERS = frozenset("\"'”’»›)]}*_~`")
_PUNCTUATION = frozenset(",;:.!?…、。，；：！？")


def closes(token: str) -> bool:
    """Whether a token closes something: a quotation, a bracket, a mark.

    >>> closes("**"), closes("”"), closes("word")
    (True, True, False)
    """
    return all(letter in _CLOSERS for letter in token)


def core(text: str, start: int, end: int) -> tuple[int, int]:
    """A passage without the blanks and line ends around it; an empty one at its end where it holds nothing else.

    >>> core("one  two ", 3, 9)
    (5, 8)
    """
    passage = text[start:end]
    lo = start + len(passage) - len(passage.lstrip())
    return lo, max(lo, start + len(passage.rstrip()))


def clings(text: str) -> bool:
    """Whether what is put in behind a word belongs to that word: it begins without a blank, as a comma, a note or a closing bracket does.

    >>> clings("[^1]"), clings(" and roads")
    (True, False)
    """
    return bool(text) and not text[0].isspace() and not unspaced(text[0])


def punctuates(text: str) -> bool:
    """Whether what is put in ends the words before it: it stays at their end when more words are put in there.

    >>> punctuates(","), punctuates("[^1]")
    (True, False)
    """
    return text.strip() != "" and all(letter in _PUNCTUATION for letter in text.strip())


def whole_lines(base: str, point: int, text: str) -> bool:
    """Whether what is put in at a point is lines of their own, not words in a line."""
    if text[-1:] == "\n" and (point == 0 or base[point - 1] == "\n"):
        return True
    return text[:1] == "\n" and bool(text.strip()) and (point == len(base) or base[point] == "\n")


def hangs(base: str, start: int, end: int, point: int, text: str) -> bool:
    r"""Whether what is put in at a point hangs on a passage that is taken out: what it is glued to, its item, table, list or section is in there.

    Args:
        base: The text.
        start: First code point of what is taken out, from 0.
        end: The code point after the last one.
        point: Where something is put in: inside, or at either end.
        text: What is put in.

    >>> hangs("Cats sleep. Dogs bark.\n", 11, 22, 22, "[^1]"), hangs("Cats sleep. Dogs bark.\n", 11, 22, 22, " Yes.")
    (True, False)
    >>> hangs("- a\n- b\n", 4, 8, 8, "  - child of b\n"), hangs("- a\n- b\n", 4, 8, 8, "- c\n")
    (True, False)
    """
    lo, hi = core(base, start, end)
    if lo >= hi or not text.strip():
        return False
    if lo < point < hi:
        return True
    if whole_lines(base, point, text):
        return _under(base, lo, hi, point, text) if point >= hi else _first_in(base, lo, hi, point, text)
    if point == hi and ((clings(text) and not _next_clause(base[lo:hi], text)) or _whole_block(base, lo, hi)):
        return True
    glued = not text[-1].isspace() and not unspaced(base[lo])
    return point == lo and (glued or _whole_block(base, lo, hi))


def _next_clause(gone: str, text: str) -> bool:
    """Whether a clause with its comma is put in behind one that goes with its own."""
    return gone[0] == text[0] and text[0] in ",;" and any(map(str.isalnum, text))


def _whole_block(base: str, lo: int, hi: int) -> bool:
    """Whether a passage is all the words of one or more blocks, so that no block is left to put words into."""
    line = base.rfind("\n", 0, lo) + 1
    if MARKER.fullmatch(base, line, lo) is None or (hi < len(base) and base[hi] != "\n"):
        return False
    above = base[base.rfind("\n", 0, max(line - 1, 0)) + 1 : max(line - 1, 0)]
    runs_on = bool(above.strip()) and not _OPENS.match(base, line) and not _HEADING.match(above)
    return not runs_on and not _runs_into(base, hi)


def _runs_into(base: str, hi: int) -> bool:
    """Whether the line behind is the same paragraph."""
    newline = base.find("\n", hi)
    return newline >= 0 and base[newline + 1 : newline + 2] not in ("", "\n") and not _OPENS.match(base, newline + 1)


def _under(base: str, lo: int, hi: int, point: int, text: str) -> bool:
    """Whether lines put in right behind a passage belong to something in it."""
    first = next(line for line in text.split("\n") if line.strip())
    apart = len(text) - len(text.lstrip("\n")) + base.count("\n", hi, point) > 1
    lines = _lines(base, lo, hi)
    heading = _HEADING.match(first)
    depth = len(heading[1]) if heading else _part(first) or _WORDS
    for at, line in reversed(lines):
        level = _level(base, at, line)
        if level and level < depth:
            return True
    item = _ITEM.match(first)
    if not apart and not item and not heading:
        return _runs_from(base, lines, first)
    return _hangs_by_indent(base, lines, first, item, point)


def _level(base: str, at: int, line: str) -> int:
    """The depth of the heading that a line is, or of the chapter or article that it begins; 0 for none."""
    heading = _HEADING.match(line)
    if heading:
        return len(heading[1])
    if part := _part(line):
        return part
    newline = base.find("\n", at)
    if newline < 0 or not line.strip() or _OPENS.match(line):
        return 0
    stop = base.find("\n", newline + 1)
    under = _UNDERLINE.fullmatch(base, newline + 1, stop if stop >= 0 else len(base))
    return (1 if under[1][0] == "=" else 2) if under else 0


def _part(line: str) -> int:
    """The depth of the chapter or article that a line begins without being a heading, or of a bold line: 7 to 9; 0 for none."""
    found = _PART.match(line)
    return 0 if found is None else 7 if found["chapter"] else 8 if found["article"] else 9


def _runs_from(base: str, lines: Lines, first: str) -> bool:
    """Whether a line right under others goes on with a table, a quotation or a paragraph that begins among them."""
    sign = first.lstrip()[:1]
    kind = "|" if sign == "|" or ("|" in lines[-1][1] and "|" in first) else ">" if sign == ">" else ""
    for _, line in reversed(lines):
        if kind == "|" and "|" not in line:
            return True  # the table begins below this line
        if kind == ">" and line.lstrip()[:1] != ">":
            return True
        if not kind and (not line.strip() or _OPENS.match(line)):
            return not line.strip() or len(line) - len(line.lstrip()) <= len(first) - len(first.lstrip())
    at = lines[0][0]
    above = base[base.rfind("\n", 0, max(at - 1, 0)) + 1 : max(at - 1, 0)]
    if not above.strip():
        return True
    if kind == "|":
        return "|" not in above
    if kind == ">":
        return above.lstrip()[:1] != ">"
    return bool(_HEADING.match(above))


def _hangs_by_indent(base: str, lines: Lines, first: str, item: re.Match[str] | None, point: int) -> bool:
    """Whether an item, or what is indented, belongs to an item among lines above it, or to a list of which nothing else is left."""
    indent = limit = len(first) - len(first.lstrip(" "))
    for _, line in reversed(lines):
        if not line.strip():
            continue
        here = len(line) - len(line.lstrip(" "))
        other = _ITEM.match(line)
        if other and here < max(limit, 1) + (here == limit):
            if indent >= min(other.end(), here + 2) and here < indent:
                return True
            if here == indent and any(above.strip() and len(above) - len(above.lstrip(" ")) < indent for _, above in lines):
                return True  # so does the item it is inside of
            if here == indent and item:
                return _kind(other) == _kind(item) and not _list_goes_on(base, lines[0][0], point, item)
        limit = min(limit, here)
        if here == 0 and not other:
            return False
    return False


def _first_in(base: str, lo: int, hi: int, point: int, text: str) -> bool:
    """Whether lines put in right before a passage belong to something in it: a list of which nothing is left, a paragraph they begin."""
    rows = [line for line in text.split("\n") if line.strip()]
    lines = _lines(base, lo, hi)
    item, next_item = _ITEM.match(rows[0]), _ITEM.match(lines[0][1])
    if item and next_item and item[1] == next_item[1] and _kind(item) == _kind(next_item):
        return not _list_goes_on(base, point, hi, item)
    if base[point:lo].strip("\n") == "" and "\n" not in base[point:lo] and not text.endswith("\n\n"):
        sign = rows[-1].lstrip()[:1]
        if sign == ">" == lines[0][1].lstrip()[:1]:
            return True
        return not _OPENS.match(rows[-1]) and not _OPENS.match(lines[0][1]) and not (point >= 2 and base[point - 2] != "\n")
    return False


def _list_goes_on(base: str, start: int, end: int, item: re.Match[str]) -> bool:
    """Whether an item like this one stands before *start*, or behind *end*, with nothing between that ends the list."""
    indent = len(item[1])
    for line in _backwards(base, start):
        here = len(line) - len(line.lstrip(" "))
        if line.strip() and here <= indent:
            other = _ITEM.match(line)
            if here == indent and other and _kind(other) == _kind(item):
                return True
            break
    for line in _forwards(base, end):
        if line.strip():
            other = _ITEM.match(line)
            return other is not None and len(other[1]) == indent and _kind(other) == _kind(item)
    return False


def _kind(item: re.Match[str]) -> str:
    """What makes items of one list alike: the sign, or what stands behind the number."""
    return item[2][-1]


def _lines(base: str, lo: int, hi: int) -> Lines:
    """The whole lines that a passage stands on."""
    at = base.rfind("\n", 0, lo) + 1
    found: Lines = []
    for line in base[at:hi].split("\n"):
        found.append((at, line))
        at += len(line) + 1
    return found


def _backwards(base: str, at: int, most: int = 60) -> Iterator[str]:
    """The lines that end before a place, the nearest first."""
    end = at
    while end > 0 and most:
        begin = base.rfind("\n", 0, end - 1) + 1
        yield base[begin : end - 1] if base[end - 1] == "\n" else base[begin:end]
        end, most = begin, most - 1


def _forwards(base: str, at: int, most: int = 60) -> Iterator[str]:
    """The lines that begin at a place or behind it."""
    begin = at if not at or base[at - 1] == "\n" else base.find("\n", at) + 1 or len(base)
    while begin < len(base) and most:
        stop = base.find("\n", begin)
        stop = stop if stop >= 0 else len(base)
        yield base[begin:stop]
        begin, most = stop + 1, most - 1
