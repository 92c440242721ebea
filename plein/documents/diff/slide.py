"""Where a passage put in or taken out stands, when the text around it leaves a choice: as people would tell it.

Put a second paragraph, item or code block behind one that ends alike, and a comparison may call its beginning old and its end new.
Two people who do the same thing must get the same edits, so the choice is made by what the passage itself looks like.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plein.documents.diff.align import Hunk
from plein.documents.text.sentences import STOPS
from plein.documents.text.tokens import is_word
from plein.documents.text.units import MARKER, closes

_FENCE = re.compile(r"\s*(?:```|~~~)")
_CLOSES = re.compile(r"\s*(?:</|(?:```|~~~)\s*$|[)\]}])")
_BLANK = re.compile(r"[ \t>]*")
_HEADING = re.compile(r"#{1,6}\s")
_STEPS = 24


def slid(hunks: Sequence[Hunk], a: Sequence[str], b: Sequence[str], *, begins: bool = True) -> list[Hunk]:
    """Move each insertion or deletion of words to where it reads best: the whole unit of the highest level that it can be told as.

    Args:
        hunks: What lies between the matches of *a* and *b*.
        a: The old words, blanks and signs.
        b: The new ones.
        begins: Whether the first of them begins a line.
    """
    moved: list[Hunk] = []
    for number, (i0, i1, j0, j1) in enumerate(hunks):
        if i0 < i1 and j0 < j1:
            moved.append((i0, i1, j0, j1))
            continue
        run, lo, hi = (b, j0, j1) if i0 == i1 else (a, i0, i1)
        room_left = i0 - (moved[-1][1] if moved else 0)
        room_right = (hunks[number + 1][0] if number + 1 < len(hunks) else len(a)) - i1
        left = 0
        while left < min(room_left, 256) and run[lo - left - 1] == run[hi - left - 1]:
            left += 1
        right = 0
        while right < min(room_right, 256) and run[lo + right] == run[hi + right]:
            right += 1
        if left or right:
            shift = max(range(-left, right + 1), key=lambda k: (_fit(run, lo + k, hi + k, begins), -k))
            i0, i1, j0, j1 = i0 + shift, i1 + shift, j0 + shift, j1 + shift
            if moved and moved[-1][1] == i0:
                p0, _, q0, _ = moved.pop()
                i0, j0 = p0, q0
        moved.append((i0, i1, j0, j1))
    joined: list[Hunk] = []
    for hunk in moved:
        if joined and joined[-1][1] == hunk[0]:
            last = joined.pop()
            hunk = (last[0], hunk[1], last[2], hunk[3])
        joined.append(hunk)
    return joined


def _fit(run: Sequence[str], lo: int, hi: int, begins: bool) -> int:
    """How well run[lo:hi] reads as one thing: whole lines, whole sentences, whole clauses, words; each with the one blank that belongs to it.

    That is the blank before it; at the beginning of a block, where none is, the one behind it.
    """
    before = run[lo - 1] if lo else "\n" if begins else " "
    first, last = run[lo], run[hi - 1]
    if before == "\n" and last == "\n":
        return 6
    if first.isspace() and first != "\n" and before != "\n" and _marks_only(run, lo, begins):
        return -1  # the blank behind a list sign, which is no part of the words
    if _sentence_ends(run, lo) and _sentence_ends(run, hi):
        return 5
    opens = last.isspace() and not first.isspace() and _marks_only(run, lo, begins)
    if opens and _sentence_ends(run, hi - 1):
        return 5
    if first in (",", ";", "、", "，") and not last.isspace():
        return 3
    if opens and hi - lo > 1 and run[hi - 2] in (",", ";", ":"):
        return 3
    if opens or (first.isspace() and not before.isspace()):
        return 2
    return 1 if is_word(first) else 0


def _sentence_ends(run: Sequence[str], at: int) -> bool:
    """Whether a sentence ends before run[at], closing quotes, brackets, marks and notes included."""
    while at > 0:
        token = run[at - 1]
        if token[-1] in STOPS:
            return True
        if token == "]" and at > 3 and run[at - 4] == "[" and run[at - 3] == "^":
            at -= 4
        elif closes(token):
            at -= 1
        else:
            return False
    return False


def _marks_only(run: Sequence[str], at: int, begins: bool) -> bool:
    """Whether nothing but the sign of an item, a heading or a quotation stands before run[at] on its line."""
    start = at
    while start and at - start < 9 and run[start - 1] != "\n":
        start -= 1
    if start and run[start - 1] != "\n":
        return False
    return (start > 0 or begins) and MARKER.fullmatch("".join(run[start:at])) is not None


def lines_slid(base: str, edits: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    r"""Move whole lines put in or taken out to where they begin like a block and end like one; else as far down as they go.

    Args:
        base: The old text.
        edits: Sorted (start, end, text), none touching another.

    >>> lines_slid("a\n\nb\n\nc\n", [(3, 3, "x\n\n")])
    [(2, 2, '\nx\n')]
    """
    done: list[tuple[int, int, str]] = []
    for number, (start, end, text) in enumerate(edits):
        block = text or base[start:end]
        if (start < end and text) or block[-1:] != "\n" or (start and base[start - 1] != "\n"):
            done.append((start, end, text))
            continue
        floor = done[-1][1] + 1 if done else 0
        ceiling = edits[number + 1][0] - 1 if number + 1 < len(edits) else len(base)
        if ceiling < end:  # the number behind it changes with it
            done.append((start, end, text))
            continue
        best_at, best = start, block
        best_fit = _line_fit(base, start, end, block)
        for at, here in _upward(base, start, block, floor):
            if (fit := _line_fit(base, at, at + end - start, here)) > best_fit:
                best_at, best, best_fit = at, here, fit
        for at, here in _downward(base, start, end, block, ceiling):
            if (fit := _line_fit(base, at, at + end - start, here)) >= best_fit:
                best_at, best, best_fit = at, here, fit
        done.append((best_at, best_at + end - start, best if text else ""))
    return done


def _upward(base: str, start: int, block: str, floor: int) -> list[tuple[int, str]]:
    """The same change, told one line higher up each."""
    found: list[tuple[int, str]] = []
    while start > floor and len(found) < _STEPS:
        line = base[base.rfind("\n", 0, start - 1) + 1 : start]
        if start - len(line) < floor or not block.endswith(line) or block[-len(line) - 1 : -len(line)] not in ("\n", ""):
            break
        block = line + block[: -len(line)]
        start -= len(line)
        found.append((start, block))
    return found


def _downward(base: str, start: int, end: int, block: str, ceiling: int) -> list[tuple[int, str]]:
    """The same change, told one line further down each."""
    found: list[tuple[int, str]] = []
    while end < ceiling and len(found) < _STEPS:
        newline = base.find("\n", end)
        line = base[end : newline + 1]
        if newline < 0 or newline + 1 > ceiling or not block.startswith(line):
            break
        block = block[len(line) :] + line
        start, end = start + len(line), end + len(line)
        found.append((start, block))
    return found


def _line_fit(base: str, start: int, end: int, block: str) -> int:
    """How well a block of lines at this place reads as one thing."""
    lines = block.split("\n")[:-1]
    full = [line for line in lines if not _BLANK.fullmatch(line)] or lines
    fit = 0
    if _BLANK.fullmatch(lines[0]):
        above = base[base.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)]
        fit += 1 if start < 2 or _BLANK.fullmatch(above) else 6  # blank lines go with what they set apart from the text above
    elif _HEADING.match(lines[0]):
        fit += 3
    if _BLANK.fullmatch(lines[-1]) and not (start < 2 or end == len(base)):
        fit -= 1
    if _HEADING.match(lines[-1]):
        fit -= 3
    if min(map(_indent, full)) < _indent(full[0]):
        fit -= 2  # a block does not begin deeper than it goes on
    if _CLOSES.match(full[-1]):
        fit += 2
    if _CLOSES.match(full[0]) and not (_FENCE.match(full[0]) and _FENCE.match(full[-1]) and len(full) > 1):
        fit -= 2
    return fit


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
