"""Nudges: what participants call others to order with, as somebody may read it, and how a host hides the words of one, or shows them again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from plein.engine.desk import Act, Sight
from plein.engine.inventory.views import Nudge
from plein.engine.rows.erased import ERASED
from plein.engine.rows.handles import checked_handle
from plein.errors import NotFound, Refused
from plein.sentences import sentence
from plein.store.tables.cycle import PersonRow
from plein.store.tables.inventory import ContributionRow, NudgeRow


def nudges_on(sight: Sight, ours: Any) -> Mapping[int, list[Nudge]]:
    """The nudges on some contributions, by the key of each, as far as this person may know of them.

    Args:
        sight: The cycle, and who looks.
        ours: The keys of the contributions, or what selects them.
    """
    query = (
        select(NudgeRow, col(PersonRow.handle))
        .join(PersonRow, col(PersonRow.id) == col(NudgeRow.person_id))
        .where(col(NudgeRow.contribution_id).in_(ours))
        .order_by(col(NudgeRow.id))
    )
    if not sight.inside:
        query = query.where(col(NudgeRow.closed).is_(False))
    host = "host" in sight.roles
    found: dict[int, list[Nudge]] = defaultdict(list)
    for row, handle in sight.session.execute(query):
        words = row.because if row.hidden_because is None or host else None
        found[row.contribution_id].append(Nudge(handle, ERASED if row.erased else words, row.at, row.hidden_because))
    return found


def hide_nudge(act: Act, contribution: ContributionRow, person: str, because: str) -> None:
    """Hide the words of a nudge: that somebody gave one stays, with the reason in place of what they said.

    Args:
        act: The act under way; its entry tells whose nudge it is.
        contribution: What was called to order.
        person: Id of whoever gave the nudge.
        because: Why; everybody who may know of the nudge can read it.

    Raises:
        NotFound: This person gave none.
        Refused: It is hidden already.
    """
    row, key = _nudge_of(act, contribution, person)
    if row.hidden_because is not None:
        raise Refused(
            sentence(
                "The nudge of {person} on contribution {number} is hidden already: {because}",
                person=checked_handle(person),
                number=contribution.number,
                because=row.hidden_because,
            )
        )
    row.hidden_because = because
    act.name, act.closed = "hide-nudge", row.closed
    act.note(contribution=contribution.number, person=key, because=because)


def unhide_nudge(act: Act, contribution: ContributionRow, person: str, because: str) -> None:
    """Show the words of a nudge again; the arguments are those of :func:`hide_nudge`.

    Raises:
        NotFound: This person gave none.
        Refused: It is not hidden.
    """
    row, key = _nudge_of(act, contribution, person)
    if row.hidden_because is None:
        raise Refused(
            sentence(
                "The nudge of {person} on contribution {number} is not hidden.", person=checked_handle(person), number=contribution.number
            )
        )
    row.hidden_because = None
    act.name, act.closed = "unhide-nudge", row.closed
    act.note(contribution=contribution.number, person=key, because=because)


def _nudge_of(act: Act, contribution: ContributionRow, person: str) -> tuple[NudgeRow, str]:
    """The nudge of somebody, with what the record knows them by."""
    query = (
        select(NudgeRow, col(PersonRow.key))
        .join(PersonRow, col(PersonRow.id) == col(NudgeRow.person_id))
        .where(col(NudgeRow.contribution_id) == contribution.id, col(PersonRow.handle) == checked_handle(person))
    )
    found = act.session.execute(query).one_or_none()
    if found is None or (found[0].closed and not act.inside):
        raise NotFound(
            sentence(
                "{person} gave no nudge on contribution {number}; see who did: {command}",
                person=checked_handle(person),
                number=contribution.number,
                command=f"plein inventory show {act.cycle.slug} {contribution.number}",
            )
        )
    row, key = found
    return row, key
