"""The working group: who is invited and why, and who took a place in the circle. Who is in it is public; what they write is not."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import Session, col

from plein.engine.circumstances import roles_of
from plein.engine.desk import Act, Desk, Sight, checked_handle, known, load_cycle, somebody, write_entry
from plein.engine.inventory import contribution_row, names
from plein.engine.said import reason, said
from plein.engine.views import Invitation, Member
from plein.errors import NotFound, Refused, StaleWrite, Unusable
from plein.store import record
from plein.store.tables import CycleRow, MemberRow, PersonRow
from plein.workflow import Definition, parse_when, require

ROLES = ("drafter", "adviser")


class GroupRoom(Desk):
    """What people do to form the circle."""

    def invite(
        self,
        slug: str,
        person: str,
        *,
        role: str,
        because: str,
        contribution: int | None = None,
        topic: str | None = None,
        until: str | datetime | None = None,
        revision: int | None = None,
    ) -> Invitation:
        """Invite somebody into the circle.

        Args:
            slug: The cycle.
            person: Whom; they need not have been seen before.
            role: ``drafter`` writes and decides, ``adviser`` reads and thinks along.
            because: Why this person; public.
            contribution: Number of the contribution it is based on.
            topic: What an adviser is asked about.
            until: When the place in the circle ends.
            revision: The revision the writer has read.

        Returns:
            The invitation with its token, which is shown this once.

        Raises:
            Refused: Invited already, or in the circle already.
            NotFound: There is no such contribution.
        """
        if role not in ROLES:
            raise Unusable(f"“{role}” is no role to invite for; choose {' or '.join(ROLES)}")
        why = reason(because, "An invitation")
        with self._act(slug, "invite", revision=revision) as act:
            guest = somebody(act.session, checked_handle(person), act.now)
            living = select(MemberRow).where(
                col(MemberRow.cycle_id) == act.id,
                col(MemberRow.person_id) == guest.id,
                col(MemberRow.role) == role,
                col(MemberRow.status).in_(("invited", "accepted")),
            )
            for row in act.session.execute(living).scalars():
                if row.until is None or row.until >= act.now:
                    state = "is invited" if row.status == "invited" else "is in the circle"
                    raise Refused(f"{guest.handle} {state} as {role} already; see plein group list {slug}")
            if contribution is not None:
                contribution_row(act, contribution)
            ends = parse_when(until, act.cycle.timezone) if isinstance(until, str) else until
            if ends is not None and ends.tzinfo is None:
                raise Unusable("The end of an invitation needs a zone; pass an aware datetime, or ISO 8601 text.")
            if ends is not None and ends <= act.now:
                raise Unusable("The invitation would end in the past; give a moment that is still to come: --until")
            assert guest.id is not None
            token, salt = secrets.token_hex(16), record.salt()
            row = MemberRow(
                cycle_id=act.id,
                number=_next(act),
                person_id=guest.id,
                role=role,
                status="invited",
                because=why,
                salt=salt,
                contribution=contribution,
                topic=said(topic),
                until=ends,
                token_digest=_token_digest(token),
                at=act.now,
            )
            act.session.add(row)
            act.note(
                member=row.number,
                person=guest.key,
                role=role,
                contribution=contribution,
                topic=topic,
                until=None if ends is None else ends.isoformat(),
                seal=record.seal(salt, why),
            )
            return Invitation(token, guest.handle, role, why, ends, contribution, topic)

    def accept(self, token: str, *, revision: int | None = None) -> tuple[str, Member]:
        """Take the place in the circle the token offers; again is harmless.

        The token is the key: whoever holds it is the invited person, and need not be named. A host may accept for someone who said yes elsewhere.

        Returns:
            The cycle's slug, and the place.
        """
        return self._answer(token, "accepted", revision)

    def decline(self, token: str, *, revision: int | None = None) -> tuple[str, Member]:
        """Decline the place the token offers; again is harmless."""
        return self._answer(token, "declined", revision)

    def invited_to(self, token: str) -> str:
        """The slug of the cycle that a token invites to."""
        with self._database.reading() as session:
            return _find(session, token)[1].slug

    def members(self, slug: str) -> tuple[Member, ...]:
        """Who was invited into the circle and why, hosts first, in order of invitation. Public."""
        with self._look(slug) as sight:
            rows = sight.session.execute(
                select(MemberRow).where(col(MemberRow.cycle_id) == sight.id).order_by(col(MemberRow.role) != "host", col(MemberRow.number))
            )
            return _views(sight, rows.scalars().all())

    def remove(self, slug: str, person: str, because: str, *, revision: int | None = None) -> Member:
        """End somebody's place in the circle, or take an invitation back, with a reason."""
        why = reason(because, "Removing somebody")
        with self._act(slug, "remove-member", revision=revision) as act:
            guest = known(act.session, checked_handle(person))
            rows = (
                []
                if guest is None
                else act.session.execute(
                    select(MemberRow).where(
                        col(MemberRow.cycle_id) == act.id,
                        col(MemberRow.person_id) == guest.id,
                        col(MemberRow.role) != "host",
                        col(MemberRow.status).in_(("invited", "accepted")),
                    )
                )
                .scalars()
                .all()
            )
            if guest is None or not rows:
                raise NotFound(f"{person} has no place in the circle of {slug} to end; see plein group list {slug}")
            for row in rows:
                row.status, row.removed_because = "removed", why
            act.session.flush()
            act.note(person=guest.key, members=[row.number for row in rows], because=why)
            return _views(act, rows)[-1]

    def _answer(self, token: str, answer: str, revision: int | None) -> tuple[str, Member]:
        with self._database.writing() as session:
            now = self.now()
            row, cycle = _find(session, token)
            cycle = load_cycle(session, cycle.slug, lock=True)
            session.refresh(row)
            if revision is not None and revision != cycle.revision:
                raise StaleWrite(cycle.slug, revision, cycle.revision)
            guest = session.get_one(PersonRow, row.person_id)
            actor = guest if self.person is None else somebody(session, self.person, now)
            definition = Definition.from_data(cycle.definition)
            act = Act(session, cycle, definition, guest, frozenset({"public"}), now, actor=actor, name=answer)
            if actor.id != guest.id and not _is_host(act):
                raise NotFound("That token invites somebody else; only they can answer, or a host on their behalf.")
            if row.status == answer:
                return cycle.slug, _views(act, [row])[0]
            require(definition, act.facts, act.roles, "answer-invitation")
            if row.status == "removed":
                raise Refused("The invitation was taken back; ask the host for a new one.")
            if row.status != "invited":
                raise Refused(f"The invitation was {row.status} before; ask the host for a new one to answer otherwise.")
            if row.until is not None and row.until < now:
                raise Refused("The invitation has expired; ask the host for a new one.")
            row.status = answer
            act.note(member=row.number, person=guest.key, role=row.role)
            write_entry(act)
            return cycle.slug, _views(act, [row])[0]


