"""A part of a list, which still knows of the whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from plein.errors import Unusable
from plein.sentences import sentence

Item = TypeVar("Item", covariant=True)


class Page(tuple[Item, ...]):
    """A list, or a part of it: a tuple that carries ``total``, how many there are in all, and ``after``, what the next part comes after.

    ``after`` is None at the end, so that whoever reads on until then has read all.

    >>> page = Page(["first", "second"], total=3, after=2)
    >>> page == ("first", "second"), page.total, page.after
    (True, 3, 2)
    """

    total: int
    after: int | None

    def __new__(cls, items: Iterable[Item], *, total: int, after: int | None = None) -> Page[Item]:
        page = super().__new__(cls, items)
        page.total, page.after = total, after
        return page


def checked_limit(limit: int | None) -> int | None:
    """How many are wanted at most.

    Raises:
        Unusable: It is less than one.
    """
    if limit is not None and limit < 1:
        raise Unusable(sentence("A list of at most {limit} is none; ask for one or more.", limit=limit))
    return limit
