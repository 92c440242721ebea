"""The course of a cycle, for the picture on the first page and the story under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from plein.engine.cycle.views import Chapter, Correction, Shortened, Step
from plein.engine.inventory.views import Contribution
from plein.engine.review.views import Suggestion
from plein.publication.material import Material
from plein.publication.response import TELLING

SUGGESTED = frozenset({"suggestion", "refinement", "tip"})
"""Kinds of what is said about a text; all other kinds belong to the inventory."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One phase in the picture. ``state``: ``done``, ``now`` or ``ahead``; ``back``: it and the one before it play a one-two."""

    phase: str
    space: str
    state: str
    back: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """One phase as it was lived, as the first page tells it.

    Attributes:
        step: The phase.
        running: Whether it is the one we are in.
        final: Whether the text became final with it.
        came: What came in while it lasted, as the engine counted it; of the running phase only ``people`` and ``kinds``. None where nothing
            came.
        page: Where that can be read.
        answered: How many suggestions of this phase have a published answer, by outcome.
        changed: In how many places the version differs from the one ``since``; None where there is none before it.
        accepted: Who joined the circle meanwhile.
        corrections: What was put right after the text was final, oldest first.
        shortened: The time that people had been promised and did not get, oldest first.
    """

    step: Step
    running: bool
    final: bool
    came: Mapping[str, Any] | None
    page: str
    answered: Mapping[str, int]
    changed: int | None
    since: int | None
    accepted: tuple[str, ...]
    corrections: tuple[Correction, ...]
    shortened: tuple[Shortened, ...]


def stages(material: Material) -> tuple[Stage, ...]:
    """The phases in the order of the definition. An end that is a way out (``stopped``) shows only when it was taken."""
    cycle, definition = material.cycle, material.definition
    lived = {step.phase for step in cycle.steps}
    aside = definition.ways_out
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


def chapters(material: Material) -> tuple[Told, ...]:
    """The story so far, oldest first."""
    before = {new.number: old.number for old, new in pairwise(material.versions)}
    return tuple(_told(material, one, before) for one in material.story)


def _told(material: Material, one: Chapter, before: Mapping[int, int]) -> Told:
    came = one.came if one.came is not None else _so_far(material, one.step)
    suggested = came is not None and not SUGGESTED.isdisjoint(came["kinds"])
    return Told(
        step=one.step,
        running=one.step.number == len(material.story),
        final=one.step.phase in material.definition.ends and one.step.version is not None,
        came=came,
        page="response.html" if suggested else "inventory.html",
        answered={name: one.answered[name] for name in TELLING if name in one.answered},
        changed=one.changed,
        since=before.get(one.step.version or 0),
        accepted=_joined(material, one.step),
        corrections=one.corrections,
        shortened=one.shortened,
    )


def _so_far(material: Material, step: Step) -> Mapping[str, Any] | None:
    """What came in during a step that the engine has not counted: it does so when the next one begins, and did not at first."""
    everything: tuple[Contribution | Suggestion, ...] = (*material.contributions, *material.suggestions)
    came = [one for one in everything if _during(step, one.at)]
    if not came:
        return None
    unknown = {"newcomers": 0, "inside": 0, "outside": 0}
    return {"people": len({one.author for one in came}), "kinds": dict(sorted(Counter(one.kind for one in came).items()))} | unknown


def _joined(material: Material, step: Step) -> tuple[str, ...]:
    joined = [one for one in material.members if one.role != "host" and one.status in ("accepted", "ended", "removed")]
    found = [one.person for one in joined if _during(step, one.at)]
    return tuple(dict.fromkeys(found))


def _during(step: Step, moment: datetime) -> bool:
    return step.opened <= moment and (step.closed is None or moment < step.closed)


def names_of_versions(material: Material) -> Mapping[int, bool]:
    """The published versions by number, and whether each is the final one."""
    ends = material.definition.ends
    final = {step.version for step in material.cycle.steps if step.phase in ends and step.version is not None}
    return {version.number: version.number in final for version in material.versions}
