"""What the pages do not show as it was meant is told by line; what they do show, and code, is not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from plein.documents import unshown
from plein.publication.prose import render
from tests.laws import looks

WRITTEN = {
    "note": "Rents rise.[^1]",
    "lost-note": "[^b]: Jansen",
    "html": "A <b>bold</b> word.",
    "definition": "Rent\n: what one pays",
    "task": "- [ ] ask the council",
    "script": "H~2~O",
    "abbreviation": "*[HTML]: a language",
    "formula": "$$ a + b $$",
    "anchor": "## Rents {#rents}",
    "inner-link": "See [rents](#rents).",
    "box": "::: note",
    "image": "![a house](house.png)",
}
"""One of each kind; the definition has its colon on the second line."""


@pytest.mark.parametrize("kind", WRITTEN)
@pytest.mark.parametrize("above", ["", "# Homes\n\nWe build.\n\n", "---\ntitle: Homes\n---\n"])
def test_each_kind_is_told_with_its_line(kind: str, above: str) -> None:
    text = f"{above}{WRITTEN[kind]}\n"
    line = above.count("\n") + 1 + (kind == "definition")
    assert [(one.kind, one.lines) for one in unshown(text)] == [(kind, (line,))]


@pytest.mark.parametrize("kind", WRITTEN)
def test_none_of_it_is_on_the_page_as_it_was_meant(kind: str) -> None:
    """What is told is true: on the page stand the signs themselves, or nothing, or a link."""
    page = str(render(WRITTEN[kind] + "\n", after=lambda number: Markup("")))
    signs = {"lost-note": "", "image": "image", "inner-link": "See rents.", "html": "&lt;b&gt;", "formula": "$$", "box": ":::"}
    assert signs.get(kind, WRITTEN[kind].split("\n")[-1].split()[-1].lstrip("#")) in page
    assert not any(tag in page for tag in ("<sub", "<sup", "<dl", "<input", "<b>", "<img", "<abbr", "href=")) or kind == "image"
    if kind == "lost-note":
        assert "Jansen" not in page


@pytest.mark.parametrize(
    "text",
    [
        "```\n[^1] <b> H~2~O\n```\n",
        "    [^1] <b>\n",
        "A `<b>` and `` [^1] `` word.\n",
        "A word ~~gone~~, 5 ~ 6 ~ 7, a < b, a ^ b ^ c.\n",
        "It costs $5 or $6.\n",
        "See <https://example.org> and [there](https://example.org/#rents).\n",
        "- [not a task](https://example.org)\n",
        "Note: this is no definition.\n",
        "A row | of a table\n---|---\n1 | 2\n",
        "\\![no image](x)\n",
        "",
    ],
)
def test_what_shows_as_it_was_meant_is_not_told(text: str) -> None:
    assert unshown(text) == ()


@looks(200)
@given(st.text(alphabet="[]^~:!#(){}<>b$*-` \n1x", max_size=200))
def test_every_line_is_one_of_the_text_once_and_in_order(text: str) -> None:
    for one in unshown(text):
        assert one.lines
        assert all(1 <= line <= text.count("\n") + 1 for line in one.lines)
        assert all(a < b for a, b in pairwise(one.lines))


@pytest.mark.parametrize("piece", ["[^", "![", "](#", "<a ", "~x", "^x", "a ``", "*[", "# a {#", "\n: ", "a\n: b\n"])
def test_hostile_texts_are_looked_through_quickly(piece: str) -> None:
    """As much work as there is text: a text of ten times the length is no affair of minutes."""
    unshown(piece * 30_000)
