"""A cycle at any stage, quickly: built once for each kind of database in a run, then copied."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from plein import Plein
from tests.conftest import NOON
from tests.engine.scenes import Scene

Stage = Callable[..., Scene]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "kind" in metafunc.fixturenames:
        kinds = ["sqlite", "postgresql"] if os.environ.get("PLEIN_TEST_POSTGRES_URL") else ["sqlite"]
        metafunc.parametrize("kind", kinds, indirect=True)


@pytest.fixture
def kind(request: pytest.FixtureRequest) -> str:
    """The kind of database this test runs on."""
    name: str = request.param
    return name


@pytest.fixture(scope="session")
def _built() -> dict[tuple[str, str], tuple[str, dict[str, str]]]:
    """Where the cycle at each stage stands, and its invitations."""
    return {}


@pytest.fixture(scope="session")
def _copied() -> Iterator[list[str]]:
    made: list[str] = []
    yield made
    for name in made:
        _execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def stage_at(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, _built: dict, _copied: list[str]
) -> Callable[[str], tuple[str, dict[str, str]]]:
    """The address of a copy of the cycle at a stage, and its invitations."""

    def fresh() -> str:
        if kind == "postgresql":
            url: str = request.getfixturevalue("empty_postgres")()
            return url
        path = tmp_path_factory.mktemp("stage") / "plein.db"
        shutil.copy(request.getfixturevalue("empty_file"), path)
        return str(path)

    def copy(stage: str) -> tuple[str, dict[str, str]]:
        if (kind, stage) not in _built:
            where = fresh()
            with Plein(where, clock=lambda: NOON) as plein:
                tokens = Scene(plein).build(stage).tokens
            _built[kind, stage] = where, tokens
        where, tokens = _built[kind, stage]
        if kind == "postgresql":
            name = f"plein_{uuid.uuid4().hex[:12]}"
            _execute(f'CREATE DATABASE "{name}" TEMPLATE "{make_url(where).database}"')
            _copied.append(name)
            return make_url(where).set(database=name).render_as_string(hide_password=False), tokens
        target = tmp_path / f"{uuid.uuid4().hex[:8]}.db"
        shutil.copy(where, target)
        return str(target), tokens

    return copy


@pytest.fixture
def at(stage_at: Callable[[str], tuple[str, dict[str, str]]]) -> Iterator[Stage]:
    """``at("review")``: a cycle in its first review, on a database of its own; the clock stands at noon on Monday 23 November 2026."""
    opened: list[Plein] = []

    def open_(stage: str) -> Scene:
        where, tokens = stage_at(stage)
        plein = Plein(where, clock=lambda: NOON)
        opened.append(plein)
        return Scene(plein, tokens=tokens, stage=stage)

    yield open_
    for plein in opened:
        plein.close()


def _execute(statement: str) -> None:
    import psycopg

    with psycopg.connect(os.environ["PLEIN_TEST_POSTGRES_URL"].replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[call-overload]
