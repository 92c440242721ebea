"""The response document: nobody is left out, and the numbers add up."""

from __future__ import annotations

import re
from dataclasses import replace

from plein.publication.material import Material, gather
from plein.publication.pages import make_pages
from plein.publication.response import TELLING, replies
from tests.publication.a_cycle import Town


def test_the_counts_add_up(town: Town) -> None:
    """total = adopted + adapted + rejected + covered + withdrawn + noted + waiting"""
    material = gather(town.outsider, "wonen")
    (reply,) = replies(material.suggestions, material.versions)
    assert reply.total == len(material.suggestions) == sum(reply.counts.values())
    assert reply.counts == {"adopted": 1, "adapted": 1, "rejected": 1, "covered": 1, "withdrawn": 1, "noted": 1, "waiting": 3}
    assert set(reply.counts) == set(TELLING)
    assert reply.tips == 1


def test_every_suggestion_stands_in_it_once(finished: Material) -> None:
    """Who took the trouble to write finds the answer by its number."""
    html = make_pages(finished)["response.html"].decode()
    assert sorted(map(int, re.findall(r'<article [^>]*id="s(\d+)"', html))) == [one.id for one in finished.suggestions]


def test_the_same_suggestion_is_no_collision_to_speak_of(finished: Material) -> None:
    """Two who want the same want the same."""
    one, two, three = (replace(finished.suggestions[index], collides_with=(), same_as=()) for index in range(3))
    pair = (replace(one, same_as=(2,), collides_with=(2, 3)), replace(two, same_as=(1,), collides_with=(1, 3)), three)
    (reply,) = replies(pair, finished.versions)
    assert [answer.collides for passage in reply.passages for answer in passage.answers] == [(3,), (3,), ()]


def test_a_change_of_blank_lines_alone_says_so(finished: Material) -> None:
    """Else it looks as if somebody suggested nothing."""
    blank = replace(finished.suggestions[0], replace=finished.suggestions[0].quote)
    assert "Alleen witregels veranderen." in make_pages(replace(finished, suggestions=(blank,)))["response.html"].decode()
    assert "Alleen witregels veranderen." not in make_pages(finished)["response.html"].decode()


def test_counted_words_agree_with_their_number(finished: Material) -> None:
    """Two kinds of number stand in these sentences; it is the count that decides."""
    pages = make_pages(finished)
    assert "9 suggesties van 6 mensen" in pages["response.html"].decode()
    assert "1 suggestie van 1 persoon" in pages["response.html"].decode()
    assert "Er is 1 wijziging sinds versie 3." in pages["changes-4.html"].decode()


def test_a_rewrite_of_everything_stands_apart(finished: Material) -> None:
    """It would push everybody else's off the page."""
    first, *_ = replies(finished.suggestions, finished.versions)
    assert [one.suggestion.author for one in first.sweeping] == ["De Herschrijver"]
    assert all(not one.suggestion.sweeping for passage in first.passages for one in passage.answers)
    assert [passage.number for passage in first.passages] == sorted(passage.number for passage in first.passages)


def test_a_passage_that_is_to_stand_elsewhere_says_where(finished: Material) -> None:
    """Else it looks as if somebody suggested what was there already."""
    first = finished.suggestions[0]
    moved = replace(first, moved_to=7, replace=first.quote)
    for one, told in ((moved, "te verplaatsen naar na alinea 7"), (replace(moved, moved_to=0), "te verplaatsen naar het begin")):
        html = make_pages(replace(finished, suggestions=(one,)))["response.html"].decode()
        assert told in html
        assert first.quote in html
        assert "Alleen witregels veranderen." not in html


def test_words_that_were_erased_leave_a_tombstone_and_the_answer(town: Town) -> None:
    """The group answered something; that stays true."""
    town.plein.acting_as("Noor").people.erase("Noor", texts=True)
    html = make_pages(gather(town.outsider, "wonen"))["response.html"].decode()
    card = html[html.index('id="s4"') :]
    card = card[: card.index("</article>")]
    assert card.count("Gewist op verzoek van de persoon zelf.") == 1
    assert "Alleen witregels veranderen." not in card
    assert "Het wordt te heet" not in html
    assert "iemand van wie de gegevens zijn gewist" in card


def test_a_suggestion_says_from_which_version_it_was_carried_and_what_took_its_place(finished: Material) -> None:
    """Else somebody looks for their words in a version they never edited, and for a wish that they had said anew."""
    one = replace(finished.suggestions[0], edited_from=finished.suggestions[0].version + 7, replaced_by=(5,))

    html = make_pages(replace(finished, suggestions=(one, *finished.suggestions[1:])))["response.html"].decode()

    assert f"bewerkt vanuit versie {one.edited_from}, en meegenomen naar deze" in html
    assert 'vervangen door <a href="response.html#s5">5</a>' in html
    assert "vervangen door" not in make_pages(finished)["response.html"].decode()
