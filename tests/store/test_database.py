"""Opening a database: what is no database, what is too old or too new, what may not be written, and what a lent engine is spared."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError
from sqlalchemy.pool import StaticPool

from plein import Plein
from plein.errors import Damaged, NotADatabase, NotFound, PleinError, Refused, Unwritable
from plein.store import database, schema
from tests.conftest import NOON
from tests.cycles import Housing
from tests.engines import engine_of


def test_no_database_is_not_found_and_not_made(tmp_path: Path) -> None:
    """Reading from a mistyped name must not leave an empty file behind that is found next time."""
    with Plein(tmp_path / "plien.db") as plein, pytest.raises(NotFound, match="make one: plein init"):
        plein.acting_as(None).cycles.list()

    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    """The sentence names the file that was probably meant."""
    with Plein(tmp_path) as plein:
        for act in (plein.upgrade, plein.acting_as(None).cycles.list):
            with pytest.raises(NotADatabase, match=r"is a folder, not a database; name the file in it: .*plein.db"):
                act()


@pytest.mark.parametrize("content", [b"# Housing\n\nWe build homes.\n", b"x", b"PK\x03\x04" * 500], ids=["a text", "a letter", "a zip"])
def test_another_file_is_no_database_and_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    """plein writes into no file it did not make."""
    path = tmp_path / "housing.md"
    path.write_bytes(content)

    with Plein(path) as plein:
        for act in (plein.upgrade, plein.acting_as(None).cycles.list, lambda: Housing(plein)):
            with pytest.raises(NotADatabase, match="is not a database"):
                act()

    assert path.read_bytes() == content


def test_somebody_elses_database_holds_no_tables_of_pleins(tmp_path: Path) -> None:
    """It is a database; what is missing is said, and how to make it."""
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'members.db'}")
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE member (id INTEGER)"))
    engine.dispose()

    with Plein(tmp_path / "members.db") as plein, pytest.raises(NotADatabase, match=r"holds no tables of plein's.*plein db upgrade"):
        plein.acting_as(None).cycles.list()


def test_a_damaged_file_is_called_damaged(empty_file: Path, tmp_path: Path) -> None:
    """Half a file after a full disk is not 'no cycle of that name'."""
    path = tmp_path / "plein.db"
    content = bytearray(empty_file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)

    with Plein(path) as plein, pytest.raises(Damaged, match=r"is damaged.*recover"):
        plein.acting_as(None).cycles.list()


def test_a_database_from_a_newer_plein_is_neither_read_nor_changed(where: str) -> None:
    """What this plein does not understand it leaves alone."""
    with Plein(where) as plein:
        Housing(plein)
        with engine_of(plein).begin() as connection:
            connection.execute(sa.text(f"UPDATE {schema.VERSION_TABLE} SET version_num = '9999'"))
    with Plein(where) as plein:
        for act in (plein.upgrade, plein.acting_as(None).cycles.list, lambda: plein.acting_as("anna").cycle("housing").move("inventory")):
            with pytest.raises(Unwritable, match="made by a newer plein than this one; install that one"):
                act()


def test_a_database_from_an_older_plein_asks_to_be_upgraded(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence is the command."""
    monkeypatch.setattr(schema, "KNOWN", (*schema.KNOWN, "0999"))
    monkeypatch.setattr(schema, "HEAD", "0999")

    with Plein(where) as plein, pytest.raises(Unwritable, match="made by an older plein; bring it up to date: plein db upgrade"):
        plein.acting_as(None).cycles.list()


def test_a_read_only_database_is_read_and_not_written(empty_file: Path, tmp_path: Path) -> None:
    """A copy on a stick is looked at; who writes is told why not."""
    path = tmp_path / "plein.db"
    path.write_bytes(empty_file.read_bytes())
    with Plein(path, clock=lambda: NOON) as plein:
        Housing(plein)

    with Plein(f"sqlite:///file:{path}?mode=ro&uri=true") as plein:
        assert plein.acting_as(None).cycle("housing").show().phase == "preparation"
        with pytest.raises(Unwritable, match="is read-only; nothing was written"):
            plein.acting_as("anna").cycle("housing").move("inventory")


