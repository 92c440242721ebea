"""How people are told that a host typed something for its author, when it came, and that it was late: in lists a sign, shown whole a line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from plein.sentences import Sentence, sentence

if TYPE_CHECKING:
    from plein.engine.in_cycle import InCycle
    from plein.engine.inventory.views import Contribution
    from plein.engine.review.views import Suggestion


def came(found: Contribution | Suggestion, here: InCycle) -> Iterator[Sentence]:
    """How it came, if somebody else typed it."""
    if found.entered_by is not None:
        yield sentence(
            "Entered by {host}{because}{received}.",
            host=found.entered_by,
            because=sentence(" ({because})", because=found.entered_because) if found.entered_because else "",
            received="" if found.received is None else sentence(", received on {when}", when=moment_in(here, found.received)),
        )
    if found.late:
        yield sentence("Late: it was taken in after it had closed.")


def marks(found: Contribution | Suggestion) -> list[Sentence]:
    """The same as signs behind its words in a list."""
    told = [] if found.entered_by is None else [sentence("[entered by {host}]", host=found.entered_by)]
    return [*told, sentence("[late]")] if found.late else told


def moment_in(here: InCycle, moment: datetime) -> str:
    """A moment in the zone of the cycle."""
    from plein.workflow import show_when

    return show_when(moment, here.show().timezone)
