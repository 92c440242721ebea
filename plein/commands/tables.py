"""Lists in columns: a table on a terminal, tab-separated lines in a pipe, and the sheet that ``--csv`` asks for."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import typer

from plein.commands import show
from plein.sentences import sentence
from plein.terms import term

Column = tuple[str, str]
"""Heading for people, and the key of the value."""

_MOMENTS = ("at", "closes", "expires", "until")
_NAMED = ("status", "kind", "role", "roles", "phase", "space", "outcome", "decision", "relation", "guards")
"""Keys whose values are names that the engine uses; people read what they call it."""
NOTHING, _YES, _NO = sentence("Nothing yet."), sentence("yes"), sentence("no")


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a list: a table on a terminal, tab-separated in a pipe, where nothing is said in another language, since scripts read it.

    ``empty``: what is said, beside the result, where there is no row. ``zone``: in which moments are shown on a terminal; else in that of
    each value that has a ``timezone``. ``words``: what people call the values of a column, by its key, where that is no term.
    """

    values: Iterable[Any]
    columns: Sequence[Column]
    empty: str = NOTHING
    zone: str | None = None
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def put(self) -> None:
        """Print it."""
        people = sys.stdout.isatty()
        found = [show.plain(value, language=show.language() if people else None) for value in self.values]
        if not found:
            show.say(self.empty)
        elif people:
            _draw([_for_people(row, self.zone, self.words) for row in found], self.columns)
        else:
            for row in found:
                typer.echo("\t".join(_cell(row.get(key)) for _, key in self.columns))


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


def _for_people(row: dict[str, Any], zone: str | None, words: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """The row with its moments, its names of plein's, yes and no in words."""
    from datetime import datetime

    from plein.workflow import show_when

    where = zone or row.get("timezone") or "UTC"

    def said(key: str, value: Any) -> Any:
        if key in _MOMENTS and value:
            return show.in_words(show_when(datetime.fromisoformat(value), where))
        if isinstance(value, bool):
            return show.in_words(_YES if value else _NO)
        if isinstance(value, list):
            return [said(key, one) for one in value]
        if isinstance(value, str) and key in words:
            return show.language().say(words[key][value]) if value in words[key] else value
        if isinstance(value, str):
            return show.in_words(term(value) if key in _NAMED else value)
        return value

    return {key: said(key, value) for key, value in row.items()}


def _draw(found: Sequence[dict[str, Any]], columns: Sequence[Column]) -> None:
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table as Drawn
    from rich.text import Text

    table = Drawn(box=SIMPLE, pad_edge=False, show_edge=False)
    for heading, key in columns:
        number = all(isinstance(row.get(key), int) for row in found)
        said = show.in_words(heading)
        table.add_column(said, justify="right" if number else "left", overflow="fold", no_wrap=number, min_width=len(said))
    for row in found:
        table.add_row(*(Text(show.on_screen(_cell(row.get(key)))) for _, key in columns))
    Console().print(table)


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
    if value is None:
        return ""
    if value is True or value is False:
        return "yes" if value else "no"
    if isinstance(value, list):
        return " ".join(_cell(one) for one in value)
    if isinstance(value, dict):
        return str(value.get("outcome") or json.dumps(value, ensure_ascii=False))
    text = " ".join(str(value).split())
    return text if len(text) <= 120 else text[:119] + "…"
