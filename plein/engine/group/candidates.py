"""Candidates: who might be invited, from what people contributed. Here is read what the ranking needs; how it ranks stands in ``workflow``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select
from sqlmodel import col

from plein.engine.desk import Sight
from plein.engine.group.places import status_of
from plein.engine.group.views import Candidate, Ranking
from plein.engine.room import CycleRoom
from plein.engine.rows.of_cycle import rows_of
from plein.errors import Unusable
from plein.organisation import Organisation
from plein.sentences import Sentence, counted, sentence, typed
from plein.store.tables.cycle import CycleRow, MemberRow, PersonRow
from plein.store.tables.inventory import ContributionRow, NudgeRow, SupportRow, TopicRow
from plein.workflow.candidates import Candidate as Ranked
from plein.workflow.candidates import Contribution, Person, balance, rank

_SAT = ("accepted", "removed")
_TELLING = ("accepted", "invited", "declined", "expired", "ended", "withdrawn", "removed")
"""What is told of somebody who was invited more than once: the first of these."""


class CandidatesRoom(CycleRoom):
    """What hosts see of those they might invite."""

    def candidates(self, *, top: int | None = None) -> tuple[Candidate, ...]:
        """Everybody who spoke in the open, ranked by what they contributed, every point with its reason.

        Args:
            top: Give the first so many only.

        Raises:
            NotAllowed: Not a host.
            ActRefused: There is nobody to invite in this phase.
            Unusable: *top* is no number from 1.

        >>> housing.group.candidates(top=1)[0].person
        'piet'
        """
        found = self.ranking(top=top).candidates
        return found if top is None else found[:top]

    def ranking(self, *, top: int | None = None) -> Ranking:
        """All candidates, and the balance of the first of them.

        Args:
            top: How many the balance looks at; as many as the organisation advises for a group unless you say otherwise.

        >>> housing.group.ranking(top=1).candidates[0].person
        'piet'
        """
        self._desk.identity()
        if top is not None and top < 1:
            raise Unusable(sentence("The list needs at least one person on it; give a number from 1: {option}", option=typed("--top")))
        with self._look() as sight:
            sight.require("see-candidates")
            people = _people(sight, self._desk.organisation)
            notes, opened = _topics(sight)
            ranked = rank(
                _contributions(sight, people, notes),
                {one.handle: one.known for one in people.values()},
                question=f"{sight.cycle.title} {sight.cycle.question}",
                topics=notes or {},
                weights=self._desk.organisation.weights,
            )
            places = _places(sight, people)
            return Ranking(
                tuple(_view(one, places) for one in ranked),
                balance(ranked, top or self._desk.organisation.group_size, opened),
            )


@dataclass(frozen=True, slots=True)
class _Known:
    """Somebody by their id, with what the ranking asks about them."""

    handle: str
    known: Person


def _people(sight: Sight, organisation: Organisation) -> Mapping[int, _Known]:
    """Everybody, by their key in the database. A pseudonym is what the person behind it is."""
    columns = (PersonRow.id, PersonRow.handle, PersonRow.relation, PersonRow.usual_since, PersonRow.behind, PersonRow.erased)
    rows = {row.id: row for row in sight.session.execute(select(*map(col, columns)))}
    sat, elsewhere = _earlier(sight)

    def known(row: Row[Any]) -> Person:
        real = rows.get(row.behind, row)
        return Person(
            inside=organisation.inside(real.relation),
            relation=real.relation,
            usual=_usual(sat.get(real.id, ()), listed=real.usual_since is not None),
            newcomer=real.id not in elsewhere,
            behind=None if real is row else real.handle,
            gone=row.erased is not None or real.erased is not None,
        )

    return {key: _Known(row.handle, known(row)) for key, row in rows.items() if key is not None}


def _earlier(sight: Sight) -> tuple[Mapping[int, list[str]], set[int]]:
    """The cycles that began before this one in whose circle somebody sat, by person; and everybody who ever sat in another."""
    query = (
        select(col(MemberRow.person_id), col(CycleRow.id), col(CycleRow.slug))
        .join(CycleRow, col(CycleRow.id) == col(MemberRow.cycle_id))
        .where(col(MemberRow.status).in_(_SAT), col(CycleRow.id) != sight.id)
        .order_by(col(CycleRow.id))
    )
    sat: defaultdict[int, list[str]] = defaultdict(list)
    elsewhere: set[int] = set()
    for person, cycle, slug in sight.session.execute(query):
        elsewhere.add(person)
        if (cycle or 0) < sight.id and slug not in sat[person]:
            sat[person].append(slug)
    return sat, elsewhere


def _usual(cycles: Iterable[str], *, listed: bool) -> Sentence | None:
    """Why somebody is a usual suspect; None where they are not."""
    found = list(cycles)
    if found:
        return counted(
            "sat in the circle of {cycles}",
            "sat in the circles of {n} cycles: {cycles}",
            n=len(found),
            cycles=", ".join(found),
        )
    return sentence("the organisation lists them as one") if listed else None


def _topics(sight: Sight) -> tuple[Mapping[str, str] | None, tuple[str, ...]]:
    """The words of each topic's title and context note, None where any label will do; and the names of those that were opened."""
    rows = rows_of(sight, TopicRow)
    notes = {row.name: " ".join(filter(None, (row.title, row.aim, row.scope))) for row in rows}
    return notes or None, tuple(row.name for row in rows if row.opened is not None)


