"""Settling a place: one act that answers everything that collides there, so that a crowd leaves a group no more acts than places."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass, field, replace

from plein.documents import Alternative, compatible, merge
from plein.engine.desk import Act
from plein.engine.review.decisions import Answer, decision_seal, keep, refuse
from plein.engine.review.standing import Standing
from plein.engine.review.views import Compatible, Settled
from plein.engine.room import CycleRoom
from plein.engine.rows.of_cycle import rows_of
from plein.engine.rows.written import said
from plein.errors import NotFound, Refused, Unusable
from plein.sentences import listed, sentence, typed
from plein.store.tables.review import DecisionRow
from plein.workflow.outcomes import CHANGING


@dataclass(slots=True)
class Verdict:
    """What is to be decided, by number of the suggestion; ``adopted`` in the order in which they go in."""

    version: int
    adopted: list[int] = field(default_factory=list)
    covered: dict[int, int] = field(default_factory=dict)
    rejected: list[int] = field(default_factory=list)
    open: list[int] = field(default_factory=list)


class SettlingRoom(CycleRoom):
    """What people do where many want something else of one passage."""

    def settle(self, place: int, adopt: Sequence[int] = (), *, because: str, revision: int | None = None, dry_run: bool = False) -> Settled:
        """Settle one place in one act: what is named is adopted, and everything there that this answers is answered.

        Those that are the same as an adopted one to the letter are adopted with it; those that say the same, set in another way, are covered
        by it. What cannot stand beside the choice is rejected, the rest stays open: what is merely alike may want the opposite, and is an
        alternative like any other.

        Args:
            place: Number of the place, as ``suggestions.collisions`` has it.
            adopt: The suggestions that are taken over; insertions at one point go in in this order. Empty where the passage stays as it is.
            because: The reason, which everybody will read.
            revision: The revision the writer has read.
            dry_run: Only say what would happen.

        Raises:
            NotFound: There is no such place, or nothing collides there any more.
            Refused: What is to be adopted collides, or one of the suggestions has a decision that is public or merged.
            Unusable: The reason is missing.

        >>> other = kim.suggestions.add_quote("homes", "cheap homes").suggestions[0]
        >>> settled = bea.decisions.settle(1, [other.id], because="The shortest wording.")
        >>> settled.adopted == (other.id,), settled.rejected
        (True, (1,))
        """
        with self._act("decide", revision=revision, closed=True, dry_run=dry_run) as act:
            return _settle(act, place, list(dict.fromkeys(adopt)), because=because)

    def settle_clean(self, *, because: str, but: Sequence[int] = (), revision: int | None = None, dry_run: bool = False) -> Settled:
        """Adopt in one act all that is in nobody's way: ``plein decision settle CYCLE --clean``. What says the same, set in another way, is
        covered.

        Args:
            because: The reason, which everybody will read.
            but: Suggestions that stay open.
            revision: The revision the writer has read.
            dry_run: Only say what would happen.

        Raises:
            NotFound: There is none that waits for an answer.
            Unusable: The reason is missing.

        >>> bea.decisions.settle_clean(because="Nobody is against it.", but=[2]).adopted
        (1,)
        """
        with self._act("decide", revision=revision, closed=True, dry_run=dry_run) as act:
            return _settle(act, None, (), because=because, but=but)


def _settle(act: Act, place: int | None, adopt: Sequence[int], *, because: str, but: Collection[int] = ()) -> Settled:
    """Decide on everything at one place, or on all that is in nobody's way; see :class:`SettlingRoom`."""
    reason = said(because)
    if reason is None:
        raise Unusable(sentence("Whoever wrote this will want to know why: give the reason with {option}", option=typed("--because")))
    standing = Standing(act)
    if place is None:
        if adopt:
            raise Unusable(
                sentence(
                    "What is in nobody's way is adopted together; to choose at a place, name the place: {command}",
                    command=f"plein decision settle {act.cycle.slug} PLACE",
                )
            )
        verdicts = _undisputed(act, standing, set(but))
    else:
        if but:
            raise Unusable(sentence("At a place everything is answered; leave some open only where nothing collides."))
        verdicts = [_at(act, standing, place, adopt)]
        _refuse_colliding(act, standing, verdicts[0])
    _write(act, place, verdicts, reason, together=len(adopt) > 1)
    covered = {number: by for one in verdicts for number, by in sorted(one.covered.items())}
    return Settled(
        place,
        tuple(number for one in verdicts for number in one.adopted),
        covered,
        tuple(sorted(number for one in verdicts for number in one.rejected)),
        tuple(sorted(number for one in verdicts for number in one.open)),
    )


