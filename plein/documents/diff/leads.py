"""What numbers begin with that stand in another number: 2 in 2.1. Whoever puts such lines in puts them into that article, whatever its number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plein.documents.diff.items import ITEM, lead_of
from plein.documents.spans import Span, written

_MOST_LINES = 2_000
"""So many lines above are looked at for what a number stands in."""


@dataclass(frozen=True, slots=True)
class _Label:
    """What a line is numbered with: the whole number, and what is alike in those that could stand there."""

    number: str
    shape: str


def led_anew(old: str, new: str, found: Sequence[tuple[Span, Span]]) -> list[tuple[Span, Span]]:
    r"""Changes that are carried to another version, with what their sub-numbers begin with there.

    Args:
        old: The text they were made against.
        new: The one they are carried to.
        found: Each as it was made and as it is there, sorted.

    >>> put_in = (31, 31, "1.2 Fees.\n")
    >>> led_anew("## Article 1 Us\n\n1.1 We are we.\n", "## Article 2 Us\n\n2.1 We are we.\n", [(put_in, put_in)])
    [((31, 31, '1.2 Fees.\n'), (31, 31, '2.2 Fees.\n'))]
    """
    if not any("\n" in mine[2] and _leads(mine[2]) for mine, _ in found):
        return list(found)
    own = written(old, [mine for mine, _ in found])
    anew: list[tuple[Span, Span]] = []
    shift = 0
    for mine, there in found:
        text = there[2]
        for item in reversed(_leads(mine[2])) if text == mine[2] else []:
            first, last = lead_of(item)
            inside = _label_above(own, mine[0] + shift, number=mine[2][first:last])
            stands_in = inside and not _label_within(mine[2], item.start(), inside) and _label_above(new, there[0], shape=inside.shape)
            if stands_in:
                text = text[:first] + stands_in.number + text[last:]
        shift += len(mine[2]) - (mine[1] - mine[0])
        anew.append((mine, (there[0], there[1], text)))
    return anew


def _leads(text: str) -> list[re.Match[str]]:
    """The items in a text whose number stands in another."""
    return [item for item in ITEM.finditer(text) if lead_of(item)[0] >= 0]


def _label(item: re.Match[str]) -> _Label:
    first, last = lead_of(item)
    if first < 0:
        return _Label(item[3], item[1])
    before, lead = item[1][: first - item.start()], item.string[first:last]
    return _Label(f"{lead}{item[1][last - item.start() :]}{item[3]}", f"{before}{lead.count('.') + 1}")


def _label_above(text: str, at: int, number: str = "", shape: str = "") -> _Label | None:
    """The label of the nearest line before a place that has a number, or a shape; none where another of that shape is nearer."""
    for _ in range(_MOST_LINES):
        if at <= 0:
            break
        line = text.rfind("\n", 0, at - 1) + 1
        item = ITEM.match(text, line)
        if item and item.start(3) < at:
            label = _label(item)
            if number in ("", label.number) and shape in ("", label.shape):
                return label
        at = line
    return None


def _label_within(text: str, at: int, label: _Label) -> bool:
    """Whether a line before a place in what is put in has a label itself."""
    return any(_label(item) == label for item in ITEM.finditer(text, 0, at))
