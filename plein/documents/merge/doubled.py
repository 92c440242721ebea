"""One new passage that several put in at different places: a question of where, for a text that says it twice is what nobody wrote.

A passage that stands in the text already is not looked at here: taken out elsewhere it is a move, and left where it is a repetition.
"""

from __future__ import annotations

from collections.abc import Sequence

from plein.documents.diff.lines import times
from plein.documents.spans import Span
from plein.documents.text.remembered import remembered
from plein.documents.thresholds import PASSAGE_LETTERS


def doubled(base: str, swept: Sequence[Span]) -> list[list[Span]]:
    r"""Insertions of the same whole lines at different points, all those of one passage together.

    Only blanks may differ, and at least one line of some length must be new to the text.

    Args:
        base: The text.
        swept: Distinct changes, sorted.

    >>> doubled("a\n\nb\n", [(2, 2, "\nThe roof is green.\n"), (5, 5, "\nThe roof is green.\n")])
    [[(2, 2, '\nThe roof is green.\n'), (5, 5, '\nThe roof is green.\n')]]
    """
    whole = [span for span in swept if _is_passage(base, span)]
    if len(whole) < 2:
        return []
    same: dict[str, list[Span]] = {}
    for span in whole:
        same.setdefault(" ".join(span[2].split()), []).append(span)
    return [spans for spans in same.values() if spans[0][0] < spans[-1][0] and _is_new(base, spans[0])]


def put_in(old: str, new: str, span: Span) -> bool:
    r"""Whether a new passage of whole lines that somebody puts into *old* was put in, anywhere, on the way to *new*.

    >>> put_in("a\n\nb\n", "a\n\nb\n\nThe roof is green.\n", (2, 2, "\nThe roof is green.\n"))
    True
    """
    if not _is_passage(old, span) or not _is_new(old, span):
        return False
    passage = span[2].strip("\n")
    return times(new, passage.split("\n", 1)[0]) > 0 and times(new, passage) > times(old, passage)


def beside(text: str, at: int, passage: str) -> bool:
    r"""Whether a passage of whole lines stands right before or behind a place in a text, but for blank lines.

    >>> beside("a\n\nThe roof is green.\n\nb\n", 23, "The roof is green.\n")
    True
    """
    if at and text[at - 1] != "\n":
        return False
    lines = "\n" + passage.strip("\n") + "\n"
    near = len(lines) + 8
    before = "\n" * (at <= near) + text[max(at - near, 0) : at].rstrip("\n") + "\n"
    return before.endswith(lines) or ("\n" + text[at : at + near].lstrip("\n")).startswith(lines)


def _is_passage(base: str, span: Span) -> bool:
    """Whether a change puts in whole lines and nothing else."""
    start, end, text = span
    return start == end and text[-1:] == "\n" and len(text) > PASSAGE_LETTERS and (not start or base[start - 1] == "\n")


def _is_new(base: str, span: Span) -> bool:
    """Whether a line of some length that is put in stands nowhere in the text."""
    return any(len(line) >= PASSAGE_LETTERS and line not in _lines(base) for line in map(str.strip, span[2].split("\n")))


@remembered(4)
def _lines(text: str) -> frozenset[str]:
    """All lines of a text, without blanks around them."""
    return frozenset(line.strip() for line in text.split("\n"))
