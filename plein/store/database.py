"""Where the rows are: opening a database and giving out sessions, each one transaction. Knows no table but the schema's version.

Three ways in: a database of plein's own (a path or a URL), an Engine the host lends, a Session the host lends. A lent Session is never
committed, rolled back or closed here: plein works inside savepoints of it and the host decides what becomes of them.

On SQLite a transaction that will write begins with BEGIN IMMEDIATE, so that what it reads is what it writes onto; the driver's own way of
beginning loses updates in silence. The same statement is what keeps a savepoint a savepoint: without a transaction around it, SQLite
commits when it is released.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, cast
from weakref import WeakSet

from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, IntegrityError, InternalError, NoSuchModuleError, OperationalError
from sqlalchemy.pool import SingletonThreadPool, StaticPool
from sqlmodel import Session

from plein.errors import NotADatabase, NotFound, Refused, Unusable, Unwritable
from plein.sentences import sentence, typed
from plein.store import private, schema
from plein.store.failures import newer, no_database, translated
from plein.store.log_ahead import log_ahead
from plein.store.turns import Line, begin_in_turn, line_of
from plein.store.unreadable import named

_BUSY_SECONDS = 30
_AT_ONCE = 4
"""So many threads of a process write on PostgreSQL at a time: each needs a connection, and in one cycle they wait for each other there anyway."""
_UPGRADE, _UPGRADE_CALL = "plein db upgrade", "Plein(engine).upgrade()"
_LENT = sentence("the database")
_STRANGERS = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 6) <> 'plein_' AND substr(name, 1, 7) <> 'sqlite_'"
"""Whether a file holds tables that are not plein's: then it is somebody else's, who knows who may read it."""
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
        self._line = self._stand()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the database and writes nothing."""
        with self._session(write=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that is committed when the block ends well, and leaves the database as it was when it does not."""
        with self._line.turn(_BUSY_SECONDS) if self._line else nullcontext() as left, self._session(write=True, left=left) as session:
            yield session
            session.commit()

    def leave(self, write: Callable[[Session], None]) -> None:
        """Write what nothing depends on, such as what was worked out and can be worked out again, if nobody is in the way.

        Where the database cannot be written now, nothing is, and nobody is told; and where all share one connection, in the midst of whose
        transaction somebody may be.
        """
        if isinstance(self.engine.pool, StaticPool | SingletonThreadPool):
            return
        with self.engine.connect() as connection, _impatient(connection):
            try:
                _begin(connection, write=True)
                with Session(connection) as session:
                    write(session)
                    session.flush()
                connection.commit()
            except (IntegrityError, InternalError, OperationalError):  # somebody writes, or wrote the same; or nobody may
                connection.rollback()

    def upgrade(self) -> None:
        """Make the tables, or bring them up to date; safe to repeat, and safe with several at once.

        A file of plein's own is its owner's alone: there are drafts in it that nobody outside may read.
        """
        with translated(self.name):
            self._refuse_other_files()
            if self._is_file() and not self._lent:
                private.begin(Path(str(self.engine.url.database)))
            with self.engine.connect() as connection:
                if self._is_file() and not self._lent:
                    log_ahead(connection, _BUSY_SECONDS)
                _begin(connection, write=True)
                found = _schema_version(connection)
                if found is not None and found not in schema.KNOWN:
                    raise Unwritable(newer(self.name))
                schema.upgrade(connection)
                alone = self.engine.dialect.name == "sqlite" and connection.exec_driver_sql(_STRANGERS).first() is None
                connection.commit()
            if alone and self.readable_by_all():
                private.close_to_others(Path(str(self.engine.url.database)))
        self._checked = True

    def readable_by_all(self) -> bool:
        """Whether everybody on the machine can read the file; of one whose engine was lent, the host knows why."""
        return self._is_file() and not self._lent and private.is_open(Path(str(self.engine.url.database)))

    def rewrite(self) -> bool:
        """Write SQLite's file anew, so that nothing of what was erased is left in its unused parts or in the log beside it.

        Returns:
            Whether that is so now. False on PostgreSQL, which does this in its own time; and where somebody is reading or writing meanwhile.
        """
        if self.engine.dialect.name != "sqlite":
            return False
        try:
            with translated(self.name), self.engine.connect() as connection:
                alone = connection.execution_options(isolation_level="AUTOCOMMIT")
                alone.exec_driver_sql("VACUUM")
                waiting = alone.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").first()
        except Refused:  # somebody else writes; what was erased is erased, and its traces go next time
            return False
        return waiting is not None and waiting[0] == 0

    def close(self) -> None:
        """Let go of all connections; an engine that was lent is left alone."""
        if not self._lent:
            self.engine.dispose()

    @contextmanager
    def _session(self, *, write: bool, left: float | None = None) -> Iterator[Session]:
        """A session in a transaction; *left*: seconds to go on trying to begin it, where that is not left to SQLite."""
        with translated(self.name):
            if not self._checked:
                self._check()
            with Session(self.engine, expire_on_commit=False) as session:
                if not write and self.engine.dialect.name == "postgresql":
                    session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
                _begin(session.connection(), write=write, left=left)
                with named(session):
                    yield session

    def _check(self) -> None:
        if self._is_file() and not Path(str(self.engine.url.database)).exists():
            raise NotFound(sentence("There is no database at {name}; make one: {command}", name=self.name, command="plein init"))
        self._refuse_other_files()
        with self.engine.connect() as connection:
            found = _schema_version(connection)
        if found is None:
            raise NotADatabase(sentence("{name} holds no tables of plein's; make them: {command}", name=self.name, command=_UPGRADE))
        if found not in schema.KNOWN:
            raise Unwritable(newer(self.name))
        if found != schema.HEAD:
            raise Unwritable(
                sentence("{name} was made by an older plein; bring it up to date: {command}", name=self.name, command=_UPGRADE)
            )
        self._checked = True

    def _refuse_other_files(self) -> None:
        """Say in words what SQLite says in riddles: the file is a folder, a text, a picture."""
        if not self._is_file():
            return
        path = Path(str(self.engine.url.database))
        if path.is_dir():
            option = typed(f"--db {path / 'plein.db'}", str(path / "plein.db"))
            raise NotADatabase(sentence("{path} is a folder, not a database; name the file in it: {option}", path=path, option=option))
        if path.exists() and path.stat().st_size:
            with path.open("rb") as handle:
                if handle.read(len(_MAGIC)) != _MAGIC:
                    raise no_database(path)

    def _stand(self) -> Line | None:
        """The line of those in this process who want to write here; None where there is nothing to queue for."""
        if self._is_file():
            return line_of(str(Path(str(self.engine.url.database)).resolve()))
        return line_of(str(self.engine.url), width=_AT_ONCE) if self.engine.dialect.name == "postgresql" else None

    def _is_file(self) -> bool:
        name = self.engine.url.database
        return self.engine.dialect.name == "sqlite" and bool(name) and name != ":memory:" and not str(name).startswith("file:")


_ready: WeakSet[Any] = WeakSet()
"""Engines whose tables were seen to be right, so that a host with a session per request is not asked at each."""


class Lent:
    """A Session of the host's. Each act is a savepoint in it; committing, rolling back and closing stay the host's."""

    def __init__(self, session: Any) -> None:
        self._lent = session

    @property
    def engine(self) -> Engine:
        """What the host's Session is bound to."""
        return cast("Engine", self._lent.get_bind().engine)

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """The host's session, for reading what it sees, its own uncommitted rows included."""
        self._ready()
        with translated(_LENT), self._lent.no_autoflush, named(self._lent):
            yield self._lent

    @contextmanager
    def writing(self) -> Iterator[Any]:
        """A savepoint in the host's transaction: kept when the block ends well, undone when it does not."""
        self._ready()
        with translated(_LENT):
            _begin(self._lent.connection(), write=True)
            with self._lent.begin_nested(), named(self._lent):
                yield self._lent

    def leave(self, write: Callable[[Session], None]) -> None:
        """Nothing: what is written in the host's transaction is what the host asked for."""

    def upgrade(self) -> None:
        """Not on a lent session: making tables is no part of a request."""
        raise Unusable(
            sentence("Tables are not made inside a lent session; run {call} once, or: {command}", call=_UPGRADE_CALL, command=_UPGRADE)
        )

    def readable_by_all(self) -> bool:
        """Not asked of a lent session: what its database is, and who may read it, the host knows."""
        return False

    def rewrite(self) -> bool:
        """Not on a lent session, which is in the midst of a transaction; run ``Plein(engine).rewrite()`` after yours."""
        return False

    def close(self) -> None:
        """Nothing to let go of: the session is the host's."""

    def _ready(self) -> None:
        engine = self._lent.connection().engine
        if engine in _ready:
            return
        with translated(_LENT):
            found = _schema_version(self._lent.connection())
        if found != schema.HEAD:
            state = (
                sentence("has no tables of plein's")
                if found is None
                else sentence("has plein's tables at {found}, and this plein needs {needed}", found=found, needed=schema.HEAD)
            )
            raise Unwritable(
                sentence(
                    "The lent session's database {state}; run {call} once, or: {command}", state=state, call=_UPGRADE_CALL, command=_UPGRADE
                )
            )
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
        raise NotADatabase(
            sentence("“{name}” is no database address; give a file, or {address}", name=name, address="postgresql://user@host/database")
        ) from None
    if url.drivername in ("postgresql", "postgres"):  # psycopg 3, not the psycopg2 that SQLAlchemy thinks of first
        url = url.set(drivername="postgresql+psycopg")
    return url


def _engine(url: URL) -> Engine:
    try:
        if url.get_backend_name() != "sqlite":
            return create_engine(url, pool_pre_ping=True)
        engine = create_engine(url, connect_args={"timeout": _BUSY_SECONDS})
    except (NoSuchModuleError, ModuleNotFoundError) as missing:
        hint = "pip install 'plein[postgres]'" if "psycopg" in str(missing) else sentence("plein works on SQLite and PostgreSQL")
        raise NotADatabase(sentence("{driver} cannot be used here; {hint}", driver=url.drivername, hint=hint)) from None

    @event.listens_for(engine, "connect")
    def _(connection: Any, record: Any) -> None:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=NORMAL")

    return engine


@contextmanager
def _impatient(connection: Connection) -> Iterator[None]:
    """Let a connection wait for nobody, as long as the block lasts."""
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql("SET LOCAL lock_timeout = '50ms'")
        yield
        return
    patience = connection.exec_driver_sql("PRAGMA busy_timeout").scalar()
    connection.exec_driver_sql("PRAGMA busy_timeout = 0")
    try:
        yield
    finally:
        connection.rollback()
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {patience}")


def _begin(connection: Connection, *, write: bool, left: float | None = None) -> None:
    """Begin a true transaction on SQLite, where the driver would wait until the first write; elsewhere SQLAlchemy has begun one."""
    if not connection.in_transaction():
        connection.begin()  # where the host's engine begins by itself, it does so now
    if connection.dialect.name == "sqlite" and not connection.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]
        driver: Any = connection.connection.dbapi_connection
        if left is not None and isinstance(driver, sqlite3.Connection):
            try:
                begin_in_turn(driver, left)
            except sqlite3.Error as wrong:
                raise OperationalError("BEGIN IMMEDIATE", None, wrong) from wrong
            return
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
