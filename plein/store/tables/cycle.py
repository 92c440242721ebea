"""A cycle, who is in it, and the phases it went through."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field

from plein.store.tables.base import Base, cycle_column, json_column, person_column, text_column


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
    title: str = text_column()
    question: str = text_column()
    definition: dict[str, Any] = json_column()
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


class MemberRow(Base, table=True):
    """Somebody's place in the circle of a cycle: invited, accepted, declined, withdrawn, removed."""

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
    contribution: int | None = None
    topic: str | None = None
    until: datetime | None = None
    token_digest: str | None = None
    removed_because: str | None = text_column(nullable=True)
    at: datetime
