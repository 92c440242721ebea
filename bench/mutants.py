"""How much of the code the tests hold in place: it is changed in small ways, one at a time, and the tests of its room should notice.

    python bench/mutants.py                          # every room: hours
    python bench/mutants.py merge carry --sample 25  # 25 changes in each of two rooms: a quarter of an hour on two cores

cosmic-ray makes the changes (``+`` for ``-``, ``<`` for ``<=``, ``not`` put in, a number one higher, a loop that never turns …), on a copy of
what git knows of this checkout. The room's own tests run first, the rest of its house after them, and the first that fails ends it. What no
test noticed is printed as a diff: a test is missing, or the code is. A few are the same program in other words, and stay.

Needs the extras ``test`` and ``dev``. Exit status 0: it measures, it does not judge.
"""

from __future__ import annotations

import argparse
import ast
import logging
import random
import re
import shlex
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from os import cpu_count
from pathlib import Path
from queue import Queue

from clock import table
from cosmic_ray.commands import init
from cosmic_ray.mutating import mutate_and_test
from cosmic_ray.work_db import use_db
from cosmic_ray.work_item import MutationSpec, TestOutcome, WorkerOutcome

TOP = Path(__file__).parents[1]


@dataclass(frozen=True)
class Room:
    """Where code is that decides something, and the tests that should notice, those of its own first."""

    code: tuple[str, ...]
    tests: tuple[str, ...]


def _documents(room: str, *own: str) -> Room:
    return Room((f"plein/documents/{room}",), (*(f"tests/documents/test_{name}.py" for name in own), "tests/documents"))


def _engine(code: tuple[str, ...], *own: str) -> Room:
    return Room(tuple(f"plein/engine/{path}" for path in code), tuple(f"tests/engine/test_{name}.py" for name in own))


ROOMS = {
    "diff": _documents("diff", "diff", "places", "places_moved", "numbered", "moves", "layout", "emptied"),
    "merge": _documents("merge", "merge", "together", "merge3", "structure", "numbered"),
    "carry": _documents("carry", "rebase", "carried", "provenance", "provenance_moves"),
    "crowd": _documents("crowd", "crowd", "same", "doubled", "wording"),
    "show": _documents("show", "redline", "quote", "excerpt"),
    "text": _documents("text", "text", "paragraphs", "units", "one_word"),
    "thresholds": _documents("thresholds.py", "thresholds"),
    "workflow": Room(("plein/workflow",), ("tests/workflow",)),
    "cycle": _engine(("cycle",), "moving", "story", "series", "topics", "hosts", "plein66", "final", "footing"),
    "settling": _engine(
        ("review/settle.py", "review/places.py", "review/unseen.py", "review/decisions.py"),
        *("settling", "places", "crowd", "acts", "merging", "plein66", "final", "footing"),
    ),
    "review": _engine(("review",), "settling", "places", "crowd", "comments", "carrying", "merging", "acts", "plein66", "final", "footing"),
}


_NO_ORDER = re.compile(r".*ReplaceComparisonOperator_(Eq|NotEq|Is|IsNot)_(?!NotEq$|Eq$|IsNot$|Is$)")
"""An order asked of what has none: nearly always the same program, since what is equal is also at most and at least as large."""


def mutants(room: Room) -> list[MutationSpec]:
    """Every change there is to make in a room, those of annotations aside, which nobody runs, and those that ask for another kind of sameness."""
    found: list[MutationSpec] = []
    for path in room.code:
        for file in sorted((TOP / path).rglob("*.py")) if (TOP / path).is_dir() else [TOP / path]:
            idle = list(_annotations(ast.parse(file.read_text(encoding="utf-8"))))
            with use_db(":memory:") as plan:
                init([file], plan, {})
                changes = [change for item in plan.work_items for change in item.mutations]
            inside = [change for change in changes if not any(start <= change.start_pos < end for start, end in idle)]
            found += [change for change in inside if not _NO_ORDER.match(change.operator_name)]
    return found


