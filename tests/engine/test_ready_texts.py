"""Settling a place by a text that was put together from what people wrote there."""

from __future__ import annotations

import pytest

from plein import Plein
from plein.errors import NotFound, PlaceChanged, Refused, Unusable
from plein.views import Collision
from tests.cycles import Housing
from tests.engine.scenes import tamper

C = "housing"
TEXT = "# Plan\n\nThe old mill on the hill is mended this year, by the town.\n"


@pytest.fixture
def disputed(plein: Plein) -> Housing:
    """Three wishes for one line; the first two meet at one word, and each of them changes another word too."""
    house = Housing(plein).review(TEXT)
    for who, text in (
        ("piet", TEXT.replace("old mill", "windmill").replace("this year", "next year")),
        ("jan", TEXT.replace("old mill", "watermill").replace("by the town", "by its friends")),
    ):
        house.seat(who).cycle(C).suggestions.add(text)
    house.suggest("zoe", quote="on the hill", replace="by the brook")
    house.anna.cycle(C).move("drafting")
    return house


def place(house: Housing) -> Collision:
    """The one place there is."""
    (found,) = house.bea.cycle(C).suggestions.collisions()
    return found


def number_of(house: Housing, text: str) -> int:
    """The number of the ready text that reads so."""
    return 1 + [one.text for one in place(house).proposals].index(text)


MIXED = "The windmill on the hill is mended next year, by its friends.\n"


def test_a_place_has_ready_texts_with_the_people_behind_them(disputed: Housing) -> None:
    """Everybody may see them: they are made of what everybody may read."""
    for who in (disputed.bea, disputed.seat("piet"), disputed.outsider):
        (found,) = who.cycle(C).suggestions.collisions()
        one = next(one for one in found.proposals if one.text == MIXED)
        assert (one.takes, one.leaves, one.authors) == ((1, 2), (2,), ("piet", "jan"))
        assert (one.quote, one.start) == ("The old mill on the hill is mended this year, by the town.\n", 8)


def test_a_text_of_two_is_adapted_and_covers_the_other(disputed: Housing) -> None:
    """One act answers both, and what can stand beside it stays open."""
    house = disputed
    done = house.bea.cycle(C).decisions.settle(place(house).id, proposal=number_of(house, MIXED), because="It has what both want.")

    assert (done.adopted, done.adapted, done.covered, done.rejected, done.open) == ((), (1,), {2: 1}, (), ())
    decided = {one.suggestion: one for one in house.bea.cycle(C).decisions.list()}
    assert (decided[1].outcome, decided[1].text, decided[1].put_together_from) == ("adapted", MIXED, (1, 2))
    assert (decided[2].outcome, decided[2].covered_by, decided[2].put_together_from) == ("covered", 1, ())


def test_it_is_merged_as_it_reads_and_each_word_stays_whose_it_is(disputed: Housing) -> None:
    """With what others change in the same line besides; blame leads to everybody, and the record holds it."""
    house, bea = disputed, disputed.bea.cycle(C)
    bea.decisions.settle(place(house).id, proposal=number_of(house, MIXED), because="It has what both want.")
    bea.decisions.set(3, "adopted")
    bea.decisions.publish()
    merged = bea.draft.merge()

    assert merged.text == TEXT.replace("old mill on the hill", "windmill by the brook").replace(
        "this year, by the town", "next year, by its friends"
    )
    words = {run.text.strip(): (run.suggestions, run.authors) for run in bea.draft.blame() if run.suggestion}
    assert words == {
        "windmill": ((1,), ("piet",)),
        "by": ((3,), ("zoe",)),
        "brook": ((3,), ("zoe",)),
        "next": ((1,), ("piet",)),
        "its friends": ((2,), ("jan",)),
    }
    assert house.outsider.verify().damage == ()


def test_the_wording_of_one_is_adopted(disputed: Housing) -> None:
    """Where a ready text is what somebody wrote, it is their suggestion that is taken over."""
    house = disputed
    own = TEXT.replace("old mill", "watermill").replace("by the town", "by its friends").splitlines(keepends=True)[2]
    done = house.bea.cycle(C).decisions.settle(place(house).id, proposal=number_of(house, own), because="Water never stops.")
    assert (done.adopted, done.adapted, done.rejected) == ((2,), (), (1,))


def test_whoever_decides_anew_decides_otherwise(disputed: Housing) -> None:
    """What was put together goes with the answer that stood for it."""
    house, bea = disputed, disputed.bea.cycle(C)
    bea.decisions.settle(place(house).id, proposal=number_of(house, MIXED), because="It has what both want.")
    bea.decisions.set(1, "rejected", because="No wind.")
    assert [one.suggestion for one in bea.decisions.list()] == [1]
    assert house.outsider.verify().damage == ()
    bea.decisions.set(2, "adopted")
    assert bea.draft.merge(dry_run=True).text == TEXT.replace("old mill", "watermill").replace("by the town", "by its friends")
    assert house.outsider.verify().damage == ()


def test_a_text_that_is_not_there(disputed: Housing) -> None:
    """The refusal says how many there are."""
    house = disputed
    for number in (0, -1, 5):
        with pytest.raises(NotFound, match=r"has \d ready texts"):
            house.bea.cycle(C).decisions.settle(place(house).id, proposal=number, because="So.")
    with pytest.raises(Unusable, match="not both"):
        house.bea.cycle(C).decisions.settle(place(house).id, [1], proposal=1, because="So.")
    with pytest.raises(Unusable, match="because="):
        house.bea.cycle(C).decisions.settle(place(house).id, proposal=1, because=" ")


