"""A series on the command line: the next cycle, its memory, promises, and the report of a cycle without a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import At, Cli, refused


def test_the_next_cycle_takes_over_what_is_left_out(call: Cli, at: At) -> None:
    """One line begins it, and the next line says what comes then."""
    at("review")

    made = call("cycle", "new", "housing-2", "--after", "housing")

    assert made.code == 0
    assert made.next == ["plein cycle move housing-2 inventory --closes YYYY-MM-DD --ask TEXT"]
    found = call("cycle", "show", "housing-2", "--json").json()
    assert (found["after"], found["title"], found["hosts"]) == ("housing", "Housing", ["anna"])
    assert "After: housing" in call("cycle", "show", "housing-2").out


@pytest.mark.parametrize(
    ("words", "as_", "code", "said"),
    [
        (("--after", "nowhere"), "anna", 3, "nowhere"),
        (("--after", "housing"), "piet", 4, "Only a host of housing"),
        ((), "anna", 2, "--title and --question"),
        (("--title", "T"), "anna", 2, "--title and --question"),
    ],
)
def test_what_cannot_begin_is_refused(call: Cli, at: At, words: tuple[str, ...], as_: str, code: int, said: str) -> None:
    """In one line, and nothing is begun."""
    at("review")

    refused(call("cycle", "new", "next", *words, as_=as_), code, said)
    refused(call("cycle", "show", "next"), 3)


def test_the_story_tells_the_one_twos(call: Cli, at: At) -> None:
    """What was asked, what came, what was answered."""
    at("processing")
    call("decision", "set", "housing", "1", "--reject", "--because", "Homes it is.")
    call("decision", "publish", "housing")

    told = call("cycle", "show", "housing", as_=None).out

    assert "review (open, round 1) on version 1" in told
    assert "  asked: Is this what you meant?" in told
    assert "  came: 1 × refinement; 6 × suggestion; 1 × tip; from 7 people; 6 of them new" in told
    assert "  answered: 1 × rejected" in told


def test_a_promise_is_remembered(call: Cli, at: At) -> None:
    """By the cycle and by the one after it."""
    at("review")
    assert call("cycle", "promise", "housing", "-", stdin="We ask again.\n").next == ["plein cycle memory housing"]
    call("cycle", "new", "next", "--after", "housing")

    assert call("cycle", "memory", "next").out.splitlines() == [
        "housing: Housing (review)",
        "  group: anna (host); bea (drafter)",
        "  promised: We ask again.",
    ]
    assert call("cycle", "memory", "next", "--json").json()["earlier"][0]["promises"][0]["text"] == "We ask again."
    refused(call("cycle", "promise", "housing", "x", as_="piet"), 4)


def test_a_focus_group_from_begin_to_report(call: Cli, at: At, tmp_path: Path) -> None:
    """No document anywhere on the way."""
    at("empty")
    call("cycle", "new", "panel", "--title", "Panel", "--question", "How are we doing?", "--definition", "focus-group", "--language", "en")
    call("cycle", "move", "panel", "inventory")
    call("inventory", "add", "panel", "The queue is long.", as_="piet")
    call("cycle", "move", "panel", "invitation")
    token = call("group", "invite", "panel", "piet", "--role", "drafter", "--because", "Queues.", "--for", "1", "--json").json()["token"]
    call("group", "accept", token, as_="piet")
    call("cycle", "move", "panel", "conversation")
    refused(call("report", "show", "panel"), 3)
    (tmp_path / "report.md").write_text(call("report", "show", "panel", "--draft").out + "\nWe open a second desk.\n")

    assert call("report", "save", "panel", "report.md", as_="piet").next == ["plein report show panel"]  # only a host moves it on
    assert call("status", "panel").next == ["plein cycle move panel final"]
    refused(call("report", "show", "panel", as_=None), 3)
    assert call("cycle", "move", "panel", "final").code == 0
    assert "We open a second desk." in call("report", "show", "panel", as_=None).out
    assert call("report", "show", "panel", "--json", as_=None).json()["composed"] is False
    assert call("verify", "panel").code == 0
