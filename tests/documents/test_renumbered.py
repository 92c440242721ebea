"""New numbers of articles and sub-numbers go with what gave them: who puts one article in suggests one thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import apply, merge, places
from tests.laws import looks

STATUTES = """# Statuten

## Artikel 1 Naam

De vereniging heet Overwaard.

## Artikel 2 Leden

2.1 Lid is wie betaalt.

2.2 Lid is ook:
a. wie woont;
b. wie werkt;
c. wie helpt.

## Artikel 3 Contributie

3.1 Leden betalen per jaar.
"""
SEAT = "## Artikel 2 Zetel\n\nZij zetelt in de stad.\n\n"


def told(old: str, new: str) -> list[tuple[str, str]]:
    return [(one.quote, one.replace) for one in places(old, new)]


def with_seat() -> str:
    text = STATUTES.replace("Artikel 3", "Artikel 4").replace("Artikel 2", "Artikel 3").replace("\n3.", "\n4.").replace("\n2.", "\n3.")
    return text.replace("## Artikel 3 Leden", SEAT + "## Artikel 3 Leden")


def test_an_article_that_is_put_in_is_one_thing_with_all_numbers_behind_it() -> None:
    (place,) = places(STATUTES, with_seat())
    assert (place.quote, place.replace) == ("", SEAT.strip())
    assert apply(STATUTES, place.edits) == with_seat()


def test_one_that_is_taken_out_likewise() -> None:
    (place,) = places(with_seat(), STATUTES)
    assert place.replace == ""
    assert "Zetel" in place.quote
    assert apply(with_seat(), place.edits) == STATUTES


def test_a_sub_number_that_is_put_in_goes_with_the_letters_behind_it() -> None:
    new = STATUTES.replace("b. wie werkt;\nc. wie", "b. wie leert;\nc. wie werkt;\nd. wie")
    assert told(STATUTES, new) == [("", "b. wie leert;")]


def test_other_words_in_between_are_a_wish_of_their_own() -> None:
    new = with_seat().replace("wie betaalt", "wie bijdraagt").replace("per jaar", "per maand")
    assert [one.replace for one in places(STATUTES, new)] == [SEAT.strip(), "3.1 Lid is wie bijdraagt.", "4.1 Leden betalen per maand."]


def test_letters_go_with_letters_and_articles_with_articles() -> None:
    new = with_seat().replace("b. wie werkt;\nc. wie", "b. wie leert;\nc. wie werkt;\nd. wie")
    found = places(STATUTES, new)
    assert [one.replace for one in found] == [SEAT.strip(), "b. wie leert;"]
    assert [apply(STATUTES, one.edits).count("Artikel 4") for one in found] == [1, 0]


@pytest.mark.parametrize(
    "new",
    [STATUTES.replace("Artikel 3", "Artikel 5"), STATUTES.replace("c. wie", "d. wie"), STATUTES.replace("3.1", "3.2")],
)
def test_another_number_that_nothing_explains_is_a_wish(new: str) -> None:
    assert len(places(STATUTES, new)) == 1


def test_a_number_with_other_words_is_a_wish() -> None:
    new = with_seat().replace("Artikel 4 Contributie", "Artikel 4 Bijdrage")
    assert [one.replace for one in places(STATUTES, new)] == [SEAT.strip(), "## Artikel 4 Bijdrage"]


@looks(200)
@given(st.integers(1, 8), st.lists(st.integers(0, 8), max_size=4), st.sets(st.integers(0, 7), max_size=2))
def test_all_places_together_are_the_whole(number: int, put: list[int], gone: set[int]) -> None:
    """However many articles come and go; and each place applies without the others."""

    def text(articles: list[str]) -> str:
        return (
            "".join(f"## Artikel {at} Over {what}\n\n{at}.1 Dit gaat over {what}.\n\n" for at, what in enumerate(articles, 1)).rstrip("\n")
            + "\n"
        )

    articles = [f"punt {chr(97 + at)}" for at in range(number)]
    after = [one for at, one in enumerate(articles) if at not in gone]
    for turn, at in enumerate(put):
        after.insert(min(at, len(after)), f"nieuw {turn}")
    old, new = text(articles), text(after) if after else "Niets.\n"
    found = places(old, new)
    merged = merge(old, dict(enumerate(one.edits for one in found)))
    assert merged.text == new or merged.held
    assert apply(old, sorted(edit for one in found for edit in one.edits)) == new
    for one in found:
        apply(old, one.edits)
