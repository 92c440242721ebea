"""The course of a cycle, for the picture on the first page and the story under it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plein.engine.views import Step
from plein.publication.material import Material


@dataclass(frozen=True, slots=True)
class Stage:
    """One phase in the picture. ``state``: ``done``, ``now`` or ``ahead``; ``back``: it and the one before it play a one-two."""

    phase: str
    space: str
    state: str
    back: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """One phase as it was lived, with what came in while it lasted. ``running`` for the last one."""

    step: Step
    running: bool
    contributions: int = 0
    contributors: int = 0
    suggestions: int = 0
    suggesters: int = 0
    accepted: tuple[str, ...] = ()
    final: bool = False


def stages(material: Material) -> tuple[Stage, ...]:
    """The phases in the order of the definition. An end that is a way out (``stopped``) shows only when it was taken."""
    cycle, definition = material.cycle, material.definition
    lived = {step.phase for step in cycle.steps}
    aside = {end for end in definition.ends if sum(move.target == end for move in definition.moves) > 2}
    ended = cycle.phase in aside
    shown = [phase for phase in definition.phases if (phase.name in lived if ended else phase.name not in aside)]
    found = []
    for before, phase in zip([None, *shown], shown, strict=False):
        one_two = before is not None and before.space != phase.space
        back = (
            before is not None and one_two and bool(definition.move(before.name, phase.name) and definition.move(phase.name, before.name))
        )
        state = "now" if phase.name == cycle.phase else "done" if phase.name in lived else "ahead"
        found.append(Stage(phase.name, phase.space, state, back))
    return tuple(found)


def open_to_all(material: Material) -> frozenset[str]:
    """The acts that the phase allows everyone, now."""
    acts = material.definition.phase(material.cycle.phase).acts
    return frozenset(name for name, rule in acts.items() if "public" in rule.roles)


def chapters(material: Material) -> tuple[Chapter, ...]:
    """The story so far, oldest first."""
    steps = material.cycle.steps
    ends = material.definition.ends
    told = []
    for step in steps:
        came = [one for one in material.contributions if step.opened <= one.at and (step.closed is None or one.at < step.closed)]
        made = [one for one in material.suggestions if step.opened <= one.at and (step.closed is None or one.at < step.closed)]
        joined = [
            one.person
            for one in material.members
            if one.status == "accepted" and one.role != "host" and step.opened <= one.at and (step.closed is None or one.at < step.closed)
        ]
        told.append(
            Chapter(
                step=step,
                running=step is steps[-1],
                contributions=len(came),
                contributors=len({one.author for one in came}),
                suggestions=len(made),
                suggesters=len({one.author for one in made}),
                accepted=tuple(dict.fromkeys(joined)),
                final=step.phase in ends and step.version is not None,
            )
        )
    return tuple(told)


def names_of_versions(material: Material) -> Mapping[int, bool]:
    """The published versions by number, and whether each is the final one."""
    ends = material.definition.ends
    final = {step.version for step in material.cycle.steps if step.phase in ends and step.version is not None}
    return {version.number: version.number in final for version in material.versions}
