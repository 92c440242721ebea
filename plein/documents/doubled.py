"""One new passage that several put in at different places: a question of where, for a text that says it twice is what nobody wrote.

A passage that stands in the text already is not looked at here: taken out elsewhere it is a move, and left where it is a repetition.
"""

from __future__ import annotations

from collections.abc import Sequence

from plein.documents.collide import Span
from plein.documents.moves import LEAST


def doubled(base: str, swept: Sequence[Span]) -> list[list[Span]]:
    r"""Insertions of the same whole lines at different points, all those of one passage together.

    Only blanks may differ, and at least one line of some length must be new to the text.

    Args:
        base: The text.
        swept: Distinct changes, sorted.

    >>> doubled("a\n\nb\n", [(2, 2, "\nThe roof is green.\n"), (5, 5, "\nThe roof is green.\n")])
    [[(2, 2, '\nThe roof is green.\n'), (5, 5, '\nThe roof is green.\n')]]
    """
    whole = [span for span in swept if span[2][-1:] == "\n" and span[0] == span[1] and len(span[2]) > LEAST]
    if len(whole) < 2:
        return []
    same: dict[str, list[Span]] = {}
    for span in whole:
        if not span[0] or base[span[0] - 1] == "\n":
            same.setdefault(" ".join(span[2].split()), []).append(span)
    again = [spans for spans in same.values() if spans[0][0] < spans[-1][0]]
    if not again:
        return []
    known = {line.strip() for line in base.split("\n")}
    return [spans for spans in again if any(len(line) >= LEAST and line not in known for line in map(str.strip, spans[0][2].split("\n")))]
