"""Turning SQLite's log on waits for whoever is at the file. SQLite says at once that it is locked, and four workers of a server found out."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from plein import Plein
from plein.errors import Refused
from plein.store import database


@contextlib.contextmanager
def about_to_write(path: Path, seconds: float | None) -> Iterator[None]:
    """Somebody else is, for so long; None until the block ends."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("CREATE TABLE theirs (n)")
        other.execute("BEGIN IMMEDIATE")
        after = threading.Timer(seconds or 0, other.execute, ["COMMIT"])
        if seconds is not None:
            after.start()
        try:
            yield
        finally:
            if seconds is not None:
                after.join()


def test_whoever_upgrades_waits_for_whoever_is_about_to_write(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with about_to_write(path, 0.3), Plein(path) as plein:
        plein.upgrade()
        assert plein.acting_as(None).verify().damage == ()


def test_it_does_not_wait_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who writes all the time is told of in a sentence, and the file is as it was."""
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.05)
    path = tmp_path / "new.db"
    with about_to_write(path, None), Plein(path) as plein, pytest.raises(Refused, match="Somebody else is writing"):
        plein.upgrade()
    with contextlib.closing(sqlite3.connect(path)) as kept:
        assert kept.execute("SELECT name FROM sqlite_master").fetchall() == [("theirs",)]


def test_where_it_is_on_nobody_waits(tmp_path: Path) -> None:
    """An upgrade that changes nothing but waits for the one who writes waits for the lock alone, as every act does."""
    path = tmp_path / "new.db"
    with Plein(path) as plein:
        plein.upgrade()
    with contextlib.closing(sqlite3.connect(path)) as kept:
        assert kept.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    with about_to_write(path, 0.2), Plein(path) as plein:
        plein.upgrade()
