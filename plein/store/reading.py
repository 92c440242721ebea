"""How a column is read: what it cannot hold is let through to nobody. SQLite keeps anything anywhere, and a file can be edited by anyone.

What cannot be read is :class:`Unreadable` where it is met; which row that is, and how people are told, is in ``unreadable``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import sqlalchemy as sa

Shape = Callable[[Any], bool]
"""Whether a value of JSON is what its column is for."""


class Unreadable(Exception):
    """A column holds what it cannot hold. It never leaves the store: people are told of the row.

    Attributes:
        table: The table's name.
        column: The column's name in it.
    """

    def __init__(self, table: str, column: str) -> None:
        self.table, self.column = table, column
        super().__init__(f"{table}.{column}")


class Read(sa.TypeDecorator[Any]):
    """Another type, of which nothing is read but what it means: no text for a number, no date that is none, no JSON of another shape."""

    impl = sa.String
    cache_ok = True
    coerce_to_is_types = (type(None), bool)
    """What it is compared with by IS, as with every type that is no other's."""

    def __init__(self, kind: sa.types.TypeEngine[Any], table: str, column: str, shape: Shape | None = None, nullable: bool = True) -> None:
        super().__init__()
        self.impl = self.impl_instance = cast("Any", kind)  # SQLAlchemy thinks of one kind a class
        self.kind, self.table, self.column, self.shape, self.nullable = kind, table, column, shape, nullable
        self.should_evaluate_none = kind.should_evaluate_none

    def result_processor(self, dialect: sa.Dialect, coltype: object) -> Callable[[Any], Any] | None:
        """What makes a value of what the database holds, or says that it cannot."""
        made = self.impl_instance.result_processor(dialect, coltype)
        fits = self._fits(dialect)
        if fits is None:
            return made
        table, column = self.table, self.column
        if made is None and fits in (_number, _text):
            kind = int if fits is _number else str

            def plain(value: Any) -> Any:
                if type(value) is not kind and value is not None:
                    raise Unreadable(table, column)
                return value

            return plain

        def read(value: Any) -> Any:
            if value is None:
                return None
            try:
                found = value if made is None else made(value)
            except (ValueError, TypeError, OverflowError, RecursionError):
                raise Unreadable(table, column) from None
            if not (found is None and self.nullable) and not fits(value, found):
                raise Unreadable(table, column)
            return found

        return read

    def _fits(self, dialect: sa.Dialect) -> Callable[[Any, Any], bool] | None:
        """Whether what stands there, and what is made of it, are of this type; None where the database sees to it."""
        if self.shape is not None:
            shape = self.shape
            return lambda _, found: shape(found)
        if dialect.name != "sqlite":
            return None
        kind = self.kind._type_affinity
        if kind is None or issubclass(kind, sa.JSON):
            return _anything
        if issubclass(kind, sa.Boolean):
            return _truth
        return next((fits for known, fits in _FITS if issubclass(kind, known)), _anything)


def _anything(_: Any, found: Any) -> bool:
    return True


def _truth(value: Any, _: Any) -> bool:
    return value in (0, 1)


def _number(value: Any, _: Any) -> bool:
    return type(value) is int


def _text(value: Any, _: Any) -> bool:
    return type(value) is str


_FITS: tuple[tuple[type[Any], Callable[[Any, Any], bool]], ...] = ((sa.Integer, _number), (sa.String, _text))


def numbers(value: Any) -> bool:
    """A list of whole numbers."""
    return isinstance(value, list) and all(type(one) is int for one in value)


def groups_of_numbers(value: Any) -> bool:
    """Lists of lists of whole numbers."""
    return isinstance(value, list) and all(isinstance(groups, list) and all(map(numbers, groups)) for groups in value)


def an_object(value: Any) -> bool:
    """An object, whatever is in it."""
    return isinstance(value, dict)


def words(value: Any) -> bool:
    """A list of ``[word, better, because]``, of which all but the word may be null."""
    return isinstance(value, list) and all(
        isinstance(one, list)
        and len(one) == 3
        and isinstance(one[0], str)
        and all(part is None or isinstance(part, str) for part in one[1:])
        for one in value
    )


def counts(value: Any) -> bool:
    """An object of whole numbers, or of such objects."""
    return isinstance(value, dict) and all(type(one) is int or counts(one) for one in value.values())
