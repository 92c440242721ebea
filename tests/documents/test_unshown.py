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
from tests.tiers import spread

WRITTEN = {
    "lost-note": "[^the bureau]: Jansen",
    "missing-note": "Rents rise.[^1]",
    "second-note": "Rents rise.[^1]\n\n[^1]: Jansen\n[^1]: Pietersen",
    "unused-note": "[^1]: Jansen",
    "dead-link": "See [the\nrents](#rents).",
    "address": "Call [us](tel:0201234567).",
    "html": "A <b>bold</b> word.",
    "formula": "$$ a + b $$",
    "box": "::: note",
    "image": "![a house](house.png)",
}
"""One of each kind."""
LATER = {"second-note": 3}
"""So many lines below the first the kind stands."""


@pytest.mark.parametrize("kind", WRITTEN)
@pytest.mark.parametrize("above", ["", "# Homes\n\nWe build.\n\n", "---\ntitle: Homes\n---\n"])
def test_each_kind_is_told_with_its_line(kind: str, above: str) -> None:
    text = f"{above}{WRITTEN[kind]}\n"
    line = above.count("\n") + 1 + LATER.get(kind, 0)
    assert [(one.kind, one.lines) for one in unshown(text)] == [(kind, (line,))]


@pytest.mark.parametrize("kind", WRITTEN)
def test_none_of_it_is_on_the_page_as_it_was_meant(kind: str) -> None:
    """What is told is true: on the page stand the signs themselves, or nothing, or a link."""
    page = str(render(WRITTEN[kind] + "\n", after=lambda number: Markup("")))
    signs = {
        "lost-note": "",
        "missing-note": "[^1]",
        "second-note": '<span class="nth">2.</span> Pietersen</p>',
        "unused-note": '<span class="nth">1.</span> Jansen</p>',
        "dead-link": "rents (#rents).",
        "address": "us (tel:0201234567).",
        "html": "&lt;b&gt;",
        "formula": "$$",
        "box": ":::",
        "image": "image",
    }
    assert signs[kind] in page
    assert not any(tag in page for tag in ("<b>", "<img"))
    assert "href=" not in page or kind in ("image", "second-note")
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
        "Rents[^1] and prices[^b].\n\n[^1]: Jansen\n[^b]: Pietersen\n\n    More of it.\n",
        "Rents.^[Jansen 2020.]\n",
        "\\[^1] is a sign, not a footnote.\n",
        "Rent\n: what one pays\n\n- [ ] ask\n- [x] done\n\nH~2~O and m^2^\n\n*[HTML]: a language\n",
        "## Rents {#dear}\n\n## Rents of homes\n\nSee [one](#dear), [two](#rents-of-homes) and [three][3].\n\n[3]: #dear\n",
        "Mail [us](mailto:us@example.org).\n",
        "A row | of a table\n---|---\n1 | 2\n",
        "\\![no image](https://example.org)\n",
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


PIECES = ("[^", "![", "](#", "<a ", "~x", "^x", "a ``", "*[", "# a {#", "\n: ", "a\n: b\n", "[^a]: b\n", "[a](#b) ", "*[a]: b\n")


@pytest.mark.parametrize("piece", spread(PIECES, ("[^", "](#", "*[a]: b\n")))
def test_hostile_texts_are_looked_through_quickly(piece: str) -> None:
    """As much work as there is text: a text of ten times the length is no affair of minutes."""
    unshown(piece * 30_000)
