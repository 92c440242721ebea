"""From every word back to the people: through merges, adaptations and drafts, and without telling what is closed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from plein import Seat
from plein.engine.review.views import BlameRun
from plein.errors import NotFound
from tests.cycles import TEXT
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene

C = "housing"
Told = list[tuple[str, int, tuple[int, ...], tuple[str, ...]]]


def told(runs: Sequence[BlameRun]) -> Told:
    """The runs with words that are not of version 1, as (words, version, suggestions, authors)."""
    return [(run.text.strip(), run.version, run.suggestions, run.authors) for run in runs if run.version > 1]


def whole(seat: Seat, number: int | None = None) -> tuple[BlameRun, ...]:
    """The runs of a version, after checking that they are the whole of it."""
    runs, version = seat.cycle(C).draft.blame(number), seat.cycle(C).draft.show(number)
    assert "".join(run.text for run in runs) == version.text
    assert all(version.text[run.start : run.end] == run.text for run in runs)
    assert [run.start for run in runs] == [0, *(run.end for run in runs[:-1])]
    assert all((run.suggestion, run.author) == ((*run.suggestions, None)[0], (*run.authors, None)[0]) for run in runs)
    return runs


def first_round(scene: Scene) -> Scene:
    """1 and 4 say the same, 2 is adapted, and bea writes a sentence herself before the merge; version 3 goes out."""
    scene.suggest("joe", quote="homes", replace="affordable homes")
    scene.anna.cycle(C).move("drafting")
    scene.bea.cycle(C).draft.save(TEXT.replace("It is public.", "It is public and short."))
    scene.adopt(1)
    scene.bea.cycle(C).decisions.set([4], "covered", covered_by=1, because="The same.")
    scene.bea.cycle(C).decisions.set([2], "adapted", text="apple trees", because="They bear fruit.")
    scene.bea.cycle(C).decisions.set([3], "noted", because="Long.")
    scene.bea.cycle(C).draft.merge()
    scene.bea.cycle(C).decisions.publish()
    scene.anna.cycle(C).move("review", ask="And now?")
    return scene


def second_round(scene: Scene) -> Scene:
    """5 writes inside the words of 1; 6 and 7 put in the same; then bea changes a word of the first version."""
    scene.suggest("lea", quote="affordable homes", replace="affordable and warm homes")
    for person in ("mia", "noor"):
        scene.hand_in(person, "- people who lost their home\n", "- people who lost their home\n- students\n")
    scene.anna.cycle(C).move("drafting")
    scene.adopt(5, 6, 7)
    scene.bea.cycle(C).draft.merge()
    scene.bea.cycle(C).draft.save(scene.bea.cycle(C).draft.show().text.replace("every street", "each street"))
    scene.bea.cycle(C).decisions.publish()
    scene.anna.cycle(C).move("final", because="Done.")
    return scene


def test_every_word_of_the_final_text_leads_to_its_source(at: Stage) -> None:
    """Two rounds, an adapted one, identical ones, a drafter's own words: nobody is forgotten, whoever asks."""
    scene = second_round(first_round(at("review")))

    inside, outside = whole(scene.bea), whole(scene.outsider)

    assert told(inside) == [
        ("affordable", 3, (1, 4), ("piet", "joe")),
        ("and warm", 4, (5,), ("lea",)),
        ("- students", 4, (6, 7), ("mia", "noor")),
        ("and short", 2, (), ("bea",)),
        ("apple", 3, (2,), ("kim",)),
        ("each", 5, (), ("bea",)),
    ]
    assert {run.authors for run in inside if run.version == 1} == {("bea",)}
    assert {run.suggestion: run.decision.outcome for run in inside if run.decision} == {
        1: "adopted",
        5: "adopted",
        6: "adopted",
        2: "adapted",
    }
    assert [(run.text.strip(), run.decision.because) for run in inside if run.adapted and run.decision] == [("apple", "They bear fruit.")]
    assert told(outside) == [
        ("affordable", 3, (1, 4), ("piet", "joe")),
        ("and warm", 5, (5,), ("lea",)),
        ("- students", 5, (6, 7), ("mia", "noor")),
        ("and short", 3, (), ()),
        ("apple", 3, (2,), ("kim",)),
        ("each", 5, (), ()),
    ]
    assert all(run.decision is None or (run.decision.published and run.decision.by is None) for run in outside)


def test_an_older_version_is_told_as_it_was(at: Stage) -> None:
    """Later rounds do not change the answer; the first version is all of one piece."""
    scene = first_round(at("review"))
    before = whole(scene.outsider, 3)
    second_round(scene)
    assert whole(scene.outsider, 3) == before
    assert [(run.text, run.version, run.author) for run in whole(scene.outsider, 1)] == [(TEXT, 1, None)]
    assert [(run.text, run.version, run.author) for run in whole(scene.bea, 1)] == [(TEXT, 1, "bea")]
    assert scene.outsider.cycle(C).draft.blames() == {number: scene.outsider.cycle(C).draft.blame(number) for number in (1, 3, 5)}


