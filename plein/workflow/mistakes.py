"""What is wrong with a definition, all of it at once. It looks at plain data, as read from TOML or JSON, and builds nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from plein.sentences import Sentence, sentence
from plein.workflow.acts import ACTS
from plein.workflow.entering import EFFECTS
from plein.workflow.guards import GUARDS
from plein.workflow.quote import quote
from plein.workflow.roles import ROLES

_NAME: Final = re.compile(r"[a-z][a-z0-9-]*", re.ASCII)
_SPACES: Final = ("open", "closed")
_GUARDS: Final = tuple(GUARDS)
Place = tuple[str | int, ...]
"""Where a mistake stands in the data: ``("phases", 0, "acts", "suggest")``."""

_ROLE, _GUARD, _EFFECT = sentence("role"), sentence("guard"), sentence("effect")


def mistakes(data: object) -> tuple[Sentence, ...]:
    """One line per mistake, in the order of the definition, without final full stop. Empty where there is nothing wrong.

    >>> for mistake in mistakes({"name": "Ours", "title": "Ours", "start": "talk", "phases": [
    ...     {"name": "talk", "space": "opn", "acts": {"contribute": ["publik"]}}], "moves": []}):
    ...     print(mistake)
    name “Ours” must be lower case letters, digits and hyphens, beginning with a letter
    phase talk: space “opn” must be open or closed; did you mean open?
    phase talk, act contribute: there is no role “publik”; did you mean public?
    """
    return tuple(told for _, told in placed_mistakes(data))


def placed_mistakes(data: object) -> Iterator[tuple[Place, Sentence]]:
    """The same, each with where it stands in the data."""
    if not isinstance(data, Mapping):
        yield (), sentence("a definition must be a table with name, title, start, phases and moves")
        return
    for part in (_of_top, _of_phases, _of_moves, _of_shape):
        yield from part(data)


def _at(place: Place, told: Iterator[Sentence]) -> Iterator[tuple[Place, Sentence]]:
    return ((place, one) for one in told)


def _of_top(data: Mapping[str, Any]) -> Iterator[tuple[Place, Sentence]]:
    yield from _at((), _keys(sentence("the definition"), data, ("name", "title", "start", "phases"), ("moves",)))
    if "name" in data:
        yield from _at(("name",), _name(sentence("name"), data["name"]))
    title = data.get("title", "-")
    if not isinstance(title, str) or not title.strip() or not title.isprintable():
        yield ("title",), sentence("title must be one line of text")


def _of_phases(data: Mapping[str, Any]) -> Iterator[tuple[Place, Sentence]]:
    if "phases" in data and not _tables(data["phases"]):
        yield ("phases",), sentence("phases must be a list of tables: {heading}", heading="[[phases]]")
        return
    seen: set[str] = set()
    for number, phase in enumerate(data.get("phases", ())):
        name, place = phase.get("name"), ("phases", number)
        where = sentence("phase {phase}", phase=name if _is_name(name) else number + 1)
        yield from _at(place, _keys(where, phase, ("name", "space"), ("acts", "on_enter")))
        if "name" in phase:
            yield from _at((*place, "name"), _name(sentence("phase {number}: name", number=number + 1), name))
            if str(name) in seen:
                yield (*place, "name"), sentence("phase {phase} is there twice", phase=name)
            seen.add(str(name))
        if phase.get("space", "open") not in _SPACES:
            space, near = phase["space"], _near(phase["space"], _SPACES)
            told = sentence("{where}: space {space} must be open or closed{near}", where=where, space=quote(space), near=near)
            yield (*place, "space"), told
        yield from _at((*place, "on_enter"), _of_entering(where, phase.get("on_enter", [])))
        acts = phase.get("acts", {})
        if not isinstance(acts, Mapping):
            yield (*place, "acts"), sentence("{where}: acts must be a table of acts and who may do them", where=where)
            continue
        for act, rule in acts.items():
            yield from _at((*place, "acts", act), _of_act(where, act, rule))


def _of_entering(where: Sentence, effects: Any) -> Iterator[Sentence]:
    if not isinstance(effects, list):
        yield sentence("{where}: {key} must be a list", where=where, key="on_enter")
        return
    for place, name in enumerate(effects):
        if name not in tuple(EFFECTS):
            near = _near(name, tuple(EFFECTS))
            yield sentence("{where}: there is no {kind} {name}{near}", where=where, kind=_EFFECT, name=quote(name), near=near)
        elif name in effects[:place]:
            yield sentence("{where}: {kind} {name} is there twice", where=where, kind=_EFFECT, name=name)


def _of_act(where: Sentence, act: str, rule: Any) -> Iterator[Sentence]:
    if act not in ACTS:
        yield sentence("{where}: there is no act {act}{near}", where=where, act=quote(act), near=_near(act, ACTS))
    where = sentence("{where}, act {act}", where=where, act=act if act in ACTS else quote(act))
    if isinstance(rule, list):
        rule = {"by": rule}
    if not isinstance(rule, Mapping):
        yield sentence("{where}: must be a list of roles or a table {example}", where=where, example='{ by = ["host"], guards = [] }')
        return
    yield from _keys(where, rule, ("by",), ("guards",))
    yield from _of_rule(where, rule)


def _of_moves(data: Mapping[str, Any]) -> Iterator[tuple[Place, Sentence]]:
    if "moves" in data and not _tables(data["moves"]):
        yield ("moves",), sentence("moves must be a list of tables: {heading}", heading="[[moves]]")
        return
    phases = _phase_names(data)
    seen: set[tuple[str, str]] = set()
    for number, move in enumerate(data.get("moves", ())):
        yield from _at(("moves", number), _of_move(number, move, phases, seen))


def _of_move(number: int, move: Mapping[str, Any], phases: Collection[str], seen: set[tuple[str, str]]) -> Iterator[Sentence]:
    where = sentence("move {number}", number=number + 1)
    if isinstance(move.get("from"), str) and isinstance(move.get("to"), str):
        where = sentence("move {phase} → {next}", phase=move["from"], next=move["to"])
        if (arrow := (move["from"], move["to"])) in seen:
            yield sentence("{where} is there twice; put the guards of both on one", where=where)
        seen.add(arrow)
        if move["from"] == move["to"]:
            yield sentence("{where} leads nowhere; a new deadline is set with the act {act}", where=where, act="extend")
    yield from _keys(where, move, ("from", "to", "by"), ("guards",))
    for end in ("from", "to"):
        if end in move and move[end] not in phases:
            near = _near(move[end], phases)
            yield sentence("{where}: there is no phase {phase}{near}", where=where, phase=quote(move[end]), near=near)
    yield from _of_rule(where, move)


def _of_rule(where: Sentence, rule: Mapping[str, Any]) -> Iterator[Sentence]:
    """Roles and guards, of an act or of a move."""
    by, guards = rule.get("by", ["host"]), rule.get("guards", [])
    if not isinstance(by, list) or not by:
        yield sentence("{where}: {key} must be a list of at least one role", where=where, key="by")
        by = []
    if not isinstance(guards, list):
        yield sentence("{where}: {key} must be a list", where=where, key="guards")
        guards = []
    for kind, names, known in ((_ROLE, by, ROLES), (_GUARD, guards, _GUARDS)):
        for place, name in enumerate(names):
            if name not in known:
                near = _near(name, known)
                yield sentence("{where}: there is no {kind} {name}{near}", where=where, kind=kind, name=quote(name), near=near)
            elif name in names[:place]:
                yield sentence("{where}: {kind} {name} is there twice", where=where, kind=kind, name=name)


def _of_shape(data: Mapping[str, Any]) -> Iterator[tuple[Place, Sentence]]:
    """Whether every phase can be reached, and an end from every phase. Arrows that lead nowhere were told already."""
    phases = _phase_names(data)
    if "phases" in data and not data["phases"]:
        yield ("phases",), sentence("there is no phase")
    if "start" in data and data["start"] not in phases:
        near = _near(data["start"], phases)
        yield ("start",), sentence("start: there is no phase {phase}{near}", phase=quote(data["start"]), near=near)
        return
    moves = data.get("moves", ())
    if "start" not in data or not phases or not _tables(moves):
        return
    arrows = [(move.get("from"), move.get("to")) for move in moves]
    onward: dict[str, set[str]] = {phase: {to for source, to in arrows if source == phase and to in phases} for phase in phases}
    reached = _reach(onward, data["start"])
    for place, phase in enumerate(phases):
        if phase not in reached:
            yield ("phases", place), sentence("phase {phase} cannot be reached from {start}", phase=phase, start=data["start"])
    for place, phase in enumerate(phases):
        if phase in reached and all(onward[other] for other in _reach(onward, phase)):
            yield ("phases", place), sentence("phase {phase} leads to no end: from it the cycle can never be over", phase=phase)


def _reach(onward: Mapping[str, set[str]], start: str) -> set[str]:
    """Every phase that can be reached, the first included."""
    reached, todo = {start}, [start]
    while todo:
        fresh = onward[todo.pop()] - reached
        reached |= fresh
        todo += fresh
    return reached


def _phase_names(data: Mapping[str, Any]) -> list[str]:
    """Names of the phases that have one, in order, each once."""
    phases = data.get("phases")
    if not isinstance(phases, (list, tuple)):
        return []
    named = [phase.get("name") for phase in phases if isinstance(phase, Mapping)]
    return list(dict.fromkeys(name for name in named if isinstance(name, str)))


def _keys(where: Sentence, table: Mapping[str, Any], needed: Collection[str], allowed: Collection[str] = ()) -> Iterator[Sentence]:
    for key in needed:
        if key not in table:
            yield sentence("{where} lacks {key}", where=where, key=key)
    for key in table:
        if key not in needed and key not in allowed:
            near = _near(key, (*needed, *allowed))
            yield sentence("{where} has an unknown key {key}{near}", where=where, key=quote(key), near=near)


def _name(where: Sentence, name: object) -> Iterator[Sentence]:
    if not _is_name(name):
        yield sentence(
            "{where} {name} must be lower case letters, digits and hyphens, beginning with a letter", where=where, name=quote(name)
        )


def _tables(value: object) -> bool:
    """Whether it is a list of tables; an empty list counts."""
    return isinstance(value, (list, tuple)) and all(isinstance(each, Mapping) for each in value)


def _is_name(name: object) -> bool:
    return isinstance(name, str) and _NAME.fullmatch(name) is not None


def _near(name: object, known: Collection[str]) -> str:
    """A nudge towards the name that was probably meant, or nothing."""
    from difflib import get_close_matches  # here, not above: most definitions are right

    near = get_close_matches(str(name).lower(), list(known), n=1)
    return sentence("; did you mean {name}?", name=near[0]) if near else ""
