"""What a command asks on a terminal when it meets a question that only its user can answer. In a script the refusal names the option instead."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

import typer

from plein.commands import show
from plein.errors import BaseUnclear, HandedInBefore
from plein.sentences import listed, sentence

Made = TypeVar("Made")


def settled(call: Callable[[int | None, bool | None], Made], base: int | None, replace: bool | None = None) -> Made:
    """Do it; and where it is not clear which version was edited, or what becomes of a text handed in before, ask and do it again.

    Args:
        call: What is done, with the version that was edited and whether it takes the place of what was handed in before.
        base: The version, where it was said.
        replace: Whether it does, where that was said.
    """
    while True:
        try:
            return call(base, replace)
        except BaseUnclear as unclear:
            if not _on_a_terminal():
                raise
            base = _which(unclear.versions)
        except HandedInBefore as before:
            if not _on_a_terminal():
                raise
            replace = _whether(before.suggestions)


def _on_a_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def _which(versions: tuple[int, ...]) -> int:
    numbers = "/".join(map(str, versions))
    question = show.in_words(sentence("Which version did you edit ({numbers})?", numbers=numbers))
    while True:
        answer: int = typer.prompt(question, type=int, err=True)
        if answer in versions:
            return answer


def _whether(suggestions: tuple[int, ...]) -> bool:
    numbers = listed(map(str, suggestions))
    asked = sentence(
        "In this round {numbers} was handed in before. Does this take the place of that (else it comes beside it)?", numbers=numbers
    )
    return typer.confirm(show.in_words(asked), err=True)
