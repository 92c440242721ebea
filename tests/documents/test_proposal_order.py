"""The order of ready texts is what the script finds in what was measured."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

from plein.documents.propose.order import ORDER
from plein.documents.propose.ways import PLAIN, WAYS

SCRIPT = Path(__file__).parents[2] / "bench" / "proposals.py"


@pytest.fixture(scope="module")
def bench() -> dict[str, Any]:
    """The names of the script."""
    return runpy.run_path(str(SCRIPT))


def test_the_constants_are_what_the_script_finds(bench: dict[str, Any]) -> None:
    """Nothing was changed by hand, and what was measured belongs to the ways there are."""
    known = bench["read"](bench["MEASURED"].read_text(encoding="utf-8"))
    assert bench["order"](known) == ORDER
    assert len(known) > 500


def test_every_way_is_used() -> None:
    """A way that no order names would be dead code."""
    assert {way for ways in ORDER.values() for way in ways} == set(WAYS)


def test_every_shape_ends_in_the_plain_ways() -> None:
    """There is something to show wherever the finer ways come to the same."""
    assert all(set(PLAIN) <= set(ways) for ways in ORDER.values())


def test_what_is_right_most_often_comes_first_and_then_what_adds_most(bench: dict[str, Any]) -> None:
    """On facts made up for it: four ways come to texts 0 to 3, and which is right differs."""
    ways = len(WAYS)
    names = list(WAYS)

    def fact(*right: int) -> Any:
        return bench["Fact"]("overlap", tuple(range(ways)), frozenset(right))

    facts = [fact(4), fact(4), fact(4, 5), fact(5), fact(6, 5), fact(6)]
    assert bench["order"](facts)["overlap"][:3] == (names[4], names[5], names[6])
    assert bench["read"](bench["written"](facts)) == facts


def test_facts_of_other_ways_are_refused(bench: dict[str, Any]) -> None:
    """A measurement that does not fit says so."""
    with pytest.raises(ValueError, match="--measure"):
        bench["read"]("shape\tone\tright\n")
