"""Addresses that became others. Who renames a folder changes no file's name: both may be said of one address by two people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plein.documents.align import Effort, Hunk, align, hunks_of
from plein.documents.tokens import is_word

LEAST = 8
"""So many letters of its words must an address keep to be the same one changed,"""

SHARE = 0.3
"""and this share of the shorter of the two."""

COST = 10
"""What comparing two addresses is charged, in pairs of paragraphs."""

_PART = re.compile(r"\]\(|://|\w+|\W")


def is_link(token: str) -> bool:
    """Whether a token is an address, or the second half of a Markdown link.

    >>> is_link("](a/b.md)"), is_link("http")
    (True, False)
    """
    return token.startswith(("](", "http://", "https://"))


def parts(link: str) -> list[str]:
    """The parts of an address: its words and the signs between them; of one beyond ASCII, the whole.

    >>> parts("](a/b.md#c-d)")
    ['](', 'a', '/', 'b', '.', 'md', '#', 'c', '-', 'd', ')']
    """
    return _PART.findall(link) if link.isascii() else [link]


def links_opened(hunks: Sequence[Hunk], a: list[str], b: list[str], effort: Effort) -> tuple[list[str], list[str], list[Hunk]]:
    """Take addresses apart that became others much like them.

    Args:
        hunks: What lies between the matches of *a* and *b*; the links of a hunk are taken in pairs if there are as many on both sides.
        a: The old words, blanks and signs.
        b: The new ones.
        effort: What this may cost; counted down here.

    Returns:
        The old and the new, some addresses in several parts, and what lies between their matches now.
    """
    open_a: list[str] = []
    open_b: list[str] = []
    found: list[Hunk] = []
    i = j = 0
    for i0, i1, j0, j1 in hunks:
        open_a += a[i:i0]
        open_b += b[j:j0]
        i, j = i0, j0
        at_a, at_b = ([n for n in range(lo, hi) if is_link(side[n])] for side, lo, hi in ((a, i0, i1), (b, j0, j1)))
        for x, y in zip(at_a, at_b, strict=True) if len(at_a) == len(at_b) else ():
            _add(found, open_a, open_b, a[i:x], b[j:y], [(0, x - i, 0, y - j)])
            _add(found, open_a, open_b, *_opened(a[x], b[y], effort))
            i, j = x + 1, y + 1
        _add(found, open_a, open_b, a[i:i1], b[j:j1], [(0, i1 - i, 0, j1 - j)])
        i, j = i1, j1
    return open_a + a[i:], open_b + b[j:], found


def _add(found: list[Hunk], open_a: list[str], open_b: list[str], old: Sequence[str], new: Sequence[str], inner: Sequence[Hunk]) -> None:
    """Append a stretch of both sides; what differs right behind what differed before is one."""
    for p0, p1, q0, q1 in inner:
        if p0 == p1 and q0 == q1:
            continue
        hunk = (p0 + len(open_a), p1 + len(open_a), q0 + len(open_b), q1 + len(open_b))
        if found and found[-1][1] == hunk[0] and found[-1][3] == hunk[2]:
            before = found.pop()
            hunk = (before[0], hunk[1], before[2], hunk[3])
        found.append(hunk)
    open_a += old
    open_b += new


def _opened(old: str, new: str, effort: Effort) -> tuple[list[str], list[str], list[Hunk]]:
    """Two addresses in parts and what lies between their matches; each whole where they are not alike."""
    effort.pairs -= COST
    if effort.pairs < 0:
        return [old], [new], [(0, 1, 0, 1)] if old != new else []
    parts_a, parts_b = parts(old), parts(new)
    codes = {part: number for number, part in enumerate(dict.fromkeys(parts_a + parts_b))}
    matches = align([codes[part] for part in parts_a], [codes[part] for part in parts_b], [is_word(part) for part in codes], effort)
    kept = sum(len(part) for p, _, n in matches for part in parts_a[p : p + n] if is_word(part))
    least = min(sum(len(part) for part in side if is_word(part)) for side in (parts_a, parts_b))
    if kept >= LEAST and kept >= SHARE * least:
        return parts_a, parts_b, hunks_of(matches, len(parts_a), len(parts_b))
    return [old], [new], [(0, 1, 0, 1)] if old != new else []
