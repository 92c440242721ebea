"""The cycle itself: beginning one, seeing where it is, moving it from phase to phase, and what somebody can do in it now."""

from __future__ import annotations

import re
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from plein.engine.circumstances import facts_of
from plein.engine.desk import Act, Desk, Sight, somebody, write_entry
from plein.engine.said import said
from plein.engine.views import Cycle, Step
from plein.errors import NotFound, Refused, Unusable
from plein.store import record
from plein.store.tables import CycleRow, MemberRow, PersonRow, StepRow
from plein.workflow import BUILT_IN, Definition, check_zone, move, parse_when

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LANGUAGES = ("en", "nl")
_BEGAN = "began the cycle"


class CycleRoom(Desk):
    """What people do with a cycle as a whole."""

    def new_cycle(
        self,
        slug: str,
        *,
        title: str,
        question: str,
        definition: str | Definition = "plein66",
        timezone: str = "Europe/Amsterdam",
        language: str = "nl",
    ) -> Cycle:
        """Begin a cycle; whoever does is its first host.

        Args:
            slug: The short name it is called by: lower-case letters, digits and hyphens, at most 60.
            title: Its name for people.
            question: What is asked of everyone.
            definition: A built-in definition's name, or a Definition (:func:`plein.workflow.loads` reads one from TOML).
            timezone: IANA name of the zone in which its deadlines are meant.
            language: Language of its pages, ``nl`` or ``en``.

        Raises:
            Unusable: A name or a text that cannot be used.
            Refused: There is such a cycle already.
        """
        handle = self._identity()
        if not _SLUG.fullmatch(slug) or len(slug) > 60:
            raise Unusable(f"“{slug}” cannot be a cycle's name; use lower-case letters, digits and single hyphens, at most 60.")
        name, asked = said(title), said(question)
        if name is None or asked is None:
            raise Unusable("A cycle needs a title and a question; give both: --title and --question")
        if language not in LANGUAGES:
            raise Unusable(f"There are no words in “{language}” yet; choose one of: {', '.join(LANGUAGES)}")
        check_zone(timezone)
        rules = BUILT_IN.get(definition) if isinstance(definition, str) else definition
        if rules is None:
            raise NotFound(f"There is no definition “{definition}”; choose {' or '.join(BUILT_IN)}, or name a TOML file.")
        with self._database.writing() as session:
            if session.execute(select(CycleRow.id).where(col(CycleRow.slug) == slug)).first():  # type: ignore[call-overload]
                raise Refused(f"There is a cycle “{slug}” already; choose another name.")
            now = self.now()
            actor = somebody(session, handle, now)
            row = CycleRow(
                slug=slug,
                title=name,
                question=asked,
                definition=dict(rules.to_data()),
                timezone=timezone,
                language=language,
                phase=rules.start,
                since=now,
            )
            session.add(row)
            try:
                session.flush()
            except IntegrityError:
                raise Refused(f"There is a cycle “{slug}” already; choose another name.") from None
            act = Act(session, row, rules, actor, frozenset({"host", "public"}), now, actor=actor, name="new-cycle")
            session.add(StepRow(cycle_id=act.id, number=1, phase=rules.start, round=0, opened=now))
            salt = record.salt()
            session.add(
                MemberRow(
                    cycle_id=act.id,
                    number=1,
                    person_id=act.by,
                    role="host",
                    status="accepted",
                    because=_BEGAN,
                    salt=salt,
                    at=now,
                )
            )
            act.note(
                title=row.title,
                question=row.question,
                definition=rules.name,
                definition_seal=record.seal("", record.body(row.definition)),
                phase=rules.start,
                timezone=timezone,
                language=language,
                seal=record.seal(salt, _BEGAN),
            )
            write_entry(act)
            return cycle_view(act)

    def cycles(self) -> tuple[Cycle, ...]:
        """All cycles, the newest first."""
        with self._database.reading() as session:
            rows = session.execute(select(CycleRow).order_by(col(CycleRow.since).desc(), col(CycleRow.id).desc())).scalars().all()
            return tuple(cycle_view(self._sight(session, row)) for row in rows)

    def cycle(self, slug: str) -> Cycle:
        """One cycle: its question, its phase, its deadline and the way it came."""
        with self._look(slug) as sight:
            return cycle_view(sight)

    def move(
        self,
        slug: str,
        phase: str,
        *,
        closes: str | datetime | None = None,
        ask: str | None = None,
        because: str | None = None,
        revision: int | None = None,
        dry_run: bool = False,
    ) -> Cycle:
        """Move the cycle to another phase.

        Moving to a review publishes the newest version and opens a round; moving to the final phase publishes the final version.

        Args:
            slug: The cycle.
            phase: Where to.
            closes: Until when the new phase takes input: a moment, or ISO 8601 text (a date alone: the end of that day in the cycle's zone).
            ask: What is asked of people in the new phase; shown on every page.
            because: Why the cycle moves; stopping needs it.
            revision: The revision the writer has read.
            dry_run: Only say what would happen.

        Raises:
            MoveRefused: With every reason at once.
            NotAllowed: Others may, this person may not.
        """
        with self._act(slug, None, revision=revision, name="move", dry_run=dry_run) as act:
            session, cycle, now = act.session, act.cycle, act.now
            deadline = _deadline(closes, cycle.timezone, now)
            facts = facts_of(cycle, act.counted, now, because=because, closes_given=deadline is not None)
            arrived = move(act.definition, facts, act.roles, phase)
            opens_round = arrived == "review"
            current = _current_step(act)
            current.closed = now
            cycle.phase, cycle.closes, cycle.round = arrived, deadline, cycle.round + opens_round
            published = _publish_newest(act) if arrived in ("review", "final") else None
            step = StepRow(
                cycle_id=act.id,
                number=current.number + 1,
                phase=arrived,
                round=cycle.round,
                version=published,
                opened=now,
                closes=deadline,
                ask=said(ask),
                because=said(because),
            )
            session.add(step)
            session.flush()
            act.note(
                phase=arrived,
                round=cycle.round,
                closes=None if deadline is None else deadline.isoformat(),
                ask=step.ask,
                because=step.because,
                version=published,
            )
            return cycle_view(act, revision=cycle.revision + 1)

    def extend(self, slug: str, closes: str | datetime, *, because: str | None = None, revision: int | None = None) -> Cycle:
        """Give the running phase another deadline.

        Raises:
            Unusable: The moment cannot be read or lies in the past.
            ActRefused, NotAllowed: The table says no.
        """
        with self._act(slug, "extend", revision=revision) as act:
            deadline = _deadline(closes, act.cycle.timezone, act.now)
            assert deadline is not None
            act.cycle.closes = deadline
            _current_step(act).closes = deadline
            act.note(closes=deadline.isoformat(), because=said(because))
            return cycle_view(act, revision=act.cycle.revision + 1)


