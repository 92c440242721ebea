"""Every column of every table is changed by turns, behind plein's back: the check names the row, or the column stands on a short list."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from plein import Plein, Seat
from plein.store.tables import all_tables
from tests.conftest import NOON
from tests.engine.a_whole_record import C, ticking, whole_record
from tests.tiers import thorough

WHO_SOMEBODY_IS = "who somebody is stands in no record: else nobody could be erased, and a pseudonym would be nobody's"
ROW = "the database's own number of a row: nothing points at it, and nothing is told by it"
MAY_CHANGE: Mapping[tuple[str, str], str] = {
    ("plein_person", "handle"): WHO_SOMEBODY_IS,
    ("plein_person", "since"): WHO_SOMEBODY_IS,
    ("plein_person", "name"): WHO_SOMEBODY_IS,
    ("plein_person", "contact"): WHO_SOMEBODY_IS,
    ("plein_person", "relation"): WHO_SOMEBODY_IS,
    ("plein_person", "language"): WHO_SOMEBODY_IS,
    ("plein_person", "usual_since"): WHO_SOMEBODY_IS,
    ("plein_person", "behind"): WHO_SOMEBODY_IS,
    ("plein_look", "look"): "what an id looks like follows from the id, and is asked of those that are new",
    ("plein_look", "person_id"): "the same",
    ("plein_meetings", "inside"): "what is kept for those inside may be just what holds for everybody; else it is found",
} | {
    (table.name, "id"): ROW
    for table in all_tables().sorted_tables
    if not any(key.column.table is table for other in all_tables().sorted_tables for key in other.foreign_keys)
}
"""What may change without being found, and why. Of somebody who was erased nothing may."""
TABLES = {table.name: table for table in all_tables().sorted_tables}
TOGETHER: Sequence[str] = (
    "suggestion contribution member aside", "version comment support promise", "decision step nudge topic",
    "submission report link undone board_person", "cycle board", "person", "entry", "meetings", "look",
)  # fmt: skip
"""Tables that are changed at one time, to be quick: what is wrong with a row of one is not told as damage to a row of another."""

MOST = 6
"""So many rows of a table have a column changed at one time."""

# what the check calls a row
CALLED: Mapping[str, str] = {
    "plein_aside": "aside {number}",
    "plein_board_person": "row {board_id} of plein_board",
    "plein_comment": "comment {number}",
    "plein_contribution": "contribution {number}",
    "plein_decision": "the decision on suggestion {suggestion}",
    "plein_entry": "entry {number}",
    "plein_link": "the link between contributions {one} and {other}",
    "plein_meetings": "what is kept of which suggestions collide",
    "plein_member": "place {number}",
    "plein_promise": "promise {number}",
    "plein_report": "report {number}",
    "plein_step": "step {number}",
    "plein_submission": "submission {number}",
    "plein_suggestion": "suggestion {number}",
    "plein_topic": "topic {number}",
    "plein_undone": "the decision taken back as {number}",
    "plein_version": "version {number}",
}
Change = tuple[str, int, str, Any]
"""Table, key of the row, column, and what is put there."""


@pytest.fixture(scope="module")
def database(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path = tmp_path_factory.mktemp("whole") / "plein.db"
    path.write_bytes(empty_file.read_bytes())
    clock = ticking()
    with Plein(path, clock=lambda: next(clock)) as plein:
        whole_record(plein)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("plein.engine.review.meetings.KEPT_FROM", 1)
            plein.acting_as("bea").cycle(C).suggestions.list()
    engine = sa.create_engine(f"sqlite:///{path}")
    with Session(engine) as session:
        yield Database(session)
    engine.dispose()


class Database:
    """Everything in it, and a way to change some of it for as long as one looks."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.seat: Seat = Plein(session=session, clock=lambda: NOON + timedelta(days=1)).acting_as(None)
        self.rows: dict[str, list[dict[str, Any]]] = {table.name: self._read(table.name) for table in all_tables().sorted_tables}

    def _read(self, table: str) -> list[dict[str, Any]]:
        found = self.session.connection().exec_driver_sql(f"SELECT * FROM {table} ORDER BY id").mappings()
        return [dict(row) for row in found]

    @contextmanager
    def changed(self, changes: Sequence[Change]) -> Iterator[None]:
        """The database with these changes in it, until the block ends."""
        with self.session.begin_nested() as savepoint:
            for table, key, column, value in changes:
                self.session.connection().exec_driver_sql(f'UPDATE {table} SET "{column}" = ? WHERE id = ?', (value, key))
            yield
            savepoint.rollback()
        self.session.expunge_all()

    def damage(self) -> tuple[str, ...]:
        return self.seat.verify().damage

    def names(self, column: sa.Column[Any], row: Mapping[str, Any], value: Any) -> list[str]:
        """What the check may call a row: as it was called, or as it is called now. Of one that is pointed at, also what points at it."""
        table = column.table
        found = [*self._called(table.name, row), *self._called(table.name, row | {column.name: value})]
        if column.name in ("id", "key"):
            pointing = [(key.table, one) for key in pointing_at(table) for one in self.rows[key.table.name] if one[key.name] == row["id"]]
            found += [name for other, one in pointing for name in self._called(other.name, one)]
        return found

    def _called(self, table: str, row: Mapping[str, Any]) -> list[str]:
        generic = f"row {row['id']} of {table}"
        if table in ("plein_support", "plein_nudge"):
            what = {"plein_support": "the support", "plein_nudge": "the nudges"}[table]
            there = [one["number"] for one in self.rows["plein_contribution"] if one["id"] == row["contribution_id"]]
            return [generic, *(f"{what} of contribution {number}" for number in there)]
        if table == "plein_cycle":
            return [f"{row['slug']}", f"cycle {row['id']}"]
        pattern = CALLED.get(table)
        return [generic] if pattern is None else [generic, pattern.format(**row)]


