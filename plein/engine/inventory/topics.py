"""Topics: conversations with a host and a context note of their own. How they go is counted in ``conversations``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sqlmodel import col

from plein.engine.desk import Act, Sight
from plein.engine.inventory.conversations import QUESTION, conversations, legible, no_topic
from plein.engine.inventory.views import Topic
from plein.engine.room import CycleRoom
from plein.engine.rows.handles import checked_handle
from plein.engine.rows.of_cycle import column_of, newest_of, next_number
from plein.engine.rows.places import hosts_now
from plein.engine.rows.written import said
from plein.errors import Refused, Unusable
from plein.sentences import Sentence, sentence, typed
from plein.store import record
from plein.store.tables.cycle import PersonRow
from plein.store.tables.inventory import TopicRow
from plein.terms import term

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Topics(CycleRoom):
    """What hosts do with the topics of a cycle, and what everyone reads of them."""

    def add(
        self,
        name: str,
        *,
        title: str,
        host: str | None = None,
        aim: str | None = None,
        scope: str | None = None,
        outcome: str | None = None,
        revision: int | None = None,
    ) -> Topic:
        """Add a topic. Only hosts see it until it is opened.

        Args:
            name: The short name it is called by: lower-case letters, digits and hyphens, at most 60.
            title: Its name for people, at most 200 characters.
            host: Who leads the conversation: one of the cycle's hosts; the one who adds it unless another is named.
            aim: What the conversation is for.
            scope: What it is about, and what it is not about.
            outcome: What happens with what people say. Each of the three has at most 5,000 characters; a topic opens once all are there.
            revision: The revision the writer has read.

        Raises:
            Unusable: The name, the title or a part of the note cannot be used.
            Refused: There is a topic of that name already, or *host* is no host of this cycle.

        >>> housing.topics.add("ferry", title="The ferry", aim="Hear who takes it.").name
        'ferry'
        """
        if not _NAME.fullmatch(name):
            rule = sentence("use lower-case letters, digits and single hyphens, at most 60")
            raise Unusable(sentence("“{name}” cannot be a topic's name; {rule}.", name=legible(name), rule=rule))
        if name == QUESTION:
            raise Refused(sentence("“{name}” is the topic every cycle begins with; choose another name.", name=name))
        note = _Note.of(title, aim, scope, outcome)
        if note.title is None:
            raise Unusable(sentence("A topic needs a title: {option}", option=typed("--title")))
        with self._act("set-topics", name="add-topic", revision=revision, closed=True) as act:
            if _find(act, name) is not None:
                raise Refused(
                    sentence("There is a topic “{name}” already; see {command}", name=name, command=f"plein topic list {self._slug}")
                )
            leader = act.by if host is None else _host(act, host)
            row = TopicRow(
                cycle_id=act.id,
                number=next_number(act, TopicRow),
                name=name,
                title=note.title,
                host_id=leader,
                aim=note.aim,
                scope=note.scope,
                outcome=note.outcome,
                salt=record.salt(),
                at=act.now,
            )
            act.session.add(row)
            return _done(act, row)

    def change(
        self,
        name: str,
        *,
        title: str | None = None,
        host: str | None = None,
        aim: str | None = None,
        scope: str | None = None,
        outcome: str | None = None,
        revision: int | None = None,
    ) -> Topic:
        """Change what is said of a topic; what is left out, or empty, stays as it is.

        Args:
            name: The topic.
            title: Its name for people.
            host: Who leads it: one of the cycle's hosts.
            aim: What the conversation is for.
            scope: What it is about, and what it is not about.
            outcome: What happens with what people say.
            revision: The revision the writer has read.

        Raises:
            NotFound: There is no such topic.
            Unusable: A part of the note cannot be used, or nothing to change was given.
            Refused: *host* is no host of this cycle; or the topic is before everyone, and the phase is closed.

        >>> added = housing.topics.add("ferry", title="The ferry")
        >>> housing.topics.change("ferry", aim="Hear who takes it.").aim
        'Hear who takes it.'
        """
        note = _Note.of(title, aim, scope, outcome)
        if host is None and note == _Note():
            options = typed("--title, --host, --aim, --scope, --outcome", "title=, host=, aim=, scope=, outcome=")
            raise Unusable(sentence("There is nothing to change; give at least one of: {options}", options=options))
        with self._act("set-topics", name="change-topic", revision=revision) as act:
            row = _row(act, name)
            _refuse_before_everyone(act, row)
            before = _held(row)
            row.title = note.title or row.title
            row.aim, row.scope, row.outcome = note.aim or row.aim, note.scope or row.scope, note.outcome or row.outcome
            row.host_id = row.host_id if host is None else _host(act, host)
            if _held(row) == before:
                act.nothing()
            act.closed = row.opened is None or row.inside
            return _done(act, row)

    def open(self, name: str, *, revision: int | None = None) -> Topic:
        """Open a topic for everyone, or open it again; one that is open stays so.

        In a closed phase it is opened in the circle, and nobody else knows of it until it is opened again where everybody can take part.

        Args:
            name: The topic.
            revision: The revision the writer has read.

        Raises:
            NotFound: There is no such topic.
            Refused: Part of its context note is missing, and the sentence names every part that is; or the topic ended before everyone, and
                the phase is closed.

        >>> note = {"aim": "Hear who takes it.", "scope": "Not the bridge.", "outcome": "A plan."}
        >>> added = housing.topics.add("ferry", title="The ferry", **note)
        >>> housing.topics.open("ferry").takes_contributions
        True
        """
        with self._act("set-topics", name="open-topic", revision=revision) as act:
            row = _row(act, name)
            missing = [f"--{part}" for part in ("aim", "scope", "outcome") if getattr(row, part) is None]
            if missing:
                command = " ".join([f"plein topic change {self._slug} {name}", *(f"{option} TEXT" for option in missing)])
                raise Refused(_incomplete(name, [option.removeprefix("--") for option in missing], command))
            inside = act.behind_doors and (row.opened is None or row.inside)
            if row.opened is not None and row.closed is None and row.inside == inside:
                act.nothing()
            elif row.closed is not None:
                _refuse_before_everyone(act, row)
            if row.inside and not inside:  # before everyone it opens now
                row.opened = act.now
            row.opened, row.closed, row.inside = row.opened or act.now, None, inside
            act.closed = inside
            return _done(act, row)

    def close(self, name: str, *, revision: int | None = None) -> Topic:
        """Close a topic: what was said stays to be read, nothing is added. One that is closed stays so.

        Args:
            name: The topic.
            revision: The revision the writer has read.

        Raises:
            NotFound: There is no such topic.
            Refused: It was never opened, so that there is nothing to close.

        >>> note = {"aim": "Hear who takes it.", "scope": "Not the bridge.", "outcome": "A plan."}
        >>> added = housing.topics.add("ferry", title="The ferry", **note)
        >>> housing.topics.open("ferry").takes_contributions, housing.topics.close("ferry").takes_contributions
        (True, False)
        """
        with self._act("set-topics", name="close-topic", revision=revision) as act:
            row = _row(act, name)
            if row.opened is None:
                raise Refused(sentence("The topic “{name}” was never opened; only hosts see it.", name=name))
            if row.closed is not None:
                act.nothing()
            row.closed = row.closed or act.now
            act.closed = row.inside
            return _done(act, row)

    def list(self) -> tuple[Topic, ...]:
        """The conversations of a cycle: first the question itself, then its topics. Hosts see all, others those that were opened.

        >>> [topic.name for topic in piet.topics.list()]
        ['question']
        """
        with self._look() as sight:
            return conversations(sight)

    def show(self, name: str = QUESTION) -> Topic:
        """One conversation, by its name.

        Raises:
            NotFound: There is no such topic, or not for this person.

        >>> piet.topics.show("question").title
        'Housing'
        """
        with self._look() as sight:
            return _seen(sight, name)


@dataclass(frozen=True, slots=True)
class _Note:
    """What a host said of a topic, as it will be kept; None where nothing was said."""

    title: str | None = None
    aim: str | None = None
    scope: str | None = None
    outcome: str | None = None

    @staticmethod
    def of(title: str | None, aim: str | None, scope: str | None, outcome: str | None) -> _Note:
        return _Note(said(title), said(aim), said(scope), said(outcome))


def _incomplete(name: str, missing: list[str], command: str) -> Sentence:
    """The refusal to open a topic, which names all that is missing."""
    said_so = {
        "aim": sentence("its aim"),
        "scope": sentence("its scope"),
        "outcome": sentence("what happens with what people say"),
    }
    return sentence(
        "The topic “{name}” cannot open yet; missing: {parts}. Add: {command}",
        name=name,
        parts=tuple(said_so[part] for part in missing),
        command=command,
    )


def _find(sight: Sight, name: str) -> TopicRow | None:
    return newest_of(sight, TopicRow, col(TopicRow.name) == name)


def _row(act: Act, name: str) -> TopicRow:
    """The row of a topic of a host's."""
    if name == QUESTION:
        raise Refused(
            sentence("“{name}” is the topic every cycle begins with; its note is the cycle's question, and it is always open.", name=name)
        )
    found = _find(act, name) if _NAME.fullmatch(name) else None
    if found is None:
        raise no_topic(act, name)
    return found


