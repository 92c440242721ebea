"""Whether a record has a moment that the clock has yet to reach."""

from __future__ import annotations

from datetime import datetime, timedelta

from plein.engine.desk import Sight
from plein.engine.rows.entries import newest_moment

_APART = timedelta(minutes=1)
"""Two machines never agree to the second; so much says nothing."""


def ahead(sight: Sight) -> datetime | None:
    """The moment of the newest entry that this person may read, where it lies in the future; until then what is done is dated no earlier.

    None for a cycle that is over: nothing waits for the clock there.
    """
    if sight.cycle.phase in sight.definition.ends:
        return None
    newest = newest_moment(sight.session, sight.cycle, closed=sight.inside)
    return newest if newest is not None and newest - sight.now > _APART else None
