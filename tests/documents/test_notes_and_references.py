"""A note and what refers to it are one suggestion; several notes at one place go together, in order of their names."""

from __future__ import annotations

import re
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import Edit, apply, diff, fold, merge, places, proposals, rebase, unshown
from plein.documents.diff.noted import adapted
from plein.documents.propose.propose import propose
from plein.documents.propose.two import Two
from tests.laws import looks

BASE = """# Parken

Wij planten bomen.[^1] Wij zaaien gras.

Wij graven vijvers.

[^1]: Een boom is hoog.
[^2]: Niemand verwijst hierheen.

Tot slot.
"""


def told(proposed: str) -> list[tuple[int, str, str]]:
    return [(one.paragraph, one.quote, one.replace) for one in places(BASE, proposed)]


def test_who_puts_in_a_note_and_what_refers_to_it_suggests_one_thing() -> None:
    proposed = BASE.replace("vijvers.", "vijvers.[^3]").replace("hierheen.\n", "hierheen.\n[^3]: Een vijver is nat.\n")
    assert told(proposed) == [(3, "Wij graven vijvers.", "Wij graven vijvers.[^3]\n\n[^3]: Een vijver is nat.")]


def test_who_takes_both_out_suggests_one_thing() -> None:
    proposed = BASE.replace("[^1] Wij", " Wij").replace("[^1]: Een boom is hoog.\n", "")
    (place,) = places(BASE, proposed)
    assert place.quote == "Wij planten bomen.[^1] Wij zaaien gras.\n\n[^1]: Een boom is hoog."
    assert place.replace == "Wij planten bomen. Wij zaaien gras."
    assert BASE[place.start : place.end] == "Wij planten bomen.[^1] Wij zaaien gras."


def test_a_new_paragraph_and_its_note_are_one_thing() -> None:
    proposed = BASE.replace("\n[^1]:", "\nWij maaien.[^b]\n\n[^1]:").replace("\nTot", "[^b]: Met een zeis.\n\nTot")
    (place,) = places(BASE, proposed)
    assert (place.quote, place.replace) == ("", "Wij maaien.[^b]\n\n[^b]: Met een zeis.")


def test_each_note_goes_with_its_own_reference() -> None:
    """Though all stand in one row at the end."""
    proposed = BASE.replace("gras.", "gras.[^3]").replace("vijvers.", "vijvers.[^4]")
    proposed = proposed.replace("hierheen.\n", "hierheen.\n[^3]: Laag.\n[^4]: Nat.\n\n    En diep.\n")
    found = places(BASE, proposed)
    assert [one.replace for one in found] == [
        "Wij planten bomen.[^1] Wij zaaien gras.[^3]\n\n[^3]: Laag.",
        "Wij graven vijvers.[^4]\n\n[^4]: Nat.\n\n    En diep.",
    ]
    merged = merge(BASE, {number: one.edits for number, one in enumerate(found)})
    assert (merged.text, merged.collisions) == (proposed, ())


def test_two_that_refer_to_one_new_note_are_one_thing() -> None:
    proposed = BASE.replace("gras.", "gras.[^3]").replace("vijvers.", "vijvers.[^3]").replace("hierheen.\n", "hierheen.\n[^3]: Groen.\n")
    (place,) = places(BASE, proposed)
    assert place.replace == "Wij planten bomen.[^1] Wij zaaien gras.[^3]\n\nWij graven vijvers.[^3]\n\n[^3]: Groen."


@pytest.mark.parametrize(
    "proposed",
    [
        BASE.replace("vijvers.", "vijvers.[^1]").replace("Tot slot", "Tot besluit"),
        BASE.replace("vijvers.", "vijvers.[^1]").replace("boom is hoog", "boom is groot"),
        BASE.replace("[^1] Wij", " Wij").replace("boom is hoog", "boom is groot"),
        BASE.replace("vijvers.", "[vijvers][1].").replace("Tot slot", "Tot besluit"),
    ],
)
def test_what_needs_no_other_stays_by_itself(proposed: str) -> None:
    """A reference to a note that is there; words of a note."""
    assert len(places(BASE, proposed)) == 2


def test_a_link_and_where_it_leads_are_one_thing() -> None:
    proposed = BASE.replace("vijvers.", "[vijvers][nat].") + "\n[nat]: https://example.org/vijver\n"
    assert len(places(BASE, proposed)) == 1


