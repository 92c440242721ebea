"""The demo, played once a run for all the tests that look at what it left behind."""

from __future__ import annotations

import contextlib
import io
import os
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock

from plein import Organisation, Plein, Seat
from plein.demo.play import play
from plein.demo.player import Player, read
from plein.demo.story import SLUG
from plein.demo.story.ending import END
from plein.demo.story.listening import INVENTORY, PREPARATION
from plein.engine.group.views import Candidate
from plein.workflow import parse_when
from tests.demo.steps import step


@dataclass(frozen=True)
class Played:
    """What a run of the demo left: its folder, what it said, and its database."""

    folder: Path
    told: str
    plein: Plein

    def seat(self, person: str | None, at: str = END) -> Seat:
        """Somebody's seat, when all is over unless another moment is named."""
        return self.plein.acting_as(person, at=parse_when(at, "Europe/Amsterdam"))

    @property
    def lines(self) -> list[str]:
        return self.told.splitlines()

    @property
    def shown(self) -> list[str]:
        """The commands in the narration, without their prompt."""
        return [line.strip()[2:] for line in self.lines if line.strip().startswith("$ ")]


def perform(to: Path | None) -> str:
    """Run the demo, and give what it said."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        play(to)
    return out.getvalue()


def _organisation() -> Organisation:
    return Organisation.from_data(tomllib.loads(read("plein.toml")))


@pytest.fixture(scope="session")
def candidates(tmp_path_factory: pytest.TempPathFactory) -> tuple[Candidate, ...]:
    """Those anna chose from. When the story is over nobody looks at candidates any more, so it is played as far as there."""
    folder = tmp_path_factory.mktemp("inventory")
    with Plein(folder / "plein.db", organisation=_organisation()) as plein, contextlib.redirect_stdout(io.StringIO()):
        plein.upgrade()
        player = Player(plein, folder)
        player.play(PREPARATION)
        player.play(INVENTORY)
        return plein.acting_as("anna", at=parse_when(step("group candidates").at, "Europe/Amsterdam")).cycle(SLUG).group.candidates()


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """The demo, played by the first worker that asks; the others look at what it left."""
    ours = tmp_path_factory.getbasetemp()
    shared = ours.parent if "PYTEST_XDIST_WORKER" in os.environ else ours
    folder, told = shared / "demo" / "overwaard", shared / "told.txt"
    with FileLock(shared / "demo.lock"):
        if not told.exists():
            folder.parent.mkdir()
            told.write_text(perform(folder), encoding="utf-8")
    with Plein(folder / "plein.db", organisation=_organisation()) as plein:
        yield Played(folder, told.read_text(encoding="utf-8"), plein)
