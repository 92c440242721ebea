"""The numbered lists of a text, each with all its items. What becomes of their numbers is decided elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from plein.documents.text.remembered import remembered

_LEAD = " \t>"
ITEM = re.compile(rf"([{_LEAD}]*)(\d{{1,9}})([.)])(?=[ \t]|$)", re.MULTILINE)
"""The beginning of the line of a numbered item: its blanks and the signs of the quotations it is in, its number, its sign."""


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered item of a text.

    Attributes:
        line: Where its line begins; code points from 0, as all here.
        start: Where its number begins.
        end: Where that ends.
        number: What it says.
        indent: The blanks before it, and the signs of quotations.
    """

    line: int
    start: int
    end: int
    number: int
    indent: str


@dataclass(slots=True, eq=False)
class NumberedList:
    """Items that count together.

    Attributes:
        items: In order of the text; at least one.
        end: Where the line behind the last that belongs to it begins.
    """

    items: list[Item]
    end: int = 0


def numbered_lists(text: str) -> Mapping[int, NumberedList]:
    r"""The list of every numbered item, by where the line of the item begins.

    A list goes on over blank lines and over lines that are indented deeper; it ends at a line indented less, and at one that is indented
    as much and is no item. Items with another sign (``1.``, ``1)``) or other blanks before it are of another list.

    >>> lists = numbered_lists("1. a\n   1. x\n2. b\n\nEnd.\n\n1. c\n")
    >>> [[item.number for item in lists[line].items] for line in sorted(lists)]
    [[1, 2], [1], [1, 2], [1]]
    """
    lists: dict[int, NumberedList] = {}
    running: list[tuple[int, dict[tuple[str, str], NumberedList]]] = []
    begin = end = 0
    for words in [*text.split("\n"), "."]:
        line, begin = begin, begin + len(words) + 1
        inside = words.lstrip(_LEAD)
        if not inside.strip():
            continue
        depth = len(words) - len(inside)
        found = ITEM.match(words)
        while running and (running[-1][0] > depth or (running[-1][0] == depth and not found)):
            for ended in running.pop()[1].values():
                ended.end = end
        end = min(begin, len(text))
        if not found:
            continue
        if not running or running[-1][0] < depth:
            running.append((depth, {}))
        those = running[-1][1].setdefault((found[1], found[3]), NumberedList([]))
        those.items.append(Item(line, line + found.start(2), line + found.end(2), int(found[2]), found[1]))
        lists[line] = those
    return lists


known_lists = remembered(8)(numbered_lists)
"""The same, remembered: thousands ask it of one text."""
