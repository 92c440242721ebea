"""A ``-`` stands for standard input wherever a text can be given; it is never the text itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import typer

from plein.cli import app
from plein.commands.dashes import TEXTS
from tests.cli.conftest import At, Cli, refused

Unchanged = Callable[[], Any]
CASES = (
    ("processing", "bea", "decision set housing 5 --adapt - --because B.", "decision list housing", "text", "- pupils"),
    ("processing", "bea", "decision set housing 2 --reject --because -", "decision list housing", "because", "Too grand."),
    ("review", "piet", "suggestion add housing --quote homes --replace -", "suggestion list housing", "replace", "houses"),
    ("review", "piet", "suggestion add housing --quote - --replace houses", "suggestion list housing", "quote", "homes"),
    ("review", "piet", "suggestion add housing --quote homes --tip -", "suggestion list housing", "why", "Which?"),
    ("review", "piet", "suggestion add housing --quote homes --replace houses --why -", "suggestion list housing", "why", "Plain words."),
    ("drafting", "anna", "cycle change housing --question - --because B.", "cycle list", "question", "What now?"),
)


@pytest.mark.parametrize(("stage", "who", "words", "shown", "key", "text"), CASES)
def test_a_text_is_read_from_standard_input(call: Cli, at: At, stage: str, who: str, words: str, shown: str, key: str, text: str) -> None:
    """A long reason comes from a file or another program; its last line end is no part of it."""
    at(stage)
    done = call(*words.split(), as_=who, stdin=f"{text}\n")

    assert done.code == 0, done.err
    assert text in [one[key] for one in call(*shown.split(), "--json", as_="bea").json()]


def test_two_texts_cannot_both_be_standard_input(call: Cli, at: At, unchanged: Unchanged) -> None:
    """The second would be empty, and nobody meant that."""
    at("review")
    with unchanged():
        refused(call("suggestion", "add", "housing", "--quote", "-", "--replace", "-", stdin="homes"), 2, "--quote", "--replace")


@pytest.mark.parametrize("given", ["", "  \n"])
def test_nothing_on_standard_input_is_no_text(call: Cli, at: At, unchanged: Unchanged, given: str) -> None:
    """A pipe that broke must not decide with the sign of a dash as its reason."""
    at("processing")
    with unchanged():
        refused(call("decision", "set", "housing", "2", "--reject", "--because", "-", as_="bea", stdin=given), 2, "standard input")


def _options(command: Any) -> Iterator[Any]:
    yield from (one for one in command.params if one.param_type_name == "option")
    for name in command.list_commands(None) if hasattr(command, "list_commands") else ():
        yield from _options(command.get_command(None, name))


def test_every_option_that_takes_a_text_reads_it() -> None:
    """Whoever adds an option gets this for its name in the help; nobody has to think of it."""
    found = [one for one in _options(typer.main.get_command(app)) if one.metavar in TEXTS]
    assert len(found) > 30
    assert [one.opts for one in found if one.callback is None or "dashes" not in one.callback.__module__] == []
