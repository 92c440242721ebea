"""Sounding boards: named lists of people that are invited as one. They belong to no cycle, and those who look after people look after them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from plein.engine.desk import Visit
from plein.engine.people.keepers import may_keep_register
from plein.engine.people.views import Board
from plein.engine.room import Room
from plein.engine.rows.handles import checked_handle
from plein.engine.rows.people import Asking, everyone_at_once
from plein.engine.rows.written import said
from plein.errors import NotAllowed, NotFound, Refused, Unusable
from plein.limits import LIMITS
from plein.sentences import as_word, printable, sentence
from plein.store.boards import board_seal
from plein.store.tables.cycle import PersonRow
from plein.store.tables.people import BoardRow, SeatOnBoardRow

_LARGEST = 1_000
"""People on one board; more are a public, not a sounding board."""


class Boards(Room):
    """What those who look after people do with sounding boards: hosts of any cycle, or anyone while there is no cycle."""

    def set(self, name: str, people: Sequence[str]) -> Board:
        """Say who is on a sounding board; the list takes the place of the one there was. The same list again changes nothing.

        Args:
            name: What it is called, which everybody reads once it is invited; at most 80 characters.
            people: Their ids; they need not have been seen before. Who is named twice is on it once.

        Raises:
            Unusable: The name or an id cannot be used, or nobody is named.
            LooksAlike: Ids that nobody has seen before read like those of others.
            NotAllowed: Only those who look after people may.

        >>> anna.boards.set("quays", ["una", "vic"]).people
        ('una', 'vic')
        """
        called, handles = _checked(name), list(dict.fromkeys(map(checked_handle, people)))
        if not handles:
            raise Unusable(
                sentence(
                    "A sounding board without anybody on it is none; name people, or take it away: {command}",
                    command=f"plein board remove {as_word(called)}",
                )
            )
        if len(handles) > _LARGEST:
            raise Unusable(
                sentence("{number} people are no sounding board; at most {largest} go on one.", number=len(handles), largest=_LARGEST)
            )
        with self._act_outside() as visit:
            session = visit.session
            _require_keeper(visit)
            everyone_at_once(session, handles, visit.now, Asking(visit.exact_ids, named=True))
            row = _found(session, called, lock=True) or self._added(session, called)
            there = people_on(session, row)
            if [one.handle for one in there] != handles:
                session.execute(delete(SeatOnBoardRow).where(col(SeatOnBoardRow.board_id) == row.id))
                named = session.execute(select(PersonRow).where(col(PersonRow.handle).in_(handles))).scalars()
                keys = {one.handle: _id(one) for one in named}
                session.add_all(SeatOnBoardRow(board_id=_id(row), person_id=keys[handle]) for handle in handles)
                sealed(session, row)
            return _view(session, row)

    def list(self) -> tuple[Board, ...]:
        """The sounding boards by name; none for those who do not look after people.

        >>> [board.name for board in anna.boards.list()]
        ['harbour']
        """
        with self._look_outside() as visit:
            if not _keeps(visit):
                return ()
            return tuple(
                _view(visit.session, row) for row in visit.session.execute(select(BoardRow).order_by(col(BoardRow.name))).scalars().all()
            )

    def show(self, name: str) -> Board:
        """One sounding board.

        Raises:
            NotFound: There is none of that name, or not for this person.

        >>> anna.boards.show("harbour").people
        ('una', 'vic')
        """
        with self._look_outside() as visit:
            if not _keeps(visit):
                raise _no_board(name)
            return _view(visit.session, board_row(visit.session, name))

    def remove(self, name: str) -> Board:
        """Take a sounding board away. Who came with it keeps their place in the circle.

        Raises:
            NotFound: There is none of that name.
            NotAllowed: Only those who look after people may.

        >>> anna.boards.remove("harbour").name
        'harbour'
        """
        with self._act_outside() as visit:
            session = visit.session
            _require_keeper(visit)
            row = board_row(session, name, lock=True)
            gone = _view(session, row)
            session.execute(delete(SeatOnBoardRow).where(col(SeatOnBoardRow.board_id) == row.id))
            session.execute(delete(BoardRow).where(col(BoardRow.id) == row.id))
            return gone

    def _added(self, session: Session, name: str) -> BoardRow:
        row = BoardRow(name=name, at=self._desk.now())
        session.add(row)
        try:
            session.flush()
        except IntegrityError:
            raise Refused(sentence("Somebody else is making the sounding board “{name}”; try again.", name=name)) from None
        return row


def _keeps(visit: Visit) -> bool:
    person = visit.person
    return may_keep_register(visit, None if person is None else person.id)


def _require_keeper(visit: Visit) -> None:
    if not _keeps(visit):
        raise NotAllowed(sentence("Only hosts may look after sounding boards."))


def board_row(session: Session, name: str, *, lock: bool = False) -> BoardRow:
    """The row of one sounding board; with *lock*, nobody else changes the board until the transaction ends.

    Raises:
        NotFound: There is none of that name.
    """
    row = _found(session, name.strip(), lock=lock) if name.isprintable() else None
    if row is None:
        raise _no_board(name)
    return row


def sealed(session: Session, board: BoardRow) -> None:
    """Keep the seal of a board whose people are others now."""
    session.flush()
    board.seal = seal_of(session, board)
    session.flush()


def seal_of(session: Session, board: BoardRow) -> str:
    """The seal that a board should have."""
    return board_seal(board.name, board.at, [one.key for one in people_on(session, board)])


def without(session: Session, person: int) -> None:
    """Take somebody off every board they are on."""
    on = select(BoardRow).join(SeatOnBoardRow, col(SeatOnBoardRow.board_id) == col(BoardRow.id))
    boards = session.execute(on.where(col(SeatOnBoardRow.person_id) == person)).scalars().all()
    session.execute(delete(SeatOnBoardRow).where(col(SeatOnBoardRow.person_id) == person))
    for board in boards:
        sealed(session, board)


def people_on(session: Session, board: BoardRow) -> Sequence[PersonRow]:
    """Who is on a sounding board, in the order in which they were named."""
    query = (
        select(PersonRow)
        .join(SeatOnBoardRow, col(SeatOnBoardRow.person_id) == col(PersonRow.id))
        .where(col(SeatOnBoardRow.board_id) == board.id)
        .order_by(col(SeatOnBoardRow.id))
    )
    found: Sequence[PersonRow] = session.execute(query).scalars().all()
    return found


def _found(session: Session, name: str, *, lock: bool) -> BoardRow | None:
    query = select(BoardRow).where(col(BoardRow.name) == name)
    return session.execute(query.with_for_update() if lock else query).scalar_one_or_none()


def _id(row: BoardRow | PersonRow) -> int:
    assert row.id is not None
    return row.id


def _view(session: Session, row: BoardRow) -> Board:
    return Board(row.name, tuple(one.handle for one in people_on(session, row)), row.at)


def _checked(name: str) -> str:
    called = said(name)
    if called is None or not called.isprintable():
        raise Unusable(
            sentence("That cannot be a sounding board's name; use 1 to {longest} characters on one line.", longest=LIMITS["board"].most)
        )
    return called


def _no_board(name: str) -> NotFound:
    called = printable(name, LIMITS["board"].most)
    return NotFound(
        sentence("There is no sounding board “{name}”; see which there are: {command}", name=called, command="plein board list")
    )
