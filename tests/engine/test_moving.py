"""A paragraph that somebody wants elsewhere is one suggestion: decided on as one, followed by what others write in it, carried on whole."""

from __future__ import annotations

import pytest

from plein import Plein
from plein.engine.review.importing import Handed
from plein.engine.review.views import Suggestion
from plein.errors import Refused
from tests.cycles import Housing

C = "housing"
SUBJECTS = ("homes", "bridges", "gardens", "schools", "harbours")
BLOCKS = ("# Plan", *(f"About {subject} the town promises to think before the year is over." for subject in SUBJECTS))
TEXT = "\n\n".join(BLOCKS) + "\n"


def moved(number: int, behind: int, *, blocks: tuple[str, ...] = BLOCKS) -> str:
    """The text with one of its paragraphs behind another; both are counted from 1, 0 is the top."""
    rest = list(blocks)
    block = rest.pop(number - 1)
    rest.insert(behind - (behind > number), block)
    return "\n\n".join(rest) + "\n"


@pytest.fixture
def house(plein: Plein) -> Housing:
    """The text is before the public."""
    return Housing(plein).review(TEXT)


def hand_in(house: Housing, person: str, text: str) -> Suggestion:
    """What one person's whole text becomes, which has to be one suggestion."""
    (one,) = house.seat(person).cycle(C).suggestions.add(text).suggestions
    return one


def test_who_moves_a_paragraph_makes_one_suggestion(house: Housing) -> None:
    """It says what goes where; what the same person writes elsewhere is decided by itself."""
    text = moved(3, 6).replace("About homes the town", "About homes our town")
    word, move = house.seat("piet").cycle(C).suggestions.add(text).suggestions

    assert (word.paragraph, word.moved_to) == (2, None)
    assert (move.paragraph, move.moved_to, move.quote, move.replace) == (3, 6, BLOCKS[2], BLOCKS[2])
    assert TEXT[move.start : move.end] == BLOCKS[2]
    assert [one.moved_to for one in house.bea.cycle(C).suggestions.list()] == [None, 6]
    assert house.bea.cycle(C).suggestions.show(move.id).moved_to == house.bea.cycle(C).suggestions.show(move.id).moved_to == 6


def test_texts_that_hosts_take_in_are_no_different(house: Housing) -> None:
    """To the top, past a neighbour, half of all paragraphs at once: none rewrites the text."""
    half = "\n\n".join((*BLOCKS[3:], *BLOCKS[:3])) + "\n"
    handed = [Handed("kim", moved(4, 0)), Handed("lea", moved(2, 3)), Handed("noor", half)]
    done = house.anna.cycle(C).suggestions.import_(handed)

    assert [(len(one.suggestions), one.sweeping) for one in done] == [(1, False)] * 3
    assert [one.suggestions[0].moved_to for one in done][:2] == [0, 3]
    assert not any(one.new for one in house.anna.cycle(C).suggestions.import_(handed))


def test_what_others_change_inside_is_merged_where_the_passage_goes(house: Housing) -> None:
    """The group adopts all three; the words stand at the new place, and belong to those who wrote them."""
    hand_in(house, "piet", moved(3, 6))
    house.suggest("kim", quote="About bridges", replace="About new bridges")
    house.suggest("lea", quote="bridges the town promises", replace="bridges the town solemnly promises")
    assert all(not one.collides_with for one in house.bea.cycle(C).suggestions.list())
    house.anna.cycle(C).move("drafting")
    house.adopt(1, 2, 3)

    merged = house.bea.cycle(C).draft.merge()
    house.bea.cycle(C).decisions.publish()
    house.anna.cycle(C).move("review", ask="And now?")

    new = BLOCKS[2].replace("bridges the town", "new bridges the town solemnly")
    assert merged.held == ()
    assert house.outsider.cycle(C).draft.show().text == moved(3, 6).replace(BLOCKS[2], new)
    for seat in (house.bea, house.outsider):
        runs = seat.cycle(C).draft.blame()
        assert "".join(run.text for run in runs) == house.outsider.cycle(C).draft.show().text
        wrote = [(run.text.strip(), run.suggestions, run.authors) for run in runs if run.version > 1 and run.text.strip()]
        assert wrote == [("new", (2,), ("kim",)), ("solemnly", (3,), ("lea",))]
    assert house.anna.cycle(C).verify().damage == ()


