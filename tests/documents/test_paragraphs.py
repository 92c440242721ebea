"""The units people point at."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plein.documents import paragraph_at, paragraphs
from tests.laws import looks

from .strategies import texts, wild_texts

PAGE = """---
title: Wonen
---

# Wonen

Wij bouwen
in de wijk.

- huren
  - sociaal

  en vrij
- kopen

1. een
2. twee

| a | b |
|---|---|
| 1 | 2 |

```
code

meer
```

***

> aangehaald

[plan]: https://voorbeeld.nl

<div>
html
</div>

Onderstreept
============
"""


@looks(300)
@given(st.one_of(texts(), wild_texts()))
@example("- - a\n- \n\n      code\n")
@example("| a |\n|---|\n")
@example("---\na: b\n---\n")
@example("> " * 80 + "diep\n")
def test_paragraphs_hold_everything_that_is_not_blank(text: str) -> None:
    """What belongs to no paragraph could not be pointed at."""
    found = paragraphs(text)
    at = 0
    for number, paragraph in enumerate(found, 1):
        assert paragraph.number == number
        assert at <= paragraph.start < paragraph.end <= len(text)
        assert not text[at : paragraph.start].strip()
        assert text[paragraph.start : paragraph.end].strip()
        assert paragraph.start == 0 or text[paragraph.start - 1] == "\n"
        assert text[paragraph.end : paragraph.end + 1] in ("\n", "")
        at = paragraph.end
    assert not text[at:].strip()


def test_every_kind_of_block_is_known() -> None:
    """A list item and a table row are decided by themselves, a block of code as a whole."""
    assert [(p.kind, PAGE[p.start : p.end]) for p in paragraphs(PAGE)] == [
        ("front-matter", "---\ntitle: Wonen\n---"),
        ("heading", "# Wonen"),
        ("paragraph", "Wij bouwen\nin de wijk."),
        ("list-item", "- huren"),
        ("list-item", "  - sociaal"),
        ("paragraph", "  en vrij"),
        ("list-item", "- kopen"),
        ("list-item", "1. een"),
        ("list-item", "2. twee"),
        ("table-row", "| a | b |\n|---|---|"),
        ("table-row", "| 1 | 2 |"),
        ("code", "```\ncode\n\nmeer\n```"),
        ("rule", "***"),
        ("paragraph", "> aangehaald"),
        ("other", "[plan]: https://voorbeeld.nl"),
        ("html", "<div>\nhtml\n</div>"),
        ("heading", "Onderstreept\n============"),
    ]


@given(texts(), st.integers(0, 400))
def test_every_place_has_a_paragraph(text: str, offset: int) -> None:
    """A collision anywhere can be shown with a number."""
    found = paragraphs(text)
    at = paragraph_at(found, offset)
    assert (at is None) == (not found)
    assert not at or at.start <= offset or at.number == 1


@pytest.mark.parametrize(("offset", "number"), [(0, 1), (4, 1), (5, 1), (6, 2), (9, 2), (99, 2)])
def test_between_two_paragraphs_counts_the_one_before(offset: int, number: int) -> None:
    """What is added there comes after it."""
    found = paragraphs("een.\n\ntwee.\n")
    assert getattr(paragraph_at(found, offset), "number", None) == number


def test_the_same_text_is_parsed_once() -> None:
    """A page asks for it many times."""
    assert paragraphs(PAGE) is paragraphs(PAGE)
