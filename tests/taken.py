"""The cycles of ``tests.phases`` in each kind of database, and sessions on them in which whatever is done is taken back."""

from __future__ import annotations

import functools
import json
import os
import shutil
import uuid
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import make_url
from sqlmodel import Session

from plein import Plein
from plein.engine.rows.tally import Tally, tally
from plein.store.tables import all_tables
from plein.workflow import Definition
from tests.conftest import NOON
from tests.phases import Phases


@functools.cache
def _engine(where: str) -> sa.Engine:
    """One for each database: what it learns of statements serves all tests. It keeps no connection, so that databases can be copied."""
    return sa.create_engine(where if "://" in where else f"sqlite:///{where}", poolclass=sa.NullPool)


class Taken:
    """A session in which whatever is done is taken back, and plein in it."""

    def __init__(self, where: str) -> None:
        self.session = Session(_engine(where))
        self.plein = Plein(session=self.session, clock=lambda: NOON)

    def rows(self) -> dict[str, list[str]]:
        """Every row of every table, to the letter."""
        return {table.name: sorted(map(repr, self.session.connection().execute(table.select()))) for table in all_tables().sorted_tables}

    def record(self) -> list[str]:
        """What the record of the cycle says happened, in order."""
        query = sa.text("SELECT body FROM plein_entry WHERE cycle_id = 1 ORDER BY number")
        return [str(body) for body in self.session.connection().execute(query).scalars()]

    def close(self) -> None:
        """Take it all back, and let go."""
        self.session.close()


Opened = Callable[[str, str], Taken]


class Postgres:
    """PostgreSQL databases, each made as a copy of another."""

    def __init__(self, empty: str) -> None:
        self._base = os.environ["PLEIN_TEST_POSTGRES_URL"]
        self._empty = empty
        self._made: list[str] = []

    def copy(self, of: str | None) -> str:
        name = f"plein_{uuid.uuid4().hex[:12]}"
        self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{make_url(of or self._empty).database}"')
        self._made.append(name)
        return make_url(self._empty).set(database=name).render_as_string(hide_password=False)

    def drop(self) -> None:
        """Leave the server as it was; one that was started for this run is thrown away whole, which is quicker."""
        for name in self._made if "plein-pg-" not in self._base else ():
            self._execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def _execute(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self._base.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute(statement)


def files(empty: Path, folder: Path) -> Callable[[str | None], str]:
    """Makes SQLite files in a folder, each as a copy of another."""

    def copy(of: str | None) -> str:
        path = folder / f"{uuid.uuid4().hex}.db"
        shutil.copy(of or empty, path)
        return str(path)

    return copy


_made: dict[str, Phases] = {}
"""The cycles of this run, by the kind of database."""


def phases_in(kind: str, request: pytest.FixtureRequest) -> Phases:
    """The cycles in that kind of database; made once in a run, whichever test asks first."""
    if kind not in _made and kind == "postgresql":
        databases = Postgres(request.getfixturevalue("empty_postgres")())
        request.config.add_cleanup(databases.drop)
        _made[kind] = Phases(databases.copy)
    elif kind not in _made:
        folder = request.getfixturevalue("tmp_path_factory").mktemp("phases")
        _made[kind] = Phases(files(request.getfixturevalue("empty_file"), folder))
    return _made[kind]


POSTGRES = (("plein66", "drafting"), ("focus-group", "conversation"))
"""The phases tried on PostgreSQL too; the rules are the same code everywhere, and SQLite has them all."""


def everywhere(phases: Iterable[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """Kind of database, definition and phase, for a test of these phases."""
    on_sqlite = [("sqlite", *phase) for phase in phases]
    return on_sqlite + [("postgresql", *phase) for phase in POSTGRES if "PLEIN_TEST_POSTGRES_URL" in os.environ]


@functools.cache
def _read_once(data: str) -> Definition:
    return Definition.from_data(json.loads(data))


def taking(request: pytest.FixtureRequest, *, still: bool = True) -> Iterator[Opened]:
    """For a fixture: ``taken("plein66", "review")`` is a session on the cycle in that phase.

    Rules are read and numbers are counted once for each session, not at every act, as nothing that is done in it stays. Where a test goes on
    from something it did, it is not *still*.
    """
    asked_for = getattr(request.node, "callspec", None)
    kind = "sqlite" if asked_for is None else asked_for.params.get("database", "sqlite")
    opened: list[Taken] = []
    counted: dict[int, Tally] = {}

    def count(session: Session, cycle: int, rules: Definition, now: datetime) -> Tally:
        if id(session) not in counted or not still:
            counted[id(session)] = tally(session, cycle, rules, now)
        return counted[id(session)]

    def open_(definition: str, phase: str) -> Taken:
        opened.append(Taken(phases_in(kind, request).at(definition, phase)))
        monkeypatch.setattr("plein.engine.rows.cycles.Definition", SimpleNamespace(from_data=lambda data: _read_once(json.dumps(data))))
        monkeypatch.setattr("plein.engine.desk.tally", count)
        return opened[-1]

    monkeypatch: pytest.MonkeyPatch = request.getfixturevalue("monkeypatch")
    yield open_
    for one in opened:
        one.close()
