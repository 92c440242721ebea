"""What the numbers of lists are to be in the text that all changes make. Which lists are to be counted anew is decided elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, islice, pairwise

from plein.documents.diff.items import BLANKS, Item, is_new_number
from plein.documents.diff.numbered import NumberedList, known_lists, numbered_lists
from plein.documents.spans import Span
from plein.documents.text.numerals import FIGURES, LETTERS, readings

_OUTER = re.compile(r"[^\W\d_]|§|#")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some characters of the text that all changes make but those that only give another number: with the numbers of the base.

    Attributes:
        start: Where they stand in the base, or are put in.
        text: They.
        span: The change that puts them in or gives them another number, if one does.
    """

    start: int
    text: str
    span: Span | None


def renumbered(
    base: str, lists: Sequence[NumberedList], swept: Sequence[Span], several: Callable[[Sequence[Span]], bool] | None = None
) -> dict[Span, Span | None]:
    """The changes with the numbers that count on in *lists*: they are read off the text that all changes make.

    Args:
        base: The old text.
        lists: Those of its lists that are to be counted anew.
        swept: All changes, in the order in which they are written.
        several: Whether nobody makes all of some changes: then also lists that several people make together of items that stood in others
            are counted.

    Returns:
        How changes are told otherwise; None for one that is left out; a new key for a number that nobody changed.
    """
    recount = _Recount(base, *_pieces(base, swept))
    for those in lists:
        recount.counted_on(those)
    if several:
        for now in recount.origins:
            numbers = recount.numbers_of(now)
            if now not in recount.done and not _is_counted(numbers) and recount.is_several(now, several):
                recount.count_on(now, numbers[0])
    recount.lead()
    return recount.found()


