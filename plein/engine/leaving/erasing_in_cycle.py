"""What one cycle forgets of a person: the words of the rows that are theirs, with the salts of their seals, and what its record says of it.

A row is never taken out, for the record knows its number; it is emptied, and sealed anew as it then is. So the check goes on as ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from plein.documents import digest
from plein.engine.desk import Sight
from plein.engine.group.places import status_of
from plein.engine.inventory.outside import origin_seal
from plein.engine.review.replacing import forget_digest
from plein.engine.review.submissions import place_seal, suggestion_seal
from plein.engine.rows.of_cycle import rows_of
from plein.engine.text.versions import note_seal
from plein.likeness import has_letters, looks
from plein.store import record
from plein.store.tables.circle import CommentRow
from plein.store.tables.cycle import MemberRow, PersonRow
from plein.store.tables.inventory import ContributionRow, NudgeRow
from plein.store.tables.review import DecisionRow, SuggestionRow
from plein.store.tables.text import AsideRow, VersionRow
from plein.workflow.outcomes import CHANGING

_NOTHING = record.seal("", "")
"""The seal of a text that is gone."""


@dataclass(slots=True)
class Gone:
    """What went in one cycle, as its entries say it: for everybody, and for the circle's eyes only. Numbers and seals by kind."""

    open: dict[str, list[Any]] = field(default_factory=dict)
    closed: dict[str, list[Any]] = field(default_factory=dict)
    fell: list[int] = field(default_factory=list)

    def add(self, kind: str, what: Any, *, closed: bool = False) -> None:
        """Note one more of a kind."""
        (self.closed if closed else self.open).setdefault(kind, []).append(what)

    def take(self, other: Gone) -> None:
        """Add what went under a pseudonym."""
        for mine, theirs in ((self.open, other.open), (self.closed, other.closed)):
            for kind, found in theirs.items():
                mine.setdefault(kind, []).extend(found)
        self.fell += other.fell

    def whole(self) -> dict[str, list[Any]]:
        """All of it, open and closed."""
        kinds = dict.fromkeys([*self.open, *self.closed])
        return {kind: [*self.open.get(kind, ()), *self.closed.get(kind, ())] for kind in kinds}

    def counted(self) -> Mapping[str, int]:
        """How many of each kind."""
        kinds = ("contributions", "nudges", "suggestions", "comments", "notes", "asides", "members")
        return {kind: len(self.open.get(kind, ())) + len(self.closed.get(kind, ())) for kind in kinds}


def forget(sight: Sight, subject: PersonRow, *, texts: bool) -> Gone:
    """Forget somebody in one cycle; their row among the people is left to the caller.

    Args:
        sight: The cycle, to be written.
        subject: The person, or one of their pseudonyms.
        texts: Also what they said.
    """
    gone = Gone()
    _places(sight, subject, gone)
    outside = _provenance(sight, subject)
    if texts:
        _contributions(sight, subject, gone)
    for row in outside:
        gone.add("origins", [row.number, origin_seal(row)], closed=row.closed)
    if texts:
        _nudges(sight, subject, gone)
        _suggestions(sight, subject, gone)
        _comments(sight, subject, gone)
        _drafts(sight, subject, gone)
    sight.session.flush()
    return gone


def _theirs(sight: Sight, kind: Any, subject: PersonRow) -> Iterable[Any]:
    """The rows of one table that are this person's, in order of number."""
    owner: Any = kind.person_id if kind is MemberRow else kind.author_id
    query = select(kind).where(kind.cycle_id == sight.id, owner == subject.id).order_by(kind.number)
    return sight.session.execute(query).scalars()


def _places(sight: Sight, subject: PersonRow, gone: Gone) -> None:
    """Why they were asked is about them and goes; the place stays, and in a running cycle it is free again."""
    ended = sight.cycle.phase in sight.definition.ends
    for row in _theirs(sight, MemberRow, subject):
        status = status_of(row, sight.now)
        if status in ("invited", "accepted") and not ended:
            row.status = "withdrawn" if status == "invited" else "removed"
            gone.add("left", [row.number, row.status])
        row.because, row.salt, row.erased, row.token_digest = "", "", True, None
        gone.add("members", [row.number, _NOTHING])


