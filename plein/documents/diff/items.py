"""The beginning of a numbered line: an item of a list, or an article, a chapter, a sub-number, a letter that people type.

Which of them count together is found in :mod:`plein.documents.diff.numbered`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plein.documents.text.numerals import FIGURES, LONGEST, numeral, readings
from plein.documents.text.sublines import BOLD, DOTS, NAMES, SERIES

BLANKS = " \t>"
"""What stands before the words of a line without being any: a line of nothing else is blank, also in a quotation."""
WORD = rf"{BOLD}(?:{NAMES})[ \u00a0]?"
SIGNS = r"\#{1,6}[ \t]+"
SERIAL = rf"{SIGNS}{BOLD}(?:{SERIES})[ \u00a0]"
SMALL = rf"[a-z]|[ivx]{{2,{LONGEST}}}"
LARGE = rf"[A-Z]|[IVX]{{2,{LONGEST}}}"
_BEHIND = r"(?=[.):*_]|[ \t\u00a0]|$)"
_TYPED = (
    rf"(?:{SIGNS})?{WORD}(?:(?=(?:\d{{1,4}}|[IVX]{{1,{LONGEST}}}){_BEHIND}|[A-Z](?:[.):*_]|$))|\d{{1,4}}(?=[a-z]{_BEHIND}))"
    rf"|{SIGNS}{WORD}(?=[A-Z]{_BEHIND})|{SERIAL}(?=(?:\d{{1,4}}|[IVX]{{1,{LONGEST}}}){_BEHIND})"
    rf"|(?:{SIGNS})?{BOLD}{DOTS}(?=\d{{1,4}}{_BEHIND})"
    rf"|{SIGNS}{BOLD}(?=\d{{1,4}}{_BEHIND}|(?:{LARGE}|{SMALL})[.):])"
    rf"|{BOLD}(?:\(?|\d{{1,3}})(?=(?:{SMALL})[.)])|{BOLD}\((?=\d{{1,4}}\))|(?:\*\*|__)(?=\d{{1,4}}[.):])"
)
ITEM = re.compile(
    rf"^([{BLANKS}]*(?:(?P<typed>{_TYPED})|(?=\d{{1,9}}[.)])))(\d{{1,9}}|{SMALL}|{LARGE})([.):]?)(?=[ \t\u00a0*_]|$)", re.MULTILINE
)
"""The beginning of the line of a numbered item: its blanks, the signs of the quotations it is in, and what people typed before its number;
its number, its sign."""

_LEAD = re.compile(rf"(?:{DOTS}|\d{{1,4}})$")


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

    def lead(self) -> tuple[int, int]:
        """Where the number stands that its own stands in; (-1, -1) where there is none."""
        found = _LEAD.search(self.indent)
        return (self.line + found.start(), self.line + len(self.indent[: found.end()].removesuffix("."))) if found else (-1, -1)

    def numeral(self, number: int) -> str:
        """Another number, written as this one is.

        >>> Item(0, 0, 1, 2, "", "a", "b").numeral(4)
        'd'
        """
        return numeral(self.style, number, self.text)


def kinds_of(found: re.Match[str]) -> dict[str, tuple[str, int]]:
    """What the beginning of an item may count with, each with its way of counting and its number; empty for what Markdown counts.

    >>> item = ITEM.match("i. one")
    >>> kinds_of(item), kinds_of(ITEM.match("## Article 2")), kinds_of(ITEM.match("2. two"))
    ({'a.': ('a', 9), 'i.': ('i', 1)}, {'## Article 1': ('1', 2)}, {'': ('1', 2)})
    """
    if found["typed"] is None:
        return {"": (FIGURES, int(found[3]))}
    sign = found[4] if found["typed"].strip("*_") in ("", "(") else ""
    return {f"{found[1]}{style}{sign}": (style, number) for style, number in readings(found[3])}


def lead_of(item: re.Match[str]) -> tuple[int, int]:
    """Where the number stands that the one of an item stands in: of 1.2 the 1, of 1.2.1 the 1.2, of 2a the 2; (-1, -1) where it stands in none.

    >>> lead_of(ITEM.match("### A.1.2 Rent")), lead_of(ITEM.match("Article 2a")), lead_of(ITEM.match("b. rent"))
    ((4, 7), (8, 9), (-1, -1))
    """
    found = _LEAD.search(item["typed"]) if item["typed"] else None
    at = item.start("typed") + (found.start() if found else 0)
    return (at, at + len(found[0].removesuffix("."))) if found else (-1, -1)


def is_new_number(base: str, start: int, end: int, text: str) -> bool:
    r"""Whether a change gives an item another number, or what that begins with, and does nothing else.

    >>> is_new_number("a. rent\n", 0, 1, "b"), is_new_number("a. rent\n", 3, 7, "b"), is_new_number("1. rent\n", 0, 1, "2")
    (True, False, True)
    >>> is_new_number("A.1 rent\n", 0, 1, "B")
    True
    """
    if text.isdecimal():
        return base[start:end].isdecimal()
    if not 0 < len(text) <= LONGEST or not 0 < end - start <= LONGEST or not text.isalpha():
        return False
    item = ITEM.match(base, base.rfind("\n", 0, start) + 1)
    return (
        item is not None
        and (item.span(3) == (start, end) or lead_of(item)[0] == start)
        and not _styles(text).isdisjoint(_styles(base[start:end]))
    )


def _styles(text: str) -> set[str]:
    return {style for style, _ in readings(text)}


def follows(base: str, change: tuple[int, int, str], others: Iterable[tuple[int, int, str]]) -> bool:
    r"""Whether a change gives a number that people type to what stands behind what others of the same person put in or take out, or to
    what that number begins with.

    >>> base, put_in = "## Article 2 Fees\n", (0, 0, "## Article 2 Seat\n\nHere.\n\n")
    >>> follows(base, (11, 12, "3"), [put_in]), follows(base, (11, 12, "3"), []), follows(base, (13, 17, "Costs"), [put_in])
    (True, False, False)
    """
    start, end, text = change
    if not is_new_number(base, start, end, text):
        return False
    item = ITEM.match(base, base.rfind("\n", 0, start) + 1)
    if not item or item["typed"] is None:
        return False
    first, last = lead_of(item)
    leads = first <= start and end <= last
    if item.span(3) != (start, end) and not leads:
        return False
    kinds = kinds_of(item).keys()
    lines = (f"{base[lo:hi]}\n{put}" for lo, hi, put in others if "\n" in base[lo:hi] + put)
    return any(leads or not kinds.isdisjoint(kinds_of(found)) for those in lines for found in ITEM.finditer(those))
