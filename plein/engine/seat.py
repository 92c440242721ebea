"""A person's seat: everything they can see and do, each thing under the noun that the command line has for it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from plein.engine.desk import Desk
from plein.engine.slips import shown
from plein.errors import Unusable
from plein.organisation import Organisation
from plein.sentences import sentence

if TYPE_CHECKING:
    from plein.engine.cycle.cycles import Cycles
    from plein.engine.group.answers import Invitations
    from plein.engine.in_cycle import InCycle
    from plein.engine.nouns.people import People
    from plein.engine.people.boards import Boards
    from plein.engine.record.views import Verified

# Nouns are imported where they are asked for, not above: whoever looks at one thing should not wait for all.


class Seat:
    """plein through one person's eyes, made by :meth:`plein.Plein.acting_as`.

    What is closed to this person does not exist for them. Whatever changes something takes ``revision=``, the cycle's revision the
    writer has read: if the cycle has moved on since, :class:`~plein.errors.StaleWrite` says so and nothing is written.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def person(self) -> str | None:
        """Whose seat it is; None for somebody who only looks."""
        return self._desk.person

    @property
    def now(self) -> datetime:
        """The moment at which this person acts, aware and in UTC."""
        return self._desk.now()

    @property
    def organisation(self) -> Organisation:
        """What the organisation set for itself."""
        return self._desk.organisation

    def cycle(self, slug: str) -> InCycle:
        """One cycle through this person's eyes. Nothing is read yet.

        Args:
            slug: The short name it is called by.

        Raises:
            Unusable: It is no text.
        """
        from plein.engine.in_cycle import InCycle

        if not isinstance(slug, str):
            raise Unusable(sentence("A cycle is named by its short name, a text, not by {value}.", value=shown(slug)))
        return InCycle(self._desk, slug)

    def verify(self) -> Verified:
        """Check every cycle, as :meth:`InCycle.verify` checks one.

        >>> anna.verify().damage
        ()
        """
        from plein.engine.record.log import verify

        return verify(self._desk)

    @property
    def cycles(self) -> Cycles:
        """The cycles there are, and how another begins: ``plein cycle``."""
        from plein.engine.cycle.cycles import Cycles

        return Cycles(self._desk)

    @property
    def people(self) -> People:
        """The register of people: ``plein person``."""
        from plein.engine.nouns.people import People

        return People(self._desk)

    @property
    def boards(self) -> Boards:
        """Sounding boards, which are invited as a whole: ``plein board``."""
        from plein.engine.people.boards import Boards

        return Boards(self._desk)

    @property
    def invitations(self) -> Invitations:
        """The answers to invitations, with their tokens: ``plein group accept``, ``plein group decline``."""
        from plein.engine.group.answers import Invitations

        return Invitations(self._desk)
