"""A text that came back from a word processor, set as its base is: what differs in typography alone is taken from the base."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from plein.documents.diff.diff import diff
from plein.documents.text.remembered import remembered
from plein.documents.text.typography import Plain, is_typed, plain

_SIGN = re.compile(r"[\"']|(?<!-)-(?!-)|\.{3}")


@dataclass(frozen=True, slots=True)
class Restyled:
    """A text set as another is.

    Attributes:
        text: The text.
        places: How many places were set in another way.
    """

    text: str
    places: int


def restyled(base: str, proposed: str) -> Restyled:
    r"""A text in which whatever is left of *base* is set as it is there: its quotes, dashes and blanks.

    New words stay as they were typed, but for the signs that stood in those they take the place of.

    Args:
        base: The text that was edited.
        proposed: What came back.

    >>> restyled("Plan \"A\" - 's avonds.\n", "Plan “B” – ‘s avonds.\n")
    Restyled(text='Plan "B" - \'s avonds.\n', places=4)
    """
    if base == proposed or _both_typed(base, proposed):
        return Restyled(proposed, 0)
    old, new = plain(base), plain(proposed)
    if not old.pieces and not new.pieces:
        return Restyled(proposed, 0)
    parts: list[str] = []
    places = at = there = 0
    for lo, hi, first, last in [*_changed(old, new), (len(old.text), len(old.text), len(new.text), len(new.text))]:
        kept = base[old.begins[at] : old.begins[lo]]
        places += _places((base, old, at, lo), (proposed, new, there, first))
        parts += (kept, _set_alike((base, old, lo, hi), (proposed, new, first, last)))
        at, there = hi, last
    return Restyled("".join(parts), places)


def _both_typed(base: str, proposed: str) -> bool:
    """Whether nothing in either can be set otherwise: of the second only those lines are looked at that are not in the first."""
    lines = _typed_lines(base)
    return lines is not None and all(map(is_typed, set(proposed.split("\n")) - lines))


@remembered(4)
def _typed_lines(text: str) -> frozenset[str] | None:
    """The lines of a text in which nothing can be set otherwise; None of any other."""
    return frozenset(text.split("\n")) if is_typed(text) else None


def _changed(old: Plain, new: Plain) -> list[tuple[int, int, int, int]]:
    """What differs between two plain texts, as (start, end) in the one and in the other; none begins or ends inside what is one sign in a
    text as it was set.
    """
    found: list[tuple[int, int, int, int]] = []
    shift = 0
    for edit in diff(old.text, new.text):
        lo, first = edit.start, edit.start + shift
        shift += len(edit.text) - (edit.end - edit.start)
        hi = edit.end
        while lo in old.inner or first in new.inner:
            lo, first = lo - 1, first - 1
        while hi in old.inner or hi + shift in new.inner:
            hi += 1
        if found and found[-1][1] >= lo:
            lo, _, first, _ = found.pop()
        found.append((lo, hi, first, hi + shift))
    return found


Stretch = tuple[str, Plain, int, int]
"""A text, the same in the signs of a typewriter, and from where to where in that."""


def _set_alike(one: Stretch, two: Stretch) -> str:
    """New words, their quotes, dashes and ellipses set as those in the words they take the place of, where it is sure which is which: there
    are as many of them, or all of one kind.
    """
    (_, new, first, last) = two
    typed = _as_set(two, first, last)
    if one[2] == one[3] or not _settable(one, two):
        return typed
    was: dict[str, list[str]] = {}
    for found in _SIGN.finditer(one[1].text, one[2], one[3]):
        was.setdefault(found[0], []).append(_as_set(one, *found.span()))
    becomes = list(_SIGN.finditer(new.text, first, last))
    times = Counter(found[0] for found in becomes)
    turn: Counter[str] = Counter()
    parts: list[str] = []
    at = first
    for found in becomes:
        before = was.get(found[0], [])
        sure = len(before) == times[found[0]] or len(set(before)) == 1
        if sure:
            parts += (_as_set(two, at, found.start()), before[min(turn[found[0]], len(before) - 1)])
            at = found.end()
        turn[found[0]] += 1
    return "".join([*parts, _as_set(two, at, last)])


def _settable(*stretches: Stretch) -> bool:
    """Whether anything in them is set otherwise than on a typewriter."""
    return any(_as_set(one, one[2], one[3]) != one[1].text[one[2] : one[3]] for one in stretches)


def _as_set(stretch: Stretch, lo: int, hi: int) -> str:
    """A passage of the plain text as it was set."""
    text, known, _, _ = stretch
    return text[known.begins[lo] : known.begins[hi]]


def _places(one: Stretch, two: Stretch) -> int:
    """In how many places two stretches that read the same are set differently; more blanks or fewer are layout."""
    (_, old, at, end), (_, new, there, stop) = one, two
    among = {(lo - at, hi - at) for lo, hi in old.pieces if at <= lo and hi <= end}
    among |= {(lo - there, hi - there) for lo, hi in new.pieces if there <= lo and hi <= stop}
    settings = ({_as_set(one, at + lo, at + hi), _as_set(two, there + lo, there + hi)} for lo, hi in among)
    return sum(len(ways) > 1 and bool("".join(ways).strip(" \t")) for ways in settings)