def _contributions(sight: Sight, people: Mapping[int, _Known], notes: Mapping[str, str] | None) -> Iterable[Contribution]:
    """What was said in the open; a topic that is none of the cycle's is the question itself."""
    supporters, nudgers = _pairs(sight, SupportRow), _pairs(sight, NudgeRow, col(NudgeRow.hidden_because).is_(None))
    for row in rows_of(sight, ContributionRow, col(ContributionRow.closed).is_(False)):
        yield Contribution(
            number=row.number,
            author=people[row.author_id].handle,
            text="" if row.erased else row.text,
            kind=row.kind,
            topic=row.topic if notes is None or row.topic in notes else None,
            reply_to=row.reply_to,
            hidden=row.hidden_because is not None or row.withdrawn is not None,
            supporters=frozenset(people[key].handle for key in supporters.get(row.id or 0, ())),
            nudgers=frozenset(people[key].handle for key in nudgers.get(row.id or 0, ())),
        )


def _pairs(sight: Sight, kind: Any, *conditions: Any) -> Mapping[int, list[int]]:
    """Who supported, or nudged, each contribution of the cycle before everyone."""
    query = (
        select(col(kind.contribution_id), col(kind.person_id))
        .join(ContributionRow, col(ContributionRow.id) == col(kind.contribution_id))
        .where(col(ContributionRow.cycle_id) == sight.id, col(kind.closed).is_(False), *conditions)
    )
    found: defaultdict[int, list[int]] = defaultdict(list)
    for contribution, person in sight.session.execute(query):
        found[contribution].append(person)
    return found


def _places(sight: Sight, people: Mapping[int, _Known]) -> Mapping[str, tuple[str | None, str | None, str | None]]:
    """Status, role and who is behind them, of everybody: of a pseudonym those of the person behind it."""
    found: dict[str, tuple[str, str]] = {}
    for row in rows_of(sight, MemberRow):
        handle, status = people[row.person_id].handle, status_of(row, sight.now)
        if handle not in found or _TELLING.index(status) < _TELLING.index(found[handle][0]):
            found[handle] = status, row.role
    places: dict[str, tuple[str | None, str | None, str | None]] = {}
    for one in people.values():
        status_and_role = found.get(one.known.behind or one.handle, (None, None))
        places[one.handle] = (*status_and_role, one.known.behind)
    return places


def _view(one: Ranked, places: Mapping[str, tuple[str | None, str | None, str | None]]) -> Candidate:
    status, role, behind = places[one.person]
    return Candidate(
        person=one.person,
        score=one.score,
        reasons=one.reasons,
        inside=one.inside,
        usual_suspect=one.usual_suspect,
        contributions=one.contributions,
        newcomer=one.newcomer,
        minority=one.minority,
        parts=one.parts,
        topics=one.topics,
        kinds=one.kinds,
        relation=one.relation,
        status=status,
        role=role,
        behind=behind,
    )
