"""What people are told of a move: before an end what becomes final, whether it is meant; afterwards where the cycle is, and what comes first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from plein.commands import show
from plein.commands.asking import agreed
from plein.commands.situation import then
from plein.sentences import Sentence, sentence
from plein.terms import term

if TYPE_CHECKING:
    from datetime import datetime

    from plein.engine.cycle.views import Cycle
    from plein.engine.in_cycle import InCycle
    from plein.organisation import Organisation
    from plein.workflow import Definition


def is_end(definition: Definition, phase: str, organisation: Organisation) -> bool:
    """Whether no move leads out of the phase that somebody means."""
    from plein.vocabulary import meant  # here, not above: help needs no names

    return meant(phase, [one.name for one in definition.phases], organisation.terms) in definition.ends


def confirmed(rehearsed: Cycle, definition: Definition) -> int:
    """Say what becomes final with a move that was rehearsed, and ask once whether it is meant.

    Returns:
        The revision it was rehearsed on, so that what is done is what was asked about.

    Raises:
        typer.Abort: It is not.
    """
    for line in _final(rehearsed, definition):
        show.say(line)
    question = sentence("Move {slug} to {phase}?", slug=rehearsed.slug, phase=term(rehearsed.phase))
    if not agreed(question):
        raise typer.Abort
    return rehearsed.revision - 1


def _final(moved: Cycle, definition: Definition) -> Iterator[Sentence]:
    from plein.workflow.entering import PUBLISH_REPORT

    if (version := moved.steps[-1].version) is not None:
        yield sentence("Version {number} becomes the final version of {slug}, for everybody to read.", number=version, slug=moved.slug)
    elif PUBLISH_REPORT in definition.phase(moved.phase).on_enter:
        yield sentence("The report of {slug} becomes public as it is.", slug=moved.slug)
    else:
        yield sentence("{slug} ends as it is.", slug=moved.slug)
    yield sentence("This cannot be taken back: no move leads out of {phase}.", phase=term(moved.phase))


def told(moved: Cycle, *, dry_run: bool, kept: bool) -> Iterator[Sentence]:
    """Where a cycle is, or would be; and what it asks, where it was *kept* because nobody said."""
    yield _where(moved, dry_run=dry_run)
    left = moved.steps[-2] if len(moved.steps) > 1 else None
    if left is not None and left.closes is not None and left.closed is not None and left.closed <= left.closes:
        yield taken_away(left.closes, moved.timezone)
    ask = moved.steps[-1].ask
    if kept and ask is not None:
        values = {"ask": ask, "option": "--ask"}
        yield (
            sentence("It would ask, as before: “{ask}”; to ask something else: {option}", **values)
            if dry_run
            else sentence("It asks, as before: “{ask}”; to ask something else: {option}", **values)
        )


def taken_away(promised: datetime, zone: str) -> Sentence:
    """What is said to whoever takes away time that people were promised."""
    from plein.workflow import show_when

    return sentence(
        "Mind: people had been promised until {promised}; everybody can read why it ends sooner.", promised=show_when(promised, zone)
    )


def _where(moved: Cycle, *, dry_run: bool) -> Sentence:
    """Where a cycle is, or would be."""
    from plein.workflow import show_when

    values = {
        "slug": moved.slug,
        "phase": term(moved.phase),
        "space": term(moved.space),
        "round": sentence(", round {number}", number=moved.round) if moved.steps[-1].review else "",
        "until": sentence(", until {when}", when=show_when(moved.closes, moved.timezone)) if moved.closes else "",
    }
    if dry_run:
        return sentence("{slug} would be in {phase} ({space}{round}){until}.", **values)
    return sentence("{slug} is in {phase} ({space}{round}){until}.", **values)


def after(moved: Cycle, here: InCycle) -> str:
    """What one does first in a phase: at the end of a cycle, write its pages for everybody."""
    definition, slug = here.definition(), moved.slug
    if moved.phase in definition.ends - definition.ways_out:
        return f"plein publish {slug} --to DIR"
    return then(here, f"plein status {slug}")
