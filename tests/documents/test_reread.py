"""What somebody reads again where changes came near each other: whole sentences, which stand in both texts as they are shown."""

from __future__ import annotations

import pytest
from hypothesis import given

from plein.documents import Edit, merge
from plein.documents.show.reread import reread
from tests.documents.strategies import crowds

Crowd = tuple[str, dict[int, tuple[Edit, ...]]]
LAKE = "We build homes near a lake."
BASE = "We rent. We build homes near a lake.\n\n- one thing\n- two things\n\nLast.\n"


def change(base: str, word: str, by: str) -> Edit:
    at = base.index(word)
    return Edit(at, at + len(word), by)


def behind(base: str, word: str, text: str) -> Edit:
    at = base.index(word) + len(word)
    return Edit(at, at, text)


@given(crowds())
def test_what_is_shown_stands_in_both_texts(crowd: Crowd) -> None:
    """Nothing is made up: whoever reads it again reads what is there."""
    base, suggestions = crowd
    merged = merge(base, suggestions)

    found = list(reread(base, merged.text, [(near.start, near.end) for near in merged.near]))

    assert len(found) == len(merged.near)
    for near, (start, before, after) in zip(merged.near, found, strict=True):
        assert start <= near.start
        assert before in base[start:]
        assert before.rstrip() == before
        assert len(before) >= len(base[start : near.end].rstrip()) - (near.end > near.start and base[near.end - 1].isspace())
        assert after in merged.text


@pytest.mark.parametrize(
    ("edits", "before", "after"),
    [
        ([change(BASE, "homes", "flats"), change(BASE, "near", "by")], LAKE, "We build flats by a lake."),
        ([change(BASE, "homes", "flats"), behind(BASE, "lake", ", now")], LAKE, "We build flats near a lake, now."),
        ([change(BASE, "rent", "buy"), change(BASE, ". We", "; we")], f"We rent. {LAKE}", "We buy; we build homes near a lake."),
        ([change(BASE, "one", "a"), change(BASE, "thing", "part")], "- one thing", "- a part"),
        ([change(BASE, "one", "a"), behind(BASE, "one thing\n", "- more\n")], None, None),
        ([change(BASE, "one thing", ""), change(BASE, "two", "2")], None, None),
        ([change(BASE, "Last", "First"), behind(BASE, "Last", " of all")], "Last.", "First of all."),
    ],
)
def test_a_sentence_is_shown_whole_before_and_after(edits: list[Edit], before: str | None, after: str | None) -> None:
    """Two who change one sentence, or join it to the next; an item is one too, and its neighbours are not."""
    merged = merge(BASE, dict(enumerate(([edit] for edit in edits), 1)))

    found = [(was, now) for _, was, now in reread(BASE, merged.text, [(near.start, near.end) for near in merged.near])]

    assert found == ([] if before is None else [(before, after)])


def test_of_a_passage_that_moved_away_nothing_is_left_here() -> None:
    """What stands at its place now is something else, and is not shown for it."""
    base = "One here stands.\n\nTwo there stands.\n\nThree stands.\n"
    moved = "Two there stands.\n\nThree stands.\n\nOne here stood.\n"

    assert list(reread(base, moved, [(0, 15)])) == [(0, "One here stands.", "")]
