"""The rows that cannot be read: which they are, and how people are told. What a column can hold is in ``reading``.

One such row is damage: whoever meets it is told which it is; whoever checks everything goes on without it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.exc import NoResultFound, OperationalError
from sqlalchemy.orm import ORMExecuteState, scoped_session, with_loader_criteria
from sqlmodel import Session

from plein.errors import Damaged
from plein.sentences import Sentence, sentence
from plein.store.reading import Unreadable

_CALLED: Final[Mapping[str, Callable[[int], Sentence]]] = {
    "plein_aside": lambda number: sentence("aside {number}", number=number),
    "plein_comment": lambda number: sentence("comment {number}", number=number),
    "plein_contribution": lambda number: sentence("contribution {number}", number=number),
    "plein_decision": lambda number: sentence("the decision on suggestion {number}", number=number),
    "plein_entry": lambda number: sentence("entry {number}", number=number),
    "plein_member": lambda number: sentence("place {number}", number=number),
    "plein_promise": lambda number: sentence("promise {number}", number=number),
    "plein_report": lambda number: sentence("report {number}", number=number),
    "plein_step": lambda number: sentence("step {number}", number=number),
    "plein_submission": lambda number: sentence("submission {number}", number=number),
    "plein_suggestion": lambda number: sentence("suggestion {number}", number=number),
    "plein_topic": lambda number: sentence("topic {number}", number=number),
    "plein_undone": lambda number: sentence("the decision taken back as {number}", number=number),
    "plein_version": lambda number: sentence("version {number}", number=number),
}
"""What people call the rows of a table that have a number in their cycle."""


def called(table: str, number: int) -> Sentence:
    """What people call the row of that number in its cycle.

    >>> called("plein_suggestion", 3)
    'suggestion 3'
    """
    return _CALLED[table](number)


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row with something in it that cannot be read.

    Attributes:
        table: The table's name.
        id: The row's key in the database.
        columns: The columns that cannot be read, in order.
        held: What the other columns hold.
    """

    table: str
    id: int
    columns: tuple[str, ...]
    held: Mapping[str, Any]

    @property
    def cycle(self) -> int | None:
        """The key of the cycle it belongs to; None where it belongs to none, or that cannot be read."""
        return self.id if self.table == "plein_cycle" else self.held.get("cycle_id")

    @property
    def number(self) -> int | None:
        """Its number in the cycle; None where it has none, or that cannot be read."""
        found: int | None = self.held.get("suggestion" if self.table == "plein_decision" else "number")
        return found

    @property
    def told(self) -> Sentence:
        """What is wrong with it, as a clause. What stands in it is not told: it may be closed to whoever reads this."""
        columns = ", ".join(f"“{column}”" for column in self.columns)
        if self.table == "plein_cycle":
            return sentence("the cycle is damaged: what stands in {columns} cannot be read", columns=columns)
        if self.number is None or self.table not in _CALLED:
            what = sentence("row {id} of {table}", id=self.id, table=self.table)
        else:
            what = called(self.table, self.number)
        return sentence("{what} is damaged: what stands in {columns} cannot be read", what=what, columns=columns)


def bad_rows(connection: Connection, *tables: str) -> Iterator[BadRow]:
    """The rows that cannot be read, of these tables or of all, in order of their keys."""
    from plein.store.tables import all_tables  # here, not above: it loads every table

    known = all_tables()
    with _any_bytes(connection):
        for table in known.sorted_tables if not tables else (known.tables[name] for name in tables):
            yield from _bad_rows(connection, table)


def _bad_rows(connection: Connection, table: sa.Table) -> Iterator[BadRow]:
    columns = list(table.columns)
    dialect = connection.dialect
    readers = [column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns]
    raw = [sa.type_coerce(column, sa.types.NULLTYPE).label(column.name) for column in columns]
    for values in connection.execute(sa.select(*raw).order_by(table.c.id)):
        held: dict[str, Any] = {}
        wrong = []
        for column, reader, value in zip(columns, readers, values, strict=True):
            try:
                if (value is None and not column.nullable) or (type(value) is str and not value.isascii() and not _is_text(value)):
                    raise Unreadable(table.name, column.name)
                held[column.name] = value if reader is None else reader(value)
            except Unreadable:
                wrong.append(column.name)
        if wrong:
            yield BadRow(table.name, int(values[0] or 0), tuple(wrong), held)


