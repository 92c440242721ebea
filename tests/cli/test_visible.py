"""On a terminal nobody reads another text than the one that is kept; down a pipe it is kept to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from plein.visible import tame
from tests.cli.conftest import At, Cli
from tests.cli.terminal import Terminal
from tests.tiers import thorough

TRAP = "Pay \u202e000.1\u202c euro\u200b."
SEEN = "Pay ‹U+202E›000.1‹U+202C› euro‹U+200B›."


@pytest.fixture
def trapped(call: Cli, at: At) -> Path:
    """A cycle in which somebody's words say one thing and would show another."""
    path = at("review")
    for words in (
        ("suggestion", "add", "housing", "--quote", "We build homes.", "--replace", TRAP, "--why", TRAP),
        ("suggestion", "add", "housing", "--quote", "homes", "--replace", "houses"),
    ):
        assert call(*words, as_="piet").code == 0
    return path


SCREENS = (
    ("suggestion", "list", "housing"),
    ("suggestion", "show", "housing", "1"),
    ("suggestion", "collisions", "housing"),
)


@pytest.mark.parametrize("words", [SCREENS[0], *(pytest.param(words, marks=thorough) for words in SCREENS[1:])])
def test_on_a_terminal_what_misleads_is_spelled_out(trapped: Path, words: tuple[str, ...]) -> None:
    """In tables, in redlines and on the screen of a place."""
    terminal = Terminal(words, trapped)
    try:
        assert terminal.end() == 0
    finally:
        terminal.close()
    assert "‹U+202E›" in "".join(terminal.said.split())
    assert not any(sign in terminal.said for sign in ("\u202e", "\u202c", "\u200b"))


def test_a_refusal_on_a_terminal_is_no_trap_either(trapped: Path) -> None:
    """What was typed wrong is often what somebody else wrote."""
    terminal = Terminal(("suggestion", "add", "housing", "--quote", "\u202ex", "--replace", "y"), trapped)
    try:
        assert terminal.end() == 3
    finally:
        terminal.close()
    assert "\u202e" not in terminal.said


@pytest.mark.parametrize("words", SCREENS)
def test_down_a_pipe_and_in_json_everything_is_to_the_letter(call: Cli, trapped: Path, words: tuple[str, ...]) -> None:
    """Scripts compare what they read with what they sent."""
    assert "\u202e000.1\u202c" in call(*words).out
    assert "‹U+" not in call(*words, "--json").out
    assert call("suggestion", "list", "housing", "--json").json()[0]["why"] == TRAP


def test_what_misleads_nobody_is_left_alone() -> None:
    """Lines, tabs, accents, joined emoji and scripts that need joiners read as they are meant."""
    for text in ("Één regel\n\tnog een", "👩\u200d🌾", "می\u200cخواهم", "€\u00a015"):
        assert tame(text) == text
    assert tame(TRAP) == SEEN
    assert tame("\x1b[8m") == "‹U+001B›[8m"
