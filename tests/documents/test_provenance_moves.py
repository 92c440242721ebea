"""Provenance where passages are moved: the words stay whose they were, and what others changed inside is theirs."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from plein.documents import Edit, Step, apply, merge, merge_step, trace, written
from tests.documents.test_moves import Case, Movers, move_and_words, movers
from tests.laws import looks

WORD = re.compile(r"\w+")


@looks(300)
@given(movers())
def test_a_step_is_the_whole_merge(crowd: Movers) -> None:
    """Nothing is left over that would be credited to the group."""
    base, suggestions = crowd
    assert written(base, merge_step(base, suggestions)) == merge(base, suggestions).text


@looks(300)
@given(movers())
def test_every_word_is_whose_it_was_wherever_it_went(crowd: Movers) -> None:
    """A word of the first version belongs to it, any other to exactly those who put it in; who only moves writes nothing."""
    base, suggestions = crowd
    result = merge(base, suggestions)
    step = merge_step(base, suggestions)
    runs = trace(base, -1, [step])

    assert [run.start for run in runs] == [0, *(run.end for run in runs)][: len(runs)]
    assert not runs or runs[-1].end == len(result.text)
    first = set(WORD.findall(base))
    for run in runs:
        for word in WORD.findall(result.text[run.start : run.end]):
            authors = {key for key in result.applied if any(word in WORD.findall(edit.text) for edit in suggestions[key])}
            assert run.sources == ({-1} if word in first else authors), word


@looks(300)
@given(move_and_words())
def test_moving_first_or_all_at_once_credits_the_same_people(case: Case) -> None:
    """Whether the group merges a move and the words inside it together, or the words first and the move after, tells nothing about who wrote."""
    base, move, words = case
    together = merge_step(base, {"move": move, "words": words})
    text = written(base, together)
    runs = trace(base, "first", [together])

    said = {word for edit in words for word in WORD.findall(edit.text)}
    assert {word for run in runs if run.sources == {"words"} for word in WORD.findall(text[run.start : run.end])} == said
    assert {source for run in runs for source in run.sources} <= {"first", "words"}


def test_a_passage_wrapped_otherwise_at_its_new_place_stays_whose_it_was() -> None:
    """Another width of the lines is nobody's words."""
    base = "We begin.\n\nWe plant trees\nin every street.\n\nWe end here.\n"
    moved = [Edit(11, 44, ""), Edit(len(base), len(base), "\nWe plant\ntrees in\nevery street.\n")]
    assert apply(base, moved) == "We begin.\n\nWe end here.\n\nWe plant\ntrees in\nevery street.\n"
    step = merge_step(base, {"mover": moved, "piet": [Edit(20, 25, "apple trees")], "kim": [Edit(20, 25, "apple trees")]})

    text = written(base, step)
    runs = trace(base, "first", [step])

    assert text == "We begin.\n\nWe end here.\n\nWe plant\napple trees in\nevery street.\n"
    assert [(sorted(run.sources), text[run.start : run.end]) for run in runs if run.sources != {"first"}] == [
        (["kim", "piet"], "apple trees")
    ]


@given(st.permutations([2, 3, 4]))
def test_the_order_the_group_gave_holds_inside_a_moved_passage_too(order: list[int]) -> None:
    """What goes in at one place goes in as the group said, wherever that place ends up."""
    base = "We list what we build in this town:\nhomes.\n\nWe rest.\n"
    point = base.index("homes.") + 6
    away = (Edit(0, point + 2, ""), Edit(len(base), len(base), "\n" + base[: point + 1]))
    suggestions = {1: away} | {key: (Edit(point, point, f" Number {key}."),) for key in (2, 3, 4)}

    result = merge(base, suggestions, order=order)
    step = merge_step(base, suggestions, order=order)

    said = "homes." + "".join(f" Number {key}." for key in order)
    assert result.text == f"We rest.\n\nWe list what we build in this town:\n{said}\n"
    assert written(base, step) == result.text
    runs = trace(base, 0, [step])
    assert [(run.sources, result.text[run.start : run.end]) for run in runs if run.sources != {0}] == [
        (frozenset({key}), f" Number {key}.") for key in order
    ]


def test_two_steps_keep_what_each_wrote() -> None:
    """What was written in one round and moved in the next leads to both rounds' people, never to who moved it."""
    base = "We begin.\n\nWe plant trees in every street.\n\nWe end here.\n"
    one = Step({"piet": [Edit(20, 25, "apple trees")]})
    text = written(base, one)
    start, end = text.index("We plant"), text.index("We end")
    passage = text[start:end]
    move = [Edit(start, end, ""), Edit(len(text), len(text), "\n" + passage.rstrip("\n") + "\n")]
    street = text.index("street")
    two = merge_step(text, {"mover": move, "lea": [Edit(street, street, "busy ")]})

    final = written(text, two)
    runs = trace(base, "first", [one, two])

    assert final.endswith("We plant apple trees in every busy street.\n")
    assert [(run.sources, final[run.start : run.end]) for run in runs if run.sources != {"first"}] == [
        (frozenset({"piet"}), "apple trees"),
        (frozenset({"lea"}), "busy "),
    ]
