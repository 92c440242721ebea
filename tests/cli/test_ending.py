"""How a command ends: what goes to which stream, in a pipe and on a terminal, for people and for scripts; and that there is no other way."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plein.commands import ending, show
from plein.commands.ending import Beside, Letters
from plein.language import Language
from plein.sentences import sentence

HOME = Path(ending.__file__).parent
PRINTING = ("ending.py", "show.py", "tables.py")
"""The files that print; a command says what it ends with, and beforehand what stands beside it."""


@pytest.fixture(autouse=True)
def _dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(show, "_language", Language("nl"))


def told() -> Iterator[str | ending.Printed]:
    yield sentence("Why: {why}", why="Clear.")
    yield Beside(sentence("Promised:"))
    yield Letters("the text")


def end(*, as_json: bool) -> None:
    ending.changed({"id": 1}, as_json, told(), then="plein status", beside=[sentence("nothing")])


RESULT, BESIDE = "Toelichting: Clear.\nthe text", "Toegezegd:\nniets\nVerder: plein status\n"
AS_JSON, ALWAYS = '{\n  "id": 1\n}\n', "niets\nVerder: plein status\n"


def test_a_pipe_gets_the_result_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever is behind the pipe still reads what stands beside it."""
    end(as_json=False)

    assert capsys.readouterr() == (RESULT, BESIDE)


def test_json_in_a_pipe_is_the_value_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """What people are told is in the value; what is not, and the Next line, is said to them in any form."""
    end(as_json=True)

    assert capsys.readouterr() == (AS_JSON, ALWAYS)


def test_a_terminal_gets_all_of_it_in_the_order_it_was_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """One stream: two could not keep their lines in order."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)

    end(as_json=False)
    assert capsys.readouterr() == ("Toelichting: Clear.\nToegezegd:\nthe text" + ALWAYS, "")

    end(as_json=True)
    assert capsys.readouterr() == (AS_JSON + ALWAYS, "")


def test_nothing_is_worked_out_for_people_where_a_script_asked(capsys: pytest.CaptureFixture[str]) -> None:
    """A story is read from the database line by line; a script that wants the cycle does not wait for it."""

    def never() -> Iterator[str]:
        raise AssertionError
        yield

    ending.shown({"id": 1}, True, never())
    ending.listed([{"id": 1}], [("n", "id")], True, told=never())
    ending.listed([{"id": 1}], [("n", "id")], False, True, told=never())

    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("file", sorted(path.name for path in HOME.glob("*.py") if path.name not in PRINTING))
def test_no_command_prints_by_itself(file: str) -> None:
    """The one way in which a command ends is the one place that knows of streams and forms."""
    calls = [node.func for node in ast.walk(ast.parse((HOME / file).read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    named = {f"{call.value.id}.{call.attr}" for call in calls if isinstance(call, ast.Attribute) and isinstance(call.value, ast.Name)}

    assert not named & {"show.line", "show.data", "typer.echo", "sys.stdout.write"}
    assert "print" not in {call.id for call in calls if isinstance(call, ast.Name)}