def test_two_places_for_one_paragraph_are_one_too_many(house: Housing) -> None:
    """The group sees both on one screen, with the passage and not all that lies between."""
    hand_in(house, "piet", moved(3, 6))
    hand_in(house, "kim", moved(3, 0))
    house.anna.cycle(C).move("drafting")

    (place,) = house.bea.cycle(C).suggestions.collisions()

    assert (place.kind, place.paragraph, place.last_paragraph, place.quote) == ("overlap", 3, 3, BLOCKS[2])
    assert all(one.quote == one.replace == BLOCKS[2] for one in place.alternatives)
    assert {one.moved_to for one in place.alternatives} == {0, 6}
    done = house.bea.cycle(C).decisions.settle(place.id, [1], because="There it is read last.")
    assert (done.adopted, done.rejected, done.open) == ((1,), (2,), ())
    assert house.bea.cycle(C).draft.merge().text == moved(3, 6)


def test_what_one_moves_and_another_deletes_is_for_people(house: Housing) -> None:
    """It can stand in one place or in none."""
    hand_in(house, "piet", moved(3, 6))
    hand_in(house, "kim", TEXT.replace(BLOCKS[2] + "\n\n", ""))
    house.anna.cycle(C).move("drafting")

    (place,) = house.bea.cycle(C).suggestions.collisions()

    assert (place.kind, place.suggestions, place.quote) == ("contrary", (1, 2), BLOCKS[2])
    assert [one.collides_with for one in house.bea.cycle(C).suggestions.list()] == [(2,), (1,)]


def test_the_same_move_by_two_people_is_one_wish(house: Housing) -> None:
    """They agree, and both are named."""
    for person in ("piet", "kim"):
        hand_in(house, person, moved(3, 6))
    assert [one.same_as for one in house.bea.cycle(C).suggestions.list()] == [(2,), (1,)]
    assert house.bea.cycle(C).suggestions.collisions() == ()


def test_a_move_is_carried_to_the_next_version_with_the_words_that_changed(house: Housing) -> None:
    """It waits for an answer while others are taken over in its passage; taken over later, it brings nothing old back."""
    hand_in(house, "piet", moved(3, 6))
    house.suggest("kim", quote="About bridges", replace="About new bridges")
    house.anna.cycle(C).move("drafting")
    house.adopt(2)
    house.bea.cycle(C).draft.merge()
    house.bea.cycle(C).decisions.publish()
    house.anna.cycle(C).move("review", ask="And now?")

    one = house.outsider.cycle(C).suggestions.show(1)
    assert (one.status, one.version, one.paragraph, one.moved_to, one.quote) == ("carried", 1, 3, 6, BLOCKS[2])
    assert one.here is not None
    assert (one.here.version, one.here.paragraph, one.here.quote) == (2, 3, BLOCKS[2].replace("bridges", "new bridges"))

    house.anna.cycle(C).move("drafting")
    house.adopt(1)
    assert house.bea.cycle(C).draft.merge().text == moved(3, 6).replace("bridges", "new bridges")
    assert house.anna.cycle(C).verify().damage == ()


def test_what_is_said_on_a_passage_goes_where_a_merge_moves_it_with_new_words(house: Housing) -> None:
    """Three in one paragraph: a move and a word are taken over, the third still waits; it stands in the passage at its new place."""
    hand_in(house, "piet", moved(3, 6))
    house.suggest("kim", quote="About bridges", replace="About new bridges")
    house.suggest("lea", quote="bridges the town promises", replace="bridges the town solemnly promises")
    house.anna.cycle(C).move("drafting")
    house.adopt(1, 2)
    house.bea.cycle(C).draft.merge()
    house.bea.cycle(C).decisions.publish()
    house.anna.cycle(C).move("review", ask="And now?")

    one = house.outsider.cycle(C).suggestions.show(3)
    assert one.status == "carried"
    assert one.here is not None
    assert one.here.paragraph == 6


