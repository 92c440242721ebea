"""A passage found and replaced as people read it, on a page or in Word: the marks in its source are nobody's concern but the text's."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plein.documents import apply, canonical, find_quote, replace_quote
from plein.documents.show.as_read import sayings
from plein.documents.text.folding import fold
from plein.documents.text.seen import seen
from plein.errors import QuoteAmbiguous, QuoteNotFound, QuoteTorn
from tests.laws import looks

_VOCABULARY = "boom eik gras park bank rivier pad steen vogel nest wind regen wolk blad wortel zaad varen mos riet vijver"
WORDS = tuple(_VOCABULARY.split())


@st.composite
def written(draw: st.DrawFn, once: Iterator[str], depth: int = 0) -> str:
    """Words with marks in them, none of which stands twice."""
    found = ""
    kinds = ["words", "words", "code", "link", "note", "set"] + ["strong", "struck"] * (depth == 0) + ["em"] * (depth < 2)
    for kind in draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=4)):
        words = " ".join(next(once) for _ in range(draw(st.integers(1, 3))))
        if kind == "strong":
            words = f"**{draw(written(once, 1))}**"
        elif kind == "struck":
            words = f"~~{draw(written(once, 1))}~~"
        elif kind == "em":
            words = f"_{words}_"
        elif kind == "code":
            words = f"`{words}`"
        elif kind == "link":
            words = f"[{words}](https://voorbeeld.nl/x)"
        elif kind == "note":
            words += "[^1]"
        elif kind == "set":
            words = draw(
                st.sampled_from(["“{}”", "{}’s", "{} – ja", "{}…", "{}\\*", "{}&amp;", "af\u00ad{}", "ﬁn{}", "({})", "{},"])
            ).format(words)
        found += (draw(st.sampled_from([" ", " ", "\n", "  ", "\u00a0"])) if found else "") + words
    return found


@st.composite
def blocks(draw: st.DrawFn) -> str:
    """A text of a few blocks of every kind."""
    once = (f"{word}{number}" for number in range(60) for word in WORDS)
    found = []
    for kind in draw(st.lists(st.sampled_from(["paragraph", "quote", "item", "heading", "row"]), min_size=1, max_size=3)):
        words = draw(written(once))
        lines = words.split("\n")
        flat = words.replace("\n", " ")
        found.append(
            {
                "paragraph": words,
                "quote": "\n".join(f"> {line}" for line in lines),
                "item": "- " + "\n  ".join(lines),
                "heading": f"## {flat}",
                "row": f"| {flat} | {next(once)} |\n|---|---|\n| **{next(once)}** | x |",
            }[kind]
        )
    return canonical("\n\n".join(found))


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, int, int, int]:
    """A text, one of its blocks, and from where to where a passage of whole words runs in what it shows."""
    text = draw(blocks())
    said = [said[0][1] for _, said in sayings(text)]
    block = draw(st.sampled_from(range(len(said))))
    words = [found.span() for found in re.finditer(r"\S+", said[block])]
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, min(first + 4, len(words) - 1)))
    start, end = words[first][0], words[last][1]
    quote = said[block][start:end]
    assume("|" not in quote and re.search("[a-z]{3}", quote) and sum(one.count(quote) for one in said) == 1)
    return text, block, start, end


def _close(said: str) -> str:
    """What is said, whether or not a blank stands before a stop."""
    return re.sub(r" (?=[.,;:!?])", "", re.sub(r"\s+", " ", said.replace("|", " "))).strip()


@looks(300)
@given(passages())
def test_what_is_read_once_is_found_and_is_exactly_that(found: tuple[str, int, int, int]) -> None:
    """Whoever copies a passage from the page points at it."""
    text, block, start, end = found
    leaf, said = sayings(text)[block]
    quote = said[0][1][start:end]
    whole = seen(text, leaf)
    assert whole is not None
    for asked in (quote, quote.replace(" ", "\u00a0\n").replace('"', "„").replace("'", "’").replace("...", "…")):
        lo, hi = find_quote(text, asked)
        inside = "".join(item.says for item in whole.items if item.kind == "sign" and lo <= item.start and item.end <= hi)
        assert leaf.start <= lo < hi <= leaf.end
        assert fold(inside) == quote


@looks(500)
@given(passages(), st.lists(st.sampled_from(["nieuw", "beter,", "anders", "2027"]), max_size=4), st.booleans())
def test_a_passage_in_other_words_reads_so_and_nothing_else_changes(found: tuple[str, int, int, int], words: list[str], part: bool) -> None:
    """Neither the words around it, nor a mark anywhere."""
    text, block, start, end = found
    said = [said[0][1] for _, said in sayings(text)]
    quote = said[block][start:end]
    new = " ".join([*quote.split()[:1], *words] if part else words)
    _, edits = replace_quote(text, quote, new)
    expected = [*said]
    expected[block] = said[block][:start] + new + said[block][end:]
    after = apply(text, edits)

    assert [one for one in map(_close, (said[0][1] for _, said in sayings(after))) if re.search(r"\w", one)] == [
        one for one in map(_close, expected) if re.search(r"\w", one)
    ]
    for address in re.findall(r"\[([^\]^]+)\]\(https", text):  # links of which no word was quoted
        if not set(address.split()) & set(quote.split()):
            assert f"[{address}](https" in after


@looks(200)
@given(passages())
def test_a_passage_in_its_own_words_changes_nothing(found: tuple[str, int, int, int]) -> None:
    """However the quotes and dashes were typed: there is nothing to suggest."""
    text, block, start, end = found
    quote = sayings(text)[block][1][0][1][start:end]
    if quote not in text:
        assert replace_quote(text, quote, quote)[1] == ()


TEXT = """\
# Parks

