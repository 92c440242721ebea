"""A moved paragraph is one place: who moves it asks one thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import Edit, apply, diff, is_sweeping, merge, moves, paragraphs, places
from tests.laws import looks

from .strategies import are_parts_of, pairs

HEAD = "| place | what is there now |\n|---|---|\n"


@st.composite
def pieces(draw: st.DrawFn) -> tuple[str, list[str], str]:
    """What a text begins with, its blocks, all words of which differ, and what stands between two of them."""
    kind = draw(st.sampled_from(("paragraphs", "sections", "items", "rows")))
    size = draw(st.integers(3, 8))
    said = [" ".join(f"{name}{n}word" for n in range(draw(st.integers(4, 6)))) for name in "abcdefgh"[:size]]
    if kind == "items":
        return "# List\n\n", [f"- {words}\n" for words in said], ""
    if kind == "rows":
        return HEAD, [f"| {words} | yes |\n" for words in said], ""
    if kind == "sections":
        return "", [f"## About {words}\n\nWe say {words[::-1]}.\n" for words in said], "\n"
    return "# Text\n\n", [f"{words}.\n" for words in said], "\n"


@st.composite
def one_moved(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and the same with one block elsewhere."""
    head, blocks, between = draw(pieces())
    order = list(blocks)
    block = order.pop(draw(st.integers(0, len(order) - 1)))
    order.insert(draw(st.integers(0, len(order))), block)
    return head + between.join(blocks), head + between.join(order)


