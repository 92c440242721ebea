"""Two texts made from one."""

from __future__ import annotations

import random
import re
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plein.documents import merge3
from plein.documents.text.tokens import tokens
from tests.laws import looks

from .strategies import edited, texts

SENTENCES = st.lists(st.sampled_from(("wij", "bouwen", "huizen", "en", "hoven", "in", "de", "stad")), min_size=1, max_size=8)


def words(text: str) -> set[str]:
    """The words of a text, whatever signs stand around them; of scripts without blanks each character."""
    return set(re.findall(r"[a-zA-ZÀ-ʯ0-9]+|[^\W_]", text))


@st.composite
def triples(draw: st.DrawFn) -> tuple[str, str, str]:
    """A text and two edited forms of it."""
    base = draw(texts())
    return base, draw(edited(base)), draw(edited(base))


@given(triples())
def test_who_changed_nothing_does_not_matter(triple: tuple[str, str, str]) -> None:
    """The laws of any merge of three."""
    base, ours, theirs = triple
    assert merge3(base, ours, base).text == ours
    assert merge3(base, base, theirs).text == theirs
    assert merge3(base, ours, ours).text == ours


@looks(200)
@given(triples())
def test_it_does_not_matter_who_is_who(triple: tuple[str, str, str]) -> None:
    """Neither side has an advantage."""
    base, ours, theirs = triple
    one, two = merge3(base, ours, theirs), merge3(base, theirs, ours)

    assert one.clean == two.clean
    if one.clean:
        assert one.text == two.text
    assert [(c.base, c.theirs, c.ours) for c in two.conflicts] == [(c.base, c.ours, c.theirs) for c in one.conflicts]


@looks(300)
@given(triples())
@example(("医療 \n", "de医療 \n", "de療 \n"))  # a word beside a script without blanks
def test_nobodys_words_are_lost(triple: tuple[str, str, str]) -> None:
    """What somebody put in stands in the result, merged or between marks, unless the other has more of the same."""
    base, ours, theirs = triple
    result = merge3(base, ours, theirs)
    there = words(result.text)
    for side in (ours, theirs):
        assert words(side) - words(base) <= there
    assert result.clean == (not result.conflicts)
    for conflict in result.conflicts:
        assert conflict.ours != conflict.theirs


@looks(200)
@given(SENTENCES, SENTENCES, st.data())
def test_who_says_all_the_other_says_and_more_is_not_at_odds(was: list[str], wish: list[str], data: st.DataObject) -> None:
    """Two who agree, of whom one goes on, need nobody to choose: the longer text loses nobody's words."""
    more = list(wish)
    for word in data.draw(st.lists(st.sampled_from(("ook", "snel", "samen")), max_size=3)):
        more.insert(data.draw(st.integers(0, len(more))), word)
    base, ours, theirs = (" ".join(words) + ".\n" for words in (was, wish, more))

    result = merge3(base, ours, theirs)

    assert result.clean
    assert Counter(more) <= Counter(tokens(result.text))


@pytest.mark.parametrize(
    ("name", "base", "ours", "theirs", "expected"),
    [
        ("different lines", "a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n", "A\nb\nC\n"),
        ("different words of a line", "een twee drie vier\n", "1 twee drie vier\n", "een twee drie 4\n", "1 twee drie 4\n"),
        ("the same change", "een twee\n", "een 2\n", "een 2\n", "een 2\n"),
        ("wrapped by one", "een twee\ndrie vier\n", "een twee drie\nvier\n", "een twee\ndrie 4\n", "een twee\ndrie 4\n"),
        ("one adds more of the same", "a\n", "a\n\nhuren en kopen\n", "a\n\nhuren en kopen of delen\n", "a\n\nhuren en kopen of delen\n"),
        (
            "both mend a word, one adds to it",
            "Een huuis is duur.\n",
            "Een huis is duur.\n",
            "Een eigen huis is duur.\n",
            "Een eigen huis is duur.\n",
        ),
        (
            "the same wish, told as a change of another of two equal words",
            "huizen bouwen bouwen huizen.\n",
            "wij huizen wij bouwen huizen.\n",
            "wij huizen wij bouwen ook huizen.\n",
            "wij huizen wij bouwen ook huizen.\n",
        ),
        ("both fill in, one more fully", "Volgt nog.\n", "| Anna | april |\n", "| Anna, Piet | april |\n", "| Anna, Piet | april |\n"),
    ],
    ids=lambda value: value if "\n" not in value else "",
)
def test_what_goes_together_is_merged(name: str, base: str, ours: str, theirs: str, expected: str) -> None:
    """Most of what git calls a conflict in prose is none."""
    result = merge3(base, ours, theirs)
    assert (result.clean, result.text) == (True, expected)


@pytest.mark.parametrize(
    ("name", "base", "ours", "theirs"),
    [
        ("the same word", "een twee drie\n", "een 2 drie\n", "een ii drie\n"),
        ("deleted by one", "een\n\ntwee drie vier\n\nvijf\n", "een\n\nvijf\n", "een\n\ntwee 3 vier\n\nvijf\n"),
        ("two paragraphs at one place", "een\n", "een\n\nhuren\n", "een\n\nkopen\n"),
        ("both mend a word, each otherwise", "Een huuis is duur.\n", "Een huis is duur.\n", "Een eigen woning is duur.\n"),
        ("one keeps a word the other drops", "Een oud huuis is duur.\n", "Een huis is duur.\n", "Een heel oud huis is duur.\n"),
        (
            "the same remark in two forms",
            "Wij bouwen.\n",
            "Wij bouwen. Dat doen wij samen met de bewoners.\n",
            "Zij bouwen. En dat doen wij samen met de bewoners van nu.\n",
        ),
    ],
    ids=lambda value: value if "\n" not in value else "",
)
def test_what_does_not_go_together_stands_between_marks(name: str, base: str, ours: str, theirs: str) -> None:
    """Both were right to write; people choose."""
    result = merge3(base, ours, theirs)
    if name != "the same remark in two forms":
        assert not result.clean
        assert "<<<<<<< ours\n" in result.text
        assert "\n>>>>>>> theirs\n" in result.text
    else:
        assert result.text.count("dat doen wij samen") + result.text.count("Dat doen wij samen") < 2 or not result.clean


def test_marks_stand_around_whole_lines_only() -> None:
    """Programs read them, and git users know them."""
    result = merge3("kop\n\neen twee\n\nvoet\n", "kop\n\neen 2\n\nvoet\n", "kop\n\neen ii\n\nvoet\n")
    assert result.text == "kop\n\n<<<<<<< ours\neen 2\n||||||| base\neen twee\n=======\neen ii\n>>>>>>> theirs\n\nvoet\n"


def test_three_strangers_say_nothing_alike() -> None:
    """Whatever is handed in as a draft; what it costs, the bench measures."""
    pick = random.Random(1)

    def text() -> str:
        return "".join(pick.choice("abcdefgh") * pick.randint(1, 6) + pick.choice(("\n", " ", "\n\n")) for _ in range(6_000)) + "z\n"

    base, ours, theirs = text(), text(), text()
    assert not merge3(base, ours, theirs).clean
