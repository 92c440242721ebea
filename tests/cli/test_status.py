"""The home screen on a terminal of 80 columns and 24 lines: what matters is on it without scrolling, whoever looks, in every phase."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from plein import Plein
from tests.cli.conftest import At, Cli, screen

STATES = ("preparation", "inventory", "invitation", "drafting", "review", "suggested", "processing", "decided", "final")
PEOPLE = ("anna", "bea", "piet", None)
LABELS = {"en": ("Phase:", "Until:", "You:", "Next: plein "), "nl": ("Fase:", "Tot:", "U:", "Verder: plein ")}
LONG = "Wat moet er gebeuren zodat iedereen in Overwaard prettig kan wonen, nu en in 2035? " * 20


@pytest.fixture
def long(call: Cli, at: At, database: Path) -> Cli:
    """The cycle in the test's database asks more than fits on a screen, and has more topics."""
    at("inventory")
    assert call("cycle", "change", "housing", "--question", LONG, "--title", LONG[:180], "--because", "More.").code == 0
    with Plein(database) as plein:
        topics = plein.acting_as("anna").cycle("housing").topics
        for number in range(40):
            topics.add(f"topic-{number}", title=LONG[:150], aim=LONG, scope=LONG, outcome=LONG)
            topics.open(f"topic-{number}")
    return call


@pytest.mark.parametrize("language", LABELS)
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("person", PEOPLE)
def test_phase_deadline_what_waits_and_what_is_next_are_on_the_first_screen(
    call: Cli, at: At, person: str | None, state: str, language: str
) -> None:
    """Staff look between two meetings."""
    at(state)

    shown = call("status", "housing", as_=person, env=screen(80, language))

    assert shown.code == 0
    lines = shown.out.splitlines()
    first = [next((at for at, line in enumerate(lines) if line.startswith(label)), 99) for label in LABELS[language]]
    assert first == sorted(first)
    assert first[-1] < 24
    assert [line for line in lines if cell_len(line) > 80] == []


@pytest.mark.parametrize("person", PEOPLE)
def test_however_much_is_asked_it_stays_on_the_first_screen(long: Cli, person: str | None) -> None:
    """What was cut says where all of it is; JSON has it all."""
    shown = long("status", "housing", as_=person, env=screen(80))
    lines = shown.out.splitlines()

    assert next(at for at, line in enumerate(lines) if line.startswith("Next: plein ")) < 24
    assert "All of it:" in shown.out
    assert long("status", "housing", "--json", as_=person).json()["cycle"]["question"] == LONG.strip()


def test_what_waits_for_somebody_is_said_to_them_alone(call: Cli, at: At) -> None:
    """Each line is something that they can do, and nobody did yet."""
    at("decided")

    waits = {person: call("status", "housing", as_=person).out for person in ("bea", "piet", None)}

    assert "Waiting for you:\n  8 decisions are not published yet\n" in waits["bea"]
    assert "Waiting for you:" not in waits["piet"]
    assert "Waiting for you:" not in waits[None]


def test_who_is_invited_sees_it(call: Cli, at: At) -> None:
    """Nobody else does."""
    at("invitation")
    assert call("group", "invite", "housing", "kim", "--role", "drafter", "--because", "Lives there.").code == 0

    invited, other = (call("status", "housing", as_=person).out for person in ("kim", "lot"))

    assert "an invitation as drafter, to be answered until" in invited
    assert "plein group accept TOKEN" in invited
    assert "an invitation as" not in other


def test_lists_that_grow_with_the_cycle_are_cut_and_say_where_the_rest_is(call: Cli, at: At, database: Path) -> None:
    """JSON has them all."""
    at("inventory")
    with Plein(database) as plein:
        topics = plein.acting_as("anna").cycle("housing").topics
        for number in range(9):
            topics.add(f"topic-{number}", title="T", aim="A", scope="S", outcome="O")

    shown = call("status", "housing")

    assert shown.out.count("  topic-") == 2
    assert "  and 7 more: plein topic list housing\n" in shown.out
    assert len(call("status", "housing", "--json").json()["topics"]) == 10


def test_of_many_cycles_the_newest_are_shown(call: Cli, at: At, database: Path) -> None:
    """They fit on a screen, the Next line with them; a pipe gets them all."""
    at("inventory")
    with Plein(database) as plein:
        for number in range(20):
            plein.acting_as("anna").cycles.new(f"cycle-{number}", title=LONG[:120], question="Q?", language="en")

    lines = call("status", env=screen(80)).out.splitlines()

    assert len(lines) <= 24
    assert lines[-2:] == ["and 15 more: plein cycle list", "Next: plein status cycle-19"]
    assert len(call("status").out.splitlines()) == 21
