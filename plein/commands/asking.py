"""A question on a terminal that is answered with yes or no. Elsewhere nothing is asked: a command names the option that answers it."""

from __future__ import annotations

import sys

import typer

from plein.commands import show
from plein.sentences import sentence

_YES = sentence("yes")


def can_ask() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def agreed(question: str) -> bool:
    """Ask, on standard error, and take anything but a yes for a no."""
    answer: str = typer.prompt(
        show.on_screen(show.in_words(sentence("{question} [y/N]", question=question)), err=True), default="", show_default=False, err=True
    )
    yes = show.in_words(_YES)
    return answer.strip().casefold() in ("y", "yes", yes, yes[:1])
