"""How fast the text core is on many suggestions, beside ``git merge-file`` and diff-match-patch on the same texts in the same run.

    python bench/merge.py            # everything: about ten minutes
    python bench/merge.py --quick    # under two minutes

Texts and suggestions are invented (``invented.py``), times are processor time, the best of several runs (``clock.py``). The rivals cannot take
a set: they take one suggestion after the other, each onto the result so far (``rivals.py``). Where all would take too long they get the
first few, and their row says how many; ratios compare the time per suggestion, for git with the start of its process. What doubling
costs is in ``growth.py``, what a malicious person can do in ``hostile.py``; all of it is printed here.
"""

from __future__ import annotations

import argparse
import platform
import re
import subprocess
import sys
from collections.abc import Sequence
from itertools import count as numbers
from pathlib import Path
from typing import Any

from clock import clocked, missed, peak, shown, table, verdict
from growth import growth
from hostile import hostile
from invented import edited, prose, suggested
from rivals import git_memory, git_one_by_one, patches_one_by_one

from plein.documents import apply, crowd, diff, merge, merge_step, rebase_all, trace


def taking_in(bases: dict[int, str]) -> None:
    """Whole edited texts, as people hand them in."""
    rows = []
    for size, base in bases.items():
        for count, goal in ((1, 0.0005), (50, 0.010)):
            text = edited(base, count)
            assert apply(base, diff(base, text)) == text
            took = clocked(lambda base=base, text=text: diff(base, text), 0.5)
            made, _, _ = patches_one_by_one(base, [text])
            goal = goal * max(size / 440_000, 1)
            said = verdict(f"diff {size} {count}", took, goal)
            rows.append([f"{size:,}", str(count), shown(took), f"≤ {shown(goal)}", said, shown(made), f"{made / took:,.0f}×"])
    table("Taking in a whole edited text", ("T", "changes", "`diff`", "goal", "", "diff-match-patch `patch_make`", "ratio"), rows)


def all_together(bases: dict[int, str], counts: Sequence[int], rivals: int) -> None:
    """``merge`` of stored suggestions, beside the rivals."""
    rows = []
    for size, base in bases.items():
        for count in counts:
            suggestions = suggested(base, count)
            took = clocked(lambda base=base, those=suggestions: merge(base, those))
            result = merge(base, suggestions)
            said = f"≤ 60 ms: {verdict('merge 10,000', took, 0.060)}" if (size, count) == (440_000, 10_000) else ""
            row = [
                f"{size:,}",
                f"{count:,}",
                shown(took),
                said,
                f"{len(result.held):,}",
                f"{len(result.collisions):,}",
                f"{len(result.near):,}",
            ]
            if count == max(n for n in counts if n <= 10_000):
                first = min(rivals, count)
                texts = [apply(base, suggestions[n]) for n in range(first)]
                git, git_refused = git_one_by_one(base, texts)
                _, patch, patch_refused = patches_one_by_one(base, texts)
                each = took / count
                row += [
                    f"first {first}: {shown(git / first)} each, {git_refused} refused, {git / first / each:,.0f}×",
                    f"first {first}: {shown(patch / first)} each, {patch_refused} refused, {patch / first / each:,.0f}×",
                ]
            else:
                row += ["", ""]
            rows.append(row)
    head = ("T", "N", "`merge`", "goal", "held", "collisions", "near", "`git merge-file`, one by one", "`patch_apply`, one by one")
    table("Merging stored suggestions", head, rows)


def carrying(bases: dict[int, str], counts: Sequence[int]) -> None:
    """All open suggestions onto a next version in which 300 suggestions were adopted."""
    rows = []
    for size, base in bases.items():
        version, turn = merge(base, suggested(base, 300, seed=7)).text, numbers()
        for count in counts:
            suggestions = suggested(base, count)
            said = []

            def act(base: str = base, version: str = version, turn: Any = turn, those: Any = suggestions) -> dict[int, Any]:
                # Always a version that nobody has seen, so that nothing is remembered.
                return rebase_all(base, f"# {next(turn)}\n\n{version}", those)

            took = clocked(act, 0.5, 2)
            if (size, count) == (440_000, 10_000):
                said.append(f"< 1 s: {verdict('rebase 10,000', took, 1.0)}")
            fared = [one.status for one in act().values()]
            rows.append(
                [f"{size:,}", f"{count:,}", shown(took), *(said or [""]), str(fared.count("carried")), str(count - fared.count("carried"))]
            )
    head = ("T", "N", "`rebase_all`, diff of the versions included", "goal", "carried", "collided, orphaned or already in")
    table("Carrying open suggestions to a next version", head, rows)


