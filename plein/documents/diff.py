"""The edits that lead from one text to another, as people would tell them. How sequences are matched lives in ``align``.

Lines first, then the paragraphs inside a passage that changed, then the words inside a changed paragraph.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate, count

from plein.documents.align import Effort, Hunk, align, hunks_of
from plein.documents.chunks import cut, pair
from plein.documents.edit import Edit
from plein.documents.links import is_link, links_opened
from plein.documents.slide import lines_slid, slid
from plein.documents.tokens import is_word, tokens

_SIGNIFICANT = re.compile(r"\w\W*\w\W*\w|[^\W\x00-\u02ff]{2}")
_GAP = re.compile(r"\S[^\S\n]")

HOPELESS = 0.3
"""A paragraph that keeps less than this share of its words is replaced whole."""


def diff(base: str, proposed: str) -> tuple[Edit, ...]:
    r"""The edits that turn one text into another: ``apply(base, diff(base, proposed)) == proposed``.

    The same two texts give the same edits on every machine. Edits never begin or end inside a word; changes separated
    by a blank only are one; a paragraph of which little remains is replaced whole. The effort is bounded: two huge texts
    that have nothing in common come back as few large edits.

    Args:
        base: The old text.
        proposed: The new one.

    Returns:
        Edits sorted, disjoint and never touching; positions are code points into *base*, from 0.

    >>> diff("We build homes.\n", "We build affordable homes.\n")
    (Edit(start=8, end=8, text=' affordable'),)
    """
    if base == proposed:
        return ()
    start, end_a, end_b = _trimmed(base, proposed)
    a, b = base[start:end_a], proposed[start:end_b]
    effort = Effort()
    edits = [(lo + start, hi + start, text) for lo, hi, text in passage_edits(a, b, effort)]
    return tuple(Edit(*edit) for edit in lines_slid(base, edits))


def passage_edits(base: str, proposed: str, effort: Effort) -> list[tuple[int, int, str]]:
    """The edits between two passages of whole lines as sorted (start, end, text), charged to an effort that goes on."""
    edits: list[tuple[int, int, str]] = []
    for lo, hi, text in _by_lines(base, proposed, effort):
        if edits and edits[-1][1] == lo:
            last = edits.pop()
            lo, hi, text = _shorn(base, last[0], hi, last[2] + text)
        edits.append((lo, hi, text))
    return edits


def _shorn(base: str, lo: int, hi: int, text: str) -> tuple[int, int, str]:
    """Two edits made one, without the blank lines that both its old and its new text begin with."""
    if lo < hi and text.strip() and base[lo:hi].strip():
        while base[lo] == text[:1] == "\n" and text[1:2] == base[lo + 1 : lo + 2]:
            lo, text = lo + 1, text[1:]
    return lo, hi, text


def fine_edits(base: str, proposed: str) -> list[tuple[int, int, str]]:
    """The edits between two short passages word by word, none of them joined for the eye."""
    a, b = tokens(base), tokens(proposed)
    code_a, code_b, codes = _coded(a, b)
    matches = align(code_a, code_b, [is_word(token) for token in codes], Effort())
    return _spelled(slid(hunks_of(matches, len(a), len(b)), a, b), a, b)


def lines_of(text: str) -> list[str]:
    r"""The lines of a text, each with its newline.

    >>> lines_of("a\n\nb\n")
    ['a\n', '\n', 'b\n']
    """
    lines = [line + "\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def _trimmed(a: str, b: str) -> tuple[int, int, int]:
    """Where the two begin and end to differ, moved outward to whole lines: (start, end in a, end in b)."""
    short = min(len(a), len(b))
    start = _common_prefix(a, b, short)
    start = a.rfind("\n", 0, start) + 1
    back = _common_suffix(a, b, short - start)
    # The common end begins behind a newline that is itself common, unless both texts begin there.
    end = len(a) - back
    if not (end == start and len(b) - back == start and start == 0):
        newline = a.find("\n", end)
        end = len(a) if newline < 0 else newline + 1
    # Blank lines before the change go with it, so that a paragraph added anywhere reads "\n" + paragraph.
    while start >= 2 and a[start - 1] == "\n" == a[start - 2]:
        start -= 1
    return start, end, len(b) - (len(a) - end)


def _common_prefix(a: str, b: str, most: int) -> int:
    """How many characters *a* and *b* share at the start; found by halving, so that the work is done by memory comparison."""
    low, high = 0, min(most, 64)
    while high < most and a[low:high] == b[low:high]:
        low, high = high, min(most, high * 4)
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_suffix(a: str, b: str, most: int) -> int:
    """How many characters *a* and *b* share at the end."""
    n, m = len(a), len(b)
    low, high = 0, min(most, 64)
    while high < most and a[n - high : n - low] == b[m - high : m - low]:
        low, high = high, min(most, high * 4)
    while low < high:
        middle = (low + high + 1) // 2
        if a[n - middle : n - low] == b[m - middle : m - low]:
            low = middle
        else:
            high = middle - 1
    return low


def _by_lines(a: str, b: str, effort: Effort) -> list[tuple[int, int, str]]:
    """Edits of two passages made of whole lines."""
    lines_a, lines_b = lines_of(a), lines_of(b)
    code_a, code_b, codes = _coded(lines_a, lines_b)
    solid = [_SIGNIFICANT.search(line) is not None for line in codes]
    kept = [m for m in align(code_a, code_b, solid, effort) if any(solid[code] for code in code_a[m[0] : m[0] + m[2]])]
    offsets = list(accumulate(map(len, lines_a), initial=0))
    edits: list[tuple[int, int, str]] = []
    for i0, i1, j0, j1 in hunks_of(kept, len(code_a), len(code_b)):
        while i0 and j0 and code_a[i0 - 1] == code_b[j0 - 1] and lines_a[i0 - 1].isspace():
            i0, j0 = i0 - 1, j0 - 1
        for lo, hi, text in _by_chunks(lines_a[i0:i1], lines_b[j0:j1], effort):
            edits.append((lo + offsets[i0], hi + offsets[i0], text))
    return edits


def _coded(a: Sequence[str], b: Sequence[str]) -> tuple[list[int], list[int], dict[str, int]]:
    """Two sequences in numbers, equal elements having equal numbers; and all elements in the order of their numbers."""
    codes: dict[str, int] = defaultdict(count().__next__)
    return [codes[element] for element in a], [codes[element] for element in b], codes


def _by_chunks(a: Sequence[str], b: Sequence[str], effort: Effort) -> list[tuple[int, int, str]]:
    """Edits of a passage that changed: first which paragraph became which, then the words."""
    if not a or not b:
        return [(0, sum(map(len, a)), "".join(b))]
    chunks_a, chunks_b = cut(a), cut(b)
    if len(chunks_a) == len(chunks_b) == 1:
        return _by_words(*_tokens_of_both(chunks_a[0].text, chunks_b[0].text), effort)
    offsets = list(accumulate([len(chunk.text) for chunk in chunks_a], initial=0))
    edits: list[tuple[int, int, str]] = []
    for a0, a1, b0, b1, alike in pair(chunks_a, chunks_b, effort):
        at = offsets[a0]
        old = [token for chunk in chunks_a[a0:a1] for token in chunk.tokens]
        new = [token for chunk in chunks_b[b0:b1] for token in chunk.tokens]
        found = _by_words(old, new, effort) if alike or a1 - a0 == b1 - b0 == 1 else _whole(old, new)
        edits.extend((lo + at, hi + at, text) for lo, hi, text in found)
    return edits


def _tokens_of_both(a: str, b: str) -> tuple[list[str], list[str]]:
    """The tokens of two texts; what both begin and end with is cut once, up to a blank, which no token but a code span reaches over."""
    if "`" in a or "`" in b:
        return tokens(a), tokens(b)
    short = min(len(a), len(b))
    start = max(a.rfind(" ", 0, _common_prefix(a, b, short)), 0)
    while start and a[start - 1].isspace():
        start -= 1
    gap = _GAP.search(a, len(a) - _common_suffix(a, b, short - start))
    back = len(a) - gap.start() - 1 if gap else 0
    head, tail = tokens(a[:start]), tokens(a[len(a) - back :])
    middle_a, middle_b = tokens(a[start : len(a) - back]), tokens(b[start : len(b) - back])
    return head + middle_a + tail, head + middle_b + tail


def _by_words(a: list[str], b: list[str], effort: Effort) -> list[tuple[int, int, str]]:
    """Edits of two token lists."""
    if a == b:
        return []
    start, back, most = 0, 0, min(len(a), len(b))
    while start < most and a[start] == b[start]:
        start += 1
    while back < most - start and a[-1 - back] == b[-1 - back]:
        back += 1
    middle_a, middle_b = a[start : len(a) - back], b[start : len(b) - back]
    hunks = [(0, len(middle_a), 0, len(middle_b))]
    if middle_a and middle_b:
        code_a, code_b, codes = _coded(middle_a, middle_b)
        weights = [len(token.strip()) for token in codes]
        solid = [is_word(token) for token in codes]
        hunks = hunks_of(align(code_a, code_b, solid, effort), len(middle_a), len(middle_b))
        if any(is_link(token) for i0, i1, _, _ in hunks for token in middle_a[i0:i1]):
            middle_a, middle_b, hunks = links_opened(hunks, middle_a, middle_b, effort)
            a, b = a[:start] + middle_a + a[len(a) - back :], b[:start] + middle_b + b[len(b) - back :]
            code_a, code_b, codes = _coded(middle_a, middle_b)
            weights = [len(token.strip()) for token in codes]
        hunks = _calmed(hunks, code_a, code_b, weights)
        if 4 * (start + back) < most and _hopeless(hunks, a, b, start):
            return _whole(a, b)
    hunks = [(i0 + start, i1 + start, j0 + start, j1 + start) for i0, i1, j0, j1 in hunks]
    return _spelled(slid(hunks, a, b), a, b)


def _hopeless(hunks: Sequence[Hunk], a: Sequence[str], b: Sequence[str], start: int) -> bool:
    """Whether so few words are kept that nobody would call it the same paragraph."""
    total_a, total_b = (sum([len(token) for token in side if is_word(token)]) for side in (a, b))
    gone = sum([len(token) for i0, i1, _, _ in hunks for token in a[i0 + start : i1 + start] if is_word(token)])
    return total_a - gone < HOPELESS * min(total_a, total_b)


def _whole(a: list[str], b: list[str]) -> list[tuple[int, int, str]]:
    """One edit that replaces all but a common beginning and end."""
    i, n, m = 0, len(a), len(b)
    while i < n and i < m and a[i] == b[i]:
        i += 1
    while n > i and m > i and a[n - 1] == b[m - 1]:
        n, m = n - 1, m - 1
    return _spelled([(i, n, i, m)] if i < n or i < m else [], a, b)


def _calmed(hunks: list[Hunk], a: list[int], b: list[int], weights: list[int]) -> list[Hunk]:
    """Join changes that only a blank keeps apart, or so little unchanged text that nobody would see it as kept."""
    calm: list[Hunk] = []
    sizes: list[int] = []
    for hunk in hunks:
        size = max(sum([weights[c] for c in a[hunk[0] : hunk[1]]]), sum([weights[c] for c in b[hunk[2] : hunk[3]]]))
        while calm:
            before = calm[-1]
            between = sum([weights[c] for c in a[before[1] : hunk[0]]])
            if between * 4 >= min(size, sizes[-1]) and (between or not (size and sizes[-1])):
                break
            size += between + sizes.pop()
            calm.pop()
            hunk = (before[0], hunk[1], before[2], hunk[3])
        calm.append(hunk)
        sizes.append(size)
    return calm


def _spelled(hunks: list[Hunk], a: list[str], b: list[str]) -> list[tuple[int, int, str]]:
    """Hunks of tokens as (start, end, text) in characters."""
    edits: list[tuple[int, int, str]] = []
    at = i = 0
    for i0, i1, j0, j1 in hunks:
        at += sum(map(len, a[i:i0]))
        end = at + sum(map(len, a[i0:i1]))
        edits.append((at, end, "".join(b[j0:j1])))
        at, i = end, i1
    return edits
