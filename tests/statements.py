"""What SQLAlchemy makes of a statement, kept for a whole run instead of by each of the thousands of databases in it. No test stands here.

Turning a statement into SQL takes longer than running it on a small database. What was made is kept by the engine and by the mappers, for the
dialect it was made for; and as every engine has a dialect of its own, nothing that was made for one database serves the next. Here dialects
of one kind are equal, and all engines of plein's own keep what they made in one place.
"""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import create_engine
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import Engine
from sqlalchemy.util import LRUCache

_MOST = 5_000


def keep(patch: pytest.MonkeyPatch) -> None:
    """Let plein's databases of one kind share what was made, as long as *patch* lasts."""
    made: LRUCache[Any, Any] = LRUCache(_MOST)

    def engine(url: Any, **options: Any) -> Engine:
        return create_engine(url, **options, execution_options={"compiled_cache": made})

    patch.setattr("plein.store.database.create_engine", engine)
    for kind in (SQLiteDialect_pysqlite, PGDialect_psycopg):
        patch.setattr(kind, "__hash__", lambda dialect: hash(type(dialect)))
        patch.setattr(kind, "__eq__", lambda dialect, other: type(dialect) is type(other))