def _find(session: Session, token: str) -> tuple[MemberRow, CycleRow]:
    """The invitation that a token stands for, and its cycle."""
    query = (
        select(MemberRow, CycleRow)
        .join(CycleRow, col(CycleRow.id) == col(MemberRow.cycle_id))
        .where(col(MemberRow.token_digest) == _token_digest(token.strip()))
    )
    found = session.execute(query).first()
    if found is None:
        raise NotFound("That token invites nobody; copy it whole, or ask the host for a new invitation.")
    return found[0], found[1]


def _next(act: Act) -> int:
    newest = act.session.execute(select(func.max(MemberRow.number)).where(col(MemberRow.cycle_id) == act.id)).scalar()
    return (newest or 0) + 1


def _token_digest(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


def _is_host(act: Act) -> bool:
    return "host" in roles_of(act.session, act.cycle, act.actor, act.now)


def _views(sight: Sight, rows: Sequence[MemberRow]) -> tuple[Member, ...]:
    people = names(sight, {row.person_id for row in rows})
    return tuple(
        Member(
            person=people[row.person_id],
            role=row.role,
            status=row.status,
            because=row.because,
            until=row.until,
            contribution=row.contribution,
            topic=row.topic,
            removed_because=row.removed_because,
            at=row.at,
        )
        for row in rows
    )
