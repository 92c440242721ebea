"""What a reader is shown of a Markdown text: its blocks and words without the signs that made them. What changed is not known here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from plein.documents.text.paragraphs import front_matter
from plein.documents.text.remembered import remembered

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    Rule = Callable[[StateInline, bool], bool]

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


@dataclass(frozen=True, slots=True)
class Leaf:
    """A block that holds words, as the pages read it, and where it is written.

    Attributes:
        kind: ``paragraph``, ``heading``, ``row`` (of a table) or ``code``.
        start: First code point of its first line, from 0.
        end: The code point after its last line.
        written: Its words with their marks, without the signs its lines begin with; of a row one for each cell.
        markup: The signs that make it a heading or code.
        sign: ``-`` for the first words of an item with a bullet, ``3.`` for those of one with a number, as it is shown; else empty.
        references: Where the links lead that the text defines apart.
    """

    kind: str
    start: int
    end: int
    written: tuple[str, ...]
    markup: str
    sign: str
    references: References


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the words of a block: a run of them, a mark that begins or ends.

    Attributes:
        kind: As markdown-it calls it: ``text``, ``text_special`` (escaped, or an entity), ``softbreak``, ``strong_open`` …
        content: What is shown.
        markup: The signs it is written with, where they are kept.
        start: Of a link, an image and code: where it is written, in code points of the words, from 0; else -1.
        end: The code point after it; -1 where *start* is.
        inside: What an image says.
    """

    kind: str
    content: str
    markup: str
    start: int = -1
    end: int = -1
    inside: tuple[Part, ...] = ()


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


@remembered(8)
def leaves(text: str) -> tuple[Leaf, ...]:
    r"""The blocks of a text that hold words, in order, without settings above it. HTML is words here, as on the pages.

    >>> [(leaf.kind, leaf.sign, leaf.written) for leaf in leaves("# Wonen\n\n2. een\n   twee\n")]
    [('heading', '', ('Wonen',)), ('paragraph', '2.', ('een\ntwee',))]
    """
    front = front_matter(text)
    env: dict[str, Any] = {}
    blocks = _blocks(text[front:], env, html=False)
    lines = [front]
    for line in text[front:].split("\n"):
        lines.append(lines[-1] + len(line) + 1)
    return tuple(_leaves(blocks, lines, env.get("references", {})))


def parts(written: str, references: References) -> tuple[Part, ...]:
    """What the words of a block are made of, in order.

    >>> [(part.kind, part.content) for part in parts("Wij *bouwen*", {})]
    [('text', 'Wij '), ('em_open', ''), ('text', 'bouwen'), ('em_close', '')]
    """
    parser, found = _placing_parser(), list[Any]()
    parser.inline.parse(written, parser, {"references": references}, found)
    return _parts(found)


def _leaves(blocks: Sequence[Token], lines: Sequence[int], references: References) -> Iterator[Leaf]:
    kind = markup = sign = ""
    numbers: list[int | None] = []
    cells: list[str] | None = None
    for token in blocks:
        first, last = (lines[token.map[0]], lines[token.map[1]] - 1) if token.map else (0, 0)
        if token.type in ("bullet_list_open", "ordered_list_open"):
            numbers.append(int(token.attrs.get("start", 1)) if token.type[0] == "o" else None)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            numbers.pop()
        elif token.type == "list_item_open":
            number = numbers[-1]
            sign = "-" if number is None else f"{number}."
            numbers[-1] = None if number is None else number + 1
        elif token.type == "tr_open":
            cells = []
        elif token.type in ("heading_open", "paragraph_open"):
            kind, markup = token.type.removesuffix("_open"), token.markup
        elif token.type == "inline" and cells is not None:
            cells.append(token.content)
        elif token.type == "inline":
            yield Leaf(kind, first, last, (token.content,), markup, sign, references)
            sign = ""
        elif token.type in ("fence", "code_block"):
            yield Leaf("code", first, last, (token.content,), token.markup, sign, references)
            sign = ""
        if token.type == "tr_open":
            row = first, last
        elif token.type == "tr_close" and cells is not None:
            yield Leaf("row", *row, tuple(cells), "", sign, references)
            cells, sign = None, ""


def _parts(tokens: Sequence[Token]) -> tuple[Part, ...]:
    found: list[Part] = []
    for token in tokens:
        start, end = token.meta.get("placed", (-1, -1))
        found.append(Part(token.type, token.content, token.markup, start, end, _parts(token.children or ())))
    return tuple(found)


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


@cache
def _placing_parser() -> MarkdownIt:
    """As the pages read words, and it says where it found what is written otherwise than it is shown."""
    from markdown_it import MarkdownIt, rules_inline

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 60}).enable(["table", "strikethrough"])
    for name, rule in (
        ("backticks", rules_inline.backtick),
        ("link", rules_inline.link),
        ("image", rules_inline.image),
        ("autolink", rules_inline.autolink),
    ):
        parser.inline.ruler.at(name, _placing(rule))
    return parser


def _placing(rule: Rule) -> Rule:
    """A rule that notes where what it found is written."""

    def placing(state: StateInline, silent: bool) -> bool:
        start, known = state.pos, len(state.tokens)
        found = rule(state, silent)
        if found and not silent:
            made = next((token for token in state.tokens[known:] if token.type != "text"), None)
            if made is not None:
                made.meta["placed"] = (start, state.pos)
        return found

    return placing
