"""Numbers of list items that count on when items are put in and taken out. Which items those are is decided elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from plein.documents.diff.numbered import ITEM, Item, NumberedList, known_lists, numbered_lists
from plein.documents.spans import Span

_LEAD = re.compile(r"[ \t>]*(?:#{1,6}[ \t]+)?(\d{1,3})\.")
_WORD = re.compile(r"[^\W\d_]|§")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of the text that all changes make.

    Attributes:
        start: Where they stand in the base, or are put in.
        text: They.
        span: The change that puts them in, if one does.
    """

    start: int
    text: str
    span: Span | None


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
    return _renumbered(base, [those for those in lists if _is_to_count(those, swept, several)], swept, several) if lists else {}


def recounted(base: str, swept: Sequence[Span]) -> list[Span]:
    r"""The changes of one person with the numbers that count on in the lists they put items into or take items out of.

    Args:
        base: The text.
        swept: Sorted and disjoint.

    >>> recounted("1. a\n2. b\n3. c\n", [(5, 10, "")])
    [(5, 10, ''), (10, 11, '2')]
    """
    lists = [those for those in _counting(base, swept) if _is_to_count(those, swept, None)]
    told = _renumbered(base, lists, swept) if lists else {}
    kept = [now for span in swept if (now := told.get(span, span)) is not None]
    return sorted([*kept, *(now for span, now in told.items() if now == span)])


def _counting(base: str, swept: Sequence[Span]) -> Iterator[NumberedList]:
    """The lists that count one by one and that changes put items into or take items out of."""
    seen: set[int] = set()
    for start, end, text in swept:
        lines = text or base[start:end]
        if "\n" not in lines or not ITEM.search(lines):
            continue
        for at in (max(start - 1, 0), start, end, _next_words(base, end)):
            line = base.rfind("\n", 0, at) + 1
            those = known_lists(base).get(line) if ITEM.match(base, line) else None
            if those and those.items[0].start not in seen:
                seen.add(those.items[0].start)
                if _count(those.items):
                    yield those


def _next_words(base: str, at: int) -> int:
    """Where the next line begins that is not blank: the next article, where one is put in above the blank line before it."""
    while at < len(base) and base[at] == "\n":
        at += 1
    return at


def _is_to_count(those: NumberedList, swept: Sequence[Span], several: Callable[[Sequence[Span]], bool] | None) -> bool:
    """Whether a list is to be counted anew: not what one person counted already, nor numbers that are all to say the same."""
    starts = [item.start for item in those.items]
    numbers: list[Span] = []
    items: list[Span] = []
    for span in swept[bisect_left(swept, those.items[0].line, key=lambda span: span[1]) :]:
        start, end, text = span
        if start > those.end:
            break
        at = bisect_left(starts, start)
        if text.isdecimal() and at < len(starts) and starts[at] == start:
            numbers.append(span)
        elif (at < len(starts) and starts[at] < end) or ("\n" in text and any(_is_of(those, found) for found in ITEM.finditer(text))):
            items.append(span)
    same = len(numbers) > 1 and len({text for _, _, text in numbers}) == 1
    return bool(items) and not same and (several is None or (len(items) > 1 and several([*items, *numbers])))


def _is_of(those: NumberedList, found: re.Match[str]) -> bool:
    """Whether an item that is put in may be one of a list: of what people type only what counts with it."""
    typed = ITEM.match(f"{those.items[0].indent}1. ")
    return found["typed"] is None if typed is None or not typed["typed"] else found[1] == those.items[0].indent


def _renumbered(
    base: str, lists: Sequence[NumberedList], swept: Sequence[Span], several: Callable[[Sequence[Span]], bool] | None = None
) -> dict[Span, Span | None]:
    """The changes with the numbers that count on in *lists*: they are read off the text that all changes make.

    With *several* also in lists that several people make together of items that stood in others.
    """
    pieces, starts = _pieces(base, swept)
    after = list(dict.fromkeys(numbered_lists("".join(piece.text for piece in pieces)).values()))
    origins = {now: [_origin(base, item, pieces, starts) for item in now.items] for now in after}
    where = {at: now for now, found in origins.items() for at, span in found if not _puts_in(base, span)}
    told: dict[Span, Span | None] = {}
    put: dict[Span, list[tuple[int, Item, int]]] = {}
    final: dict[int, int] = {}

    def count_on(now: NumberedList, count: int, those: NumberedList | None) -> int:
        for item, (at, span) in zip(now.items, origins[now], strict=True):
            if span is not None and _puts_in(base, span):
                put.setdefault(span, []).append((at, item, count))
            elif those and not those.items[0].line <= at < those.end:
                break  # it stood in a list apart from this one
            elif item.number != count:
                number = (at, at + len(str(item.number)), str(count)) if span is None else (span[0], span[1], str(count))
                told[span or number] = number if base[number[0] : number[1]] != number[2] else None
            final[item.start] = count
            count += 1
        return count

    done: set[NumberedList] = set()
    for those in lists:
        count = those.items[0].number
        nows = dict.fromkeys(where[item.start] for item in those.items if item.start in where)
        nows = nows or dict.fromkeys(now for now, found in origins.items() if _stands_for(those, now, found))
        first = next(iter(nows), None)
        if first and _puts_in(base, origins[first][0][1]):  # put in before the first, with a number before its number
            count = min(count, first.items[0].number)
        for now in nows:
            if now not in done:
                done.add(now)
                count = count_on(now, count, those)
    for now in after if several else ():
        astray = now not in done and not _count(now.items)
        if (
            astray
            and several
            and _stood_together(base, [at for at, span in origins[now] if not _puts_in(base, span)])
            and several(_made_by(base, now, pieces, starts))
        ):
            count_on(now, now.items[0].number, None)
    leads = [(item, count, _origin(base, item, pieces, starts)) for item, count in _leads(after, final)]
    _lead(leads, told, put)
    anew = {span: _numbered(span, sorted(items, key=lambda one: one[0])) for span, items in put.items()}
    return told | {span: text for span, text in anew.items() if text != span}


