"""Plein66, the cycle plein was made for, as René Jansen described it in 2010. Nothing but its table.

    preparation → inventory → invitation → drafting ⇄ review → final        stopped: from anywhere before the end, with a reason

Drafting before the first review writes the first version; drafting after a review works in what came back. Each review opens a round.
"""

from __future__ import annotations

from typing import Final

from plein.workflow.definition import CLOSED, OPEN, Definition, Move, Phase, Rule
from plein.workflow.entering import OPEN_ROUND, PUBLISH_VERSION
from plein.workflow.roles import CIRCLE, EVERYONE, HOSTS, WRITERS

_READ: Final = {"read": Rule(EVERYONE)}
_HOSTING: Final = {"appoint-host": Rule(HOSTS), "promise": Rule(HOSTS), "avoid": Rule(HOSTS)}
_IN_TIME: Final = Rule(EVERYONE, ("deadline_open",))
_GROUP: Final = {
    "see-candidates": Rule(HOSTS),
    "invite": Rule(HOSTS, ("inventory_held",)),
    "answer-invitation": Rule(EVERYONE),
    "remove-member": Rule(HOSTS, ("inventory_held",)),
}
_DECIDING: Final = {
    "withdraw": Rule(EVERYONE),  # one's own only: whose a suggestion is, the engine knows
    "decide": Rule(WRITERS, ("was_reviewed",)),
    "merge": Rule(WRITERS),
    "publish-decisions": Rule(WRITERS),
}
_INSIDE: Final = {"read-drafts": Rule(CIRCLE), "comment": Rule(CIRCLE)}
_ANSWERED: Final = ("was_reviewed", "all_decided", "decisions_reasoned", "decisions_published", "adopted_merged")

PLEIN66: Final = Definition(
    name="plein66",
    title="Plein66",
    start="preparation",
    phases=(
        Phase("preparation", OPEN, _READ | _HOSTING | {"set-topics": Rule(HOSTS)}),
        # "eerste inventarisatie van meningen en standpunten", on the public part, before the group
        Phase("inventory", OPEN, _READ | _HOSTING | {
            "set-topics": Rule(HOSTS),
            "contribute": _IN_TIME,
            "support": _IN_TIME,
            "link": _IN_TIME,
            "nudge": _IN_TIME,
            "hide": Rule(HOSTS),
            "import-contributions": Rule(HOSTS),
            "see-candidates": Rule(HOSTS),
            "extend": Rule(HOSTS),
        }),
        # "niet alleen the usual suspects", but people whose contributions were interesting
        Phase("invitation", OPEN, _READ | _HOSTING | _GROUP | {"link": Rule(HOSTS), "hide": Rule(HOSTS), "extend": Rule(HOSTS)}),
        # "in een besloten kring gefocusd gewerkt aan een eerste versie"
        Phase("drafting", CLOSED, _READ | _HOSTING | _GROUP | _INSIDE | _DECIDING | {
            "link": Rule(HOSTS),
            "hide": Rule(HOSTS),
            "save-draft": Rule(WRITERS),
            "extend": Rule(HOSTS),
        }),
        # "voorgelegd op het publieke deel … tips, suggesties en verfijningen"
        Phase("review", OPEN, _READ | _HOSTING | _GROUP | _INSIDE | _DECIDING | {
            "link": Rule(HOSTS),
            "hide": Rule(HOSTS),
            "suggest": _IN_TIME,
            "import-suggestions": Rule(HOSTS, ("deadline_open",)),
            "extend": Rule(HOSTS),
        }, on_enter=(PUBLISH_VERSION, OPEN_ROUND)),
        # "weer besproken en in de definitieve versie verwerkt"
        Phase("final", OPEN, _READ | {
            "read-drafts": Rule(CIRCLE),
            "correct": Rule(HOSTS),
            "promise": Rule(HOSTS),
        }, on_enter=(PUBLISH_VERSION,)),
        Phase("stopped", OPEN, _READ | {"read-drafts": Rule(CIRCLE)}),
    ),
    moves=(
        Move("preparation", "inventory", by=HOSTS),
        Move("inventory", "invitation", by=HOSTS, guards=("has_contributions",)),
        Move("invitation", "drafting", by=HOSTS, guards=("inventory_held", "has_drafter")),
        Move("invitation", "inventory", by=HOSTS),
        Move("drafting", "review", by=HOSTS, guards=("has_draft",)),
        Move("drafting", "final", by=HOSTS, guards=_ANSWERED),
        Move("review", "drafting", by=HOSTS),
        Move("review", "final", by=HOSTS, guards=_ANSWERED),
        *(
            Move(phase, "stopped", by=HOSTS, guards=("has_reason",))
            for phase in ("preparation", "inventory", "invitation", "drafting", "review")
        ),
    ),
)  # fmt: skip
