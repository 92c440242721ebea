"""Thousands of suggestions at once: what comes of them is right. What they cost, ``bench/merge.py`` measures."""

from __future__ import annotations

import importlib
import random

import pytest

from plein.documents import Edit, crowd, merge, rebase, rebase_all
from plein.documents.crowd.alike import EFFORT, Wording, effort

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


def test_carrying_all_at_once_is_carrying_each() -> None:
    """The bulk form saves work and decides nothing."""
    adopted = _crowd(200, 2)
    new = merge(TEXT, adopted).text
    some = dict(list(CROWD.items())[:200])
    change = [edit for key in merge(TEXT, adopted).applied for edit in adopted[key]]

    assert rebase_all(TEXT, new, some) == {key: rebase(edits, TEXT, new) for key, edits in some.items()}
    change = sorted(set(change))
    assert rebase_all(TEXT, new, some, change=change) == {key: rebase(edits, TEXT, new, change=change) for key, edits in some.items()}


LINES = [(TEXT.index(f"word{n}x0 "), TEXT.index(f"word{n}x11.") + len(f"word{n}x11.") + 2) for n in range(1_000)]


@pytest.mark.parametrize("to", ["one place", "many places"])
def test_hundreds_of_moves_and_what_others_change_in_them(to: str) -> None:
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
    result = merge(TEXT, {**crowd, **words})

    assert result == merge(TEXT, {**words, **crowd})
    assert result.applied | result.held == crowd.keys() | words.keys()


def test_everybody_against_a_text_written_anew() -> None:
    """When the group begins again, thousands of open suggestions must still be told so."""
    new = "\n\n".join(f"Something else number {n} altogether." for n in range(2_000)) + "\n"
    found = rebase_all(TEXT, new, CROWD)

    assert found.keys() == CROWD.keys()
    assert {one.status for one in found.values()} <= {"orphaned", "collided"}


def test_what_only_touches_is_compared_no_longer_than_a_screen_may_take(monkeypatch: pytest.MonkeyPatch) -> None:
    """Changes that reach over a whole text and touch at one point took minutes to compare."""
    room = importlib.import_module("plein.documents.crowd.crowd")
    spent: list[int] = []
    compare = room.near

    def near(base: str, one: Wording, two: Wording) -> bool:
        spent.append(effort(one, two))
        return bool(compare(base, one, two))

    monkeypatch.setattr(room, "near", near)
    wide = {n: [Edit(at := TEXT.index(f"word{n}x3 "), at + 5, f"other{n}"), Edit(at + 200_000, at + 200_000, " far")] for n in range(20)}
    beside = {-1 - n: [Edit(edits[0].end, edits[0].end, f" beside{n}")] for n, edits in wide.items()}
    alike = {900: [Edit(0, 4, "Word")], 901: [Edit(4, 4, "!")]}

    found = crowd(TEXT, {**wide, **beside, **alike})

    assert spent
    assert sum(spent) <= EFFORT
    assert len(found.clean) + sum(len(screen.alternatives) for screen in found.screens) == 42
