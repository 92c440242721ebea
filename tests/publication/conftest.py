"""The town's cycle, played once per test run to the points at which pages are looked at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from plein.publication.material import Material, gather
from tests.publication.a_cycle import Town

COURSE = ("hold_inventory", "form_group", "first_round", "answer", "second_round", "finish")


def played(folder: Path, until: str | None = None, language: str = "nl") -> Town:
    """The town, after everything up to and with *until*; None for the mere beginning."""
    town = Town(folder)
    town.begin(language)
    for part in COURSE[: 0 if until is None else COURSE.index(until) + 1]:
        getattr(town, part)()
    return town


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """In the second drafting phase: some decisions are public, one is not, and the drafts are closed."""
    made = played(tmp_path, "answer")
    yield made
    made.plein.close()


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Material:
    """What everyone may see at the end."""
    made = played(tmp_path_factory.mktemp("town"), "finish")
    material = gather(made.outsider, "wonen")
    made.plein.close()
    return material
