"""The record and its check, as people see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the record. To those for whom it is closed, ``act`` is "closed" and ``at``, ``by`` and ``body`` are None."""

    number: int
    at: datetime | None
    by: str | None
    act: str
    cycle: str
    digest: str
    previous: str
    inner: str
    body: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Ahead:
    """A record that has a moment which the clock has yet to reach: ``at``, of its newest entry that whoever checks may read."""

    cycle: str
    at: datetime
    timezone: str


@dataclass(frozen=True, slots=True)
class Verified:
    """The outcome of a check. ``damage`` is one sentence per damaged entry, version or suggestion, the first one first.

    ``ahead``: the records whose newest entry lies in the future, which is no damage.
    """

    entries: int
    cycles: int
    damage: tuple[str, ...]
    ahead: tuple[Ahead, ...] = ()
