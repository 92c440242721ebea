"""Edits as values: written into a text, taken back, kept as JSON."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import Edit, apply, from_json, invert, to_json
from plein.errors import EditOutside, EditsOverlap, Unusable

from .strategies import edit_sets, texts


@given(st.data())
def test_taking_edits_back_gives_the_text_there_was(data: st.DataObject) -> None:
    """Undo must be exact, or a version cannot be checked from its parts."""
    base = data.draw(texts(25))
    edits = data.draw(edit_sets(len(base))) if base else ()

    after = apply(base, edits)

    assert apply(after, invert(base, edits)) == base


@given(st.data())
def test_the_order_of_edits_means_nothing(data: st.DataObject) -> None:
    """They say where they belong, so nothing else may decide it."""
    base = data.draw(texts(25))
    edits = data.draw(edit_sets(len(base))) if base else ()

    assert apply(base, data.draw(st.permutations(edits))) == apply(base, edits)


@given(st.data())
def test_nothing_outside_the_edits_changes(data: st.DataObject) -> None:
    """A reader may trust that the passages without a mark are as they were."""
    base = data.draw(texts(25))
    edits = sorted(data.draw(edit_sets(len(base)))) if base else []
    rest, at = [], 0
    for edit in edits:
        rest.append(base[at : edit.start])
        at = edit.end
    after = apply(base, edits)

    for passage in [*rest, base[at:]]:
        assert passage in after
    assert len(after) == len(base) + sum(len(edit.text) - (edit.end - edit.start) for edit in edits)


@given(st.data())
def test_edits_come_back_from_json(data: st.DataObject) -> None:
    """The store keeps them so."""
    edits = data.draw(edit_sets(40))
    assert from_json(to_json(edits)) == edits


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(0, 4, "a"), Edit(3, 5, "b")],
        [Edit(0, 9, "a"), Edit(3, 5, "b")],
        [Edit(3, 3, "a"), Edit(3, 3, "b")],
        [Edit(2, 6, ""), Edit(4, 4, "b")],
        [Edit(3, 3, "a"), Edit(3, 3, "a")],
    ],
)
def test_edits_of_the_same_characters_are_refused(edits: list[Edit]) -> None:
    """One set of edits must say one thing."""
    with pytest.raises(EditsOverlap):
        apply("0123456789", edits)


@pytest.mark.parametrize("edits", [[Edit(0, 11, "")], [Edit(11, 11, "a")]])
def test_an_edit_beyond_the_text_is_refused(edits: list[Edit]) -> None:
    """It was made against another version."""
    with pytest.raises(EditOutside, match="the text ends at 10"):
        apply("0123456789", edits)


def test_edits_that_touch_are_no_overlap() -> None:
    """Two neighbours may both be changed; what is inserted at a border stays on its side."""
    assert apply("0123456789", [Edit(3, 5, "c"), Edit(3, 3, "b"), Edit(5, 5, "d"), Edit(5, 7, "e")]) == "012bcde789"


def test_an_edit_cannot_go_backwards() -> None:
    """A mistake of the program that made it must be seen where it was made."""
    for start, end in ((-1, 2), (3, 2)):
        with pytest.raises(EditOutside):
            Edit(start, end, "")
    for wrong in ((0, 1, None), ("0", 1, ""), (0, 1.0, ""), (True, 1, "")):
        with pytest.raises(TypeError):
            Edit(*wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("data", [None, "abc", 3, [[0, 1]], [[0, "1", "x"]], [[0, 1, 2]], ["abc"], [[True, 1, ""]], [[0, 1, "x", 4]]])
def test_json_that_is_no_list_of_edits_is_refused(data: object) -> None:
    """Damage in the store must not become a change of the text."""
    with pytest.raises(Unusable):
        from_json(data)
