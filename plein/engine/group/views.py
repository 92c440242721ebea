"""The circle as people see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from plein.sentences import Sentence
from plein.vocabulary import Place, PlaceStatus, Role

if TYPE_CHECKING:
    from plein.workflow.candidates.balance import Balance


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
    role: Role
    status: PlaceStatus
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
    role: Place
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


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who spoke in the open and might be invited.

    Attributes:
        person: Their id.
        score: Points, to one decimal: the sum of *parts*.
        reasons: Where the points come from, in words; the points stand before each.
        inside: Whether they belong to the organisation.
        usual_suspect: Whether they sat in the circle of an earlier cycle, or are listed.
        contributions: Numbers of the contributions that count, the one that brought most first: what an invitation can cite.
        newcomer: Whether they never sat in a circle.
        minority: Whether few stand behind them, although what they say is new or answered.
        parts: Points by name: novelty answered supported question nudged usual newcomer; what is taken off is negative.
        topics: Topics they spoke on.
        kinds: Kinds of their contributions.
        relation: What they are to the organisation.
        status: How it stands with their place in the circle, as in :class:`~plein.views.Member`; None where they were not invited.
        role: As what they were.
        behind: For a pseudonym, who uses it; for the eyes of hosts alone.
    """

    person: str
    score: float
    reasons: tuple[Sentence, ...]
    inside: bool
    usual_suspect: bool
    contributions: tuple[int, ...]
    newcomer: bool
    minority: bool
    parts: Mapping[str, float]
    topics: tuple[str, ...]
    kinds: tuple[str, ...]
    relation: str | None
    status: str | None
    role: str | None
    behind: str | None


@dataclass(frozen=True, slots=True)
class Ranking:
    """The candidates of a cycle, the first first, and whom the top of the list leaves out."""

    candidates: tuple[Candidate, ...]
    balance: Balance


__all__ = ["Balance", "Candidate", "Ranking"]
