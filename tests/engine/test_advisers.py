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
    made = scene.anna.invite(C, "ada", role="adviser", because="Built harbours.", topic="The harbour", until=LAST)
    scene.seat("ada").accept(made.token)
    scene.bea.save_draft(C, TEXT.replace("homes", "houses"))
    scene.seat("ada").comment(C, "Quays sink.", paragraph=2)
    return scene


def ada(scene: Scene, days: int) -> Seat:
    return scene.plein.acting_as("ada", at=NOON + timedelta(days=days))


@pytest.mark.parametrize("days", [0, 2])
def test_an_adviser_reads_and_comments_inside(advised: Scene, days: int) -> None:
    """All that the circle has before it, to the end of the last day."""
    seat = ada(advised, days)

    assert seat.status(C).roles == ("adviser", "public")
    assert seat.version(C).number == 2
    assert [one.outcome for one in seat.decisions(C)] == ["adopted", "rejected"]
    assert all(one.body for one in seat.log(C))
    assert seat.comment(C, "And the mooring posts?").author == "ada"
    assert len(seat.comments(C)) == 2
    assert {"comment", "read-drafts"} <= {one.name for one in seat.status(C).can}


# what an adviser does not do, to the last one of those who write and decide
CLOSED: tuple[tuple[str, Callable[[Seat], Any]], ...] = (
    ("save a draft", lambda s: s.save_draft(C, TEXT.replace("homes", "huts"))),
    ("decide", lambda s: s.decide(C, [3], "noted", because="Hm.")),
    ("undo", lambda s: s.undo(C, 1)),
    ("settle", lambda s: s.settle(C, None, because="Hm.")),
    ("merge", lambda s: s.merge_decisions(C)),
    ("publish", lambda s: s.publish_decisions(C)),
    ("move", lambda s: s.move(C, "review")),
    ("invite", lambda s: s.invite(C, "joe", role="drafter", because="Hm.")),
    ("invite a board", lambda s: s.invite_board(C, "harbour", because="Hm.", topic="T", until="2026-12-01")),
    ("make a host", lambda s: s.appoint_host(C, "ada", "Hm.")),
    ("end a place", lambda s: s.remove(C, "bea", "Hm.")),
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

    assert seat.status(C).roles == ("public",)
    assert seat.status(C).counts == outsider.status(C).counts
    assert [one.name for one in seat.status(C).can] == [one.name for one in outsider.status(C).can]
    assert seat.version(C).number == 1
    assert [one.number for one in seat.versions(C)] == [1]
    assert seat.decisions(C) == seat.comments(C) == seat.asides(C) == ()
    assert seat.suggestions(C) == outsider.suggestions(C)
    assert seat.log(C) == outsider.log(C)
    for read in (lambda: seat.version(C, 2), lambda: seat.read_comment(C, 1)):
        with pytest.raises(NotFound):
            read()
    with pytest.raises(NotAllowed):
        seat.comment(C, "One more thing.")


def test_an_adviser_of_yesterday_suggests_like_anybody(advised: Scene) -> None:
    """Open to everyone means open to them, too."""
    advised.bea.decide(C, [3], "noted", because="Nine years.")
    advised.bea.merge_decisions(C)
    advised.anna.move(C, "review")

    assert ada(advised, 3).suggest_quote(C, "public", "open to all").suggestions[0].author == "ada"


def test_the_list_says_that_their_time_is_over(advised: Scene) -> None:
    """Who is in the circle is public, and who was."""
    on, after = (advised.plein.acting_as(None, at=NOON + timedelta(days=days)).members(C)[-1] for days in (2, 3))

    assert (on.person, on.status, after.person, after.status) == ("ada", "accepted", "ada", "ended")
    assert advised.outsider.verify().damage == ()


def test_who_accepts_after_the_end_is_too_late(at: Stage) -> None:
    """A place that has ended cannot be taken; one that was taken can be asked for again."""
    scene = at("drafting")
    token = scene.anna.invite(C, "ada", role="adviser", because="Built harbours.", until=LAST).token

    with pytest.raises(Refused, match="has expired"):
        ada(scene, 3).accept(token)

    again = scene.plein.acting_as("anna", at=NOON + timedelta(days=3)).invite(C, "ada", role="adviser", because="Once more.")
    assert ada(scene, 3).accept(again.token)[1].status == "accepted"
    assert ada(scene, 30).status(C).roles == ("adviser", "public")


def test_a_drafter_whose_time_is_over_leaves_the_circle_too(at: Stage) -> None:
    """The date holds for every place that has one."""
    scene = at("drafting")
    scene.seat("joe").accept(scene.anna.invite(C, "joe", role="drafter", because="Writes.", until=LAST).token)
    joe = scene.plein.acting_as("joe", at=NOON + timedelta(days=3))

    with pytest.raises(NotAllowed):
        joe.save_draft(C, TEXT.replace("homes", "huts"))
    with pytest.raises(NotFound):
        joe.version(C)
