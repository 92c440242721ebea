"""A ``-`` in place of a text: it stands for standard input wherever a text can be given, and is never the text itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from plein.commands.situation import said
from plein.errors import Unusable
from plein.sentences import sentence

TEXTS: Final = frozenset({"TEXT", "TEXT|@FILE", "OLD", "NEW", "QUOTE"})
"""What the help calls the value of an option that is a text of somebody's."""
_READ = "plein.read"


def take_dashes(command: Any) -> None:
    """Let every option of a command, or of all in a family, whose value is a text read standard input where it is ``-``."""
    for parameter in _parameters(command):
        if parameter.param_type_name == "option" and parameter.metavar in TEXTS:
            parameter.callback = _reading(parameter.callback)


def _parameters(command: Any) -> Iterator[Any]:
    yield from command.params
    for one in getattr(command, "commands", {}).values():
        yield from _parameters(one)


def _reading(before: Callable[..., Any] | None) -> Callable[..., Any]:
    def read(ctx: Any, parameter: Any, value: Any) -> Any:
        if value == "-":
            option = parameter.opts[0]
            first = ctx.meta.setdefault(_READ, option)
            if first != option:
                raise Unusable(
                    sentence("Standard input is one text: it cannot be both {one} and {other}.", one=first, other=option),
                )
            value = said(value).removesuffix("\n")
        return value if before is None else before(ctx, parameter, value)

    return read
