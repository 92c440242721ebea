"""After the end, on the command line: a final version that is corrected, a public answer that is taken back, a question that is asked again."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.cli.conftest import At, Cli, refused

Unchanged = Callable[[], AbstractContextManager[None]]
WHY = "The list is open to all."


def mended(call: Cli) -> str:
    text = call("draft", "show", "housing", "--version", "2", as_=None).out
    assert "It is open to all" in text
    return text.replace("It is open to all", "Everybody can read it")


def test_a_final_version_is_corrected(call: Cli, at: At) -> None:
    """One command, one reason; what comes next shows what it changed."""
    at("final")
    text = mended(call)

    done = call("draft", "correct", "housing", "-", "--because", WHY, stdin=text)

    assert done.out == "Version 3 corrects version 2; everybody reads it from now on.\n"
    assert done.next == ["plein draft diff housing 2 3"]
    assert "open to all" in call("draft", "diff", "housing", "2", "3", as_=None).out
    shown = call("draft", "show", "housing", as_=None)
    assert shown.out == text
    assert shown.err == f"Version 3 corrects version 2, because: {WHY}\n"
    assert call("draft", "show", "housing", "--version", "2", as_=None).err == ""
    listed = call("draft", "list", "housing", "--json", as_=None).json()
    assert [(one["number"], one["corrects"], one["because"]) for one in listed] == [(1, None, None), (2, None, None), (3, 2, WHY)]
    assert "corrects,because" in call("draft", "list", "housing", "--csv", as_=None).out.splitlines()[0]
    assert "correct-version" in [one["act"] for one in call("log", "housing", "--json", as_=None).json()]
    blamed = call("draft", "blame", "housing", as_=None)
    assert "correction of 2" in blamed.out
    assert "plein cycle show housing" in blamed.err


def test_the_story_of_the_cycle_has_it(call: Cli, at: At) -> None:
    """With the end, when it was and why."""
    at("final")
    call("draft", "correct", "housing", "-", "--because", WHY, stdin=mended(call))

    told = call("cycle", "show", "housing", as_=None).out

    assert "  corrected: version 3 in place of version 2, from Tuesday 24 November 2026, 13:00 (Europe/Amsterdam)\n" in told
    assert told.index("final (open) on version 2") < told.index("  corrected: version 3")
    assert f"  because: {WHY}\n" in told


def test_trying_it_out_changes_nothing(call: Cli, at: At, unchanged: Unchanged) -> None:
    at("final")
    text = mended(call)

    with unchanged():
        tried = call("draft", "correct", "housing", "-", "--because", WHY, "--dry-run", stdin=text)
    assert tried.out == "Version 3 would correct version 2, for everybody to read.\n"
    assert tried.next == []


@pytest.mark.parametrize(
    ("state", "person", "options", "stdin", "code", "words"),
    [
        ("final", "anna", (), "# Housing\n", 2, "--because"),
        ("final", "anna", ("--because", " "), "# Housing\n", 2, "--because"),
        ("final", "anna", ("--because", WHY), "\n", 2, "empty"),
        ("final", "bea", ("--because", WHY), "# Housing\n", 4, "hosts"),
        ("final", "kim", ("--because", WHY), "# Housing\n", 4, "hosts"),
        ("final", None, ("--because", WHY), "# Housing\n", 4, "--as"),
        ("decided", "anna", ("--because", WHY), "# Housing\n", 1, "that is done in: final"),
        ("review", "anna", ("--because", WHY), "# Housing\n", 1, "that is done in: final"),
    ],
)
def test_what_is_refused_says_why(
    call: Cli, at: At, unchanged: Unchanged, state: str, person: str | None, options: tuple[str, ...], stdin: str, code: int, words: str
) -> None:
    """In one line, with the exit code of the contract, and nothing changed."""
    at(state)

    with unchanged():
        answer = call("draft", "correct", "housing", "-", *options, as_=person, stdin=stdin)
    assert answer.code == code, answer
    assert words in answer.err
    assert answer.out == ""


def test_the_same_text_is_no_correction(call: Cli, at: At, unchanged: Unchanged) -> None:
    at("final")
    text = call("draft", "show", "housing", as_=None).out

    with unchanged():
        refused(call("draft", "correct", "housing", "-", "--because", WHY, stdin=text), 1, "version 2 to the letter")


def test_a_public_answer_is_taken_back_with_its_reason(call: Cli, at: At, unchanged: Unchanged) -> None:
    """Without one the refusal names the option; with it, everybody finds both under the suggestion."""
    at("decided")
    call("decision", "publish", "housing", as_="bea")
    with unchanged():
        refused(call("decision", "undo", "housing", "6", as_="bea"), 1, "is public; say why", "--because TEXT")
        refused(
            call("decision", "set", "housing", "6", "--reject", "--because", "No.", as_="bea"),
            1,
            "plein decision undo housing 6 --because TEXT",
        )
    undone = call("decision", "undo", "housing", "6", "--because", "It says more.", as_="bea")

    assert undone.out == ("The decision on suggestion 6 (covered) is taken back.\nEverybody can read that it was taken back, and why.\n")
    assert undone.next == ["plein decision set housing 6 --adopt"]
    shown = call("suggestion", "show", "housing", "6", as_=None)
    assert "Earlier answer: covered, because: See the gasometer.; taken back: It says more.\n" in shown.out
    (listed,) = [one for one in call("suggestion", "list", "housing", "--json", as_=None).json() if one["id"] == 6]
    assert [(one["outcome"], one["because"], one["why"]) for one in listed["undone"]] == [
        ("covered", "See the gasometer.", "It says more.")
    ]
    assert call("log", "housing", "--json", as_=None).json()[-1]["act"] == "undo-decision"


def test_the_group_is_told_which_answers_point_at_it(call: Cli, at: At) -> None:
    """Taken back among themselves, nobody outside is told of it."""
    at("suggested")
    call("decision", "set", "housing", "3", "--reject", "--because", "Too short.", as_="bea")
    call("decision", "set", "housing", "7", "--covered-by", "3", "--because", "The same.", as_="bea")

    undone = call("decision", "undo", "housing", "3", as_="bea")

    assert undone.out.splitlines() == [
        "The decision on suggestion 3 (rejected) is taken back.",
        "The answer to 7 is still that 3 settles it; look at that again.",
    ]


def test_what_a_phase_asks_again_is_said(call: Cli, at: At, tmp_path: Path) -> None:
    """Whoever moves back sees what stands on every page, and how to ask something else; JSON has it in the step."""
    at("review")
    call("cycle", "move", "housing", "drafting", "--because", "Enough.")
    line = "as before: “Is this what you meant?”; to ask something else: --ask\n"

    tried = call("cycle", "move", "housing", "review", "--dry-run")
    assert tried.out.endswith(f"It would ask, {line}")
    moved = call("cycle", "move", "housing", "review")
    assert moved.out.endswith(f"It asks, {line}")
    call("cycle", "move", "housing", "drafting", "--because", "Enough.")
    given = call("cycle", "move", "housing", "review", "--ask", "And now?")
    assert "as before" not in given.out
    call("cycle", "move", "housing", "drafting", "--because", "Enough.")
    assert json.loads(call("cycle", "move", "housing", "review", "--json").out)["steps"][-1]["ask"] == "And now?"
    call("cycle", "move", "housing", "drafting", "--because", "Enough.")
    silent = call("cycle", "move", "housing", "review", "--ask", "")
    assert "ask" not in silent.out
    assert call("cycle", "show", "housing", "--json").json()["steps"][-1]["ask"] is None
