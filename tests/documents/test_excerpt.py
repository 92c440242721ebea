"""A long passage in short: nothing that is put in is lost, every change is told, and what lies between is counted."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from plein.documents import Change, Piece, around, changes, in_brief, is_long, paragraphs
from tests.documents.strategies import edited, texts

LONG = "\n\n".join(f"Part {n} begins. Here {n} homes are built! And so it ends, {n}." for n in range(1, 1000)) + "\n"


def seen(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text or f"<{piece.paragraphs}>" for piece in pieces)


@st.composite
def long_texts(draw: st.DrawFn) -> str:
    """A text of many paragraphs, as people write it."""
    return (
        draw(texts(most=40))
        + "\n\n".join(["", *(f"Nothing changes in part {n}. It stays." for n in range(draw(st.integers(0, 40))))])
        + "\n"
    )


@given(long_texts(), st.data())
def test_all_that_is_put_in_is_there_to_the_letter(base: str, data: st.DataObject) -> None:
    """A group reads every word that it would take over."""
    found = changes(base, data.draw(edited(base)))

    told = in_brief(found)

    assert [piece.text for piece in told if piece.kind == "insert"] == [
        change.new for change in found if change.new and change.kind != "equal"
    ]
    assert all(piece.text == "" for piece in told if piece.kind == "gap")


@given(long_texts(), st.data())
def test_what_is_shown_stands_there_in_that_order(base: str, data: st.DataObject) -> None:
    """What is short is short of the passage itself; no word of it is another's."""
    found = changes(base, data.draw(edited(base)))

    at = 0
    for piece in in_brief(found):
        if piece.kind in ("equal", "delete"):
            at = base.index(piece.text, at) + len(piece.text)


@given(texts(most=30), st.data())
def test_what_is_read_at_a_glance_is_whole(base: str, data: st.DataObject) -> None:
    found = changes(base, data.draw(edited(base)))
    short = not is_long("".join(change.old + (change.new if change.kind != "equal" else "") for change in found))

    if short:
        assert seen(in_brief(found)) == "".join(change.old + (change.new if change.kind != "equal" else "") for change in found)


def test_far_apart_the_two_ends_are_shown_with_their_sentences() -> None:
    """A place of 1,830 lines is read in five."""
    found = changes(LONG, LONG.replace("Here 1 homes are", "Here one home is").replace("ends, 999", "stays, 999"))

    assert seen(in_brief(found)) == "Part 1 begins. Here 1 homes areone home is built!<997>And so it endsstays, 999.\n"


def test_of_a_long_passage_that_goes_the_ends_are_shown() -> None:
    told = in_brief([Change("delete", LONG, "")])

    assert [(piece.kind, piece.text, piece.paragraphs, piece.gone) for piece in told] == [
        ("delete", "Part 1 begins.", 0, False),
        ("gap", "", 997, True),
        ("delete", "And so it ends, 999.\n", 0, False),
    ]


def test_a_passage_without_sentences_is_cut_between_words() -> None:
    """One line of 30,000 characters is no sentence that anybody reads twice."""
    told = in_brief(changes("word " * 6000 + "\n", "word " * 3000 + "dog " + "word " * 3000 + "\n"))

    assert len(seen(told)) < 2_000
    assert "dog " in seen(told)
    assert {*seen(told).split()} == {"word", "dog", "<0>word"}


def test_around_shows_the_ends_and_what_is_touched_between_them() -> None:
    at = LONG.index("Here 500 homes")

    told = around(LONG, [(at + 5, at + 8)])

    assert seen(told) == "Part 1 begins.<498>Here 500 homes are built!<498>And so it ends, 999.\n"
    assert {piece.kind for piece in told} == {"equal", "gap"}


@example("``` \n\n" + "\n".join(f"\nNothing changes in part {number}. It stays.\n" for number in range(6)), [(0, 1)])
@given(long_texts(), st.lists(st.tuples(st.integers(0, 900), st.integers(0, 90)), max_size=4))
def test_around_shows_both_ends_of_every_stretch(text: str, found: list[tuple[int, int]]) -> None:
    """Where something changes is never in a gap, nor are the paragraphs counted twice."""
    spans = [(min(start, len(text)), min(start + size, len(text))) for start, size in found]

    told = around(text, spans)

    at = 0
    for piece in told:
        if piece.kind == "equal":
            at = text.index(piece.text, at) + len(piece.text)
    assert sum(piece.paragraphs for piece in told) <= len(paragraphs(text))
