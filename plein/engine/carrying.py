"""Carrying on: when a next version is published, every suggestion that still waits for an answer goes along, or says why it cannot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import select
from sqlmodel import col

from plein.documents import rebase
from plein.engine.desk import Act
from plein.engine.drafting import version_row
from plein.engine.standing import edits_of
from plein.store.tables import DecisionRow, SuggestionRow, VersionRow


def publish_newest(act: Act) -> int | None:
    """Publish the newest version, if it is not public yet, and carry every undecided suggestion to it; its number, None without any."""
    newest: VersionRow | None = act.session.execute(
        select(VersionRow).where(col(VersionRow.cycle_id) == act.id).order_by(col(VersionRow.number).desc()).limit(1)
    ).scalar_one_or_none()
    if newest is None:
        return None
    if newest.published is None:
        newest.published = act.now
        act.session.flush()
        carried = carry(act, newest)
        if carried:
            act.note(carried=carried)
    act.note(digest=newest.digest)
    return newest.number


def carry(act: Act, version: VersionRow) -> Mapping[str, int]:
    """Carry every suggestion without a public answer to *version*; none is dropped and none is placed by guess.

    One that was decided on behind closed doors goes along too, so that its status tells nobody so.

    Returns:
        How many were carried, were already in the text, collided with it, or lost their passage, by status.
    """
    answered = select(col(DecisionRow.suggestion)).where(col(DecisionRow.cycle_id) == act.id, col(DecisionRow.published).is_not(None))
    waiting = act.session.execute(
        select(SuggestionRow).where(
            col(SuggestionRow.cycle_id) == act.id,
            col(SuggestionRow.status) != "withdrawn",
            col(SuggestionRow.kind) != "tip",
            col(SuggestionRow.version) != version.number,
            col(SuggestionRow.number).not_in(answered),
        )
    ).scalars()
    texts: dict[int, str] = {}
    fared: Counter[str] = Counter()
    for row in waiting:
        if row.version not in texts:
            made_on = version_row(act, row.version)
            assert made_on is not None
            texts[row.version] = made_on.text
        moved = rebase(edits_of(row.edits), texts[row.version], version.text)
        row.status = moved.status
        placed = moved.status == "carried"
        row.at_version = version.number if placed else None
        row.at_edits = [[edit.start, edit.end, edit.text] for edit in moved.edits] if placed else None
        fared[moved.status] += 1
    act.session.flush()
    return dict(sorted(fared.items()))
