"""The tutorial, typed line by line as a newcomer would, on a terminal, in an empty folder."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

from tests.tiers import thorough

TUTORIAL = Path(__file__).parents[2] / "docs" / "tutorial.md"
_DONE = "\x1e"


def sessions() -> Iterator[tuple[str, str]]:
    """Every command of the page with what should be seen after it."""
    for block in re.findall(r"```console\n(.*?)```", TUTORIAL.read_text(encoding="utf-8"), re.DOTALL):
        command: list[str] = []
        seen: list[str] = []
        for line in block.splitlines():
            if line.startswith("$ "):
                if command:
                    yield "\n".join(command), "\n".join(seen)
                command, seen = [line[2:]], []
            elif line.startswith(">") and not seen:
                command.append(line[2:])
            else:
                seen.append(line)
        yield "\n".join(command), "\n".join(seen)


class Terminal:
    """A shell on a terminal of 120 columns, in which commands are typed one by one."""

    def __init__(self, folder: Path) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        settings = termios.tcgetattr(theirs)
        settings[3] &= ~termios.ECHO
        termios.tcsetattr(theirs, termios.TCSANOW, settings)
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        environment = {"PATH": path, "HOME": str(folder), "TERM": "dumb", "NO_COLOR": "1", "LANG": "C.UTF-8"}
        self._shell = subprocess.Popen(
            ["bash", "--norc", "--noprofile"], stdin=subprocess.PIPE, stdout=theirs, stderr=theirs, cwd=folder, env=environment
        )
        os.close(theirs)

    def type(self, command: str) -> str:
        """What is seen after *command*."""
        assert self._shell.stdin is not None
        self._shell.stdin.write(f"{command}\nprintf '{_DONE}'\n".encode())
        self._shell.stdin.flush()
        seen = b""
        while not seen.endswith(_DONE.encode()):
            seen += os.read(self._ours, 65536)
        return seen.decode().replace("\r\n", "\n").removesuffix(_DONE)

    def close(self) -> None:
        assert self._shell.stdin is not None
        self._shell.stdin.close()
        self._shell.wait(timeout=30)
        os.close(self._ours)


@thorough
def test_the_tutorial_does_what_it_says(tmp_path: Path) -> None:
    """Whoever follows it to the letter ends with a final version, and never sees something the page did not tell."""
    terminal = Terminal(tmp_path)
    try:
        for command, expected in sessions():
            seen = terminal.type(command)
            pattern = ".*".join(re.escape(part) for part in expected.strip().split("..."))
            assert re.fullmatch(pattern, "\n".join(line.rstrip() for line in seen.strip().splitlines()), re.DOTALL), (
                f"$ {command}\nthe page says:\n{expected}\nthe terminal says:\n{seen}"
            )
    finally:
        terminal.close()
    assert (tmp_path / "pages" / "index.html").exists()
