"""Settling a place: one act that answers everything that collides there, so that a crowd leaves a group no more acts than places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import replace

from sqlmodel import col

from plein.documents import Alternative, Edit, cannot_stand, merge
from plein.engine.desk import Act
from plein.engine.review.decisions import Answer, Fresh, decision_seal, keep, refuse
from plein.engine.review.places import Named, Places
from plein.engine.review.put_together import free_the_others, kept
from plein.engine.review.standing import Standing
from plein.engine.review.unseen import refuse_unseen
from plein.engine.review.verdict import Chosen, Verdict, chosen_text
from plein.engine.review.views import Settled
from plein.engine.room import CycleRoom
from plein.engine.rows.of_cycle import FEW, add_rows, rows_of
from plein.engine.rows.undisturbed import undisturbed
from plein.engine.rows.written import said
from plein.errors import NotFound, Refused, Unusable
from plein.sentences import listed, sentence, typed
from plein.store.tables.review import DecisionRow
from plein.workflow.outcomes import CHANGING

_TRIED = 500
"""How many suggestions at other places are tried against what is adopted, those first that are known to collide, then the nearest."""


class SettlingRoom(CycleRoom):
    """What people do where many want something else of one passage."""

    @undisturbed
    def settle(
        self,
        place: int,
        adopt: Sequence[int] = (),
        *,
        because: str,
        proposal: int | None = None,
        seen: Sequence[int] | None = None,
        revision: int | None = None,
        dry_run: bool = False,
    ) -> Settled:
        """Settle one place in one act: what is named is adopted, and what this answers is answered.

        Those that are the same as an adopted one to the letter are adopted with it; those that say the same, set in another way, are covered
        by it. What cannot stand beside the choice is rejected, also where it reaches in from another place, or is reached there. The rest
        stays open: what is merely alike, or collided with something that was not adopted, was not answered. Where nothing is adopted, all that
        stands there is rejected.

        Args:
            place: Name of the place, as ``suggestions.collisions`` has it; or the number of any suggestion that stands there.
            adopt: The suggestions that are taken over; insertions at one point go in in this order. Empty where the passage stays as it is.
            because: The reason, which everybody will read.
            proposal: Instead of *adopt*: the ready text that is taken, from 1, as ``proposals`` of the collision has them. One that is the
                wording of a suggestion adopts that; one that was put together from several is the answer to the first of them, ``adapted``, and
                the others it takes from are covered by it: the words stay whose they are. Say what was *seen*: with what comes in the
                texts change.
            seen: The suggestions that stood there when somebody looked: ``suggestions`` of the collision, and its ``also``. If the act would
                answer others, it is refused. None to settle the place as it is now.
            revision: The revision the writer has read.
            dry_run: Only say what would happen.

        Raises:
            NotFound: There is no such place, or nothing collides there any more; the sentence says which place is there now.
            PlaceChanged: It would answer suggestions that were not *seen*; ``came`` has their numbers.
            Refused: What is to be adopted collides, or one of the suggestions has a decision that is public or merged.
            Unusable: The reason is missing, or both *adopt* and *proposal* are given.

        >>> other = kim.suggestions.add_quote("homes", "cheap homes").suggestions[0]
        >>> (place,) = bea.suggestions.collisions()
        >>> settled = bea.decisions.settle(place.id, [other.id], because="The shortest wording.", seen=place.suggestions)
        >>> settled.adopted == (other.id,), settled.rejected
        (True, (1,))
        """
        with self._act("decide", revision=revision, closed=True, dry_run=dry_run) as act:
            if proposal is not None and adopt:
                raise Unusable(
                    sentence(
                        "Take over suggestions or a ready text, not both: {adopt}, or {proposal}",
                        adopt=typed("--adopt N", "adopt="),
                        proposal=typed("--proposal K", "proposal="),
                    )
                )
            return _settle(act, place, list(dict.fromkeys(adopt)), because=because, seen=seen, proposal=proposal)

    @undisturbed
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


def _settle(
    act: Act,
    place: int | None,
    adopt: Sequence[int],
    *,
    because: str,
    but: Collection[int] = (),
    seen: Collection[int] | None = None,
    proposal: int | None = None,
) -> Settled:
    """Decide on everything at one place, or on all that is in nobody's way; see :class:`SettlingRoom`."""
    reason = said(because)
    if reason is None:
        raise Unusable(sentence("Whoever wrote this will want to know why: give the reason with {option}", option=typed("--because")))
    standing = Standing(act)
    if place is None:
        verdicts = _undisputed(act, standing, set(but))
    else:
        found = Places(standing).find(place)
        place = found.name
        if proposal is not None and seen is not None:  # with what came since, the texts may be others
            refuse_unseen(act, standing, found, set(found.screen.suggestions), frozenset(seen))
        chosen = None if proposal is None else chosen_text(act, standing, found, proposal)
        if isinstance(chosen, list):
            adopt, chosen = chosen, None
        verdicts = [_at(act, standing, found, adopt, chosen)]
        _refuse_colliding(act, standing, verdicts[0])
        if seen is not None:
            refuse_unseen(act, standing, found, set(verdicts[0].answered) - {*adopt}, frozenset(seen))
    _write(act, standing, place, verdicts, reason, together=len(adopt) > 1)
    covered = {number: by for one in verdicts for number, by in sorted(one.covered.items())}
    return Settled(
        place,
        tuple(number for one in verdicts for number in one.adopted),
        covered,
        tuple(sorted(number for one in verdicts for number in one.rejected)),
        tuple(sorted(number for one in verdicts for number in one.open)),
        tuple(sorted(number for one in verdicts for number in one.elsewhere)),
        tuple(one.adapted.lead for one in verdicts if one.adapted is not None),
    )


