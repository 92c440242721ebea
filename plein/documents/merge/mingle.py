"""One passage that two people changed, merged word by word; what they cannot both have is handed back in three forms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from plein.documents.diff.align import Effort
from plein.documents.diff.diff import passage_edits
from plein.documents.diff.soft import is_soft
from plein.documents.diff.words import fine_edits
from plein.documents.edit import Edit
from plein.documents.merge.collide import runs
from plein.documents.merge.meet import torn
from plein.documents.merge.merge import Merge, merge
from plein.documents.merge.pairs import crossing, pairs, split
from plein.documents.spans import Span, high, low
from plein.documents.text.sentences import ends_sentence, sentence_starts
from plein.documents.text.tokens import is_word, tokens
from plein.documents.text.twice import says_twice
from plein.documents.thresholds import PASSAGE_ANEW, PASSAGE_MOVED, SENTENCE_GROWN

_OPENS_APART = re.compile(r"[ \t]*\n")
_ENDS_APART = re.compile(r"\n[ \t]*\n\Z")
_SIGN = re.compile(r"[ \t]*(?:[-*+#>|]|\d+[.)]|```|~~~|<)")
_BLOCKS = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+#>|]|\d+[.)]))")

Piece = str | tuple[str, str, str]
"""Merged text, or (base, ours, theirs) where both cannot stand."""


def mingle(base: str, ours: str, theirs: str, effort: Effort, before: str = "", behind: str = "") -> list[Piece]:
    """Merge one passage of whole lines; *before* and *behind* are the lines that stand around it in all three texts.

    Blanks lose to words. Of two insertions at one place, one of which holds all the words of the other in order, the longer stands.
    A result that says a phrase twice that neither side says twice is no merge. Where words do not go together, but one side says all
    that the other says, in the same order, and takes out all that the other takes out, that side stands: nothing is lost by it. So it does
    where they go together, but a word that both keep would be gone.

    >>> mingle("a b c\\n", "a x c\\n", "a b c d\\n", Effort())
    ['a x c d\\n']
    """
    was, one, two = (_laid_out(text, before, behind) for text in (base, ours, theirs))
    if one == two:
        return [min(ours, theirs, key=lambda text: (len(text), text))]
    if was in (one, two):
        return [theirs if was == one else ours]
    mine = passage_edits(base, ours, effort)
    other = passage_edits(base, theirs, effort)
    both = merge(base, {1: [Edit(*span) for span in mine], 2: [Edit(*span) for span in other]})
    if _tears_pairs(base, mine, other) or any(collision.kind == "structure" for collision in both.collisions):
        return [(base, ours, theirs)]
    pieces = _pieces(base, ours, theirs, mine, other)
    if all(isinstance(piece, str) for piece in pieces):
        return pieces
    apart = _apart(base, both, {*mine} ^ {*other})
    return pieces if apart is None or says_twice(apart, base, ours, theirs) else [apart]


def _tears_pairs(base: str, mine: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether signs that come in pairs would be left alone or cross: a bracket of one side, its partner of the other."""
    ours, theirs = pairs(base, mine), pairs(base, other)
    if not ours and not theirs:
        return False
    torn_apart = split(ours, other) or split(theirs, mine)
    return bool(torn_apart) or len(crossing([*ours, *theirs])) > max(len(crossing(ours)), len(crossing(theirs)))


