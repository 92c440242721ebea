"""SQLite's write-ahead log, with which people read while somebody writes: turned on once for a file, whoever else is at it."""

from __future__ import annotations

import sqlite3
from time import monotonic, sleep

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

_PAUSE = 0.01
"""Seconds between two tries."""


def log_ahead(connection: Connection, patience: float) -> None:
    """Turn the log on, waiting for whoever writes meanwhile; where it is on, nothing is asked of anybody.

    SQLite waits by itself for a lock that it asks for, as long as its ``timeout`` says; not for this one. Where another connection is about to
    write, or turns the log on in the same instant, it says at once that the file is locked.

    Args:
        connection: Outside any transaction; it is left so.
        patience: How many seconds to go on trying.

    Raises:
        OperationalError: The file was locked all that time, or cannot be written.
    """
    until = monotonic() + patience
    while True:
        try:
            connection.exec_driver_sql("PRAGMA journal_mode=WAL")
        except OperationalError as refused:
            connection.rollback()
            if not _is_busy(refused) or monotonic() > until:
                raise
            sleep(_PAUSE)
        else:
            connection.rollback()
            return


def _is_busy(refused: OperationalError) -> bool:
    return isinstance(refused.orig, sqlite3.OperationalError) and refused.orig.sqlite_errorcode == sqlite3.SQLITE_BUSY
