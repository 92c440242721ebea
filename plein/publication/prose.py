"""A version of the document as HTML, with an anchor at every paragraph. Marks of what changed are in ``redline``.

HTML that stands in the text is shown as text. Images are shown as links: one that is fetched from elsewhere tells that place who reads here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import nh3
from markdown_it.token import Token
from markupsafe import Markup

from plein.documents import Paragraph, paragraph_at, paragraphs
from plein.documents.text.markdown import LONGEST, page_parser
from plein.publication.abbreviations import Abbreviations
from plein.publication.clean import tame
from plein.publication.links import Links
from plein.publication.notes import Notes

After = Callable[[int], Markup]
"""Gives what stands behind a paragraph with this number: the link to itself, how many suggestions there are on it."""

_LEAVES = ("heading_open", "paragraph_open", "tr_open", "fence", "code_block", "hr", "dt_open", "abbreviation_open")
_HOLDERS = ("list_item", "dd", "footnote_reference")
_BLOCKS = {"p", "h2", "h3", "h4", "h5", "h6", "li", "tr", "pre", "code", "hr", "div", "span", "dt", "dd"}
_MARKS = {"a", "em", "strong", "s", "sub", "sup", "br", "dfn", "abbr"}
_TAGS = _BLOCKS | _MARKS | {"ul", "ol", "dl", "table", "thead", "tbody", "th", "td", "blockquote"}
_ATTRIBUTES = {
    **{tag: {"id"} for tag in _BLOCKS},
    "div": {"id", "class"},
    "span": {"id", "class", "role", "aria-label"},
    "sup": {"id", "class"},
    "abbr": {"title"},
    "li": {"id", "class"},
    "a": {"href", "class"},
    "th": {"class"},
    "td": {"class"},
    "ol": {"start"},
}


_BOX = re.compile(r"(\[([ xX])\])\s")


@dataclass(frozen=True, slots=True)
class Words:
    """What the page says of its own, in the language of the cycle.

    Attributes:
        image: What stands in the place of an image.
        note: What the number of a footnote is.
        back: Where the way back from a note leads.
        ticked: Of a task.
        open: Likewise.
    """

    image: str = "image"
    note: str = "footnote"
    back: str = "back to the text"
    ticked: str = "ticked"
    open: str = "not ticked"


def render(text: str, *, after: After, words: Words | None = None) -> Markup:
    r"""The text as HTML. Paragraph 12 has the id ``p12``; a heading is one level deeper than in the text, below the page's own.

    Args:
        text: Canonical Markdown.
        after: What to put behind each paragraph; its HTML is cleaned like the rest.
        words: What the page says of its own; None for English.

    >>> render("# Homes\n", after=lambda number: Markup(""))
    Markup('<h2 id="p1"><span id="h-homes"></span>Homes</h2>\n')
    """
    text = tame(text)
    paras = paragraphs(text)
    html = _plain(text, paras, after) if len(text) > LONGEST else _parsed(text, paras, after, words or Words())
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener nofollow",
    )
    return Markup(clean)


def _plain(text: str, paras: Sequence[Paragraph], after: After) -> str:
    parts = (
        Markup('<div class="plain" id="p{}">{}{}</div>\n').format(one.number, text[one.start : one.end], after(one.number)) for one in paras
    )
    return str(Markup("").join(parts))


def _parsed(text: str, paras: Sequence[Paragraph], after: After, words: Words) -> str:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    front = ""
    if paras and paras[0].kind == "front-matter":
        kept = text[: paras[0].end]
        front = str(Markup('<div class="plain" id="p1">{}{}</div>\n').format(kept, after(1)))
        text = "\n" * kept.count("\n") + text[paras[0].end :]
    parser, env = page_parser(), dict[str, Any]()
    tokens = parser.parse(text, env)
    notes, links = Notes(tokens, env, words), Links(tokens, words.image)
    abbreviations = Abbreviations(tokens)
    numbers = _numbered(tokens, paras, starts, {1} if front else set())
    placed = {number for number, _ in numbers.values()} | ({1} if front else set())
    missing = [one for one in paras if one.number not in placed]
    out: list[Token] = []
    waiting: int | None = None  # a table row whose first cell is still to come
    for index, token in enumerate(tokens):
        out += _anchors(token, missing, starts)
        out += notes.block(token)
        out += _dressed(token)
        if token.type == "inline":
            before, behind = notes.words(token)
            box = _box(tokens[max(index - 2, 0) : index + 1], words)
            shown = _worded(token.children or [], links, notes, abbreviations)
            token.children = [*before, *links.place(tokens[index - 1]), *box, *shown, *behind]
            if waiting is not None:
                token.children.append(_raw("html_inline", str(after(waiting))))
                waiting = None
        if index in numbers:
            number, carrier = numbers[index]
            carrier.attrSet("id", f"p{number}")
            if token.type in ("fence", "code_block", "list_item_open", "dd_open"):
                out.append(_raw("html_block", f'<div class="after">{after(number)}</div>\n'))
            elif token.type != "hr":
                waiting = number
    out += map(_anchor, missing)
    for number, nth, said, back in notes.inside():
        out.append(_raw("html_block", f'<div class="footnote" id="note-{number}">\n'))
        out.append(Token("inline", "", 0, children=[nth, *_worded(said, links, notes, abbreviations), *back]))
        out.append(_raw("html_block", "</div>\n"))
    return front + str(parser.renderer.render(out, parser.options, {}))


def _anchors(token: Token, missing: list[Paragraph], starts: Sequence[int]) -> Iterator[Token]:
    """Before a block: where those paragraphs were that no token begins; they are taken from *missing*."""
    if token.level == 0 and token.map and token.nesting >= 0:
        while missing and missing[0].start <= starts[token.map[0]]:
            yield _anchor(missing.pop(0))


def _anchor(one: Paragraph) -> Token:
    return _raw("html_block", f'<span class="anchor" id="p{one.number}"></span>\n')


def _dressed(token: Token) -> list[Token]:
    """A token as the page has it: a table scrolls, a heading is one level deeper, a cell is aligned by its class."""
    if token.type.startswith("footnote_reference_"):
        return []
    if token.type == "abbreviation_open":
        return [token, _raw("html_inline", str(Markup("<dfn>{}</dfn>: ").format(token.meta["label"])))]
    if token.type == "table_open":
        return [_raw("html_block", '<div class="scroll">\n'), token]
    if token.type == "table_close":
        return [token, _raw("html_block", "</div>\n")]
    if token.type in ("heading_open", "heading_close"):
        token.tag = f"h{min(int(token.tag[1]) + 1, 6)}"
    elif token.type in ("th_open", "td_open") and "style" in token.attrs:
        token.attrs = {"class": str(token.attrs["style"]).rpartition(":")[2]}
    return [token]


def _numbered(tokens: Sequence[Token], paras: Sequence[Paragraph], starts: Sequence[int], used: set[int]) -> dict[int, tuple[int, Token]]:
    """For the index of every token that begins a paragraph: its number, and the token that carries its id."""
    found: dict[int, tuple[int, Token]] = {}
    items: list[Token] = []
    for index, token in enumerate(tokens):
        holder, _, side = token.type.rpartition("_")
        if holder in _HOLDERS and side == "open":
            items.append(token)
        elif holder in _HOLDERS and side == "close":
            items.pop()
        empty = holder in ("list_item", "dd") and side == "open" and tokens[index + 1].type == f"{holder}_close"
        if token.map is None or not (token.type in _LEAVES or empty):
            continue
        one = paragraph_at(paras, starts[token.map[0]])
        if one is None or one.number in used:
            continue
        used.add(one.number)
        found[index] = (one.number, items[-1] if token.hidden and items else token)
    return found


def _worded(children: Sequence[Token], links: Links, notes: Notes, abbreviations: Abbreviations) -> Iterator[Token]:
    """Words as the page has them: with numbers that lead to notes, what abbreviations stand for, and no link but those
    that may be there.
    """
    for token in links.dressed(children):
        if token.type == "footnote_ref":
            yield notes.reference(token, linked=not links.inside)
        else:
            yield from abbreviations.told(token)


def _box(run: Sequence[Token], words: Words) -> list[Token]:
    """The box of a task, where the last of some tokens are its words; the signs for it are taken out of them."""
    found = _BOX.match(run[-1].content)
    if found is None or [token.type for token in run[:-1]] != ["list_item_open", "paragraph_open"] or not run[-1].children:
        return []
    first = run[-1].children[0]
    if not first.content.startswith(found[1]):
        return []  # what looks so is a link
    first.content = first.content[len(found[1]) :].lstrip()
    run[0].attrSet("class", "task-list-item")
    done = found[2] != " "
    box = Markup('<span class="task{}" role="img" aria-label="{}"></span> ')
    return [_raw("html_inline", str(box.format(" done" if done else "", words.ticked if done else words.open)))]


def _raw(kind: str, html: str) -> Token:
    """Our own HTML among the parser's tokens."""
    return Token(kind, "", 0, content=html)
