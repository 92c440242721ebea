"""Words to avoid, as people see where they stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A word to avoid in a text. ``where``: which text; ``line`` and ``paragraph`` count from 1; ``context`` is what stands around it."""

    where: str | None
    line: int
    paragraph: int | None
    word: str
    better: str | None
    because: str | None
    context: str
