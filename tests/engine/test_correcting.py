"""A final version with a mistake in it: corrected in the open, with the reason, and nothing else about it changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from plein import as_json
from plein.engine.cycle.views import Correction
from plein.errors import (
    ActRefused,
    BadDefinition,
    BrokenText,
    NotAllowed,
    NotFound,
    NothingChanged,
    PleinError,
    Refused,
    StaleWrite,
    Unusable,
)
from plein.store import record
from plein.workflow import PLEIN66, dumps, loads
from tests.conftest import NOON
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene, last_body, rows, tamper
from tests.engine.test_whole_table import CALLS

C = "housing"
WHY = "The list is open to all."


def final(scene: Scene) -> Scene:
    """Everything is answered and merged; version 2 is final."""
    scene.bea.cycle(C).decisions.set([3], "noted", because="Nine years, as piet says.")
    scene.bea.cycle(C).draft.merge()
    scene.bea.cycle(C).decisions.publish()
    scene.anna.cycle(C).move("final")
    return scene


def mended(scene: Scene) -> str:
    return scene.outsider.cycle(C).draft.show(2).text.replace("It is public", "It is open to all")


def test_everybody_reads_the_corrected_version_and_the_one_it_corrects(at: Stage) -> None:
    """From the moment it is there, with the reason; what was final is not rewritten."""
    scene = final(at("processing"))
    before = scene.outsider.cycle(C).draft.show()

    made = scene.anna.cycle(C).draft.correct(mended(scene), f" {WHY}\n")

    assert (made.number, made.base, made.corrects, made.because, made.published_at, made.author) == (3, 2, 2, WHY, NOON, "anna")
    read = scene.outsider.cycle(C).draft
    assert read.show() == made
    assert read.show(2) == before
    assert [(one.number, one.corrects, one.because) for one in read.list()] == [(1, None, None), (2, None, None), (3, 2, WHY)]
    assert [edit.text for edit in read.diff(2, 3).edits] == ["open to all"]
    assert {key: as_json(made)[key] for key in ("corrects", "because")} == {"corrects": 2, "because": WHY}
    assert scene.outsider.cycle(C).show().phase == "final"


def test_the_entry_says_what_corrects_what_and_why(at: Stage) -> None:
    """For everybody: what the check needs to know that nobody touched it, and the reason in words."""
    scene = final(at("processing"))
    made = scene.anna.cycle(C).draft.correct(mended(scene), WHY)

    entry = scene.outsider.cycle(C).log()[-1]
    assert (entry.act, entry.body and entry.body["closed"]) == ("correct-version", False)
    assert entry.body is not None
    assert {key: entry.body[key] for key in ("version", "digest", "base", "note_seal", "corrects", "because")} == {
        "version": 3, "digest": made.digest, "base": 2, "note_seal": record.seal(made.digest, None), "corrects": 2, "because": WHY,
    }  # fmt: skip
    assert "We build" not in json.dumps(entry.body)


def test_a_correction_can_be_corrected(at: Stage) -> None:
    """It names the one it corrects, which is the newest that was published."""
    scene = final(at("processing"))
    scene.anna.cycle(C).draft.correct(mended(scene), WHY)
    again = scene.anna.cycle(C).draft.correct(mended(scene).replace("open to all", "open to everybody"), "Plainer.")

    assert (again.number, again.corrects, again.base) == (4, 3, 3)
    assert scene.outsider.cycle(C).draft.show() == again


Do = Callable[[Scene], Any]
REFUSED: dict[str, tuple[Do, type[PleinError], str]] = {
    "to the letter": (lambda s: _correct(s, s.outsider.cycle(C).draft.show().text), NothingChanged, "That is version 2 to the letter"),
    "layout": (lambda s: _correct(s, mended(s).replace("open to all", "public").replace("\n\n", "\n\n\n")), NothingChanged, "layout alone"),
    "empty": (lambda s: _correct(s, " \n"), BrokenText, "The text is empty"),
    "marks": (lambda s: _correct(s, "a\n<<<<<<< mine\nb\n"), BrokenText, "Line 2 is a mark"),
    "no reason": (lambda s: s.anna.cycle(C).draft.correct(mended(s), "  "), Unusable, "A correction needs a reason"),
    "stale": (lambda s: s.anna.cycle(C).draft.correct(mended(s), WHY, revision=3), StaleWrite, "Look again"),
    "drafter": (lambda s: s.bea.cycle(C).draft.correct(mended(s), WHY), NotAllowed, "Only hosts may correct the final version"),
    "adviser": (lambda s: s.seat("adam").cycle(C).draft.correct(mended(s), WHY), NotAllowed, "Only hosts"),
    "public": (lambda s: s.seat("kim").cycle(C).draft.correct(mended(s), WHY), NotAllowed, "Only hosts"),
    "elsewhere": (lambda s: s.anna.cycle("parks").draft.correct(mended(s), WHY), NotFound, "no cycle"),
}


def _correct(scene: Scene, text: str) -> Any:
    return scene.anna.cycle(C).draft.correct(text, WHY)


@pytest.mark.parametrize(("do", "refusal", "words"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_correction_is_refused(at: Stage, do: Do, refusal: type[PleinError], words: str) -> None:
    """With the reason in words, and nothing changed."""
    scene = final(at("processing"))
    before = rows(scene.plein)

    with pytest.raises(refusal, match=words):
        do(scene)
    assert rows(scene.plein) == before


@pytest.mark.parametrize("stage", ["preparation", "drafting", "review", "processing"])
def test_only_what_is_final_is_corrected(at: Stage, stage: str) -> None:
    """Before the end there is a draft to save; and a cycle that was stopped has no final version."""
    scene = at(stage)

    with pytest.raises(ActRefused, match="that is done in: final"):
        scene.anna.cycle(C).draft.correct("# Housing\n", WHY)
    scene.anna.cycle(C).move("stopped", because="The council resigned.")
    with pytest.raises(ActRefused, match="that is done in: final"):
        scene.anna.cycle(C).draft.correct("# Housing\n", WHY)


def test_everything_else_stays_refused_after_a_correction(at: Stage) -> None:
    """It opens nothing: who may do what is as it was."""
    scene = final(at("processing"))
    scene.anna.cycle(C).draft.correct(mended(scene), WHY)
    allowed = {"read", "read-drafts", "correct", "promise"}

    for act, calls in CALLS.items():
        for name, do in calls.items():
            if act not in allowed | {"answer-invitation", "see-candidates"}:
                before = rows(scene.plein)
                with pytest.raises(ActRefused):
                    do(scene.anna)
                assert rows(scene.plein) == before, name
    assert {action.name for action in scene.anna.cycle(C).status().can} == allowed


def test_a_dry_run_says_what_it_would_be(at: Stage) -> None:
    scene = final(at("processing"))
    before = rows(scene.plein)

    would = scene.anna.cycle(C).draft.correct(mended(scene), WHY, dry_run=True)

    assert rows(scene.plein) == before
    assert scene.anna.cycle(C).draft.correct(mended(scene), WHY) == would


def test_words_that_a_correction_put_in_say_so(at: Stage) -> None:
    """Nobody suggested them and nobody decided on them: a host put them right, for this reason. All others are told as before."""
    scene = final(at("processing"))
    before = [run for run in scene.outsider.cycle(C).draft.blame() if run.suggestion is not None]
    scene.anna.cycle(C).draft.correct(mended(scene), WHY)

    for seat, author in ((scene.outsider, None), (scene.anna, "anna")):
        runs = seat.cycle(C).draft.blame()
        corrected = [run for run in runs if run.corrects is not None]
        assert [(run.text, run.version, run.corrects, run.because, run.author) for run in corrected] == [("open to all", 3, 2, WHY, author)]
        assert "".join(run.text for run in runs) == mended(scene)
    told = [run for run in scene.outsider.cycle(C).draft.blame() if run.suggestion is not None]
    assert [(run.text, run.suggestions) for run in told] == [(run.text, run.suggestions) for run in before]
    assert {run.because for run in told} == {None}


def test_the_story_tells_it_with_the_end(at: Stage) -> None:
    """The step says what became final; what was put right later is told beside it, with how much."""
    scene = final(at("processing"))
    scene.anna.cycle(C).draft.correct(mended(scene), WHY)

    *earlier, last = scene.outsider.cycle(C).story()
    assert (last.step.version, last.changed) == (2, 1)
    assert last.corrections == (Correction(3, 2, WHY, NOON, 1),)
    assert {one.corrections for one in earlier} == {()}


def test_it_goes_along_with_its_author_and_outlives_them(at: Stage) -> None:
    """A host takes along what they corrected; erased, the text and the reason stay, for they are everybody's."""
    scene = final(at("processing"))
    scene.anna.cycle(C).draft.correct(mended(scene), WHY)
    (share,) = scene.anna.people.export("anna").cycles
    assert [(one["id"], one["corrects"], one["because"]) for one in share.versions] == [(3, 2, WHY)]

    gone = scene.anna.people.erase("anna", texts=True).person

    read = scene.outsider.cycle(C).draft.show()
    assert (read.author, read.because, read.text) == (gone, WHY, mended(scene))


