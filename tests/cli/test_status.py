"""The home screen on a terminal of 80 columns and 24 lines: what matters is on it without scrolling, whoever looks, in every phase."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from plein import Plein
from tests.cli.conftest import NOW, At, Cli, screen
from tests.cycles import TEXT
from tests.tiers import spread

STATES = ("preparation", "inventory", "invitation", "drafting", "review", "suggested", "processing", "decided", "final")
PEOPLE = ("anna", "bea", "piet", None)
LABELS = {"en": ("Phase:", "Until:", "You:", "Next: plein "), "nl": ("Fase:", "Tot:", "U:", "Verder: plein ")}
LONG = "Wat moet er gebeuren zodat iedereen in Overwaard prettig kan wonen, nu en in 2035? " * 20


@pytest.fixture
def long(call: Cli, at: At, database: Path) -> Cli:
    """A review past its deadline in a cycle that asks more than fits on a screen, and has more topics, one of them heated."""
    at("inventory")
    with Plein(database) as plein:
        anna, bea, piet = (plein.acting_as(person).cycle("housing") for person in ("anna", "bea", "piet"))
        anna.change(title=LONG[:180], question=LONG, because="More.")
        for number in range(12):
            anna.topics.add(f"topic-{number}", title=LONG[:150], aim=LONG, scope=LONG, outcome=LONG)
            anna.topics.open(f"topic-{number}")
        for person in ("kim", "lot", "mia"):
            plein.acting_as(person).cycle("housing").inventory.nudge(1, "Be kind.")
        anna.move("invitation")
        plein.acting_as("bea").invitations.accept(anna.group.invite("bea", role="drafter", because="Knows.", for_=1).token)
        anna.move("drafting")
        bea.draft.save(TEXT)
        anna.move("review", closes="2099-12-18", ask=LONG)
        piet.suggestions.add_quote("homes.", "houses.", why="W.")
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


@pytest.mark.parametrize("language", LABELS)
@pytest.mark.parametrize("person", PEOPLE)
def test_however_much_is_asked_it_stays_on_the_first_screen(long: Cli, person: str | None, language: str) -> None:
    """What was cut says where all of it is; JSON has it all."""
    shown = long("status", "housing", as_=person, now="2099-12-19", env=screen(80, language))
    lines = shown.out.splitlines()

    assert next(at for at, line in enumerate(lines) if line.startswith(LABELS[language][-1])) < 24
    assert {"en": "All of it:", "nl": "Alles lezen:"}[language] in shown.out
    assert len(lines) < 90
    assert long("status", "housing", "--json", as_=person).json()["cycle"]["question"] == LONG.strip()


def test_where_the_screen_is_longer_than_the_terminal_one_need_not_go_back_for_what_is_next(call: Cli, at: At) -> None:
    """It is the line above which one stands. A shorter one says it once, and so does a pipe."""
    at("processing")

    long, short, piped = (
        call("status", "housing", env=screen(80)), call("status", "housing", as_="piet", env=screen(80)), call("status", "housing"),
    )  # fmt: skip

    assert len(long.out.splitlines()) > 24
    assert long.out.splitlines()[-1] == "Next: plein suggestion list housing --undecided"
    assert [len(one.next) for one in (long, short, piped)] == [2, 1, 1]


def test_a_deadline_that_has_passed_is_called_so(call: Cli, at: At) -> None:
    """Who comes too late sees why nothing can be done; who leads sees that it is time to go on."""
    at("review")

    early, late = (call("status", "housing", now=now) for now in ("2026-12-18T22:59:59Z", "2026-12-18T23:00Z"))

    assert "Until: Friday 18 December 2026, 23:59 (Europe/Amsterdam)\n" in early.out
    assert "Until: Friday 18 December 2026, 23:59 (Europe/Amsterdam); that has passed\n" in late.out
    assert "the cycle can go on to drafting" in late.out
    assert [call("status", "housing", "--json", now=now).json()["passed"] for now in (NOW, "2026-12-19")] == [False, True]


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

    assert "Waiting for you:\n  an invitation as drafter, to be answered until" in invited
    assert "Next: plein group accept TOKEN\n" in invited
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


def test_where_it_gets_heated_the_hosts_see_it_first(call: Cli, at: At, database: Path) -> None:
    """It waits for them, and goes before conversations that are calm; nobody else is told."""
    at("inventory")
    with Plein(database) as plein:
        topics = plein.acting_as("anna").cycle("housing").topics
        for number in range(5):
            topics.add(f"topic-{number}", title="T", aim="A", scope="S", outcome="O")
            topics.open(f"topic-{number}")
        plein.acting_as("troll").cycle("housing").inventory.add("You are mad.", topic="topic-4")
        for person in ("kim", "lot", "mia"):
            plein.acting_as(person).cycle("housing").inventory.nudge(2, "Be kind.")

    host, other = (call("status", "housing", as_=person, now="2026-11-24T12:00Z").out for person in ("anna", "kim"))

    assert "Waiting for you:\n  it gets heated in topic-4: plein topic list housing\n" in host
    assert "Conversations:\n  topic-4: T" in host
    assert "heated" not in other
    assert "Conversations:\n  The question:" in other


def test_the_context_notes_are_shown_while_people_can_speak(call: Cli, at: At, database: Path) -> None:
    """Later they are in the list of topics, and the hosts see how the conversations went."""
    at("inventory")
    with Plein(database) as plein:
        anna = plein.acting_as("anna").cycle("housing")
        anna.topics.add("harbour", title="The harbour", aim="Hear who.", scope="The quays.", outcome="An answer.")
        anna.topics.open("harbour")
        during = call("status", "housing").out
        anna.move("invitation")

    after = call("status", "housing").out

    assert "    Aim: Hear who.\n    Scope: The quays.\n" in during
    assert "  harbour: The harbour (open; host: anna)\n    0 contributions" in after


@pytest.mark.parametrize("width", spread([60, 80, 140], [80]))
@pytest.mark.parametrize("words", [1, 10, 30])
def test_of_many_cycles_as_many_are_shown_as_fit_on_a_screen(call: Cli, at: At, database: Path, words: int, width: int) -> None:
    """The newest, and the Next line with them; a pipe gets them all."""
    at("inventory")
    with Plein(database) as plein:
        for number in range(40):
            plein.acting_as("anna").cycles.new(f"cycle-{number}", title=" ".join(LONG.split()[:words]), question="Q?", language="en")
            plein.acting_as("anna").cycle(f"cycle-{number}").move("inventory", closes=f"2099-01-{number % 28 + 1:02}")

    lines = call("status", env=screen(width)).out.splitlines()

    shown = sum(line.startswith("cycle-") for line in lines)
    assert len(lines) <= 23
    assert shown > 1
    assert lines[-2:] == [f"and {41 - shown} more: plein cycle list", "Next: plein status cycle-39"]
    assert len(call("status").out.splitlines()) == 41
