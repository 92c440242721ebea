"""The script of a whole cycle, run the way a reader runs it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from plein import Plein
from tests.tiers import thorough

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "examples" / "whole_cycle.py"

SAID = """\
  2 noor (position): We should all be in on the same day, or nobody meets anybody. [1 in support]
  noor, drafter: Knows what the teams miss most.
  To sam it is not there: There is no version of working-from-home to read yet
  sam handed in one text, which is 2 suggestions.
  3 kofi: “from 8 to 18” → from 9 to 18
  2 and 3 cannot all stand
  Not yet final: 1 suggestion still waits for a decision; 4 decisions are not published yet
  noor merged 1 and 2 into version 2.
  - The company pays for a chair, a screen and a lamp.
  - You can be reached from 10 to 15.
  4 rejected: One day for everybody was the wish with most support; Tuesday it is.
  The record is whole: 25 entries
"""


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-X", "utf8", str(SCRIPT), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, cwd=ROOT)


def test_the_script_tells_the_story_from_question_to_final_version() -> None:
    """It is what a developer runs first; each of these lines is a promise of the mission."""
    done = run()

    assert (done.returncode, done.stderr) == (0, "")
    at = 0
    for line in SAID.splitlines():
        assert line in done.stdout[at:]  # in this order
        at = done.stdout.index(line, at)


def test_the_script_leaves_a_sound_database_where_it_was_asked_to(tmp_path: Path) -> None:
    """Whoever wants to look around afterwards can."""
    file = tmp_path / "story.db"

    assert run(file).returncode == 0

    with Plein(file) as plein:
        outsider = plein.acting_as(None)
        assert outsider.cycle("working-from-home").show().phase == "final"
        assert outsider.verify().damage == ()


@thorough
def test_a_second_run_on_the_same_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    """No traceback, and nothing of the first run is lost."""
    file = tmp_path / "story.db"
    run(file)

    again = run(file)

    assert again.returncode == 1
    assert again.stderr == "There is a cycle “working-from-home” already; choose another name.\n"
