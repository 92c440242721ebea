"""Own words on the command line: changed, taken back, shown again, and entered on somebody's behalf."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import At, Cli, refused
from tests.tiers import thorough

Unchanged = Callable[[], Any]


def test_a_host_shows_again_what_was_hidden(call: Cli, at: At) -> None:
    """Everybody reads it as before."""
    at("inventory")
    call("inventory", "hide", "housing", "1", "--because", "It names a neighbour.")

    done = call("inventory", "unhide", "housing", "1", "--because", "It was another street.")

    assert (done.out, done.err) == ("Contribution 1 is shown again.\n", "Next: plein inventory show housing 1\n")
    assert "My son has been waiting" in call("inventory", "show", "housing", "1", as_=None).out
    refused(call("inventory", "unhide", "housing", "1", "--because", "Why not?"), 1, "Contribution 1 is not hidden; everybody can read it.")
    refused(call("inventory", "unhide", "housing", "1", "--because", "Why not?", as_="kim"), 4, "Only hosts may hide contributions")


def test_a_host_shows_the_words_of_a_nudge_again(call: Cli, at: At) -> None:
    """The contribution it is on stays as it is."""
    at("inventory")
    call("inventory", "nudge", "housing", "1", "--because", "Be kind.", as_="kim")
    call("inventory", "hide", "housing", "1", "--nudge", "kim", "--because", "It is rude.")
    again = ("inventory", "unhide", "housing", "1", "--nudge", "kim", "--because", "It was another one.")
    refused(call(*again, as_="kim"), 4, "Only hosts may hide contributions")

    done = call(*again)

    assert (done.out, done.err) == ("The nudge of kim on contribution 1 is shown again.\n", "Next: plein inventory show housing 1\n")
    assert "Be kind." in call("inventory", "show", "housing", "1", as_=None).out
    refused(call(*again), 1, "The nudge of kim on contribution 1 is not hidden.")
    refused(call(*again[:-4], "--nudge", "joe", "--because", "Why not?"), 3, "joe gave no nudge on contribution 1; see who did: plein")


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

    letter = ("--author", " ria ", "--received", "2026-11-20", "--because", "by letter")
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


@pytest.fixture
def suggested(call: Cli, at: At) -> None:
    """Piet suggests 1, kim 2, and lea leaves tip 3."""
    at("review")
    add = ("suggestion", "add", "housing", "--quote")
    call(*add, "homes", "--replace", "affordable homes", "--why", "Nobody can pay for the rest.", as_="piet")
    call(*add, "trees", "--replace", "fruit trees", as_="kim")
    call(*add, "waiting list", "--tip", "How long is it?", as_="lea")


@pytest.mark.usefixtures("suggested")
def test_somebody_says_a_suggestion_in_other_words(call: Cli, tmp_path: Path) -> None:
    """Shown whole, in the list, in JSON and on the pages: that it changed, when, and what it was."""

    changed = call("suggestion", "change", "housing", "1", "--replace", "affordable flats", as_="piet")
    assert changed.out.splitlines() == [
        "Suggestion 1 is changed; everybody sees that it was.",
        "Suggestion 4 on paragraph 2 of version 1: [-homes-]{+affordable flats+}",
        "It takes the place of 1, which you withdraw with it.",
    ]
    assert changed.err == "Next: plein suggestion show housing 4\n"
    listed = call("suggestion", "list", "housing", as_=None).out.splitlines()
    assert (listed[0].endswith("{+affordable +} [now 4]\t"), listed[3].endswith("{+affordable flats+} [changed, was 1]\t")) == (True, True)
    for number, other in (("1", "Replaced by: 4"), ("4", "It takes the place of: 1")):
        shown = call("suggestion", "show", "housing", number, as_=None).out
        assert other in shown
        assert "Changed by its author on Tuesday 24 November 2026, " in shown
    found = call("suggestion", "show", "housing", "4", "--json", as_=None).json()
    assert (found["instead_of"], found["changed"], found["fell"], found["why"]) == ([1], found["at"], False, "Nobody can pay for the rest.")
    assert call("publish", "housing", "--to", str(tmp_path / "pages"), as_=None).code == 0
    page = (tmp_path / "pages" / "response.html").read_text(encoding="utf-8")
    assert (page.count("changed by its author on"), page.count("replaced by"), page.count("in place of")) == (2, 1, 1)
    assert call("verify").code == 0


@pytest.mark.usefixtures("suggested")
def test_other_words_come_in_each_way_that_the_first_ones_do(call: Cli) -> None:
    """A file, standard input, a passage, a remark, and the motivation by itself."""
    text = call("draft", "show", "housing", "--version", "1").out
    change = ("suggestion", "change", "housing")

    assert call(*change, "1", "-", as_="piet", stdin=text.replace("homes", "flats")).code == 0
    assert call(*change, "4", "--why", "Plain words.", as_="piet").code == 0
    assert call(*change, "5", "--quote", "families", "--tip", "Which ones?", as_="piet").code == 0
    assert call(*change, "6", "--tip", "All of them?", as_="piet").code == 0
    told = call("suggestion", "list", "housing", "--undecided", as_=None).out
    assert "tip: All of them? [changed, was 6]" in told
    assert call(*change, "2", "--replace", "oaks", "--author", "kim", "--because", "by phone").code == 0
    refused(call(*change, "7", as_="piet"), 2, "Say what it is to be: the whole text as it should read (FILE or -)")
    refused(call(*change, "7", "--tip", "All of them?", as_="piet"), 1, "Suggestion 7 says so already; nothing was changed.")
    refused(call(*change, "7", "--tip", "Mine.", as_="zoe"), 4, "Suggestion 7 is not yours; only its author can change it.")
    refused(call(*change, "7", "--tip", "Mine.", as_=None), 4, "Name the person with --as")
    refused(call(*change, "6", "--tip", "Mine.", as_="piet"), 1, "now it is 7: plein suggestion change housing 7")
    refused(call(*change, "99", "--tip", "Mine.", as_="piet"), 3, "There is no suggestion 99")
    assert call("verify").code == 0


@pytest.mark.usefixtures("suggested")
def test_the_circle_hears_that_it_decides_anew_and_nobody_else_does(call: Cli) -> None:
    """Of two that say theirs anew, one was decided on: neither can tell."""
    call("decision", "set", "housing", "1", "--adopt", as_="bea")
    told = [
        call("suggestion", "change", "housing", number, "--replace", "flats", as_=person)
        for number, person in (("1", "piet"), ("2", "kim"))
    ]

    assert [one.code for one in told] == [0, 0]
    assert told[0].out.splitlines()[0] == told[1].out.splitlines()[0].replace("2", "1")
    anew = "To be decided anew, for somebody changed or withdrew their words: 4"
    assert anew in call("status", "housing", as_="bea").out
    assert "Decide anew: plein decision set housing 4 --adopt" in call("suggestion", "show", "housing", "4", as_="bea").out
    assert "[changed, was 1] [decide anew]" in call("suggestion", "list", "housing", as_="bea").out
    for person in ("piet", "kim", None):
        for command in (("status", "housing"), ("suggestion", "show", "housing", "4"), ("suggestion", "list", "housing")):
            assert "anew" not in call(*command, as_=person).out.replace("{+", "")


OLD, NEW = "xqold", "xqnew"
READERS: Mapping[str, str | None] = {"a": "mia", "h": "anna", "d": "bea", "z": "kim", "-": None}
"""The author, a host, a drafter (of the review; before that somebody), somebody else, and nobody in particular."""
SAYS = (
    ("inventory", f"inventory add '{OLD} homes' < mia", "inventory show 2", "inventory list"),
    ("inventory", f"inventory nudge 1 --because {OLD} < mia", "inventory show 1", "inventory list"),
    ("review", f"suggestion add --quote homes --replace {OLD} < mia", "suggestion show 1", "suggestion list"),
)
"""Phase, how mia says it, and where it is read: a contribution, a nudge, a suggestion."""
DONE = """
say           by  old    new    told              then                                           before
contribution  a   ·      ahdz-  changed           inventory change 2 xqnew                       -
contribution  a   ·      ·      Withdrawn by its  inventory withdraw 2                           -
contribution  h   h      ·      Rude              inventory hide 2 --because Rude                -
contribution  h   ahdz-  ·      Kind              inventory unhide 2 --because Kind              inventory hide 2 --because Rude
nudge         h   h      ·      Rude              inventory hide 1 --nudge mia --because Rude    -
nudge         h   ahdz-  ·      Kind              inventory unhide 1 --nudge mia --because Kind  inventory hide 1 --nudge mia --because Rude
suggestion    a   ahdz-  ahdz-  Replaced by: 2    suggestion change 1 --replace xqnew            -
suggestion    a   ahdz-  ·      withdrawn         suggestion withdraw 1                          -
suggestion    a   ahdz-  ahdz-  Replaced by: 2    suggestion change 1 --replace xqnew            decision set 1 --adopt < bea
suggestion    a   ahdz-  ·      withdrawn         suggestion withdraw 1                          decision set 1 --adopt < bea
"""
"""What is done to somebody's words: who may, who reads the old and the new words afterwards, and what everybody is told of it."""


