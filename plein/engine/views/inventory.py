"""What was said in the open, as people see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Nudge:
    """A participant's call to order on a contribution."""

    author: str
    because: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Contribution:
    """One item of the inventory. ``text`` is None where a host hid it: the tombstone ``hidden`` then holds the reason.

    ``supports`` is how many people stand behind it; ``said`` is when it was said elsewhere, as its source gives it.
    """

    id: int
    author: str
    kind: str
    topic: str | None
    text: str | None
    reply_to: int | None
    supports: int
    nudges: tuple[Nudge, ...]
    hidden: str | None
    source: str | None
    link: str | None
    said: str | None
    at: datetime
