"""What is said in the open, and the conversations it is said in."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field

from plein.store.tables import cycle as _cycle  # noqa: F401  the rows below point at its tables
from plein.store.tables.base import (
    Base,
    cycle_column,
    entered_by_column,
    erased_column,
    inside_column,
    late_column,
    person_column,
    text_column,
)


class ContributionRow(Base, table=True):
    """One item of the inventory; ``closed`` where it was said inside the circle.

    ``changed`` is when its author last said it otherwise, ``withdrawn`` when they took it back, so that its text is empty; else both are None.
    ``entered_by`` typed it for its author, ``entered_because`` says how it came, ``received`` when; all None where the author did.
    """

    __tablename__ = "plein_contribution"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "number"), sa.UniqueConstraint("cycle_id", "source_digest"))
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = cycle_column()
    number: int
    author_id: int = person_column()
    kind: str
    topic: str | None = None
    text: str = text_column()
    closed: bool = False
    salt: str
    erased: bool = erased_column()
    reply_to: int | None = None
    source: str | None = None
    link: str | None = None
    said: str | None = None
    source_digest: str | None = None
    hidden_because: str | None = text_column(nullable=True)
    changed: datetime | None = None
    withdrawn: datetime | None = None
    entered_by: int | None = entered_by_column()
    entered_because: str | None = text_column(nullable=True)
    received: datetime | None = None
    late: bool = late_column()
    at: datetime


class SupportRow(Base, table=True):
    """Somebody stands behind a contribution; ``closed`` where they do so inside the circle."""

    __tablename__ = "plein_support"
    __table_args__ = (sa.UniqueConstraint("contribution_id", "person_id"),)
    id: int | None = Field(default=None, primary_key=True)
    contribution_id: int = Field(foreign_key="plein_contribution.id", index=True)
    person_id: int = person_column()
    closed: bool = inside_column()
    at: datetime


class NudgeRow(Base, table=True):
    """A participant's call to order; ``closed`` where it was given inside the circle."""

    __tablename__ = "plein_nudge"
    __table_args__ = (sa.UniqueConstraint("contribution_id", "person_id"),)
    id: int | None = Field(default=None, primary_key=True)
    contribution_id: int = Field(foreign_key="plein_contribution.id", index=True)
    person_id: int = person_column()
    because: str = text_column()
    salt: str
    erased: bool = erased_column()
    closed: bool = inside_column()
    hidden_because: str | None = text_column(nullable=True)
    at: datetime


class TopicRow(Base, table=True):
    """A conversation of its own in the inventory, with a host and a context note: aim, scope, and what happens with what is said.

    ``inside`` where it was opened in the circle and not before everyone; ``closed`` is when it ended.
    """

    __tablename__ = "plein_topic"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "number"), sa.UniqueConstraint("cycle_id", "name"))
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = cycle_column()
    number: int
    name: str
    title: str = text_column()
    host_id: int = person_column()
    aim: str | None = text_column(nullable=True)
    scope: str | None = text_column(nullable=True)
    outcome: str | None = text_column(nullable=True)
    salt: str
    opened: datetime | None = None
    closed: datetime | None = None
    inside: bool = inside_column()
    at: datetime


class LinkRow(Base, table=True):
    """Two contributions that belong together, as somebody saw; ``one`` is the lower number. ``closed`` where it was seen inside the circle."""

    __tablename__ = "plein_link"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "one", "other"),)
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = cycle_column()
    one: int
    other: int
    person_id: int = person_column()
    closed: bool = inside_column()
    at: datetime
