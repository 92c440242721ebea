"""What the ids of people look like."""

import sqlalchemy as sa
from sqlmodel import Field

from plein.store.tables.base import Base, person_column


class LookRow(Base, table=True):
    """What the id of a person looks like (:func:`plein.likeness.looks`), to be asked for by it; of a pseudonym, or of who was erased, none."""

    __tablename__ = "plein_look"
    __table_args__ = (sa.UniqueConstraint("look", "person_id"),)
    id: int | None = Field(default=None, primary_key=True)
    look: str = Field(index=True)
    person_id: int = person_column()
