"""Numbers of list items: layout that goes with the items put in and taken out. Which items those are is decided elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plein.documents.spans import Span
from plein.documents.thresholds import NUMBERED_LINES

_NUMBER = re.compile(r"([ \t]*)(\d{1,9})")
_ITEM = re.compile(r"([ \t]*)(\d{1,9})([.)])(?=[ \t]|$)", re.MULTILINE)
_MARKER = re.compile(r"([ \t]*)(\d{1,9})[.)][ \t]+")


def apart(base: str, edits: Sequence[Span]) -> list[Span]:
    r"""The same edits, where an item put in or taken out is told apart from the new number of the one behind it.

    Args:
        base: The old text.
        edits: Sorted and disjoint.

    >>> apart("1. a\n2. b\n", [(5, 6, "2. x\n3")])
    [(5, 5, '2. x\n'), (5, 6, '3')]
    """
    told: list[Span] = []
    for span in edits:
        told += _parted(base, *span) if span[2][-1:].isdecimal() or "\n" in span[2] + base[span[0] : span[1]] else [span]
    return told


def _parted(base: str, start: int, end: int, text: str) -> list[Span]:
    """One edit in its lines and its number, if that is what it is."""
    was, line = base[start:end], base.rfind("\n", 0, start) + 1
    if ("\n" in was) == ("\n" in text):
        return [(start, end, text)]
    if was and text and not base[line:start].strip() and base[end : end + 1] in (".", ")"):
        old, new = (_NUMBER.fullmatch(side[side.rfind("\n") + 1 :]) for side in (was, text))
        if old and new:
            lead = base[line:start]
            lines = (was if "\n" in was else text)[: -len((old if "\n" in was else new)[0])]
            cut = end - len(old[2])
            number = [(cut, end, new[2])] if old[2] != new[2] else []
            if "\n" in was and lead == old[1]:
                return [(line, cut - len(lead), ""), *number]
            if "\n" in text and lead == new[1]:
                return [(line, line, lead + lines), *number]
    if not was or not text:  # words and the number behind them, from one sign to the next
        run = text or was
        marker = _MARKER.fullmatch(base, line, start)
        tail = _MARKER.fullmatch(run[run.rfind("\n") + 1 :])
        if marker and tail and marker[1] == tail[1]:
            head, lead = marker[0], marker[1]
            at = line + len(lead)
            lines = head + run[: -len(tail[0])]
            if text:
                return [(line, line, lines), (at, at + len(marker[2]), tail[2])]
            last = end - len(tail[0]) + len(lead)
            return [(line, end - len(tail[0]), ""), (last, last + len(tail[2]), marker[2])]
    return [(start, end, text)]


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered item of the base.

    Attributes:
        line: Where its line begins.
        start: Where its number begins.
        end: Where that ends.
        number: What it says.
        indent: The blanks before it.
    """

    line: int
    start: int
    end: int
    number: int
    indent: str


def counted(base: str, swept: Sequence[Span]) -> dict[Span, Span | None]:
    r"""How changes have to be told so that the numbers of a list go on counting; a new key for a number that nobody changed.

    Only lists whose items were counted one by one, and in which numbers were changed.

    Args:
        base: The old text.
        swept: All changes that go in, in the order in which they are written.

    >>> counted("1. a\n2. b\n3. c\n", [(0, 5, ""), (5, 10, ""), (10, 11, "2")])
    {(10, 11, '2'): (10, 11, '1')}
    """
    told: dict[Span, Span | None] = {}
    done = -1
    for span in swept:
        if span[0] < done or not span[2].isdecimal() or not base[span[0] : span[1]].isdecimal():
            continue
        items = _list(base, span[0])
        if not items or not any(item.start == span[0] for item in items):
            continue
        done = items[-1].end
        if all(two.number == one.number + 1 for one, two in pairwise(items)):
            told |= _renumbered(base, items, swept)
    return told


