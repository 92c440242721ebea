"""The circle as people see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody's place in the circle. ``status``: invited accepted declined removed. ``contribution``: what the invitation cites."""

    person: str
    role: str
    status: str
    because: str
    until: datetime | None
    contribution: int | None
    topic: str | None
    removed_because: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation as the host who made it sees it, once: afterwards only the token's digest is known."""

    token: str
    person: str
    role: str
    because: str
    until: datetime | None
    contribution: int | None
    topic: str | None
