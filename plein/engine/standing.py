"""Where the suggestions stand with each other: which collide, which are the same. Computed from the rows each time, kept nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from plein.documents import Edit, Paragraph, merge, paragraph_at, paragraphs
from plein.engine.desk import Sight, exists
from plein.engine.drafting import version_row
from plein.engine.inventory import names
from plein.engine.views import Collision, Decision, Suggestion
from plein.errors import NotFound
from plein.store.tables import DecisionRow, SuggestionRow, VersionRow

SETTLED = ("rejected", "covered", "noted", "withdrawn")
"""Outcomes after which a suggestion changes nothing any more, and so collides with nothing."""
PLACED = ("open", "carried", "decided")
"""Statuses in which a suggestion has a place in a version."""


class Standing:
    """All suggestions of a cycle beside each other, as one person may know it.

    Decisions that person may not see count as not taken, so that nobody can tell from a collision that it was settled.
    """

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        self.rows: Sequence[SuggestionRow] = (
            sight.session.execute(select(SuggestionRow).where(col(SuggestionRow.cycle_id) == sight.id).order_by(col(SuggestionRow.number)))
            .scalars()
            .all()
        )
        self.decisions = decisions_seen(sight)

    @cached_property
    def _living(self) -> Mapping[int, Mapping[int, tuple[Edit, ...]]]:
        """The edits of every suggestion that may still change the text, by version and number."""
        living: dict[int, dict[int, tuple[Edit, ...]]] = defaultdict(dict)
        for row in self.rows:
            decision = self.decisions.get(row.number)
            if row.kind == "tip" or row.sweeping or row.status not in PLACED or not row.edits:
                continue
            if decision is not None and (decision.outcome in SETTLED or decision.merged_in is not None):
                continue
            edits = row.edits if row.at_edits is None else row.at_edits
            living[row.at_version or row.version][row.number] = edits_of(edits)
        return living

    @cached_property
    def _found(self) -> tuple[tuple[VersionRow, Any], ...]:
        """Per version with living suggestions: its row, and how they merge."""
        found = []
        for number, suggestions in sorted(self._living.items()):
            version = version_row(self._sight, number)
            assert version is not None
            found.append((version, merge(version.text, suggestions, order=self._together())))
        return tuple(found)

    def _together(self) -> list[int]:
        ranked = [(decision.together, number) for number, decision in self.decisions.items() if decision.together is not None]
        return [number for _, number in sorted(ranked)]

    def places(self) -> tuple[Collision, ...]:
        """The collisions, in order of version and place, numbered from 1."""
        found: list[Collision] = []
        for version, outcome in self._found:
            blocks = paragraphs(version.text)
            found += [
                Collision(
                    id=0,
                    kind=collision.kind,
                    suggestions=tuple(sorted(collision.suggestions)),
                    paragraph=paragraph_number(blocks, collision.start),
                    quote=version.text[collision.start : collision.end],
                )
                for collision in outcome.collisions
            ]
        return tuple(Collision(number, one.kind, one.suggestions, one.paragraph, one.quote) for number, one in enumerate(found, 1))

    @cached_property
    def collides_with(self) -> Mapping[int, tuple[int, ...]]:
        """For every suggestion that collides, the numbers it collides with."""
        others: dict[int, set[int]] = defaultdict(set)
        for _, outcome in self._found:
            for collision in outcome.collisions:
                for number in collision.suggestions:
                    others[number].update(collision.suggestions)
        return {number: tuple(sorted(found - {number})) for number, found in others.items()}

    @cached_property
    def same_as(self) -> Mapping[int, tuple[int, ...]]:
        """For every suggestion that others made too, to the letter, their numbers."""
        alike: dict[tuple[Any, ...], list[int]] = defaultdict(list)
        for version, suggestions in self._living.items():
            for number, edits in suggestions.items():
                alike[(version, edits)].append(number)
        return {
            number: tuple(other for other in group if other != number) for group in alike.values() if len(group) > 1 for number in group
        }


def paragraph_number(blocks: Sequence[Paragraph], offset: int) -> int:
    """The number of the paragraph at a code point; 1 in a text without any."""
    found = paragraph_at(blocks, offset)
    return 1 if found is None else found.number


def edits_of(data: Sequence[Sequence[Any]]) -> tuple[Edit, ...]:
    """Edits from what a row holds."""
    return tuple(Edit(start, end, text) for start, end, text in data)


def suggestion_row(sight: Sight, number: int) -> SuggestionRow:
    """The row of one suggestion."""
    query = select(SuggestionRow).where(col(SuggestionRow.cycle_id) == sight.id, col(SuggestionRow.number) == number)
    found: SuggestionRow | None = sight.session.execute(query).scalar_one_or_none() if exists(number) else None
    if found is None:
        raise NotFound(f"There is no suggestion {number} in {sight.cycle.slug}; see them all: plein suggestion list {sight.cycle.slug}")
    return found


def decisions_seen(sight: Sight) -> Mapping[int, DecisionRow]:
    """The decisions this person may see, by suggestion: inside all of them, outside those that are published."""
    query = select(DecisionRow).where(col(DecisionRow.cycle_id) == sight.id)
    if not sight.inside:
        query = query.where(col(DecisionRow.published).is_not(None))
    return {row.suggestion: row for row in sight.session.execute(query).scalars()}


def decision_view(sight: Sight, row: DecisionRow, by: str | None) -> Decision:
    """The decision as this person sees it: outside, who pressed the button is the group's own affair."""
    return Decision(
        suggestion=row.suggestion,
        outcome=row.outcome,
        because=row.because,
        by=by if sight.inside else None,
        published=row.published is not None,
        text=row.text,
        covered_by=row.covered_by,
        merged_in=row.merged_in if sight.inside or row.published is not None else None,
        at=row.at,
    )


def suggestion_views(sight: Sight, standing: Standing | None, rows: Sequence[SuggestionRow] | None = None) -> tuple[Suggestion, ...]:
    """The suggestions as this person sees them. Without *standing*, what they collide with is left out (they were handed in just now)."""
    if rows is None:
        assert standing is not None
        rows = standing.rows
    decisions = {} if standing is None else standing.decisions
    collides = {} if standing is None else standing.collides_with
    same = {} if standing is None else standing.same_as
    people = names(sight, {row.author_id for row in rows} | {row.by_id for row in decisions.values()})
    return tuple(
        Suggestion(
            id=row.number,
            author=people[row.author_id],
            submission=row.submission,
            kind=row.kind,
            status=_status(row, decisions),
            version=row.version,
            paragraph=row.paragraph,
            start=row.start,
            end=row.end,
            quote=row.quote,
            replace=row.replace,
            why=row.why,
            collides_with=collides.get(row.number, ()),
            same_as=same.get(row.number, ()),
            sweeping=row.sweeping,
            decision=decision_view(sight, decisions[row.number], people[decisions[row.number].by_id]) if row.number in decisions else None,
            at=row.at,
        )
        for row in rows
    )


def _status(row: SuggestionRow, decisions: Mapping[int, DecisionRow]) -> str:
    """Decided only to those who may see the decision; the row itself never says so."""
    return "decided" if row.number in decisions and row.status != "withdrawn" else row.status
