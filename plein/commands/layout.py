"""How rows of cells stand on a screen of a width: side by side, and where that is too narrow for words, the longest below the rest of their row.

    nr.  author  ¶   status         nr.  author
         change                     ───  ────────────
    ───  ──────  ──  ──────           3  kim
      3  kim     12  open                ¶: 12
         [-queue-]{+list+}               change: [-queue-]{+list+}

Nothing that stands in a cell is lost, at any width. What the cells hold is not known here.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from plein.commands.folding import cells, padded, wrapped

_GAP = "  "
_WORDS, _LONGEST, _LINES = 16, 32, 4
"""A column of words is at least so wide; a word is kept whole up to so many cells; a text of more lines than this goes below."""
_HANGS = 6
"""Below a first column of at most so many cells, what goes below stands under the second."""
_BELOW = 4
"""Else it stands so far to the right."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: lines, each of words that are not folded. ``kept``: these are ids, dates or numbers, and no running text."""

    lines: tuple[tuple[str, ...], ...]
    kept: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(word for line in self.lines for word in line)

    @property
    def natural(self) -> int:
        """How wide it is with no line folded."""
        return max((cells(" ".join(line)) for line in self.lines), default=0)

    @property
    def longest(self) -> int:
        """The width of its widest word."""
        return max((cells(word) for line in self.lines for word in line), default=0)

    @property
    def least(self) -> int:
        """The least width at which it can be read."""
        if self.kept:
            return self.longest
        return min(self.natural, max(_WORDS, min(self.longest, _LONGEST), -(-self.natural // _LINES)))

    def folded(self, room: int) -> list[str]:
        """Its lines in a room of so many cells."""
        return [part for line in self.lines for part in wrapped(line, room)]


@dataclass(frozen=True, eq=False)
class Column:
    """A heading and the cells under it; ``right``: they are numbers; ``room``: it can be read in so many cells, however long its texts."""

    heading: str
    cells: Sequence[Cell]
    right: bool = False
    room: int | None = None

    @cached_property
    def natural(self) -> int:
        """How wide it is with no line folded."""
        return max(cells(self.heading), *(cell.natural for cell in self.cells))

    @cached_property
    def least(self) -> int:
        """The least width at which all of it can be read."""
        least = max(self.title.longest, *(cell.least for cell in self.cells))
        return least if self.room is None else min(least, self.room)

    @property
    def title(self) -> Cell:
        """The heading as a cell."""
        return Cell((tuple(self.heading.split()),))


def drawn(columns: Sequence[Column], width: int, *, apart: Container[int] = ()) -> Iterator[str]:
    """The lines of a table in so many cells, without columns in which nothing stands.

    Args:
        columns: All of one length, at least one row.
        width: Of the screen.
        apart: The rows, from 0, before which there is a blank line; there is one before each where something of them goes below.

    >>> one, other = Column("n", [Cell((("3",),), kept=True)], right=True), Column("text", [Cell((("Trees", "in", "every", "street"),))])
    >>> print(*drawn([one, other], 40), sep="\\n")
    n  text
    ─  ─────────────────────
    3  Trees in every street
    """
    full = [column for column in columns if not all(cell.empty for cell in column.cells)] or list(columns[:1])
    beside, below = _parted(full, width)
    widths = _widths(beside, width)
    yield from _row([column.title.folded(wide) for column, wide in zip(beside, widths, strict=True)], beside, widths)
    indent = " " * (widths[0] + len(_GAP) if widths[0] <= _HANGS else _BELOW)
    alone = len(below) == 1
    if alone:
        yield from (indent + line for line in below[0].title.folded(width - len(indent)))
    yield _GAP.join("─" * wide for wide in widths)
    for at in range(len(full[0].cells)):
        if at and (below or at in apart):
            yield ""
        yield from _row([column.cells[at].folded(wide) for column, wide in zip(beside, widths, strict=True)], beside, widths)
        for column in below:
            cell = column.cells[at]
            before = "" if cell.kept and cell.longest > width - len(indent + _GAP) else indent
            yield from (before + line for line in _told_below(column, cell, width - len(before), named=not alone))


def _parted(columns: list[Column], width: int) -> tuple[list[Column], list[Column]]:
    """The columns that stand side by side, and those that go below: the widest first, until the rest fits."""
    beside, below = list(columns), list[Column]()
    while len(beside) > 1 and sum(column.least for column in beside) + len(_GAP) * (len(beside) - 1) > width:
        widest = max(beside[1:], key=lambda column: column.natural)
        beside.remove(widest)
        below.append(widest)
    return beside, [column for column in columns if column in below]


def _widths(columns: Sequence[Column], width: int) -> list[int]:
    """How wide each is: what it needs at least, and of what is left what it could use, the one that asks least first."""
    widths = [min(column.least, width) for column in columns]
    left = width - sum(widths) - len(_GAP) * (len(columns) - 1)
    for at in sorted(range(len(columns)), key=lambda at: columns[at].natural - widths[at]):
        more = max(min(columns[at].natural - widths[at], left), 0)
        widths[at] += more
        left -= more
    return widths


def _row(parts: Sequence[Sequence[str]], columns: Sequence[Column], widths: Sequence[int]) -> Iterator[str]:
    for at in range(max(map(len, parts))):
        told = (
            padded(part[at] if at < len(part) else "", wide, right=column.right)
            for part, column, wide in zip(parts, columns, widths, strict=True)
        )
        yield _GAP.join(told).rstrip()


def _told_below(column: Column, cell: Cell, room: int, *, named: bool) -> Iterator[str]:
    """What goes below its row, with its heading before it where several do."""
    if cell.empty:
        return
    if not named:
        yield from cell.folded(room)
        return
    first, *others = cell.lines
    heading = f"{column.heading}:".split()
    hangs = _GAP if cell.longest <= room - len(_GAP) else ""
    told = Cell(((*heading, *first), *others)).folded(room - len(hangs))
    yield from (told[0], *(hangs + line for line in told[1:]))