def test_what_is_closed_is_not_there(at: Stage) -> None:
    """A draft has no answer for outsiders, and a decision that is not published credits nobody yet."""
    scene = at("processing")
    scene.bea.cycle(C).draft.merge()
    with pytest.raises(NotFound):
        scene.outsider.cycle(C).draft.blame(2)
    assert [run.version for run in whole(scene.outsider)] == [1]
    assert told(whole(scene.bea)) == [("affordable", 2, (1,), ("piet",))]

    scene.bea.cycle(C).decisions.set([3], "noted", because="Long.")
    scene.anna.cycle(C).move("review", ask="And now?")

    assert told(whole(scene.outsider)) == [("affordable", 2, (), ())]
    scene.anna.cycle(C).move("drafting")
    scene.bea.cycle(C).decisions.publish()
    assert told(whole(scene.outsider)) == [("affordable", 2, (1,), ("piet",))]


@pytest.mark.parametrize("who", [None, "stranger", "dora"])
def test_what_the_circle_tried_in_between_leaves_no_trace(at: Stage, who: str | None) -> None:
    """Two circles publish the same text and the same decisions; one of them tried other words on the way. Outside, nobody can tell."""
    secret, answers = "MARKERWORD", []
    for tries in (False, True):
        scene = at("review")
        scene.suggest("joe", quote="public", replace="open to all")
        scene.anna.cycle(C).move("drafting")
        if tries:
            scene.bea.cycle(C).draft.save(TEXT.replace("We build homes.", f"We {secret} castles."), note=secret)
            scene.anna.cycle(C).draft.save(TEXT.replace("It is public.", "It is public. Really."))
            scene.bea.cycle(C).draft.save(TEXT, base=3)
        scene.adopt(1, 4)
        scene.bea.cycle(C).decisions.set([2], "adapted", text="apple trees", because="They bear fruit.")
        scene.bea.cycle(C).decisions.set([3], "noted", because="Long.")
        scene.bea.cycle(C).draft.merge()
        scene.anna.cycle(C).draft.save(scene.anna.cycle(C).draft.show().text.replace("a waiting list", "one waiting list"))
        scene.bea.cycle(C).decisions.publish()
        scene.anna.cycle(C).move("review", ask="And now?")
        last = scene.anna.cycle(C).draft.show().number
        runs = whole(scene.seat(who) if who else scene.outsider)
        assert secret not in str(runs)
        answers.append([(words, version - last, *more) for words, version, *more in told(runs)])
        assert {run.author for run in runs if run.suggestion is None} == {None}
        if tries:
            assert {run.version for run in whole(scene.bea) if "build" in run.text} == {4}

    assert answers[0] == answers[1]
    assert [one[2] for one in answers[0]] == [(1,), (), (4,), (2,)]


def test_a_passage_that_is_moved_stays_whose_it_was(at: Stage) -> None:
    """Putting a paragraph elsewhere does not make its words one's own."""
    scene = at("processing")
    scene.bea.cycle(C).decisions.undo(2)
    scene.adopt(2)
    scene.bea.cycle(C).draft.merge()
    text, passage = scene.bea.cycle(C).draft.show().text, "We like fruit trees in every street.\n"
    scene.bea.cycle(C).draft.save(text.replace("\n" + passage, "").replace("We build", f"{passage}\nWe build"))

    assert scene.bea.cycle(C).draft.show().text.index("fruit trees") < scene.bea.cycle(C).draft.show().text.index("We build")
    assert told(whole(scene.bea)) == [("fruit", 2, (2,), ("kim",)), ("affordable", 2, (1,), ("piet",))]


def test_what_was_adopted_together_is_told_apart(at: Stage) -> None:
    """Several insertions at one place, in the group's order: each is its author's."""
    scene = at("review")
    for person, item in (("mia", "students"), ("noor", "nurses")):
        scene.hand_in(person, "- people who lost their home\n", f"- people who lost their home\n- {item}\n")
    scene.anna.cycle(C).move("drafting")
    scene.bea.cycle(C).decisions.set([5, 4], "adopted", together=True)
    scene.bea.cycle(C).draft.merge()
    assert told(whole(scene.bea)) == [("- nurses", 2, (5,), ("noor",)), ("- students", 2, (4,), ("mia",))]


def test_there_is_nothing_to_tell_without_a_version(at: Stage) -> None:
    """The sentence says what to look at instead."""
    scene = at("invitation")
    with pytest.raises(NotFound):
        scene.anna.cycle(C).draft.blame()
    assert scene.anna.cycle(C).draft.blames() == {}
