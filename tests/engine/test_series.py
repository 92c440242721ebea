"""Cycles that follow each other: what the next one takes over, who should rest, and what was promised."""

from __future__ import annotations

import pytest

from plein import Plein
from plein.errors import ActRefused, NotAllowed, NotFound, Refused, Unusable
from tests.cycles import Housing
from tests.engine.scenes import tamper

NOTE = {"aim": "To know what is missing.", "scope": "Homes in this town.", "outcome": "The group answers."}


def _group(plein: Plein, slug: str, people: tuple[str, ...]) -> None:
    """Take a cycle to drafting with these people in its group."""
    anna = plein.acting_as("anna")
    anna.cycle(slug).move("inventory")
    plein.acting_as("piet").cycle(slug).inventory.add("Nine years.")
    anna.cycle(slug).move("invitation")
    for person in people:
        plein.acting_as(person).invitations.accept(
            anna.cycle(slug).group.invite(person, role="drafter", because="Said something new.").token
        )
    anna.cycle(slug).move("drafting")


def test_the_next_of_a_series_takes_over_what_is_not_said_anew(housing: Housing) -> None:
    """A retailer asks the same people's panel every year; nobody wants to type it all again."""
    anna = housing.anna
    anna.cycle("housing").topics.add("trees", title="Trees", **NOTE)
    anna.cycle("housing").topics.open("trees")
    anna.cycle("housing").group.host("noor", because="Leads the talk about trees.")
    anna.cycle("housing").words.avoid("stakeholder*", better="people involved")

    made = anna.cycles.new("housing-2027", after="housing", question="And what now?")

    assert (made.after, made.title, made.question, made.language, made.definition) == (
        "housing",
        "Housing",
        "And what now?",
        "en",
        "plein66",
    )
    assert made.hosts == ("anna", "noor")
    topic = next(one for one in anna.cycle("housing-2027").topics.list() if one.name == "trees")
    assert (topic.aim, topic.scope, topic.outcome, topic.opened) == (NOTE["aim"], NOTE["scope"], NOTE["outcome"], None)
    assert [one.word for one in anna.cycle("housing-2027").words.list()] == ["stakeholder*"]
    assert anna.verify().damage == ()


def test_a_topic_keeps_its_host_and_whoever_begins_the_next_is_one(housing: Housing) -> None:
    """Nobody becomes host of anything by having been one once, and nobody who asked to be forgotten comes back."""
    anna = housing.anna
    for person in ("noor", "rob", "mia"):
        anna.cycle("housing").group.host(person, because="Knows it well.")
    for topic, host in (("trees", "noor"), ("ponds", None)):
        anna.cycle("housing").topics.add(topic, title=topic.title(), host=host, **NOTE)
    anna.cycle("housing").group.host("rob", because="Moved away.", end=True)
    anna.people.erase("mia")

    noor = housing.seat("noor")
    made = noor.cycles.new("housing-2027", after="housing")

    assert made.hosts == ("noor", "anna")
    assert {one.name: one.host for one in noor.cycle("housing-2027").topics.list()} == {
        "trees": "noor",
        "ponds": "anna",
        "question": "noor",
    }
    assert noor.verify().damage == ()


def test_it_keeps_the_rules_the_one_before_ran_by(plein: Plein) -> None:
    """A focus group is followed by a focus group, unless another definition is named."""
    anna = plein.acting_as("anna")
    anna.cycles.new("panel", title="Panel", question="How are we doing?", definition="focus-group")

    assert anna.cycles.new("panel-2", after="panel").definition == "focus-group"
    assert anna.cycles.new("panel-3", after="panel-2", definition="plein66").definition == "plein66"


def test_only_a_host_begins_the_next(housing: Housing) -> None:
    """Its hosts would be hosts of somebody else's cycle."""
    with pytest.raises(NotAllowed, match="Only a host of housing"):
        housing.seat("piet").cycles.new("mine", after="housing")
    with pytest.raises(NotFound):
        housing.anna.cycles.new("mine", after="nowhere")
    with pytest.raises(Unusable, match="title= and question="):
        housing.anna.cycles.new("mine", title="Mine")
    with pytest.raises(Refused, match="already"):
        housing.anna.cycles.new("housing", after="housing")


def test_a_cycle_remembers_groups_and_promises(plein: Plein, housing: Housing) -> None:
    """Rotation is advised to whom sat twice; what was promised stands beside it."""
    _group(plein, "housing", ("bea", "kees"))
    housing.anna.cycle("housing").promise("We ask again in two years.")
    housing.anna.cycles.new("second", after="housing")
    _group(plein, "second", ("bea", "noor"))
    housing.anna.cycles.new("third", after="second")

    found = plein.acting_as(None).cycle("third").memory()

    assert [one.slug for one in found.earlier] == ["second", "housing"]
    assert [(one.person, one.role) for one in found.earlier[1].group] == [("anna", "host"), ("bea", "drafter"), ("kees", "drafter")]
    assert found.resting == (("anna", 2), ("bea", 2))
    assert [one.text for one in found.earlier[1].promises] == ["We ask again in two years."]
    assert plein.acting_as(None).cycle("housing").memory().earlier == ()


def test_promises_are_for_hosts_to_make_and_for_everyone_to_read(housing: Housing) -> None:
    """Who may not decide for the organisation cannot promise on its behalf."""
    with pytest.raises(NotAllowed):
        housing.seat("piet").cycle("housing").promise("Free homes.")
    with pytest.raises(Unusable):
        housing.anna.cycle("housing").promise(" \n")
    made = housing.anna.cycle("housing").promise("We answer everyone.")

    assert (made.id, made.by) == (1, "anna")
    assert housing.outsider.cycle("housing").promises() == (made,)
    housing.anna.cycle("housing").move("stopped", because="No money.")
    with pytest.raises(ActRefused):
        housing.anna.cycle("housing").promise("Later.")


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE plein_promise SET text = 'Nothing.'", "promise 1 is damaged"),
        ("DELETE FROM plein_promise", "promise 1 is missing"),
        ("UPDATE plein_cycle SET avoid = '[]' WHERE slug = 'next'", "words to avoid do not follow"),
        ("UPDATE plein_cycle SET after = NULL WHERE slug = 'next'", "which cycle it follows"),
        (
            "UPDATE plein_member SET role = 'drafter' WHERE number = 2 AND cycle_id = (SELECT id FROM plein_cycle WHERE slug = 'next')",
            "place 2",
        ),
    ],
)
def test_what_was_taken_over_or_promised_cannot_be_changed_in_silence(housing: Housing, statement: str, told: str) -> None:
    """Each of these would change what people were told."""
    housing.anna.cycle("housing").group.host("noor", because="Leads the talk about trees.")
    housing.anna.cycle("housing").words.avoid("stakeholder")
    housing.anna.cycle("housing").promise("We answer everyone.")
    housing.anna.cycles.new("next", after="housing")
    assert housing.outsider.verify().damage == ()

    tamper(housing.plein, statement)

    assert any(told in line for line in housing.outsider.verify().damage)
