"""Carrying on, on the command line: what lost its place stays visible and can be taken over by hand; drafts that collide are both kept."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from tests.cli.conftest import At, Cli, refused
from tests.cycles import TEXT

Unchanged = Callable[[], AbstractContextManager[None]]
CASTLES = TEXT.replace("We build homes.", "Castles are what is needed here.")


def lost(call: Cli, at: At) -> int:
    """A suggestion whose words were changed in another way, in a second review of the new text; its number."""
    at("review")
    made = call(
        "suggestion", "add", "housing", "--quote", "We build homes.", "--replace", "We rent out homes.", "--json", as_="piet"
    ).json()
    call("cycle", "move", "housing", "drafting", "--because", "Enough.")
    assert call("draft", "save", "housing", "-", as_="bea", stdin=CASTLES).code == 0
    assert call("cycle", "move", "housing", "review", "--closes", "2026-12-19", "--ask", "And now?").code == 0
    number: int = made[0]["id"]
    return number


def test_what_lost_its_place_is_shown_with_its_surroundings_and_what_to_do(call: Cli, at: At) -> None:
    """Whoever wrote it, and the group, see that it is still there."""
    number = lost(call, at)

    listed = {one["id"]: one for one in call("suggestion", "list", "housing", "--json").json()}
    assert listed[number]["status"] in ("collided", "orphaned")
    shown = call("suggestion", "show", "housing", str(number))
    assert "[[We build homes.]]" in shown.out
    assert "Who comes first" in shown.out
    assert f"plein decision set housing {number} --adopt --at QUOTE" in shown.out
    data = call("suggestion", "show", "housing", str(number), "--json").json()
    assert data["here"] is None
    assert data["context"]["after"].startswith("\n\n## Who comes first")
    assert (data["quote"], data["replace"]) == ("We build homes.", "We rent out homes.")


def test_what_was_carried_says_where_it_stands_now(call: Cli, at: At) -> None:
    """People look for their words in the text that is before them."""
    at("review")
    number = call("suggestion", "add", "housing", "--quote", "trees", "--replace", "oaks", "--json", as_="jan").json()[0]["id"]
    call("cycle", "move", "housing", "drafting", "--because", "Enough.")
    newer = "# First\n\n" + TEXT
    assert call("draft", "save", "housing", "-", as_="bea", stdin=newer).code == 0
    assert call("cycle", "move", "housing", "review", "--closes", "2026-12-19", "--ask", "And now?").code == 0

    here = call("suggestion", "show", "housing", str(number), "--json").json()["here"]
    assert (here["version"], here["quote"], newer[here["start"] : here["end"]]) == (2, "trees", "trees")
    assert f"In version 2: paragraph {here['paragraph']}, “trees”" in call("suggestion", "show", "housing", str(number)).out


def test_it_is_taken_over_by_hand_at_a_new_place(call: Cli, at: At, unchanged: Unchanged) -> None:
    """The group names the passage; what it reads after the merge is what was suggested, there."""
    number = str(lost(call, at))
    with unchanged():
        refused(call("decision", "set", "housing", number, "--adopt", "--at", "palaces", as_="bea"), 3, "palaces")
        refused(call("decision", "set", "housing", number, "--reject", "--because", "No.", "--at", "Castles", as_="bea"), 2, "--at QUOTE")

    done = call("decision", "set", "housing", number, "--adopt", "--at", "Castles are what is needed here.", "--json", as_="bea").json()
    assert done[0]["place"] == {"version": 2, "quote": "Castles are what is needed here."}
    assert "In place of: “Castles are" in call("suggestion", "show", "housing", number, as_="bea").out
    call("cycle", "move", "housing", "drafting", "--because", "Enough.")
    assert call("draft", "merge", "housing", as_="bea").code == 0
    assert "We rent out homes.\n" in call("draft", "show", "housing", as_="bea").out
    assert call("verify").code == 0


def test_a_held_one_says_what_to_do_next(call: Cli, at: At) -> None:
    """A refusal without a way on is a wall."""
    number = str(lost(call, at))
    call("decision", "set", "housing", number, "--adopt", as_="bea")
    call("cycle", "move", "housing", "drafting", "--because", "Enough.")

    refused(call("draft", "merge", "housing", as_="bea"), 1, "--adopt --at QUOTE")


def test_a_draft_that_collides_says_where_and_how_to_go_on(call: Cli, run: Cli, at: At) -> None:
    """Two lines: where, with the words of both; and the two commands that lead out of it."""
    at("drafting")
    assert call("draft", "save", "housing", "-", as_="bea", stdin=TEXT.replace("homes", "castles")).code == 0

    answer = run("draft", "save", "housing", "-", "--base", "1", as_="anna", stdin=TEXT.replace("homes", "houses"))

    assert answer.code == 1
    assert len(answer.err.strip().splitlines()) == 2
    assert "paragraph 2 (they: “castles”, you: “houses”)" in answer.err
    assert "--aside 1" in answer.err
    assert "--base 2" in answer.err
    listed = call("draft", "show", "housing", "--asides", "--json").json()
    assert [(one["number"], one["author"], one["base"], one["newest"]) for one in listed] == [(1, "anna", 1, 2)]
    assert call("draft", "show", "housing", "--asides", "--json", as_="piet").json() == []
    marked = call("draft", "show", "housing", "--aside", "1").out
    assert "<<<<<<< version 2" in marked
    again = run("draft", "save", "housing", "-", "--base", "2", as_="anna", stdin=marked)
    assert again.code == 2
    assert "take the marks out" in again.err