@st.composite
def much_moved(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and the same with blocks elsewhere, words changed, blocks left out and new ones put in."""
    head, blocks, between = draw(pieces())
    order = list(blocks)
    for number in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(len(order) - 1, 0)))
        act = draw(st.sampled_from(("move", "move", "change", "new", "drop")))
        if not order or act == "new":
            order.insert(at, blocks[0].replace("a0word", f"new{number}word").replace("a1word", f"other{number}word"))
        elif act == "move":
            block = order.pop(at)
            order.insert(draw(st.integers(0, len(order))), block)
        elif act == "change":
            order[at] = order[at].replace("0word", f"0changed{number}")
        else:
            order.pop(at)
    return head + between.join(blocks), head + between.join(order)


@looks(300)
@given(one_moved())
def test_a_block_that_stands_elsewhere_is_one_place(pair: tuple[str, str]) -> None:
    """A paragraph, a section, a list item or a table row; to the top, to the end, or past its neighbour."""
    base, proposed = pair
    if base == proposed:
        return
    (place,) = places(base, proposed)
    assert place.moved_to is not None
    assert place.quote == base[place.start : place.end] == place.replace
    assert apply(base, place.edits) == proposed


@looks(300)
@given(st.one_of(much_moved(), pairs()))
def test_moves_lose_no_edit_and_share_none(pair: tuple[str, str]) -> None:
    """Who has all of it adopted gets the text they handed in; who has one of it adopted gets that one."""
    base, proposed = pair
    found = places(base, proposed)

    edits = [edit for place in found for edit in place.edits]
    assert are_parts_of(edits, diff(base, proposed))
    assert apply(base, edits) == proposed
    assert [place.start for place in found if not place.layout] == sorted(place.start for place in found if not place.layout)
    for place in found:
        assert list(place.edits) == sorted(place.edits)
        merged = merge(base, {"this": place.edits})
        assert merged.applied == {"this"}


@looks(300)
@given(st.one_of(much_moved(), pairs()))
def test_a_moved_passage_stands_behind_the_paragraph_it_names(pair: tuple[str, str]) -> None:
    """With nothing else of the submission adopted, no word is lost, none doubled, and the passage is where it was said to go."""
    base, proposed = pair
    paras = paragraphs(base)
    for place in places(base, proposed):
        if place.moved_to is None:
            continue
        after = apply(base, place.edits)
        blocks = [after[one.start : one.end].split() for one in paragraphs(after)]
        moved = [base[one.start : one.end].split() for one in paras[place.paragraph - 1 : place.last_paragraph]]
        stayed = [base[one.start : one.end].split() for one in paras if not place.paragraph <= one.number <= place.last_paragraph]
        behind = place.moved_to - (len(moved) if place.moved_to > place.last_paragraph else 0)
        if not any(edit.text.isdecimal() for edit in place.edits):
            assert blocks == [*stayed[:behind], *moved, *stayed[behind:]]
        assert not place.paragraph - 1 <= place.moved_to <= place.last_paragraph


@looks(300)
@given(st.one_of(much_moved(), pairs()))
def test_no_paragraph_is_in_two_places_with_moves(pair: tuple[str, str]) -> None:
    """Else one person would collide with themselves; and what is quoted are whole paragraphs."""
    base, proposed = pair
    paras, seen = paragraphs(base), set[int]()
    for place in places(base, proposed):
        assert base[place.start : place.end] == place.quote
        if place.quote:
            assert (place.start, place.end) == (paras[place.paragraph - 1].start, paras[place.last_paragraph - 1].end)
            own = set(range(place.paragraph, place.last_paragraph + 1))
            assert not own & seen
            seen |= own


ONE, TWO, THREE, FOUR = (f"We say something about {what} here.\n" for what in ("homes", "trees", "bridges", "water"))


def text(*blocks: str) -> str:
    return "\n".join(blocks)


@pytest.mark.parametrize(
    ("name", "base", "proposed", "expected"),
    [
        ("a swap", text(ONE, TWO), text(TWO, ONE), [(1, 1, 2)]),
        ("to the top", text(ONE, TWO, THREE), text(THREE, ONE, TWO), [(3, 3, 0)]),
        ("to the end", text(ONE, TWO, THREE), text(TWO, THREE, ONE), [(1, 1, 3)]),
        ("a section", text("# A\n", ONE, "# B\n", TWO, THREE, FOUR), text("# B\n", TWO, THREE, FOUR, "# A\n", ONE), [(1, 2, 6)]),
        (
            "and a word elsewhere",
            text(ONE, TWO, THREE, FOUR),
            text(ONE.replace("say", "tell"), FOUR, TWO, THREE),
            [(1, 1, None), (4, 4, 1)],
        ),
        ("with new words", text(ONE, TWO, THREE), text(TWO, THREE, ONE.replace("say", "tell")), [(1, 1, None), (3, 3, None)]),
        (
            "beside something new",
            text(ONE, TWO, THREE),
            text(TWO, THREE, "Nobody said this before.\n", ONE),
            [(1, 1, None), (3, 3, None)],
        ),
        ("two to one place", text(ONE, TWO, THREE, FOUR), text(TWO, FOUR, ONE, THREE), [(1, 1, None), (3, 3, None), (4, 4, None)]),
    ],
    ids=lambda value: value if isinstance(value, str) and "\n" not in value else "",
)
def test_what_is_moved_and_what_is_not(name: str, base: str, proposed: str, expected: list[tuple[int, int, int | None]]) -> None:
    """Exact words at a place of their own are a move; what runs on with other new text stays a deletion and an insertion."""
    assert [(p.paragraph, p.last_paragraph, p.moved_to) for p in places(base, proposed)] == expected


def test_new_numbers_go_with_the_move() -> None:
    """Nobody wants to decide on `3.` becoming `2.`."""
    base = "9. " + ONE + "\nWe rest.\n\n1. first\n2. second\n"
    edits = [Edit(0, base.index("We rest"), ""), Edit(base.index("1."), base.index("1."), "9. " + ONE + "\n"), *_renumbered(base)]
    assert [(p.moved_to, len(p.edits)) for p in places(base, edits)] == [(2, 4)]


def _renumbered(base: str) -> list[Edit]:
    return [Edit(base.index(number + " "), base.index(number + " ") + 1, new) for number, new in (("1.", "2"), ("2.", "3"))]


def test_what_only_touches_a_moved_passage_stays_a_place_of_its_own() -> None:
    """A word of the next paragraph is another thought, even where no letter lies between the two."""
    base = text(ONE, TWO, THREE)
    start, end = base.index(TWO), base.index(THREE)
    edits = [Edit(start, end, ""), Edit(end, end + 2, "They"), Edit(len(base), len(base), "\n" + TWO)]
    assert [(place.quote, place.moved_to) for place in places(base, edits)] == [(TWO[:-1], 3), (THREE[:-1], None)]


def test_a_line_of_a_paragraph_is_no_moved_paragraph() -> None:
    """Its neighbours change with it, and so are shown with it."""
    base = "We begin here.\nThis line wanders about.\nWe end here.\n\nAnother paragraph altogether.\n"
    proposed = "We begin here.\nWe end here.\n\nAnother paragraph altogether.\nThis line wanders about.\n"
    assert moves(base, diff(base, proposed))
    assert [place.moved_to for place in places(base, proposed)] == [None, None]


def test_who_reads_what_changed_sees_both_ends() -> None:
    """A redline goes through a text from the top to the end."""
    base, proposed = text(ONE, TWO, THREE), text(TWO, THREE, ONE)
    assert [(place.paragraph, place.moved_to) for place in places(base, proposed, moves=False)] == [(1, None), (3, None)]


def test_who_moves_half_of_a_text_does_not_rewrite_it() -> None:
    """All words stay; to set such a text apart would take it from those who want to write in it."""
    parts = [f"Paragraph {n} says a good deal about subject {n}, and then some more.\n" for n in range(10)]
    base, proposed = text(*parts), text(*parts[7:], *parts[:7])
    one = base.index("\nParagraph 7")
    by_hand = [Edit(0, one + 1, ""), Edit(len(base), len(base), "\n" + base[:one])]
    assert apply(base, by_hand) == proposed
    assert not is_sweeping(base, by_hand)
    assert is_sweeping(base, by_hand[:1])
