"""Named lists of people: sounding boards that are invited as one."""

from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field

from plein.store.tables import cycle as _cycle  # noqa: F401  the rows below point at its tables
from plein.store.tables.base import Base, person_column


class BoardRow(Base, table=True):
    """A sounding board, by its name. ``seal`` is the digest of its name, its moment and the people on it, by which a changed row is found."""

    __tablename__ = "plein_board"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    at: datetime
    seal: str = Field(default="", sa_column=sa.Column(sa.String, nullable=False, server_default=sa.text("''")))


class SeatOnBoardRow(Base, table=True):
    """Somebody on a sounding board."""

    __tablename__ = "plein_board_person"
    __table_args__ = (sa.UniqueConstraint("board_id", "person_id"),)
    id: int | None = Field(default=None, primary_key=True)
    board_id: int = Field(foreign_key="plein_board.id", index=True)
    person_id: int = person_column()
