"""A terminal with a person at it, for the tests of what a command asks. No test stands here."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import NOW, command, environment

_SCRIPT = Path(sys.executable).with_name("plein")
_PATIENCE = 90


class Terminal:
    """A run of ``plein`` on a terminal: what it says comes back as it is said, and it can be answered."""

    def __init__(self, args: tuple[str, ...], database: Path, as_: str = "anna") -> None:
        self._ours, theirs = pty.openpty()
        self._run = subprocess.Popen(
            [str(_SCRIPT), *command(*args, db=database)], env=environment(as_, NOW, None), stdin=theirs, stdout=theirs, stderr=theirs
        )
        os.close(theirs)
        self.said = ""

    def until(self, word: str) -> None:
        """Read on until it says so."""
        while word not in self.said:
            heard = os.read(self._ours, 4096)
            assert heard, self.said
            self.said += heard.decode()

    def answer(self, line: str) -> None:
        """Type a line."""
        os.write(self._ours, f"{line}\n".encode())

    def end(self) -> int:
        """Read to the end; the exit code."""
        while True:
            try:
                heard = os.read(self._ours, 4096)
            except OSError:  # so Linux says that nobody writes any more
                break
            if not heard:
                break
            self.said += heard.decode()
        return self._run.wait(_PATIENCE)

    def close(self) -> None:
        """Let go, whatever became of it."""
        self._run.kill()
        self._run.wait(_PATIENCE)
        os.close(self._ours)
