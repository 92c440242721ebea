"""Numbers of list items that count on when items are put in and taken out. Which items those are is decided elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from plein.documents.diff.numbered import ITEM, Item, NumberedList, numbered_lists
from plein.documents.spans import Span


def counted(base: str, swept: Sequence[Span], several: Callable[[Sequence[Span]], bool]) -> dict[Span, Span | None]:
    r"""How changes have to be told so that the numbers of a list go on counting; a new key for a number that nobody changed.

    Only lists whose items were counted one by one, and in which several people put items in or take items out.

    Args:
        base: The old text.
        swept: All changes that go in, in the order in which they are written.
        several: Whether nobody makes all of some changes.

    >>> counted("1. a\n2. b\n3. c\n", [(0, 5, ""), (5, 10, ""), (10, 11, "2")], lambda changes: True)
    {(10, 11, '2'): (10, 11, '1')}
    """
    told: dict[Span, Span | None] = {}
    for those in _counting(base, swept):
        told |= _renumbered(base, those, swept, several)
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
    for those in _counting(base, swept):
        told |= _renumbered(base, those, swept)
    kept = [now for span in swept if (now := told.get(span, span)) is not None]
    return sorted([*kept, *(now for span, now in told.items() if now == span)])


def _counting(base: str, swept: Sequence[Span]) -> Iterator[NumberedList]:
    """The lists that count one by one and that changes put items into or take items out of."""
    seen: set[int] = set()
    for start, end, text in swept:
        lines = text or base[start:end]
        if "\n" not in lines or not ITEM.search(lines):
            continue
        for at in (max(start - 1, 0), start, end):
            line = base.rfind("\n", 0, at) + 1
            those = numbered_lists(base).get(line) if ITEM.match(base, line) else None
            if those and those.items[0].start not in seen:
                seen.add(those.items[0].start)
                if all(two.number == one.number + 1 for one, two in pairwise(those.items)):
                    yield those


def _renumbered(
    base: str, those: NumberedList, swept: Sequence[Span], several: Callable[[Sequence[Span]], bool] | None = None
) -> dict[Span, Span | None]:
    """The changes of one list with the numbers that count; without *several* one person makes them all."""
    items = those.items
    numbers, gone, put = _inside(base, those, swept)
    if (
        not (gone or put)
        or (several and (len(gone) + len(put) < 2 or not several([*gone, *put, *numbers.values()])))
        or (len(numbers) > 1 and len({text for _, _, text in numbers.values()}) == 1)
    ):
        return {}  # one person counted already, or wants them all to say the same
    told: dict[Span, Span | None] = {}
    count, turn = items[0].number, 0
    for item in [*_staying(base, items, gone), Item(len(base), len(base), len(base), 0, "")]:
        while turn < len(put) and put[turn][0] <= item.start:
            start, end, text = put[turn]
            around = (base[base.rfind("\n", 0, start) + 1 : start], base[end : end + 2] if text[-1:].isdecimal() else "")
            anew, count = _numbered(text, around, items[0].indent, count, going=item is not items[0])
            if anew != text:
                told[put[turn]] = (start, end, anew)
            turn += 1
        if item.line == len(base):
            break
        said = numbers.get(item.start)
        want = (item.start, item.end, str(count))
        if said is not None and said != want:
            told[said] = want if count != item.number else None
        elif said is None and count != item.number:
            told[want] = want
        count += 1
    return told


def _inside(base: str, those: NumberedList, swept: Sequence[Span]) -> tuple[dict[int, Span], list[Span], list[Span]]:
    """What is done to a list: new numbers by where they stand, what takes items out, and lines put in."""
    starts = [item.start for item in those.items]
    numbers: dict[int, Span] = {}
    gone: list[Span] = []
    put: list[Span] = []
    for span in swept[bisect_left(swept, those.items[0].line, key=lambda span: span[1]) :]:
        start, end, text = span
        if start > those.end:
            break
        at = bisect_left(starts, start)
        if text.isdecimal() and base[start:end].isdecimal():
            numbers[start] = span
        elif at < len(starts) and starts[at] < end:
            gone.append(span)
        if "\n" in text or (span in gone[-1:] and text[-1:].isdecimal()):
            put.append(span)
    return numbers, gone, put


def _staying(base: str, items: Sequence[Item], gone: Sequence[Span]) -> list[Item]:
    """The items that are not taken out, and those of other lists whose numbers come to stand where some are."""
    indent = items[0].indent
    staying: dict[int, Item] = {}
    for number, span in enumerate(gone):
        if number + 1 == len(gone) or gone[number + 1][0] > span[1]:
            staying |= {item.start: item for item in _left(base, span, indent)}
    at = 0
    for item in items:
        while at < len(gone) and gone[at][1] <= item.line:
            at += 1
        over = gone[at : at + 2]  # one may take its blanks, the next its number
        if not any(start <= item.start < end or start < item.line < end for start, end, _ in over):
            staying[item.start] = item
    return [staying[start] for start in sorted(staying)]


def _left(base: str, span: Span, indent: str) -> Iterator[Item]:
    """The item of another list whose number comes to stand where items are taken out."""
    start, end, text = span
    lead = base[base.rfind("\n", 0, start) + 1 : start] + text
    lead = lead[lead.rfind("\n") + 1 :]
    found = ITEM.match(lead + base[end : end + len(indent) + 12])
    if found and found[1] == indent and found.start(2) >= len(lead):
        at = end - len(lead)
        yield Item(at, at + found.start(2), at + found.end(2), int(found[2]), indent)


def _numbered(text: str, around: tuple[str, str], indent: str, count: int, going: bool) -> tuple[str, int]:
    """Lines put in, with the numbers of their items from *count* on, and the next number; *around* them stands the rest of their line.

    Where they end the list, those count that stand in the same list as the items before them (*going*), or else as those behind.
    """
    lead, tail = around
    lines = (lead + text + tail).split("\n")
    ends = [at for at, line in enumerate(lines) if (at or not lead.strip()) and _ends(line, indent)]
    counting = range(len(lines)) if not ends else range(ends[0]) if going else range(ends[-1] + 1, len(lines))
    for at in counting:
        found = ITEM.match(lines[at])
        if found and found[1] == indent and (at or lead == indent[: len(lead)]):
            lines[at] = f"{indent}{count}{lines[at][found.end(2) :]}"
            count += 1
    anew = "\n".join(lines)
    return anew[len(lead) : len(anew) - len(tail)], count


def _ends(line: str, indent: str) -> bool:
    """Whether a list whose items are indented so ends where a line begins; see ``numbered_lists``."""
    inside = line.lstrip(" \t")
    depth = len(line) - len(inside)
    return bool(inside) and (depth < len(indent) or (depth == len(indent) and not ITEM.match(line)))
