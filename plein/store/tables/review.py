"""What the public wants changed, and what the group answers."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field

from plein.store.reading import groups_of_numbers
from plein.store.tables import cycle as _cycle  # noqa: F401  the rows below point at its tables
from plein.store.tables.base import (
    Base,
    cycle_column,
    entered_by_column,
    erased_column,
    inside_column,
    json_column,
    late_column,
    lenient_json_column,
    person_column,
    text_column,
)


class SubmissionRow(Base, table=True):
    """All that one person handed in at once.

    ``edited_from`` is the version they edited where that is not ``version``, the one that was before the public; else None.
    """

    __tablename__ = "plein_submission"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "number"), sa.UniqueConstraint("cycle_id", "digest"))
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = cycle_column()
    number: int
    author_id: int = person_column()
    version: int
    edited_from: int | None = None
    digest: str | None = None
    sweeping: bool = False
    at: datetime


class SuggestionRow(Base, table=True):
    """One place that somebody wants changed, or remarks on. ``edits`` are ``[start, end, text]`` into version ``version``, as handed in.

    ``at_version`` and ``at_edits`` say where it stands after it was carried to a later version; both are None until then.
    ``contribution`` is the number of the contribution it came from, if its author named one. ``edited_from`` is the version its author edited,
    where that is not ``version``; ``replaced_by`` the submission in which its author said it anew, so that it is withdrawn. Else both are None.
    ``entered_by`` typed it for its author, ``entered_because`` says how it came, ``received`` when; all None where the author did.
    """

    __tablename__ = "plein_suggestion"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = cycle_column()
    number: int
    submission: int
    author_id: int = person_column()
    kind: str
    status: str
    version: int
    paragraph: int
    start: int
    end: int
    quote: str = text_column()
    replace: str | None = text_column(nullable=True)
    why: str | None = text_column(nullable=True)
    edits: list[list[Any]] = lenient_json_column()
    at_version: int | None = None
    at_edits: list[list[Any]] | None = lenient_json_column(nullable=True)
    salt: str
    erased: bool = erased_column()
    sweeping: bool = False
    contribution: int | None = None
    edited_from: int | None = None
    replaced_by: int | None = None
    entered_by: int | None = entered_by_column()
    entered_because: str | None = text_column(nullable=True)
    received: datetime | None = None
    late: bool = late_column()
    at: datetime


class DecisionRow(Base, table=True):
    """What the group decided on one suggestion.

    Of insertions that go in at one place, ``together`` is the first one's number and ``rank`` the turn of this one, from 1; else both are None.
    ``parts`` are the edits of version ``at_version`` that the group chose instead, put together from several suggestions: each as
    ``[start, end, text, [numbers of those it comes from]]``; None where it did not.
    ``at_quote`` is the passage of version ``at_version`` that it takes the place of, where the group chose one by hand; else both are None.
    """

    __tablename__ = "plein_decision"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "suggestion"),)
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = cycle_column()
    suggestion: int
    outcome: str
    because: str | None = text_column(nullable=True)
    text: str | None = text_column(nullable=True)
    covered_by: int | None = None
    together: int | None = Field(default=None, sa_column=sa.Column(sa.BigInteger, nullable=True))
    rank: int | None = None
    at_quote: str | None = text_column(nullable=True)
    at_version: int | None = None
    parts: list[list[Any]] | None = lenient_json_column(nullable=True)
    salt: str
    by_id: int = person_column()
    published: datetime | None = None
    merged_in: int | None = None
    at: datetime


class MeetingsRow(Base, table=True):
    """Which suggestions collide and which are the same, as it was worked out for those inside, or for everybody else: ``groups`` are both, as
    numbers. It holds as long as ``at`` is what the cycle was stirred by last; whatever is kept here can be worked out again.
    """

    __tablename__ = "plein_meetings"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "inside"),)
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = cycle_column()
    inside: bool = inside_column()
    at: str = text_column()
    groups: list[list[list[int]]] = json_column(groups_of_numbers)


class UndoneRow(Base, table=True):
    """A decision that was public and was taken back: what it was, when it became public, and ``why`` it is no more; itself public."""

    __tablename__ = "plein_undone"
    __table_args__ = (sa.UniqueConstraint("cycle_id", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    cycle_id: int = cycle_column()
    number: int
    suggestion: int
    outcome: str
    because: str | None = text_column(nullable=True)
    why: str = text_column()
    by_id: int = person_column()
    published: datetime
    at: datetime
