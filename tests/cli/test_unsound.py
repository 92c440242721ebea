"""A suggestion whose edits its version cannot take: every command names it and goes on with the others, and none places it by guess."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from plein.engine.review.views import Suggestion
from tests.cli.conftest import At, Cli, Result, refused, tamper
from tests.tiers import spread

Unchanged = Callable[[], AbstractContextManager[None]]
BAD = 3
"""Kim's suggestion, which says the same as 7; 1 and 2 collide; 4 is a tip; 5 and 6 are insertions at one place; 8 is in nobody's way."""
OTHERS = [1, 2, 4, 5, 6, 7, 8]

# what is wrong with the row · what is written into it · what plein says of it
KINDS: Mapping[str, tuple[str, str]] = {
    "twice at one point": ('edits = \'[[8, 8, "a"], [8, 8, "b"]]\'', "touch the same place in version 1"),
    "twice the same words": ('edits = \'[[2, 8, "a"], [5, 9, "b"]]\'', "touch the same place in version 1"),
    "beyond the end": ("edits = '[[90000, 90001, \"a\"]]'", "outside version 1"),
    "before the beginning": ("edits = '[[-1, 4, \"a\"]]'", "outside version 1"),
    "backwards": ("edits = '[[9, 2, \"a\"]]'", "outside version 1"),
    "an object": ("edits = '{\"start\": 2}'", "cannot be read"),
    "a string for a number": ('edits = \'[[1, "2", "a"]]\'', "cannot be read"),
    "two parts of three": ("edits = '[[1, 2]]'", "cannot be read"),
    "a number": ("edits = '7'", "cannot be read"),
    "null": ("edits = 'null'", "cannot be read"),
    "no JSON": ("edits = '[[1, 2, \"a'", "cannot be read"),
    "no text": ("edits = '[[1, 2, \"\\ud800\"]]'", "no text"),
    "empty": ("edits = '[]'", "nothing is kept"),
    "twice, where it was carried": ('at_version = 1, at_edits = \'[[8, 8, "a"], [8, 8, "b"]]\'', "touch the same place in version 1"),
    "beyond, where it was carried": ("status = 'carried', at_version = 1, at_edits = '[[9000, 9001, \"\"]]'", "outside version 1"),
    "no JSON, where it was carried": ("at_version = 1, at_edits = '{'", "cannot be read"),
    "on a version there is not": ("version = 99", "no version 99"),
    "carried to a version there is not": ("at_version = 99, at_edits = '[[1, 2, \"a\"]]'", "no version 99"),
    "a passage beyond the end": ('start = 90000, "end" = 90001', "passage lies outside version 1"),
}
OFTEN = ("twice at one point", "no JSON, where it was carried")
"""One of what the text core refuses, and one of what cannot be read."""

# every command that reads, and by whom
READS: tuple[tuple[str | None, str], ...] = (
    (None, "suggestion list housing"),
    ("bea", "suggestion list housing --json"),
    ("bea", "suggestion list housing --csv"),
    ("bea", "suggestion list housing --undecided"),
    (None, "suggestion list housing --colliding"),
    (None, "suggestion list housing --paragraph 5"),
    (None, "suggestion show housing 3"),
    ("kim", "suggestion show housing 3 --json"),
    (None, "suggestion show housing 7"),
    ("bea", "suggestion collisions housing"),
    ("bea", "suggestion collisions housing --json"),
    ("bea", "suggestion collisions housing --csv"),
    ("bea", "suggestion collisions housing --compatible"),
    ("bea", "suggestion collisions housing --compatible --json"),
    ("bea", "decision settle housing 1 --adopt 1 --because Better. --dry-run"),
    ("bea", "decision settle housing --clean --because Better. --dry-run"),
    ("bea", "decision list housing --json"),
    ("kim", "status"),
    ("bea", "status housing --json"),
    (None, "cycle show housing"),
    (None, "cycle list"),
    (None, "draft list housing"),
    ("bea", "draft blame housing"),
    (None, "draft blame housing --json"),
    ("bea", "inventory list housing"),
    ("anna", "group candidates housing"),
    ("bea", "words check housing"),
    ("kim", "person export kim"),
    (None, "log housing"),
    (None, "publish housing --to pages"),
)


@pytest.fixture(params=spread(KINDS, OFTEN))
def said(request: pytest.FixtureRequest, at: At) -> str:
    """A review with one row that is bad in one way; what plein says of it."""
    done, words = KINDS[request.param]
    tamper(at("suggested"), f"UPDATE plein_suggestion SET {done} WHERE number = {BAD}")
    return words


def was_sound(database: Path) -> bool:
    """Whether what was handed in is sound, and only the place it was carried to is not."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        at_version, at_edits = connection.execute(f"SELECT at_version, at_edits FROM plein_suggestion WHERE number = {BAD}").fetchone()
    return at_version is not None and at_edits != "null"


