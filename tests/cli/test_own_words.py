"""Own words on the command line: changed, taken back, shown again, and entered on somebody's behalf."""

from __future__ import annotations

from pathlib import Path

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


def test_a_host_enters_a_letter(call: Cli, at: At) -> None:
    """Shown whole, in the list and in JSON: whose it is, who typed it, how and when it came."""
    at("inventory")

    letter = ("--author", "ria", "--received", "2026-11-20", "--because", "by letter")
    made = call("inventory", "add", "housing", "My hands shake.", *letter)
    assert made.out == "Contribution 2 of ria stands in the inventory of housing.\n"
    assert call("inventory", "show", "housing", "2", as_=None).out.splitlines()[1] == (
        "Entered by anna (by letter), received on Friday 20 November 2026, 23:59 (Europe/Amsterdam)."
    )
    assert call("inventory", "list", "housing", as_=None).out.endswith("\tMy hands shake. [entered by anna]\n")
    found = call("inventory", "show", "housing", "2", "--json", as_=None).json()
    assert (found["author"], found["entered_by"], found["entered_because"], found["late"]) == ("ria", "anna", "by letter", False)
    refused(
        call("inventory", "add", "housing", "Mine.", "--author", "ria"),
        2,
        'Say how it came, which everybody can read: --because "by letter"',
    )
    refused(call("inventory", "add", "housing", "Mine.", *letter, as_="kim"), 4, "Only hosts may import contributions")
    refused(call("inventory", "add", "housing", "Mine.", "--late"), 2, "say whose it is: --author PERSON")
    assert call("verify").code == 0


def test_a_host_takes_in_what_came_late(call: Cli, at: At) -> None:
    """Marked everywhere; for everybody else it has closed."""
    at("processing")
    late = ("--author", "ria", "--late", "--because", "It lay under the mat.")

    made = call("suggestion", "add", "housing", "--quote", "waiting list", "--tip", "How long is it?", *late, "--json").json()
    number = str(made[0]["id"])
    assert (made[0]["author"], made[0]["entered_by"], made[0]["late"]) == ("ria", "anna", True)
    shown = call("suggestion", "show", "housing", number, as_=None).out.splitlines()
    assert shown[1:3] == ["Entered by anna (It lay under the mat.).", "Late: it was taken in after it had closed."]
    assert "[entered by anna] [late]" in call("suggestion", "list", "housing", as_=None).out
    refused(
        call("suggestion", "add", "housing", "--quote", "homes", "--replace", "flats", "--author", "ria", "--because", "by letter"),
        1,
        "what comes in late a host takes in with --late",
    )
    refused(
        call("suggestion", "add", "housing", "--quote", "homes", "--replace", "flats", *late, as_="kim"),
        4,
        "Only hosts take in what came late",
    )
    assert call("verify").code == 0


def test_a_folder_that_came_late_is_marked(call: Cli, at: At, tmp_path: Path) -> None:
    """All of it at once, with when and how it came."""
    at("processing")
    (tmp_path / "forms").mkdir()
    text = call("draft", "show", "housing", "--version", "1").out
    (tmp_path / "forms" / "uma.md").write_text(text.replace("families", "households"), encoding="utf-8")

    done = call("suggestion", "import", "housing", "forms", "--received", "2026-11-22", "--late", "--because", "Forms.", "--json").json()

    assert [(one["author"], one["entered_by"], one["late"]) for one in done[0]["suggestions"]] == [("uma", "anna", True)]
