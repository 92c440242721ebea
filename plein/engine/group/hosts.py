"""The hosts of a cycle: they are made at once, without an invitation, and one of them always stays."""

from __future__ import annotations

from plein.engine.desk import Act
from plein.engine.group.places import in_force, member_views
from plein.engine.group.views import Member
from plein.engine.inventory.topics import topics_hosted
from plein.engine.room import CycleRoom
from plein.engine.rows.handles import checked_handle
from plein.engine.rows.of_cycle import next_number
from plein.engine.rows.people import known, somebody
from plein.engine.rows.written import reason
from plein.errors import NotFound, Refused
from plein.sentences import sentence
from plein.store import record
from plein.store.tables.cycle import MemberRow


class HostsRoom(CycleRoom):
    """What hosts do about hosts."""

    def host(self, person: str, because: str, *, end: bool = False, revision: int | None = None) -> Member:
        """Make somebody a host, at once and in public; they need not have been seen before. Or let one go.

        Whoever is let go keeps whatever other place they have in the circle.

        Args:
            person: Their id.
            because: Why; everybody can read it.
            end: Let them go as a host.
            revision: The revision the writer has read.

        Raises:
            Refused: They are a host already; or they are the last one, or a topic is still theirs to host.
            NotFound: Whoever should go is no host of this cycle.

        >>> housing.group.host("joe", "Knows the harbour.").role
        'host'
        >>> housing.group.host("joe", "Moved away.", end=True).status
        'removed'
        """
        return self._let_go(person, because, revision) if end else self._appoint(person, because, revision)

    def _appoint(self, person: str, because: str, revision: int | None) -> Member:
        why, handle = reason(because, sentence("Making somebody a host")), checked_handle(person)
        with self._act("appoint-host", revision=revision) as act:
            guest = somebody(act.session, handle, act.now, self._desk.asking(act.roles))
            assert guest.id is not None
            if any(row.person_id == guest.id for row in _hosts(act)):
                raise Refused(sentence("{person} is a host of {slug} already.", person=handle, slug=self._slug))
            salt = record.salt()
            row = MemberRow(
                cycle_id=act.id,
                number=next_number(act, MemberRow),
                person_id=guest.id,
                role="host",
                status="accepted",
                because=why,
                salt=salt,
                at=act.now,
            )
            act.session.add(row)
            act.session.flush()
            act.note(member=row.number, person=guest.key, seal=record.seal(salt, why))
            return member_views(act, [row])[0]

    def _let_go(self, person: str, because: str, revision: int | None) -> Member:
        why, handle = reason(because, sentence("Letting a host go")), checked_handle(person)
        with self._act("appoint-host", name="end-host", revision=revision) as act:
            guest, hosts = known(act.session, handle), _hosts(act)
            row = next((one for one in hosts if guest is not None and one.person_id == guest.id), None)
            if guest is None or row is None:
                raise NotFound(
                    sentence(
                        "{person} is no host of {slug}; see {command}",
                        person=handle,
                        slug=self._slug,
                        command=f"plein group list {self._slug}",
                    )
                )
            if len(hosts) == 1:
                raise Refused(
                    sentence(
                        "{person} is the last host of {slug}; make somebody else a host first: {command}",
                        person=handle,
                        slug=self._slug,
                        command=f"plein group host {self._slug} PERSON --because TEXT",
                    )
                )
            _refuse_topics(act, row)
            row.status, row.removed_because = "removed", why
            act.session.flush()
            act.note(member=row.number, person=guest.key, because=why)
            return member_views(act, [row])[0]


def _hosts(act: Act) -> list[MemberRow]:
    return [row for row in in_force(act) if row.role == "host"]


def _refuse_topics(act: Act, host: MemberRow) -> None:
    """A conversation without its host is nobody's: another one comes first."""
    topics = topics_hosted(act, host.person_id)
    if topics:
        raise Refused(
            sentence(
                "These topics are still theirs to host: {topics}. Give each another host first: {command}",
                topics=", ".join(topics),
                command=f"plein topic change {act.cycle.slug} TOPIC --host PERSON",
            )
        )
