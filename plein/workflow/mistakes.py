"""What is wrong with a definition, all of it at once. It looks at plain data, as read from TOML or JSON, and builds nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from plein.workflow.acts import ACTS
from plein.workflow.guards import GUARDS
from plein.workflow.quote import quote
from plein.workflow.roles import ROLES

_NAME: Final = re.compile(r"[a-z][a-z0-9-]*", re.ASCII)
_SPACES: Final = ("open", "closed")


def mistakes(data: object) -> tuple[str, ...]:
    """One line per mistake, in the order of the definition, without final full stop. Empty where there is nothing wrong.

    >>> for mistake in mistakes({"name": "Ours", "title": "Ours", "start": "talk", "phases": [
    ...     {"name": "talk", "space": "opn", "acts": {"contribute": ["publik"]}}], "moves": []}):
    ...     print(mistake)
    name “Ours” must be lower case letters, digits and hyphens, beginning with a letter
    phase talk: space “opn” must be open or closed; did you mean open?
    phase talk, act contribute: there is no role “publik”; did you mean public?
    """
    if not isinstance(data, Mapping):
        return ("a definition must be a table with name, title, start, phases and moves",)
    return (*_of_top(data), *_of_phases(data), *_of_moves(data), *_of_shape(data))


def _of_top(data: Mapping[str, Any]) -> Iterator[str]:
    yield from _keys("the definition", data, ("name", "title", "start", "phases"), ("moves",))
    if "name" in data:
        yield from _name("name", data["name"])
    title = data.get("title", "-")
    if not isinstance(title, str) or not title.strip() or not title.isprintable():
        yield "title must be one line of text"


def _of_phases(data: Mapping[str, Any]) -> Iterator[str]:
    if "phases" in data and not _tables(data["phases"]):
        yield "phases must be a list of tables: [[phases]]"
        return
    seen: set[str] = set()
    for number, phase in enumerate(data.get("phases", ()), start=1):
        where = _called(phase.get("name"), f"phase {number}", "phase ")
        yield from _keys(where, phase, ("name", "space"), ("acts",))
        if "name" in phase:
            yield from _name(f"phase {number}: name", phase["name"])
            if str(phase["name"]) in seen:
                yield f"phase {phase['name']} is there twice"
            seen.add(str(phase["name"]))
        if phase.get("space", "open") not in _SPACES:
            yield f"{where}: space {quote(phase['space'])} must be open or closed{_near(phase['space'], _SPACES)}"
        acts = phase.get("acts", {})
        if not isinstance(acts, Mapping):
            yield f"{where}: acts must be a table of acts and who may do them"
            continue
        for act, rule in acts.items():
            yield from _of_act(where, act, rule)


def _of_act(where: str, act: str, rule: Any) -> Iterator[str]:
    if act not in ACTS:
        yield f"{where}: there is no act {quote(act)}{_near(act, ACTS)}"
    where = f"{where}, act {act if act in ACTS else quote(act)}"
    if isinstance(rule, list):
        rule = {"by": rule}
    if not isinstance(rule, Mapping):
        yield f'{where}: must be a list of roles or a table {{ by = ["host"], guards = [] }}'
        return
    yield from _keys(where, rule, ("by",), ("guards",))
    yield from _of_rule(where, rule)


def _of_moves(data: Mapping[str, Any]) -> Iterator[str]:
    if "moves" in data and not _tables(data["moves"]):
        yield "moves must be a list of tables: [[moves]]"
        return
    phases = _phase_names(data)
    seen: set[tuple[str, str]] = set()
    for number, move in enumerate(data.get("moves", ()), start=1):
        where = f"move {number}"
        if isinstance(move.get("from"), str) and isinstance(move.get("to"), str):
            where = f"move {move['from']} → {move['to']}"
            if (arrow := (move["from"], move["to"])) in seen:
                yield f"{where} is there twice; put the guards of both on one"
            seen.add(arrow)
            if move["from"] == move["to"]:
                yield f"{where} leads nowhere; a new deadline is set with the act extend"
        yield from _keys(where, move, ("from", "to", "by"), ("guards",))
        for end in ("from", "to"):
            if end in move and move[end] not in phases:
                yield f"{where}: there is no phase {quote(move[end])}{_near(move[end], phases)}"
        yield from _of_rule(where, move)


def _of_rule(where: str, rule: Mapping[str, Any]) -> Iterator[str]:
    """Roles and guards, of an act or of a move."""
    by, guards = rule.get("by", ["host"]), rule.get("guards", [])
    if not isinstance(by, list) or not by:
        yield f"{where}: by must be a list of at least one role"
        by = []
    if not isinstance(guards, list):
        yield f"{where}: guards must be a list"
        guards = []
    for kind, names, known in (("role", by, ROLES), ("guard", guards, tuple(GUARDS))):
        for place, name in enumerate(names):
            if name not in known:
                yield f"{where}: there is no {kind} {quote(name)}{_near(name, known)}"
            elif name in names[:place]:
                yield f"{where}: {kind} {name} is there twice"


def _of_shape(data: Mapping[str, Any]) -> Iterator[str]:
    """Whether every phase can be reached, and an end from every phase. Arrows that lead nowhere were told already."""
    phases = _phase_names(data)
    if "phases" in data and not data["phases"]:
        yield "there is no phase"
    if "start" in data and data["start"] not in phases:
        yield f"start: there is no phase {quote(data['start'])}{_near(data['start'], phases)}"
        return
    moves = data.get("moves", ())
    if "start" not in data or not phases or not _tables(moves):
        return
    arrows = [(move.get("from"), move.get("to")) for move in moves]
    onward: dict[str, set[str]] = {phase: {to for source, to in arrows if source == phase and to in phases} for phase in phases}
    reached = _reach(onward, data["start"])
    for phase in phases:
        if phase not in reached:
            yield f"phase {phase} cannot be reached from {data['start']}"
    for phase in phases:
        if phase in reached and all(onward[other] for other in _reach(onward, phase)):
            yield f"phase {phase} leads to no end: from it the cycle can never be over"


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


def _keys(where: str, table: Mapping[str, Any], needed: Collection[str], allowed: Collection[str] = ()) -> Iterator[str]:
    for key in needed:
        if key not in table:
            yield f"{where} lacks {key}"
    for key in table:
        if key not in needed and key not in allowed:
            yield f"{where} has an unknown key {quote(key)}{_near(key, (*needed, *allowed))}"


def _name(where: str, name: object) -> Iterator[str]:
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        yield f"{where} {quote(name)} must be lower case letters, digits and hyphens, beginning with a letter"


def _tables(value: object) -> bool:
    """Whether it is a list of tables; an empty list counts."""
    return isinstance(value, (list, tuple)) and all(isinstance(each, Mapping) for each in value)


def _called(name: object, otherwise: str, prefix: str = "") -> str:
    return f"{prefix}{name}" if isinstance(name, str) and _NAME.fullmatch(name) else otherwise


def _near(name: object, known: Collection[str]) -> str:
    """A nudge towards the name that was probably meant, or nothing."""
    from difflib import get_close_matches  # here, not above: most definitions are right

    near = get_close_matches(str(name).lower(), list(known), n=1)
    return f"; did you mean {near[0]}?" if near else ""
