"""``plein group candidates``: the ranked list with its reasons, as table, lines, JSON and CSV; for hosts only."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

from tests.cli.conftest import At, Cli, refused

KEYS = ["person", "score", "reasons", "inside", "usual_suspect", "contributions"]
MORE = ["newcomer", "minority", "parts", "topics", "kinds", "relation", "status", "role", "behind"]
IDEA = "Turn empty offices above shops into homes, and let young builders learn their trade there."
LIST = ("group", "candidates", "housing")


@pytest.fixture
def talk(at: At, call: Cli) -> Callable[[], None]:
    """An inventory in which piet waits, vera has an idea that two people answer, and kim agrees with piet."""

    def talk() -> None:
        at("inventory")
        for person, *words in (
            ("vera", IDEA, "--kind", "idea", "--topic", "offices"),
            ("piet", "Which offices would that be?", "--reply-to", "2"),
            ("kim", "And who pays the builders?", "--reply-to", "2"),
        ):
            assert call("inventory", "add", "housing", *words, as_=person).code == 0
        assert call("cycle", "move", "housing", "invitation").code == 0

    return talk


def test_the_list_has_the_keys_that_scripts_rely_on(call: Cli, talk: Callable[[], None]) -> None:
    """The contract's keys first, ours after; the parts add up to the score."""
    talk()

    found = call(*LIST, "--json").json()

    assert list(found[0]) == KEYS + MORE
    assert [one["person"] for one in found] == ["vera", "piet", "kim"]
    assert found[0]["contributions"] == [2]
    assert found[0]["score"] == pytest.approx(sum(found[0]["parts"].values()))
    assert any(reason.endswith("answered by 2 people from outside") for reason in found[0]["reasons"])
    assert call(*LIST, "--top", "1", "--json").json() == found[:1]


def test_the_list_as_csv_and_as_lines(call: Cli, talk: Callable[[], None]) -> None:
    """One row for each person; the balance stays beside a pipe."""
    talk()

    rows = list(csv.DictReader(io.StringIO(call(*LIST, "--csv").out)))
    piped = call(*LIST)

    assert [row["person"] for row in rows] == ["vera", "piet", "kim"]
    assert list(rows[0]) == KEYS + MORE
    assert [line.split("\t")[1] for line in piped.out.splitlines()] == ["vera", "piet", "kim"]
    assert "says what others do not (contribution 2)" in piped.out
    assert "The first 3 of 3: 0 from inside, 3 from outside; 3 newcomers" in piped.err


def test_the_balance_of_the_first(call: Cli, talk: Callable[[], None]) -> None:
    """Whom a short list would leave out, for people and for scripts."""
    talk()

    told = call(*LIST, "--top", "1", "--balance").out
    found = call(*LIST, "--top", "1", "--balance", "--json").json()

    assert "nobody with a contribution of the kind “opinion” among the first 1; the highest is piet, at 2" in told
    assert (found["top"], found["people"], found["topics"]) == (1, 3, {"offices": 1})
    assert any("“opinion”" in one for one in found["missing"])


def test_scripts_read_the_same_in_every_language(call: Cli, talk: Callable[[], None]) -> None:
    """What people read is said in theirs; JSON and CSV are not, or a script would work in one office only."""
    talk()

    assert call(*LIST, "--json", env={"PLEIN_LANGUAGE": "nl"}).json() == call(*LIST, "--json").json()
    assert call(*LIST, "--csv", env={"PLEIN_LANGUAGE": "nl"}).out == call(*LIST, "--csv").out


@pytest.mark.parametrize("person", ["vera", "piet", "nobody-knows-me"])
def test_only_hosts_see_it(call: Cli, talk: Callable[[], None], person: str) -> None:
    """Exit code 4, and not a name on the screen."""
    talk()

    refused(call(*LIST, as_=person), 4, "Only hosts")
    refused(call(*LIST, "--json", as_=person), 4, "Only hosts")


def test_without_a_name_nothing_is_shown(call: Cli, talk: Callable[[], None]) -> None:
    """Exit code 4: it belongs to somebody."""
    talk()

    refused(call(*LIST, as_=None), 4, "--as")


def test_neither_a_drafter_nor_an_adviser_sees_it(call: Cli, at: At) -> None:
    """bea writes and cas thinks along; whom to invite is the hosts' work."""
    at("drafting")
    token = call("group", "invite", "housing", "cas", "--role", "adviser", "--because", "Builds.", "--json").json()["token"]
    assert call("group", "accept", token, as_="cas").code == 0

    refused(call(*LIST, as_="bea"), 4, "Only hosts")
    refused(call(*LIST, as_="cas"), 4, "Only hosts")
    assert call(*LIST, "--json").json()[0]["person"] == "piet"


@pytest.mark.parametrize(
    ("args", "code", "word"),
    [
        (("group", "candidates", "nowhere"), 3, "nowhere"),
        ((*LIST, "--top", "0"), 2, "--top"),
        ((*LIST, "--top", "many"), 2, "--top"),
        ((*LIST, "--balance", "--csv"), 2, "--csv"),
    ],
)
def test_what_cannot_be_answered_is_refused(call: Cli, talk: Callable[[], None], args: tuple[str, ...], code: int, word: str) -> None:
    """One line that says what is wrong."""
    talk()

    refused(call(*args), code, word)


def test_before_the_inventory_there_is_nobody_to_rank(call: Cli, at: At) -> None:
    """Exit code 1, and the phases in which there is."""
    at("preparation")

    refused(call(*LIST), 1, "inventory")


def test_nobody_spoke_yet(call: Cli, at: At) -> None:
    """An empty list is an answer."""
    at("preparation")
    assert call("cycle", "move", "housing", "inventory").code == 0

    assert call(*LIST, "--json").json() == []
    assert "Nobody has spoken yet" in call(*LIST).err
