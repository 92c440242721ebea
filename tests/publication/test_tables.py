"""A changed table is shown as a table; one whose columns changed as it is written."""

from __future__ import annotations

import pytest

from plein.publication.redline import lines, pairs
from plein.publication.tables import Row, Table

HEAD = "| District | Homes | Done |\n|---|--:|---|\n"
MARKS = {"same": "%s", "ins": "{+%s+}", "del": "[-%s-]"}


def _row(row: Row) -> tuple[str, ...]:
    return (row.kind, *("".join(MARKS[run.kind] % run.text for run in cell) for cell in row.cells))


def _table(old: str, new: str) -> list[tuple[str, ...]] | None:
    """The body of the first table, row by row: its kind and its cells; None if there is none."""
    found = next((line for line in lines(old, new) if isinstance(line, Table)), None)
    return None if found is None else [_row(row) for row in found.rows if not row.head]


@pytest.mark.parametrize(
    ("old", "new", "rows"),
    [
        ("| Harbour | 900 | 2029 |\n", "| Harbour | 950 | 2029 |\n", [("same", "Harbour", "[-900-]{+950+}", "2029")]),
        ("| Harbour | 900 | in the spring |\n", "| Harbour | 950 or so | in the autumn |\n",
         [("same", "Harbour", "[-900-]{+950 or so+}", "in the [-spring-]{+autumn+}")]),
        ("| North | 1 | 2029 |\n| South | 2 | 2030 |\n", "| North | 1 | 2029 |\n",
         [("same", "North", "1", "2029"), ("del", "[-South-]", "[-2-]", "[-2030-]")]),
        ("| North | 1 | 2029 |\n", "| North | 1 | 2029 |\n| South | | a \\| b |\n",
         [("same", "North", "1", "2029"), ("ins", "{+South+}", "", "{+a | b+}")]),
        ("| North | 1 | 2029 |\n", "| North  |  10 | 2029 |\n", [("same", "North", "[-1-]{+10+}", "2029")]),
        ("| see [plan](https://a.example) | 1 | 2 |\n", "| see [plan](https://b.example) | 1 | 2 |\n",
         [("same", "see plan[-https://a.example-]{+https://b.example+}", "1", "2")]),
        ("| North | 1 | **2029** |\n", "| North | 2 | **2029** |\n", [("same", "North", "[-1-]{+2+}", "2029")]),
        ("| North | 1 | |\n", "| North | 1 | soon |\n", [("same", "North", "1", "{+soon+}")]),
        ("| North | 1 | soon |\n", "| North | 1 | |\n", [("same", "North", "1", "[-soon-]")]),
    ],
)  # fmt: skip
def test_a_change_stands_in_its_cell(old: str, new: str, rows: list[tuple[str, ...]]) -> None:
    """Nobody should have to count bars to see which number changed."""
    assert _table(HEAD + old, HEAD + new) == rows


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (HEAD + "| North | 1 | 2029 |\n", HEAD.replace("|\n", "| By |\n", 1).replace("|\n", "|---|\n") + "| North | 1 | 2029 | us |\n"),
        (HEAD + "| North | 1 | 2029 |\n", HEAD + "| North | 1 | 2029 | more |\n"),
        (HEAD + "| North | 1 | 2029 |\n", HEAD + "| North | 1 | 2029 |\n| South | 2 | 2030 | more |\n"),
        (HEAD + "| North | 1 | 2029 |\n", HEAD.replace("--:", ":-:") + "| North | 2 | 2029 |\n"),
        (HEAD + "| North \\| 1 | 2029 | x |\n", HEAD + "| North \\ | 1 | 2029 | x |\n"),
    ],
)
def test_a_table_of_other_columns_is_shown_as_it_is_written(old: str, new: str) -> None:
    """A guess would put words under the wrong head."""
    assert _table(old, new) is None
    assert {line.style for line in lines(old, new)} <= {"row", "blank"}


def test_a_new_table_and_one_row_alone_are_tables_too() -> None:
    """A suggestion is often about one row, and has no head with it."""
    made = next(line for line in lines("Homes.\n", "Homes.\n\n" + HEAD + "| North | 1 | 2029 |\n") if isinstance(line, Table))
    assert [row.head for row in made.rows] == [True, False]
    assert {run.kind for run in made.runs} == {"ins"}
    assert _table("| North | 1 |", "| North | 2 |") == [("same", "North", "[-1-]{+2+}")]


def test_every_change_begins_once_in_a_table() -> None:
    """The list of changes leads there."""
    found = lines(HEAD + "| North | some homes | in spring |\n", HEAD + "| North | few flats | by autumn |\n| South | 2 | 3 |\n")
    begun = [run.change for line in found for run in line.runs if run.first]
    assert begun == sorted(set(begun))
    assert set(begun) == {run.change for line in found for run in line.runs if run.kind != "same"}


def test_old_and_new_beside_each_other_are_tables() -> None:
    """Each side with its own marks."""
    pair = pairs(HEAD + "| North | 1 | 2029 |\n", HEAD + "| North | 2 | 2029 |\n")[0]
    told = [_row(side[0].rows[0]) for side in (pair.old, pair.new) if isinstance(side[0], Table)]
    assert told == [("same", "North", "[-1-]", "2029"), ("same", "North", "{+2+}", "2029")]
