"""Several at once, and interrupted: nothing is lost, nothing is half done, and the record still checks."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from plein import Plein
from tests.cli.conftest import NOON, NOW, At, Cli, command, dump, environment
from tests.tiers import spread, thorough

CROWD = 8
_SCRIPT = str(Path(sys.executable).with_name("plein"))


def start(*words: str, database: Path, as_: str) -> subprocess.Popen[str]:
    """A command in a process of its own, not waited for."""
    return subprocess.Popen(
        [_SCRIPT, *command(*words, db=database)],
        env=environment(as_, NOW, None),
        cwd=database.parent,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_as_at_a_terminal,
    )


def _as_at_a_terminal() -> None:
    """Let Ctrl-C through: a test run in the background of a shell is begun with it ignored, and so is all that it begins."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def all_at_once(commands: Sequence[tuple[str, Sequence[str]]], database: Path) -> int:
    """Run commands in one moment; each succeeds or is told so. How many succeeded."""
    running = [start(*words, database=database, as_=person) for person, words in commands]
    succeeded = 0
    for process in running:
        _, err = process.communicate(timeout=120)
        assert process.returncode in (0, 1), err
        assert "Traceback" not in err
        assert "mistake in plein itself" not in err
        if process.returncode:
            assert "again" in err, err
        succeeded += process.returncode == 0
    return succeeded


@thorough
def test_what_many_say_at_once_is_all_there(call: Cli, at: At) -> None:
    """A school class types at the same moment, one of them in two windows; contribution and entry come in pairs."""
    database = at("inventory")
    before = len(call("log", "housing", "--json").json())
    pupils = [f"pupil-{n}" for n in range(CROWD - 1)]

    succeeded = all_at_once([(who, ["inventory", "add", "housing", f"Tree {n}."]) for n, who in enumerate([*pupils, pupils[0]])], database)

    said = call("inventory", "list", "housing", "--json").json()[1:]
    assert succeeded >= 1
    assert len(said) == len({one["id"] for one in said}) == len({one["text"] for one in said}) == succeeded
    assert {one["author"] for one in said} <= set(pupils)
    assert len(call("log", "housing", "--json").json()) == before + succeeded
    assert call("verify").code == 0


@thorough
def test_what_many_suggest_at_once_is_all_there(call: Cli, at: At) -> None:
    """The last hour before the deadline."""
    database = at("review")

    add = ["suggestion", "add", "housing", "--quote", "homes", "--replace"]
    succeeded = all_at_once([(f"pupil-{n}", [*add, f"homes number {n}"]) for n in range(CROWD)], database)

    found = call("suggestion", "list", "housing", "--json").json()
    assert succeeded >= 1
    assert len(found) == len({one["author"] for one in found}) == succeeded
    assert call("verify").code == 0


@pytest.fixture
def letters(database: Path) -> Path:
    """A folder that takes a while to take in: a long text under review, and many who changed a lot of it."""
    folder = database.parent / "letters"
    folder.mkdir()
    for person in range(80):
        text = "".join(
            f"Paragraph {n} about homes, streets and trees" + (f", says person {person}" if (n + person) % 3 == 0 else "") + ".\n\n"
            for n in range(150)
        )
        (folder / f"person-{person:02}.md").write_text("# Long\n\n" + text, encoding="utf-8")
    return folder


@pytest.fixture
def long_review(at: At) -> Path:
    """The long text, before the public; nobody has the database open."""
    database = at("drafting")
    text = "".join(f"Paragraph {n} about homes, streets and trees.\n\n" for n in range(150))
    with Plein(database, clock=lambda: NOON) as plein:
        plein.acting_as("bea").cycle("housing").draft.save("# Long\n\n" + text)
        plein.acting_as("anna").cycle("housing").move("review")
    assert not database.with_name(database.name + "-shm").exists()
    return database


def interrupted(database: Path, how: signal.Signals, after: float) -> tuple[int, str]:
    """Begin the import, and stop it *after* seconds of work in the database; its exit code and what it said."""
    process = start("suggestion", "import", "housing", "letters", database=database, as_="anna")
    give_up = time.monotonic() + 60
    while not database.with_name(database.name + "-shm").exists():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < give_up
        time.sleep(0.01)  # nothing tells when another process opens its database
    try:
        process.wait(timeout=after)
    except subprocess.TimeoutExpired:
        process.send_signal(how)
    _, err = process.communicate(timeout=60)
    return process.returncode, err


def test_the_database_layer_prints_nothing_of_its_own(long_review: Path) -> None:
    """Ctrl-C may come while it closes a cursor: it logs that with a traceback, and people need one line."""
    script = """if True:
        import logging, sys
        from plein.commands.situation import Situation
        with Situation(sys.argv[1], None, None, None).plein():
            logging.getLogger("sqlalchemy.pool.impl.QueuePool").error("Error closing cursor")
    """
    done = subprocess.run([sys.executable, "-c", script, str(long_review)], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")


@thorough
def test_an_import_that_is_interrupted_leaves_nothing_behind(call: Cli, long_review: Path, letters: Path) -> None:
    """Ctrl-C halfway through: exit code 130, one line, and not a suggestion of it."""
    before = dump(long_review)

    code, said = interrupted(long_review, signal.SIGINT, 0.3)

    assert code == 130, said
    assert "Traceback" not in said
    assert said.strip() == "plein: Stopped; nothing was left half-done."
    assert dump(long_review) == before
    assert call("verify").code == 0


@pytest.mark.parametrize("after", spread([0.1, 0.3], [0.1]))
def test_an_import_that_is_killed_leaves_nothing_behind_and_can_be_done_again(
    call: Cli, long_review: Path, letters: Path, after: float
) -> None:
    """The power fails during the import; the morning after it simply works."""
    before = dump(long_review)

    code, _ = interrupted(long_review, signal.SIGKILL, after)

    assert code == -signal.SIGKILL
    assert dump(long_review) == before
    assert call("verify").code == 0
    assert call("suggestion", "list", "housing", "--json").json() == []
    if after > 0.2:
        again = call("suggestion", "import", "housing", "letters")
        assert again.code == 0, again
        people = {one["author"] for one in call("suggestion", "list", "housing", "--json").json()}
        assert len(people) == 80
        assert call("verify").code == 0
