"""The Markdown that policy texts are written in: what is a block, a mark, a note. Read in one way by all who read a text.

It is CommonMark with tables, struck words, footnotes (``[^1]`` and ``[^1]: Jansen 2020.``, or ``^[Jansen 2020.]``), lists of definitions
(``: what it means`` under a word), abbreviations (``*[VAT]: value added tax``), what is set low or high (``H~2~O``, ``m^2^``) and headings
that links lead to (``[rent](#rent)``), by their words or by a name (``## Rent {#rent}``). The line of a quotation that says where it is from
(``> — Jansen, 2020``) is a paragraph of its own, and so are sub-numbers and articles under each other (see ``sublines``).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from plein.documents.text.block_rules import abbreviations, definitions, lines_apart, names_of_headings, sources
from plein.documents.text.inline_rules import note_reference, placing

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

LONGEST = 1_000_000
"""Code points; a longer text is shown as plain paragraphs, because wide tables cost seconds to read."""

_DEEPEST = 60
"""Blocks and marks in each other beyond this are words."""


@cache
def parser(*, html: bool = False) -> MarkdownIt:
    r"""Who reads a text, or a passage: what refers to a note is taken for that wherever the note is. Loaded on first use, because it takes
    fifty milliseconds.

    Args:
        html: Whether HTML in it is taken as such; pages show it as text.

    >>> [token.type for token in parser().parse("Rents fall.[^1]\n")[1].children]
    ['text', 'footnote_ref']
    """
    return _made(html=html)


@cache
def page_parser() -> MarkdownIt:
    r"""Who reads a whole text for a page: what refers to a note that is nowhere is shown as it is typed.

    >>> [token.type for token in page_parser().parse("Rents fall.[^1]\n")[1].children]
    ['text']
    """
    return _made(any_note=False)


@cache
def block_parser() -> MarkdownIt:
    r"""Who reads the blocks alone, and leaves the words in them.

    >>> [token.type for token in block_parser().parse("[^1]: Jansen\n") if token.nesting > 0]
    ['footnote_reference_open', 'paragraph_open']
    """
    found = _made(html=True)
    found.core.ruler.enableOnly(["normalize", "block"])
    return found


@cache
def placing_parser() -> MarkdownIt:
    """Who reads words, and says of what is written otherwise than it is shown where that is (``meta["placed"]``, code points of the words)."""
    from markdown_it import rules_inline
    from mdit_py_plugins.footnote.index import footnote_inline

    found = _made()
    for name, rule in (
        ("backticks", rules_inline.backtick),
        ("link", rules_inline.link),
        ("image", rules_inline.image),
        ("autolink", rules_inline.autolink),
        ("footnote_inline", footnote_inline),
        ("footnote_ref", note_reference(any_note=True)),
    ):
        found.inline.ruler.at(name, placing(rule))
    return found


def _made(*, html: bool = False, any_note: bool = True) -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.subscript import sub_plugin
    from mdit_py_plugins.superscript import superscript_plugin

    made = MarkdownIt("commonmark", {"html": html, "maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    footnote_plugin(made, move_to_end=False)
    made.inline.ruler.at("footnote_ref", note_reference(any_note=any_note))
    definitions(made)
    sub_plugin(made)
    superscript_plugin(made)
    names_of_headings(made)
    abbreviations(made)
    sources(made)
    lines_apart(made)
    return made