def _annotations(tree: ast.AST) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where annotations begin and end, as (line from 1, column from 0)."""
    for node in ast.walk(tree):
        for part in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if isinstance(part, ast.expr) and part.end_lineno is not None and part.end_col_offset is not None:
                yield (part.lineno, part.col_offset), (part.end_lineno, part.end_col_offset)


def copied(folder: Path) -> Path:
    """A copy of what git knows of this checkout, as it stands."""
    known = subprocess.run(["git", "ls-files", "-z"], cwd=TOP, check=True, capture_output=True).stdout
    archive = subprocess.Popen(["tar", "-c", "--null", "-T", "-"], cwd=TOP, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    unpack = subprocess.Popen(["tar", "-x", "-C", folder], stdin=archive.stdout)
    assert archive.stdin is not None
    archive.stdin.write(known)
    archive.stdin.close()
    if archive.wait() or unpack.wait():
        raise SystemExit("the checkout could not be copied")
    return folder


def command(folder: Path, room: Room) -> str:
    """The tests of a room, run in a copy."""
    words = [sys.executable, "-m", "pytest", "-x", "-q", "-n0", "-p", "no:cacheprovider", "--hypothesis-profile=thorough", *room.tests]
    inside = f"cd {shlex.quote(str(folder))} && PLEIN_TEST_POSTGRES=off PYTHONPATH={shlex.quote(str(folder))} exec {shlex.join(words)}"
    return shlex.join(["sh", "-c", inside])


def tried(room: Room, changes: list[MutationSpec], copies: list[Path]) -> tuple[Counter[str], list[str], float]:
    """How many changes came out how, the diffs nobody noticed, and the seconds the tests take on code that is right."""
    began = time.perf_counter()
    whole = subprocess.run(shlex.split(command(copies[0], room)), capture_output=True, text=True)
    took = time.perf_counter() - began
    if whole.returncode:
        raise SystemExit(f"the tests fail before anything is changed:\n{whole.stdout[-2000:]}")
    free: Queue[Path] = Queue()
    for copy in copies:
        free.put(copy)

    def one(change: MutationSpec) -> tuple[str, str]:
        copy = free.get()
        try:
            here = MutationSpec(
                module_path=copy / change.module_path.relative_to(TOP),
                operator_name=change.operator_name,
                operator_args=change.operator_args,
                occurrence=change.occurrence,
                start_pos=change.start_pos,
                end_pos=change.end_pos,
                definition_name=change.definition_name,
            )
            result = mutate_and_test([here], command(copy, room), 60 + 4 * took)
        finally:
            free.put(copy)
        if result.worker_outcome != WorkerOutcome.NORMAL or result.test_outcome == TestOutcome.INCOMPETENT:
            return "not run", ""
        survived = result.test_outcome == TestOutcome.SURVIVED
        return ("survived", (result.diff or "").replace(f"{copy}/", "")) if survived else ("noticed", "")

    with ThreadPoolExecutor(len(copies)) as pool:
        results = list(pool.map(one, changes))
    return Counter(how for how, _ in results), [diff for _, diff in results if diff], took


def main() -> None:
    """Print a table of rooms, and what survived in each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=f"of {', '.join(ROOMS)}; all if none is named")
    parser.add_argument("--sample", type=int, metavar="N", help="try N of the changes in each room, drawn by --seed; else all")
    parser.add_argument("--seed", type=int, default=0, help="another draw (default 0)")
    given = parser.parse_args()
    if unknown := set(given.rooms) - set(ROOMS):
        parser.error(f"no room {', '.join(sorted(unknown))}; there are {', '.join(ROOMS)}")
    logging.disable(logging.CRITICAL)  # cosmic-ray tells every change that a test noticed
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        copies = [Path(folder, str(number)) for number in range(cpu_count() or 1)]
        for copy in copies:
            copy.mkdir()
            copied(copy)
        for name in given.rooms or ROOMS:
            every = mutants(ROOMS[name])
            drawn = every if given.sample is None else random.Random(given.seed).sample(every, min(given.sample, len(every)))
            how, survivors, took = tried(ROOMS[name], drawn, copies)
            for diff in survivors:
                print(diff, end="\n\n", flush=True)
            ran = how["noticed"] + how["survived"]
            share = f"{100 * how['noticed'] / ran:.0f} %" if ran else "–"
            rows.append([name, f"{len(every):,}", str(ran), str(how["noticed"]), str(how["survived"]), share, f"{took:.0f} s"])
    table("Changes that the tests notice", ("room", "to make", "tried", "noticed", "survived", "share", "its tests take"), rows)


if __name__ == "__main__":
    main()
