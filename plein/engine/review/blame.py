"""Where every word of a version comes from: the version it appeared in, the suggestion that asked for it, and the decision.

An outsider's answer is made of what is public alone: the published versions, and the suggestions whose decision is published. So it cannot
tell what the circle wrote in between, nor which of its members wrote it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from sqlalchemy import or_, select
from sqlmodel import col

from plein.documents import Edit, Run, Step, diff, merge_step, trace, written
from plein.engine.desk import Sight
from plein.engine.inventory.origins import known_to, origins
from plein.engine.review.as_seen import decision_view
from plein.engine.review.carrying import WANTED, Ways, effective_edits, onward
from plein.engine.review.edits_kept import fits
from plein.engine.review.put_together import due_to, put_together_from
from plein.engine.review.standing import decisions_seen, turn_of
from plein.engine.review.views import BlameRun, Decision
from plein.engine.room import CycleRoom
from plein.engine.rows.of_cycle import columns_of
from plein.engine.rows.people import names
from plein.engine.rows.undisturbed import undisturbed
from plein.engine.text.versions import readable, readable_rows
from plein.store.tables.review import DecisionRow, SuggestionRow
from plein.store.tables.text import VersionRow
from plein.workflow.outcomes import CHANGING

Source = tuple[int, int]
"""The number of the version in which words appeared, and that of the suggestion that asked for them; 0 for none."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A suggestion that was merged, as this person may know of it. ``alike``: covered by it, and the same to the letter.

    One of which words went in with the text of another is *inside* that one: its decision is the other's.
    """

    suggestion: SuggestionRow
    decision: DecisionRow
    alike: tuple[SuggestionRow, ...] = ()
    inside: bool = False


class BlameRoom(CycleRoom):
    """What leads from the words back to the people."""

    @undisturbed
    def blame(self, version: int | None = None) -> tuple[BlameRun, ...]:
        """Where each stretch of a version comes from; together they are the whole text.

        Args:
            version: Its number; None for the newest that this person may read.

        Raises:
            NotFound: There is no such version, or it is closed to this person.

        >>> [run.version for run in piet.draft.blame()]
        [1]
        """
        with self._look() as sight:
            row = readable(sight, version)
            return _History(sight, row.number).blame(row)

    @undisturbed
    def blames(self) -> Mapping[int, tuple[BlameRun, ...]]:
        """The same of every version that this person may read, by number.

        >>> sorted(piet.draft.blames())
        [1]
        """
        with self._look() as sight:
            history = _History(sight)
            return {row.number: history.blame(row) for row in history.chain}


class _History:
    """The versions this person may read, up to one of them, and what happened from each to the next."""

    def __init__(self, sight: Sight, last: int | None = None) -> None:
        self._sight = sight
        self.chain = [row for row in _chain(sight) if last is None or row.number <= last]
        self._parts = _parts(sight) if len(self.chain) > 1 else {}
        self._texts = {row.number: row.text for row in self.chain}
        self._ways = Ways(sight)
        self._steps = {after.number: tuple(self._between(before, after)) for before, after in pairwise(self.chain)}

    def blame(self, version: VersionRow) -> tuple[BlameRun, ...]:
        """The runs of one of these versions."""
        first = self.chain[0]
        steps = [step for number, found in self._steps.items() if number <= version.number for step in found]
        runs = trace(first.text, (first.number, 0), steps)
        wrote = {row.number: row for row in self.chain}
        return tuple(_views(self._sight, version, runs, wrote, self._parts, origins(self._sight, self.chain)))

    def _between(self, before: VersionRow, after: VersionRow) -> Iterator[Step[Source]]:
        """What happened between two versions of the chain: the merges in between one by one, and then whatever else differs."""
        merges: dict[int, list[_Part]] = defaultdict(list)
        for part in self._parts.values():
            if not part.inside and before.number < (part.decision.merged_in or 0) <= after.number:
                merges[part.decision.merged_in or 0].append(part)
        text = before.text
        for number in sorted(merges):
            parts = sorted(merges[number], key=lambda part: turn_of(part.decision))
            order = [(after.number, part.suggestion.number) for part in parts if part.decision.together is not None]
            carried = self._inside(parts, before) if self._sight.inside else self._outside(parts, text)
            step = merge_step(text, {(after.number, number): edits for number, edits in self._by_source(carried).items()}, order=order)
            yield step
            text = written(text, step)
        yield Step({(after.number, 0): diff(text, after.text)})

    def _by_source(self, carried: Mapping[int, tuple[Edit, ...]]) -> Mapping[int, tuple[Edit, ...]]:
        """The same edits, those of a text that was put together with the suggestions they come from."""
        found: dict[int, tuple[Edit, ...]] = {}
        for number, edits in carried.items():
            shares = due_to(self._parts[number].decision, edits)
            found |= shares if shares and shares.keys() <= self._parts.keys() else {number: edits}
        return found

    def _inside(self, parts: Sequence[_Part], before: VersionRow) -> Mapping[int, tuple[Edit, ...]]:
        """What suggestions changed when they were merged, as the merge itself worked it out."""
        moved = self._ways.decided([(part.suggestion, part.decision) for part in parts], before.number)
        return {number: found.edits for number, found in moved.items()}

    def _outside(self, parts: Sequence[_Part], text: str) -> Mapping[int, tuple[Edit, ...]]:
        """What suggestions changed in a text that is public, told from what is public; nothing where that does not tell it."""
        found: dict[int, tuple[Edit, ...]] = {}
        for part in parts:
            # A passage chosen by hand in a draft that is not public is looked for in the public text.
            made_on = self._texts.get(part.decision.at_version or part.suggestion.version, text)
            edits = effective_edits(self._ways.footing, part.suggestion, part.decision, made_on)
            if edits is not None and fits(edits, made_on):
                found[part.suggestion.number] = onward({0: edits}, made_on, text)[0].edits
        return found


def _chain(sight: Sight) -> Sequence[VersionRow]:
    """The versions this person may read, oldest first; each was made onto the one before it."""
    return readable_rows(sight)


def _parts(sight: Sight) -> Mapping[int, _Part]:
    """What was merged into the versions, as far as this person may see the decisions, by number of the suggestion."""
    decisions = decisions_seen(sight)
    telling = {number for number, row in decisions.items() if row.merged_in is not None or row.outcome == "covered"}
    told = select(col(DecisionRow.suggestion)).where(
        col(DecisionRow.cycle_id) == sight.id, or_(col(DecisionRow.merged_in).is_not(None), col(DecisionRow.outcome) == "covered")
    )
    those: Sequence[SuggestionRow] = columns_of(sight, (*WANTED, SuggestionRow.contribution), col(SuggestionRow.number).in_(told))
    rows = {row.number: row for row in those if row.number in telling}
    alike: dict[int, list[SuggestionRow]] = defaultdict(list)
    for number, row in rows.items():
        covering = rows.get(decisions[number].covered_by or 0)
        if covering is not None and (row.version, row.edits) == (covering.version, covering.edits):
            alike[covering.number].append(row)
    merged = {
        number: _Part(row, decisions[number], tuple(alike[number]))
        for number, row in rows.items()
        if decisions[number].merged_in is not None and decisions[number].outcome in CHANGING
    }
    within = {
        number: _Part(rows[number], part.decision, inside=True)
        for part in merged.values()
        for number in put_together_from(part.decision)
        if number in rows
    }
    return within | merged


def _views(
    sight: Sight,
    version: VersionRow,
    runs: Sequence[Run[Source]],
    wrote: Mapping[int, VersionRow],
    parts: Mapping[int, _Part],
    began: Mapping[int, tuple[int, ...]],
) -> Iterator[BlameRun]:
    """The runs with the names of people; who in the circle wrote what is the circle's own affair."""
    keys = {row.author_id for row in wrote.values()} if sight.inside else set()
    for part in parts.values():
        keys.update((part.suggestion.author_id, part.decision.by_id), (one.author_id for one in part.alike))
    people = names(sight, keys)
    asked_for = _asked_for(sight, parts)
    told: dict[frozenset[Source], tuple[tuple[int, ...], tuple[str, ...], Decision | None]] = {}
    for run in runs:
        if run.sources not in told:
            told[run.sources] = _told(sight, run.sources, wrote, parts, people)
        suggestions, authors, decision = told[run.sources]
        came_in = wrote[min(run.sources)[0]]
        yield BlameRun(
            start=run.start,
            end=run.end,
            text=version.text[run.start : run.end],
            version=came_in.number,
            suggestion=suggestions[0] if suggestions else None,
            author=authors[0] if authors else None,
            suggestions=suggestions,
            authors=authors,
            adapted=decision is not None and decision.outcome == "adapted",
            decision=decision,
            contributions=_origins(suggestions, asked_for) if suggestions else began[came_in.number],
            corrects=came_in.corrects,
            because=came_in.because,
        )


