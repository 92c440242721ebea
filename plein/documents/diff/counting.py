"""Numbers of list items that count on when items are put in and taken out. Which items those are is decided elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence

from plein.documents.diff.items import BLANKS, ITEM, is_new_number, kinds_of
from plein.documents.diff.numbered import NumberedList, known_lists
from plein.documents.diff.recount import front, is_counted, renumbered
from plein.documents.spans import Span
from plein.documents.text.remembered import remembered


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
    lists = list(_counting(base, swept))
    return renumbered(base, [those for those in lists if _is_to_count(base, those, swept, several)], swept, several) if lists else {}


def recounted(base: str, swept: Sequence[Span]) -> list[Span]:
    r"""The changes of one person with the numbers that count on in the lists they put items into or take items out of.

    Args:
        base: The text.
        swept: Sorted and disjoint.

    >>> recounted("1. a\n2. b\n3. c\n", [(5, 10, "")])
    [(5, 10, ''), (10, 11, '2')]
    """
    lists = [those for those in _counting(base, swept) if _is_to_count(base, those, swept, None)]
    if not any(is_new_number(base, *span) for span in swept):
        lists = [those for those in lists if not _goes_on(base, those, swept)]
    told = renumbered(base, lists, swept) if lists else {}
    kept = [now for span in swept if (now := told.get(span, span)) is not None]
    return sorted([*kept, *(now for span, now in told.items() if now == span)])


def counts_on(base: str, swept: Sequence[Span]) -> bool:
    r"""Whether the changes of one person put items into a list or take them out so that it counts one by one, without another new number.

    >>> counts_on("1. a\n2. b\n", [(10, 10, "3. c\n")]), counts_on("1. a\n2. b\n", [(10, 10, "2. c\n")])
    (True, False)
    """
    return any(_goes_on(base, those, swept) for those in _counting(base, swept))


def _counting(base: str, swept: Sequence[Span]) -> Iterator[NumberedList]:
    """The lists that count one by one and that changes put items into or take items out of."""
    seen: set[int] = set()
    for start, end, text in swept:
        lines = text or base[start:end]
        if "\n" not in lines:
            continue
        kinds = {kind for found in ITEM.finditer(lines) for kind in kinds_of(found)}
        if not kinds:
            continue
        places = {base.rfind("\n", 0, at) + 1 for at in (max(start - 1, 0), start, end, _next_words(base, end))}
        places.update(line for kind in kinds - {""} for line in _beside(base, kind, start))
        for line in sorted(places):
            those = known_lists(base).get(line)
            if those and those.items[0].start not in seen:
                seen.add(those.items[0].start)
                if is_counted(those):
                    yield those


def _beside(base: str, kind: str, at: int) -> list[int]:
    """Where the items of a kind begin that stand nearest before and behind a place."""
    lines = _lines_of(base).get(kind, [])
    behind = bisect_left(lines, at)
    return lines[max(behind - 1, 0) : behind + 1]


@remembered(8)
def _lines_of(base: str) -> Mapping[str, list[int]]:
    """Where the items of each kind that people type begin."""
    found: dict[str, list[int]] = {}
    for line, those in sorted(known_lists(base).items(), key=lambda one: one[0]):
        if those.kind:
            found.setdefault(those.kind, []).append(line)
    return found


def _goes_on(base: str, those: NumberedList, swept: Sequence[Span]) -> bool:
    """Whether a list counts one by one with what is put into it and taken out of it, as it stands: nothing is to be read for that."""
    count = those.items[0].number
    items = iter(those.items)
    item = next(items, None)
    for start, end, text in swept[bisect_left(swept, front(base, those), key=lambda span: span[1]) :]:
        while item and item.line < start:
            if item.number != count:
                return False
            count += 1
            item = next(items, None)
        while item and item.line < end:
            item = next(items, None)
        if start > those.end:
            break
        for found in ITEM.finditer(text):
            kinds = kinds_of(found)
            if those.kind in kinds and found[1] == those.items[0].indent:
                if kinds[those.kind][1] != count:
                    return False
                count += 1
    return item is None or (item.number == count and is_counted(those))


def _next_words(base: str, at: int) -> int:
    """Where the next line begins that is not blank: the next article, where one is put in above the blank line before it."""
    while at < len(base):
        behind = base.find("\n", at) + 1 or len(base)
        if base[at:behind].strip(BLANKS + "\n"):
            return at
        at = behind
    return at


def _is_to_count(base: str, those: NumberedList, swept: Sequence[Span], several: Callable[[Sequence[Span]], bool] | None) -> bool:
    """Whether a list is to be counted anew: not what one person counted already, nor numbers that are all to say the same."""
    starts = [item.start for item in those.items]
    numbers: list[Span] = []
    items: list[Span] = []
    for span in swept[bisect_left(swept, front(base, those), key=lambda span: span[1]) :]:
        start, end, text = span
        if start > those.end:
            break
        at = bisect_left(starts, start)
        if at < len(starts) and starts[at] == start and (text.isdecimal() or is_new_number(base, *span)):
            numbers.append(span)
        elif (at < len(starts) and starts[at] < end) or (
            "\n" in text and any(those.kind in kinds_of(found) for found in ITEM.finditer(text))
        ):
            items.append(span)
    same = len(numbers) > 1 and {text for _, _, text in numbers} == {those.items[0].text}
    return bool(items) and not same and (several is None or (len(items) > 1 and several([*items, *numbers])))


def as_counted(text: str, told: str) -> str:
    r"""Lines with the numbers that their items have in another wording of them; as they are where it has more or fewer.

    >>> as_counted("4. a\n5. b\n", "3. A\n4. b, c\n")
    '3. a\n4. b\n'
    """
    old, new = list(ITEM.finditer(text)), list(ITEM.finditer(told))
    if len(old) != len(new):
        return text
    for was, now in zip(reversed(old), reversed(new), strict=True):
        text = text[: was.start(3)] + now[3] + text[was.end(3) :]
    return text
