"""What all tables share: plein's own metadata and registry, and the kinds of columns. No table lives here."""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

from plein.store.reading import Read, Shape

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


mapped = registry(metadata=metadata)
"""The classes of all tables that were imported."""


class Base(SQLModel, registry=mapped):
    """Every table of plein's; a registry and a metadata of its own keep names and tables apart from the host's.

    Every column is read through :class:`~plein.store.reading.Read`, which lets nothing through that its column cannot hold.
    """

    metadata = metadata
    model_config = {"defer_build": True}
    """Rows are not validated by pydantic, whose validators of a class take as long to make as all the rest of it."""

    @classmethod
    def __table_cls__(cls, name: str, *parts: Any, **options: Any) -> sa.Table:
        """The table of a class, as SQLAlchemy makes it, but for how its columns are read."""
        for column in parts:
            if isinstance(column, sa.Column):
                column.type = Read(column.type, name, column.name, column.info.get("shape"), bool(column.nullable))
        return sa.Table(name, *parts, **options)


def text_column(*, nullable: bool = False) -> Any:
    """Text of any length."""
    return Field(default=None if nullable else "", sa_column=sa.Column(sa.Text, nullable=nullable))


class Lenient(sa.TypeDecorator[Any]):
    """JSON of which a value that is none is read as the text that stands there, so that one such row does not take all others along."""

    impl = sa.JSON
    cache_ok = True
    should_evaluate_none = True
    """None is kept as the JSON value, as it is in every column of JSON."""

    def result_processor(self, dialect: sa.Dialect, coltype: object) -> Callable[[Any], Any] | None:
        """What makes a value of what the database holds."""
        read = super().result_processor(dialect, coltype)
        if read is None:
            return None

        def lenient(value: Any) -> Any:
            if value == "null":
                return None
            try:
                return read(value)
            except (ValueError, RecursionError):
                return value.decode(errors="replace") if isinstance(value, bytes) else value

        return lenient


def json_column(shape: Shape, *, nullable: bool = False) -> Any:
    """What JSON can say; the value is replaced whole, never changed in place.

    Args:
        shape: Whether a value can stand in it; what cannot is not read.
        nullable: Whether it may be empty.
    """
    return Field(default=None, sa_column=sa.Column(sa.JSON, nullable=nullable, info={"shape": shape}))


def lenient_json_column(*, nullable: bool = False) -> Any:
    """The same, read leniently: for what is looked at again before it is used."""
    return Field(default=None, sa_column=sa.Column(Lenient, nullable=nullable))


def erased_column() -> Any:
    """Whether the words of a row were erased at the person's request; their salt went with them."""
    return Field(default=False, sa_column=sa.Column(sa.Boolean, nullable=False, server_default=sa.false()))


def inside_column() -> Any:
    """Whether a row is for the circle's eyes only."""
    return Field(default=False, sa_column=sa.Column(sa.Boolean, nullable=False, server_default=sa.false()))


def stirred_column() -> Any:
    """The digest of an entry; empty before there is any."""
    return Field(default="", sa_column=sa.Column(sa.String, nullable=False, server_default=sa.text("''")))


def entered_by_column() -> Any:
    """Who typed it for its author, by their key in the database; None where the author did."""
    return Field(default=None, sa_column=sa.Column(sa.Integer, nullable=True))


def late_column() -> Any:
    """Whether a host took it in after it had closed."""
    return Field(default=False, sa_column=sa.Column(sa.Boolean, nullable=False, server_default=sa.false()))


def cycle_column() -> Any:
    """The cycle a row belongs to."""
    return Field(foreign_key="plein_cycle.id", index=True)


def person_column(*, nullable: bool = False) -> Any:
    """Somebody, by their key in the database."""
    return Field(default=None, foreign_key="plein_person.id", index=True, nullable=nullable)
