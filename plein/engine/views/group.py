"""The circle as people see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody's place in the circle, and why they have it.

    Attributes:
        person: Their id.
        role: host, drafter or adviser.
        status: ``invited``; ``accepted``; ``declined``; ``expired``: not answered in time; ``withdrawn``: the invitation was taken back;
            ``removed``: the place was ended; ``ended``: its time is over.
        because: The reason, which everybody can read.
        until: When the place ends, if it does by itself.
        contribution: Number of the contribution it is based on.
        topic: What an adviser is asked about.
        removed_because: Why the place was ended or the invitation taken back.
        at: When they were invited, or made a host.
        expires: Until when the invitation can be answered.
        board: The sounding board they came with.
    """

    person: str
    role: str
    status: str
    because: str
    until: datetime | None
    contribution: int | None
    topic: str | None
    removed_because: str | None
    at: datetime
    expires: datetime | None = None
    board: str | None = None


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation as the host who made it sees it, once: afterwards only the token's digest is known.

    ``warnings`` are sentences on what the circle becomes; they never keep anybody from inviting.
    """

    token: str
    person: str
    role: str
    because: str
    until: datetime | None
    contribution: int | None
    topic: str | None
    expires: datetime | None = None
    board: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BoardInvitation:
    """What became of inviting a sounding board: an invitation for each person on it, but for ``skipped``, who are in the circle or invited."""

    board: str
    invitations: tuple[Invitation, ...]
    skipped: tuple[str, ...]
