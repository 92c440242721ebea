"""Ready texts at the command line: they are read with a number at a place that collides, and that number takes one."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import pytest

from tests.cli.conftest import At, Cli, Result, refused

Unchanged = Callable[[], contextlib.AbstractContextManager[None]]
COLLISIONS = ("suggestion", "collisions", "housing")


@pytest.fixture
def place(call: Cli, at: At) -> int:
    """Two people put something new in at one point; the number of that place."""
    at("processing")
    (found,) = (one["id"] for one in call(*COLLISIONS, "--json", as_="bea").json() if set(one["suggestions"]) == {5, 6})
    return int(found)


def settle(call: Cli, place: int, *words: str, as_: str = "bea") -> Result:
    return call("decision", "settle", "housing", str(place), *words, "--because", "It has what both want.", as_=as_)


def test_they_are_read_with_who_is_behind_each(call: Cli, place: int) -> None:
    """On the screen as in JSON, in one order."""
    told = call(*COLLISIONS, as_="bea").out
    (found,) = (one for one in call(*COLLISIONS, "--json", as_="bea").json() if one["id"] == place)

    assert 1 <= len(found["proposals"]) <= 4
    for number, one in enumerate(found["proposals"], 1):
        assert one.keys() >= {"text", "takes", "leaves", "authors"}
        assert f"Proposal {number} · takes {', '.join(map(str, one['takes']))} ({', '.join(one['authors'])})" in told
    assert any(one["takes"] == [5, 6] and one["leaves"] == [] for one in found["proposals"])


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_number_takes_that_text(call: Cli, place: int, number: int) -> None:
    """What goes into the text is what was shown, to the letter."""
    (found,) = (one for one in call(*COLLISIONS, "--json", as_="bea").json() if one["id"] == place)
    wanted = found["proposals"][number - 1]
    before = call("draft", "show", "housing", as_="bea").out

    assert settle(call, place, "--proposal", str(number)).code == 0
    assert call("draft", "merge", "housing", as_="bea").code == 0
    assert call("draft", "show", "housing", as_="bea").out == before[: wanted["start"]] + wanted["text"] + before[wanted["end"] :]


def test_a_dry_run_takes_nothing(call: Cli, place: int, unchanged: Unchanged) -> None:
    with unchanged():
        assert settle(call, place, "--proposal", "1", "--dry-run").code == 0


@pytest.mark.parametrize("number", ["0", "-1", "5", "99999999999999999999"])
def test_a_number_that_is_none_says_which_there_are(call: Cli, place: int, number: str, unchanged: Unchanged) -> None:
    with unchanged():
        refused(settle(call, place, f"--proposal={number}"), 3, "4 ready texts", "plein suggestion collisions housing")


@pytest.mark.parametrize(("words", "code"), [(("--proposal", "1", "--adopt", "5"), 2), (("--proposal", "1", "--keep"), 2), ((), 2)])
def test_one_thing_is_taken(call: Cli, place: int, words: tuple[str, ...], code: int, unchanged: Unchanged) -> None:
    with unchanged():
        refused(settle(call, place, *words), code, "--proposal K", "--keep")


@pytest.mark.parametrize("person", ["piet", "adam"])
def test_only_the_circle_takes_one(call: Cli, place: int, person: str, unchanged: Unchanged) -> None:
    with unchanged():
        assert settle(call, place, "--proposal", "1", as_=person).code in (1, 3, 4)


def test_everybody_behind_it_is_told(call: Cli, place: int) -> None:
    """The one it stands for was answered by it, and so was the other."""
    (found,) = (one for one in call(*COLLISIONS, "--json", as_="bea").json() if one["id"] == place)
    number = next(k for k, one in enumerate(found["proposals"], 1) if one["takes"] == [5, 6])
    settle(call, place, "--proposal", str(number))
    decided = {one["suggestion"]: one for one in call("decision", "list", "housing", "--json", as_="bea").json()}

    both = {decided[5]["outcome"], decided[6]["outcome"]}
    assert both in ({"adapted", "covered"}, {"adopted"})
    if both == {"adapted", "covered"}:
        refused(call("decision", "set", "housing", "6", "--reject", "--because", "No.", as_="bea"), 1, "plein decision undo housing 5")
