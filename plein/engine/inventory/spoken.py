"""What is kept of something said: its words and kind as they are taken in, its row, and the seal of how it came. Who may is elsewhere."""

from __future__ import annotations

from plein.engine.desk import Act
from plein.engine.inventory.conversations import legible
from plein.engine.people.behalf import Behalf
from plein.engine.rows.written import said
from plein.errors import Unusable
from plein.sentences import in_a_row, sentence
from plein.store import record
from plein.store.tables.cycle import PersonRow
from plein.store.tables.inventory import ContributionRow
from plein.terms import term
from plein.vocabulary import CONTRIBUTION_KINDS, ContributionKind, Terms, meant


def add_row(
    act: Act,
    number: int,
    author: PersonRow,
    text: str,
    *,
    kind: str,
    topic: str | None = None,
    reply_to: int | None = None,
    how: Behalf | None = None,
) -> ContributionRow:
    """A new contribution, not yet written to the database; *how* it came, where somebody else typed it. What is late is the open inventory's."""
    assert author.id is not None
    row = ContributionRow(
        cycle_id=act.id,
        number=number,
        author_id=author.id,
        kind=kind,
        topic=topic,
        text=text,
        closed=act.behind_doors and not (how is not None and how.late),
        salt=record.salt(),
        reply_to=reply_to,
        at=act.now,
        **({} if how is None else how.columns),
    )
    act.session.add(row)
    return row


def how_seal(row: ContributionRow) -> str | None:
    """What the record holds of how a contribution came that somebody else typed; None of all others."""
    return None if row.entered_because is None else record.seal(row.salt, row.entered_because)


def checked_text(text: str) -> str:
    """The words of a contribution, as they will be kept."""
    found = said(text)
    if found is None:
        raise Unusable(sentence("The contribution is empty; say something, or pass {dash} to read it from standard input.", dash="-"))
    return found


def checked_kind(kind: str, own: Terms | None = None) -> ContributionKind:
    """The kind of a contribution that a word stands for, if there is such a kind."""
    found = meant(kind, CONTRIBUTION_KINDS, own)
    if found is None:
        known = in_a_row(map(term, CONTRIBUTION_KINDS))
        raise Unusable(sentence("“{kind}” is no kind of contribution; choose one of: {kinds}", kind=legible(kind), kinds=known))
    return found