def _at(act: Act, standing: Standing, found: Named, adopt: Sequence[int], text: Chosen | None = None) -> Verdict:
    """What settling one place decides."""
    version, screen = found.version, found.screen
    owner = {number: one for other in standing.crowds[version].screens for one in other.alternatives for number in one.suggestions}
    reach = {number for first in screen.also for number in owner[first].suggestions}
    for number in adopt:
        if number not in screen.suggestions and number not in reach:
            raise Refused(
                sentence(
                    "Suggestion {number} does not stand at place {place}; see what does: {command}",
                    number=number,
                    place=found.name,
                    command=f"plein suggestion collisions {act.cycle.slug}",
                )
            )
    verdict = Verdict(version)
    for number in adopt:
        verdict.adopted += [twin for twin in _twins(standing, version, owner[number], number) if twin not in verdict.adopted]
    for number in adopt:
        _cover(verdict, owner[number], number, verdict.adopted)
    if text is not None:
        verdict.adapted = text
        verdict.covered |= {number: text.lead for number in text.parts if number != text.lead}
        for number in text.parts:
            _cover(verdict, owner[number], text.lead, verdict.adopted)
    rest = [number for number in screen.suggestions if number not in verdict.answered]
    if not adopt and text is None:
        verdict.rejected = rest
        return verdict
    edits, base = standing.living[version], standing.text(version)
    chosen = verdict.edits(edits)
    fallen = set(cannot_stand(base, chosen, {number: edits[number] for number in rest}, order=verdict.adopted))
    undecided = [number for number in rest if number not in fallen and number not in standing.decisions]
    before = {number: edits[number] for number in _adopted_before(standing, version) if number not in fallen and number not in chosen}
    if before:
        turns = [*standing.together, *verdict.adopted]
        fallen |= cannot_stand(base, before | chosen, {number: edits[number] for number in undecided}, order=turns)
    verdict.elsewhere = _elsewhere(standing, verdict, fallen.union(rest))
    verdict.rejected = sorted(fallen.union(verdict.elsewhere))
    verdict.open = [number for number in undecided if number not in fallen]
    return verdict


def _adopted_before(standing: Standing, version: int) -> list[int]:
    """What earlier acts adopted on a version, and is not in the text yet: all of it stands, so that what collides with it cannot."""
    decided = {number: one.outcome for number, one in standing.decisions.items()}
    return [number for number in standing.living[version] if decided.get(number) in CHANGING]


def _elsewhere(standing: Standing, verdict: Verdict, here: Collection[int]) -> list[int]:
    """What waits for an answer at other places and cannot stand beside what is adopted here: open, it could only be refused.

    Those nearest are tried one by one, since a third suggestion may hide that two collide; of a dense crowd the rest as they collide together.
    """
    edits, base = standing.living[verdict.version], standing.text(verdict.version)
    chosen = verdict.edits(edits)
    known = {*here, *verdict.answered}
    waiting = {number: found for number, found in edits.items() if number not in known and number not in standing.decisions}
    met = {other for number in chosen for other in standing.collides_with.get(number, ())}
    nearest = sorted(waiting, key=lambda number: (number not in met, _apart(waiting[number], chosen.values()), number))
    return sorted(cannot_stand(base, chosen, {number: waiting[number] for number in nearest[:_TRIED]}, order=verdict.adopted))


def _apart(one: Sequence[Edit], others: Iterable[Sequence[Edit]]) -> int:
    """How many characters lie between a suggestion and the nearest of others; 0 where their stretches meet."""
    start, end = one[0].start, one[-1].end
    return min(max(other[0].start - end, start - other[-1].end, 0) for other in others)


