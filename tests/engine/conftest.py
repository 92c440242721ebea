"""A cycle at any stage, quickly: built once for each kind of database in a run, then copied."""

from __future__ import annotations

import os
import shutil
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy.engine import make_url

from plein import Plein
from plein.store.tables import all_tables
from tests.conftest import NOON
from tests.engine.scenes import Scene

Stage = Callable[..., Scene]
Fill = Callable[[Plein], Any]
Filled = Callable[[str, Fill], tuple[str, Any]]
Built = dict[tuple[str, str], tuple[str, Any]]
Shared = dict[tuple[str, str], Scene]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "kind" in metafunc.fixturenames:
        kinds = ["sqlite", "postgresql"] if os.environ.get("PLEIN_TEST_POSTGRES_URL") else ["sqlite"]
        metafunc.parametrize("kind", kinds, indirect=True)


@pytest.fixture
def kind(request: pytest.FixtureRequest) -> str:
    """The kind of database this test runs on."""
    name: str = request.param
    return name


class Databases:
    """PostgreSQL databases with the cycle at a stage. One that was used is filled anew: making and dropping one takes far longer."""

    def __init__(self) -> None:
        self.base = os.environ["PLEIN_TEST_POSTGRES_URL"]
        self.free: dict[str, list[str]] = defaultdict(list)
        self.contents: dict[str, list[tuple[str, bytes]]] = {}
        self.made: list[str] = []

    def take(self, stage: str, built: str) -> str:
        """The address of a database that holds what *built* holds."""
        if stage not in self.contents:
            with self._connect(built) as connection:
                self.contents[stage] = [(table.name, _copy_out(connection, table.name)) for table in all_tables().sorted_tables]
        if not self.free[stage]:
            name = f"plein_{uuid.uuid4().hex[:12]}"
            with self._connect(self.base) as connection:
                connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{make_url(built).database}"')
            self.made.append(name)
            return make_url(built).set(database=name).render_as_string(hide_password=False)
        url = self.free[stage].pop()
        with self._connect(url) as connection, connection.transaction():
            for table, _ in reversed(self.contents[stage]):
                connection.execute(f"DELETE FROM {table}")
            for table, content in self.contents[stage]:
                with connection.cursor().copy(f"COPY {table} FROM STDIN") as copy:
                    copy.write(content)
                connection.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT coalesce(max(id), 1) FROM {table}))")
        return url

    def drop(self) -> None:
        """Leave the server as it was; one that was started for this run is thrown away whole, which is quicker."""
        if "plein-pg-" in self.base:
            return
        with self._connect(self.base) as connection:
            for name in self.made:
                connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def _connect(self, url: str):  # type: ignore[no-untyped-def]
        import psycopg

        return psycopg.connect(url.replace("+psycopg", ""), autocommit=True)


def _copy_out(connection, table: str) -> bytes:  # type: ignore[no-untyped-def]
    with connection.cursor().copy(f"COPY {table} TO STDOUT") as copy:
        return b"".join(bytes(part) for part in copy)


@pytest.fixture(scope="session")
def _databases() -> Iterator[Databases]:
    databases = Databases()
    yield databases
    databases.drop()


@pytest.fixture(scope="session")
def _built() -> Built:
    """Where each database that was filled stands, and what filling it answered."""
    return {}


@pytest.fixture
def filled(kind: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, _built: Built) -> Iterator[Filled]:
    """``filled("crowd", fill)``: the address of a database that was filled so, once in a run, then copied; and what *fill* answered."""
    taken: list[tuple[str, str]] = []

    def fresh() -> str:
        if kind == "postgresql":
            url: str = request.getfixturevalue("empty_postgres")()
            return url
        path = tmp_path_factory.mktemp("stage") / "plein.db"
        shutil.copy(request.getfixturevalue("empty_file"), path)
        return str(path)

    def copy(stage: str, fill: Fill) -> tuple[str, Any]:
        if (kind, stage) not in _built:
            where = fresh()
            with Plein(where, clock=lambda: NOON) as plein:
                _built[kind, stage] = where, fill(plein)
        where, answer = _built[kind, stage]
        if kind == "postgresql":
            url: str = request.getfixturevalue("_databases").take(stage, where)
            taken.append((stage, url))
            return url, answer
        target = tmp_path_factory.mktemp("copy") / "plein.db"
        shutil.copy(where, target)
        return str(target), answer

    yield copy
    for stage, url in taken:
        request.getfixturevalue("_databases").free[stage].append(url)


def to(stage: str) -> Fill:
    """What takes the cycle to a stage; answers its invitations."""
    return lambda plein: Scene(plein, stage=stage).build(stage).tokens


@pytest.fixture
def at(filled: Filled) -> Iterator[Stage]:
    """``at("review")``: a cycle in its first review, on a database of its own; the clock stands at noon on Monday 23 November 2026."""
    opened: list[Plein] = []

    def open_(stage: str, fill: Fill | None = None) -> Scene:
        where, tokens = filled(stage, fill or to(stage))
        plein = Plein(where, clock=lambda: NOON)
        opened.append(plein)
        return Scene(plein, tokens=tokens, stage=stage, where=where)

    yield open_
    for plein in opened:
        plein.close()


@pytest.fixture(scope="session")
def _shared() -> Iterator[Shared]:
    opened: Shared = {}
    yield opened
    for scene in opened.values():
        scene.plein.close()


@pytest.fixture
def shared_at(kind: str, request: pytest.FixtureRequest, _shared: Shared, _built: Built) -> Stage:
    """As ``at``, but one cycle for all tests that ask for that stage: for those that show that nothing changes."""

    def open_(stage: str) -> Scene:
        if (kind, stage) not in _shared:
            where, tokens = request.getfixturevalue("filled")(stage, to(stage))
            if kind == "postgresql":  # one more, which is never given back
                where = request.getfixturevalue("_databases").take(stage, _built[kind, stage][0])
            _shared[kind, stage] = Scene(Plein(where, clock=lambda: NOON), tokens=tokens, stage=stage, where=where)
        return _shared[kind, stage]

    return open_