def named(names: Sequence[str], damage: Sequence[str]) -> bool:
    return any(re.search(rf"\b{re.escape(name.strip())}\b", line) for name in names for line in damage)


def sort_of(column: sa.Column[Any]) -> type[Any]:
    """What stands in a column, in Python; an object for JSON."""
    sorts = ((sa.Boolean, bool), (sa.Integer, int), (sa.String, str), (sa.DateTime, datetime), (sa.JSON, object))
    return next(sort for kind, sort in sorts if issubclass(column.type._type_affinity or object, kind))


def other(database: Database, rows: Sequence[Mapping[str, Any]], row: Mapping[str, Any], column: sa.Column[Any]) -> Any:
    """Another value that could stand there as well, beside what *rows* hold; None where there is none."""
    value, kind = row[column.name], sort_of(column)
    for key in column.foreign_keys:
        taken = {one[column.name] for one in rows if unique_beside(column, row, one)}
        return next((one["id"] for one in database.rows[key.column.table.name] if one["id"] not in {value, *taken}), None)
    if column.name in ("number", "suggestion", "id", "one", "other") and value is not None:
        return value + 700
    if kind is datetime:
        return str(NOON if value is None else datetime.fromisoformat(value) + timedelta(minutes=1))
    return f"other {row['id']}" if kind is str and value is None else otherwise(value, kind)


def unique_beside(column: sa.Column[Any], row: Mapping[str, Any], one: Mapping[str, Any]) -> bool:
    """Whether a row must not hold what *one* holds in a column, because they share the rest of what is unique."""
    together = [[part.name for part in rule.columns] for rule in column.table.constraints if isinstance(rule, sa.UniqueConstraint)]
    return any(column.name in names and all(row[name] == one[name] for name in names if name != column.name) for names in together)


def otherwise(value: Any, kind: type[Any]) -> Any:
    """Another value of that kind."""
    if kind is bool:
        return 1 - value
    if kind is int:
        return 1 if value is None else value + 1
    if kind is str:
        return f"{value[1:]}{'0' if value[:1] != '0' else '1'}"
    return json.dumps(reshaped(None if value is None else json.loads(value)))


def reshaped(value: Any) -> Any:
    """JSON of the same shape that says something else."""
    if isinstance(value, dict):
        key, first = next(iter(value.items()))
        return value | {key: reshaped(first)}
    if isinstance(value, list):
        return [*map(reshaped, value[:1]), *value[1:]] or [[0, 1, "x"]]
    if isinstance(value, str):
        return f"{value} too"
    return 1 if value is None else value + 1


def malformed(column: sa.Column[Any]) -> Any:
    """What cannot stand in a column."""
    return {str: b"\xff\xfe", bool: "perhaps", int: "some", datetime: "soon"}.get(sort_of(column), '{"half": ')