def test_notes_of_several_people_at_one_place_go_together() -> None:
    """In order of their names, whoever came first; the pages count them by what refers to them."""
    texts = {
        name: BASE.replace("vijvers.", f"vijvers.[^{name}]") if name == "a" else BASE.replace("slot.", f"slot.[^{name}]")
        for name in ("a", "10")
    }
    texts |= {"9": BASE.replace("gras.", "gras.[^9]")}
    edits = {name: diff(BASE, text.replace("hierheen.\n", f"hierheen.\n[^{name}]: Zegt {name}.\n")) for name, text in texts.items()}
    merged = {merge(BASE, {name: edits[name] for name in order}).text for order in permutations(edits)}
    (text,) = merged
    assert "[^2]: Niemand verwijst hierheen.\n[^9]: Zegt 9.\n[^10]: Zegt 10.\n[^a]: Zegt a.\n\nTot slot.[^10]\n" in text
    assert merge(BASE, edits).collisions == ()


def test_two_notes_of_one_name_do_not() -> None:
    texts = {
        "kees": BASE.replace("vijvers.", "vijvers.[^3]").replace("hierheen.\n", "hierheen.\n[^3]: Nat.\n"),
        "noor": BASE.replace("slot.", "slot.[^3]").replace("hierheen.\n", "hierheen.\n[^3]: Einde.\n"),
    }
    merged = merge(BASE, {name: diff(BASE, text) for name, text in texts.items()})
    assert [(one.kind, set(one.suggestions)) for one in merged.collisions] == [("same-place", {"kees", "noor"})]
    assert merged.text == BASE


WORDS = "Wij bouwen huizen in de stad.\n\n[^0]: Nul.\n"


def _with_note(at: int, name: str) -> tuple[Edit, Edit]:
    return Edit(ENDS[at], ENDS[at], f"[^{name}]"), Edit(len(WORDS), len(WORDS), f"[^{name}]: Zegt {name}.\n")


ENDS = [found.end() for found in re.finditer(r"\w+(?=[ .])", WORDS)]


@looks(200)
@given(st.lists(st.sampled_from(["1", "2", "9", "10", "a", "b2", "b10", "B2"]), unique=True, min_size=1, max_size=5), st.data())
def test_notes_do_not_depend_on_who_came_first(names: list[str], data: st.DataObject) -> None:
    edits = {name: _with_note(at, name) for at, name in enumerate(names)}
    together = merge(WORDS, edits)
    again = merge(WORDS, {name: edits[name] for name in data.draw(st.permutations(names))})
    assert (again.text, again.held) == (together.text, together.held)
    alike = {name for name in names if sum(name.casefold() == other.casefold() for other in names) > 1}
    assert together.held == (set(names) if alike else set())  # at one point all wait until those of one name are told apart
    assert [name for name in together.applied if f"[^{name}]: Zegt {name}.\n" not in together.text] == []


@looks(200)
@given(st.lists(st.sampled_from(["1", "2", "9", "10", "a", "b2", "b10"]), unique=True, min_size=2, max_size=5), st.data())
def test_notes_that_go_in_one_after_another_come_as_together_or_wait(names: list[str], data: st.DataObject) -> None:
    edits = {name: _with_note(at, name) for at, name in enumerate(names)}
    first = data.draw(st.sets(st.sampled_from(names), min_size=1, max_size=len(names) - 1))
    then = merge(WORDS, {name: edits[name] for name in first})
    carried = {name: rebase(edits[name], WORDS, then.text) for name in names if name not in first}
    left = {name: one.edits for name, one in carried.items() if one.status == "carried"}
    after = merge(then.text, left)
    if len(left) == len(carried) and not after.held:
        assert after.text == merge(WORDS, edits).text


def test_no_ready_text_has_two_notes_of_one_name() -> None:
    """It would be another's note that the words of one refer to."""
    found = propose(Two("", "[^3]: Nat.\n", "[^3]: Diep.\n"))
    assert [made.text for made in found] == ["[^3]: Nat.\n", "[^3]: Diep.\n"]
    both = propose(Two("", "[^3]: Nat.\n", "[^4]: Diep.\n"))
    assert "[^3]: Nat.\n[^4]: Diep.\n" in [made.text for made in both]


def test_no_ready_text_leaves_a_note_behind() -> None:
    """What stands for the note alone, and what stands for a passage that refers to one put in elsewhere."""
    end = "hierheen.\n"
    wishes = {
        1: diff(BASE, BASE.replace("vijvers.", "vijvers.[^3]").replace(end, f"{end}[^3]: Nat.\n")),
        2: diff(BASE, BASE.replace("graven vijvers.", "dempen vijvers.[^4]").replace(end, f"{end}[^4]: Diep.\n")),
        3: diff(BASE, BASE.replace("graven vijvers.", "dempen sloten.")),
    }
    found = merge(BASE, wishes).collisions
    assert {2, 3} in [set(place.suggestions) for place in found]
    texts = [one.text for place in found for one in proposals(BASE, wishes, place)]
    assert "Wij dempen sloten.\n" in texts
    assert [text for text in texts if "[^3]" in text or "[^4]" in text] == []


