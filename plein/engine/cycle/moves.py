"""The cycle itself: seeing where it is, and moving it from phase to phase."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import select
from sqlmodel import Session, col

from plein.engine.cycle.views import Cycle, Step
from plein.engine.desk import Act, Sight
from plein.engine.room import CycleRoom
from plein.engine.rows.held import Known
from plein.engine.rows.of_cycle import newest_of, rows_of
from plein.engine.rows.places import hosts_now
from plein.engine.rows.undisturbed import undisturbed
from plein.engine.rows.written import said
from plein.errors import ActRefused, Unusable
from plein.organisation import Organisation
from plein.sentences import sentence
from plein.store.tables.cycle import CycleRow, StepRow
from plein.vocabulary import meant
from plein.workflow import parse_when
from plein.workflow.entering import OPEN_ROUND, PUBLISH_REPORT, PUBLISH_VERSION
from plein.workflow.guards import promise_kept


class MovesRoom(CycleRoom):
    """The cycle itself: where it is, and what takes it further."""

    def show(self) -> Cycle:
        """Its question, its phase, its deadline and the way it came.

        Raises:
            NotFound: There is no such cycle.

        >>> housing.show().phase, housing.show().round
        ('review', 1)
        """
        with self._look() as sight:
            return cycle_view(sight)

    @undisturbed
    def move(
        self,
        phase: str,
        closes: str | datetime | None = None,
        ask: str | None = None,
        because: str | None = None,
        dry_run: bool = False,
        *,
        revision: int | None = None,
    ) -> Cycle:
        """Move the cycle to another phase.

        What happens on entering a phase stands in the cycle's definition: in plein66, a review publishes the newest version and opens a
        round, and the final phase publishes the final version.

        Args:
            phase: Where to.
            closes: Until when the new phase takes input: a moment, or ISO 8601 text (a date alone: the end of that day in the cycle's zone).
            ask: What is asked of people in the new phase; shown on every page. None for what was asked there when it last ran, if it did; an
                empty text asks nothing.
            because: Why the cycle moves; everybody can read it. Stopping needs it, and so does leaving a phase before its deadline.
            revision: The revision the writer has read.
            dry_run: Only say what would happen.

        Raises:
            MoveRefused: With every reason at once.
            NotAllowed: Others may, this person may not.

        >>> housing.move("drafting", because="We have heard enough.").phase
        'drafting'
        """
        with self._act(None, revision=revision, name="move", dry_run=dry_run) as act:
            session, cycle, now = act.session, act.cycle, act.now
            deadline = _deadline(closes, cycle.timezone, act.came)
            arrived = act.arrive(called(act, phase, self._desk.organisation), because=because, closes_given=deadline is not None)
            entered = act.definition.phase(arrived).on_enter
            current = _current_step(act)
            came = _came_in(act, current, self._desk.organisation)
            current.closed = now
            cycle.phase, cycle.closes, cycle.round = arrived, deadline, cycle.round + (OPEN_ROUND in entered)
            asked = _asked_before(act, arrived) if ask is None else said(ask)
            published = _publish_newest(act) if PUBLISH_VERSION in entered else None
            report = _publish_report(act) if PUBLISH_REPORT in entered else None
            step = StepRow(
                cycle_id=act.id,
                number=current.number + 1,
                phase=arrived,
                round=cycle.round,
                version=published,
                opened=now,
                closes=deadline,
                ask=asked,
                because=said(because),
                came=came,
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
                came=came,
                report=report,
            )
            return cycle_view(act, revision=cycle.revision + 1)

    def extend(self, closes: str | datetime, because: str | None = None, *, revision: int | None = None) -> Cycle:
        """Give the running phase another deadline.

        Args:
            closes: Until when: a moment, or ISO 8601 text (a date alone: the end of that day in the cycle's zone).
            because: Why; everybody can read it. Needed for an earlier one: people were promised more.
            revision: The revision the writer has read.

        Raises:
            Unusable: The moment cannot be read or lies in the past.
            ActRefused, NotAllowed: The table says no; or people were promised more, and no reason is given.

        >>> housing.extend("2026-12-24", because="The post was late.").closes.isoformat()
        '2026-12-24T22:59:59+00:00'
        """
        with self._act("extend", revision=revision) as act:
            deadline = _deadline(closes, act.cycle.timezone, act.came)
            assert deadline is not None
            promised = act.cycle.closes
            if promised is not None and deadline < promised:
                broken = promise_kept(replace(act.facts, because=because))
                if broken is not None:
                    raise ActRefused("extend", (broken,))
            step = _current_step(act)
            act.cycle.closes = step.closes = deadline
            if promised is not None and deadline < promised:
                act.note(promised=promised.isoformat(), step=step.number)
            act.note(closes=deadline.isoformat(), because=said(because))
            return cycle_view(act, revision=act.cycle.revision + 1)


def called(sight: Sight, phase: str, organisation: Organisation) -> str:
    """The phase that somebody means: one of the definition's, under its name or as people call it; else what they said."""
    return meant(phase, [one.name for one in sight.definition.phases], organisation.terms) or phase


def cycle_view(sight: Sight, *, revision: int | None = None) -> Cycle:
    """The cycle as anyone may see it."""
    row, session = sight.cycle, sight.session
    steps = rows_of(sight, StepRow)
    definition = sight.definition
    spaces = Known((phase.name, phase.space) for phase in definition.phases)
    return Cycle(
        slug=row.slug,
        title=row.title,
        question=row.question,
        phase=row.phase,
        space=spaces[row.phase],
        round=row.round,
        definition=sight.definition.name,
        closes=row.closes,
        hosts=tuple(host.handle for host in hosts_now(sight, sight.now)),
        timezone=row.timezone,
        language=row.language,
        revision=row.revision if revision is None else revision,
        since=row.since,
        after=_after(session, row),
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
                came=step.came,
                review=step.phase in definition.reviews,
            )
            for step in steps
        ),
    )


def _after(session: Session, row: CycleRow) -> str | None:
    """The cycle that this one follows in its series."""
    if row.after is None:
        return None
    slug: str = session.execute(select(col(CycleRow.slug)).where(col(CycleRow.id) == row.after)).scalar_one()
    return slug


def _came_in(act: Act, step: StepRow, organisation: Organisation) -> dict[str, object] | None:
    from plein.engine.cycle.brought_in import came_in  # here, not above: whoever only looks can do without

    return came_in(act, step, organisation)


def _publish_report(act: Act) -> dict[str, object]:
    from plein.engine.inventory.report import publish_report  # here, not above: whoever only looks can do without

    return publish_report(act)


def _publish_newest(act: Act) -> int | None:
    from plein.engine.review.carrying import publish_newest  # here, not above: whoever only looks can do without

    return publish_newest(act)


def _current_step(act: Act) -> StepRow:
    row = newest_of(act, StepRow)
    assert row is not None
    return row


def _asked_before(act: Act, phase: str) -> str | None:
    """What was asked in a phase when it last ran; None where nothing was, or where it never did."""
    last = newest_of(act, StepRow, col(StepRow.phase) == phase)
    return None if last is None else last.ask


def _deadline(closes: str | datetime | None, timezone: str, now: datetime) -> datetime | None:
    if closes is None:
        return None
    moment = parse_when(closes, timezone) if isinstance(closes, str) else closes
    if moment.tzinfo is None:
        raise Unusable(sentence("A deadline needs a zone; pass an aware datetime, or ISO 8601 text."))
    if moment <= now:
        raise Unusable(sentence("The deadline {closes} lies in the past; give one that is still to come.", closes=closes))
    return moment.astimezone(UTC)
