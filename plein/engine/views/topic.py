"""A conversation of the inventory, as people see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with its context note (``aim``, ``scope``, ``outcome``: what happens with what is said), and how the conversation goes.

    The topic every cycle begins with is called ``question``: its note is the cycle's question, which stands in ``aim``.

    Attributes:
        opened: When it first opened; None for a topic that only hosts see yet.
        closed: When it closed; None while it takes contributions.
        contributions: How many there are, hidden ones not counted. ``replies`` of them answer another.
        people: By how many people they are.
        nudges: Calls to order on all of them, hidden ones included.
        hidden: How many a host hid.
        heat: ``calm``, ``lively`` or ``heated`` (:func:`plein.workflow.heat.heat`), for the eyes of hosts; None for others.
    """

    name: str
    title: str
    host: str
    aim: str | None
    scope: str | None
    outcome: str | None
    opened: datetime | None
    closed: datetime | None
    contributions: int
    people: int
    replies: int
    nudges: int
    hidden: int
    heat: str | None

    @property
    def takes_contributions(self) -> bool:
        """Whether it is open now."""
        return self.opened is not None and self.closed is None
