"""An evening of deciding at the size of a party: what each screen and act costs, in time of the processor, statements and memory.

    python bench/evening.py                              # 1,000 / 5,000 / 15,000 / 30,000 suggestions on 440,000 characters, SQLite
    python bench/evening.py --sizes 30000 100000         # 100,000 are on a million characters
    python bench/evening.py --url postgresql://…         # the same there
    python bench/evening.py --keep FOLDER                # keep the databases there, and use them again

Text and suggestions are invented (``invented.py``) and handed in as whole texts by a host, some thirty places each. Every size runs in a process
of its own, so that its memory is its own. A call that writes is rehearsed (``dry_run``), or works on a copy. The last column is the ratio to
what the text core alone takes for the same in the same run: ``merge`` of all suggestions for what decides, ``crowd`` for the collisions.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from clock import table, verdict
from invented import prose, suggested
from sqlalchemy import event
from sqlalchemy.engine import Engine
from staged import in_review

from plein import Handed, Plein, Seat
from plein.documents import Edit, apply, crowd, merge, paragraph_at, paragraphs

SIZES = (1_000, 5_000, 15_000, 30_000)
EACH = 30
CYCLE = "programme"
GOALS = {
    "the first look after a change": 1.5,
    "the first look inside after a change": 1.5,
    "show one": 0.05,
    "a page of 50": 0.15,
    "a page of 50, from the middle": 0.15,
    "a page of 50 that are undecided": 0.15,
    "a page of 50 that collide": 0.15,
    "one paragraph with its collisions": 0.15,
    "all collisions": 1.5,
    "status and counts": 0.1,
    "settle all that is clean": 3.0,
    "merge": 4.0,
    "publish the version": 4.0,
    "publish decisions": 1.0,
    "blame": 1.5,
    "verify": 4.0,
}
"""Seconds of the processor at 30,000 suggestions; at 100,000 4.5 times as many."""
MEMORY = 250


def texts(base: str, count: int) -> Iterator[str]:
    """Whole texts in which some thirty places each are changed, *count* in all or a few more."""
    left = [edits[0] for edits in suggested(base, count).values()]
    random.Random(7).shuffle(left)
    while left:
        taken: list[Edit] = []
        later: list[Edit] = []
        for at, edit in enumerate(left):
            if len(taken) == EACH:
                later += left[at:]
                break
            near = any(edit.start <= one.end + 400 and one.start <= edit.end + 400 for one in taken)
            (later if near else taken).append(edit)
        left = later
        yield apply(base, sorted(taken))


def prepared(where: str, count: int) -> None:
    """A database with a review in which *count* suggestions came."""
    base = prose(1_000_000 if count > 50_000 else 440_000)
    with Plein(where) as plein:
        cycle = in_review(plein, CYCLE, base)
        base = cycle.draft.show().text
        handed = (Handed(f"person-{number}", text) for number, text in enumerate(texts(base, count), 1))
        began, used = time.time(), time.process_time()
        cycle.suggestions.import_(handed)
        print(f"taken in: {time.process_time() - used:.1f} s of the processor, {time.time() - began:.1f} s", flush=True)


class Counter:
    """Counts the statements that any database was sent."""

    def __init__(self) -> None:
        self.count = 0
        event.listen(Engine, "before_cursor_execute", self._one)

    def _one(self, *_: Any) -> None:
        self.count += 1


@contextmanager
def opened(where: str) -> Iterator[tuple[Seat, Seat, Seat]]:
    with Plein(where) as plein:
        yield plein.acting_as("anna"), plein.acting_as("bea"), plein.acting_as(None)


def measured(counter: Counter, call: Callable[[], Any], runs: int = 3) -> tuple[float, int]:
    """Seconds of the processor, the best of several runs, and statements."""
    best = float("inf")
    for _ in range(runs):
        counter.count, began = 0, time.process_time()
        call()
        took = time.process_time() - began
        best = min(best, took)
        if best > 2:
            break
    return best, counter.count


def one_size(where: str) -> tuple[int, list[tuple[str, float, int, float]], float]:
    """Measure every call on one database: how many suggestions there are; of each call name, seconds, statements, ratio; megabytes at most."""
    found: list[tuple[str, float, int, float]] = []
    counter = Counter()
    with opened(where) as (anna, bea, outsider):
        base = outsider.cycle(CYCLE).draft.show().text
        edits = {number: tuple(Edit(*one) for one in made) for number, made in edits_of(where)}
        total, number = len(edits), sorted(edits)[len(edits) // 2]
        paragraph = paragraph_at(paragraphs(base), edits[number][0].start).number
        core = measured(counter, partial(merge, base, edits))[0]
        sorted_ = measured(counter, partial(crowd, base, edits))[0]
        del edits  # the memory that is measured is what plein takes
        host, drafter, anyone = anna.cycle(CYCLE), bea.cycle(CYCLE), outsider.cycle(CYCLE)
        took, statements = measured(counter, lambda: anyone.suggestions.show(number), 1)
        found.append(("the first look after a change", took, statements, took / core))
        took, statements = measured(counter, lambda: drafter.suggestions.show(number), 1)
        found.append(("the first look inside after a change", took, statements, took / core))
        reads: dict[str, tuple[Callable[[], Any], float]] = {
            "show one": (lambda: anyone.suggestions.show(number), core),
            "a page of 50": (lambda: anyone.suggestions.list(limit=50), core),
            "a page of 50, from the middle": (lambda: anyone.suggestions.list(limit=50, after=number), core),
            "a page of 50 that are undecided": (lambda: drafter.suggestions.list(limit=50, undecided=True), core),
            "a page of 50 that collide": (lambda: anyone.suggestions.list(limit=50, colliding=True), core),
            "one paragraph with its collisions": (lambda: anyone.suggestions.list(paragraph=paragraph), core),
            "all collisions": (lambda: anyone.suggestions.collisions(), sorted_),
            "status and counts": (lambda: drafter.status(), core),
        }
        for name, (call, beside) in reads.items():
            took, statements = measured(counter, call)
            found.append((name, took, statements, took / beside))
        acts: dict[str, Callable[[], Any]] = {
            "settle all that is clean": lambda: drafter.decisions.settle_clean(because="Nobody is against it."),
            "publish decisions": lambda: drafter.decisions.publish(),
            "merge": lambda: drafter.draft.merge(),
            "publish the version": lambda: host.move("drafting", because="Enough came in.") and host.move("review", ask="And now?"),
            "blame": lambda: anyone.draft.blame(),
            "verify": lambda: host.verify(),
        }
        for name, call in acts.items():
            took, statements = measured(counter, call, 1)
            found.append((name, took, statements, took / core))
    return total, found, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def edits_of(where: str) -> Iterator[tuple[int, list[Any]]]:
    """The edits of all suggestions, straight from the table."""
    from sqlmodel import Session, col, create_engine, select

    from plein.store.tables.review import SuggestionRow

    engine = create_engine(where if "://" in where else f"sqlite:///{where}")
    with Session(engine) as session:
        yield from session.execute(select(col(SuggestionRow.number), col(SuggestionRow.edits)).where(~col(SuggestionRow.sweeping)))
    engine.dispose()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--url", help="an empty PostgreSQL database per size: {} in it stands for the size")
    parser.add_argument("--keep", type=Path, help="keep the databases in this folder, and use those that are there")
    given = parser.parse_args()
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors; time of the processor, best of three runs of what reads.")
    start = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        for size in given.sizes:
            where = given.url.format(size) if given.url else str((given.keep or Path(folder)) / f"evening-{size}.db")
            if given.url or not Path(where).exists():
                prepared(where, size)
            if not given.url:
                where = shutil.copy(where, str(Path(folder) / "copy.db"))
            with ProcessPoolExecutor(1, start) as own:
                total, found, memory = own.submit(one_size, where).result()
            times = 4.5 if size > 30_000 else 1.0
            rows = [
                [
                    name,
                    f"{took * 1000:,.0f} ms",
                    f"{statements:,}",
                    f"{ratio:.1f}×",
                    f"≤ {GOALS[name] * times * 1000:,.0f} ms",
                    verdict(f"{name} at {size:,}", took, GOALS[name] * times),
                ]
                for name, took, statements, ratio in found
            ]
            rows.append(
                [
                    "memory of the process",
                    f"{memory:,.0f} MB",
                    "",
                    "",
                    f"≤ {MEMORY * times:,.0f} MB",
                    verdict("memory", memory, MEMORY * times),
                ]
            )
            table(f"{total:,} suggestions", ["", "time", "statements", "beside the core", "goal", ""], rows)


if __name__ == "__main__":
    main()