def cycle_view(sight: Sight, *, revision: int | None = None) -> Cycle:
    """The cycle as anyone may see it."""
    row, session = sight.cycle, sight.session
    steps = session.execute(select(StepRow).where(col(StepRow.cycle_id) == sight.id).order_by(col(StepRow.number))).scalars().all()
    spaces = {phase.name: phase.space for phase in sight.definition.phases}
    return Cycle(
        slug=row.slug,
        title=row.title,
        question=row.question,
        phase=row.phase,
        space=spaces[row.phase],
        round=row.round,
        definition=sight.definition.name,
        closes=row.closes,
        hosts=_hosts(session, sight.id),
        timezone=row.timezone,
        language=row.language,
        revision=row.revision if revision is None else revision,
        since=row.since,
        steps=tuple(
            Step(
                number=step.number,
                phase=step.phase,
                space=spaces[step.phase],
                round=step.round,
                version=step.version,
                opened=step.opened,
                closes=step.closes,
                closed=step.closed,
                ask=step.ask,
                because=step.because,
            )
            for step in steps
        ),
    )


def _hosts(session: Session, cycle: int) -> tuple[str, ...]:
    query = (
        select(col(PersonRow.handle))
        .join(MemberRow, col(MemberRow.person_id) == col(PersonRow.id))
        .where(col(MemberRow.cycle_id) == cycle, col(MemberRow.role) == "host", col(MemberRow.status) == "accepted")
        .order_by(col(MemberRow.number))
    )
    return tuple(session.execute(query).scalars())


def _publish_newest(act: Act) -> int | None:
    from plein.engine.carrying import publish_newest  # here, not above: whoever only looks can do without

    return publish_newest(act)


def _current_step(act: Act) -> StepRow:
    query = select(StepRow).where(col(StepRow.cycle_id) == act.id).order_by(col(StepRow.number).desc()).limit(1)
    row: StepRow = act.session.execute(query).scalar_one()
    return row


def _deadline(closes: str | datetime | None, timezone: str, now: datetime) -> datetime | None:
    if closes is None:
        return None
    moment = parse_when(closes, timezone) if isinstance(closes, str) else closes
    if moment.tzinfo is None:
        raise Unusable("A deadline needs a zone; pass an aware datetime, or ISO 8601 text.")
    if moment <= now:
        raise Unusable(f"The deadline {closes} lies in the past; give one that is still to come.")
    return moment
