"""A passage that somebody wants to read otherwise: which words come where. How they are written is not decided here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plein.documents.show.as_read import BULLET, PICTURE, Hit
from plein.documents.text.folding import fold
from plein.documents.text.looks import TYPED, Style, noted, voice
from plein.documents.text.seen import Seen, seen
from plein.documents.text.shown import Leaf, leaves

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_ALONE = ("-", "*", "+", ">", "#")
"""Signs that begin a block where words follow, and are signs where none do."""

_CELLS = re.compile(r"\s*(?<!\\)\|\s*|[ \t]*\t[ \t]*")
_OUTER_PIPES = re.compile(r"\A\s*\||(?<!\\)\|\s*\Z")


@dataclass(frozen=True, slots=True)
class New:
    """Plain words that come: as they are written on one line, what they look like, and of which characters each sign of that comes."""

    written: str
    looks: str
    first: tuple[int, ...]
    last: tuple[int, ...]

    def cut(self, lo: int, hi: int) -> str:
        """How a part of what they look like is written."""
        return self.written[self.first[lo] : self.last[hi - 1]] if lo < hi else ""


NOTHING = New("", "", (), ())

Words = tuple[tuple[int, int, New], ...]
"""From where to where in what a block looks like, and what comes in its place; one for each cell."""


class Wish:
    """A passage of a block that somebody wants to read otherwise.

    Attributes:
        hit: The passage.
        block: Its block.
        style: How people see the block, its notes aside.
        voice: What it looks like so.
        kinds: Of what item each character of that is.
        words: What comes where; None where the replacement holds Markdown, or other cells.
        drops: Notes that were quoted and are not in the new words.
    """

    def __init__(self, text: str, hit: Hit, block: Seen, replacement: str) -> None:
        self._text, self.hit, self.block = text, hit, block
        self.style = Style("", hit.style.images, hit.style.cells)
        self.voice = voice(block, self.style)
        self.kinds = [block.items[number].kind for number in self.voice.first]
        self.drops: set[int] = set()
        self.words = self._words(replacement)

    def _words(self, replacement: str) -> Words | None:
        """What comes where; None where the replacement holds Markdown, or other cells."""
        said = self._without_notes(replacement.strip())
        if any(item.name == "image" for item in self.block.items[self.hit.first : self.hit.last]):
            said = PICTURE.sub(r"\1", said)
        found = self.voice
        inside = [at for at in range(len(found.text)) if self.hit.first <= found.first[at] and found.last[at] < self.hit.last]
        if not inside:
            return None
        lo, hi = inside[0], inside[-1] + 1
        if fold(said) == found.text[lo:hi]:
            return ()
        spans, pieces = [(lo, hi)], [said]
        if "cell" in self.kinds[lo:hi]:
            cells = list(self._cells(lo, hi))
            bare = _OUTER_PIPES.sub("", said).strip()
            pieces = list(self._by_cell(_CELLS.split(bare), cells)) if bare else [""] * len(cells)
            spans = cells if len(pieces) > 1 else spans
        if len(pieces) != len(spans):
            return None
        heads = [start == 0 and not self._begins_alike(piece) for piece, (start, _) in zip(pieces, spans, strict=True)]
        come = [self._plain(piece, head) for piece, head in zip(pieces, heads, strict=True)]
        return tuple((*span, new) for span, new in zip(spans, come, strict=True) if new is not None) if None not in come else None

    def _cells(self, lo: int, hi: int) -> Iterator[tuple[int, int]]:
        """The parts of a passage that lie in one cell each."""
        start = lo
        for at in range(lo, hi):
            if self.kinds[at] == "cell":
                if self.kinds[at - 1] != "cell":
                    yield start, at
                start = at + 1
        yield start, hi

    def _by_cell(self, pieces: list[str], cells: list[tuple[int, int]]) -> Iterator[str]:
        """What comes, cell by cell: one that shows a pipe keeps it."""
        pipes = [self.voice.text[lo:hi].count("|") for lo, hi in cells]
        if len(pieces) != len(cells) + sum(pipes):
            yield from pieces
            return
        at = 0
        for count in pipes:
            yield " \\| ".join(pieces[at : at + count + 1])
            at += count + 1

    def _without_notes(self, said: str) -> str:
        """New words without the notes of the passage, which stay. Notes that were quoted and are not in the new words go."""
        for number in range(self.hit.first, self.hit.last):
            item = self.block.items[number]
            for style in dict.fromkeys((self.hit.style, Style(TYPED))) if item.kind == "note" else ():
                looks = noted(item.says, style, self.hit.leaf.notes)
                found = re.search(rf"(?<=\S){re.escape(looks)}(?!\w)", said) if looks else None
                if found:
                    said = said[: found.start()] + said[found.end() :]
                    break
            else:
                if item.kind == "note" and self.hit.style.note:
                    self.drops.add(number)
        return said

    def _plain(self, said: str, begins: bool) -> New | None:
        """New words for the beginning of the block, or for further on; None where they hold Markdown."""
        leaf = self.hit.leaf
        said = said.strip()
        bullet = BULLET.match(said) if begins and self.hit.signed and leaf.sign == "-" else None
        said = said[bullet.end() :] if bullet else said
        written = "\n".join(line.strip() for line in said.split("\n"))
        if not said:
            return NOTHING
        if _BLANK_LINE.search(said) or (leaf.kind == "code" and "\n" in said):
            return None
        if leaf.kind != "code" and begins:
            blocks = leaves(f"\\{said}" if said in _ALONE else said)
            if len(blocks) != 1 or not self._goes_on(blocks[0], said):
                return None
            written = blocks[0].written[0]
        kind = "code" if leaf.kind == "code" else "paragraph"
        alone = Leaf(kind, 0, len(written), (written + "\n" * (kind == "code"),), "", "", leaf.references, leaf.notes)
        block = seen(written, alone)
        if block is None or any(item.kind != "sign" for item in block.items):
            return None
        found = voice(block, Style())
        items = block.items
        return New(
            "".join(" " if sign == "\n" else sign for sign in written),
            found.text,
            tuple(items[number].start for number in found.first),
            tuple(items[number].end for number in found.last),
        )

    def _begins_alike(self, said: str) -> bool:
        """Whether the first word of the block is the first of what comes."""
        return fold(said).partition(" ")[0] == self.voice.text.partition(" ")[0]

    def _goes_on(self, new: Leaf, said: str) -> bool:
        """Whether words that begin a block are words of a block like this one, with its signs or without."""
        leaf, signed = self.hit.leaf, self.hit.signed
        if new.kind not in ("paragraph", "heading") or (said[0] == ">" and ">" not in self._text[leaf.start : self.block.begin]):
            return False
        heading = new.kind == "heading"
        if heading and (leaf.kind != "heading" or _depth(new) != _depth(leaf)):
            return False
        if new.sign and new.sign[-1] != leaf.sign[-1:]:
            return False
        return signed or not new.sign or new.sign == leaf.sign


def _depth(heading: Leaf) -> int:
    """How deep a heading is."""
    return {"=": 1, "-": 2}.get(heading.markup, len(heading.markup))
