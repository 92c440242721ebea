"""In which order insertions at one place stand, where the text itself says so. Where it does not, that is for people to say.

A heading takes everything below it into its section. So what has no heading belongs to the section above and stands first, and
of two sections the deeper one does. What begins with a number stands in the order of the numbers, if what stands above counts so too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from plein.documents.collide import Span

_HEADING = re.compile(r"(#{1,6})[ \t]*\S")
_DEFINITION = re.compile(r"\[[^\]\n]+\]:[ \t]")
_NUMBER = re.compile(r"\d+")
_FENCE = re.compile(r"[ \t]*(?:```|~~~)")


def in_order(base: str, insertions: Sequence[Span]) -> list[Span] | None:
    r"""The insertions in the only order in which none changes what another means, or None where the text does not say.

    Args:
        base: The text they are made on.
        insertions: Distinct insertions at one place.

    >>> in_order("# A\n\nOne.\n", [(10, 10, "\n# B\n\nNew.\n"), (10, 10, "\nMore.\n")])
    [(10, 10, '\nMore.\n'), (10, 10, '\n# B\n\nNew.\n')]
    >>> in_order("- one\n", [(6, 6, "- two\n"), (6, 6, "- three\n")])
    """
    if len(insertions) < 2 or not all(_whole_lines(base, span) for span in insertions):
        return None
    for key in (_rank, lambda span: _number(base, span)):
        keys = [(key(span), span) for span in insertions]
        if all(rank is not None for rank, _ in keys):
            ranked = sorted(keys)
            if all(one[0] != two[0] for one, two in pairwise(ranked)):
                return [span for _, span in ranked]
    return None


def _whole_lines(base: str, span: Span) -> bool:
    return span[0] == span[1] and (span[0] == 0 or base[span[0] - 1] == "\n") and span[2].endswith("\n") and bool(span[2].strip())


def _rank(span: Span) -> int | None:
    """Where it belongs: text (0), sections by their depth, deepest first (1..6), definitions of links (7); None for a mixture."""
    lines = [line for line in span[2].split("\n") if line.strip()]
    if any(_FENCE.match(line) for line in lines):
        return None
    if all(_DEFINITION.match(line) for line in lines):
        return 7
    depths = [len(found[1]) for found in map(_HEADING.match, lines) if found]
    if not depths:
        return 0
    return 7 - depths[0] if _HEADING.match(lines[0]) and min(depths) == depths[0] else None


def _number(base: str, span: Span) -> int | None:
    """The number it begins with, if the line above begins the same way with a smaller one."""
    line = span[2].strip("\n").split("\n", 1)[0]
    above = base[: span[0]].rstrip("\n").rsplit("\n", 1)[-1]
    for new, old in zip(_NUMBER.finditer(line), _NUMBER.finditer(above), strict=False):
        if line[: new.start()] != above[: old.start()]:
            return None
        if new[0] != old[0]:
            return int(new[0]) if int(new[0]) > int(old[0]) and len(new[0]) < 19 else None
    return None
