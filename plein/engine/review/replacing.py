"""What somebody said before and says anew, or no more: withdrawn, with what the group decided on it behind closed doors."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import func
from sqlmodel import col

from plein.documents import merge
from plein.engine.desk import Act, Sight
from plein.engine.review.edits_kept import PLACED, Footing
from plein.engine.review.put_together import put_together_from
from plein.engine.review.standing import decision_on
from plein.engine.rows.of_cycle import row_of, rows_by, rows_of
from plein.errors import HandedInBefore
from plein.store.tables.cycle import PersonRow
from plein.store.tables.review import DecisionRow, SubmissionRow, SuggestionRow
from plein.store.tables.text import VersionRow


def unsaid(
    act: Act, author: PersonRow, current: VersionRow, again: Collection[tuple[int, str]], *, replaces: bool | None
) -> Sequence[SuggestionRow]:
    """What somebody handed in in this round before and does not say again, to be replaced by what they hand in now.

    Args:
        act: The act.
        author: Who it is.
        current: The version before the public, which stands for the round.
        again: The version and the edits of all that is handed in now.
        replaces: Whether it takes the place of those; None where nobody said so.

    Returns:
        Those that it takes the place of: no answer to them is public. None where it comes beside them.

    Raises:
        HandedInBefore: There are such, and nobody said what becomes of them.
    """
    if replaces is False:
        return ()
    assert author.id is not None
    asked = [row.number for row in rows_by(act, SubmissionRow, author.id, col(SubmissionRow.version) == current.number)]
    rows = rows_by(
        act,
        SuggestionRow,
        author.id,
        col(SuggestionRow.submission).in_(asked),
        col(SuggestionRow.status) != "withdrawn",
        col(SuggestionRow.kind) != "tip",
    )
    found = [row for row in rows if (row.version, str(row.edits)) not in again and answered(act, row) is None]
    if found and replaces is None:
        raise HandedInBefore(author.handle, [row.number for row in found])
    return found


def replaced(act: Act, rows: Sequence[SuggestionRow], submission: int) -> None:
    """Withdraw what its author says anew in a submission, and note it for the record."""
    for row in rows:
        take_back(act, row)
        row.replaced_by = submission
        forget_digest(act, row.submission)
    if rows:
        act.session.flush()
        act.noted.setdefault("replaced", []).extend([row.number, submission] for row in rows)


def rivals(act: Act, author: PersonRow, current: VersionRow, new: Collection[int]) -> tuple[int, ...]:
    """The suggestions that somebody made before, and that collide in the version before the public with new ones of theirs."""
    assert author.id is not None
    rows = rows_by(
        act,
        SuggestionRow,
        author.id,
        col(SuggestionRow.status).in_(PLACED),
        col(SuggestionRow.kind) != "tip",
        func.coalesce(col(SuggestionRow.at_version), col(SuggestionRow.version)) == current.number,
    )
    if all(row.number in new for row in rows):
        return ()
    footing = Footing(act)
    found = {row.number: edits for row in rows if not row.sweeping and (edits := footing.stands(row))}
    met = [one.suggestions for one in merge(current.text, found).collisions if not set(new).isdisjoint(one.suggestions)]
    return tuple(sorted({number for numbers in met for number in numbers}.difference(new)))


def answered(act: Act, row: SuggestionRow) -> DecisionRow | None:
    """The public answer because of which a suggestion stays as it is: its own, or one to another that points at it. None where it need not."""
    decision = decision_on(act, row.number)
    if decision is not None and decision.published is not None:
        return decision
    public = (col(DecisionRow.covered_by) == row.number, col(DecisionRow.published).is_not(None))
    return next(iter(rows_of(act, DecisionRow, *public, order=DecisionRow.suggestion)), None)


def take_back(act: Act, row: SuggestionRow) -> None:
    """Withdraw one that can be, with what the group decided on it and by it behind closed doors.

    So goes a text that was put together from it and others, and waits: nobody's words go in that they took back.
    """
    waits = (col(DecisionRow.merged_in).is_(None), col(DecisionRow.at_version).is_not(None))
    waiting = rows_of(act, DecisionRow, *waits, order=DecisionRow.suggestion)
    gone = {row.number, *(one.suggestion for one in waiting if row.number in put_together_from(one))}
    for number in gone:
        decision = decision_on(act, number)
        if decision is not None and decision.merged_in is None:
            act.session.delete(decision)
    for other in rows_of(act, DecisionRow, col(DecisionRow.covered_by).in_(gone), order=DecisionRow.suggestion):
        act.session.delete(other)
    row.status = "withdrawn"
    act.session.flush()


def forget_digest(sight: Sight, submission: int) -> None:
    """Let somebody who took something back hand the same in again."""
    row = row_of(sight, SubmissionRow, submission)
    assert row is not None
    row.digest = None