def test_words_to_avoid_are_found_in_its_reason(at: Stage) -> None:
    scene = final(at("processing"))
    scene.anna.cycle(C).draft.correct(mended(scene), "A stakeholder found it.")

    assert [(one.where, one.word) for one in scene.outsider.cycle(C).words.check()] == [("why version 2 was corrected", "stakeholder")]


def test_what_never_got_an_answer_is_carried_to_it(at: Stage) -> None:
    """By an organisation's own rules a text may be final before everything is answered; what waits stands on what everybody reads."""
    scene = at("preparation")
    toml = dumps(PLEIN66).replace(
        'guards = ["was_reviewed", "all_decided", "decisions_reasoned", "decisions_published", "adopted_merged"]', ""
    )
    scene.anna.cycle(C).change(definition=loads(toml, "ours.toml"), because="Ours.")
    scene.build_on("inventory", "invitation", "drafting", "review")
    scene.anna.cycle(C).move("final")

    scene.anna.cycle(C).draft.correct(scene.outsider.cycle(C).draft.show().text.replace("trees", "old trees"), WHY)

    assert [one.status for one in scene.outsider.cycle(C).suggestions.list()] == ["carried", "collided", "open"]
    assert last_body(scene.plein)["carried"] == {"carried": 1, "collided": 1}


