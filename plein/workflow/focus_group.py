"""The focus group: a cycle without a document. People are heard in the open, some are invited to talk on inside. Nothing but its table.

    preparation → inventory → invitation → conversation → final        stopped: from anywhere before the end, with a reason

"Periodiek speciale discussiegroepen … niet incidenteel maar continu." It ends in a report: the circle writes it, or plein composes it from
what was said.
"""

from __future__ import annotations

from typing import Final

from plein.workflow.definition import CLOSED, OPEN, Definition, Move, Phase, Rule
from plein.workflow.entering import PUBLISH_REPORT
from plein.workflow.roles import CIRCLE, EVERYONE, HOSTS, WRITERS

_READ: Final = {"read": Rule(EVERYONE)}
_BEGINNING: Final = {"appoint-host": Rule(HOSTS), "promise": Rule(HOSTS), "avoid": Rule(HOSTS)}
_HOSTING: Final = _BEGINNING | {"hide": Rule(HOSTS), "see-candidates": Rule(HOSTS), "extend": Rule(HOSTS)}
_TOPICS: Final = {"set-topics": Rule(HOSTS)}
_GROUP: Final = {
    "invite": Rule(HOSTS, ("inventory_held",)),
    "answer-invitation": Rule(EVERYONE),
    "remove-member": Rule(HOSTS, ("inventory_held",)),
}


def _talk(roles: frozenset[str]) -> dict[str, Rule]:
    """The acts of a conversation, for these roles, until its deadline."""
    return {act: Rule(roles, ("deadline_open",)) for act in ("contribute", "support", "link", "nudge")}


FOCUS_GROUP: Final = Definition(
    name="focus-group",
    title="Focus group",
    start="preparation",
    phases=(
        Phase("preparation", OPEN, _READ | _BEGINNING | _TOPICS),
        Phase("inventory", OPEN, _READ | _HOSTING | _TOPICS | _talk(EVERYONE) | {"import-contributions": Rule(HOSTS)}),
        Phase("invitation", OPEN, _READ | _HOSTING | _GROUP | {"link": Rule(HOSTS)}),
        Phase("conversation", CLOSED, _READ | _HOSTING | _TOPICS | _GROUP | _talk(CIRCLE) | {
            "comment": Rule(CIRCLE),
            "write-report": Rule(WRITERS),
        }),
        Phase("final", OPEN, _READ | {"promise": Rule(HOSTS)}, on_enter=(PUBLISH_REPORT,)),
        Phase("stopped", OPEN, _READ),
    ),
    moves=(
        Move("preparation", "inventory", by=HOSTS),
        Move("inventory", "invitation", by=HOSTS, guards=("has_contributions",)),
        Move("invitation", "conversation", by=HOSTS, guards=("inventory_held", "has_drafter")),
        Move("invitation", "inventory", by=HOSTS),
        Move("conversation", "final", by=HOSTS),
        *(
            Move(phase, "stopped", by=HOSTS, guards=("has_reason",))
            for phase in ("preparation", "inventory", "invitation", "conversation")
        ),
    ),
)  # fmt: skip