def _pieces(base: str, ours: str, theirs: str, mine: Sequence[Span], other: Sequence[Span]) -> list[Piece]:
    """The passage merged word by word, with what both cannot have in three forms."""
    if _at_odds(base, mine, other):
        return [_larger(base, ours, theirs) or (base, ours, theirs)]
    kept, blocks = _settled(base, mine, other)
    if not blocks:
        merged = _write(base, 0, len(base), kept)
        if says_twice(merged, base, ours, theirs):
            return [_larger(base, ours, theirs) or (base, ours, theirs)]
        return [(_says_less(merged, ours, theirs) and _larger(base, ours, theirs)) or merged]
    pieces: list[Piece] = []
    at = 0
    for lo, hi in _whole_lines(base, blocks, sorted({*mine, *other})):
        pieces.append(_write(base, at, lo, [span for span in kept if at <= span[0] and span[1] <= lo and not (span[0] == span[1] == lo)]))
        one = _write(base, lo, hi, [span for span in mine if lo <= span[0] and span[1] <= hi])
        two = _write(base, lo, hi, [span for span in other if lo <= span[0] and span[1] <= hi])
        pieces.append(_larger(base[lo:hi], one, two) or (base[lo:hi], one, two))
        at = hi
    pieces.append(_write(base, at, len(base), [span for span in kept if span[0] >= at and not span[0] == span[1] == at]))
    return [piece for piece in pieces if piece]


def _apart(base: str, both: Merge[int], changes: Collection[Span]) -> str | None:
    """The passage with the changes of both, where a merge of suggestions holds neither and they have nothing to do with each other.

    That is where no two of them meet in a sentence, or where all they do is to take out whole sentences and lines, or to split and join
    blocks. None where it is not so.
    """
    if both.held or (both.near and not all(_whole_unit(base, *span) for span in changes)):
        return None
    return both.text


def _whole_unit(base: str, start: int, end: int, text: str) -> bool:
    """Whether a change takes out whole sentences or lines, or only parts or joins blocks."""
    was = base[start:end]
    if not was.strip() and not text.strip():
        return "\n" in was + text
    return not text and (ends_sentence(was) or was[-1] == "\n")


def _laid_out(text: str, before: str, behind: str) -> tuple[bool, list[list[str]], bool]:
    """The words of each block, and whether a blank line parts a paragraph from what stands before or behind: a text without its lay-out."""
    blocks = [block.split() for block in _BLOCKS.split(text) if block.strip()]
    lines = [line for line in text.split("\n") if line.strip()]
    parted = _OPENS_APART.match(text) is not None and bool(lines) and _runs_on(before, lines[0])
    return parted, blocks, _ENDS_APART.search(text) is not None and bool(lines) and _runs_on(lines[-1], behind)


def _runs_on(one: str, two: str) -> bool:
    """Whether two lines, the one under the other, are one paragraph."""
    return bool(one.strip() and two.strip()) and not _SIGN.match(two) and not one.lstrip().startswith("#")


