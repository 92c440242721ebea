"""The text of a version: every paragraph can be pointed at, and only the web can be reached from it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from plein.documents import canonical, paragraphs
from plein.documents.text.markdown import LONGEST
from plein.errors import BrokenText
from plein.publication.prose import Words, render
from tests.laws import looks
from tests.publication.reading import Page

_NUMBER = re.compile(r"p\d+")


def _after(number: int) -> Markup:
    return Markup(' <a class="n" href="#p{0}">{0}</a>').format(number)


TEXTS = (
    "# One\n\ntwo\n\n- three\n- four\n\n  five\n- \n\n1. six\n   - seven\n",
    "| a | b |\n|---|--:|\n| c | d |\n",
    "> quoted\n> - item\n\n```py\ncode\n```\n\n    more code\n\n***\n",
    "---\ntitle: x\n---\n\n# One\n\n[ref]: https://example.org\n\nsee [ref]\n",
    "<section>\n<h2>Visie</h2>\n\ntext\n<div>\nmore\n</div>\n\n<script>\n\nalert(1)\n\n</script>\n",
    "[a]: /b\n",
    "- - - x\n",
    "Rent[^1] falls[^b].\n\n[^1]: One\n[^b]: Two\n\n    more\n\n[^c]:\n    ```\n    code\n    ```\n\n> [^d]: quoted\n",
    "Rent\n: what one pays\n: for a home\n\nBuying\n\n: - a\n  - b\n",
    "## P1 {#p1}\n\n- [ ] one\n- [x]\n  two\n",
    "Title\n=====\n\ntext\\\nmore  \nmore\n",
)


@pytest.mark.parametrize("text", TEXTS)
def test_every_paragraph_has_its_anchor_once(text: str) -> None:
    """A suggestion on paragraph 12 leads to paragraph 12."""
    page = Page(str(render(text, after=_after)))
    assert page.wrong == []
    assert len(set(page.ids)) == len(page.ids)
    assert sorted(one for one in page.ids if _NUMBER.fullmatch(one)) == sorted(f"p{one.number}" for one in paragraphs(text))


@looks(300)
@given(
    st.lists(
        st.sampled_from(
            [
                "# ",
                "-",
                ">",
                "1. ",
                "  ",
                "    ",
                "a",
                "b",
                "\n",
                "\n\n",
                "---",
                "`",
                "```",
                "*",
                "**",
                "[x](y)",
                "<div>",
                "=",
                "\t",
                "|",
                "|-|-|\n",
                "[^a]",
                "[^a]: ",
                "^[",
                "]",
                ": ",
                "~",
                "^",
                "[ ] ",
                "{#a}",
            ]
        ),
        max_size=30,
    )
)
def test_every_paragraph_of_any_text_has_its_anchor_once(parts: list[str]) -> None:
    """Also of those that nobody would write on purpose."""
    try:
        text = canonical("".join(parts))
    except BrokenText:
        return
    page = Page(str(render(text, after=_after)))
    assert page.wrong == []
    assert len(set(page.ids)) == len(page.ids)
    assert sorted(one for one in page.ids if _NUMBER.fullmatch(one)) == sorted(f"p{one.number}" for one in paragraphs(text))


def test_images_are_links() -> None:
    """An image from elsewhere tells that place who reads here."""
    html = str(render("![the plan](https://example.org/p.png)\n", after=lambda number: Markup(""), words=Words(image="afbeelding")))
    assert html == '<p id="p1"><a href="https://example.org/p.png" rel="noopener nofollow">[afbeelding: the plan]</a></p>\n'


def test_a_text_beyond_measure_is_shown_plain() -> None:
    """Wide tables cost seconds; the words are there all the same."""
    text = "word " * (LONGEST // 5) + "\n\n# end\n"
    html = str(render(text, after=_after))
    assert '<div class="plain" id="p2"># end' in html
