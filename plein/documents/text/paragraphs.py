"""The units people point at: headings, paragraphs, list items, table rows, blocks of code. What is changed in them is not known here."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from plein.documents.text.markdown import block_parser
from plein.documents.text.remembered import remembered

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?=[ \t]*[\w\"'#-][^\n]*\n)(?:[^\n]*\n){1,400}?(?:---|\.\.\.)[ \t]*(?:\n|$)")
_KEY = re.compile(r"^[\w\"'-]+[ \t]*:", re.MULTILINE)
_KINDS = {
    "heading_open": "heading",
    "paragraph_open": "paragraph",
    "tr_open": "table-row",
    "fence": "code",
    "code_block": "code",
    "html_block": "html",
    "hr": "rule",
    "dt_open": "term",
    "abbreviation_open": "definition",
}
_HOLDERS = {"list_item": "list-item", "footnote_reference": "note", "dd": "definition"}
"""What holds blocks, by the name of its tokens, and the kind of the first paragraph in it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One smallest block of a Markdown text.

    Attributes:
        number: Its place in the text, counted from 1.
        start: First code point of its first line, from 0, list marker and indent included.
        end: The code point after its last one; the newline that ends it is not part of it.
        kind: ``heading``, ``paragraph``, ``list-item`` (the item's own first paragraph), ``note`` and ``definition`` (likewise; also what an
            abbreviation stands for), ``term`` (what is defined), ``table-row`` (the head with the line of dashes under it), ``code``,
            ``html``, ``rule``, ``front-matter`` or ``other`` (link definitions and the like).
        level: For a heading its depth, from 1; else 0.
    """

    number: int
    start: int
    end: int
    kind: str
    level: int = 0


BEGINS, ENDS = attrgetter("start"), attrgetter("end")
"""By what a paragraph is found among others."""


@remembered(64)
def paragraphs(text: str) -> tuple[Paragraph, ...]:
    r"""Cut a Markdown text into its smallest blocks.

    Together they hold every character that is not blank; they are sorted and do not overlap. The last few texts are remembered.

    >>> [(p.number, p.kind, "# Wonen\n\n- een\n- twee\n"[p.start:p.end]) for p in paragraphs("# Wonen\n\n- een\n- twee\n")]
    [(1, 'heading', '# Wonen'), (2, 'list-item', '- een'), (3, 'list-item', '- twee')]
    """
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    found: list[Paragraph] = []
    done = 0
    for first, last, kind, level in [*_blocks(text), (len(lines), len(lines), "", 0)]:
        for a, b in _rest(lines, done, first):
            found.append(Paragraph(len(found) + 1, starts[a], starts[b] - 1, "other"))
        while last > first and not lines[last - 1].strip():
            last -= 1
        while first < last and not lines[first].strip():
            first += 1
        first = max(first, done)
        if first < last:
            found.append(Paragraph(len(found) + 1, starts[first], min(starts[last] - 1, len(text)), kind, level))
            done = last
    return tuple(found)


def paragraph_at(paras: Sequence[Paragraph], offset: int) -> Paragraph | None:
    r"""The paragraph that holds a code point; between two paragraphs the one before, before the first the first.

    Args:
        paras: What :func:`paragraphs` gave.
        offset: A code point of the text, from 0.

    Returns:
        None only for a text without any.

    >>> paragraph_at(paragraphs("one\n\ntwo\n"), 6).number
    2
    """
    if not paras:
        return None
    return paras[max(bisect_right(paras, offset, key=BEGINS) - 1, 0)]


def front_matter(text: str) -> int:
    r"""How many code points of a text are settings for a program that stand above it; 0 where there are none.

    >>> front_matter("---\ntitle: Wonen\n---\n# Wonen\n"), front_matter("# Wonen\n")
    (21, 0)
    """
    front = _FRONT_MATTER.match(text)
    return front.end() if front and _KEY.search(front[0]) else 0


def _rest(lines: Sequence[str], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Runs of lines that hold something, though the parser made no block of them."""
    start = -1
    for number in range(first, last + 1):
        blank = number == last or not lines[number].strip()
        if not blank and start < 0:
            start = number
        elif blank and start >= 0:
            yield start, number
            start = -1


def _blocks(text: str) -> Iterator[tuple[int, int, str, int]]:
    """(first line, line after the last, kind, level) of every leaf block, in order."""
    front = text[: front_matter(text)]
    if front:
        skipped = front.rstrip("\n").count("\n") + 1
        yield 0, skipped, "front-matter", 0
        text = "\n" * skipped + text[len(front) :]
    opened: Token | None = None  # what holds blocks, and of which none was met
    head: Token | None = None
    for token in block_parser().parse(text):
        holder, _, side = token.type.rpartition("_")
        if side and holder in _HOLDERS:
            if side == "open":
                opened = token
                continue
            if opened and opened.map:
                yield opened.map[0], opened.map[1], _HOLDERS[holder], 0
            opened = None
        if token.type == "thead_open":
            head = token
        kind = _KINDS.get(token.type)
        if kind is None or token.map is None:
            continue
        first, last = token.map
        if head is not None and kind == "table-row":
            last += 1
            head = None
        if opened is not None and kind == "paragraph":
            kind = _HOLDERS[opened.type.rpartition("_")[0]]
        opened = None
        last = max(last, first + 1)  # of what is defined the parser tells the first line alone
        yield first, last, kind, int(token.tag[1]) if kind == "heading" else 0
