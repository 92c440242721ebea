"""Closed means closed: what the circle writes and decides does not exist for others until it is published."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import SECRET, At, Cli, refused
from tests.tiers import thorough

OUTSIDERS = [None, "piet", "zoe"]
"""Nobody, somebody from the public, the host of another cycle."""

# what can be asked, in every way it can be asked
QUESTIONS = [
    "status",
    "status housing",
    "status housing --json",
    "cycle list --json",
    "cycle show housing",
    "cycle show housing --json",
    "topic list housing --json",
    "topic show housing question --json",
    "group list housing --json",
    "draft list housing",
    "draft list housing --json",
    "draft list housing --csv",
    "draft show housing",
    "draft show housing --json",
    "draft show housing --version 1",
    "draft show housing --version 2",
    "draft show housing --version 2 --json",
    "draft show housing --aside 1",
    "draft diff housing 1 2",
    "draft diff housing 1 2 --json",
    "suggestion list housing",
    "suggestion list housing --json",
    "suggestion list housing --csv",
    "suggestion list housing --undecided --json",
    "suggestion list housing --colliding --json",
    *(f"suggestion show housing {number}" for number in (1, 2, 4, 5, 6)),
    "suggestion show housing 2 --json",
    "suggestion collisions housing",
    "suggestion collisions housing --json",
    "decision list housing",
    "decision list housing --json",
    "decision list housing --csv",
    "log housing",
    "log housing --json",
    "log housing --csv",
    "verify housing",
    "cycle rules housing --json",
]
COUNTED = ("revision", "entries")
"""What grows with every entry of the record, closed ones included: the chain is public, what it says is not."""


@pytest.mark.parametrize("person", OUTSIDERS)
@pytest.mark.parametrize("state", ["secret", "decided"])
def test_no_answer_to_an_outsider_holds_a_word_of_the_circle(call: Cli, at: At, state: str, person: str | None) -> None:
    """A draft that leaks by one side door is not closed, and nobody dares to write freely in it."""
    at(state)

    for words in QUESTIONS:
        answer = call(*words.split(), as_=person)
        assert SECRET not in (answer.out + answer.err).lower(), words
        assert "Traceback" not in answer.err
        assert "mistake in plein itself" not in answer.err, (words, answer.err)


def test_those_inside_do_read_it(call: Cli, at: At) -> None:
    """Otherwise the test above would pass on an empty room."""
    at("secret")
    for person in ("anna", "bea"):
        assert SECRET in call("draft", "show", "housing", as_=person).out
        assert len(call("draft", "list", "housing", "--json", as_=person).json()) == 2
    at("decided")
    for person in ("anna", "bea"):
        found = call("suggestion", "list", "housing", "--json", as_=person).json()
        assert [one["status"] for one in found] == ["decided"] * 8
        assert len(call("decision", "list", "housing", "--json", as_=person).json()) == 8


# closed, unknown: the two must not be told apart
PAIRS = [
    ("secret", "draft show housing --version 1", "draft show housing --version 77"),
    ("secret", "draft show housing --version 2 --json", "draft show housing --version 77 --json"),
    ("secret", "draft diff housing 1 2", "draft diff housing 77 78"),
    ("secret", "draft show housing --aside 1", "draft show housing --aside 77"),
    ("decided", "draft show housing --version 2", "draft show housing --version 77"),
    ("decided", "draft diff housing 1 2", "draft diff housing 1 77"),
    ("decided", "draft diff housing 1 2 --format html", "draft diff housing 1 77 --format html"),
]


@pytest.mark.parametrize("person", OUTSIDERS)
@pytest.mark.parametrize(("state", "closed", "unknown"), PAIRS)
def test_closed_and_unknown_sound_the_same(call: Cli, at: At, state: str, closed: str, unknown: str, person: str | None) -> None:
    """Otherwise the refusal itself would tell how far the circle is."""
    at(state)

    answers = [call(*words.split(), as_=person) for words in (closed, unknown)]

    for answer in answers:
        refused(answer, 3)
    first, second = (re.sub(r"\d+", "N", answer.err) for answer in answers)
    assert first == second


@pytest.mark.parametrize("person", OUTSIDERS)
def test_no_version_is_listed_before_one_is_published(call: Cli, at: At, person: str | None) -> None:
    """Not even that there are two."""
    at("secret")

    assert call("draft", "list", "housing", "--json", as_=person).json() == []
    refused(call("draft", "show", "housing", as_=person), 3)
    assert call("status", "housing", "--json", as_=person).json()["counts"]["versions"] == 0


def without(found: Any, keys: tuple[str, ...]) -> Any:
    """A JSON answer without some keys, however deep they stand."""
    if isinstance(found, dict):
        return {key: without(value, keys) for key, value in found.items() if key not in keys}
    if isinstance(found, list):
        return [without(one, keys) for one in found]
    return found


@pytest.mark.parametrize("person", ["piet", "zoe"])
def test_nothing_an_outsider_can_read_changes_while_the_circle_decides(call: Cli, at: At, person: str | None) -> None:
    """Statuses, collisions and counts must not tell what was decided before the group says so."""
    asked = [words for words in QUESTIONS if not words.startswith(("log", "verify", "cycle list"))]
    at("open-processing")
    before = {words: call(*words.split(), as_=person) for words in asked}

    at("decided")

    for words in asked:
        after = call(*words.split(), as_=person)
        if "--json" in words and after.code == 0:
            assert without(after.json(), COUNTED) == without(before[words].json(), COUNTED), words
        else:
            assert after == before[words], words
    for one in call("suggestion", "list", "housing", "--json", as_=person).json():
        assert (one["status"], one["decision"]) == ("open", None)
    assert call("decision", "list", "housing", "--json", as_=person).json() == []


def test_a_decision_is_visible_once_it_is_published(call: Cli, at: At) -> None:
    """That is the promise to everyone who wrote: an outcome, and why."""
    at("decided")
    assert call("decision", "publish", "housing", as_="bea").code == 0

    found = call("suggestion", "list", "housing", "--json", as_=None).json()
    decisions = call("decision", "list", "housing", "--json", as_="piet").json()

    assert [one["status"] for one in found] == ["decided"] * 8
    assert [one["decision"]["outcome"] for one in found] == [
        "adopted", "rejected", "adopted", "noted", "adapted", "covered", "adopted", "adopted",
    ]  # fmt: skip
    assert decisions[1]["because"] == "A gasometer is no castle."
    refused(call("draft", "show", "housing", "--version", "2", as_="piet"), 3)


@pytest.mark.parametrize("person", OUTSIDERS)
@pytest.mark.parametrize("state", ["secret", "decided"])
def test_closed_entries_of_the_record_say_nothing(call: Cli, at: At, state: str, person: str | None) -> None:
    """The chain can be checked by everybody; who did what inside, and when, cannot be read off it."""
    at(state)
    inside = {entry["number"]: entry for entry in call("log", "housing", "--json").json()}
    acts = {"save-draft", "decide", "merge"}
    closed = {number for number, entry in inside.items() if entry["act"] in acts}

    seen = {entry["number"]: entry for entry in call("log", "housing", "--json", as_=person).json()}

    assert closed
    assert list(seen) == list(inside)
    for number, entry in seen.items():
        assert (entry["digest"], entry["previous"]) == (inside[number]["digest"], inside[number]["previous"])
        if number in closed:
            assert entry["act"] not in acts
            assert (entry["by"], entry["at"], entry.get("body")) == (None, None, None)
        else:
            assert entry["by"] == inside[number]["by"]


@pytest.mark.parametrize("state", ["secret", "decided"])
@pytest.mark.parametrize("person", ["anna", "piet", None])
def test_the_pages_hold_only_what_is_open_whoever_makes_them(call: Cli, at: At, tmp_path: Path, state: str, person: str | None) -> None:
    """A host who publishes must not publish the draft by accident."""
    at(state)

    made = call("publish", "housing", "--to", str(tmp_path / "pages"), as_=person)

    assert made.code == 0, made
    pages = [page for page in (tmp_path / "pages").rglob("*") if page.is_file()]
    assert pages
    for page in pages:
        assert SECRET.encode() not in page.read_bytes().lower(), page
        assert b"A gasometer" not in page.read_bytes()


def test_pages_do_not_change_while_the_circle_decides(call: Cli, at: At, tmp_path: Path) -> None:
    """Not by a count, nor by a mark; only the record is longer, by links that say nothing."""
    folders = []
    for state in ("open-processing", "decided"):
        at(state)
        folders.append(tmp_path / state)
        assert call("publish", "housing", "--to", str(folders[-1])).code == 0

    before, after = ({page.relative_to(to): page.read_bytes() for page in to.rglob("*") if page.is_file()} for to in folders)

    assert set(before) == set(after)
    for page, content in before.items():
        if not page.name.startswith("record"):
            said = [re.sub(rb"[0-9a-f]{12,}|entry \d+", b"", text) for text in (content, after[page])]
            assert said[0] == said[1], page


def test_somebody_who_left_the_circle_is_outside(call: Cli, at: At) -> None:
    """From that moment on the drafts are not there for them."""
    at("secret")
    assert call("draft", "show", "housing", as_="bea").code == 0
    call("group", "remove", "housing", "bea", "--because", "Moved away.")

    refused(call("draft", "show", "housing", as_="bea"), 3)
    assert call("draft", "list", "housing", "--json", as_="bea").json() == []


def test_somebody_who_was_invited_but_did_not_accept_is_outside(call: Cli, at: At) -> None:
    """An invitation is a question, not a key."""
    at("secret")
    token = call("group", "invite", "housing", "piet", "--role", "adviser", "--because", "Knows gas.", "--json").json()["token"]

    refused(call("draft", "show", "housing", as_="piet"), 3)
    assert call("group", "accept", token, as_="piet").code == 0
    assert SECRET in call("draft", "show", "housing", as_="piet").out


def test_an_adviser_reads_until_the_agreed_day(call: Cli, at: At) -> None:
    """Asked in for one topic and a limited time; they read, they do not decide."""
    at("secret")
    invite = ("group", "invite", "housing", "kim", "--role", "adviser", "--because", "Law.", "--until", "2026-11-30", "--json")
    assert call("group", "accept", call(*invite).json()["token"], as_="kim").code == 0

    assert SECRET in call("--now", "2026-11-30", "draft", "show", "housing", as_="kim").out
    refused(call("--now", "2026-12-01", "draft", "show", "housing", as_="kim"), 3)
    refused(call("draft", "save", "housing", "-", as_="kim", stdin="# Mine\n\nText.\n"), 4)


def test_withdrawing_does_not_tell_whether_the_group_has_decided(call: Cli, at: At) -> None:
    """Otherwise everybody could ask, one by one, what was decided about their suggestion."""
    at("open-processing")
    before = call("suggestion", "withdraw", "housing", "2", as_="jan")
    at("decided")

    after = call("suggestion", "withdraw", "housing", "2", as_="jan")

    assert after.code == before.code
    assert "decided" not in after.err
    assert "answer" not in after.err


@thorough
def test_the_installed_command_keeps_the_draft_closed(run: Cli, at: At) -> None:
    """Once as a process of its own."""
    at("secret")

    refused(run("draft", "show", "housing", "--version", "1", as_="piet"), 3)
    assert run("draft", "list", "housing", "--json", as_=None).json() == []
