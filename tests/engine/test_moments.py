"""When something happened: a record never runs backwards, whatever clocks do, and who came in time is in time however long they had to wait."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import chain, pairwise, repeat
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from plein import Plein
from plein.errors import ActRefused, Refused
from tests.conftest import NOON
from tests.cycles import TEXT, Housing
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene, last_body, rows
from tests.engine.test_circle_record import forge

C = "housing"
CLOSES = datetime.fromisoformat("2026-12-01T22:59:59+00:00")
SECOND = timedelta(seconds=1)


class Clock:
    """A clock that says one thing after another, and the last for ever."""

    def __init__(self, *moments: datetime) -> None:
        self._moments = chain(moments, repeat(moments[-1]))

    def __call__(self) -> datetime:
        return next(self._moments)


def moments(plein: Plein) -> list[datetime]:
    """When each thing happened, as the record has it."""
    return [one.at for one in plein.acting_as("anna").cycle(C).log() if one.at is not None]


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.lists(st.integers(-100_000, 100_000), min_size=2, max_size=12))
def test_a_record_never_runs_backwards_whatever_the_clock_does(at: Stage, seconds: list[int]) -> None:
    """Clocks are set back, and two machines never agree; the order of the record is the order in which things happened."""
    scene = at("inventory")
    with Plein(scene.where, clock=Clock(*(NOON + timedelta(seconds=one) for one in seconds))) as plein:
        for number in range(4):
            plein.acting_as("kim").cycle(C).inventory.add(f"More trees, {number}.")

        told = moments(plein)
        assert all(one <= other for one, other in pairwise(told))
        assert plein.acting_as("anna").verify().damage == ()


@pytest.fixture
def review(at: Stage) -> Scene:
    """A cycle of which the review closes at the end of the first of December."""
    scene = at("review")
    scene.anna.cycle(C).extend("2026-12-01")
    return scene


def test_who_pressed_in_time_and_had_to_wait_is_in_time(review: Scene) -> None:
    """Half a town writes in the last second; waiting for the others is nobody's fault.

    The record says when it came in, and when it was written.
    """
    written = CLOSES + 7 * SECOND
    with Plein(review.where, clock=Clock(CLOSES, written)) as plein:
        plein.acting_as("joe").cycle(C).suggestions.add_quote("public", "open")

    body = last_body(review.plein)
    assert (body["came_in"], body["at"]) == (CLOSES.isoformat(), written.isoformat())
    with Plein(review.where, clock=lambda: written) as later:
        assert later.acting_as("anna").cycle(C).suggestions.list()[-1].author == "joe"
        assert later.acting_as("anna").verify().damage == ()


def test_who_pressed_too_late_is_too_late_though_the_clock_was_set_back_meanwhile(review: Scene) -> None:
    """What counts is when it came in."""
    before = rows(review.plein)
    with Plein(review.where, clock=Clock(CLOSES + SECOND, CLOSES)) as plein, pytest.raises(ActRefused, match="the deadline has passed"):
        plein.acting_as("joe").cycle(C).suggestions.add_quote("public", "open")
    assert rows(review.plein) == before


def test_an_invitation_that_was_answered_in_time_is_answered(at: Stage) -> None:
    """The same for whoever says yes on the last evening."""
    scene = at("drafting")
    expires = next(place.expires for place in scene.anna.cycle(C).group.list() if place.person == "dora")
    assert expires is not None
    with Plein(scene.where, clock=Clock(expires, expires + SECOND)) as plein:
        assert plein.acting_as("dora").invitations.accept(scene.tokens["dora"])[1].status == "accepted"


@contextmanager
def somebody_writes(scene: Scene, kind: str) -> Iterator[None]:
    """Somebody else is at work in the cycle; whoever wants to write waits."""
    with scene.plein._database.engine.connect() as connection:  # type: ignore[union-attr]
        if kind == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.execute(text("SELECT id FROM plein_cycle FOR UPDATE"))
        yield
        connection.rollback()


def test_waiting_for_the_lock_is_no_lateness_and_no_way_back(review: Scene, kind: str) -> None:
    """The same with a true lock, on both databases: who came first may come second, and the moments follow the turns."""
    time = {"now": CLOSES - SECOND}
    pressed, done = threading.Event(), []

    def clock() -> datetime:
        pressed.set()
        return time["now"]

    def press() -> None:
        with Plein(review.where, clock=clock) as plein:
            done.append(plein.acting_as("joe").cycle(C).suggestions.add_quote("public", "open"))

    waiting = threading.Thread(target=press)
    with somebody_writes(review, kind):
        waiting.start()
        assert pressed.wait(20)
        time["now"] = CLOSES + SECOND
    waiting.join(30)

    assert len(done) == 1
    body = last_body(review.plein)
    assert (body["came_in"], body["at"]) == ((CLOSES - SECOND).isoformat(), (CLOSES + SECOND).isoformat())


def test_a_moment_that_was_named_and_lies_before_the_record_is_refused(review: Scene) -> None:
    """Nobody writes history afterwards; a moment that is the same as the newest is none before it."""
    late = review.plein.acting_as("joe", at=NOON + 60 * SECOND).cycle(C)
    late.suggestions.add_quote("public", "open")
    before = rows(review.plein)

    with pytest.raises(Refused, match=r"lies before the newest entry in the record of housing.*or none \(at=\)") as refusal:
        review.plein.acting_as("kim", at=NOON).cycle(C).suggestions.withdraw(2)
    assert "12:01" not in str(refusal.value)
    with pytest.raises(Refused, match="runs backwards"):
        review.plein.acting_as("kim", at=NOON).people.erase("kim")
    assert rows(review.plein) == before

    review.plein.acting_as("kim", at=NOON + 60 * SECOND).cycle(C).suggestions.withdraw(2)
    assert review.plein.acting_as("kim", at=NOON).cycle(C).show().phase == "review"


def test_to_an_outsider_a_closed_cycle_has_no_record_to_be_before(at: Stage) -> None:
    """A refusal must not tell when the circle was last at work: whoever may not act hears that first, whatever moment they name."""
    scene = at("drafting")
    scene.plein.acting_as("bea", at=NOON + 60 * SECOND).cycle(C).draft.save(TEXT.replace("homes", "houses"))

    said = set()
    for moment in (NOON, NOON + 60 * SECOND, NOON + 90 * SECOND):
        with pytest.raises(Refused) as refusal:
            scene.plein.acting_as("joe", at=moment).cycle(C).suggestions.add_quote("public", "open")
        said.add(str(refusal.value))
    assert len(said) == 1


def test_somebody_is_erased_at_one_moment_in_every_record(plein: Plein, where: str) -> None:
    """Their row can hold but one, and the check compares it with each cycle they had a part in."""
    housing = Housing(plein).inventory()
    housing.anna.cycles.new("parks", title="Parks", question="Which first?", language="en")
    housing.anna.cycle("parks").move("inventory")
    plein.acting_as("piet", at=NOON + 60 * SECOND).cycle("parks").inventory.add("Mine.")

    ticks = (NOON + timedelta(milliseconds=number) for number in range(1000))
    with Plein(where, clock=lambda: next(ticks)) as ticking:
        ticking.acting_as("anna").people.erase("piet", texts=True)
        assert ticking.acting_as("anna").verify().damage == ()
    assert [body["at"] for body in (last_body(plein),)] == [(NOON + 60 * SECOND).isoformat()]


def _backdated(body: Any) -> Any:
    """A suggestion that pretends to be of the day before."""
    return {**body, "at": "2026-11-22T12:00:00+00:00", "came_in": "2026-11-22T12:00:00+00:00"} if body["act"] == "withdraw" else body


def test_verify_finds_an_entry_that_is_dated_before_what_it_follows(review: Scene) -> None:
    """Whoever rewrites a date in the record must be found, chain or no chain."""
    review.seat("kim").cycle(C).suggestions.withdraw(2)
    forge(review, _backdated)
    assert any(f"entry {review.revision} is damaged: it is dated before what it follows" in one for one in review.anna.verify().damage)


def test_verify_finds_an_entry_that_was_written_before_it_came_in(review: Scene) -> None:
    """Nothing is written before it is handed in."""
    review.seat("kim").cycle(C).suggestions.withdraw(2)
    forge(review, lambda body: {**body, "came_in": "2026-11-24T12:00:00+00:00"} if body["act"] == "withdraw" else body)
    assert any(f"entry {review.revision} is damaged: it is dated before what it follows" in one for one in review.anna.verify().damage)


def test_a_record_of_earlier_times_that_runs_backwards_is_no_damage(review: Scene) -> None:
    """plein itself wrote those under load, and nobody has done anything to them. What comes after is held to the rule, and keeps to it."""
    review.seat("kim").cycle(C).suggestions.withdraw(2)
    forge(review, lambda body: {key: value for key, value in _backdated(body).items() if key != "came_in"})
    assert review.anna.verify().damage == ()

    review.seat("piet").cycle(C).suggestions.withdraw(1)
    assert last_body(review.plein)["at"] == NOON.isoformat()
    assert review.anna.verify().damage == ()
