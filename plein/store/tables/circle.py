"""What the circle says among itself, and what it leaves behind where no document is written."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field

from plein.store.tables import cycle as _cycle  # noqa: F401  the rows below point at its tables
from plein.store.tables.base import Base, cycle_column, erased_column, person_column, text_column


class CommentRow(Base, table=True):
    """One remark for the circle alone: on a version, on a paragraph of one, on a suggestion, or in answer to another remark."""

    __tablename__ = "plein_comment"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = cycle_column()
    number: int
    author_id: int = person_column()
    text: str = text_column()
    salt: str
    erased: bool = erased_column()
    version: int | None = None
    paragraph: int | None = None
    suggestion: int | None = None
    reply_to: int | None = None
    at: datetime


class PromiseRow(Base, table=True):
    """What was promised to everyone for later, in the open."""

    __tablename__ = "plein_promise"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = cycle_column()
    number: int
    text: str = text_column()
    salt: str
    by_id: int = person_column()
    at: datetime


class ReportRow(Base, table=True):
    """The report a cycle without a document ends in; the newest number counts. Composed by plein where nobody wrote one."""

    __tablename__ = "plein_report"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = cycle_column()
    number: int
    author_id: int = person_column()
    text: str = text_column()
    digest: str
    composed: bool = False
    published: datetime | None = None
    at: datetime