def _seen(sight: Sight, name: str) -> Topic:
    for topic in conversations(sight):
        if topic.name == name:
            return topic
    raise no_topic(sight, name)


def _host(act: Act, handle: str) -> int:
    """The key of one of the cycle's hosts."""
    hosts = {host.handle: host for host in hosts_now(act, act.now)}
    wanted = checked_handle(handle)
    if wanted not in hosts:
        raise Refused(
            sentence(
                "{person} is no host of {slug}; a topic is led by one of: {hosts}",
                person=wanted,
                slug=act.cycle.slug,
                hosts=", ".join(hosts),
            )
        )
    key = hosts[wanted].id
    assert key is not None
    return key


def _refuse_before_everyone(act: Act, row: TopicRow) -> None:
    """In a closed phase nothing is said of what everybody reads: it would be public at once."""
    if act.behind_doors and row.opened is not None and not row.inside:
        raise Refused(
            sentence(
                "The topic “{name}” is before everyone, and what is set in the {phase} phase stays inside; add one for the circle: {command}",
                name=row.name,
                phase=term(act.cycle.phase),
                command=f"plein topic add {act.cycle.slug} NAME --title T",
            )
        )


def _held(row: TopicRow) -> tuple[str | int | None, ...]:
    return row.title, row.host_id, row.aim, row.scope, row.outcome


def _done(act: Act, row: TopicRow) -> Topic:
    """Note the topic as it stands now, and show it."""
    act.session.flush()
    if not act.empty:
        act.note(**topic_note(act, row))
    return _seen(act, row.name)


def topic_note(act: Act, topic: TopicRow) -> dict[str, Any]:
    """What the record holds of a topic: its name, whose it is, and the seal of its context note."""
    host = act.session.get_one(PersonRow, topic.host_id)
    return {
        "topic": topic.number,
        "name": topic.name,
        "host": host.key,
        "seal": record.seal(topic.salt, topic.title, topic.aim, topic.scope, topic.outcome),
    }


def topics_hosted(act: Act, person: int | None) -> list[str]:
    """The names of the topics somebody hosts that are not closed, in order; *person* is their key in the database."""
    return column_of(act, TopicRow.name, col(TopicRow.host_id) == person, col(TopicRow.closed).is_(None), order=TopicRow.number)
