"""Places that collide: each has a name that stays, and settling one answers what cannot stand beside the choice, and nothing else."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest

from plein import Plein
from plein.documents import Edit, merge
from plein.engine.review.importing import Handed
from plein.engine.review.standing import Standing
from plein.engine.review.views import Collision, Settled
from plein.errors import NotFound, PlaceChanged, Refused
from tests.cycles import Housing

C = "housing"
STATION = "# Plan\n\nThe town builds new homes near the old station.\n"
FOUR = "# Plan\n\n" + "\n\n".join(f"In part {number} the town looks after garden {number}." for number in range(1, 5)) + "\n"


def station(plein: Plein) -> Housing:
    """Three wishes: 2 collides with both others, which go together."""
    house = Housing(plein).review(STATION)
    house.suggest("piet", quote="new homes", replace="cheap homes")
    house.suggest("kim", quote="new homes near the old station", replace="villas by a lovely harbour")
    house.suggest("lot", quote="old station", replace="old market")
    house.anna.cycle(C).move("drafting")
    return house


def outcomes(house: Housing) -> dict[int, str]:
    return {one.suggestion: one.outcome for one in house.bea.cycle(C).decisions.list()}


def places(house: Housing, person: str | None = "bea") -> tuple[Collision, ...]:
    return house.plein.acting_as(person).cycle(C).suggestions.collisions()


def edits_of(house: Housing) -> tuple[str, Mapping[int, tuple[Edit, ...]]]:
    """The text under review, and the edits of every suggestion on it."""
    with house.bea.cycle(C).suggestions._look() as sight:
        standing = Standing(sight)
        return standing.text(1), dict(standing.edits(1))


# --- what is answered


def test_what_collides_with_the_choice_is_rejected_and_what_does_not_stays_open(plein: Plein) -> None:
    """Lot's market collided with the villas alone, and nobody spoke about it."""
    house = station(plein)

    done = house.bea.cycle(C).decisions.settle(1, [1], because="Cheap is what we lack.")

    assert (done.adopted, done.rejected, done.open, done.elsewhere) == ((1,), (2,), (3,), ())
    assert outcomes(house) == {1: "adopted", 2: "rejected"}
    house.bea.cycle(C).decisions.set(3, "adopted")
    assert "builds cheap homes near the old market." in house.bea.cycle(C).draft.merge().text


def test_two_that_go_together_are_taken_over_in_one_act(plein: Plein) -> None:
    house = station(plein)

    done = house.bea.cycle(C).decisions.settle(1, [1, 3], because="Cheap, and where people are.")

    assert (done.adopted, done.rejected, done.open) == ((1, 3), (2,), ())
    assert "builds cheap homes near the old market." in house.bea.cycle(C).draft.merge().text


def test_keeping_the_passage_rejects_all_that_stands_there(plein: Plein) -> None:
    house = station(plein)

    done = house.bea.cycle(C).decisions.settle(1, because="It is right as it is.")

    assert (done.adopted, done.rejected, done.open) == ((), (1, 2, 3), ())


def test_what_reaches_in_from_another_place_is_answered_too(plein: Plein) -> None:
    """Left open it could only be refused; whoever wrote it reads why."""
    house = Housing(plein).review(FOUR)
    house.hand_in(
        "piet", "looks after garden 1.\n\nIn part 2 the town looks after", "sells the land of garden 1.\n\nIn part 2 the town sells"
    )
    house.suggest("kim", quote="after garden 1", replace="after the roses of 1")
    house.suggest("lot", quote="looks after garden 2", replace="forgets garden 2")
    house.suggest("mia", quote="looks after garden 2", replace="waters garden 2")
    house.anna.cycle(C).move("drafting")
    text, edits = edits_of(house)
    (inner,) = [place for place in places(house) if {"lot", "mia"} <= {one.authors[0] for one in place.alternatives}]
    chosen = next(one.suggestions[0] for one in inner.alternatives if one.authors == ("mia",))

    done = house.bea.cycle(C).decisions.settle(inner.id, [chosen], because="Water is what they need.")

    held = {number for number in edits if number != chosen and number in merge(text, {chosen: edits[chosen], number: edits[number]}).held}
    assert set(done.rejected) == held
    assert set(done.elsewhere) == held - set(inner.suggestions)
    assert not held & set(done.open)
    for number in edits.keys() - held - {chosen}:
        assert number not in outcomes(house)


