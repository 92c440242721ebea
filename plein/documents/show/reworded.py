"""A passage as people read it, put in other words in its source: only the words that differ are written, what stands around them stays.

What comes of it is read again. Where it would not show what was asked it is not written: no mark is torn, and none is made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from plein.documents.diff.emptied import passage_gone
from plein.documents.diff.words import fine_edits
from plein.documents.show.as_read import Hit, pairs
from plein.documents.show.mended import mended
from plein.documents.show.wish import Wish, Words
from plein.documents.text.folding import fold
from plein.documents.text.looks import spoken
from plein.documents.text.seen import Seen, seen
from plein.documents.text.shown import Leaf, leaves

_SIGN = re.compile(r"(?<!\\)[\\`*_~\[\]<>&|!#]")
_RUN = re.compile(r"\S+")
_LINE = re.compile(r"\A|\n[ \t>]*")
_BEGINS_A_BLOCK = re.compile(r"(?=[-+*>#=|~`])|\d{1,9}(?=[.)](?:\s|\Z))")
_BEFORE_A_STOP = re.compile(r" (?=[.,;:!?])")


def reworded(text: str, hit: Hit, replacement: str) -> str | None:
    r"""The whole text with a passage in other words.

    Args:
        text: The text.
        hit: Where the passage can be read, see ``as_read``.
        replacement: How it should read, in words; or in Markdown, then it is written as it is.

    Returns:
        None where that cannot be done without tearing a mark.

    >>> from plein.documents.show.as_read import hits
    >>> text = "We **plant** trees in\n[every village](https://example.org).\n"
    >>> reworded(text, hits(text, "We plant trees in every village")[0], "We plant oaks in each village")
    'We **plant** oaks in\n[each village](https://example.org).\n'
    """
    if hit.seen is None:
        return None
    wish = Wish(text, hit, hit.seen, replacement)
    if wish.words is not None:
        return _Rewriting(text, wish, wish.words).written()
    underlined = hit.signed and hit.leaf.markup in ("=", "-")
    if hit.torn or underlined or (hit.leaf.kind == "row" and "\n" in replacement.strip()):
        return None
    start, end = hit.span
    return text[:start] + replacement.strip("\n") + text[end:]


def reads(text: str, hit: Hit, replacement: str, proposed: str) -> bool:
    """Whether a proposed text shows plain words in the place of a passage, and all else as it was; True too of what is no plain words."""
    wish = Wish(text, hit, hit.seen, replacement) if hit.seen is not None else None
    return wish is None or wish.words is None or _Rewriting(text, wish, wish.words).reads(proposed)


@dataclass(frozen=True, slots=True)
class _Change:
    """Items of a block that go, from the first to before the last, and what comes."""

    first: int
    last: int
    text: str


@dataclass(frozen=True, slots=True)
class _Way:
    """How changes are written.

    Attributes:
        escaped: With a backslash before each sign that comes and might be a mark.
        guarded: With one where a line would begin another kind of block.
        inside: In the marks around the first word that goes, though they do not hold the last.
    """

    escaped: bool = False
    guarded: bool = False
    inside: bool = False


_WAYS = (_Way(), _Way(inside=True), _Way(escaped=True), _Way(escaped=True, guarded=True), _Way(escaped=True, guarded=True, inside=True))
"""The plainest first; the first that shows what is asked is taken."""


class _Rewriting:
    """Plain words written in the place of a passage."""

    def __init__(self, text: str, wish: Wish, words: Words) -> None:
        self._text, self._block, self._start, self._words = text, wish.block, wish.hit.leaf.start, words
        self._style, self._voice, self._kinds, self._drops = wish.style, wish.voice, wish.kinds, wish.drops

    def written(self) -> str | None:
        """The text with these words; None where they cannot be written so that they are read."""
        self._words = tuple((lo, hi, new) if new.looks else (*self._grown(lo, hi), new) for lo, hi, new in self._words)
        if not self._expected().replace("|", ""):
            return self._emptied()
        for told in (self._by_words(), self._whole()):
            for way in _WAYS if told is not None else ():
                proposed = self._with(told or (), way)
                if self.reads(proposed):
                    return proposed
        return None

    def reads(self, proposed: str) -> bool:
        """Whether a text shows these words in this block, and elsewhere what it showed; True where they leave no word of the block."""
        was, now = leaves(self._text), leaves(proposed)
        expected = self._expected()
        if not any(map(str.isalnum, expected)):
            return True
        if len(was) != len(now):
            return False
        for old, new in zip(was, now, strict=True):
            if (old.kind, old.sign, old.markup, len(old.written)) != (new.kind, new.sign, new.markup, len(new.written)):
                return False
            if old.start != self._start and old.written != new.written:
                return False
            if old.start == self._start and not self._reads_here(proposed, new, expected):
                return False
        return True

    def _expected(self) -> str:
        """What the block is to look like."""
        looks, said, done = self._voice.text, "", 0
        for lo, hi, new in self._words:
            said += looks[done:lo] + new.looks
            done = hi
        return fold(said + looks[done:])

    def _grown(self, lo: int, hi: int) -> tuple[int, int]:
        """A passage that goes, with a blank beside it that would be one too many."""
        looks = self._voice.text
        before = looks[lo - 1] if lo and self._kinds[lo - 1] != "cell" else ""
        behind = looks[hi] if hi < len(looks) and self._kinds[hi] != "cell" else ""
        if before == " " and (not behind or behind in " .,;:!?"):
            return lo - 1, hi
        return (lo, hi + 1) if not before and behind == " " else (lo, hi)

    def _emptied(self) -> str:
        """The text without all words of the block; the signs of an item, a heading or a row go later."""
        start, end = self._block.items[0].start, self._block.items[-1].end
        borders = "".join(self._text[item.start : item.end] for item in self._block.items if item.kind == "cell")
        if not borders:
            start, end = passage_gone(self._text, start, end)
        return self._text[:start] + borders + self._text[end:]

    def _by_words(self) -> tuple[_Change, ...] | None:
        """The words that differ, each by itself; None where they run over the border of a cell."""
        changes: list[_Change | None] = []
        for lo, hi, new in self._words:
            for start, end, begin, stop in _hunks(self._voice.text[lo:hi], new.looks):
                changes.append(self._change(lo + start, lo + end, new.cut(begin, stop)))
        return _all(changes)

    def _whole(self) -> tuple[_Change, ...] | None:
        """The whole passage, its words and the marks around them."""
        return _all([self._change(lo, hi, new.written.strip()) for lo, hi, new in self._words])

    def _change(self, lo: int, hi: int, new: str) -> _Change | None:
        """A part of what the block looks like that changes, as one of its items."""
        if lo == hi:
            point = self._point(lo)
            return _Change(point, point, new)
        if "cell" in self._kinds[lo:hi]:
            return None
        return _Change(self._voice.first[lo], self._voice.last[hi - 1] + 1, new)

    def _point(self, at: int) -> int:
        """Before which item words are put in: outside the marks that end or begin there."""
        items = self._block.items
        if at == 0 or self._kinds[at - 1] == "cell":
            point = self._voice.first[at] if at < len(self._kinds) else len(items)
            while point and items[point - 1].kind == "open":
                point -= 1
            return point
        point = self._voice.last[at - 1] + 1
        while point < len(items) and items[point].kind in ("close", "note"):
            point += 1
        return point

    def _with(self, changes: Sequence[_Change], way: _Way) -> str:
        """The text with some changes."""
        goes, comes = set(self._drops), dict[int, list[str]]()
        unheard = self._unheard()
        for change in changes:
            for number in range(change.first, change.last):
                kind = self._block.items[number].kind
                if (kind == "sign" and not (change.text and number in unheard)) or (kind == "note" and not change.text):
                    goes.add(number)
            if not change.text:
                goes.update(one for pair in pairs(self._block) if change.first <= pair[0] <= pair[1] < change.last for one in pair)
            words = _SIGN.sub(lambda sign: f"\\{sign[0]}", change.text) if way.escaped else change.text
            comes.setdefault(change.first if way.inside else self._slot(change), []).append(words)
        whole = mended(self._text, self._block, goes, comes)
        if way.guarded:
            whole = "".join(_guarded(whole))
        return self._text[: self._block.items[0].start] + whole + self._text[self._block.items[-1].end :]

    def _unheard(self) -> set[int]:
        """The items of images, where these were not seen."""
        if self._style.images:
            return set()
        names = ((opens, closes) for opens, closes in pairs(self._block) if self._block.items[opens].name == "image")
        return {number for opens, closes in names for number in range(opens, closes)}

    def _slot(self, change: _Change) -> int:
        """Before which item what comes is written: inside the marks around all that goes, outside those that lose a part."""
        ends = (closes + 1 for opens, closes in pairs(self._block) if opens < change.first <= closes < change.last)
        return max(ends, default=change.first)

    def _reads_here(self, proposed: str, leaf: Leaf, expected: str) -> bool:
        if _BEFORE_A_STOP.sub("", spoken(leaf, self._style)) != _BEFORE_A_STOP.sub("", expected):
            return False
        block = seen(proposed, leaf)
        if block is None or not self._words:
            return block is not None
        first, last = self._voice.first[self._words[0][0]], self._voice.last[self._words[-1][1] - 1]
        stays = Counter(_marks(self._text, self._block, lambda opens, closes: closes < first or opens > last))
        return not stays - Counter(_marks(proposed, block, lambda opens, closes: True))


def _hunks(old: str, new: str) -> Iterator[tuple[int, int, int, int]]:
    """Which parts of one wording become which of another. What only blanks keep apart is one, or goes word by word where there are as many."""
    found: list[tuple[int, int, int, int]] = []
    shift = 0
    for start, end, text in fine_edits(old, new) if new else [(0, len(old), "")]:
        hunk = (start, end, start + shift, start + shift + len(text))
        shift += len(text) - (end - start)
        if found and not old[found[-1][1] : start].strip():
            hunk = (found[-1][0], end, found.pop()[2], hunk[3])
        found.append(hunk)
    for start, end, begin, stop in found:
        was, now = (list(_RUN.finditer(side)) for side in (old[start:end], new[begin:stop]))
        if len(was) == len(now) > 1:
            yield from (
                (start + one.start(), start + one.end(), begin + other.start(), begin + other.end())
                for one, other in zip(was, now, strict=True)
                if one[0] != other[0]
            )
        else:
            yield start, end, begin, stop


def _all(changes: Sequence[_Change | None]) -> tuple[_Change, ...] | None:
    told = tuple(change for change in changes if change is not None)
    return told if len(told) == len(changes) else None


def _marks(text: str, block: Seen, counts: Callable[[int, int], bool]) -> Iterator[tuple[str, str, str]]:
    """Some marks of a block: how each is written, and what it holds."""
    items = block.items
    for opens, closes in pairs(block):
        if counts(opens, closes):
            said = "".join(item.says for item in items[opens:closes])
            yield text[items[opens].start : items[opens].end], said, text[items[closes].start : items[closes].end]


def _guarded(whole: str) -> Iterator[str]:
    """A block of which no line begins as a block of another kind does."""
    done = 0
    for line in _LINE.finditer(whole):
        found = _BEGINS_A_BLOCK.match(whole, line.end())
        if found:
            yield whole[done : found.end()] + "\\"
            done = found.end()
    yield whole[done:]