@dataclass(slots=True)
class _Recount:
    """The numbers of the lists of a new text, while they are counted.

    The lists are read with the numbers of the base: what people made of those for themselves fits no text but their own.

    Attributes:
        base: The old text.
        pieces: What the new one is made of.
        starts: Where each piece begins in it.
        origins: Its lists in order; where each of their numbers stands, and in which change.
        where: The list in which a number of the old text stands now, by where that stood.
        told: How changes are told otherwise, and the numbers that nobody changed.
        put: The numbers in what is put in: where in that, the item, and what it is to be.
        final: What the numbers become, by where they stand in the new text.
        done: The lists that are counted.
    """

    base: str
    pieces: Sequence[_Piece]
    starts: Sequence[int]
    origins: dict[NumberedList, list[tuple[int, Span | None]]] = field(init=False)
    where: dict[int, NumberedList] = field(init=False)
    told: dict[Span, Span | None] = field(default_factory=dict)
    put: dict[Span, list[tuple[int, Item, str]]] = field(default_factory=dict)
    final: dict[int, int] = field(default_factory=dict)
    done: set[NumberedList] = field(default_factory=set)

    def __post_init__(self) -> None:
        after = dict.fromkeys(numbered_lists("".join(piece.text for piece in self.pieces), self._stood).values())
        self.origins = {now: [self._origin(item) for item in now.items] for now in after}
        self.where = {at: now for now, found in self.origins.items() for at, span in found if not _puts_in(self.base, span)}

    def counted_on(self, those: NumberedList) -> None:
        """Count what became of a list of the old text."""
        count = those.items[0].number
        nows = dict.fromkeys(now for item in those.items if item.start in self.where for now in self._put_before(self.where[item.start]))
        if not nows:
            nows = dict.fromkeys(islice((now for now, found in self.origins.items() if _stands_for(self.base, those, now, found)), 1))
        first = next(iter(nows), None)
        if first and _puts_in(self.base, self.origins[first][0][1]):  # put in before the first, with a number before its number
            count = min(count, first.items[0].number)
        for now in nows:
            if now not in self.done:
                count = self.count_on(now, count, those)

    def count_on(self, now: NumberedList, count: int, those: NumberedList | None = None) -> int:
        """Count a list of the new text from a number on, as far as it stood in one of the old; and what comes behind that."""
        self.done.add(now)
        for item, (at, span) in zip(now.items, self.origins[now], strict=True):
            if span is not None and _puts_in(self.base, span):
                self.put.setdefault(span, []).append((at, item, item.numeral(count)))
            elif those and not those.items[0].line <= at < those.end:
                break  # it stood in a list apart from this one
            else:
                self._tell(at, at + len(item.text), span, item.numeral(count))
            self.final[item.start] = count
            count += 1
        return count

    def is_several(self, now: NumberedList, several: Callable[[Sequence[Span]], bool]) -> bool:
        """Whether a list of the new text is made by several people, of items that stood together."""
        stood = [at for at, span in self.origins[now] if not _puts_in(self.base, span)]
        return _stood_together(self.base, stood) and several(self._made_by(now))

    def numbers_of(self, now: NumberedList) -> list[int]:
        """What people made of the numbers of a list of the new text."""
        return [self._number(item, span) for item, (_, span) in zip(now.items, self.origins[now], strict=True)]

    def lead(self) -> None:
        """Add the new numbers that sub-numbers begin with: to what is put in, where that holds them, else by themselves."""
        for item, becomes in list(self._leads()):
            at, span = self._origin(item)
            if _puts_in(self.base, span) and span is not None:
                self.put.setdefault(span, []).append((at, item, becomes))
            else:
                self._tell(at, at + len(item.text), span, becomes)

    def found(self) -> dict[Span, Span | None]:
        """The changes that are told otherwise, those that put lines in among them."""
        anew = {span: _numbered(span, sorted(items, key=lambda one: one[0])) for span, items in self.put.items()}
        return self.told | {span: text for span, text in anew.items() if text != span}

    def _tell(self, start: int, end: int, span: Span | None, becomes: str) -> None:
        """Tell a number that stood in the old text otherwise: in the change that changes it, or as a change of its own."""
        if span is not None:
            start, end = span[:2]
        number = (start, end, becomes)
        if number != span and (span or self.base[start:end] != becomes):
            self.told[span or number] = number if self.base[start:end] != becomes else None

    def _put_before(self, now: NumberedList) -> list[NumberedList]:
        """A list with those that are put in right before it, whose first number only seems to begin it anew."""
        found = [now]
        while (before := found[-1].behind) and all(_puts_in(self.base, span) for _, span in self.origins[before]):
            found.append(before)
        return found[::-1]

    def _leads(self) -> Iterator[tuple[Item, str]]:
        """The numbers that sub-numbers begin with, where these are others now, and what they are to be: 2 in 2.1, 1.2 in 1.2.1."""
        begun = {item: self._lead(item) for those in self.origins for item in those.items}
        items = (item for item, lead in begun.items() if lead or item.style in (FIGURES, LETTERS.upper()))
        every = sorted(items, key=lambda item: item.start)
        outer = any(not begun[item] and _OUTER.search(item.indent) for item in every)
        above: list[tuple[str, str]] = []  # what stands above here, the outermost first: as it was, and as it is to be
        for item in every:
            lead = begun[item]
            if lead is None:
                if not outer or _OUTER.search(item.indent):
                    above = [(item.text, self._becomes(item))]
                continue
            depth = max(lead.text.count("."), 0) + 1
            stands_in = next(((old, new) for old, new in reversed(above[:depth]) if f"{lead.text}.".startswith(f"{old}.")), None)
            becomes = lead.text if stands_in is None else stands_in[1] + lead.text[len(stands_in[0]) :]
            if stands_in:
                yield from self._each(lead, becomes)
            above = [*above[:depth], (f"{lead.text}.{item.text}", f"{becomes}.{self._becomes(item)}")]

    def _lead(self, item: Item) -> Item | None:
        """What the number of an item begins with, as an item of its own; None where it begins with none."""
        start, end = item.lead()
        return Item(item.line, start, end, 0, "", FIGURES, item.indent[start - item.line : end - item.line]) if start >= 0 else None

    def _each(self, lead: Item, becomes: str) -> Iterator[tuple[Item, str]]:
        """Of what a number begins with, each number that is another now, or that somebody changed."""
        at = lead.start
        for was, now in zip(lead.text.split("."), becomes.split("."), strict=True):
            item = Item(lead.line, at, at + len(was), 0, "", FIGURES, was)
            if was != now or self._origin(item)[1]:
                yield item, now
            at += len(was) + 1

    def _becomes(self, item: Item) -> str:
        """The number of an item in the text that all changes make."""
        span = self._origin(item)[1]
        return item.numeral(self.final.get(item.start, self._number(item, span)))

    def _number(self, item: Item, span: Span | None) -> int:
        """What people made of the number of an item."""
        if span is None or _puts_in(self.base, span):
            return item.number
        return next((number for style, number in readings(span[2]) if style == item.style), item.number)

    def _stood(self, item: Item) -> NumberedList | None:
        """The list in which an item of the new text stood in the old one."""
        at, span = self._origin(item)
        return None if _puts_in(self.base, span) else known_lists(self.base).get(self.base.rfind("\n", 0, at) + 1)

    def _made_by(self, now: NumberedList) -> list[Span]:
        """The changes in or at a list of the new text that may have to do with which items it has."""
        inside = self.pieces[bisect_left(self.starts, now.items[0].line) : bisect_right(self.starts, now.end)]
        spans = [piece.span for piece in inside if piece.span]
        return [
            span
            for span in spans
            if "\n" in (both := self.base[span[0] : span[1]] + span[2]) or both.isspace() or not _puts_in(self.base, span)
        ]

    def _origin(self, item: Item) -> tuple[int, Span | None]:
        """Where the number of an item of the new text stands: in the base, or in what a change puts in, and that change."""
        number = bisect_right(self.starts, item.start) - 1
        piece, inside = self.pieces[number], item.start - self.starts[number]
        return (inside if _puts_in(self.base, piece.span) else piece.start + inside), piece.span