def recounted(base: str, swept: Sequence[Span]) -> list[Span]:
    r"""The changes of one person with the numbers that count on in the lists they put items into or take items out of.

    Args:
        base: The text.
        swept: Sorted and disjoint.

    >>> recounted("1. a\n2. b\n3. c\n", [(5, 10, "")])
    [(5, 10, ''), (10, 11, '2')]
    """
    told: dict[Span, Span | None] = {}
    done = -1
    for start, end, text in swept:
        lines = text or base[start:end]
        if "\n" not in lines or start < done or not _ITEM.search(lines):
            continue
        for at in (end, max(base.rfind("\n", 0, max(start - 1, 0)) + 1, 0)):
            items = _list(base, at)
            if items and all(two.number == one.number + 1 for one, two in pairwise(items)):
                told |= _renumbered(base, items, swept, alone=True)
                done = items[-1].end
                break
    kept = [now for span in swept if (now := told.get(span, span)) is not None]
    return sorted([*kept, *(now for span, now in told.items() if now == span)])


def _list(base: str, at: int) -> list[Item]:
    """The items of the list that a number belongs to."""
    line = base.rfind("\n", 0, at) + 1
    found = _ITEM.match(base, line)
    if not found:
        return []
    sign, indent = found[3], found[1]

    def item(begin: int) -> Item | None:
        match = _ITEM.match(base, begin)
        return (
            Item(begin, match.start(2), match.end(2), int(match[2]), match[1]) if match and (match[1], match[3]) == (indent, sign) else None
        )

    above = [one for begin in _lines_up(base, line, indent) if (one := item(begin))]
    below = [one for begin in _lines_down(base, line, indent) if (one := item(begin))]
    return [*above[::-1], *below]


def _lines_up(base: str, line: int, indent: str) -> Iterator[int]:
    """Where lines above begin, as long as the list may go on there."""
    for _ in range(NUMBERED_LINES):
        if line <= 0:
            return
        begin = base.rfind("\n", 0, line - 1) + 1
        if not _goes_on(base, begin, indent):
            return
        yield begin
        line = begin


def _lines_down(base: str, line: int, indent: str) -> Iterator[int]:
    """Where this line and those below begin, as long as the list goes on."""
    for _ in range(NUMBERED_LINES):
        if line >= len(base) or not _goes_on(base, line, indent):
            return
        yield line
        line = base.find("\n", line) + 1 or len(base)


def _goes_on(base: str, line: int, indent: str) -> bool:
    """Whether a line is an item of the list, a blank one, or indented deeper."""
    stop = base.find("\n", line)
    text = base[line : stop if stop >= 0 else len(base)]
    if not text.strip():
        return True
    here = len(text) - len(text.lstrip(" \t"))
    return here > len(indent) or (here == len(indent) and _ITEM.match(text) is not None)


def _renumbered(base: str, items: Sequence[Item], swept: Sequence[Span], alone: bool = False) -> dict[Span, Span | None]:
    """The changes of one list with the numbers that count; *alone* where one person makes them all."""
    first = bisect_left(swept, items[0].line, key=lambda span: span[1])
    inside = []
    for span in swept[first:]:
        stop = base.find("\n", items[-1].end) + 1 or len(base)
        if span[0] > stop:
            break
        inside.append(span)
    numbers = {span[0]: span for span in inside if span[2].isdecimal() and base[span[0] : span[1]].isdecimal()}
    gone = [span for span in inside if span[0] < span[1] and span not in numbers.values()]
    put = [span for span in inside if "\n" in span[2]]
    told: dict[Span, Span | None] = {}
    if (not alone and len(gone) + len(put) < 2) or (len(numbers) > 1 and len({span[2] for span in numbers.values()}) == 1):
        return told  # one person counted already, or wants them all to say the same
    count, turn = items[0].number, 0
    for item in [*items, Item(len(base), len(base), len(base), 0, "")]:
        while turn < len(put) and put[turn][0] <= item.line:
            start, end, text = put[turn]
            anew, count = _numbered(text, items[0].indent, count)
            if anew != text:
                told[put[turn]] = (start, end, anew)
            turn += 1
        if item.line == len(base) or any(start <= item.start < end for start, end, _ in gone):
            continue
        said = numbers.get(item.start)
        want = (item.start, item.end, str(count))
        if said is not None and said != want:
            told[said] = want if count != item.number else None
        elif said is None and count != item.number:
            told[want] = want
        count += 1
    return told


def _numbered(text: str, indent: str, count: int) -> tuple[str, int]:
    """Lines put in, with the numbers of their items from *count* on; and the next number."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        found = _ITEM.match(line)
        if found and found[1] == indent:
            lines[number] = f"{indent}{count}{line[found.end(2) :]}"
            count += 1
    return "\n".join(lines), count
