"""A moved paragraph on the command line: what goes where, in words."""

from __future__ import annotations

from tests.cli.conftest import At, Cli, refused
from tests.cycles import TEXT

LIST = "The town keeps a waiting list. It is public."
LAST = TEXT.replace(LIST + "\n\n", "") + f"\n{LIST}\n"
FIRST = f"{LIST}\n\n" + TEXT.replace(LIST + "\n\n", "")


def test_a_move_is_told_as_a_move(call: Cli, at: At) -> None:
    """Nobody has to compare two paragraphs to find that they are the same."""
    at("review")

    added = call("suggestion", "add", "housing", "-", as_="piet", stdin=LAST)
    assert added.out == f"Suggestion 1 on paragraph 6 of version 1: moved to after paragraph 7: {LIST[:39]}…\n"
    call("suggestion", "add", "housing", "-", as_="kim", stdin=FIRST)

    listed = call("suggestion", "list", "housing")
    shown = call("suggestion", "show", "housing", "2")

    assert "moved to after paragraph 7: The town" in listed.out
    assert f"\n{LIST}\n\n(moved to the top)\n" in shown.out
    assert [one["moved_to"] for one in call("suggestion", "list", "housing", "--json").json()] == [7, 0]


def test_a_screen_shows_where_each_wants_the_passage(call: Cli, at: At) -> None:
    """One place, the passage once, and every alternative with where it goes."""
    at("review")
    for person, text in (("piet", LAST), ("kim", FIRST)):
        call("suggestion", "add", "housing", "-", as_=person, stdin=text)

    answer = call("suggestion", "collisions", "housing", as_="bea")

    for words in ("Place 1 · paragraph 6 · 2 suggestions, 2 alternatives · overlap", f"   > {LIST}\n\n", "(moved to the top)"):
        assert words in answer.out, answer.out
    assert "(moved to after paragraph 7)" in answer.out
    (place,) = call("suggestion", "collisions", "housing", "--json", as_="bea").json()
    assert sorted(one["moved_to"] for one in place["alternatives"]) == [0, 7]


def test_a_move_takes_no_other_place(call: Cli, at: At) -> None:
    """It is refused in one line that says what to do instead."""
    at("review")
    call("suggestion", "add", "housing", "-", as_="piet", stdin=LAST)
    call("cycle", "move", "housing", "drafting", "--because", "Enough.", as_="anna")

    answer = call("decision", "set", "housing", "1", "--adopt", "--at", "We build homes.", as_="bea")

    refused(answer, 1, "Suggestion 1 moves a passage and replaces none; move it in the text: plein draft save housing FILE")
