"""What a note is called is shown to nobody: a text whose notes were numbered anew asks for nothing else than what it changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import places
from plein.documents.diff.relabelled import notes, relabelled
from tests.laws import looks

BASE = """Wij bouwen[^1] en verhuren[^law].

Wij `[^1]` planten[^3].

[^1]: Een.
[^law]: Twee.
[^3]: Drie.

    En nog iets.
"""


def numbered(text: str) -> str:
    """A text with its notes numbered from 1, in the order in which it refers to them, as a word processor does."""
    names = {label: str(at) for at, label in enumerate(dict.fromkeys(re.findall(r"\[\^(\w+)\](?!:|`)", text)), 1)}
    return re.sub(r"(?<!`)\[\^(\w+)\]", lambda found: f"[^{names[found[1]]}]", text)


def test_new_numbers_alone_ask_for_nothing() -> None:
    assert numbered(BASE) != BASE
    assert relabelled(BASE, numbered(BASE)) == BASE


def test_who_puts_a_note_before_the_others_suggests_that() -> None:
    changed = numbered(BASE.replace("Wij bouwen", "Nu[^new] bouwen wij", 1).replace("[^1]: Een", "[^new]: Nul.\n[^1]: Een"))
    again = relabelled(BASE, changed)
    (place,) = places(BASE, again)
    assert place.replace == "Nu[^2] bouwen wij[^1] en verhuren[^law].\n\n[^2]: Nul."


def test_a_note_with_other_words_keeps_its_name_between_two_that_stayed() -> None:
    changed = numbered(BASE.replace("Twee.", "Twee jaar."))
    (place,) = places(BASE, relabelled(BASE, changed))
    assert (place.quote, place.replace) == ("[^law]: Twee.", "[^law]: Twee jaar.")


def test_two_that_change_places_are_not_mixed_up() -> None:
    base = "A[^1] en b[^2].\n\n[^1]: Een.\n[^2]: Twee.\n"
    assert relabelled(base, "A[^2] en b[^1].\n\n[^2]: Een.\n[^1]: Twee.\n") == base


@pytest.mark.parametrize(
    "proposed",
    [
        BASE,
        "Geen noten.\n",
        BASE.replace("[^3]: Drie", "[^1]: Drie"),
        BASE.replace("Een.", "Een jaar.").replace("Twee.", "Twee jaar."),
        BASE + "\n[^4]: Vier.\n",
    ],
)
def test_what_was_not_numbered_anew_is_as_it_was(proposed: str) -> None:
    """Also where two are called the same, so that nobody knows which is meant."""
    assert relabelled(BASE, proposed) == proposed


def test_code_is_not_touched() -> None:
    changed = numbered(BASE).replace("[^3]: Drie", "[^9]: Drie").replace("planten[^3]", "planten[^9]")
    assert "`[^1]`" in relabelled(BASE, changed)


@looks(200)
@given(
    st.lists(st.sampled_from(["een", "twee", "drie", "vier", "vijf", "zes"]), min_size=1, max_size=6),
    st.permutations("abcdef"),
    st.permutations(["1", "2", "3", "x", "y", "a"]),
)
def test_other_names_for_all_notes_are_undone(says: list[str], old: list[str], new: list[str]) -> None:
    """Where each says something else; where some say the same, no note is lost and none is called as another."""

    def text(names: list[str]) -> str:
        words = " ".join(f"woord[^{name}]" for name, _ in zip(names, says, strict=False))
        return f"{words}.\n\n" + "".join(f"[^{name}]: {one}.\n" for name, one in zip(names, says, strict=False))

    again = relabelled(text(old), text(new))
    if len(set(says)) == len(says):
        assert again == text(old)
    assert [one for _, one in notes(again)] == [f"{one}." for one in says]
    assert len({name for name, _ in notes(again)}) == len(says)
    assert re.findall(r"woord\[\^(\w+)\]", again) == [name for name, _ in notes(again)]


def test_a_note_that_says_something_else_is_another() -> None:
    """Though it alone stands where one stood."""
    base = "Rents fall.[^1]\n\nWe plant trees.\n\n[^1]: Jansen 2020.\n"
    proposed = "Rents fall.\n\nWe plant trees.[^2]\n\n[^2]: The forest law.\n"
    assert relabelled(base, proposed) == proposed


def test_a_backtick_that_is_no_code_hides_nothing() -> None:
    base = "We foto`s.[^1] And trees.[^2]\n\nVideo`s end.\n\n[^1]: One.\n[^2]: Two.\n"
    proposed = "New.[^1] We foto`s.[^2] And trees.[^3]\n\nVideo`s end.\n\n[^1]: New.\n[^2]: One.\n[^3]: Two.\n"
    assert relabelled(base, proposed).startswith("New.[^3] We foto`s.[^1] And trees.[^2]\n")
    assert relabelled("A\\`b[^1]`.\n\n[^1]: One.\n", "X[^1] a\\`b[^2]`.\n\n[^1]: New.\n[^2]: One.\n").startswith("X[^2] a\\`b[^1]`.\n")


def test_what_refers_to_nothing_does_not_come_to_refer_to_a_note() -> None:
    """The name that a note had in the base may stand in the text as a reference that is lost."""
    base = "Wij bouwen.[^a]\n\n[^a]: Een.\n"
    proposed = "Wij bouwen.[^5] Zie ook[^a].\n\n[^5]: Een.\n"
    assert relabelled(base, proposed) == proposed
