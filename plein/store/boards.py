"""The seal of a sounding board: it belongs to no cycle, so that no record tells of it, and whoever keeps people changes it freely."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from plein.store import record


def board_seal(name: str, at: datetime, people: Iterable[str]) -> str:
    """The digest of all that a board is.

    Args:
        name: What it is called.
        at: When it was made; in UTC where it has no zone.
        people: What the record knows them by, in the order in which they were named.
    """
    moment = at if at.tzinfo is None else at.astimezone(UTC).replace(tzinfo=None)
    return record.seal("", name, moment.isoformat(), *people)
