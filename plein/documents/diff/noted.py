"""A note and what refers to it, handed in together, are one place: neither makes sense without the other. Places are found in ``places``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from plein.documents.diff.diff import diff
from plein.documents.edit import Edit, apply
from plein.documents.text.labels import Labels, counted, difference, labels, notes_apart, only_notes

P = TypeVar("P")


def one_by_one(base: str, edits: Sequence[Edit]) -> Iterator[Edit]:
    r"""Edits, where several notes that are put in at one point, in order of their labels, are told one by one.

    >>> [edit.text for edit in one_by_one("Rents.\n", [Edit(7, 7, "[^1]: One.\n[^2]: Two.\n")])]
    ['[^1]: One.\n', '[^2]: Two.\n']
    """
    for edit in edits:
        found = only_notes(edit.text) if edit.start == edit.end and _stands_apart(base, edit.start) else ()
        if len(found) > 1 and all(counted(one) < counted(two) for one, two in pairwise(found)):
            yield from (Edit(edit.start, edit.end, text) for text in notes_apart(edit.text))
        else:
            yield edit


def _stands_apart(base: str, point: int) -> bool:
    """Whether notes put in there are the same each by itself and all together: at the beginning of a line, with nothing running into them."""
    if point and base[point - 1] != "\n":
        return False
    return point == len(base) or base[point] == "\n" or bool(only_notes(base[point : base.find("\n", point) + 1]))


def belong(base: str, those: Sequence[P], edits_of: Callable[[P], Sequence[Edit]]) -> list[list[P]]:
    r"""Which of several parts of a change belong together, because one puts in or takes out a note that another refers to, or no longer does.

    Args:
        base: The text.
        those: The parts, in order.
        edits_of: The edits of one.

    >>> edits = [Edit(5, 5, "[^1]"), Edit(7, 7, "\n[^1]: Jansen\n"), Edit(0, 0, "Now: ")]
    >>> belong("Rents.\n", edits, lambda edit: [edit])
    [[Edit(start=5, end=5, text='[^1]'), Edit(start=7, end=7, text='\n[^1]: Jansen\n')], [Edit(start=0, end=0, text='Now: ')]]
    """
    if not any("[" in edit.text or "[" in base[edit.start : edit.end] for one in those for edit in edits_of(one)):
        return [[one] for one in those]
    there = labels(base)
    does = [difference(base, [(edit.start, edit.end, edit.text) for edit in sorted(edits_of(one))]) for one in those]
    roots = list(range(len(those)))

    def root(at: int) -> int:
        while roots[at] != at:
            at = roots[at]
        return at

    for label in sorted({label for one in does for label in (*one.defined, *one.used)}):
        meet = list(_tied(base, there, does, label, lambda at: edits_of(those[at])))
        for at in meet[1:]:
            roots[max(root(meet[0]), root(at))] = min(root(meet[0]), root(at))
    found: dict[int, list[P]] = {}
    for at, part in enumerate(those):
        found.setdefault(root(at), []).append(part)
    return list(found.values())


def _tied(base: str, there: Labels, does: Sequence[Labels], label: str, edits_of: Callable[[int], Sequence[Edit]]) -> Iterator[int]:
    """Which parts make no sense without each other for the sake of one label, by their number."""
    defined, used = [one.defined[label] for one in does], [one.used[label] for one in does]
    turned = min(defined) < 0 < max(defined) or min(used) < 0 < max(used)  # it stands for something else, or is referred to elsewhere
    comes = not there.defined[label] and sum(defined) > 0
    goes = there.defined[label] > 0 and there.defined[label] + sum(defined) < 1
    sign = 1 if comes else -1 if goes else 0
    for at, (one, other) in enumerate(zip(defined, used, strict=True)):
        if turned:
            if one or other or any(_in_note(base, edit, label) for edit in edits_of(at)):
                yield at
        elif sign and (sign * one > 0 or sign * other > 0):
            yield at


def _in_note(base: str, edit: Edit, label: str) -> bool:
    """Whether an edit changes the words of the note of a label."""
    line = base.rfind("\n", 0, edit.start) + 1
    while line and base[line - 1 : line] == "\n" and (base.startswith(("    ", "\t"), line) or base[line : line + 1] == "\n"):
        line = base.rfind("\n", 0, line - 1) + 1
    return label in (f"^{one.casefold()}" for one in only_notes(base[line : base.find("\n", line) + 1]))


def adapted(base: str, edits: Sequence[Edit], passage: tuple[int, int], reads: str, text: str) -> tuple[Edit, ...]:
    r"""The edits of a place as they are where somebody wants other words for it.

    Where a place stands for several passages, as a note and what refers to it, and *text* has as many blocks as it reads, each block takes
    the place of one. Else *text* stands for the first passage: a note comes along that it refers to, and none that it does not; what else the
    edits do elsewhere stays.

    Args:
        base: The text.
        edits: Those of the place, sorted and disjoint.
        passage: Where its first passage begins and ends.
        reads: How the place reads with them.
        text: How it is to read.

    >>> base, edits = "Rents.\n", [Edit(5, 5, "[^1]"), Edit(7, 7, "\n[^1]: Jansen\n")]
    >>> reads = "Rents[^1].\n\n[^1]: Jansen"
    >>> apply(base, adapted(base, edits, (0, 6), reads, "All rents.[^1]\n\n[^1]: Pietersen"))
    'All rents.[^1]\n\n[^1]: Pietersen\n'
    >>> apply(base, adapted(base, edits, (0, 6), reads, "All rents.[^1]")), apply(base, adapted(base, edits, (0, 6), reads, "All rents."))
    ('All rents.[^1]\n\n[^1]: Jansen\n', 'All rents.\n')
    """
    start, end = passage
    elsewhere = [edit for edit in edits if edit.start > end or edit.end < start]
    if not any(_defines(base, edit) for edit in elsewhere):
        elsewhere = []  # what a decision always meant
    shown, given = reads.strip("\n").split("\n\n"), text.strip("\n").split("\n\n")
    after = apply(base, edits)
    if elsewhere and len(shown) == len(given) > 1 and all(after.count(one) == 1 for one in shown):
        for one, other in zip(shown, given, strict=True):
            after = after.replace(one, other, 1)
        return diff(base, after)
    if start == end:  # an insertion: in the place of what was to be inserted, and with the same line ends around it
        put = next((edit for edit in edits if edit.start == start and not edit.text.isdecimal()), edits[0])  # not a number before it
        instead = Edit(put.start, put.end, put.text.replace(put.text.strip("\n"), text.strip("\n"), 1))
        others = [edit for edit in edits if edit != put]
        return tuple(sorted([instead, *(_along(base, others, text) if elsewhere else others)]))
    words = diff(base, base[:start] + text + base[end:])
    return tuple(sorted([*words, *_along(base, elsewhere, text)]))


def _defines(base: str, edit: Edit) -> bool:
    """Whether an edit puts a note in or takes one out."""
    return bool(difference(base, [(edit.start, edit.end, edit.text)]).defined)


def _along(base: str, edits: Sequence[Edit], text: str) -> list[Edit]:
    """Those of some edits that go with a text: that put in a note it refers to, take out one it does not, or do neither."""
    says = labels(text)
    found: list[Edit] = []
    for edit in edits:
        does = difference(base, [(edit.start, edit.end, edit.text)]).defined
        comes = any(times > 0 and says.used[label] and not says.defined[label] for label, times in does.items())
        if not does or comes or any(times < 0 and not says.used[label] for label, times in does.items()):
            found.append(edit)
    return found
