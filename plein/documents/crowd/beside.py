"""What cannot stand beside what was adopted. Who adopted it, and what becomes of the others, is not known here."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from plein.documents.edit import Edit, spans
from plein.documents.merge.merge import merge
from plein.documents.spans import Span

K = TypeVar("K", bound=Hashable)


def cannot_stand(
    base: str, adopted: Mapping[K, Sequence[Edit]], others: Mapping[K, Sequence[Edit]], *, order: Sequence[K] = ()
) -> frozenset[K]:
    r"""Those of *others* that a merge would hold, each tried by itself on top of all that was adopted.

    Alike is no collision, and neither is to collide with what was not adopted: both are for people to judge.

    Args:
        base: The text all of them were made against.
        adopted: The edits of each that was adopted; positions are code points into *base*, from 0.
        others: The edits of each that is asked about; none of them was adopted.
        order: As in ``merge``, for what was adopted.

    Raises:
        EditsOverlap: Two edits of one suggestion touch the same characters.
        EditOutside: An edit reaches beyond the end of *base*.

    >>> others = {2: [Edit(3, 8, "rent")], 3: [Edit(0, 2, "You")]}
    >>> sorted(cannot_stand("We build.\n", {1: [Edit(3, 8, "buy")]}, others))
    [2]
    """
    if not adopted:
        return frozenset()
    alike: dict[tuple[Span, ...], list[K]] = {}
    for key, edits in others.items():
        alike.setdefault(tuple(spans(base, edits)), []).append(key)
    held = [keys for keys in alike.values() if keys[0] in merge(base, {**adopted, keys[0]: others[keys[0]]}, order=order).held]
    return frozenset(key for keys in held for key in keys)
