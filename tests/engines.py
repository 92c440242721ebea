"""The database under a plein, for tests that look at it or change it behind its back. No test stands here."""

from __future__ import annotations

from sqlalchemy.engine import Engine

from plein import Plein
from plein.store.database import Database


def engine_of(plein: Plein) -> Engine:
    """The engine of a plein that has a database of its own, and no session that was lent to it."""
    database = plein._database
    assert isinstance(database, Database)
    return database.engine
