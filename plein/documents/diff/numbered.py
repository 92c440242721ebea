"""The numbered lists of a text, each with all its items, and what else counts: articles, chapters, sub-numbers, letters that people type.

What becomes of their numbers is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from plein.documents.diff.items import BLANKS, ITEM, Item, kinds_of
from plein.documents.text.numerals import FIGURES, readings
from plein.documents.text.remembered import remembered

_DEEPEST = 16
"""So many kinds of numbers stand in each other at most; of more the outermost are taken to have ended, so that no text takes for ever."""


@dataclass(slots=True, eq=False)
class NumberedList:
    """Items that count together.

    Attributes:
        kind: What is alike in them; empty for those that Markdown counts.
        items: In order of the text; at least one.
        end: Where the line behind the last that belongs to it begins.
        behind: The list right behind which it begins anew, with nothing between them but what stands inside that.
        stood: The list of the text before in which its items stood; None where all are new.
    """

    kind: str
    items: list[Item]
    end: int = 0
    behind: NumberedList | None = None
    stood: NumberedList | None = None


Stood = Callable[[Item], NumberedList | None]
"""Gives the list in which an item of a text stood in the text before; None for a new one."""


def numbered_lists(text: str, stood: Stood | None = None) -> Mapping[int, NumberedList]:
    r"""The list of every numbered item, by where the line of the item begins.

    A list goes on over blank lines and over lines that are indented deeper; it ends at a line indented less, and at one that is indented
    as much and is no item, unless the next number follows behind that. Items with another sign (``1.``, ``1)``) or other blanks before it are
    of another list. What people number themselves (``## Article 2``, ``1.2``, ``b.``) goes on through the whole text, until it begins anew
    with its first number; what stood apart in the text before is apart.

    >>> lists = numbered_lists("1. a\n   1. x\n2. b\n\nEnd.\n\n1. c\n")
    >>> [[item.number for item in lists[line].items] for line in sorted(lists)]
    [[1, 2], [1], [1, 2], [1]]
    >>> lists = numbered_lists("a. rent\ni. low\nii. fair\nb. work\n")
    >>> [[item.text for item in lists[line].items] for line in sorted(lists)]
    [['a', 'b'], ['i', 'ii'], ['i', 'ii'], ['a', 'b']]
    """
    lists: dict[int, NumberedList] = {}
    running: list[tuple[int, dict[tuple[str, str], NumberedList]]] = []
    latest: dict[tuple[str, str], NumberedList] = {}
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
                lists[line] = typed.add(kind, item, text, stood)
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
        sign = found[1], found[4]
        was = stood(item) if stood else None
        those = running[-1][1].get(sign)
        if those is None:
            those = latest.get(sign)
            if those is None or not (those.stood is was if was else not depth and those.items[-1].number + 1 == item.number):
                those = NumberedList("", [])
            running[-1][1][sign] = latest[sign] = those
        those.items.append(item)
        those.stood = those.stood or was
        lists[line] = those
    return lists


@dataclass(slots=True)
class _Typed:
    """What people number themselves, while a text is read.

    Attributes:
        latest: The list of each kind that goes on.
        within: The kinds that stand in each other here, the outermost first.
        ended: The kinds that ended because what they stood in did.
        headed: Where the line of the last heading without a number begins; -1 before the first.
    """

    latest: dict[str, NumberedList] = field(default_factory=dict)
    within: list[str] = field(default_factory=list)
    ended: set[str] = field(default_factory=set)
    headed: int = -1

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

    def add(self, kind: str, item: Item, text: str, stood: Stood | None) -> NumberedList:
        """The list of an item: that of its kind; or a new one where it is a first one behind a later one, or behind something outside that
        list goes on with another number, or stands in one itself; or where it stood in another.
        """
        old = self.latest.get(kind)
        inside = kind in self.within
        was = stood(item) if stood else None
        anew = old is None or self._begins(old, item, inside)
        if stood and old is not None:
            if was:
                anew = old.stood is not was and (old.stood is not None or not inside)
            elif not inside:
                anew = anew or (kind in self.ended and _bare(kind) in ("a", "i", FIGURES)) or self._stands_before(kind, item, text, stood)
            elif anew:
                anew = self.headed > old.items[-1].line
        self.stands(kind, item.line)
        self.ended.discard(kind)
        if old is None or anew:
            if old is not None:
                old.end = min(old.end, item.line)
            old = self.latest[kind] = NumberedList(kind, [], behind=old if inside else None)
        old.items.append(item)
        old.end = len(text)
        old.stood = old.stood or was
        return old

    def _stands_before(self, kind: str, item: Item, text: str, stood: Stood) -> bool:
        """Whether a new item, behind something outside the list before it, belongs to what follows."""
        follows = _next_of(kind, text, item.end)
        if follows is None or stood(follows) in (None, self.latest[kind].stood):
            return False
        return follows.number > 1 or not text[text.find("\n", item.end) : follows.line].strip(BLANKS + "\n")

    def _begins(self, old: NumberedList, item: Item, inside: bool) -> bool:
        """Whether an item begins its list anew, by its number and by what it stands in."""
        last = old.items[-1].number
        if inside:
            return item.number == 1 < last
        return item.number == 1 or item.number not in (last, last + 1) or item.lead() != (-1, -1)

    def stands(self, kind: str, line: int) -> None:
        """Note that an item of a kind stands here: what stood inside the one before it does so no longer."""
        if kind in self.within:
            ended = self.within[self.within.index(kind) + 1 :]
            self.ended.update(ended)
            self._close(ended, line)
        else:
            self.within.append(kind)
            self._close(self.within[:-_DEEPEST], line)

    def closed(self, words: str, line: int) -> None:
        """Note that a heading or a paragraph without a number stands here: it is inside no letter, a heading also inside no lower one."""
        signs = len(words) - len(words.lstrip("#"))
        self.headed = line if signs else self.headed
        self._close([kind for kind in self.within if _is_below(kind, signs)], line)

    def _close(self, kinds: Sequence[str], line: int) -> None:
        for kind in kinds:
            self.within.remove(kind)
            if kind in self.latest:
                self.latest[kind].end = line


def _next_of(kind: str, text: str, behind: int) -> Item | None:
    """The next item that may count with a kind; not further on than another may stand in between."""
    for found in islice(ITEM.finditer(text, behind), _DEEPEST):
        kinds = kinds_of(found)
        if kind in kinds:
            return Item(found.start(), found.start(3), found.end(3), kinds[kind][1], found[1], kinds[kind][0], found[3])
    return None


def _is_below(kind: str, signs: int) -> bool:
    """Whether a kind of number ends at a heading with so many signs, or at a paragraph (0)."""
    inside = kind.lstrip(BLANKS)
    if inside.startswith("#"):
        return 0 < signs < len(inside) - len(inside.lstrip("#"))
    return _bare(kind) in ("a", "i")


def _bare(kind: str) -> str:
    """A kind without blanks and signs."""
    return kind.strip(BLANKS + "(*_.)")


@remembered(8)
def known_lists(text: str) -> Mapping[int, NumberedList]:
    """The lists of a text, remembered: thousands ask them of one text."""
    return numbered_lists(text)
