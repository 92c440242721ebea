"""A changed table, its marks inside its cells. A row that cannot be told cell by cell is none of ours: it stays a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

from plein.publication.marks import Run, worded
from plein.publication.signs import PIPE, RULE


@dataclass(frozen=True, slots=True)
class Row:
    """One row. ``kind`` is ``ins`` or ``del`` for one that was put in or taken out as a whole, else ``same``."""

    cells: tuple[tuple[Run, ...], ...]
    kind: str
    head: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table, or some rows of one."""

    rows: tuple[Row, ...]
    style: str = "table"

    @property
    def parts(self) -> tuple[tuple[bool, tuple[Row, ...]], ...]:
        """The rows in their parts, each with whether it is a head."""
        return tuple((head, tuple(rows)) for head, rows in groupby(self.rows, key=lambda row: row.head))

    @property
    def runs(self) -> tuple[Run, ...]:
        """The words of all cells."""
        return tuple(run for row in self.rows for cell in row.cells for run in cell)

    @property
    def changed(self) -> bool:
        """Whether anything in it was put in or taken out."""
        return any(run.kind != "same" for run in self.runs)


def side(runs: Iterable[Run], kind: str) -> str:
    """How a line reads on one side: ``del`` for before, ``ins`` for now."""
    return "".join(run.text for run in runs if run.kind in ("same", kind))


def kind_of(runs: Sequence[Run]) -> str:
    """``ins`` or ``del`` for a line that was put in or taken out as a whole, else ``same``."""
    kinds = {run.kind for run in runs}
    return kinds.pop() if len(kinds) == 1 else "same"


def table(lines: Sequence[Sequence[Run]]) -> Table | None:
    """Lines of a table as rows with cells; None if its columns changed, or if it cannot be told what belongs to which cell."""
    rows: list[Row] = []
    for runs in lines:
        kind = kind_of(runs)
        if any(RULE.fullmatch(side(runs, way)) for way in ("del", "ins")):
            if not rows or rows[-1].head or rows[-1].kind != kind or any(run.first for run in runs):
                return None
            if kind == "same" and any(run.kind != "same" for run in runs):
                return None
            rows[-1] = replace(rows[-1], head=True)
            continue
        cells = _cells(runs)
        if cells is None:
            return None
        rows.append(Row(cells, kind))
    widths = {len(row.cells) for row in rows}
    return Table(tuple(rows)) if len(widths) == 1 else None


def _cells(runs: Sequence[Run]) -> tuple[tuple[Run, ...], ...] | None:
    """The runs of one row by cell."""
    found: list[list[Run]] = [[]]
    for _, group in groupby(runs, key=lambda run: (run.kind == "same", run.change)):
        pieces = [(run, PIPE.split(run.text)) for run in group]
        if len({len(parts) for _, parts in pieces}) > 1:
            return None
        whole = len(pieces) == 1 and pieces[0][0].kind != "same"
        if whole and len(pieces[0][1]) > 1 and kind_of(runs) == "same":
            return None  # one that only comes, or only goes, and takes an edge of a cell with it
        for number in range(len(pieces[0][1])):
            if number:
                found.append([])
            found[-1] += [replace(run, text=parts[number], first=run.first and not number) for run, parts in pieces]
    if any(run.text.endswith("\\") for run in runs[:-1]):
        return None  # the sign behind it may be part of a word
    cells = [_trimmed(cell) for cell in found]
    if len(cells) < 2:
        return None
    inner = cells[not any(run.text for run in cells[0]) : len(cells) - (not any(run.text for run in cells[-1]))]
    return _begun(runs, inner)


def _trimmed(cell: Sequence[Run]) -> tuple[Run, ...]:
    """Without the blanks that line a cell up, on either side."""
    kept = list(cell)
    for at, strip in ((0, str.lstrip), (-1, str.rstrip)):
        while kept:
            kept[at] = replace(kept[at], text=strip(kept[at].text))
            if kept[at].text:
                break
            kept.pop(at)
    if len(kept) > 1 and kept[0].kind == "del" and kept[1].kind == "ins":
        kept[1] = replace(kept[1], text=kept[1].text.lstrip())
    if len(kept) > 1 and kept[-1].kind == "ins" and kept[-2].kind == "del":
        kept[-2] = replace(kept[-2], text=kept[-2].text.rstrip())
    return tuple(replace(run, text=run.text.replace("\\|", "|")) for run in kept if run.text)


def _begun(runs: Sequence[Run], cells: Sequence[tuple[Run, ...]]) -> tuple[tuple[Run, ...], ...] | None:
    """The cells with the beginning of every change at its first words; None if a change lost all of its words."""
    left = set(chain.from_iterable(((run.change, run.kind) for run in cell) for cell in cells))
    if any((run.change, run.kind) not in left for run in runs if run.kind != "same"):
        return None
    begins = {run.change for run in runs if run.first}
    told: list[tuple[Run, ...]] = []
    for cell in cells:
        mine: list[Run] = []
        for run in cell:
            mine.append(replace(run, first=run.change in begins))
            begins.discard(run.change)
        told.append(worded(mine))
    return tuple(told)