def _in_housing(words: str) -> list[str]:
    """The arguments of a command that is written without its cycle."""
    said = shlex.split(words)
    verbs = 1 if said[0] == "log" else 2
    return [*said[:verbs], "housing", *said[verbs:]]


@thorough
@pytest.mark.parametrize("row", DONE.strip().splitlines()[1:])
def test_who_may_do_it_and_what_each_reads_then(call: Cli, at: At, unchanged: Unchanged, row: str) -> None:
    """Role by reader: of what is done to somebody's words, each sees that, and no more of the words than is theirs to see."""
    what, by, old, new, told, then, before = re.split(r"\s{2,}", row)
    phase, says, show, listed = SAYS[("contribution", "nudge", "suggestion").index(what)]

    def do(words: str, person: str | None) -> int:
        words, _, named = words.partition(" < ")
        return call(*_in_housing(words), as_=named or person).code

    at(phase)
    assert do(says, None) == 0
    assert before == "-" or do(before, "anna") == 0
    for letter, person in READERS.items():
        if letter not in by:
            with unchanged():
                assert do(then, person) == 4, letter
    assert do(then, READERS[by]) == 0

    number = "2" if (what, NEW in then) == ("suggestion", True) else show[-1]
    ways = [show, f"{show} --json", listed, f"{listed} --json", f"{show[:-1]}{number}", "log --json"]
    read = {letter: "".join(call(*_in_housing(way), as_=person).out for way in ways) for letter, person in READERS.items()}
    assert "".join(letter for letter, seen in read.items() if OLD in seen) == old.strip("·")
    assert "".join(letter for letter, seen in read.items() if NEW in seen) == new.strip("·")
    assert all(told in seen for seen in read.values())
    assert call("verify").code == 0
