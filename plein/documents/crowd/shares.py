"""Whose is what in a ready text: the edits that make it, divided among the suggestions it takes from. Which text is best is not known here."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from plein.documents.crowd.fold import by_key
from plein.documents.crowd.proposals import Proposal
from plein.documents.diff.diff import diff
from plein.documents.edit import Edit, spans
from plein.documents.merge.merge import merge
from plein.documents.spans import Span
from plein.documents.text.twice import words_of

K = TypeVar("K", bound=Hashable)


def shares(base: str, suggestions: Mapping[K, Sequence[Edit]], proposal: Proposal[K]) -> Mapping[K, tuple[Edit, ...]]:
    r"""The edits that make a ready text, each with every suggestion it comes from: merged, they give that text and nothing else.

    An edit is of those that change the same characters and put in some of the same words, or take out the same; one of which nobody has a
    part is of all. Where a merge would see a collision between the parts, each is given all of them.

    Args:
        base: The text all of them were made against.
        suggestions: The edits of each, at least of those the text takes from; positions are code points into *base*, from 0.
        proposal: The ready text.

    Returns:
        For each of ``proposal.takes`` one edit or more; positions as above.

    >>> from plein.documents import merge, proposals
    >>> base = "We build homes near the old station.\n"
    >>> wishes = {1: diff(base, base.replace("build", "rent")), 2: diff(base, base.replace("build", "buy").replace("old ", ""))}
    >>> (place,) = merge(base, wishes).collisions
    >>> first, *_ = proposals(base, wishes, place)
    >>> shares(base, wishes, first)
    {1: (Edit(start=3, end=8, text='rent'),), 2: (Edit(start=23, end=27, text=''),)}
    """
    reads = base[: proposal.start] + proposal.text + base[proposal.end :]
    made = diff(base, reads)
    mine = {key: spans(base, suggestions[key]) for key in sorted(proposal.takes, key=by_key)}
    parts: dict[K, list[Edit]] = {key: [] for key in mine}
    for edit in made:
        for key in [key for key, own in mine.items() if _has_part(base, edit, own)] or mine:
            parts[key].append(edit)
    found = {key: tuple(edits) or made for key, edits in parts.items()}
    together = merge(base, found)
    return found if together.text == reads and not together.held else dict.fromkeys(found, made)


def _has_part(base: str, edit: Edit, own: Sequence[Span]) -> bool:
    """Whether somebody's changes have a part in an edit: they meet it, and say or take out some of the same."""
    gone, put = base[edit.start : edit.end], set(words_of(edit.text))
    for start, end, text in own:
        if start > edit.end or edit.start > end:
            continue
        if put.intersection(words_of(text)) or (not text.strip() and gone.strip() and start < edit.end and edit.start < end):
            return True
        if (start, end, text) == (edit.start, edit.end, edit.text):
            return True
    return False
