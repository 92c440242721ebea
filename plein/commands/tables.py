"""Lists in columns: a table on a terminal, tab-separated lines in a pipe, and the sheet that ``--csv`` asks for."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import typer

from plein.commands import show
from plein.commands.reading import ForPeople
from plein.sentences import sentence

Column = tuple[str, str]
"""Heading for people, and the key of the value."""

NOTHING = sentence("Nothing yet.")
_EXCERPT = 120
"""Code points of a text that stand in a list."""


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a list: a table on a terminal, tab-separated in a pipe, where nothing is said in another language, since scripts read it.

    ``empty``: what is said, beside the result, where there is no row. ``zone``: in which moments are shown on a terminal; else in that of
    each value that has a ``timezone``. ``whole``: the command that shows all of a text; only where there is one, a long text is cut short.
    ``words``: what people call the values of a column, by its key, where that is no term.
    """

    values: Iterable[Any]
    columns: Sequence[Column]
    empty: str = NOTHING
    zone: str | None = None
    whole: str | None = None
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def put(self) -> None:
        """Print it."""
        people = sys.stdout.isatty()
        found = [show.plain(value, language=show.language() if people else None) for value in self.values]
        if not found:
            show.say(self.empty)
        elif people:
            self._draw(found)
        else:
            for row in found:
                typer.echo("\t".join(_cell(row.get(key)) for _, key in self.columns))

    def height(self) -> int:
        """How many lines of the terminal the rows take."""
        found = [show.plain(value, language=show.language()) for value in self.values]
        return sum(1 for _ in self._lines(found, self._people(found)))

    def _draw(self, found: Sequence[dict[str, Any]]) -> None:
        people = self._people(found)
        for line in self._lines(found, people):
            typer.echo(line)
        if self.whole is not None and any(row.cut for row in people):
            show.say(sentence("What ends in {sign} goes on; read all of one: {command}", sign="…", command=self.whole))

    def _people(self, found: Sequence[dict[str, Any]]) -> list[ForPeople]:
        return [ForPeople(row, self.zone, None if self.whole is None else _EXCERPT, self.words) for row in found]

    def _lines(self, found: Sequence[dict[str, Any]], people: Sequence[ForPeople]) -> Iterator[str]:
        from plein.commands.layout import Column as Drawn
        from plein.commands.layout import drawn

        columns = [
            Drawn(show.in_words(heading), [row.cell(key) for row in people], right=_numbers(row.get(key) for row in found))
            for heading, key in self.columns
        ]
        return drawn(columns, show.width())


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list as CSV: every key of the values, or those of the columns where there is no value to see them in.

    A text that a spreadsheet would take for a formula has an apostrophe before it, which plein takes away again where it reads such a file. A
    list is its parts with commas between them, or with semicolons where they are more than a word.
    """

    values: Iterable[Any]
    columns: Sequence[Column]
    leave_out: Sequence[str] = ()

    def put(self) -> None:
        """Print it."""
        found = [show.plain(value, self.leave_out) for value in self.values]
        keys = list(found[0]) if found else [key for _, key in self.columns]
        writer = csv.writer(_Out(), lineterminator="\n")
        writer.writerow(keys)
        for row in found:
            writer.writerow([_in_sheet(row[key]) for key in keys])


class _Out:
    """Standard output by way of the one function that knows about encodings and broken pipes."""

    def write(self, text: str) -> None:
        typer.echo(text, nl=False)


def _numbers(values: Iterable[Any]) -> bool:
    """Whether there is nothing but numbers among them."""
    return {type(value) for value in values} <= {int, type(None)}


def _in_sheet(value: Any) -> str:
    """A value as it stands in a cell of a sheet."""
    from plein.exchange.cells import guarded  # here, not above: whoever only looks can do without

    written = _whole(value)
    return guarded(written) if isinstance(value, str | list | dict) else written


def _whole(value: Any) -> str:
    """A value with all that is in it, to be read by people too."""
    if isinstance(value, dict) and "outcome" not in value:
        return ", ".join(f"{key}: {_whole(one)}" for key, one in value.items())
    if isinstance(value, list):
        parts = [_whole(one) for one in value]
        return ("; " if any(" " in part for part in parts) else ", ").join(parts)
    return value if isinstance(value, str) else _cell(value)


def _cell(value: Any) -> str:
    """A value as it stands in a line of a pipe."""
    if value is None:
        return ""
    if value is True or value is False:
        return "yes" if value else "no"
    if isinstance(value, list):
        return " ".join(_cell(one) for one in value)
    if isinstance(value, dict):
        return str(value.get("outcome") or json.dumps(value, ensure_ascii=False))
    text = " ".join(str(value).split())
    return text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"
