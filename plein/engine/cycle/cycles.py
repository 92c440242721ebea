"""The cycles there are, and how another begins: from nothing, or as the next of a series, with what the one before it left behind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlmodel import col

from plein.engine.cycle.moves import cycle_view
from plein.engine.cycle.views import Cycle
from plein.engine.desk import PUBLIC, Act, Visit
from plein.engine.room import Room
from plein.engine.rows.cycles import kept, load_cycle, no_cycle, rules_of
from plein.engine.rows.of_cycle import Of, rows_of
from plein.engine.rows.places import hosts_now, roles_of
from plein.engine.rows.written import said
from plein.errors import BadDefinition, NotAllowed, NotFound, Refused, Unusable
from plein.language import LANGUAGES
from plein.limits import hold
from plein.sentences import either, listed, printable, sentence, typed
from plein.store import record
from plein.store.tables.cycle import CycleRow, MemberRow, PersonRow, StepRow
from plein.vocabulary import BuiltIn, LanguageCode
from plein.workflow import BUILT_IN, Definition, check_zone
from plein.workflow.unworkable import unworkable

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_BEGAN = str(sentence("began the cycle"))
_HOSTED = str(sentence("hosted the cycle before"))


class Cycles(Room):
    """The cycles of a database: ``plein cycle new`` and ``plein cycle list``."""

    def list(self) -> tuple[Cycle, ...]:
        """All cycles that this person may read, the newest first.

        >>> [cycle.slug for cycle in anna.cycles.list()]
        ['housing']
        """
        with self._look_outside() as visit:
            session = visit.session
            rows = session.execute(select(CycleRow).order_by(col(CycleRow.since).desc(), col(CycleRow.id).desc())).scalars().all()
            sights = (self._desk.sight(session, row) for row in rows)
            return tuple(cycle_view(sight) for sight in sights if sight.reads)

    def new(
        self,
        slug: str,
        *,
        title: str | None = None,
        question: str | None = None,
        definition: BuiltIn | Definition | None = None,
        timezone: str | None = None,
        language: LanguageCode | None = None,
        after: str | None = None,
    ) -> Cycle:
        """Begin a cycle; whoever does is its first host.

        The next of a series takes over what is not said anew: title, question, definition, zone and language; and the hosts, the topics
        with their context notes (closed until a host opens them) and the words to avoid.

        Args:
            slug: The short name it is called by: lower-case letters, digits and hyphens, at most 60.
            title: Its name for people.
            question: What is asked of everyone.
            definition: A built-in definition's name, or a Definition (:func:`plein.workflow.loads` reads one from TOML); ``plein66`` unless
                there is a cycle before it.
            timezone: IANA name of the zone in which its deadlines are meant; ``Europe/Amsterdam`` unless there is a cycle before it.
            language: Language of its pages, ``nl`` or ``en``; ``nl`` unless there is a cycle before it.
            after: The cycle it follows in a series; the person must be a host of that one.

        Raises:
            Unusable: A name or a text that cannot be used.
            NotFound: There is no such definition, or no such cycle to follow.
            NotAllowed: Only a host of a cycle begins the next of its series.
            Refused: There is such a cycle already.

        >>> anna.cycles.new("parks", title="Parks", question="Which park first?", language="en").phase
        'preparation'
        """
        self._desk.identity()
        _refuse_name(slug)
        with self._act_outside() as visit:
            session, actor = visit.session, visit.known_person()
            before = None if after is None else self._before(visit, after, actor)
            rules = _rules(definition, before)
            row = _row(before, rules, visit.now, slug=slug, title=title, question=question, timezone=timezone, language=language)
            if session.execute(select(col(CycleRow.id)).where(col(CycleRow.slug) == slug)).first():
                raise _taken(slug)
            session.add(row)
            try:
                session.flush()
            except IntegrityError:
                raise _taken(slug) from None
            with visit.act(row, "new-cycle", actor=actor, roles=PUBLIC | {"host"}) as act:
                session.add(StepRow(cycle_id=act.id, number=1, phase=rules.start, round=0, opened=act.now))
                act.note(
                    title=row.title,
                    question=row.question,
                    definition=rules.name,
                    definition_seal=record.seal("", record.body(row.definition)),
                    phase=rules.start,
                    timezone=row.timezone,
                    language=row.language,
                    seal=_host(act, 1, act.by, _BEGAN),
                )
                if before is not None:
                    act.note(**_taken_over(act, before))
            return cycle_view(act)

    def _before(self, visit: Visit, slug: str, actor: PersonRow) -> CycleRow:
        """The cycle to follow, for one of its hosts."""
        row = load_cycle(visit.session, slug)
        if "host" not in roles_of(visit.session, row, actor, visit.now):
            if not self._desk.sight(visit.session, row).reads:
                raise no_cycle(slug)
            raise NotAllowed(sentence("Only a host of {slug} can begin the cycle after it.", slug=slug))
        return row


def _refuse_name(slug: str) -> None:
    """What no cycle can be called."""
    if not _SLUG.fullmatch(slug):
        shown = printable(slug, 60)
        raise Unusable(
            sentence("“{slug}” cannot be a cycle's name; use lower-case letters, digits and single hyphens, at most 60.", slug=shown)
        )
    if slug in BUILT_IN:
        raise Unusable(
            sentence(
                "“{slug}” is the name of a definition, so that {command} could mean either; choose another name.",
                slug=slug,
                command=f"plein cycle rules {slug}",
            )
        )


def _row(
    before: CycleRow | None,
    rules: Definition,
    now: datetime,
    *,
    slug: str,
    title: str | None,
    question: str | None,
    timezone: str | None,
    language: str | None,
) -> CycleRow:
    """The row of a new cycle."""
    name = said(title) if title is not None or before is None else before.title
    asked = said(question) if question is not None or before is None else before.question
    zone = timezone if timezone is not None else before.timezone if before else "Europe/Amsterdam"
    tongue = language if language is not None else before.language if before else "nl"
    if not name or not asked:
        raise Unusable(
            sentence(
                "A cycle needs a title and a question; give both: {options}",
                options=typed(listed(["--title", "--question"]), "title= and question="),
            )
        )
    if tongue not in LANGUAGES:
        raise Unusable(
            sentence(
                "There are no words in “{language}” yet; choose one of: {known}", language=printable(tongue), known=", ".join(LANGUAGES)
            )
        )
    check_zone(zone)
    return CycleRow(
        slug=slug,
        title=name,
        question=asked,
        definition=kept(rules),
        timezone=zone,
        language=tongue,
        phase=rules.start,
        since=now,
        after=before.id if before else None,
        avoid=before.avoid if before else None,
    )


def _rules(definition: str | Definition | None, before: CycleRow | None) -> Definition:
    if definition is None and before is not None:
        return rules_of(before)
    asked = "plein66" if definition is None else definition
    rules = BUILT_IN.get(asked) if isinstance(asked, str) else asked
    if rules is None:
        raise NotFound(
            sentence(
                "There is no definition “{name}”; choose {known}, or name a TOML file.",
                name=printable(str(asked)),
                known=either(BUILT_IN),
            )
        )
    if isinstance(asked, Definition):
        hold("definition", record.body(asked.to_data()), {})
    if isinstance(asked, Definition) and (found := [told for _, told in unworkable(rules.to_data())]):
        raise BadDefinition(rules.name, found)
    return rules


def _taken(slug: str) -> Refused:
    return Refused(sentence("There is a cycle “{slug}” already; choose another name.", slug=slug))


def _host(act: Act, number: int, person: int, because: str) -> str:
    """Enter a host; gives the seal of the reason."""
    salt = record.salt()
    act.session.add(
        MemberRow(cycle_id=act.id, number=number, person_id=person, role="host", status="accepted", because=because, salt=salt, at=act.now)
    )
    return record.seal(salt, because)


def _taken_over(act: Act, before: CycleRow) -> Mapping[str, Any]:
    """Hosts and topics of the cycle before; gives what the record says of them."""
    from plein.engine.inventory.topics import topic_note  # here, not above: few cycles follow another
    from plein.store.tables.inventory import TopicRow

    assert before.id is not None
    there = Of(act.session, before.id)
    hosts = [host for host in hosts_now(there, act.now) if host.id != act.by and host.erased is None]
    places = []
    for number, host in enumerate(hosts, 2):
        assert host.id is not None
        places.append({"member": number, "person": host.key, "seal": _host(act, number, host.id, _HOSTED)})
    here = {act.by, *(host.id for host in hosts)}
    topics = []
    for number, topic in enumerate(rows_of(there, TopicRow), 1):
        copied = TopicRow(
            cycle_id=act.id,
            number=number,
            name=topic.name,
            title=topic.title,
            host_id=topic.host_id if topic.host_id in here else act.by,
            aim=topic.aim,
            scope=topic.scope,
            outcome=topic.outcome,
            salt=record.salt(),
            at=act.now,
        )
        act.session.add(copied)
        topics.append(copied)
    return {"after": before.slug, "hosts": places, "topics": [topic_note(act, topic) for topic in topics], "avoid": act.cycle.avoid}
