"""Where the rows are: opening a database and giving out sessions, each one transaction. Knows no table but the schema's version.

Three ways in: a database of plein's own (a path or a URL), an Engine the host lends, a Session the host lends. A lent Session is never
committed, rolled back or closed here: plein works inside savepoints of it and the host decides what becomes of them.

On SQLite a transaction that will write begins with BEGIN IMMEDIATE, so that what it reads is what it writes onto; the driver's own way of
beginning loses updates in silence. The same statement is what keeps a savepoint a savepoint: without a transaction around it, SQLite
commits when it is released.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from weakref import WeakSet

from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InternalError, NoSuchModuleError, OperationalError
from sqlmodel import Session

from plein.errors import Damaged, NotADatabase, NotFound, PleinError, Refused, Unusable, Unwritable
from plein.store import schema

_BUSY_SECONDS = 30
_MAGIC = b"SQLite format 3\x00"


class Database:
    """An engine, plein's own or lent, and the sessions on it."""

    def __init__(self, where: str | os.PathLike[str] | URL | Engine) -> None:
        self._lent = isinstance(where, Engine)
        if isinstance(where, Engine):
            self.engine, self.name = where, where.url.render_as_string()
        else:
            url = _url(where)
            self.name = str(url.database) if url.get_backend_name() == "sqlite" else url.render_as_string()
            self.engine = _engine(url)
        self._checked = False

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the database and writes nothing."""
        with self._session(write=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that is committed when the block ends well, and leaves the database as it was when it does not."""
        with self._session(write=True) as session:
            yield session
            session.commit()

    def upgrade(self) -> None:
        """Make the tables, or bring them up to date; safe to repeat, and safe with several at once."""
        with _translated(self.name):
            self._refuse_other_files()
            with self.engine.connect() as connection:
                if self._is_file() and not self._lent:
                    connection.exec_driver_sql("PRAGMA journal_mode=WAL")
                    connection.rollback()
                _begin(connection, write=True)
                found = _schema_version(connection)
                if found is not None and found not in schema.KNOWN:
                    raise Unwritable(_newer(self.name))
                schema.upgrade(connection)
                connection.commit()
        self._checked = True

    def close(self) -> None:
        """Let go of all connections; an engine that was lent is left alone."""
        if not self._lent:
            self.engine.dispose()

    @contextmanager
    def _session(self, *, write: bool) -> Iterator[Session]:
        with _translated(self.name):
            if not self._checked:
                self._check()
            with Session(self.engine, expire_on_commit=False) as session:
                if not write and self.engine.dialect.name == "postgresql":
                    session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
                _begin(session.connection(), write=write)
                yield session

    def _check(self) -> None:
        if self._is_file() and not Path(str(self.engine.url.database)).exists():
            raise NotFound(f"There is no database at {self.name}; make one: plein init")
        self._refuse_other_files()
        with self.engine.connect() as connection:
            found = _schema_version(connection)
        if found is None:
            raise NotADatabase(f"{self.name} holds no tables of plein's; make them: plein db upgrade")
        if found not in schema.KNOWN:
            raise Unwritable(_newer(self.name))
        if found != schema.HEAD:
            raise Unwritable(f"{self.name} was made by an older plein; bring it up to date: plein db upgrade")
        self._checked = True

    def _refuse_other_files(self) -> None:
        """Say in words what SQLite says in riddles: the file is a folder, a text, a picture."""
        if not self._is_file():
            return
        path = Path(str(self.engine.url.database))
        if path.is_dir():
            raise NotADatabase(f"{path} is a folder, not a database; name the file in it: --db {path / 'plein.db'}")
        if path.exists() and path.stat().st_size:
            with path.open("rb") as handle:
                if handle.read(len(_MAGIC)) != _MAGIC:
                    raise NotADatabase(f"{path} is not a database; name plein's own file with --db, or make one: plein init")

    def _is_file(self) -> bool:
        name = self.engine.url.database
        return self.engine.dialect.name == "sqlite" and bool(name) and name != ":memory:" and not str(name).startswith("file:")


_ready: WeakSet[Any] = WeakSet()
"""Engines whose tables were seen to be right, so that a host with a session per request is not asked at each."""