def is_counted(those: NumberedList) -> bool:
    """Whether the items of a list count one by one."""
    return _is_counted([item.number for item in those.items])


def _is_counted(numbers: Sequence[int]) -> bool:
    return all(two == one + 1 for one, two in pairwise(numbers))


def front(base: str, those: NumberedList) -> int:
    """Where the line before a list ends: an item may be put in before its first, above the blank line between."""
    at = those.items[0].line
    while at:
        line = base.rfind("\n", 0, at - 1) + 1
        if base[line : at - 1].strip(BLANKS):
            return at - 1
        at = line
    return 0


def _stands_for(base: str, those: NumberedList, now: NumberedList, found: Sequence[tuple[int, Span | None]]) -> bool:
    """Whether a list is all that is put in where every item of another was taken out."""
    first, span = now.items[0], found[0][1]
    if span is None or (now.kind, first.indent) != (those.kind, those.items[0].indent):
        return False
    return front(base, those) <= span[0] <= those.end


def _stood_together(base: str, numbers: Sequence[int]) -> bool:
    """Whether the numbers stood in one list and those inside its items, and each of these counted one by one: lists apart stay apart."""
    those = [known_lists(base).get(base.rfind("\n", 0, at) + 1) for at in numbers]
    first = those[0] if those else None
    return first is None or all(each and is_counted(each) and each.items[0].line < first.end for each in those)


def _puts_in(base: str, span: Span | None) -> bool:
    """Whether a change puts in more than another number."""
    return span is not None and not is_new_number(base, *span)


def _numbered(span: Span, items: Sequence[tuple[int, Item, str]]) -> Span:
    """A change with other numbers for the items that it puts in."""
    start, end, text = span
    for at, item, count in reversed(items):
        text = text[:at] + count + text[at + item.end - item.start :]
    return start, end, text


def _pieces(base: str, swept: Sequence[Span]) -> tuple[list[_Piece], list[int]]:
    """What the text that all changes make is made of, with the numbers of the base, and where each piece begins in it."""
    pieces: list[_Piece] = []
    reach = 0
    for span in swept:
        if span[0] > reach:
            pieces.append(_Piece(reach, base[reach : span[0]], None))
        pieces.append(_Piece(span[0], span[2] if _puts_in(base, span) else base[span[0] : span[1]], span))
        reach = max(reach, span[1])
    pieces.append(_Piece(reach, base[reach:], None))
    return pieces, list(accumulate((len(piece.text) for piece in pieces[:-1]), initial=0))
