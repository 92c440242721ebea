"""What a cycle lets everyone see, read in one state of it. Nothing is rendered here."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace

from plein.engine.cycle.views import Chapter, Cycle, Earlier, Promise
from plein.engine.group.views import Member
from plein.engine.in_cycle import InCycle
from plein.engine.inventory.views import Contribution, Report, Topic
from plein.engine.record.views import Entry
from plein.engine.review.views import BlameRun, Collision, Suggestion
from plein.engine.seat import Seat
from plein.engine.text.views import Version
from plein.errors import NotFound, StaleWrite, Unusable
from plein.publication.clean import tamed
from plein.sentences import sentence
from plein.workflow import Definition

_TRIES = 5


@dataclass(frozen=True, slots=True)
class Material:
    """All that the pages are made of; every text in it is tamed, but for that of the versions and the report.

    ``topics`` begins with the question of the cycle; ``earlier`` are the cycles before it in its series, the nearest first; ``terms`` are the
    organisation's own words in the language of the cycle.
    """

    cycle: Cycle
    definition: Definition
    story: tuple[Chapter, ...] = ()
    topics: tuple[Topic, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    members: tuple[Member, ...] = ()
    versions: tuple[Version, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    collisions: tuple[Collision, ...] = ()
    log: tuple[Entry, ...] = ()
    sources: Mapping[int, tuple[BlameRun, ...]] = field(default_factory=dict)
    promises: tuple[Promise, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    report: Report | None = None
    terms: Mapping[str, str] = field(default_factory=dict)


def gather(seat: Seat, slug: str) -> Material:
    """Read what an outsider may see.

    Args:
        seat: That of somebody who only looks: ``plein.acting_as(None)``.
        slug: The cycle.

    Raises:
        Unusable: The seat is somebody's, who may see more than everyone.
        NotFound: There is no such cycle.
        StaleWrite: The cycle changed each time it was read.
    """
    if seat.person is not None:
        raise Unusable(
            sentence(
                "Pages are for everyone, and {person} may see more than everyone; publish as nobody: plein.acting_as(None).",
                person=seat.person,
            )
        )
    here = seat.cycle(slug)
    for _ in range(_TRIES):
        cycle = here.show()
        memory = here.memory()
        material = Material(
            cycle=cycle,
            definition=here.definition(),
            story=here.story(),
            topics=here.topics.list(),
            contributions=here.inventory.list(),
            members=here.group.list(),
            versions=here.draft.list(),
            suggestions=here.suggestions.list(),
            collisions=here.suggestions.collisions(),
            log=here.log(),
            sources=here.draft.blames(),
            promises=memory.promises,
            earlier=memory.earlier,
            report=_report(here),
            terms=seat.organisation.terms.get(cycle.language, {}),
        )
        if here.show().revision == cycle.revision:
            return only_open(material)
    raise StaleWrite(slug, cycle.revision)


def _report(here: InCycle) -> Report | None:
    try:
        return here.report.show()
    except NotFound:
        return None


def only_open(material: Material) -> Material:
    """The same without anything closed, should any have come along, and with every text tamed.

    The engine gives an outsider nothing closed; this is the second lock on the same door.
    """
    shown = {one.number for one in material.versions if one.published}
    topics = {one.name for one in material.topics if _open_topic(one)}
    report = material.report if material.report is not None and material.report.published is not None else None
    return Material(
        cycle=tamed(material.cycle),
        definition=material.definition,
        story=tamed(material.story),
        topics=tuple(tamed(replace(one, heat=None)) for one in material.topics if _open_topic(one)),
        contributions=tuple(tamed(_open_contribution(one, topics)) for one in material.contributions),
        members=tamed(material.members),
        versions=tuple(replace(tamed(one), text=one.text, note=None) for one in material.versions if one.published),
        suggestions=tuple(
            tamed(one if one.decision is None or one.decision.published else replace(one, decision=None)) for one in material.suggestions
        ),
        collisions=tuple(map(_open_place, material.collisions)),
        log=tuple(tamed(one if one.body is not None else replace(one, act="closed", at=None, by=None)) for one in material.log),
        sources={number: tuple(map(_open_source, runs)) for number, runs in material.sources.items() if number in shown},
        promises=tamed(material.promises),
        earlier=tamed(material.earlier),
        report=None if report is None else replace(tamed(report), text=report.text),
        terms=tamed(dict(material.terms)),
    )


def _open_topic(one: Topic) -> bool:
    return one.opened is not None and not one.inside


def _open_contribution(one: Contribution, topics: Set[str]) -> Contribution:
    """What was said, without who is behind a pseudonym; of what is hidden only where it stood, and why it is hidden."""
    if one.hidden is not None:
        one = replace(one, text=None, source=None, link=None, said=None, topic=one.topic if one.topic in topics else None)
    nudges = tuple(nudge if nudge.hidden is None else replace(nudge, because=None) for nudge in one.nudges)
    return replace(one, name=None, behind=None, nudges=nudges)


def _open_place(one: Collision) -> Collision:
    """A place with what people want there, without what may have been decided on it."""
    return tamed(replace(one, alternatives=tuple(replace(each, decision=None) for each in one.alternatives)))


def _open_source(run: BlameRun) -> BlameRun:
    """Where words come from, without who in the circle wrote them and without a decision that is not public."""
    if run.decision is None or not run.decision.published:
        run = replace(run, suggestion=None, author=None, suggestions=(), authors=(), adapted=False, decision=None)
    return tamed(run)