def test_a_read_only_connection_is_told_the_same(where: str) -> None:
    """A standby answers questions and takes no acts."""
    with Plein(where) as plein:
        Housing(plein)
    if where.startswith("postgresql"):
        engine = sa.create_engine(where, connect_args={"options": "-c default_transaction_read_only=on"})
    else:
        engine = sa.create_engine(f"sqlite:///file:{where}?mode=ro&uri=true")
    with Plein(engine) as plein:
        assert plein.acting_as(None).cycle("housing").show().phase == "preparation"
        with pytest.raises(Unwritable, match="is read-only; nothing was written"):
            plein.acting_as("anna").cycle("housing").move("inventory")
    engine.dispose()


def test_a_database_that_is_being_written_is_waited_for_and_then_refused(
    empty_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody holds the pen: nothing is lost, and the sentence says to try again."""
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.1)
    path = tmp_path / "plein.db"
    path.write_bytes(empty_file.read_bytes())
    with Plein(path) as plein, sa.create_engine(f"sqlite:///{path}").connect() as other:
        Housing(plein)
        other.exec_driver_sql("BEGIN IMMEDIATE")
        assert plein.acting_as(None).cycle("housing").show().phase == "preparation"
        with pytest.raises(Refused, match=r"Somebody else is writing.*Try again"):
            plein.acting_as("anna").cycle("housing").move("inventory")
        other.rollback()
        plein.acting_as("anna").cycle("housing").move("inventory")
        other.engine.dispose()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("mysql+nosuch://localhost/x", "cannot be used here"),
        ("nonsense://", "cannot be used here"),
        ("://", "is no database address"),
        ("postgresql://nobody@127.0.0.1:1/none", "No answer from the database"),
        ("sqlite:////no/such/folder/plein.db", "make one: plein init"),
    ],
)
def test_an_address_that_leads_nowhere_is_said_so(address: str, words: str) -> None:
    """One sentence, no traceback; and no password in it."""
    with pytest.raises(PleinError, match=words), Plein(address) as plein:
        plein.acting_as(None).cycles.list()


def test_no_password_is_ever_shown() -> None:
    """Error messages end up in mails and tickets."""
    with Plein("postgresql://anna:s3cret@127.0.0.1:1/none") as plein, pytest.raises(PleinError) as refusal:
        plein.acting_as(None).cycles.list()

    assert "s3cret" not in str(refusal.value)
    assert "127.0.0.1" in str(refusal.value)


def test_a_folder_that_is_missing_is_not_made(tmp_path: Path) -> None:
    """A mistyped path is a mistake, not an order."""
    with Plein(tmp_path / "none" / "plein.db") as plein, pytest.raises(NotADatabase, match="check that the folder exists"):
        plein.upgrade()

    assert list(tmp_path.iterdir()) == []


# -- plein's own connections, and the host's ------------------------------------------------------------------------------


def test_foreign_keys_are_kept(where: str) -> None:
    """A contribution of nobody, in no cycle, cannot come to be."""
    with Plein(where) as plein, pytest.raises(IntegrityError), engine_of(plein).begin() as connection:
        connection.execute(sa.text("INSERT INTO plein_step (cycle_id, number, phase, round, opened) VALUES (99, 1, 'x', 0, '2026-11-23')"))


def test_a_database_of_its_own_keeps_a_journal_that_readers_do_not_wait_for(empty_file: Path) -> None:
    """Reading goes on while somebody writes."""
    with Plein(empty_file) as plein, engine_of(plein).connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_a_lent_engine_gets_no_listeners_and_no_pragmas(tmp_path: Path) -> None:
    """The host's database stays how the host set it up: its journal, its keys, its listeners."""
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'host.db'}")
    listening = {name: len(list(getattr(where.dispatch, name))) for where, name in _hooks(engine)}
    with engine.connect() as connection:
        journal = connection.exec_driver_sql("PRAGMA journal_mode").scalar()

    plein = Plein(engine, clock=lambda: NOON)
    plein.upgrade()
    Housing(plein).inventory()

    assert {name: len(list(getattr(where.dispatch, name))) for where, name in _hooks(engine)} == listening
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 0
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == journal
    engine.dispose()


