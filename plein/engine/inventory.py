"""The inventory: what people say in the open before anything is written, and how they keep the conversation in order."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlmodel import col

from plein.engine.desk import Act, Desk, Sight, checked_handle, everyone_at_once, exists
from plein.engine.said import reason, said
from plein.engine.views import Contribution, Nudge
from plein.errors import NotFound, Refused, Unusable
from plein.store import record
from plein.store.tables import ContributionRow, NudgeRow, PersonRow, SupportRow

KINDS = ("opinion", "position", "experience", "question", "idea")
LONGEST = 20_000
"""Code points in one contribution; more is a document, not a contribution."""


@dataclass(frozen=True, slots=True)
class Outside:
    """Something said elsewhere, to be taken in with where it comes from."""

    text: str
    author: str
    kind: str = "opinion"
    topic: str | None = None
    said: str | None = None
    source: str | None = None
    link: str | None = None


class InventoryRoom(Desk):
    """What people do in the inventory."""

    def contribute(
        self,
        slug: str,
        text: str,
        *,
        kind: str = "opinion",
        reply_to: int | None = None,
        topic: str | None = None,
        revision: int | None = None,
    ) -> Contribution:
        """Say something in the open.

        Args:
            slug: The cycle.
            text: What is said; at most 20,000 code points.
            kind: One of ``opinion position experience question idea``.
            reply_to: Number of the contribution this answers.
            topic: What it is about, if the inventory has topics.
            revision: The revision the writer has read.

        Raises:
            Unusable: An empty text, one too long, an unknown kind.
            NotFound: There is no such contribution to reply to.
        """
        words = _checked(text)
        if kind not in KINDS:
            raise Unusable(f"“{kind}” is no kind of contribution; choose one of: {', '.join(KINDS)}")
        with self._act(slug, "contribute", revision=revision) as act:
            if reply_to is not None:
                contribution_row(act, reply_to)
            row = _add(act, _next(act), act.by, words, kind=kind, topic=topic, reply_to=reply_to)
            act.session.flush()
            act.closed = row.closed
            act.note(contribution=row.number, kind=kind, topic=topic, reply_to=reply_to, seal=record.seal(row.salt, row.text))
            return _views(act, [row])[0]

    def contributions(self, slug: str) -> tuple[Contribution, ...]:
        """Everything said in the inventory, in order of arrival; hidden items as their tombstone."""
        with self._look(slug) as sight:
            query = select(ContributionRow).where(col(ContributionRow.cycle_id) == sight.id).order_by(col(ContributionRow.number))
            return _views(sight, [row for row in sight.session.execute(query).scalars() if sight.inside or not row.closed])

    def contribution(self, slug: str, number: int) -> Contribution:
        """One contribution."""
        with self._look(slug) as sight:
            return _views(sight, [contribution_row(sight, number)])[0]

    def support(self, slug: str, number: int, *, revision: int | None = None) -> Contribution:
        """Stand behind a contribution; doing it twice adds nothing."""
        with self._act(slug, "support", revision=revision, closed=True) as act:
            row = contribution_row(act, number)
            there = select(SupportRow).where(col(SupportRow.contribution_id) == row.id, col(SupportRow.person_id) == act.by)
            if row.author_id == act.by:
                raise Refused(f"Contribution {number} is your own; support is for what others say.")
            if act.session.execute(there).first():
                act.nothing()
            else:
                act.session.add(SupportRow(contribution_id=_key(row), person_id=act.by, at=act.now))
                act.session.flush()
                act.note(contribution=number)
            return _views(act, [row])[0]

    def nudge(self, slug: str, number: int, because: str, *, revision: int | None = None) -> Contribution:
        """Call the author of a contribution to order, with a reason; once per person."""
        why = reason(because, "A nudge")
        with self._act(slug, "nudge", revision=revision) as act:
            row = contribution_row(act, number)
            act.closed = row.closed
            there = select(NudgeRow).where(col(NudgeRow.contribution_id) == row.id, col(NudgeRow.person_id) == act.by)
            if act.session.execute(there).first():
                raise Refused(f"You have nudged contribution {number} already; the hosts see it.")
            salt = record.salt()
            act.session.add(NudgeRow(contribution_id=_key(row), person_id=act.by, because=why, salt=salt, at=act.now))
            act.session.flush()
            act.note(contribution=number, seal=record.seal(salt, why))
            return _views(act, [row])[0]

    def hide(self, slug: str, number: int, because: str, *, revision: int | None = None) -> Contribution:
        """Hide a contribution, the host's last resort: its place stays, with the reason on it."""
        why = reason(because, "Hiding")
        with self._act(slug, "hide", revision=revision) as act:
            row = contribution_row(act, number)
            act.closed = row.closed
            if row.hidden_because is not None:
                raise Refused(f"Contribution {number} is hidden already: {row.hidden_because}")
            row.hidden_because = why
            act.note(contribution=number, because=why)
            act.session.flush()
            return _views(act, [row])[0]

    def import_contributions(
        self, slug: str, items: Iterable[Outside], *, dry_run: bool = False, revision: int | None = None
    ) -> tuple[Contribution, ...]:
        """Take in what was said elsewhere, with its source. The same item twice adds nothing.

        Returns:
            Those that are new, in the order given.
        """
        with self._act(slug, "import-contributions", revision=revision, dry_run=dry_run) as act:
            there = set(
                act.session.execute(select(col(ContributionRow.source_digest)).where(col(ContributionRow.cycle_id) == act.id)).scalars()
            )
            fresh: list[tuple[str, Outside]] = []
            for item in map(_usable, items):
                digest = _source_digest(item)
                if digest not in there:
                    there.add(digest)
                    fresh.append((digest, item))
            everyone_at_once(act.session, [item.author for _, item in fresh], act.now)
            people = _people(act, [item.author for _, item in fresh])
            first, rows = _next(act), []
            for number, (digest, item) in enumerate(fresh, first):
                row = _add(act, number, _id(people[item.author]), item.text, kind=item.kind, topic=item.topic)
                row.said, row.source, row.link, row.source_digest = item.said, item.source, item.link, digest
                rows.append(row)
            act.session.flush()
            if rows:
                act.note(
                    contributions=[row.number for row in rows],
                    authors=[people[item.author].key for _, item in fresh],
                    seals=[record.seal(row.salt, row.text) for row in rows],
                )
            else:
                act.nothing()
            return _views(act, rows)


