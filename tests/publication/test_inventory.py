"""The inventory as it is read: by topic, with what each is for before what was said, and nothing that is closed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from plein.engine.inventory.views import Contribution, Topic
from plein.publication.material import Material, gather, only_open
from plein.publication.pages import make_pages
from plein.publication.threads import Conversation, conversations
from tests.conftest import NOON
from tests.publication.a_series import Library

QUESTION = Topic("question", "Wonen", "anna", "Hoe?", None, None, NOON, None, 0, 0, 0, 0, 0, None)
TREES = replace(QUESTION, name="trees", title="Bomen")


def _said(number: int, *, topic: str | None = None, reply_to: int | None = None) -> Contribution:
    return Contribution(number, "piet", "idea", topic, "…", reply_to, 0, (), None, None, None, None, (), NOON)


def _told(talks: tuple[Conversation, ...]) -> list[tuple[str, list[tuple[int, int, tuple[int, ...]]]]]:
    return [(talk.name, [(one.item.id, one.depth, one.answers) for one in talk.said]) for talk in talks]


def test_the_question_comes_first_then_the_topics() -> None:
    """With a topic of its own, what names none of them is about the question: nothing falls between."""
    found = conversations((QUESTION, TREES), [_said(1, topic="trees"), _said(2), _said(3, topic="gone"), _said(4, topic="trees")])

    assert _told(found) == [("question", [(2, 0, ()), (3, 0, ())]), ("trees", [(1, 0, ()), (4, 0, ())])]
    assert [talk.topic for talk in found] == [QUESTION, TREES]


def test_a_label_has_a_conversation_of_its_own() -> None:
    """While a cycle has no topics, people name what they speak of as they like."""
    found = conversations((QUESTION,), [_said(1, topic="Parken"), _said(2, reply_to=1), _said(3)])

    assert _told(found) == [("question", [(3, 0, ())]), ("Parken", [(1, 0, (2,)), (2, 1, ())])]
    assert found[1].topic is None


def test_a_reply_to_another_topic_stands_in_its_own() -> None:
    """Both are led to each other."""
    found = conversations((QUESTION, TREES), [_said(1), _said(2, topic="trees", reply_to=1), _said(3, reply_to=1)])

    assert _told(found) == [("question", [(1, 0, (2, 3)), (3, 1, ())]), ("trees", [(2, 0, ())])]


def test_every_contribution_stands_in_a_conversation_once(finished: Material) -> None:
    """A thousand answers to answers are as many, and no deeper than a page can bear."""
    found = conversations(finished.topics, finished.contributions)
    assert sorted(one.item.id for talk in found for one in talk.said) == [one.id for one in finished.contributions]
    (talk,) = conversations((QUESTION,), [_said(number, reply_to=number - 1 or None) for number in range(1, 3001)])
    assert [one.item.id for one in talk.said] == list(range(1, 3001))
    assert max(one.depth for one in talk.said) == 3


def test_a_hidden_contribution_keeps_its_place_and_the_reason(finished: Material) -> None:
    """Nothing disappears in silence."""
    html = make_pages(finished)["inventory.html"].decode()
    assert 'id="c5"' in html
    assert "Scheldt mensen uit." in html
    assert "GEHEIMEBIJDRAGE" not in html


def test_a_hidden_nudge_keeps_its_place_and_the_reason(library: Library) -> None:
    """Its words are gone, also where a host makes the pages of what they may see themselves."""
    library.plein.acting_as("Bram").cycle("lezers-2026").inventory.nudge(1, "GEHEIMESCHELDWOORD")
    library.host.cycle("lezers-2026").inventory.hide(1, "Dit is schelden.", nudge="Bram")
    material = gather(library.outsider, "lezers-2026")
    told = replace(material, contributions=library.host.cycle("lezers-2026").inventory.list())

    for pages in (make_pages(material), make_pages(only_open(told))):
        html = pages["inventory.html"].decode()
        assert re.search(r"<bdi>Bram</bdi>: <strong>[^<]+</strong> [^<]+ Dit is schelden\.</li>", html)
        assert not [name for name, page in pages.items() if b"GEHEIMESCHELDWOORD" in page]


def test_a_topic_of_the_circle_is_not_on_the_pages_even_if_it_came_along(library: Library) -> None:
    """The second lock on the door."""
    material = replace(gather(library.outsider, "lezers-2026"), topics=(QUESTION, TREES, replace(TREES, name="inner", inside=True)))
    assert [one.name for one in only_open(material).topics] == ["question", "trees"]


def test_what_a_topic_is_for_stands_before_what_was_said(library: Library) -> None:
    """Whoever speaks knows who leads the conversation, and what will happen with it."""
    html = make_pages(gather(library.outsider, "lezers-2026"))["inventory.html"].decode()

    places = [
        html.index(part)
        for part in (
            "De vraag</h2>", "<bdi>Marit Hoek</bdi>", "Wanneer bent u graag in de bibliotheek", 'id="c4"',
            "<bdi>Openingsuren</bdi>", "Weten wanneer u zou willen komen.", "niet de bus", "antwoordt in het verslag", 'id="c1"', 'id="c7"',
            "<bdi>Rust en rumoer</bdi>", "<bdi>Jan de Bibliothecaris</bdi>", "Weten waar het schuurt.", 'id="c3"',
        )
    ]  # fmt: skip
    del places[4:5]  # the name of a topic stands in the list on top, too
    assert html.rindex("<bdi>Openingsuren</bdi>") < places[4]
    assert places[:9] == sorted(places[:9])
    assert html.count("open voor bijdragen") == 2


def test_a_topic_says_that_it_is_closed_and_one_that_never_opened_is_not_there(library: Library) -> None:
    """What hosts prepare is theirs."""
    library.host.cycle("lezers-2026").topics.close("uren")
    pages = {name: page.decode() for name, page in make_pages(gather(library.outsider, "lezers-2026")).items()}

    assert "gesloten voor bijdragen" in pages["inventory.html"]
    assert not [name for name, page in pages.items() if "GESLOTENONDERWERP" in page or "achterkamer" in page]


def test_links_lead_both_ways(library: Library) -> None:
    """Who reads the one finds the other."""
    html = make_pages(gather(library.outsider, "lezers-2026"))["inventory.html"].decode()
    cards = dict(re.findall(r'<article class="card[^"]*" id="c(\d+)"(.*?)</article>', html, re.DOTALL))

    assert 'hoort bij: <a href="#c5">5</a>' in cards["3"]
    assert 'hoort bij: <a href="#c3">3</a>' in cards["5"]
    assert "hoort bij" not in cards["1"]
    assert 'antwoorden: <a href="#c2">2</a>, <a href="#c5">5</a>' in cards["1"]


def test_a_pseudonym_is_not_lifted(library: Library) -> None:
    """Neither by the name nor by the sign that the engine knows it by."""
    material = gather(library.outsider, "lezers-2026")
    html = make_pages(material)["inventory.html"].decode()
    assert "<bdi>Merel</bdi> (pseudoniem)" in html
    assert "Joke Smit" not in html
    told = replace(material, contributions=(replace(material.contributions[2], name="Joke Smit", behind="Joke Smit"),))
    assert "Joke Smit" not in repr(only_open(told))  # an organisation's own template might show it


@pytest.mark.parametrize("texts", [False, True])
def test_of_somebody_who_was_erased_a_tombstone_stays(library: Library, texts: bool) -> None:
    """It was not a host who hid it, and the page does not say so."""
    library.plein.acting_as("Sjors").people.erase("Sjors", texts=texts)
    html = make_pages(gather(library.outsider, "lezers-2026"))["inventory.html"].decode()
    (card,) = re.findall(r'id="c5"(.*?)</article>', html, re.DOTALL)

    assert "iemand van wie de gegevens zijn gewist" in card
    assert ("Gewist op verzoek van de persoon zelf." in card) is texts
    assert ("Een zaal waar niemand belt." in card) is not texts
    assert "Verborgen door een gespreksleider" not in card
    assert "erased-" not in html


def test_two_thousand_contributions_are_one_page(finished: Material) -> None:
    """A city that talks gets all of it on its page."""
    many = tuple(
        replace(
            _said(number, topic=("trees", None)[number % 2], reply_to=number - 2 if number % 5 == 0 else None), text="Ja. " * 50, links=(1,)
        )
        for number in range(1, 2001)
    )
    html = make_pages(replace(finished, topics=(QUESTION, TREES), contributions=many))["inventory.html"].decode()

    assert html.count("<article") == 2000


def test_what_was_changed_or_taken_back_says_so(library: Library) -> None:
    """Who comes back to a page sees that it is no longer what it was."""
    said = (replace(_said(1), changed=NOON), replace(_said(2), text=None, hidden="Withdrawn by its author.", withdrawn=NOON))
    material = replace(gather(library.outsider, "lezers-2026"), topics=(QUESTION,), contributions=said)
    html = make_pages(material)["inventory.html"].decode()

    assert re.search(r"door de auteur gewijzigd op <time[^>]*>maandag 23 november 2026", html)
    assert re.search(r"ingetrokken op <time", html)
    assert "Ingetrokken door de auteur." in html
    assert "Verborgen door een gespreksleider" not in html
