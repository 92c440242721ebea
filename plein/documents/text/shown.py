"""What a reader is shown of a Markdown text: its blocks and words without the signs that made them. What changed is not known here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plein.documents.text.markdown import parser, placing_parser
from plein.documents.text.paragraphs import front_matter
from plein.documents.text.remembered import remembered

if TYPE_CHECKING:
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
        notes: By what the text calls them, the numbers under which the pages show its notes; of one that is written where it is referred
            to, by all that is written of it.
    """

    kind: str
    start: int
    end: int
    written: tuple[str, ...]
    markup: str
    sign: str
    references: References
    notes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the words of a block: a run of them, a mark that begins or ends.

    Attributes:
        kind: As markdown-it calls it: ``text``, ``text_special`` (escaped, or an entity), ``softbreak``, ``strong_open`` …
        content: What is shown; of a reference to a note what the text calls that, see :attr:`Leaf.notes`.
        markup: The signs it is written with, where they are kept.
        start: Of a link, an image, code and a reference to a note: where it is written, in code points of the words, from 0; else -1.
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
    references = env.get("references", {})
    return tuple(_leaves(blocks, lines, references, _numbered(blocks, references)))


def parts(written: str, references: References) -> tuple[Part, ...]:
    """What the words of a block are made of, in order.

    >>> [(part.kind, part.content) for part in parts("Wij *bouwen*", {})]
    [('text', 'Wij '), ('em_open', ''), ('text', 'bouwen'), ('em_close', '')]
    """
    reader, found = placing_parser(), list[Any]()
    reader.inline.parse(written, reader, {"references": references}, found)
    return _parts(found, written)


def _numbered(blocks: Sequence[Token], references: References) -> dict[str, str]:
    """The numbers of the notes, in the order in which the words refer to them."""
    noted = dict.fromkeys(
        part.content
        for token in blocks
        if token.type == "inline" and ("[^" in token.content or "^[" in token.content)
        for part in parts(token.content, references)
        if part.kind == "footnote_ref"
    )
    return {label: str(number) for number, label in enumerate(noted, 1)}


def _leaves(blocks: Sequence[Token], lines: Sequence[int], references: References, notes: Mapping[str, str]) -> Iterator[Leaf]:
    kind = markup = sign = ""
    numbers: list[int | None] = []
    cells: list[str] | None = None
    for token in blocks:
        first, last = (lines[token.map[0]], lines[max(token.map[1], token.map[0] + 1)] - 1) if token.map else (0, 0)
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
        elif token.type in ("heading_open", "paragraph_open", "dt_open", "abbreviation_open"):
            kind, markup = "heading" if token.type == "heading_open" else "paragraph", token.markup
        elif token.type == "inline" and cells is not None:
            cells.append(token.content)
        elif token.type == "inline":
            yield Leaf(kind, first, last, (token.content,), markup, sign, references, notes)
            sign = ""
        elif token.type in ("fence", "code_block"):
            yield Leaf("code", first, last, (token.content,), token.markup, sign, references, notes)
            sign = ""
        if token.type == "tr_open":
            row = first, last
        elif token.type == "tr_close" and cells is not None:
            yield Leaf("row", *row, tuple(cells), "", sign, references, notes)
            cells, sign = None, ""


def _parts(tokens: Sequence[Token], written: str) -> tuple[Part, ...]:
    found: list[Part] = []
    for token in tokens:
        start, end = token.meta.get("placed", (-1, -1))
        says = token.meta.get("label", written[start:end]) if token.type == "footnote_ref" else token.content
        found.append(Part(token.type, says, token.markup, start, end, _parts(token.children or (), token.content)))
    return tuple(found)


def _blocks(text: str, env: dict[str, Any], *, html: bool = True) -> list[Token]:
    reader, found = parser(html=html), list[Any]()
    reader.block.parse(text, reader, env, found)
    return found


def _pieces(blocks: Sequence[Token], references: References, *, html: bool) -> Iterator[Piece]:
    reader = parser(html=html)
    first = last = 0
    for token in blocks:
        if token.map:
            first, last = token.map
        if token.type == "inline":
            children, env = list[Any](), {"references": references}
            reader.inline.parse(token.content, reader, env, children)
            for says in _inline(children, env):
                yield Piece(says, first, last, True)
        else:
            content = token.content if token.type in ("fence", "code_block") else token.content.rstrip("\n")
            info = token.info.strip() if token.type == "fence" else ""
            label = token.meta.get("label", "")
            yield Piece((token.type, token.tag, info, content, label, *sorted(token.attrs.items())), first, last, False)


def _inline(children: Sequence[Token], env: Mapping[str, Any]) -> list[tuple[object, ...]]:
    """Words and marks; runs of blanks are one, as in a browser, and none at the beginning and end of a paragraph or a line."""
    found: list[tuple[object, ...]] = []
    words = ""
    for token in children:
        if token.type in _WORDS:
            words += token.content + _WORDS[token.type]
            continue
        found += [("text", _BLANKS.sub(" ", words))] if words else []
        words = ""
        inner: Sequence[object] = _inline(token.children or (), env) if token.type == "image" else ()
        content = token.content if token.type in ("code_inline", "html_inline") else ""
        if token.type == "footnote_ref":
            label = token.meta.get("label")
            inner = [label] if label is not None else _inline(env["footnotes"]["list"][token.meta["id"]]["tokens"], env)
        found.append((token.type, token.tag, content, *inner, *sorted(token.attrs.items())))
    return [*found, ("text", _BLANKS.sub(" ", words).rstrip(" "))] if words.strip(" ") else found
