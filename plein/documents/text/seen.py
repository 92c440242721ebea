"""A block as people see it, each character with the place it is written at. What is looked for in it is not known here.

The words are walked along what the parser found in them. Where the two do not fit to the letter the block is not shown at all: nothing is
placed by guess.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from plein.documents.text.placed import placed
from plein.documents.text.shown import Leaf, Part, parts

_BREAK = re.compile(r"(?:\\|[ \t]*)\n[ \t]*")
_SIGN = re.compile(r"(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:#{1,6}[ \t]+)?\Z")


@dataclass(frozen=True, slots=True)
class Item:
    """A character that is shown, a mark around some, a note, or the border of a cell.

    Attributes:
        kind: ``sign``, ``open``, ``close``, ``note`` or ``cell``.
        says: Of a sign what is shown, a blank for a line end; of a note what the text calls it, see :attr:`Leaf.notes`.
        start: Where it is written, in code points of the text.
        end: The code point after it.
        pair: Which mark it opens or closes; else -1.
        name: What mark that is, as ``strong``; ``break`` for a line end.
    """

    kind: str
    says: str
    start: int
    end: int
    pair: int = -1
    name: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A block, written and shown.

    Attributes:
        leaf: The block.
        items: All it is made of, in order; each begins where the one before it ends.
        begin: Where its bullet, number or heading sign is written; where its words begin if it has none.
    """

    leaf: Leaf
    items: tuple[Item, ...]
    begin: int


def seen(text: str, leaf: Leaf) -> Seen | None:
    r"""A block with the place of all that is shown; None where what is written and what is shown do not fit to the letter.

    >>> from plein.documents.text.shown import leaves
    >>> base = "> We **plant**\n> trees.\n"
    >>> found = seen(base, leaves(base)[0])
    >>> found and "".join(item.says for item in found.items), found and base[found.items[-6].start :]
    ('We plant trees.', 'trees.\n')
    """
    places = placed(text, leaf)
    if places is None:
        return None
    walk = _Walk()
    try:
        for number, (written, starts) in enumerate(zip(leaf.written, places, strict=True)):
            if number:
                walk.items.append(Item("cell", "", starts[0], starts[0]))
            walk.over(written, starts, leaf)
    except _Misfit:
        return None
    items = tuple(_tiled(walk.items))
    if not any(item.kind == "sign" for item in items):
        return None
    sign = _SIGN.search(text, leaf.start, items[0].start)
    return Seen(leaf, items, sign.start() if sign and (leaf.sign or leaf.kind == "heading") else items[0].start)


class _Misfit(Exception):
    """What is written is not what the parser said it found."""


class _Walk:
    """Goes along the words of a block, and notes what it meets."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self._pairs = 0

    def over(self, written: str, starts: Sequence[int], leaf: Leaf) -> None:
        """Go over the words of a block, or of a cell. Raises _Misfit."""
        self._written, self._starts = written, starts
        self._opened: list[tuple[int, int, str]] = []
        if leaf.kind == "code":
            self._signs(written, 0)
            return
        at = self._along(parts(written, leaf.references), 0)
        if written[at:].strip() or self._opened:
            raise _Misfit

    def _along(self, those: Iterable[Part], at: int, base: int = 0) -> int:
        for part in those:
            if part.start >= 0 and base:
                part = replace(part, start=part.start + base, end=part.end + base)
            at = self._step(part, at)
        return at

    def _step(self, part: Part, at: int) -> int:
        name, _, way = part.kind.rpartition("_")
        if part.kind == "text":
            return self._text(part.content, at)
        if part.kind == "text_special":
            self._expect(self._written.startswith(part.markup, at))
            return self._put("sign", part.content, at, at + len(part.markup))
        if name == "" and way in ("softbreak", "hardbreak"):
            found = _BREAK.match(self._written, at)
            return self._put("sign", " ", at, self._met(found).end(), "break")
        if part.kind == "code_inline":
            return self._code(part, at)
        if part.kind == "image":
            return self._image(part, at)
        if part.kind == "footnote_ref":
            self._expect(part.start == at)
            return self._put("note", part.content, at, part.end)
        if way == "open" and name in ("link", "em", "strong", "s", "sub", "sup"):
            self._expect(part.start == at if name == "link" else self._written.startswith(part.markup, at))
            return self._open(name, at, at + (1 if name == "link" else len(part.markup)), part.end)
        self._expect(way == "close" and bool(self._opened))
        self._expect(self._written.startswith((">", "]") if name == "link" else part.markup, at))
        end = self._opened[-1][1]
        return self._close(name, at, end if end >= 0 else at + len(part.markup))

    def _image(self, part: Part, at: int) -> int:
        self._expect(part.start == at and self._written.startswith(part.content, at + 2))
        stop = at + 2 + len(part.content)
        self._open("image", at, at + 2, part.end)
        self._expect(self._along(part.inside, at + 2, at + 2) == stop)
        return self._close("image", stop, part.end)

    def _text(self, content: str, at: int) -> int:
        if self._opened and self._opened[-1][2] == "link" and self.items[-1].kind == "open" and self._written[at - 1] == "<":
            end = self._opened[-1][1] - 1
            if self._written[at:end] != content:
                return self._put("sign", content, at, end)
        self._expect(self._written.startswith(content, at))
        self._signs(content, at)
        return at + len(content)

    def _code(self, part: Part, at: int) -> int:
        self._expect(part.start == at)
        ticks = len(part.markup)
        raw = self._written[at + ticks : part.end - ticks].replace("\n", " ")
        pad = 0 if raw == part.content else 1
        self._expect(raw[pad : len(raw) - pad] == part.content)
        self._open("code", at, at + ticks + pad, part.end)
        self._signs(part.content, at + ticks + pad)
        return self._close("code", part.end - ticks - pad, part.end)

    def _signs(self, said: str, at: int) -> None:
        for number, sign in enumerate(said, at):
            self._put("sign", sign, number, number + 1)

    def _open(self, name: str, at: int, end: int, closes: int) -> int:
        self._opened.append((self._pairs, closes, name))
        self._pairs += 1
        return self._put("open", "", at, end, name, self._pairs - 1)

    def _close(self, name: str, at: int, end: int) -> int:
        pair, _, opened = self._opened.pop()
        self._expect(opened == name)
        return self._put("close", "", at, end, name, pair)

    def _put(self, kind: str, says: str, at: int, end: int, name: str = "", pair: int = -1) -> int:
        if kind == "sign" and says >= "\u0300" and unicodedata.combining(says[0]) and self.items and self.items[-1].kind == "sign":
            before = self.items[-1]
            whole = unicodedata.normalize("NFC", before.says + says)
            if len(whole) == len(before.says):
                self.items[-1] = replace(before, says=whole, end=self._starts[end])
                return end
        self.items.append(Item(kind, says, self._starts[at], self._starts[end], pair, name))
        return end

    def _expect(self, fits: bool) -> None:
        if not fits:
            raise _Misfit

    def _met(self, found: re.Match[str] | None) -> re.Match[str]:
        if found is None:
            raise _Misfit
        return found


def _tiled(items: Iterable[Item]) -> Iterator[Item]:
    """The items, with what is written between two cells as their border."""
    end = -1
    for item in items:
        if item.kind == "cell" and 0 <= end < item.start:
            item = replace(item, start=end)
        end = item.end
        yield item
