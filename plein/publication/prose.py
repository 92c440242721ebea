"""A version of the document as HTML, with an anchor at every paragraph. Marks of what changed are in ``redline``.

HTML that stands in the text is shown as text. Images are shown as links: one that is fetched from elsewhere tells that place who reads here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

import nh3
from markdown_it.token import Token
from markupsafe import Markup

from plein.documents import Paragraph, paragraph_at, paragraphs
from plein.publication.clean import is_safe_link, tame

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

LONGEST = 1_000_000
"""Code points; a longer text is shown as plain paragraphs, because wide tables cost seconds to render."""

After = Callable[[int], Markup]
"""Gives what stands behind a paragraph with this number: the link to itself, how many suggestions there are on it."""

_LEAVES = ("heading_open", "paragraph_open", "tr_open", "fence", "code_block", "hr")
_BLOCKS = {"p", "h2", "h3", "h4", "h5", "h6", "li", "tr", "pre", "code", "hr", "div", "span"}
_TAGS = _BLOCKS | {"a", "ul", "ol", "table", "thead", "tbody", "th", "td", "blockquote", "em", "strong", "s", "br"}
_ATTRIBUTES = {
    **{tag: {"id"} for tag in _BLOCKS},
    "div": {"id", "class"},
    "span": {"id", "class"},
    "a": {"href", "class"},
    "th": {"class"},
    "td": {"class"},
    "ol": {"start"},
}


def render(text: str, *, after: After, image: str = "image") -> Markup:
    r"""The text as HTML. Paragraph 12 has the id ``p12``; a heading is one level deeper than in the text, below the page's own.

    Args:
        text: Canonical Markdown.
        after: What to put behind each paragraph; its HTML is cleaned like the rest.
        image: The word for an image, shown in its place.

    >>> render("# Homes\n", after=lambda number: Markup(""))
    Markup('<h2 id="p1">Homes</h2>\n')
    """
    text = tame(text)
    paras = paragraphs(text)
    html = _plain(text, paras, after) if len(text) > LONGEST else _parsed(text, paras, after, image)
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


def _parsed(text: str, paras: Sequence[Paragraph], after: After, image: str) -> str:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    front = ""
    if paras and paras[0].kind == "front-matter":
        kept = text[: paras[0].end]
        front = str(Markup('<div class="plain" id="p1">{}{}</div>\n').format(kept, after(1)))
        text = "\n" * kept.count("\n") + text[paras[0].end :]
    parser = _parser()
    tokens = parser.parse(text)
    numbers = _numbered(tokens, paras, starts, {1} if front else set())
    placed = {number for number, _ in numbers.values()} | ({1} if front else set())
    missing = [one for one in paras if one.number not in placed]
    out: list[Token] = []
    waiting: int | None = None  # a table row whose first cell is still to come
    for index, token in enumerate(tokens):
        out += _anchors(token, missing, starts)
        out += _dressed(token)
        if token.type == "inline":
            token.children = list(_links(token.children or [], image))
            if waiting is not None:
                token.children.append(_raw("html_inline", str(after(waiting))))
                waiting = None
        if index in numbers:
            number, carrier = numbers[index]
            carrier.attrSet("id", f"p{number}")
            if token.type in ("fence", "code_block", "list_item_open"):
                out.append(_raw("html_block", f'<div class="after">{after(number)}</div>\n'))
            elif token.type != "hr":
                waiting = number
    out += map(_anchor, missing)
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
        if token.type == "list_item_open":
            items.append(token)
        elif token.type == "list_item_close":
            items.pop()
        empty_item = token.type == "list_item_open" and tokens[index + 1].type == "list_item_close"
        if token.map is None or not (token.type in _LEAVES or empty_item):
            continue
        one = paragraph_at(paras, starts[token.map[0]])
        if one is None or one.number in used:
            continue
        used.add(one.number)
        found[index] = (one.number, items[-1] if token.hidden and items else token)
    return found


def _links(children: Sequence[Token], image: str) -> Iterator[Token]:
    """The same, with images as links and without links that lead anywhere but to the web or a mailbox."""
    inside = dropped = False
    for token in children:
        if token.type == "link_open":
            inside, dropped = True, not is_safe_link(str(token.attrs.get("href", "")))
            token.attrs.pop("title", None)
            if not dropped:
                yield token
        elif token.type == "link_close":
            if not dropped:
                yield token
            inside = dropped = False
        elif token.type == "image":
            words, address = f"[{image}: {token.content}]" if token.content else f"[{image}]", str(token.attrs.get("src", ""))
            linked = is_safe_link(address) and not inside
            if linked:
                yield Token("link_open", "a", 1, attrs={"href": address})
            yield Token("text", "", 0, content=words)
            if linked:
                yield Token("link_close", "a", -1)
        else:
            yield token


def _raw(kind: str, html: str) -> Token:
    """Our own HTML among the parser's tokens."""
    return Token(kind, "", 0, content=html)


@cache
def _parser() -> MarkdownIt:
    """CommonMark with tables and struck words, and with HTML off (its default is on)."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False, "maxNesting": 60}).enable(["table", "strikethrough"])
