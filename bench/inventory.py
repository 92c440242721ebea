"""How long a large inventory takes: taking in outside talk, reading it, and ranking candidates. Beside it the naive way: counting likes.

    python bench/inventory.py

Everything is invented and seeded: each contribution has some forty words, half of them answer another, and ten people stand behind each. Times
are processor time, the best of three, on SQLite in a temporary folder. Growth is what doubling contributions and people does to the time.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from plein import Outside, Plein
from plein.organisation import Weights
from plein.workflow.candidates import Contribution, rank

SIZES = (500, 1_000, 2_000, 4_000)
GOAL = 2.3


def main() -> None:
    """Print the table."""
    print(
        f"{'contributions':>14} {'people':>7} {'import':>9} {'read':>9} {'rank':>9} {'naive':>9} {'rank/naive':>11}   growth: import read rank"
    )
    before: tuple[float, ...] | None = None
    for size in SIZES:
        found = _measure(size)
        ratio = found[2] / found[3]
        grown = "" if before is None else " ".join(f"{now / was:.2f}x" for now, was in zip(found[:3], before[:3], strict=True))
        shown = " ".join(f"{1000 * one:7.1f}ms" for one in found)
        print(f"{size:>14,} {size // 4:>7,} {shown} {ratio:>10.0f}x   {grown}")
        before = found
    print(f"goal: doubling never more than {GOAL} times the time")


def _measure(size: int) -> tuple[float, float, float, float]:
    said = _said(size)
    with tempfile.TemporaryDirectory() as folder, Plein(Path(folder) / "plein.db") as plein:
        plein.upgrade()
        anna = plein.acting_as("anna")
        anna.cycles.new("homes", title="Homes", question="How do we want to live here?")
        anna.cycle("homes").move("inventory")
        items = [Outside(one.text, one.author) for one in said]
        imported = _once(lambda: anna.cycle("homes").inventory.import_(items))
        read = _best(lambda: anna.cycle("homes").inventory.list())
    ranked = _best(lambda: rank(said, {}, question="How do we want to live here?", weights=Weights()))
    return imported, read, ranked, _best(lambda: _likes(said))


def _said(size: int) -> list[Contribution]:
    dice = random.Random(1)
    words = ["".join(dice.choices("abdeghiklmnoprstuvw", k=dice.randint(3, 9))) for _ in range(5_000)]
    weights = [1 / (place + 3) for place in range(len(words))]
    people = [f"person-{number}" for number in range(size // 4)]
    return [
        Contribution(
            number,
            people[number * 7 % len(people)],
            " ".join(dice.choices(words, weights, k=40)),
            reply_to=dice.randrange(1, number) if number > 1 and dice.random() < 0.5 else None,
            supporters=frozenset(dice.sample(people, 10)),
        )
        for number in range(1, size + 1)
    ]


def _likes(said: list[Contribution]) -> list[tuple[str, int]]:
    """The naive way: whoever has most likes comes first."""
    sums: Counter[str] = Counter()
    for one in said:
        sums[one.author] += len(one.supporters)
    return sums.most_common()


def _best(do: Callable[[], Any]) -> float:
    return min(_once(do) for _ in range(3))


def _once(do: Callable[[], Any]) -> float:
    began = time.process_time()
    do()
    return time.process_time() - began


if __name__ == "__main__":
    main()
