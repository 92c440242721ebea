"""New numbers of articles and sub-numbers go with what gave them: who puts one article in suggests one thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import apply, merge, places
from plein.documents.diff.noted import adapted
from tests.documents.statutes import ABOUT, STATUTES, agrees, articles, headings, merged_of, numbered, statutes
from tests.laws import looks

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


@pytest.mark.parametrize("several", [True, False])
def test_an_article_that_is_moved_is_moved_with_all_numbers(several: bool) -> None:
    """Its own, those behind it, and its sub-numbers: nobody took it out."""
    made = statutes if several else articles
    old, new = made("naam", "leden", "geld", "bestuur", "slot"), made("naam", "geld", "bestuur", "leden", "slot")
    (place,) = places(old, new)
    assert place.moved_to is not None
    assert place.quote.startswith("## Artikel 2 leden")
    assert place.replace.startswith("## Artikel 4 leden")
    assert apply(old, place.edits) == new


def test_words_in_an_article_go_with_it_when_another_moves_it() -> None:
    old, new = articles("naam", "leden", "geld", "bestuur", "slot"), articles("naam", "geld", "bestuur", "leden", "slot")
    text, held = merged_of(old, new, old.replace("meedoet", "meehelpt"))
    assert held == frozenset()
    assert text == new.replace("meedoet", "meehelpt")


def test_an_article_put_in_beside_a_move_counts_on() -> None:
    old = articles("naam", "leden", "geld", "bestuur", "slot")
    put_in = articles("naam", "zetel", "leden", "geld", "bestuur", "slot")
    text, held = merged_of(old, articles("naam", "geld", "bestuur", "leden", "slot"), put_in)
    assert held == frozenset()
    assert headings(text) == ["1 naam", "2 zetel", "3 geld", "4 bestuur", "5 leden", "6 slot"]
    text, held = merged_of(old, articles("leden", "geld", "bestuur", "slot", "naam"), put_in)
    assert headings(text) == ["1 zetel", "2 leden", "3 geld", "4 bestuur", "5 slot", "6 naam"]


@looks(150)
@given(st.permutations(sorted(ABOUT)), st.integers(0, 4), st.integers(0, 4), st.integers(1, 4))
def test_no_number_stands_twice_whatever_is_moved_and_put_in(names: list[str], out: int, to: int, put: int) -> None:
    """Or those who did it wait."""
    what, moved, wider = names[:5], names[:5], names[:5]
    moved.insert(to, moved.pop(out))
    wider.insert(put, names[5])
    text, held = merged_of(articles(*what), articles(*moved), articles(*wider))
    numbers = [int(line.split()[0]) for line in headings(text)]
    assert numbers == list(range(1, len(numbers) + 1))
    if not held:
        assert sorted(line.split()[1] for line in headings(text)) == sorted(wider)
    assert agrees(merged_of(statutes(*what), statutes(*moved), statutes(*wider))[0])


def test_numbers_go_with_the_nearest_that_gave_them() -> None:
    """Of two articles that are put in, those behind the second go with the second."""
    base = articles("naam", "leden", "geld", "bestuur", "slot")
    first, second = places(base, articles("naam", "zetel", "leden", "geld", "geschil", "bestuur", "slot"))
    assert apply(base, first.edits).count("## Artikel 3 leden") == 1
    assert "bestuur" not in "".join(line for line in apply(base, first.edits).splitlines() if line.startswith("## Artikel 6"))
    assert apply(base, second.edits).count("## Artikel 7 slot") == 1


def test_other_words_take_the_place_of_what_is_put_in_and_of_no_number() -> None:
    """Also where a number that goes with it stands before it."""
    base = articles("naam", "leden", "slot")
    (place,) = places(
        base, base.replace("Artikel 1", "Artikel 2").replace("\n## Artikel 3", "\n## Artikel 3 zetel\n\nHier.\n\n## Artikel 4")
    )
    assert place.edits[0].text == "2"
    text = apply(base, adapted(base, place.edits, (place.start, place.end), place.replace, "## Artikel 3 zetel\n\nDaar."))
    assert text == apply(base, place.edits).replace("Hier.", "Daar.")


def test_a_line_that_is_moved_in_a_quotation_is_one_place() -> None:
    """Also where a line with nothing but the sign of the quotation stands above."""
    what = ["naam", "leden", "geld", "slot"]
    found = places(numbered("quoted letters", "\n", what), numbered("quoted letters", "\n", [what[-1], *what[:-1]]))
    assert [one.moved_to is not None for one in found] == [True]
