"""The row of a cycle by its short name, and the rules it runs by."""

from __future__ import annotations

import marshal
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import bindparam, select
from sqlmodel import Session, col

from plein.engine.rows.held import damaged
from plein.errors import BadDefinition, NotFound, StaleWrite
from plein.sentences import printable, sentence
from plein.store.tables.cycle import CycleRow
from plein.workflow import Definition
from plein.workflow.entering import as_begun_before, with_correcting

_EDITION = 2
"""Which catalogue of acts a definition was written with; 1, which says nothing of it, could not have a final version corrected."""


def kept(definition: Definition) -> dict[str, Any]:
    """A definition in the form in which the row of a cycle keeps it."""
    return {**definition.to_data(), "edition": _EDITION}


def rules_of(cycle: CycleRow) -> Definition:
    """The definition a cycle runs by, read once for all that run by the same.

    Raises:
        Damaged: What is kept of it is no definition.
    """
    try:
        rules = _read(marshal.dumps(cycle.definition, 2))
    except (BadDefinition, KeyError, TypeError, AttributeError, ValueError):
        raise damaged(cycle.slug, sentence("the cycle is damaged: what is kept of its rules is no definition of a cycle")) from None
    if all(phase.name != cycle.phase for phase in rules.phases):
        raise damaged(cycle.slug, sentence("the cycle is damaged: its phase is none of those it goes through"))
    return rules


@lru_cache(maxsize=64)
def _read(definition: bytes) -> Definition:
    """A definition from what marshal makes of it: of all forms of one that can be told apart, the one that is made most quickly."""
    data = marshal.loads(definition)
    edition = data.pop("edition", 1)
    if not any("on_enter" in phase for phase in data["phases"]):
        data = as_begun_before(data)
    return Definition.from_data(with_correcting(data) if edition < _EDITION else data)


def load_cycle(session: Session, slug: str, *, lock: bool = False, revision: int | None = None) -> CycleRow:
    """The cycle's row as it is now; with *lock*, nobody else writes it until the transaction ends.

    Raises:
        NotFound: There is no such cycle.
        StaleWrite: It is not at the revision that the writer has read.
    """
    _refuse_no_slug(slug)
    row: CycleRow | None = session.execute(_by_slug(lock), {"slug": slug}).scalar_one_or_none()
    if row is None:
        raise no_cycle(slug)
    refuse_stale(row, revision)
    return row


@cache
def _by_slug(lock: bool) -> Any:
    """The statement, made once: making one takes longer than the database takes for it."""
    query = select(CycleRow).where(col(CycleRow.slug) == bindparam("slug")).execution_options(populate_existing=True)
    return query.with_for_update() if lock else query


def refuse_stale(cycle: CycleRow, revision: int | None) -> None:
    """Refuse to write onto anything but what was read.

    Raises:
        StaleWrite: The cycle is not at that revision.
    """
    if revision is not None and revision != cycle.revision:
        raise StaleWrite(cycle.slug, revision, cycle.revision)


def _refuse_no_slug(slug: str) -> None:
    """What cannot be a slug is not asked of the database, which might choke on it."""
    if not slug.isascii() or not slug.isprintable() or len(slug) > 60:
        raise no_cycle(slug)


def no_cycle(slug: str) -> NotFound:
    """That there is no such cycle, or not for whoever asks: the two read the same."""
    return NotFound(
        sentence("There is no cycle “{slug}”; see which there are: {command}", slug=printable(slug, 60), command="plein cycle list")
    )
