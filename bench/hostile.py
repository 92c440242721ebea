"""Input by somebody who wants the machine to stop: every row at most five seconds, and the same result when it comes in another order."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

from clock import shown, table, verdict
from invented import Suggestions, edited, moves, prose, suggested

from plein.documents import Edit, crowd, diff, merge, rebase_all

GOAL = 5.0
Act = Callable[[int], Any]
"""Takes 1 for the order in which suggestions are made, -1 for the other way round."""


def hostile(quick: bool) -> None:
    """Print the table; *quick* with a fifth of the size."""
    n = 20_000 if quick else 100_000
    rows = []
    for what, act in [*_texts(n), *_suggestions(n)]:
        began = time.process_time()
        first = act(1)
        took = time.process_time() - began
        same = "the same again" if act(-1) == first else "DIFFERENT"
        rows.append([what, shown(took), verdict(what, took, GOAL), same])
        if same == "DIFFERENT":
            verdict(f"{what}: twice the same", 1, 0)
    table("Hostile input (goal: at most 5 s, deterministic)", ("", "time", "", "second run, suggestions the other way round"), rows)


def _texts(n: int) -> list[tuple[str, Act]]:
    """Whole texts that are hard to compare."""
    million = 10 * n
    one, two = prose(million, 11), prose(million, 12)
    line = prose(million, 13).replace("\n", " ").strip() + "\n"
    other = edited(line, 200, 14)
    return [
        (f"`diff` of two unrelated texts of {million:,} characters", lambda way: diff(one, two)),
        (f"`diff` of {n:,} equal letters and half of them", lambda way: diff("a" * n + "\n", "a" * (n // 2) + "\n")),
        (f"`diff` of {n:,} equal lines, one in three followed by another", lambda way: diff("a\n" * n, "a\nb\n" * (n // 3))),
        (f"`diff` of one line of {million:,} characters, 200 changes", lambda way: diff(line, other)),
    ]


def _suggestions(n: int) -> list[tuple[str, Act]]:
    """Suggestions of which very many meet."""
    words = "word " * n
    long, new = prose(440_000, 15), prose(10 * n, 12)
    word = next(re.compile(r"\w+").finditer(long, 200_000)).span()
    few = n // 10
    taken, many = moves(long, few), suggested(long, few)
    on_one = [(k, (Edit(*word, f"w{k}"),)) for k in range(n)]
    overlapping = [(k, (Edit(k, k + 4_000, f"w{k}"),)) for k in range(n)]
    inserted = [(k, (Edit(5, 5, f"w{k} "),)) for k in range(n)]

    def turned(those: list[tuple[int, tuple[Edit, ...]]], way: int) -> Suggestions:
        return dict(those[::way])

    return [
        (f"`merge` of {n:,} suggestions on one word", lambda way: merge(long, turned(on_one, way))),
        (f"`crowd` of {n:,} suggestions on one word", lambda way: crowd(long, turned(on_one, way))),
        (f"`merge` of {n:,} suggestions, each overlapping thousands", lambda way: merge(words, turned(overlapping, way))),
        (f"`merge` of {n:,} insertions at one place", lambda way: merge(words, turned(inserted, way))),
        (f"`merge` of {few:,} moves of paragraphs, to one place", lambda way: merge(long, dict(list(taken.items())[::way]))),
        (f"`rebase_all` of {few:,} suggestions onto an unrelated text", lambda way: rebase_all(long, new, turned(list(many.items()), way))),
    ]
