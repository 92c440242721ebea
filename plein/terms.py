"""The names that the engine uses (of phases, kinds, outcomes, roles …) as people say them: one term per concept, in every language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from plein.sentences import Sentence, sentence

TERMS: Final[Mapping[str, Sentence]] = {
    name: sentence(label)
    for name, label in (
        ("preparation", "preparation"),
        ("inventory", "inventory"),
        ("invitation", "invitation"),
        ("drafting", "drafting"),
        ("review", "review"),
        ("conversation", "conversation"),
        ("final", "final"),
        ("stopped", "stopped"),
        ("open", "open"),
        ("closed", "closed"),
        ("host", "host"),
        ("drafter", "drafter"),
        ("adviser", "adviser"),
        ("public", "everyone"),
        ("opinion", "opinion"),
        ("position", "position"),
        ("experience", "experience"),
        ("question", "question"),
        ("idea", "idea"),
        ("suggestion", "suggestion"),
        ("refinement", "refinement"),
        ("tip", "tip"),
        ("adopted", "adopted"),
        ("adapted", "adapted"),
        ("rejected", "rejected"),
        ("covered", "covered"),
        ("noted", "noted"),
        ("withdrawn", "withdrawn"),
        ("carried", "carried"),
        ("collided", "collided"),
        ("orphaned", "orphaned"),
        ("already-in", "already in"),
        ("unsound", "unsound"),
        ("decided", "decided"),
        ("invited", "invited"),
        ("accepted", "accepted"),
        ("declined", "declined"),
        ("removed", "removed"),
        ("expired", "expired"),
        ("overlap", "overlap"),
        ("contained", "contained"),
        ("contrary", "contrary"),
        ("same-place", "same place"),
        ("structure", "structure"),
        ("calm", "calm"),
        ("lively", "lively"),
        ("heated", "heated"),
        ("member", "member"),
        ("employee", "employee"),
        ("freelancer", "freelancer"),
        ("alumnus", "alumnus"),
        ("ex-employee", "former employee"),
        ("customer", "customer"),
        ("ex-customer", "former customer"),
        ("expert", "expert"),
        ("competitor", "competitor"),
        ("other", "other"),
        ("has_contributions", "has contributions"),
        ("inventory_held", "inventory held"),
        ("has_drafter", "has drafter"),
        ("has_draft", "has draft"),
        ("deadline_open", "deadline open"),
        ("deadline_passed", "deadline passed"),
        ("deadline_given", "deadline given"),
        ("was_reviewed", "was reviewed"),
        ("all_decided", "all decided"),
        ("decisions_reasoned", "decisions reasoned"),
        ("decisions_published", "decisions published"),
        ("adopted_merged", "adopted merged"),
        ("has_reason", "has reason"),
    )
}


def term(name: str) -> str:
    """What people call it; a name that is not plein's own (a phase of an organisation's, say) as it is.

    >>> term("already-in"), term("second-reading")
    ('already in', 'second-reading')
    """
    return TERMS.get(name, name)
