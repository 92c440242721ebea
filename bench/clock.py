"""How the bench measures and prints: processor time, the best of several runs; memory apart, because measuring it is slow.

What the bench itself holds is kept out of Python's garbage collector, which else goes through it again and again at the cost of what is measured.
"""

from __future__ import annotations

import gc
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from statistics import median
from typing import Any

missed: list[str] = []


def clocked(act: Callable[[], Any], most: float = 1.0, least: int = 3) -> float:
    """Seconds of processor time, the best of at least *least* runs, going on for *most* seconds."""
    best, spent, runs = float("inf"), 0.0, 0
    gc.collect()
    gc.freeze()
    while runs < least or (spent < most and runs < 200):
        began = time.process_time()
        act()
        took = time.process_time() - began
        best, spent, runs = min(best, took), spent + took, runs + 1
        if took > 3:
            break
    gc.unfreeze()
    return best


def in_turns(one: Callable[[], Any], two: Callable[[], Any], most: float = 6.0, rounds: int = 40) -> tuple[float, float, float]:
    """Seconds of both, the best of many runs in turns (for *most* seconds), and how many times as long the second takes.

    That is the median of neighbouring runs: where a machine is now slow, now quick, the best of each may have met different moments.
    """
    times: list[tuple[float, float]] = []
    while len(times) < 3 or (len(times) < rounds and sum(map(sum, times)) < most):
        times.append((clocked(one, 0, 1), clocked(two, 0, 1)))
    return min(first for first, _ in times), min(second for _, second in times), median(second / first for first, second in times)


def peak(act: Callable[[], Any]) -> int:
    """Bytes allocated at most while it runs, its result included."""
    tracemalloc.start()
    try:
        kept = act()
        top = tracemalloc.get_traced_memory()[1]
        del kept
        return top
    finally:
        tracemalloc.stop()


def shown(seconds: float) -> str:
    return f"{seconds * 1000:,.2f} ms" if seconds < 0.1 else f"{seconds * 1000:,.0f} ms" if seconds < 10 else f"{seconds:,.0f} s"


def verdict(what: str, value: float, goal: float) -> str:
    """Whether a goal was met; remembered if not."""
    if value <= goal:
        return "goal met"
    missed.append(what)
    return "goal MISSED"


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print one table as Markdown."""
    print(f"\n### {title}\n")
    for row in (head, ["---"] * len(head), *rows):
        print("| " + " | ".join(row) + " |")
    sys.stdout.flush()
