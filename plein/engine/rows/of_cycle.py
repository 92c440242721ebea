"""The rows of one cycle: all of a kind, one by its number, the newest, and the number the next one gets."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, Protocol, TypeVar, cast

from sqlalchemy import Integer, bindparam, func, insert, select, update
from sqlmodel import Session, col

Row = TypeVar("Row")

FEW = 500
"""Up to so many are asked for by their numbers; of more, all are read and those chosen: a statement takes only so many."""


class InCycle(Protocol):
    """Where somebody looks: a session, and the key in the database of one cycle."""

    @property
    def session(self) -> Session:
        """The database as it is."""

    @property
    def id(self) -> int:
        """The cycle's key in it."""


class Of(NamedTuple):
    """Another cycle than the one somebody is in."""

    session: Session
    id: int


def rows_of(at: InCycle, kind: type[Row], *conditions: Any, order: Any = None) -> list[Row]:
    """The rows of one table that belong to a cycle, by number unless another order is given.

    Args:
        at: The cycle.
        kind: The class of the table's rows.
        conditions: What the rows have to meet besides.
        order: What they are ordered by instead; rows of a table without numbers need it.
    """
    table: Any = kind
    query = select(kind).where(table.cycle_id == at.id, *conditions).order_by(table.number if order is None else order)
    return list(at.session.execute(query).scalars())


def rows_by(at: InCycle, kind: type[Row], author: int, *conditions: Any) -> list[Row]:
    """The rows of one table that belong to a cycle and are somebody's, by number. They are found by whose they are: those are few."""
    table: Any = kind
    return list(at.session.execute(select(kind).where(*theirs(table, author, at.id), *conditions).order_by(table.number)).scalars())


def theirs(kind: Any, author: Any, cycle: Any) -> tuple[Any, Any]:
    """The conditions under which a row is somebody's in a cycle, of which the cycle is not what the database looks for it by.

    Left to choose, SQLite goes through all rows of the cycle: it does not know that one person has few of them.
    """
    return kind.author_id == author, kind.cycle_id + 0 == cycle


def row_of(at: InCycle, kind: type[Row], number: int) -> Row | None:
    """The row of that number; None where there is none, or where nothing can have the number."""
    table: Any = kind
    if not exists(number):
        return None
    return at.session.execute(_by_number(table), {"cycle": at.id, "number": number}).scalar_one_or_none()


def newest_of(at: InCycle, kind: type[Row], *conditions: Any) -> Row | None:
    """The row with the highest number of those that meet the conditions; None where there is none."""
    table: Any = kind
    query = select(kind).where(table.cycle_id == at.id, *conditions).order_by(table.number.desc()).limit(1)
    return at.session.execute(query).scalar_one_or_none()


def column_of(at: InCycle, column: Any, *conditions: Any, order: Any = None) -> list[Any]:
    """One column of the rows of a cycle, in no order unless one is given."""
    query = select(col(column)).where(column.class_.cycle_id == at.id, *conditions)
    return list(at.session.execute(query if order is None else query.order_by(order)).scalars())


def columns_of(at: InCycle, columns: Sequence[Any], *conditions: Any, order: Any = None) -> Sequence[Any]:
    """Some columns of the rows of one table that belong to a cycle, by number or in another order; each with the columns' names."""
    kind = columns[0].class_
    query = select(*columns).where(kind.cycle_id == at.id, *conditions).order_by(kind.number if order is None else order)
    return at.session.execute(query).all()


def new_row(kind: type[Row], values: Mapping[str, Any]) -> Row:
    """A row that is to be kept by :func:`add_rows` and never changed here: what it is not given, its columns have by themselves.

    It takes a twentieth of the time that it takes to make one that can be changed.
    """
    table: Any = kind
    made, filled = _unchanging(table)
    return cast("Row", made(**{**filled, **values}))


def add_rows(at: InCycle, kind: type[Any], rows: Sequence[Any]) -> None:
    """Keep new rows of one table, however many, in one statement; what they are given as has their columns. Their keys are not read back."""
    if rows:
        table: Any = kind
        keeping, columns = _keeping(table)
        at.session.connection().execute(keeping, [{name: getattr(row, name) for name in columns} for row in rows])


@cache
def _unchanging(kind: Any) -> tuple[Any, dict[str, Any]]:
    fields = kind.model_fields
    filled = {name: field.get_default() for name, field in fields.items() if not field.is_required()}
    return namedtuple(kind.__name__, list(fields)), {"id": None, **filled}


@cache
def _keeping(kind: Any) -> tuple[Any, tuple[str, ...]]:
    """The statement that keeps rows of a table, made once, and the columns it takes."""
    return insert(kind.__table__), tuple(column.name for column in kind.__table__.columns if not column.primary_key)


def every_column(kind: type[Any]) -> tuple[Any, ...]:
    """All columns of a table, for ``columns_of``: of thousands it takes a third of the time that it takes to make rows that can be changed."""
    return tuple(getattr(kind, name) for name in kind.model_fields)


def set_all(at: InCycle, kind: type[Any], values: Mapping[str, Any], *conditions: Any) -> None:
    """Set columns of all rows of one table that meet the conditions to the same values, in one statement; see ``set_each``."""
    at.session.flush()
    at.session.execute(update(kind).where(kind.cycle_id == at.id, *conditions).values(values).execution_options(synchronize_session=False))
    _forget(at, kind)


def set_each(at: InCycle, kind: type[Any], by: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Set columns of many rows of one table, each to a value of its own, in one statement; rows that were read before are read anew.

    Args:
        at: The cycle.
        kind: The class of the table's rows.
        by: The column by which a row is told from the others of the cycle.
        rows: Of each, that column and those that are set; the same columns in all.
    """
    if not rows:
        return
    at.session.flush()
    table = kind.__table__
    columns = [name for name in rows[0] if name != by]
    told = update(table).where(table.c.cycle_id == at.id, table.c[by] == bindparam(f"the_{by}"))
    told = told.values({name: bindparam(f"its_{name}", type_=table.c[name].type) for name in columns})
    at.session.execute(told, [{f"the_{by}": row[by], **{f"its_{name}": row[name] for name in columns}} for row in rows])
    _forget(at, kind)


def _forget(at: InCycle, kind: type[Any]) -> None:
    for row in list(at.session):
        if isinstance(row, kind):
            at.session.expire(row)


def next_numbers(at: InCycle, *kinds: type[Any]) -> tuple[int, ...]:
    """The numbers that the next rows of some kinds get in the cycle, in one statement."""
    tables: tuple[Any, ...] = kinds
    return tuple((newest or 0) + 1 for newest in at.session.execute(_newest_numbers(*tables), {"cycle": at.id}).one())


def next_number(at: InCycle, kind: type[Any]) -> int:
    """The number that the next row of this kind gets in the cycle, from 1."""
    return next_numbers(at, kind)[0]


@cache
def _by_number(kind: Any) -> Any:
    """The statement, made once: making one takes longer than the database takes for it."""
    return select(kind).where(kind.cycle_id == bindparam("cycle"), kind.number == bindparam("number"))


@cache
def _newest_numbers(*kinds: Any) -> Any:
    cycle = bindparam("cycle", type_=Integer)
    return select(*(select(func.max(kind.number)).where(kind.cycle_id == cycle).scalar_subquery() for kind in kinds))


def exists(number: int) -> bool:
    """Whether anything can have this number; databases choke on larger ones."""
    return 0 < number < 2**31
