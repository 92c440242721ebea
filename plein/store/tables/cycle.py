"""A cycle, who is in it, and the phases it went through."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field

from plein.store.reading import an_object, counts, words
from plein.store.tables.base import Base, cycle_column, erased_column, json_column, person_column, stirred_column, text_column


class PersonRow(Base, table=True):
    """Somebody who did something once, or was entered. ``handle`` is the id the outside world uses; ``key`` is what the record knows them by.

    A pseudonym is a row of its own, with a key of its own so that the record does not tell whose it is; ``behind`` is the row of the person
    who uses it. ``usual_since`` is when the organisation listed somebody as a usual suspect. After erasure nothing but the key remains.
    """

    __tablename__ = "plein_person"
    id: int | None = Field(default=None, primary_key=True)
    handle: str = Field(unique=True)
    key: str = Field(unique=True)
    since: datetime
    name: str | None = text_column(nullable=True)
    contact: str | None = text_column(nullable=True)
    relation: str | None = None
    language: str | None = None
    usual_since: datetime | None = None
    behind: int | None = None
    erased: datetime | None = None


class CycleRow(Base, table=True):
    """One cycle. ``revision`` is the number of the newest entry of its record, ``head`` that entry's digest.

    ``after`` is the row of the cycle that this one follows in a series; ``avoid`` are words to avoid as ``[word, better, because]``.
    ``newest`` is the moment of that entry, and ``newest_open`` that of the newest that everybody may read.
    ``stirred`` is the digest of the newest entry that may have changed which suggestions collide, as everybody may know it, and
    ``stirred_inside`` as those inside do.
    """

    __tablename__ = "plein_cycle"
    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    title: str = text_column()
    question: str = text_column()
    definition: dict[str, Any] = json_column(an_object)
    timezone: str
    language: str
    phase: str
    round: int = 0
    closes: datetime | None = None
    revision: int = 0
    head: str = ""
    newest: datetime | None = None
    newest_open: datetime | None = None
    stirred: str = stirred_column()
    stirred_inside: str = stirred_column()
    since: datetime
    after: int | None = None
    avoid: list[list[str | None]] | None = json_column(words, nullable=True)


class StepRow(Base, table=True):
    """One phase as it was lived: when it opened, what was asked in it, until when, and why it came.

    ``came`` is what the phase before it brought in, counted when the cycle moved on.
    """

    __tablename__ = "plein_step"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = cycle_column()
    number: int
    phase: str
    round: int
    version: int | None = None
    opened: datetime
    closes: datetime | None = None
    closed: datetime | None = None
    ask: str | None = text_column(nullable=True)
    because: str | None = text_column(nullable=True)
    came: dict[str, Any] | None = json_column(counts, nullable=True)


class MemberRow(Base, table=True):
    """Somebody's place in the circle of a cycle: invited, accepted, declined, withdrawn, removed.

    ``until`` is when the place ends, ``expires`` when the invitation does; ``board`` names the sounding board somebody came with.
    """

    __tablename__ = "plein_member"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "number"), sa.UniqueConstraint("token_digest"))
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = cycle_column()
    number: int
    person_id: int = person_column()
    role: str
    status: str
    because: str = text_column()
    salt: str
    erased: bool = erased_column()
    contribution: int | None = None
    topic: str | None = None
    until: datetime | None = None
    expires: datetime | None = None
    board: str | None = None
    token_digest: str | None = None
    removed_because: str | None = text_column(nullable=True)
    at: datetime
