"""A quote is a passage of whole words and numbers: three letters in the middle of a word are nobody's passage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import find_quote, replace_quote
from plein.documents.text.whole_words import around_words
from plein.errors import QuoteAmbiguous, QuoteNotFound
from tests.laws import looks

TEXT = "# Fund\n\nThe community pays 10.000 euro, or 50% of €5,50, for its energy-coach's foto's and/or maps. See naïve 医療国民.\n"


@pytest.mark.parametrize(
    ("quote", "word"),
    [
        ("com", "community"),
        ("munity", "community"),
        ("0.000", "10.000"),
        ("10", "10.000"),
        (".000", "10.000"),
        ("community pay", "community pays"),
        ("oto's", "foto's"),
        ("uro, o", "euro, or"),
        ("na", "naïve"),
        ("und", "Fund"),
    ],
)
def test_part_of_a_word_is_refused_with_the_whole_of_it(quote: str, word: str) -> None:
    with pytest.raises(QuoteNotFound) as refused:
        find_quote(TEXT, quote, version=1)
    assert refused.value.word == word
    assert f"“{word}”" in str(refused.value)
    with pytest.raises(QuoteNotFound):
        replace_quote(TEXT, quote, "x")


@pytest.mark.parametrize(
    "quote", ["community", "10.000", "50", "5,50", "energy", "coach's", "and", "maps", "euro,", "国", "療国", " pays "]
)
def test_whole_words_and_numbers_are_found(quote: str) -> None:
    """What a hyphen or a slash joins, a number without its sign, and a script that has no blanks."""
    start, end = find_quote(TEXT, quote)
    assert TEXT[start:end].strip() == quote.strip()


def test_where_it_is_a_word_too_that_is_meant() -> None:
    """The three letters in the longer word are no second place."""
    text = "The community has its com.\n"
    assert find_quote(text, "com") == (22, 25)
    with pytest.raises(QuoteAmbiguous):
        find_quote("A com in the community, and a com.\n", "com")


def test_an_accent_is_a_part_of_its_letter() -> None:
    with pytest.raises(QuoteNotFound) as refused:
        find_quote("A cafe\u0301 here.\n", "cafe")
    assert refused.value.word == "cafe\u0301"


@looks(300)
@given(st.text(alphabet="ab1.,'’- é\u0301国\n", max_size=40), st.data())
def test_a_passage_grows_to_words_once_and_holds_what_it_held(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    lo, hi = around_words(text, start, end)
    assert lo <= start <= end <= hi
    assert around_words(text, lo, hi) == (lo, hi)
    assert "\n" not in text[lo:start] + text[end:hi]


@pytest.mark.parametrize("line", ["xay " * 250_000, "xay" * 300_000], ids=["words", "no blank"])
def test_a_thousand_parts_of_words_in_one_long_line_are_looked_at_quickly(line: str) -> None:
    """Each looks at its own word alone."""
    with pytest.raises(QuoteNotFound):
        find_quote(line + "\n", "a")
