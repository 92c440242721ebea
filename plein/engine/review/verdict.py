"""What settling a place decides, before it is written down: suggestions that are adopted, or a text put together from several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from plein.documents import Edit, apply, shares
from plein.engine.desk import Sight
from plein.engine.review.places import Named, proposed
from plein.engine.review.standing import Standing
from plein.errors import NotFound
from plein.sentences import counted


@dataclass(frozen=True, slots=True)
class Chosen:
    """A text that was put together from several suggestions: the one that stands for it, its parts, and the lines it takes the place of."""

    lead: int
    text: str
    parts: Mapping[int, tuple[Edit, ...]]
    quote: str

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What it changes, in order of place."""
        return tuple(sorted({edit for part in self.parts.values() for edit in part}))


@dataclass(slots=True)
class Verdict:
    """What is to be decided, by number of the suggestion; ``adopted`` in the order in which they go in."""

    version: int
    adopted: list[int] = field(default_factory=list)
    adapted: Chosen | None = None
    covered: dict[int, int] = field(default_factory=dict)
    rejected: list[int] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    elsewhere: list[int] = field(default_factory=list)

    @property
    def answered(self) -> frozenset[int]:
        """All that get an answer by it."""
        lead = () if self.adapted is None else (self.adapted.lead,)
        return frozenset({*self.adopted, *lead, *self.covered, *self.rejected})

    def edits(self, living: Mapping[int, tuple[Edit, ...]]) -> dict[int, tuple[Edit, ...]]:
        """What it changes in the text, by number; *living* are the edits of all."""
        chosen = {number: living[number] for number in self.adopted}
        return chosen if self.adapted is None else chosen | {self.adapted.lead: self.adapted.edits}


def chosen_text(sight: Sight, standing: Standing, found: Named, number: int) -> Chosen | list[int]:
    """A ready text of a place; or the suggestions to adopt, where it is their own wording.

    Raises:
        NotFound: There is no such text.
    """
    ready = proposed(standing, found)
    if not 0 < number <= len(ready):
        raise NotFound(
            counted(
                "Place {place} has {n} ready text; see it: {command}",
                "Place {place} has {n} ready texts; see them: {command}",
                n=len(ready),
                place=found.name,
                command=f"plein suggestion collisions {sight.cycle.slug}",
            )
        )
    one = ready[number - 1]
    text, edits = standing.text(found.version), standing.living[found.version]
    reads = text[: one.start] + one.text + text[one.end :]
    whole = [key for key in one.takes if apply(text, edits[key]) == reads]
    if whole:
        return [whole[0]]
    parts = shares(text, edits, one)
    lead = min(one.takes, key=lambda key: (key in one.leaves, key))
    return Chosen(lead, one.text, parts, text[one.start : one.end])
