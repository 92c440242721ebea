"""The story has in it everything that a newcomer should see of plein, and ends in a text that can be shown."""

from __future__ import annotations

from collections import Counter

import pytest

from plein.demo import story
from plein.demo.story.listening import TITLE
from plein.documents import paragraphs
from plein.terms import term
from tests.demo.conftest import Played

SENTENCES = (
    "Wie wil kopen, biedt op tegen mensen met meer geld.",
    "- Wie je bent mag nooit bepalen of je een huis krijgt: bij verhuur loten wij.\n- Ook een kamer is een huis: studenten tellen mee.\n",
    "vijfendertig sociale huur, veertig betaalbaar voor een middeninkomen en vijfentwintig vrije sector",
    "| Sociale huur | 6.200 | 7.250 |",
    "| Vrije sector | 9.500 | 10.250 |",
    "die er zelf gaat wonen, of voor een ouder of een kind. Daarom willen wij",
    "een zelfbewoningsplicht van zeven jaar en opkoopbescherming voor elk huis in de stad, ook voor de huizen die er al staan.",
    "Het land aan de Waard, waar vee graast en het hoge water staat, houden wij vrij: ook na 2035.",
    "een halve parkeerplaats per woning, met vaste plaatsen voor zorg en nachtdienst.",
    "twintig tot veertig kleine, gelijkvloerse woningen rond een gedeelde tuin",
    "met een gezamenlijke kamer waar ook de wijkverpleegkundige zit.",
    "en wie huurt betaalt daar niet aan mee, ook later niet.",
    "op één leesbare bladzijde, en elke maand op een teller in het stadhuis, laat zien",
)


def test_every_outcome_occurs(played: Played) -> None:
    """A reader who asks "and what if …?" finds the case in the example."""
    found = Counter(one.decision.outcome if one.decision else one.status for one in played.seat(None).cycle(story.SLUG).suggestions.list())
    assert set(found) == {"adopted", "adapted", "rejected", "covered", "noted", "withdrawn"}


def test_one_place_is_settled_by_a_ready_text(played: Played) -> None:
    """Nobody types what others already wrote: what both want goes in, and both are told."""
    found = played.seat(None).cycle(story.SLUG).suggestions.list()
    (settled,) = (one for one in found if one.decision and one.decision.put_together_from)
    assert [found[number - 1].author for number in settled.decision.put_together_from] == ["fatma", "karim"]
    assert any("put together from" in line for line in played.lines)


def test_every_decision_but_the_adopted_has_a_reason(played: Played) -> None:
    """The example does what the rules ask, also where they would let it off."""
    decisions = played.seat(None).cycle(story.SLUG).decisions.list()
    assert all(one.published for one in decisions)
    assert all(one.because for one in decisions if one.outcome != "adopted")


def test_all_kinds_of_suggestion_occur(played: Played) -> None:
    """Tips, suggestions and refinements, of which one rewrites everything and two are the same."""
    found = played.seat(None).cycle(story.SLUG).suggestions.list()
    assert {one.kind for one in found} == {"suggestion", "refinement", "tip"}
    assert [one.author for one in found if one.sweeping] == ["pim"]
    changes = Counter((one.version, one.quote, one.replace) for one in found if one.kind != "tip")
    assert max(changes.values()) == 2


@pytest.mark.parametrize("kind", ["overlap", "contained", "same-place", "contrary"])
def test_every_kind_of_collision_occurs(played: Played, kind: str) -> None:
    """Real disagreements have kinds, and the reader meets each of them."""
    assert any(f": {term(kind)}, " in line for line in played.lines)


def test_there_are_two_rounds(played: Played) -> None:
    """The model is a series of one-twos between open and closed."""
    cycle = played.seat(None).cycle(story.SLUG).show()
    reviews = [step for step in cycle.steps if step.phase == "review"]
    assert (cycle.phase, cycle.round, len(reviews)) == ("final", 2, 2)
    assert all(step.ask and step.closes for step in reviews)


def test_a_dozen_people_and_more_take_part(played: Played) -> None:
    """A crowd small enough to remember and large enough to disagree."""
    seat = played.seat(None)
    people = {one.author for one in seat.cycle(story.SLUG).suggestions.list()} | {
        one.author for one in seat.cycle(story.SLUG).inventory.list()
    }
    assert len(people) >= 12
    assert {one.status for one in seat.cycle(story.SLUG).group.list()} >= {"accepted", "declined", "withdrawn"}


def test_what_nobody_could_decide_is_carried_to_the_second_round(played: Played) -> None:
    """No suggestion dies of a new version."""
    carried = [entry.body["carried"] for entry in played.seat("anna").cycle(story.SLUG).log() if entry.body and "carried" in entry.body]
    assert carried == [{"carried": 2}]


def test_insertions_at_one_place_go_in_together(played: Played) -> None:
    """Two people who each add something to the end of a list are both right."""
    text = played.seat(None).cycle(story.SLUG).draft.show().text
    assert SENTENCES[1] in text


def test_the_final_text_holds_what_was_decided(played: Played) -> None:
    """The ends of the story, sentence by sentence."""
    text = played.seat(None).cycle(story.SLUG).draft.show().text
    assert [sentence for sentence in SENTENCES if sentence not in text] == []
    assert len(paragraphs(text)) > 30


def test_the_table_adds_up(played: Played) -> None:
    """Somebody always checks: the rows make the total, and the growth is divided as the sentence says."""
    rows = [
        [int(cell.strip().replace(".", "")) for cell in line.strip("|").split("|")[1:]]
        for line in played.seat(None).cycle(story.SLUG).draft.show().text.splitlines()
        if line.startswith("| ") and "Nu" not in line
    ]
    *kinds, total = rows
    assert [sum(column) for column in zip(*kinds, strict=True)] == total
    growth = [after - before for before, after in kinds]
    assert (sum(growth), growth[0], growth[1] + growth[2], growth[3]) == (3000, 1050, 1200, 750)


def test_the_record_is_whole_and_time_goes_forward(played: Played) -> None:
    """`plein verify` is part of the story, and nobody in it answers before the question."""
    assert played.seat(None).verify().damage == ()
    verified = played.seat(None).cycle(story.SLUG).verify()
    moments = [entry.at for entry in played.seat("anna").cycle(story.SLUG).log() if entry.at]
    assert len(moments) == verified.entries
    assert moments == sorted(moments)


def test_the_pages_are_there(played: Played) -> None:
    """The demo ends with something to look at: the final text, and the reason given to each."""
    pages = played.folder / "pages"
    everything = " ".join(page.read_text(encoding="utf-8") for page in pages.glob("*.html"))
    assert (pages / "index.html").is_file()
    assert TITLE in everything
    assert "Zonder getal begint bij elk bouwplan dezelfde ruzie." in everything
