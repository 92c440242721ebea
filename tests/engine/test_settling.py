"""Settling a place a second time: what was decided so stands, and what is public is not said again in other words."""

from __future__ import annotations

import pytest

from plein import Plein
from tests.cycles import Housing
from tests.engine.scenes import last_body

C = "housing"


@pytest.fixture
def disputed(plein: Plein) -> Housing:
    """Two wishes for one passage, of which two people have the first; all of it waits for a decision."""
    house = Housing(plein).review("# Plan\n\nThe old mill on the hill is mended this year.\n")
    house.suggest("piet", quote="old mill", replace="windmill")
    house.suggest("jan", quote="old mill", replace="barn")
    house.suggest("kim", quote="old mill", replace="windmill")
    house.anna.cycle(C).move("drafting")
    return house


def reasons(house: Housing) -> dict[int, tuple[str, str | None]]:
    """Outcome and reason by suggestion, as the circle sees them."""
    return {one.suggestion: (one.outcome, one.because) for one in house.bea.cycle(C).decisions.list()}


def sealed(house: Housing) -> list[int]:
    """The suggestions whose decisions the last entry of the record seals."""
    return [number for number, _ in last_body(house.plein)["seals"]]


def settle(house: Housing, number: int, because: str) -> None:
    """Settle the one place there is."""
    (place,) = house.bea.cycle(C).suggestions.collisions()
    house.bea.cycle(C).decisions.settle(place.id, [number], because=because)


def test_what_was_decided_so_is_not_decided_again(disputed: Housing) -> None:
    """The record tells of each decision once."""
    disputed.bea.cycle(C).decisions.set([1, 3], "adopted", because="It turns.")

    settle(disputed, 1, "It turns.")

    assert sealed(disputed) == [2]
    assert set(reasons(disputed).values()) == {("adopted", "It turns."), ("rejected", "It turns.")}


def test_a_better_reason_replaces_one_that_nobody_has_read(disputed: Housing) -> None:
    """Until it is public the circle may say it better."""
    disputed.bea.cycle(C).decisions.set([1, 3], "adopted", because="It turns.")

    settle(disputed, 1, "A mill that turns is what we have.")

    assert sealed(disputed) == [1, 2, 3]
    assert {because for _, because in reasons(disputed).values()} == {"A mill that turns is what we have."}


def test_what_is_public_keeps_its_reason(disputed: Housing) -> None:
    """Who was told why is not told something else in silence."""
    disputed.bea.cycle(C).decisions.set([1, 3], "adopted", because="It turns.")
    disputed.bea.cycle(C).decisions.publish()

    settle(disputed, 1, "Against the barn there is much to say.")

    assert sealed(disputed) == [2]
    assert reasons(disputed) == {
        1: ("adopted", "It turns."),
        2: ("rejected", "Against the barn there is much to say."),
        3: ("adopted", "It turns."),
    }


def test_another_outcome_never_stands_in_the_way_of_the_one_that_is_chosen(disputed: Housing) -> None:
    """Also where it was given for the same reason."""
    disputed.bea.cycle(C).decisions.set([2], "adopted", because="It is what most want.")

    settle(disputed, 1, "It is what most want.")

    assert sealed(disputed) == [1, 2, 3]
    assert {number: outcome for number, (outcome, _) in reasons(disputed).items()} == {1: "adopted", 2: "rejected", 3: "adopted"}


@pytest.mark.parametrize("chosen", [1, 3])
def test_who_wants_the_very_same_is_adopted_with_it_whoever_is_named(disputed: Housing, chosen: int) -> None:
    """Neither the first nor the last to say it has less of a share."""
    settle(disputed, chosen, "It turns.")

    assert {number: outcome for number, (outcome, _) in reasons(disputed).items()} == {1: "adopted", 2: "rejected", 3: "adopted"}
