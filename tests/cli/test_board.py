"""``plein board``: lists of people, from words or from a file, for hosts only."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import At, Cli, refused
from tests.cli.test_refusals import Unchanged


def test_boards_are_set_listed_shown_and_removed(call: Cli, at: At) -> None:
    """Every command has its JSON, and the list its CSV."""
    at("preparation")
    assert call("board", "list").err.startswith("No sounding boards. Make one: plein board set NAME PERSON…")

    made = call("board", "set", "harbour", "joe", "kit", "--json").json()

    assert (made["name"], made["people"]) == ("harbour", ["joe", "kit"])
    assert call("board", "show", "harbour", "--json").json() == made
    assert call("board", "show", "harbour").out == "joe\nkit\n"
    assert call("board", "list", "--json").json() == [made]
    assert call("board", "list", "--csv").out.splitlines()[0] == "name,people,at"
    assert call("board", "list").out == "harbour\tjoe kit\n"
    assert call("board", "remove", "harbour").out == "The sounding board “harbour” is gone.\n"
    assert call("board", "list", "--json").json() == []


def test_a_board_comes_from_a_file(call: Cli, at: At, tmp_path: Path) -> None:
    """As a spreadsheet saves it: semicolons, a BOM, blank lines, and columns that are none of ours."""
    at("preparation")
    file = tmp_path / "harbour.csv"
    file.write_bytes("Name;Person\r\nJoe Smit;joe\r\n;\r\nKit Vos; kit \r\n".encode("utf-8-sig"))

    assert call("board", "set", "harbour", "--file", str(file), "--json").json()["people"] == ["joe", "kit"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"joe\nkit\n", "one of them is “person”"),
        (b"", "is empty"),
        (b"person,person\njoe,kit\n", "one of them is “person”"),
        (b"person\njoe\n\0\n", "NUL"),
        (b"person,name\njoe,Joe\n,Kit\n", "standard input:3:person:"),
        (b"person\n~heron\n", "standard input:2:person:"),
        (b'person\n"joe\n', "standard input:2:person:"),
        (b"person\n", "without anybody"),
        (b"caf\xe9\n", ""),
        (b"person\n" + b"".join(b"p%d\n" % number for number in range(2000)), "at most 1000"),
        (b"person\n" + b"a person\n" * 1_200_000, ""),
    ],
    ids=["no heading", "empty", "twice a heading", "NUL", "an empty cell", "a pseudonym", "a quote", "nobody", "Latin-1", "2000", "10 MB"],
)
def test_a_file_that_is_no_list_of_people_is_refused(call: Cli, at: At, unchanged: Unchanged, content: bytes, says: str) -> None:
    """And the board stays as it was."""
    at("preparation")
    call("board", "set", "harbour", "una")

    with unchanged():
        refused(call("board", "set", "harbour", "--file", "-", stdin=content), 2, says)


def test_it_is_people_or_a_file(call: Cli, at: At, unchanged: Unchanged) -> None:
    """Both, or neither, is a mistake in the command."""
    at("preparation")
    with unchanged():
        refused(call("board", "set", "harbour"), 2, "--file")
        refused(call("board", "set", "harbour", "joe", "--file", "-", stdin="person\nkit\n"), 2, "--file")
        refused(call("board", "set", "harbour", "--file", "nowhere.csv"), 3, "nowhere.csv")
        refused(call("board", "set", " ", "joe"), 2)


def test_boards_are_for_hosts(call: Cli, at: At, unchanged: Unchanged) -> None:
    """To others there is none: 3 for what they look for, 4 for what they would change, an empty list."""
    at("inventory")
    call("board", "set", "harbour", "joe")
    with unchanged():
        for person in ("piet", None):
            assert call("board", "list", "--json", as_=person).json() == []
            refused(call("board", "show", "harbour", as_=person), 3, "no sounding board “harbour”")
            refused(call("board", "set", "harbour", "kit", as_=person), 4)
            refused(call("board", "remove", "harbour", as_=person), 4)
    refused(call("board", "show", "nothing"), 3, "plein board list")
