"""What the guards ask about, from what was counted. No rule stands here."""

from __future__ import annotations

from datetime import datetime

from plein.engine.rows.tally import Tally
from plein.store.tables.cycle import CycleRow
from plein.workflow import Facts


def facts_of(cycle: CycleRow, counted: Tally, now: datetime, *, because: str | None = None, closes_given: bool = False) -> Facts:
    """Everything a guard may ask about this cycle, now."""
    return Facts(
        now=now,
        closes=cycle.closes,
        timezone=cycle.timezone,
        phase=cycle.phase,
        round=cycle.round,
        contributions=counted.contributions,
        inventory_held=counted.inventories > 0 and counted.contributions > 0,
        accepted_drafters=counted.drafters,
        drafts=counted.versions,
        reviews_held=counted.reviews,
        undecided=counted.undecided,
        unreasoned=counted.unreasoned,
        unpublished=counted.decisions - counted.published_decisions,
        unmerged=counted.unmerged,
        because=because,
        closes_given=closes_given,
    )
