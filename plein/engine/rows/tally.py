"""How much there is of everything in a cycle, counted in one statement. Whose eyes may see which number is not here.

The tables appear by name only: making their classes takes longer than all the counting, and ``plein status`` counts every time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import DateTime, Integer, and_, bindparam, column, exists, func, or_, select, table
from sqlmodel import Session

from plein.workflow.definition import Definition
from plein.workflow.outcomes import CHANGING, REASONED


def _named(name: str, *columns: str) -> Any:
    return table(f"plein_{name}", column("cycle_id"), *(column(one) for one in columns))


_CONTRIBUTION = _named("contribution", "hidden_because", "withdrawn", "closed", "at")
_STEP = _named("step", "phase", "closed")
_MEMBER = _named("member", "person_id", "role", "status", "until")
_VERSION = _named("version", "number", "published")
_SUBMISSION = _named("submission", "number", "author_id", "version")
_SUGGESTION = _named("suggestion", "number", "submission", "kind", "status", "at")
_DECISION = _named("decision", "suggestion", "outcome", "because", "published", "merged_in")
_REPORT = _named("report")


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers. ``published_…`` are those that everybody may know of; the guards' names are explained at :class:`~plein.workflow.Facts`."""

    contributions: int
    open_contributions: int
    inventories: int
    drafters: int
    versions: int
    published_versions: int
    reviews: int
    suggestions: int
    undecided: int
    decisions: int
    published_decisions: int
    unreasoned: int
    unmerged: int


NOTHING = Tally(*[0] * 13)
"""Where nothing of it is asked."""


def tally(session: Session, cycle: int, definition: Definition, now: datetime) -> Tally:
    """Count what there is in one cycle, at one moment."""
    phases = {"inventories": definition.inventories, "reviews": definition.reviews}
    return Tally(*session.execute(_counting(), {"cycle": cycle, "now": now, **phases}).one())


def came_since(session: Session, cycle: int, moment: datetime) -> bool:
    """Whether anybody said or suggested anything in a cycle from a moment on."""
    since = bindparam("moment", moment, type_=DateTime(timezone=True))
    came = (exists().where(rows.c.cycle_id == cycle, rows.c.at >= since) for rows in (_CONTRIBUTION, _SUGGESTION))
    return bool(session.execute(select(or_(*came))).scalar_one())


def handed_in(session: Session, cycle: int, person: int) -> bool:
    """Whether somebody has changes before the circle that they suggested to the newest published version."""
    v, one, s = _VERSION.c, _SUBMISSION.c, _SUGGESTION.c
    current = select(func.max(v.number)).where(v.cycle_id == cycle, v.published.is_not(None)).scalar_subquery()
    theirs = select(one.number).where(one.cycle_id == cycle, one.author_id == person, one.version == current)
    changes = exists().where(s.cycle_id == cycle, s.submission.in_(theirs), s.status != "withdrawn", s.kind != "tip")
    return bool(session.execute(select(changes)).scalar_one())


def reported(session: Session, cycle: int) -> bool:
    """Whether a report of a cycle was saved."""
    return bool(session.execute(select(exists().where(_REPORT.c.cycle_id == cycle))).scalar_one())


@cache
def _counting() -> Any:
    """The statement, made once: making it takes far longer than sending it."""
    cycle = bindparam("cycle", type_=Integer)

    def count(rows: Any, *conditions: Any, of: Any = None) -> Any:
        counted = func.count() if of is None else func.count(func.distinct(of))
        return select(counted).select_from(rows).where(rows.c.cycle_id == cycle, *conditions).scalar_subquery()

    s, d, m = _SUGGESTION.c, _DECISION.c, _MEMBER.c
    in_force = or_(m.until.is_(None), m.until >= bindparam("now", type_=DateTime(timezone=True)))
    decided = select(d.suggestion).where(d.cycle_id == cycle)
    there = (_CONTRIBUTION.c.hidden_because.is_(None), _CONTRIBUTION.c.withdrawn.is_(None))
    changes = select(s.number).where(s.cycle_id == cycle, s.kind != "tip")
    return select(
        count(_CONTRIBUTION, *there),
        count(_CONTRIBUTION, *there, _CONTRIBUTION.c.closed.is_(False)),
        count(_STEP, and_(_STEP.c.phase.in_(bindparam("inventories", expanding=True)), _STEP.c.closed.is_not(None))),
        count(_MEMBER, m.role == "drafter", m.status == "accepted", in_force, of=m.person_id),
        count(_VERSION),
        count(_VERSION, _VERSION.c.published.is_not(None)),
        count(_STEP, _STEP.c.phase.in_(bindparam("reviews", expanding=True))),
        count(_SUGGESTION, s.status != "withdrawn"),
        count(_SUGGESTION, s.status != "withdrawn", s.number.not_in(decided)),
        count(_DECISION),
        count(_DECISION, d.published.is_not(None)),
        count(_DECISION, d.outcome.in_(REASONED), func.coalesce(d.because, "") == ""),
        count(_DECISION, d.outcome.in_(CHANGING), d.merged_in.is_(None), d.suggestion.in_(changes)),
    )
