"""The public's last hour: how many a second hand in one suggestion each, beside raw inserts of the same rows, and how long each waits.

    python bench/hour.py                                 # SQLite, 2,000 people
    python bench/hour.py --people 500
    python bench/hour.py --url postgresql://…            # the same there; the database is one to write in, and is emptied of nothing

Everybody is new and quotes one passage of a text of 74,000 characters (``suggestions.add_quote``). Raw is what the database alone takes, in the
same run, for the same four rows (a person, a submission, a suggestion, an entry of the record) and the cycle's row, locked and changed, in one
transaction. Measured are: one process, eight processes, and fifty who come at once, again and again, until everybody has been. At the end
everything that was handed in must be there, and ``verify`` must find nothing.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing.synchronize import Barrier
from pathlib import Path
from uuid import uuid4

from clock import table, verdict
from invented import prose
from sqlalchemy import create_engine, text
from staged import in_review

from plein import Plein

RAW_GOALS = {"sqlite": 0.15, "postgresql": 0.5}
SPREAD, WAIT = 1.7, 0.3
"""Goals: what eight processes do of what one does, and the seconds that 99 of 100 wait at most."""


def prepared(where: str) -> tuple[str, list[str]]:
    """A review on an invented text: its name, and passages of the text that occur once."""
    slug = f"hour-{uuid4().hex[:8]}"
    base = prose(74_000)
    with Plein(where) as plein:
        in_review(plein, slug, base)
    return slug, list(_passages(base))


def _passages(base: str) -> Iterator[str]:
    for line in base.split("\n"):
        words = line.split(" ")
        for at in range(3, len(words) - 6, 4):
            passage = " ".join(words[at : at + 3])
            if base.count(passage) == 1:
                yield passage


def hand_in(where: str, slug: str, passages: Sequence[str], first: int, count: int) -> list[float]:
    """What so many people hand in one after the other, each on one's own: the seconds each waited."""
    waits: list[float] = []
    with Plein(where) as plein:
        for number in range(first, first + count):
            began = time.perf_counter()
            passage = passages[number % len(passages)]
            plein.acting_as(f"person {slug} {number}").cycle(slug).suggestions.add_quote(
                passage, f"{passage} {number}", why=f"Because of {number}."
            )
            waits.append(time.perf_counter() - began)
    return waits


def raw(where: str, slug: str, count: int) -> float:
    """Seconds that the database alone takes for the same rows."""
    engine = create_engine(
        where if "://" in where else f"sqlite:///{where}", isolation_level="AUTOCOMMIT" if "://" not in where else "READ COMMITTED"
    )
    with engine.connect() as connection:
        sqlite = engine.dialect.name == "sqlite"
        if sqlite:
            connection.exec_driver_sql("PRAGMA synchronous=NORMAL")
        connection.execute(text("CREATE TABLE raw_cycle (id INTEGER PRIMARY KEY, slug TEXT, revision INTEGER, head TEXT)"))
        rows = ("person", "submission", "suggestion", "entry")
        for name in rows:
            connection.execute(text(f"CREATE TABLE raw_{name} (id INTEGER PRIMARY KEY, number INTEGER, one TEXT, two TEXT, three TEXT)"))
        connection.execute(text("INSERT INTO raw_cycle VALUES (1, :slug, 0, '')"), {"slug": slug})
        if not sqlite:
            connection.commit()
        began = time.perf_counter()
        for number in range(count):
            if sqlite:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            lock = "" if sqlite else " FOR UPDATE"
            connection.execute(text(f"SELECT revision, head FROM raw_cycle WHERE id = 1{lock}")).one()
            for name in rows:
                connection.execute(
                    text(f"INSERT INTO raw_{name} VALUES (:id, :id, :one, :two, :three)"),
                    {"id": number, "one": f"person {number}", "two": "x" * 200, "three": "y" * 300},
                )
            connection.execute(text("UPDATE raw_cycle SET revision = :number, head = :head"), {"number": number, "head": "z" * 64})
            connection.exec_driver_sql("COMMIT") if sqlite else connection.commit()
        took = time.perf_counter() - began
        for name in ("cycle", *rows):
            connection.execute(text(f"DROP TABLE raw_{name}"))
        if not sqlite:
            connection.commit()
    engine.dispose()
    return took


def _work(rounds: int) -> None:
    """Something that takes the processor and nothing that others share."""
    for turn in range(rounds):
        json.dumps({f"key {key}": key * turn for key in range(40)}, sort_keys=True)


