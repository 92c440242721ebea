"""Deciding and merging: every outcome, reasons, order; and drafts that were made from an older version."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import At, Cli, refused
from tests.cycles import TEXT

Unchanged = Callable[[], AbstractContextManager[None]]


def decide(call: Cli, *words: str, **how: Any) -> Any:
    """Decide as bea, the drafter."""
    done = call("decision", "set", "housing", *words, "--json", as_="bea", **how)
    assert done.code == 0, done
    return done.json()


def merged(call: Cli) -> str:
    """Merge, and the text that comes of it."""
    done = call("draft", "merge", "housing", "--json", as_="bea")
    assert done.code == 0, done
    text = call("draft", "show", "housing", as_="bea").out
    assert sha256(text.encode()).hexdigest() == done.json()["digest"]
    assert call("verify").code == 0
    return text


# words after the cycle, outcome, by which number it is covered
OUTCOMES = [
    (["1", "--adopt"], "adopted", None),
    (["1", "--adopt", "--because", "Clear."], "adopted", None),
    (["1", "--adapt", "dwellings.", "--because", "B."], "adapted", None),
    (["1", "--reject", "--because", "B."], "rejected", None),
    (["7", "--covered-by", "3", "--because", "B."], "covered", 3),
    (["4", "--noted", "--because", "B."], "noted", None),
    (["1", "2", "3", "--reject", "--because", "B."], "rejected", None),
]


@pytest.mark.parametrize(("words", "outcome", "by"), OUTCOMES, ids=[" ".join(c[0]) for c in OUTCOMES])
def test_every_outcome_is_kept_with_its_reason(call: Cli, at: At, words: list[str], outcome: str, by: int | None) -> None:
    """Everybody who wrote gets an answer of one of six kinds."""
    at("processing")

    done = decide(call, *words)

    numbers = [int(word) for word in words if word.isdigit() and int(word) != by]
    assert [one["suggestion"] for one in done] == numbers
    listed = {one["suggestion"]: one for one in call("decision", "list", "housing", "--json").json()}
    for number in numbers:
        assert listed[number]["outcome"] == outcome
        assert listed[number]["covered_by"] == by
        assert listed[number]["because"] == (words[words.index("--because") + 1] if "--because" in words else None)
        assert listed[number]["published"] is False
        assert call("suggestion", "show", "housing", str(number), "--json").json()["status"] == "decided"


def test_a_decision_on_several_is_for_all_or_none(call: Cli, at: At, unchanged: Unchanged) -> None:
    """One number mistyped, and none is decided."""
    at("processing")

    with unchanged():
        refused(call("decision", "set", "housing", "1", "77", "--reject", "--because", "B.", as_="bea"), 3, "77")


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["4", "--adopt"], (1, 2)),
        (["3", "--covered-by", "3", "--because", "B."], (1, 2)),
        (["1", "--adopt", "--reject", "--because", "B."], (2,)),
        (["1"], (2,)),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(
    call: Cli, at: At, unchanged: Unchanged, words: list[str], codes: tuple[int, ...]
) -> None:
    """A tip changes no text; nothing is covered by itself."""
    at("processing")

    with unchanged():
        refused(call("decision", "set", "housing", *words, as_="bea"), codes)


def test_what_was_taken_back_cannot_be_decided_on(call: Cli, at: At, unchanged: Unchanged) -> None:
    """Its author had the last word."""
    at("suggested")
    assert call("suggestion", "withdraw", "housing", "2", "--json", as_="jan").json()["status"] == "withdrawn"

    with unchanged():
        refused(call("decision", "set", "housing", "2", "--adopt", as_="bea"), 1, "2")
    assert 2 not in [one["id"] for one in call("suggestion", "list", "housing", "--undecided", "--json").json()]


def test_a_decision_can_be_changed_and_undone(call: Cli, at: At) -> None:
    """Second thoughts are what a discussion is for."""
    at("processing")
    decide(call, "1", "--adopt")
    decide(call, "1", "--reject", "--because", "On second thoughts.")

    undone = call("decision", "undo", "housing", "1", "--json", as_="bea")

    assert undone.json()["suggestion"] == 1
    assert call("decision", "list", "housing", "--json").json() == []
    assert call("suggestion", "show", "housing", "1", "--json").json()["status"] == "open"
    assert call("verify").code == 0


def test_adopted_suggestions_go_into_the_text(call: Cli, at: At) -> None:
    """And nothing else changes."""
    at("processing")
    decide(call, "1", "3", "7", "8", "--adopt")

    assert merged(call) == TEXT.replace("homes", "houses").replace("waiting list", "queue").replace("is public", "is open to all")


def test_the_order_of_deciding_makes_no_difference(call: Cli, at: At) -> None:
    """The same set gives the same bytes."""
    texts = set()
    for order in (("1", "3", "5", "8"), ("8", "5", "3", "1")):
        at("processing")
        for number in order:
            decide(call, number, "--adopt")
        texts.add(merged(call))

    assert len(texts) == 1


@pytest.mark.parametrize("by", ["file", "words", "standard input"])
def test_adapting_puts_other_words_in_place_of_the_passage(call: Cli, at: At, tmp_path: Path, by: str) -> None:
    """From the line, from a file that a person edited in peace, or from a pipe."""
    at("processing")
    (tmp_path / "words.md").write_bytes(b"affordable houses and homes.\r\n")
    given = {"file": "@words.md", "words": "affordable houses and homes.", "standard input": "@-"}[by]

    decide(call, "1", "--adapt", given, "--because", "Both.", stdin="affordable houses and homes.\n")

    assert merged(call) == TEXT.replace("homes.", "affordable houses and homes.")


def test_adapting_a_new_item_puts_the_other_item_in_its_place(call: Cli, at: At) -> None:
    """It reads as if that had been suggested: an item of the list, and the list ends where it ended."""
    at("processing")
    decide(call, "5", "--adapt", "- pupils and students", "--because", "Both.")

    assert merged(call) == TEXT.replace("lost their home\n", "lost their home\n- pupils and students\n")


@pytest.mark.parametrize("order", [("5", "6"), ("6", "5")])
def test_together_puts_insertions_at_one_place_in_the_order_given(call: Cli, at: At, order: tuple[str, str]) -> None:
    """Two people each add an item to the same list; both are right, and the group says who comes first."""
    at("processing")
    items = {"5": "- students\n", "6": "- nurses\n"}

    decide(call, *order, "--adopt", "--together")

    assert merged(call) == TEXT.replace("lost their home\n", "lost their home\n" + "".join(items[number] for number in order))


def test_without_together_insertions_at_one_place_are_held_and_named(call: Cli, at: At) -> None:
    """Nobody's machine chooses an order; a person does."""
    at("processing")
    decide(call, "3", "5", "6", "--adopt")

    plan = call("draft", "merge", "housing", "--dry-run", "--json", as_="bea").json()

    assert (plan["applied"], plan["held"]) == ([3], [5, 6])
    (collision,) = plan["collisions"]
    assert (collision["kind"], collision["suggestions"]) == ("same-place", [5, 6])


