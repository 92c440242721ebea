"""The numbered lists of a text, each with all its items, and what else counts: articles, chapters, sub-numbers, letters that people type.

What becomes of their numbers is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from plein.documents.text.numerals import FIGURES, LONGEST, numeral, readings
from plein.documents.text.remembered import remembered
from plein.documents.text.sublines import ARTICLES, CHAPTERS

_DEEPEST = 16
"""So many kinds of numbers stand in each other at most; of more the outermost are taken to have ended, so that no text takes for ever."""
BLANKS = " \t>"
"""What stands before the words of a line without being any: a line of nothing else is blank, also in a quotation."""
WORD = rf"(?:\*\*|__)?(?:{'|'.join((*CHAPTERS, *ARTICLES))})[ \u00a0]?"
SIGNS = r"\#{1,6}[ \t]+"
SMALL = rf"[a-z]|[ivx]{{2,{LONGEST}}}"
LARGE = rf"[A-Z]|[IVX]{{2,{LONGEST}}}"
_BEHIND = r"(?=[.):*_]|[ \t\u00a0]|$)"
_TYPED = (
    rf"(?:{SIGNS})?{WORD}(?=(?:\d{{1,4}}|[IVX]{{1,{LONGEST}}}){_BEHIND})"
    rf"|(?:{SIGNS})?(?:\d{{1,3}}\.){{1,4}}(?=\d{{1,4}}{_BEHIND})"
    rf"|{SIGNS}(?=\d{{1,4}}{_BEHIND}|(?:{LARGE}|{SMALL})[.):])"
    rf"|\(?(?=(?:{SMALL})[.)])"
)
ITEM = re.compile(
    rf"^([{BLANKS}]*(?:(?P<typed>{_TYPED})|(?=\d{{1,9}}[.)])))(\d{{1,9}}|{SMALL}|{LARGE})([.):]?)(?=[ \t\u00a0*_]|$)", re.MULTILINE
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
        style: In which way it counts, as ``readings`` tells it.
        text: Its number as it is written.
    """

    line: int
    start: int
    end: int
    number: int
    indent: str
    style: str
    text: str

    def numeral(self, number: int) -> str:
        """Another number, written as this one is.

        >>> Item(0, 0, 1, 2, "", "a", "b").numeral(4)
        'd'
        """
        return numeral(self.style, number, self.text)


@dataclass(slots=True, eq=False)
class NumberedList:
    """Items that count together.

    Attributes:
        kind: What is alike in them; empty for those that Markdown counts.
        items: In order of the text; at least one.
        end: Where the line behind the last that belongs to it begins.
        behind: The list right behind which it begins anew, with nothing between them but what stands inside that.
    """

    kind: str
    items: list[Item]
    end: int = 0
    behind: NumberedList | None = None


def kinds_of(found: re.Match[str]) -> dict[str, tuple[str, int]]:
    """What the beginning of an item may count with, each with its way of counting and its number; empty for what Markdown counts.

    >>> item = ITEM.match("i. one")
    >>> kinds_of(item), kinds_of(ITEM.match("## Article 2")), kinds_of(ITEM.match("2. two"))
    ({'a.': ('a', 9), 'i.': ('i', 1)}, {'## Article 1': ('1', 2)}, {'': ('1', 2)})
    """
    if found["typed"] is None:
        return {"": (FIGURES, int(found[3]))}
    sign = found[4] if found["typed"] in ("", "(") else ""
    return {f"{found[1]}{style}{sign}": (style, number) for style, number in readings(found[3])}


def numbered_lists(text: str) -> Mapping[int, NumberedList]:
    r"""The list of every numbered item, by where the line of the item begins.

    A list goes on over blank lines and over lines that are indented deeper; it ends at a line indented less, and at one that is indented
    as much and is no item. Items with another sign (``1.``, ``1)``) or other blanks before it are of another list. What people number
    themselves (``## Article 2``, ``1.2``, ``b.``) goes on through the whole text, until it begins anew with its first number.

    >>> lists = numbered_lists("1. a\n   1. x\n2. b\n\nEnd.\n\n1. c\n")
    >>> [[item.number for item in lists[line].items] for line in sorted(lists)]
    [[1, 2], [1], [1, 2], [1]]
    >>> lists = numbered_lists("a. rent\ni. low\nii. fair\nb. work\n")
    >>> [[item.text for item in lists[line].items] for line in sorted(lists)]
    [['a', 'b'], ['i', 'ii'], ['i', 'ii'], ['a', 'b']]
    """
    lists: dict[int, NumberedList] = {}
    running: list[tuple[int, dict[tuple[str, str], NumberedList]]] = []
    typed = _Typed()
    begin = end = 0
    blank = True
    for words in [*text.split("\n"), "."]:
        line, begin = begin, begin + len(words) + 1
        inside = words.lstrip(BLANKS)
        if not inside.strip():
            blank = True
            continue
        depth = len(words) - len(inside)
        found = ITEM.match(words)
        if found:
            kind, style, number = typed.kind(found, text, begin)
            item = Item(line, line + found.start(3), line + found.end(3), number, found[1], style, found[3])
            if kind:
                lists[line] = typed.add(kind, item, len(text))
                found = None
            else:
                typed.stands(f"{found[1]}1{found[4]}", line)
        elif blank or inside.startswith("#"):
            typed.closed(inside, line)
        blank = False
        while running and (running[-1][0] > depth or (running[-1][0] == depth and not found)):
            for ended in running.pop()[1].values():
                ended.end = end
        end = min(begin, len(text))
        if not found:
            continue
        if not running or running[-1][0] < depth:
            running.append((depth, {}))
        those = running[-1][1].setdefault((found[1], found[4]), NumberedList("", []))
        those.items.append(item)
        lists[line] = those
    return lists


