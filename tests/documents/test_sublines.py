"""Sub-numbers and articles are paragraphs of their own, where no doubt is left; everywhere, in one way."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from plein.documents import paragraphs, places
from plein.documents.text.shown import leaves
from plein.publication.prose import render
from tests.laws import looks

STATUTES = """Artikel 1 Naam
1.1 De vereniging heet Overwaard en is
gevestigd in de stad.
1.2 Zij kan:
a. huizen kopen;
b. huizen huren:
   i. lang;
   ii. kort.
1.3 Zij is er voor leden.
Artikel 2 Leden
1. Lid is wie:
a) betaalt;
b) woont.
2. Wie stopt.
"""


def told(text: str) -> list[str]:
    return [" ".join(text[one.start : one.end].split()) for one in paragraphs(text)]


def test_an_article_and_its_sub_numbers_are_paragraphs() -> None:
    assert told(STATUTES) == [
        "Artikel 1 Naam",
        "1.1 De vereniging heet Overwaard en is gevestigd in de stad.",
        "1.2 Zij kan:",
        "a. huizen kopen;",
        "b. huizen huren:",
        "i. lang;",
        "ii. kort.",
        "1.3 Zij is er voor leden.",
        "Artikel 2 Leden",
        "1. Lid is wie:",
        "a) betaalt;",
        "b) woont.",
        "2. Wie stopt.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Het kost\n1.1 miljoen euro.\n",
        "Het begint om\na. m. negen.\n",
        "Het kost 1.0 miljoen, en later\n1.1 miljoen euro.\n",
        "Wij gaan.\nArtikel 7 van de wet zegt dat.\nArtikel 8 ook.\n",
        "Wie woont, volgens\nartikel 2 ook.\n",
        "Wij kozen plan b. Dat is\nc. later gebleken.\n",
        "Het jaar was\n2025. Wij bouwden.\n",
        "a. een\nc. drie\n",
        "Zoals koning Willem\ni. dat deed.\n",
    ],
)
def test_what_only_looks_so_stays_in_its_paragraph(text: str) -> None:
    """A line that was wrapped before a number, a letter or an article is a line like any other."""
    assert len(paragraphs(text)) == 1


def test_each_is_suggested_on_by_itself() -> None:
    changed = STATUTES.replace("huizen kopen", "huizen bouwen").replace("lang;", "heel lang;").replace("Wie stopt", "Wie weggaat")
    assert [one.quote for one in places(STATUTES, changed)] == ["a. huizen kopen;", "   i. lang;", "2. Wie stopt."]


NUMBERED = ["a. een", "b. twee", "c. drie", "i. vier", "ii. vijf", "1.1 zes", "1.2 zeven", "1. acht", "2. negen", "Artikel 1", "Artikel 2"]
LINES = [*NUMBERED, "zo:", "en dan", "", "   a. in", "> b", "> — Piet", "- x"]


@looks(300)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=14))
def test_all_readers_find_the_same_paragraphs(lines: list[str]) -> None:
    text = "\n".join(lines).strip("\n") + "\n"
    found = paragraphs(text)
    assert [text.count("\n", 0, leaf.start) for leaf in leaves(text)] == [text.count("\n", 0, one.start) for one in found]
    html = str(render(text, after=lambda number: Markup("")))
    assert re.findall(r' id="p(\d+)"', html) == [str(one.number) for one in found]


@looks(300)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=14), st.sampled_from(["# Kop", "Voor dit alles."]))
def test_what_stands_above_a_blank_line_makes_no_difference(lines: list[str], above: str) -> None:
    text = "\n".join(lines).strip("\n") + "\n"
    assert told(f"{above}\n\n{text}")[1:] == told(text)
