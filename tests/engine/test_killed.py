"""A process that is killed leaves nothing half done, wherever it was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.engine.conftest import Stage
from tests.tiers import thorough


@thorough
@pytest.mark.parametrize(("name", "at_least"), [("import", 8), ("move", 3), ("erase", 6)])
def test_a_process_that_is_killed_leaves_nothing_half_done(at: Stage, name: str, at_least: int) -> None:
    """The power fails in the middle of an import of a hundred texts: all of them or none, and the record is whole."""
    scene = at("review")

    done = subprocess.run(
        [sys.executable, "-m", "tests.engine.killed", scene.where, name],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert done.stderr == ""
    assert int(done.stdout) >= at_least
    expected = {"import": 3 + 8, "move": 3, "erase": 3}[name]
    assert len(scene.outsider.cycle("housing").suggestions.list()) == expected
    assert scene.outsider.verify().damage == ()
