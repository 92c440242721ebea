"""Many people's suggestions on one text, as a set."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import Edit, merge
from plein.documents.diff.soft import is_soft
from plein.errors import EditOutside, EditsOverlap
from tests.laws import looks

from .strategies import crowds

Crowd = tuple[str, dict[int, tuple[Edit, ...]]]
HOMES = "We build homes near the station.\n"


@looks(200)
@given(crowds(), st.randoms())
def test_the_order_of_arrival_means_nothing(crowd: Crowd, shuffle: object) -> None:
    """Whoever comes first has no advantage."""
    base, suggestions = crowd
    items = list(suggestions.items())
    shuffle.shuffle(items)  # type: ignore[attr-defined]

    assert merge(base, dict(items)) == merge(base, suggestions)


@looks(200)
@given(crowds())
def test_every_suggestion_is_applied_or_held(crowd: Crowd) -> None:
    """Nobody's work disappears."""
    base, suggestions = crowd
    result = merge(base, suggestions)

    assert result.applied | result.held == frozenset(suggestions)
    assert not result.applied & result.held
    assert result.held == {key for collision in result.collisions for key in collision.suggestions}
    assert all(len(set(collision.suggestions)) > 1 for collision in result.collisions)


@looks(300)
@given(crowds())
def test_the_text_is_the_base_with_the_applied_ones(crowd: Crowd) -> None:
    """Nothing outside their edits changes, and each is in it whole; blanks and signs follow from what stands there."""
    base, suggestions = crowd
    result = merge(base, suggestions)
    edits = {edit for key in result.applied for edit in suggestions[key]}
    hard = {edit for edit in edits if not is_soft(base, edit.start, edit.end, edit.text)}
    gone = {at for edit in hard for at in range(edit.start, edit.end)}

    stays = "".join(letter for at, letter in enumerate(base) if at not in gone) + "".join(edit.text for edit in hard)

    assert Counter(filter(str.isalpha, result.text)) == Counter(filter(str.isalpha, stays))


@looks(300)
@given(crowds())
def test_those_held_are_those_that_meet(crowd: Crowd) -> None:
    """The plain rule, pair by pair, against the sweep: who shares a word with another is held, and nobody is who meets nobody."""
    base, suggestions = crowd
    hard = {
        key: {(e.start, e.end, e.text) for e in edits if (e.text or e.start < e.end) and not is_soft(base, e.start, e.end, e.text)}
        for key, edits in suggestions.items()
    }
    others = {key: [y for other, theirs in hard.items() if other != key for y in theirs] for key in hard}
    sharing = {key for key, edits in hard.items() if any(_share_words(base, x, y) for x in edits for y in others[key])}
    meeting = {key for key, edits in hard.items() if any(x[0] <= y[1] and y[0] <= x[1] for x in edits for y in others[key])}
    merged = merge(base, suggestions)

    assert sharing <= merged.held
    if not any(c.kind == "structure" for c in merged.collisions):  # what belongs together far apart may be at odds too
        assert merged.held <= meeting


def _share_words(base: str, x: tuple[int, int, str], y: tuple[int, int, str]) -> bool:
    """Whether two different changes share a letter, and neither only takes out or only puts in."""
    return x != y and bool(x[2] and y[2]) and any(map(str.isalnum, base[max(x[0], y[0]) : min(x[1], y[1])]))


@given(crowds())
def test_saying_the_same_twice_changes_nothing(crowd: Crowd) -> None:
    """Identical suggestions fold: neither doubled nor in collision with each other."""
    base, suggestions = crowd
    doubled = {(key, copy): edits for key, edits in suggestions.items() for copy in (1, 2)}
    once, twice = merge(base, suggestions), merge(base, doubled)

    assert twice.text == once.text
    assert {key for key, _ in twice.held} == once.held


def test_one_edit_in_common_folds_too() -> None:
    """Two who agree on half a sentence do not collide over it."""
    result = merge(HOMES, {"anna": [Edit(0, 2, "You")], "piet": [Edit(0, 2, "You"), Edit(9, 14, "flats")]})
    assert result.text == "You build flats near the station.\n"
    assert not result.held


@pytest.mark.parametrize(
    ("kind", "one", "two", "span"),
    [
        ("overlap", Edit(3, 14, "rent flats"), Edit(9, 19, "houses close to"), (9, 14)),
        ("overlap", Edit(9, 14, "flats"), Edit(9, 14, "houses"), (9, 14)),
        ("contained", Edit(0, 33, "All new.\n"), Edit(9, 14, "flats"), (9, 14)),
        ("contained", Edit(0, 33, "All new.\n"), Edit(8, 8, " fine"), (8, 8)),
        ("same-place", Edit(8, 8, " fine"), Edit(8, 8, " new"), (8, 8)),
        ("contrary", Edit(2, 14, ""), Edit(9, 14, "flats"), (9, 14)),
        ("contrary", Edit(2, 14, ""), Edit(8, 8, " fine"), (8, 8)),
        ("overlap", Edit(2, 14, ""), Edit(8, 19, ""), (8, 14)),
    ],
)
def test_a_collision_says_how_and_where(kind: str, one: Edit, two: Edit, span: tuple[int, int]) -> None:
    """The group must see what is at stake without comparing texts by hand."""
    result = merge(HOMES, {"anna": [one], "piet": [two]})
    (collision,) = result.collisions

    assert (collision.kind, (collision.start, collision.end)) == (kind, span)
    assert set(collision.suggestions) == result.held == {"anna", "piet"}
    assert result.text == HOMES


