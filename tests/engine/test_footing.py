"""What suggestions stand on: edits that a version cannot take are found, named and left out, however they came there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import event

from plein.documents import Edit, Rebased
from plein.engine.review import carrying
from plein.engine.review.edits_kept import fits
from plein.errors import Refused
from tests.cycles import TEXT
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene, tamper
from tests.engines import engine_of

C = "housing"
TWICE = '[[2, 2, "a"], [2, 2, "b"]]'


def spoil(scene: Scene, number: int, edits: str = TWICE, column: str = "edits") -> None:
    """Put edits into a row that no version can take."""
    assert tamper(scene.plein, f"UPDATE plein_suggestion SET {column} = '{edits}' WHERE number = {number}".replace(":", "\\:")) == 1


@pytest.mark.parametrize(
    ("edits", "sound"),
    [
        ([], True),
        ([Edit(0, 4, "a")], True),
        ([Edit(0, 2, "a"), Edit(2, 4, "b")], True),
        ([Edit(0, 2, "a"), Edit(1, 4, "b")], False),
        ([Edit(2, 2, "a"), Edit(2, 2, "b")], False),
        ([Edit(0, 5, "")], False),
    ],
)
def test_edits_fit_where_they_can_be_written_in(edits: Sequence[Edit], sound: bool) -> None:
    """The same check as that of the text core: nothing that passes here is refused there."""
    assert fits(edits, "abcd") is sound


def test_one_bad_row_is_named_and_the_others_go_on(at: Stage) -> None:
    """To everybody alike: that it cannot be placed is no secret of the group."""
    scene = at("review")
    spoil(scene, 2)

    for seat in (scene.outsider, scene.bea, scene.anna, scene.seat("kim")):
        assert seat.cycle(C).suggestions.unsound() == {
            2: "Suggestion 2 cannot be placed: two of its changes touch the same place in version 1."
        }
        assert [one.unsound is None for one in seat.cycle(C).suggestions.list()] == [True, False, True]
        assert seat.cycle(C).suggestions.show(1).quote == "homes"
        assert seat.cycle(C).suggestions.show(2).here is None
    assert scene.outsider.verify().damage != ()


def test_what_needs_no_place_any_more_is_not_named(at: Stage) -> None:
    """Rejected, or given a place by hand: nobody has to do anything about it. Taken back, the decision leaves it as it was.

    That somebody changed where it stands is damage all the same.
    """
    changed = ("housing: suggestion 2 is damaged: its status does not follow from the record",)
    scene = at("review")
    spoil(scene, 2, column="at_edits")
    assert any("suggestion 2 is damaged: two of its changes" in one for one in scene.outsider.verify().damage)

    scene.reject(2)
    assert (scene.bea.cycle(C).suggestions.unsound(), list(scene.outsider.cycle(C).suggestions.unsound())) == ({}, [2])
    assert scene.outsider.verify().damage == changed
    scene.bea.cycle(C).decisions.undo(2)
    assert list(scene.bea.cycle(C).suggestions.unsound()) == [2]
    scene.bea.cycle(C).decisions.set([2], "adopted", at="trees")
    assert scene.bea.cycle(C).suggestions.unsound() == {}
    assert scene.outsider.verify().damage == changed


def test_a_merge_of_nothing_but_a_bad_row_is_refused_in_words(at: Stage) -> None:
    """It is named, and so is the way on."""
    scene = at("review")
    spoil(scene, 2)
    scene.adopt(2)
    scene.anna.cycle(C).move("drafting")
    before = scene.digest()

    with pytest.raises(Refused, match=r"2 cannot be placed: two of its changes.*\"adopted\", at="):
        scene.bea.cycle(C).draft.merge()

    assert scene.digest() == before


def test_a_chosen_passage_that_is_gone_holds_its_suggestion_only(at: Stage) -> None:
    """A decision is a row too."""
    scene = at("review")
    scene.adopt(1)
    scene.bea.cycle(C).decisions.set([2], "adopted", at="trees")
    tamper(scene.plein, "UPDATE plein_decision SET at_quote = 'bushes' WHERE suggestion = 2")
    scene.anna.cycle(C).move("drafting")

    merged = scene.bea.cycle(C).draft.merge()

    assert (merged.applied, merged.held) == ((1,), (2,))
    assert "“bushes”" in merged.reasons[2]


@pytest.mark.parametrize("edits", [(Edit(2, 2, "a"), Edit(2, 2, "b")), (Edit(90_000, 90_001, "a"),)])
def test_what_carrying_cannot_have_meant_is_never_kept(at: Stage, monkeypatch: pytest.MonkeyPatch, edits: tuple[Edit, ...]) -> None:
    """Should the text core be wrong about one, that one has collided; it is neither lost nor in the way."""
    scene = at("review")
    scene.anna.cycle(C).move("drafting")
    scene.bea.cycle(C).draft.save("# First\n\n" + TEXT)
    really = carrying.rebase_all

    def mistaken(old: str, new: str, suggestions: Any, **options: Any) -> dict[Any, Rebased]:
        found = really(old, new, suggestions, **options)
        return {number: Rebased("carried", edits) if number == 2 else one for number, one in found.items()}

    monkeypatch.setattr(carrying, "rebase_all", mistaken)
    scene.anna.cycle(C).move("review")

    assert [(one.id, one.status) for one in scene.outsider.cycle(C).suggestions.list() if one.kind != "tip"] == [
        (1, "carried"),
        (2, "collided"),
    ]
    assert scene.outsider.cycle(C).suggestions.unsound() == {}
    assert scene.outsider.verify().damage == ()
    scene.adopt(1, 2)
    scene.anna.cycle(C).move("drafting")
    assert scene.bea.cycle(C).draft.merge().held == (2,)


def test_a_place_that_went_bad_is_found_again_in_the_next_round(at: Stage) -> None:
    """It is worked out anew from what was handed in, which is as it was."""
    scene = at("review")
    spoil(scene, 2, column="at_edits")
    scene.anna.cycle(C).move("drafting")
    scene.bea.cycle(C).draft.save("# First\n\n" + TEXT)
    scene.anna.cycle(C).move("review")

    assert (scene.outsider.cycle(C).suggestions.show(2).status, scene.outsider.cycle(C).suggestions.unsound()) == ("carried", {})
    assert scene.outsider.verify().damage == ()


def test_looking_costs_no_statement_per_suggestion(at: Stage) -> None:
    """Whether they can be placed is found out while they are read."""
    scene = at("review")
    asked: list[str] = []
    event.listen(engine_of(scene.plein), "before_cursor_execute", lambda *args: asked.append(args[2]))
    scene.bea.cycle(C).suggestions.list()
    asked.clear()  # the first look also meets the database
    scene.bea.cycle(C).suggestions.list()
    few = len(asked)
    for number in range(12):
        scene.suggest(f"person{number}", quote="public", replace=f"open {number}")
    spoil(scene, 4)
    asked.clear()

    assert len(scene.bea.cycle(C).suggestions.list()) == 15
    assert len(asked) == few
