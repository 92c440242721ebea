"""New numbers of articles and sub-numbers, which people type, go with what was put in or taken out: nobody wishes *5* for *4* by itself.

The numbers that Markdown counts are ``numbering``'s. Which places a change has is found in ``places``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from plein.documents.edit import Edit
from plein.documents.text.sublines import ABOVE, apart, styles_in

P = TypeVar("P")
_LAST = re.compile(r"\.?(?:\d+|[^\W\d_]+)$")

Told = tuple[Sequence[Edit], str, str]
"""The edits of a place, what stands there, and how it would read."""


def causes(base: str, those: Sequence[P], told: Callable[[P], Told]) -> list[list[P]]:
    r"""Some places, each with those behind it that give other numbers because of it; those that nothing explains stay by themselves.

    What explains them puts lines with such numbers in or takes them out, and stands nearest before them; else it takes them out or puts them in
    anywhere.

    Args:
        base: The text.
        those: The places, in order.
        told: Gives what is to be known of one.

    >>> base = "## Article 1\n\nOne.\n\n## Article 2\n\nTwo.\n"
    >>> put, number = [Edit(20, 20, "## Article 2\n\nNew.\n\n")], [Edit(31, 32, "3")]
    >>> told = {"put": (put, "", "## Article 2\n\nNew."), "number": (number, "## Article 2", "## Article 3")}
    >>> causes(base, ["put", "number"], told.get)
    [['put', 'number']]
    """
    numbers = [_renumbers(*told(one)[1:]) for one in those]
    if not any(numbers):
        return [[one] for one in those]
    puts = [set[str]() if number else _puts(base, told(one)[0]) for one, number in zip(those, numbers, strict=True)]
    found: dict[int, list[P]] = {at: [one] for at, (one, number) in enumerate(zip(those, numbers, strict=True)) if not number}
    alone: list[list[P]] = []
    nearest: dict[str, int] = {}
    for at, (one, styles) in enumerate(zip(those, numbers, strict=True)):
        nearest |= dict.fromkeys(puts[at], at)
        if styles:
            before = [nearest[style] for style in sorted(styles) if style in nearest]
            cause = max(before) if before else next((other for other, put in enumerate(puts) if put & styles), None)
            if cause is None:
                alone.append([one])
            else:
                found[cause].append(one)
    return [*found.values(), *alone]


def _renumbers(old: str, new: str) -> set[str]:
    """With what kinds of numbers a passage is numbered that reads the same but for another number; none where it reads otherwise."""
    was, now = apart(old), apart(new)
    if was is None or now is None or was[1] != now[1] or old == new or "\n\n" in old:
        return set()
    if _LAST.sub("", was[2]) != _LAST.sub("", now[2]):
        return set(ABOVE)  # what it stands in has another number
    return was[0] & now[0]


def _puts(base: str, edits: Sequence[Edit]) -> set[str]:
    """With what kinds of numbers the lines are numbered that edits put in or take out."""
    found: set[str] = set()
    for edit in edits:
        lines = edit.text if edit.start == edit.end else base[edit.start : edit.end] if not edit.text else ""
        if "\n" in lines:
            found |= styles_in(lines)
    return found