@dataclass(slots=True)
class _Typed:
    """What people number themselves, while a text is read.

    Attributes:
        latest: The list of each kind that goes on.
        within: The kinds that stand in each other here, the outermost first.
    """

    latest: dict[str, NumberedList] = field(default_factory=dict)
    within: list[str] = field(default_factory=list)

    def kind(self, found: re.Match[str], text: str, behind: int) -> tuple[str, str, int]:
        """What an item counts with, in which way, and its number: of a letter that is a Roman number too, what
        the next one goes on with, else what goes on here or just did.
        """
        kinds = kinds_of(found)
        kind = next(iter(kinds))
        if len(kinds) > 1:
            following = ITEM.search(text, behind)
            next_ones = readings(following[3]) if following else ()
            led = [one for one, (style, number) in kinds.items() if (style, number + 1) in next_ones]
            kind = led[0] if led else min(kinds, key=lambda one: self._leap(one, kinds[one][1]))
        return kind, *kinds[kind]

    def _leap(self, kind: str, number: int) -> tuple[int, bool]:
        """How far a number is from what would go on, or stood there twice; what goes on is nearer than what begins."""
        if kind not in self.within:
            return number - 1, True
        last = self.latest[kind].items[-1].number
        return min(abs(number - last), abs(number - last - 1)), False

    def add(self, kind: str, item: Item, end: int) -> NumberedList:
        """The list of an item: that of its kind; or a new one where it is a first one behind a later one, or behind something outside that
        list goes on with another number.
        """
        old = self.latest.get(kind)
        last = old.items[-1].number if old else 0
        anew = old is None or (item.number == 1 < last if kind in self.within else item.number == 1 or item.number not in (last, last + 1))
        behind = old if kind in self.within else None
        self.stands(kind, item.line)
        if old is None or anew:
            if old is not None:
                old.end = min(old.end, item.line)
            old = self.latest[kind] = NumberedList(kind, [], behind=behind)
        old.items.append(item)
        old.end = end
        return old

    def stands(self, kind: str, line: int) -> None:
        """Note that an item of a kind stands here: what stood inside the one before it does so no longer."""
        if kind in self.within:
            self._close(self.within[self.within.index(kind) + 1 :], line)
        else:
            self.within.append(kind)
            self._close(self.within[:-_DEEPEST], line)

    def closed(self, words: str, line: int) -> None:
        """Note that a heading or a paragraph without a number stands here: it is inside no letter, a heading also inside no lower one."""
        signs = len(words) - len(words.lstrip("#"))
        self._close([kind for kind in self.within if _is_below(kind, signs)], line)

    def _close(self, kinds: Sequence[str], line: int) -> None:
        for kind in kinds:
            self.within.remove(kind)
            if kind in self.latest:
                self.latest[kind].end = line


def _is_below(kind: str, signs: int) -> bool:
    """Whether a kind of number ends at a heading with so many signs, or at a paragraph (0)."""
    inside = kind.lstrip(BLANKS)
    if inside.startswith("#"):
        return 0 < signs < len(inside) - len(inside.lstrip("#"))
    return inside.rstrip(".)").lstrip("(") in ("a", "i")


known_lists = remembered(8)(numbered_lists)
"""The same, remembered: thousands ask it of one text."""


def is_new_number(base: str, start: int, end: int, text: str) -> bool:
    r"""Whether a change gives an item another number, and does nothing else.

    >>> is_new_number("a. rent\n", 0, 1, "b"), is_new_number("a. rent\n", 3, 7, "b"), is_new_number("1. rent\n", 0, 1, "2")
    (True, False, True)
    """
    if text.isdecimal():
        return base[start:end].isdecimal()
    if not 0 < len(text) <= LONGEST or not 0 < end - start <= LONGEST or not text.isalpha():
        return False
    item = ITEM.match(base, base.rfind("\n", 0, start) + 1)
    return item is not None and item.span(3) == (start, end) and not _styles(text).isdisjoint(_styles(item[3]))


def _styles(text: str) -> set[str]:
    return {style for style, _ in readings(text)}


def follows(base: str, change: tuple[int, int, str], others: Iterable[tuple[int, int, str]]) -> bool:
    r"""Whether a change gives a number that people type to what stands behind what others of the same person put in or take out.

    >>> base, put_in = "## Article 2 Fees\n", (0, 0, "## Article 2 Seat\n\nHere.\n\n")
    >>> follows(base, (11, 12, "3"), [put_in]), follows(base, (11, 12, "3"), []), follows(base, (13, 17, "Costs"), [put_in])
    (True, False, False)
    """
    start, end, text = change
    if not is_new_number(base, start, end, text):
        return False
    item = ITEM.match(base, base.rfind("\n", 0, start) + 1)
    if not item or item["typed"] is None or item.span(3) != (start, end):
        return False
    kinds = kinds_of(item).keys()
    lines = (f"{base[lo:hi]}\n{put}" for lo, hi, put in others if "\n" in base[lo:hi] + put)
    return any(not kinds.isdisjoint(kinds_of(found)) for those in lines for found in ITEM.finditer(those))