class Lent:
    """A Session of the host's. Each act is a savepoint in it; committing, rolling back and closing stay the host's."""

    def __init__(self, session: Any) -> None:
        self._lent = session

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """The host's session, for reading what it sees, its own uncommitted rows included."""
        self._ready()
        with _translated("the database"), self._lent.no_autoflush:
            yield self._lent

    @contextmanager
    def writing(self) -> Iterator[Any]:
        """A savepoint in the host's transaction: kept when the block ends well, undone when it does not."""
        self._ready()
        with _translated("the database"):
            _begin(self._lent.connection(), write=True)
            with self._lent.begin_nested():
                yield self._lent

    def upgrade(self) -> None:
        """Not on a lent session: making tables is no part of a request."""
        raise Unusable("Tables are not made inside a lent session; run Plein(engine).upgrade() once, or: plein db upgrade")

    def close(self) -> None:
        """Nothing to let go of: the session is the host's."""

    def _ready(self) -> None:
        engine = self._lent.connection().engine
        if engine in _ready:
            return
        with _translated("the database"):
            found = _schema_version(self._lent.connection())
        if found != schema.HEAD:
            state = "has no tables of plein's" if found is None else f"has plein's tables at {found}, and this plein needs {schema.HEAD}"
            raise Unwritable(f"The lent session's database {state}; run Plein(engine).upgrade() once, or: plein db upgrade")
        _ready.add(engine)


def _url(where: str | os.PathLike[str] | URL) -> URL:
    if isinstance(where, URL):
        return where
    name = os.fspath(where)
    if "://" not in name:
        return URL.create("sqlite", database=str(Path(name).expanduser()))
    try:
        url = make_url(name)
    except ArgumentError:
        raise NotADatabase(f"“{name}” is no database address; give a file, or postgresql://user@host/database") from None
    if url.drivername in ("postgresql", "postgres"):  # psycopg 3, not the psycopg2 that SQLAlchemy thinks of first
        url = url.set(drivername="postgresql+psycopg")
    return url


def _engine(url: URL) -> Engine:
    try:
        if url.get_backend_name() != "sqlite":
            return create_engine(url, pool_pre_ping=True)
        engine = create_engine(url, connect_args={"timeout": _BUSY_SECONDS})
    except (NoSuchModuleError, ModuleNotFoundError) as missing:
        hint = "pip install 'plein[postgres]'" if "psycopg" in str(missing) else "plein works on SQLite and PostgreSQL"
        raise NotADatabase(f"{url.drivername} cannot be used here; {hint}") from None

    @event.listens_for(engine, "connect")
    def _(connection: Any, record: Any) -> None:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=NORMAL")

    return engine


def _begin(connection: Connection, *, write: bool) -> None:
    """Begin a true transaction on SQLite, where the driver would wait until the first write; elsewhere SQLAlchemy has begun one."""
    if not connection.in_transaction():
        connection.begin()  # where the host's engine begins by itself, it does so now
    if connection.dialect.name == "sqlite" and not connection.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _schema_version(connection: Connection) -> str | None:
    """The state of plein's tables, or None where there are none. Leaves the transaction as usable as it was."""
    if connection.dialect.name == "sqlite":
        there = connection.exec_driver_sql(f"SELECT 1 FROM sqlite_master WHERE type='table' AND name='{schema.VERSION_TABLE}'").first()
    else:
        there = connection.execute(text("SELECT to_regclass(:name)"), {"name": schema.VERSION_TABLE}).scalar()
    if not there:
        return None
    found = connection.exec_driver_sql(f"SELECT version_num FROM {schema.VERSION_TABLE}").scalar()
    return None if found is None else str(found)


def _newer(name: str) -> str:
    return f"{name} was made by a newer plein than this one; install that one: pip install -U plein"


@contextmanager
def _translated(name: str) -> Iterator[None]:
    """Turn what a driver says into a sentence of plein's. What plein or the host raises goes through untouched."""
    try:
        yield
    except DBAPIError as failure:
        sentence = _sentence(name, failure)
        if sentence is None:
            raise
        raise sentence from failure


def _sentence(name: str, failure: DBAPIError) -> PleinError | None:
    """What the driver says of the database as a whole, in words; None for what it says of a statement, which is somebody's mistake."""
    said = str(failure.orig).lower()
    if "file is not a database" in said:
        return NotADatabase(f"{name} is not a database; name plein's own file with --db, or make one: plein init")
    if "database disk image is malformed" in said:
        return Damaged(f"{name} is damaged. Put back a copy, or save what is left: sqlite3 {name} .recover")
    if not isinstance(failure, OperationalError | InternalError):
        return None
    if "readonly database" in said or "read-only transaction" in said:
        return Unwritable(f"{name} is read-only; nothing was written. Make it writable, or work on a copy.")
    if any(phrase in said for phrase in ("is locked", "could not serialize access", "deadlock detected")):
        return Refused(f"Somebody else is writing in {name}; nothing was written. Try again.")
    if "unable to open database file" in said:
        return NotADatabase(f"{name} cannot be opened; check that the folder exists and that you may write in it.")
    if "database or disk is full" in said or "no space left" in said:
        return Unwritable(f"There is no room left to write in {name}; nothing was written.")
    if failure.connection_invalidated or "connection" in said:
        return NotADatabase(f"No answer from the database at {name}: {str(failure.orig).splitlines()[0]}")
    return None
