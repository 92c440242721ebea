"""Own words on the command line: changed, taken back, shown again, and entered on somebody's behalf."""

from __future__ import annotations

from tests.cli.conftest import At, Cli, refused


def test_a_host_shows_again_what_was_hidden(call: Cli, at: At) -> None:
    """Everybody reads it as before."""
    at("inventory")
    call("inventory", "hide", "housing", "1", "--because", "It names a neighbour.")

    done = call("inventory", "unhide", "housing", "1", "--because", "It was another street.")

    assert (done.out, done.err) == ("Contribution 1 is shown again.\n", "Next: plein inventory show housing 1\n")
    assert "My son has been waiting" in call("inventory", "show", "housing", "1", as_=None).out
    refused(call("inventory", "unhide", "housing", "1", "--because", "Why not?"), 1, "Contribution 1 is not hidden; everybody can read it.")
    refused(call("inventory", "unhide", "housing", "1", "--because", "Why not?", as_="kim"), 4, "Only hosts may hide contributions")


def test_an_author_says_it_otherwise_and_takes_it_back(call: Cli, at: At) -> None:
    """What it was is gone; that it changed, and that it was taken back, everybody sees."""
    at("inventory")

    changed = call("inventory", "change", "housing", "1", "-", as_="piet", stdin="My son waits.\n")
    assert changed.out == "Contribution 1 is changed; everybody sees that it was.\n"
    shown = call("inventory", "show", "housing", "1", as_=None)
    assert shown.out.splitlines()[1].startswith("Changed by its author on Tuesday 24 November 2026, ")
    assert shown.out.splitlines()[-1] == "My son waits."
    assert call("inventory", "list", "housing", as_=None).out.endswith("\tMy son waits. [changed]\n")
    refused(call("inventory", "change", "housing", "1", "Mine."), 4, "Contribution 1 is not yours")

    assert call("inventory", "withdraw", "housing", "1", as_="piet").out == (
        "Contribution 1 is withdrawn; its words are gone, and its place stays.\n"
    )
    found = call("inventory", "show", "housing", "1", "--json", as_=None).json()
    assert (found["text"], found["hidden"]) == (None, "Withdrawn by its author.")
    assert found["withdrawn"] >= found["changed"]
    assert call("inventory", "list", "housing", as_=None).out.endswith("\t[Withdrawn by its author.]\n")
    assert call("verify").code == 0


def test_after_the_inventory_has_closed_nobody_changes_what_was_said(call: Cli, at: At) -> None:
    """The group builds on it."""
    at("invitation")

    refused(call("inventory", "change", "housing", "1", "Mine.", as_="piet"), 1, "that is done in: inventory")
    refused(call("inventory", "withdraw", "housing", "1", as_="piet"), 1, "that is done in: inventory")
