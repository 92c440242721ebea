"""Sixty people on twelve paragraphs: a group settles them in few acts, everybody gets an answer, and nobody outside sees it too early."""

from __future__ import annotations

import pytest

from plein import Plein
from plein.engine.review.importing import Handed
from plein.errors import ActRefused, NotAllowed, NotFound, Refused, StaleWrite, Unusable
from tests.cycles import Housing
from tests.engine.scenes import last_body

C = "housing"
TWELVE = (
    "# Plan\n\n" + "\n\n".join(f"In part {number} the town promises to look after the {number} gardens." for number in range(1, 12)) + "\n"
)


def _line(number: int) -> str:
    return f"In part {number} the town promises to look after the {number} gardens."


def _wish(person: int) -> str:
    """What one of sixty wants: a dispute about every other part, the same wish in another typography, additions at the end, and one rewrite."""
    if person == 0:
        return "# Plan\n\n" + "\n\n".join(f"Nothing is as it was, says chapter {number} of mine." for number in range(1, 12)) + "\n"
    if person == 1:  # reaches over three parts
        return TWELVE.replace("\n\n".join(map(_line, (2, 3, 4))), "The town looks after nothing at all in these three parts.")
    part = person % 12
    if part == 0:
        return TWELVE + f"\nAnd person {person} adds a wish of a wholly different kind.\n"
    if part % 2:
        return TWELVE.replace(_line(part), _line(part).replace("the town", "the whole town"))
    wish = ("hasn't forgotten", "hasn’t  forgotten", "wants", "is glad", "promises: it is")[person // 12]
    return TWELVE.replace(_line(part), _line(part).replace("promises", wish))


@pytest.fixture
def crowd(plein: Plein) -> Housing:
    """Back in the circle with all that sixty people wrote."""
    house = Housing(plein).review(TWELVE)
    house.anna.cycle(C).suggestions.import_([Handed(f"p{person:02}", _wish(person), why=f"Because {person}.") for person in range(60)])
    house.anna.cycle(C).move("drafting")
    return house


def test_sixty_people_are_answered_in_few_acts(crowd: Housing) -> None:
    """What counts is the work left to people: one act per place in dispute, one for the rest, one per rewrite."""
    bea = crowd.bea
    suggestions = bea.cycle(C).suggestions.list()
    places = bea.cycle(C).suggestions.collisions()
    acts = 0
    for place in places:
        if not place.agreed:
            together = [one.suggestions[0] for one in place.alternatives if place.kind == "same-place"]
            one_each = {one.paragraph: one.suggestions[0] for one in place.alternatives[::-1] if one.paragraph == one.last_paragraph}
            bea.cycle(C).decisions.settle(place.id, together or list(one_each.values()), because="Most of you want it.")
            acts += 1
    bea.cycle(C).decisions.settle_clean(because="Nobody is against it.")
    for one in suggestions:
        if one.sweeping:
            bea.cycle(C).decisions.set([one.id], "rejected", because="It is another plan.")
            acts += 1
    acts += 1

    assert len(suggestions) == 60
    assert acts <= 8
    assert bea.cycle(C).suggestions.list(undecided=True) == ()
    assert bea.cycle(C).suggestions.collisions() == ()
    merged = bea.cycle(C).draft.merge()
    assert merged.held == ()
    bea.cycle(C).decisions.publish()
    crowd.anna.cycle(C).move("final")
    assert crowd.phase == "final"
    assert crowd.outsider.verify().damage == ()


def test_a_place_is_settled_in_one_entry(crowd: Housing) -> None:
    """Same ones go in with it, what says the same is covered, the others are rejected: all of it or none of it."""
    before = crowd.revision
    place = crowd.bea.cycle(C).suggestions.collisions()[-1]
    first, second = place.alternatives[0], place.alternatives[1]

    done = crowd.bea.cycle(C).decisions.settle(place.id, [first.suggestions[0]], because="The shortest.")

    assert crowd.revision == before + 1
    assert (last_body(crowd.plein)["act"], last_body(crowd.plein)["outcome"]) == ("decide", "settled")
    assert done.adopted == first.same
    assert set(done.covered) == set(first.suggestions) - set(first.same)
    assert set(second.suggestions) <= set(done.rejected)
    outcomes = {one.suggestion: one for one in crowd.bea.cycle(C).decisions.list()}
    assert {outcomes[number].outcome for number in done.adopted} == {"adopted"}
    assert {outcomes[number].covered_by for number in done.covered} <= set(done.adopted)
    assert all(one.because == "The shortest." for one in outcomes.values())
    assert crowd.outsider.verify().damage == ()


def test_places_keep_their_numbers_while_the_group_goes_through_them(crowd: Housing) -> None:
    """Two who settle from the same list must not settle another place than the one they read."""
    places = {place.id: place.quote for place in crowd.bea.cycle(C).suggestions.collisions()}

    crowd.bea.cycle(C).decisions.settle(min(places), because="It stays.")

    left = {place.id: place.quote for place in crowd.bea.cycle(C).suggestions.collisions()}
    assert min(places) not in left
    assert left.items() <= places.items()


def test_several_go_in_together_in_the_order_of_the_group(crowd: Housing) -> None:
    """Whole paragraphs added at one point are no contradiction; only their order is to be chosen."""
    place = crowd.bea.cycle(C).suggestions.collisions()[-1]
    numbers = [one.suggestions[0] for one in place.alternatives]
    assert place.kind == "same-place"

    crowd.bea.cycle(C).decisions.settle(place.id, numbers[::-1], because="All of them are good.")

    text = crowd.bea.cycle(C).draft.merge().text
    at = [text.index((crowd.bea.cycle(C).suggestions.show(number).replace or "").strip()) for number in numbers]
    assert at == sorted(at, reverse=True)
    assert crowd.outsider.verify().damage == ()


def test_what_stood_there_only_because_of_a_long_one_stays_open(crowd: Housing) -> None:
    """Who changed another paragraph is not turned down because somebody wanted to strike all three."""
    place = next(place for place in crowd.bea.cycle(C).suggestions.collisions() if place.last_paragraph > place.paragraph)
    elsewhere = [one for one in place.alternatives if one.paragraph != place.paragraph]
    here = next(one for one in place.alternatives if one.paragraph == one.last_paragraph == place.paragraph)
    assert elsewhere

    done = crowd.bea.cycle(C).decisions.settle(place.id, here.suggestions[:1], because="It stays three parts.")

    assert set(done.open) >= {number for one in elsewhere for number in one.suggestions}
    assert not set(done.open) & {one.suggestion for one in crowd.bea.cycle(C).decisions.list()}


def test_what_collides_cannot_be_settled_together(crowd: Housing) -> None:
    """Else a merge would hold both, long after the group went home."""
    place = next(
        place
        for place in crowd.bea.cycle(C).suggestions.collisions()
        if place.kind != "same-place" and place.paragraph == place.last_paragraph
    )
    digest = crowd.digest()
    one, two = (each.suggestions[0] for each in place.alternatives[:2])

    with pytest.raises(Refused, match="cannot all be adopted"):
        crowd.bea.cycle(C).decisions.settle(place.id, [one, two], because="Both.")
    with pytest.raises(Refused, match="does not stand at place"):
        crowd.bea.cycle(C).decisions.settle(place.id, [10_000], because="That.")
    with pytest.raises(NotFound):
        crowd.bea.cycle(C).decisions.settle(99, [one], because="There.")
    with pytest.raises(Unusable):
        crowd.bea.cycle(C).decisions.settle(place.id, [one], because=" ")
    with pytest.raises(StaleWrite):
        crowd.bea.cycle(C).decisions.settle(place.id, [one], because="It.", revision=1)
    assert crowd.digest() == digest
    assert crowd.bea.cycle(C).decisions.list() == ()


def test_a_dry_run_says_it_and_changes_nothing(crowd: Housing) -> None:
    """A group looks before it settles."""
    place = crowd.bea.cycle(C).suggestions.collisions()[0]
    digest = crowd.digest()

    done = crowd.bea.cycle(C).decisions.settle(place.id, place.alternatives[0].suggestions[:1], because="Look.", dry_run=True)

    assert done.adopted
    assert crowd.bea.cycle(C).decisions.list() == ()
    assert crowd.digest() == digest


def test_an_outsider_sees_the_alternatives_but_no_decision(crowd: Housing) -> None:
    """The crowd may see what it said; what the circle makes of it is published when the circle is ready."""
    seen = crowd.outsider.cycle(C).suggestions.collisions()
    place = seen[0]
    crowd.bea.cycle(C).decisions.settle(place.id, place.alternatives[0].suggestions[:1], because="Most of you want it.")
    crowd.bea.cycle(C).decisions.settle_clean(because="Nobody is against it.")

    assert crowd.outsider.cycle(C).suggestions.collisions() == seen
    assert all(one.decision is None for each in seen for one in each.alternatives)
    assert all(one.authors and one.whys for each in seen for one in each.alternatives)
    assert crowd.bea.cycle(C).suggestions.collisions() != seen
    with pytest.raises((NotAllowed, ActRefused)):
        crowd.seat("p05").cycle(C).decisions.settle(place.id, place.suggestions[:1], because="Me!")


def test_the_largest_set_that_goes_together_can_be_decided_as_it_is(crowd: Housing) -> None:
    """Help that leads to a merge that holds something is none."""
    found = crowd.outsider.cycle(C).suggestions.compatible()
    assert found.exact

    crowd.bea.cycle(C).decisions.set(found.suggestions, "adopted")

    assert crowd.bea.cycle(C).draft.merge(dry_run=True).held == ()
    assert crowd.outsider.cycle(C).suggestions.compatible() == found
    assert set(crowd.bea.cycle(C).suggestions.compatible().suggestions) == set()


def test_the_same_in_another_typography_is_the_same(crowd: Housing) -> None:
    """Who writes a curly apostrophe is no other opinion; who writes another word is."""
    found = {one.id: one for one in crowd.outsider.cycle(C).suggestions.list()}

    for one in found.values():
        assert all(one.id in found[other].same_as for other in one.same_as)
    pairs = [(one.replace or "", found[other].replace or "") for one in found.values() for other in one.same_as]
    assert any(one != other for one, other in pairs)
    assert all(one.replace("’", "'").split() == other.replace("’", "'").split() for one, other in pairs)


RULES = """\
# Rules

The fee is set later.

The council meets.

The lake is for all.

We sing.
"""
WISHES = {
    "The fee is set later.": (
        "Everyone who keeps a boat in the harbour pays the whole yearly fee before the first of April.",
        "Everyone who keeps a boat in the harbour never pays the whole yearly fee before the first of April.",
        "Nobody who keeps a boat in the harbour pays the whole yearly fee before the first of April.",
        "Everyone who keeps a boat in the harbour pays the whole yearly fee before the first of April",
        "Everyone  who keeps a boat in the harbour pays the whole yearly fee before the first of April.",
    ),
    "The council meets.": (
        "The council meets behind closed doors if two thirds of its members ask for that.",
        "The council meets behind closed doors if one third of its members ask for that.",
    ),
    "The lake is for all.": ("The lake is for all (members).", "The lake is for all members.", "The lake is for all members?"),
    "We sing.": ("We sing, children.", "We sing children."),
}
"""For every passage: first what is adopted, then others in nearly its words; only the last one about the fee says the same."""


@pytest.fixture
def opposites(plein: Plein) -> Housing:
    """Back in the circle with wishes that differ in a word or a sign."""
    house = Housing(plein).review(RULES)
    for quote, wishes in WISHES.items():
        for number, wish in enumerate(wishes):
            house.suggest(f"p{number}", quote=quote, replace=wish)
    house.anna.cycle(C).move("drafting")
    return house


def test_an_opposite_is_rejected_and_never_told_that_its_wish_was_granted(opposites: Housing) -> None:
    """*Nobody pays* is no wish that *everyone pays* answers, however many letters they share.

    Numbers 10 and 12 stand beside what 8 and 11 put in: they are alike, and nothing but that, so that people judge them.
    """
    said = {one.id: one.replace for one in opposites.outsider.cycle(C).suggestions.list()}
    places = {place.quote: place for place in opposites.bea.cycle(C).suggestions.collisions()}
    assert places.keys() == WISHES.keys()

    done = {
        quote: opposites.bea.cycle(C).decisions.settle(place.id, [min(place.suggestions)], because="So.") for quote, place in places.items()
    }

    for quote, settled in done.items():
        first = min(places[quote].suggestions)
        same = {5: first} if quote.startswith("The fee") else {}
        alike = {8: (10,), 11: (12,)}.get(first, ())
        assert (settled.adopted, settled.covered, settled.open) == ((first,), same, alike)
        assert set(settled.rejected) == set(places[quote].suggestions) - {first, *same, *alike}
    decisions = {one.suggestion: one for one in opposites.bea.cycle(C).decisions.list()}
    assert {number for number, one in decisions.items() if one.outcome == "covered"} == {5}
    assert (said[5] or "").split() == (said[1] or "").split()
    merged = opposites.bea.cycle(C).draft.merge()
    assert merged.held == ()
    assert all(wishes[0] in merged.text for wishes in WISHES.values())
    assert opposites.outsider.verify().damage == ()


def test_what_is_alike_is_shown_together_and_taken_over_by_nobody_unasked(opposites: Housing) -> None:
    """Nothing of it is in nobody's way."""
    places = opposites.bea.cycle(C).suggestions.collisions()

    assert sum(len(place.suggestions) for place in places) == sum(map(len, WISHES.values()))
    assert not any(place.agreed for place in places)
    assert [[one.like for one in place.alternatives] for place in places] == [[None, 1, 1, 1], [None, 6], [None, 8, 8], [None, 11]]
    with pytest.raises(NotFound):
        opposites.bea.cycle(C).decisions.settle_clean(because="Nobody is against it.")


def test_what_can_stand_beside_the_choice_stays_open(plein: Plein) -> None:
    """It collided with what was turned down, and nobody spoke about it."""
    house = Housing(plein).review("# Plan\n\nThe old mill on the hill is mended this year.\n")
    house.suggest("piet", quote="old mill", replace="windmill")
    house.suggest("jan", quote="old mill on the hill", replace="barn")
    house.suggest("kim", quote="the hill is", replace="the dune is")
    house.anna.cycle(C).move("drafting")
    (place,) = house.bea.cycle(C).suggestions.collisions()
    assert place.suggestions == (1, 2, 3)

    done = house.bea.cycle(C).decisions.settle(place.id, [1], because="It is one.")

    assert (done.adopted, done.rejected, done.open) == ((1,), (2,), (3,))
    assert house.bea.cycle(C).decisions.settle_clean(because="And a dune.").adopted == (3,)
    assert "The windmill on the dune is mended" in house.bea.cycle(C).draft.merge().text
