"""The words an organisation chooses: which to avoid in a cycle, and where they stand in what goes out. Contributions are people's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select

from plein.documents import paragraph_at, paragraphs
from plein.documents.text.wording import find_words
from plein.engine.desk import Sight
from plein.engine.room import CycleRoom
from plein.engine.rows.written import said
from plein.engine.text.versions import as_saved, may_read
from plein.engine.text.views import Finding
from plein.errors import NotFound, Refused, Unusable
from plein.organisation import Avoid
from plein.sentences import sentence
from plein.store.tables.circle import PromiseRow, ReportRow
from plein.store.tables.cycle import StepRow
from plein.store.tables.inventory import TopicRow
from plein.store.tables.review import DecisionRow, UndoneRow
from plein.store.tables.text import VersionRow

AROUND = 30
"""So many code points of the text are shown on both sides of a word."""


class Words(CycleRoom):
    """What people do with words."""

    def avoid(
        self, word: str, *, better: str | None = None, because: str | None = None, undo: bool = False, revision: int | None = None
    ) -> tuple[Avoid, ...]:
        """Add a word to those to avoid in this cycle, or say anew what is better; or take it off the list again.

        Args:
            word: The word, or several in a row; ``*`` at its end stands for any ending.
            better: What to say instead.
            because: Why.
            undo: Take it off the list.
            revision: The revision the writer has read.

        Returns:
            All words to avoid in this cycle, the organisation's first.

        Raises:
            Unusable: There is no word in it.
            NotFound: What should go off the list is not on it.
            Refused: What should go off the list is the organisation's, whose list stands in its settings.

        >>> [one.word for one in housing.words.avoid("stakeholder*", better="people involved")]
        ['stakeholder', 'stakeholder*']
        >>> [one.word for one in housing.words.avoid("stakeholder*", undo=True)]
        ['stakeholder']
        """
        if undo:
            return self._allow(word, revision)
        found = said(word)
        if found is None or not found.strip("* "):
            raise Unusable(sentence("The word is empty; name the word to avoid."))
        with self._act("avoid", revision=revision) as act:
            mine = [found, said(better), said(because)]
            there = act.cycle.avoid or []
            kept = [mine if one[0] == found else one for one in there]
            if mine not in kept:
                kept.append(mine)
            if kept == there:
                act.nothing()
            else:
                act.cycle.avoid = kept
                act.note(word=found, better=mine[1], because=mine[2])
            return self._desk.organisation.avoid + _own(kept)

    def list(self) -> tuple[Avoid, ...]:
        """The words to avoid in a cycle: the organisation's, and then its own.

        >>> [one.word for one in piet.words.list()]
        ['stakeholder']
        """
        with self._look() as sight:
            return self._avoided(sight)

    def check(self) -> tuple[Finding, ...]:
        """Where words to avoid stand in what the cycle says to people: question, asks, topics, the text, reasons, promises, report.

        What is closed to this person is not looked at; contributions and suggestions are not either, for those are people's own words.

        >>> avoided = housing.words.avoid("homes", better="houses")
        >>> [found.where for found in bea.words.check()]
        ['version 1']
        """
        with self._look() as sight:
            words = self._avoided(sight)
            if not words:
                return ()
            return tuple(finding for where, text in _outgoing(sight) for finding in findings(text, words, where))

    def _allow(self, word: str, revision: int | None) -> tuple[Avoid, ...]:
        with self._act("avoid", revision=revision, name="allow") as act:
            there = act.cycle.avoid or []
            kept = [one for one in there if one[0] != word.strip()]
            if kept == there:
                if any(one.word == word.strip() for one in self._desk.organisation.avoid):
                    raise Refused(sentence("“{word}” is avoided by the whole organisation; change it in its settings.", word=word))
                raise NotFound(
                    sentence(
                        "“{word}” is not on the list of {slug}; see it: {command}",
                        word=word,
                        slug=self._slug,
                        command=f"plein words list {self._slug}",
                    )
                )
            act.cycle.avoid = kept
            act.note(word=word.strip())
            return self._desk.organisation.avoid + _own(kept)

    def _avoided(self, sight: Sight) -> tuple[Avoid, ...]:
        return self._desk.organisation.avoid + _own(sight.cycle.avoid or [])


def findings(text: str, words: Sequence[Avoid], where: str | None = None) -> tuple[Finding, ...]:
    """Where words to avoid stand in a text; line and paragraph count from 1."""
    paras = paragraphs(text)
    found = []
    for one in find_words(text, words):
        near = paragraph_at(paras, one.start)
        around = text[max(one.start - AROUND, 0) : one.end + AROUND]
        found.append(
            Finding(
                where=where,
                line=text.count("\n", 0, one.start) + 1,
                paragraph=near.number if near else None,
                word=one.text,
                better=one.avoid.better,
                because=one.avoid.because,
                context=" ".join(around.split()),
            )
        )
    return tuple(found)


def _own(rows: Sequence[Sequence[str | None]]) -> tuple[Avoid, ...]:
    return tuple(Avoid(word or "", better, because) for word, better, because in rows)


def _outgoing(sight: Sight) -> Iterator[tuple[str, str]]:
    """(where, text) of everything the cycle says to people that this person may read."""
    cycle = sight.cycle
    yield sentence("the title"), cycle.title
    yield sentence("the question"), cycle.question
    for step in _rows(sight, StepRow, StepRow.number):
        if step.ask:
            yield sentence("what was asked in the {phase} phase", phase=step.phase), step.ask
        if step.because:
            yield sentence("why the cycle moved to the {phase} phase", phase=step.phase), step.because
    for topic in _rows(sight, TopicRow, TopicRow.number):
        if "host" in sight.roles or (topic.opened is not None and (sight.inside or not topic.inside)):
            note = "\n\n".join(part for part in (topic.title, topic.aim, topic.scope, topic.outcome) if part)
            yield sentence("topic {name}", name=topic.name), note
    yield from _text(sight)
    yield from _answers(sight)
    for promise in _rows(sight, PromiseRow, PromiseRow.number):
        yield sentence("promise {number}", number=promise.number), promise.text
    reports = [row for row in _rows(sight, ReportRow, ReportRow.number) if row.published is not None or sight.inside]
    if reports:
        yield sentence("the report"), reports[-1].text


def _text(sight: Sight) -> Iterator[tuple[str, str]]:
    """The newest version, and why what was final was corrected."""
    readable = [row for row in _rows(sight, VersionRow, VersionRow.number) if may_read(sight, row)]
    if readable:
        yield sentence("version {number}", number=readable[-1].number), as_saved(sight, readable[-1]).text
    for version in readable:
        if version.because:
            yield sentence("why version {number} was corrected", number=version.corrects), version.because


def _answers(sight: Sight) -> Iterator[tuple[str, str]]:
    """The reasons of decisions, and of those that were taken back."""
    for decision in _rows(sight, DecisionRow, DecisionRow.suggestion):
        if decision.because and (decision.published is not None or sight.inside):
            yield sentence("the decision on suggestion {number}", number=decision.suggestion), decision.because
    for undone in _rows(sight, UndoneRow, UndoneRow.number):
        words = "\n\n".join(part for part in (undone.because, undone.why) if part)
        yield sentence("the answer to suggestion {number} that was taken back", number=undone.suggestion), words


def _rows(sight: Sight, kind: Any, order: Any) -> Sequence[Any]:
    return sight.session.execute(select(kind).where(kind.cycle_id == sight.id).order_by(order)).scalars().all()
