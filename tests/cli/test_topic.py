"""``plein topic``, and the context of a conversation wherever somebody is about to take part in it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.cli.conftest import At, Cli, refused
from tests.cli.test_answers import on_a_terminal
from tests.tiers import thorough

KEYS = [
    "name",
    "title",
    "host",
    "aim",
    "scope",
    "outcome",
    "opened",
    "closed",
    "contributions",
    "people",
    "replies",
    "nudges",
    "hidden",
    "heat",
    "inside",
]
NOTE = ("--aim", "Hear who would live there.", "--scope", "The quays.", "--outcome", "The group answers every idea.")
ADD = ("topic", "add", "housing", "harbour", "--title", "The old harbour")
SHOWN = (
    "harbour: The old harbour (open; host: anna)",
    "  Aim: Hear who would live there.",
    "  Scope: The quays.",
    "  What happens with what you say: The group answers every idea.",
)


@pytest.fixture
def harbour(call: Cli, at: At) -> Cli:
    """The inventory with the topic harbour, open."""
    at("inventory")
    assert call(*ADD, *NOTE).code == 0
    assert call("topic", "open", "housing", "harbour").code == 0
    return call


def test_a_topic_from_its_first_word_to_its_last(call: Cli, at: At) -> None:
    """Each step ends with the next one, which can be typed as it stands."""
    at("inventory")
    made = call(*ADD)
    assert made.next == ["plein topic change housing harbour --aim TEXT --scope TEXT --outcome TEXT"]
    refused(call("topic", "open", "housing", "harbour"), 1, "its aim", "its scope", "what happens with what people say", made.next[0])
    changed = call("topic", "change", "housing", "harbour", *NOTE)
    assert changed.next == ["plein topic open housing harbour"]

    opened = call("topic", "open", "housing", "harbour", "--json")

    assert opened.next == ["plein inventory add housing TEXT --topic harbour"]
    assert list(opened.json()) == KEYS
    assert call("topic", "close", "housing", "harbour").next == ["plein topic list housing"]
    refused(call("inventory", "add", "housing", "Late.", "--topic", "harbour", as_="kim"), 1, "“harbour” is no open topic")
    refused(call("topic", "show", "housing", "ferry"), 3, "plein topic list housing")
    refused(call("topic", "open", "housing", "harbour", as_="kim"), 4)
    refused(call("topic", "add", "housing", "Harbour", "--title", "T"), 2, "lower-case")


def test_the_context_is_shown_before_one_contributes(harbour: Cli) -> None:
    """Beside the result, so that pipes stay clean; above what one did."""
    added = harbour("inventory", "add", "housing", "Build.", "--topic", "harbour", "--json", as_="kim")
    assert tuple(added.err.splitlines()[:4]) == SHOWN
    assert added.json()["topic"] == "harbour"

    plain = harbour("inventory", "add", "housing", "Trees.", as_="kim")
    assert plain.err.splitlines()[0] == "The question: What should change about housing?"

    listed = harbour("inventory", "list", "housing", as_=None)
    assert listed.err.splitlines() == ["The question: What should change about housing?", *SHOWN]
    assert [line.split("\t")[0] for line in listed.out.splitlines()] == ["1", "2", "3"]
    one = harbour("inventory", "list", "housing", "--topic", "harbour")
    assert tuple(one.err.splitlines()) == SHOWN
    assert len(one.out.splitlines()) == 1
    assert harbour("inventory", "list", "housing", "--csv").err == ""


def test_a_reply_is_read_under_the_context_of_its_conversation(harbour: Cli) -> None:
    """It belongs to the topic of what it answers."""
    harbour("inventory", "add", "housing", "Build.", "--topic", "harbour", as_="kim")

    answer = harbour("inventory", "add", "housing", "For whom?", "--reply-to", "2", as_="lot")

    assert tuple(answer.err.splitlines()[:4]) == SHOWN


@thorough
def test_on_a_terminal_the_context_stands_above_what_one_did(harbour: Cli, database: Path) -> None:
    """One reads from top to bottom."""
    seen = on_a_terminal("inventory", "add", "housing", "Build.", "--topic", "harbour", database=database, env={"NO_COLOR": "1"})

    assert seen.index("Aim: Hear who") < seen.index("Contribution 2 stands") < seen.index("Next: plein")


def test_status_shows_the_conversations_and_hosts_their_heat(harbour: Cli) -> None:
    """Who leads sees at a glance where it gets hot; who comes to speak sees what for."""
    harbour("inventory", "add", "housing", "You are mad.", "--topic", "harbour", as_="troll")
    harbour("inventory", "nudge", "housing", "2", "--because", "Be kind.", as_="kim")

    host, public = (harbour("status", "housing", as_=who).out for who in ("anna", "kim"))

    for line in SHOWN:
        assert line in host
        assert line in public
    numbers = "1 contribution by 1 person; 0 replies, 1 nudge, 0 hidden"
    assert f"{numbers}; lively" in host
    assert numbers in public
    assert "lively" not in public
    topics = harbour("status", "housing", "--json").json()["topics"]
    assert [(one["name"], one["heat"]) for one in topics] == [("question", "calm"), ("harbour", "lively")]
    nudges = harbour("inventory", "show", "housing", "2", "--json").json()["nudges"]
    assert [(one["author"], one["because"]) for one in nudges] == [("kim", "Be kind.")]
    assert "Nudge from kim: Be kind." in harbour("inventory", "show", "housing", "2").out


def test_topics_as_table_csv_and_json(harbour: Cli) -> None:
    """For people, for a spreadsheet, for a program."""
    harbour(*ADD[:3], "parks", "--title", "Parks")

    plain = [line.split("\t") for line in harbour("topic", "list", "housing").out.splitlines()]
    assert [(row[0], row[3]) for row in plain] == [("question", "open"), ("harbour", "open"), ("parks", "not open yet")]
    rows = list(csv.DictReader(io.StringIO(harbour("topic", "list", "housing", "--csv").out)))
    assert [list(row) for row in rows] == [KEYS] * 3
    assert [one["name"] for one in harbour("topic", "list", "housing", "--json", as_="kim").json()] == ["question", "harbour"]
    shown = harbour("topic", "show", "housing", "harbour")
    assert tuple(shown.out.splitlines()[:4]) == SHOWN
    assert shown.err == "Read it: plein inventory list housing --topic harbour\n"


def test_links_are_one_command(harbour: Cli) -> None:
    """And one to take them back."""
    harbour("inventory", "add", "housing", "Build.", as_="kim")

    made = harbour("inventory", "link", "housing", "2", "1", "--json", as_="lot")
    assert made.json()["links"] == [1]
    assert made.next == ["plein inventory show housing 2"]
    assert "Belongs together with: 2" in harbour("inventory", "show", "housing", "1").out
    refused(harbour("inventory", "link", "housing", "1", "2", "--undo", as_="kim"), 1, "only they or a host")
    assert harbour("inventory", "link", "housing", "1", "2", "--undo").code == 0
    assert harbour("inventory", "show", "housing", "1", "--json").json()["links"] == []
    refused(harbour("inventory", "link", "housing", "1", "9"), 3, "9")