def other_words(proposed: str, text: str) -> str:
    """How the base reads where the one place of a proposed text is adapted."""
    (place,) = places(BASE, proposed)
    return apply(BASE, adapted(BASE, place.edits, (place.start, place.end), place.replace, text))


NOTED = BASE.replace("vijvers.", "vijvers.[^3]").replace("hierheen.\n", "hierheen.\n[^3]: Een vijver is nat.\n")


def test_who_wants_other_words_keeps_the_note_they_refer_to() -> None:
    one = BASE.replace("Wij graven vijvers.", "Wij graven één vijver.")
    assert other_words(NOTED, "Wij graven één vijver.[^3]") == NOTED.replace("vijvers.", "één vijver.")
    assert other_words(NOTED, "Wij graven één vijver.") == one
    assert other_words(NOTED, "Wij graven.[^3]\n\n[^3]: Nat.") == NOTED.replace(" vijvers.", ".").replace("Een vijver is nat.", "Nat.")


def test_who_wants_other_words_for_two_passages_loses_and_doubles_none() -> None:
    """A place may stand for several: what is given for all of them takes the place of each, what is given for one that of the first."""
    end = "hierheen.\n"
    proposed = BASE.replace("gras.", "gras.[^3]").replace("graven vijvers.", "graven diepe vijvers.[^3]")
    proposed = proposed.replace(end, f"{end}[^3]: Groen.\n")
    first = "Wij planten bomen.[^1] Wij zaaien al het gras.[^3]"
    wanted = proposed.replace("zaaien gras", "zaaien al het gras")
    assert other_words(proposed, first) == wanted
    whole = f"{first}\n\nWij graven heel diepe vijvers.[^3]\n\n[^3]: Groen gras."
    assert other_words(proposed, whole) == wanted.replace("graven diepe", "graven heel diepe").replace("Groen.", "Groen gras.")


# What a reviewer of the code found.


@pytest.mark.parametrize(
    ("base", "proposed"),
    [
        ("Fall now.\n", "[^2]: Now.\n[^4]: Vat.\n\nFall then.\n"),
        ("A.[^2][^4]\n\nFall now.\n\nB fell.\n", "A.[^2][^4]\n\n[^2]: Now.\n[^4]: Vat.\nFall now.\n\nB fell.\n"),
        ("Fall now.\n\nMore.\n", "[^2]: Now.\n[^4]: Vat.\n\nFall now.\n\nMore.\n"),
        ("# A\n\n- one\n- two\n", "# A\n\n- one\n[^2]: Now.\n[^4]: Vat.\n- two b\n"),
    ],
)
def test_notes_anywhere_go_in_as_they_were_handed_in(base: str, proposed: str) -> None:
    merged = merge(base, {number: one.edits for number, one in enumerate(places(base, proposed))})
    assert (merged.text, merged.collisions) == (proposed, ())


@pytest.mark.parametrize(
    ("base", "proposed"),
    [
        (
            "Rents fall.[^1]\n\nWe plant trees.\n\n[^1]: Jansen 2020.\n",
            "Rents fall.\n\nWe plant trees.[^1]\n\n[^1]: The forest law.\n",
        ),
        (
            "Tax rents law.\n\nArea fall tax.[^1]\n\n[^1]: Homes park plan.\n",
            "Tax rents law.[^1]\n\n[^1]: Pond water trees council shop.\n\nArea fall tax.\n",
        ),
        (
            "Build.[^1]\n\nCouncil homes grass.[^2]\n\n[^1]: Law rents.\n[^2]: Park budget.\n",
            "Council homes grass.[^2]\n\nBuild.[^1]\n\n[^2]: Park budget.\n[^1]: Law rents.\n",
        ),
    ],
)
def test_a_name_that_comes_to_stand_for_something_else_ties_all_that_has_to_do_with_it(base: str, proposed: str) -> None:
    """Else a reference would lead to another's note, and nobody would be told."""
    found = places(base, proposed)
    for one in found:
        text = apply(base, one.edits)
        assert not {lost.kind for lost in unshown(text)} & {"missing-note", "second-note"}
        assert [label for label in ("Jansen 2020", "forest law") if label in text and f"{label}.\n" not in text] == []
    assert len([one for one in found if not one.layout]) == 1


def test_the_same_note_by_two_people_is_one_wish() -> None:
    proposed = BASE.replace("vijvers.", "vijvers.[^3]").replace("hierheen.\n", "hierheen.\n[^3]: Een vijver is nat.\n")
    (place,) = places(BASE, proposed)
    assert [one.suggestions for one in fold(BASE, {1: place.edits, 2: place.edits})] == [(1, 2)]
