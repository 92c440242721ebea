"""The report of a cycle without a document, as people see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Report:
    """The report, Markdown. ``author`` is None where plein ``composed`` it; ``published`` is when everyone could read it."""

    number: int
    author: str | None
    text: str
    digest: str
    composed: bool
    published: datetime | None
    at: datetime
