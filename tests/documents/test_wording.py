"""Words to avoid are found where they stand, and nowhere else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents.text.wording import find_words
from plein.organisation import Avoid


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("burger", "De burger en de burgers.", ["burger"]),
        ("burger*", "De burger en de burgers.", ["burger", "burgers"]),
        ("burger", "Burger BURGER hamburger", ["Burger", "BURGER"]),
        ("in de basis", "Dat is in de\nbasis goed; in  de basis.", ["in de\nbasis", "in  de basis"]),
        ("link", "Zie [de link](https://link.nl/link) en `link` of https://x.nl/link", ["link"]),
        ("café", "Het café.", ["café"]),
        ("c++", "In c++ en in c.", ["c++"]),
        ("市民", "この市民の声", ["市民"]),
        ("市民*", "市民の声", ["市民"]),
    ],
)
def test_words_are_found(word: str, text: str, found: list[str]) -> None:
    """Whole words in whatever case, over line ends, not in addresses or code."""
    assert [one.text for one in find_words(text, [Avoid(word)])] == found


def test_of_two_that_overlap_the_longest_is_told() -> None:
    """Who avoids "klant" and "klant en markt" wants to hear of the phrase."""
    found = find_words("De klant en markt.", [Avoid("klant"), Avoid("klant en markt", "mensen")])

    assert [(one.text, one.avoid.better) for one in found] == [("klant en markt", "mensen")]


@given(st.lists(st.text("ab *\n", max_size=6), max_size=4), st.text("ab \n", max_size=40))
def test_what_is_found_stands_there_in_order_and_apart(words: list[str], text: str) -> None:
    """For any words and any text."""
    found = find_words(text, [Avoid(word) for word in words if word.strip("* \n")])

    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
