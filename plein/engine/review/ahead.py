"""What takes long, worked out before the transaction in which nobody else can write. There it holds, if it was about the same versions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from plein.engine.desk import Act, Desk, Sight
from plein.errors import PleinError
from plein.store.tables.text import VersionRow

T = TypeVar("T")
Versions = Sequence[VersionRow]


@dataclass(frozen=True, slots=True)
class Long(Generic[T]):
    """Something that takes long.

    Attributes:
        reads: Gives the versions it is about, as somebody sees them.
        work: Does it, with those.
    """

    reads: Callable[[Sight], Versions]
    work: Callable[[Sight, Versions], T]

    def ahead(self, desk: Desk, slug: str, *, asks: str | None) -> Ahead[T]:
        """Do it with what somebody sees now; where that fails and they may not do it anyway, the act itself says why.

        Args:
            desk: Whoever wants it.
            slug: The cycle.
            asks: The act in the words of the rules table; None where it is somebody else's.

        Raises:
            PleinError: What the work raises, where they may do it.
        """
        desk.identity()
        with desk.look(slug) as sight:
            try:
                versions = self.reads(sight)
                return Ahead(self, (self.work(sight, versions),), _told(versions))
            except PleinError:
                if asks is not None and sight.may(asks):
                    raise
                return Ahead(self)

    def guessed(self, versions: Versions, work: Callable[[Versions], T]) -> Ahead[T]:
        """Do it with what it will likely be about, without a look; where that fails, nothing is found and nobody is told."""
        try:
            return Ahead(self, (work(versions),), _told(versions))
        except PleinError:
            return Ahead(self)


@dataclass(frozen=True, slots=True)
class Ahead(Generic[T]):
    """What was found before the act, if anything was, and in which versions."""

    long: Long[T]
    found: tuple[T, ...] = ()
    about: tuple[tuple[int, str], ...] = ()

    def holds(self, versions: Versions) -> bool:
        """Whether it was found in these versions."""
        return bool(self.found) and self.about == _told(versions)

    def inside(self, act: Act) -> tuple[T, Versions]:
        """The same in the act: what was found before, or what is found now, where that is about other versions; and those.

        Raises:
            PleinError: What the work raises.
        """
        versions = self.long.reads(act)
        return (self.found[0] if self.holds(versions) else self.long.work(act, versions)), versions


def _told(versions: Versions) -> tuple[tuple[int, str], ...]:
    return tuple((row.number, row.digest) for row in versions)
