"""The demo, run once for all the tests that look at what it left behind."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from plein import Plein, Seat
from plein.demo.play import play
from plein.demo.story import FINAL
from plein.workflow import parse_when


@dataclass(frozen=True)
class Played:
    """What a run of the demo left: its folder, what it said, and its database."""

    folder: Path
    told: str
    plein: Plein

    def seat(self, person: str | None) -> Seat:
        return self.plein.acting_as(person, at=parse_when(FINAL[0], "Europe/Amsterdam"))

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


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    folder = tmp_path_factory.mktemp("demo") / "overwaard"
    told = perform(folder)
    with Plein(folder / "plein.db") as plein:
        yield Played(folder, told, plein)
