"""Who may read a database's file: its owner. It holds drafts that are closed, and what people are called and can be reached at."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from plein import Plein
from plein.store import private
from tests.cycles import Housing
from tests.engines import engine_of


@pytest.fixture(autouse=True)
def _generous() -> Iterator[None]:
    """A machine on which everybody may read and write whatever is made, unless it is made otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    """Who may do what with a file."""
    return path.stat().st_mode & 0o777


def test_a_new_database_is_its_owners_alone_from_the_first_moment(tmp_path: Path) -> None:
    """Made so, and not mended after: in between, somebody may have opened it."""
    path, seen = tmp_path / "plein.db", list[int]()
    with Plein(path) as plein:
        engine = engine_of(plein)
        event.listen(engine, "do_connect", lambda *_: seen.append(mode(path)))
        plein.upgrade()

    assert seen[0] == 0o600
    assert mode(path) == 0o600


def test_what_stands_beside_it_is_so_too(tmp_path: Path) -> None:
    """The newest drafts stand in the log beside the file first."""
    with Plein(tmp_path / "plein.db") as plein:
        plein.upgrade()
        Housing(plein).drafting()
        there = {path.name: mode(path) for path in tmp_path.iterdir()}

    assert there == dict.fromkeys(("plein.db", "plein.db-wal", "plein.db-shm"), 0o600)


def test_a_name_that_leads_elsewhere_is_followed(tmp_path: Path) -> None:
    """Where the file really is, it is closed as well."""
    (tmp_path / "plein.db").symlink_to(tmp_path / "real.db")
    with Plein(tmp_path / "plein.db") as plein:
        plein.upgrade()

    assert mode(tmp_path / "real.db") == 0o600


def test_an_older_file_that_everybody_could_read_is_closed_by_an_upgrade(tmp_path: Path, empty_file: Path) -> None:
    """plein made them so once; and a copy has the mode that copies have."""
    path = tmp_path / "plein.db"
    path.write_bytes(empty_file.read_bytes())
    for end in ("-wal", "-shm"):
        Path(f"{path}{end}").touch(0o644)
    path.chmod(0o644)
    with Plein(path) as plein:
        assert plein.readable_by_all()
        plein.upgrade()
        assert not plein.readable_by_all()
        assert {mode(one) for one in tmp_path.iterdir()} == {0o600}


@pytest.mark.parametrize("shared", [0o640, 0o660], ids=oct)
def test_a_file_that_a_group_shares_stays_shared(tmp_path: Path, empty_file: Path, shared: int) -> None:
    """Several hosts with accounts of their own chose that; nobody chooses everybody."""
    path = tmp_path / "plein.db"
    path.write_bytes(empty_file.read_bytes())
    path.chmod(shared)
    with Plein(path) as plein:
        assert not plein.readable_by_all()
        plein.upgrade()

    assert mode(path) == shared


def test_a_file_of_somebody_elses_stays_as_it_is(tmp_path: Path) -> None:
    """In an intranet's own database plein is a guest, whether its file was named or its engine was lent."""
    path = tmp_path / "members.db"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE member (id INTEGER)")
        connection.commit()
    before = mode(path)
    with Plein(path) as plein:
        plein.upgrade()
        assert plein.readable_by_all()
    assert mode(path) == before

    engine = sa.create_engine(f"sqlite:///{tmp_path / 'lent.db'}")
    with Plein(engine) as plein:
        plein.upgrade()
        assert not plein.readable_by_all()
    assert mode(tmp_path / "lent.db") == 0o644
    engine.dispose()


def test_to_begin_twice_takes_nothing_away(tmp_path: Path) -> None:
    """Two processes that make the same database at once."""
    path = tmp_path / "plein.db"
    path.write_bytes(b"there")
    path.chmod(0o644)

    private.begin(path)

    assert (path.read_bytes(), mode(path)) == (b"there", 0o644)
