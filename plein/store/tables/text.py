"""The versions of the document."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field

from plein.store.reading import numbers
from plein.store.tables import cycle as _cycle  # noqa: F401  the rows below point at its tables
from plein.store.tables.base import Base, cycle_column, json_column, person_column, text_column


class VersionRow(Base, table=True):
    """One version of the document, whole. ``parts`` names the suggestions of a merge, in the order in which they were decided together.

    ``contributions`` are the numbers of those it began with, where its author named some. ``corrects`` is the final version that this one
    corrects, and ``because`` the public reason; None for all others.
    """

    __tablename__ = "plein_version"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = cycle_column()
    number: int
    author_id: int = person_column()
    text: str = text_column()
    digest: str
    base: int | None = None
    note: str | None = text_column(nullable=True)
    parts: list[int] | None = json_column(numbers, nullable=True)
    contributions: list[int] | None = json_column(numbers, nullable=True)
    corrects: int | None = None
    because: str | None = text_column(nullable=True)
    published: datetime | None = None
    at: datetime


class AsideRow(Base, table=True):
    """A text that could not be saved as a version because it collides with what others saved; kept whole for its author's circle."""

    __tablename__ = "plein_aside"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = cycle_column()
    number: int
    author_id: int = person_column()
    base: int
    newest: int
    text: str = text_column()
    note: str | None = text_column(nullable=True)
    digest: str
    at: datetime
