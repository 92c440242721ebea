"""What a text is made of besides paragraphs, on its page: notes and their way back, links, tasks, definitions, what is set low or high."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from plein.documents import paragraphs
from plein.publication.prose import Words, render
from tests.publication.reading import Page
from tests.tiers import spread


def shown(text: str) -> str:
    return str(render(text, after=lambda number: Markup("")))


def words(html: str) -> str:
    """What is read aloud, without the words for those who cannot see."""
    return " ".join(re.sub(r"<[^>]*>", "", re.sub(r'<span class="vh">.*?</span>', "", html)).split())


def test_a_note_has_a_number_and_a_way_back() -> None:
    page = Page(shown("Rents[^rent] fall; prices[^p] too, and rents[^rent].\n\n[^p]: Pietersen.\n[^rent]: Jansen\n"))
    assert page.wrong == []
    ways = {one for one in page.links if one.startswith("#")}
    assert ways == {"#note-1", "#note-2", "#ref-1", "#ref-1-2", "#ref-2"}
    assert ways <= {f"#{one}" for one in page.ids}
    assert words(shown("Rents[^rent] fall; prices[^p] too.\n\n[^p]: Pietersen.\n[^rent]: Jansen\n")) == (
        "Rents1 fall; prices2 too. 2. Pietersen. ↩︎ 1. Jansen ↩︎"
    )


def test_every_note_is_on_the_page_where_it_stands() -> None:
    """Also one of a single word, one that nothing refers to, the second of a name, one without words, one of code."""
    text = "Rents[^1].\n\n[^1]: Jansen\n[^1]: Again\n[^9]: Lonely\n\n[^8]:\n    ```\n    code\n    ```\n\nThe end.\n\n[^7]:\n"
    html = shown(text)
    assert words(html) == "Rents1. 1. Jansen ↩︎ 2. Again 3. Lonely 4. code The end. 5."
    assert Page(html).wrong == []


def test_a_note_of_two_paragraphs_leads_back_from_its_last_one() -> None:
    text = "Rents[^1].\n\n[^1]: One.\n\n    Two.\n"
    assert words(shown(text)) == "Rents1. 1. One. Two. ↩︎"
    assert [one.kind for one in paragraphs(text)] == ["paragraph", "note", "paragraph"]


def test_a_note_inside_a_sentence_stands_at_the_end() -> None:
    assert words(shown("Rents^[Jansen *2020*.] fall[^1].\n\n[^1]: Pietersen\n\nThe end.\n")) == (
        "Rents1 fall2. 2. Pietersen ↩︎ The end. 1. Jansen 2020. ↩︎"
    )
    assert "<em>2020</em>" in shown("Rents^[Jansen *2020*.] fall.\n")


def test_a_reference_to_no_note_is_shown_as_it_is_typed() -> None:
    assert words(shown("Rents[^2] fall[^1].\n\n[^1]: Jansen\n")) == "Rents[^2] fall1. 1. Jansen ↩︎"


def test_the_page_says_so_in_its_own_language() -> None:
    html = str(
        render(
            "Huur[^1].\n\n- [x] klaar\n\n[^1]: Jansen\n",
            after=lambda number: Markup(""),
            words=Words(note="voetnoot", back="terug naar de tekst", ticked="afgevinkt"),
        )
    )
    assert '<span class="vh">voetnoot </span>1' in html
    assert '<span class="vh">terug naar de tekst</span>' in html
    assert 'aria-label="afgevinkt"' in html


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("[there](#rents-of-homes)", "#h-rents-of-homes"),
        ("[there](#Rents-of-Homes)", "#h-rents-of-homes"),
        ("[there](#dear)", "#h-dear"),
        ("[there](#prices)", "#h-prices"),
        ("[there](#prices-1)", "#h-prices-1"),
        ("[there](#p%C3%A9age)", "#h-péage"),
        ("[there][ref]", "#h-dear"),
    ],
)
def test_a_link_leads_to_a_heading_of_the_text(link: str, leads: str) -> None:
    headings = "## Rents of homes\n\n# Prices\n\nPrices\n------\n\n### Dear *homes* {#dear}\n\n> ## Péage[^1]\n\n"
    text = f"See {link}.\n\n{headings}[ref]: #dear\n[^1]: x\n"
    page = Page(shown(text))
    assert page.links[0] == leads
    assert leads[1:] in page.ids
    assert "{#" not in page.text


def test_a_heading_of_signs_alone_is_led_to_by_nothing() -> None:
    """Its words give it no name, and an empty address is none."""
    page = Page(shown("See [top](#).\n\n## !!!\n\n## 🌳 Économie[^1] & `code`\n\n[so](#-Économie--code)\n\n[^1]: x\n"))
    assert [one for one in page.links if one.startswith("#h-")] == ["#h--économie--code"]
    assert "h-" not in page.ids


def test_a_list_in_a_note_ends_with_it() -> None:
    """And one note is referred to from a heading, a table, a term and a note."""
    text = "# A[^1]\n\n| b[^1] | c |\n|---|---|\n\nd[^1]\n: e[^2]\n\n[^1]: Long\nthat spans.\n[^2]: * one\n      * two[^1]\n* outside\n"
    page = Page(shown(text))
    assert page.wrong == []
    assert {one for one in page.links if one.startswith("#ref-1")} == {"#ref-1", "#ref-1-2", "#ref-1-3", "#ref-1-4"}
    assert len(set(page.ids)) == len(page.ids)
    assert words(shown(text)).endswith("2. one two1 ↩︎ outside")


@pytest.mark.parametrize("text", ["van 4~6 en 1~2", "r^2 = x^2 + y^2", "~100 en ~200"])
def test_ranges_and_formulas_with_blanks_are_words(text: str) -> None:
    assert words(shown(f"{text}\n")) == text
    assert "<su" not in shown(f"{text}\n")


@pytest.mark.parametrize(
    "address", ["#nowhere", "#p1", "#note-1", "tel:0201234567", "other.md", "/a", "//example.org", "ftp://example.org", "mailto:"]
)
def test_a_link_to_anywhere_else_shows_its_address(address: str) -> None:
    html = shown(f"See [there]({address}) now.\n")
    assert Page(html).links == []
    assert words(html) == f"See there ({address}) now."


def test_a_link_cannot_be_taken_for_the_page_s_own() -> None:
    """A heading called as a paragraph's anchor is not that anchor."""
    page = Page(shown("# p2 {#main}\n\nSee [one](#main).\n\n# Note-1\n"))
    assert page.links == ["#h-main"]
    assert sorted(page.ids) == ["h-main", "h-note-1", "p1", "p2", "p3"]


