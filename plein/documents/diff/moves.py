"""Passages that stand elsewhere afterwards, word for word. How a move meets the changes of others is not here.

A move is a deletion of whole lines and an insertion of the same words by one suggestion, and is told by them alone: nothing
is found by resemblance. What others change inside the passage follows it to its new place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plein.documents.diff.items import ITEM, lead_of
from plein.documents.edit import Edit, spans
from plein.documents.spans import Span
from plein.documents.text.remembered import remembered
from plein.documents.text.units import hangs, whole_lines
from plein.documents.thresholds import MOVED_LETTERS

_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Move:
    """A passage of whole lines taken out at one place and put in at another.

    Attributes:
        start: First code point of the passage in the base, from 0; blanks and line ends around it are not part of it.
        end: The code point after its last one.
        to: The code point of the base before which it stands afterwards.
        gone: The edit that takes it out, as (start, end, text); it may take line ends with it.
        come: The edit that puts it in.
    """

    start: int
    end: int
    to: int
    gone: Span
    come: Span

    def led(self, base: str, span: Span) -> Span | None:
        """Where a change inside the passage lands in the text that is put in; None for one that is not inside or cannot be told."""
        start, end, text = span
        if start == end and whole_lines(base, start, text) and not self.start < start < self.end:
            return self._lined(base, start, text)
        if not self.start <= start <= end <= self.end or (start == end and not self._holds(start, text)):
            return None
        old, new = base[self.start : self.end], self.come[2]
        lead = len(new) - len(new.lstrip())
        if new[lead : lead + len(old)] == old:
            return start - self.start + lead, end - self.start + lead, text
        first, last = _told(old, new, start - self.start), _told(old, new, end - self.start)
        return None if first is None or last is None else (first, last, text)

    def reach(self, base: str, swept: Sequence[Span], first: int, last: int) -> tuple[int, int]:
        """The range first..last of disjoint changes that touch the passage, with those at its very border that belong to it."""
        if first and swept[first - 1][0] >= self.gone[0] and self.led(base, swept[first - 1]):
            first -= 1
        if last < len(swept) and swept[last][1] <= self.gone[1] and self.led(base, swept[last]):
            last += 1
        return first, last

    def _lined(self, base: str, point: int, text: str) -> Span | None:
        """Where lines put in at the very border land that belong to the passage: at the same border of it."""
        if not self.gone[0] <= point <= self.gone[1] or not hangs(base, self.start, self.end, point, text):
            return None
        old, new = base[self.start : self.end], self.come[2]
        lead = len(new) - len(new.lstrip())
        if point <= self.start:
            return (lead, lead, text) if base[self.start - 1 : self.start] in ("\n", "") and text[-1:] == "\n" else None
        at = len(new.rstrip())
        if (text[-1:] == "\n" and text[:1] != "\n") or point > self.end:
            at += 1
        if at == len(new) and text[-2:] == "\n\n" and text[0] != "\n":
            text = "\n" + text[:-1]  # told with the blank line behind it, while the passage stands with the one before
        return (at, at, text) if at <= len(new) and new[lead : lead + len(old)] == old else None

    def _holds(self, point: int, text: str) -> bool:
        """Whether what is put in at the very border belongs to the passage: words do, lines of their own do not."""
        return not (point == self.start and text.endswith("\n")) and not (point == self.end and text.startswith("\n"))


def moves(base: str, edits: Iterable[Edit]) -> tuple[Move, ...]:
    r"""Find what one suggestion moves: paragraphs, list items, table rows or runs of them.

    The same words, whatever the blanks between them and the numbers of items, are taken out at one place and put in at another, once each; at
    least 4 characters; and one line of it stands only once in the base, so that it cannot be mistaken for another.

    Args:
        base: The text the edits were made against.
        edits: Disjoint edits by one suggestion; positions are code points into *base*, from 0.

    Returns:
        The moves in order of where the passages stood.

    Raises:
        EditsOverlap: Two edits touch the same characters.
        EditOutside: An edit reaches beyond the end of *base*.

    >>> text = "# Homes\n\nWe build near stations.\n\nWe plant trees.\n"
    >>> [(m.start, m.end, m.to) for m in moves(text, [Edit(9, 34, ""), Edit(50, 50, "\nWe build near stations.\n")])]
    [(9, 32, 50)]
    """
    return moved(base, spans(base, edits))


def moved(base: str, swept: Sequence[Span]) -> tuple[Move, ...]:
    """What sorted and disjoint changes of one suggestion move."""
    if len(swept) < 2:
        return ()
    out = [span for span in swept if not span[2] and span[1] - span[0] >= MOVED_LETTERS]
    into = [span for span in swept if span[0] == span[1] and len(span[2]) >= MOVED_LETTERS] if out else []
    if not into:
        return ()
    same = base[out[0][0] : out[0][1]].strip()
    if len(out) == len(into) == 1 and same == into[0][2].strip():
        gone, come = {same: out}, {same: into}  # nearly always, and the passages may be long
    else:
        gone = _by_words((base[span[0] : span[1]], span) for span in out)
        come = _by_words((span[2], span) for span in into)
    found: list[Move] = []
    for words, there in gone.items():
        here = come.get(words, ())
        if len(there) == len(here) == 1 and len("".join(words[:400].split())) >= MOVED_LETTERS:
            start, end, _ = there[0]
            passage = base[start:end]
            start, end = start + len(passage) - len(passage.lstrip()), start + len(passage.rstrip())
            if _lines_whole(base, start, end) and _stands_once(base, base[start:end]):
                found.append(Move(start, end, here[0][0], there[0], here[0]))
    return tuple(sorted(found, key=lambda move: move.start))


def _by_words(passages: Iterable[tuple[str, Span]]) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for text, span in passages:
        found.setdefault(" ".join(_uncounted(text).split()), []).append(span)
    return found


def _uncounted(text: str) -> str:
    """A text with blanks for the numbers of its items, which change where an item goes."""
    return ITEM.sub(_without_number, text)


def _without_number(item: re.Match[str]) -> str:
    """The beginning of an item with blanks for its number, and for that of what it stands in."""
    first, last = (at - item.start() for at in lead_of(item))
    before = item[1] if last <= 0 else f"{item[1][:first]}{' ' * (last - first)}{item[1][last:]}"
    return f"{_DIGIT.sub(' ', before)}{' ' * len(item[3])}{item[4]}"


def _lines_whole(base: str, start: int, end: int) -> bool:
    """Whether nothing but blanks stands beside a passage on its first and last line."""
    stop = base.find("\n", end)
    return not base[base.rfind("\n", 0, start) + 1 : start].strip() and not base[end : stop if stop >= 0 else len(base)].strip()


def _stands_once(base: str, passage: str) -> bool:
    once = _single_lines(base)
    return any(line.strip() in once for line in passage.split("\n"))


@remembered(4)
def _single_lines(base: str) -> frozenset[str]:
    """The lines of some length that stand once in a text; remembered, because many suggestions move parts of one text."""
    count = Counter(line.strip() for line in base.split("\n"))
    return frozenset(line for line, times in count.items() if times == 1 and len(line) >= MOVED_LETTERS)


def _told(old: str, new: str, offset: int) -> int | None:
    """An offset of a passage in a copy with other blanks, told by the letter beside it; None between two blanks."""
    old, new = _uncounted(old), _uncounted(new)
    letters = sum(1 for _ in _LETTER.finditer(old, 0, offset))
    if offset and not old[offset - 1].isspace():
        return [found.end() for found in _LETTER.finditer(new)][letters - 1]
    if offset < len(old) and not old[offset].isspace():
        return [found.start() for found in _LETTER.finditer(new)][letters]
    return None
