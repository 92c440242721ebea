"""The tables come from migrations, are what the classes say, and leave the host's own tables alone."""

from __future__ import annotations

import multiprocessing
import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata, produce_migrations
from alembic.migration import MigrationContext
from alembic.operations.ops import OpContainer
from alembic.script import ScriptDirectory

import plein.store
from plein import Plein
from plein.store import schema
from plein.store.tables import all_tables
from tests.conftest import NOON
from tests.cycles import Housing
from tests.tiers import thorough


@pytest.fixture(params=["sqlite", "postgresql"] if "PLEIN_TEST_POSTGRES_URL" in os.environ else ["sqlite"])
def nowhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database with nothing in it."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'new.db'}"
        return
    base = os.environ["PLEIN_TEST_POSTGRES_URL"]
    import psycopg

    name = f"plein_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(base.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')  # type: ignore[call-overload]
    yield sa.make_url(base).set(drivername="postgresql+psycopg", database=name).render_as_string(hide_password=False)
    with psycopg.connect(base.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')  # type: ignore[call-overload]


def tables(where: str) -> set[str]:
    engine = sa.create_engine(where)
    try:
        return set(sa.inspect(engine).get_table_names())
    finally:
        engine.dispose()


def ours() -> set[str]:
    return {table.name for table in all_tables().sorted_tables} | {schema.VERSION_TABLE}


def test_an_upgrade_makes_the_tables_from_nothing_and_may_be_repeated(nowhere: str) -> None:
    """Staff run it whenever they are in doubt."""
    with Plein(nowhere, clock=lambda: NOON) as one:
        one.upgrade()
        assert tables(nowhere) == ours()
        Housing(one).inventory()
        kept = one.acting_as(None).cycle("housing").log()

        one.upgrade()
        with Plein(nowhere) as other:
            other.upgrade()
            assert other.acting_as(None).cycle("housing").log() == kept


def _upgrade(where: str, gate: object) -> str:
    gate.wait(60)  # type: ignore[attr-defined]
    try:
        with Plein(where) as one:
            one.upgrade()
    except Exception as failure:  # noqa: BLE001 - it is told to the test
        return repr(failure)
    return "ok"


def _upgrading(where: str, gate: object, said: object) -> None:
    said.put(_upgrade(where, gate))  # type: ignore[attr-defined]


@thorough
def test_four_who_upgrade_at_once_all_succeed(nowhere: str) -> None:
    """A web server starts with four workers, and each of them upgrades."""
    context = multiprocessing.get_context("spawn")
    gate, said = context.Barrier(4), context.Queue()
    workers = [context.Process(target=_upgrading, args=(nowhere, gate, said)) for _ in range(4)]
    for worker in workers:
        worker.start()
    answers = [said.get(timeout=60) for _ in workers]
    for worker in workers:
        worker.join(60)

    assert answers == ["ok"] * 4
    assert tables(nowhere) == ours()


def test_the_tables_are_what_the_classes_say(nowhere: str) -> None:
    """A column in a class without its migration works on a developer's machine and nowhere else."""
    with Plein(nowhere) as one:
        one.upgrade()
    engine = sa.create_engine(nowhere)
    with engine.connect() as connection:
        options = {"compare_type": True, "compare_server_default": True, "version_table": schema.VERSION_TABLE}
        difference = compare_metadata(MigrationContext.configure(connection, opts=options), all_tables())
    engine.dispose()

    assert difference == []


def test_what_is_known_is_what_there_is() -> None:
    """The start of a command must not load Alembic, so the list stands there by hand; and here it is held against the files."""
    script = ScriptDirectory(str(Path(plein.store.__file__).with_name("migrations")))

    assert tuple(reversed([one.revision for one in script.walk_revisions()])) == schema.KNOWN
    assert script.get_heads() == [schema.HEAD]


def test_an_upgrade_leaves_the_hosts_tables_alone(nowhere: str) -> None:
    """plein is a guest: the host's tables, rows and its own version table stay as they were."""
    engine = sa.create_engine(nowhere)
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(20))"))
        connection.execute(sa.text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
        connection.execute(sa.text("INSERT INTO person VALUES (1, 'anna')"))
        connection.execute(sa.text("INSERT INTO alembic_version VALUES ('theirs')"))

    with Plein(engine) as one:
        one.upgrade()

    assert tables(nowhere) == ours() | {"person", "alembic_version"}
    with engine.connect() as connection:
        assert connection.execute(sa.text("SELECT * FROM person")).all() == [(1, "anna")]
        assert connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar() == "theirs"
    engine.dispose()


def test_autogenerate_does_not_see_the_hosts_tables(nowhere: str, tmp_path: Path) -> None:
    """Else the next migration of plein would drop the members of the party."""
    from alembic import command
    from alembic.config import Config

    with Plein(nowhere) as one:
        one.upgrade()
    engine = sa.create_engine(nowhere)
    seen: list[object] = []
    with engine.connect() as connection:
        connection.execute(sa.text("CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(20))"))
        connection.execute(sa.text("CREATE INDEX ix_person_name ON person (name)"))
        config = Config()
        config.set_main_option("script_location", "plein.store:migrations")
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.check(config)
        seen.append("checked")
        connection.rollback()
    engine.dispose()

    assert seen == ["checked"]


def test_a_table_that_no_class_knows_would_be_seen(nowhere: str) -> None:
    """The two tests above are worth something: what is missing does show."""
    with Plein(nowhere) as one:
        one.upgrade()
    engine = sa.create_engine(nowhere)
    with engine.connect() as connection:
        connection.execute(sa.text("ALTER TABLE plein_cycle ADD COLUMN mood VARCHAR(20)"))
        context = MigrationContext.configure(connection, opts={"version_table": schema.VERSION_TABLE})
        found = produce_migrations(context, all_tables()).upgrade_ops
        assert isinstance(found, OpContainer)
        assert not found.is_empty()
        connection.rollback()
    engine.dispose()
