"""Which suggestions collide, and which are the same, among all of a cycle: worked out by the text core, and kept until something changes it.

The text core alone knows it, and for tens of thousands of suggestions that takes a second or more: too long for a look at one of them. So
whoever looks first after a change works it out, and it is kept for all others: once for those inside and once for everybody else, who know of
other decisions. It is kept with the digest of the entry that changed it last (``CycleRow.stirred``), so that what is out of date is known to
be, and never told. It holds numbers and no word of anybody's. ``verify`` holds it against the text core.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlmodel import Session, col

from plein.engine.desk import Act, Sight
from plein.store.tables.review import MeetingsRow

KEPT_FROM = 1_000
"""So many suggestions make it worth keeping; of fewer it is worked out before the database has answered."""

Groups = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Meetings:
    """What one who sees a cycle from inside, or from outside, may know of how its suggestions meet.

    Attributes:
        collide: The numbers of those that collide with each other, a group for every place.
        same: Those that say the same; each stands in one group at most.
    """

    collide: Groups
    same: Groups

    def collides_with(self, numbers: Collection[int] | None = None) -> Mapping[int, tuple[int, ...]]:
        """With which others each of these suggestions collides, or each of all; those that collide with none are left out.

        >>> Meetings(((1, 2), (2, 3)), ()).collides_with([2])
        {2: (1, 3)}
        """
        return _others(self.collide, numbers)

    def same_as(self, numbers: Collection[int] | None = None) -> Mapping[int, tuple[int, ...]]:
        """Which others say the same as each of these, or of all."""
        return _others(self.same, numbers)

    @property
    def colliding(self) -> frozenset[int]:
        """All that collide with another."""
        return frozenset(number for group in self.collide for number in group)


def meetings(sight: Sight, work_out: Callable[[], Meetings]) -> Meetings:
    """What is kept, or else what *work_out* gives, to be kept when the look has ended. Whoever acts has it worked out: they may change it."""
    at = "" if isinstance(sight, Act) else sight.cycle.stirred_inside if sight.inside else sight.cycle.stirred
    kept = select(col(MeetingsRow.groups)).where(
        col(MeetingsRow.cycle_id) == sight.id, col(MeetingsRow.inside) == sight.inside, col(MeetingsRow.at) == at
    )
    groups = sight.session.execute(kept).scalar_one_or_none() if at else None
    if groups is not None:
        return Meetings(*(tuple(map(tuple, one)) for one in groups))
    found = work_out()
    if at and sight.counted.suggestions >= KEPT_FROM:
        sight.afterwards = _keeping(sight.id, sight.inside, at, found)
    return found


def _keeping(cycle: int, inside: bool, at: str, found: Meetings) -> Callable[[Session], None]:
    """What keeps them, in a transaction of its own."""

    def keep(session: Session) -> None:
        session.execute(delete(MeetingsRow).where(col(MeetingsRow.cycle_id) == cycle, col(MeetingsRow.inside) == inside))
        session.add(
            MeetingsRow(
                cycle_id=cycle, inside=inside, at=at, groups=[[list(group) for group in groups] for groups in (found.collide, found.same)]
            )
        )

    return keep


def _others(groups: Groups, numbers: Collection[int] | None) -> dict[int, tuple[int, ...]]:
    wanted = None if numbers is None else frozenset(numbers)
    found: dict[int, set[int]] = defaultdict(set)
    for group in groups:
        for number in group if wanted is None else wanted.intersection(group):
            found[number].update(group)
    return {number: tuple(sorted(others - {number})) for number, others in sorted(found.items())}
