"""Where the suggestions stand with each other: which collide, which are the same. Computed from the rows each time, kept nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import cast

from sqlmodel import col

from plein.documents import Crowd, Edit, Merge, Paragraph, crowd, fold, merge, paragraph_at
from plein.engine.desk import Sight
from plein.engine.inventory.origins import known_to
from plein.engine.review.edits_kept import Footing
from plein.engine.review.fallen import fallen
from plein.engine.review.passage_moves import moved_to
from plein.engine.review.put_together import put_together_from
from plein.engine.review.views import Decision, NewPlace, Suggestion, Undone
from plein.engine.rows.erased import ERASED
from plein.engine.rows.of_cycle import row_of, rows_of
from plein.engine.rows.people import names
from plein.engine.text.versions import may_read, version_row
from plein.errors import NotFound
from plein.sentences import Sentence, sentence
from plein.store.tables.review import DecisionRow, SuggestionRow, UndoneRow
from plein.vocabulary import OutcomeName, SuggestedKind, SuggestionStatus
from plein.workflow.outcomes import SETTLED


class Standing:
    """All suggestions of a cycle beside each other, as one person may know it.

    Decisions that person may not see count as not taken, so that nobody can tell from a collision that it was settled.
    """

    def __init__(self, sight: Sight) -> None:
        self.cycle = sight.cycle
        self.footing = Footing(sight)
        self.rows: Sequence[SuggestionRow] = rows_of(sight, SuggestionRow)
        self.decisions = decisions_seen(sight)

    @cached_property
    def unsound(self) -> Mapping[int, Sentence]:
        """Why suggestions that still need a place cannot have it, by number; they stand in nothing that follows."""
        found = ((row, self.footing.wrong(row)) for row in self.rows if needs_place(row, self.decisions.get(row.number)))
        return {row.number: wrong for row, wrong in found if wrong is not None}

    @cached_property
    def why_unsound(self) -> Mapping[int, Sentence]:
        """The same, each as a whole sentence."""
        return {
            number: sentence("Suggestion {number} cannot be placed: {wrong}.", number=number, wrong=wrong)
            for number, wrong in self.unsound.items()
        }

    @cached_property
    def living(self) -> Mapping[int, Mapping[int, tuple[Edit, ...]]]:
        """The edits of every suggestion that may still change the text, by version and number."""
        return self._edits(whatever_was_decided=False)

    def _edits(self, *, whatever_was_decided: bool) -> Mapping[int, Mapping[int, tuple[Edit, ...]]]:
        found: dict[int, dict[int, tuple[Edit, ...]]] = defaultdict(dict)
        for row in self.rows:
            decision = self.decisions.get(row.number)
            if row.sweeping:
                continue
            if not whatever_was_decided and decision is not None and (decision.outcome in SETTLED or decision.merged_in is not None):
                continue
            edits = self.footing.stands(row)
            if edits:
                found[row.at_version or row.version][row.number] = edits
        return found

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
    def _all(self) -> Mapping[int, Mapping[int, tuple[Edit, ...]]]:
        return self._edits(whatever_was_decided=True)

    def _sorted(
        self, found: Mapping[int, Mapping[int, tuple[Edit, ...]]], order: Sequence[int], homes: Mapping[int, int] | None = None
    ) -> Mapping[int, Crowd[int]]:
        people = {row.number: str(row.author_id) for row in self.rows}
        return {
            number: crowd(self.text(number), suggestions, people=people, order=order, homes=homes)
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
    def collides_with(self) -> Mapping[int, tuple[int, ...]]:
        """For every suggestion that collides, the numbers it collides with."""
        others: dict[int, set[int]] = defaultdict(set)
        for outcome in self._merges:
            for collision in outcome.collisions:
                for number in collision.suggestions:
                    others[number].update(collision.suggestions)
        return {number: tuple(sorted(found - {number})) for number, found in others.items()}

    @cached_property
    def same_as(self) -> Mapping[int, tuple[int, ...]]:
        """For every suggestion that others made too, to the letter or set in another way, their numbers."""
        return {
            number: tuple(sorted(other for other in one.suggestions if other != number))
            for version, suggestions in self.living.items()
            for one in fold(self.text(version), suggestions)
            if len(one.suggestions) > 1
            for number in one.suggestions
        }


def paragraph_number(blocks: Sequence[Paragraph], offset: int) -> int:
    """The number of the paragraph at a code point; 1 in a text without any."""
    found = paragraph_at(blocks, offset)
    return 1 if found is None else found.number


def needs_place(row: SuggestionRow, decision: DecisionRow | None) -> bool:
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


def decisions_seen(sight: Sight) -> Mapping[int, DecisionRow]:
    """The decisions this person may see, by suggestion: inside all of them, outside those that are published."""
    public = () if sight.inside else (col(DecisionRow.published).is_not(None),)
    return {row.suggestion: row for row in rows_of(sight, DecisionRow, *public, order=DecisionRow.suggestion)}


def turn_of(decision: DecisionRow) -> tuple[int, int]:
    """By what decided insertions go in at one place: those of one act side by side, in the order that was named; others first."""
    return decision.together or 0, decision.rank or 0


def decision_on(sight: Sight, number: int) -> DecisionRow | None:
    """The decision on one suggestion, whoever looks."""
    found = rows_of(sight, DecisionRow, col(DecisionRow.suggestion) == number, order=DecisionRow.suggestion)
    return found[0] if found else None


def decision_view(sight: Sight, row: DecisionRow, by: str | None) -> Decision:
    """The decision as this person sees it: outside, who pressed the button is the group's own affair.

    The place chosen for it is told to who may read the version that holds it.
    """
    version = None if row.at_version is None else version_row(sight, row.at_version)
    told = row.at_quote is not None and version is not None and may_read(sight, version)
    return Decision(
        suggestion=row.suggestion,
        outcome=cast("OutcomeName", row.outcome),
        because=row.because,
        by=by if sight.inside else None,
        published=row.published is not None,
        text=row.text,
        covered_by=row.covered_by,
        merged_in=row.merged_in if sight.inside or row.published is not None else None,
        at=row.at,
        put_together_from=put_together_from(row),
        place=NewPlace(row.at_version, row.at_quote) if told and row.at_version is not None and row.at_quote is not None else None,
    )


def undone_of(sight: Sight) -> Mapping[int, tuple[Undone, ...]]:
    """The answers that were public and were taken back, by suggestion, oldest first. They are few, and everybody may know them."""
    found: dict[int, tuple[Undone, ...]] = defaultdict(tuple)
    for row in rows_of(sight, UndoneRow):
        found[row.suggestion] += (Undone(cast("OutcomeName", row.outcome), row.because, row.why, row.at),)
    return found


def suggestion_views(sight: Sight, standing: Standing | None, rows: Sequence[SuggestionRow] | None = None) -> tuple[Suggestion, ...]:
    """The suggestions as this person sees them.

    Without *standing*, what they collide with is left out, and whether they can be placed (they were handed in just now).
    """
    if rows is None:
        assert standing is not None
        rows = standing.rows
    decisions = {} if standing is None else standing.decisions
    collides = {} if standing is None else standing.collides_with
    same = {} if standing is None else standing.same_as
    unsound = {} if standing is None else standing.why_unsound
    typed = {row.entered_by for row in rows if row.entered_by is not None}
    people = names(sight, {row.author_id for row in rows} | {row.by_id for row in decisions.values()} | typed)
    away = moved_to(rows, Footing(sight) if standing is None else standing.footing)
    began = known_to(sight, (row.contribution for row in rows))
    anew = _handed_in(sight, {row.replaced_by for row in rows if row.replaced_by is not None})
    before = _said_before(sight, rows if standing is None else standing.rows)
    fell = frozenset() if standing is None else fallen(sight)
    undone = undone_of(sight)
    return tuple(
        Suggestion(
            id=row.number,
            author=people[row.author_id],
            submission=row.submission,
            kind=cast("SuggestedKind", row.kind),
            status=cast("SuggestionStatus", _status(row, decisions)),
            version=row.version,
            paragraph=row.paragraph,
            start=row.start,
            end=row.end,
            quote=row.quote,
            replace=None if _is_gone(row) else row.replace,
            why=ERASED if row.erased else row.why,
            collides_with=collides.get(row.number, ()),
            same_as=same.get(row.number, ()),
            sweeping=row.sweeping,
            decision=decision_view(sight, decisions[row.number], people[decisions[row.number].by_id]) if row.number in decisions else None,
            at=row.at,
            moved_to=None if _is_gone(row) else away.get(row.number),
            erased=row.erased,
            contribution=row.contribution if row.contribution in began else None,
            unsound=unsound.get(row.number),
            edited_from=row.edited_from or row.version,
            replaced_by=tuple(one.number for one in anew.get(row.replaced_by or 0, ())),
            undone=undone.get(row.number, ()),
            entered_by=None if row.entered_by is None else people[row.entered_by],
            entered_because=row.entered_because,
            received=row.received,
            late=row.late,
            instead_of=before.get(row.submission, ()),
            changed=_changed(row, anew.get(row.replaced_by or 0, ()), before),
            fell=row.number in fell,
        )
        for row in rows
    )


def _handed_in(sight: Sight, submissions: Collection[int]) -> Mapping[int, Sequence[SuggestionRow]]:
    """The suggestions of submissions, by number of the submission."""
    found: dict[int, list[SuggestionRow]] = defaultdict(list)
    if submissions:
        for row in rows_of(sight, SuggestionRow, col(SuggestionRow.submission).in_(submissions)):
            found[row.submission].append(row)
    return found


def _said_before(sight: Sight, rows: Sequence[SuggestionRow]) -> Mapping[int, tuple[int, ...]]:
    """What the submissions of some suggestions took the place of, by number of the submission."""
    found: dict[int, tuple[int, ...]] = defaultdict(tuple)
    submissions = {row.submission for row in rows}
    if submissions:
        for row in rows_of(sight, SuggestionRow, col(SuggestionRow.replaced_by).is_not(None)):
            if row.replaced_by in submissions:
                found[row.replaced_by] += (row.number,)
    return found


def _changed(row: SuggestionRow, anew: Sequence[SuggestionRow], before: Mapping[int, tuple[int, ...]]) -> datetime | None:
    """When its author said it in other words; None where they did not."""
    if anew:
        return anew[0].at
    return row.at if row.replaced_by is None and row.submission in before else None


def _is_gone(row: SuggestionRow) -> bool:
    """Whether its words were erased, and are no part of a text that everybody knows them from."""
    return row.erased and (row.status == "withdrawn" or not row.edits)


def _status(row: SuggestionRow, decisions: Mapping[int, DecisionRow]) -> str:
    """Decided only to those who may see the decision; the row itself never says so."""
    return "decided" if row.number in decisions and row.status != "withdrawn" else row.status
