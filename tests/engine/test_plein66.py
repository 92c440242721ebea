"""What plein66 refuses, rule by rule, and all reasons at once. The source of each rule is quoted in plein/workflow."""

from __future__ import annotations

import pytest

from plein.errors import ActRefused, MoveRefused
from tests.cycles import TEXT, Housing
from tests.engine.conftest import Stage
from tests.engine.scenes import EDITED, Scene, rows, tamper


def refused(scene: Scene, phase: str) -> tuple[str, ...]:
    """The reasons why the cycle may not go to *phase*; it does not, and whoever asks beforehand is told the same."""
    before = rows(scene.plein)
    with pytest.raises(MoveRefused) as refusal:
        scene.anna.cycle("housing").move(phase)
    assert rows(scene.plein) == before
    assert refusal.value.phase == phase
    assert scene.anna.cycle("housing").may_move(phase).reasons == refusal.value.reasons
    return refusal.value.reasons


def test_inviting_is_refused_before_an_inventory_was_held(at: Stage) -> None:
    """First everybody is heard, in the open; only then is a circle formed."""
    for stage in ("preparation", "inventory"):
        scene = at(stage)
        before = rows(scene.plein)
        with pytest.raises(ActRefused, match=r"no one may invite people in the .* phase; that is done in: invitation"):
            scene.anna.cycle("housing").group.invite("bea", role="drafter", because="I know her.")
        assert rows(scene.plein) == before


def test_an_inventory_in_which_nobody_spoke_is_none(at: Stage) -> None:
    """Opening the doors is not the same as hearing people."""
    scene = at("preparation")
    scene.anna.cycle("housing").move("inventory")

    assert refused(scene, "invitation") == ("the inventory holds no contribution yet",)


def test_inviting_is_refused_when_all_that_was_said_is_hidden(at: Stage) -> None:
    """An inventory can be emptied after it was held, too."""
    scene = at("invitation")
    for number in (1, 2):
        scene.anna.cycle("housing").inventory.hide(number, "It names a neighbour.")

    with pytest.raises(ActRefused, match="no inventory was held yet"):
        scene.anna.cycle("housing").group.invite("bea", role="drafter", because="I know her.")


def test_drafting_is_refused_without_a_drafter_who_accepted(at: Stage) -> None:
    """Being asked is not saying yes; and an adviser thinks along but does not write."""
    scene = at("invitation")
    expected = ("no drafter has accepted an invitation yet",)
    assert refused(scene, "drafting") == expected
    adam = scene.anna.cycle("housing").group.invite("adam", role="adviser", because="Counts trees.")
    scene.seat("adam").invitations.accept(adam.token)
    bea = scene.anna.cycle("housing").group.invite("bea", role="drafter", because="Knows the list.")
    assert refused(scene, "drafting") == expected
    scene.bea.invitations.decline(bea.token)
    assert refused(scene, "drafting") == expected
    again = scene.anna.cycle("housing").group.invite("bea", role="drafter", because="Knows the list.")
    scene.bea.invitations.accept(again.token)

    assert scene.anna.cycle("housing").move("drafting").phase == "drafting"


def test_review_is_refused_without_a_draft(at: Stage) -> None:
    """The public is asked about a text, not about an intention."""
    scene = at("invitation")
    scene.bea.invitations.accept(scene.anna.cycle("housing").group.invite("bea", role="drafter", because="Knows the list.").token)
    scene.anna.cycle("housing").move("drafting")

    assert refused(scene, "review") == ("there is no draft yet",)


def test_a_suggestion_is_refused_after_the_deadline(at: Stage) -> None:
    """Who was in time must not be overtaken by who was not; also when a host imports it."""
    from datetime import timedelta

    from plein.engine.review.importing import Handed
    from tests.conftest import NOON

    scene = at("review")
    scene.anna.cycle("housing").extend("2026-11-27")
    late = NOON + timedelta(days=5)
    before = rows(scene.plein)
    reasons = ("the deadline has passed: it was Friday 27 November 2026, 23:59 (Europe/Amsterdam)",)

    for act in (
        lambda: scene.plein.acting_as("joe", at=late).cycle("housing").suggestions.add(EDITED),
        lambda: scene.plein.acting_as("joe", at=late).cycle("housing").suggestions.add_quote("public", "open"),
        lambda: scene.plein.acting_as("joe", at=late).cycle("housing").suggestions.tip("public", "Is it?"),
        lambda: scene.plein.acting_as("anna", at=late).cycle("housing").suggestions.import_([Handed("joe", EDITED)]),
    ):
        with pytest.raises(ActRefused) as refusal:
            act()
        assert refusal.value.reasons == reasons
    assert rows(scene.plein) == before


def test_final_is_refused_before_a_review_was_held(at: Stage) -> None:
    """The heart of Plein66: the text goes back to the open part before it is done."""
    assert refused(at("drafting"), "final") == ("no review was held yet",)


def answered(scene: Scene) -> Scene:
    """Answer, publish and merge all there is."""
    scene.bea.cycle("housing").decisions.set([3], "noted", because="Nine years, as piet says.")
    scene.bea.cycle("housing").draft.merge()
    scene.bea.cycle("housing").decisions.publish()
    return scene


def test_final_is_refused_while_a_suggestion_lacks_a_decision(at: Stage) -> None:
    """Nobody who took the trouble to write is left without an answer; a tip is an input too."""
    scene = answered(at("processing"))
    assert scene.anna.cycle("housing").may_move("final")
    scene.bea.cycle("housing").decisions.undo(3, "That was no answer.")

    assert refused(scene, "final") == ("1 suggestion still waits for a decision",)


