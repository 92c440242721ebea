"""What a phase asks of people when the cycle comes back to it."""

from __future__ import annotations

import pytest

from tests.cycles import Housing
from tests.engine.scenes import last_body

C = "housing"
ASKED = "Is this what you meant?"


def to_and_fro(housing: Housing, *asks: str | None) -> str | None:
    """Go back to drafting and to review again, once for each; what is asked in the end."""
    for ask in asks:
        housing.anna.cycle(C).move("drafting")
        housing.anna.cycle(C).move("review", ask=ask)
    return housing.outsider.cycle(C).show().steps[-1].ask


@pytest.mark.parametrize(
    ("asks", "asked"),
    [
        ((None,), ASKED),
        ((None, None), ASKED),
        (("Better?",), "Better?"),
        (("Better?", None), "Better?"),
        (("",), None),
        (("  \n",), None),
        (("", None), None),
        (("", "Better?", None), "Better?"),
    ],
)
def test_a_phase_asks_what_it_asked_when_it_last_ran(housing: Housing, asks: tuple[str | None, ...], asked: str | None) -> None:
    """A review without its question is a page that asks nothing of anybody; who means that says so."""
    housing.review()

    assert to_and_fro(housing, *asks) == asked
    assert housing.outsider.verify().damage == ()


def test_what_is_kept_stands_in_the_record_as_if_it_had_been_given(housing: Housing) -> None:
    """Whoever reads the entry need not look for an older one; other phases are asked nothing of the kind."""
    housing.review()
    assert housing.anna.cycle(C).move("drafting").steps[-1].ask is None
    would = housing.anna.cycle(C).move("review", dry_run=True)
    assert would.steps[-1].ask == ASKED

    assert housing.anna.cycle(C).move("review") == would
    assert last_body(housing.plein)["ask"] == ASKED
