"""What was typed in the wrong place, or slipped: told with the line to copy, or with what was probably meant. Nothing is done."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import Any

import pytest

from tests.cli.conftest import At, Cli, refused
from tests.cli.test_help import ROOT, commands
from tests.tiers import thorough

VALUES = {"--as": "piet de boer", "--db": "plein.db", "--now": "2027-01-01", "--revision": "3"}


def paths(command: Any = ROOT, before: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command and every family, with the words that lead to it."""
    for name, one in commands(command):
        yield (*before, name), one
        if hasattr(one, "list_commands"):
            yield from paths(one, (*before, name))


@pytest.mark.parametrize("words", [pytest.param(words, marks=[] if len(words) < 2 else thorough) for words, _ in paths()], ids=" ".join)
def test_an_option_of_plein_behind_a_command_is_told_where_it_belongs(call: Cli, words: tuple[str, ...]) -> None:
    """`plein suggestion list housing --as piet` is what everybody types first; but where a command has such an option of its own, it is meant."""
    command = dict(paths())[words]
    theirs = {option for one in command.params for option in one.opts}

    for option, value in VALUES.items():
        if option in theirs:
            continue
        for typed in ([option, value], [f"{option}={value}"]):
            answer = call(*words, *typed, "x", db=None, as_=None)
            refused(answer, 2)
            assert answer.err == f"plein: {option} belongs before the command: plein {shlex.join([*typed, *words, 'x'])}\n"


def test_the_line_that_is_told_does_what_was_meant(call: Cli, at: At) -> None:
    """All that stood in the wrong place is moved, the last one counts where there are two, and what belongs to the command stays."""
    at("suggested")
    typed = ("--as", "anna", "suggestion", "list", "housing", "--as", "piet de boer", "--undecided", "--now=2026-11-25T12:00", "--json")

    said = call(*typed, as_=None, now=None).err

    line = said.partition("before the command: ")[2].strip()
    assert line.startswith("plein --db ")
    assert line.endswith(" --as 'piet de boer' --now=2026-11-25T12:00 suggestion list housing --undecided --json")
    assert len(call(*shlex.split(line)[1:], db=None, as_=None, now=None).json()) == 8


def test_what_stands_behind_two_dashes_is_no_option(call: Cli, at: At) -> None:
    """Somebody may have to say just that."""
    at("inventory")

    answer = call("inventory", "add", "housing", "--debut", "--", "--as")

    refused(answer, 2, "No such option: --debut.")
    assert call("inventory", "add", "housing", "--", "--as").code == 0
    assert "plein --as PERSON cycle list\n" in call("cycle", "list", "--as", db=None).err


def test_an_option_of_a_commands_own_is_that(call: Cli, at: At) -> None:
    """`cycle rules --as` asks of somebody else; only what it has not is moved."""
    at("review")

    assert "suggest" in call("cycle", "rules", "housing", "--as", "piet").out
    assert call("cycle", "rules", "housing", "--as", "zoe", "--now", "2027-01-01", db=None).err.endswith(
        "plein --now 2027-01-01 cycle rules housing --as zoe\n"
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            "suggestion list housing --undecide",
            "No such option: --undecide. Did you mean --undecided? See: plein suggestion list --help",
        ),
        ("cycle move housing final --becuase x", "No such option: --becuase. Did you mean --because? See: plein cycle move --help"),
        ("suggestion add housing --replacin x", "No such option: --replacin. Did you mean --replace? See: plein suggestion add --help"),
        ("--verson", "No such option: --verson. Did you mean --version? See: plein --help"),
        ("status --frobnicate", "No such option: --frobnicate. See: plein status --help"),
        ("sugestion list housing", "No such command 'sugestion'. Did you mean plein suggestion? See: plein --help"),
        ("suggestion lsit housing", "No such command 'lsit'. Did you mean plein suggestion list? See: plein suggestion --help"),
        ("merge housing", "No such command 'merge'. Did you mean plein draft merge? See: plein --help"),
        ("list", "No such command 'list'. See: plein --help"),
        ("frobnicate", "No such command 'frobnicate'. See: plein --help"),
    ],
)
def test_a_slip_is_told_with_what_was_probably_meant(call: Cli, typed: str, told: str) -> None:
    """A wild guess would be worse than none."""
    answer = call(*typed.split(), db=None, as_=None)

    refused(answer, 2)
    assert answer.err == f"plein: {told}\n"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("suggestion list huis --as piet", "--as hoort vóór de opdracht: plein --as piet suggestion list huis"),
        ("suggestion list huis --undecide", "De optie --undecide bestaat niet. Bedoelt u --undecided? Zie: plein suggestion list --help"),
        ("sugestion list", "De opdracht 'sugestion' bestaat niet. Bedoelt u plein suggestion? Zie: plein --help"),
        ("frobnicate", "De opdracht 'frobnicate' bestaat niet. Zie: plein --help"),
    ],
)
def test_it_is_told_in_dutch_too(call: Cli, typed: str, told: str) -> None:
    """Typer would say half of it in English."""
    assert call(*typed.split(), db=None, as_=None, env={"PLEIN_LANGUAGE": "nl"}).err == f"plein: {told}\n"
