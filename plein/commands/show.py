"""How a command shows what came of it: tables for people, tab-separated lines in a pipe, JSON and CSV for scripts, and the Next line."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import typer

Column = tuple[str, str]
"""Heading for people, and the key of the value."""


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
    empty: str = "Nothing yet.",
    zone: str | None = None,
) -> None:
    """Print a list: JSON or CSV with every key where asked; else the columns, as a table on a terminal and tab-separated in a pipe.

    On a terminal moments are shown in *zone*, or in that of each value that has a ``timezone``.
    """
    found = [_plain(value, leave_out) for value in values]
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
    elif as_csv:
        _csv(found, [key for _, key in columns])
    elif not found:
        say(empty)
    elif sys.stdout.isatty():
        _table([_with_moments(row, zone) for row in found], columns)
    else:
        for row in found:
            typer.echo("\t".join(_cell(row.get(key)) for _, key in columns))


def line(text: str) -> None:
    """Print a line of the result itself, on standard output."""
    typer.echo(text)


def say(text: str) -> None:
    """Say something beside the result: on the terminal if there is one, else on standard error, so that pipes stay clean."""
    typer.echo(text, err=not sys.stdout.isatty())


def next_step(command: str) -> None:
    """End a change with what one would do next."""
    say(f"Next: {command}")


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
        task = bar.add_task(what, total=total, visible=False)
        yield lambda: bar.update(task, advance=1, visible=monotonic() - began > 1)


def _with_moments(row: dict[str, Any], zone: str | None) -> dict[str, Any]:
    """The row with its moments in words."""
    from datetime import datetime

    from plein.workflow import show_when

    where = zone or row.get("timezone") or "UTC"
    told = {key: row[key] for key in ("at", "closes", "until") if row.get(key)}
    return row | {key: show_when(datetime.fromisoformat(value), where) for key, value in told.items()}


def _table(found: Sequence[dict[str, Any]], columns: Sequence[Column]) -> None:
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE, pad_edge=False, show_edge=False)
    for heading, key in columns:
        number = all(isinstance(row.get(key), int) for row in found)
        table.add_column(heading, justify="right" if number else "left", overflow="fold", no_wrap=number)
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
    from plein.engine.views import as_json

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
