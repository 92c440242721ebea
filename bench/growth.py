"""What twice as many suggestions, or twice as long a text, cost: each pair measured in turns, with the size of the answer beside it.

Suggestions spread at random over one text meet the more often the more there are: twice as many collide up to four times as often, and no
program can list that in twice the time. So the goal is for what keeps the answer in proportion: N doubles while everybody writes about another
word; T doubles; N and T double together, so that as many meet on every page. N alone at random is shown too, without a goal.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import count
from typing import Any

from clock import in_turns, shown, table, verdict
from invented import Suggestions, apart, edited, prose, suggested

from plein.documents import Merge, crowd, diff, merge, merge_step, rebase_all, trace

GOAL = 2.3
Act = Callable[[], Any]
Maker = Callable[[str, Suggestions], tuple[Act, int]]
"""Makes what is to be measured, and says how large its answer is."""


def growth(quick: bool) -> None:
    """Print the table."""
    rows = []
    for size in (220_000,) if quick else (25_000, 220_000, 440_000, 1_000_000):
        acts = []
        for base in (prose(size), prose(2 * size)):
            text = edited(base, 50)
            acts.append(((lambda base=base, text=text: diff(base, text)), len(diff(base, text))))
        rows.append(_row("`diff`, 50 changes", f"T {size:,} → {2 * size:,}", *acts, quick=quick))
    for name, maker in (("`merge`", _merge), ("`rebase_all`", _rebase), ("`crowd`", _crowd), ("`trace` (blame)", _trace)):
        for what, one, two, judged in _pairs(quick):
            rows.append(_row(name, what, maker(*one), maker(*two), quick=quick, judged=judged))
    table("Growth when N or T doubles (goal: at most 2.3×)", ("", "what doubles", "time", "growth", "answer", ""), rows)


def _pairs(quick: bool) -> Iterator[tuple[str, tuple[str, Suggestions], tuple[str, Suggestions], bool]]:
    """What doubles, the smaller and the larger, and whether the goal is for it."""
    for size, number in ((440_000, 5_000),) if quick else ((50_000, 500), (440_000, 5_000), (440_000, 10_000), (1_000_000, 15_000)):
        one, two = prose(size), prose(2 * size)
        few, many = suggested(one, number), suggested(one, 2 * number)
        sizes = f"N {number:,} → {2 * number:,}"
        yield f"{sizes}, T {size:,}, all apart", (one, apart(one, number)), (one, apart(one, 2 * number)), True
        yield f"N {number:,}, T {size:,} → {2 * size:,}", (one, few), (two, suggested(two, number)), True
        yield f"{sizes} and T {size:,} → {2 * size:,}", (one, few), (two, suggested(two, 2 * number)), True
        yield f"{sizes}, T {size:,}, at random", (one, few), (one, many), False


def _row(name: str, what: str, small: tuple[Act, int], large: tuple[Act, int], *, quick: bool, judged: bool = True) -> list[str]:
    one, two, times = in_turns(small[0], large[0], 2.5 if quick else 6)
    said = verdict(f"{name} {what}", times, GOAL) if judged else "no goal: more meet"
    return [name, what, f"{shown(one)} → {shown(two)}", f"{times:.2f}×", f"{small[1]:,} → {large[1]:,}", said]


def _named(keys: Iterable[tuple[Hashable, ...]]) -> int:
    return sum(map(len, keys))


def _merge(base: str, those: Suggestions) -> tuple[Act, int]:
    """The answer: everybody named in a collision or as near."""
    found: Merge[int] = merge(base, those)
    return (lambda: merge(base, those)), _named(one.suggestions for one in (*found.collisions, *found.near))


def _rebase(base: str, those: Suggestions) -> tuple[Act, int]:
    version, turn = merge(base, suggested(base, 300, seed=7)).text, count()
    # Always a version that nobody has seen, so that nothing is remembered.
    return (lambda: rebase_all(base, f"# {next(turn)}\n\n{version}", those)), len(those)


def _crowd(base: str, those: Suggestions) -> tuple[Act, int]:
    """The answer: alternatives on screens."""
    return (lambda: crowd(base, those)), sum(len(screen.alternatives) for screen in crowd(base, those).screens)


def _trace(base: str, those: Suggestions) -> tuple[Act, int]:
    step = merge_step(base, those)
    return (lambda: trace(base, 0, [step])), len(trace(base, 0, [step]))