def test_colliding_suggestions_are_held_and_named_in_words(call: Cli, at: At) -> None:
    """Two words for one place: the merge takes neither, and says which."""
    at("processing")
    decide(call, "1", "2", "3", "--adopt")

    done = call("draft", "merge", "housing", as_="bea")

    assert done.code == 0
    assert "1" in done.out
    assert "2" in done.out
    assert done.next == ["plein suggestion collisions housing"]
    assert "queue" in call("draft", "show", "housing", as_="bea").out
    assert "houses" not in call("draft", "show", "housing", as_="bea").out


def test_what_was_merged_is_not_merged_twice(call: Cli, at: At, unchanged: Unchanged) -> None:
    """Nothing new to merge is no version."""
    at("processing")
    decide(call, "3", "--adopt")
    merged(call)

    with unchanged():
        refused(call("draft", "merge", "housing", as_="bea"), 1)


def test_final_waits_until_everybody_has_an_answer(call: Cli, at: At, unchanged: Unchanged) -> None:
    """All reasons at once: undecided, unpublished, not merged."""
    at("processing")
    decide(call, "1", "--adopt")

    with unchanged():
        refused(call("cycle", "move", "housing", "final"), 1, "7 suggestion", "not published", "merge")

    at("decided")
    call("decision", "publish", "housing")
    assert call("cycle", "move", "housing", "final", "--json").json()["phase"] == "final"
    assert call("draft", "show", "housing", "--json", as_="piet").json()["published"] is True


# --- drafts


def test_a_draft_made_from_an_older_version_is_merged_where_it_can(call: Cli, at: At) -> None:
    """Two drafters worked at night, in different places of the text."""
    at("drafting")
    mine, theirs = TEXT.replace("homes", "houses"), TEXT.replace("trees", "flowers")
    assert call("draft", "save", "housing", "-", as_="bea", stdin=theirs).code == 0

    saved = call("draft", "save", "housing", "-", "--base", "1", "--json", as_="anna", stdin=mine)

    assert saved.json()["number"] == 3
    assert call("draft", "show", "housing").out == theirs.replace("homes", "houses")
    assert call("verify").code == 0


def test_a_draft_that_collides_is_refused_and_both_texts_are_kept(call: Cli, run: Cli, at: At) -> None:
    """Nobody's night of work is lost, and nobody's is overwritten."""
    at("drafting")
    mine, theirs = TEXT.replace("homes", "houses"), TEXT.replace("homes", "castles")
    assert call("draft", "save", "housing", "-", as_="bea", stdin=theirs).code == 0

    refused(run("draft", "save", "housing", "-", "--base", "1", as_="anna", stdin=mine), 1, "--aside 1")

    assert call("draft", "show", "housing").out == theirs
    aside = call("draft", "show", "housing", "--aside", "1").out
    assert "houses" in aside
    assert "castles" in aside
    assert call("draft", "show", "housing", "--aside", "1", "--json").json()["text"] == aside
    refused(call("draft", "show", "housing", "--aside", "1", as_="piet"), 3)


def test_a_draft_made_from_no_version_there_is_is_refused(call: Cli, at: At, unchanged: Unchanged) -> None:
    """A wrong number is no base."""
    at("drafting")

    with unchanged():
        refused(call("draft", "save", "housing", "-", "--base", "77", stdin=TEXT.replace("homes", "houses")), 3, "77")


def test_a_note_is_for_the_circle_only(call: Cli, at: At) -> None:
    """The text becomes public in review, what the drafters told each other does not."""
    at("drafting")
    call("draft", "save", "housing", "-", "--note", "Bea hates trees.", as_="bea", stdin=TEXT.replace("trees", "flowers"))
    call("cycle", "move", "housing", "review")

    assert call("draft", "show", "housing", "--version", "2", "--json").json()["note"] == "Bea hates trees."
    assert call("draft", "show", "housing", "--version", "2", "--json", as_="piet").json()["note"] is None
    assert "hates" not in call("log", "housing", "--json", as_="piet").out