def traced(bases: dict[int, str], counts: Sequence[int]) -> None:
    """Who wrote every word of the merged text."""
    rows = []
    for size, base in bases.items():
        for count in counts:
            step = merge_step(base, suggested(base, count))
            took = clocked(lambda base=base, step=step: trace(base, 0, [step]), 0.3, 2)
            rows.append([f"{size:,}", f"{count:,}", shown(took), f"{len(trace(base, 0, [step])):,}"])
    table("Tracing every word of the merged text (blame)", ("T", "N", "`trace`", "runs"), rows)


def screens(bases: dict[int, str], counts: Sequence[int]) -> None:
    """The collisions of a crowd, made decidable."""
    rows = []
    for size, base in bases.items():
        for count in counts:
            suggestions = suggested(base, count)
            found = crowd(base, suggestions)
            took = clocked(lambda base=base, those=suggestions: crowd(base, those), 0.3, 2)
            alternatives = sum(len(screen.alternatives) for screen in found.screens)
            rows.append([f"{size:,}", f"{count:,}", shown(took), f"{len(found.screens):,}", f"{alternatives:,}", f"{len(found.clean):,}"])
    table("Collisions made decidable", ("T", "N", "`crowd`", "screens", "alternatives on them", "clean"), rows)


def memory(counts: Sequence[int], rivals: int) -> None:
    """How much is allocated beside what the caller holds."""
    base = prose(440_000)
    rows = []
    for count in counts:
        suggestions = suggested(base, count)
        rows.append([f"`merge`, {count:,} suggestions", peak(lambda those=suggestions: merge(base, those))])
    text = edited(base, 50)
    rows.append(["`diff`, 50 changes", peak(lambda: diff(base, text))])
    many = suggested(base, counts[-1])
    rows.append([f"`rebase_all`, {counts[-1]:,} suggestions", peak(lambda: rebase_all(base, text, many))])
    texts = [apply(base, many[number]) for number in range(rivals)]
    rows.append([f"`patch_apply`, {rivals} suggestions one by one", peak(lambda: patches_one_by_one(base, texts))])
    rows.append(["`git merge-file`, one suggestion, its whole process", git_memory()])
    table("Memory at most, in a text of 440,000 characters", ("", "peak"), [[what, f"{most / 1e6:,.1f} MB"] for what, most in rows])


def main() -> int:
    """Print all tables; the exit status is 1 if a goal was missed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--quick", action="store_true", help="fewer sizes, smaller hostile input: under a minute")
    quick: bool = parser.parse_args().quick
    git = subprocess.run(["git", "--version"], capture_output=True, text=True).stdout.strip()
    print(f"Python {platform.python_version()}, {git}, {_machine()}, one core; processor time, best of several runs.")
    sizes = (50_000, 440_000) if quick else (50_000, 440_000, 2_000_000)
    counts = (100, 1_000, 10_000) if quick else (100, 1_000, 3_500, 10_000, 30_000)
    bases = {size: prose(size) for size in sizes}
    taking_in(bases)
    all_together(bases, counts, 20 if quick else 100)
    carrying(bases, counts)
    traced(bases, counts)
    screens(bases, counts)
    growth(quick)
    memory(counts, 20)
    hostile(quick)
    print(f"\n{len(missed)} goal(s) missed{': ' + '; '.join(missed) if missed else ''}.")
    return 1 if missed else 0


def _machine() -> str:
    try:
        names = re.findall(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text())
    except OSError:
        names = []
    return names[0] if names else platform.processor() or "unknown processor"


if __name__ == "__main__":
    sys.exit(main())
