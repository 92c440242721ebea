"""What the rules need to know about a running cycle, as one frozen value. Not how they are gathered: that is the engine's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The state of one cycle at one moment, counted.

    Attributes:
        now: The moment of the question, with a time zone.
        phase: Name of the running phase.
        closes: Deadline of the running phase, with a time zone; None where it has none. The deadline itself is still in time.
        timezone: IANA zone in which moments are put into words.
        round: Number of the running round, from 1; 0 before the first.
        contributions: How many there are and are not hidden.
        inventory_held: An inventory was opened and left again, with at least one contribution in it.
        accepted_drafters: Members of the working group who accepted to write.
        drafts: How many versions there are, published or not.
        reviews_held: How many reviews were entered; one under way counts.
        undecided: Suggestions without a decision.
        unreasoned: Decisions without the reason they need.
        unpublished: Decisions that are not public yet.
        unmerged: Adopted or adapted suggestions that are not in the newest version.
        because: The reason given with the move, if any.
        closes_given: A deadline for the next phase is given with the move.

    >>> from datetime import UTC, datetime
    >>> Facts(now=datetime(2026, 11, 27, tzinfo=UTC), phase="review", undecided=2).undecided
    2
    """

    now: datetime
    phase: str
    closes: datetime | None = None
    timezone: str = "Europe/Amsterdam"
    round: int = 0
    contributions: int = 0
    inventory_held: bool = False
    accepted_drafters: int = 0
    drafts: int = 0
    reviews_held: int = 0
    undecided: int = 0
    unreasoned: int = 0
    unpublished: int = 0
    unmerged: int = 0
    because: str | None = None
    closes_given: bool = False

    def __post_init__(self) -> None:
        """A naive moment is a mistake in the program, and one that shows only twice a year; so it is told at once."""
        for name, moment in (("now", self.now), ("closes", self.closes)):
            if moment is not None and moment.utcoffset() is None:
                raise ValueError(f"Facts.{name} needs a time zone")