@pytest.mark.parametrize("because", [None, ""])
def test_final_is_refused_while_a_decision_lacks_its_reason(at: Stage, because: str | None) -> None:
    """The engine asks for the reason at once; should it be lost, the gate still holds."""
    scene = answered(at("processing"))
    assert tamper(scene.plein, "UPDATE plein_decision SET because = :because WHERE suggestion = 2", because=because) == 1

    assert refused(scene, "final") == ("1 decision still lacks a reason",)


def test_final_is_refused_while_a_decision_is_not_published(at: Stage) -> None:
    """An answer that nobody can read is none."""
    scene = answered(at("processing"))
    scene.bea.cycle("housing").decisions.undo(2, "We read it again.")
    scene.bea.cycle("housing").decisions.set([2], "noted", because="Fruit falls on cars.")

    assert refused(scene, "final") == ("1 decision is not published yet",)


def test_final_is_refused_while_an_adopted_suggestion_is_not_merged(at: Stage) -> None:
    """Saying yes and not doing it is worse than saying no."""
    scene = answered(at("processing"))
    scene.bea.cycle("housing").decisions.undo(2, "We read it again.")
    scene.bea.cycle("housing").decisions.set([2], "adopted")
    scene.bea.cycle("housing").decisions.publish()

    assert refused(scene, "final") == ("1 adopted suggestion is not merged into the text yet",)


def test_every_reason_is_told_at_once(at: Stage) -> None:
    """One walk to the group with the whole list, not four."""
    scene = at("processing")
    tamper(scene.plein, "UPDATE plein_decision SET because = NULL WHERE suggestion = 2")

    assert refused(scene, "final") == (
        "1 suggestion still waits for a decision",
        "1 decision still lacks a reason",
        "2 decisions are not published yet",
        "1 adopted suggestion is not merged into the text yet",
    )


def test_the_same_gate_stands_between_review_and_final(at: Stage) -> None:
    """There is no way round through another door."""
    assert refused(at("review"), "final") == ("3 suggestions still wait for a decision",)


def test_what_was_withdrawn_keeps_nobody_waiting(at: Stage) -> None:
    """Its author answered it."""
    scene = at("review")
    for person, number in (("piet", 1), ("kim", 2), ("lea", 3)):
        scene.seat(person).cycle("housing").suggestions.withdraw(number)

    assert scene.anna.cycle("housing").move("final").phase == "final"
    assert [one.status for one in scene.outsider.cycle("housing").suggestions.list()] == ["withdrawn"] * 3


def test_a_cycle_that_is_answered_becomes_final(at: Stage) -> None:
    """The gates open when all is done: the final version is public, and says what was adopted."""
    scene = answered(at("processing"))

    ended = scene.anna.cycle("housing").move("final")

    assert (ended.phase, ended.round, ended.steps[-1].version) == ("final", 1, 2)
    final = scene.outsider.cycle("housing").draft.show()
    assert (final.number, final.published, final.merged) == (2, True, (1,))
    assert final.text == TEXT.replace("homes", "affordable homes")
    assert [one.outcome for one in scene.outsider.cycle("housing").decisions.list()] == ["adopted", "rejected", "noted"]
    assert scene.outsider.cycle("housing").verify().damage == ()


def test_a_cycle_that_ended_moves_nowhere(at: Stage) -> None:
    """Final is final; what comes after is a new cycle."""
    scene = answered(at("processing"))
    scene.anna.cycle("housing").move("final")

    for phase in ("drafting", "review", "stopped"):
        assert refused(scene, phase) == ("final is an end, and no move leads out of it",)


@pytest.mark.parametrize("stage", ["preparation", "inventory", "invitation", "drafting", "review", "processing"])
def test_a_cycle_can_be_stopped_from_anywhere_with_a_reason_that_all_can_read(at: Stage, stage: str) -> None:
    """Plans fail; people are told why, and the drafts stay in the circle."""
    scene = at(stage)
    seen = scene.outsider.cycle("housing").draft.list()

    scene.anna.cycle("housing").move("stopped", because="The council resigned.")

    assert scene.outsider.cycle("housing").show().steps[-1].because == "The council resigned."
    assert scene.outsider.cycle("housing").draft.list() == seen


def test_every_review_opens_a_round(at: Stage) -> None:
    """The one-twos between open and closed are counted, and each says what it asked."""
    scene = at("processing")
    scene.bea.cycle("housing").draft.merge()
    scene.anna.cycle("housing").move("review", ask="Better?")
    scene.anna.cycle("housing").move("drafting")
    scene.bea.cycle("housing").draft.save(EDITED)

    third = scene.anna.cycle("housing").move("review", ask="")

    assert third.round == 3
    assert [(step.phase, step.round, step.version, step.ask) for step in third.steps if step.phase == "review"] == [
        ("review", 1, 1, "Is this what you meant?"),
        ("review", 2, 2, "Better?"),
        ("review", 3, 3, None),
    ]


def test_an_act_answers_the_revision_that_whoever_looks_next_will_see(housing: Housing) -> None:
    """What was answered can be given with the next act; it is nobody else's."""
    moved = housing.anna.cycle("housing").move("inventory", closes="2026-12-01")
    assert moved.revision == housing.revision

    extended = housing.anna.cycle("housing").extend("2026-12-08", revision=moved.revision)

    assert extended.revision == housing.revision == moved.revision + 1
