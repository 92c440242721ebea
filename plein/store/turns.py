"""Turns at writing in one database: first come, first served in one process, and between processes nobody waits long for no reason.

SQLite has no queue. Whoever finds somebody writing tries again after pauses that grow to a tenth of a second, so that under load those who
came first try least often, and some wait for seconds. Here the threads of a process stand in line, and the one at the front tries every few
thousandths of a second. PostgreSQL has a queue, before the row of a cycle; before its connections, of which a process has only so many, there
is none either.
"""

from __future__ import annotations

import random
import sqlite3
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any
from weakref import WeakValueDictionary

_PAUSE = 0.002
"""Seconds between two tries; some more or less, so that two do not try in step. A try takes a twentieth of that, from those who work."""


class Line:
    """Those in this process who want to write in one database, of whom so many may at a time."""

    def __init__(self, width: int = 1) -> None:
        self._guard = Lock()
        self._free = width
        self._waiting: deque[Lock] = deque()

    @contextmanager
    def turn(self, seconds: float) -> Iterator[float]:
        """Wait for one's turn, so many seconds at most; after that it is the database that says what is the matter. Gives what is left of them.

        >>> line = Line()
        >>> with line.turn(1) as left:
        ...     0 <= left <= 1
        True
        """
        until = time.monotonic() + seconds
        mine = self._join()
        has_turn = mine is None or mine.acquire(timeout=seconds) or not self._leave(mine)
        try:
            yield max(until - time.monotonic(), 0)
        finally:
            if has_turn:
                self._next()

    def _join(self) -> Lock | None:
        """Stand at the end of the line; None where nobody stands there."""
        with self._guard:
            if self._free:
                self._free -= 1
                return None
            mine = Lock()
            mine.acquire()
            self._waiting.append(mine)
            return mine

    def _leave(self, mine: Lock) -> bool:
        """Leave the line, unless it is one's turn by now."""
        with self._guard:
            if mine in self._waiting:
                self._waiting.remove(mine)
                return True
            return False

    def _next(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._free += 1


_lines: WeakValueDictionary[str, Line] = WeakValueDictionary()
_guard = Lock()


def line_of(database: str, width: int = 1) -> Line:
    """The line before a database, the same for all in this process who keep it.

    >>> line_of("one.db") is line_of("one.db"), line_of("one.db") is line_of("two.db")
    (True, False)
    """
    with _guard:
        return _lines.setdefault(database, Line(width))


def begin_in_turn(connection: Any, seconds: float) -> None:
    """Begin a transaction that writes, as soon as nobody else writes.

    Args:
        connection: The driver's own, of :mod:`sqlite3`.
        seconds: How long to go on trying.

    Raises:
        sqlite3.OperationalError: Somebody wrote all that time; or it cannot be written at all.
    """
    patience = connection.execute("PRAGMA busy_timeout").fetchone()[0]
    until = time.monotonic() + seconds
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as wrong:
                if wrong.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                    raise
            time.sleep(_PAUSE * (0.5 + random.random()))
    finally:
        connection.execute(f"PRAGMA busy_timeout = {patience}")
