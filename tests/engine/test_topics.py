"""Topics: a host, a context note that must be there first, and what is said under each of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from plein import Plein, Seat
from plein.engine.inventory.views import Topic
from plein.engine.rows.values import as_json
from plein.errors import ActRefused, BrokenText, NotAllowed, NotFound, Refused, TooLong, Unusable
from tests.conftest import NOON
from tests.cycles import Housing
from tests.engine.conftest import Stage
from tests.engine.scenes import rows, tamper

C = "housing"
NOTE = {"aim": "Hear who would live there.", "scope": "The quays, not the bridge.", "outcome": "The group answers every idea."}


@pytest.fixture
def inventory(housing: Housing) -> Housing:
    """The open inventory, in which piet said 1."""
    return housing.inventory()


def add(housing: Housing, name: str = "harbour") -> Topic:
    return housing.anna.cycle(C).topics.add(name, title="The old harbour", **NOTE)


def opened(housing: Housing, name: str = "harbour") -> Topic:
    add(housing, name)
    return housing.anna.cycle(C).topics.open(name)


def names(seat: Seat) -> list[str]:
    return [one.name for one in seat.cycle(C).topics.list()]


def test_every_cycle_begins_with_its_question_as_a_topic(housing: Housing) -> None:
    """Nobody has to set up anything before people can talk."""
    (question,) = housing.outsider.cycle(C).topics.list()

    assert (question.name, question.aim, question.host) == ("question", "What should change about housing?", "anna")
    assert question.takes_contributions
    assert housing.outsider.cycle(C).topics.show() == question


def test_a_topic_has_its_host_and_its_note(housing: Housing) -> None:
    """The host sets the context; whoever adds it is its host."""
    made = opened(housing)

    assert (made.name, made.title, made.host) == ("harbour", "The old harbour", "anna")
    assert {key: getattr(made, key) for key in NOTE} == NOTE
    assert made.opened == NOON
    assert names(housing.outsider) == ["question", "harbour"]
    assert housing.outsider.verify().damage == ()


MISSING = [
    (("aim", "scope", "outcome"), ("its aim", "its scope", "what happens with what people say")),
    (("aim", "outcome"), ("its aim", "what happens with what people say")),
    (("scope",), ("its scope",)),
]


@pytest.mark.parametrize(("left_out", "said"), MISSING)
def test_a_topic_without_its_whole_note_does_not_open_and_hears_all_that_is_missing(
    housing: Housing, left_out: tuple[str, ...], said: tuple[str, ...]
) -> None:
    """Nobody should be asked to speak without knowing what for; and one refusal is enough."""
    note = {part: text for part, text in NOTE.items() if part not in left_out}
    housing.anna.cycle(C).topics.add("harbour", title="The old harbour", **note)
    before = rows(housing.plein)

    with pytest.raises(Refused) as refusal:
        housing.anna.cycle(C).topics.open("harbour")

    for part in NOTE:
        assert (f"--{part}" in str(refusal.value)) is (part in left_out)
    for words in said:
        assert words in str(refusal.value)
    assert rows(housing.plein) == before
    housing.anna.cycle(C).topics.change("harbour", **{part: NOTE[part] for part in left_out})
    assert housing.anna.cycle(C).topics.open("harbour").takes_contributions


@pytest.mark.parametrize("who", [None, "piet", "kim"])
def test_what_was_never_opened_exists_for_hosts_alone(at: Stage, who: str | None) -> None:
    """In lists, by name, in the home screen, in the record and in what can be filtered by."""
    scene = at("topics")
    scene.anna.cycle(C).topics.add("tramway", title="SECRET-TITLE", aim="SECRET-AIM")
    seat = scene.seat(who) if who else scene.outsider

    assert names(seat) == ["question", "bridge"]
    assert names(scene.anna) == ["question", "bridge", "quays", "tramway"]
    for read in (lambda: seat.cycle(C).topics.show("tramway"), lambda: seat.cycle(C).inventory.list(topic="tramway")):
        with pytest.raises(NotFound) as hidden:
            read()
        assert str(hidden.value) == "There is no topic “tramway” in housing; see plein topic list housing"
    everything = repr((seat.cycle(C).topics.list(), as_json(seat.cycle(C).status()), seat.cycle(C).log(), seat.cycle(C).show()))
    assert "SECRET" not in everything
    assert "tramway" not in everything


def test_an_open_topic_takes_contributions_and_counts_them(inventory: Housing) -> None:
    """One command, with the topic as an option."""
    opened(inventory)
    kim = inventory.seat("kim")
    one = kim.cycle(C).inventory.add("Build on the quays.", topic="harbour")
    answer = inventory.seat("lot").cycle(C).inventory.add("And for whom?", reply_to=one.id)
    kim.cycle(C).inventory.add("For everyone.", reply_to=answer.id)
    kim.cycle(C).inventory.add("Something else.", topic="question")

    found = inventory.outsider.cycle(C).topics.show("harbour")

    assert answer.topic == "harbour"
    assert (found.contributions, found.people, found.replies, found.nudges, found.hidden) == (3, 2, 2, 0, 0)
    assert inventory.outsider.cycle(C).topics.show().contributions == 2
    assert [item.id for item in inventory.outsider.cycle(C).inventory.list(topic="harbour")] == [2, 3, 4]
    assert [item.id for item in inventory.outsider.cycle(C).inventory.list(topic="question")] == [1, 5]


def test_once_there_are_topics_only_those_that_are_open_take_contributions(inventory: Housing) -> None:
    """A misspelt topic would be a conversation nobody leads; the sentence names those there are."""
    assert inventory.seat("kim").cycle(C).inventory.add("Any label will do.", topic="streets").topic == "streets"
    for name in ("harbour", "parks", "old-town"):
        opened(inventory, name)
    add(inventory, "not-yet")
    inventory.anna.cycle(C).topics.close("old-town")
    before = rows(inventory.plein)

    for name in ("streets", "old-town", "not-yet", "harbor"):
        with pytest.raises(Refused) as refusal:
            inventory.seat("kim").cycle(C).inventory.add("Trees.", topic=name)
        assert str(refusal.value) == f"“{name}” is no open topic: choose harbour, parks, or leave it out for the question itself"
    assert rows(inventory.plein) == before
    assert inventory.seat("kim").cycle(C).inventory.add("Trees.").topic is None


def test_a_reply_stays_in_its_conversation(inventory: Housing) -> None:
    """What was labelled before there were topics belongs to the question; a closed conversation is over."""
    label = inventory.seat("kim").cycle(C).inventory.add("By label.", topic="streets")
    assert inventory.seat("lot").cycle(C).inventory.add("Which?", reply_to=label.id).topic == "streets"
    opened(inventory)
    one = inventory.seat("kim").cycle(C).inventory.add("Quays.", topic="harbour")

    assert inventory.seat("lot").cycle(C).inventory.add("Which?", reply_to=label.id).topic is None
    assert inventory.seat("lot").cycle(C).inventory.add("In short.", reply_to=one.id, topic="question").topic is None
    inventory.anna.cycle(C).topics.close("harbour")
    with pytest.raises(Refused):
        inventory.seat("lot").cycle(C).inventory.add("Too late.", reply_to=one.id)


def test_a_topic_opens_closes_and_opens_again(inventory: Housing) -> None:
    """What was said stays to be read; doing a thing twice adds nothing to the record."""
    made = opened(inventory)
    revision = inventory.revision
    assert inventory.anna.cycle(C).topics.open("harbour") == made
    assert inventory.revision == revision

    closed = inventory.anna.cycle(C).topics.close("harbour")
    assert (closed.closed, closed.takes_contributions) == (NOON, False)
    assert inventory.anna.cycle(C).topics.close("harbour") == closed
    assert names(inventory.outsider) == ["question", "harbour"]

    again = inventory.anna.cycle(C).topics.open("harbour")
    assert (again.opened, again.closed, again.takes_contributions) == (made.opened, None, True)
    assert inventory.outsider.verify().damage == ()


def test_the_host_of_a_topic_is_one_of_the_hosts_of_its_cycle(inventory: Housing) -> None:
    """Leading a conversation is a part of hosting, with its rights."""
    with pytest.raises(Refused, match="bea is no host of housing; a topic is led by one of: anna"):
        inventory.anna.cycle(C).topics.add("harbour", title="The harbour", host="bea")
    inventory.anna.cycle(C).group.host("bea", "Knows the harbour.")

    assert inventory.anna.cycle(C).topics.add("harbour", title="The harbour", host="bea").host == "bea"
    assert inventory.anna.cycle(C).topics.change("harbour", host="anna").host == "anna"
    assert inventory.bea.cycle(C).topics.add("parks", title="Parks").host == "bea"


def test_a_change_leaves_alone_what_it_does_not_name(inventory: Housing) -> None:
    """And the same words again are no change."""
    opened(inventory)
    revision = inventory.revision

    assert inventory.anna.cycle(C).topics.change("harbour", aim=NOTE["aim"]).aim == NOTE["aim"]
    assert inventory.revision == revision
    changed = inventory.anna.cycle(C).topics.change("harbour", title="Harbour and quays", scope=" ")
    assert (changed.title, changed.aim, changed.scope) == ("Harbour and quays", NOTE["aim"], NOTE["scope"])
    assert inventory.outsider.verify().damage == ()


BAD: list[tuple[str, Callable[[Seat], Any], type[Exception], str]] = [
    ("capitals", lambda s: s.cycle(C).topics.add("Harbour", title="T"), Unusable, "cannot be a topic's name"),
    ("nothing", lambda s: s.cycle(C).topics.add("", title="T"), Unusable, "cannot be a topic's name"),
    ("a name too long", lambda s: s.cycle(C).topics.add("a" * 61, title="T"), TooLong, "at most 60"),
    ("ten megabytes of name", lambda s: s.cycle(C).topics.add("A" * 10_000_000, title="T"), TooLong, "at most 60"),
    ("the question", lambda s: s.cycle(C).topics.add("question", title="T"), Refused, "every cycle begins with"),
    ("twice", lambda s: s.cycle(C).topics.add("bridge", title="T"), Refused, "There is a topic “bridge” already"),
    ("no title", lambda s: s.cycle(C).topics.add("ferry", title=" "), Unusable, "title="),
    ("a title too long", lambda s: s.cycle(C).topics.add("ferry", title="t" * 201), Unusable, "at most 200"),
    ("ten megabytes of aim", lambda s: s.cycle(C).topics.add("ferry", title="T", aim="a" * 10_000_000), TooLong, "at most 5,000"),
    ("a NUL", lambda s: s.cycle(C).topics.add("ferry", title="T", aim="a\0b"), BrokenText, "U+0000"),
    ("nothing to change", lambda s: s.cycle(C).topics.change("bridge"), Unusable, "outcome="),
    ("changing nothing there is", lambda s: s.cycle(C).topics.change("ferry", aim="A"), NotFound, "no topic “ferry”"),
    ("opening nothing there is", lambda s: s.cycle(C).topics.open("a\nb\0"), NotFound, "no topic “a?b?”"),
    ("closing what never opened", lambda s: s.cycle(C).topics.close("quays"), Refused, "was never opened"),
    ("closing the question", lambda s: s.cycle(C).topics.close("question"), Refused, "always open"),
    ("another cycle", lambda s: s.cycle("trees").topics.open("bridge"), NotFound, "no cycle “trees”"),
]


@pytest.mark.parametrize(("call", "error", "words"), [pytest.param(*case[1:], id=case[0]) for case in BAD])
def test_what_cannot_be_is_refused_in_words(shared_at: Stage, call: Callable[[Seat], Any], error: type[Exception], words: str) -> None:
    """And nothing has changed."""
    scene = shared_at("topics")
    before = rows(scene.plein)

    with pytest.raises(error) as refusal:
        call(scene.anna)

    assert words in str(refusal.value)
    assert len(str(refusal.value)) < 400
    assert rows(scene.plein) == before


def test_only_hosts_set_topics_and_only_while_people_talk(at: Stage) -> None:
    """The table says so; a topic that opens when nothing can be said would be an empty promise."""
    scene = at("topics")
    with pytest.raises(NotAllowed):
        scene.seat("piet").cycle(C).topics.open("quays")
    scene.anna.cycle(C).move("invitation")
    with pytest.raises(ActRefused):
        scene.anna.cycle(C).topics.open("quays")


def test_hosts_see_the_heat_of_each_conversation_and_others_do_not(plein: Plein) -> None:
    """Nudges stand on the contributions for all to read; the thermometer is for who leads. Old and hidden nudges no longer count."""
    housing = Housing(plein).inventory()
    opened(housing)
    one = housing.seat("troll").cycle(C).inventory.add("You are all mad.", topic="harbour")

    def heat(days: float = 0) -> str | None:
        topics = plein.acting_as("anna", at=NOON + timedelta(days=days)).cycle(C).status().topics
        assert topics[0].heat == "calm"
        return topics[1].heat

    assert heat() == "calm"
    for person, expected in (("kim", "lively"), ("lot", "lively"), ("mia", "heated")):
        housing.seat(person).cycle(C).inventory.nudge(one.id, "That is no way to talk.")
        assert heat() == expected
    assert [topic.heat for topic in housing.seat("kim").cycle(C).topics.list()] == [None, None]
    assert housing.seat("kim").cycle(C).topics.show("harbour").nudges == 3
    assert heat(days=7) == "heated"
    assert heat(days=7.01) == "calm"
    housing.anna.cycle(C).inventory.hide(one.id, "It insults people.")
    assert heat() == "calm"
    found = housing.anna.cycle(C).topics.show("harbour")
    assert (found.contributions, found.hidden, found.nudges) == (0, 1, 3)


def test_what_is_said_inside_the_circle_is_not_counted_outside(plein: Plein) -> None:
    """In a focus group the conversation is closed: not even how much was said is anybody else's business."""
    housing = Housing(plein, definition="focus-group")
    opened(housing)
    housing.inventory()
    housing.anna.cycle(C).move("invitation")
    housing.bea.invitations.accept(housing.anna.cycle(C).group.invite("bea", role="drafter", because="Knows it.", for_=1).token)
    housing.anna.cycle(C).move("conversation")
    housing.bea.cycle(C).inventory.add("Among ourselves.", topic="harbour")

    assert housing.bea.cycle(C).topics.show("harbour").contributions == 1
    assert housing.outsider.cycle(C).topics.show("harbour").contributions == 0
    assert housing.seat("piet").cycle(C).status().topics[1].people == 0


