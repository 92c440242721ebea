"""What leaves for a spreadsheet is text there, and comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.exchange.board import read_board
from plein.exchange.cells import bare, guarded
from plein.exchange.contributions import read_contributions
from plein.exchange.people import read_people

SIGNS = "=+-@＝＋－＠"
BEFORE = st.text(alphabet=" \t\r\n\"'\u00a0\u3000\ufeff", max_size=4)
FORMULAS = st.builds("{}{}{}".format, BEFORE, st.sampled_from(SIGNS), st.text())


@given(st.one_of(st.text(), FORMULAS, st.text(alphabet="'\"=- \t", max_size=6)))
def test_whatever_is_guarded_comes_back(text: str) -> None:
    """Also what had an apostrophe of its own, or ten."""
    assert bare(guarded(text)) == text


@given(st.one_of(FORMULAS, st.text(alphabet="\t\r", min_size=1), st.text()))
def test_nothing_that_is_guarded_begins_like_a_formula(text: str) -> None:
    """Whatever blanks and quotation marks a spreadsheet takes away before it looks."""
    out = guarded(text)

    assert out[:1] not in (*SIGNS, "\t", "\r")
    assert out.startswith("'") or out.lstrip(' \t\r\n"\u00a0\u3000\ufeff')[:1] not in tuple(SIGNS)


@pytest.mark.parametrize("text", ["homes", "'s avonds", "3, 8", "a = b", "50%", "", "\nhomes", "“= yes”"])
def test_what_is_no_formula_is_left_alone(text: str) -> None:
    """Most of what people write."""
    assert guarded(text) == text


def test_every_reader_takes_the_apostrophe_away() -> None:
    """A list that went out is corrected in a spreadsheet and taken in again."""
    (said,) = read_contributions("text,author,source\n'=1+1,'@jo,'- the market\n", name="talk.csv")
    assert (said.text, said.author, said.source) == ("=1+1", "@jo", "- the market")
    (person,) = read_people("person,name\n'@jo,'=Jo\n", name="people.csv", relations={})
    assert (person.person, person.name) == ("@jo", "=Jo")
    assert read_board("person\n'@jo\n's\n", name="board.csv") == ["@jo", "'s"]