def test_an_adapted_move_reads_otherwise_at_its_new_place(house: Housing) -> None:
    """The group agrees with where it goes, and writes what stands there; who changed a word of the old one is told."""
    hand_in(house, "piet", moved(3, 6))
    house.suggest("kim", quote="About bridges", replace="About new bridges")
    house.anna.cycle(C).move("drafting")
    house.bea.cycle(C).decisions.set([1], "adapted", text="Bridges come last.", because="Shorter.")
    house.adopt(2)
    both = house.bea.cycle(C).draft.merge(dry_run=True)
    assert both.held == (1, 2)
    assert [collision.kind for collision in both.collisions] == ["contrary"]

    house.reject(2)
    assert house.bea.cycle(C).draft.merge().text == moved(3, 6).replace(BLOCKS[2], "Bridges come last.")
    assert house.anna.cycle(C).verify().damage == ()
    wrote = [(run.text.strip(), run.suggestions, run.adapted) for run in house.bea.cycle(C).draft.blame() if run.version > 1]
    assert wrote == [("Bridges come last.", (1,), True)]


def test_a_move_adapted_to_nothing_takes_the_passage_out(house: Housing) -> None:
    """No empty lines are left where it would have gone."""
    hand_in(house, "piet", moved(3, 5))
    house.anna.cycle(C).move("drafting")
    house.bea.cycle(C).decisions.set([1], "adapted", text="", because="Said elsewhere.")
    assert house.bea.cycle(C).draft.merge(dry_run=True).text == TEXT.replace(BLOCKS[2] + "\n\n", "")


def test_a_move_takes_the_place_of_no_other_passage(house: Housing) -> None:
    """It would be put in there a second time; the group says how that passage reads, or moves it in the text."""
    hand_in(house, "piet", moved(3, 6))
    house.anna.cycle(C).move("drafting")

    with pytest.raises(Refused, match="moves a passage and replaces none"):
        house.bea.cycle(C).decisions.set([1], "adopted", at=BLOCKS[4])
    assert house.bea.cycle(C).decisions.list() == ()

    house.bea.cycle(C).decisions.set([1], "adapted", text="Schools and bridges go together.", at=BLOCKS[4], because="Both are near.")
    assert house.bea.cycle(C).draft.merge().text == TEXT.replace(BLOCKS[4], "Schools and bridges go together.")


def test_several_moves_to_one_point_go_in_together(house: Housing) -> None:
    """As any insertions do, in the order the group gives."""
    hand_in(house, "piet", moved(3, 6))
    hand_in(house, "kim", moved(2, 6))
    house.anna.cycle(C).move("drafting")
    assert [place.kind for place in house.bea.cycle(C).suggestions.collisions()] == ["same-place"]
    house.bea.cycle(C).decisions.set([2, 1], "adopted", together=True)
    assert house.bea.cycle(C).draft.merge().text == "\n\n".join((BLOCKS[0], *BLOCKS[3:], BLOCKS[1], BLOCKS[2])) + "\n"
    assert house.anna.cycle(C).verify().damage == ()


def test_who_quotes_two_paragraphs_and_swaps_them_quoted_both(house: Housing) -> None:
    """What was quoted is what is shown, and what an adapted text takes the place of."""
    pair = f"{BLOCKS[1]}\n\n{BLOCKS[2]}"
    one = house.suggest("piet", quote=pair, replace=f"{BLOCKS[2]}\n\n{BLOCKS[1]}")
    assert (one.quote, one.moved_to) == (pair, None)
    house.anna.cycle(C).move("drafting")
    house.bea.cycle(C).decisions.set([1], "adapted", text="Homes and bridges.", because="Shorter.")
    assert house.bea.cycle(C).draft.merge(dry_run=True).text == TEXT.replace(pair, "Homes and bridges.")
