"""A person's seat at one cycle: the cycle itself, and everything in it under the noun that the command line has for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plein.engine.cycle.moves import OneCycle

if TYPE_CHECKING:
    from plein.engine.inventory.inventory import Inventory


class InCycle(OneCycle):
    """One cycle through one person's eyes, made by :meth:`plein.Seat.cycle`. To make it reads nothing: there need be no such cycle yet.

    Every call is the command of the same name: ``plein inventory add housing …`` is ``anna.cycle("housing").inventory.add(…)``.
    """

    @property
    def inventory(self) -> Inventory:
        """What people say before anything is written: ``plein inventory``."""
        from plein.engine.inventory.inventory import Inventory  # here, not above: whoever looks at one thing should not wait for all

        return Inventory(self._desk, self._slug)
