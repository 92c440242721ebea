"""The picture of a cycle as Mermaid text, drawn from the same table that rules it. For pages without JavaScript there is `picture`.

`transitions` can print Mermaid too, but not the difference between open and closed, and what it prints for phase names with hyphens is not
reliably valid; so the lines are our own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from plein.sentences import sentence
from plein.terms import term
from plein.workflow.definition import Definition, Move

_STYLES: Final = (
    "classDef open fill:#e6f4ea,stroke:#1e7e34,color:#10331a",
    "classDef closed fill:#f3e8fd,stroke:#6b21a8,color:#2e1065,stroke-dasharray:5 3",
    "classDef now stroke-width:4px,font-weight:bold",
)
# Words Mermaid keeps for itself in a state diagram.
_RESERVED: Final = frozenset({"as", "choice", "class", "classdef", "click", "default", "direction", "end", "fork"}) | frozenset(
    {"hide", "href", "join", "note", "scale", "state", "style", "title", "accdescr", "acctitle"}
)


def mermaid(definition: Definition, current: str | None = None, *, say: Callable[[str], str] = str) -> str:
    """The cycle as a Mermaid state diagram: every phase, every move, guards in words on the arrows.

    Args:
        definition: What to draw.
        current: Name of the phase to mark as the running one.
        say: Says a word of it in another language; English unless given.

    Raises:
        NotFound: The definition has no phase *current*.

    >>> from plein.workflow import PLEIN66
    >>> print(*mermaid(PLEIN66, "review").splitlines()[:14], sep="\\n")
    stateDiagram-v2
        direction LR
        state "preparation (open)" as preparation
        state "inventory (open)" as inventory
        state "invitation (open)" as invitation
        state "drafting (closed)" as drafting
        state "review (open, now)" as review
        state "final (open)" as final
        state "stopped (open)" as stopped
        [*] --> preparation
        preparation --> inventory
        inventory --> invitation : has contributions
        invitation --> drafting : inventory held, has drafter
        invitation --> inventory
    """
    if current is not None:
        definition.phase(current)
    lines = ["direction LR"]
    for phase in definition.phases:
        space = term(phase.space)
        words = say(sentence("{space}, now", space=space) if phase.name == current else space)
        lines.append(f'state "{say(term(phase.name))} ({words})" as {_safe(phase.name)}')
    lines.append(f"[*] --> {_safe(definition.start)}")
    lines += [f"{_safe(move.source)} --> {_safe(move.target)}{_label(move, say)}" for move in definition.moves]
    lines += [f"{_safe(phase.name)} --> [*]" for phase in definition.phases if phase.name in definition.ends]
    lines += _STYLES if current else _STYLES[:2]
    for space in ("open", "closed"):
        if names := [_safe(phase.name) for phase in definition.phases if phase.space == space]:
            lines.append(f"class {','.join(names)} {space}")
    if current is not None:
        lines.append(f"class {_safe(current)} now")
    return "stateDiagram-v2\n" + "".join(f"    {line}\n" for line in lines)


def in_words(guards: Iterable[str], say: Callable[[str], str] = str) -> str:
    """Names of guards as one reads them.

    >>> in_words(("has_draft", "was_reviewed"))
    'has draft, was reviewed'
    """
    return ", ".join(say(term(guard)) for guard in guards)


def _label(move: Move, say: Callable[[str], str]) -> str:
    return f" : {in_words(move.guards, say)}" if move.guards else ""


def _safe(name: str) -> str:
    """The name of a phase as a Mermaid identifier: no hyphens, and none of the words Mermaid keeps for itself.

    No two names give the same: names hold neither underscores nor capitals.
    """
    return f"Phase_{name.replace('-', '_')}" if name in _RESERVED else name.replace("-", "_")
