"""mypy and pyright find what a program cannot have meant, each on its line, and nothing on the lines that are right."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

SLIPS = Path(__file__).with_name("slips.py")
ROOT = SLIPS.parents[2]
LINES = {number for number, line in enumerate(SLIPS.read_text(encoding="utf-8").splitlines(), start=1) if line.endswith("  # slip")}


def mypy(cache: Path) -> set[int]:
    """The lines that mypy finds wrong."""
    words = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", f"--cache-dir={cache}", str(SLIPS)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=ROOT)
    found = [re.match(r".*slips\.py:(\d+): error", line) for line in done.stdout.splitlines()]
    assert found, done.stdout + done.stderr
    return {int(one[1]) for one in found if one}


def pyright(_: Path) -> set[int]:
    """The lines that pyright finds wrong."""
    words = [sys.executable, "-m", "basedpyright", "--outputjson", "--level", "error", f"--pythonpath={sys.executable}", str(SLIPS)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.stdout, done.stderr
    return {one["range"]["start"]["line"] + 1 for one in json.loads(done.stdout)["generalDiagnostics"]}


@pytest.mark.parametrize("checker", [mypy, pyright])
def test_every_slip_is_found_and_nothing_else(checker, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """Thirty slips and more; before the library spoke in types neither found a wrong kind, outcome, role or act."""
    assert len(LINES) > 30
    assert checker(tmp_path) == LINES
