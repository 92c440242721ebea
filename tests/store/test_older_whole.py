"""A small cycle as each plein left it that had another state of the tables: brought up to date, checked, gone on with; and half of one told."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plein import Plein
from plein.errors import Damaged
from plein.store import schema

DUMPS = {path.stem: path for path in sorted(Path(__file__).with_name("older").rglob("*.sql"))}
C = "housing"


def leave(path: Path, state: str, *statements: str) -> Path:
    """A database as a plein of that state left it, and what was done to it afterwards."""
    with sqlite3.connect(path) as database:
        database.executescript(DUMPS[state].read_text(encoding="utf-8"))
        for statement in statements:
            database.execute(statement)
    database.close()
    path.chmod(0o600)
    return path


def test_there_is_a_database_of_every_state_there_ever_was() -> None:
    """Whoever adds a state leaves a database of the one before; the newest is what all other tests are made of."""
    assert set(schema.KNOWN[:5]) <= set(DUMPS)


@pytest.mark.parametrize("state", [path.stem for path in DUMPS.values() if path.parent.name == "whole"])
def test_it_is_brought_up_to_date_and_goes_on(tmp_path: Path, state: str) -> None:
    """Nobody begins anew because the program did; what was done is there, holds, and takes what comes."""
    with Plein(leave(tmp_path / "plein.db", state), clock=lambda: datetime(2026, 11, 23, 12, tzinfo=UTC)) as plein:
        plein.upgrade()
        anna, outsider = plein.acting_as("anna").cycle(C), plein.acting_as(None)

        assert outsider.verify().damage == ()
        assert [(one.id, one.author, one.status) for one in anna.suggestions.list()] == [
            (1, "piet", "decided"), (2, "kim", "decided"), (3, "jan", "open"), (4, "piet", "withdrawn"),
        ]  # fmt: skip
        assert [(one.suggestion, one.outcome) for one in anna.decisions.list()] == [(1, "adopted"), (2, "rejected")]
        assert "We build houses." in anna.draft.show().text

        anna.move("review", ask="And now?")
        plein.acting_as("kim").cycle(C).suggestions.add_quote("public", "open")
        assert outsider.cycle(C).log()[-1].body is not None
        assert outsider.verify().damage == ()


LACKING = (
    ("a column of now", "0005", "ALTER TABLE plein_suggestion DROP COLUMN replaced_by"),
    ("it claims to be of now", "0001", "UPDATE plein_schema_version SET version_num = '0005'"),
    ("it claims to be newer than it is", "0001", "UPDATE plein_schema_version SET version_num = '0003'"),
    ("it claims to be older than it is", "0005", "UPDATE plein_schema_version SET version_num = '0002'"),
)
lacking = pytest.mark.parametrize(("state", "statement"), [pytest.param(*case[1:], id=case[0]) for case in LACKING])


@lacking
def test_tables_that_are_not_what_they_say_are_told_in_words(tmp_path: Path, state: str, statement: str) -> None:
    """A copy that was put back by halves is nobody's mistake in the program, and must not be called up to date."""
    path = leave(tmp_path / "plein.db", state, statement)
    with Plein(path) as plein, pytest.raises(Damaged, match=r"say that they are of state|not what they say they are"):
        plein.upgrade()
