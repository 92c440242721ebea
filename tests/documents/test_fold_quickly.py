"""What is told from the letters of changes alone is what the whole passages say: no two that say the same are parted, none are put together."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import combinations
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import Alternative, Edit, canonical, diff, fold
from plein.documents.crowd import fold as room
from tests.documents.strategies import edited, texts
from tests.laws import looks

Suggestions = dict[int, tuple[Edit, ...]]

RETYPED = (
    ('"', "“"), ("'", "’"), (" - ", " – "), ("...", "…"), (" ", "  "), (" ", "\n"), ("1/2", "½"), ("fi", "ﬁ"), ("*", "_"), ("- ", "* "),
    ("e", "é"), ("a", "A"), ("W", "w"), (". ", ". a "), (".", "!"), ("2", "3"), ("en", "EN"), ("\n\n", "\n"), ("ij", "ĳ"), ("e", "e\u0301"),
)  # fmt: skip
"""Ways in which people write the same otherwise, or nearly the same."""


def slowly(base: str, suggestions: Suggestions) -> tuple[Alternative[int], ...]:
    """The same, with every passage looked at whole."""
    with patch.object(room, "_balance", lambda *_: None):
        return fold(base, suggestions)


@st.composite
def variants(draw: st.DrawFn, text: str) -> str:
    """A text with a few signs or letters written otherwise."""
    for _ in range(draw(st.integers(0, 3))):
        old, new = draw(st.sampled_from(RETYPED))
        places = [at for at in range(len(text)) if text.startswith(old, at)]
        if places:
            at = draw(st.sampled_from(places))
            text = text[:at] + new + text[at + len(old) :]
    return canonical(text)


@looks(300)
@given(st.data(), texts(most=12))
def test_what_says_the_same_is_found_by_its_letters(data: st.DataObject, base: str) -> None:
    wishes = data.draw(st.lists(edited(base), min_size=1, max_size=3))
    every = [data.draw(variants(one)) for one in (*wishes, *wishes, base) for _ in range(2)]
    suggestions = {number: edits for number, text in enumerate(every) if (edits := diff(base, text))}
    single = {1000 + number: (edit,) for number, edit in enumerate(sorted({edit for edits in suggestions.values() for edit in edits}))}
    assert fold(base, suggestions | single) == slowly(base, suggestions | single)


NUMBERED = """## Artikel 1
1.1 We build homes.
1.2 We plant trees.

## Artikel 2
2.1 Rents fall.

1. One home.
2. Two homes.
3. Three homes.
"""


def renumbered() -> Iterator[str]:
    """The same new item, with the numbers behind it counted on, or left, or set otherwise."""
    yield NUMBERED.replace("2. Two homes.\n3.", "2. A barn.\n3. Two homes.\n4.")
    yield NUMBERED.replace("2. Two homes.", "2. A barn.\n2. Two homes.")
    yield NUMBERED.replace("2. Two homes.", "2. a barn.\n2. Two homes.")
    yield NUMBERED.replace("2. Two homes.\n3.", "2. A barn!\n3. Two homes.\n4.")
    yield NUMBERED.replace("1.2 We", "1.2 We build parks.\n1.3 We")
    yield NUMBERED.replace("1.2 We", "1.2 we build parks.\n1.3 We")
    yield NUMBERED.replace("1.2 We", "1.2 We build parks.\n1.2 We")
    yield NUMBERED.replace("## Artikel 2\n2.1", "## Artikel 2\n2.1 Nobody pays.\n\n## Artikel 3\n3.1")
    yield NUMBERED.replace("## Artikel 2", "## Artikel 2\n2.1 Nobody pays.\n\n## Artikel 2")


@pytest.mark.parametrize("pair", list(combinations(range(9), 2)))
def test_what_says_the_same_is_found_whatever_the_numbers_behind_it(pair: tuple[int, int]) -> None:
    texts = list(renumbered())
    every = {number: diff(NUMBERED, canonical(texts[number])) for number in pair}
    assert fold(NUMBERED, every) == slowly(NUMBERED, every)


def test_a_new_paragraph_is_the_same_wherever_in_the_blank_line_it_is_put() -> None:
    base = "We build.\n\nWe plant.\n"
    every = {1: (Edit(9, 9, "\n\nWe pay."),), 2: (Edit(10, 10, "\nWe pay.\n"),), 3: (Edit(11, 11, "We pay.\n\n"),)}
    assert [one.suggestions for one in fold(base, every)] == [one.suggestions for one in slowly(base, every)] == [(1, 2, 3)]


@pytest.mark.parametrize("seed", range(5))
def test_a_dense_crowd_is_folded_the_same(seed: int) -> None:
    """Many change few words, so that at one paragraph nearly everything there is stands beside each other."""
    dice = random.Random(seed)
    base = canonical("We build homes for all, and we plant trees.\n\n" * 4 + "- Rents fall.\n- Nobody pays more than 1/2.\n")
    suggestions: Suggestions = {}
    for number in range(400):
        old, new = dice.choice((*RETYPED, ("homes", "flats"), ("homes", "Flats"), ("trees", "parks"), (" all", ""), ("and ", "")))
        places = [at for at in range(len(base)) if base.startswith(old, at)]
        if places:
            at = dice.choice(places)
            suggestions[number] = diff(base, canonical(base[:at] + new + base[at + len(old) :]))
    suggestions = {number: edits for number, edits in suggestions.items() if edits}
    found = fold(base, suggestions)
    assert found == slowly(base, suggestions)
    assert len(found) < len(suggestions)