def chosen(database: Database, table: sa.Table, column: sa.Column[Any]) -> list[dict[str, Any]]:
    """The rows in which a column is changed, spread over all there are; those that something points at, where that is what a column is for."""
    rows = database.rows[table.name]
    if table.name == "plein_person":  # of those who were erased nothing may change; of those who did nothing there is nothing to tell
        acted = {row["person_id"] for row in database.rows["plein_entry"]}
        rows = [row for row in rows if row["erased"] is None and row["id"] in acted]
    if column.name == "id":
        pointing = [(one.table.name, one.name) for one in pointing_at(table)]
        rows = [
            row for row in rows if not pointing or any(one[name] == row["id"] for other, name in pointing for one in database.rows[other])
        ]
    if table.name == "plein_entry":  # a broken chain is told alone
        return [rows[len(rows) // 3]]
    return rows[:: max(1, -(-len(rows) // MOST))]


def pointing_at(table: sa.Table) -> list[sa.Column[Any]]:
    return [key.parent for other in TABLES.values() for key in other.foreign_keys if key.column.table is table]


def test_every_table_has_rows_and_every_column_holds_something(database: Database) -> None:
    """What is empty shows nothing when it is changed."""
    empty = [
        (table.name, column.name)
        for table in TABLES.values()
        for column in table.columns
        if all(row[column.name] in (None, "null") for row in database.rows[table.name])
    ]
    assert empty == []
    assert database.damage() == ()


def test_every_table_is_in_one_group() -> None:
    """A new table is changed like the others."""
    assert sorted(f"plein_{name}" for group in TOGETHER for name in group.split()) == sorted(TABLES)


def columns_of(group: str, turn: int) -> Iterator[sa.Column[Any]]:
    """One column of each table, by turns."""
    for name in group.split():
        yield from list(TABLES[f"plein_{name}"].columns)[turn : turn + 1]


def changes_of(database: Database, column: sa.Column[Any]) -> Iterator[tuple[dict[str, Any], Any]]:
    """Rows, and what is put in a column of each: another value, and where it can be empty by turns nothing."""
    now = {row["id"]: row for row in database.rows[column.table.name]}
    for turn, row in enumerate(chosen(database, column.table, column)):
        emptied = turn % 2 == 1 and column.nullable and row[column.name] not in (None, "null")
        value = None if emptied else other(database, list(now.values()), row, column)
        if emptied or value is not None:
            now[row["id"]] = row | {column.name: value}
            yield row, value


@thorough
@pytest.mark.parametrize("group", TOGETHER)
def test_every_column_that_is_changed_is_found_or_stands_on_the_list(database: Database, group: str) -> None:
    """Whoever can edit the file can edit everything in it; the check is worth what it leaves them."""
    unfound, found = [], []
    for turn in range(30):
        changes = [(column, row, value) for column in columns_of(group, turn) for row, value in changes_of(database, column)]
        assert {column for column, _, _ in changes} == set(columns_of(group, turn))
        with database.changed([(column.table.name, row["id"], column.name, value) for column, row, value in changes]):
            damage = database.damage() if changes else ()
        for column, row, value in changes:
            where = found if named(database.names(column, row, value), damage) else unfound
            where.append((column.table.name, column.name, row["id"], row[column.name], value))

    assert [one for one in unfound if one[:2] not in MAY_CHANGE] == []
    assert [one for one in found if one[:2] in MAY_CHANGE] == []
    assert len({one[:2] for one in (*unfound, *found)}) == sum(len(TABLES[f"plein_{name}"].columns) for name in group.split())


@pytest.mark.parametrize("group", TOGETHER)
def test_what_no_column_can_hold_is_named_and_the_rest_is_checked_on(database: Database, group: str) -> None:
    """A text for a number, a date that is none, half of some JSON, bytes that are no text: damage like any other, and no mistake in plein."""
    beside = "plein_suggestion" if "suggestion" not in group else "plein_promise"
    elsewhere = database.rows[beside][-1]
    left = [column for turn in range(30) for column in columns_of(group, turn) if column.name != "id"]  # SQLite itself keeps that a number
    while left:
        changes: list[tuple[sa.Column[Any], dict[str, Any]]] = []
        for column in left:
            untouched = [row for row in chosen(database, column.table, column) if all(row is not other for _, other in changes)]
            changes += [(column, row) for row in untouched[:1]]
        left = [column for column in left if all(column is not done for done, _ in changes)]
        malforming = [(column.table.name, row["id"], column.name, malformed(column)) for column, row in changes]
        with database.changed([*malforming, (beside, elsewhere["id"], "salt", "pepper")]):
            damage = database.damage()
        for column, row in changes:
            assert named(database.names(column, row, None), damage), (column.name, damage)
        if group != "entry":  # a broken chain vouches for nothing
            assert named([CALLED[beside].format(**elsewhere)], damage), (changes, damage)


def test_of_somebody_who_was_erased_nothing_may_change(database: Database) -> None:
    """Nobody puts a name back."""
    erased = [row for row in database.rows["plein_person"] if row["erased"] is not None]
    assert len(erased) >= 3
    for column, value in (
        ("erased", None), ("erased", str(NOON)), ("since", str(NOON)), ("handle", "otto"), ("name", "Otto"), ("contact", "otto@example.org"),
        ("relation", "member"), ("language", "nl"), ("usual_since", str(NOON)), ("behind", 1),
    ):  # fmt: skip
        with database.changed(
            [("plein_person", row["id"], column, f"{value} {row['id']}" if column == "handle" else value) for row in erased]
        ):
            damage = database.damage()
        assert all(named([f"row {row['id']} of plein_person"], damage) for row in erased), (column, damage)
