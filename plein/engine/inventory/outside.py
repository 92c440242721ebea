"""Outside talk: what was said elsewhere, taken in as contributions, with where it comes from. Reading files is not here."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlmodel import col

from plein.engine.desk import Act
from plein.engine.fields import too_long
from plein.engine.inventory.contributions import views_of
from plein.engine.inventory.conversations import QUESTION, legible, no_such_topic, open_topics
from plein.engine.inventory.spoken import add_row, checked_kind, checked_text
from plein.engine.inventory.views import Contribution
from plein.engine.room import CycleRoom
from plein.engine.rows.handles import checked_handle
from plein.engine.rows.of_cycle import column_of, next_number
from plein.engine.rows.people import ASKED, Asking, everyone_at_once, look_alikes
from plein.engine.rows.written import said
from plein.errors import BadRows, LooksAlike, Unusable
from plein.sentences import Sentence, clause, printable, sentence
from plein.store import record
from plein.store.tables.cycle import PersonRow
from plein.store.tables.inventory import ContributionRow

_COLUMN = {"said": "date"}
"""What a field is called in a file, where that is another word."""
_AT_ONCE = 500
"""So many people are looked up in one statement; databases choke on longer lists."""


@dataclass(frozen=True, slots=True)
class Outside:
    """Something said elsewhere, to be taken in with where it comes from.

    Attributes:
        text: What was said; at most 20,000 characters, unless the organisation says otherwise.
        author: Id of the person who said it.
        kind: One of ``opinion position experience question idea``.
        topic: What it is about; one of the open topics, if the cycle has topics of its own.
        said: When it was said: a date or moment in ISO 8601.
        source: Where it was said.
        link: Where it can be found: an http or https address.
        place: How a refusal calls it: ``talk.csv:7``. Its number in the list unless you say otherwise.
    """

    text: str
    author: str
    kind: str = "opinion"
    topic: str | None = None
    said: str | None = None
    source: str | None = None
    link: str | None = None
    place: str | None = field(default=None, compare=False)


class OutsideTalk(CycleRoom):
    """What hosts do with outside talk."""

    def import_(self, items: Iterable[Outside], *, dry_run: bool = False, revision: int | None = None) -> tuple[Contribution, ...]:
        """Take in what was said elsewhere, all or nothing. The same text by the same author from the same source, date and link adds nothing.

        Args:
            items: What was said, by whom and where; one at a time.
            dry_run: Only say what would happen.
            revision: The revision the writer has read.

        Returns:
            Those that are new, in the order given.

        Raises:
            BadRows: Some cannot be used; every mistake is named as ``place:column: what``.

        >>> from plein import Outside
        >>> heard = Outside("Nobody can pay these rents.", "joe", source="Market, 3 November")
        >>> [one.source for one in housing.inventory.import_([heard])]
        ['Market, 3 November']
        """
        with self._act("import-contributions", revision=revision, dry_run=dry_run) as act:
            fresh = _fresh(act, _usable(act, items, self._desk.organisation.limits, self._desk.asking(act.roles)))
            everyone_at_once(act.session, [item.author for item in fresh.values()], act.now, ASKED)
            people = _people(act, [item.author for item in fresh.values()])
            act.closed = act.behind_doors
            rows = [
                _row(act, number, people, digest, item)
                for number, (digest, item) in enumerate(fresh.items(), next_number(act, ContributionRow))
            ]
            act.session.flush()
            if rows:
                act.note(
                    contributions=[row.number for row in rows],
                    authors=[people[item.author].key for item in fresh.values()],
                    topics=None if open_topics(act) is None else [row.topic for row in rows],  # a mere label is somebody's words
                    seals=[record.seal(row.salt, row.text) for row in rows],
                    origins=[origin_seal(row) for row in rows],
                    inside=act.behind_doors,
                )
            else:
                act.nothing()
            return views_of(act, rows)


def _fresh(act: Act, items: Iterable[Outside]) -> Mapping[str, Outside]:
    """Those that are not there yet, each once, by what tells them apart."""
    there = set(column_of(act, ContributionRow.source_digest))
    found: dict[str, Outside] = {}
    for item in items:
        digest = _source_digest(item)
        if digest not in there:
            found.setdefault(digest, item)
    return found


def _source_digest(item: Outside) -> str:
    parts = [item.text.strip(), item.author.strip(), item.said or "", item.source or "", item.link or ""]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def origin_seal(row: ContributionRow) -> str:
    """What the record holds of where a contribution comes from, and of what it is about."""
    return record.seal(row.salt, row.kind, row.topic, row.source, row.link, row.said, row.source_digest)


def _row(act: Act, number: int, people: Mapping[str, PersonRow], digest: str, item: Outside) -> ContributionRow:
    row = add_row(act, number, people[item.author], item.text, kind=item.kind, topic=item.topic)
    row.said, row.source, row.link, row.source_digest = item.said, item.source, item.link, digest
    return row


def _people(act: Act, handles: Sequence[str]) -> Mapping[str, PersonRow]:
    wanted = sorted(set(handles))
    found: dict[str, PersonRow] = {}
    for first in range(0, len(wanted), _AT_ONCE):
        some = select(PersonRow).where(col(PersonRow.handle).in_(wanted[first : first + _AT_ONCE]))
        found |= {row.handle: row for row in act.session.execute(some).scalars()}
    return found


def _usable(act: Act, items: Iterable[Outside], limits: Mapping[str, int], asking: Asking) -> list[Outside]:
    """The items as they will be kept.

    Raises:
        BadRows: With every mistake in all of them.
    """
    open_now = open_topics(act)
    usable: list[Outside] = []
    mistakes: list[Sentence] = []
    for number, item in enumerate(items, 1):
        long = {_COLUMN.get(field, field): wrong for field, wrong in too_long(item, limits)}
        reader = _Reader(_called(item, number), open_now, long, act.now.astimezone(ZoneInfo(act.cycle.timezone)))
        usable.append(reader.read(item))
        mistakes += reader.mistakes
    alike = look_alikes(act.session, [item.author for item in usable if item.author], asking)
    for number, item in enumerate(usable, 1):
        if item.author in alike:
            what = clause(LooksAlike({item.author: alike[item.author]}).args[0])
            mistakes.append(sentence("{place}:{column}: {what}", place=_called(item, number), column="author", what=what))
    if mistakes:
        raise BadRows(mistakes)
    return usable


def _called(item: Outside, number: int) -> str:
    """How a mistake calls an item: as whoever handed it over does, cut short, or by its number."""
    return printable(item.place, 200) if item.place else sentence("item {number}", number=number)


class _Reader:
    """Reads one item and notes every mistake in it."""

    def __init__(self, place: str, open_now: tuple[str, ...] | None, too_long: Mapping[str, Unusable], now: datetime) -> None:
        self._place = place
        self._open = open_now
        self._now = now
        self._too_long = too_long
        self.mistakes: list[Sentence] = []

    def read(self, item: Outside) -> Outside:
        """The item as it will be kept, as far as it can be."""
        return Outside(
            text=self._field("text", _text, item.text) or "",
            author=self._field("author", _author, item.author) or "",
            kind=self._field("kind", checked_kind, item.kind) or "",
            topic=self._field("topic", self._topic, item.topic),
            said=self._field("date", self._moment, item.said),
            source=self._field("source", said, item.source),
            link=self._field("link", _address, item.link),
            place=self._field("place", str, item.place),
        )

    def _field(self, column: str, read: Callable[[str], str | None], value: str | None) -> str | None:
        try:
            if column in self._too_long:
                raise self._too_long[column]
            return None if value is None else read(value)
        except Unusable as mistake:
            self.mistakes.append(sentence("{place}:{column}: {what}", place=self._place, column=column, what=clause(mistake.args[0])))
            return None

    def _moment(self, text: str) -> str | None:
        """A date or moment as it was written, if it is one that has been; one without a zone is in the cycle's."""
        found = said(text)
        if found is None:
            return None
        if _to_come(found, self._now):
            raise Unusable(sentence("“{text}” is still to come, and this was said before", text=legible(found)))
        return found

    def _topic(self, name: str) -> str | None:
        found = said(name)
        if found is None or found == QUESTION:
            return None
        if self._open is not None and found not in self._open:
            raise Unusable(no_such_topic(found, self._open))
        return found


def _text(text: str) -> str:
    if not text.strip():
        raise Unusable(sentence("empty"))
    return checked_text(text)


def _author(handle: str) -> str:
    if not handle.strip():
        raise Unusable(sentence("empty"))
    return checked_handle(handle)


def _to_come(written: str, now: datetime) -> bool:
    """Whether a date lies after today, or a moment after now.

    Raises:
        Unusable: It is neither.
    """
    try:
        return date.fromisoformat(written) > now.date()
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        raise Unusable(sentence("“{text}” is no date; write it like 2026-11-27", text=legible(written))) from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=now.tzinfo)) > now


def _address(text: str) -> str | None:
    found = said(text)
    if found is not None and not found.lower().startswith(("http://", "https://")):
        raise Unusable(sentence("“{text}” is no http or https address", text=legible(found)))
    return found
