"""What a cycle lets everyone see, read in one state of it. Nothing is rendered here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from plein.engine.seat import Seat
from plein.engine.views import BlameRun, Contribution, Cycle, Entry, Member, Suggestion, Version
from plein.errors import StaleWrite, Unusable
from plein.publication.clean import tamed
from plein.workflow import Definition

_TRIES = 5


@dataclass(frozen=True, slots=True)
class Material:
    """All that the pages are made of; every text in it is tamed, but for that of the versions."""

    cycle: Cycle
    definition: Definition
    contributions: tuple[Contribution, ...] = ()
    members: tuple[Member, ...] = ()
    versions: tuple[Version, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    log: tuple[Entry, ...] = ()
    sources: Mapping[int, tuple[BlameRun, ...]] = field(default_factory=dict)


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
        raise Unusable(f"Pages are for everyone, and {seat.person} may see more than everyone; publish as nobody: plein.acting_as(None).")
    for _ in range(_TRIES):
        cycle = seat.cycle(slug)
        material = Material(
            cycle=cycle,
            definition=seat.definition(slug),
            contributions=seat.contributions(slug),
            members=seat.members(slug),
            versions=seat.versions(slug),
            suggestions=seat.suggestions(slug),
            log=seat.log(slug),
            sources=seat.blames(slug),
        )
        if seat.cycle(slug).revision == cycle.revision:
            return only_open(material)
    raise StaleWrite(slug, cycle.revision)


def only_open(material: Material) -> Material:
    """The same without anything closed, should any have come along, and with every text tamed.

    The engine gives an outsider nothing closed; this is the second lock on the same door.
    """
    shown = {one.number for one in material.versions if one.published}
    return Material(
        cycle=tamed(material.cycle),
        definition=material.definition,
        contributions=tuple(
            tamed(one if one.hidden is None else replace(one, text=None, topic=None, source=None, link=None, said=None))
            for one in material.contributions
        ),
        members=tamed(material.members),
        versions=tuple(replace(tamed(one), text=one.text, note=None) for one in material.versions if one.published),
        suggestions=tuple(
            tamed(one if one.decision is None or one.decision.published else replace(one, decision=None)) for one in material.suggestions
        ),
        log=tuple(tamed(one if one.body is not None else replace(one, act="closed", at=None, by=None)) for one in material.log),
        sources={number: tuple(map(_open_source, runs)) for number, runs in material.sources.items() if number in shown},
    )


def _open_source(run: BlameRun) -> BlameRun:
    """Where words come from, without who in the circle wrote them and without a decision that is not public."""
    if run.decision is None or not run.decision.published:
        run = replace(run, suggestion=None, author=None, suggestions=(), authors=(), adapted=False, decision=None)
    return tamed(run)
