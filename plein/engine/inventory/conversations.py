"""The conversations of a cycle as one person may see them: the question it begins with, its topics, and how each of them goes.

A contribution belongs to the topic it names, as far as the person who looks can see that topic, and else to the question. The tables appear
by name only, as in ``tally``: the home screen asks this every time.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import Boolean, DateTime, and_, bindparam, case, column, func, literal, or_, select, table
from sqlmodel import col
from sqlmodel.sql.sqltypes import UTCDateTime

from plein.engine.desk import Sight
from plein.engine.inventory.views import Topic
from plein.engine.rows.written import said
from plein.errors import NotFound, Refused
from plein.sentences import Sentence, printable, sentence
from plein.store.tables.cycle import PersonRow
from plein.workflow.heat import DAYS, heat

QUESTION = "question"
"""The name of the topic every cycle begins with; its context note is the cycle's question."""

_TOPIC = table(
    "plein_topic",
    *(column(one) for one in ("cycle_id", "number", "name", "title", "host_id", "aim", "scope", "outcome")),
    column("opened", UTCDateTime()),
    column("closed", UTCDateTime()),
    column("inside", Boolean()),
)
_CONTRIBUTION = table(
    "plein_contribution",
    *(column(one) for one in ("id", "cycle_id", "topic", "author_id", "reply_to", "hidden_because", "withdrawn", "at")),
    column("closed", Boolean()),
)
_NUDGE = table("plein_nudge", column("contribution_id"), column("person_id"), column("at"), column("closed", Boolean()))

_MEMBER = table("plein_member", *(column(one) for one in ("cycle_id", "number", "person_id", "role", "status")))

_NUMBERS = ("contributions", "people", "replies", "nudges", "hidden")
"""What is counted for everyone, in the order of the view."""


def conversations(sight: Sight) -> tuple[Topic, ...]:
    """The question first, then the topics this person may know of in the order in which they were added: hosts all, others what was opened
    for them."""
    t = _TOPIC.c
    query = (
        select(t.name, t.title, col(PersonRow.handle), t.aim, t.scope, t.outcome, t.opened, t.closed, t.inside)
        .join(PersonRow, col(PersonRow.id) == t.host_id)
        .where(t.cycle_id == sight.id)
        .order_by(t.number)
    )
    host = "host" in sight.roles
    notes = [_question(sight), *(tuple(row) for row in sight.session.execute(query if host else query.where(*_opened_for(sight))))]
    numbers = _numbers(sight, [note[0] for note in notes])
    return tuple(_view(note, numbers.get(note[0], {}), host) for note in notes)


def label(sight: Sight, wanted: str | None, *, late: bool = False) -> str | None:
    """The topic a contribution is kept under; None for the question of the cycle.

    As long as a cycle has no topics of its own, any label will do. What came *late* goes under one that has closed, too.

    Raises:
        Refused: It has, and *wanted* is none of those that are open.
    """
    found = said(wanted)
    if found is None or found == QUESTION:
        return None
    open_now = open_topics(sight)
    if open_now is None or found in open_now or (late and found in opened_topics(sight)):
        return found
    raise Refused(no_such_topic(found, open_now))


def belongs(sight: Sight, topic: str, column: Any) -> Any:
    """Whether a contribution with this topic column belongs to the conversation called *topic*, for the database to answer.

    Raises:
        NotFound: The cycle has topics of its own, and this is none that this person can see.
    """
    names = _names(sight)
    if topic == QUESTION:
        return or_(column.is_(None), column.not_in(names)) if open_topics(sight) is not None else column.is_(None)
    if open_topics(sight) is not None and topic not in names:
        raise no_topic(sight, topic)
    return column == topic


def no_topic(sight: Sight, name: str) -> NotFound:
    """What is said of a topic that is not there, or not for this person."""
    slug = sight.cycle.slug
    return NotFound(
        sentence("There is no topic “{name}” in {slug}; see {command}", name=legible(name), slug=slug, command=f"plein topic list {slug}")
    )


def inherited(sight: Sight, topic: str | None, *, late: bool = False) -> str | None:
    """The topic of a reply that names none: that of what it answers. A label from before there were topics leads to the question.

    Raises:
        Refused: That topic is closed.
    """
    if topic is None or open_topics(sight) is None:
        return topic
    return label(sight, topic, late=late) if topic in opened_topics(sight) else None


def no_such_topic(wanted: str, open_now: tuple[str, ...]) -> Sentence:
    """Why nothing goes under *wanted*, and where it can go instead."""
    if not open_now:
        return sentence("“{name}” is no open topic, and none is open: leave it out for the question itself", name=legible(wanted))
    topics = ", ".join(open_now)
    return sentence(
        "“{name}” is no open topic: choose {topics}, or leave it out for the question itself", name=legible(wanted), topics=topics
    )


