"""Whoever writes in one SQLite file is served in the order in which they came, and nobody is passed over for long."""

from __future__ import annotations

import sqlite3
import threading
import time
from pathlib import Path

import pytest

from plein import Plein
from plein.errors import Refused
from plein.store.turns import Line, begin_in_turn, line_of
from tests.conftest import NOON
from tests.cycles import Housing


def joined(line: Line, name: str, order: list[str], seconds: float = 30) -> threading.Thread:
    """Somebody who stands at the end of the line by now."""
    before = len(line._waiting)

    def wait() -> None:
        with line.turn(seconds):
            order.append(name)

    thread = threading.Thread(target=wait)
    thread.start()
    while len(line._waiting) == before and thread.is_alive():
        time.sleep(0.001)
    return thread


def test_first_come_first_served() -> None:
    line, order = Line(), list[str]()
    with line.turn(1):
        waiting = [joined(line, name, order) for name in "abcdefgh"]
    for thread in waiting:
        thread.join()
    assert order == list("abcdefgh")
    with line.turn(1):
        order.append("i")
    assert order[-1] == "i"


def test_where_several_may_at_a_time_the_next_comes_when_one_of_them_is_done() -> None:
    """On PostgreSQL, whose connections are few."""
    line, order = Line(width=2), list[str]()
    with line.turn(1):
        with line.turn(1):
            first = joined(line, "a", order)
            second = joined(line, "b", order)
            assert order == []
        first.join()
        second.join()
        assert order == ["a", "b"]


def test_who_waited_too_long_goes_on_and_takes_nobodys_turn() -> None:
    """The database then says what is the matter; those behind still have their turn when it comes."""
    line, order = Line(), list[str]()
    with line.turn(1):
        first = joined(line, "impatient", order, seconds=0.05)
        second = joined(line, "patient", order)
        first.join()
        assert order == ["impatient"]
        third = joined(line, "late", order)
    second.join()
    third.join()
    assert order == ["impatient", "patient", "late"]


def test_who_waited_in_the_line_waits_no_longer_before_the_database() -> None:
    """Else thirty seconds are sixty."""
    line = Line()
    with line.turn(1) as whole, line.turn(0.02) as left:
        assert (0 < whole <= 1, left) == (True, 0)


def test_what_goes_wrong_in_a_turn_ends_it() -> None:
    line = Line()
    with pytest.raises(ValueError, match="no"), line.turn(1):
        raise ValueError("no")
    with line.turn(1):
        pass


def test_all_in_one_process_stand_in_one_line(tmp_path: Path) -> None:
    """However they name the file."""
    one = Plein(tmp_path / "plein.db")
    two = Plein(tmp_path / "." / "plein.db")
    assert one._database._line is two._database._line is line_of(str((tmp_path / "plein.db").resolve()))  # type: ignore[union-attr]


def test_who_finds_somebody_writing_begins_after_them(tmp_path: Path) -> None:
    """And the connection is as patient as it was."""
    path = tmp_path / "one.db"
    writer, other = (sqlite3.connect(path, isolation_level=None, check_same_thread=False) for _ in range(2))
    writer.execute("CREATE TABLE one (number INTEGER)")
    writer.execute("BEGIN IMMEDIATE")
    order = list[str]()

    def begin() -> None:
        begin_in_turn(other, 30)
        order.append("begun")
        other.execute("COMMIT")

    waiting = threading.Thread(target=begin)
    waiting.start()
    time.sleep(0.02)
    order.append("done")
    writer.execute("COMMIT")
    waiting.join()
    assert order == ["done", "begun"]
    assert other.execute("PRAGMA busy_timeout").fetchone() == writer.execute("PRAGMA busy_timeout").fetchone()
    for connection in (writer, other):
        connection.close()


def test_who_waits_all_that_time_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "one.db"
    writer, other = (sqlite3.connect(path, isolation_level=None) for _ in range(2))
    writer.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        begin_in_turn(other, 0.02)
    for connection in (writer, other):
        connection.close()


def test_somebody_else_who_writes_is_named(tmp_path: Path, empty_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plein.db"
    path.write_bytes(empty_file.read_bytes())
    monkeypatch.setattr("plein.store.database._BUSY_SECONDS", 0.02)
    writer = sqlite3.connect(path, isolation_level=None)
    with Plein(path, clock=lambda: NOON) as plein:
        housing = Housing(plein).review()
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(Refused, match="Somebody else is writing"):
            housing.suggest("piet", quote="homes.", replace="houses.")
        writer.execute("COMMIT")
        housing.suggest("piet", quote="homes.", replace="houses.")
    writer.close()