We **plant** trees in [every village](https://example.org) and
town, as the council’s plan “Green 2030” says – always.

- First item with `code`
- Second item

| a | b |
|---|---|
| cell **one** | cell two |

> Quoted words
> over two lines.

We mow *all* lawns. We mow *all* lawns.

Last &amp; final: 5 \\* 6, a ﬁne co\u00adoperation[^1] of caf&eacute;s… See <https://example.org/a> or ![a map](map.png) now.

Article 2
---------
The board meets.

1. One
1. Two *or* three
"""


@pytest.mark.parametrize(
    ("quote", "replacement", "old", "new"),
    [
        ("We plant trees", "We plant oaks", "** trees", "** oaks"),
        ("We plant trees", "We mow trees", "**plant**", "**mow**"),
        ("We plant trees", "We trees", "**plant** ", ""),
        ("every village and town", "every village and every town", "and\n", "and every\n"),
        ("every village and\r\ntown", "each village and town", "[every", "[each"),
        ("trees in every village", "oaks", "trees in [every village](https://example.org)", "oaks"),
        ('council\'s plan "Green 2030" says - always', "council's plan says", " “Green 2030” says – always", " says"),
        ("First item with code", "First thing with code", "item with", "thing with"),
        ("First item with code", "", "- First item with `code`\n", ""),
        ("• First item with code", "• First thing", "item with `code`", "thing"),
        ("cell one | cell two", "cell 1 | cell two", "**one**", "**1**"),
        ("cell one\tcell two", "cell one\tcell 2", "cell two", "cell 2"),
        ("| cell one | cell two |", "", "| cell **one** | cell two |\n", ""),
        ("Quoted words over two lines.", "Quoted words.", "words\n> over two lines.", "words."),
        ("> Quoted words over two lines.", "", "\n> Quoted words\n> over two lines.\n", ""),
        ("We mow all lawns. We mow all lawns.", "We mow lawns.", "*all* lawns. We mow *all* lawns.", "lawns."),
        ("Last & final: 5 * 6", "Last & final: 5 * 7", "6", "7"),
        ("Last &amp; final:", "Very last:", "Last &amp; final", "Very last"),
        ("a fine cooperation of cafés...", "a fine union of cafés...", "co\u00adoperation", "union"),
        ("fine cooperation1 of cafe\u0301s", "bad cooperation1 of cafe\u0301s", "ﬁne", "bad"),
        ("cooperation[1] of", "cooperation of", "[^1]", ""),
        ("See https://example.org/a or a map now.", "See a map now.", " <https://example.org/a> or", ""),
        ("or now", "and now", "a> or", "a> and"),
        ("or [afbeelding: a map] now", "or [afbeelding: a map] soon", "now.", "soon."),
        ("## Article 2", "## Article 3", "Article 2", "Article 3"),
        ("2. Two or three", "2. Two or four", "three", "four"),
        ("Two or three", "2. Two or four", "three", "four"),
        ("We plant trees", "We *like* trees", "**plant**", "*like*"),
        ("Parks", "# Gardens", "Parks", "Gardens"),
        ("We plant trees", "X trees", "We **plant**", "X"),
        ("mow all lawns. We", "mow 2\\*3 lawns. We", "*all* lawns. We", "*2\\*3* lawns. We"),
    ],
)
def test_only_the_words_that_differ_are_written(quote: str, replacement: str, old: str, new: str) -> None:
    """Links, emphasis, quotation signs and the text's own typography stay where they are."""
    after = apply(TEXT, replace_quote(TEXT, quote, replacement)[1])
    assert after == TEXT.replace(old, new, 1)
    assert after != TEXT


@pytest.mark.parametrize(
    ("quote", "replacement", "shown"),
    [
        ("plant trees", "plant - 1. trees", "We plant - 1. trees in every village"),
        ("in every", "in a_b * <b> & every", "We plant trees in a_b * <b> & every village"),
        ("cell one", "cell | one", "cell | one | cell two"),
        ("village and town", "village # town", "every village # town"),
    ],
)
def test_words_that_look_like_marks_are_shown_as_they_were_typed(quote: str, replacement: str, shown: str) -> None:
    """Who types words wants words."""
    after = apply(TEXT, replace_quote(TEXT, quote, replacement)[1])
    assert any(shown in said[0][1] for _, said in sayings(after))
    assert len(sayings(after)) == len(sayings(TEXT))


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("We plant trees", "We **plant** trees"),
        ("every village and town", "[every village](https://example.org) and\ntown"),
        ("village and", "village](https://example.org) and"),
        ("Quoted words over", "Quoted words\n> over"),
        ("• Second item", "- Second item"),
        ("5 * 6", "5 \\* 6"),
    ],
)
def test_the_source_of_a_passage_is_told_with_the_marks_that_are_its_own(quote: str, source: str) -> None:
    """That is what is kept of it."""
    assert TEXT[slice(*find_quote(TEXT, quote))] == source


