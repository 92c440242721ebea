"""What the command line says of time that people were promised, of moments that run backwards, and of roles that are kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.cli.conftest import At, Cli, refused

Unchanged = Callable[[], Any]
PROMISED = "Friday 18 December 2026, 23:59 (Europe/Amsterdam)"
EARLY = ("cycle", "move", "housing", "drafting")
SHORTER = ("cycle", "extend", "housing", "--closes", "2026-11-25")
WHY = ("--because", "The council meets a week earlier.")


@pytest.mark.parametrize("words", [EARLY, (*EARLY, "--dry-run"), SHORTER, (*SHORTER, "--because", " ")])
def test_time_that_was_promised_is_not_taken_away_without_a_reason(call: Cli, at: At, unchanged: Unchanged, words: tuple[str, ...]) -> None:
    """The option that is missing is named."""
    at("review")
    with unchanged():
        refused(call(*words), 1, PROMISED, "--because")


@pytest.mark.parametrize("words", [EARLY, SHORTER])
def test_the_answer_warns_and_everybody_reads_why(call: Cli, at: At, words: tuple[str, ...]) -> None:
    """Whoever does it is told what it means; whoever looks is told why."""
    at("review")
    done = call(*words, *WHY)
    assert done.code == 0
    assert f"Mind: people had been promised until {PROMISED}; everybody can read why it ends sooner." in done.out

    told = call("cycle", "show", "housing", as_=None).out
    assert PROMISED in told
    assert WHY[1] in told
    assert "shortened, from" in told or "ended early" in told


def test_whoever_looks_where_it_is_reads_why_it_is_shorter_until_it_ends(call: Cli, at: At) -> None:
    """Nobody should have to look for it; once the time was given back there is nothing to read."""
    at("review")
    call(*SHORTER, *WHY)
    said = f"Shortened: people had been promised until {PROMISED}. Why: {WHY[1]}"

    lines = call("status", "housing", as_=None).out.splitlines()
    assert lines[lines.index(said) - 1] == "Until: Wednesday 25 November 2026, 23:59 (Europe/Amsterdam)"
    found = call("status", "housing", "--json", as_=None).json()["shortened"]
    assert [(one["promised"], one["because"]) for one in found] == [("2026-12-18T22:59:59+00:00", WHY[1])]
    call("cycle", "extend", "housing", "--closes", "2026-12-01")
    assert said in call("status", "housing", as_=None).out
    call("cycle", "extend", "housing", "--closes", "2026-12-18")
    assert "Shortened" not in call("status", "housing", as_=None).out
    call(*SHORTER, *WHY)
    call(*EARLY, "--because", "Enough was said.")
    assert "Shortened" not in call("status", "housing", as_=None).out


def test_a_later_deadline_takes_nothing_away(call: Cli, at: At) -> None:
    """Nor is there a warning."""
    at("review")
    done = call("cycle", "extend", "housing", "--closes", "2026-12-24")
    assert (done.code, "Mind" in done.out) == (0, False)


def test_the_pages_tell_what_was_promised(call: Cli, at: At, tmp_path: Any) -> None:
    """Most people read nothing else."""
    at("review")
    call(*SHORTER, *WHY)
    call(*EARLY, "--because", "Enough was said.")
    assert call("publish", "housing", "--to", str(tmp_path / "pages")).code == 0
    page = re.sub("<[^>]*>", "", (tmp_path / "pages" / "index.html").read_text(encoding="utf-8"))
    assert "The time was shortened, from Friday 18 December 2026" in page
    assert "It ended early: people had been promised until Wednesday 25 November 2026" in page
    assert WHY[1] in page


def test_a_moment_before_the_newest_entry_is_refused(call: Cli, at: At, unchanged: Unchanged) -> None:
    """Nobody writes history afterwards; reading as of then is another thing."""
    at("review")
    words = ("suggestion", "add", "housing", "--quote", "homes", "--replace", "houses")
    with unchanged():
        refused(call("--now", "2026-11-01T09:00", *words, as_="kim"), 1, "1 November 2026", "never runs backwards", "--now")
    assert call("--now", "2026-11-01T09:00", "cycle", "show", "housing").code == 0
    assert call(*words, as_="kim").code == 0


def test_a_record_from_the_future_is_told_of(call: Cli, at: At) -> None:
    """Beside the result, whoever looks: everything is dated after it, and nobody would know why."""
    at("review")
    assert "clock" not in call("status", "housing").err
    call("cycle", "promise", "housing", "We ask again.", now="2030-01-05T10:00")
    moment = "Saturday 5 January 2030, 10:00 (Europe/Amsterdam)"

    for words in (("status", "housing"), ("status", "--json"), ("verify",), ("verify", "housing")):
        named = call(*words)
        assert named.code == 0
        assert f"before the newest entry in the record of housing, of {moment}: you can look, and do nothing. Name a later" in named.err
        clock = call(*words, now=None)
        assert f"The clock is behind the record of housing, whose newest entry is of {moment}: whatever is done before then" in clock.err
        assert call(*words, now="2030-01-05T09:59:30").err.count("5 January") == 0
    assert call("verify").out.startswith("ok: ")
    assert call("cycle", "new", "trees", "--title", "T", "--question", "Q", now="2031-01-05T10:00").code == 0
    assert "record of trees (and of 1 cycle more), of Sunday 5 January 2031" in call("verify").err


def test_of_a_cycle_that_is_over_nothing_is_told(call: Cli, at: At) -> None:
    """Nothing waits for the clock there."""
    at("review")
    assert call("cycle", "move", "housing", "stopped", "--because", "The council resigned.", now="2030-01-05T10:00").code == 0

    for words in (("status", "housing"), ("verify",)):
        assert "newest entry" not in call(*words).err


def test_a_closed_moment_in_the_future_is_the_circles(call: Cli, at: At) -> None:
    """When it did something behind its doors is told to nobody else."""
    at("drafting")
    assert call("draft", "save", "housing", "-", as_="bea", stdin="# Housing\n\nWe build.\n", now="2030-01-05T10:00").code == 0

    for words in (("status", "housing"), ("verify",)):
        assert "5 January 2030" in call(*words, as_="bea").err
        assert "newest entry" not in call(*words, as_="kim").err
        assert "newest entry" not in call(*words, as_=None).err


def test_whoever_loses_a_role_is_told_which_they_keep(call: Cli, at: At) -> None:
    """A host who writes no longer still leads the conversation; nobody should have to look that up."""
    at("review")
    assert call("group", "host", "housing", "bea", "--because", "Knows everybody.").code == 0

    removed = call("group", "remove", "housing", "bea", "--because", "Enough written.")
    assert removed.out.splitlines()[1] == "bea is still: host"
    ended = call("group", "host", "housing", "bea", "--end", "--because", "Moved away.")
    assert "is still" not in ended.out


def test_whoever_loses_two_places_at_once_is_told_of_both(call: Cli, at: At) -> None:
    """An invitation that waited was told of alone, and that somebody writes no longer was not."""
    at("review")
    call("group", "invite", "housing", "bea", "--role", "adviser", "--because", "Knows trees.")

    removed = call("group", "remove", "housing", "bea", "--because", "Enough written.")

    assert removed.out.splitlines() == [
        "bea is no longer drafter in the working group of housing.",
        "The invitation of bea as adviser is taken back.",
    ]


def test_whoever_is_host_no_more_may_be_drafter_still(call: Cli, at: At) -> None:
    """The other way round."""
    at("review")
    call("group", "host", "housing", "bea", "--because", "Knows everybody.")
    ended = call("group", "host", "housing", "bea", "--end", "--because", "A year is enough.")
    assert ended.out.splitlines()[1] == "bea is still: drafter"


MARKED = "# Housing\n\nWe {++really++} build homes.\n"


def test_a_redline_says_what_it_cannot_show(call: Cli, at: At) -> None:
    """Beside the result, so that a file holds the result alone."""
    at("drafting")
    for text in (MARKED, MARKED.replace("homes", "houses")):
        assert call("draft", "save", "housing", "-", as_="bea", stdin=text).code == 0

    critic = call("draft", "diff", "housing", "2", "3", "--format", "criticmarkup", as_="bea")
    assert "a backslash stands in each" in critic.err
    assert critic.out == "# Housing\n\nWe {\\++really+\\+} build {~~homes~>houses~~}.\n"
    page = call("draft", "diff", "housing", "2", "3", "--format", "html", as_="bea")
    assert page.out.startswith("<!doctype html>\n")
    assert "white-space: pre-wrap" in page.out
    assert ">homes<" in page.out
    assert "plein publish housing --to DIR" in page.err
    assert call("draft", "diff", "housing", "2", "3", as_="bea").err == ""


def test_criticmarkup_says_that_it_knows_no_moves(call: Cli, at: At) -> None:
    """What reads as two changes was one."""
    at("drafting")
    one = "The town keeps a waiting list. It is public, and everybody on it can see their place."
    before, after = (
        f"# Housing\n\n{one}\n\nWe build homes.\n\nWe like trees.\n",
        f"# Housing\n\nWe build homes.\n\nWe like trees.\n\n{one}\n",
    )
    for text, base in ((before, "1"), (after, "2")):
        assert call("draft", "save", "housing", "-", "--base", base, as_="bea", stdin=text).code == 0
    assert "knows no moves" in call("draft", "diff", "housing", "2", "3", "--format", "criticmarkup", as_="bea").err
