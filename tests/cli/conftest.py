"""What the tests of the command line share: ways to run it, cycles on their way in a file, and what to look for in an answer."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

import pytest

from plein import Plein
from tests.cli import commands
from tests.cycles import TEXT, Housing
from tests.speaking import as_before

NOW = "2026-11-24T12:00Z"
"""When commands run unless a test says otherwise: a day after everything in the states below."""
DEADLINE = "2026-12-18"
SECRET = "gasometer"
"""A word that stands in unpublished drafts only, to look for in what outsiders read."""
_SCRIPT = Path(sys.executable).with_name("plein")
_PATIENCE = 90


@dataclass(frozen=True, slots=True)
class Result:
    """What a run of the command line left: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """Standard output as JSON; there must be nothing else on it."""
        assert self.code == 0, self
        return json.loads(self.out)

    @property
    def next(self) -> list[str]:
        """The commands in the Next lines, wherever they stand."""
        return re.findall(r"^Next: (.*)$", self.out + "\n" + self.err, re.MULTILINE)


class Cli(Protocol):
    """Runs ``plein`` with arguments. *as_* and *now* go by the environment; *db* None leaves finding the database to plein."""

    def __call__(
        self,
        *args: str,
        as_: str | None = ...,
        now: str | None = ...,
        db: str | Path | None = ...,
        stdin: str | bytes | None = ...,
        env: Mapping[str, str] | None = ...,
        cwd: Path | None = ...,
    ) -> Result: ...


At = Callable[[str], Path]
_COLUMNS = "COLUMNS"


def screen(width: int, language: str = "en") -> dict[str, str]:
    """The environment of a ``call`` that writes to a terminal of so many columns."""
    return {_COLUMNS: f"{width}", "PLEIN_LANGUAGE": language, "NO_COLOR": "1"}


class _Stream(io.TextIOWrapper):
    """What a call writes to; a terminal, or none."""

    buffer: io.BytesIO

    def __init__(self, terminal: bool, errors: str) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", errors=errors, write_through=True)
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


def environment(as_: str | None, now: str | None, env: Mapping[str, str] | None) -> dict[str, str]:
    """The environment of a run: ours without anything of plein's, then what the test asks for."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PLEIN_") and key not in ("NO_COLOR", "FORCE_COLOR")}
    named = {"PLEIN_AS": as_, "PLEIN_NOW": now}
    return kept | {key: value for key, value in named.items() if value is not None} | dict(env or {})


def command(*args: str, db: str | Path | None) -> list[str]:
    """The words of a command, with the database named."""
    return [*([] if db is None else ["--db", str(db)]), *args]


def refused(result: Result, code: int | Sequence[int], *words: str) -> None:
    """Check a refusal: the exit code, one or two lines that say what is wrong and what to do, nothing else anywhere."""
    codes = (code,) if isinstance(code, int) else tuple(code)
    assert result.code in codes, result
    assert "Traceback" not in result.err, result.err
    assert "mistake in plein itself" not in result.err, result.err
    lines = result.err.strip().splitlines()
    assert 1 <= len(lines) <= 2, result.err
    assert lines[0].startswith("plein: "), result.err
    assert result.out == "", result.out
    for word in words:
        assert word in result.err, result.err


def dump(database: Path) -> str:
    """Every row of every table, as SQL."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return "\n".join(connection.iterdump())


def tamper(database: Path, *statements: str) -> None:
    """Change rows behind plein's back, leaving everything in the one file."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where :func:`at` puts the database of a test."""
    return tmp_path / "plein.db"


