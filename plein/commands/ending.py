"""How a command ends: one statement with the value for scripts, what people are told, and what one would do next.

                                        in a pipe          on a terminal
    the result, in words                standard output    standard output
    the result, with --json or --csv    standard output    standard output
    what is beside it, and Next         standard error     standard output

A script reads standard output, so that nothing stands there but the result: the value in no language, with ``--json`` or ``--csv``; else what
people are told of it, in lines of their language, a text to the letter, or a table, whose cells are parted by tabs in a pipe.

What stands beside the result is a hint, a warning, that a list is empty, and the Next line. In a pipe it is in no script's way on standard
error, and whoever started the script still sees it. On a terminal there is one stream, so that all lines stand in the order in which they were
said. With ``--json`` or ``--csv`` people are told nothing, but for two things that are not in the value and are said in any form: what is
handed over as *beside*, and the Next line, which ends every change. A dry run changed nothing and has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import typer

from plein.commands import show
from plein.commands.tables import NOTHING, Column, Sheet, Table
from plein.sentences import Sentence, sentence


class Printed(Protocol):
    """What is told otherwise than in a line of the result; it knows where it goes."""

    def put(self) -> None:
        """Print it."""


Told = str | Iterable[str | Printed]
"""What people are told: one line of the result, or many, and what stands among them. It is only asked for its parts if it is told."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A line beside the result."""

    text: str

    def put(self) -> None:
        """Print it."""
        show.say(self.text)


@dataclass(frozen=True, slots=True)
class Letters:
    """A text to the letter, which ends as it ends."""

    text: str

    def put(self) -> None:
        """Print it."""
        typer.echo(show.on_screen(self.text), nl=False)


def changed(value: Any, as_json: bool, told: Told, *, then: str | None, beside: Iterable[str] = (), leave_out: Sequence[str] = ()) -> None:
    """End a change.

    Args:
        value: What came of it, for scripts.
        as_json: Whether a script asked.
        told: What came of it, for people.
        then: The command that one would run next; None after a dry run.
        beside: What is said in any form.
        leave_out: Keys of the value that scripts get elsewhere.
    """
    shown(value, as_json, told, beside=beside, leave_out=leave_out)
    if then is not None:
        show.say(next_line(then))


def shown(value: Any, as_json: bool, told: Told, *, beside: Iterable[str] = (), leave_out: Sequence[str] = ()) -> None:
    """End a look at one thing; the arguments are those of :func:`changed`."""
    if as_json:
        show.data(value, leave_out)
    else:
        _tell(told)
    for said in beside:
        show.say(said)


def listed(
    values: Sequence[Any],
    columns: Sequence[Column],
    as_json: bool,
    as_csv: bool = False,
    *,
    told: Told | None = None,
    empty: str = NOTHING,
    zone: str | None = None,
    whole: str | None = None,
    beside: Iterable[str] = (),
    leave_out: Sequence[str] = (),
) -> None:
    """End a look at a list.

    Args:
        values: What is in it; scripts get all keys, in JSON or CSV, whatever the columns.
        columns: What people see of it in a table.
        as_json: Whether a script asked for JSON, which goes before CSV.
        as_csv: Whether a script asked for CSV.
        told: What people are told where that is no table of the values themselves.
        empty: What people are told where there are none.
        zone: In which the table shows moments; see :class:`~plein.commands.tables.Table`.
        whole: The command that shows all of one of them; without it no text is cut short in the table.
        beside: What is said in any form.
        leave_out: Keys of the values that scripts get elsewhere.
    """
    if as_csv and not as_json:
        told = (Sheet(values, columns, leave_out),)
    elif told is None:
        told = (Table(values, columns, empty, zone, whole),)
    shown(values, as_json, told, beside=beside, leave_out=leave_out)


def next_line(command: str) -> Sentence:
    """What one would do next."""
    return sentence("Next: {command}", command=command)


def _tell(told: Told) -> None:
    for line in (told,) if isinstance(told, str) else told:
        if isinstance(line, str):
            show.line(line)
        else:
            line.put()
