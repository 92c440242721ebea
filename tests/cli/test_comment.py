"""``plein comment``: the talk of the circle, on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import At, Cli, refused
from tests.cli.test_refusals import Unchanged


def test_the_circle_comments(call: Cli, at: At) -> None:
    """On a paragraph, on a suggestion, in answer; listed with the place it stands at."""
    at("processing")

    made = call("comment", "add", "housing", "Who pays?", "--paragraph", "2", as_="bea")
    call("comment", "add", "housing", "-", "--reply-to", "1", stdin="The town does.\n")
    third = call("comment", "add", "housing", "He has a point.", "--suggestion", "2", "--json").json()
    call("comment", "add", "housing", "Too long.")

    assert made.out == "Comment 1 stands in the circle of housing.\n"
    assert made.err == "Next: plein comment list housing\n"
    assert third.keys() == {"id", "author", "text", "version", "paragraph", "suggestion", "reply_to", "at"}
    assert call("comment", "list", "housing", as_="bea").out.splitlines() == [
        "1\tbea\tversion 1, paragraph 2\t\tWho pays?",
        "2\tanna\tversion 1, paragraph 2\t1\tThe town does.",
        "3\tanna\tsuggestion 2\t\tHe has a point.",
        "4\tanna\tversion 1\t\tToo long.",
    ]
    assert [one["id"] for one in call("comment", "list", "housing", "--version", "1", "--paragraph", "2", "--json").json()] == [1, 2]
    assert [one["id"] for one in call("comment", "list", "housing", "--suggestion", "2", "--json").json()] == [3]
    assert call("comment", "list", "housing", "--csv").out.splitlines()[0] == "id,author,text,version,paragraph,suggestion,reply_to,at"
    assert call("comment", "show", "housing", "2").out.splitlines() == [
        "2. anna (version 1, paragraph 2)", "In answer to comment 1", "", "The town does.",
    ]  # fmt: skip
    assert call("comment", "show", "housing", "3", "--json").json() == third
    assert call("verify").code == 0


@pytest.mark.parametrize("person", ["piet", "zoe", None])
def test_outside_there_is_nothing(call: Cli, at: At, unchanged: Unchanged, person: str | None) -> None:
    """No comment, no number, no name; and what one looks for is not found, in the words for what there is not."""
    at("open-processing")
    before = {words: call(*words.split(), as_=person) for words in ("status housing --json", "comment list housing --json")}
    call("comment", "add", "housing", "Between us: the gasometer goes.", "--paragraph", "2", as_="bea")

    with unchanged():
        refused(call("comment", "show", "housing", "1", as_=person), 3, "There is no comment 1 in housing")
        refused(call("comment", "show", "housing", "2", as_=person), 3, "There is no comment 2 in housing")
        refused(call("comment", "add", "housing", "Me too.", "--reply-to", "1", as_=person), 4)
        assert call("comment", "list", "housing", "--json", as_=person).json() == []
        assert call("comment", "list", "housing", as_=person).out == ""
    for words, answer in before.items():
        after = call(*words.split(), as_=person)
        assert after.out.replace(f'"revision": {revision(after.out)}', "") == answer.out.replace(f'"revision": {revision(answer.out)}', "")
    for words in ("log housing", "log housing --json", "cycle show housing --json", "group list housing --json", "draft list housing"):
        assert "gasometer" not in call(*words.split(), as_=person).out


def revision(out: str) -> str:
    """The revision in the JSON of a status, which grows with every entry; nothing where there is none."""
    return out.partition('"revision": ')[2].partition(",")[0]


def test_the_pages_hold_no_comment(call: Cli, at: At, tmp_path: Path) -> None:
    """Whoever makes them."""
    at("processing")
    call("comment", "add", "housing", "Between us: the gasometer goes.", "--paragraph", "2", as_="bea")

    assert call("publish", "housing", "--to", str(tmp_path / "pages")).code == 0

    assert not [page for page in (tmp_path / "pages").rglob("*") if page.is_file() and b"gasometer" in page.read_bytes().lower()]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("add", "housing", ""), 2),
        (("add", "housing", "a\0b"), 2),
        (("add", "housing", "x", "--paragraph", "99"), 3),
        (("add", "housing", "x", "--version", "9"), 3),
        (("add", "housing", "x", "--suggestion", "99"), 3),
        (("add", "housing", "x", "--reply-to", "9"), 3),
        (("add", "housing", "x", "--reply-to", "one"), 2),
        (("add", "housing", "x", "--suggestion", "1", "--paragraph", "1"), 2),
        (("add", "nowhere", "x"), 3),
        (("list", "nowhere"), 3),
        (("show", "housing", "9"), 3),
    ],
)
def test_a_comment_that_cannot_be_is_refused(call: Cli, at: At, unchanged: Unchanged, words: tuple[str, ...], code: int) -> None:
    """One line, the right code, and nothing kept."""
    at("processing")
    with unchanged():
        refused(call("comment", *words), code)


def test_a_stale_comment_is_refused(call: Cli, at: At, unchanged: Unchanged) -> None:
    """Whoever answers what they read hears that it moved on."""
    at("processing")
    read = call("cycle", "show", "housing", "--json").json()["revision"]
    call("comment", "add", "housing", "First.", as_="bea")
    with unchanged():
        refused(call("--revision", str(read), "comment", "add", "housing", "Second."), 1, "Look again")


def test_comments_are_refused_where_there_is_no_circle(call: Cli, at: At, unchanged: Unchanged) -> None:
    """In the inventory all is said in the open."""
    at("inventory")
    with unchanged():
        refused(call("comment", "add", "housing", "Psst."), 1, "that is done in: drafting")
