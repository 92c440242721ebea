"""The examples in the help of commands: each is a command, which is copied as it stands, and so is never folded within a text it quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_EXAMPLE = re.compile(r"(\S+: )(plein .*)")
_PIECE = re.compile(r'(?:--\S+ )?(?!--)(?:[^\s"]|"[^"]*")+|--\S+')
"""A word of a command, quotes and all; an option with its value."""
_ON, _HANGS, _AS_IT_IS = " \\", "  ", "\b"


def whole_examples(command: Any) -> None:
    """Let a command, or all of a family, show its examples so that the shell reads them as one line."""
    write = command.format_help_text

    def format_help_text(ctx: Any, formatter: Any) -> None:
        said = command.help
        command.help = _in_lines(said or "", formatter.width - formatter.current_indent - len(_HANGS))
        try:
            write(ctx, formatter)
        finally:
            command.help = said

    command.format_help_text = format_help_text
    for one in getattr(command, "commands", {}).values():
        whole_examples(one)


def _in_lines(text: str, room: int) -> str:
    """A help text with its examples in lines of the help."""
    return "\n\n".join(_example(part, room) for part in text.split("\n\n"))


def _example(part: str, room: int) -> str:
    found = _EXAMPLE.fullmatch(" ".join(part.split()))
    if found is None:
        return part
    return "\n".join((_AS_IT_IS, *in_lines(found[1], found[2], room)))


def in_lines(label: str, command: str, room: int) -> Iterator[str]:
    r"""A command behind its label in lines of a width, as the shell takes them.

    >>> print(*in_lines("Example: ", 'plein words avoid housing "stakeholder*" --better "people involved"', 52), sep="\n")
    Example: plein words avoid housing "stakeholder*" \
      --better "people involved"
    """
    line, started = label, False
    pieces = [found[0] for found in _PIECE.finditer(command)]
    for at, piece in enumerate(pieces):
        told = f"{line} {piece}" if started else line + piece
        if started and len(told) + (len(_ON) if at + 1 < len(pieces) else 0) > room:
            yield line + _ON
            told = _HANGS + piece
        line, started = told, True
    yield line
