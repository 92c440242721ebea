"""Markdown documents that two editors write each in its own manner: the same words and blocks, other signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st
from markdown_it import MarkdownIt

_VOCABULARY = (
    "gemeente bewoners wijk school brug haven markt fietspad speeltuin bibliotheek council harbour garden bakery library "
    "playground tramway allotment orchard reservoir"
)
WORDS = tuple(_VOCABULARY.split())

Block = tuple[str, tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Hand:
    """How an editor writes.

    Attributes:
        setext: Whether headings are underlined.
        bullet: The sign of items; ``deep`` of those in them.
        loose: Whether items stand apart.
        counts: Whether items are numbered on, and by which sign behind the number.
        em: The sign of emphasis.
        fence: The sign around code.
        rule: A line across.
        width: After how many words lines are wrapped.
        padded: Whether cells are lined up.
        escapes: Whether signs that need it not have a backslash before them, and ``&`` is an entity.
    """

    setext: bool
    bullet: str
    deep: str
    loose: bool
    counts: tuple[bool, str]
    em: str
    fence: str
    rule: str
    width: int
    padded: bool
    escapes: bool

    def text(self, document: Sequence[Block]) -> str:
        """A document as this editor writes it."""
        return "\n\n".join(getattr(self, f"_{kind}")(*what) for kind, what in document) + "\n"

    def _words(self, words: Sequence[str], width: int = 1000) -> str:
        said = [word.replace("&", "&amp;").replace("5 * 3", "5 \\* 3").replace("~", "\\~") if self.escapes else word for word in words]
        said = [word.replace("EM", self.em).replace("STRONG", 2 * self.em) for word in said]
        return "\n".join(" ".join(said[at : at + width]) for at in range(0, len(said), width))

    def _heading(self, words: Sequence[str], level: int) -> str:
        line = self._words(words)
        return f"{line}\n{'=-'[level - 1] * 6}" if self.setext else f"{'#' * level} {line}"

    def _paragraph(self, words: Sequence[str]) -> str:
        return self._words(words, self.width)

    def _list(self, items: Sequence[tuple[Sequence[str], Sequence[Sequence[str]]]], numbered: bool) -> str:
        between = "\n\n" if self.loose else "\n"
        said = []
        for number, (words, deeper) in enumerate(items, 1):
            sign = f"{number if self.counts[0] else 1}{self.counts[1]}" if numbered else self.bullet
            indent = " " * (len(sign) + 1)
            said += [f"{sign} {self._words(words)}", *(f"{indent}{self.deep} {self._words(below)}" for below in deeper)]
        return between.join(said)

    def _table(self, rows: Sequence[Sequence[str]]) -> str:
        widths = [max(len(row[column]) for row in rows) if self.padded else 1 for column in (0, 1)]
        head, *body = (f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |" for row in rows)
        return "\n".join([head, f"|{'|'.join('-' * (width + 2) for width in widths)}|", *body])

    def _quote(self, words: Sequence[str]) -> str:
        return "> " + self._words(words, self.width).replace("\n", "\n> ")

    def _code(self, words: Sequence[str]) -> str:
        return f"{self.fence}\n{'  '.join(words)}\n{self.fence}"

    def _rule(self) -> str:
        return self.rule


hands = st.builds(
    Hand,
    setext=st.booleans(),
    bullet=st.sampled_from("-*+"),
    deep=st.sampled_from("-*+"),
    loose=st.booleans(),
    counts=st.tuples(st.booleans(), st.sampled_from(".)")),
    em=st.sampled_from("*_"),
    fence=st.sampled_from(("```", "~~~", "````")),
    rule=st.sampled_from(("---", "***", "_ _ _")),
    width=st.sampled_from((3, 5, 1000)),
    padded=st.booleans(),
    escapes=st.booleans(),
)


@st.composite
def documents(draw: st.DrawFn) -> list[Block]:
    """A document, its paragraphs each of words that stand nowhere else in it."""
    once = (f"{word}{number}" for number in range(100) for word in WORDS)

    def words(least: int = 2) -> list[str]:
        said = [next(once) for _ in range(draw(st.integers(least, 7)))]
        for sign in draw(st.lists(st.sampled_from(("EM{}EM", "STRONG{}STRONG", "R&D", "5 * 3", "a~b", "`x_y`")), max_size=2)):
            at = draw(st.integers(1, len(said)))
            said[at:at] = [sign.format(next(once))]
        return said

    found: list[Block] = []
    for kind in draw(st.lists(st.sampled_from(("heading", "paragraph", "list", "table", "quote", "code", "rule")), min_size=1, max_size=7)):
        if kind == "heading":
            found.append((kind, (words(), draw(st.integers(1, 2)))))
        elif kind == "list":
            items = [(words(), [words() for _ in range(draw(st.integers(0, 2)))]) for _ in range(draw(st.integers(1, 4)))]
            if found and found[-1][0] == "list":
                found.append(("paragraph", (words(),)))  # two lists that touch are one for some signs and two for others
            found.append((kind, (items, draw(st.booleans()))))
        elif kind == "table":
            found.append((kind, ([[next(once), next(once)] for _ in range(draw(st.integers(1, 4)))],)))
        elif kind == "code":
            found.append((kind, ([next(once) for _ in range(3)],)))
        elif kind == "rule":
            found += [(kind, ()), ("paragraph", (words(),))]
        else:
            found.append((kind, (words(),)))
    if found[0][0] == "rule":
        found.insert(0, ("paragraph", (words(),)))
    return found


def page(text: str) -> str:
    """What a browser shows of a text: HTML without what it passes over."""
    html = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).render(text)
    kept = re.sub(r"<pre>.*?</pre>", lambda found: found[0].replace(" ", "\0").replace("\n", "\1"), html, flags=re.DOTALL)
    kept = re.sub(r"\s+", " ", kept.replace("<p>", "").replace("</p>", ""))
    return re.sub(r"\s*(</?(?:li|ul|ol|blockquote|table|tr|td|th|thead|tbody|h\d|hr|br|pre)[^>]*>)\s*", r"\1", kept).strip()