TAMPERED = [
    ("the aim", "UPDATE plein_topic SET aim = 'Sell it.' WHERE name = 'bridge'", "topic 1 is damaged"),
    ("the host", "UPDATE plein_topic SET host_id = 2 WHERE name = 'bridge'", "topic 1 is damaged"),
    ("opened by hand", "UPDATE plein_topic SET opened = at WHERE name = 'quays'", "topic 2 is damaged"),
    ("closed by hand", "UPDATE plein_topic SET closed = at WHERE name = 'bridge'", "topic 1 is damaged"),
    ("renamed", "UPDATE plein_topic SET name = 'ferry' WHERE name = 'bridge'", "topic 1 is damaged"),
    ("deleted", "DELETE FROM plein_topic WHERE name = 'quays'", "topic 2 is missing"),
    ("moved", "UPDATE plein_contribution SET topic = 'bridge' WHERE number = 1", "contribution 1 is damaged: what it is about"),
    ("another kind", "UPDATE plein_contribution SET kind = 'idea' WHERE number = 1", "contribution 1 is damaged: what it is about"),
    (
        "outside talk moved",
        "UPDATE plein_contribution SET topic = 'bridge' WHERE number = 3",
        "contribution 3 is damaged: what it is about",
    ),
    ("a link cut", "DELETE FROM plein_link", "the link between contributions"),
    ("a link moved", "UPDATE plein_link SET other = 3", "the link between contributions"),
    ("a link of another", "UPDATE plein_link SET person_id = 1", "the link between contributions"),
]


@pytest.mark.parametrize(("statement", "words"), [pytest.param(*case[1:], id=case[0]) for case in TAMPERED])
def test_verify_names_what_was_changed_behind_its_back(at: Stage, statement: str, words: str) -> None:
    """The record vouches for the context people were given, and for what they spoke about."""
    from plein import Outside

    scene = at("topics")
    scene.anna.cycle(C).inventory.import_([Outside("Heard on the market.", "joe")])
    assert scene.outsider.verify().damage == ()
    assert tamper(scene.plein, statement) >= 1

    assert words in " · ".join(scene.outsider.cycle(C).verify().damage)
