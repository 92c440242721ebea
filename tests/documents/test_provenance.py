"""Laws of provenance: every word has a source, and it is the right one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import Edit, Run, Step, apply, diff, merge, merge_step, trace, written
from plein.errors import EditOutside, EditsOverlap
from tests.documents.strategies import crowds, edited, pairs, texts

BASE = "We build homes. They are green.\n"


def told(text: str, runs: Sequence[Run[str]]) -> list[tuple[str, str]]:
    """The runs as (who, words)."""
    return [("+".join(sorted(run.sources)), text[run.start : run.end]) for run in runs]


@st.composite
def histories(draw: st.DrawFn) -> tuple[str, list[Step[str]]]:
    """A first version and what was made of it, in turns by a crowd and by somebody who saves a whole text."""
    first = text = draw(texts(25))
    steps: list[Step[str]] = []
    for number in range(draw(st.integers(0, 4))):
        if draw(st.booleans()):
            steps.append(Step({f"draft {number}": diff(text, draw(edited(text)))}))
        else:
            crowd = {f"{number}.{who}": diff(text, draw(edited(text, 2))) for who in range(draw(st.integers(1, 4)))}
            if draw(st.booleans()):
                crowd[f"{number}.same"] = crowd[f"{number}.0"]
            steps.append(merge_step(text, crowd))
        text = written(text, steps[-1])
    return first, steps


@given(histories())
def test_runs_partition_the_text_and_neighbours_differ(history: tuple[str, list[Step[str]]]) -> None:
    """No word is without a source, and none has two."""
    first, steps = history
    text = first
    for step in steps:
        text = written(text, step)
    runs = trace(first, "first", steps)
    assert "".join(text[run.start : run.end] for run in runs) == text
    assert [run.start for run in runs] == [0, *(run.end for run in runs)][: len(runs)]
    assert all(run.start < run.end for run in runs)
    assert all(before.sources != after.sources for before, after in pairwise(runs))


@given(histories())
def test_every_source_is_somebody_who_was_there(history: tuple[str, list[Step[str]]]) -> None:
    """Nobody is credited who did nothing, and what no step put in is of the first version."""
    first, steps = history
    wrote = {"first", *(key for step in steps for key, edits in step.edits.items() if any(edit.text for edit in edits))}
    for run in trace(first, "first", steps):
        assert run.sources
        assert run.sources <= wrote


@given(texts())
def test_what_nobody_touched_is_of_the_first_version(text: str) -> None:
    """And an empty text has no run at all."""
    assert trace(text, "first", [Step({}), Step({"bea": ()})]) == ((Run(0, len(text), frozenset({"first"})),) if text else ())


@given(crowds())
def test_words_nobody_replaced_stay_of_the_first_version(crowd: tuple[str, dict[int, tuple[Edit, ...]]]) -> None:
    """As many characters of it remain as were not taken out, but for those that somebody only moved."""
    base, suggestions = crowd
    step = merge_step(base, suggestions)
    gone = {at for edits in step.edits.values() for edit in edits for at in range(edit.start, edit.end)}
    left = sum(run.end - run.start for run in trace(base, 0, [step]) if run.sources == {0})
    assert left >= len(base) - len(gone)


@given(crowds(), st.randoms())
def test_the_order_of_the_suggestions_means_nothing(crowd: tuple[str, dict[int, tuple[Edit, ...]]], random: Random) -> None:
    """Who comes first has no advantage here either."""
    base, suggestions = crowd
    keys = list(suggestions)
    random.shuffle(keys)
    mixed = {key: tuple(random.sample(suggestions[key], len(suggestions[key]))) for key in keys}
    step, other = merge_step(base, suggestions), merge_step(base, mixed)
    assert trace(base, 0, [step]) == trace(base, 0, [other])


@given(crowds())
def test_whoever_says_the_same_is_credited_together(crowd: tuple[str, dict[int, tuple[Edit, ...]]]) -> None:
    """The second of two equal suggestions is no less its author's."""
    base, suggestions = crowd
    double = suggestions | {key + 100: edits for key, edits in suggestions.items()}
    for run in trace(base, 0, [merge_step(base, double)]):
        assert run.sources == {0} or {key % 100 for key in run.sources if key > 100} == {key for key in run.sources if key < 100}


@given(crowds())
def test_a_step_and_what_is_left_make_the_merged_text(crowd: tuple[str, dict[int, tuple[Edit, ...]]]) -> None:
    """Whatever a step cannot explain is told by the difference, so that no version is ever without sources."""
    base, suggestions = crowd
    merged = merge(base, suggestions)
    step = merge_step(base, suggestions)
    assert set(step.edits) <= merged.applied
    between = written(base, step)
    assert written(between, Step({0: diff(between, merged.text)})) == merged.text


