"""The record of a cycle."""

import sqlalchemy as sa
from sqlmodel import Field

from plein.store.tables import cycle as _cycle  # noqa: F401  the rows below point at its tables
from plein.store.tables.base import Base, cycle_column, person_column, text_column


class EntryRow(Base, table=True):
    """One entry of the record. ``body`` is what is hashed (with ``nonce``); names and texts of people are not in it, only keys and seals."""

    __tablename__ = "plein_entry"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = cycle_column()
    number: int
    person_id: int = person_column()
    body: str = text_column()
    nonce: str
    previous: str
    digest: str