def _machine(pool: ProcessPoolExecutor, rounds: int = 20_000) -> float:
    """What eight processes that share nothing do of what one does here: two cores are seldom twice one."""
    began = time.perf_counter()
    pool.submit(_work, rounds).result()
    one = time.perf_counter() - began
    began = time.perf_counter()
    [found.result() for found in [pool.submit(_work, rounds) for _ in range(8)]]
    return 8 * one / (time.perf_counter() - began)


def _ready(ready: Barrier, where: str, slug: str) -> None:
    """Let a process have imported and opened everything before anything is measured."""
    with Plein(where) as plein:
        plein.acting_as(None).cycles.list()
        plein.acting_as(None).cycle(slug).suggestions.list(limit=1)
    ready.wait()


def _spread(pool: ProcessPoolExecutor, where: str, slug: str, passages: Sequence[str], first: int, each: int) -> tuple[float, list[float]]:
    began = time.perf_counter()
    found = [pool.submit(hand_in, where, slug, passages, first + turn * each, each) for turn in range(8)]
    waits = [wait for one in found for wait in one.result()]
    return time.perf_counter() - began, waits


def _at_once(where: str, slug: str, passages: Sequence[str], first: int, people: int, clients: int = 50) -> list[float]:
    """What people wait of whom so many come at once, on one server of that many threads."""
    with Plein(where) as plein, ThreadPoolExecutor(clients) as pool:

        def one(number: int) -> float:
            began = time.perf_counter()
            passage = passages[number % len(passages)]
            plein.acting_as(f"person {slug} {number}").cycle(slug).suggestions.add_quote(passage, f"{passage} {number}", why="Because.")
            return time.perf_counter() - began

        return list(pool.map(one, range(first, first + people)))


def _whole(where: str, slug: str, people: int) -> bool:
    with Plein(where) as plein:
        cycle = plein.acting_as("anna").cycle(slug)
        total = cycle.suggestions.list(limit=1).total
        problems = cycle.verify().damage
        print(f"{total} of {people} are there; verify finds {len(problems)}")
        return total == people and not problems


def run(where: str, people: int) -> bool:
    kind = "postgresql" if "postgresql" in where else "sqlite"
    slug, passages = prepared(where)
    alone = raw(where, slug, people)
    began, used = time.perf_counter(), time.process_time()
    waits = hand_in(where, slug, passages, 0, people)
    took, used = time.perf_counter() - began, time.process_time() - used
    one, of_raw = people / took, alone / took
    each = people // 8
    many = multiprocessing.get_context("spawn")
    ready = many.Barrier(9)
    with ProcessPoolExecutor(8, mp_context=many, initializer=_ready, initargs=(ready, where, slug)) as pool:
        warm = [pool.submit(abs, 0) for _ in range(8)]
        ready.wait()
        [one.result() for one in warm]
        machine = _machine(pool)
        spread, waits8 = _spread(pool, where, slug, passages, people, each)
    eight = 8 * each / spread
    waits50 = _at_once(where, slug, passages, people + 8 * each, people)
    rows = [
        ("raw", f"{people / alone:,.0f} a second", "", ""),
        (
            "one process",
            f"{one:,.0f} a second",
            f"{of_raw:.2f} of raw; {used / people * 1000:.1f} ms of the processor each",
            verdict("one process", -of_raw, -RAW_GOALS[kind]),
        ),
        ("", f"99 of 100 wait {_of_100(waits, 99):.3f} s", "", ""),
        ("the machine", "", f"eight that share nothing do {machine:.2f} of one", ""),
        ("eight processes", f"{eight:,.0f} a second", f"{eight / one:.2f} of one", verdict("eight processes", -eight / one, -SPREAD)),
        ("", f"99 of 100 wait {_of_100(waits8, 99):.3f} s, the longest {max(waits8):.2f} s", "", ""),
        (
            "fifty at once",
            f"99 of 100 wait {_of_100(waits50, 99):.3f} s",
            f"the longest {max(waits50):.2f} s",
            verdict("fifty at once", _of_100(waits50, 99), WAIT),
        ),
    ]
    table(f"The last hour on {kind}, {people:,} people", ("", "", "", ""), rows)
    return _whole(where, slug, people + 8 * each + people)


def _of_100(waits: Sequence[float], share: int) -> float:
    return sorted(waits)[min(len(waits) * share // 100, len(waits) - 1)]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--people", type=int, default=2_000)
    asked.add_argument("--url")
    wanted = asked.parse_args()
    folder = tempfile.mkdtemp()
    try:
        sys.exit(0 if run(wanted.url or str(Path(folder) / "hour.db"), wanted.people) else 1)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
