"""Passages moved elsewhere, and what others change inside them."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import Edit, apply, diff, merge, moves, rebase
from tests.laws import looks

HOMES = "# Homes\n\nWe build homes near the station.\n\nWe plant many trees along the streets.\n\nWe mend the old bridge this year.\n"
TREES = "We plant many trees along the streets."

Case = tuple[str, tuple[Edit, ...], tuple[Edit, ...]]
Movers = tuple[str, dict[int, tuple[Edit, ...]]]


@st.composite
def a_text(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    """A text whose words all differ, with where each block begins and ends; the blank line belongs to the block before it."""
    sizes = draw(st.lists(st.integers(4, 7), min_size=3, max_size=7))
    marks = draw(st.lists(st.sampled_from(("", "", "- ", "> ")), min_size=len(sizes), max_size=len(sizes)))
    blocks = [
        mark + " ".join(f"word{n}x{k}" for k in range(size)) + ".\n\n" for n, (mark, size) in enumerate(zip(marks, sizes, strict=True))
    ]
    ends = [len("".join(blocks[: n + 1])) for n in range(len(blocks))]
    return "".join(blocks), list(zip([0, *ends], ends, strict=False))


@st.composite
def a_move(draw: st.DrawFn, base: str, blocks: list[tuple[int, int]]) -> tuple[Edit, ...]:
    """One block or a run of blocks taken elsewhere, perhaps wrapped otherwise there."""
    first = draw(st.integers(0, len(blocks) - 1))
    last = draw(st.integers(first, min(first + 1, len(blocks) - 1)))
    start, end = blocks[first][0], blocks[last][1]
    to = draw(st.sampled_from([0, *(block[1] for block in blocks)]).filter(lambda point: not start <= point <= end))
    text = base[start:end]
    if draw(st.booleans()):
        text = text.replace("x2 ", "x2\n")
    return Edit(start, end, ""), Edit(to, to, text)


@st.composite
def some_words(draw: st.DrawFn, base: str, name: str) -> tuple[Edit, ...]:
    """Words replaced, put in or taken out, never two in a row."""
    spans = [(base.index(word.strip(".")), base.index(word.strip(".")) + len(word.strip("."))) for word in base.split() if "x" in word]
    edits = []
    for number in draw(st.sets(st.sampled_from(range(0, len(spans), 2)), min_size=1, max_size=3)):
        start, end = spans[number]
        how = draw(st.sampled_from(("swap", "put", "cut")))
        edits.append(
            {"swap": Edit(start, end, f"{name}{number}"), "put": Edit(end, end, f" {name}{number}"), "cut": Edit(start, end, "")}[how]
        )
    return tuple(sorted(edits))


@st.composite
def move_and_words(draw: st.DrawFn) -> tuple[str, tuple[Edit, ...], tuple[Edit, ...]]:
    base, blocks = draw(a_text())
    return base, draw(a_move(base, blocks)), draw(some_words(base, "new"))


def _by_hand(text: str, base: str, edits: tuple[Edit, ...]) -> str:
    """The edits done where their words stand now; every word stands once."""
    for edit in edits:
        word = base[edit.start : edit.end] if edit.start < edit.end else base[: edit.start].split()[-1]
        assert text.count(word) == 1
        text = text.replace(word, edit.text if edit.start < edit.end else word + edit.text)
    return text


@looks(300)
@given(move_and_words())
def test_moving_and_editing_commute(case: Case) -> None:
    """Who moves a paragraph and who mends a word in it do not contradict each other."""
    base, move, words = case
    assert len(moves(base, move)) == 1
    both = merge(base, {"move": move, "words": words})

    assert both.held == frozenset()
    assert both.text == _by_hand(apply(base, move), base, words)


@looks(300)
@given(move_and_words())
def test_words_follow_a_move_that_was_published(case: Case) -> None:
    """The order in which the group takes the two in may not matter."""
    base, move, words = case
    new = apply(base, move)
    told = rebase(words, base, new, change=move)

    assert told.status == "carried"
    assert apply(new, told.edits) == merge(base, {"move": move, "words": words}).text
    found = rebase(words, base, new)
    if found.status == "carried":
        assert apply(new, found.edits).split() == apply(new, told.edits).split()


@looks(300)
@given(move_and_words())
def test_a_move_takes_along_words_that_were_published(case: Case) -> None:
    """A move brings back no word that the group has changed meanwhile."""
    base, move, words = case
    new = apply(base, words)
    told = rebase(move, base, new, change=words)

    assert told.status == "carried"
    assert apply(new, told.edits) == merge(base, {"move": move, "words": words}).text
    found = rebase(move, base, new)
    if found.status == "carried":
        assert apply(new, found.edits).split() == apply(new, told.edits).split()


@st.composite
def movers(draw: st.DrawFn) -> Movers:
    base, blocks = draw(a_text())
    crowd = {}
    for number in range(draw(st.integers(2, 6))):
        what = draw(st.sampled_from((a_move(base, blocks), some_words(base, f"new{number}y"), st.just((Edit(*blocks[0], ""),)))))
        crowd[number] = draw(what)
    return base, crowd


@looks(300)
@given(movers(), st.randoms())
def test_a_crowd_of_movers_loses_and_doubles_nothing(crowd: Movers, shuffle: random.Random) -> None:
    """No word stands twice, none is gone but where somebody applied takes it out, and the order of arrival means nothing."""
    base, suggestions = crowd
    result = merge(base, suggestions)
    items = list(suggestions.items())
    shuffle.shuffle(items)

    assert merge(base, dict(items)) == result
    assert result.applied | result.held == frozenset(suggestions)
    assert result.held == {key for collision in result.collisions for key in collision.suggestions}
    words = result.text.replace(".", " ").replace(",", " ").split()
    kept = [word for word in words if "x" in word]
    assert len(kept) == len(set(kept))
    edits = {edit for key in result.applied for edit in suggestions[key]}
    put = {word for edit in edits for word in edit.text.replace(".", " ").split()} - {"-", ">"}
    assert put <= set(words) | {word for edit in edits for word in base[edit.start : edit.end].replace(".", " ").split()}
    gone = {word for word in base.replace(".", " ").split() if "x" in word} - set(kept)
    assert gone <= {word for edit in edits for word in base[edit.start : edit.end].replace(".", " ").split()}


def test_what_diff_finds_is_recognised() -> None:
    """People hand in whole texts; nobody writes edits."""
    moved = "# Homes\n\nWe build homes near the station.\n\nWe mend the old bridge this year.\n\n" + TREES + "\n"
    (move,) = moves(HOMES, diff(HOMES, moved))
    assert "".join(HOMES[move.start : move.end]) in (TREES, "We mend the old bridge this year.")


@pytest.mark.parametrize(
    ("block", "word"),
    [("- plant trees along every street\n", "every"), ("| trees | along the streets |\n", "along"), (TREES + "\n\n", "many")],
)
def test_items_rows_and_paragraphs_move(block: str, word: str) -> None:
    """Whatever people point at can be moved."""
    base = block + "- build homes near the station\n\nSomething else entirely.\n"
    move = [Edit(0, len(block), ""), Edit(len(base), len(base), block)]
    start = base.index(word)
    result = merge(base, {1: move, 2: [Edit(start, start + len(word), "")]})
    assert result.text == base[len(block) :] + block.replace(word, "")


MOVE = (Edit(43, 83, ""), Edit(117, 117, "\n" + TREES + "\n"))
AWAY = (Edit(9, 9, TREES + "\n\n"), Edit(43, 83, ""))


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (AWAY, "overlap"),
        ((Edit(43, 83, ""),), "contrary"),
        ((Edit(9, 83, ""),), "contrary"),
        ((Edit(60, 90, "x"),), "contrary"),
        ((Edit(9, 117, "All new.\n"),), "contrary"),
        ((Edit(43, 81, ""),), "contrary"),
    ],
    ids=["moved elsewhere", "deleted", "deleted with its neighbour", "half of it rewritten", "everything rewritten", "its words deleted"],
)
def test_what_cannot_stand_beside_a_move_collides_with_it(other: tuple[Edit, ...], kind: str) -> None:
    """Two places for one paragraph are one too many, and what is deleted stands nowhere."""
    assert HOMES[43:83] == TREES + "\n\n"
    result = merge(HOMES, {"move": MOVE, "other": other})
    assert result.text == HOMES
    assert {collision.kind for collision in result.collisions} == {kind}


def test_the_same_move_twice_is_one() -> None:
    """They agree."""
    result = merge(HOMES, {1: MOVE, 2: MOVE, 3: [Edit(46, 51, "water")]})
    assert result.text == apply(HOMES, MOVE).replace("plant", "water")


def test_where_the_move_is_held_its_followers_stay_where_they_are() -> None:
    """Somebody else's quarrel is no reason to hold a comma."""
    result = merge(HOMES, {1: MOVE, 2: AWAY, 3: [Edit(117, 117, "\nThe end.\n")], 4: [Edit(0, 7, "# House")]})
    assert result.held == {1, 2, 3}
    with_word = merge(HOMES, {1: (*MOVE, Edit(0, 7, "# A")), 2: [Edit(0, 7, "# B")], 3: [Edit(46, 51, "water")]})
    assert with_word.held == {1, 2}
    assert with_word.text == HOMES.replace("plant", "water")