def test_collisions_belong_to_a_place_and_not_to_a_chain() -> None:
    """A with B here and B with C there are two questions, not one."""
    result = merge("0123456789\n", {"a": [Edit(0, 4, "A")], "b": [Edit(2, 8, "B")], "c": [Edit(6, 9, "C")], "d": [Edit(10, 10, "!")]})
    assert [(c.start, c.end, c.suggestions) for c in result.collisions] == [(2, 4, ("a", "b")), (6, 8, ("b", "c"))]
    assert result.text == "0123456789!\n"


def test_a_suggestion_goes_in_whole_or_is_held() -> None:
    """Half of what somebody wrote is not what they wrote."""
    result = merge(HOMES, {1: [Edit(0, 2, "You"), Edit(9, 14, "flats")], 2: [Edit(9, 14, "houses")]})
    assert result.text == HOMES
    assert result.held == {1, 2}


def test_edits_that_touch_are_merged_and_flagged() -> None:
    """Neighbouring words may both be right, but somebody should read the sentence."""
    result = merge(HOMES, {1: [Edit(9, 14, "flats")], 2: [Edit(8, 8, " affordable")], 3: [Edit(14, 14, ",")]})
    assert result.text == "We build affordable flats, near the station.\n"
    assert [(n.start, n.end, n.suggestions) for n in result.near] == [(8, 14, (2, 1, 3))]


def test_two_that_touch_are_held_where_words_would_run_together() -> None:
    """Each is sound by itself; together they would make a word that nobody wrote."""
    result = merge("huur -- koop\n", {1: [Edit(4, 6, "")], 2: [Edit(6, 8, "")]})
    assert result.held == {1, 2}


def test_near_stops_at_the_end_of_a_sentence() -> None:
    """A flag on everything is a flag on nothing."""
    base = "Een twee drie. Vier vijf zes.\n\n- zeven\n- acht\n"
    apart = {i: [Edit(base.index(word), base.index(word) + len(word), "iets")] for i, word in enumerate(("twee", "vijf", "zeven", "acht"))}
    assert merge(base, apart).near == ()
    assert len(merge(base, {1: [Edit(0, 3, "De")], 2: [Edit(9, 13, "een")]}).near) == 1


def test_insertions_at_one_place_go_in_together_in_the_order_given() -> None:
    """The most common collision of a real crowd is a question of order, and a group can answer it."""
    base = "# Wonen\n\n- huren\n"
    adds = {"anna": [Edit(17, 17, "- kopen\n")], "piet": [Edit(17, 17, "- bouwen\n")], "noor": [Edit(17, 17, "- delen\n")]}

    assert merge(base, adds).held == {"anna", "piet", "noor"}
    assert merge(base, adds, order=["piet", "noor", "anna"]).text == base + "- bouwen\n- delen\n- kopen\n"
    assert merge(base, adds, order=["piet", "noor"]).held == {"anna", "piet", "noor"}


def test_order_settles_insertions_and_nothing_else() -> None:
    """Two who replace the same word still collide."""
    result = merge(HOMES, {1: [Edit(9, 14, "flats")], 2: [Edit(9, 14, "houses")]}, order=[1, 2])
    assert result.held == {1, 2}


@pytest.mark.parametrize(
    ("base", "layout", "words", "expected"),
    [
        ("een twee drie vier\n", Edit(8, 9, "\n"), Edit(4, 13, "2 3"), "een 2 3 vier\n"),
        ("| a   | b |\n", Edit(3, 6, " "), Edit(2, 7, "aa |"), "| aa | b |\n"),
        ("- a  \n- b\n", Edit(3, 5, ""), Edit(2, 5, "aa"), "- aa\n- b\n"),
        ("1. a\n2. b\n", Edit(5, 6, "3"), Edit(5, 9, "* b"), "1. a\n* b\n"),
    ],
)
def test_a_change_of_layout_gives_way_to_words(base: str, layout: Edit, words: Edit, expected: str) -> None:
    """Wrapping a paragraph is no opinion."""
    result = merge(base, {"layout": [layout], "words": [words]})
    assert result.text == expected
    assert not result.held


def test_keys_of_any_kind_come_in_the_same_order_in_every_process() -> None:
    """Pages and digests are made from it."""
    code = (
        "from plein.documents import merge, Edit\n"
        "print(merge('abc def', {k: [Edit(4, 7, str(k))] for k in ['b', 3, 'a', 10, ('t', 1), 2]}).collisions)"
    )
    outputs = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1


def test_edits_that_cannot_be_are_refused() -> None:
    """They were made against another text, or by a program with a mistake."""
    with pytest.raises(EditsOverlap):
        merge(HOMES, {1: [Edit(0, 4, "a"), Edit(2, 6, "b")]})
    for edits in ([Edit(0, 99, "")], [Edit(0, 1, ""), Edit(90, 99, "")]):
        with pytest.raises(EditOutside):
            merge(HOMES, {1: edits})


def test_nothing_suggested_is_the_base() -> None:
    """An empty review changes nothing."""
    result = merge(HOMES, {1: [], 2: [Edit(4, 4, "")]})
    assert (result.text, result.applied, result.held) == (HOMES, {1, 2}, frozenset())


@pytest.mark.parametrize("shape", ["one word", "staircase", "scattered"])
def test_a_hundred_thousand_suggestions_are_taken_together(shape: str) -> None:
    """A crowd, or one person with a script; what it costs, the bench measures."""
    base = "woord " * 100_000
    n = 100_000
    edits = {
        "one word": lambda i: Edit(0, 5, f"w{i}"),
        "staircase": lambda i: Edit(i, i + 5_000, f"w{i}"),
        "scattered": lambda i: Edit(i * 6, i * 6 + 5, f"w{i}"),
    }[shape]
    result = merge(base, {i: [edits(i)] for i in range(n)})

    assert len(result.held) == (0 if shape == "scattered" else n)