@contextmanager
def _any_bytes(connection: Connection) -> Iterator[None]:
    """Let SQLite's driver give text that is no UTF-8 as well, with marks in it; by itself it gives no row of a table that holds any."""
    if connection.dialect.name != "sqlite":
        yield
        return
    driver: Any = connection.connection.dbapi_connection
    before = driver.text_factory
    driver.text_factory = partial(
        str, encoding="utf-8", errors="surrogateescape"
    )  # not a function of Python's: it is called for each value
    try:
        yield
    finally:
        driver.text_factory = before


def adrift(connection: Connection) -> Iterator[tuple[str, int]]:
    """The rows that point at one that is not there, by table and key."""
    from plein.store.tables import all_tables  # here, not above: it loads every table

    for table in all_tables().sorted_tables:
        lost = [sa.and_(key.parent.is_not(None), key.parent.not_in(sa.select(key.column))) for key in table.foreign_keys]
        if lost:
            for (key,) in connection.execute(sa.select(table.c.id).where(sa.or_(*lost)).order_by(table.c.id)):
                yield table.name, key


@contextmanager
def without(session: Session | scoped_session[Any], rows: Iterable[BadRow]) -> Iterator[None]:
    """Let a session read everything but these rows, so that what can be read is checked on."""
    from plein.store.tables.base import mapped  # here, not above: a table is read through what stands here

    keys: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        keys[row.table].append(row.id)
    kinds: list[Any] = [mapper.class_ for mapper in mapped.mappers]
    options = [
        with_loader_criteria(kind, kind.id.not_in(sa.bindparam(None, keys[kind.__tablename__], expanding=True, literal_execute=True)))
        for kind in kinds
        if kind.__tablename__ in keys
    ]

    def leave_out(state: ORMExecuteState) -> None:
        if state.is_select:
            state.statement = state.statement.options(*options)

    own: Any = session() if isinstance(session, scoped_session) else session
    sa.event.listen(own, "do_orm_execute", leave_out)
    try:
        yield
    finally:
        sa.event.remove(own, "do_orm_execute", leave_out)


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


@contextmanager
def named(session: Session) -> Iterator[None]:
    """Say of what cannot be read in which row it stands, wherever in the block it was met.

    Raises:
        Damaged: It names the row.
    """
    try:
        yield
    except Unreadable as met:
        raise _damaged(session.connection(), met) from None
    except NoResultFound:
        what = sentence("a row of the database points at one that is not there")
        raise Damaged(sentence("{what}. See all that is damaged: {command}", what=what, command="plein verify")) from None
    except OperationalError as failure:
        if "could not decode to utf-8" not in str(failure.orig).lower():
            raise
        raise _damaged(session.connection(), None) from None


def _damaged(connection: Connection, met: Unreadable | None) -> Damaged:
    """What is told of a row that could not be read, the first of its kind."""
    rows = bad_rows(connection) if met is None else bad_rows(connection, met.table)
    found = next((row for row in rows if met is None or met.column in row.columns), None)
    if found is None:  # it is a value that no row holds by itself: the largest of a column, say
        told = sentence("something in the database cannot be read")
    else:
        told = found.told
        slug = None if found.cycle is None else _slug(connection, found.cycle)
        if slug is not None:
            told = sentence("{cycle}: {damage}", cycle=slug, damage=told)
    return Damaged(sentence("{what}. See all that is damaged: {command}", what=told, command="plein verify"))


def _slug(connection: Connection, cycle: int) -> str | None:
    """The slug of a cycle, unless that cannot be read either."""
    with _any_bytes(connection):
        found = connection.execute(sa.text("SELECT slug FROM plein_cycle WHERE id = :id"), {"id": cycle}).scalar()
    return found if isinstance(found, str) and _is_text(found) else None
