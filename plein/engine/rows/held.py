"""Whole texts held against their digest, wherever they are read, published or built on. A text that somebody changed goes to nobody."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Protocol, TypeVar

from plein.errors import Damaged
from plein.sentences import Sentence, sentence

Key = TypeVar("Key")
Value = TypeVar("Value")


class Known(dict[Key, Value]):
    """What is known of those that rows point at. A row that points at anything else is damaged, and is not passed over."""

    def __missing__(self, key: Key) -> Value:
        told = sentence("a row of the database points at {what}, which is not there", what=key)
        raise Damaged(sentence("{what}. See all that is damaged: {command}", what=told, command="plein verify"))


class Whole(Protocol):
    """A row with a text and its digest: a version, a text set aside, a report."""

    text: str
    digest: str


Row = TypeVar("Row", bound=Whole)


def is_held(row: Whole) -> bool:
    """Whether a text is the one that was saved."""
    return _digest_of()(row.text) == row.digest


@cache
def _digest_of() -> Callable[[str], str]:
    """The digest of a text, remembered of the latest few: thousands may be made from one."""
    from plein.documents import digest  # here, not above: whoever only looks can do without the text core
    from plein.documents.text.remembered import remembered

    return remembered(4)(digest)


def damaged(cycle: str, what: Sentence) -> Damaged:
    """The refusal to read what is damaged, which names it and the check of everything."""
    told = sentence("{cycle}: {damage}", cycle=cycle, damage=what)
    return Damaged(sentence("{what}. See all that is damaged: {command}", what=told, command="plein verify"))


def held(row: Row, cycle: str, what: Sentence) -> Row:
    """The row, whose text is the one that was saved.

    Args:
        row: The row.
        cycle: The cycle's short name, to name it by.
        what: What is wrong with it if its text is another, as ``plein verify`` says it.

    Raises:
        Damaged: Its text is another.
    """
    if not is_held(row):
        raise damaged(cycle, what)
    return row
