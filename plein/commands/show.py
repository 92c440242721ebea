"""What a command prints, piece by piece: a line of the result, something beside it, JSON, a bar. Which of these it ends with: ``ending``.

What plein says is said in the language of the process (:func:`speak`); people's words and JSON are as they are.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import typer

from plein.language import Language
from plein.sentences import Sentence, sentence
from plein.visible import tame

_language = _SCRIPTS = Language(command_line=True)
_WIDE, _HIGH = 80, 24
"""The size of a terminal that does not tell."""
_A_WHILE = 1.0
"""Seconds after which people want to see that something goes on."""


def speak(language: Language) -> None:
    """Say everything in this language from now on."""
    global _language
    _language = language


def language() -> Language:
    """The language of the process."""
    return _language


def in_words(text: str) -> str:
    """A sentence of plein's in the language of the process; other text as it is."""
    return _language.say(text) if isinstance(text, Sentence) else text


def typed(command: str) -> str:
    """A command as one types it; what is to be filled in is named in the language of the process."""
    return _language.placed(command)


def plain(value: Any, leave_out: Sequence[str] = (), language: Language | None = None) -> Any:
    """A value as JSON has it, without the keys left out; what plein says in it in a *language*, else in the one language of all scripts."""
    from plein.engine.rows.values import as_json

    found = _said_in(language or _SCRIPTS, as_json(value))
    if isinstance(found, dict):
        return {key: item for key, item in found.items() if key not in leave_out}
    if isinstance(found, list):
        return [{key: item for key, item in one.items() if key not in leave_out} if isinstance(one, dict) else one for one in found]
    return found


def _said_in(language: Language, value: Any) -> Any:
    """The same with every sentence said in a language, with options where it names what one has to give."""
    if isinstance(value, Sentence):
        return language.say(value)
    if isinstance(value, dict):
        return {key: _said_in(language, item) for key, item in value.items()}
    return [_said_in(language, item) for item in value] if isinstance(value, list) else value


def data(value: Any, leave_out: Sequence[str] = ()) -> None:
    """Print a value as JSON on standard output, and nothing else there."""
    typer.echo(json.dumps(plain(value, leave_out), ensure_ascii=False, indent=2))


def on_screen(text: str, *, err: bool = False) -> str:
    """What is printed of a text: on a terminal with what reorders or hides text spelled out, elsewhere to the letter.

    Args:
        text: It may hold what anybody wrote.
        err: Whether it goes to standard error.
    """
    return tame(text) if (sys.stderr if err else sys.stdout).isatty() else text


def width() -> int:
    """How many columns the terminal has; 80 where nobody can tell."""
    from shutil import get_terminal_size

    return get_terminal_size((_WIDE, _HIGH)).columns


def height() -> int:
    """How many lines the terminal has; 24 where nobody can tell."""
    from shutil import get_terminal_size

    return get_terminal_size((_WIDE, _HIGH)).lines


def rows(text: str) -> int:
    """How many lines of the terminal a line of the result takes."""
    return _on_lines(in_words(text), err=False).count("\n") + 1


def line(text: str) -> None:
    """Print a line of the result itself, on standard output; on a terminal it is folded at blanks."""
    typer.echo(_on_lines(in_words(text), err=False))


def say(text: str) -> None:
    """Say something beside the result: on the terminal if there is one, else on standard error, so that pipes stay clean."""
    aside = not sys.stdout.isatty()
    typer.echo(_on_lines(in_words(text), err=aside), err=aside)


def _on_lines(text: str, *, err: bool) -> str:
    """What is printed of a text, in lines of a terminal if it goes to one."""
    told = on_screen(text, err=err)
    if err or not sys.stdout.isatty():
        return told
    from plein.commands.folding import folded

    return "\n".join(folded(told, width()))


@contextmanager
def at_work() -> Iterator[None]:
    """A sign that something is under way, for what may take over a second and has no steps to count; on a terminal only, and gone afterwards."""
    if not sys.stderr.isatty():
        yield
        return
    from threading import Timer

    signs: list[Any] = []

    def begin() -> None:
        from rich.console import Console

        signs.append(Console(stderr=True).status(told))
        signs[0].start()

    told = in_words(sentence("At work …"))
    timer = Timer(_A_WHILE, begin)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        for sign in signs:
            sign.stop()


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
        task = bar.add_task(in_words(what), total=total, visible=False)
        yield lambda: bar.update(task, advance=1, visible=monotonic() - began > _A_WHILE)
