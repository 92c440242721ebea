"""How plein is typed: what it prints to be typed works in the shell in which it was printed, whether that finds plein by its name or not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import environment
from tests.tiers import thorough

BIN = Path(sys.executable).parent
SYSTEM = os.pathsep.join(folder for folder in os.environ["PATH"].split(os.pathsep) if not (Path(folder) / "plein").exists())


def shell(line: str, folder: Path, path: str = SYSTEM) -> subprocess.CompletedProcess[str]:
    """Type a line to a shell."""
    named = environment(None, None, {"PATH": path, "LANG": "C.UTF-8", "TMPDIR": str(folder)})
    named.pop("PLEIN_DATABASE", None)
    return subprocess.run(["sh", "-c", line], cwd=folder, env=named, capture_output=True, text=True, check=False)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a blank in its name, in which plein was installed as the README says."""
    home = tmp_path / "my plein"
    home.mkdir()
    (home / ".venv").symlink_to(BIN.parent)
    return home


@thorough
@pytest.mark.parametrize(
    ("typed", "program", "made"),
    [
        (".venv/bin/plein demo --to 'the demo'", ".venv/bin/plein", "'the demo/plein.db'"),
        pytest.param(".venv/bin/python -m plein demo --to out", ".venv/bin/python -m plein", "out/plein.db", marks=thorough),
    ],
)
def test_the_last_line_of_the_demo_runs_as_it_is_printed(home: Path, typed: str, program: str, made: str) -> None:
    """It is the first line that anybody types after the README's, when the shell knows no plein."""
    played = shell(typed, home)

    last = played.stdout.rstrip("\n").splitlines()[-1]
    assert (played.returncode, last) == (0, f"Next: {program} --db {made} status woonnotitie"), played.stderr
    done = shell(last.removeprefix("Next: "), home)
    assert (done.returncode, done.stderr) == (0, "")
    assert "woonnotitie" in done.stdout


@thorough
def test_where_the_shell_finds_plein_the_demo_says_plein(home: Path) -> None:
    """And leads to the folder, in which everything then works without options."""
    path = f"{BIN}{os.pathsep}{SYSTEM}"

    last = shell("plein demo --to 'the demo'", home, path).stdout.rstrip("\n").splitlines()[-1]

    assert last == "Next: cd 'the demo' && plein status woonnotitie"
    assert shell(last.removeprefix("Next: "), home, path).returncode == 0


@thorough
def test_init_says_how_plein_is_typed_where_the_shell_does_not_find_it(home: Path) -> None:
    """Once, at the beginning: every other line says plein."""
    told = "Your shell does not find plein by its name; where you read plein, type: .venv/bin/plein\n"

    first = shell(".venv/bin/plein init", home)
    found = shell("plein init", home, f"{BIN}{os.pathsep}{SYSTEM}")

    assert first.stderr == told + "Next: plein --as YOU cycle new CYCLE --title TEXT --question TEXT\n"
    assert found.stderr == "Next: plein --as YOU cycle new CYCLE --title TEXT --question TEXT\n"
    other = home / "other"
    other.mkdir()
    other.joinpath("plein").symlink_to("/bin/true")
    assert told in shell(".venv/bin/plein init", home, f"{other}{os.pathsep}{SYSTEM}").stderr


@thorough
@pytest.mark.parametrize(
    ("typed", "then"),
    [
        ("plein --db 'a b.db' init", "plein --db 'a b.db' --as YOU cycle new CYCLE --title TEXT --question TEXT"),
        ("plein init 'a b'", "plein --db 'a b/plein.db' --as YOU cycle new CYCLE --title TEXT --question TEXT"),
        ("PLEIN_DATABASE=ours.db plein init", "plein --as YOU cycle new CYCLE --title TEXT --question TEXT"),
    ],
)
def test_what_comes_after_init_finds_the_database_that_was_made(home: Path, typed: str, then: str) -> None:
    """A database somewhere else has to be named again, unless the environment names it."""
    path = f"{BIN}{os.pathsep}{SYSTEM}"

    done = shell(typed, home, path)

    assert done.stderr == f"Next: {then}\n"
    begun = then.replace("YOU", "anna").replace("CYCLE", "homes").replace("TEXT", "Homes")
    assert shell(f"{'PLEIN_DATABASE=ours.db ' if 'PLEIN_DATABASE' in typed else ''}{begun}", home, path).returncode == 0
