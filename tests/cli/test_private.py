"""Who can read what the command line makes: closed things their owner, pages everybody."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import At, Cli


@pytest.fixture(autouse=True)
def _usual() -> Iterator[None]:
    """A machine as most are: what is made can be read by everybody, unless it is made otherwise."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    """Who may do what with a file or a folder."""
    return path.stat().st_mode & 0o777


def test_a_new_folder_and_its_database_are_their_owners_alone(call: Cli, tmp_path: Path) -> None:
    """Somebody else with an account on the machine reads no draft."""
    assert call("init", "housing", db=None).code == 0

    assert mode(tmp_path / "housing") == 0o700
    assert mode(tmp_path / "housing" / "plein.db") == 0o600


def test_a_folder_that_was_there_stays_as_it_was(call: Cli, tmp_path: Path) -> None:
    """Somebody chose that."""
    (tmp_path / "housing").mkdir(mode=0o755)
    assert call("init", "housing", db=None).code == 0

    assert mode(tmp_path / "housing") == 0o755
    assert mode(tmp_path / "housing" / "plein.db") == 0o600


def test_what_is_published_can_be_read_by_everybody(call: Cli, at: At, tmp_path: Path) -> None:
    """A web server is another account."""
    at("final")
    assert call("publish", "housing", "--to", "pages").code == 0

    assert mode(tmp_path / "pages") == 0o755
    assert {mode(path) for path in (tmp_path / "pages").iterdir()} == {0o644}


def test_a_database_that_everybody_can_read_is_told_of_and_mended(call: Cli, at: At, database: Path) -> None:
    """As earlier ones were made, and as every copy is; a script that reads JSON is not disturbed."""
    at("drafting").chmod(0o644)

    told = f"Everybody on this machine can read {database}, closed drafts too; end that: plein db upgrade"
    assert told in call("status").err
    assert call("status", "--json").json()["cycle"]["slug"] == "housing"

    done = call("db", "upgrade")
    assert f"Everybody on this machine could read {database}, closed drafts too; now only its owner can." in done.err
    assert mode(database) == 0o600
    assert "Everybody" not in call("status").err + call("db", "upgrade").err
