"""``plein board``: sounding boards, named lists of people that are invited as one."""

from __future__ import annotations

from typing import Annotated

import typer

from plein.commands import ending
from plein.commands.arguments import BoardArg, Csv, Json
from plein.commands.family import family
from plein.commands.situation import read_text, seat
from plein.errors import Unusable
from plein.sentences import as_word, counted, sentence, typed

board = family(help="Keep sounding boards, to invite as one.")

_COLUMNS = ((sentence("board"), "name"), (sentence("people"), "people"))


@board.command("set")
def set_(
    ctx: typer.Context,
    name: BoardArg,
    people: Annotated[list[str] | None, typer.Argument(metavar="[PERSON]...", help="The ids of those on it.")] = None,
    file: Annotated[str | None, typer.Option(metavar="FILE.csv|-", help="Or a file with a column “person”.")] = None,
    as_json: Json = False,
) -> None:
    """Say who is on a sounding board; the list takes the place of the one there was.

    Example: plein --as anna board set harbour joe kit lou
    """
    if (file is None) == (not people):
        raise Unusable(
            sentence("Name the people or a file with them, one of the two: {options}", options=typed("PERSON…, --file FILE.csv", "people"))
        )
    if file is not None:
        from plein.exchange.board import read_board

        people = read_board(read_text(file, what="--file"), name="standard input" if file == "-" else file)
    made = seat(ctx).boards.set(name, people or [])
    told = counted(
        "{n} person is on the sounding board “{board}”.",
        "{n} people are on the sounding board “{board}”.",
        n=len(made.people),
        board=made.name,
    )
    ending.changed(made, as_json, told, then=f"plein group board CYCLE {as_word(made.name)} --because TEXT --topic TEXT --until WHEN")


@board.command("list")
def list_(ctx: typer.Context, as_json: Json = False, as_csv: Csv = False) -> None:
    """List the sounding boards and who is on them; for those who look after people."""
    empty = sentence("No sounding boards. Make one: {command}", command="plein board set NAME PERSON…")
    ending.listed(seat(ctx).boards.list(), _COLUMNS, as_json, as_csv, empty=empty)


@board.command("show")
def show_(ctx: typer.Context, name: BoardArg, as_json: Json = False) -> None:
    """Show who is on a sounding board."""
    found = seat(ctx).boards.show(name)
    ending.shown(found, as_json, found.people)


@board.command()
def remove(ctx: typer.Context, name: BoardArg, as_json: Json = False) -> None:
    """Take a sounding board away; who came with it keeps their place in the circle."""
    gone = seat(ctx).boards.remove(name)
    ending.changed(gone, as_json, sentence("The sounding board “{board}” is gone.", board=gone.name), then="plein board list")
