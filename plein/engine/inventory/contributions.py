"""The inventory: what people say in the open before anything is written, and how they keep the conversation in order.

What was said elsewhere comes in through ``outside``; the topics it is about have a room of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import func, or_, select
from sqlmodel import col

from plein.engine.desk import Act, Sight
from plein.engine.inventory.conversations import belongs, inherited, label, opened_topics
from plein.engine.inventory.nudges import hide_nudge, nudges_on
from plein.engine.inventory.spoken import add_row, checked_kind, checked_text, how_seal
from plein.engine.inventory.views import Contribution
from plein.engine.people.behalf import refuse_unfit, take_over
from plein.engine.people.pseudonyms import faces, is_own, put_on
from plein.engine.room import CycleRoom
from plein.engine.rows.erased import ERASED, WITHDRAWN
from plein.engine.rows.of_cycle import next_number, row_of, rows_of
from plein.engine.rows.written import reason
from plein.errors import NotFound, Refused, Unusable
from plein.sentences import sentence
from plein.store import record
from plein.store.tables.inventory import ContributionRow, LinkRow, NudgeRow, SupportRow
from plein.vocabulary import ContributionKind


class Contributions(CycleRoom):
    """What people do in the inventory."""

    def add(
        self,
        text: str,
        kind: ContributionKind = "opinion",
        topic: str | None = None,
        reply_to: int | None = None,
        *,
        pseudonym: str | None = None,
        author: str | None = None,
        received: str | datetime | None = None,
        late: bool = False,
        because: str | None = None,
        revision: int | None = None,
    ) -> Contribution:
        """Say something in the open.

        Args:
            text: What is said; at most 20,000 characters, unless the organisation says otherwise.
            kind: One of ``opinion position experience question idea``.
            reply_to: Number of the contribution this answers.
            topic: What it is about: the name of an open topic, or ``question`` for the question itself. A reply belongs to the topic of
                what it answers unless it names another. While the cycle has no topics of its own, any label will do.
            pseudonym: The name it is said under, instead of one's own id. Hosts can see whose it is; nobody else can, nor the record.
            author: Whose it is, where a host enters it for somebody else; the record says both.
            received: When it came: a moment, or ISO 8601 text (a date alone: that day).
            late: Whether it came after the inventory had closed. A host then takes it in without opening the inventory for others, and
                everybody sees that it was late.
            because: How it came, such as "by letter"; everybody can read it. Asked for with *author*.
            revision: The revision the writer has read.

        Raises:
            Unusable: An empty text, one too long, an unknown kind, a pseudonym that is somebody else's or reads like anybody's name.
            NotFound: There is no such contribution to reply to.
            Refused: The topic is not open, and the sentence names those that are; or what it answers is hidden or withdrawn; or it is not late.
            NotAllowed: Somebody who is no host enters something for another.

        >>> piet.inventory.add("My son has been waiting for nine years.", kind="experience").kind
        'experience'
        >>> housing.inventory.add("My hands shake.", author="ria", received="2026-11-20", because="by letter").entered_by
        'anna'
        """
        words, sort = checked_text(text), checked_kind(kind, self._desk.organisation.terms)
        refuse_unfit(author, received, late, because)
        if author is not None and pseudonym is not None:
            raise Unusable(sentence("What is entered for somebody stands under their own id; leave out the pseudonym."))
        with self._act(
            "contribute" if author is None else None, name=None if author is None else "contribute-for", revision=revision
        ) as act:
            person, how = act.actor, None
            if author is not None:
                person, how = take_over(
                    act, "contribute", self._desk.asking(act.roles), author=author, received=received, late=late, because=because
                )
            answered = None if reply_to is None else row_to_build_on(act, reply_to)
            if late and answered is not None and answered.closed:
                raise Refused(
                    sentence("Contribution {number} was said inside the circle; what came late is for everybody to read.", number=reply_to)
                )
            about = label(act, topic, late=late) if topic is not None or answered is None else inherited(act, answered.topic, late=late)
            if pseudonym is not None:
                put_on(act, pseudonym)
                person = act.actor
            row = add_row(act, next_number(act, ContributionRow), person, words, kind=sort, topic=about, reply_to=reply_to, how=how)
            row.closed = row.closed or (answered is not None and answered.closed)
            act.session.flush()
            act.closed = row.closed
            act.note(contribution=row.number, kind=sort, topic=row.topic, reply_to=reply_to, seal=record.seal(row.salt, row.text))
            if how is not None:
                act.note(author=person.key, how=how_seal(row), **how.told)
            return views_of(act, [row])[0]

    def list(self, *, topic: str | None = None) -> tuple[Contribution, ...]:
        """Everything said in the inventory, in order of arrival; hidden items as their tombstone.

        Args:
            topic: Only what is about this; ``question`` for what is about the question itself.

        Raises:
            NotFound: The cycle has topics of its own, and this is none that this person can see.

        >>> [one.author for one in piet.inventory.list()]
        ['piet', 'kim']
        """
        with self._look() as sight:
            about = () if topic is None else (belongs(sight, topic, col(ContributionRow.topic)),)
            return views_of(sight, [row for row in rows_of(sight, ContributionRow, *about) if sight.inside or not row.closed])

    def show(self, number: int) -> Contribution:
        """One contribution.

        >>> piet.inventory.show(1).kind
        'experience'
        """
        with self._look() as sight:
            return views_of(sight, [contribution_row(sight, number)])[0]

    def support(self, number: int, *, revision: int | None = None) -> Contribution:
        """Stand behind a contribution; doing it twice adds nothing.

        Support that was given inside the circle counts there, until it is given again before everyone.

        Args:
            number: The contribution.
            revision: The revision the writer has read.

        Raises:
            NotFound: There is no such contribution.
            Refused: It is one's own, or hidden.

        >>> kim.inventory.support(1).supports
        1
        """
        with self._act("support", revision=revision, closed=True) as act:
            row = row_to_build_on(act, number)
            inside = act.behind_doors or row.closed
            there = select(SupportRow).where(col(SupportRow.contribution_id) == row.id, col(SupportRow.person_id) == act.by)
            if is_own(act.session, row.author_id, act.by):
                raise Refused(sentence("Contribution {number} is your own; support is for what others say.", number=number))
            given = act.session.execute(there).scalar_one_or_none()
            if given is not None and (inside or not given.closed):
                act.nothing()
            else:
                given = given or SupportRow(contribution_id=_key(row), person_id=act.by, at=act.now)
                given.closed, given.at = inside, act.now
                act.session.add(given)
                act.session.flush()
                act.note(contribution=number, inside=inside)
            return views_of(act, [row])[0]

    def nudge(self, number: int, because: str, *, revision: int | None = None) -> Contribution:
        """Call the author of a contribution to order, with a reason; once per person.

        Args:
            number: The contribution.
            because: What is out of order about it; everybody can read it, or inside the circle everybody there.
            revision: The revision the writer has read.

        Raises:
            NotFound: There is no such contribution.
            Refused: It is hidden, or was nudged by this person before.

        >>> [nudge.because for nudge in kim.inventory.nudge(1, "Stay with the question.").nudges]
        ['Stay with the question.']
        """
        why = reason(because, "A nudge")
        with self._act("nudge", revision=revision) as act:
            row = row_to_build_on(act, number)
            act.closed = act.behind_doors or row.closed
            there = select(NudgeRow).where(col(NudgeRow.contribution_id) == row.id, col(NudgeRow.person_id) == act.by)
            if act.session.execute(there).first():
                raise Refused(sentence("You have nudged contribution {number} already; the hosts see it.", number=number))
            salt = record.salt()
            act.session.add(NudgeRow(contribution_id=_key(row), person_id=act.by, because=why, salt=salt, closed=act.closed, at=act.now))
            act.session.flush()
            act.note(contribution=number, seal=record.seal(salt, why))
            return views_of(act, [row])[0]

    def hide(self, number: int, because: str, *, nudge: str | None = None, revision: int | None = None) -> Contribution:
        """Hide a contribution, the host's last resort: its place stays, with the reason on it.

        Args:
            number: The contribution.
            because: Why; everybody can read it.
            nudge: Hide instead the words of a nudge on it: that of the person with this id. That there was one stays, with the reason.
            revision: The revision the writer has read.

        Raises:
            NotFound: There is no such contribution, or no nudge of this person on it.
            Refused: It is hidden already.

        >>> housing.inventory.hide(1, "It names a neighbour.").hidden
        'It names a neighbour.'
        >>> piet.inventory.show(1).text is None
        True
        """
        why = reason(because, "Hiding")
        with self._act("hide", revision=revision) as act:
            row = contribution_row(act, number)
            if nudge is not None:
                hide_nudge(act, row, nudge, why)
                act.session.flush()
                return views_of(act, [row])[0]
            act.closed = row.closed
            if row.hidden_because is not None:
                raise Refused(sentence("Contribution {number} is hidden already: {because}", number=number, because=row.hidden_because))
            row.hidden_because = why
            act.note(contribution=number, because=why)
            act.session.flush()
            return views_of(act, [row])[0]


def contribution_row(sight: Sight, number: int) -> ContributionRow:
    """The row of one contribution."""
    found = row_of(sight, ContributionRow, number)
    if found is None or (found.closed and not sight.inside):
        slug = sight.cycle.slug
        all_of_them = f"plein inventory list {slug}"
        raise NotFound(
            sentence("There is no contribution {number} in {slug}; see them all: {command}", number=number, slug=slug, command=all_of_them)
        )
    return found


def row_to_build_on(act: Act, number: int) -> ContributionRow:
    """The row of one contribution that somebody wants to add something to: support, an answer, a nudge, a link, or to cite.

    Raises:
        NotFound: There is no such contribution, or not for this person.
        Refused: A host hid it, or its author took it back. Nothing is added to what most people cannot read.
    """
    row = contribution_row(act, number)
    if row.withdrawn is not None:
        raise Refused(sentence("Contribution {number} was withdrawn by its author; nothing can be added to it any more.", number=number))
    if row.hidden_because is None:
        return row
    if "host" in act.roles:
        command = f"plein inventory unhide {act.cycle.slug} {number} --because T"
        raise Refused(
            sentence(
                "Contribution {number} is hidden ({because}); unhide it first: {command}",
                number=number,
                because=row.hidden_because,
                command=command,
            )
        )
    raise Refused(
        sentence("Contribution {number} is hidden ({because}); nothing can be added to it.", number=number, because=row.hidden_because)
    )


def _key(row: ContributionRow) -> int:
    assert row.id is not None
    return row.id


def views_of(sight: Sight, rows: Sequence[ContributionRow]) -> tuple[Contribution, ...]:
    """The contributions as this person may see them."""
    keys = [row.id for row in rows]
    everything = len(keys) > 500  # a long IN list costs more than reading the cycle's
    ours = select(col(ContributionRow.id)).where(col(ContributionRow.cycle_id) == sight.id) if everything else keys
    supports, nudges = _supports(sight, ours), nudges_on(sight, ours)
    links = _links(sight, None if everything else [row.number for row in rows])
    authors = faces(sight, {row.author_id for row in rows} | {row.entered_by for row in rows if row.entered_by is not None})
    host = "host" in sight.roles
    topics = set() if all(row.hidden_because is None and row.withdrawn is None for row in rows) else opened_topics(sight)
    found = []
    for row in rows:
        shown, erased = (row.hidden_because is None or host) and row.withdrawn is None, row.erased
        gone = ERASED if erased else None if row.withdrawn is None else WITHDRAWN
        author = authors[row.author_id]
        found.append(
            Contribution(
                id=row.number,
                author=author.handle,
                kind=cast("ContributionKind", row.kind),
                topic=row.topic if shown or row.topic in topics else None,
                text=row.text if shown and not erased else None,
                reply_to=row.reply_to,
                supports=supports.get(row.id or 0, 0),
                nudges=tuple(nudges.get(row.id or 0, ())),
                hidden=row.hidden_because or gone,
                source=row.source if shown else None,
                link=row.link if shown else None,
                said=row.said if shown else None,
                links=tuple(sorted(links.get(row.number, ()))),
                at=row.at,
                name=author.name,
                behind=author.behind,
                erased=erased,
                changed=row.changed,
                withdrawn=row.withdrawn,
                entered_by=None if row.entered_by is None else authors[row.entered_by].handle,
                entered_because=row.entered_because,
                received=row.received,
                late=row.late,
            )
        )
    return tuple(found)


def _supports(sight: Sight, ours: Any) -> Mapping[int, int]:
    counts = (
        select(col(SupportRow.contribution_id), func.count())
        .where(col(SupportRow.contribution_id).in_(ours))
        .group_by(col(SupportRow.contribution_id))
    )
    if not sight.inside:
        counts = counts.where(col(SupportRow.closed).is_(False))
    return {row[0]: row[1] for row in sight.session.execute(counts)}


def _links(sight: Sight, numbers: Sequence[int] | None) -> Mapping[int, list[int]]:
    """What each contribution is linked to, of all or of some, as far as this person may see both ends."""
    query = select(col(LinkRow.one), col(LinkRow.other)).where(col(LinkRow.cycle_id) == sight.id)
    if numbers is not None:
        query = query.where(or_(col(LinkRow.one).in_(numbers), col(LinkRow.other).in_(numbers)))
    if not sight.inside:
        query = query.where(col(LinkRow.closed).is_(False))
    found: dict[int, list[int]] = defaultdict(list)
    for one, other in sight.session.execute(query):
        found[one].append(other)
        found[other].append(one)
    return found
