"""What the guards ask about, counted from the tables; and which roles somebody has. No rule stands here, only counting."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import and_, func, or_, select
from sqlmodel import Session, col

from plein.store.tables import ContributionRow, CycleRow, DecisionRow, MemberRow, PersonRow, StepRow, SuggestionRow, VersionRow
from plein.workflow import Facts

MERGING = ("adopted", "adapted")
"""Outcomes that change the text."""
REASONLESS = ("adopted", "withdrawn")
"""Outcomes that need no reason: the text speaks for the first, the author for the second."""


def circumstances(session: Session, cycle: CycleRow, now: datetime, *, because: str | None = None, closes_given: bool = False) -> Facts:
    """Everything a guard may ask about this cycle, now. One statement."""

    def count(row: Any, *conditions: Any) -> Any:
        return select(func.count()).select_from(row).where(row.cycle_id == cycle.id, *conditions).scalar_subquery()

    decided = select(col(DecisionRow.suggestion)).where(col(DecisionRow.cycle_id) == cycle.id)
    changes = select(col(SuggestionRow.number)).where(col(SuggestionRow.cycle_id) == cycle.id, col(SuggestionRow.kind) != "tip")
    left_inventory = and_(col(StepRow.phase) == "inventory", col(StepRow.closed).is_not(None))
    counted = session.execute(
        select(
            count(ContributionRow, col(ContributionRow.hidden_because).is_(None)).label("contributions"),
            count(StepRow, left_inventory).label("inventories"),
            select(func.count(func.distinct(MemberRow.person_id)))
            .where(col(MemberRow.cycle_id) == cycle.id, *_in_force("drafter", now))
            .scalar_subquery()
            .label("drafters"),
            count(VersionRow).label("drafts"),
            count(StepRow, col(StepRow.phase) == "review").label("reviews"),
            count(SuggestionRow, col(SuggestionRow.status) != "withdrawn", col(SuggestionRow.number).not_in(decided)).label("undecided"),
            count(DecisionRow, col(DecisionRow.outcome).not_in(REASONLESS), func.coalesce(DecisionRow.because, "") == "").label(
                "unreasoned"
            ),
            count(DecisionRow, col(DecisionRow.published).is_(None)).label("unpublished"),
            count(
                DecisionRow,
                col(DecisionRow.outcome).in_(MERGING),
                col(DecisionRow.merged_in).is_(None),
                col(DecisionRow.suggestion).in_(changes),
            ).label("unmerged"),
        )
    ).one()
    return Facts(
        now=now,
        closes=cycle.closes,
        timezone=cycle.timezone,
        phase=cycle.phase,
        round=cycle.round,
        contributions=counted.contributions,
        inventory_held=counted.inventories > 0 and counted.contributions > 0,
        accepted_drafters=counted.drafters,
        drafts=counted.drafts,
        reviews_held=counted.reviews,
        undecided=counted.undecided,
        unreasoned=counted.unreasoned,
        unpublished=counted.unpublished,
        unmerged=counted.unmerged,
        because=because,
        closes_given=closes_given,
    )


def roles_of(session: Session, cycle: CycleRow, person: PersonRow | None, now: datetime) -> frozenset[str]:
    """The roles in force: ``public`` for everyone, and what was accepted and has not ended."""
    if person is None:
        return frozenset({"public"})
    query = select(col(MemberRow.role)).where(
        col(MemberRow.cycle_id) == cycle.id,
        col(MemberRow.person_id) == person.id,
        *_in_force(None, now),
    )
    return frozenset({"public", *session.execute(query).scalars()})


def _in_force(role: str | None, now: datetime) -> list[Any]:
    conditions = [col(MemberRow.status) == "accepted", or_(col(MemberRow.until).is_(None), col(MemberRow.until) > now)]
    return conditions if role is None else [col(MemberRow.role) == role, *conditions]
