"""Quoting a passage on the command line: from the page, from Word, from a mail; and what is said where it is not found."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from tests.cli.conftest import At, Cli, refused

Unchanged = Callable[[], AbstractContextManager[None]]
TEXT = "# Housing\n\nWe **build** homes – “cheap” ones.\n\n> Quoted words\n> over two lines.\n\nHomes *for* all. Homes for **all**.\n"


def reviewed(call: Cli, at: At) -> None:
    at("drafting")
    assert call("draft", "save", "housing", "-", as_="bea", stdin=TEXT).code == 0
    assert call("cycle", "move", "housing", "review", "--closes", "2026-12-19").code == 0


def test_a_passage_copied_from_the_page_is_found(call: Cli, at: At) -> None:
    """Nobody has to know how the source is written."""
    reviewed(call, at)
    made = call(
        "suggestion", "add", "housing", "--quote", 'We build homes - "cheap" ones.', "--replace", "We build homes.", "--json", as_="piet"
    ).json()
    assert (made[0]["paragraph"], made[0]["quote"], made[0]["replace"]) == (
        2,
        "We **build** homes – “cheap” ones.",
        "We **build** homes.",
    )
    told = call("suggestion", "add", "housing", "--quote", "Quoted words over two lines.", "--replace", "Quoted words.", as_="piet")
    assert told.code == 0
    assert "[-" in told.out


def test_a_passage_that_is_not_found_once_is_told_with_what_there_is(call: Cli, at: At, unchanged: Unchanged) -> None:
    """So that people can copy it, or quote more."""
    reviewed(call, at)
    with unchanged():
        done = call("suggestion", "add", "housing", "--quote", "We build a home", "--replace", "x", as_="piet")
        refused(done, 3, "nearest to it is, in paragraph 2: “We build homes")
        done = call("suggestion", "add", "housing", "--quote", "Homes for all", "--tip", "x", as_="piet")
        refused(done, 2, "paragraph 4: “Homes for all. Homes for all.”")
        done = call("suggestion", "add", "housing", "--quote", "Housing We build", "--replace", "x", as_="piet")
        refused(done, 3, "from paragraph 1 to paragraph 2 of version")
        done = call("suggestion", "add", "housing", "--quote", "", "--replace", "x", as_="piet")
        refused(done, 3, "empty quote")
        dutch = {"PLEIN_LANGUAGE": "nl"}
        done = call("suggestion", "add", "housing", "--quote", "We build a home", "--replace", "x", as_="piet", env=dutch)
        assert "het meest lijkt erop, in alinea 2" in done.err