def _crowd(house: Housing, seed: int) -> None:
    """Some people, each with one to three wishes: words replaced, put in or struck, over one or several sentences and paragraphs."""
    chance = random.Random(seed)
    text = house.outsider.cycle(C).draft.show().text
    words = [at for at in range(len(text)) if text[at - 1] == " "]
    handed = []
    for person in range(9):
        new = text
        for _ in range(chance.randint(1, 3)):
            start = chance.choice(words)
            end = chance.choice([at for at in words if start <= at <= start + chance.choice((0, 12, 40, 90))])
            put = chance.choice(("", "cheap ", "many green ", "the roses of ", "it says "))
            new = new[: min(start, len(new))] + put + new[min(end, len(new)) :]
        handed.append(Handed(f"p{person}", new))
    house.anna.cycle(C).suggestions.import_([one for one in handed if one.text != text])
    house.anna.cycle(C).move("drafting")


@pytest.mark.parametrize("seed", [*range(10), 218, 316])  # in the last two a third suggestion hides that two collide
def test_settling_answers_exactly_what_cannot_stand_beside_the_choice(plein: Plein, seed: int) -> None:
    """Whoever is rejected collides with something that was adopted; whoever is left open can still be taken over as it is."""
    house = Housing(plein).review(FOUR)
    _crowd(house, seed)
    chance = random.Random(seed)
    text, edits = edits_of(house)
    for _ in range(12):
        found = [place for place in places(house) if any(one.decision is None for one in place.alternatives)]
        if not found:
            break
        place, before = chance.choice(found), outcomes(house)
        named = [chance.choice(place.suggestions)]
        done = house.bea.cycle(C).decisions.settle(place.id, named, because="We choose.")
        after = outcomes(house)
        adopted = {number: edits[number] for number, outcome in after.items() if outcome == "adopted"}
        _check(text, edits, place, done, adopted)
        chosen = {number: edits[number] for number in done.adopted}
        for number in edits.keys() - after.keys():
            assert number not in merge(text, {**chosen, number: edits[number]}).held, f"{number} is left open and can only be refused"
        assert {number: outcome for number, outcome in before.items() if number not in place.suggestions}.items() <= after.items()
        assert after.keys() - before.keys() == {*done.adopted, *done.covered, *done.rejected} - before.keys()
    assert house.outsider.verify().damage == ()


def _check(
    text: str, edits: Mapping[int, tuple[Edit, ...]], place: Collision, done: Settled, adopted: Mapping[int, tuple[Edit, ...]]
) -> None:
    assert merge(text, adopted).held.isdisjoint(done.adopted)
    for number in done.rejected:
        assert number in merge(text, {**adopted, number: edits[number]}).held, f"{number} collides with nothing that was adopted"
    for number in done.open:
        assert number not in merge(text, {**adopted, number: edits[number]}).held, f"{number} could only be refused"
    assert {*done.adopted, *done.covered, *done.rejected, *done.open} - set(done.elsewhere) <= set(place.suggestions)


# --- names that stay


@pytest.fixture
def two(plein: Plein) -> Housing:
    """Two places in review: 1 and 2 in the last part, 3 and 4 in the third; 5 stands alone."""
    house = Housing(plein).review(FOUR)
    for person, number, wish in (
        ("piet", 4, "roses"),
        ("kim", 4, "tulips"),
        ("lot", 3, "a pond"),
        ("mia", 3, "a hedge"),
        ("nel", 1, "ivy"),
    ):
        house.suggest(person, quote=f"garden {number}", replace=wish)
    return house


def test_a_collision_further_up_changes_no_name(two: Housing) -> None:
    """Who read a place and settles it settles that one, whatever the public did meanwhile."""
    before = {place.id: place.quote for place in places(two)}
    two.suggest("olga", quote="garden 1", replace="a wall")

    after = {place.id: place.quote for place in places(two)}

    assert set(before) == {1, 3}
    assert set(after) == {1, 3, 5}
    assert before.items() <= after.items()
    assert [place.id for place in places(two)] == [5, 3, 1]  # still in order of the text


def test_a_place_is_called_by_its_lowest_number(two: Housing) -> None:
    assert all(place.id == min(place.suggestions) for place in places(two))


@pytest.mark.parametrize("number", [3, 4])
def test_every_number_that_stands_in_a_place_leads_to_it(two: Housing, number: int) -> None:
    two.anna.cycle(C).move("drafting")

    done = two.bea.cycle(C).decisions.settle(number, [4], because="A hedge.")

    assert (done.place, done.adopted, done.rejected) == (3, (4,), (3,))


