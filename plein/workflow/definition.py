"""A definition: the whole cycle as one frozen value. Only data: what it means is in `machine`, what can be wrong with it in `mistakes`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, Literal, TypeAlias

from plein.errors import BadDefinition, NotFound
from plein.sentences import in_a_row, sentence
from plein.terms import term
from plein.workflow.acts import ACTS
from plein.workflow.entering import EFFECTS, PUBLISH_REPORT, PUBLISH_VERSION, filled_in
from plein.workflow.mistakes import mistakes
from plein.workflow.roles import EVERYONE, in_order

Space: TypeAlias = Literal["open", "closed"]
OPEN: Final = "open"
CLOSED: Final = "closed"


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may do an act in a phase, and under which guards.

    Attributes:
        roles: Any one of these is enough; ``"public"`` means everyone.
        guards: Names of guards, all of which must be content.
    """

    roles: frozenset[str]
    guards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase: what may be done in it and by whom. What is not named may not be done; but everybody reads it, unless it says who does.

    Attributes:
        name: Lower case, digits and hyphens, e.g. ``"review"``.
        space: ``"open"``: before everyone; ``"closed"``: inside the working group.
        acts: Rule by name of the act; kept in the order of `ACTS`.
        on_enter: What happens when the cycle enters it; names of `plein.workflow.entering.EFFECTS`, in the order in which it happens.
    """

    name: str
    space: Space
    acts: Mapping[str, Rule]
    on_enter: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        order = {name: place for place, name in enumerate(ACTS)}
        if "read" not in self.acts:
            object.__setattr__(self, "acts", {"read": Rule(EVERYONE), **self.acts})
        names = sorted(self.acts, key=lambda name: (order.get(name, len(order)), name))
        object.__setattr__(self, "acts", MappingProxyType({name: self.acts[name] for name in names}))
        turn = {name: place for place, name in enumerate(EFFECTS)}
        object.__setattr__(self, "on_enter", tuple(sorted(self.on_enter, key=lambda name: (turn.get(name, len(turn)), name))))

    def __hash__(self) -> int:
        return hash((self.name, self.space, tuple(self.acts.items()), self.on_enter))

    def __reduce__(self) -> tuple[Callable[..., Phase], tuple[object, ...]]:
        return Phase, (self.name, self.space, dict(self.acts), self.on_enter)  # a mapping proxy cannot be pickled or copied


@dataclass(frozen=True, slots=True)
class Move:
    """One arrow between two phases.

    Attributes:
        source: The phase it leaves.
        target: The phase it enters.
        by: Roles that may make it; any one is enough.
        guards: Names of guards, all of which must be content.
    """

    source: str
    target: str
    by: frozenset[str]
    guards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Definition:
    """A cycle as data: phases, moves and the one table phase × role × act. Equal definitions hash alike and give equal data.

    Attributes:
        name: Lower case, digits and hyphens, e.g. ``"plein66"``.
        title: What people call it.
        start: Name of the phase every cycle begins in.
        phases: In the order in which they are shown.
        moves: In the order in which they are shown; at most one between two phases in one direction.

    Raises:
        BadDefinition: It has mistakes; all of them are listed.
    """

    name: str
    title: str
    start: str
    phases: tuple[Phase, ...]
    moves: tuple[Move, ...]

    def __post_init__(self) -> None:
        if found := mistakes(self.to_data()):
            raise BadDefinition(self.name, found)

    def phase(self, name: str) -> Phase:
        """The phase of that name.

        Raises:
            NotFound: There is none.
        """
        for phase in self.phases:
            if phase.name == name:
                return phase
        phases = in_a_row(term(phase.name) for phase in self.phases)
        raise NotFound(sentence("{definition} has no phase {phase}; it has: {phases}.", definition=self.name, phase=name, phases=phases))

    def move(self, source: str, target: str) -> Move | None:
        """The move between two phases, if there is one."""
        return next((move for move in self.moves if (move.source, move.target) == (source, target)), None)

    def moves_out(self, source: str) -> tuple[Move, ...]:
        """The moves that leave a phase, in table order."""
        return tuple(move for move in self.moves if move.source == source)

    def onward(self, source: str) -> tuple[str, ...]:
        """Names of the phases that the moves from a phase lead on to, in table order: not where the cycle stops, nor back to collecting views.

        >>> from plein.workflow import PLEIN66
        >>> PLEIN66.onward("invitation"), PLEIN66.onward("review")
        (('drafting',), ('drafting', 'final'))
        """
        names = [phase.name for phase in self.phases]
        heard = {name for name in names[: names.index(source)] if name in self.inventories and name not in self.reviews}
        return tuple(move.target for move in self.moves_out(source) if move.target not in self.ways_out | heard)

    def guards_of(self, move: Move) -> tuple[str, ...]:
        """What is asked before a move: its guards, and that there is a text where one is put before people who suggest."""
        target = self.phase(move.target)
        needs_text = PUBLISH_VERSION in target.on_enter and "suggest" in target.acts
        return (*move.guards, "has_draft") if needs_text and "has_draft" not in move.guards else move.guards

    def phases_with(self, act: str) -> tuple[str, ...]:
        """Names of the phases in which somebody may do this act, in order.

        So a review is known by what is done in it, not by its name, which an organisation may choose.
        """
        return tuple(phase.name for phase in self.phases if act in phase.acts)

    @property
    def has_document(self) -> bool:
        """Whether a text is written in it. A focus group has none."""
        return bool(self.phases_with("save-draft"))

    @property
    def reviews(self) -> tuple[str, ...]:
        """Names of the phases in which suggestions are made."""
        return self.phases_with("suggest")

    @property
    def inventories(self) -> tuple[str, ...]:
        """Names of the open phases in which people say what they think."""
        return tuple(phase.name for phase in self.phases if phase.space == OPEN and "contribute" in phase.acts)

    def entering(self, effect: str) -> tuple[str, ...]:
        """Names of the phases that something happens on entering."""
        return tuple(phase.name for phase in self.phases if effect in phase.on_enter)

    @property
    def ways_out(self) -> frozenset[str]:
        """Names of the ends that publish nothing, where another end does: the cycle stops there."""
        published = {*self.entering(PUBLISH_VERSION), *self.entering(PUBLISH_REPORT)}
        return self.ends - published if self.ends & published else frozenset()

    @property
    def ends(self) -> frozenset[str]:
        """Names of the phases that no move leaves."""
        return frozenset(phase.name for phase in self.phases if not self.moves_out(phase.name))

    def to_data(self) -> dict[str, Any]:
        """Plain values that JSON and TOML can hold; equal definitions give equal data, key order included."""
        return {
            "name": self.name,
            "title": self.title,
            "start": self.start,
            "phases": [
                {
                    "name": phase.name,
                    "space": phase.space,
                    "on_enter": list(phase.on_enter),
                    "acts": {name: {"by": list(in_order(rule.roles)), "guards": list(rule.guards)} for name, rule in phase.acts.items()},
                }
                for phase in self.phases
            ],
            "moves": [
                {"from": move.source, "to": move.target, "by": list(in_order(move.by)), "guards": list(move.guards)} for move in self.moves
            ],
        }

    @staticmethod
    def from_data(data: Mapping[str, Any], *, source: str | None = None) -> Definition:
        """A definition from what `to_data` gave, or from what a person wrote in that form.

        Args:
            data: As in `to_data`. An act without guards may be just the list of its roles; guards may be left out. A phase that does not say
                what happens on entering it does what is usual (`plein.workflow.entering.filled_in`).
            source: What to call it in an error, such as a file name; otherwise its own name.

        Raises:
            BadDefinition: It has mistakes; all of them are listed.
        """
        if found := mistakes(data):
            raise BadDefinition(source or str(data.get("name", "this")), found)
        data = filled_in(data)
        return Definition(
            name=data["name"],
            title=data["title"],
            start=data["start"],
            phases=tuple(
                Phase(
                    phase["name"],
                    phase["space"],
                    {name: _rule(rule) for name, rule in phase.get("acts", {}).items()},
                    tuple(phase["on_enter"]),
                )
                for phase in data["phases"]
            ),
            moves=tuple(
                Move(move["from"], move["to"], frozenset(move["by"]), tuple(move.get("guards", ()))) for move in data.get("moves", ())
            ),
        )


def _rule(written: Any) -> Rule:
    """A rule from its long form, or from the short one that is only a list of roles."""
    if isinstance(written, list):
        return Rule(frozenset(written))
    return Rule(frozenset(written["by"]), tuple(written.get("guards", ())))