def test_closing_plein_does_not_close_the_hosts_engine(where: str) -> None:
    """The host goes on working after plein is done: its open connection stays in the pool it was taken from."""
    engine = sa.create_engine(where if "://" in where else f"sqlite:///{where}")
    pool = engine.pool
    with Plein(engine, clock=lambda: NOON) as plein:
        Housing(plein)

    assert engine.pool is pool
    engine.dispose()


def _hooks(engine: sa.Engine) -> list[tuple[object, str]]:
    return [(engine.pool, "connect"), (engine.pool, "checkout"), (engine, "begin"), (engine, "before_cursor_execute")]


def test_an_engine_after_sqlalchemys_own_recipe_can_be_lent(tmp_path: Path) -> None:
    """SQLAlchemy's manual tells hosts to switch the driver's transactions off and begin by themselves; many do."""
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'host.db'}")

    @event.listens_for(engine, "connect")
    def _(connection: object, record: object) -> None:
        connection.isolation_level = None  # type: ignore[attr-defined]

    @event.listens_for(engine, "begin")
    def _(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    plein = Plein(engine, clock=lambda: NOON)
    plein.upgrade()
    housing = Housing(plein).review()

    assert housing.outsider.verify().damage == ()
    engine.dispose()


def test_a_database_in_memory_can_be_lent() -> None:
    """Tests of an intranet run in memory."""
    engine = sa.create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    plein = Plein(engine, clock=lambda: NOON)
    plein.upgrade()

    assert Housing(plein).review().outsider.verify().damage == ()
    engine.dispose()


def test_a_path_may_be_any_path(tmp_path: Path) -> None:
    """Folders have blanks, accents, percent signs and question marks in their names."""
    folder = tmp_path / "Één map, 100% & meer?"
    folder.mkdir()
    for where in (folder / "plein.db", os.fspath(folder / "other db#1.db")):
        with Plein(where, clock=lambda: NOON) as plein:
            plein.upgrade()
            assert Housing(plein).phase == "preparation"

    assert {path.name for path in folder.iterdir() if path.suffix == ".db"} == {"plein.db", "other db#1.db"}


@pytest.mark.parametrize("table", ["plein_cycle", "plein_topic"])
def test_a_table_of_another_program_that_is_called_like_ours_is_said_in_words(tmp_path: Path, table: str) -> None:
    """It is somebody's, and stays as it is; nothing is made beside it."""
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'members.db'}")
    with engine.begin() as connection:
        connection.execute(sa.text(f"CREATE TABLE {table} (x INTEGER)"))

    with (
        Plein(tmp_path / "members.db") as plein,
        pytest.raises(NotADatabase, match=rf"called like one of plein's.*{table}\. Nothing was changed"),
    ):
        plein.upgrade()

    assert sa.inspect(engine).get_table_names() == [table]
    engine.dispose()


@pytest.mark.parametrize("statement", ["ALTER TABLE plein_step RENAME TO step", "ALTER TABLE plein_step RENAME COLUMN ask TO asked"])
def test_a_table_that_is_gone_or_in_pieces_is_damage(where: str, statement: str) -> None:
    """What is left of a database that somebody worked on by hand is no mistake in plein."""
    with Plein(where, clock=lambda: NOON) as plein:
        Housing(plein)
        with engine_of(plein).begin() as connection:
            connection.execute(sa.text(statement))
        with pytest.raises(Damaged, match="its tables are not what they say they are"):
            plein.acting_as(None).cycle("housing").show()
