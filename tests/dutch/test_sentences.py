"""Every sentence of the catalogue is Dutch to the last word."""

from __future__ import annotations

import pytest

from tests.dutch.english import ALLOWED, english, pairs, words


def test_no_dutch_sentence_has_an_english_word() -> None:
    """One of them is enough to tell a reader that nobody read it."""
    found = {dutch: left for source, dutch in pairs() if (left := english(dutch))}

    assert not found, "\n".join(f"{left}: {dutch}" for dutch, left in found.items())


def test_no_word_was_left_as_it_was() -> None:
    """A word that stands in the English sentence and in its Dutch one is borrowed, for a reason, or was forgotten."""
    found = {dutch: left for source, dutch in pairs() if (left := {*words(source)} & {*words(dutch)} - ALLOWED)}

    assert not found, "\n".join(f"{left}: {dutch}" for dutch, left in found.items())


def test_no_borrowed_word_stands_in_the_list_for_nothing() -> None:
    """A list that only grows lets everything through."""
    assert not ALLOWED - {word for _, dutch in pairs() for word in words(dutch)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Het traject is begonnen.", []),
        ("3 bijdragen, supported by 0", ["supported", "by"]),
        ("Fase: drafting (besloten)", ["drafting"]),
        ("Zie: plein suggestion list wonen --undecided", []),
        ("[PERSON]...", ["person"]),
    ],
)
def test_the_check_sees_english_and_nothing_else(text: str, found: list[str]) -> None:
    assert english(text) == found
