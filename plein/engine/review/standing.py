"""Where the suggestions stand with each other: which collide, which are the same. Computed from the rows each time, kept nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import Any, Protocol

from sqlmodel import col

from plein.documents import Crowd, Edit, Merge, Paragraph, crowd, fold, merge, paragraph_at
from plein.engine.desk import Sight
from plein.engine.review.edits_kept import KEPT, Footing, Kept
from plein.engine.review.meetings import Meetings, meetings
from plein.engine.rows.of_cycle import FEW, column_of, columns_of, every_column, row_of, rows_of
from plein.engine.rows.undisturbed import undisturbed
from plein.errors import NotFound
from plein.sentences import Sentence, sentence
from plein.store.tables.review import DecisionRow, SuggestionRow
from plein.workflow.outcomes import SETTLED


class Decided(Protocol):
    """What of a decision says whether it may still change the text: a whole row, or those of its columns."""

    @property
    def suggestion(self) -> int:
        """The suggestion."""

    @property
    def outcome(self) -> str:
        """What was decided."""

    @property
    def at_version(self) -> int | None:
        """The version with the passage that was chosen for it by hand."""

    @property
    def merged_in(self) -> int | None:
        """The version it was merged into."""

    @property
    def together(self) -> int | None:
        """The first of those that go in at one place with it."""

    @property
    def rank(self) -> int | None:
        """Its turn among them, from 1."""


DECIDED: tuple[Any, ...] = tuple(
    getattr(DecisionRow, name) for name in ("suggestion", "outcome", "at_version", "merged_in", "together", "rank")
)


class Standing:
    """All suggestions of a cycle beside each other, as one person may know it.

    Decisions that person may not see count as not taken, so that nobody can tell from a collision that it was settled.
    """

    def __init__(self, sight: Sight, *, inside: bool | None = None) -> None:
        """Look at them through the eyes of a person, or, if it is said, of those *inside* or of everybody else."""
        self.cycle = sight.cycle
        self.footing = Footing(sight)
        self._sight = sight
        self._inside = sight.inside if inside is None else inside

    @cached_property
    def rows(self) -> Sequence[Kept]:
        """What is kept of all suggestions, by number."""
        return columns_of(self._sight, KEPT)

    @cached_property
    def decisions(self) -> Mapping[int, Decided]:
        """What was decided, as far as this person may see it, by suggestion."""
        rows = columns_of(self._sight, DECIDED, *_seen(self._inside), order=DecisionRow.suggestion)
        return {row.suggestion: row for row in rows}

    def why_unsound(self, rows: Sequence[Kept] | None = None, decisions: Mapping[int, Decided] | None = None) -> Mapping[int, Sentence]:
        """Why suggestions that still need a place cannot have it, by number, each as a whole sentence; they stand in nothing that follows.

        Args:
            rows: The suggestions that are asked about; None for all.
            decisions: What was decided on them; None to look it up.
        """
        decisions = self.decisions if decisions is None else decisions
        asked = (row for row in (self.rows if rows is None else rows) if needs_place(row, decisions.get(row.number)))
        found = {row.number: wrong for row in asked if (wrong := self.footing.wrong(row)) is not None}
        return {
            number: sentence("Suggestion {number} cannot be placed: {wrong}.", number=number, wrong=wrong)
            for number, wrong in found.items()
        }

    @cached_property
    def living(self) -> Mapping[int, Mapping[int, tuple[Edit, ...]]]:
        """The edits of every suggestion that may still change the text, by version and number."""
        over = {number for number, one in self.decisions.items() if one.outcome in SETTLED or one.merged_in is not None}
        if not over:
            return self._all
        found = {version: {number: edits for number, edits in those.items() if number not in over} for version, those in self._all.items()}
        return {version: those for version, those in found.items() if those}

    @cached_property
    def _all(self) -> Mapping[int, Mapping[int, tuple[Edit, ...]]]:
        """The edits of every suggestion that has a place, as if nothing had been decided."""
        found: dict[int, dict[int, tuple[Edit, ...]]] = defaultdict(dict)
        for row in self.rows:
            edits = None if row.sweeping else self.footing.stands(row)
            if edits:
                found[row.at_version or row.version][row.number] = edits
        return dict(found)

    @cached_property
    def _merges(self) -> tuple[Merge[int], ...]:
        """How the living suggestions merge, by version."""
        return tuple(merge(self.text(number), suggestions, order=self.together) for number, suggestions in sorted(self.living.items()))

    @cached_property
    def together(self) -> list[int]:
        """The suggestions that go in at one place in an order that was decided, in that order."""
        named = [decision for decision in self.decisions.values() if decision.together is not None]
        return [decision.suggestion for decision in sorted(named, key=turn_of)]

    @cached_property
    def whole(self) -> Mapping[int, Crowd[int]]:
        """All that was suggested, sorted as if nothing had been decided, by version, the newest first: what everybody may know of it."""
        return self._sorted(self._all, ())

    @cached_property
    def crowds(self) -> Mapping[int, Crowd[int]]:
        """What may still change the text, sorted for those who decide, by version, the newest first; each stands where it does in the whole."""
        order = self.together
        if self.living == self._all and not order:
            return self.whole
        stands = {number: one.paragraph for sorted_ in self.whole.values() for one in sorted_.screens for number in one.suggestions}
        return self._sorted(self.living, order, stands)

    @cached_property
    def sorted_out(self) -> Mapping[int, Crowd[int]]:
        """The same as ``crowds`` for who only asks what is in whose way: wordings that are nearly alike are not told so."""
        return self.crowds if self.decisions else self._sorted(self._all, (), liken=False)

    def _sorted(
        self,
        found: Mapping[int, Mapping[int, tuple[Edit, ...]]],
        order: Sequence[int],
        homes: Mapping[int, int] | None = None,
        *,
        liken: bool = True,
    ) -> Mapping[int, Crowd[int]]:
        people = {row.number: str(row.author_id) for row in self.rows}
        return {
            number: crowd(self.text(number), suggestions, people=people, order=order, homes=homes, liken=liken)
            for number, suggestions in sorted(found.items(), reverse=True)
        }

    def edits(self, number: int) -> Mapping[int, tuple[Edit, ...]]:
        """The edits of all that stands on a version, as if nothing had been decided."""
        return self._all.get(number, {})

    def text(self, number: int) -> str:
        """The text of a version that suggestions stand on."""
        version = self.footing.version(number)
        assert version is not None
        return version.text

    @cached_property
    def meetings(self) -> Meetings:
        """Which collide and which are the same, of those that may still change the text."""
        return meetings(self._sight, self.worked_out)

    @undisturbed
    def worked_out(self) -> Meetings:
        """The same as the text core says it now."""
        collide = tuple(tuple(sorted(one.suggestions)) for outcome in self._merges for one in outcome.collisions)
        same = tuple(
            tuple(one.suggestions)
            for version, suggestions in self.living.items()
            for one in fold(self.text(version), suggestions)
            if len(one.suggestions) > 1
        )
        return Meetings(collide, same)

    @cached_property
    def collides_with(self) -> Mapping[int, tuple[int, ...]]:
        """For every suggestion that collides, the numbers it collides with."""
        return self.meetings.collides_with()


def paragraph_number(blocks: Sequence[Paragraph], offset: int) -> int:
    """The number of the paragraph at a code point; 1 in a text without any."""
    found = paragraph_at(blocks, offset)
    return 1 if found is None else found.number


def needs_place(row: Kept, decision: Decided | None) -> bool:
    """Whether it matters that a suggestion can be placed: not once it is withdrawn, settled, in the text, or given a place by hand."""
    settled = decision is not None and (decision.outcome in SETTLED or decision.merged_in is not None or decision.at_version is not None)
    return row.status != "withdrawn" and not settled


def suggestion_row(sight: Sight, number: int) -> SuggestionRow:
    """The row of one suggestion."""
    found = row_of(sight, SuggestionRow, number)
    if found is None:
        raise NotFound(
            sentence(
                "There is no suggestion {number} in {slug}; see them all: {command}",
                number=number,
                slug=sight.cycle.slug,
                command=f"plein suggestion list {sight.cycle.slug}",
            )
        )
    return found


def decisions_seen(sight: Sight, numbers: Collection[int] | None = None) -> Mapping[int, DecisionRow]:
    """The decisions this person may see, on some suggestions or on all: inside all of them, outside those that are published.

    They are for looking at, and cannot be changed.
    """
    some = () if numbers is None or len(numbers) > FEW else (col(DecisionRow.suggestion).in_(numbers),)
    return {
        row.suggestion: row
        for row in columns_of(sight, every_column(DecisionRow), *_seen(sight.inside), *some, order=DecisionRow.suggestion)
    }


def decided_seen(sight: Sight) -> set[int]:
    """The suggestions on which there is a decision that this person may see."""
    return set(column_of(sight, DecisionRow.suggestion, *_seen(sight.inside)))


def _seen(inside: bool) -> tuple[Any, ...]:
    return () if inside else (col(DecisionRow.published).is_not(None),)


def turn_of(decision: Decided) -> tuple[int, int]:
    """By what decided insertions go in at one place: those of one act side by side, in the order that was named; others first."""
    return decision.together or 0, decision.rank or 0


def decision_on(sight: Sight, number: int) -> DecisionRow | None:
    """The decision on one suggestion, whoever looks."""
    found = rows_of(sight, DecisionRow, col(DecisionRow.suggestion) == number, order=DecisionRow.suggestion)
    return found[0] if found else None
