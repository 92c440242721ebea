"""The answers to invitations: who holds the token takes the place or declines it, once; giving the same answer again is harmless."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from plein.engine.desk import PUBLIC
from plein.engine.group.places import member_views, status_of
from plein.engine.group.views import Member
from plein.engine.room import Room
from plein.engine.rows.cycles import load_cycle
from plein.engine.rows.places import roles_of
from plein.errors import NotFound, Refused
from plein.sentences import sentence
from plein.store import record
from plein.store.tables.cycle import CycleRow, MemberRow, PersonRow


class Invitations(Room):
    """What people do who were invited."""

    def accept(self, token: str, *, revision: int | None = None) -> tuple[str, Member]:
        """Take the place in the circle the token offers; again is harmless.

        The token is the key: whoever holds it and does not say who they are answers for the person invited, who may have no way to sign in. The
        entry in the record says so, as ``held``: ``person`` where they answered as themselves, ``token`` where whoever held the token did, and
        ``host`` where a host did for someone who said yes elsewhere. Somebody else who says who they are is refused.

        Args:
            token: The token, as the host handed it on.
            revision: The revision the writer has read.

        Returns:
            The cycle's slug, and the place.

        Raises:
            NotFound: The token invites nobody, or somebody else.
            Refused: The invitation expired, was taken back, or was answered otherwise.

        >>> token = housing.group.invite("joe", role="adviser", because="Counts trees.").token
        >>> slug, place = joe.invitations.accept(token)
        >>> slug, place.role, place.status
        ('housing', 'adviser', 'accepted')
        """
        return self._answer(token, "accepted", revision)

    def decline(self, token: str, *, revision: int | None = None) -> tuple[str, Member]:
        """Decline the place the token offers; again is harmless. Refused as :meth:`accept` is.

        Args:
            token: The token, as the host handed it on.
            revision: The revision the writer has read.

        >>> token = housing.group.invite("joe", role="adviser", because="Counts trees.").token
        >>> joe.invitations.decline(token)[1].status
        'declined'
        """
        return self._answer(token, "declined", revision)

    def cycle_of(self, token: str) -> str:
        """The slug of the cycle that a token invites to.

        >>> token = housing.group.invite("joe", role="adviser", because="Counts trees.").token
        >>> joe.invitations.cycle_of(token)
        'housing'
        """
        with self._look_outside() as visit:
            return _find(visit.session, token)[1].slug

    def _answer(self, token: str, answer: str, revision: int | None) -> tuple[str, Member]:
        with self._act_outside(unnamed=True) as visit:
            session = visit.session
            row, cycle = _find(session, token)
            cycle = load_cycle(session, cycle.slug, lock=True, revision=revision)
            session.refresh(row)
            guest = session.get_one(PersonRow, row.person_id)
            actor = guest if self._desk.person is None else visit.known_person()
            if actor.id != guest.id and "host" not in roles_of(session, cycle, actor, visit.came):
                raise NotFound(sentence("That token invites somebody else; only they can answer, or a host on their behalf."))
            repeated = row.status == answer
            asked = None if repeated else "answer-invitation"
            with visit.act(cycle, answer, actor=actor, person=guest, roles=PUBLIC, ask=asked) as act:
                if repeated:
                    act.nothing()
                else:
                    _refuse_late(row, act.came)
                    row.status = answer
                    act.note(member=row.number, person=guest.key, role=row.role, held=_held(self._desk.person, guest))
            return cycle.slug, member_views(act, [row])[0]


def _held(by: str | None, guest: PersonRow) -> str:
    """Who held the token, as the record has it."""
    if by is None:
        return "token"
    return "person" if by == guest.handle else "host"


def _refuse_late(row: MemberRow, now: datetime) -> None:
    """An answer that comes after the invitation ended, in whatever way it did."""
    if row.status == "withdrawn":
        raise Refused(sentence("The invitation was taken back; ask the host for a new one."))
    if row.status == "removed":
        raise Refused(sentence("The place in the circle was ended; ask the host for a new invitation."))
    if row.status != "invited":
        raise Refused(sentence("The invitation was {answer} before; ask the host for a new one to answer otherwise.", answer=row.status))
    if status_of(row, now) == "expired":
        raise Refused(sentence("The invitation has expired; ask the host for a new one."))


def _find(session: Session, token: str) -> tuple[MemberRow, CycleRow]:
    """The invitation that a token stands for, and its cycle."""
    query = (
        select(MemberRow, CycleRow)
        .join(CycleRow, col(CycleRow.id) == col(MemberRow.cycle_id))
        .where(col(MemberRow.token_digest) == token_digest(token.strip()))
    )
    found = session.execute(query).first()
    if found is None:
        raise NotFound(sentence("That token invites nobody; copy it whole, or ask the host for a new invitation."))
    return found[0], found[1]


def token_digest(token: str) -> str:
    """What is kept of a token: enough to know it again, and not to use it."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


def token_seal(row: MemberRow) -> str | None:
    """What the record holds of the token of an invitation; None where there is none, or it went with its person."""
    return None if row.token_digest is None else record.seal(row.salt, row.token_digest)
