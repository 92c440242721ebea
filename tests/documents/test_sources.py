"""The line of a quotation that says where it is from is a paragraph of its own, for all who read the text."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from plein.documents import paragraphs, places
from plein.documents.text.shown import leaves
from plein.publication.prose import render


@pytest.mark.parametrize("sign", ["— ", "–", "-- ", "—"])
def test_a_source_is_a_paragraph(sign: str) -> None:
    text = f"> Wonen is\n> een recht.\n> {sign}Jansen, 2020\n\nTot slot.\n"
    assert [text[one.start : one.end] for one in paragraphs(text)] == ["> Wonen is\n> een recht.", f"> {sign}Jansen, 2020", "Tot slot."]
    assert [leaf.written for leaf in leaves(text)] == [("Wonen is\neen recht.",), (f"{sign}Jansen, 2020",), ("Tot slot.",)]
    html = str(render(text, after=lambda number: Markup("")))
    assert f'<p id="p2">{sign}Jansen, 2020</p>' in html
    assert re.findall(r' id="p(\d)"', html) == ["1", "2", "3"]


@pytest.mark.parametrize(
    "text",
    [
        "Wij bouwen huizen\n-- en scholen.\n",
        "> Wij bouwen\n> – 3 huizen.\n",
        "> Wij bouwen -- en\n> verhuren.\n",
        "> Wij bouwen\n> --- veel.\n",
    ],
)
def test_what_only_looks_so_is_not(text: str) -> None:
    assert len(paragraphs(text)) == 1


@pytest.mark.parametrize("line", ["— van den Berg", "— [de wet](https://example.org)", "— *Trouw*, 2020"])
def test_a_source_may_begin_otherwise_behind_a_whole_sentence(line: str) -> None:
    assert len(paragraphs(f"> Wonen is een recht.\n> {line}\n")) == 2


def test_who_changes_it_suggests_that_alone() -> None:
    text = "> Wonen is een recht.\n> — Jansen, 2020\n"
    (place,) = places(text, text.replace("Jansen", "Pietersen"))
    assert (place.quote, place.paragraph) == ("> — Jansen, 2020", 2)