def _lead(
    leads: Iterable[tuple[Item, int, tuple[int, Span | None]]], told: dict[Span, Span | None], put: dict[Span, list[tuple[int, Item, int]]]
) -> None:
    """Add the new numbers that sub-numbers begin with: to what is put in, where that holds them, else by themselves."""
    for item, count, (at, span) in leads:
        if span is None:
            number = (at, at + item.end - item.start, str(count))
            told[number] = number
        else:
            put.setdefault(span, []).append((at, item, count))


def _leads(after: Iterable[NumberedList], final: Mapping[int, int]) -> Iterator[tuple[Item, int]]:
    """The numbers of articles that their sub-numbers begin with, where these are others now, and what they are to be."""
    written = now = 0
    for item in sorted((item for those in after for item in those.items), key=lambda item: item.start):
        lead = _LEAD.match(item.indent)
        if lead is None:
            written, now = (item.number, final.get(item.start, item.number)) if _WORD.search(item.indent) else (written, now)
        elif int(lead[1]) == written != now:
            yield Item(item.line, item.line + lead.start(1), item.line + lead.end(1), written, ""), now


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


def _count(items: Sequence[Item]) -> bool:
    """Whether items count one by one."""
    return all(two.number == one.number + 1 for one, two in pairwise(items))


def _stands_for(those: NumberedList, now: NumberedList, found: Sequence[tuple[int, Span | None]]) -> bool:
    """Whether a list is all that is put in where every item of another was taken out."""
    first, span = now.items[0], found[0][1]
    return span is not None and first.indent == those.items[0].indent and those.items[0].line <= span[0] <= those.end


def _stood_together(base: str, numbers: Sequence[int]) -> bool:
    """Whether the numbers stood in one list and those inside its items, and each of these counted one by one: lists apart stay apart."""
    those = [known_lists(base).get(base.rfind("\n", 0, at) + 1) for at in numbers]
    first = those[0] if those else None
    return first is None or all(each and _count(each.items) and each.items[0].line < first.end for each in those)


def _made_by(base: str, now: NumberedList, pieces: Sequence[Piece], starts: Sequence[int]) -> list[Span]:
    """The changes in or at a list of the new text that may have to do with which items it has."""
    inside = pieces[bisect_left(starts, now.items[0].line) : bisect_right(starts, now.end)]
    spans = [piece.span for piece in inside if piece.span]
    return [span for span in spans if "\n" in (both := base[span[0] : span[1]] + span[2]) or both.isspace() or not _puts_in(base, span)]


def _origin(base: str, item: Item, pieces: Sequence[Piece], starts: Sequence[int]) -> tuple[int, Span | None]:
    """Where the number of an item of the new text stands: in the base, or in what a change puts in, and that change."""
    number = bisect_right(starts, item.start) - 1
    piece, inside = pieces[number], item.start - starts[number]
    return (inside if _puts_in(base, piece.span) else piece.start + inside), piece.span


def _puts_in(base: str, span: Span | None) -> bool:
    """Whether a change puts in more than another number."""
    return span is not None and not (span[2].isdecimal() and base[span[0] : span[1]].isdecimal())


def _numbered(span: Span, items: Sequence[tuple[int, Item, int]]) -> Span:
    """A change with other numbers for the items that it puts in."""
    start, end, text = span
    for at, item, count in reversed(items):
        text = text[:at] + str(count) + text[at + item.end - item.start :]
    return start, end, text


def _pieces(base: str, swept: Sequence[Span]) -> tuple[list[Piece], list[int]]:
    """What the text that all changes make is made of, and where each piece begins in it."""
    pieces: list[Piece] = []
    reach = 0
    for span in swept:
        if span[0] > reach:
            pieces.append(Piece(reach, base[reach : span[0]], None))
        pieces.append(Piece(span[0], span[2], span))
        reach = max(reach, span[1])
    pieces.append(Piece(reach, base[reach:], None))
    return pieces, list(accumulate((len(piece.text) for piece in pieces[:-1]), initial=0))
