"""What is asked on a terminal when a text that somebody hands in leaves something open. In a script the refusal names the option instead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import typer

from plein.commands import show
from plein.commands.asking import agreed, can_ask
from plein.errors import BadRows, BaseUnclear, HandedInBefore
from plein.sentences import listed, sentence

Made = TypeVar("Made")


def handed(call: Callable[[int | None, bool | None], Made], base: int | None, replace: bool | None = None) -> Made:
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
            if not can_ask():
                raise
            base = _which(unclear.versions)
        except HandedInBefore as before:
            if not can_ask():
                raise
            replace = _whether(before.suggestions)


@contextmanager
def all_told(passed: Sequence[str]) -> Iterator[None]:
    """Whoever mends a folder wants to know all at once: every fault, and what is passed over."""
    try:
        yield
    except BadRows as refused:
        raise BadRows(refused.mistakes, passed) from None


def _which(versions: Sequence[int]) -> int:
    numbers = "/".join(map(str, versions))
    question = show.in_words(sentence("Which version did you edit ({numbers})?", numbers=numbers))
    while True:
        answer: int = typer.prompt(question, type=int, err=True)
        if answer in versions:
            return answer


def _whether(suggestions: Sequence[int]) -> bool:
    numbers = listed(map(str, suggestions))
    return agreed(
        sentence(
            "In this round {numbers} was handed in before. Does this take the place of that (else it comes beside it)?", numbers=numbers
        )
    )