def fine(answer: Result) -> Result:
    assert answer.code == 0, answer
    assert "Traceback" not in answer.err, answer.err
    return answer


def copied(database: Path, number: int) -> None:
    """One more suggestion like Kim's, under a number of its own."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(plein_suggestion)") if row[1] not in ("id", "number")]
    names = ", ".join(f'"{name}"' for name in columns)
    tamper(database, f"INSERT INTO plein_suggestion (number, {names}) SELECT {number}, {names} FROM plein_suggestion WHERE number = {BAD}")


def test_no_command_that_reads_stumbles_over_bad_rows(call: Cli, at: At, unchanged: Unchanged) -> None:
    """Thousands of suggestions are not to be taken down by some: here is one of every kind, and the sound ones."""
    database = at("suggested")
    numbers = range(101, 101 + len(KINDS))
    for number in numbers:
        copied(database, number)
    for number, (done, _) in zip(numbers, KINDS.values(), strict=True):
        tamper(database, f"UPDATE plein_suggestion SET {done} WHERE number = {number}")
    shows = tuple((None, f"suggestion show housing {number}") for number in numbers)

    with unchanged():
        failed = {words: answer for person, words in READS + shows if (answer := call(*words.split(), as_=person)).code != 0}

    assert not failed
    found = {one["id"]: one["unsound"] for one in call("suggestion", "list", "housing", "--json").json()}
    assert [words for number, (_, words) in zip(numbers, KINDS.values(), strict=True) if words not in (found[number] or "")] == []
    assert [number for number in (BAD, *OTHERS) if found[number]] == []


def test_lists_name_it_and_go_on(call: Cli, said: str) -> None:
    """The others are all there, and the bad one says why it cannot be placed; the keys of old mean what they meant."""
    answer = fine(call("suggestion", "list", "housing", "--json"))
    found = {one["id"]: one for one in json.loads(answer.out)}
    assert {number: bool(one["unsound"]) for number, one in found.items()} == {number: number == BAD for number in (BAD, *OTHERS)}
    assert said in found[BAD]["unsound"]
    assert (found[BAD]["collides_with"], found[BAD]["same_as"]) == ([], [])
    assert (found[1]["collides_with"], found[5]["collides_with"], found[7]["same_as"]) == ([2], [6], [])
    assert set(found[BAD]) == set(Suggestion.__dataclass_fields__)

    answer = fine(call("suggestion", "list", "housing"))
    assert f"Suggestion {BAD} cannot be placed" in answer.err
    assert said in answer.err
    rows = {line.split("\t")[0]: line.split("\t")[3] for line in answer.out.splitlines()}
    assert rows[str(BAD)] == "unsound"
    assert [rows[str(number)] for number in OTHERS] == ["open"] * len(OTHERS)


def test_shown_by_itself_it_says_what_is_wrong_and_what_to_do(call: Cli, said: str) -> None:
    """Its author may withdraw it, the group may give it a place."""
    shown = fine(call("suggestion", "show", "housing", str(BAD))).out

    assert f"Suggestion {BAD} cannot be placed" in shown
    assert said in shown
    assert f"plein decision set housing {BAD} --adopt --at QUOTE" in shown
    assert f"plein suggestion withdraw housing {BAD}" in shown
    assert "queue" in shown
    assert said in call("suggestion", "show", "housing", str(BAD), "--json").json()["unsound"]


def test_where_many_are_brought_together_it_is_left_out_and_named(call: Cli, said: str) -> None:
    """Whoever settles a place should know that one is not among those they see."""
    for words in ("collisions housing", "collisions housing --json", "collisions housing --compatible"):
        answer = fine(call("suggestion", *words.split(), as_="bea"))
        assert f"left out, because it cannot be placed: {BAD}." in answer.err, words
    places = call("suggestion", "collisions", "housing", "--json", as_="bea").json()
    assert [one["suggestions"] for one in places] == [[1, 2], [5, 6]]
    compatible = call("suggestion", "collisions", "housing", "--compatible", "--json", as_="bea").json()
    assert BAD not in (*compatible["suggestions"], *compatible["covered"].values(), *compatible["left"])


def test_the_check_finds_it(call: Cli, said: str) -> None:
    """It is damage, and a nightly check should say so."""
    refused(call("verify", as_=None), 5, f"suggestion {BAD} is damaged")
    refused(call("verify", "housing"), 5, f"suggestion {BAD}")


def test_the_pages_name_it_and_go_on(call: Cli, said: str, tmp_path: Path) -> None:
    """Whoever wrote it looks for it there."""
    fine(call("publish", "housing", "--to", "pages", as_=None))

    page = (tmp_path / "pages" / "response.html").read_text(encoding="utf-8")
    assert page.count("so that it cannot be placed") == 1
    assert all(f'id="s{number}"' in page for number in (BAD, *OTHERS))


def test_a_place_is_settled_and_the_rest_adopted_without_it(call: Cli, said: str) -> None:
    """One act answers the others; the bad one waits."""
    fine(call("decision", "settle", "housing", "1", "--adopt", "1", "--because", "Better.", as_="bea"))
    answer = fine(call("decision", "settle", "housing", "--clean", "--because", "Better.", as_="bea"))
    assert f"cannot be placed: {BAD}." in answer.err
    refused(call("decision", "settle", "housing", "5", "--adopt", str(BAD), "--because", "X", as_="bea"), 1, f"Suggestion {BAD}")

    assert {one["suggestion"] for one in call("decision", "list", "housing", "--json", as_="bea").json()} == {1, 2, 7, 8}


def test_adopted_it_is_held_and_the_others_go_in(call: Cli, database: Path, said: str, unchanged: Unchanged) -> None:
    """Nothing is placed by guess; the group gives it a place by hand, and then it goes in."""
    fine(call("decision", "set", "housing", str(BAD), "--adopt", as_="bea"))
    call("cycle", "move", "housing", "drafting", "--because", "Enough.")
    with unchanged():
        fine(call("draft", "merge", "housing", "--dry-run", as_="bea"))
    fine(call("decision", "set", "housing", "8", "--adopt", as_="bea"))
    merged = call("draft", "merge", "housing", "--json", as_="bea").json()
    assert 8 in merged["applied"]
    text = fine(call("draft", "show", "housing", as_="bea")).out
    assert "It is open to all" in text
    if was_sound(database):  # only where it was said to stand was wrong
        assert merged["applied"] == [BAD, 8]
        assert "keeps a queue" in text
        return
    assert merged["held"] == [BAD]
    assert f"{BAD} cannot be placed" in merged["reasons"][str(BAD)]
    assert said in merged["reasons"][str(BAD)]
    assert "--adopt --at QUOTE" in merged["reasons"][str(BAD)]
    assert "queue" not in text
    refused(call("draft", "merge", "housing", as_="bea"), 1, f"{BAD} cannot be placed", "--at QUOTE")

    fine(call("decision", "set", "housing", str(BAD), "--adopt", "--at", "waiting list", as_="bea"))
    assert call("suggestion", "show", "housing", str(BAD), "--json", as_="bea").json()["unsound"] is None
    assert call("draft", "merge", "housing", "--json", as_="bea").json()["applied"] == [BAD]
    assert "keeps a queue" in fine(call("draft", "show", "housing", as_="bea")).out


def test_adapted_it_is_held_too(call: Cli, database: Path, said: str) -> None:
    """The words of the group have no place either, where the suggestion has none."""
    fine(call("decision", "set", "housing", str(BAD), "--adapt", "long list", "--because", "Longer.", as_="bea"))
    call("cycle", "move", "housing", "drafting", "--because", "Enough.")

    planned = call("draft", "merge", "housing", "--dry-run", "--json", as_="bea").json()
    assert (planned["applied"], planned["held"]) == (([BAD], []) if was_sound(database) else ([], [BAD]))


def test_the_next_round_comes_all_the_same(call: Cli, said: str) -> None:
    """A cycle does not stop because of one row: it collides, and the others go along."""
    call("decision", "set", "housing", "1", "--adopt", as_="bea")
    fine(call("cycle", "move", "housing", "drafting", "--because", "Enough."))
    fine(call("draft", "merge", "housing", as_="bea"))
    fine(call("cycle", "move", "housing", "review", "--closes", "2026-12-19", "--ask", "And now?"))

    found = {one["id"]: one["status"] for one in call("suggestion", "list", "housing", "--json").json()}
    assert found[BAD] in ("collided", "carried")
    assert [found[number] for number in (5, 6, 7, 8)] == ["carried"] * 4
    fine(call("publish", "housing", "--to", "pages", as_=None))
    for number in (BAD, 7):
        fine(call("suggestion", "show", "housing", str(number)))


def test_its_author_takes_it_back(call: Cli, said: str) -> None:
    """And then it is nobody's worry any more."""
    assert call("suggestion", "withdraw", "housing", str(BAD), "--json", as_="kim").json()["unsound"] is None
    assert "cannot be placed" not in fine(call("suggestion", "list", "housing")).err


