"""What cannot work in a definition that is written without a mistake: a cycle that runs by it would get stuck, or ask people about nothing.

A running cycle keeps the definition it was begun with, so this is asked when one is read from a file or a cycle is begun, and never again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from plein.sentences import Sentence, sentence
from plein.workflow.entering import PUBLISH_VERSION
from plein.workflow.mistakes import Place
from plein.workflow.roles import ADVISER, DRAFTER

_NEEDS: Final[Mapping[str, tuple[tuple[str, ...], Sentence]]] = {
    "has_contributions": (("contribute", "import-contributions"), sentence("nobody can contribute before it")),
    "inventory_held": (("contribute", "import-contributions"), sentence("nobody can contribute before it")),
    "has_drafter": (("invite",), sentence("nobody can be invited before it")),
    "has_draft": (("save-draft",), sentence("nobody can save a draft before it")),
    "was_reviewed": (("suggest",), sentence("nobody can make suggestions before it")),
}
"""Which acts a guard needs to have been possible before, and what is to be said where none was."""


def unworkable(data: Mapping[str, Any]) -> Iterator[tuple[Place, Sentence]]:
    """What cannot work, and where it stands.

    Args:
        data: A definition without mistakes, with what each phase does on entering it.

    >>> from plein.workflow import PLEIN66
    >>> list(unworkable(PLEIN66.to_data()))
    []
    """
    phases = {phase["name"]: phase for phase in data["phases"]}
    before = {name: _before(data, name) for name in phases}
    for number, phase in enumerate(data["phases"]):
        yield from _suggests_on_nothing(data, phases, number, phase)
        yield from _corrects_nothing(data, number, phase)
        if PUBLISH_VERSION in phase["on_enter"] and not any("save-draft" in one["acts"] for one in phases.values()):
            told = sentence("phase {phase}: there is no text to publish on entering it, since nobody may save a draft", phase=phase["name"])
            yield ("phases", number, "on_enter"), told
    for number, move in enumerate(data["moves"]):
        yield from _never_made(number, move, [phases[name] for name in before[move["from"]]])
    yield from _never_published(data, phases)


def _before(data: Mapping[str, Any], phase: str) -> list[str]:
    """The phases from which a phase can be reached, itself included."""
    found, todo = {phase}, [phase]
    while todo:
        target = todo.pop()
        for move in data["moves"]:
            if move["to"] == target and move["from"] not in found:
                found.add(move["from"])
                todo.append(move["from"])
    return sorted(found)


def _suggests_on_nothing(
    data: Mapping[str, Any], phases: Mapping[str, Any], number: int, phase: Mapping[str, Any]
) -> Iterator[tuple[Place, Sentence]]:
    """People are asked to suggest, and there is a way there on which nothing was published."""
    if "suggest" not in phase["acts"]:
        return
    name, start = phase["name"], data["start"]
    seen, todo = {start}, [start]
    while todo:
        here = todo.pop()
        for move in data["moves"]:
            if move["from"] == here and move["to"] not in seen and PUBLISH_VERSION not in phases[move["to"]]["on_enter"]:
                seen.add(move["to"])
                todo.append(move["to"])
    if name in seen:
        told = sentence(
            "phase {phase}: people suggest in it, and nothing need have been published by then; let it, or a phase before it, say {how}",
            phase=name,
            how=f'on_enter = ["{PUBLISH_VERSION}"]',
        )
        yield ("phases", number, "acts", "suggest"), told


def _corrects_nothing(data: Mapping[str, Any], number: int, phase: Mapping[str, Any]) -> Iterator[tuple[Place, Sentence]]:
    """The final version is to be corrected where there is none."""
    if "correct" not in phase["acts"]:
        return
    told = {"phase": phase["name"], "how": f'on_enter = ["{PUBLISH_VERSION}"]'}
    if any(move["from"] == phase["name"] for move in data["moves"]):
        yield ("phases", number, "acts", "correct"), sentence("phase {phase}: only an end has a final version to correct", **told)
    elif PUBLISH_VERSION not in phase["on_enter"]:
        yield (
            ("phases", number, "acts", "correct"),
            sentence("phase {phase}: there is no final version to correct in it, unless it says {how}", **told),
        )


def _never_made(number: int, move: Mapping[str, Any], before: list[Mapping[str, Any]]) -> Iterator[tuple[Place, Sentence]]:
    """A move that nobody can ever make."""
    arrow = {"phase": move["from"], "next": move["to"]}
    possible = {act for phase in before for act in phase["acts"]}
    if set(move["by"]) <= {DRAFTER, ADVISER} and "invite" not in possible:
        told = sentence("move {phase} → {next}: nobody can make it, since nobody can be invited before it", **arrow)
        yield ("moves", number, "by"), told
    for guard in move["guards"]:
        acts, why = _NEEDS.get(guard, ((), ""))
        if acts and possible.isdisjoint(acts):
            told = sentence("move {phase} → {next}: guard {guard} is never content, since {why}", **arrow, guard=guard, why=why)
            yield ("moves", number, "guards"), told


def _never_published(data: Mapping[str, Any], phases: Mapping[str, Any]) -> Iterator[tuple[Place, Sentence]]:
    """A text is written, and no end puts the last of it before everybody."""
    if not any("save-draft" in phase["acts"] for phase in phases.values()):
        return
    leaving = {move["from"] for move in data["moves"]}
    ends = [name for name in phases if name not in leaving]
    if ends and not any(PUBLISH_VERSION in phases[end]["on_enter"] for end in ends):
        told = sentence(
            "no end publishes the text that is written; let the phase in which it is done ({ends}) say {how}",
            ends=", ".join(ends),
            how=f'on_enter = ["{PUBLISH_VERSION}"]',
        )
        yield ("phases", list(phases).index(ends[0])), told
