"""The numbered lists of a text, each with all its items, and what else counts: articles, chapters, dotted sub-numbers that people type.

What becomes of their numbers is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plein.documents.text.remembered import remembered
from plein.documents.text.sublines import ARTICLES, CHAPTERS

_LEAD = " \t>"
_WORDS = "|".join((*CHAPTERS, *ARTICLES))
_TYPED = rf"(?:\#{{1,6}}[ \t]+)?(?:(?:\*\*|__)?(?:{_WORDS})[ \u00a0]?|(?:\d{{1,3}}\.){{1,4}})"
ITEM = re.compile(
    rf"^([{_LEAD}]*(?:(?P<typed>{_TYPED})(?=\d{{1,4}}(?:[.):*_]|[ \t\u00a0]|$))|(?=\d{{1,9}}[.)])))"
    r"(\d{1,9})([.):]?)(?=[ \t\u00a0*_]|$)",
    re.MULTILINE,
)
"""The beginning of the line of a numbered item: its blanks, the signs of the quotations it is in, and what people typed before its number;
its number, its sign."""


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered item of a text.

    Attributes:
        line: Where its line begins; code points from 0, as all here.
        start: Where its number begins.
        end: Where that ends.
        number: What it says.
        indent: The blanks before it, the signs of quotations, and what people typed before its number: an article, the number above it.
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
    as much and is no item. Items with another sign (``1.``, ``1)``) or other blanks before it are of another list. What people number
    themselves (``## Article 2``, ``1.2``) goes on through the whole text, until it begins anew with 1.

    >>> lists = numbered_lists("1. a\n   1. x\n2. b\n\nEnd.\n\n1. c\n")
    >>> [[item.number for item in lists[line].items] for line in sorted(lists)]
    [[1, 2], [1], [1, 2], [1]]
    """
    lists: dict[int, NumberedList] = {}
    running: list[tuple[int, dict[tuple[str, str], NumberedList]]] = []
    typed: dict[str, NumberedList] = {}
    begin = end = 0
    for words in [*text.split("\n"), "."]:
        line, begin = begin, begin + len(words) + 1
        inside = words.lstrip(_LEAD)
        if not inside.strip():
            continue
        depth = len(words) - len(inside)
        found = ITEM.match(words)
        if found and found["typed"]:
            item = Item(line, line + found.start(3), line + found.end(3), int(found[3]), found[1])
            if found[1] not in typed or item.number == 1 < typed[found[1]].items[-1].number:
                typed[found[1]] = NumberedList([], len(text))
            typed[found[1]].items.append(item)
            lists[line] = typed[found[1]]
            found = None
        while running and (running[-1][0] > depth or (running[-1][0] == depth and not found)):
            for ended in running.pop()[1].values():
                ended.end = end
        end = min(begin, len(text))
        if not found:
            continue
        if not running or running[-1][0] < depth:
            running.append((depth, {}))
        those = running[-1][1].setdefault((found[1], found[4]), NumberedList([]))
        those.items.append(Item(line, line + found.start(3), line + found.end(3), int(found[3]), found[1]))
        lists[line] = those
    return lists


known_lists = remembered(8)(numbered_lists)
"""The same, remembered: thousands ask it of one text."""


def follows(base: str, change: tuple[int, int, str], others: Iterable[tuple[int, int, str]]) -> bool:
    r"""Whether a change gives a number that people type to what stands behind what others of the same person put in or take out.

    >>> base, put_in = "## Article 2 Fees\n", (0, 0, "## Article 2 Seat\n\nHere.\n\n")
    >>> follows(base, (11, 12, "3"), [put_in]), follows(base, (11, 12, "3"), []), follows(base, (13, 17, "Costs"), [put_in])
    (True, False, False)
    """
    start, end, text = change
    if not text.isdecimal():
        return False
    item = ITEM.match(base, base.rfind("\n", 0, start) + 1)
    if not item or not item["typed"] or item.span(3) != (start, end):
        return False
    lines = (f"{base[lo:hi]}\n{put}" for lo, hi, put in others if "\n" in base[lo:hi] + put)
    return any(found[1] == item[1] for those in lines for found in ITEM.finditer(those))
