"""How long people wait for the command line before it does anything, beside what it cannot avoid.

    python bench/startup.py [--runs N]

Each command is a whole process, run in turn with what it is compared with; the processor time of each run is taken, and the median shown.
The goals: ``plein --help`` at most 2.5 times ``import sqlite3, json`` plus 100 ms; ``plein status`` at most 1.4 times ``import sqlmodel``.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

PYTHON = sys.executable
PLEIN = str(Path(PYTHON).with_name("plein"))


def processor_ms(command: Sequence[str], folder: str) -> float:
    """User and system time of one run, in milliseconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = os.environ | {"PLEIN_AS": "anna"}
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime) * 1000


def compare(command: Sequence[str], other: Sequence[str], folder: str, runs: int) -> tuple[float, float, float]:
    """Median of both, and of their ratio pair by pair."""
    processor_ms(command, folder)
    processor_ms(other, folder)
    pairs = [(processor_ms(command, folder), processor_ms(other, folder)) for _ in range(runs)]
    return (
        statistics.median(ours for ours, _ in pairs),
        statistics.median(theirs for _, theirs in pairs),
        statistics.median(ours / theirs for ours, theirs in pairs),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        for words in (["init"], ["cycle", "new", "housing", "--title", "Housing", "--question", "What should change?"]):
            subprocess.run([PLEIN, "--as", "anna", *words], cwd=folder, check=True, capture_output=True)
        print(f"{'command':34}{'ms':>8}{'beside':>28}{'ms':>8}{'ratio':>8}  goal")
        rows = (
            ([PLEIN, "--help"], "import sqlite3, json", lambda theirs: f"{2.5 * theirs + 100:.0f} ms"),
            ([PLEIN, "status"], "import sqlmodel", lambda theirs: f"1.40 x, {1.4 * theirs:.0f} ms"),
            ([PLEIN, "inventory", "list", "housing"], "import sqlmodel", lambda theirs: ""),
            ([PLEIN, "suggestion", "list", "housing"], "import sqlmodel", lambda theirs: ""),
            ([PYTHON, "-c", "import plein"], "pass", lambda theirs: ""),
            ([PYTHON, "-c", "import plein.documents"], "pass", lambda theirs: ""),
        )
        for command, statement, goal in rows:
            ours, theirs, ratio = compare(command, [PYTHON, "-c", statement], folder, runs)
            shown = " ".join(["plein", *command[1:]] if command[0] == PLEIN else ["python", *command[1:]])
            print(f"{shown:34}{ours:8.0f}{statement:>28}{theirs:8.0f}{ratio:8.2f}  {goal(theirs)}", flush=True)


if __name__ == "__main__":
    main()
