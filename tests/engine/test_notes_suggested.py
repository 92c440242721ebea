"""Footnotes through a cycle: handed in with what refers to them, decided as one, merged, carried, and followed by those who change the words."""

from __future__ import annotations

import pytest

from plein import Plein
from tests.cycles import Housing

C = "housing"
TEXT = "# Plan\n\nWe plant trees.[^1]\n\nWe sow lawns.[^2]\n\nWe dig ponds.\n\n[^1]: A tree is tall.\n[^2]: A lawn is cut.\n\nThe end.\n"
LAST = "[^2]: A lawn is cut.\n"


def noted(text: str, words: str, label: str, says: str) -> str:
    """A text in which some words have a note, behind the last one there is."""
    return text.replace(words, f"{words}[^{label}]").replace(LAST, f"{LAST}[^{label}]: {says}\n")


@pytest.fixture
def house(plein: Plein) -> Housing:
    """Three wishes with a note each."""
    found = Housing(plein).review(TEXT)
    for who, words, label, says in (
        ("piet", "ponds.", "3", "A pond is wet."),
        ("jan", "end.", "jan", "It was a pleasure."),
        ("zoe", "tree is tall.", "4", "A small one is short."),
    ):
        found.seat(who).cycle(C).suggestions.add(noted(TEXT, words, label, says))
    return found


def decided(house: Housing) -> str:
    """Everything clean is adopted and merged; how the next version reads."""
    house.anna.cycle(C).move("drafting")
    bea = house.bea.cycle(C)
    bea.decisions.settle_clean(because="Fine.")
    bea.decisions.publish()
    merged = bea.draft.merge()
    return merged.text


def test_each_is_one_suggestion_and_all_of_them_go_together(house: Housing) -> None:
    suggestions = house.bea.cycle(C).suggestions
    assert [(one.author, one.quote, one.replace) for one in suggestions.list()] == [
        ("piet", "We dig ponds.", "We dig ponds.[^3]\n\n[^3]: A pond is wet."),
        ("jan", "The end.", "The end.[^jan]\n\n[^jan]: It was a pleasure."),
        ("zoe", "[^1]: A tree is tall.", "[^1]: A tree is tall.[^4]\n\n[^4]: A small one is short."),
    ]
    assert suggestions.collisions() == ()
    text = decided(house)
    assert text == TEXT.replace("ponds.", "ponds.[^3]").replace("end.", "end.[^jan]").replace("tall.", "tall.[^4]").replace(
        LAST, f"{LAST}[^3]: A pond is wet.\n[^4]: A small one is short.\n[^jan]: It was a pleasure.\n"
    )


def test_notes_numbered_anew_are_nobody_s_wish(house: Housing) -> None:
    text = "# Plan\n\nWe[^1] plant trees.[^2]\n\nWe sow lawns.[^3]\n\nWe dig ponds.\n\n"
    text += "[^1]: All of us.\n[^2]: A tree is tall.\n[^3]: A lawn is cut.\n\nThe end.\n"
    (one,) = house.seat("kim").cycle(C).suggestions.add(text).suggestions
    assert (one.quote, one.replace) == ("We plant trees.[^1]", "We[^3] plant trees.[^1]\n\n[^3]: All of us.")


def test_other_words_for_it_keep_the_note_they_refer_to(house: Housing) -> None:
    house.anna.cycle(C).move("drafting")
    bea = house.bea.cycle(C)
    bea.decisions.set(1, "adapted", text="We dig one pond.[^3]", because="One is enough.")
    bea.decisions.set(2, "adapted", text="That is the end.", because="Without a note.")
    bea.decisions.set(3, "rejected", because="Not now.")
    bea.decisions.publish()
    merged = bea.draft.merge()
    assert merged.text == TEXT.replace("We dig ponds.", "We dig one pond.[^3]").replace("The end", "That is the end").replace(
        LAST, f"{LAST}[^3]: A pond is wet.\n"
    )


def test_two_notes_of_one_name_wait_and_no_text_is_made_of_both(house: Housing) -> None:
    house.seat("kim").cycle(C).suggestions.add(noted(TEXT, "lawns.[^2]", "3", "Green."))
    (place,) = house.bea.cycle(C).suggestions.collisions()
    assert {one.authors for one in place.alternatives} >= {("piet",), ("kim",)}
    assert [one for one in place.proposals if "[^3]" in one.text and "[^3]:" not in one.text] == []
    assert [one for one in place.proposals if one.text.count("[^3]:") > 1] == []


def test_one_that_waits_is_carried_with_its_note(house: Housing) -> None:
    house.anna.cycle(C).move("drafting")
    bea = house.bea.cycle(C)
    bea.decisions.set(1, "adopted")
    bea.decisions.publish()
    merged = bea.draft.merge()
    house.anna.cycle(C).move("review", closes="2027-12-01", because="Once more.")
    (one,) = [one for one in bea.suggestions.list() if one.author == "jan"]
    assert one.status == "carried"
    house.anna.cycle(C).move("drafting", because="Nobody has more to say.")
    bea.decisions.set(2, "adopted")
    bea.decisions.publish()
    merged = bea.draft.merge()
    assert "[^3]: A pond is wet.\n[^jan]: It was a pleasure.\n" in merged.text