def _undisputed(act: Act, standing: Standing, but: Set[int]) -> list[Verdict]:
    """What settling all that is in nobody's way decides: it is adopted, and covers what says the same, set in another way."""
    verdicts = []
    for version, one in standing.sorted_out.items():
        verdict = Verdict(version)
        for found in (*one.clean, *(found for screen in one.screens if screen.agreed for found in screen.alternatives)):
            if any(number in standing.decisions for number in found.suggestions):
                continue
            if not but.isdisjoint(found.suggestions):
                verdict.open += found.suggestions
                continue
            verdict.adopted += found.same
            _cover(verdict, found, found.first, found.same)
        verdicts.append(verdict)
    if not any(verdict.adopted for verdict in verdicts):
        raise NotFound(
            sentence(
                "Everything that is in nobody's way is decided; see what waits: {command}",
                command=f"plein suggestion list {act.cycle.slug} --undecided",
            )
        )
    return verdicts


def _cover(verdict: Verdict, one: Alternative[int], by: int, adopted: Sequence[int]) -> None:
    """Let those of an alternative that are not among the adopted be covered by one that is."""
    for number in one.suggestions:
        if number not in adopted and number != by:
            verdict.covered.setdefault(number, by)


def _twins(standing: Standing, version: int, one: Alternative[int], number: int) -> list[int]:
    """A suggestion with those that are the same to the letter; itself first."""
    edits = standing.living[version]
    return [number, *(other for other in one.suggestions if other != number and edits[other] == edits[number])]


def _refuse_colliding(act: Act, standing: Standing, verdict: Verdict) -> None:
    """What is adopted has to go together, also with what was adopted before: else a merge would hold it, and nobody would know why."""
    living, chosen = standing.living[verdict.version], verdict.edits(standing.living[verdict.version])
    before = {number: living[number] for number in _adopted_before(standing, verdict.version) if number not in verdict.answered}
    for collision in merge(standing.text(verdict.version), before | chosen, order=verdict.adopted).collisions:
        if not chosen.keys().isdisjoint(collision.suggestions):
            raise Refused(
                sentence(
                    "{suggestions} collide, so that they cannot all be adopted; choose: {command}",
                    suggestions=listed(map(str, sorted(collision.suggestions))),
                    command=f"plein suggestion collisions {act.cycle.slug}",
                )
            )


def _write(act: Act, standing: Standing, place: int | None, verdicts: Sequence[Verdict], reason: str, *, together: bool) -> None:
    """Keep the decisions, and say so in one entry."""
    wanted: dict[int, Answer] = {}
    for verdict in verdicts:
        for turn, number in enumerate(verdict.adopted, 1):
            first, rank = (verdict.adopted[0], turn) if together else (None, None)
            wanted[number] = Answer("adopted", reason, together=first, rank=rank)
        if (one := verdict.adapted) is not None:
            wanted[one.lead] = Answer("adapted", reason, one.text, None, None, None, one.quote, verdict.version, kept(one.parts))
        wanted |= {number: Answer("covered", reason, covered_by=by) for number, by in verdict.covered.items()}
        wanted |= dict.fromkeys(verdict.rejected, Answer("rejected", reason))
    rows = {row.number: row for row in standing.rows}
    there = _decided(act, [number for number in wanted if number in standing.decisions])
    fresh: list[Fresh] = []
    seals, covered = [], []
    for number in sorted(wanted):
        answer, decision = wanted[number], there.get(number)
        if decision is not None and _stands(decision, answer):
            continue
        refuse(act, rows[number], decision, answer.outcome)
        if decision is None:
            first_answer = Fresh.by(act, number, answer)
            fresh.append(first_answer)
            seals.append([number, decision_seal(first_answer)])
        else:
            free_the_others(act, decision, wanted)
            seals.append([number, decision_seal(keep(act, number, decision, answer))])
        if answer.covered_by is not None:
            covered.append([number, answer.covered_by])
    add_rows(act, DecisionRow, fresh)
    act.session.flush()
    if not seals:
        act.nothing()
    act.note(outcome="settled", place=place, seals=seals, covered_by=None, covered=covered, together=together)
    texts = [[one.lead, sorted(one.parts)] for verdict in verdicts if (one := verdict.adapted) is not None]
    if texts:
        act.note(put_together=texts)


def _decided(act: Act, numbers: Sequence[int]) -> dict[int, DecisionRow]:
    """The decisions on these suggestions, to be changed."""
    some = (col(DecisionRow.suggestion).in_(numbers),) if len(numbers) <= FEW else ()
    wanted = set(numbers)
    found = rows_of(act, DecisionRow, *some, order=DecisionRow.suggestion) if numbers else ()
    return {row.suggestion: row for row in found if row.suggestion in wanted}


def _stands(row: DecisionRow, answer: Answer) -> bool:
    """Whether it was decided so before; what is public need not be said again in other words."""
    before = Answer.of(row)
    return replace(before, because=answer.because) == replace(answer, text=before.text) and (
        row.because == answer.because or row.published is not None
    )
