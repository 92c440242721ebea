"""Somebody at a terminal in Dutch who plays a cycle there."""

from __future__ import annotations

import io
import os
import re
import shlex
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.dutch.played import FILES, PLAYED, REFUSED
from tests.speaking import as_before


@dataclass(frozen=True, slots=True)
class Line:
    """What was typed, how it ended, and what was seen."""

    typed: str
    words: tuple[str, ...]
    code: int
    seen: str


class _Screen(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


class Player:
    """Types commands in a folder, one after the other, each a minute later."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self._folder, self._patch = folder, patch
        self._now = datetime(2026, 11, 23, 12, tzinfo=UTC)
        self._token = ""

    def play(self, lines: str) -> list[Line]:
        return [self.type(line) for line in lines.strip().splitlines() if line.strip()]

    def type(self, line: str) -> Line:
        """One line: who, a colon, and a command without its first word."""
        named = re.match(r"(\w*): ", line)
        who, command = (named[1], line[named.end() :]) if named else ("", line)
        words = shlex.split(command.replace("$TOKEN", self._token))
        self._now += timedelta(minutes=1)
        code, seen = self._run(words, who)
        if " group invite " in f" {line} " or " group board " in f" {line} ":
            self._token = max(re.findall(r"[\w-]{20,}", seen), key=len, default="")
        return Line(line, tuple(words), code, seen.replace(self._token or "\0", "…"))

    def _run(self, words: list[str], who: str) -> tuple[int, str]:
        from plein.cli import main

        screen, code = _Screen(), 0
        named = {
            "PLEIN_LANGUAGE": "nl",
            "LANGUAGE": "nl",
            "PLEIN_NOW": self._now.isoformat(),
            "XDG_STATE_HOME": str(self._folder / ".state"),
        }
        wide = {"COLUMNS": "400", "LINES": "60", "TERM": "dumb", "NO_COLOR": "1"}
        unset = [name for name in os.environ if name.startswith(("PLEIN_", "LC_", "LANG"))]
        with as_before(), self._patch.context() as patch:
            patch.setattr(sys, "argv", ["plein", *words])
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
            patch.setattr(sys, "stdout", screen)
            patch.setattr(sys, "stderr", screen)
            patch.setattr(sys, "excepthook", sys.excepthook)
            for name in unset:
                patch.delenv(name)
            for name, value in (named | wide | ({"PLEIN_AS": who} if who else {})).items():
                patch.setenv(name, value)
            patch.chdir(self._folder)
            try:
                main()
            except SystemExit as left:
                code = left.code if isinstance(left.code, int) else 0
        return code, screen.getvalue()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where it is played, with the files that are handed in."""
    made = tmp_path_factory.mktemp("wonen")
    for name, text in FILES.items():
        (made / name).parent.mkdir(exist_ok=True)
        (made / name).write_text(text, encoding="utf-8")
    return made


@pytest.fixture(scope="session")
def played(folder: Path) -> list[Line]:
    """The whole cycle, line by line."""
    with pytest.MonkeyPatch.context() as patch:
        return Player(folder, patch).play(PLAYED)


@pytest.fixture(scope="session")
def refused(folder: Path, played: list[Line]) -> list[Line]:
    """What goes wrong after all of that."""
    with pytest.MonkeyPatch.context() as patch:
        return Player(folder, patch).play(REFUSED)
