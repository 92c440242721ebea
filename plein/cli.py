"""Puts the commands together, and turns what plein refuses into a line and an exit code. Nothing else lives here.

Nothing heavy is imported here or by the command files themselves: a command fetches what it needs when it runs.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib import import_module
from io import TextIOWrapper
from types import TracebackType
from typing import Annotated, Any

import typer

from plein.commands import show
from plein.commands.dashes import take_dashes
from plein.commands.examples import whole_examples
from plein.commands.family import Family
from plein.commands.situation import Situation
from plein.commands.translating import choose_language, translate_help
from plein.errors import Damaged, NotAllowed, NotFound, PleinError, Unusable
from plein.sentences import sentence

_COMMANDS = {
    "init": ("home", "Make the database, or bring it up to date."),
    "demo": ("home", "Run a whole cycle on an example."),
    "status": ("home", "See where a cycle is and what you can do now."),
    "cycle": ("cycle", "Begin a cycle, see it, move it on."),
    "topic": ("topic", "Lead the conversation by topics, each with its context."),
    "inventory": ("inventory", "Collect views in the open."),
    "group": ("group", "Invite people into the working group."),
    "person": ("person", "Keep what is known of people."),
    "board": ("board", "Keep sounding boards, to invite as one."),
    "draft": ("draft", "Write in the closed circle."),
    "comment": ("comment", "Comment inside the circle."),
    "suggestion": ("suggestion", "Suggest changes, and see what was suggested."),
    "decision": ("decision", "Answer every suggestion, with a reason."),
    "report": ("report", "Write and read the report of a cycle without a document."),
    "words": ("words", "Words to avoid, and better ones."),
    "publish": ("home", "Write the pages that everybody may read."),
    "log": ("home", "Read the record of everything that happened."),
    "verify": ("home", "Check the record, the texts and every merge."),
    "db": ("home", "Look after the database."),
}
"""Where in ``plein.commands`` each command is, and what its help says first, in the order of the help."""


class Commands(Family):
    """The commands, each fetched when it is asked for: reading all of them costs more than running one."""

    def lines(self, ctx: typer.Context) -> Iterator[tuple[str, str]]:
        """Their names and lines for the help, for which none of them is fetched."""
        language = show.language()
        yield from ((name, language.gettext(line)) for name, (_, line) in _COMMANDS.items())

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """The names, in the order in which one meets them."""
        return list(_COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override]
        """The command of that name, or None."""
        if cmd_name not in _COMMANDS:
            return None
        found = getattr(import_module(f"plein.commands.{_COMMANDS[cmd_name][0]}"), cmd_name)
        if isinstance(found, typer.Typer):
            command: Any = typer.main.get_group(found)
        else:
            alone = typer.Typer(rich_markup_mode=None, add_completion=False)
            alone.command(cmd_name)(found)
            command = typer.main.get_command(alone)
        command.name = cmd_name
        take_dashes(command)
        translate_help(command, show.language())
        whole_examples(command)
        return command


app = typer.Typer(
    help="Write a text together: collect views in the open, draft in a closed circle, put it before the public, answer everyone.",
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
)

_DEBUG = "--debug"
_STOPPED = 130
"""The exit code of whatever somebody interrupted, as shells have it."""
_CODES: tuple[tuple[type[PleinError], int], ...] = ((Unusable, 2), (NotFound, 3), (NotAllowed, 4), (Damaged, 5), (PleinError, 1))


@app.callback()
def options(
    ctx: typer.Context,
    db: Annotated[
        str | None, typer.Option("--db", metavar="URL|FILE", help="The database; else $PLEIN_DATABASE, else found upward.")
    ] = None,
    person: Annotated[str | None, typer.Option("--as", metavar="PERSON", help="Who acts; else PLEIN_AS.")] = None,
    now: Annotated[str | None, typer.Option("--now", metavar="WHEN", help="What time it is; else PLEIN_NOW, else now.")] = None,
    revision: Annotated[int | None, typer.Option("--revision", metavar="N", help="Refuse a change if the cycle moved on since.")] = None,
    debug: Annotated[bool, typer.Option(_DEBUG, help="Show where in the program an error comes from.")] = False,
    version: Annotated[bool, typer.Option("--version", help="Print the version of plein.")] = False,
) -> None:
    if version:
        from plein import __version__

        typer.echo(f"plein {__version__}")
        raise typer.Exit
    environ = os.environ
    ctx.obj = Situation(db, person or environ.get("PLEIN_AS") or None, now or environ.get("PLEIN_NOW") or None, revision, debug)


def main() -> None:
    """Run the command line and leave with the exit code the contract promises."""
    debug = _DEBUG in sys.argv
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.encoding.lower() != "utf-8":
            stream.reconfigure(encoding="utf-8")  # people's words, in any script, and our own “ ”
    sys.excepthook = sys.__excepthook__ if debug else _bug
    sys.exit(_run(debug))


def _run(debug: bool) -> int:
    try:
        language = choose_language()
        command: Any = typer.main.get_command(app)
        translate_help(command, language)
        done: Any = command.main(standalone_mode=False)  # app() would put its own hook in place of ours
        if done == _STOPPED:  # Typer makes that of an interrupt, and says nothing
            raise KeyboardInterrupt
        sys.stdout.flush()
    except _USAGE as wrong:
        if type(wrong).__name__ == "NoArgsIsHelpError":
            typer.echo(wrong.format_message(), err=True)
            return int(wrong.exit_code)
        from plein.commands.usage import told

        return _fail(told(wrong, show.language(), sys.argv[1:]), wrong.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        return _fail(sentence("Stopped; nothing was left half-done."), _STOPPED)
    except SystemExit as left:
        if not isinstance(left.__context__, BrokenPipeError):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read us has left; say nothing more
        return 0
    except PleinError as refused:
        if debug:
            raise
        return _fail(refused.args[0] if refused.args else "", next(code for kind, code in _CODES if isinstance(refused, kind)))
    return done if isinstance(done, int) else 0


_USAGE: Any = typer.BadParameter.__mro__[1]
"""Typer's usage errors. Typer brings its own copy of click, so that the class is reached through one it exports."""


def _fail(said: str, code: int) -> int:
    typer.echo(show.on_screen(f"plein: {show.in_words(said)}", err=True), err=True)
    return code


def _bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What stands instead of a traceback when plein itself is wrong."""
    said = (str(error).splitlines() or [""])[0]
    told = sentence(
        "a mistake in plein itself ({kind}: {said}). Run it again with {option} and report what it shows.",
        kind=kind.__name__,
        said=said,
        option=_DEBUG,
    )
    _fail(told, 1)