def largest_set(standing: Standing) -> Compatible:
    """The largest set that goes together among what waits for a decision and collides with nothing that was adopted."""
    people = {row.number: str(row.author_id) for row in standing.rows}
    chosen: list[int] = []
    covered: dict[int, int] = {}
    left: list[int] = []
    support, exact = 0, True
    for version, suggestions in standing.living.items():
        taken = {number for number in suggestions if number in standing.decisions}
        waiting = {number: edits for number, edits in suggestions.items() if number not in taken}
        blocked = {number for number in waiting if taken.intersection(standing.collides_with.get(number, ()))}
        found = compatible(
            standing.text(version), {number: edits for number, edits in waiting.items() if number not in blocked}, people=people
        )
        chosen += found.suggestions
        covered |= found.covered
        left += [*found.left, *blocked]
        support += found.support
        exact &= found.exact
    return Compatible(tuple(sorted(chosen)), dict(sorted(covered.items())), tuple(sorted(left)), support, exact)


def _at(act: Act, standing: Standing, place: int, adopt: Sequence[int]) -> Verdict:
    """What settling one place decides."""
    slug = act.cycle.slug
    found = next(((version, screen) for number, version, screen in standing.screens if number == place), None)
    if found is None:
        raise NotFound(
            sentence(
                "There is no place {place} in {slug} where anything collides; see which there are: {command}",
                place=place,
                slug=slug,
                command=f"plein suggestion collisions {slug}",
            )
        )
    version, screen = found
    sorted_ = standing.crowds[version]
    owner = {number: one for other in sorted_.screens for one in other.alternatives for number in one.suggestions}
    reach = {number for first in screen.also for number in owner[first].suggestions}
    for number in adopt:
        if number not in screen.suggestions and number not in reach:
            raise Refused(
                sentence(
                    "Suggestion {number} does not stand at place {place}; see what does: {command}",
                    number=number,
                    place=place,
                    command=f"plein suggestion collisions {slug}",
                )
            )
    verdict = Verdict(version)
    for number in adopt:
        verdict.adopted += [twin for twin in _twins(standing, version, owner[number], number) if twin not in verdict.adopted]
    groups = {_group(owner[number]) for number in adopt}
    for number in adopt:
        _cover(verdict, owner[number], number)
    for one in screen.alternatives:
        rest = [number for number in one.suggestions if number not in verdict.adopted and number not in verdict.covered]
        if rest and adopt and _group(one) not in groups and _can_stand(standing, verdict, one):
            verdict.open += [number for number in rest if number not in standing.decisions]
        else:
            verdict.rejected += rest
    return verdict


def _undisputed(act: Act, standing: Standing, but: Set[int]) -> list[Verdict]:
    """What settling all that is in nobody's way decides: it is adopted, and covers what says the same, set in another way."""
    verdicts = []
    for version, one in standing.crowds.items():
        verdict = Verdict(version)
        for found in (*one.clean, *(found for screen in one.screens if screen.agreed for found in screen.alternatives)):
            if any(number in standing.decisions for number in found.suggestions):
                continue
            if not but.isdisjoint(found.suggestions):
                verdict.open += found.suggestions
                continue
            verdict.adopted += found.same
            _cover(verdict, found, found.first)
        verdicts.append(verdict)
    if not any(verdict.adopted for verdict in verdicts):
        raise NotFound(
            sentence(
                "Everything that is in nobody's way is decided; see what waits: {command}",
                command=f"plein suggestion list {act.cycle.slug} --undecided",
            )
        )
    return verdicts


