"""From a sentence in the text back to the contribution that started it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from plein import Seat
from plein.errors import NotFound
from tests.cycles import TEXT
from tests.engine.conftest import Stage
from tests.engine.scenes import EDITED, Scene, last_body, rows, tamper

C = "housing"


def contributions_of(seat: Seat, words: str, version: int | None = None) -> tuple[int, ...]:
    """Where blame leads from these words of a version."""
    (run,) = [run for run in seat.cycle(C).draft.blame(version) if words in run.text]
    return run.contributions


def test_a_suggestion_names_the_contribution_it_comes_from(at: Stage) -> None:
    """And so does everything that came of it: the text it was merged into."""
    scene = at("review")
    made = scene.seat("joe").cycle(C).suggestions.add(EDITED, for_=2).suggestions[0]
    quote = scene.seat("kit").cycle(C).suggestions.add_quote("public", "open", for_=1).suggestions[0]
    tip = scene.seat("lou").cycle(C).suggestions.tip("waiting list", "How long?", for_=1).suggestions[0]

    assert [scene.outsider.cycle(C).suggestions.show(one.id).contribution for one in (made, quote, tip)] == [2, 1, 1]
    assert scene.outsider.cycle(C).suggestions.show(1).contribution is None
    scene.anna.cycle(C).move("drafting")
    scene.adopt(made.id)
    scene.bea.cycle(C).draft.merge()
    assert contributions_of(scene.bea, " and square") == (2,)
    assert contributions_of(scene.bea, "# Housing") == ()
    assert scene.outsider.verify().damage == ()


def test_a_version_names_the_contributions_it_began_with(at: Stage) -> None:
    """In any order, each once; the circle sees which draft named what."""
    scene = at("drafting")

    saved = scene.bea.cycle(C).draft.save(EDITED, for_=[2, 1, 2])

    assert saved.contributions == (1, 2)
    assert [one.contributions for one in scene.anna.cycle(C).draft.list()] == [(), (1, 2)]
    assert last_body(scene.plein)["contributions"] == [1, 2]
    assert contributions_of(scene.bea, " and square") == (1, 2)
    assert contributions_of(scene.bea, "# Housing") == ()
    assert scene.outsider.verify().damage == ()


def test_everyone_sees_what_a_published_version_began_with_and_not_which_draft_named_it(at: Stage) -> None:
    """The text is open and so are its origins; how the circle got there is its own affair."""
    scene = at("drafting")
    scene.bea.cycle(C).draft.save(EDITED, for_=[2])
    scene.bea.cycle(C).draft.save(EDITED.replace("homes", "houses"), for_=[1])
    with pytest.raises(NotFound):
        scene.outsider.cycle(C).draft.show()
    scene.anna.cycle(C).move("review")

    assert [(one.number, one.contributions) for one in scene.outsider.cycle(C).draft.list()] == [(3, (1, 2))]
    assert {run.contributions for run in scene.outsider.cycle(C).draft.blame()} == {(1, 2)}
    assert contributions_of(scene.bea, "houses") == (1,)


UNKNOWN: list[tuple[str, str, Callable[[Scene], Any]]] = [
    ("a suggestion", "review", lambda s: s.seat("joe").cycle(C).suggestions.add(EDITED, for_=9)),
    ("a passage", "review", lambda s: s.seat("joe").cycle(C).suggestions.add_quote("public", "open", for_=0)),
    ("a tip", "review", lambda s: s.seat("joe").cycle(C).suggestions.tip("public", "Is it?", for_=2**40)),
    ("a version", "drafting", lambda s: s.bea.cycle(C).draft.save(EDITED, for_=[1, 9])),
]


@pytest.mark.parametrize(("stage", "call"), [pytest.param(*case[1:], id=case[0]) for case in UNKNOWN])
def test_an_origin_that_is_not_there_is_refused(at: Stage, stage: str, call: Callable[[Scene], Any]) -> None:
    """And nothing is taken in."""
    scene = at(stage)
    before = rows(scene.plein)

    with pytest.raises(NotFound, match="There is no contribution"):
        call(scene)

    assert rows(scene.plein) == before


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE plein_suggestion SET contribution = 1 WHERE number = 4", "suggestion 4 is damaged"),
        ("UPDATE plein_suggestion SET contribution = NULL WHERE number = 4", "suggestion 4 is damaged"),
        ("UPDATE plein_suggestion SET contribution = 1 WHERE number = 1", "suggestion 1 is damaged"),
        ("UPDATE plein_version SET contributions = '[1]' WHERE number = 2", "version 2 is damaged"),
        ("UPDATE plein_version SET contributions = '[2]' WHERE number = 1", "version 1 is damaged"),
    ],
)
def test_verify_names_an_origin_that_was_changed(at: Stage, statement: str, words: str) -> None:
    """Whoever started something is not written out of the story."""
    scene = at("review")
    scene.seat("joe").cycle(C).suggestions.add_quote("public", "open", for_=2)
    scene.anna.cycle(C).move("drafting")
    scene.bea.cycle(C).draft.save(TEXT.replace("homes", "houses"), for_=[2])
    assert scene.outsider.verify().damage == ()
    assert tamper(scene.plein, statement) == 1

    assert words in " · ".join(scene.outsider.cycle(C).verify().damage)
