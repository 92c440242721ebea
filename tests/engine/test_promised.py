"""Time that people were promised: it is taken away with a reason that everybody reads, or not at all, whatever the phase is called."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from plein import Seat
from plein.engine.cycle.views import Shortened
from plein.errors import ActRefused, MoveRefused
from tests.conftest import NOON
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene, rows

C = "housing"
PROMISED = datetime.fromisoformat("2026-12-01T22:59:59+00:00")
SOONER = datetime.fromisoformat("2026-11-25T22:59:59+00:00")
SAYS = (
    r"people were promised until Tuesday 1 December 2026, 23:59 \(Europe/Amsterdam\) in the {} phase; say why it ends sooner with because="
)
WHY = "The council meets a week earlier."
STAGES = ("inventory", "invitation", "drafting", "review")
ONWARD = {"inventory": "invitation", "invitation": "inventory", "drafting": "review", "review": "drafting"}


@pytest.fixture(params=STAGES)
def promised(request: pytest.FixtureRequest, at: Stage) -> Scene:
    """A cycle in some phase, open or closed, of which the end was promised."""
    scene = at(request.param)
    scene.anna.cycle(C).extend(PROMISED)
    return scene


@pytest.mark.parametrize("because", [None, "", "  \n"])
def test_no_phase_ends_before_the_promised_moment_without_a_reason(promised: Scene, because: str | None) -> None:
    """Who plans to write on the last evening finds a closed door, and nobody to say why."""
    before = rows(promised.plein)
    here = promised.anna.cycle(C)

    with pytest.raises(MoveRefused, match=SAYS.format(promised.stage)):
        here.move(ONWARD[promised.stage], because=because)
    with pytest.raises(MoveRefused, match="people were promised"):
        here.move(ONWARD[promised.stage], because=because, dry_run=True)
    with pytest.raises(ActRefused, match=SAYS.format(promised.stage)):
        here.extend(SOONER, because=because)

    assert not here.may_move(ONWARD[promised.stage])
    assert rows(promised.plein) == before


def test_with_a_reason_it_ends_and_everybody_reads_why(promised: Scene) -> None:
    """The story tells what was promised beside what became of it."""
    promised.anna.cycle(C).move(ONWARD[promised.stage], because=WHY)

    told = promised.outsider.cycle(C).story()[-2]
    assert told.shortened == (Shortened(NOON, PROMISED, None, WHY),)
    assert promised.outsider.verify().damage == ()


def test_it_is_shortened_with_a_reason_and_everybody_reads_why(promised: Scene) -> None:
    """An earlier deadline takes away as much as an early end."""
    promised.anna.cycle(C).extend(SOONER, because=WHY)
    promised.anna.cycle(C).extend(PROMISED)

    (*_, told) = promised.outsider.cycle(C).story()
    assert told.shortened == (Shortened(NOON, PROMISED, SOONER, WHY),)
    assert promised.outsider.verify().damage == ()


def _later(scene: Scene) -> Seat:
    return scene.plein.acting_as("anna", at=PROMISED + timedelta(seconds=1))


def test_nobody_asks_why_where_nothing_was_promised_or_the_promise_was_kept(promised: Scene) -> None:
    """A rule that asks for reasons where there is nothing to explain teaches people to type dots."""
    promised.anna.cycle(C).extend(PROMISED + timedelta(days=1))
    promised.anna.cycle(C).extend(PROMISED, because=WHY)
    _later(promised).cycle(C).move(ONWARD[promised.stage])

    (*_, left, here) = promised.outsider.cycle(C).story()
    assert [one.closes for one in left.shortened] == [PROMISED]
    assert here.shortened == ()
    assert here.step.because is None


def test_the_promise_holds_for_its_last_second(at: Stage) -> None:
    """The deadline itself is still in time, for whoever writes; so it is for whoever closes."""
    scene = at("review")
    scene.anna.cycle(C).extend(PROMISED)
    with pytest.raises(MoveRefused, match="people were promised"):
        scene.plein.acting_as("anna", at=PROMISED).cycle(C).move("drafting")


def test_stopping_early_needs_the_one_reason_it_always_needed(at: Stage) -> None:
    """It is said once, to everybody, and serves for both."""
    scene = at("review")
    scene.anna.cycle(C).extend(PROMISED)
    with pytest.raises(MoveRefused) as refusal:
        scene.anna.cycle(C).move("stopped")
    assert refusal.value.reasons == ("a reason is missing; give it with because=",)
    assert scene.anna.cycle(C).move("stopped", because=WHY).phase == "stopped"


def test_whoever_may_not_move_the_cycle_is_not_told_of_reasons(at: Stage) -> None:
    """A reason would not help them."""
    scene = at("review")
    scene.anna.cycle(C).extend(PROMISED)
    assert scene.seat("piet").cycle(C).may_move("drafting").kind == "role"
