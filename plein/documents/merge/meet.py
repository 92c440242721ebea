"""How changes that touch are told, so that they share nothing but what they both change; and which of them cannot both stand.

The same change can be told at several places: a sentence goes with the blank before it, or with the one behind. Where two changes meet they are
told so that each takes its own separator, and what then still shares characters is at odds. What only touches is at odds where one takes out
what the other hangs on (:mod:`plein.documents.text.units`), or where together they would run two words into one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from plein.documents.spans import Span
from plein.documents.text.tokens import unspaced
from plein.documents.text.units import MARKER, core, hangs, whole_lines

MOST = 4_096
"""So many pairs of what is taken out and what is put in beside it are looked at in one group; beyond it they count as at odds."""


_AROUND = {"*": "*", "_": "_", "~": "~", "`": "`", '"': '"', "(": ")", "“": "”", "„": "”", "«": "»", "‘": "’"}
_TARGET = re.compile(r"\]\([^)\n]*\)")
_SIGN = re.compile(r"[ \t]*(?:[-*+•]|\d{1,9}[.)]|#{1,6}|>)")


def groups(swept: Sequence[Span]) -> list[list[Span]]:
    """Changes that hang together by touching or sharing characters: each group has two or more.

    Args:
        swept: Distinct changes, sorted.

    >>> groups([(0, 2, "a"), (2, 4, "b"), (6, 7, "c")])
    [[(0, 2, 'a'), (2, 4, 'b')]]
    """
    found: list[list[Span]] = []
    reach, first = -1, 0
    for number, span in enumerate(swept):
        if span[0] > reach:
            if number - first > 1:
                found.append(list(swept[first:number]))
            first = number
            reach = span[1]
        elif span[1] > reach:
            reach = span[1]
    if len(swept) - first > 1:
        found.append(list(swept[first:]))
    return found


def retold(base: str, group: Sequence[Span], own: Callable[[Span, Span], bool]) -> dict[Span, Span]:
    r"""The changes of a group that are told otherwise, so that none meets another in a blank only; an empty one where nothing is left of it.

    Args:
        base: The text.
        group: Changes that touch or share characters, sorted.
        own: Whether one person made both of two changes; these are left as they are.

    >>> retold("Cats sleep. Dogs bark. Birds sing.\n", [(0, 12, ""), (11, 22, "")], lambda one, two: False)
    {(11, 22, ''): (12, 23, '')}
    """
    told: dict[Span, Span] = {}
    before: Span | None = None
    was, floor = before, 0
    for number, span in enumerate(group):
        now = span
        if before is not None and was is not None and span[0] < before[1] and before[0] < before[1] and _leaves(base, before):
            now = _beside(base, before, span) or span
            if now != span and any(other[0] < now[1] and own(span, other) for other in group[number + 1 : number + 9]):
                now = span
            if now == span and not before[2] and (back := _before(base, before, span, floor)):
                told[was] = before = back
            elif now == span and not span[2] and before[2] and before[1] <= span[1] and core(base, *span[:2])[0] >= before[1]:
                told[was] = before = before[0], before[0], ""  # a seam goes with what it was to part
            elif now == span and not before[2] and span[2] and _leaves(base, span) and _behind(base, before, span):
                told[span] = now = span[0], span[0], ""
        if now != span:
            told[span] = now
        if before is None or now[1] > before[1]:
            floor = before[1] if before is not None else 0
            was, before = span, now
    return told


def _behind(base: str, before: Span, span: Span) -> bool:
    """Whether a change lies in the blanks at the end of what is taken out before it."""
    return core(base, before[0], before[1])[1] <= span[0] < span[1] <= before[1]


def _leaves(base: str, span: Span) -> bool:
    """Whether a change only takes something out, or splits a block in two."""
    return not span[2] or (span[2].isspace() and "\n" in span[2] and base[span[0] : span[1]].strip(" \t") == "")


def _beside(base: str, before: Span, span: Span) -> Span | None:
    """The same change told beside what is taken out before it, where the two share blanks and signs only; None if they share more."""
    start, end, text = span
    if start < end and text:
        return None
    lo, hi = core(base, before[0], before[1])
    if start == end:
        if before[2] or hangs(base, before[0], before[1], start, text):
            return None
        if start >= hi:  # in the blanks behind what goes
            room = before[1] - start
            return (before[1], before[1], text[room:] + text[:room]) if text[:room] == base[start : before[1]] else None
        room = start - before[0]
        if start <= lo and text[-room:] == base[before[0] : start]:  # in the blanks before it
            return before[0], before[0], base[before[0] : start] + text[:-room]
        return None
    shared = base[start : before[1]]
    if any(map(str.isalnum, shared)) or not any(map(str.isalnum, base[before[1] : end])):
        return None
    if shared == base[end : end + len(shared)]:
        return before[1], end + len(shared), ""
    return (before[1], end, "") if not shared.strip(" \t\n>") and not before[2] else None


def _before(base: str, before: Span, span: Span, floor: int) -> Span | None:
    """What is taken out before a change, told so far ahead of it that the two share nothing; None where it cannot be."""
    room = before[1] - span[0]
    shared = base[span[0] : before[1]]
    if span[2] or span[0] == span[1] or before[0] - room < floor or any(map(str.isalnum, shared)):
        return None
    if not any(map(str.isalnum, base[before[1] : span[1]])):
        return None  # nothing of it lies beyond what goes
    return (before[0] - room, span[0], "") if base[before[0] - room : before[0]] == shared else None


def at_odds(base: str, group: Sequence[Span], own: Callable[[Span, Span], bool]) -> Iterator[list[Span]]:
    """What is taken out, with what is put in at its edge and hangs on it, or frames it.

    Args:
        base: The text.
        group: Changes that touch or share characters, sorted and told so that they do not meet in blanks.
        own: Whether one person made both of two changes.
    """
    put = [span for span in group if span[0] == span[1]]
    if not put:
        return
    most = MOST
    for gone in group:
        if gone[2] or gone[0] == gone[1]:
            continue
        lo, hi = core(base, gone[0], gone[1])
        if lo == hi:
            continue
        first, last = bisect_left(put, (gone[0], 0, "")), bisect_right(put, (gone[1], gone[1], "\U0010ffff"))
        ahead = [span for span in put[first:last] if span[0] <= lo]
        behind = [span for span in put[first:last] if span[0] >= hi]
        most -= len(ahead) + len(behind)
        if most < 0:
            yield [gone, *ahead, *behind]
            continue
        for span in (*ahead, *behind):
            if not own(gone, span) and hangs(base, gone[0], gone[1], span[0], span[2]):
                yield sorted([gone, span])
        for one in ahead[:8]:
            for two in behind[:8]:
                if one != two and own(one, two) and not own(gone, one):
                    yield sorted([one, gone, two])


def torn(base: str, swept: Sequence[Span]) -> list[list[Span]]:
    r"""Changes that touch, each sound by itself, but would together run two words or sentences into one.

    >>> torn("a -- b", [(1, 3, ""), (3, 5, "")])
    [[(1, 3, ''), (3, 5, '')]]
    >>> torn("Here. \n", [(5, 6, ""), (6, 6, "Two.")])
    [[(5, 6, ''), (6, 6, 'Two.')]]
    >>> torn("医療\n", [(0, 0, "de"), (0, 1, "een")])
    [[(0, 0, 'de'), (0, 1, 'een')]]
    """
    found: list[list[Span]] = []
    before: Span | None = None
    left = ""
    for span in swept:
        start, end, text = span
        if before is not None and before[1] == start and before[0] != end:
            right = text[0] if text else base[end : end + 1]
            runs = left and right and _run_together(left, right, base[start - 1 : start], base[start : start + 1])
            if runs or (not text and _is_joined_to(base, before, start, end)):
                found.append([before, span])
            left = text[-1] if text else left
        else:
            left = text[-1] if text else base[start - 1 : start]
        before = span
    return found


def _is_joined_to(base: str, gone: Span, start: int, end: int) -> bool:
    """Whether the words of a line, without its sign, were to go on with lines that are taken out."""
    return not gone[2] and base[start - 1 : start] == "\n" and base[end : end + 1] == " " and _SIGN.fullmatch(base, start, end) is not None


def _run_together(left: str, right: str, before: str, after: str) -> bool:
    """Whether two characters that come to stand side by side were to stand apart, in the eyes of both.

    With *before* to its left the one of the right change would have stood, with *after* to its right the one of the left change.
    """
    if left.isspace() or right.isspace() or unspaced(left) or unspaced(right):
        return False
    if left.isalnum() and right.isalnum() and all(not beside.isalnum() or unspaced(beside) for beside in (before, after)):
        return True
    return (left.isalnum() or right.isalnum()) and (not before or before.isspace()) and (not after or after.isspace())


def emptied(base: str, group: Sequence[Span]) -> dict[Span, Span]:
    r"""The changes of a group that take more with them, because together they take out all words of a block: its sign and its line go too.

    >>> emptied("- a b\n- c\n", [(2, 4, ""), (4, 5, "")])
    {(2, 4, ''): (0, 4, ''), (4, 5, ''): (4, 6, '')}
    """
    found: dict[Span, Span] = {}
    first = 0
    while first < len(group):
        last = first
        while last + 1 < len(group) and not group[last][2] and not group[last + 1][2] and group[last + 1][0] == group[last][1]:
            last += 1
        if last > first and not group[first][2]:
            start, end = whole_block(base, *_bare(base, group[first][0], group[last][1]))
            after = group[last + 1] if last + 1 < len(group) else (len(base), len(base), "\n")
            before = group[first - 1] if first else (0, 0, "\n")
            beside = [span for span in (before, after) if span[2].strip() and start <= span[0] and span[1] <= end]
            stays = any(not whole_lines(base, span[0], span[2]) for span in beside)
            if not stays and before[1] <= start and end <= after[0] and end > group[last][1]:
                found[group[first]] = start, group[first][1], ""
                found[group[last]] = group[last][0], end, ""
        first = last + 1
    return found


def _bare(base: str, start: int, end: int) -> tuple[int, int]:
    """A passage with the marks, quotes or brackets around it that would hold nothing without it."""
    lo, hi = start, end
    while lo and (closing := _AROUND.get(base[lo - 1])) and base[hi : hi + 1] == closing:
        lo, hi = lo - 1, hi + 1
    if base[lo - 1 : lo] == "[" and (target := _TARGET.match(base, hi)):
        lo, hi = lo - 1, target.end()
    if lo < start and lo and base[lo - 1] == " ":
        lo -= 1
    return lo, hi


def whole_block(base: str, start: int, end: int) -> tuple[int, int]:
    r"""A passage with the rest of its line or lines, if these hold no other word; else as it is.

    >>> whole_block("- a b\n- c\n", 2, 5), whole_block("- a b\n- c\n", 2, 3)
    ((0, 6), (2, 3))
    """
    line = base.rfind("\n", 0, start) + 1
    stop = base.find("\n", end)
    if (
        stop < 0
        or base[end - 1] == "\n"
        or not base[start:end].strip()
        or base[end:stop].strip()
        or MARKER.fullmatch(base, line, start) is None
    ):
        return start, end
    if line > 1 and base[line - 2 : line] == "\n\n" and base[stop + 1 : stop + 2] in ("\n", ""):
        line -= 1  # with the blank line before it, as a paragraph goes
    elif line == 0 and base[stop + 1 : stop + 2] == "\n":
        stop += 1  # at the top with the one behind it
    return line, stop + 1
