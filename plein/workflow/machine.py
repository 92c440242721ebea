"""The rules at work: may somebody do this, may the cycle go there, and the move itself. What the rules are is data, in a definition.

"May I?" and enforcement are one function, so that a page and the engine cannot disagree. `transitions` executes the moves and nothing
else changes a phase; it is imported on the first move, because most commands only ask.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from plein.errors import ActRefused, MoveRefused, NotAllowed
from plein.sentences import Sentence, capital, in_a_row, listed, sentence
from plein.terms import term
from plein.workflow.acts import ACTS
from plein.workflow.definition import OPEN, Definition, Move
from plein.workflow.facts import Facts
from plein.workflow.guards import GUARDS, promise_kept
from plein.workflow.quote import quote
from plein.workflow.roles import held, in_words

if TYPE_CHECKING:
    from transitions import EventData, Machine

Kind: TypeAlias = Literal["yes", "phase", "role", "guard"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to "may I?". True where the answer is yes.

    Attributes:
        kind: ``"yes"``; ``"phase"``: nobody may, in this phase; ``"role"``: others may, but not with these roles; ``"guard"``: these
            roles may, but not as things are now.
        reasons: One clause per rule that says no, in table order and without final full stop; empty for yes.
    """

    kind: Kind
    reasons: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.kind == "yes"


YES = Verdict("yes")


def may_act(definition: Definition, facts: Facts, roles: frozenset[str], act: str) -> Verdict:
    """Whether somebody with these roles may do this now.

    Args:
        definition: The definition the cycle runs by.
        facts: How the cycle is doing.
        roles: Roles the person holds in it; everyone is one of the public besides.
        act: Name of an act in `ACTS`.

    Raises:
        ValueError: There is no such act, which is a mistake in the program and not in what a person asked.

    >>> from datetime import UTC, datetime
    >>> from plein.workflow import PLEIN66
    >>> now = Facts(now=datetime(2026, 11, 27, tzinfo=UTC), phase="drafting")
    >>> may_act(PLEIN66, now, frozenset({"adviser"}), "save-draft")
    Verdict(kind='role', reasons=('only hosts and drafters may save a draft in the drafting phase',))
    >>> may_act(PLEIN66, now, frozenset({"adviser"}), "suggest").reasons
    ('no one may make suggestions in the drafting phase; that is done in: review',)
    """
    if act not in ACTS:
        raise ValueError(f"there is no act {act!r}")
    verb = sentence(ACTS[act].verb)
    rule = definition.phase(facts.phase).acts.get(act)
    if rule is None:
        elsewhere = definition.phases_with(act)
        if not elsewhere:
            return Verdict("phase", (sentence("no one may {verb} in a {name} cycle", verb=verb, name=definition.name),))
        return Verdict(
            "phase",
            (
                sentence(
                    "no one may {verb} in the {phase} phase; that is done in: {elsewhere}",
                    verb=verb,
                    phase=term(facts.phase),
                    elsewhere=listed(term(name) for name in elsewhere),
                ),
            ),
        )
    if not held(roles) & rule.roles:
        return Verdict(
            "role",
            (sentence("only {roles} may {verb} in the {phase} phase", roles=in_words(rule.roles), verb=verb, phase=term(facts.phase)),),
        )
    return _ask(rule.guards, facts)


def may_move(definition: Definition, facts: Facts, roles: frozenset[str], target: str) -> Verdict:
    """Whether somebody with these roles may take the cycle to that phase now.

    >>> from datetime import UTC, datetime
    >>> from plein.workflow import PLEIN66
    >>> now = Facts(now=datetime(2026, 11, 27, tzinfo=UTC), phase="drafting", reviews_held=1, undecided=1, unpublished=2)
    >>> may_move(PLEIN66, now, frozenset({"host"}), "final").reasons
    ('1 suggestion still waits for a decision', '2 decisions are not published yet')
    >>> may_move(PLEIN66, now, frozenset({"host"}), "inventory").reasons
    ('no move leads from drafting to inventory; from here: review, final, stopped',)
    """
    move = definition.move(definition.phase(facts.phase).name, target)
    if move is None:
        return Verdict("phase", (_no_move(definition, facts.phase, target),))
    return _may_make(definition, move, facts, roles)


def move(definition: Definition, facts: Facts, roles: frozenset[str], target: str) -> str:
    """Take the cycle to another phase, through `transitions`; the engine then keeps what comes back.

    Returns:
        The name of the phase the cycle is in now.

    Raises:
        MoveRefused: There is no such move from here, or guards say no; every reason is in it.
        NotAllowed: Others may, but not with these roles.
        NotFound: The facts name a phase that the definition has not.
    """
    if definition.move(definition.phase(facts.phase).name, target) is not None:
        step = _Step(facts.phase, facts, roles)
        if _machine(definition).events[target].trigger(step):
            return step.state
    verdict = may_move(definition, facts, roles, target)
    if verdict.kind == "role":
        raise NotAllowed(_sentence(verdict))
    raise MoveRefused(target, verdict.reasons)