def _asked_for(sight: Sight, parts: Mapping[int, _Part]) -> Mapping[int, int]:
    """The contribution each suggestion comes from, by its number, where this person may know of it."""
    rows = [row for part in parts.values() for row in (part.suggestion, *part.alike)]
    seen = known_to(sight, (row.contribution for row in rows))
    return {row.number: row.contribution for row in rows if row.contribution is not None and row.contribution in seen}


def _origins(suggestions: Sequence[int], asked_for: Mapping[int, int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(asked_for[number] for number in suggestions if number in asked_for))


def _told(
    sight: Sight, sources: frozenset[Source], wrote: Mapping[int, VersionRow], parts: Mapping[int, _Part], people: Mapping[int, str]
) -> tuple[tuple[int, ...], tuple[str, ...], Decision | None]:
    """(suggestions, authors, decision) behind one set of sources, first the one that was merged first by number."""
    number, suggestion = min(sources)
    if not suggestion:
        return (), (people[wrote[number].author_id],) if sight.inside else (), None
    taken = [parts[one] for _, one in sorted(sources)]
    others = sorted((row for part in taken for row in part.alike), key=attrgetter("number"))
    rows = [*(part.suggestion for part in taken), *others]
    decision = taken[0].decision
    return (
        tuple(row.number for row in rows),
        tuple(dict.fromkeys(people[row.author_id] for row in rows)),
        decision_view(sight, decision, people[decision.by_id]),
    )