@pytest.mark.parametrize("kind", spread(KINDS, OFTEN))
def test_one_that_was_merged_before_it_went_bad_stops_nothing(call: Cli, at: At, kind: str) -> None:
    """The text is what it is; where its words come from is told as far as it can be."""
    done, _ = KINDS[kind]
    tamper(at("decided"), f"UPDATE plein_suggestion SET {done} WHERE number = {BAD}")

    for person in ("bea", None):
        fine(call("draft", "blame", "housing", as_=person))
        fine(call("suggestion", "list", "housing", as_=person))
        fine(call("suggestion", "show", "housing", str(BAD), as_=person))
    fine(call("publish", "housing", "--to", "pages", as_=None))
    fine(call("decision", "publish", "housing", as_="bea"))
    refused(call("verify", as_=None), 5, f"suggestion {BAD} is damaged")
    fine(call("cycle", "move", "housing", "review", "--closes", "2026-12-19", "--ask", "And now?"))
    fine(call("publish", "housing", "--to", "pages", as_=None))
    fine(call("draft", "blame", "housing", as_=None))


def test_it_is_said_in_dutch(call: Cli, at: At) -> None:
    """The people who put it right read Dutch."""
    tamper(at("suggested"), f"UPDATE plein_suggestion SET {KINDS['twice at one point'][0]} WHERE number = {BAD}")

    shown = fine(call("suggestion", "show", "housing", str(BAD), env={"PLEIN_LANGUAGE": "nl"})).out

    assert "Suggestie 3 is niet te plaatsen: twee van de wijzigingen erin raken dezelfde plek in versie 1." in shown
