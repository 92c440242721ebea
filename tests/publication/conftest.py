"""The town's cycle, played once per test run to the points at which pages are looked at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy

import pytest

from plein.publication.material import Material, gather
from tests.publication.a_cycle import Town
from tests.publication.a_series import Library

COURSE = ("hold_inventory", "form_group", "first_round", "answer", "second_round", "finish")


def played(folder: Path, until: str | None = None, language: str = "nl") -> Town:
    """The town, after everything up to and with *until*; None for the mere beginning."""
    town = Town(folder)
    town.begin(language)
    for part in COURSE[: 0 if until is None else COURSE.index(until) + 1]:
        getattr(town, part)()
    return town


@pytest.fixture(scope="session")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a town that has answered nearly all suggestions; copied for each test, because playing takes a second."""
    folder = tmp_path_factory.mktemp("answered")
    played(folder, "answer").plein.close()
    return folder


@pytest.fixture
def town(answered: Path, tmp_path: Path) -> Iterator[Town]:
    """In the second drafting phase: some decisions are public, one is not, and the drafts are closed."""
    copy(answered / "plein.db", tmp_path)
    made = Town(tmp_path)
    made.later(60)
    yield made
    made.plein.close()


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Material:
    """What everyone may see at the end."""
    made = played(tmp_path_factory.mktemp("town"), "finish")
    material = gather(made.outsider, "wonen")
    made.plein.close()
    return material


@pytest.fixture(scope="session")
def talked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a library whose readers are talking; copied for each test."""
    folder = tmp_path_factory.mktemp("talked")
    made = Library(folder)
    made.year_before()
    made.begin()
    made.hold_inventory()
    made.plein.close()
    return folder


@pytest.fixture
def library(talked: Path, tmp_path: Path) -> Iterator[Library]:
    """In the inventory of the second year."""
    copy(talked / "plein.db", tmp_path)
    made = Library(tmp_path)
    made.now = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
    yield made
    made.plein.close()


@pytest.fixture(scope="session")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Material:
    """What everyone may see of the library at the end."""
    made = Library(tmp_path_factory.mktemp("reported"))
    made.year_before()
    for part in (made.begin, made.hold_inventory, made.form_group, made.talk_on, made.finish):
        part()
    material = gather(made.outsider, "lezers-2026")
    made.plein.close()
    return material