def test_what_came_in_since_is_seen_first(plein: Plein) -> None:
    """With another wish the ready texts are others: the number that was seen may be another text."""
    house = Housing(plein).review(TEXT)
    house.suggest("piet", quote="old mill", replace="windmill")
    house.suggest("jan", quote="old mill", replace="watermill")
    house.anna.cycle(C).move("drafting")
    house.anna.cycle(C).move("review", closes="2027-06-01")
    seen = place(house).suggestions
    house.suggest("zoe", quote="old mill", replace="watermill")
    with pytest.raises(PlaceChanged):
        house.bea.cycle(C).decisions.settle(place(house).id, proposal=2, because="So.", seen=seen)


def test_parts_that_were_changed_behind_its_back_are_found_and_nothing_breaks(disputed: Housing) -> None:
    """Whoever writes something else into the row is named; the merge holds what it cannot place."""
    house, bea = disputed, disputed.bea.cycle(C)
    bea.decisions.settle(place(house).id, proposal=number_of(house, MIXED), because="It has what both want.")
    for broken in ('[[0, 9999, "x", [1]]]', "[[1]]", '"x"', '[[8, 11, "A", [1]]]'):
        tamper(house.plein, f"UPDATE plein_decision SET parts = '{broken}' WHERE suggestion = 1")
        assert any("the decision on suggestion 1" in one for one in map(str, house.outsider.verify().damage))
        assert bea.decisions.list()


@pytest.fixture
def settled(plein: Plein) -> Housing:
    """The same in a review that goes on: a text with words of piet and of jan was taken, and nothing is public."""
    house = Housing(plein).review(TEXT)
    for who, text in (
        ("piet", TEXT.replace("old mill", "windmill").replace("this year", "next year")),
        ("jan", TEXT.replace("old mill", "watermill").replace("by the town", "by its friends")),
    ):
        house.seat(who).cycle(C).suggestions.add(text)
    house.bea.cycle(C).decisions.settle(place(house).id, proposal=number_of(house, MIXED), because="It has what both want.")
    return house


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("how", ["withdraw", "change"])
def test_words_that_are_taken_back_are_in_no_text_that_waits(settled: Housing, how: str, number: int) -> None:
    """Whoever of them thinks better of it: what was put together from their words is decided anew, and the circle is told."""
    house, who = settled, settled.seat("piet" if number == 1 else "jan").cycle(C)
    before = [(entry.act, entry.by) for entry in house.outsider.cycle(C).log()]
    if how == "withdraw":
        who.suggestions.withdraw(number)
    else:
        who.suggestions.change(number, quote="The old mill on the hill is mended this year, by the town.", replace="No mill.")

    assert house.bea.cycle(C).decisions.list() == ()
    assert house.bea.cycle(C).status().fell == ((2 if number == 1 else 1,) if how == "withdraw" else (2 if number == 1 else 1, 3))
    assert house.outsider.cycle(C).status().fell == ()
    assert house.outsider.verify().damage == ()
    assert [(entry.act, entry.by) for entry in house.outsider.cycle(C).log()][: len(before)] == before


@pytest.mark.parametrize("public", [False, True])
def test_nobody_whose_words_are_in_it_is_answered_otherwise(settled: Housing, public: bool) -> None:
    """Else the account would say of one sentence that it was taken over and that it was not; the text is decided on as a whole."""
    decisions = settled.bea.cycle(C).decisions
    if public:
        decisions.publish()
        with pytest.raises(Refused, match="decision undo housing 1"):
            decisions.undo(2, because="Not this.")
    else:
        for outcome in ("adopted", "rejected", "noted"):
            with pytest.raises(Refused, match="decision undo housing 1"):
                decisions.set(2, outcome, because="Not this.")
        with pytest.raises(Refused, match="decision undo housing 1"):
            decisions.undo(2)
        decisions.set([1, 2], "rejected", because="Neither.")
        assert {one.outcome for one in decisions.list()} == {"rejected"}
        return
    decisions.undo(1, because="We read it again.")
    decisions.undo(2, because="We read it again.")
    assert decisions.list() == ()


def test_with_the_text_goes_what_it_answered(settled: Housing) -> None:
    """Whoever had words in it waits again, and the record says the same."""
    decisions = settled.bea.cycle(C).decisions
    before = [one.suggestion for one in decisions.list()]
    decisions.undo(1)
    assert before == [1, 2]
    assert decisions.list() == ()
    assert settled.outsider.verify().damage == ()


def test_a_place_that_is_settled_otherwise_leaves_nobody_answered_by_what_is_gone(plein: Plein) -> None:
    """Jan and kim, who can stand beside each other, had one text; now jan's is taken by itself, and kim waits again."""
    house = Housing(plein).review(TEXT)
    for who, text in (
        ("piet", TEXT.replace("old mill", "windmill").replace("by the town", "by us")),
        ("jan", TEXT.replace("old mill", "watermill")),
        ("kim", TEXT.replace("by the town", "by its friends")),
    ):
        house.seat(who).cycle(C).suggestions.add(text)
    decisions, where = house.bea.cycle(C).decisions, place(house)
    text = TEXT.replace("old mill", "watermill").replace("by the town", "by its friends")
    number = next(k for k, one in enumerate(where.proposals, 1) if one.text in text and one.takes == (2, 3))
    decisions.settle(where.id, proposal=number, because="It has what both want.")
    assert {one.suggestion: one.covered_by for one in decisions.list()} == {1: None, 2: None, 3: 2}

    decisions.set(1, "noted", because="We look again.")
    decisions.undo(1)
    decisions.settle(2, [2], because="A watermill is enough.")
    assert {one.suggestion: one.outcome for one in decisions.list()} == {1: "rejected", 2: "adopted"}
    assert house.outsider.verify().damage == ()
