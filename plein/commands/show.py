"""How a command shows what came of it: tables for people, tab-separated lines in a pipe, JSON and CSV for scripts, and the Next line.

What plein says is said in the language of the process (:func:`speak`); people's words, JSON and CSV are as they are.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import typer

from plein.language import Language
from plein.sentences import Sentence, sentence
from plein.terms import term

Column = tuple[str, str]
"""Heading for people, and the key of the value."""

_MOMENTS = ("at", "closes", "expires", "until")
_NAMED = ("status", "kind", "role", "roles", "phase", "space", "outcome", "decision")
"""Keys whose values are names that the engine uses; people read what they call it."""
_NOTHING, _YES, _NO = sentence("Nothing yet."), sentence("yes"), sentence("no")
_language = Language()


def speak(language: Language) -> None:
    """Say everything in this language from now on."""
    global _language
    _language = language


def language() -> Language:
    """The language of the process."""
    return _language


def in_words(text: str) -> str:
    """A sentence of plein's in the language of the process; other text as it is."""
    return _language.say(text) if isinstance(text, Sentence) else text


def data(value: Any, *, leave_out: Sequence[str] = ()) -> None:
    """Print a value as JSON on standard output, and nothing else there."""
    typer.echo(json.dumps(_plain(value, leave_out), ensure_ascii=False, indent=2))


def rows(
    values: Iterable[Any],
    columns: Sequence[Column],
    *,
    as_json: bool = False,
    as_csv: bool = False,
    leave_out: Sequence[str] = (),
    empty: str = _NOTHING,
    zone: str | None = None,
) -> None:
    """Print a list: JSON or CSV with every key where asked; else the columns, as a table on a terminal and tab-separated in a pipe.

    On a terminal moments are shown in *zone*, or in that of each value that has a ``timezone``. In a pipe nothing is said in another
    language, since scripts read it.
    """
    found = [_plain(value, leave_out) for value in values]
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
    elif as_csv:
        _csv(found, [key for _, key in columns])
    elif not found:
        say(empty)
    elif sys.stdout.isatty():
        _table([_for_people(row, zone) for row in found], columns)
    else:
        for row in found:
            typer.echo("\t".join(_cell(row.get(key)) for _, key in columns))


def line(text: str) -> None:
    """Print a line of the result itself, on standard output."""
    typer.echo(in_words(text))


def say(text: str) -> None:
    """Say something beside the result: on the terminal if there is one, else on standard error, so that pipes stay clean."""
    typer.echo(in_words(text), err=not sys.stdout.isatty())


def next_step(command: str) -> None:
    """End a change with what one would do next."""
    say(sentence("Next: {command}", command=command))


@contextmanager
def progress(what: str, total: int) -> Iterator[Any]:
    """A bar for what takes over a second, on a terminal only; call what it yields after each step."""
    if total < 20 or not sys.stderr.isatty():
        yield lambda: None
        return
    from time import monotonic

    from rich.console import Console
    from rich.progress import Progress

    began = monotonic()
    with Progress(console=Console(stderr=True), transient=True, disable=False) as bar:
        task = bar.add_task(in_words(what), total=total, visible=False)
        yield lambda: bar.update(task, advance=1, visible=monotonic() - began > 1)


def _for_people(row: dict[str, Any], zone: str | None) -> dict[str, Any]:
    """The row with its moments, its names of plein's, yes and no in words."""
    from datetime import datetime

    from plein.workflow import show_when

    where = zone or row.get("timezone") or "UTC"

    def said(key: str, value: Any) -> Any:
        if key in _MOMENTS and value:
            return in_words(show_when(datetime.fromisoformat(value), where))
        if isinstance(value, bool):
            return in_words(_YES if value else _NO)
        if isinstance(value, list):
            return [said(key, one) for one in value]
        if isinstance(value, str):
            return in_words(term(value) if key in _NAMED else value)
        return value

    return {key: said(key, value) for key, value in row.items()}


def _table(found: Sequence[dict[str, Any]], columns: Sequence[Column]) -> None:
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE, pad_edge=False, show_edge=False)
    for heading, key in columns:
        number = all(isinstance(row.get(key), int) for row in found)
        said = in_words(heading)
        table.add_column(said, justify="right" if number else "left", overflow="fold", no_wrap=number, min_width=len(said))
    for row in found:
        table.add_row(*(Text(_cell(row.get(key))) for _, key in columns))
    Console().print(table)


def _csv(found: Sequence[dict[str, Any]], headings: Sequence[str]) -> None:
    keys = list(found[0]) if found else list(headings)
    writer = csv.writer(_Out(), lineterminator="\n")
    writer.writerow(keys)
    for row in found:
        writer.writerow([_cell(row[key], flat=False) for key in keys])


class _Out:
    """Standard output by way of the one function that knows about encodings and broken pipes."""

    def write(self, text: str) -> None:
        typer.echo(text, nl=False)


def _plain(value: Any, leave_out: Sequence[str]) -> Any:
    from plein.engine.rows.values import as_json

    plain = as_json(value)
    if isinstance(plain, dict):
        return {key: item for key, item in plain.items() if key not in leave_out}
    if isinstance(plain, list):
        return [{key: item for key, item in one.items() if key not in leave_out} if isinstance(one, dict) else one for one in plain]
    return plain


def _cell(value: Any, *, flat: bool = True) -> str:
    if value is None:
        return ""
    if value is True or value is False:
        return "yes" if value else "no"
    if isinstance(value, list):
        return " ".join(_cell(one) for one in value)
    if isinstance(value, dict):
        return str(value.get("outcome") or json.dumps(value, ensure_ascii=False))
    text = str(value)
    if not flat:
        return text
    text = " ".join(text.split())
    return text if len(text) <= 120 else text[:119] + "…"
