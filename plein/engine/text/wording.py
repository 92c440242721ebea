"""The words an organisation chooses: which to avoid in a cycle, and where they stand in what goes out. Contributions are people's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select

from plein.documents import paragraph_at, paragraphs
from plein.documents.text.wording import find_words
from plein.engine.desk import Desk, Sight
from plein.engine.rows.written import said
from plein.engine.text.versions import may_read
from plein.engine.text.views import Finding
from plein.errors import NotFound, Refused, Unusable
from plein.organisation import Avoid
from plein.sentences import sentence
from plein.store.tables.circle import PromiseRow, ReportRow
from plein.store.tables.cycle import StepRow
from plein.store.tables.inventory import TopicRow
from plein.store.tables.review import DecisionRow
from plein.store.tables.text import VersionRow

AROUND = 30
"""So many code points of the text are shown on both sides of a word."""


class WordingRoom(Desk):
    """What people do with words."""

    def avoid(
        self, slug: str, word: str, *, better: str | None = None, because: str | None = None, revision: int | None = None
    ) -> tuple[Avoid, ...]:
        """Add a word to those to avoid in this cycle, or say anew what is better.

        Args:
            slug: The cycle.
            word: The word, or several in a row; ``*`` at its end stands for any ending.
            better: What to say instead.
            because: Why.
            revision: The revision the writer has read.

        Returns:
            All words to avoid in this cycle, the organisation's first.
        """
        found = said(word)
        if found is None or not found.strip("* "):
            raise Unusable(sentence("The word is empty; name the word to avoid."))
        with self._act(slug, "avoid", revision=revision) as act:
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
            return self.organisation.avoid + _own(kept)

    def allow(self, slug: str, word: str, *, revision: int | None = None) -> tuple[Avoid, ...]:
        """Take a word off the list of this cycle again.

        Raises:
            NotFound: It is not on it.
            Refused: It is the organisation's; that list stands in its settings.
        """
        with self._act(slug, "avoid", revision=revision, name="allow") as act:
            there = act.cycle.avoid or []
            kept = [one for one in there if one[0] != word.strip()]
            if kept == there:
                if any(one.word == word.strip() for one in self.organisation.avoid):
                    raise Refused(sentence("“{word}” is avoided by the whole organisation; change it in its settings.", word=word))
                raise NotFound(
                    sentence(
                        "“{word}” is not on the list of {slug}; see it: {command}", word=word, slug=slug, command=f"plein words list {slug}"
                    )
                )
            act.cycle.avoid = kept
            act.note(word=word.strip())
            return self.organisation.avoid + _own(kept)

    def words(self, slug: str) -> tuple[Avoid, ...]:
        """The words to avoid in a cycle: the organisation's, and then its own."""
        with self._look(slug) as sight:
            return self._avoided(sight)

    def check_words(self, slug: str) -> tuple[Finding, ...]:
        """Where words to avoid stand in what the cycle says to people: question, asks, topics, the text, reasons, promises, report.

        What is closed to this person is not looked at; contributions and suggestions are not either, for those are people's own words.
        """
        with self._look(slug) as sight:
            words = self._avoided(sight)
            if not words:
                return ()
            return tuple(finding for where, text in _outgoing(sight) for finding in findings(text, words, where))

    def _avoided(self, sight: Sight) -> tuple[Avoid, ...]:
        return self.organisation.avoid + _own(sight.cycle.avoid or [])


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
        if topic.opened is not None or "host" in sight.roles:
            note = "\n\n".join(part for part in (topic.title, topic.aim, topic.scope, topic.outcome) if part)
            yield sentence("topic {name}", name=topic.name), note
    readable = [row for row in _rows(sight, VersionRow, VersionRow.number) if may_read(sight, row)]
    if readable:
        yield sentence("version {number}", number=readable[-1].number), readable[-1].text
    for decision in _rows(sight, DecisionRow, DecisionRow.suggestion):
        if decision.because and (decision.published is not None or sight.inside):
            yield sentence("the decision on suggestion {number}", number=decision.suggestion), decision.because
    for promise in _rows(sight, PromiseRow, PromiseRow.number):
        yield sentence("promise {number}", number=promise.number), promise.text
    reports = [row for row in _rows(sight, ReportRow, ReportRow.number) if row.published is not None or sight.inside]
    if reports:
        yield sentence("the report"), reports[-1].text


def _rows(sight: Sight, kind: Any, order: Any) -> Sequence[Any]:
    return sight.session.execute(select(kind).where(kind.cycle_id == sight.id).order_by(order)).scalars().all()
