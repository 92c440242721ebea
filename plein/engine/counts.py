"""How much there is of everything in a cycle, as one person may know it. For the home screen."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import func, select
from sqlmodel import col

from plein.engine.desk import Sight
from plein.store.tables import ContributionRow, DecisionRow, MemberRow, SuggestionRow, VersionRow


def counts(sight: Sight) -> Mapping[str, int]:
    """The numbers by name. An outsider's versions are the published ones, and decisions count once they are published."""
    cycle = sight.id

    def number(row: type[ContributionRow | DecisionRow | MemberRow | SuggestionRow | VersionRow], *conditions: object) -> int:
        query = select(func.count()).select_from(row).where(row.cycle_id == cycle, *conditions)  # type: ignore[arg-type]
        found: int = sight.session.execute(query).scalar_one()
        return found

    seen_versions = () if sight.inside else (col(VersionRow.published).is_not(None),)
    seen_decisions = () if sight.inside else (col(DecisionRow.published).is_not(None),)
    facts = sight.facts
    found = {
        "contributions": facts.contributions,
        "drafters": facts.accepted_drafters,
        "versions": number(VersionRow, *seen_versions),
        "suggestions": number(SuggestionRow, col(SuggestionRow.status) != "withdrawn"),
        "decisions": number(DecisionRow, *seen_decisions),
    }
    if sight.inside:
        found |= {"undecided": facts.undecided, "unpublished": facts.unpublished, "unmerged": facts.unmerged}
    return found
