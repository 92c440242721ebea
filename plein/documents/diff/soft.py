"""Changes that alter how a text is laid out but not what it says. They never collide with a change of words: they give way.

A paragraph wrapped elsewhere, blanks that line up a table, the dashes under a table's head, the number of a list item that
Markdown counts by itself.
"""

from __future__ import annotations

import re

_BLANKS = re.compile(r"[ \t\n]*")
_DASHES = re.compile(r"(?=[^-]*-)[ \t|:-]+")
_RUN = re.compile("-+")
_NUMBER = re.compile(r"\d{1,4}")
_BLOCK = re.compile(r"[-*+#>|=]|\d+[.)]|```|~~~|$")
_APART = re.compile(r"\n[ \t]*\n")
_TRAILING = re.compile(r"[ \t]+\n")
_HARD = re.compile(r"  \n|\\\n|\n[ \t]*\n|\n {4}|\n\t")


def is_soft(base: str, start: int, end: int, text: str) -> bool:
    r"""Whether replacing ``base[start:end]`` by *text* changes the lay-out only.

    >>> is_soft("one two\n", 3, 4, "\n"), is_soft("one two\n", 3, 4, "\n\n")
    (True, False)
    """
    old = base[start:end]
    if (not old or old.isspace()) and (not text or text.isspace()):
        return _soft_blanks(base, start, end, text)
    if _NUMBER.fullmatch(old) and _NUMBER.fullmatch(text):
        line = base.rfind("\n", 0, start) + 1
        return base[line:start].strip(" \t>") == "" and base[end : end + 1] in (".", ")") and base[end + 1 : end + 2] in (" ", "\t")
    if _DASHES.fullmatch(old) and _DASHES.fullmatch(text):
        row = _row(base, start, end)
        return "|" in row and not row.strip(" \t|:-") and _dashes(old) == _dashes(text)
    return False


def _row(base: str, start: int, end: int) -> str:
    """The line that a place stands on."""
    stop = base.find("\n", end)
    return base[base.rfind("\n", 0, start) + 1 : stop if stop >= 0 else len(base)]


def _dashes(text: str) -> str:
    """The dashes under a table's head as they count: how many columns, lined up on which side."""
    return _RUN.sub("-", text.replace(" ", "").replace("\t", ""))


def _soft_blanks(base: str, start: int, end: int, text: str) -> bool:
    """Whether a change inside a run of blanks leaves words apart, lines soft and blocks what they are."""
    lo, hi = start, end
    while lo and base[lo - 1] in " \t\n":
        lo -= 1
    while hi < len(base) and base[hi] in " \t\n":
        hi += 1
    before, after = base[lo:hi], base[lo:start] + text + base[end:hi]
    if "|" in (base[lo - 1 : lo], base[hi : hi + 1]) and "\n" not in before + after and _row(base, lo, hi).lstrip()[:1] == "|":
        return True  # the padding of a cell
    if not before or not after or lo == 0:
        return False
    if hi == len(base):
        return after[:1] == "\n" or before[-1:] == "\n" == after[-1:]
    if _APART.search(before) and _APART.search(after):
        return before[before.rindex("\n") :] == after[after.rindex("\n") :]  # blank lines between two blocks, few or many
    opens = _BLOCK.match(base, hi) is not None or "\n\n" in before
    if opens and _TRAILING.sub("\n", before) == _TRAILING.sub("\n", after):
        return True  # blanks at the end of a block mean nothing; inside a paragraph two of them are a line break
    if not _BLANKS.fullmatch(before) or not _BLANKS.fullmatch(after) or _HARD.search(before) or _HARD.search(after):
        return False
    return "\n" not in before + after or not opens
