"""A family of commands, and how its help lists them: each with the whole first sentence of its own help, never cut short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext
from typing import Any

import typer
from typer.core import TyperGroup

_SENTENCE_END = re.compile(r"(?<=[.!?])\s")

_FEW = 3
"""In more families than this a name says nothing of which one was meant."""


class Family(TyperGroup):
    """Commands that belong together, as Typer shows them but for the list in the help."""

    def lines(self, ctx: Any) -> Iterator[tuple[str, str]]:
        """The name of each command and what its help says first, in the language of the call."""
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command is not None and not command.hidden:
                yield name, first_sentence(command.help or "")

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that was named; else what was probably meant: one of these, or one that is called so in a family of these."""
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            from plein.commands.usage import alike, no_command  # here, not above: only where something is mistyped

            meant = [f"{ctx.command_path} {one}" for one in alike(name, self.list_commands(ctx)) or self._families_with(ctx, name)]
            ctx.fail(no_command(name, meant))
        return super().resolve_command(ctx, args)

    def _families_with(self, ctx: Any, verb: str) -> list[str]:
        families = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        found = [f"{name} {verb}" for name, one in families if verb in getattr(one, "commands", {})]
        return found if len(found) <= _FEW else []

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the list into the help."""
        rows = list(self.lines(ctx))
        if rows:
            with formatter.section(gettext("Commands")):  # as Typer asks for its own words
                formatter.write_dl(rows)


def family(help: str) -> typer.Typer:
    """A family that has nothing to do by itself."""
    return typer.Typer(cls=Family, help=help, no_args_is_help=True, rich_markup_mode=None, add_completion=False)


def first_sentence(text: str) -> str:
    r"""What a help text says first, on one line.

    >>> first_sentence("Open a topic.\nIt stays open.\n\nExample: plein topic open housing rent")
    'Open a topic.'
    """
    return _SENTENCE_END.split(" ".join(text.split("\n\n", 1)[0].split()), maxsplit=1)[0]
