"""Taking a decision back: once everybody could read it, they can read that it is gone, and why."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein import Plein, as_json
from plein.errors import NotFound, Refused
from tests.conftest import NOON
from tests.cycles import TEXT, Housing
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene, last_body, rows
from tests.laws import looks

C = "housing"
WHY = "We had not asked the gardeners."
STEPS = ("reject", "note", "publish", "undo", "undo, because")


def published(scene: Scene) -> Scene:
    """1 is adopted, 2 is rejected, and everybody knows."""
    scene.bea.cycle(C).decisions.publish()
    return scene


@looks(25, least=5)
@given(st.lists(st.sampled_from(STEPS), min_size=1, max_size=10))
def test_nothing_that_everybody_could_read_disappears(empty_file: Path, tmp_path_factory: pytest.TempPathFactory, steps: list[str]) -> None:
    """Whatever a group does: each answer that was public once stands, or stands among those that were taken back, in order and with a reason."""
    database = tmp_path_factory.mktemp("undone") / "plein.db"
    shutil.copy(empty_file, database)
    with Plein(database, clock=lambda: NOON) as plein:
        housing = Housing(plein).review()
        number = housing.suggest("piet", quote="trees", replace="fruit trees").id
        bea, told = housing.bea.cycle(C).decisions, list[str]()
        for turn, step in enumerate(steps):
            try:
                if step in ("reject", "note"):
                    bea.set(number, "rejected" if step == "reject" else "noted", because=f"Because {turn}.")
                elif step == "publish":
                    told += [one.because or "" for one in bea.publish()]
                else:
                    bea.undo(number, WHY if step == "undo, because" else None)
            except (Refused, NotFound):
                pass
            one = housing.outsider.cycle(C).suggestions.show(number)
            standing = [] if one.decision is None else [one.decision.because]
            assert [*(gone.because for gone in one.undone), *standing] == told
            assert {gone.why for gone in one.undone} <= {WHY}
        assert housing.outsider.verify().damage == ()


def test_a_public_decision_is_not_taken_back_in_silence(at: Stage) -> None:
    """Whoever read the answer is owed why it holds no longer; without that nothing changes."""
    scene = published(at("processing"))
    before = rows(scene.plein)

    for because in (None, "", "  \n"):
        with pytest.raises(Refused, match=r"The decision on suggestion 2 is public; say why .*: because="):
            scene.bea.cycle(C).decisions.undo(2, because)
    with pytest.raises(Refused, match=r"take it back first, and say why: plein decision undo housing 2 --because TEXT"):
        scene.bea.cycle(C).decisions.set(2, "noted", because="Read.")
    assert rows(scene.plein) == before


def test_what_was_answered_and_why_it_was_taken_back_is_public_at_once(at: Stage) -> None:
    """In lists, for one alone and as JSON; nobody has to wait for the group to publish that it changed its mind."""
    scene = published(at("processing"))
    scene.bea.cycle(C).decisions.undo(2, f"  {WHY} ")

    there = scene.outsider.cycle(C).suggestions
    for one in (there.show(2), there.list()[1]):
        assert (one.status, one.decision) == ("open", None)
        assert [(gone.outcome, gone.because, gone.why, gone.at) for gone in one.undone] == [("rejected", "Outside our powers.", WHY, NOON)]
    assert as_json(there.show(2))["undone"] == [
        {"outcome": "rejected", "because": "Outside our powers.", "why": WHY, "at": NOON.isoformat()}
    ]
    assert there.show(1).undone == ()
    assert [one.suggestion for one in scene.outsider.cycle(C).decisions.list()] == [1]


def test_the_entry_is_for_everybody_and_holds_what_was_taken_back(at: Stage) -> None:
    """The record is where people look for what a group would rather forget."""
    scene = published(at("processing"))
    scene.bea.cycle(C).decisions.undo(2, WHY)

    entry = scene.outsider.cycle(C).log()[-1]
    assert (entry.act, entry.at) == ("undo-decision", NOON)
    assert entry.body is not None
    kept = ("suggestion", "undone", "why", "outcome", "because", "published", "was_published", "closed")
    assert {key: entry.body[key] for key in kept} == {
        "suggestion": 2, "undone": 1, "why": WHY, "outcome": "rejected", "because": "Outside our powers.", "published": NOON.isoformat(),
        "was_published": True, "closed": False,
    }  # fmt: skip
    assert scene.outsider.verify().damage == ()


def test_what_was_never_public_is_taken_back_among_the_circle(at: Stage) -> None:
    """A reason is theirs to give or not, and nobody outside learns that there was a decision."""
    scene = at("processing")
    before = scene.outsider.cycle(C).suggestions.list()

    scene.bea.cycle(C).decisions.undo(1)
    assert last_body(scene.plein)["why"] is None
    scene.bea.cycle(C).decisions.undo(2, WHY)

    body = last_body(scene.plein)
    assert (body["why"], body["closed"], body["was_published"]) == (WHY, True, False)
    assert [one.act for one in scene.outsider.cycle(C).log()[-2:]] == ["closed", "closed"]
    assert scene.outsider.cycle(C).suggestions.list() == before
    assert WHY not in json.dumps(as_json(scene.outsider.cycle(C).log()))
    assert scene.bea.cycle(C).suggestions.show(2).undone == ()


def test_answers_that_point_at_it_stay_and_no_chain_comes_of_it(at: Stage) -> None:
    """Whoever was told "settled by 2" still finds 2, which waits; but 2 cannot be settled by another while they are sent to it."""
    scene = at("processing")
    scene.bea.cycle(C).decisions.set(3, "covered", covered_by=2, because="It says so.")
    published(scene)

    scene.bea.cycle(C).decisions.undo(2, WHY)

    assert [(one.suggestion, one.covered_by) for one in scene.outsider.cycle(C).decisions.list()] == [(1, None), (3, 2)]
    before = rows(scene.plein)
    with pytest.raises(Refused, match="Suggestion 2 settles 3; decide on those otherwise first"):
        scene.bea.cycle(C).decisions.set(2, "covered", covered_by=1, because="See there.")
    assert rows(scene.plein) == before
    scene.bea.cycle(C).decisions.set(2, "noted", because="Fruit falls on cars.")
    scene.bea.cycle(C).decisions.undo(3, "It says more than that.")
    assert [one.outcome for one in scene.outsider.cycle(C).suggestions.show(3).undone] == ["covered"]


def test_what_waits_again_stands_on_the_version_that_is_public(at: Stage) -> None:
    """With its answer it stayed behind on version 1; without it, it is there for everybody to see what it collides with."""
    scene = published(at("processing"))
    scene.bea.cycle(C).draft.save(TEXT.replace("We like", "We do like"))
    scene.anna.cycle(C).move("review")
    joe = scene.suggest("joe", quote="trees", replace="old trees").id
    assert scene.outsider.cycle(C).suggestions.show(2).collides_with == ()

    scene.bea.cycle(C).decisions.undo(2, WHY)

    again = scene.outsider.cycle(C).suggestions.show(2)
    assert (again.status, again.collides_with) == ("carried", (joe,))
    assert scene.outsider.verify().damage == ()


def test_its_author_can_withdraw_what_waits_again(at: Stage) -> None:
    """There is no answer that the withdrawal would contradict; what was answered stays to be read."""
    scene = published(at("processing"))
    scene.bea.cycle(C).decisions.undo(2, WHY)

    assert scene.seat("kim").cycle(C).suggestions.withdraw(2).undone[0].why == WHY


def test_it_goes_along_with_who_took_it_back_and_outlives_them(at: Stage) -> None:
    """The reason is the group's; only whose hand it was is forgotten."""
    scene = published(at("processing"))
    scene.bea.cycle(C).decisions.undo(2, WHY)
    (share,) = scene.bea.people.export("bea").cycles
    assert share.undone == (
        {
            "id": 1, "suggestion": 2, "outcome": "rejected", "because": "Outside our powers.", "why": WHY,
            "published": NOON.isoformat(), "at": NOON.isoformat(),
        },
    )  # fmt: skip
    assert scene.seat("kim").people.export("kim").cycles[0].undone == ()

    scene.bea.people.erase("bea", texts=True)

    assert [one.why for one in scene.outsider.cycle(C).suggestions.show(2).undone] == [WHY]
    assert '"bea"' not in json.dumps(as_json(scene.anna.cycle(C).log()))
    assert scene.outsider.verify().damage == ()


def test_words_to_avoid_are_found_in_it(at: Stage) -> None:
    """It goes out like any reason."""
    scene = published(at("processing"))
    scene.bea.cycle(C).decisions.undo(2, "Every stakeholder agrees.")

    assert [(one.where, one.word) for one in scene.bea.cycle(C).words.check()] == [
        ("the answer to suggestion 2 that was taken back", "stakeholder")
    ]
