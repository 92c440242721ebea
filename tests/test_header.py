"""What the first lines of a test run tell of PostgreSQL."""

from __future__ import annotations

import subprocess

import pytest

from tests import conftest, postgres


@pytest.fixture(autouse=True)
def _type_checkers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether they are here is told apart, below."""
    monkeypatch.setattr(conftest, "NO_CHECKERS", [])


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which there is no PostgreSQL."""
    monkeypatch.delenv("PLEIN_TEST_POSTGRES", raising=False)
    monkeypatch.setattr(postgres, "_debian", lambda data: None)
    monkeypatch.setattr(postgres, "_wheel", lambda data: None)


@pytest.mark.usefixtures("without")
def test_without_postgresql_it_says_what_is_left_out_and_how_to_have_it(
    pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a green run is taken for more than it is."""
    server = postgres.start()
    monkeypatch.setattr(conftest, "_server", server)
    monkeypatch.delenv("PLEIN_TEST_POSTGRES_URL", raising=False)

    header = conftest.pytest_report_header(pytestconfig)

    assert server.url is None
    assert "left out" in header
    assert "apt install postgresql" in header
    assert "PLEIN_TEST_POSTGRES_URL" in header


@pytest.mark.usefixtures("without")
def test_a_server_that_does_not_start_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has PostgreSQL and sees nothing of it wants to know why."""

    def broken(data: object) -> None:
        raise subprocess.CalledProcessError(1, ["initdb"])

    monkeypatch.setattr(postgres, "_debian", broken)
    server = postgres.start()
    assert server.url is None
    assert "initdb" in server.note


def test_who_asks_for_none_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands in the log of a build, for who reads it next year."""
    monkeypatch.setenv("PLEIN_TEST_POSTGRES", "off")
    assert "PLEIN_TEST_POSTGRES=off" in postgres.start().note


def test_with_postgresql_it_says_that_not_all_runs_on_it(pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what does not depend on the database is not run twice unless somebody asks."""
    monkeypatch.setattr(conftest, "_server", postgres.Server("postgresql://there", "PostgreSQL from there", lambda: None))
    monkeypatch.setenv("PLEIN_TEST_POSTGRES_URL", "postgresql://there")
    monkeypatch.delenv("PLEIN_TEST_POSTGRES", raising=False)
    assert "PLEIN_TEST_POSTGRES=all" in conftest.pytest_report_header(pytestconfig)

    monkeypatch.setenv("PLEIN_TEST_POSTGRES", "all")
    assert "left out" not in conftest.pytest_report_header(pytestconfig)


def test_without_type_checkers_it_says_what_is_left_out(pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch) -> None:
    """They come with the tools of those who change plein, and not with the tests."""
    assert "type checkers" not in conftest.pytest_report_header(pytestconfig)
    monkeypatch.setattr(conftest, "NO_CHECKERS", ["mypy", "basedpyright"])

    header = conftest.pytest_report_header(pytestconfig)

    assert "no mypy and no basedpyright; left out: what type checkers find" in header
    assert "pip install '.[dev]'" in header