def _cover(verdict: Verdict, one: Alternative[int], by: int) -> None:
    for number in one.suggestions:
        if number not in verdict.adopted:
            verdict.covered.setdefault(number, by)


def _group(one: Alternative[int]) -> int:
    """The alternatives that are nearly alike, by the first suggestion of the one with the most people: two together say it twice."""
    return one.first if one.like is None else one.like


def _can_stand(standing: Standing, verdict: Verdict, one: Alternative[int]) -> bool:
    """Whether an alternative collides with nothing that is adopted: then nothing was said about it."""
    edits = standing.living[verdict.version]
    if not any(not set(verdict.adopted).isdisjoint(standing.collides_with.get(number, ())) for number in one.suggestions):
        return True
    beside = {number: edits[number] for number in (*verdict.adopted, one.first)}
    return one.first not in merge(standing.text(verdict.version), beside, order=verdict.adopted).held


def _twins(standing: Standing, version: int, one: Alternative[int], number: int) -> list[int]:
    """A suggestion with those that are the same to the letter; itself first."""
    edits = standing.living[version]
    return [number, *(other for other in one.suggestions if other != number and edits[other] == edits[number])]


def _refuse_colliding(act: Act, standing: Standing, verdict: Verdict) -> None:
    """What is adopted has to go together, also with what was adopted before: else a merge would hold it, and nobody would know why."""
    answered = {*verdict.covered, *verdict.rejected}
    before = [
        number
        for number in standing.living[verdict.version]
        if number in standing.decisions and number not in answered and standing.decisions[number].outcome in CHANGING
    ]
    edits = {number: standing.living[verdict.version][number] for number in (*before, *verdict.adopted)}
    for collision in merge(standing.text(verdict.version), edits, order=verdict.adopted).collisions:
        if not set(verdict.adopted).isdisjoint(collision.suggestions):
            raise Refused(
                sentence(
                    "{suggestions} collide, so that they cannot all be adopted; choose: {command}",
                    suggestions=listed(map(str, sorted(collision.suggestions))),
                    command=f"plein suggestion collisions {act.cycle.slug}",
                )
            )


def _write(act: Act, place: int | None, verdicts: Sequence[Verdict], reason: str, *, together: bool) -> None:
    """Keep the decisions, and say so in one entry."""
    wanted: dict[int, Answer] = {}
    for verdict in verdicts:
        for turn, number in enumerate(verdict.adopted, 1):
            first, rank = (verdict.adopted[0], turn) if together else (None, None)
            wanted[number] = Answer("adopted", reason, together=first, rank=rank)
        wanted |= {number: Answer("covered", reason, covered_by=by) for number, by in verdict.covered.items()}
        wanted |= dict.fromkeys(verdict.rejected, Answer("rejected", reason))
    there = {row.suggestion: row for row in rows_of(act, DecisionRow, order=DecisionRow.suggestion) if row.suggestion in wanted}
    rows = {row.number: row for row in Standing(act).rows}
    seals, covered = [], []
    for number in sorted(wanted):
        answer, decision = wanted[number], there.get(number)
        if decision is not None and _stands(decision, answer):
            continue
        refuse(act, rows[number], decision, answer.outcome)
        decision = keep(act, number, decision, answer)
        seals.append([number, decision_seal(decision)])
        if answer.covered_by is not None:
            covered.append([number, answer.covered_by])
    act.session.flush()
    if not seals:
        act.nothing()
    act.note(outcome="settled", place=place, seals=seals, covered_by=None, covered=covered, together=together)


def _stands(row: DecisionRow, answer: Answer) -> bool:
    """Whether it was decided so before; what is public need not be said again in other words."""
    before = Answer.of(row)
    return replace(before, because=answer.because) == replace(answer, text=before.text) and (
        row.because == answer.because or row.published is not None
    )
