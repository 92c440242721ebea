"""The front door: where the database is, what the time is, and who acts."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Any, overload

from sqlalchemy.engine import URL, Engine

from plein.engine.desk import Desk
from plein.engine.slips import shown
from plein.errors import Unusable
from plein.organisation import Organisation
from plein.sentences import sentence
from plein.store.database import Database, Lent

if TYPE_CHECKING:
    from sqlalchemy.orm import Session, scoped_session

    from plein.engine.seat import Seat


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Plein:
    """plein on one database.

    Args:
        where: A file's path, a database URL (``postgresql://…``), or a SQLAlchemy Engine of yours.
        session: A Session of yours instead. plein works in savepoints of it; committing, rolling back and closing stay yours.
        clock: What gives the time, aware; the machine's clock unless you say otherwise.
        organisation: What the organisation sets for itself; the defaults unless you say otherwise.

    The tables must be there: :meth:`upgrade` makes them, or ``plein init``.

    >>> import tempfile, pathlib
    >>> folder = tempfile.TemporaryDirectory()
    >>> plein = Plein(pathlib.Path(folder.name) / "plein.db")
    >>> plein.upgrade()
    >>> anna = plein.acting_as("anna")
    >>> anna.cycles.new("housing", title="Housing", question="What should change about housing?").phase
    'preparation'
    >>> plein.close(); folder.cleanup()
    """

    @overload
    def __init__(
        self, where: str | os.PathLike[str] | URL | Engine, *, clock: Callable[[], datetime] = ..., organisation: Organisation | None = None
    ) -> None: ...

    @overload
    def __init__(
        self,
        *,
        session: Session | scoped_session[Any],
        clock: Callable[[], datetime] = ...,
        organisation: Organisation | None = None,
    ) -> None: ...

    def __init__(
        self,
        where: str | os.PathLike[str] | URL | Engine | None = None,
        *,
        session: Session | scoped_session[Any] | None = None,
        clock: Callable[[], datetime] = _utc_now,
        organisation: Organisation | None = None,
    ) -> None:
        ways = "Plein('plein.db'), Plein(engine), Plein(session=session)"
        if (where is None) == (session is None):
            raise Unusable(sentence("Give plein a database or a session: {ways}", ways=ways))
        if not isinstance(where, str | os.PathLike | URL | Engine | None) or (session is not None and not hasattr(session, "begin_nested")):
            value = shown(where if session is None else session)
            raise Unusable(sentence("Plein works on a database or on a session of yours, not on {value}: {ways}", value=value, ways=ways))
        if not callable(clock):
            raise Unusable(sentence("The clock is a function that gives the time, not {value}.", value=shown(clock)))
        self._database = Lent(session) if where is None else Database(where)
        self._clock = clock
        self.organisation = organisation or Organisation()

    def acting_as(self, person: str | None, *, at: datetime | None = None) -> Seat:
        """The seat of one person.

        Args:
            person: Their id, as your intranet knows them; None for somebody who only looks.
            at: When they act, aware; None for the clock's time at each act. No act is dated before what the record of its cycle tells already:
                a moment that is named must not lie before that, and where the clock is behind, the act is of the same moment.

        Raises:
            Unusable: The id is no text, or the moment has no zone.
            NotAllowed: It is the name of a pseudonym, or of somebody who was erased.
        """
        from plein.engine.seat import Seat

        if not isinstance(person, str | None):
            raise Unusable(sentence("A person is named by their id, a text, not by {value}.", value=shown(person)))
        if at is not None and (not isinstance(at, datetime) or at.tzinfo is None):
            raise Unusable(sentence("The moment somebody acts at needs a zone; pass an aware datetime."))
        return Seat(Desk(self._database, person, self._clock, self.organisation, at=at))

    def upgrade(self) -> None:
        """Make plein's tables, or bring them up to date. Safe to repeat, and safe with several processes at once.

        A file of plein's own can be read by nobody but its owner afterwards; of an engine that was lent, or a file with other tables in it, the
        host decides.
        """
        self._database.upgrade()

    def readable_by_all(self) -> bool:
        """Whether everybody on the machine can read SQLite's file, with the closed drafts in it. :meth:`upgrade` ends that.

        False on PostgreSQL, and where an engine or a session was lent: there others see to it.
        """
        return self._database.readable_by_all()

    def rewrite(self) -> bool:
        """Write SQLite's file anew, so that no copy of what was erased is left in its unused parts; erasing has done so already.

        For those who lend plein a session, after their own commit. Waits half a minute for others who are at work on the file.

        Returns:
            Whether nothing is left. False on PostgreSQL, which frees old rows in its own time.
        """
        return self._database.rewrite()

    def close(self) -> None:
        """Let go of the database's connections; a lent session is left alone."""
        self._database.close()

    def __enter__(self) -> Plein:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
