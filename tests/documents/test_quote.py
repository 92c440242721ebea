"""A passage found by quoting it: exactly, once, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plein.documents import apply, canonical, diff, find_quote, replace_quote
from plein.documents.text.whole_words import around_words
from plein.errors import QuoteAmbiguous, QuoteNotFound

from .strategies import texts

TEXT = "# Wonen\n\nWij bouwen elk jaar\nbetaalbare woningen. Wij slopen niet.\n\n- huren\n- kopen\n"


@given(texts(), st.data())
def test_a_passage_that_stands_there_once_is_found(text: str, data: st.DataObject) -> None:
    """What can be copied can be pointed at: whole words, as a double click takes them."""
    assume(text)
    start = data.draw(st.integers(0, len(text) - 1))
    quote = text[start : data.draw(st.integers(start + 1, len(text)))]
    assume(quote.strip() and text.find(quote) == text.rfind(quote))
    assume(around_words(text, start, start + len(quote)) == (start, start + len(quote)))

    assert find_quote(text, quote) == (start, start + len(quote))


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("elk jaar\nbetaalbare", "elk jaar\nbetaalbare"),
        ("elk jaar betaalbare", "elk jaar\nbetaalbare"),
        ("  slopen   niet.\n", "slopen niet."),
        ("elk jaar\r\nbetaalbare", "elk jaar\nbetaalbare"),
        ("- huren\n- kopen\n", "- huren\n- kopen\n"),
    ],
)
def test_only_white_space_may_differ(quote: str, found: str) -> None:
    """People copy from pages that wrap lines elsewhere."""
    start, end = find_quote(TEXT, quote)
    assert TEXT[start:end] == found


def test_a_quote_may_be_composed_otherwise() -> None:
    """An é typed on one machine is two characters on another."""
    assert find_quote("Eén café.\n", "cafe\u0301") == (4, 8)


@pytest.mark.parametrize("quote", ["flats", "", " \n ", "bouwen jaar elk"])
def test_a_passage_that_is_not_there_is_refused(quote: str) -> None:
    """Nothing is placed by resemblance."""
    with pytest.raises(QuoteNotFound, match="version 3"):
        find_quote(TEXT, quote, version=3)


@pytest.mark.parametrize(("quote", "times"), [("Wij", 2), ("-", 2)])
def test_a_passage_that_stands_there_twice_is_refused(quote: str, times: int) -> None:
    """A guess which one was meant may be wrong."""
    with pytest.raises(QuoteAmbiguous) as refusal:
        find_quote(TEXT, quote)
    assert refusal.value.times == times


@pytest.mark.parametrize(
    ("quote", "replacement", "whole"),
    [
        ("betaalbare woningen", "betaalbare, groene woningen", TEXT.replace("betaalbare", "betaalbare, groene")),
        ("slopen", "slopen liever", TEXT.replace("slopen", "slopen liever")),
        ("betaalbare", "", TEXT.replace("betaalbare ", "")),
        (" Wij slopen niet.", "", TEXT.replace(" Wij slopen niet.", "")),
        ("Wij slopen niet.", "", TEXT.replace(" Wij slopen niet.", "")),
        ("- huren", "", TEXT.replace("- huren\n", "")),
        ("- kopen", "- kopen\n- delen", TEXT + "- delen\n"),
        ("# Wonen", "# Wonen en leven", TEXT.replace("Wonen", "Wonen en leven")),
    ],
)
def test_a_replaced_quote_and_a_whole_edited_text_give_the_same_edits(quote: str, replacement: str, whole: str) -> None:
    """Two people who want the same must be seen to want the same."""
    _, edits = replace_quote(TEXT, quote, replacement)
    assert edits == diff(TEXT, canonical(whole))
    assert apply(TEXT, edits) == canonical(whole)


def test_replacing_a_passage_by_itself_changes_nothing() -> None:
    """The engine refuses it as nothing changed."""
    assert replace_quote(TEXT, "huren", "huren") == ((70, 75), ())


@pytest.mark.parametrize("again", ["Homes **for** all.", "Homes [for](https://example.org) all.", "Homes for *all*."])
def test_what_reads_the_same_twice_is_not_one_place_because_it_is_written_once(again: str) -> None:
    """On the page nobody can tell which of the two was meant."""
    with pytest.raises(QuoteAmbiguous, match="2 times"):
        find_quote(f"Homes for all.\n\n{again}\n", "Homes for all")

    assert find_quote("Homes for all.\n\nHomes, for all.\n", "Homes for all") == (0, 13)