@given(pairs())
def test_deleting_is_nobody_s_words(texts_: tuple[str, str]) -> None:
    """Taking words out puts none in: what remains is whose it was."""
    base, other = texts_
    cuts = [Edit(edit.start, edit.end, "") for edit in diff(base, other) if edit.start < edit.end]
    runs = trace(base, "first", [Step({"bea": cuts})])
    assert {source for run in runs for source in run.sources} <= {"first"}
    assert sum(run.end - run.start for run in runs) == len(apply(base, cuts))


def test_a_history_reads_as_one_would_tell_it() -> None:
    """First a crowd, then a drafter who writes inside their words."""
    one = Step({"piet": [Edit(9, 14, "affordable homes")], "kim": [Edit(25, 30, "blue")], "lea": [Edit(25, 30, "blue")]})
    two = Step({"bea": [Edit(19, 19, " new")]})

    runs = trace(BASE, "v1", [one, two])

    text = written(written(BASE, one), two)
    assert text == "We build affordable new homes. They are blue.\n"
    assert told(text, runs) == [
        ("v1", "We build "), ("piet", "affordable"), ("bea", " new"), ("piet", " homes"), ("v1", ". They are "), ("kim+lea", "blue"),
        ("v1", ".\n"),
    ]  # fmt: skip


def test_a_paragraph_moved_elsewhere_stays_whose_it_was() -> None:
    """Who puts a chapter in another place has not written it."""
    base = "# A\n\nWe plant trees in every street.\n\nWe build homes for everybody who waits.\n"
    one = Step({"piet": diff(base, base.replace("trees", "fruit trees"))})
    text = written(base, one)
    passage = "We plant fruit trees in every street.\n\n"
    at = text.index(passage)
    two = Step({"bea": [Edit(at, at + len(passage), ""), Edit(len(text), len(text), "\n" + passage.rstrip("\n") + "\n")]})

    runs = trace(base, "v1", [one, two])

    assert [(who, words.strip()) for who, words in told(written(text, two), runs) if who != "v1"] == [("piet", "fruit")]
    assert all("bea" not in run.sources for run in runs)


def test_what_others_changed_inside_a_moved_passage_stays_theirs() -> None:
    """It followed the passage in the merge; whoever moved it wrote none of it."""
    base = "# A\n\nWe plant trees in every street.\n\nWe build homes for everybody who waits.\n"
    passage = "We plant trees in every street.\n"
    moved = [Edit(5, 5 + len(passage) + 1, ""), Edit(len(base), len(base), "\n" + passage)]
    crowd = {"mover": moved, "piet": [Edit(14, 14, "fruit ")]}
    merged = merge(base, crowd)
    assert merged.text == "# A\n\nWe build homes for everybody who waits.\n\nWe plant fruit trees in every street.\n"

    step = merge_step(base, crowd)
    runs = trace(base, "v1", [step, Step({"rest": diff(written(base, step), merged.text)})])

    assert [one for one in told(merged.text, runs) if one[1].strip() and one[0] != "v1"] == [("piet", "fruit ")]


def test_insertions_at_one_place_stand_in_the_order_given() -> None:
    """As the group adopted them together."""
    edits = {"a": [Edit(15, 15, " Many.")], "b": [Edit(15, 15, " All.")]}
    with pytest.raises(EditsOverlap):
        trace(BASE, "v1", [Step(edits)])

    step = merge_step(BASE, edits, order=["b", "a"])

    assert written(BASE, step) == merge(BASE, edits, order=["b", "a"]).text
    assert [who for who, _ in told(written(BASE, step), trace(BASE, "v1", [step]))] == ["v1", "b", "a", "v1"]


def test_what_collides_explains_nothing() -> None:
    """Two that cannot both stand are in no merge; then neither is the source of anything."""
    step = merge_step(BASE, {"a": [Edit(9, 14, "flats")], "b": [Edit(9, 14, "houses")], "c": [Edit(0, 2, "You")]})
    assert set(step.edits) == {"c"}


def test_an_edit_outside_the_text_is_refused() -> None:
    """It was made against another version."""
    with pytest.raises(EditOutside):
        trace(BASE, "v1", [Step({"a": [Edit(0, 999, "")]})])


def test_ten_thousand_edits_of_a_long_text_fold() -> None:
    """In a programme of 440,000 characters; what it costs, the bench measures."""
    text = ("word " * 88_000)[:-1] + "\n"
    edits = {number: [Edit(number * 44, number * 44 + 4, f"w{number}")] for number in range(10_000)}
    runs = trace(text, -1, [Step(edits), Step({-2: [Edit(0, 0, "New. ")]})])
    assert len(runs) == 20_001
