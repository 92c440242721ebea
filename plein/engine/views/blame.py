"""Where words come from, as people see it."""

from __future__ import annotations

from dataclasses import dataclass

from plein.engine.views.review import Decision


@dataclass(frozen=True, slots=True)
class BlameRun:
    """A stretch of a version that came in at once.

    ``start`` and ``end`` are code points into the text, from 0; ``version`` is the number in which the words appeared (to an outsider: in
    which they became public). ``suggestion`` asked for them, None where the circle wrote them itself; ``suggestions`` and ``authors`` name all
    who asked for the very same, that one first; ``contributions`` those that the suggestions, or else the version, began with. ``adapted``:
    the decision put them in other words. ``author`` is None where somebody in the circle wrote them and that is not for this person to know.
    """

    start: int
    end: int
    text: str
    version: int
    suggestion: int | None
    author: str | None
    suggestions: tuple[int, ...]
    authors: tuple[str, ...]
    adapted: bool
    decision: Decision | None
    contributions: tuple[int, ...] = ()
