"""A cycle keeps the definition it began with, and an organisation's own runs like one of plein's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plein import Plein
from plein.engine.cycle import cycles
from plein.errors import ActRefused, BadDefinition, MoveRefused, NotAllowed
from plein.workflow import BUILT_IN, PLEIN66, dumps, loads
from plein.workflow.definition import Definition
from tests.cycles import TEXT, Housing

OURS = """
name = "village-hall"
title = "The village hall"
start = "talk"

[[phases]]
name = "talk"
space = "open"
[phases.acts]
read = ["public"]
contribute = ["public"]
support = ["public"]
hide = ["host"]
save-draft = ["host"]
read-drafts = ["host"]

[[phases]]
name = "review"
space = "open"
[phases.acts]
read = ["public"]
read-drafts = ["host"]
suggest = { by = ["public"], guards = ["deadline_open"] }
withdraw = ["public"]
decide = ["host"]
merge = ["host"]
publish-decisions = ["host"]

[[phases]]
name = "final"
space = "open"
[phases.acts]
read = ["public"]

[[moves]]
from = "talk"
to = "review"
by = ["host"]
guards = ["has_contributions", "has_draft", "deadline_given"]

[[moves]]
from = "review"
to = "final"
by = ["host"]
guards = ["all_decided", "decisions_published", "adopted_merged"]
"""


def test_an_organisations_own_definition_runs_a_whole_cycle(plein: Plein) -> None:
    """A village has no working group: the host writes, everybody suggests, and the rules are still rules."""
    anna, piet, outsider = plein.acting_as("anna"), plein.acting_as("piet"), plein.acting_as(None)
    anna.cycles.new("hall", title="The hall", question="What for?", definition=loads(OURS, "ours.toml"))
    assert outsider.cycle("hall").show().phase == "talk"
    piet.cycle("hall").inventory.add("For dancing.")
    with pytest.raises(MoveRefused) as refusal:
        anna.cycle("hall").move("review")
    assert refusal.value.reasons == ("there is no draft yet", "no deadline is given; say until when with closes=")
    with pytest.raises(NotAllowed):
        piet.cycle("hall").draft.save(TEXT)
    anna.cycle("hall").draft.save(TEXT)
    anna.cycle("hall").move("review", closes="2026-12-01")
    with pytest.raises(ActRefused, match="no one may invite people in a village-hall cycle"):
        anna.cycle("hall").group.invite("bea", role="drafter", because="She dances.")
    number = piet.cycle("hall").suggestions.add_quote("homes", "halls").suggestions[0].id
    anna.cycle("hall").decisions.set([number], "adopted")
    anna.cycle("hall").draft.merge()
    anna.cycle("hall").decisions.publish()

    anna.cycle("hall").move("final", because="Enough.")

    assert outsider.cycle("hall").draft.show().text == TEXT.replace("homes", "halls")
    assert outsider.verify().damage == ()
    assert outsider.cycle("hall").definition() == loads(OURS, "ours.toml")


def test_a_running_cycle_keeps_the_definition_it_began_with(plein: Plein, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules do not change during the game, not even with an upgrade of plein."""
    running = Housing(plein)
    harsh = replace(
        PLEIN66,
        phases=tuple(replace(phase, acts={"read": phase.acts["read"]}, on_enter=()) for phase in PLEIN66.phases),
        moves=PLEIN66.moves,
    )
    monkeypatch.setattr(cycles, "BUILT_IN", {**BUILT_IN, "plein66": harsh})

    running.review()

    assert running.outsider.cycle("housing").definition() == PLEIN66
    assert running.outsider.verify().damage == ()
    plein.acting_as("anna").cycles.new("trees", title="Trees", question="Which?")
    assert plein.acting_as("anna").cycle("trees").definition() == harsh


def test_a_definition_that_was_changed_in_toml_is_kept_to_the_letter(plein: Plein) -> None:
    """What staff wrote in the file is what the cycle runs by, after a trip through the database too."""
    ours = loads(dumps(PLEIN66).replace('title = "Plein66"', 'title = "Plein67"'), "ours.toml")
    plein.acting_as("anna").cycles.new("x", title="X", question="X?", definition=ours)

    assert plein.acting_as(None).cycle("x").definition() == ours
    assert ours.title == "Plein67"


def test_a_definition_made_by_hand_that_is_wrong_begins_no_cycle(plein: Plein) -> None:
    """Also a developer's own value is held against the rules before a cycle depends on it."""
    with pytest.raises(BadDefinition):
        plein.acting_as("anna").cycles.new("x", title="X", question="X?", definition=replace(PLEIN66, start="nowhere"))

    assert plein.acting_as(None).cycles.list() == ()


def test_a_focus_group_ends_without_a_document(plein: Plein) -> None:
    """The second built-in definition: talk, no text."""
    housing = Housing(plein, definition="focus-group").invitation()
    housing.bea.invitations.accept(housing.anna.cycle("housing").group.invite("bea", role="drafter", because="Talks well.").token)
    housing.anna.cycle("housing").move("conversation")
    housing.bea.cycle("housing").inventory.add("Between us: nine years is long.")
    with pytest.raises(NotAllowed):
        housing.seat("piet").cycle("housing").inventory.add("Let me in.")
    with pytest.raises(ActRefused, match="no one may save a draft in a focus-group cycle"):
        housing.bea.cycle("housing").draft.save(TEXT)

    assert housing.anna.cycle("housing").move("final").phase == "final"
    assert housing.outsider.verify().damage == ()


def test_what_is_said_inside_a_focus_group_stays_inside(plein: Plein) -> None:
    """Its conversation is a closed phase; the open inventory before it is not."""
    housing = Housing(plein, definition="focus-group").invitation()
    housing.bea.invitations.accept(housing.anna.cycle("housing").group.invite("bea", role="drafter", because="Talks well.").token)
    housing.anna.cycle("housing").move("conversation")
    said = housing.bea.cycle("housing").inventory.add("Between us: nine years is long.").id

    assert [one.id for one in housing.bea.cycle("housing").inventory.list()] == [1, said]
    assert [one.id for one in housing.outsider.cycle("housing").inventory.list()] == [1]


def test_the_definitions_are_data() -> None:
    """Both that plein brings along survive the trip that every cycle's own makes."""
    for definition in BUILT_IN.values():
        assert Definition.from_data(definition.to_data()) == definition
