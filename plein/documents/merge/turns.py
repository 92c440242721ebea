"""In which order different texts put in at one point are written, where only one order makes sense."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from plein.documents.spans import Span
from plein.documents.text.labels import counted, only_notes
from plein.documents.text.sentences import ends_sentence
from plein.documents.text.units import MARKER, clings, punctuates, whole_lines

FEW = 40
"""Of so many insertions at one point it is looked at whether one holds another, whatever they are."""


_CLOSING = re.compile(r"(?:\[\^[^\]\s]+\]|\]\([^)\n]*\)|[^\w\s]|_)+")


def in_turn(base: str, place: Sequence[Span]) -> dict[Span, int] | None:
    """The order of different insertions at one point, where only one makes sense; None where it is for people.

    From left to right: what closes something and is glued to the word before, words, what punctuates, lines of their own, the sign of an item,
    heading or quotation, words at the beginning of a line, what opens something and is glued to the word behind. Of two of one kind only one
    may stand: one that begins or ends with all that the other puts in stands for both, and the other has no turn. Notes are in order of their
    labels: none hangs on the other, and the pages count them by what refers to them.

    >>> in_turn("We build homes.", [(14, 14, " quickly"), (14, 14, "[^1]")])
    {(14, 14, '[^1]'): 0, (14, 14, ' quickly'): 1}
    """
    kinds: dict[int, list[Span]] = {}
    inside = {one for one in place for two in place if one != two and _within(one[2], two[2])} if len(place) <= FEW else set()
    for span in place:
        if span in inside:
            continue
        kinds.setdefault(_side(base, span[0], span[2]), []).append(span)
    if 1 in kinds and 6 in kinds:
        return None
    if 2 in kinds and any(ends_sentence(span[2]) for span in kinds.get(1, ())):
        kinds.setdefault(0, []).extend(kinds.pop(2))  # a stop or comma, and a sentence behind it
    row: list[Span] = []
    for turn in sorted(kinds):
        those = kinds[turn]
        longest = max(those, key=lambda span: (len(span[2]), span[2]))
        if all(span is longest or _within(span[2], longest[2]) for span in those):
            row.append(longest)
        elif notes := _notes(those):
            row += notes
        else:
            return None
    return {span: turn for turn, span in enumerate(row)}


def _notes(those: Iterable[Span]) -> list[Span]:
    """Notes in order of their labels, where each is nothing else and none stands among those of another; else nothing."""
    found = sorted((tuple(map(counted, only_notes(span[2]))), span) for span in those)
    labels = [label for own, _ in found for label in own]
    return [span for _, span in found] if all(own for own, _ in found) and all(a < b for a, b in pairwise(labels)) else []


def lined_up(base: str, swept: Iterable[Span]) -> list[Span]:
    """Disjoint changes in the order in which they are written; at one point in turn, if there is one."""
    found = sorted(swept)
    points = {one[0] for one, two in pairwise(found) if one[0] == one[1] == two[0] == two[1]}
    if points:
        turns: dict[Span, int] = {}
        for point in points:
            turns |= in_turn(base, [span for span in found if span[0] == span[1] == point]) or {}
        found.sort(key=lambda span: (span[0], span[1], turns.get(span, -1), span[2]))
    return found


def _side(base: str, point: int, text: str) -> int:
    """Where in the row of what is put in at a point a text belongs; see :func:`in_turn`."""
    if whole_lines(base, point, text):
        return 4 if text[-1] == "\n" and (not point or base[point - 1] == "\n") else 3
    if point and not base[point - 1].isspace() and clings(text) and _CLOSING.fullmatch(text):
        return 2 if punctuates(text) else 0
    if text[-1].isspace() and MARKER.fullmatch(base[base.rfind("\n", 0, point) + 1 : point] + text):
        return 5
    if base[point : point + 1].strip() and not text[-1].isspace() and not any(map(str.isalnum, text)):
        return 7
    return 6 if text[-1].isspace() and not text[0].isspace() else 1


def _within(short: str, long: str) -> bool:
    """Whether a text begins or ends with another, and not in the middle of a word."""
    if not any(map(str.isalnum, short)):
        return False
    if long.startswith(short):
        return not (short[-1].isalnum() and long[len(short)].isalnum())
    return long.endswith(short) and not (short[0].isalnum() and long[-len(short) - 1].isalnum())
