"""A sounding board as those who look after it see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Board:
    """A named list of people, who are invited as one. ``people`` are their ids in the order in which they were named; ``at``: since when."""

    name: str
    people: tuple[str, ...]
    at: datetime
