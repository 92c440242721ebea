"""People: what the record says of those who were erased, what is left of them, and what holds together outside of any cycle.

Who somebody is (id, name, contact, relation, who is behind a pseudonym) is in no record: else nobody could be erased.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlmodel import Session, col

from plein.engine.desk import Sight
from plein.engine.people.boards import seal_of
from plein.engine.record.expected import Body, Expected, Keys, Told, written
from plein.engine.rows.handles import is_erased
from plein.sentences import Sentence, sentence
from plein.store.tables.cycle import PersonRow
from plein.store.tables.people import BoardRow, SeatOnBoardRow


def _erase(expected: Expected, body: Body) -> None:
    expected.erased[body["person"]] = body["at"]


TOLD: Told = {"erase": _erase}


def damaged(sight: Sight, expected: Expected, _: Keys) -> Iterator[Sentence]:
    """Who was erased, and is not."""
    if not expected.erased:
        return
    rows = sight.session.execute(select(PersonRow).where(col(PersonRow.key).in_(expected.erased)).order_by(col(PersonRow.id))).scalars()
    for row in rows:
        if written(row.erased) != expected.erased[row.key]:
            yield sentence("row {id} of {table} is damaged: {what}", id=row.id, table="plein_person", what=_NOT_ERASED)


_NOT_ERASED = sentence("whether and when this person was erased does not follow from the record")


def elsewhere(session: Session) -> Iterator[Sentence]:
    """What does not hold together in the register and on the sounding boards."""
    yield from _boards(session)
    people = {row.id: row for row in session.execute(select(PersonRow).order_by(col(PersonRow.id))).scalars()}
    for row in people.values():
        left = (row.name, row.contact, row.relation, row.language, row.usual_since, row.behind)
        if is_erased(row.handle) != (row.erased is not None):
            yield sentence("row {id} of {table} is damaged: {what}", id=row.id, table="plein_person", what=_NOT_ERASED)
        elif row.erased is not None and (row.since != row.erased or any(part is not None for part in left)):
            what = sentence("something is kept of a person who was erased")
            yield sentence("row {id} of {table} is damaged: {what}", id=row.id, table="plein_person", what=what)


def _boards(session: Session) -> Iterator[Sentence]:
    """Boards that are not as they were set, and places on none."""
    boards = {row.id: row for row in session.execute(select(BoardRow).order_by(col(BoardRow.id))).scalars()}
    for board in boards.values():
        if board.seal != seal_of(session, board):
            what = sentence("the sounding board is not as it was set")
            yield sentence("row {id} of {table} is damaged: {what}", id=board.id, table="plein_board", what=what)
    for seat in session.execute(select(SeatOnBoardRow).order_by(col(SeatOnBoardRow.id))).scalars():
        if seat.board_id not in boards:
            what = sentence("it is a place on no sounding board")
            yield sentence("row {id} of {table} is damaged: {what}", id=seat.id, table="plein_board_person", what=what)