def _usable(item: Outside) -> Outside:
    """The item as it will be kept, every field of it a text."""
    if item.kind not in KINDS:
        raise Unusable(f"“{item.kind}” is no kind of contribution; choose one of: {', '.join(KINDS)}")
    return Outside(
        text=_checked(item.text),
        author=checked_handle(item.author),
        kind=item.kind,
        topic=said(item.topic),
        said=said(item.said),
        source=said(item.source),
        link=said(item.link),
    )


def _source_digest(item: Outside) -> str:
    parts = [item.text.strip(), item.author.strip(), item.said or "", item.source or "", item.link or ""]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def _add(
    act: Act, number: int, author: int, text: str, *, kind: str, topic: str | None = None, reply_to: int | None = None
) -> ContributionRow:
    row = ContributionRow(
        cycle_id=act.id,
        number=number,
        author_id=author,
        kind=kind,
        topic=said(topic),
        text=text,
        closed=act.behind_doors,
        salt=record.salt(),
        reply_to=reply_to,
        at=act.now,
    )
    act.session.add(row)
    return row


def _next(act: Act) -> int:
    newest = act.session.execute(select(func.max(ContributionRow.number)).where(col(ContributionRow.cycle_id) == act.id)).scalar()
    return (newest or 0) + 1


def contribution_row(sight: Sight, number: int) -> ContributionRow:
    """The row of one contribution."""
    query = select(ContributionRow).where(col(ContributionRow.cycle_id) == sight.id, col(ContributionRow.number) == number)
    found: ContributionRow | None = sight.session.execute(query).scalar_one_or_none() if exists(number) else None
    if found is None or (found.closed and not sight.inside):
        raise NotFound(f"There is no contribution {number} in {sight.cycle.slug}; see them all: plein inventory list {sight.cycle.slug}")
    return found


def _key(row: ContributionRow) -> int:
    assert row.id is not None
    return row.id


def _people(act: Act, handles: Sequence[str]) -> Mapping[str, PersonRow]:
    wanted = {handle.strip() for handle in handles}
    return {row.handle: row for row in act.session.execute(select(PersonRow).where(col(PersonRow.handle).in_(wanted))).scalars()}


def _id(person: PersonRow) -> int:
    assert person.id is not None
    return person.id


def _views(sight: Sight, rows: Sequence[ContributionRow]) -> tuple[Contribution, ...]:
    keys = [row.id for row in rows]
    session = sight.session
    everything = len(keys) > 500  # a long IN list costs more than reading the cycle's
    ours = select(col(ContributionRow.id)).where(col(ContributionRow.cycle_id) == sight.id) if everything else keys
    counted = (
        select(col(SupportRow.contribution_id), func.count())
        .where(col(SupportRow.contribution_id).in_(ours))
        .group_by(col(SupportRow.contribution_id))
    )
    supports: dict[int, int] = {row[0]: row[1] for row in session.execute(counted)}
    nudges: dict[int, list[Nudge]] = defaultdict(list)
    for nudge, handle in session.execute(
        select(NudgeRow, col(PersonRow.handle))
        .join(PersonRow, col(PersonRow.id) == col(NudgeRow.person_id))
        .where(col(NudgeRow.contribution_id).in_(ours))
        .order_by(col(NudgeRow.id))
    ):
        nudges[nudge.contribution_id].append(Nudge(handle, nudge.because, nudge.at))
    authors = names(sight, {row.author_id for row in rows})
    host = "host" in sight.roles
    return tuple(
        Contribution(
            id=row.number,
            author=authors[row.author_id],
            kind=row.kind,
            topic=row.topic,
            text=row.text if row.hidden_because is None or host else None,
            reply_to=row.reply_to,
            supports=supports.get(row.id or 0, 0),
            nudges=tuple(nudges.get(row.id or 0, ())),
            hidden=row.hidden_because,
            source=row.source,
            link=row.link,
            said=row.said,
            at=row.at,
        )
        for row in rows
    )


def names(sight: Sight, keys: Iterable[int]) -> Mapping[int, str]:
    """The ids by which the outside world knows these people."""
    wanted = set(keys)
    query = select(col(PersonRow.id), col(PersonRow.handle))
    if len(wanted) <= 500:
        query = query.where(col(PersonRow.id).in_(wanted))
    return {key: handle for key, handle in sight.session.execute(query) if key is not None}


def _checked(text: str) -> str:
    found = said(text)
    if found is None:
        raise Unusable("The contribution is empty; say something, or pass - to read it from standard input.")
    if len(found) > LONGEST:
        raise Unusable(f"The contribution has {len(found):,} characters; at most {LONGEST:,} go in one.")
    return found
