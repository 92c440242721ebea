"""Python looks for garbage again when a long call has ended, however it ended, and never where the host said it should not."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from threading import Barrier, Thread

import pytest

from plein import Plein
from plein.engine.rows.undisturbed import undisturbed
from plein.errors import NotFound
from tests.cycles import Housing


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    before = gc.isenabled()
    yield
    (gc.enable if before else gc.disable)()


def test_a_call_that_fails_leaves_it_on() -> None:
    @undisturbed
    def fails() -> None:
        assert not gc.isenabled()
        raise ValueError("so it is")

    with pytest.raises(ValueError, match="so it is"):
        fails()
    assert gc.isenabled()


def test_a_refusal_of_a_room_leaves_it_on(housing: Housing) -> None:
    with pytest.raises(NotFound):
        housing.bea.cycle("housing").decisions.settle(7, because="There is no such place.")
    assert gc.isenabled()


def test_a_host_that_switched_it_off_finds_it_off() -> None:
    gc.disable()
    assert undisturbed(gc.isenabled)() is False
    assert not gc.isenabled()


def test_two_at_a_time_leave_it_on() -> None:
    """The second to begin finds it off, and must not take that for what the host wants."""
    both, first_ended = Barrier(2), Barrier(2)

    @undisturbed
    def first() -> None:
        both.wait()

    @undisturbed
    def second() -> None:
        first_ended.wait()

    def one() -> None:
        first()
        first_ended.wait()

    def other() -> None:
        both.wait()
        second()

    threads = [Thread(target=one), Thread(target=other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert gc.isenabled()


@pytest.fixture
def housing(plein: Plein) -> Housing:
    return Housing(plein).review()