def open_topics(sight: Sight) -> tuple[str, ...] | None:
    """The names of the topics that take contributions now, the question not among them; None where any label will do.

    A topic of the circle takes them while the circle is by itself: what is said before everyone is not said about what nobody knows of.
    """
    t = _TOPIC.c
    rows = sight.session.execute(select(t.name, t.opened, t.closed, t.inside).where(t.cycle_id == sight.id).order_by(t.number)).all()
    known = [row for row in rows if sight.inside or not row.inside]
    return (
        tuple(row.name for row in known if row.opened is not None and row.closed is None and (sight.behind_doors or not row.inside))
        if known
        else None
    )


def _names(sight: Sight) -> set[str]:
    """The names of the topics that this person knows of."""
    t = _TOPIC.c
    if "host" not in sight.roles:
        return opened_topics(sight)
    return set(sight.session.execute(select(t.name).where(t.cycle_id == sight.id)).scalars())


def opened_topics(sight: Sight) -> set[str]:
    """The names of the topics that everybody knows of, or everybody inside for somebody who is; closed ones too."""
    t = _TOPIC.c
    return set(sight.session.execute(select(t.name).where(t.cycle_id == sight.id, *_opened_for(sight))).scalars())


def _opened_for(sight: Sight) -> tuple[Any, ...]:
    """What a topic meets that was opened where this person can see it."""
    t = _TOPIC.c
    return (t.opened.is_not(None),) if sight.inside else (t.opened.is_not(None), t.inside.is_(False))


def legible(name: str) -> str:
    """A name that somebody typed, fit for a sentence."""
    return printable(name, 80)


def _view(note: tuple[Any, ...], numbers: Mapping[str, int], host: bool) -> Topic:
    warmth = heat(numbers.get("warm_replies", 0), numbers.get("warm_nudgers", 0)) if host else None
    values: tuple[Any, ...] = (*note[:-1], *(numbers.get(one, 0) for one in _NUMBERS), warmth, note[-1])
    return Topic(*values)


def _question(sight: Sight) -> tuple[Any, ...]:
    """The context note of the topic every cycle begins with."""
    cycle = sight.cycle
    return QUESTION, cycle.title, _first_host(sight), cycle.question, None, None, cycle.since, None, False


def _first_host(sight: Sight) -> str:
    """Whoever leads the conversation about the question: the first of the cycle's hosts who still is one."""
    m = _MEMBER.c
    query = (
        select(col(PersonRow.handle))
        .join_from(PersonRow, _MEMBER, m.person_id == col(PersonRow.id))
        .where(m.cycle_id == sight.id, m.role == "host")
        .order_by(m.status != "accepted", m.number)
        .limit(1)
    )
    return str(sight.session.execute(query).scalar_one())


def _numbers(sight: Sight, names: list[str]) -> Mapping[str, Mapping[str, int]]:
    """How each conversation goes, by its name."""
    c, n = _CONTRIBUTION.c, _NUDGE.c
    since = bindparam("since", sight.now - timedelta(days=DAYS), DateTime(timezone=True))
    name = case((c.topic.in_(names), c.topic), else_=literal(QUESTION))
    shown, reply = and_(c.hidden_because.is_(None), c.withdrawn.is_(None)), c.reply_to.is_not(None)
    seen = [c.cycle_id == sight.id] + ([] if sight.inside else [c.closed.is_(False)])

    def count(condition: Any, of: Any = 1) -> Any:
        return func.count(case((condition, of)))

    found: dict[str, dict[str, int]] = {}
    talk = (
        select(
            name.label("conversation"),
            count(shown).label("contributions"),
            func.count(func.distinct(case((shown, c.author_id)))).label("people"),
            count(and_(shown, reply)).label("replies"),
            count(c.hidden_because.is_not(None)).label("hidden"),
            count(and_(shown, reply, c.at >= since)).label("warm_replies"),
        )
        .where(*seen)
        .group_by("conversation")
    )
    nudged = (
        select(
            name.label("conversation"),
            func.count().label("nudges"),
            func.count(func.distinct(case((and_(shown, n.at >= since), n.person_id)))).label("warm_nudgers"),
        )
        .join_from(_NUDGE, _CONTRIBUTION, c.id == n.contribution_id)
        .where(*seen, *([] if sight.inside else [n.closed.is_(False)]))
        .group_by("conversation")
    )
    for query in (talk, nudged):
        for row in sight.session.execute(query).mappings():
            found.setdefault(row["conversation"], {}).update({key: value for key, value in row.items() if key != "conversation"})
    return found