@pytest.fixture
def run(tmp_path: Path, database: Path) -> Cli:
    """The command line as people have it: the installed script, a process of its own, no terminal."""

    def run(
        *args: str,
        as_: str | None = "anna",
        now: str | None = NOW,
        db: str | Path | None = database,
        stdin: str | bytes | None = None,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> Result:
        done = subprocess.run(
            [str(_SCRIPT), *command(*args, db=db)],
            env=environment(as_, now, {"XDG_STATE_HOME": str(tmp_path / "state"), **(env or {})}),
            cwd=cwd or tmp_path,
            input=stdin.encode() if isinstance(stdin, str) else (stdin or b""),
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def call(tmp_path: Path, database: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """The same without the cost of a process, for tables of many cases; what escapes main() is reported as Python would.

    With ``env=screen(80)`` it writes to a terminal.
    """
    from plein.cli import main

    def call(
        *args: str,
        as_: str | None = "anna",
        now: str | None = NOW,
        db: str | Path | None = database,
        stdin: str | bytes | None = None,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> Result:
        given = stdin.encode() if isinstance(stdin, str) else (stdin or b"")
        at_terminal = _COLUMNS in (env or {})
        out = _Stream(at_terminal, "strict")
        err = _Stream(at_terminal, "backslashreplace")  # as Python's own
        with as_before(), monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["plein", *command(*args, db=db)])
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            patch.setattr(sys, "excepthook", sys.excepthook)
            patch.setattr(os, "environ", environment(as_, now, {"XDG_STATE_HOME": str(tmp_path / "state"), **(env or {})}))
            patch.chdir(cwd or tmp_path)
            commands.keep(patch)
            try:
                main()
                code: Any = 0
            except SystemExit as left:
                code = left.code or 0
            except Exception as escaped:  # noqa: BLE001 - what Python does with it is part of what is tested
                sys.excepthook(type(escaped), escaped, escaped.__traceback__)
                code = 1
            out.flush()
            err.flush()
        assert isinstance(code, int)
        return Result(code, out.buffer.getvalue().decode(), err.buffer.getvalue().decode())

    return call


@pytest.fixture(scope="session")
def states(tmp_path_factory: pytest.TempPathFactory, empty_file: Path) -> Callable[[str], Path]:
    """Cycles on their way, each built once by the library in a file of its own."""
    made: dict[str, Path] = {}

    def state(name: str) -> Path:
        if name not in made:
            path = tmp_path_factory.mktemp("state") / "plein.db"
            shutil.copy(empty_file, path)
            moments = iter(range(10_000))
            with Plein(path, clock=lambda: datetime.fromtimestamp(NOON.timestamp() + next(moments), UTC)) as plein:
                if name != "empty":
                    _STATES[name](Housing(plein))
            with contextlib.closing(sqlite3.connect(path)) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            made[name] = path
        return made[name]

    return state


@pytest.fixture
def at(states: Callable[[str], Path], database: Path) -> At:
    """Puts a cycle on its way into the test's database: ``at("review")``. A second call begins anew."""

    def at(name: str) -> Path:
        with contextlib.closing(sqlite3.connect(states(name))) as source, contextlib.closing(sqlite3.connect(database)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.chmod(0o600)  # as plein makes one
        return database

    return at


@pytest.fixture
def unchanged(database: Path) -> Callable[[], contextlib.AbstractContextManager[None]]:
    """``with unchanged():`` fails when a row of the test's database has changed meanwhile."""

    @contextlib.contextmanager
    def unchanged() -> Iterator[None]:
        before = dump(database)
        yield
        assert dump(database) == before

    return unchanged


NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def _trees(housing: Housing) -> Housing:
    """Another cycle in the same database, whose host zoe is nobody in the first."""
    housing.seat("zoe").cycles.new("trees", title="Trees", question="Which trees?", language="en")
    return housing


def _suggested(housing: Housing) -> Housing:
    """Everything the public can hand in.

    1 and 2 collide; 3 is clean; 4 is a tip; 5 and 6 are insertions at one place; 7 says the same as 3; 8 is a refinement.
    """
    housing.review(closes=DEADLINE)
    housing.suggest("piet", quote="homes.", replace="houses.", why="Homes are what people make of them.")
    housing.suggest("jan", quote="homes.", replace="castles.", why="Let us dream.")
    housing.suggest("kim", quote="waiting list", replace="queue", why="Shorter.")
    housing.seat("lot").cycle(housing.slug).suggestions.tip("trees in every street", "Which kind?")
    housing.hand_in("mia", "- people who lost their home\n", "- people who lost their home\n- students\n")
    housing.hand_in("noor", "- people who lost their home\n", "- people who lost their home\n- nurses\n")
    housing.suggest("otto", quote="waiting list", replace="queue")
    housing.seat("piet").cycle(housing.slug).suggestions.add_quote("It is public", "It is open to all", kind="refinement")
    return housing


def _processing(housing: Housing) -> Housing:
    """Back in the closed circle with all of it, nothing decided yet."""
    _suggested(housing).anna.cycle(housing.slug).move("drafting", because="Everybody was heard.")
    return housing


def _decided(housing: Housing) -> Housing:
    """Everything decided and merged, in the closed circle; nothing of it is public yet."""
    _processing(housing)
    slug, bea = housing.slug, housing.bea
    housing.adopt(1, 3, 7, 8)
    bea.cycle(slug).decisions.set([2], "rejected", because="A gasometer is no castle.")
    bea.cycle(slug).decisions.set([4], "noted", because="The gasometer garden will choose.")
    bea.cycle(slug).decisions.set([5], "adapted", text="- pupils by the gasometer", because="All of them.")
    bea.cycle(slug).decisions.set([6], "covered", covered_by=5, because="See the gasometer.")
    bea.cycle(slug).draft.merge(note="The gasometer is in.")
    return housing


def _secret(housing: Housing) -> Housing:
    """The first drafting: two versions that nobody outside may read."""
    _trees(housing).drafting(TEXT.replace("trees", SECRET + "s"))
    housing.bea.cycle(housing.slug).draft.save(TEXT.replace("trees", SECRET + " and trees"), note=f"About the {SECRET}.")
    return housing


def _final(housing: Housing) -> Housing:
    _decided(housing).bea.cycle(housing.slug).decisions.publish()
    housing.anna.cycle(housing.slug).move("final")
    return housing


_STATES: Mapping[str, Callable[[Housing], Housing]] = {
    "preparation": lambda housing: housing,
    "two": _trees,
    "inventory": Housing.inventory,
    "invitation": Housing.invitation,
    "drafting": Housing.drafting,
    "review": lambda housing: housing.review(closes=DEADLINE),
    "suggested": _suggested,
    "processing": _processing,
    "open-processing": lambda housing: _processing(_trees(housing)),
    "decided": lambda housing: _decided(_trees(housing)),
    "secret": _secret,
    "final": _final,
}
