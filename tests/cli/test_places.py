"""Settling a place that changed since it was shown: it says what came in and asks again; and what is remembered for that, of whom and where."""

from __future__ import annotations

import json
import os
import pty
import re
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from plein.commands.shown import Shown
from plein.engine.review.views import Collision
from tests.cli.conftest import NOW, At, Cli, environment, refused
from tests.tiers import thorough

Unchanged = Callable[[], AbstractContextManager[None]]
SETTLE = ("decision", "settle", "housing", "1", "--adopt", "2", "--because", "Dream.")


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Where what was shown is remembered, in the tests."""
    return tmp_path / "state" / "plein"


def looks(call: Cli, person: str | None = "bea", *words: str, **how: Any) -> None:
    assert call("suggestion", "collisions", "housing", *words, as_=person, **how).code == 0


def comes(call: Cli, words: str = "tents.", **how: Any) -> None:
    """Somebody suggests a third thing at place 1."""
    assert call("suggestion", "add", "housing", "--quote", "homes.", "--replace", words, as_="zoe", **how).code == 0


@pytest.fixture
def changed(call: Cli, at: At) -> None:
    """Bea has looked, and then zoe suggested 9 at place 1."""
    at("suggested")
    looks(call)
    comes(call)


@pytest.mark.usefixtures("changed")
def test_what_came_in_since_is_shown_and_answered_only_when_asked_again(call: Cli, unchanged: Unchanged) -> None:
    """Nobody is turned down for a reason that was given for something else."""
    with unchanged():
        refused(call(*SETTLE, as_="bea"), 1, "9 (zoe: [-homes-]{+tents+})", "Run the same command again")

    assert call(*SETTLE, as_="bea").out == "adopted: 2\nrejected: 1, 9\n"


@pytest.mark.usefixtures("changed")
def test_what_came_in_after_it_was_asked_again_is_asked_about_too(call: Cli) -> None:
    refused(call(*SETTLE, as_="bea"), 1, "9 (zoe")
    comes(call, "caravans.")

    again = call(*SETTLE, as_="bea")

    refused(again, 1, "10 (zoe")
    assert "9 (zoe" not in again.err
    assert call(*SETTLE, as_="bea").code == 0


@pytest.mark.usefixtures("changed")
def test_whoever_looked_again_is_not_asked(call: Cli) -> None:
    looks(call, "bea", "--json")

    assert call(*SETTLE, as_="bea").out == "adopted: 2\nrejected: 1, 9\n"


@pytest.mark.usefixtures("changed")
@pytest.mark.parametrize("how", ["--json", "--csv", ""])
def test_a_place_counts_as_shown_in_whatever_form(call: Cli, how: str) -> None:
    looks(call, "bea", *how.split())

    assert call(*SETTLE, as_="bea").code == 0


@pytest.mark.usefixtures("changed")
def test_a_dry_run_says_that_it_would_be_refused(call: Cli) -> None:
    refused(call(*SETTLE, "--dry-run", as_="bea"), 1, "9 (zoe")


def test_what_was_never_shown_is_settled_as_asked(call: Cli, at: At) -> None:
    """A script knows what it does, and has nobody to ask."""
    at("suggested")
    comes(call)

    assert call(*SETTLE, as_="bea").out == "adopted: 2\nrejected: 1, 9\n"


def test_what_came_in_and_stays_open_is_no_reason_to_ask(call: Cli, at: At) -> None:
    at("suggested")
    looks(call)
    assert call("suggestion", "add", "housing", "--quote", "We build", "--replace", "We all build", as_="zoe").code == 0

    assert call(*SETTLE, as_="bea").out == "adopted: 2\nrejected: 1\n"


@pytest.mark.usefixtures("changed")
def test_a_script_says_what_it_has_seen(call: Cli, unchanged: Unchanged) -> None:
    """Explicitly, and as often as it runs."""
    with unchanged():
        for _ in range(2):
            refused(call(*SETTLE, "--seen", "1,2", as_="kees"), 4)
            refused(call(*SETTLE, "--seen", "1,2", as_="bea"), 1, "9 (zoe", "--seen 1,2,9")
        for wrong in ("", "one", "1;2"):
            refused(call(*SETTLE, "--seen", wrong, as_="bea"), 2, "--seen 3,8,9")
        refused(call(*SETTLE, "--seen", "1,2", "--yes", as_="bea"), 2)
        refused(call("decision", "settle", "housing", "--clean", "--yes", "--because", "B.", as_="bea"), 2)

    assert call(*SETTLE, "--seen", "1 2 9", as_="bea").code == 0


@pytest.mark.usefixtures("changed")
def test_yes_settles_it_whatever_came_in(call: Cli) -> None:
    assert call(*SETTLE, "--yes", as_="bea").out == "adopted: 2\nrejected: 1, 9\n"


@pytest.mark.usefixtures("changed")
def test_dutch_says_the_same(call: Cli) -> None:
    answer = call(*SETTLE, as_="bea", env={"PLEIN_LANGUAGE": "nl"})

    refused(answer, 1, "Plek 1 is niet meer zoals die is bekeken", "9 (zoe", "Geef dezelfde opdracht nog eens")


def test_a_place_whose_name_was_taken_back_is_asked_about_by_its_new_one(call: Cli, at: At) -> None:
    """What was seen under the old name was seen."""
    at("review")
    for person, quote, new in (
        ("a", "homes", "flats"),
        ("b", "homes", "boats"),
        ("c", "every street", "a wood"),
        ("d", "every street", "tubs"),
    ):
        assert call("suggestion", "add", "housing", "--quote", quote, "--replace", new, as_=person).code == 0
    looks(call)
    assert call("suggestion", "withdraw", "housing", "3", as_="c").code == 0
    assert call("suggestion", "add", "housing", "--quote", "every street", "--replace", "one street", as_="e").code == 0
    keep = ("--keep", "--because", "It stays.")

    refused(call("decision", "settle", "housing", "3", *keep, as_="bea"), 3, "3 was withdrawn", "place 4: plein decision settle housing 4")
    refused(call("decision", "settle", "housing", "4", *keep, as_="bea"), 1, "5 (e: ")
    assert call("decision", "settle", "housing", "4", *keep, as_="bea").out == "rejected: 4, 5\n"


def test_what_stays_open_comes_with_the_command_that_decides_on_it(call: Cli, at: At) -> None:
    """By itself where nothing is in its way any more, else at its place."""
    at("review")
    for person, quote, new in (
        ("a", "keeps a waiting", "has one waiting"),
        ("b", "a waiting list. It is public", "nothing at all"),
        ("c", "It is public", "It is open"),
    ):
        assert call("suggestion", "add", "housing", "--quote", quote, "--replace", new, as_=person).code == 0
    words = ("decision", "settle", "housing", "1", "--adopt", "1", "--because", "So.")

    done = call(*words, as_="bea")

    assert done.out == "adopted: 1\nrejected: 2\nleft open: 3\n"
    assert done.next == ["plein decision set housing 3 --adopt"]
    assert call(*done.next[0].split()[1:], as_="bea").code == 0

    at("review")
    for person, quote, new in (
        ("a", "keeps a waiting", "has one waiting"),
        ("b", "a waiting list. It is public", "nothing at all"),
        ("c", "It is public", "It is open"),
        ("d", "It is public", "It is shut"),
    ):
        assert call("suggestion", "add", "housing", "--quote", quote, "--replace", new, as_=person).code == 0
    done = call(*words, as_="bea")
    assert done.out == "adopted: 1\nrejected: 2\nleft open: 3, 4\n"
    assert done.next == ["plein decision settle housing 1 --adopt 3 --because TEXT"]
    assert call(*done.next[0].split()[1:], as_="bea").out == "adopted: 3\nrejected: 4\n"


def test_what_is_answered_at_another_place_is_said(call: Cli, at: At) -> None:
    """Struck with both paragraphs, or not at all: whoever wanted one of them greener reads why not."""
    at("review")
    text = call("draft", "show", "housing").out
    both = text.replace("The town keeps a waiting list. It is public.\n\nWe like trees in every street.", "Nothing more.")
    assert call("suggestion", "add", "housing", "-", as_="a", stdin=both).code == 0
    for person, quote, new in (("b", "trees", "oaks"), ("c", "trees", "elms"), ("d", "list", "queue"), ("e", "list", "row")):
        assert call("suggestion", "add", "housing", "--quote", quote, "--replace", new, as_=person).code == 0
    found = {one["id"]: one["suggestions"] for one in call("suggestion", "collisions", "housing", "--json").json()}
    assert found == {1: [1, 4, 5], 2: [2, 3]}

    done = call("decision", "settle", "housing", "2", "--adopt", "2", "--because", "Oaks.", as_="bea")

    assert done.out == "adopted: 2\nrejected: 1, 3\nAt another place, and rejected because it cannot stand beside this: 1\n"


# --- what is remembered


def test_what_is_remembered_are_numbers_for_nobody_else_to_read(call: Cli, at: At, state: Path) -> None:
    """No word, no name, no slug, no password of a database."""
    at("suggested")
    looks(call)

    (file,) = state.iterdir()
    assert json.loads(file.read_text(encoding="utf-8")) == {"1": [1, 2], "5": [5, 6]}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(state.stat().st_mode) == 0o700
    assert re.fullmatch(r"shown-[0-9a-f]{32}\.json", file.name)  # a digest may spell "bea" by chance


@pytest.mark.usefixtures("changed")
def test_what_one_person_saw_is_not_what_another_saw(call: Cli) -> None:
    """Anna, who hosts, never looked: there is nothing to hold her decision against."""
    refused(call(*SETTLE, as_="bea"), 1, "9 (zoe")

    assert call(*SETTLE, as_="anna").out == "adopted: 2\nrejected: 1, 9\n"


@pytest.mark.usefixtures("changed")
def test_what_was_seen_in_one_database_is_not_known_in_another(call: Cli, tmp_path: Path, database: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(database.read_bytes())

    assert call(*SETTLE, as_="bea", db=other).code == 0


@pytest.mark.usefixtures("changed")
@pytest.mark.parametrize("name", ["{path}", "sqlite:///{path}", "plein.db", "./plein.db", "../{folder}/plein.db", "sqlite:///plein.db"])
def test_a_database_is_the_same_by_whatever_name(call: Cli, database: Path, name: str) -> None:
    """By an address, from its own folder, by a way round."""
    db = name.format(path=database, folder=database.parent.name)

    refused(call(*SETTLE, as_="bea", db=db, cwd=database.parent), 1, "9 (zoe")


def test_what_was_seen_in_one_cycle_is_not_known_in_another(call: Cli, at: At, state: Path) -> None:
    at("suggested")
    looks(call)
    assert call("cycle", "new", "trees", "--title", "T", "--question", "Q?", as_="bea").code == 0

    assert call("suggestion", "collisions", "trees", as_="bea").code == 0

    kept = [json.loads(file.read_text(encoding="utf-8")) for file in state.iterdir()]
    assert sorted(kept, key=len) == [{}, {"1": [1, 2], "5": [5, 6]}]


def test_nobody_in_particular_is_remembered_for_nothing(call: Cli, at: At, state: Path) -> None:
    at("suggested")

    looks(call, None)

    assert not state.exists()


@pytest.mark.usefixtures("changed")
@pytest.mark.parametrize("wrong", ["", "{", "[]", '{"1": "x"}', '{"one": [1]}', '{"1": 5}', "\x00"])
def test_a_file_that_says_nothing_remembers_nothing(call: Cli, state: Path, wrong: str) -> None:
    (file,) = state.iterdir()
    file.write_text(wrong, encoding="utf-8")

    done = call(*SETTLE, as_="bea")

    assert (done.code, done.out) == (0, "adopted: 2\nrejected: 1, 9\n")
    assert "remembered" not in done.err


def test_a_folder_that_cannot_be_written_is_told_of_only_where_somebody_looks_for_faults(call: Cli, at: At, tmp_path: Path) -> None:
    """A file stands where the folder should."""
    at("suggested")
    (tmp_path / "file").write_text("", encoding="utf-8")
    env = {"XDG_STATE_HOME": str(tmp_path / "file")}

    quiet = call("suggestion", "collisions", "housing", as_="bea", env=env)
    asked = call("--debug", "suggestion", "collisions", "housing", as_="bea", env=env)
    comes(call)

    assert (quiet.code, asked.code) == (0, 0)
    assert "not remembered" not in quiet.err + quiet.out
    assert "What was shown is not remembered" in asked.err
    assert call(*SETTLE, as_="bea", env=env).code == 0


def test_a_place_is_remembered_by_whatever_it_was_asked_for(tmp_path: Path) -> None:
    """Two places grew together; whoever types the old name twice was told once, and is not refused for ever."""
    shown = Shown(tmp_path / "folder" / "shown.json")
    one, two = (
        Collision(id=n, kind="overlap", suggestions=(n, n + 1), paragraph=n, quote="", also=(also,)) for n, also in ((1, 7), (3, 8))
    )
    shown.all([one, two])
    assert shown.places == {1: {1, 2, 7}, 3: {3, 4, 8}}
    grown = Collision(id=1, kind="overlap", suggestions=(1, 2, 3, 4, 9), paragraph=1, quote="")

    assert shown.seen(3, [grown]) == {3, 4, 8, 7}  # of 1 and 2 it is not known that they were seen together with these
    assert shown.seen(9, [grown]) == {1, 2, 7, 8}
    assert shown.seen(5, [grown]) is None

    assert shown.more({3, 1}, {1, 2, 3, 4, 9})
    assert shown.seen(3, [grown]) == shown.seen(1, [grown]) == shown.seen(9, [grown]) == {1, 2, 3, 4, 9}


# --- on a terminal


def _typed(database: Path, tmp_path: Path, answer: str, *, env: dict[str, str] | None = None) -> tuple[int, str]:
    """Settle on a terminal, and answer what is asked there."""
    ours, theirs = pty.openpty()
    found = environment("bea", NOW, {"XDG_STATE_HOME": str(tmp_path / "state"), "TERM": "dumb", **(env or {})})
    plein = str(Path(sys.executable).with_name("plein"))
    running = subprocess.Popen([plein, "--db", str(database), *SETTLE], stdin=theirs, stdout=theirs, stderr=theirs, cwd=tmp_path, env=found)
    os.close(theirs)
    seen = b""
    begun = time.monotonic()
    while time.monotonic() - begun < 60:
        try:
            got = os.read(ours, 4096)
        except OSError:
            break
        seen += got
        if not got:
            break
        if b"[y/N]" in seen or b"[j/N]" in seen:
            os.write(ours, f"{answer}\n".encode())
            answer = ""
            seen = seen.replace(b"[y/N]", b"?").replace(b"[j/N]", b"?")
    os.close(ours)
    return running.wait(timeout=30), seen.decode().replace("\r\n", "\n")


@pytest.mark.usefixtures("changed")
def test_on_a_terminal_it_asks_at_once(database: Path, tmp_path: Path, call: Cli, unchanged: Unchanged) -> None:
    """Who says no has decided nothing; who says yes has settled it."""
    with unchanged():
        code, seen = _typed(database, tmp_path, "")
        assert (code, "Nothing was decided." in seen) == (1, True), seen
    code, seen = _typed(database, tmp_path, "y")

    assert code == 0
    assert "9 (zoe: [-homes-]{+tents+})" in " ".join(seen.split())
    assert "rejected: 1, 9" in seen


@thorough
@pytest.mark.usefixtures("changed")
def test_on_a_dutch_terminal_one_says_ja(database: Path, tmp_path: Path) -> None:
    code, seen = _typed(database, tmp_path, "j", env={"PLEIN_LANGUAGE": "nl"})

    assert code == 0, seen
    assert "Toch zo afhandelen?" in seen
