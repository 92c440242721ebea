"""What cannot be taken back is asked once, on a terminal; scripts, which have none, go on as ever."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import NOW, At, Cli, command, environment, refused
from tests.cli.terminal import Terminal
from tests.tiers import thorough

_SCRIPT = Path(sys.executable).with_name("plein")
_PATIENCE = 90
Unchanged = Callable[[], AbstractContextManager[None]]
FINAL = "Version 2 becomes the final version of housing, for everybody to read."
NO_WAY_BACK = "This cannot be taken back: no move leads out of"


Typed = Callable[..., AbstractContextManager[Terminal]]


@pytest.fixture
def typed(database: Path) -> Typed:
    """``with typed("cycle", "move", …) as terminal:`` runs a command as a person at a terminal does."""

    @contextmanager
    def typed(*args: str) -> Iterator[Terminal]:
        terminal = Terminal(args, database)
        try:
            yield terminal
        finally:
            terminal.close()

    return typed


def published(call: Cli) -> None:
    """Answers are public, so that the cycle can become final."""
    assert call("decision", "publish", "housing", as_="bea").code == 0


def phase(call: Cli) -> str:
    return str(call("cycle", "show", "housing", "--json").json()["phase"])


def test_what_becomes_final_is_said_and_asked_once(call: Cli, at: At, typed: Typed) -> None:
    """One keystroke too many does not end a cycle; one answer does."""
    at("decided")
    published(call)

    with typed("cycle", "move", "housing", "final") as terminal:
        terminal.until("[y/N]")
        assert phase(call) == "drafting"
        terminal.answer("y")
        assert terminal.end() == 0

    assert FINAL in terminal.said
    assert f"{NO_WAY_BACK} final." in terminal.said
    assert terminal.said.count("[y/N]") == 1
    assert "housing is in final" in terminal.said
    assert phase(call) == "final"


@pytest.mark.parametrize("answer", ["n", ""])
def test_whoever_does_not_mean_it_changes_nothing(call: Cli, at: At, typed: Typed, unchanged: Unchanged, answer: str) -> None:
    """No is what is meant where nothing is said."""
    at("decided")
    published(call)

    with unchanged(), typed("cycle", "move", "housing", "final") as terminal:
        terminal.until("[y/N]")
        terminal.answer(answer)
        assert terminal.end() == 130
    assert "Traceback" not in terminal.said


@thorough
def test_what_is_done_is_what_was_asked_about(call: Cli, at: At, typed: Typed) -> None:
    """Somebody saves another text while the question stands: that one was not agreed to."""
    at("decided")
    published(call)

    with typed("cycle", "move", "housing", "final") as terminal:
        terminal.until("[y/N]")
        assert call("draft", "save", "housing", "-", as_="bea", stdin="# Housing\n\nWe build castles.\n").code == 0
        terminal.answer("y")
        assert terminal.end() == 1

    assert "plein status housing" in terminal.said
    assert phase(call) == "drafting"


@thorough
def test_nobody_is_asked_about_what_is_refused(at: At, typed: Typed, unchanged: Unchanged) -> None:
    """First whether it can be, then whether it is meant."""
    at("decided")

    with unchanged(), typed("cycle", "move", "housing", "final") as terminal:
        assert terminal.end() == 1
    assert "not published yet" in terminal.said
    assert "[y/N]" not in terminal.said


@thorough
@pytest.mark.parametrize(
    ("state", "args", "said"),
    [
        ("review", ("stopped", "--because", "The council resigned."), ("housing ends as it is.", f"{NO_WAY_BACK} stopped.")),
        ("review", ("STOPPED", "--because", "The council resigned."), ("housing ends as it is.",)),
    ],
)
def test_every_end_is_asked_about(call: Cli, at: At, typed: Typed, state: str, args: tuple[str, ...], said: tuple[str, ...]) -> None:
    """A cycle that was stopped does not begin again; whatever its phase is called, and however it was typed."""
    at(state)

    with typed("cycle", "move", "housing", *args) as terminal:
        terminal.until("[y/N]")
        terminal.answer("y")
        assert terminal.end() == 0
    for words in said:
        assert words in terminal.said
    assert phase(call) == "stopped"


@thorough
def test_an_end_that_publishes_a_report_says_so(call: Cli, at: At, typed: Typed) -> None:
    """A focus group has no version; what becomes public is its report."""
    at("empty")
    new = ("cycle", "new", "panel", "--title", "Panel", "--question", "What?", "--definition", "focus-group", "--language", "en")
    assert call(*new).code == 0
    call("cycle", "move", "panel", "inventory")
    call("inventory", "add", "panel", "We wait.", as_="piet")
    call("cycle", "move", "panel", "invitation")
    token = call("group", "invite", "panel", "bea", "--role", "drafter", "--because", "Listens.", "--json").json()["token"]
    call("group", "accept", token, as_="bea")
    assert call("cycle", "move", "panel", "conversation").code == 0

    with typed("cycle", "move", "panel", "final") as terminal:
        terminal.until("[y/N]")
        terminal.answer("y")
        assert terminal.end() == 0
    assert "The report of panel becomes public as it is." in terminal.said


@thorough
@pytest.mark.parametrize(
    "args",
    [
        ("final", "--yes"),
        ("final", "--dry-run"),
        ("review", "--ask", "And now?"),
        ("stopped", "--yes", "--because", "The council resigned."),
    ],
)
def test_nobody_is_asked_who_said_so_or_can_come_back(call: Cli, at: At, typed: Typed, args: tuple[str, ...]) -> None:
    """A question at every step is one that nobody reads."""
    at("decided")
    published(call)

    with typed("cycle", "move", "housing", *args) as terminal:
        assert terminal.end() == 0
    assert "[y/N]" not in terminal.said
    assert phase(call) == ("drafting" if "--dry-run" in args else args[0])


@thorough
def test_json_on_a_terminal_s_keyboard_is_json_alone(call: Cli, at: At, tmp_path: Path, database: Path) -> None:
    """Somebody types, and standard output goes into a file: the question stands beside it."""
    at("decided")
    published(call)
    ours, theirs = pty.openpty()
    words = command("cycle", "move", "housing", "final", "--json", db=database)
    try:
        os.write(ours, b"y\n")
        done = subprocess.run(
            [str(_SCRIPT), *words], env=environment("anna", NOW, None), stdin=theirs, capture_output=True, timeout=_PATIENCE, check=False
        )
    finally:
        os.close(ours)
        os.close(theirs)
    assert done.returncode == 0, done
    assert json.loads(done.stdout)["phase"] == "final"
    assert FINAL.encode() in done.stderr


@thorough
def test_a_script_goes_on_as_ever(run: Cli, at: At) -> None:
    """Without a terminal nobody could answer; what is asked for is done."""
    at("decided")
    assert run("decision", "publish", "housing", as_="bea").code == 0

    done = run("cycle", "move", "housing", "final")

    assert (done.code, done.next) == (0, ["plein publish housing --to DIR"])
    assert NO_WAY_BACK not in done.out + done.err
    refused(run("cycle", "move", "housing", "drafting", "--because", "Enough."), 1, "final is an end")
