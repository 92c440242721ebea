"""Where a passage stands as people read it, on the page or in Word. What stands there to the letter is looked for in ``quote``.

Each block is looked at by itself: nothing is found across two of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plein.documents.text.folding import fold
from plein.documents.text.looks import TYPED, Style, Voice, spoken, styles, voice
from plein.documents.text.remembered import remembered
from plein.documents.text.seen import Seen, seen
from plein.documents.text.shown import Leaf, leaves

BULLET = re.compile(r"\s*(?:[•·▪▫◦●○■‣⁃∙+*–—-]\s+|o\t\s*)(?=\S)")
"""The sign of an item, as it is copied from a page or from Word."""

PICTURE = re.compile(r"\[\w+: ([^\[\]]+)\]")
"""How the pages show an image, with what it says."""

_PIPES = re.compile(r"\s*\|\s*")
_MOST = 1_000


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a passage can be read.

    Attributes:
        leaf: The block.
        seen: The block, with the place of each character; None where these cannot be told for sure.
        style: How the block is read there.
        first: The first item of the passage.
        last: The item behind its last one.
        signed: Whether the bullet, number or heading sign of the block was quoted with it.
    """

    leaf: Leaf
    seen: Seen | None
    style: Style
    first: int
    last: int
    signed: bool

    @property
    def start(self) -> int:
        """Where it is written, or its block: a code point of the text."""
        return self.leaf.start if self.seen is None else self.seen.items[self.first].start

    @property
    def stop(self) -> int:
        """The code point after its last character, or after its block."""
        return self.leaf.end if self.seen is None else self.seen.items[self.last - 1].end

    @property
    def says(self) -> str:
        """What is read there; empty where that cannot be told for sure."""
        return "" if self.seen is None else "".join(item.says for item in self.seen.items[self.first : self.last])

    @property
    def span(self) -> tuple[int, int]:
        """From where to where it is written, with the marks that belong to it alone."""
        assert self.seen is not None
        items, (first, last) = self.seen.items, self._widened(self.seen)
        return self.seen.begin if self.signed else items[first].start, items[last - 1].end

    @property
    def entire(self) -> bool:
        """Whether it has all words of its block."""
        assert self.seen is not None
        return all(self.first <= number < self.last for number, item in enumerate(self.seen.items) if any(map(str.isalnum, item.says)))

    @property
    def torn(self) -> bool:
        """Whether a mark begins or ends inside it and does the other outside."""
        assert self.seen is not None
        first, last = self._widened(self.seen)
        return any((first <= opens < last) != (first <= closes < last) for opens, closes in pairs(self.seen))

    def _widened(self, block: Seen) -> tuple[int, int]:
        first, last = self.first, self.last
        for opens, closes in pairs(block):
            inside = (first <= opens < last, first <= closes < last)
            if inside[0] != inside[1] and all(
                self.first <= number < self.last for number in range(opens, closes) if block.items[number].kind == "sign"
            ):
                first, last = min(first, opens), max(last, closes + 1)
        return first, last


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A passage to look for, folded; and the sign it begins with, where it must begin a block."""

    text: str
    sign: str = ""


def pairs(block: Seen) -> Iterator[tuple[int, int]]:
    """The items that open and close each mark of a block, the inner ones first."""
    opened: dict[int, int] = {}
    for number, item in enumerate(block.items):
        if item.kind == "open":
            opened[item.pair] = number
        elif item.kind == "close":
            yield opened[item.pair], number


@remembered(4)
def sayings(text: str) -> tuple[tuple[Leaf, tuple[tuple[Style, str], ...]], ...]:
    """The blocks of a text, each with what it looks like in every style, the plainest first."""
    return tuple((leaf, tuple((style, spoken(leaf, style)) for style in styles(leaf))) for leaf in leaves(text))


def hits(text: str, quote: str) -> tuple[Hit, ...]:
    r"""All places where a passage can be read, in order, each once.

    Args:
        text: The text.
        quote: The passage, copied from a page or from Word, or typed.

    >>> text = "We **plant** trees in\n[every village](https://example.org).\n"
    >>> [text[slice(*hit.span)] for hit in hits(text, "We plant trees in every village")]
    ['We **plant** trees in\n[every village](https://example.org)']
    """
    wanted = tuple(dict.fromkeys(one for one in _wanted(quote) if one.text))
    found: dict[tuple[int, int, int], Hit] = {}
    for leaf, said in sayings(text):
        block: Seen | None = None
        for style, looks in said:
            for one in wanted:
                if not _may_be(leaf, looks, one):
                    continue
                block = block or seen(text, leaf)
                for hit in _in_block(text, leaf, block, style, one):
                    known = found.setdefault((leaf.start, hit.first, hit.last), hit)
                    if hit.signed and not known.signed:
                        found[leaf.start, hit.first, hit.last] = hit
                    if len(found) >= _MOST:
                        return tuple(found.values())
    return tuple(sorted(found.values(), key=lambda hit: hit.start))


def across(text: str, quote: str) -> tuple[int, int] | None:
    """Where the first and the last block begin that a passage runs through, as if they were one; None where it does not."""
    joined, starts = "", [(0, 0)]
    for leaf, said in sayings(text):
        starts.append((len(joined), leaf.start))
        joined += said[-1][1] + " " if leaf.kind == "row" else said[0][1] + " "
    inside = " ".join(spoken(leaf, Style(cells=" ")) for leaf in leaves(quote))
    for one in dict.fromkeys((fold(quote), fold(_PIPES.sub(" ", quote)), inside)):
        at = joined.find(one) if one else -1
        if at >= 0:
            first = [begin for place, begin in starts if place <= at][-1]
            return first, [begin for place, begin in starts if place < at + len(one)][-1]
    return None


def _wanted(quote: str) -> Iterator[_Wanted]:
    """What a quote may mean: itself, or what it shows where somebody copied it with its marks."""
    yield _Wanted(fold(quote))
    written = leaves(quote.strip("\n"))
    if len(written) == 1 and written[0].kind != "code":
        (leaf,) = written
        sign = leaf.sign or "#" * (leaf.kind == "heading")
        for style in styles(leaf):
            if style.images and style.note in ("", TYPED):
                yield _Wanted(spoken(leaf, style), sign)
    if PICTURE.search(quote):
        yield _Wanted(fold(PICTURE.sub(r"\1", quote)))
    bullet = BULLET.match(quote)
    if bullet:
        yield _Wanted(fold(quote[bullet.end() :]), "-")


def _piped(wanted: str) -> str:
    """A passage of a row, with its cells apart as rows have them here."""
    return _PIPES.sub(" | ", wanted.strip("| ")) if "|" in wanted else wanted


def _may_be(leaf: Leaf, looks: str, one: _Wanted) -> bool:
    text = _piped(one.text) if leaf.kind == "row" else one.text
    if not one.sign:
        return bool(text) and text in looks
    fits = leaf.kind == "heading" if one.sign == "#" else leaf.sign == "-" if one.sign == "-" else leaf.sign[-1:] == "."
    return fits and bool(text) and looks.startswith(text)


def _in_block(text: str, leaf: Leaf, block: Seen | None, style: Style, one: _Wanted) -> Iterator[Hit]:
    """The places of a passage in a block in which it may stand."""
    if block is None:
        yield Hit(leaf, None, style, 0, 0, False)
        return
    if one.sign[-1:] == "." and one.sign != leaf.sign and not text.startswith(one.sign[:-1], block.begin):
        return
    wanted = _piped(one.text) if leaf.kind == "row" else one.text
    found = voice(block, style)
    at = found.text.find(wanted)
    while at >= 0:
        if whole(found, at, at + len(wanted)):
            yield Hit(leaf, block, style, found.first[at], found.last[at + len(wanted) - 1] + 1, bool(one.sign))
        at = found.text.find(wanted, at + 1) if not one.sign else -1


def whole(found: Voice, lo: int, hi: int) -> bool:
    """Whether a run of what a block looks like begins and ends between two of its items."""
    before = lo == 0 or found.last[lo - 1] < found.first[lo]
    return before and (hi == len(found.text) or found.last[hi - 1] < found.first[hi])


def legibly(block: Seen, first: int, last: int) -> str:
    """How some items read, in the typography of the text, on one line."""
    said = "".join(" " if item.kind == "cell" else item.says for item in block.items[first:last] if item.kind in ("sign", "cell"))
    return re.sub(r"\s+", " ", said)
