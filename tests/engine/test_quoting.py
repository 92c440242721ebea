"""A passage quoted as it reads, on its way through a cycle: the source keeps its marks, and what is kept of it is the source."""

from __future__ import annotations

import pytest

from plein import Plein
from plein.errors import ActRefused, NoIdentity, NothingChanged, QuoteNotFound, QuoteTorn
from tests.cycles import Housing
from tests.engine.scenes import rows, tamper

C = "housing"
TEXT = """\
# Housing

We **build** homes in [every village](https://example.org) and
town, as the council’s plan says.

- rent
- **buy**
"""
SOURCE = "We **build** homes in [every village](https://example.org)"


@pytest.fixture
def house(plein: Plein) -> Housing:
    """A review of a text with marks in it."""
    return Housing(plein).review(TEXT)


def test_a_suggestion_on_what_is_read_changes_its_words_alone(house: Housing) -> None:
    """What is merged is what was asked; what people see of it is the passage as it is written, before and after."""
    made = (
        house.seat("piet").cycle(C).suggestions.add_quote("We build homes in every village", "We rent homes in every village").suggestions
    )
    assert [(one.paragraph, one.quote, one.replace) for one in made] == [(2, SOURCE, SOURCE.replace("build", "rent"))]
    tip = house.seat("kim").cycle(C).suggestions.tip("council's plan", "Which?").suggestions[0]
    assert tip.quote == "council’s plan"

    house.adopt(made[0].id)
    house.bea.cycle(C).draft.merge()
    assert house.bea.cycle(C).draft.show().text == TEXT.replace("build", "rent")
    assert house.outsider.verify().damage == ()


def test_the_same_wish_in_both_ways_folds(house: Housing) -> None:
    """Whoever quotes the page and whoever edits the source want one thing."""
    one = house.seat("piet").cycle(C).suggestions.add_quote("We build homes in", "We rent homes in").suggestions[0]
    two = house.seat("kim").cycle(C).suggestions.add(TEXT.replace("build", "rent")).suggestions[0]
    shown = house.outsider.cycle(C).suggestions
    assert two.id in shown.show(one.id).same_as


def test_only_typography_is_no_change(house: Housing) -> None:
    """A curled quote is nobody's wish."""
    before = rows(house.plein)
    with pytest.raises(NothingChanged, match="reads so already"):
        house.seat("piet").cycle(C).suggestions.add_quote("town, as the council's plan", "town, as the councilʼs plan")
    with pytest.raises(QuoteTorn, match="paragraph 2 of version 1"):
        house.seat("piet").cycle(C).suggestions.add_quote("village and town", "*hamlet* and town")
    assert rows(house.plein) == before


def test_a_decision_keeps_the_source_of_its_place_and_its_marks(house: Housing) -> None:
    """A later check of the merge reads the same passage, whatever else is learnt about reading; and a link is not lost by deciding."""
    number = house.suggest("piet", quote="rent", replace="hire").id
    house.anna.cycle(C).move("drafting")
    before = rows(house.plein)
    with pytest.raises(QuoteTorn):
        house.bea.cycle(C).decisions.set([number], "adapted", text="hamlets and", at="village and", because="So.")
    assert rows(house.plein) == before

    quote, text = "We build homes in every village", "We build houses in each village"
    (done,) = house.bea.cycle(C).decisions.set([number], "adapted", text=text, at=quote, because="Better.")
    assert done.place is not None
    assert (done.place.quote, done.text) == (SOURCE, SOURCE.replace("homes", "houses").replace("every", "each"))
    house.bea.cycle(C).draft.merge()

    assert house.bea.cycle(C).draft.show().text == TEXT.replace("homes", "houses").replace("every", "each")
    assert house.outsider.verify().damage == ()


def test_an_older_place_is_looked_for_to_the_letter_as_it_was(house: Housing) -> None:
    """What an older decision says of the text is what it said then: its passage is not found in another way now."""
    number = house.suggest("piet", quote="rent", replace="hire").id
    house.anna.cycle(C).move("drafting")
    house.bea.cycle(C).decisions.set([number], "adopted", at="**buy**")
    house.bea.cycle(C).draft.merge()
    assert house.bea.cycle(C).draft.show().text == TEXT.replace("**buy**", "hire")

    assert tamper(house.plein, "UPDATE plein_decision SET at_quote = 'We build homes' WHERE suggestion = 1") == 1
    assert house.outsider.verify().damage


def test_who_may_not_read_a_closed_draft_learns_none_of_it_by_a_near_quote(house: Housing) -> None:
    """What is nearest is told only to those who may suggest, of what they may read."""
    house.anna.cycle(C).move("drafting")
    house.bea.cycle(C).draft.save(TEXT.replace("rent", "secret gasometers"))
    for person, error in (("piet", ActRefused), (None, (ActRefused, NoIdentity))):
        with pytest.raises(error) as refusal:
            house.plein.acting_as(person).cycle(C).suggestions.add_quote("secret gasometer", "x")
        assert "gasometers" not in str(refusal.value)

    house.anna.cycle(C).move("review")
    with pytest.raises(QuoteNotFound, match="nearest to it is, in paragraph 3: “secret gasometers”"):
        house.seat("piet").cycle(C).suggestions.add_quote("secrets gasometer", "x")
