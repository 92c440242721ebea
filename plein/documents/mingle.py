"""One passage that two people changed, merged word by word; what they cannot both have is handed back in three forms."""

from __future__ import annotations

from collections.abc import Sequence

from plein.documents.align import Effort
from plein.documents.collide import Span, high, low, runs, torn
from plein.documents.diff import passage_edits
from plein.documents.soft import is_soft
from plein.documents.tokens import is_word, tokens

Piece = str | tuple[str, str, str]
"""Merged text, or (base, ours, theirs) where both cannot stand."""


def mingle(base: str, ours: str, theirs: str, effort: Effort) -> list[Piece]:
    """Merge one passage of whole lines.

    Blanks lose to words. Of two insertions at one place, one of which holds all the words of the other in order, the longer stands.
    A result that says a phrase twice that neither side says twice is no merge.

    >>> mingle("a b c\\n", "a x c\\n", "a b c d\\n", Effort())
    ['a x c d\\n']
    """
    if ours.split() == base.split():
        return [theirs]
    if theirs.split() == base.split():
        return [ours]
    if ours.split() == theirs.split():
        return [ours]
    mine = passage_edits(base, ours, effort)
    other = passage_edits(base, theirs, effort)
    kept, blocks = _settled(base, mine, other)
    if not blocks:
        merged = _write(base, 0, len(base), kept)
        return [merged] if not _says_twice(merged, base, ours, theirs) else [(base, ours, theirs)]
    pieces: list[Piece] = []
    at = 0
    for lo, hi in _whole_lines(base, blocks, sorted({*mine, *other})):
        pieces.append(_write(base, at, lo, [span for span in kept if at <= span[0] and span[1] <= lo and not (span[0] == span[1] == lo)]))
        one = _write(base, lo, hi, [span for span in mine if lo <= span[0] and span[1] <= hi])
        two = _write(base, lo, hi, [span for span in other if lo <= span[0] and span[1] <= hi])
        pieces.append((base[lo:hi], one, two))
        at = hi
    taken = pieces[-1]
    pieces.append(
        _write(base, at, len(base), [span for span in kept if span[0] >= at and not (taken and span[0] == span[1] == at)])
    )
    return [piece for piece in pieces if piece]


def _settled(base: str, mine: Sequence[Span], other: Sequence[Span]) -> tuple[list[Span], list[tuple[int, int]]]:
    """The changes that can stand together, and the places where some cannot."""
    side = dict.fromkeys(mine, 1)
    for span in other:
        side[span] = side.get(span, 0) | 2
    kept = set(side)
    blocks: list[tuple[int, int]] = []
    for run in runs(sorted(kept)):
        soft = {span for span in run if is_soft(base, *span)}
        for span in soft:
            if any(low(x) <= high(span) and low(span) <= high(x) and x not in soft for x in run):
                kept.discard(span)
        for clash in runs([span for span in run if span in kept]):
            if all(span in soft for span in clash):
                kept.difference_update(clash[1:])
                continue
            winner = _longer(clash)
            if winner is not None:
                kept.difference_update(span for span in clash if span != winner)
                continue
            blocks.append((min(span[0] for span in clash), max(span[1] for span in clash)))
            kept.difference_update(clash)
    for pair in torn(base, sorted(kept)):
        blocks.append((pair[0][0], pair[1][1]))
        kept.difference_update(pair)
    return sorted(kept), sorted(blocks)


def _longer(clash: Sequence[Span]) -> Span | None:
    """Of two insertions at one place, or two replacements of one passage, the one that holds all words of the other in order."""
    if len(clash) != 2 or clash[0][:2] != clash[1][:2]:
        return None
    short, long = sorted(clash, key=lambda span: (len(span[2]), span[2]))
    if clash[0][0] != clash[0][1]:
        return None
    words = iter(filter(is_word, tokens(long[2])))
    return long if all(word in words for word in filter(is_word, tokens(short[2]))) and any(map(is_word, tokens(short[2]))) else None


def _whole_lines(base: str, blocks: Sequence[tuple[int, int]], changes: Sequence[Span]) -> list[tuple[int, int]]:
    """Blocks widened to whole lines, and further until no change reaches across their edge."""
    wide: list[tuple[int, int]] = []
    for lo, hi in blocks:
        moved = True
        while moved:
            lo = base.rfind("\n", 0, lo) + 1
            if hi == lo or base[hi - 1 : hi] != "\n":
                newline = base.find("\n", hi)
                hi = len(base) if newline < 0 else newline + 1
            moved = False
            for start, end, _ in changes:
                if start < hi < end or start < lo < end:
                    lo, hi, moved = min(lo, start), max(hi, end), True
        while wide and lo <= wide[-1][1]:
            before = wide.pop()
            lo, hi = min(lo, before[0]), max(hi, before[1])
        wide.append((lo, hi))
    return wide


def _write(base: str, lo: int, hi: int, changes: Sequence[Span]) -> str:
    parts: list[str] = []
    at = lo
    for start, end, text in changes:
        parts.append(base[at:start])
        parts.append(text)
        at = end
    parts.append(base[at:hi])
    return "".join(parts)


def _says_twice(merged: str, base: str, ours: str, theirs: str) -> bool:
    """Whether four words in a row stand more often in the result than in any of the three texts."""
    count = _phrases(merged)
    allowed = [_phrases(text) for text in (base, ours, theirs)]
    return any(times > 1 and times > max(phrases.get(phrase, 0) for phrases in allowed) for phrase, times in count.items())


def _phrases(text: str) -> dict[tuple[str, ...], int]:
    words = [token for token in tokens(text) if is_word(token)]
    count: dict[tuple[str, ...], int] = {}
    for phrase in zip(words, words[1:], words[2:], words[3:], strict=False):
        count[phrase] = count.get(phrase, 0) + 1
    return count
