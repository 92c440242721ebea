"""A note and what refers to it, handed in together, are one place: neither makes sense without the other. Places are found in ``places``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from plein.documents.edit import Edit
from plein.documents.text.labels import counted, difference, labels, notes_apart, only_notes

P = TypeVar("P")


def one_by_one(base: str, edits: Sequence[Edit]) -> Iterator[Edit]:
    r"""Edits, where several notes that are put in at one point, in order of their labels, are told one by one.

    >>> [edit.text for edit in one_by_one("Rents.\n", [Edit(7, 7, "[^1]: One.\n[^2]: Two.\n")])]
    ['[^1]: One.\n', '[^2]: Two.\n']
    """
    for edit in edits:
        found = only_notes(edit.text) if edit.start == edit.end and (not edit.start or base[edit.start - 1] == "\n") else ()
        if len(found) > 1 and all(counted(one) < counted(two) for one, two in pairwise(found)):
            yield from (Edit(edit.start, edit.end, text) for text in notes_apart(edit.text))
        else:
            yield edit


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
    every = Counter[str]()
    for one in does:
        every.update(one.defined)
    roots = list(range(len(those)))

    def root(at: int) -> int:
        while roots[at] != at:
            at = roots[at]
        return at

    for label in sorted({label for one in does for label, times in one.defined.items() if times}):
        comes = not there.defined[label] and every[label] > 0
        goes = there.defined[label] > 0 and there.defined[label] + every[label] < 1
        sign = 1 if comes else -1 if goes else 0
        meet = [at for at, one in enumerate(does) if sign * one.defined[label] > 0 or (sign * one.used[label] > 0)]
        for at in meet[1:] if sign else ():
            roots[max(root(meet[0]), root(at))] = min(root(meet[0]), root(at))
    found: dict[int, list[P]] = {}
    for at, part in enumerate(those):
        found.setdefault(root(at), []).append(part)
    return list(found.values())


def follow(base: str, edits: Sequence[Edit], passage: tuple[int, int], text: str, *, others: bool = False) -> list[Edit]:
    r"""Those of some edits outside a passage that put in a note which *text* refers to, or take one out which it no longer does.

    For who wants the passage to read otherwise than the edits say: what it refers to comes along.

    Args:
        base: The text.
        edits: Sorted and disjoint.
        passage: Where it begins and ends.
        text: What is to stand there.
        others: Whether those are among them too that neither put a note in nor take one out.

    >>> base, edits = "Rents.\n", [Edit(5, 5, "[^1]"), Edit(7, 7, "\n[^1]: Jansen\n")]
    >>> follow(base, edits, (0, 6), "All rents.[^1]"), follow(base, edits, (0, 6), "All rents.")
    ([Edit(start=7, end=7, text='\n[^1]: Jansen\n')], [])
    """
    says = labels(text)
    found: list[Edit] = []
    for edit in edits:
        does = difference(base, [(edit.start, edit.end, edit.text)]).defined
        if not does:
            fits = others
        elif edit.start <= passage[1] and passage[0] <= edit.end:
            fits = False
        else:
            comes = any(times > 0 and says.used[label] and not says.defined[label] for label, times in does.items())
            fits = comes or any(times < 0 and not says.used[label] for label, times in does.items())
        if fits:
            found.append(edit)
    return found
