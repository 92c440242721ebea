"""How fast the text core is on many suggestions, beside ``git merge-file`` and diff-match-patch on the same texts in the same run.

    python bench/merge.py            # everything: some minutes
    python bench/merge.py --quick    # under a minute

Texts are invented (a made-up language with Zipf's frequencies, headings, paragraphs, lists), seeded, the same in every run. A suggestion
replaces, adds or deletes a word or some words, now and then a paragraph; one in ten is identical to an earlier one, and one in ten is about a
place that many write about. Times are processor time, the best of several runs; memory is measured apart, because measuring it is slow.
The rivals cannot take a set: they take one suggestion after the other, each onto the result so far. Where all would take too long they get
the first few, and their row says how many; ratios compare the time per suggestion, for git with the start of its process.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import re
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from plein.documents import Edit, apply, diff, merge, merge_step, rebase_all, trace

Suggestions = dict[int, tuple[Edit, ...]]
GROWTH = 2.3
missed: list[str] = []


def prose(size: int, seed: int = 1) -> str:
    """A text of about *size* characters."""
    dice = random.Random(seed)
    syllables = [consonant + vowel for consonant in "bdfghklmnprstvwz" for vowel in ("a", "e", "i", "o", "u", "ee", "aan")]
    words = ["".join(dice.choices(syllables, k=dice.choice((1, 2, 2, 3, 4)))) for _ in range(9_000)]
    weights = [1 / (rank + 3) for rank in range(len(words))]
    blocks: list[str] = []
    long = 0
    while long < size:
        kind = dice.random()
        drawn = iter(dice.choices(words, weights, k=200))
        if kind < 0.07:
            block = "## " + _sentence(dice, drawn, 7)[:-1]
        elif kind < 0.2:
            block = "\n".join("- " + _sentence(dice, drawn, 10) for _ in range(dice.randint(2, 5)))
        else:
            block = " ".join(_sentence(dice, drawn, 20) for _ in range(dice.randint(2, 7)))
        blocks.append(block)
        long += len(block) + 2
    return "\n\n".join(blocks) + "\n"


def _sentence(dice: random.Random, drawn: Iterator[str], most: int) -> str:
    return " ".join(next(drawn) for _ in range(dice.randint(5, most))).capitalize() + "."


def crowd(base: str, count: int, seed: int = 2) -> Suggestions:
    """What *count* people suggest, one place each."""
    dice = random.Random(seed)
    words = [found.span() for found in re.finditer(r"\w+", base)]
    breaks = [found.end() for found in re.finditer("\n\n", base)]
    busy = dice.sample(range(len(words)), max(count // 60, 1))
    suggestions: Suggestions = {}
    for number in range(count):
        chance = dice.random()
        if chance < 0.1 and number:
            suggestions[number] = suggestions[dice.randrange(number)]
            continue
        at = dice.choice(busy) if chance < 0.2 else dice.randrange(len(words))
        (start, end), last = words[at], words[min(at + dice.randint(0, 4), len(words) - 1)][1]
        kind = dice.random()
        if kind < 0.45:
            edit = Edit(start, end, f"new{number}")
        elif kind < 0.6:
            edit = Edit(start, last, f"some other words {number}")
        elif kind < 0.8:
            edit = Edit(end, end, f" and{number} more")
        elif kind < 0.93 and start:
            edit = Edit(start - 1, end, "")
        else:
            point = dice.choice(breaks)
            edit = Edit(point, point, f"A paragraph that number {number} thinks is missing here.\n\n")
        suggestions[number] = (edit,)
    return suggestions


def edited(base: str, count: int, seed: int = 3) -> str:
    """A whole text in which somebody changed *count* words, far from each other."""
    dice = random.Random(seed)
    words = [found.span() for found in re.finditer(r"\w+", base)]
    step = len(words) // count
    return apply(base, [Edit(*words[n * step + dice.randrange(max(step - 2, 1))], f"changed{n}") for n in range(count)])


def clocked(act: Callable[[], Any], most: float = 1.0, least: int = 3) -> float:
    """Seconds of processor time, the best of at least *least* runs, going on for *most* seconds."""
    best, spent, runs = float("inf"), 0.0, 0
    while runs < least or (spent < most and runs < 200):
        began = time.process_time()
        act()
        took = time.process_time() - began
        best, spent, runs = min(best, took), spent + took, runs + 1
        if took > 3:
            break
    return best


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


def git_one_by_one(base: str, texts: Sequence[str]) -> tuple[float, int]:
    """Seconds of processor time and refusals of taking whole texts in with ``git merge-file``, one after the other."""
    refused = 0
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("ours", "base", "theirs")]
        paths[1].write_text(base)
        current, spent = base, 0.0
        for text in texts:
            paths[0].write_text(current)
            paths[2].write_text(text)
            began = os.times()
            done = subprocess.run(["git", "merge-file", "-p", "-q", *map(str, paths)], capture_output=True, text=True)
            ended = os.times()
            spent += ended.children_user - began.children_user + ended.children_system - began.children_system
            if done.returncode:
                refused += 1
            else:
                current = done.stdout
    return spent, refused


def patches_one_by_one(base: str, texts: Sequence[str]) -> tuple[float, float, int]:
    """Seconds for making the patches, seconds for ``patch_apply`` one after the other, and how many were refused."""
    from diff_match_patch import diff_match_patch

    tool = diff_match_patch()
    tool.Diff_Timeout = 0
    began = time.process_time()
    patches = [tool.patch_make(base, text) for text in texts]
    made = time.process_time() - began
    current, refused = base, 0
    began = time.process_time()
    for patch in patches:
        result, ok = tool.patch_apply(patch, current)
        if all(ok):
            current = result
        else:
            refused += 1
    return made, time.process_time() - began, refused


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
            suggestions = crowd(base, count)
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
        adopted = crowd(base, 300, seed=7)
        for count in counts:
            suggestions = crowd(base, count)
            said = []

            def act(base: str = base, those: Suggestions = suggestions) -> dict[int, Any]:
                nonlocal adopted
                adopted = {**adopted, -1: (Edit(0, 0, f"# {random.random()}\n\n"),)}  # a version nobody has seen: nothing is remembered
                return rebase_all(base, merge(base, adopted).text, those)

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
            step = merge_step(base, crowd(base, count))
            took = clocked(lambda base=base, step=step: trace(base, 0, [step]), 0.3, 2)
            rows.append([f"{size:,}", f"{count:,}", shown(took), f"{len(trace(base, 0, [step])):,}"])
    table("Tracing every word of the merged text (blame)", ("T", "N", "`trace`", "runs"), rows)


def doubling(quick: bool) -> None:
    """What twice as many suggestions, or twice as long a text, cost."""
    rows = []
    pairs = [(440_000, 5_000, 440_000, 10_000), (440_000, 10_000, 440_000, 20_000), (440_000, 10_000, 880_000, 10_000)]
    if not quick:
        pairs += [(2_000_000, 15_000, 2_000_000, 30_000), (1_000_000, 10_000, 2_000_000, 10_000)]
    for size, count, size2, count2 in pairs:
        one, two = prose(size), prose(size2)
        mine, theirs = crowd(one, count), crowd(two, count2)
        # In turns, because a busy machine slows down whichever happens to run.
        small, large = [], []
        for _ in range(7):
            small.append(clocked(lambda base=one, those=mine: merge(base, those), 0, 1))
            large.append(clocked(lambda base=two, those=theirs: merge(base, those), 0, 1))
        growth = min(large) / min(small)
        what = f"{size:,} / {count:,} → {size2:,} / {count2:,}"
        rows.append(["`merge`", what, f"{shown(min(small))} → {shown(min(large))}", f"{growth:.2f}×", verdict(what, growth, GROWTH)])
    for size in (220_000, 440_000) if quick else (220_000, 440_000, 1_000_000):
        one, two = prose(size), prose(2 * size)
        growth = clocked(lambda base=two, text=edited(two, 50): diff(base, text), 0.3) / clocked(
            lambda base=one, text=edited(one, 50): diff(base, text),
            0.3,
        )
        what = f"diff, 50 changes, {size:,} → {2 * size:,}"
        rows.append(["`diff`, 50 changes", f"{size:,} → {2 * size:,}", "", f"{growth:.2f}×", verdict(what, growth, GROWTH)])
    table("Growth when T or N doubles (goal: at most 2.3×)", ("", "T / N", "time", "growth", ""), rows)


def memory(counts: Sequence[int]) -> None:
    """How much is allocated beside what the caller holds."""
    base = prose(440_000)
    rows = []
    for count in counts:
        suggestions = crowd(base, count)
        top = peak(lambda those=suggestions: merge(base, those))
        rows.append([f"`merge`, {count:,} suggestions", f"{top / 1e6:,.1f} MB"])
    text = edited(base, 50)
    rows.append(["`diff`, 50 changes", f"{peak(lambda: diff(base, text)) / 1e6:,.1f} MB"])
    many = crowd(base, counts[-1])
    rows.append([f"`rebase_all`, {counts[-1]:,} suggestions", f"{peak(lambda: rebase_all(base, text, many)) / 1e6:,.1f} MB"])
    table("Memory at most, in a text of 440,000 characters", ("", "peak"), rows)


def hostile(quick: bool) -> None:
    """Input by somebody who wants the machine to stop."""
    n = 20_000 if quick else 100_000
    million = 200_000 if quick else 1_000_000
    one, two = prose(million, 11), prose(million, 12)
    line = prose(million, 13).replace("\n", " ").strip() + "\n"
    other = edited(line, 200, 14)
    words = "word " * n
    long = prose(440_000, 15)
    blocks = [found.span() for found in re.finditer(r"[^\n]{40,}\n", long)]
    taken = _moves(long, blocks, n // 10)
    cases: list[tuple[str, Callable[[], Any]]] = [
        (f"`diff` of two unrelated texts of {million:,} characters", lambda: diff(one, two)),
        (f"`diff` of {n:,} equal letters and half of them", lambda: diff("a" * n + "\n", "a" * (n // 2) + "\n")),
        (f"`diff` of {n:,} equal lines, one in three followed by another", lambda: diff("a\n" * n, "a\nb\n" * (n // 3))),
        (f"`diff` of one line of {million:,} characters, 200 changes", lambda: diff(line, other)),
        (f"`merge` of {n:,} suggestions on one word", lambda: merge(words, {k: [Edit(0, 4, f"w{k}")] for k in range(n)})),
        (
            f"`merge` of {n:,} suggestions, each overlapping thousands",
            lambda: merge(words, {k: [Edit(k, k + 4_000, f"w{k}")] for k in range(n)}),
        ),
        (f"`merge` of {n:,} insertions at one place", lambda: merge(words, {k: [Edit(5, 5, f"w{k} ")] for k in range(n)})),
        (f"`merge` of {n // 10:,} moves of paragraphs, to one place", lambda: merge(long, taken)),
        (f"`rebase_all` of {n // 10:,} suggestions onto an unrelated text", lambda: rebase_all(long, two, crowd(long, n // 10))),
    ]
    rows = []
    for what, act in cases:
        began = time.process_time()
        first = act()
        took = time.process_time() - began
        again = "the same again" if took > 1.5 or act() == first else "DIFFERENT"
        rows.append([what, shown(took), verdict(what, took, 5.0), again if took <= 1.5 else ""])
    table("Hostile input (goal: at most 5 s, deterministic)", ("", "time", "", "second run"), rows)


def _moves(base: str, blocks: Sequence[tuple[int, int]], count: int) -> dict[int, list[Edit]]:
    """Each moves one paragraph, or a run of many, to the end."""
    dice = random.Random(5)
    found = {}
    for number in range(count):
        first = dice.randrange(len(blocks))
        start, end = blocks[first][0], blocks[min(first + number % 3 * 50, len(blocks) - 1)][1]
        found[number] = [Edit(start, end, ""), Edit(len(base), len(base), "\n" + base[start:end])]
    return found


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
    doubling(quick)
    memory(counts)
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
