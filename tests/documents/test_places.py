"""One edited text taken apart into places that can be decided by themselves."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import Edit, Place, apply, diff, is_sweeping, paragraphs, places
from tests.laws import looks

from .strategies import are_parts_of, edited, pairs, texts


@looks(300)
@given(pairs())
def test_all_places_together_are_the_whole(pair: tuple[str, str]) -> None:
    """Who hands in a text and has all of it adopted gets that text."""
    base, proposed = pair
    found = places(base, proposed)

    edits = [edit for place in found for edit in place.edits]
    assert are_parts_of(edits, diff(base, proposed))
    assert apply(base, edits) == proposed


@looks(300)
@given(pairs())
def test_a_place_quotes_whole_paragraphs(pair: tuple[str, str]) -> None:
    """The old text is shown as it stands, so that nobody decides on a fragment."""
    base, proposed = pair
    paras = paragraphs(base)
    for place in places(base, proposed):
        apply(base, place.edits)
        assert base[place.start : place.end] == place.quote
        if place.quote:
            assert place.start == paras[place.paragraph - 1].start
            assert place.end == paras[place.last_paragraph - 1].end
        assert place.quote or place.start == place.end


@given(st.data())
def test_no_paragraph_is_in_two_places(data: st.DataObject) -> None:
    """Else one person would collide with themselves."""
    base = data.draw(texts())
    _are_apart(places(base, data.draw(edited(base))))


@pytest.mark.parametrize(
    ("base", "proposed"),
    [
        pytest.param("het\n1. -\n", "\nhet\n\ne\n1\n", id="a blank line comes at the top"),
        pytest.param("  in\n1. x\n", " \n\nin\n\nN\n\n1 x  \n", id="the indent of the first gives way to a blank line"),
        pytest.param(
            "# H  \n| a |\n", "# \n\n  \n\n\nN\n\n| a |  \n", id="a paragraph and a blank line come under a heading without its word"
        ),
    ],
)
def test_no_paragraph_is_in_two_places_where_blanks_change_between(base: str, proposed: str) -> None:
    """A blank line belongs to the two paragraphs it stands between, and to no other."""
    _are_apart(places(base, proposed))


def _are_apart(found: Sequence[Place]) -> None:
    seen: set[int] = set()
    for place in found:
        if place.quote:
            own = set(range(place.paragraph, place.last_paragraph + 1))
            assert not own & seen
            seen |= own


@pytest.mark.parametrize(
    ("name", "base", "proposed", "expected"),
    [
        ("one word", "# A\n\nEen twee.\n", "# A\n\nEen drie.\n", [(2, 2, "Een twee.", "Een drie.")]),
        ("two paragraphs", "Een a.\n\nTwee b.\n", "Een x.\n\nTwee y.\n", [(1, 1, "Een a.", "Een x."), (2, 2, "Twee b.", "Twee y.")]),
        ("a split", "Een twee drie vier.\n", "Een twee.\n\nDrie vier.\n", [(1, 1, "Een twee drie vier.", "Een twee.\n\nDrie vier.")]),
        ("a join", "Een.\n\nTwee.\n\nDrie.\n", "Een. Twee.\n\nDrie.\n", [(1, 2, "Een.\n\nTwee.", "Een. Twee.")]),
        ("a join by a line", "Een.\n\nTwee.\n", "Een.\nTwee.\n", [(1, 2, "Een.\n\nTwee.", "Een.\nTwee.")]),
        (
            "a heading with its paragraph",
            "# A\n\nEen.\n\nTwee.\n",
            "# A\n\nEen.\n\n## B\n\nNieuw.\n\nTwee.\n",
            [(2, 2, "", "## B\n\nNieuw.")],
        ),
        ("at the very top", "Een.\n", "Nul.\n\nEen.\n", [(1, 1, "", "Nul.")]),
        ("at the very end", "Een.\n", "Een.\n\nTwee.\n", [(1, 1, "", "Twee.")]),
        ("a run deleted", "Een.\n\nTwee.\n\nDrie.\n\nVier.\n", "Een.\n\nVier.\n", [(2, 3, "Twee.\n\nDrie.", "")]),
        ("a list item", "- een\n- twee\n", "- een\n- nieuw\n- twee\n", [(1, 1, "", "- nieuw")]),
        ("two list items", "- een a\n- twee b\n", "- een x\n- twee y\n", [(1, 1, "- een a", "- een x"), (2, 2, "- twee b", "- twee y")]),
        ("a table row", "| a |\n|---|\n| 1 |\n| 2 |\n", "| a |\n|---|\n| 1 |\n| 3 |\n", [(3, 3, "| 2 |", "| 3 |")]),
        ("a line put into a paragraph", "Een\ntwee.\n", "Een\nen een half\ntwee.\n", [(1, 1, "Een\ntwee.", "Een\nen een half\ntwee.")]),
        ("a line put above one in a quote", "> Een\n", "> Nul,\n> Een\n", [(1, 1, "> Een", "> Nul,\n> Een")]),
        ("a quote put above another", "> Een\n", "> Nul.\n>\n> Een\n", [(1, 1, "", "> Nul.\n>")]),
        ("into an empty text", "", "Een.\n", [(1, 1, "", "Een.")]),
        ("everything out", "Een.\n", "", [(1, 1, "Een.", "")]),
    ],
    ids=lambda value: value if isinstance(value, str) and "\n" not in value and value else "",
)
def test_what_belongs_together_is_one_place(name: str, base: str, proposed: str, expected: list[tuple[int, int, str, str]]) -> None:
    """A group decides on thoughts, not on characters."""
    assert [(p.paragraph, p.last_paragraph, p.quote, p.replace) for p in places(base, proposed)] == expected


def test_new_numbers_go_with_the_item_that_was_put_in() -> None:
    """Nobody wants to decide on `3.` becoming `4.`."""
    (place,) = places("1. een\n2. twee\n3. drie\n", "1. een\n2. nieuw\n3. twee\n4. drie\n")
    assert len(place.edits) > 1


def test_the_same_text_has_no_places() -> None:
    """There is nothing to decide."""
    assert places("Een.\n", "Een.\n") == ()


def test_who_rewrites_nearly_everything_is_sweeping() -> None:
    """Such a text is decided by itself, and does not collide with everybody."""
    base = "".join(f"Alinea {n} zegt iets over onderwerp {n} en nog iets.\n\n" for n in range(8)).rstrip() + "\n"
    assert is_sweeping(base, diff(base, "Een heel ander verhaal.\n"))
    assert is_sweeping(base, [Edit(0, len(base) - 1, "Weg ermee.")])
    assert not is_sweeping(base, diff(base, base.replace("iets", "veel")))
    assert not is_sweeping("Kort.\n", [Edit(0, 5, "Lang!")])
    assert not is_sweeping(base, [Edit(len(base), len(base), "Erbij.\n" * 100)])
