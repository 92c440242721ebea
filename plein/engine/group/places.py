"""The circle as it stands: who has a place in it, why, and how a place ends. Who is in it is public; what they write is not."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from datetime import datetime
from typing import cast

from sqlmodel import col

from plein.engine.desk import Act, Sight
from plein.engine.group.views import Member
from plein.engine.room import CycleRoom
from plein.engine.rows.erased import ERASED
from plein.engine.rows.handles import checked_handle
from plein.engine.rows.of_cycle import rows_of
from plein.engine.rows.people import known, names
from plein.engine.rows.places import hosts_now
from plein.engine.rows.written import reason
from plein.errors import NotFound
from plein.sentences import sentence
from plein.store.tables.cycle import MemberRow, PersonRow
from plein.vocabulary import PlaceStatus, Role


class PlacesRoom(CycleRoom):
    """What people do with the circle as it stands."""

    def list(self) -> tuple[Member, ...]:
        """Who was invited into the circle and why, hosts first, in order of invitation. Public.

        >>> [(place.person, place.role) for place in piet.group.list()]
        [('anna', 'host'), ('hugo', 'host')]
        """
        with self._look() as sight:
            return member_views(sight, sorted(rows_of(sight, MemberRow), key=lambda row: row.role != "host"))

    def remove(self, person: str, because: str, *, revision: int | None = None) -> Member:
        """End somebody's place in the circle, or take an invitation back that was not accepted, with a reason.

        Args:
            person: Their id.
            because: Why; everybody can read it.
            revision: The revision the writer has read.

        Raises:
            NotFound: They have neither. A host's place is ended with :meth:`host`.

        >>> invited = housing.group.invite("joe", role="adviser", because="Counts trees.")
        >>> housing.group.remove("joe", "The group is full.").status
        'withdrawn'
        """
        why = reason(because, sentence("Removing somebody"))
        with self._act("remove-member", revision=revision) as act:
            guest = known(act.session, checked_handle(person))
            rows = [] if guest is None else living(act, guest)
            if guest is None or not rows:
                raise _nothing_to_end(act, checked_handle(person))
            withdrawn = [row.number for row in rows if row.status == "invited"]
            for row in rows:
                row.status, row.removed_because = "withdrawn" if row.number in withdrawn else "removed", why
            act.session.flush()
            act.note(person=guest.key, members=[row.number for row in rows], withdrawn=withdrawn, because=why)
            return member_views(act, rows)[-1]


def _nothing_to_end(act: Act, handle: str) -> NotFound:
    slug = act.cycle.slug
    if handle in {host.handle for host in hosts_now(act, act.now)}:
        command = f"plein group host {slug} {shlex.quote(handle)} --end --because TEXT"
        return NotFound(
            sentence("{person} is a host of {slug}, and nothing else; that ends with {command}", person=handle, slug=slug, command=command)
        )
    return NotFound(
        sentence(
            "{person} has no place in the circle of {slug} to end; see {command}",
            person=handle,
            slug=slug,
            command=f"plein group list {slug}",
        )
    )


def living(act: Act, person: PersonRow) -> Sequence[MemberRow]:
    """The places of somebody that have not ended, hosts' aside, and the invitations to one that were not answered, however old."""
    alive = col(MemberRow.status).in_(("invited", "accepted"))
    rows = rows_of(act, MemberRow, col(MemberRow.person_id) == person.id, col(MemberRow.role) != "host", alive)
    return [row for row in rows if status_of(row, act.now) != "ended"]


def in_force(sight: Sight) -> Sequence[MemberRow]:
    """The places in the circle that somebody has now, or may still accept, in order of number."""
    alive = col(MemberRow.status).in_(("invited", "accepted"))
    return [row for row in rows_of(sight, MemberRow, alive) if status_of(row, sight.now) in ("invited", "accepted")]


def status_of(row: MemberRow, now: datetime) -> str:
    """How it stands with a place at a moment: what was done with it last, unless time did something since."""
    if row.status == "invited" and any(moment is not None and moment < now for moment in (row.expires, row.until)):
        return "expired"
    if row.status == "accepted" and row.until is not None and row.until < now:
        return "ended"
    return row.status


def member_views(sight: Sight, rows: Sequence[MemberRow]) -> tuple[Member, ...]:
    """The places as everybody may see them."""
    people = names(sight, {row.person_id for row in rows})
    return tuple(
        Member(
            person=people[row.person_id],
            role=cast("Role", row.role),
            status=cast("PlaceStatus", status_of(row, sight.now)),
            because=row.because or ERASED,
            until=row.until,
            contribution=row.contribution,
            topic=row.topic,
            removed_because=row.removed_because,
            at=row.at,
            expires=row.expires,
            board=row.board,
        )
        for row in rows
    )
