"""The decisions: what the group answers to every suggestion, with its reason, and when the public gets to read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from sqlmodel import col

from plein.documents import canonical, find_quote, replace_quote
from plein.documents.show.quote import reading
from plein.engine.desk import Act
from plein.engine.review.as_seen import decision_view
from plein.engine.review.edits_kept import Footing, Kept
from plein.engine.review.passage_moves import move_of
from plein.engine.review.put_together import free_the_others, refuse_apart
from plein.engine.review.standing import decision_on, decisions_seen, suggestion_row
from plein.engine.review.views import Decision
from plein.engine.room import CycleRoom
from plein.engine.rows.of_cycle import columns_of, every_column, rows_of, set_all
from plein.engine.rows.people import names
from plein.engine.rows.undisturbed import undisturbed
from plein.engine.rows.written import as_typed, said
from plein.engine.text.versions import newest_row
from plein.errors import Refused, Unusable
from plein.sentences import in_a_row, printable, sentence, typed
from plein.store import record
from plein.store.tables.review import DecisionRow, SuggestionRow
from plein.terms import term
from plein.vocabulary import Decided, Terms, meant
from plein.workflow.outcomes import CHANGING, DECIDED, OUTCOMES


@dataclass(frozen=True, slots=True)
class Answer:
    """What is decided on a suggestion, in the columns of its row."""

    outcome: str
    because: str | None
    text: str | None = None
    covered_by: int | None = None
    together: int | None = None
    rank: int | None = None
    at_quote: str | None = None
    at_version: int | None = None
    parts: list[list[Any]] | None = None

    @staticmethod
    def of(row: DecisionRow) -> Answer:
        """What was decided."""
        return Answer(*(getattr(row, one.name) for one in fields(Answer)))


@dataclass(frozen=True, slots=True)
class Fresh(Answer):
    """A first decision on a suggestion that is not kept yet, in the columns of its row: where there are thousands, rows take too long to make."""

    cycle_id: int = field(kw_only=True)
    suggestion: int = field(kw_only=True)
    salt: str = field(kw_only=True, default_factory=record.salt)
    by_id: int = field(kw_only=True)
    at: datetime = field(kw_only=True)
    published: None = None
    merged_in: None = None

    @staticmethod
    def by(act: Act, number: int, answer: Answer) -> Fresh:
        """The decision that somebody takes now."""
        told = {one.name: getattr(answer, one.name) for one in fields(Answer)}
        return Fresh(**told, cycle_id=act.id, suggestion=number, by_id=act.by, at=act.now)


class DecisionsRoom(CycleRoom):
    """What the group does with what came in."""

    def set(
        self,
        numbers: int | Sequence[int],
        outcome: Decided,
        because: str | None = None,
        text: str | None = None,
        covered_by: int | None = None,
        together: bool = False,
        *,
        at: str | None = None,
        revision: int | None = None,
    ) -> tuple[Decision, ...]:
        """Decide on one or more suggestions, all or none. Until it is published, a decision can be taken again.

        Args:
            numbers: The suggestion, or the suggestions.
            outcome: ``adopted``, ``adapted`` (with *text*), ``rejected``, ``covered`` (by *covered_by*) or ``noted`` (read, no change follows).
            because: The reason, which everybody will read; needed for every outcome but ``adopted``.
            text: For ``adapted``: what stands in place of the quoted passage; of one that is moved, how it reads at its new place.
            covered_by: For ``covered``: the suggestion that settles these.
            together: For ``adopted``: insertions at one place all go in, in the order of *numbers*.
            at: For ``adopted`` and ``adapted``: a passage of the newest version, which must occur once, as it stands there or as it reads. What
                the suggestion puts in place of its own passage takes the place of this one; for what collided with a next version, or lost
                its passage. A suggestion that moves a passage puts nothing in the place of another, so that it cannot be ``adopted`` so.
            revision: The revision the writer has read.

        Raises:
            NotFound: There is no such suggestion.
            QuoteNotFound, QuoteAmbiguous: The passage *at* occurs nowhere in the newest version, or more than once.
            QuoteTorn: Only a part was quoted of what a mark holds.
            Refused: It was withdrawn, its decision is published or merged, or the outcome does not fit it.
            Unusable: The reason is missing, or the text.

        >>> bea.decisions.set([1, 2], "rejected", because="Outside our powers.")[1].outcome
        'rejected'
        """
        wanted = [numbers] if isinstance(numbers, int) else list(dict.fromkeys(numbers))
        reason, outcome = said(because), _checked_outcome(outcome, self._desk.organisation.terms)
        _check(wanted, outcome, reason, text, covered_by, together)
        _check_place(wanted, outcome, together, at)
        with self._act("decide", revision=revision, closed=True) as act:
            rows = [suggestion_row(act, number) for number in wanted]
            found = rows_of(act, DecisionRow, col(DecisionRow.suggestion).in_(wanted), order=DecisionRow.suggestion)
            there = {row.suggestion: row for row in found}
            for row in rows:
                refuse(act, row, there.get(row.number), outcome)
            refuse_apart(act, found)
            for decided in found:
                free_the_others(act, decided, wanted)
            if covered_by is not None:
                _refuse_covering(act, covered_by)
                _refuse_chains(act, wanted)
            quote, version = (None, None) if at is None else _placed(act, rows[0], outcome, as_typed(at))
            adapted = None if text is None else _fitting(_as_it_stands(act, as_typed(at or ""), quote, canonical(text)), rows[0], quote)
            done, seals = [], []
            for turn, row in enumerate(rows, 1):
                first, rank = (wanted[0], turn) if together else (None, None)
                answer = Answer(outcome, reason, adapted, covered_by, first, rank, quote, version)
                decision = there.get(row.number)
                if decision is None or Answer.of(decision) != answer:
                    decision = keep(act, row.number, decision, answer)
                    seals.append([row.number, decision_seal(decision)])
                done.append(decision)
            act.session.flush()
            if not seals:
                act.nothing()
            act.note(outcome=outcome, seals=seals, covered_by=covered_by, together=together)
            return tuple(decision_view(act, decision, act.actor.handle) for decision in done)

    def list(self) -> tuple[Decision, ...]:
        """The decisions this person may see, by number of the suggestion.

        >>> decided = bea.decisions.set(1, "adopted")
        >>> [decision.suggestion for decision in bea.decisions.list()], piet.decisions.list()
        ([1], ())
        """
        with self._look() as sight:
            rows = sorted(decisions_seen(sight).values(), key=lambda row: row.suggestion)
            people = names(sight, {row.by_id for row in rows})
            return tuple(decision_view(sight, row, people[row.by_id]) for row in rows)

    @undisturbed
    def publish(self, *, revision: int | None = None) -> tuple[Decision, ...]:
        """Let everybody read the decisions taken so far, with their reasons.

        Returns:
            Those that were not public before.

        >>> decided = bea.decisions.set(1, "adopted")
        >>> [decision.suggestion for decision in bea.decisions.publish()]
        [1]
        """
        with self._act("publish-decisions", revision=revision) as act:
            rows = columns_of(act, every_column(DecisionRow), col(DecisionRow.published).is_(None), order=DecisionRow.suggestion)
            if not rows:
                act.nothing()
            set_all(act, DecisionRow, {"published": act.now}, col(DecisionRow.published).is_(None))
            act.note(seals=[[row.suggestion, decision_seal(row)] for row in rows])
            people = names(act, {row.by_id for row in rows})
            return tuple(decision_view(act, row, people[row.by_id], published=True) for row in rows)


def decision_seal(row: DecisionRow | Fresh) -> str:
    """What the record holds of a decision: outcome, reason, text and the place that was chosen for it, salted."""
    together = None if row.together is None else row.together * 1_000_000 + (row.rank or 0)  # one number, as it always was in the record
    parts = [str(row.suggestion), row.outcome, row.because, row.text, str(row.covered_by), str(together)]
    if row.at_quote is not None or row.at_version is not None:  # else sealed as before there were places, so that older records hold
        parts += [row.at_quote, str(row.at_version)]
    if row.parts is not None:
        parts.append(record.body({"parts": row.parts}))
    return record.seal(row.salt, *parts)


def keep(act: Act, number: int, row: DecisionRow | None, answer: Answer) -> DecisionRow:
    """Keep what was decided on a suggestion, in place of what was decided before, if anything was."""
    if row is None:
        row = DecisionRow(cycle_id=act.id, suggestion=number, outcome=answer.outcome, salt="", by_id=act.by, at=act.now)
        act.session.add(row)
    for column in fields(Answer):
        setattr(row, column.name, getattr(answer, column.name))
    row.salt, row.by_id, row.at = record.salt(), act.by, act.now
    return row


def _checked_outcome(outcome: str, own: Terms) -> Decided:
    found = meant(outcome, DECIDED, own)
    if found is None:
        known = in_a_row(map(term, DECIDED))
        raise Unusable(sentence("“{outcome}” is no outcome; choose one of: {outcomes}", outcome=printable(outcome), outcomes=known))
    return found


def _check(numbers: Sequence[int], outcome: str, reason: str | None, text: str | None, covered_by: int | None, together: bool) -> None:
    if not numbers:
        raise Unusable(sentence("Name the suggestions to decide on by their numbers."))
    asked = OUTCOMES[outcome]
    if asked.needs_reason and reason is None:
        raise Unusable(sentence("Whoever wrote this will want to know why: give the reason with {option}", option=typed("--because")))
    if (text is None) == (asked.needs == "text"):
        raise Unusable(
            sentence(
                "Adapting needs the text that is to stand there, and only adapting takes one: {option}",
                option=typed("--adapt TEXT", "text="),
            )
        )
    if text is not None and len(numbers) > 1:
        raise Unusable(sentence("Adapt one suggestion at a time, and settle those it also answers: {option}", option=typed("--covered-by")))
    if (covered_by is None) == (asked.needs == "suggestion"):
        raise Unusable(sentence("Name the suggestion that covers these: {option}", option=typed("--covered-by M", "covered_by=")))
    if covered_by in numbers:
        raise Unusable(sentence("Suggestion {number} cannot be covered by itself; name the other one.", number=covered_by))
    if together and outcome != "adopted":
        raise Unusable(
            sentence("Only adopted suggestions go in together: {options}", options=typed("--adopt --together", '"adopted", together=True'))
        )


def _check_place(numbers: Sequence[int], outcome: str, together: bool, at: str | None) -> None:
    if at is None:
        return
    if outcome not in CHANGING:
        raise Unusable(
            sentence(
                "Only what is taken over gets a place in the text: {adopt}, or {adapt}",
                adopt=typed("--adopt --at QUOTE", '"adopted", at='),
                adapt=typed("--adapt TEXT --at QUOTE", '"adapted", text=, at='),
            )
        )
    if len(numbers) > 1 or together:
        command = "plein decision set CYCLE N --adopt --at QUOTE"
        raise Unusable(sentence("Give one suggestion at a time its place: {command}", command=command))


def _placed(act: Act, row: SuggestionRow, outcome: str, at: str) -> tuple[str, int]:
    """The passage as it stands in the newest version, and the number of that version."""
    newest = newest_row(act)
    assert newest is not None
    if outcome == "adopted" and move_of(row, Footing(act)) is not None:
        raise Refused(
            sentence(
                "Suggestion {number} moves a passage and replaces none; move it in the text: {command}",
                number=row.number,
                command=f"plein draft save {act.cycle.slug} FILE",
            )
        )
    if outcome == "adopted" and not row.quote:
        raise Refused(
            sentence(
                "Suggestion {number} adds something and replaces nothing; write how the passage reads with it: {options}",
                number=row.number,
                options=typed("--adapt TEXT --at QUOTE", '"adapted", text=, at='),
            )
        )
    start, end = find_quote(newest.text, at, version=newest.number, whole=True)
    passage = newest.text[start:end]
    find_quote(newest.text, passage, version=newest.number, exact=True)  # it will be looked for by these very characters
    return passage, newest.number


def _as_it_stands(act: Act, at: str, passage: str | None, text: str) -> str:
    """The adapted text with the marks of the passage, where that was quoted as it reads."""
    newest = newest_row(act)
    if passage is None or newest is None or at.split() == passage.split():
        return text
    span, edits = replace_quote(newest.text, at, text, version=newest.number)
    return canonical(reading(newest.text, span, edits))


def refuse(act: Act, row: Kept, decision: DecisionRow | None, outcome: str) -> None:
    """Refuse to decide on what was withdrawn, merged or answered in public, and to change the text by a tip."""
    slug, number = act.cycle.slug, row.number
    if row.status == "withdrawn":
        raise Refused(sentence("Suggestion {number} was withdrawn by its author; there is nothing to decide on.", number=number))
    if row.kind == "tip" and outcome in CHANGING:
        raise Refused(
            sentence(
                "Number {number} is a tip, which changes no text; answer it with {options} or {last}.",
                number=number,
                options=typed("--noted, --reject", '"noted", "rejected"'),
                last=typed("--covered-by", '"covered"'),
            )
        )
    if decision is None:
        return
    if decision.merged_in is not None:
        raise merged_already(number, decision.merged_in, slug)
    if decision.published is not None:
        raise Refused(
            sentence(
                "The decision on suggestion {number} is public; take it back first, and say why: {command}",
                number=number,
                command=f"plein decision undo {slug} {number} --because TEXT",
            )
        )


def merged_already(number: int, version: int, slug: str) -> Refused:
    """The refusal of what would change the answer to a suggestion whose words stand in a version."""
    return Refused(
        sentence(
            "Suggestion {number} was merged into version {version}; change the text instead: {command}",
            number=number,
            version=version,
            command=f"plein draft save {slug} FILE",
        )
    )


def _refuse_covering(act: Act, number: int) -> None:
    """A suggestion may point only at one that is answered by itself, else people are sent in circles."""
    if suggestion_row(act, number).status == "withdrawn":
        raise Refused(sentence("Suggestion {number} was withdrawn, so that it can cover nothing; name another.", number=number))
    other = decision_on(act, number)
    if other is not None and other.outcome == "covered":
        raise Refused(sentence("Suggestion {number} is itself covered by {other}; name that one.", number=number, other=other.covered_by))


def _refuse_chains(act: Act, numbers: Sequence[int]) -> None:
    """What others are settled by is not settled by another itself: whoever follows the answers would be sent from one to the next."""
    pointing = rows_of(act, DecisionRow, col(DecisionRow.covered_by).in_(numbers), order=DecisionRow.suggestion)
    if pointing:
        by = pointing[0].covered_by
        raise Refused(
            sentence(
                "Suggestion {number} settles {others}; decide on those otherwise first, or answer it by itself.",
                number=by,
                others=", ".join(str(row.suggestion) for row in pointing if row.covered_by == by),
            )
        )


def _fitting(text: str, row: SuggestionRow, at: str | None) -> str:
    """The adapted text with line ends as the passage has them: a quote from within a line stays within it."""
    whole = (row.quote.endswith("\n") or (row.replace or "").endswith("\n")) if at is None else at.endswith("\n")
    return text if whole else text.rstrip("\n")
