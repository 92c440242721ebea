"""One new passage that several people put in at different places."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import Edit, diff, merge

PARTS = tuple(f"Part {number} says something of its own.\n" for number in range(6))
BASE = "\n".join(PARTS)
POINTS = [0] + [sum(map(len, PARTS[: number + 1])) + number for number in range(6)]
PASSAGE = "Every roof gets a garden.\n"


def put(point: int) -> Edit:
    """The passage as a paragraph of its own, at one of the points between paragraphs."""
    return Edit(point, point, f"\n{PASSAGE}" if point else f"{PASSAGE}\n")


@given(st.dictionaries(st.integers(1, 9), st.lists(st.sampled_from(POINTS), min_size=1, max_size=2, unique=True), max_size=6), st.randoms())
def test_nobody_reads_twice_what_everybody_wrote_once(places: dict[int, list[int]], shuffle: random.Random) -> None:
    """The text says it once where all agree, twice only where somebody wanted it twice, and nobody is preferred."""
    wishes = {person: [put(point) for point in points] for person, points in places.items()}
    arrivals = list(wishes.items())
    shuffle.shuffle(arrivals)

    result = merge(BASE, wishes)

    wanted = {point for points in places.values() for point in points}
    at_odds = len(wanted) > 1 and all(len(points) == 1 for points in places.values())
    assert result == merge(BASE, dict(arrivals))
    assert result.held == (frozenset(wishes) if at_odds else frozenset())
    assert result.text.count(PASSAGE) == (0 if at_odds else len(wanted))
    assert [(c.kind, c.start, c.end) for c in result.collisions] == ([("overlap", min(wanted), min(wanted))] if at_odds else [])


def test_other_suggestions_are_not_touched() -> None:
    """Who asks for something else goes in, also beside one of the places."""
    result = merge(BASE, {"anna": [put(POINTS[2])], "piet": [put(POINTS[5])], "noor": [Edit(0, 4, "Chapter")]})
    assert result.applied == {"noor"}
    assert result.text == "Chapter" + BASE[4:]


def test_a_group_may_want_it_twice() -> None:
    """Named in the order of the group, both go in."""
    wishes = {"anna": [put(POINTS[2])], "piet": [put(POINTS[5])]}
    assert merge(BASE, wishes, order=["anna"]).held == {"anna", "piet"}
    assert merge(BASE, wishes, order=["piet", "anna"]).text.count(PASSAGE) == 2


@pytest.mark.parametrize(
    ("name", "one", "two"),
    [
        ("too short to be told from another", "- yes\n", "- yes\n"),
        ("not the same words", "Every roof gets a garden.\n", "Every roof gets a tree.\n"),
        ("in the text already", "Part 3 says something of its own.\n", "Part 3 says something of its own.\n"),
        ("words inside a line", " gets a garden, and soon", " gets a garden, and soon"),
    ],
)
def test_what_may_well_stand_at_two_places(name: str, one: str, two: str) -> None:
    """Two people who each add something like it do not contradict each other."""
    result = merge(BASE, {1: [Edit(POINTS[1], POINTS[1], one)], 2: [Edit(POINTS[4], POINTS[4], two)]})
    assert result.applied == {1, 2}, name


def test_blanks_do_not_make_it_another_passage() -> None:
    """Wrapped elsewhere it is still the same."""
    other = f"{BASE}\nEvery roof gets\na garden.\n"
    assert merge(BASE, {1: diff(BASE, f"{PASSAGE}\n{BASE}"), 2: diff(BASE, other)}).held == {1, 2}
