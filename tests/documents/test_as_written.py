"""Words in a row: what is found of a long passage is what a pattern finds, without trying each word at each place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import find_quote
from plein.documents.show import as_written
from plein.documents.show.as_written import in_a_row, may_stand_twice
from plein.documents.show.nearest import nearest
from plein.errors import QuoteNotFound
from tests.laws import looks

WORDS = st.lists(st.sampled_from(["a", "b", "ab", "a.", "é", "(b)"]), min_size=1, max_size=6)
BLANKS = st.sampled_from([" ", "  ", "\n", "\t", "\u00a0", " \n> "])


@st.composite
def spaced(draw: st.DrawFn) -> str:
    return "".join(word + draw(BLANKS) for word in draw(st.lists(st.sampled_from(["a", "b", "ab", "ba", "a.", "é", "(b)"]), max_size=12)))


@looks(300)
@given(spaced(), WORDS)
def test_long_passages_are_found_where_a_pattern_finds_them(text: str, words: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(as_written, "_FEW", 0)
        assert in_a_row(text, words) == [found.span() for found in re.finditer(r"\s+".join(map(re.escape, words)), text)]


@looks(300)
@given(spaced(), st.lists(st.sampled_from(["a", "b", "ab", "é"]), min_size=2, max_size=4))
def test_what_stands_twice_is_never_said_to_stand_once(text: str, words: list[str]) -> None:
    twice = len(re.findall(r"(?:[^\w]|\([^()\s]*\))+".join(map(re.escape, words)), text)) > 1
    assert may_stand_twice(text, words) is twice
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(as_written, "_FEW", 0)
        assert may_stand_twice(text, words) or not twice


def test_a_row_of_brackets_is_no_maze() -> None:
    """Each could be read in two ways, and thirty of them in a thousand million."""
    assert not may_stand_twice("a " + "()" * 5_000 + " c a " + "(x)" * 500, ["a", "b"])
    assert may_stand_twice("We [build](https://example.org/a_b) now, we build (soon) now.", ["build", "now"])


@pytest.mark.parametrize("quote", ["word " * 10_000 + "end", "word " * 10_000 + "nope", "  ".join(["word"] * 3_000) + "  nope"])
def test_a_long_quote_that_repeats_a_word_is_answered(quote: str) -> None:
    """It took a minute, and longer for a longer line."""
    text = f"# Title\n\n{'word ' * 20_000}end\n"
    if quote.endswith("end"):
        assert find_quote(text, quote)[1] == len(text) - 1
    else:
        with pytest.raises(QuoteNotFound):
            find_quote(text, quote)


def test_what_is_nearest_is_not_looked_for_where_everything_repeats() -> None:
    assert nearest("word " * 5_000 + "\n\nWe plant trees.\n", "word " * 5_000) is None
    assert nearest("word " * 50 + "\n\nWe plant trees.\n", "We plant oaks") is not None