def test_tasks_have_boxes_and_say_which_are_ticked() -> None:
    html = shown("- [ ] ask\n- [x] build\n- [X]\n  pay\n- [y] rest\n- [link](https://example.org)\n")
    assert re.findall(r'<span class="task( done)?" role="img" aria-label="([^"]*)"></span>', html) == [
        ("", "not ticked"),
        (" done", "ticked"),
        (" done", "ticked"),
    ]
    assert words(html) == "ask build pay [y] rest link"


def test_words_and_what_they_mean() -> None:
    html = shown("Rent\n: what one *pays*\n: each month\n\nHome\n\n: where one lives\n\n  and sleeps\n")
    assert re.sub(r' id="p\d+"', "", html).replace("\n", "") == (
        "<dl><dt>Rent</dt><dd><p>what one <em>pays</em></p></dd><dd><p>each month</p></dd>"
        "<dt>Home</dt><dd><p>where one lives</p><p>and sleeps</p></dd></dl>"
    )


def test_a_tilde_means_about() -> None:
    assert "<dl>" not in shown("Wij bouwen\n~ 500 huizen.\n")
    assert words(shown("Huur\n: wat men betaalt\n~ 500 euro\n")) == "Huur wat men betaalt ~ 500 euro"


def test_abbreviations_are_told_wherever_they_stand() -> None:
    html = shown("VAT, VATs and *VAT* at `VAT`.\n\n*[VAT]: value <added> tax\n")
    assert html.count('<abbr title="value &lt;added&gt; tax">VAT</abbr>') == 2
    assert "<dfn>VAT</dfn>: value &lt;added&gt; tax" in html
    assert "VATs" in html
    assert "<code>VAT</code>" in html


def test_low_and_high() -> None:
    assert shown("H~2~O, m^2^, 5 ~ 6 and ~~gone~~.\n") == ('<p id="p1">H<sub>2</sub>O, m<sup>2</sup>, 5 ~ 6 and <s>gone</s>.</p>\n')


def test_a_name_given_twice_leads_to_the_first() -> None:
    page = Page(shown("# A {#rents}\n\n# B {#rents}\n\n# Rents\n\n[x](#rents) [y](#rents-1)\n"))
    assert [one for one in page.ids if one.startswith("h-")] == ["h-rents", "h-rents-1"]
    assert page.wrong == []


def test_a_note_inside_a_link_leads_nowhere_else() -> None:
    html = shown("[x ^[note] y](https://example.org/a)\n")
    assert words(html) == "x 1 y 1. note ↩︎"
    assert Page(html).wrong == []
    assert html.count("<a ") == 2


PIECES = ("# a\n\n", "# \n\n", "- [ ] a\n", "a\n===\n", "[^1]", "*[A]: b\n", "a[^1]\n: b\n")


@pytest.mark.parametrize("piece", spread(PIECES, ("# a\n\n", "[^1]")))
def test_a_long_page_is_made_quickly(piece: str) -> None:
    """As much work as there is text; where a library counted from one each time, it was minutes."""
    render(piece * 5_000 + "\n[^1]: x\n", after=lambda number: Markup(""))


def test_a_name_that_was_given_is_no_other_heading_s() -> None:
    """Also where that stands before it, and its words would give it the same."""
    page = Page(shown("# Rents\n\n# Homes {#rents}\n\n[x](#rents)\n"))
    assert [one for one in page.ids if one.startswith("h-")] == ["h-rents-1", "h-rents"]


def test_a_note_in_the_words_of_an_image_has_no_way_back() -> None:
    """What an image says is shown as it is typed, so that nothing stands there to lead back to."""
    page = Page(shown("![a ^[note] b](https://example.org/a)\n"))
    assert [one for one in page.links if one.startswith("#")] == []
    assert "note" in page.text
