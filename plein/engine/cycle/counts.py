"""The numbers of a cycle as one person may know them. For the home screen."""

from __future__ import annotations

from collections.abc import Mapping

from plein.engine.desk import Sight


def counts(sight: Sight) -> Mapping[str, int]:
    """The numbers by name. An outsider's versions are the published ones, and decisions count once they are published."""
    found = sight.counted
    said = found.contributions if sight.inside else found.open_contributions
    everyone = {"contributions": said, "drafters": found.drafters}
    if not sight.inside:
        return everyone | {
            "versions": found.versions if sight.reads_drafts else found.published_versions,
            "suggestions": found.suggestions,
            "decisions": found.published_decisions,
        }
    return everyone | {
        "versions": found.versions,
        "suggestions": found.suggestions,
        "decisions": found.decisions,
        "undecided": found.undecided,
        "unpublished": found.decisions - found.published_decisions,
        "unmerged": found.unmerged,
    }
