"""The tables: plain rows, one class each. No rule and no meaning lives here; truth is in the frozen values above them.

Our own metadata and registry, and a ``plein_`` prefix on every name, because we are guests in somebody else's database.
Texts of people carry a ``salt``, and the record holds the salted digest (the *seal*) of what they wrote: it proves that nothing was
changed, and says nothing once the text is erased. Moments are stored in UTC. (No ``from __future__ import annotations`` here: SQLModel reads
the annotations at run time.)
"""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


class Base(SQLModel, registry=registry(metadata=metadata)):
    """Every table of plein's; a registry and a metadata of its own keep names and tables apart from the host's."""

    metadata = metadata


def _text(*, nullable: bool = False) -> Any:
    return Field(default=None if nullable else "", sa_column=sa.Column(sa.Text, nullable=nullable))


def _json(*, nullable: bool = False) -> Any:
    return Field(default=None, sa_column=sa.Column(sa.JSON, nullable=nullable))


def _cycle() -> Any:
    return Field(foreign_key="plein_cycle.id", index=True)


def _person(*, nullable: bool = False) -> Any:
    return Field(default=None, foreign_key="plein_person.id", index=True, nullable=nullable)


class PersonRow(Base, table=True):
    """Somebody who did something once. ``handle`` is the id the outside world uses; ``key`` is what the record knows them by."""

    __tablename__ = "plein_person"
    id: int | None = Field(default=None, primary_key=True)
    handle: str = Field(unique=True)
    key: str = Field(unique=True)
    since: datetime


class CycleRow(Base, table=True):
    """One cycle. ``revision`` is the number of the newest entry of its record, ``head`` that entry's digest."""

    __tablename__ = "plein_cycle"
    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    title: str = _text()
    question: str = _text()
    definition: dict[str, Any] = _json()
    timezone: str
    language: str
    phase: str
    round: int = 0
    closes: datetime | None = None
    revision: int = 0
    head: str = ""
    since: datetime


class StepRow(Base, table=True):
    """One phase as it was lived: when it opened, what was asked in it, until when, and why it came."""

    __tablename__ = "plein_step"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = _cycle()
    number: int
    phase: str
    round: int
    version: int | None = None
    opened: datetime
    closes: datetime | None = None
    closed: datetime | None = None
    ask: str | None = _text(nullable=True)
    because: str | None = _text(nullable=True)


class ContributionRow(Base, table=True):
    """One item of the inventory."""

    __tablename__ = "plein_contribution"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "number"), sa.UniqueConstraint("cycle_id", "source_digest"))
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = _cycle()
    number: int
    author_id: int = _person()
    kind: str
    topic: str | None = None
    text: str = _text()
    salt: str
    reply_to: int | None = None
    source: str | None = None
    link: str | None = None
    said: str | None = None
    source_digest: str | None = None
    hidden_because: str | None = _text(nullable=True)
    at: datetime


class SupportRow(Base, table=True):
    """Somebody stands behind a contribution."""

    __tablename__ = "plein_support"
    __table_args__ = (sa.UniqueConstraint("contribution_id", "person_id"),)
    id: int | None = Field(default=None, primary_key=True)
    contribution_id: int = Field(foreign_key="plein_contribution.id", index=True)
    person_id: int = _person()
    at: datetime


class NudgeRow(Base, table=True):
    """A participant's call to order."""

    __tablename__ = "plein_nudge"
    __table_args__ = (sa.UniqueConstraint("contribution_id", "person_id"),)
    id: int | None = Field(default=None, primary_key=True)
    contribution_id: int = Field(foreign_key="plein_contribution.id", index=True)
    person_id: int = _person()
    because: str = _text()
    salt: str
    at: datetime


class MemberRow(Base, table=True):
    """Somebody's place in the circle of a cycle: invited, accepted, declined, withdrawn, removed."""

    __tablename__ = "plein_member"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "number"), sa.UniqueConstraint("token_digest"))
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = _cycle()
    number: int
    person_id: int = _person()
    role: str
    status: str
    because: str = _text()
    salt: str
    contribution: int | None = None
    topic: str | None = None
    until: datetime | None = None
    token_digest: str | None = None
    removed_because: str | None = _text(nullable=True)
    at: datetime


class VersionRow(Base, table=True):
    """One version of the document, whole. ``parts`` names the suggestions of a merge, in the order in which they were decided together."""

    __tablename__ = "plein_version"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = _cycle()
    number: int
    author_id: int = _person()
    text: str = _text()
    digest: str
    base: int | None = None
    note: str | None = _text(nullable=True)
    parts: list[int] | None = _json(nullable=True)
    published: datetime | None = None
    at: datetime


class AsideRow(Base, table=True):
    """A text that could not be saved as a version because it collides with what others saved; kept whole for its author's circle."""

    __tablename__ = "plein_aside"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = _cycle()
    number: int
    author_id: int = _person()
    base: int
    newest: int
    text: str = _text()
    digest: str
    at: datetime


class SubmissionRow(Base, table=True):
    """All that one person handed in at once."""

    __tablename__ = "plein_submission"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "number"), sa.UniqueConstraint("cycle_id", "digest"))
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = _cycle()
    number: int
    author_id: int = _person()
    version: int
    digest: str | None = None
    sweeping: bool = False
    at: datetime


class SuggestionRow(Base, table=True):
    """One place that somebody wants changed, or remarks on. ``edits`` are ``[start, end, text]`` into version ``version``, as handed in.

    ``at_version`` and ``at_edits`` say where it stands after it was carried to a later version; both are None until then.
    """

    __tablename__ = "plein_suggestion"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = _cycle()
    number: int
    submission: int
    author_id: int = _person()
    kind: str
    status: str
    version: int
    paragraph: int
    start: int
    end: int
    quote: str = _text()
    replace: str | None = _text(nullable=True)
    why: str | None = _text(nullable=True)
    edits: list[list[Any]] = _json()
    at_version: int | None = None
    at_edits: list[list[Any]] | None = _json(nullable=True)
    salt: str
    sweeping: bool = False
    at: datetime


class DecisionRow(Base, table=True):
    """What the group decided on one suggestion. ``together`` is the rank among insertions that go in at one place, in that order."""

    __tablename__ = "plein_decision"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "suggestion"),)
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = _cycle()
    suggestion: int
    outcome: str
    because: str | None = _text(nullable=True)
    text: str | None = _text(nullable=True)
    covered_by: int | None = None
    together: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, nullable=True))
    salt: str
    by_id: int = _person()
    published: datetime | None = None
    merged_in: int | None = None
    at: datetime


class EntryRow(Base, table=True):
    """One entry of the record. ``body`` is what is hashed (with ``nonce``); names and texts of people are not in it, only keys and seals."""

    __tablename__ = "plein_entry"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = _cycle()
    number: int
    person_id: int = _person()
    closed: bool = False
    body: str = _text()
    nonce: str
    previous: str
    digest: str
