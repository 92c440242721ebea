"""What a reader is shown of a Markdown text: its blocks and words without the signs that made them. What changed is not known here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from plein.documents.text.paragraphs import front_matter
from plein.documents.text.remembered import remembered

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_BLANKS = re.compile(r"[ \t\n]+")
_WORDS = {"text": "", "text_special": "", "softbreak": " "}

References = Mapping[str, Any]
"""Where the links that a text defines apart lead, by their names."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of what is shown: a block that begins or ends, words, or a mark around words.

    Attributes:
        says: What it is, compared with that of another text.
        first: The line of the text that its block begins on, from 0.
        last: The line behind its block.
        inline: Whether it stands inside a paragraph.
    """

    says: tuple[object, ...]
    first: int
    last: int
    inline: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """Where the blocks of a text begin that lie in no other, and where the links lead that it defines."""

    starts: tuple[int, ...]
    references: References


@remembered(4)
def outline(text: str) -> Outline:
    r"""The blocks of a text that lie in no other, without settings above it.

    Returns:
        The code point each begins at; the first holds all that stands before it.

    >>> outline("# Wonen\n\n- een\n- twee\n\nTot slot.\n").starts
    (0, 9, 23)
    """
    front = front_matter(text)
    env: dict[str, Any] = {}
    lines = [front]
    for line in text[front:].split("\n"):
        lines.append(lines[-1] + len(line) + 1)
    tops = [token.map[0] for token in _blocks(text[front:], env) if token.map and token.level == 0 and token.nesting >= 0]
    return Outline((front, *(lines[top] for top in tops[1:])), env.get("references", {}))


def shown(text: str, known: References, *, html: bool = True) -> tuple[tuple[Piece, ...], References]:
    r"""What a passage of whole blocks shows, in order, and the references it defines.

    Which sign a list, a rule, a heading or emphasis is written with, how far items stand apart, how lines are wrapped and cells padded,
    and what is escaped, is left out; what a program may rely on, as the address of a link or the first number of a list, is not.

    Args:
        text: The passage.
        known: The references of the whole text.
        html: Whether HTML in it is taken as such; pages show it as text.

    >>> [piece.says for piece in shown("# Wonen\n", {})[0]] == [piece.says for piece in shown("Wonen\n=====\n", {})[0]]
    True
    """
    env: dict[str, Any] = {}
    blocks = _blocks(text, env, html=html)
    defined = env.get("references", {})
    found = tuple(_pieces(blocks, {**defined, **known}, html=html))
    return found, {name: (to["href"], to["title"]) for name, to in defined.items()}


def _blocks(text: str, env: dict[str, Any], *, html: bool = True) -> list[Token]:
    parser, found = _parser(html), list[Any]()
    parser.block.parse(text, parser, env, found)
    return found


def _pieces(blocks: Sequence[Token], references: References, *, html: bool) -> Iterator[Piece]:
    parser = _parser(html)
    first = last = 0
    for token in blocks:
        if token.map:
            first, last = token.map
        if token.type == "inline":
            children = list[Any]()
            parser.inline.parse(token.content, parser, {"references": references}, children)
            for says in _inline(children):
                yield Piece(says, first, last, True)
        else:
            content = token.content if token.type in ("fence", "code_block") else token.content.rstrip("\n")
            info = token.info.strip() if token.type == "fence" else ""
            yield Piece((token.type, token.tag, info, content, *sorted(token.attrs.items())), first, last, False)


def _inline(children: Sequence[Token]) -> list[tuple[object, ...]]:
    """Words and marks; runs of blanks are one, as in a browser, and none at the beginning and end of a paragraph or a line."""
    found: list[tuple[object, ...]] = []
    words = ""
    for token in children:
        if token.type in _WORDS:
            words += token.content + _WORDS[token.type]
            continue
        found += [("text", _BLANKS.sub(" ", words))] if words else []
        words = ""
        inner = _inline(token.children or ()) if token.type == "image" else ()
        content = token.content if token.type in ("code_inline", "html_inline") else ""
        found.append((token.type, token.tag, content, *inner, *sorted(token.attrs.items())))
    return [*found, ("text", _BLANKS.sub(" ", words).rstrip(" "))] if words.strip(" ") else found


@cache
def _parser(html: bool) -> MarkdownIt:
    """As the pages read a text. Loaded on first use, because it takes fifty milliseconds."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": html, "maxNesting": 60}).enable(["table", "strikethrough"])