# -- rules --------------------------------------------------------------------------------------------------------------------


def forget_correcting(scene: Scene) -> None:
    """Make the cycle one that was begun before a final version could be corrected."""
    data = PLEIN66.to_data()
    for phase in data["phases"]:
        phase["acts"].pop("correct", None)
    assert tamper(scene.plein, "UPDATE plein_cycle SET definition = :data", data=json.dumps(data)) == 1


def test_a_cycle_that_became_final_under_older_rules_can_be_corrected(at: Stage) -> None:
    """Its rules know no such act; nobody foresaw it, so that nobody decided against it."""
    scene = final(at("processing"))
    forget_correcting(scene)

    assert scene.anna.cycle(C).may("correct")
    assert not scene.bea.cycle(C).may("correct")
    assert scene.anna.cycle(C).draft.correct(mended(scene), WHY).corrects == 2
    assert scene.outsider.cycle(C).definition() == PLEIN66


def test_whoever_leaves_it_out_of_their_rules_has_it_not(at: Stage) -> None:
    """What is not in the table may not be done, by rules that were written since it can be in them."""
    scene = at("processing")
    toml = "\n".join(line for line in dumps(PLEIN66).splitlines() if not line.startswith("correct "))
    scene.anna.cycle(C).change(definition=loads(toml, "ours.toml"), because="What is final is final.")
    final(scene)

    with pytest.raises(ActRefused, match="no one may correct the final version in a plein66 cycle"):
        scene.anna.cycle(C).draft.correct(mended(scene), WHY)


@pytest.mark.parametrize(
    ("phase", "told"),
    [
        ("drafting", "phase drafting: only an end has a final version to correct"),
        ("stopped", 'phase stopped: there is no final version to correct in it, unless it says on_enter = ["publish-version"]'),
    ],
)
def test_rules_that_correct_where_nothing_is_final_are_refused(phase: str, told: str) -> None:
    """With the line, before a cycle begins by them."""
    head, name, rest = dumps(PLEIN66).partition(f'name = "{phase}"')
    toml = head + name + rest.replace("\nread ", '\ncorrect = ["host"]\nread ', 1)

    with pytest.raises(BadDefinition) as refusal:
        loads(toml, "ours.toml")

    assert list(refusal.value.mistakes) == [told]
    assert toml.splitlines()[(refusal.value.lines[0] or 0) - 1] == 'correct = ["host"]'


def test_an_end_that_published_nothing_has_nothing_to_correct(at: Stage) -> None:
    """Rules of one's own may let a cycle become final without a text."""
    scene = at("preparation")
    arrow = '\n[[moves]]\nfrom = "preparation"\nto = "final"\nby = ["host"]\n'
    scene.anna.cycle(C).change(definition=loads(dumps(PLEIN66) + arrow, "ours.toml"), because="Ours.")
    scene.anna.cycle(C).move("final")

    with pytest.raises(Refused, match="No version of housing was published"):
        scene.anna.cycle(C).draft.correct("# Housing\n", WHY)
