"""The rows of one cycle: all of a kind, one by its number, the newest, and the number the next one gets."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol, TypeVar

from sqlalchemy import func, select
from sqlmodel import Session, col

Row = TypeVar("Row")


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


def row_of(at: InCycle, kind: type[Row], number: int) -> Row | None:
    """The row of that number; None where there is none, or where nothing can have the number."""
    table: Any = kind
    if not exists(number):
        return None
    return at.session.execute(select(kind).where(table.cycle_id == at.id, table.number == number)).scalar_one_or_none()


def newest_of(at: InCycle, kind: type[Row], *conditions: Any) -> Row | None:
    """The row with the highest number of those that meet the conditions; None where there is none."""
    table: Any = kind
    query = select(kind).where(table.cycle_id == at.id, *conditions).order_by(table.number.desc()).limit(1)
    return at.session.execute(query).scalar_one_or_none()


def column_of(at: InCycle, column: Any, *conditions: Any, order: Any = None) -> list[Any]:
    """One column of the rows of a cycle, in no order unless one is given."""
    query = select(col(column)).where(column.class_.cycle_id == at.id, *conditions)
    return list(at.session.execute(query if order is None else query.order_by(order)).scalars())


def next_number(at: InCycle, kind: type[Any]) -> int:
    """The number that the next row of this kind gets in the cycle, from 1."""
    newest: int | None = at.session.execute(select(func.max(kind.number)).where(kind.cycle_id == at.id)).scalar()
    return (newest or 0) + 1


def exists(number: int) -> bool:
    """Whether anything can have this number; databases choke on larger ones."""
    return 0 < number < 2**31