def test_a_number_leads_to_where_its_place_went_when_places_grow_together(two: Housing) -> None:
    """Somebody joins the two with one wish that runs over both; the number one has read still leads there."""
    names = {place.id for place in places(two)}
    two.hand_in("olga", "garden 3.\n\nIn part 4 the town looks after garden 4.", "the whole park.")
    two.anna.cycle(C).move("drafting")
    stands = {number: place.id for place in places(two) for number in place.suggestions}

    for number in (*names, 2, 4):
        done = two.bea.cycle(C).decisions.settle(number, because="It stays.", dry_run=True)
        assert done.place == stands[number]
        assert number in done.rejected


def test_what_the_group_decides_changes_no_name_for_anybody(two: Housing) -> None:
    """Else an outsider could read from a name that something was decided behind closed doors."""
    two.suggest("olga", quote="garden 3", replace="a bench")
    two.anna.cycle(C).move("drafting")
    outside = places(two, None)

    two.bea.cycle(C).decisions.set(3, "rejected", because="No water.")

    assert places(two, None) == outside
    assert places(two, "nel") == outside
    (left,) = [place for place in places(two) if 4 in place.suggestions]
    assert (left.id, left.suggestions) == (3, (4, 6))
    assert two.bea.cycle(C).decisions.settle(3, [6], because="To sit on.").rejected == (4,)
    assert places(two, None) == outside


def test_a_withdrawn_number_says_what_became_of_it_and_which_place_is_there_now(two: Housing) -> None:
    two.suggest("olga", quote="garden 3", replace="a bench")
    two.seat("lot").cycle(C).suggestions.withdraw(3)
    two.anna.cycle(C).move("drafting")

    with pytest.raises(NotFound, match=r"3 was withdrawn by its author; what stands there now is place 4: plein decision settle housing 4"):
        two.bea.cycle(C).decisions.settle(3, because="It stays.")
    assert two.bea.cycle(C).decisions.settle(4, because="It stays.").rejected == (4, 6)


def test_a_settled_number_says_what_became_of_it(two: Housing) -> None:
    two.suggest("olga", quote="garden 3", replace="a bench")
    two.anna.cycle(C).move("drafting")
    two.bea.cycle(C).decisions.set(4, "rejected", because="No hedges.")

    with pytest.raises(NotFound, match=r"4 is answered \(rejected\); what stands there now is place 3"):
        two.bea.cycle(C).decisions.settle(4, because="It stays.")
    two.bea.cycle(C).decisions.settle(3, [6], because="To sit on.")
    with pytest.raises(NotFound, match=r"3 is answered \(rejected\); nothing collides there now"):
        two.bea.cycle(C).decisions.settle(3, because="It stays.")
    with pytest.raises(NotFound, match=r"5 collides with nothing; it is decided on by itself: plein decision set housing 5 --adopt"):
        two.bea.cycle(C).decisions.settle(5, because="It stays.")
    with pytest.raises(NotFound, match="There is no place 99"):
        two.bea.cycle(C).decisions.settle(99, because="It stays.")


# --- what was seen


def test_what_came_in_since_a_place_was_seen_is_not_answered_unread(two: Housing) -> None:
    """The reason was given for what was read, and is public."""
    place = next(place for place in places(two) if place.id == 3)
    two.suggest("olga", quote="garden 3", replace="a bench", why="To sit on.")
    two.anna.cycle(C).move("drafting")
    digest = two.digest()

    with pytest.raises(PlaceChanged) as refusal:
        two.bea.cycle(C).decisions.settle(3, [4], because="A hedge.", seen=place.suggestions)

    assert isinstance(refusal.value, Refused)
    assert (refusal.value.place, refusal.value.came) == (3, (6,))
    for word in ("6 (olga: ", "{+a bench+}", "seen=[3, 4, 6]", "plein suggestion collisions housing"):
        assert word in str(refusal.value)
    assert (two.digest(), outcomes(two)) == (digest, {})
    assert two.bea.cycle(C).decisions.settle(3, [4], because="A hedge.", seen=[3, 4, 6]).rejected == (3, 6)


def test_what_came_in_and_is_not_answered_stands_in_nobodys_way(plein: Plein) -> None:
    house = station(plein)
    (place,) = places(house)

    done = house.bea.cycle(C).decisions.settle(1, [1], because="Cheap.", seen=[1, 2])

    assert (place.suggestions, done.open) == ((1, 2, 3), (3,))


def test_who_names_a_suggestion_has_seen_it(two: Housing) -> None:
    two.suggest("olga", quote="garden 3", replace="a bench")
    two.anna.cycle(C).move("drafting")

    assert two.bea.cycle(C).decisions.settle(3, [6], because="To sit on.", seen=[3, 4]).adopted == (6,)
