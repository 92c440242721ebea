"""What is carried to the next version can be written there; and stands where a merge of both would have put it."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plein.documents import Edit, apply, canonical, diff, invert, merge, merge_step, places, rebase, rebase_all, written
from plein.documents.edit import spans
from tests.laws import looks

from .blocks import Text, known_texts
from .strategies import edited, texts


@looks(150)
@given(st.data())
def test_whatever_the_core_gives_it_takes(data: st.DataObject) -> None:
    """Edits that cannot be written are a review that nobody can open: not from a text, a place, a move, an inverse, nor three versions on."""
    old = data.draw(st.one_of(texts(), known_texts().map(Text.written)))
    versions = [data.draw(edited(old)) for _ in range(3)]
    handed = {number: diff(old, data.draw(edited(old))) for number in range(3)}
    handed |= {(number, at): place.edits for number, edits in list(handed.items()) for at, place in enumerate(places(old, edits))}
    handed |= {"back": invert(versions[0], diff(versions[0], old)) if versions[0] != old else ()}
    now = old
    for new in versions:
        for edits in handed.values():
            assert spans(now, edits) is not None
            assert isinstance(apply(now, edits), str)
        assert merge(now, handed).applied <= handed.keys()
        carried = rebase_all(now, new, handed)
        handed = {key: one.edits for key, one in carried.items() if one.status == "carried"}
        now = new


def uncounted(text: str) -> str:
    """A text without blank lines at its ends, blanks before a line of words, and the numbers of items, which are layout."""
    return re.sub(r"(?m)^( *)\d+(?=[.)])|^ {1,3}(?=[^\W\d])", r"\1", canonical(text)).strip("\n")


@looks(150)
@given(known_texts(), st.data())
def test_carrying_and_then_merging_is_merging_both(text: Text, data: st.DataObject) -> None:
    """Who was adopted in this round and who in the next does not matter."""
    base = text.written()
    out = st.sampled_from(text.units()).map(text.without)
    wishes = {who: diff(base, data.draw(st.one_of(out, edited(base)))) for who in ("first", "second")}
    both = merge(base, wishes)
    assume(not both.held)
    first = merge(base, {"first": wishes["first"]})

    later = rebase(wishes["second"], base, first.text, change=wishes["first"])

    assert later.status in ("carried", "already-in")
    assert uncounted(apply(first.text, later.edits)) == uncounted(both.text)


@looks(100)
@given(known_texts(), st.data())
def test_what_is_merged_is_already_in(text: Text, data: st.DataObject) -> None:
    """Asking once more for what stands there changes nothing."""
    base = text.written()
    units = data.draw(st.lists(st.sampled_from(text.units()), min_size=2, max_size=2, unique=True))
    wishes = {unit: diff(base, text.without(unit)) for unit in units}
    both = merge(base, wishes)

    done = sorted({edit for edits in merge_step(base, wishes).edits.values() for edit in edits})
    assert canonical(apply(base, done)).strip("\n") == canonical(both.text).strip("\n")
    for edits in wishes.values():
        fared = rebase(edits, base, apply(base, done), change=done)
        assert fared.status in ("already-in", "orphaned")  # orphaned where a whole paragraph went with another's sentences


@looks(100)
@given(known_texts(), st.data())
def test_a_step_is_the_merge(text: Text, data: st.DataObject) -> None:
    """Who wrote what is told of the very text that was merged."""
    base = text.written()
    wishes = {number: diff(base, data.draw(edited(base))) for number in range(data.draw(st.integers(2, 4)))}

    assert canonical(written(base, merge_step(base, wishes))).strip("\n") == canonical(merge(base, wishes).text).strip("\n")


FRAMES = [
    ("Wij planten bomen. Honden mogen los. De vijver is oud.\n", " Honden mogen los.", " Het zijn eiken. Honden mogen los. Katten niet."),
    ("Wij komen samen.\nHonden mogen los.\n", "Honden mogen los.\n", "Alle Honden mogen los.\nKatten ook.\n"),
    ("Wij komen samen.\nHonden mogen los.\n", "Honden mogen los.\n", "**Honden mogen los.**\n"),
    ("Wij komen samen. Honden mogen los.\n", " Honden mogen los.", " (Honden mogen los.)"),
    ("- een\n- twee\n- drie\n", "- twee\n", "- anderhalf\n- twee\n- tweeënhalf\n"),
]


@pytest.mark.parametrize(("base", "gone", "framed"), FRAMES)
def test_what_frames_a_passage_that_went_is_for_people(base: str, gone: str, framed: str) -> None:
    """One wish before and behind a sentence makes no sense without the sentence."""
    wish, new = diff(base, base.replace(gone, framed)), base.replace(gone, "")

    fared = rebase(wish, base, new)
    together = merge(base, {"wish": wish, "out": diff(base, new)})

    assert fared.status in ("orphaned", "collided", "carried")
    assert apply(new, fared.edits)
    assert (fared.status == "carried") == (not together.held)
    if "tweeënhalf" not in framed:
        assert fared.status != "carried"


@pytest.mark.parametrize(
    ("base", "wish", "new", "status"),
    [
        ("Kop.\n\nHet daalt. Het stijgt.\n", "Kop.\n\nHet daalt. Het stijgt.[^1]\n", "Kop.\n\nHet daalt.\n", "orphaned"),
        ("Hij zei: dat “mag” niet.\n", "Hij zei: dat “mag niet”.\n", "Hij zei: dat mag niet.\n", "collided"),
        ("Een zin. Nog een zin.\n", "Een zin.\n", "Nog een zin.\n", "carried"),
        ("Een zin. Nog een zin. Slot.\n", "Een zin. Slot.\n", "Een zin.\n\nNog een zin. Slot.\n", "carried"),
        ("Een zin. Twee zinnen. Drie.\n", "Een zin. Twee zinnen hier. Drie.\n", "Een zin.\n\nTwee zinnen.\n\nDrie.\n", "carried"),
        ("| a |\n|---|\n| 1 |\n\nKlaar.\n", "| a |\n|---|\n| 1 |\n| 2 |\n\nKlaar.\n", "Klaar.\n\n| a |\n|---|\n| 1 |\n", "carried"),
        (
            "Wij willen rust. Daarna meer.\n",
            "Allen willen rust. Daarna meer.\n",
            "Wij willen bomen. Wij willen rust. Daarna meer.\n",
            "carried",
        ),
    ],
)
def test_the_way_to_the_next_version(base: str, wish: str, new: str, status: str) -> None:
    """By kinds of what happened to the text in between."""
    fared = rebase(diff(base, wish), base, new)

    assert fared.status == status
    assert apply(new, fared.edits) != new or status != "carried"


def test_several_additions_at_one_point_are_one_change() -> None:
    """A version in which a note and words were put in at one point can be carried over by name of its edits."""
    base = "Het daalt. Klaar.\n"
    change = [Edit(9, 9, " snel"), Edit(9, 9, "[^3]")]

    fared = rebase([Edit(11, 16, "Uit")], base, "Het daalt[^3] snel. Klaar.\n", change=change)

    assert apply("Het daalt[^3] snel. Klaar.\n", fared.edits) == "Het daalt[^3] snel. Uit.\n"
