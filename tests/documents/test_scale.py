"""Thousands of suggestions stay cheap. Measured exactly by ``bench/merge.py``; here only so wide that a busy machine is no failure."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest

from plein.documents import Edit, apply, diff, merge, rebase, rebase_all

TEXT = "\n\n".join(" ".join(f"word{n}x{k}" for k in range(12)) + "." for n in range(3_000)) + "\n"


def _crowd(count: int, seed: int = 1) -> dict[int, tuple[Edit, ...]]:
    dice = random.Random(seed)
    found: dict[int, tuple[Edit, ...]] = {}
    for number in range(count):
        word = f"word{dice.randrange(3_000)}x{dice.randrange(12)}"
        start = TEXT.index(word + " ") if word + " " in TEXT else TEXT.index(word + ".")
        found[number] = (Edit(start, start + len(word), f"new{number}"),)
    return found


CROWD = _crowd(3_000)


def _seconds(act: Callable[[], object]) -> float:
    began = time.process_time()
    act()
    return time.process_time() - began


def test_thousands_of_suggestions_merge_at_once() -> None:
    """The goal is 60 ms for 10,000; a merge that looked at every pair would take minutes."""
    assert _seconds(lambda: merge(TEXT, CROWD)) < 1


def test_thousands_are_carried_at_once() -> None:
    """A group must be able to publish a next version while people watch."""
    new = merge(TEXT, _crowd(200, 2)).text
    assert _seconds(lambda: rebase_all(TEXT, new, CROWD)) < 5


def test_carrying_all_at_once_is_carrying_each() -> None:
    """The bulk form saves work and decides nothing."""
    adopted = _crowd(200, 2)
    new = merge(TEXT, adopted).text
    some = dict(list(CROWD.items())[:200])
    change = [edit for key in merge(TEXT, adopted).applied for edit in adopted[key]]

    assert rebase_all(TEXT, new, some) == {key: rebase(edits, TEXT, new) for key, edits in some.items()}
    change = sorted(set(change))
    assert rebase_all(TEXT, new, some, change=change) == {key: rebase(edits, TEXT, new, change=change) for key, edits in some.items()}


def test_one_change_of_a_long_text_is_found_at_once() -> None:
    """People hand in the whole text for the sake of one word."""
    new = TEXT.replace("word1500x5", "another")
    assert apply(TEXT, diff(TEXT, new)) == new
    assert _seconds(lambda: [diff(TEXT, new) for _ in range(50)]) < 2


LINES = [(TEXT.index(f"word{n}x0 "), TEXT.index(f"word{n}x11.") + len(f"word{n}x11.") + 2) for n in range(1_000)]


@pytest.mark.parametrize("to", ["one place", "many places"])
def test_a_thousand_moves_cost_little(to: str) -> None:
    """A crowd that sorts a list anew must not stop the others."""
    end = len(TEXT)
    crowd = {
        n: [
            Edit(start, stop, ""),
            Edit(end if to == "one place" else LINES[-1 - n][1], end if to == "one place" else LINES[-1 - n][1], TEXT[start:stop]),
        ]
        for n, (start, stop) in enumerate(LINES[:400])
    }
    words = {-1 - n: [Edit(start, start + 4, "Word")] for n, (start, _) in enumerate(LINES)}
    result: list[object] = []

    assert _seconds(lambda: result.append(merge(TEXT, {**crowd, **words}))) < 3
    assert result == [merge(TEXT, {**words, **crowd})]


def test_everybody_against_a_text_written_anew() -> None:
    """When the group begins again, thousands of open suggestions must still be told so."""
    new = "\n\n".join(f"Something else number {n} altogether." for n in range(2_000)) + "\n"
    found: dict[int, object] = {}
    assert _seconds(lambda: found.update(rebase_all(TEXT, new, CROWD))) < 20
    assert {one.status for one in found.values()} <= {"orphaned", "collided"}  # type: ignore[attr-defined]
