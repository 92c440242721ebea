"""The changes between two texts as people count them, and their runs of words. Lines and tables are made of them elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from plein.documents import Change, changes
from plein.documents.diff.soft import is_soft
from plein.publication.signs import ADDRESS, addressed, lone, plain

_LINK_BEGINS = re.compile(r"\[(?=[^][]*$)")
_LINK_ENDS = re.compile(r"[^][]*\]\(")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one kind: ``same``, ``ins`` or ``del``.

    Attributes:
        kind: Whether the words stayed, came or went.
        text: The words.
        change: The number of the change, from 1; 0 for what stayed.
        first: Whether the change begins here.
        moved: Whether the same passage went, or came, elsewhere.
        elsewhere: For a moved one the number, in the old text, of the paragraph it came from, or stands behind now; 0 for the top.
        other: For a moved one the number of the change at the other place; 0 if that is not on the same page.
        sign: ``link`` or ``level`` where *text* is the address of a link, or the level of a heading; else empty.
    """

    kind: str
    text: str
    change: int = 0
    first: bool = False
    moved: bool = False
    elsewhere: int = 0
    other: int = 0
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """One change with its number, from 1, or a run that stayed, with 0. ``other``: the number of the other half of a move, or 0."""

    number: int
    change: Change
    other: int = 0


def marks(old: str, new: str, first: int = 1) -> tuple[Mark, ...]:
    r"""What stayed and what changed, in the order of the text; blanks and dashes that only line something up count as unchanged.

    Args:
        old: The old text, or a passage of it.
        new: The new one.
        first: The number of the first paragraph of *old*, from 1.

    >>> [(mark.number, mark.change.old, mark.change.new) for mark in marks("We build.\n", "We rent.\n")]
    [(0, 'We ', 'We '), (1, 'build', 'rent'), (0, '.\n', '.\n')]
    """
    found: list[Change] = []
    for change in changes(old, new):
        if _is_layout(old, change):
            change = Change("equal", change.new, change.new, change.start)
        if change.moved:
            change = replace(change, elsewhere=max(change.elsewhere + first - 1, 0))
        found.append(change)
    return tuple(_matched(tuple(_counted(found))))


def runs(found: Iterable[Mark]) -> Iterator[Run]:
    """The same as runs of words, those that went before those that came."""
    fresh = True
    for mark in found:
        change = mark.change
        if change.kind == "equal":
            yield Run("same", change.old)
            fresh = change.old.endswith("\n")
            continue
        told = Run("del", change.old, mark.number, True, change.moved, change.elsewhere, mark.other)
        if change.old:
            gone = change.old
            # Whole lines that gave way to others: end the last of them, or the first new one is read as its end.
            if change.new and fresh and "\n" in gone + change.new and not gone.endswith("\n"):
                gone += "\n"
            yield replace(told, text=gone)
        if change.new:
            yield replace(told, kind="ins", text=change.new, first=not change.old)
        fresh = (change.new or change.old).endswith("\n")


def worded(found: Sequence[Run]) -> tuple[Run, ...]:
    """The runs of a line with words for signs: none where they did not change, and the address where a link is new or changed."""
    told: list[Run] = []
    for at, run in enumerate(found):
        text, sign = run.text, run.sign
        if run.kind == "same":
            text = plain(text)
            if any(_LINK_ENDS.match(later.text) for later in found[at + 1 : at + 3]):
                text = _LINK_BEGINS.sub("", text)
        elif not sign and not _is_only_signs(run, found[max(at - 1, 0) : at + 2]):
            text, sign = lone(text)
            text = text if sign else ADDRESS.sub(r" (\1)", addressed(text))
        if text or run.kind != "same":
            told.append(replace(run, text=text or "¶", sign=sign))
    return tuple(told)


def _is_only_signs(run: Run, beside: Sequence[Run]) -> bool:
    """Whether nothing but signs changed, so that they must be seen."""
    if lone(run.text)[1] == "link":
        return False
    words = plain(run.text)
    return not words.strip() or any(
        other.change == run.change and other.kind != run.kind and plain(other.text) == words for other in beside
    )


def _is_layout(old: str, change: Change) -> bool:
    if change.kind == "equal" or "\n" in change.old + change.new or change.new.isdecimal():
        return False
    return is_soft(old, change.start, change.start + len(change.old), change.new)


def _counted(found: Iterable[Change]) -> Iterator[Mark]:
    number = 0
    for change in found:
        number += change.kind != "equal"
        yield Mark(number if change.kind != "equal" else 0, change)


def _matched(found: Sequence[Mark]) -> Iterator[Mark]:
    """Lead each half of a move to the other: ``documents`` calls moved only what is taken out once and put in once."""
    halves = {(_words(mark.change), bool(mark.change.old)): mark.number for mark in found if mark.change.moved}
    for mark in found:
        other = halves.get((_words(mark.change), not mark.change.old), 0) if mark.change.moved else 0
        yield replace(mark, other=other)


def _words(change: Change) -> str:
    return " ".join((change.old or change.new).split())
