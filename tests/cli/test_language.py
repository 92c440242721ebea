"""The command line in Dutch: what people read is Dutch from the first line to the last, what scripts read stays as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import At, Cli

DUTCH = {"PLEIN_LANGUAGE": "nl"}
_ENGLISH = re.compile(r"\b(?:the|are|see|you|and|with|from|cannot|missing|what|who)\b", re.IGNORECASE)


@pytest.mark.parametrize("words", [
    ("--help",), ("cycle", "--help"), ("inventory", "add", "--help"), ("decision", "settle", "--help"), ("person", "erase", "--help"),
    ("group", "candidates", "--help"), ("topic", "add", "--help"), ("words", "check", "--help"), ("suggestion", "collisions", "--help"),
])  # fmt: skip
def test_help_is_dutch(call: Cli, words: tuple[str, ...]) -> None:
    """From the first word, which Typer writes, to the last."""
    shown = call(*words, db=None, as_=None, env=DUTCH)

    assert shown.code == 0
    assert shown.out.startswith("Gebruik: ")
    assert "Usage" not in shown.out
    assert "Show this message" not in shown.out


@pytest.mark.parametrize(("words", "as_", "code", "told"), [
    (("cycle", "move", "housing", "final"), "anna", 1, "Het traject kan niet naar de fase eindversie: "),
    (("cycle", "show", "nergens"), None, 3, "nergens"),
    (("suggestion", "withdraw", "housing", "1"), None, 4, "Wie doet dit?"),
    (("nergens",), None, 2, "De opdracht 'nergens' bestaat niet."),
    (("cycle", "new"), "anna", 2, "TRAJECT ontbreekt."),
    (("inventory", "show", "housing", "x"), "anna", 2, "N is niet te gebruiken: dat is geen geheel getal."),
    (("publish", "housing"), "anna", 2, "--to ontbreekt."),
    (("status", "a", "b"), "anna", 2, "Dit is er een te veel: b."),
    (("status", "--foo"), "anna", 2, "De optie --foo bestaat niet."),
    (("cycle", "extend", "housing", "--closes"), "anna", 2, "Bij de optie --closes hoort een waarde."),
    (("cycle", "extend", "housing", "--closes", "gisteren"), "anna", 2, "is geen datum of tijd"),
])  # fmt: skip
def test_refusals_are_dutch(call: Cli, at: At, words: tuple[str, ...], as_: str | None, code: int, told: str) -> None:
    """With the same exit codes."""
    at("processing")
    shown = call(*words, as_=as_, env=DUTCH)

    assert shown.code == code
    assert shown.err.startswith("plein: ")
    assert told in shown.err
    assert not _ENGLISH.search(shown.err), shown.err


@pytest.mark.parametrize("words", [
    ("status", "housing"), ("cycle", "show", "housing"), ("suggestion", "show", "housing", "1"), ("suggestion", "collisions", "housing"),
    ("decision", "set", "housing", "1", "--adopt"), ("group", "candidates", "housing"), ("topic", "list", "housing"), ("verify",),
    ("inventory", "show", "housing", "1"),
])  # fmt: skip
def test_answers_are_dutch(call: Cli, at: At, words: tuple[str, ...]) -> None:
    """People's own words stay as they are; these people speak English, so only our lines are looked at."""
    at("processing")
    shown = call(*words, env=DUTCH)

    assert shown.code == 0
    for english in ("Phase:", "Until:", "You can:", "Next:", "because:", "asked:", "came:", "Place ", "reasons", "Hosts", "supported by"):
        assert english not in shown.out + shown.err


def test_what_scripts_read_is_the_same_in_every_language(call: Cli, at: At, tmp_path: Path) -> None:
    """JSON, CSV, tab-separated lines and the line of verify."""
    at("processing")
    for words in (
        ("status", "housing", "--json"),
        ("suggestion", "list", "housing", "--csv"),
        ("suggestion", "list", "housing"),
        ("verify",),
    ):
        assert call(*words, env=DUTCH).out == call(*words).out


def test_the_settings_and_the_machine_say_which_language(call: Cli, at: At, tmp_path: Path) -> None:
    """The environment first, then plein.toml, then what the machine is set to."""
    at("review")
    assert "Gebruik:" in call("--help", env={"LANG": "nl_NL.UTF-8"}).out
    assert "Usage:" in call("--help", env={"LANG": "fr_FR.UTF-8"}).out
    (tmp_path / "plein.toml").write_text('language = "nl"\ndatabase = "plein.db"\n[terms.nl]\ntraject = "programma"\n', encoding="utf-8")
    assert "Begin een programma" in call("cycle", "--help", db=None).out
    assert "Usage:" in call("--help", db=None, env={"PLEIN_LANGUAGE": "en"}).out
