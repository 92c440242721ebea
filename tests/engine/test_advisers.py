"""Advisers think along inside: they read and comment until their date, and neither write nor decide; after it they are one of the public."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from plein import Seat
from plein.errors import NotAllowed, NotFound, Refused
from tests.conftest import NOON
from tests.cycles import TEXT
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene, rows

C = "housing"
LAST = "2026-11-25"
"""The adviser's last day; it counts whole."""


@pytest.fixture
def advised(at: Stage) -> Scene:
    """Back in the circle; ada is an adviser until Wednesday, for the harbour, and has said something."""
    scene = at("processing")
    made = scene.anna.cycle(C).group.invite("ada", role="adviser", because="Built harbours.", topic="The harbour", until=LAST)
    scene.seat("ada").invitations.accept(made.token)
    scene.bea.cycle(C).draft.save(TEXT.replace("homes", "houses"))
    scene.seat("ada").cycle(C).comments.add("Quays sink.", paragraph=2)
    return scene


def ada(scene: Scene, days: int) -> Seat:
    return scene.plein.acting_as("ada", at=NOON + timedelta(days=days))


@pytest.mark.parametrize("days", [0, 2])
def test_an_adviser_reads_and_comments_inside(advised: Scene, days: int) -> None:
    """All that the circle has before it, to the end of the last day."""
    seat = ada(advised, days)

    assert seat.cycle(C).status().roles == ("adviser", "public")
    assert seat.cycle(C).draft.show().number == 2
    assert [one.outcome for one in seat.cycle(C).decisions.list()] == ["adopted", "rejected"]
    assert all(one.body for one in seat.cycle(C).log())
    assert seat.cycle(C).comments.add("And the mooring posts?").author == "ada"
    assert len(seat.cycle(C).comments.list()) == 2
    assert {"comment", "read-drafts"} <= {one.name for one in seat.cycle(C).status().can}


# what an adviser does not do, to the last one of those who write and decide
CLOSED: tuple[tuple[str, Callable[[Seat], Any]], ...] = (
    ("save a draft", lambda s: s.cycle(C).draft.save(TEXT.replace("homes", "huts"))),
    ("decide", lambda s: s.cycle(C).decisions.set([3], "noted", because="Hm.")),
    ("undo", lambda s: s.cycle(C).decisions.undo(1)),
    ("settle", lambda s: s.cycle(C).decisions.settle_clean(because="Hm.")),
    ("merge", lambda s: s.cycle(C).draft.merge()),
    ("publish", lambda s: s.cycle(C).decisions.publish()),
    ("move", lambda s: s.cycle(C).move("review")),
    ("invite", lambda s: s.cycle(C).group.invite("joe", role="drafter", because="Hm.")),
    ("invite a board", lambda s: s.cycle(C).group.board("harbour", because="Hm.", topic="T", until="2026-12-01")),
    ("make a host", lambda s: s.cycle(C).group.host("ada", "Hm.")),
    ("end a place", lambda s: s.cycle(C).group.remove("bea", "Hm.")),
)


@pytest.mark.parametrize("do", [pytest.param(do, id=name) for name, do in CLOSED])
@pytest.mark.parametrize("days", [0, 3])
def test_an_adviser_neither_writes_nor_decides(advised: Scene, do: Callable[[Seat], Any], days: int) -> None:
    """Neither on their last day nor on the first after it."""
    before = rows(advised.plein)

    with pytest.raises(NotAllowed):
        do(ada(advised, days))

    assert rows(advised.plein) == before


def test_an_adviser_of_yesterday_is_one_of_the_public(advised: Scene) -> None:
    """What is closed does not exist for them any more, what they said themselves included."""
    seat, outsider = ada(advised, 3), advised.plein.acting_as("stranger", at=NOON + timedelta(days=3))

    assert seat.cycle(C).status().roles == ("public",)
    assert seat.cycle(C).status().counts == outsider.cycle(C).status().counts
    assert [one.name for one in seat.cycle(C).status().can] == [one.name for one in outsider.cycle(C).status().can]
    assert seat.cycle(C).draft.show().number == 1
    assert [one.number for one in seat.cycle(C).draft.list()] == [1]
    assert seat.cycle(C).decisions.list() == seat.cycle(C).comments.list() == seat.cycle(C).draft.asides() == ()
    assert seat.cycle(C).suggestions.list() == outsider.cycle(C).suggestions.list()
    assert seat.cycle(C).log() == outsider.cycle(C).log()
    for read in (lambda: seat.cycle(C).draft.show(2), lambda: seat.cycle(C).comments.show(1)):
        with pytest.raises(NotFound):
            read()
    with pytest.raises(NotAllowed):
        seat.cycle(C).comments.add("One more thing.")


def test_an_adviser_of_yesterday_suggests_like_anybody(advised: Scene) -> None:
    """Open to everyone means open to them, too."""
    advised.bea.cycle(C).decisions.set([3], "noted", because="Nine years.")
    advised.bea.cycle(C).draft.merge()
    advised.anna.cycle(C).move("review")

    assert ada(advised, 3).cycle(C).suggestions.add_quote("public", "open to all").suggestions[0].author == "ada"


def test_the_list_says_that_their_time_is_over(advised: Scene) -> None:
    """Who is in the circle is public, and who was."""
    on, after = (advised.plein.acting_as(None, at=NOON + timedelta(days=days)).cycle(C).group.list()[-1] for days in (2, 3))

    assert (on.person, on.status, after.person, after.status) == ("ada", "accepted", "ada", "ended")
    assert advised.outsider.verify().damage == ()


def test_who_accepts_after_the_end_is_too_late(at: Stage) -> None:
    """A place that has ended cannot be taken; one that was taken can be asked for again."""
    scene = at("drafting")
    token = scene.anna.cycle(C).group.invite("ada", role="adviser", because="Built harbours.", until=LAST).token

    with pytest.raises(Refused, match="has expired"):
        ada(scene, 3).invitations.accept(token)

    again = scene.plein.acting_as("anna", at=NOON + timedelta(days=3)).cycle(C).group.invite("ada", role="adviser", because="Once more.")
    assert ada(scene, 3).invitations.accept(again.token)[1].status == "accepted"
    assert ada(scene, 30).cycle(C).status().roles == ("adviser", "public")


def test_a_drafter_whose_time_is_over_leaves_the_circle_too(at: Stage) -> None:
    """The date holds for every place that has one."""
    scene = at("drafting")
    scene.seat("joe").invitations.accept(scene.anna.cycle(C).group.invite("joe", role="drafter", because="Writes.", until=LAST).token)
    joe = scene.plein.acting_as("joe", at=NOON + timedelta(days=3))

    with pytest.raises(NotAllowed):
        joe.cycle(C).draft.save(TEXT.replace("homes", "huts"))
    with pytest.raises(NotFound):
        joe.cycle(C).draft.show()