def _provenance(sight: Sight, subject: PersonRow) -> list[ContributionRow]:
    """A link leads to the person; so may the name of the source, and so does the digest by which an import knows its rows.

    Returns:
        What came from outside, of which the record holds a seal.
    """
    names = {look for name in (subject.handle, subject.name or "") if has_letters(name) for look in looks(name)}
    outside = [row for row in _theirs(sight, ContributionRow, subject) if row.source_digest is not None]
    for row in outside:
        row.link, row.source_digest = None, None
        if any(name in look for name in names for look in looks(row.source or "")):
            row.source = None
    return outside


def _contributions(sight: Sight, subject: PersonRow, gone: Gone) -> None:
    for row in _theirs(sight, ContributionRow, subject):
        row.text, row.salt, row.erased, row.source, row.said, row.entered_because = "", "", True, None, None, None
        gone.add("contributions", [row.number, _NOTHING], closed=row.closed)


def _nudges(sight: Sight, subject: PersonRow, gone: Gone) -> None:
    query = (
        select(NudgeRow, col(ContributionRow.number))
        .join(ContributionRow, col(ContributionRow.id) == col(NudgeRow.contribution_id))
        .where(col(ContributionRow.cycle_id) == sight.id, col(NudgeRow.person_id) == subject.id)
        .order_by(col(ContributionRow.number))
    )
    for row, number in sight.session.execute(query):
        row.because, row.salt, row.erased = "", "", True
        gone.add("nudges", [number, _NOTHING], closed=row.closed)


def _suggestions(sight: Sight, subject: PersonRow, gone: Gone) -> None:
    """What the group decided to take over keeps its words, which are the text's, or will be. The rest is emptied: withdrawn, unless everybody
    knows the answer to it.

    To the public, what is taken over behind closed doors looks like what is not: both are withdrawn, and which of them keeps words is closed.
    """
    decisions = {row.suggestion: row for row in rows_of(sight, DecisionRow, order=DecisionRow.suggestion)}
    for row in _theirs(sight, SuggestionRow, subject):
        decision = decisions.get(row.number)
        taken = decision is not None and decision.outcome in CHANGING
        answered = decision is not None and decision.published is not None
        if not taken:
            row.replace, row.edits = None, []
        row.why, row.salt, row.erased, row.at_version, row.at_edits, row.entered_because = None, "", True, None, None, None
        if not answered and row.status != "withdrawn":
            row.status = "withdrawn"
            gone.add("withdrawn", row.number)
        if not answered and not taken:
            _let_fall(sight, row.number, decisions.values(), gone)
        forget_digest(sight, row.submission)
        gone.add("suggestions", row.number)
        gone.add("words", [row.number, suggestion_seal(row), place_seal(row)], closed=True)


def _let_fall(sight: Sight, number: int, decisions: Iterable[DecisionRow], gone: Gone) -> None:
    """What was decided on a suggestion that is no more, and on others because of it, is decided no longer."""
    for decision in decisions:
        if decision.suggestion not in gone.fell and (decision.suggestion == number or decision.covered_by == number):
            sight.session.delete(decision)
            gone.fell.append(decision.suggestion)
            gone.add("fell", decision.suggestion, closed=True)


def _comments(sight: Sight, subject: PersonRow, gone: Gone) -> None:
    for row in _theirs(sight, CommentRow, subject):
        row.text, row.salt, row.erased = "", "", True
        gone.add("comments", [row.number, _NOTHING], closed=True)


def _drafts(sight: Sight, subject: PersonRow, gone: Gone) -> None:
    """The text of a version is everybody's; the note on it is not, nor is a text that was set aside."""
    for row in _theirs(sight, VersionRow, subject):
        if row.note is not None:
            row.note = None
            gone.add("notes", [row.number, note_seal(row)], closed=True)
    for row in _theirs(sight, AsideRow, subject):
        row.text, row.note, row.digest = "", None, digest("")
        gone.add("asides", [row.number, row.digest], closed=True)
