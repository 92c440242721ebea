"""Suggestions and decisions as one person sees them: made from their rows, with what others wish beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import cast

from sqlmodel import col

from plein.engine.desk import Sight
from plein.engine.inventory.origins import known_to
from plein.engine.review.edits_kept import PLACED, Footing
from plein.engine.review.fallen import fallen
from plein.engine.review.passage_moves import moved_to
from plein.engine.review.put_together import put_together_from
from plein.engine.review.standing import Standing, decisions_seen
from plein.engine.review.views import Decision, NewPlace, Suggestion, Undone
from plein.engine.rows.erased import ERASED
from plein.engine.rows.of_cycle import columns_of, rows_of
from plein.engine.rows.people import names
from plein.engine.text.versions import may_read, version_row
from plein.store.tables.review import DecisionRow, SuggestionRow, UndoneRow
from plein.vocabulary import OutcomeName, SuggestedKind, SuggestionStatus


def decision_view(sight: Sight, row: DecisionRow, by: str | None, *, published: bool = False) -> Decision:
    """The decision as this person sees it: outside, who pressed the button is the group's own affair; *published*: it was just now.

    The place chosen for it is told to who may read the version that holds it.
    """
    version = None if row.at_version is None else version_row(sight, row.at_version)
    told = row.at_quote is not None and version is not None and may_read(sight, version)
    return Decision(
        suggestion=row.suggestion,
        outcome=cast("OutcomeName", row.outcome),
        because=row.because,
        by=by if sight.inside else None,
        published=published or row.published is not None,
        text=row.text,
        covered_by=row.covered_by,
        merged_in=row.merged_in if sight.inside or published or row.published is not None else None,
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


def suggestion_views(
    sight: Sight, standing: Standing | None, rows: Sequence[SuggestionRow] | None = None, *, people: Mapping[int, str] | None = None
) -> tuple[Suggestion, ...]:
    """The suggestions as this person sees them.

    Without *standing*, what they collide with is left out, and whether they can be placed (they were handed in just now). With *people*, the
    ids of all who have to do with them, they are new besides: nothing hangs on them that would have to be looked up.
    """
    if rows is None:
        rows = rows_of(sight, SuggestionRow)
    numbers = [row.number for row in rows]
    decisions = {} if standing is None else decisions_seen(sight, numbers)
    living = standing if any(row.status in PLACED for row in rows) else None
    collides = {} if living is None else living.meetings.collides_with(numbers)
    same = {} if living is None else living.meetings.same_as(numbers)
    unsound = {} if standing is None else standing.why_unsound(rows, decisions)
    typed = {row.entered_by for row in rows if row.entered_by is not None}
    new = people is not None
    people = people or names(sight, {row.author_id for row in rows} | {row.by_id for row in decisions.values()} | typed)
    away = moved_to(rows, Footing(sight) if standing is None else standing.footing)
    began = known_to(sight, (row.contribution for row in rows))
    anew = _handed_in(sight, {row.replaced_by for row in rows if row.replaced_by is not None})
    before = {} if new else _said_before(sight, rows)
    fell = frozenset() if standing is None else fallen(sight)
    undone = {} if new else undone_of(sight)
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
        for row in columns_of(sight, (SuggestionRow.number, SuggestionRow.replaced_by), col(SuggestionRow.replaced_by).is_not(None)):
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
