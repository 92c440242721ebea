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
    anna.move(slug, "inventory")
    plein.acting_as("piet").cycle(slug).inventory.add("Nine years.")
    anna.move(slug, "invitation")
    for person in people:
        plein.acting_as(person).accept(anna.invite(slug, person, role="drafter", because="Said something new.").token)
    anna.move(slug, "drafting")


def test_the_next_of_a_series_takes_over_what_is_not_said_anew(housing: Housing) -> None:
    """A retailer asks the same people's panel every year; nobody wants to type it all again."""
    anna = housing.anna
    anna.add_topic("housing", "trees", title="Trees", **NOTE)
    anna.open_topic("housing", "trees")
    anna.appoint_host("housing", "noor", because="Leads the talk about trees.")
    anna.avoid("housing", "stakeholder*", better="people involved")

    made = anna.new_cycle("housing-2027", after="housing", question="And what now?")

    assert (made.after, made.title, made.question, made.language, made.definition) == (
        "housing",
        "Housing",
        "And what now?",
        "en",
        "plein66",
    )
    assert made.hosts == ("anna", "noor")
    topic = next(one for one in anna.topics("housing-2027") if one.name == "trees")
    assert (topic.aim, topic.scope, topic.outcome, topic.opened) == (NOTE["aim"], NOTE["scope"], NOTE["outcome"], None)
    assert [one.word for one in anna.words("housing-2027")] == ["stakeholder*"]
    assert anna.verify().damage == ()


def test_a_topic_keeps_its_host_and_whoever_begins_the_next_is_one(housing: Housing) -> None:
    """Nobody becomes host of anything by having been one once, and nobody who asked to be forgotten comes back."""
    anna = housing.anna
    for person in ("noor", "rob", "mia"):
        anna.appoint_host("housing", person, because="Knows it well.")
    for topic, host in (("trees", "noor"), ("ponds", None)):
        anna.add_topic("housing", topic, title=topic.title(), host=host, **NOTE)
    anna.end_host("housing", "rob", because="Moved away.")
    anna.erase("mia")

    noor = housing.seat("noor")
    made = noor.new_cycle("housing-2027", after="housing")

    assert made.hosts == ("noor", "anna")
    assert {one.name: one.host for one in noor.topics("housing-2027")} == {"trees": "noor", "ponds": "anna", "question": "noor"}
    assert noor.verify().damage == ()


def test_it_keeps_the_rules_the_one_before_ran_by(plein: Plein) -> None:
    """A focus group is followed by a focus group, unless another definition is named."""
    anna = plein.acting_as("anna")
    anna.new_cycle("panel", title="Panel", question="How are we doing?", definition="focus-group")

    assert anna.new_cycle("panel-2", after="panel").definition == "focus-group"
    assert anna.new_cycle("panel-3", after="panel-2", definition="plein66").definition == "plein66"


def test_only_a_host_begins_the_next(housing: Housing) -> None:
    """Its hosts would be hosts of somebody else's cycle."""
    with pytest.raises(NotAllowed, match="Only a host of housing"):
        housing.seat("piet").new_cycle("mine", after="housing")
    with pytest.raises(NotFound):
        housing.anna.new_cycle("mine", after="nowhere")
    with pytest.raises(Unusable, match="--title and --question"):
        housing.anna.new_cycle("mine", title="Mine")
    with pytest.raises(Refused, match="already"):
        housing.anna.new_cycle("housing", after="housing")


def test_a_cycle_remembers_groups_and_promises(plein: Plein, housing: Housing) -> None:
    """Rotation is advised to whom sat twice; what was promised stands beside it."""
    _group(plein, "housing", ("bea", "kees"))
    housing.anna.promise("housing", "We ask again in two years.")
    housing.anna.new_cycle("second", after="housing")
    _group(plein, "second", ("bea", "noor"))
    housing.anna.new_cycle("third", after="second")

    found = plein.acting_as(None).memory("third")

    assert [one.slug for one in found.earlier] == ["second", "housing"]
    assert [(one.person, one.role) for one in found.earlier[1].group] == [("anna", "host"), ("bea", "drafter"), ("kees", "drafter")]
    assert found.resting == (("anna", 2), ("bea", 2))
    assert [one.text for one in found.earlier[1].promises] == ["We ask again in two years."]
    assert plein.acting_as(None).memory("housing").earlier == ()


def test_promises_are_for_hosts_to_make_and_for_everyone_to_read(housing: Housing) -> None:
    """Who may not decide for the organisation cannot promise on its behalf."""
    with pytest.raises(NotAllowed):
        housing.seat("piet").promise("housing", "Free homes.")
    with pytest.raises(Unusable):
        housing.anna.promise("housing", " \n")
    made = housing.anna.promise("housing", "We answer everyone.")

    assert (made.id, made.by) == (1, "anna")
    assert housing.outsider.promises("housing") == (made,)
    housing.anna.move("housing", "stopped", because="No money.")
    with pytest.raises(ActRefused):
        housing.anna.promise("housing", "Later.")


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
    housing.anna.appoint_host("housing", "noor", because="Leads the talk about trees.")
    housing.anna.avoid("housing", "stakeholder")
    housing.anna.promise("housing", "We answer everyone.")
    housing.anna.new_cycle("next", after="housing")
    assert housing.outsider.verify().damage == ()

    tamper(housing.plein, statement)

    assert any(told in line for line in housing.outsider.verify().damage)
