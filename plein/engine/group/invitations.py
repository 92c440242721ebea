"""Invitations into the circle: what they offer, to whom, and based on what. Answering them is elsewhere."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from plein.engine.desk import Act
from plein.engine.group.answers import token_digest, token_seal
from plein.engine.group.places import in_force
from plein.engine.group.views import BoardInvitation, Invitation
from plein.engine.group.warnings import cautions
from plein.engine.inventory.contributions import row_to_build_on
from plein.engine.people.boards import board_row, people_on
from plein.engine.people.pseudonyms import is_masked
from plein.engine.room import CycleRoom
from plein.engine.rows.handles import checked_handle
from plein.engine.rows.of_cycle import next_number
from plein.engine.rows.people import somebody
from plein.engine.rows.written import reason, said
from plein.errors import Refused, Unusable
from plein.sentences import Sentence, Typed, either, printable, sentence, typed
from plein.store import record
from plein.store.tables.cycle import MemberRow, PersonRow
from plein.terms import term
from plein.vocabulary import PLACES, Place, meant
from plein.workflow import parse_when

_LONGEST_DAYS = 36_500
"""Nobody waits longer than a century for an answer; calendars end somewhere."""


@dataclass(frozen=True, slots=True)
class _Offer:
    """What an invitation offers. Moments are in UTC."""

    role: str
    because: str
    topic: str | None
    until: datetime | None
    expires: datetime
    contribution: int | None = None
    board: str | None = None


class InvitingRoom(CycleRoom):
    """What hosts do to form the circle."""

    def invite(
        self,
        person: str,
        *,
        role: Place,
        because: str,
        for_: int | None = None,
        topic: str | None = None,
        until: str | datetime | None = None,
        expires: str | datetime | None = None,
        revision: int | None = None,
    ) -> Invitation:
        """Invite somebody into the circle.

        Args:
            person: Whom; they need not have been seen before.
            role: ``drafter`` writes and decides, ``adviser`` reads and thinks along.
            because: Why this person; public.
            for_: Number of the contribution it is based on; public.
            topic: What an adviser is asked about.
            until: When the place in the circle ends.
            expires: Until when the invitation can be answered; else the end of the day, so many days from now as the organisation says.
            revision: The revision the writer has read.

        Returns:
            The invitation with its token, which is shown this once, and with what is to be said of the circle it makes.

        Raises:
            LooksAlike: Nobody has seen the person before, and the id reads like that of somebody who is there.
            Refused: Invited already, or in the circle already; or citing the contribution would tell what is closed, or it is hidden.
            NotFound: There is no such contribution.

        >>> invited = housing.group.invite("piet", role="drafter", because="Knows the waiting list.", for_=1)
        >>> invited.role, len(invited.token) > 20
        ('drafter', True)
        """
        seat = meant(role, PLACES, self._desk.organisation.terms)
        if seat is None:
            known = either(map(term, PLACES))
            raise Unusable(sentence("“{role}” is no role to invite for; choose {roles}", role=printable(role), roles=known))
        why, handle = reason(because, sentence("An invitation")), checked_handle(person)
        with self._act("invite", revision=revision) as act:
            guest = somebody(act.session, handle, act.now, self._desk.asking(act.roles))
            _refuse_twice(act, guest, seat)
            said_of_it = [] if for_ is None else _cited(act, for_, guest)
            ends, answer = self._moments(act, until, expires)
            row, token = _add(act, guest, _Offer(seat, why, said(topic), ends, answer, contribution=for_))
            act.note(member=row.number, person=guest.key, seal=record.seal(row.salt, why), token_seal=token_seal(row), **_noted(row))
            if seat == "drafter":
                said_of_it += cautions(act, self._desk.organisation)
            return _invitation(row, guest, token, said_of_it)

    def board(
        self,
        board: str,
        *,
        because: str,
        topic: str,
        until: str | datetime,
        expires: str | datetime | None = None,
        revision: int | None = None,
    ) -> BoardInvitation:
        """Invite everybody on a sounding board at once, as advisers on one topic and until a date.

        Who has a place in the circle, or an invitation to one, is passed over.

        Args:
            board: Name of the sounding board; public, as the reason is.
            because: Why this board.
            topic: What it is asked about.
            until: When its places in the circle end.
            expires: Until when the invitations can be answered, as with :meth:`invite`.
            revision: The revision the writer has read.

        Raises:
            NotFound: There is no such board.
            Refused: Everybody on it is in the circle, or invited.

        >>> made = housing.group.board("harbour", because="They work there.", topic="The harbour", until="2026-12-18")
        >>> [one.person for one in made.invitations]
        ['una', 'vic']
        """
        why, about = reason(because, sentence("An invitation")), said(topic)
        if about is None:
            raise Unusable(sentence("A sounding board is asked about one topic; name it: {option}", option=typed("--topic")))
        with self._act("invite", name="invite-board", revision=revision) as act:
            there = board_row(act.session, board)
            people = people_on(act.session, there)
            ends, answer = self._moments(act, until, expires)
            offer = _Offer("adviser", why, about, ends, answer, board=there.name)
            taken = {row.person_id for row in in_force(act)}
            asked = [guest for guest in people if guest.id not in taken]
            if not asked:
                raise Refused(
                    sentence(
                        "Everybody on the sounding board “{board}” is in the circle or invited already; see {command}",
                        board=there.name,
                        command=f"plein group list {self._slug}",
                    )
                )
            made = [(guest, *_add(act, guest, offer)) for guest in asked]
            act.note(
                members=[row.number for _, row, _ in made],
                persons=[guest.key for guest, _, _ in made],
                seals=[record.seal(row.salt, why) for _, row, _ in made],
                token_seals=[token_seal(row) for _, row, _ in made],
                **_noted(made[0][1]),
            )
            return BoardInvitation(
                there.name,
                tuple(_invitation(row, guest, token) for guest, row, token in made),
                tuple(guest.handle for guest in people if guest.id in taken),
            )

    def _moments(self, act: Act, until: str | datetime | None, expires: str | datetime | None) -> tuple[datetime | None, datetime]:
        """When the place ends, and until when it can be taken: while there is one, at the latest."""
        ends = None if until is None else _to_come(act, until, typed("--until"))
        if expires is not None:
            answer = _to_come(act, expires, typed("--expires"))
        else:
            days = timedelta(days=min(self._desk.organisation.invitation_days, _LONGEST_DAYS))
            day = act.now.astimezone(ZoneInfo(act.cycle.timezone)).date() + days
            answer = parse_when(day.isoformat(), act.cycle.timezone)
        return ends, answer if ends is None else min(answer, ends)


def _to_come(act: Act, when: str | datetime, option: Typed) -> datetime:
    """A moment that is still to come, in UTC."""
    moment = parse_when(when, act.cycle.timezone) if isinstance(when, str) else when
    if moment.tzinfo is None:
        raise Unusable(sentence("The end of an invitation needs a zone; pass an aware datetime, or ISO 8601 text."))
    if moment <= act.now:
        raise Unusable(sentence("The invitation would end in the past; give a moment that is still to come: {option}", option=option))
    return moment.astimezone(UTC)


def _refuse_twice(act: Act, guest: PersonRow, role: str) -> None:
    row = next((one for one in in_force(act) if one.person_id == guest.id and one.role == role), None)
    where = f"plein group list {act.cycle.slug}"
    if row is not None and row.status == "invited":
        raise Refused(sentence("{person} is invited as {role} already; see {command}", person=guest.handle, role=term(role), command=where))
    if row is not None:
        raise Refused(
            sentence("{person} is in the circle as {role} already; see {command}", person=guest.handle, role=term(role), command=where)
        )


def _cited(act: Act, number: int, guest: PersonRow) -> list[Sentence]:
    """What is to be said of citing a contribution: it is by somebody else.

    Raises:
        Refused: It is hidden; or an invitation, which is public, would tell who wrote under a pseudonym, or that something was said behind
            closed doors.
    """
    row = row_to_build_on(act, number)
    if row.closed:
        raise Refused(
            sentence(
                "Contribution {number} was made inside the circle, and an invitation is public; cite another, or leave out {option}",
                number=number,
                option=typed("--for"),
            )
        )
    if is_masked(act.session, row.author_id):
        raise Refused(
            sentence(
                "Contribution {number} was made under a pseudonym; an invitation that cites it would tell whose it is. Leave out {option}",
                number=number,
                option=typed("--for"),
            )
        )
    if row.author_id == guest.id:
        return []
    author = act.session.get_one(PersonRow, row.author_id)
    return [sentence("Contribution {number} is by {author}, not by {person}.", number=number, author=author.handle, person=guest.handle)]


def _add(act: Act, guest: PersonRow, offer: _Offer) -> tuple[MemberRow, str]:
    """Enter an invitation; gives its token, which is kept nowhere."""
    assert guest.id is not None
    token = secrets.token_hex(16)
    row = MemberRow(
        cycle_id=act.id,
        number=next_number(act, MemberRow),
        person_id=guest.id,
        role=offer.role,
        status="invited",
        because=offer.because,
        salt=record.salt(),
        contribution=offer.contribution,
        topic=offer.topic,
        until=offer.until,
        expires=offer.expires,
        board=offer.board,
        token_digest=token_digest(token),
        at=act.now,
    )
    act.session.add(row)
    act.session.flush()
    return row, token


def _noted(row: MemberRow) -> dict[str, Any]:
    """What the record holds of an offer, beside to whom and why: all of it is public."""
    return {
        "role": row.role,
        "contribution": row.contribution,
        "topic": row.topic,
        "until": None if row.until is None else row.until.isoformat(),
        "expires": None if row.expires is None else row.expires.isoformat(),
        "board": row.board,
    }


def _invitation(row: MemberRow, guest: PersonRow, token: str, warnings: Sequence[str] = ()) -> Invitation:
    return Invitation(
        token=token,
        person=guest.handle,
        role=cast("Place", row.role),
        because=row.because,
        until=row.until,
        contribution=row.contribution,
        topic=row.topic,
        expires=row.expires,
        board=row.board,
        warnings=tuple(warnings),
    )