def test_an_address_in_which_the_same_word_stands_is_not_read() -> None:
    """On the page the word stands once."""
    text = "We love [parks](https://parks.example) and trees.\n"
    assert find_quote(text, "parks") == (9, 14)


def test_what_is_written_is_looked_for_before_what_is_read() -> None:
    """Who quotes the source means that place, though another reads alike."""
    text = 'The "old" plan.\n\nThe “old” plan.\n'
    assert find_quote(text, 'The "old" plan') == (0, 14)
    with pytest.raises(QuoteAmbiguous):
        find_quote(text, "The ‘old’ plan".replace("‘", "«").replace("’", "»"))


def test_a_mark_is_not_torn_by_new_marks() -> None:
    """The link would begin inside other words than it ends in."""
    with pytest.raises(QuoteTorn) as refusal:
        replace_quote(TEXT, "village and town", "*hamlet* and town")
    assert refusal.value.paragraph == 2
    assert refusal.value.source == "village](https://example.org) and\ntown"
    with pytest.raises(QuoteTorn, match="village"):
        find_quote(TEXT, "village and town", whole=True)
    assert find_quote(TEXT, "every village and town", whole=True)


def test_words_taken_out_at_the_end_of_a_mark_leave_it_whole() -> None:
    """A blank before the closing sign would show the sign."""
    assert apply("We **plant green** trees.\n", replace_quote("We **plant green** trees.\n", "green", "")[1]) == "We **plant** trees.\n"
    assert apply("R&amp;D is &amp;.\n", replace_quote("R&amp;D is &amp;.\n", "is &", "was")[1]) == "R&amp;D was.\n"


@pytest.mark.parametrize(
    "quote", ["Article 2 The board", "Article 2\nThe board meets.", "Parks We plant trees", "First item with code Second item"]
)
def test_two_paragraphs_are_not_joined(quote: str) -> None:
    """A heading and the paragraph below it are two things to decide on."""
    with pytest.raises(QuoteNotFound, match="one of them at a time") as refusal:
        find_quote(TEXT, quote)
    assert refusal.value.across is not None
    assert refusal.value.across[1] == refusal.value.across[0] + 1


def test_the_nearest_passage_can_be_copied() -> None:
    """What is shown is found."""
    for quote, number, near in (
        ("We plant a tree in all villages", 2, "We plant trees in every village"),
        ("secnd itm", 4, "Second item"),
        ('the councils plan "Green 2030" said always', 2, "the council’s plan “Green 2030” says – always"),
    ):
        with pytest.raises(QuoteNotFound) as refusal:
            find_quote(TEXT, quote, version=7)
        assert (refusal.value.paragraph, refusal.value.nearest) == (number, near)
        assert "version 7" in str(refusal.value)
        assert near in str(refusal.value)
        find_quote(TEXT, near)
    with pytest.raises(QuoteNotFound) as refusal:
        find_quote(TEXT, "zebra crossings for mammoths")
    assert refusal.value.nearest is None


def test_all_places_are_told_where_there_are_several() -> None:
    """So that people see which words to add."""
    with pytest.raises(QuoteAmbiguous) as refusal:
        find_quote(TEXT, "We mow all lawns.")
    assert refusal.value.times == 2
    assert refusal.value.places == ((8, "We mow all lawns. We mow all lawns."),) * 2
    with pytest.raises(QuoteAmbiguous, match=r"paragraph 2: “We plant trees in every village and town, as.*and 7 more") as refusal:
        find_quote("\n".join([TEXT, *(f"\nvillage and {number}" for number in range(9))]), "village and")
    assert refusal.value.times == 10
    assert len(refusal.value.places) == 3
