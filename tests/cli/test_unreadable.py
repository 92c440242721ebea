"""What no column can hold: the check names the row and goes on, whoever reads it is told which row it is, and nothing else is taken along."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import At, Cli, refused, tamper

# what was done to the file · what the check names · what cannot be read any more · what still can
BROKEN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("UPDATE plein_suggestion SET at = 'soon' WHERE number = 2", "suggestion 2 is damaged: what stands in “at”",
     ("suggestion list housing", "suggestion show housing 2", "publish housing --to pages"),
     ("suggestion show housing 1", "status housing", "inventory list housing", "draft show housing", "cycle show housing", "log housing")),
    ("UPDATE plein_suggestion SET start = 'here' WHERE number = 2", "suggestion 2 is damaged: what stands in “start”",
     ("suggestion list housing",), ("cycle show housing", "draft list housing", "decision list housing")),
    ("UPDATE plein_version SET parts = '[1, ' WHERE number = 2", "version 2 is damaged: what stands in “parts”",
     ("draft list housing", "draft show housing"), ("draft show housing --version 1", "inventory list housing", "status housing")),
    ("UPDATE plein_version SET parts = '[\"1\"]' WHERE number = 2", "version 2 is damaged: what stands in “parts”",
     ("draft list housing",), ("log housing",)),
    ("UPDATE plein_version SET contributions = '7' WHERE number = 1", "version 1 is damaged: what stands in “contributions”",
     ("draft list housing",), ("inventory show housing 1 --json", "status housing")),
    ("UPDATE plein_step SET came = '[]' WHERE number = 3", "step 3 is damaged: what stands in “came”",
     ("cycle show housing",), ("inventory list housing", "draft list housing")),
    ("UPDATE plein_step SET opened = 20261123 WHERE number = 3", "step 3 is damaged: what stands in “opened”",
     ("cycle show housing",), ("inventory list housing", "log housing")),
    ("UPDATE plein_cycle SET avoid = '[\"people\"]' WHERE slug = 'housing'", "housing: the cycle is damaged: what stands in “avoid”",
     ("status housing", "cycle list"), ("status trees", "cycle show trees", "log trees")),
    ("UPDATE plein_cycle SET definition = '{' WHERE slug = 'housing'", "housing: the cycle is damaged: what stands in “definition”",
     ("cycle show housing", "cycle rules housing"), ("cycle show trees",)),
    ("UPDATE plein_cycle SET definition = '{}' WHERE slug = 'housing'", "the rules it runs by",
     ("cycle show housing", "cycle list"), ("cycle show trees",)),
    ("UPDATE plein_cycle SET closes = 'never' WHERE slug = 'housing'", "the cycle is damaged: what stands in “closes”",
     ("status housing",), ("status trees",)),
    ("UPDATE plein_contribution SET text = X'FFFE' WHERE number = 1", "contribution 1 is damaged: what stands in “text”",
     ("inventory list housing",), ("suggestion list housing", "draft show housing", "cycle show housing")),
    ("UPDATE plein_contribution SET text = CAST(X'C328' AS TEXT) WHERE number = 1", "contribution 1 is damaged: what stands in “text”",
     ("inventory list housing",), ("suggestion list housing", "draft show housing")),
    ("UPDATE plein_decision SET published = 'yes' WHERE suggestion = 1", "the decision on suggestion 1 is damaged: what stands in “published”",
     ("suggestion list housing",), ("draft list housing", "inventory list housing")),
    ("UPDATE plein_decision SET covered_by = 'them' WHERE suggestion = 1", "the decision on suggestion 1 is damaged: what stands in “covered_by”",
     (), ("draft list housing", "inventory list housing")),
    ("UPDATE plein_member SET until = 'later' WHERE number = 2", "place 2 is damaged: what stands in “until”",
     ("group list housing",), ("suggestion list housing", "inventory list housing")),
    ("UPDATE plein_person SET since = 'ever' WHERE handle = 'anna'", "row 1 of plein_person is damaged: what stands in “since”",
     ("cycle show housing",), ("inventory list housing", "log housing")),
    ("UPDATE plein_entry SET body = X'FFFE' WHERE number = 3 AND cycle_id = 1", "entry 3 is damaged: what stands in “body”",
     ("log housing",), ("suggestion list housing", "log trees")),
    ("UPDATE plein_entry SET number = 'three' WHERE number = 3 AND cycle_id = 1", "of plein_entry is damaged: what stands in “number”",
     ("log housing",), ("suggestion list housing", "log trees")),
)  # fmt: skip


def damage(call: Cli) -> list[str]:
    """All that the check finds."""
    answer = call("verify", "--json", as_=None)
    assert answer.code == 5
    found: list[str] = json.loads(answer.out)["damage"]
    return found


@pytest.mark.parametrize(("done", "named", "lost", "kept"), BROKEN, ids=[one[0][7:70] for one in BROKEN])
def test_the_check_names_it_and_reads_refuse_it(
    call: Cli, at: At, done: str, named: str, lost: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    """It is damage, with exit code 5, and no mistake in plein; what has nothing to do with it is read as ever."""
    path = at("decided")
    tamper(path, done)
    before = path.read_bytes()

    refused(call("verify", as_=None), 5, named)
    for words in lost:
        refused(call(*words.split(), as_="bea" if "draft" in words else None), 5, "damaged", "plein verify")
    for words in kept:
        answer = call(*words.split(), as_="bea" if "draft" in words or "decision" in words else None, now=None)
        assert answer.code == 0, (words, answer)
    assert call("verify", "trees", as_=None).out.startswith("ok: ")
    assert path.read_bytes() == before


def test_all_the_rest_is_checked_on(call: Cli, at: At) -> None:
    """One row that cannot be read hides no other damage, in its table, in its cycle or elsewhere."""
    path = at("decided")
    tamper(
        path,
        "UPDATE plein_suggestion SET at = 'soon' WHERE number = 2",
        "UPDATE plein_suggestion SET quote = 'X' WHERE number = 3",
        "UPDATE plein_version SET parts = '{' WHERE number = 2",
        "UPDATE plein_contribution SET text = 'Ha.' WHERE number = 1",
        "UPDATE plein_cycle SET question = 'Why?' WHERE slug = 'trees'",
    )

    found = damage(call)

    told = (
        "suggestion 2 is damaged",
        "suggestion 3 is damaged",
        "version 2 is damaged",
        "contribution 1 is damaged",
        "trees: the cycle is",
    )
    assert [words for words in told if not any(words in line for line in found)] == []
    assert not any("missing" in line for line in found)


def test_a_row_that_belongs_to_nothing_is_named(call: Cli, at: At) -> None:
    """Nobody would ever meet it."""
    path = at("decided")
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("INSERT INTO plein_support (contribution_id, person_id, at) VALUES (99, 1, '2026-11-23 12:00:00')")
        database.commit()

    refused(call("verify", as_=None), 5, "row 1 of plein_support is damaged: what it belongs to is not there")


def test_what_stands_there_is_told_to_nobody(call: Cli, at: At) -> None:
    """It may be closed to whoever reads the refusal."""
    tamper(at("decided"), "UPDATE plein_suggestion SET at = 'the gasometer' WHERE number = 2")

    for words in ("verify", "suggestion list housing", "suggestion list housing --json"):
        answer = call(*words.split(), as_=None)
        assert answer.code == 5
        assert "gasometer" not in answer.out + answer.err


def test_nothing_is_written_onto_what_cannot_be_read(call: Cli, at: At) -> None:
    """An act that meets it is refused like a look at it, and leaves everything as it was."""
    path = at("processing")
    tamper(path, "UPDATE plein_version SET parts = '{' WHERE number = 1")
    before = path.read_bytes()

    refused(call("draft", "save", "housing", "-", as_="bea", stdin="# Housing\n"), 5, "version 1 is damaged", "plein verify")
    assert path.read_bytes() == before


def test_a_text_that_was_changed_goes_to_nobody(call: Cli, at: At, tmp_path: Path) -> None:
    """Neither shown, nor put on a page with a digest that is not its own, nor suggested on, nor merged into; each refusal names it."""
    path = at("decided")
    tamper(path, "UPDATE plein_version SET text = replace(text, 'trees', 'rocks') WHERE number = 1")
    named = ("housing: version 1 is damaged", "plein verify")

    for person, words in (
        ("bea", "draft show housing --version 1"),
        (None, "draft show housing"),
        (None, "draft list housing"),
        ("bea", "draft diff housing 1 2"),
        ("bea", "draft blame housing"),
        (None, "publish housing --to pages"),
        ("bea", "draft save housing - --base 1"),
    ):
        refused(call(*words.split(), as_=person, stdin="# Housing\n"), 5, *named)
    assert not (tmp_path / "pages").exists()
    assert call("draft", "show", "housing", as_="bea").code == 0
    assert call("cycle", "show", "housing").code == 0
    assert damage(call) == ["housing: version 1 is damaged: its text is not the one that was saved"]


@pytest.mark.parametrize(
    "words", ["suggestion add housing - --why W", "suggestion add housing --quote homes --replace huts", "draft show housing"]
)
def test_nobody_suggests_on_a_text_that_was_changed(call: Cli, at: At, words: str) -> None:
    """What was changed behind everybody's back is not what they were asked about."""
    path = at("suggested")
    tamper(path, "UPDATE plein_version SET text = replace(text, 'trees', 'rocks') WHERE number = 1")
    before = path.read_bytes()

    refused(call(*words.split(), as_="piet", stdin="# Housing\n\nWe build huts.\n"), 5, "version 1 is damaged")
    assert path.read_bytes() == before
    listed = call("suggestion", "list", "housing", "--json", as_="bea").json()
    assert ["version 1, which it changes, is damaged" in (one["unsound"] or "") for one in listed].count(
        False
    ) == 1  # the tip changes nothing
    assert call("suggestion", "show", "housing", "1").code == 0


def test_no_review_begins_with_a_text_that_was_changed(call: Cli, at: At) -> None:
    """Moving on would publish it, and carry everything to it."""
    path = at("decided")
    shutil.copy(path, path.with_suffix(".kept"))
    for number in (1, 2):  # what would be published; what was suggested on
        shutil.copy(path.with_suffix(".kept"), path)
        tamper(path, f"UPDATE plein_version SET text = replace(text, 'town', 'city') WHERE number = {number}")
        refused(
            call("cycle", "move", "housing", "review", "--closes", "2026-12-19", "--ask", "And now?"), 5, f"version {number} is damaged"
        )
        assert call("cycle", "show", "housing", "--json").json()["phase"] == "drafting"


def test_it_is_said_in_dutch(call: Cli, at: At) -> None:
    """The people who put back a copy read Dutch."""
    tamper(at("decided"), "UPDATE plein_suggestion SET at = 'soon' WHERE number = 2")

    refused(
        call("suggestion", "list", "housing", env={"PLEIN_LANGUAGE": "nl"}),
        5,
        "housing: suggestie 2 is beschadigd: wat in “at” staat, is niet te lezen. Bekijk alles wat beschadigd is: plein verify",
    )