@pytest.mark.parametrize(
    ("name", "base", "edits"),
    [
        ("too short", "- a b\n- c d\n", (Edit(0, 6, ""), Edit(12, 12, "- a b\n"))),
        ("other words", HOMES, (Edit(43, 83, ""), Edit(117, 117, "\n" + TREES.replace("many", "more") + "\n"))),
        ("put in twice", HOMES, (Edit(9, 9, TREES + "\n\n"), *MOVE)),
        ("not whole lines", HOMES, (Edit(43, 75, ""), Edit(117, 117, HOMES[43:75]))),
        ("stands twice", HOMES + "\n" + TREES + "\n", (Edit(9, 9, TREES + "\n\n"), Edit(43, 83, ""))),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else "",
)
def test_what_is_not_surely_a_move_is_none(name: str, base: str, edits: tuple[Edit, ...]) -> None:
    """A guess here would carry somebody's words to a place they never meant."""
    assert moves(base, edits) == ()


def test_a_published_move_does_not_turn_into_a_copy() -> None:
    """Who moves what was moved elsewhere or deleted meanwhile asks a new question."""
    assert rebase(AWAY, HOMES, apply(HOMES, MOVE), change=MOVE).status == "collided"
    assert rebase(MOVE, HOMES, apply(HOMES, MOVE), change=MOVE).status == "already-in"
    assert rebase([Edit(43, 83, "")], HOMES, apply(HOMES, MOVE), change=MOVE).status == "collided"
    assert rebase(MOVE, HOMES, apply(HOMES, [MOVE[0]]), change=[MOVE[0]]).status == "collided"
