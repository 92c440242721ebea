"""The page of places where suggestions collide: what each wants, the ready texts, and nothing of what the circle decided behind closed doors."""

from __future__ import annotations

import re

import pytest

from plein import Plein
from plein.publication.material import gather
from plein.publication.pages import make_pages
from tests.cycles import Housing

TEXT = "# Mill\n\nThe old mill on the hill is mended this year, by the town.\n\nTrees are planted.\n"
PAGE = "collisions.html"


@pytest.fixture
def disputed(plein: Plein) -> Housing:
    """Piet and jan both want something else of the mill, and each something more of the sentence."""
    house = Housing(plein).review(TEXT)
    for who, text in (
        ("piet", TEXT.replace("old mill", "windmill").replace("this year", "next year")),
        ("jan", TEXT.replace("old mill", "watermill").replace("by the town", "by its friends")),
        ("kim", TEXT.replace("Trees", "Oaks")),
    ):
        house.seat(who).cycle("housing").suggestions.add(text, why=f"{who} <b>wants</b> it.")
    return house


def pages(house: Housing) -> dict[str, str]:
    """The pages for everybody, without the number of the newest entry in their foot, and the record."""
    made = make_pages(gather(house.outsider, "housing"))
    return {name: re.sub(r"after entry \d+", "", page.decode()) for name, page in made.items() if not name.startswith("record")}


def words(page: str) -> str:
    """What is read on a page, on one line, without what only a screen reader says."""
    return " ".join(re.sub(r"<[^>]+>", "", re.sub(r'<span class="vh">.*?</span>', "", page)).split())


def test_it_shows_what_each_wants_and_the_ready_texts(disputed: Housing) -> None:
    """Numbered as the group takes them, with what each has of whom; what collides with nothing is not there."""
    made = pages(disputed)
    page = words(made[PAGE])

    assert "At 1 place people want something different for the same words." in page
    assert "old millwindmill on the hill is mended thisnext year, by the townits friends." in page
    assert "with all of 1; with part of 2 (piet, jan)" in page
    assert "Oaks" not in page
    assert "<b>wants" not in made[PAGE]
    assert f'<a href="{PAGE}">At 1 place suggestions collide and wait for an answer.</a>' in made["response.html"]
    assert re.findall(r'href="(response\.html#s\d+)"', made[PAGE])


def test_its_texts_are_those_that_the_group_can_take(disputed: Housing) -> None:
    """In the same order, so that one can speak of number two."""
    (place,) = disputed.outsider.cycle("housing").suggestions.collisions()

    listed = re.findall(r"<li>(.*?)</li>", pages(disputed)[PAGE].partition('<details class="ready">')[2], re.DOTALL)
    assert len(listed) == len(place.proposals)
    for shown, proposal in zip(listed, place.proposals, strict=True):
        new = words(re.sub(r"<del>.*?</del>", "", shown.partition("</p>")[2], flags=re.DOTALL))
        assert new == " ".join(proposal.text.split())


def test_nobody_outside_sees_that_the_circle_decided(disputed: Housing) -> None:
    """The pages are to the letter as before, until the answer is published."""
    before = pages(disputed)
    decisions = disputed.bea.cycle("housing").decisions
    (place,) = disputed.bea.cycle("housing").suggestions.collisions()
    decisions.settle(place.id, proposal=1, because="It has what both want.")
    assert pages(disputed) == before

    decisions.publish()
    after = pages(disputed)
    assert PAGE not in after
    assert PAGE not in after["response.html"]


def test_where_nothing_collides_there_is_no_such_page(plein: Plein) -> None:
    house = Housing(plein).review(TEXT)
    house.seat("kim").cycle("housing").suggestions.add(TEXT.replace("Trees", "Oaks"))

    assert PAGE not in pages(house)
    assert PAGE not in pages(house)["response.html"]


def test_what_is_answered_or_says_the_same_waits_for_nothing(plein: Plein) -> None:
    """Two that were both taken over wait for no answer, though one of them has to give way; and who wants the same is in no dispute."""
    house = Housing(plein).review(TEXT)
    for who, year in (("piet", "next year"), ("jan", "in 2030")):
        house.seat(who).cycle("housing").suggestions.add(TEXT.replace("this year", year))
    for who, words in (("kim", "“Oaks”, too."), ("lot", '"Oaks", too.')):
        house.seat(who).cycle("housing").suggestions.add(f"{TEXT}\n{words}\n", typography=True)
    assert [one.agreed for one in house.outsider.cycle("housing").suggestions.collisions()] == [False, True]
    assert "At 1 place people want" in words_of(house)

    house.bea.cycle("housing").decisions.set([1], "adopted")
    house.bea.cycle("housing").decisions.set([2], "adopted")
    house.bea.cycle("housing").decisions.publish()
    assert PAGE not in pages(house)


def words_of(house: Housing) -> str:
    return words(pages(house)[PAGE])