def require(definition: Definition, facts: Facts, roles: frozenset[str], act: str) -> None:
    """Let an act pass, or refuse it as `may_act` says.

    Raises:
        ActRefused: Nobody may in this phase, or guards say no; every reason is in it.
        NotAllowed: Others may, but not with these roles.
    """
    verdict = may_act(definition, facts, roles, act)
    if verdict.kind == "role":
        raise NotAllowed(_sentence(verdict))
    if not verdict:
        raise ActRefused(act, verdict.reasons)


def can(definition: Definition, facts: Facts, roles: frozenset[str]) -> tuple[str, ...]:
    """Names of all acts that somebody with these roles may do now, in the order of `ACTS`."""
    return tuple(act for act in ACTS if may_act(definition, facts, roles, act))


def moves_from(definition: Definition, facts: Facts, roles: frozenset[str]) -> tuple[tuple[str, Verdict], ...]:
    """Every phase a move leads to from here, in table order, with whether it may be made now."""
    here = definition.phase(facts.phase).name
    return tuple((move.target, _may_make(definition, move, facts, roles)) for move in definition.moves_out(here))


def is_open(definition: Definition, phase: str) -> bool:
    """Whether that phase happens before everyone, rather than inside the working group."""
    return definition.phase(phase).space == OPEN


def may_read_drafts(definition: Definition, facts: Facts, roles: frozenset[str]) -> bool:
    """Whether unpublished drafts exist for somebody with these roles."""
    return bool(may_act(definition, facts, roles, "read-drafts"))


def _ask(guards: Iterable[str], facts: Facts) -> Verdict:
    """Ask every guard, also after one said no: people want the whole list at once."""
    reasons = tuple(reason for name in guards if (reason := GUARDS[name](facts)) is not None)
    return Verdict("guard", reasons) if reasons else YES


def _may_make(definition: Definition, move: Move, facts: Facts, roles: frozenset[str]) -> Verdict:
    """The one rule on a move, asked by people beforehand and by `transitions` while it moves."""
    if not held(roles) & move.by:
        return Verdict(
            "role",
            (
                sentence(
                    "only {by} may move the cycle from {source} to {target}",
                    by=in_words(move.by),
                    source=term(move.source),
                    target=term(move.target),
                ),
            ),
        )
    guards = definition.guards_of(move)
    found = _ask(guards, facts)
    broken = None if "has_reason" in guards else promise_kept(facts)  # one reason serves for both, and is asked for once
    return found if broken is None else Verdict("guard", (*found.reasons, broken))


def _no_move(definition: Definition, source: str, target: str) -> str:
    """Why there is no such move, and what there is."""
    names = [phase.name for phase in definition.phases]
    if target not in names:
        known = in_a_row(map(term, names))
        return sentence("there is no phase {name}; the phases are: {names}", name=quote(target), names=known)
    here, moves = term(source), definition.moves_out(source)
    if not moves:
        return sentence("{phase} is an end, and no move leads out of it", phase=here)
    onward = in_a_row(term(move.target) for move in moves)
    if target == source:
        return sentence("the cycle is in {phase} already; from here: {onward}", phase=here, onward=onward)
    return sentence("no move leads from {phase} to {target}; from here: {onward}", phase=here, target=term(target), onward=onward)


def _sentence(verdict: Verdict) -> Sentence:
    return capital(sentence("{reasons}.", reasons=verdict.reasons))


@dataclass(slots=True)
class _Step:
    """What `transitions` moves: the phase, and what its rule asks about. Used for one move and thrown away.

    It is never bound to the machine, which would hang attributes on it and hold on to it for ever.
    """

    state: str
    facts: Facts
    roles: frozenset[str]


@lru_cache(maxsize=64)
def _machine(definition: Definition) -> Machine:
    """One machine per definition, without a model and shared by all cycles: it keeps no state of its own.

    The event is named after the phase it leads to. There is one transition at most for an event and a phase, because a definition
    with two is refused; and one condition on each, because `transitions` stops at the first that says no and would lose the rest.
    """
    from transitions import Machine  # here, not above: it takes 25 ms

    return Machine(
        model=None,
        states=[phase.name for phase in definition.phases],
        initial=definition.start,
        transitions=[
            {"trigger": move.target, "source": move.source, "dest": move.target, "conditions": [_condition(definition, move)]}
            for move in definition.moves
        ],
        send_event=True,
        auto_transitions=False,
    )


def _condition(definition: Definition, move: Move) -> Callable[[EventData], bool]:
    """The rule on a move in the form `transitions` calls."""

    def may_make(event: EventData) -> bool:
        step = event.model
        assert isinstance(step, _Step)
        return bool(_may_make(definition, move, step.facts, step.roles))

    return may_make