def _at_odds(base: str, mine: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether two people's changes of one passage tell different stories, so that putting them together word by word is no merge.

    One wrote nearly all of it anew; one moved words about inside it; one takes out a word that the other puts in; one takes out
    what stands right beside what the other changes.
    """
    shared = set(mine).intersection(other)
    one, two = ([span for span in spans if span not in shared] for spans in (mine, other))
    if not one or not two:
        return False
    size = sum(map(len, filter(is_word, tokens(base))))
    (gone_one, come_one), (gone_two, come_two) = _words(base, one), _words(base, two)
    if size and any(sum(len(word) * n for word, n in gone.items()) > PASSAGE_ANEW * size for gone in (gone_one, gone_two)):
        return True
    if (gone_one & come_one).total() >= PASSAGE_MOVED or (gone_two & come_two).total() >= PASSAGE_MOVED:
        return True
    if gone_one & come_two or gone_two & come_one:
        return True
    if _overwhelmed(base, one, two):
        return True
    return any(
        x[1] <= y[0]
        and {x, y} - set(one)
        and {x, y} - set(two)
        and not base[x[1] : y[0]].strip(" \t")
        and ("" in (x[2], y[2]) or _marks_twice(x, y))
        for x, y in pairwise(sorted([*one, *two]))
    )


def _marks_twice(before: Span, after: Span) -> bool:
    """Whether two changes side by side put in the same signs: one by themselves, the other with the words they belong to.

    >>> _marks_twice((4, 4, "**"), (4, 8, "**Home**")), _marks_twice((4, 4, "**"), (4, 8, "Home"))
    (True, False)
    """
    first, second = before[2].strip(), after[2].strip()
    if not first or not second or any(map(str.isalnum, first if len(first) < len(second) else second)):
        return False
    return (before[0] == before[1] and second.startswith(first)) or (after[0] == after[1] and first.endswith(second))


def _overwhelmed(base: str, one: Sequence[Span], two: Sequence[Span]) -> bool:
    """Whether a sentence that both change gets much longer by one of them: then the other's words land in another sentence than theirs."""
    cuts = [0, *sentence_starts(base), len(base)]
    for start, end in pairwise(cuts):
        inside = [[span for span in spans if (span[0] < end and span[1] > start) or start < span[0] < end] for spans in (one, two)]
        if all(inside):
            length = len(base[start:end].strip())
            if any(sum(len(text) for lo, _, text in spans if start <= lo <= end) > SENTENCE_GROWN * length for spans in (one, two)):
                return True
    return False


def _words(base: str, changes: Sequence[Span]) -> tuple[Counter[str], Counter[str]]:
    """The longer words that changes take out, and those they put in."""
    gone = Counter(token for start, end, _ in changes for token in tokens(base[start:end]) if is_word(token) and len(token) > 3)
    come = Counter(token for _, _, text in changes for token in tokens(text) if is_word(token) and len(token) > 3)
    return gone, come


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
            winner = _settles(base, clash)
            if winner is not None:
                kept.difference_update(span for span in clash if span != winner)
                continue
            blocks.append((min(span[0] for span in clash), max(span[1] for span in clash)))
            kept.difference_update(clash)
    for pair in torn(base, sorted(kept)):
        blocks.append((pair[0][0], pair[1][1]))
        kept.difference_update(pair)
    return sorted(kept), sorted(blocks)


def _settles(base: str, clash: Sequence[Span]) -> Span | None:
    """The one change that holds all of the other: the longer of two insertions at one place, the larger of two deletions."""
    if len(clash) != 2:
        return None
    short, long = sorted(clash, key=lambda span: (span[1] - span[0], len(span[2]), span[2]))
    if not short[2] and not long[2]:
        return long if long[0] <= short[0] and short[1] <= long[1] else None
    if short[:2] != long[:2]:
        return None
    if short[0] != short[1]:
        was = base[short[0] : short[1]]
        mine, other = (set(fine_edits(was, span[2])) for span in (short, long))
        return short if other <= mine else long if mine <= other else None
    words = [token for token in tokens(short[2]) if is_word(token)]
    held = iter([token for token in tokens(long[2]) if is_word(token)])
    return long if words and all(word in held for word in words) else None


def _larger(base: str, ours: str, theirs: str) -> str:
    """The one of two that says all the other says, and more; empty if neither does.

    >>> _larger("We build.\\n", "We build flats.\\n", "We build cheap flats.\\n"), _larger("We build.\\n", "We rent.\\n", "We buy.\\n")
    ('We build cheap flats.\\n', '')
    """
    (small, _), (large, longer) = sorted(((_said(text), text) for text in (ours, theirs)), key=lambda pair: (len(pair[0]), pair[1]))
    held = iter(large)
    if not any(map(is_word, small)) or not all(token in held for token in small):
        return ""
    was = Counter(_said(base))
    return longer if was - Counter(small) <= was - Counter(large) else ""


def _said(text: str) -> list[str]:
    """The words and signs of a text."""
    return [token for token in tokens(text) if not token.isspace()]


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


def _says_less(merged: str, ours: str, theirs: str) -> bool:
    """Whether a word or sign stands in the result less often than on both sides.

    Two who ask for the same by other edits come to that: of two equal words one replaces the first, one the second.
    """
    one, two = Counter(_said(ours)), Counter(_said(theirs))
    return bool((one & two) - Counter(_said(merged)))
