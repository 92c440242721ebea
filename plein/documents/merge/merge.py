"""Many people's suggestions on one text, brought together as a set. Finding the edits of one person is ``diff``'s.

The order in which suggestions arrive means nothing: their edits are sorted and swept once. A suggestion goes in whole, or,
where one of its edits collides with somebody else's, is held whole. Which of two that collide is better is for people.

What counts as a collision: edits that replace, delete or insert into the same characters, different insertions at one point,
and one new passage put in at different points (else the text would say it twice). Edits that touch without sharing a character
do not collide: of 18,436 real merges those with no word between them came out as people made them nearly as often as others
(39 % against 53 %), so they are merged and flagged as near. An insertion at the very border of a replaced passage is such a
touch: what was inserted stands before or behind what was replaced.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from plein.documents.edit import Edit
from plein.documents.merge.bring import brought
from plein.documents.merge.near import Near
from plein.documents.merge.odds import Collision

__all__ = ["Collision", "Merge", "Near", "merge"]

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Merge(Generic[K]):
    """What becomes of a text when all suggestions that go together are written into it.

    Attributes:
        text: The base with every suggestion that collides with none.
        applied: Those that are in it.
        held: Those that collide with at least one other; none of their edits is in the text.
        collisions: Where and how they collide, in order of place.
        near: Applied ones that meet in one sentence, in order of place.
    """

    text: str
    applied: frozenset[K]
    held: frozenset[K]
    collisions: tuple[Collision[K], ...]
    near: tuple[Near[K], ...]


def merge(base: str, suggestions: Mapping[K, Sequence[Edit]], *, order: Sequence[K] = ()) -> Merge[K]:
    r"""Write every suggestion that collides with none into a text.

    The result depends on the set alone, not on the order of the mapping. Identical edits fold into one. A change of lay-out
    (a line wrapped elsewhere, a list renumbered) gives way where another changes the words there, and never collides.

    Args:
        base: The text all of them were made against.
        suggestions: The edits of each; positions are code points into *base*, from 0.
        order: Insertions at one and the same place by suggestions named here all go in, in this order; so does one passage put in at
            several places, if all who do so are named.

    Raises:
        EditsOverlap: Two edits of one suggestion touch the same characters.
        EditOutside: An edit reaches beyond the end of *base*.

    >>> merge("We build homes.\n", {1: [Edit(0, 2, "You")], 2: [Edit(9, 14, "flats")]}).text
    'You build flats.\n'
    """
    found = brought(base, suggestions, order)
    return Merge(found.text, frozenset(suggestions) - found.held, found.held, found.collisions, found.near)
