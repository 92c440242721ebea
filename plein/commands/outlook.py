"""The home screen of a cycle: where it is, what waits for somebody and what comes next; and below that all they can do, and what there is."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from plein.commands import ending, show
from plein.commands.topic import going, note
from plein.sentences import Sentence, counted, listed, sentence
from plein.terms import term

if TYPE_CHECKING:
    from plein.engine.cycle.views import Cycle, Status
    from plein.engine.in_cycle import InCycle
    from plein.engine.inventory.views import Topic

_CONVERSATIONS = 3
"""So many of them are told of."""
_EXCERPT = 200
"""Code points of a question that are read at a glance."""


def screen(state: Status, here: InCycle) -> Iterator[str]:
    """The home screen, line by line: on a terminal of 24 lines one reads at once where the cycle is, what waits, and what comes next."""
    yield from _where(state)
    yield _you(state)
    yield from _waiting(state, here)
    yield ending.next_line(_next(state))
    yield ""
    yield from _can(state)
    yield from _not_yet(state)
    yield from _conversations(state)
    yield _there(state)


def _where(state: Status) -> Iterator[str]:
    from plein.workflow import show_when

    cycle = state.cycle
    yield f"{cycle.title} ({cycle.slug})"
    yield sentence("  {line}", line=_glance(cycle.question, cycle))
    phase, space = term(cycle.phase), term(cycle.space)
    if cycle.round:
        yield sentence("Phase: {phase} ({space}, round {round})", phase=phase, space=space, round=cycle.round)
    else:
        yield sentence("Phase: {phase} ({space})", phase=phase, space=space)
    until = show_when(cycle.closes, cycle.timezone) if cycle.closes else sentence("no deadline")
    yield sentence("Until: {moment}", moment=until)
    for cut in state.shortened:
        promised = show_when(cut.promised, cycle.timezone)
        why = sentence(" Why: {text}", text=cut.because) if cut.because else ""
        yield sentence("Shortened: people had been promised until {promised}.{why}", promised=promised, why=why)
    if cycle.steps[-1].ask:
        yield sentence("Asked: {ask}", ask=_glance(cycle.steps[-1].ask, cycle))


def _glance(text: str, cycle: Cycle) -> str:
    """A text on one line; of a long one the beginning, and where the rest is."""
    line = " ".join(text.split())
    if len(line) <= _EXCERPT:
        return line
    start, blank, _ = line[:_EXCERPT].rpartition(" ")
    return sentence("{start}… All of it: {command}", start=start if blank else line[:_EXCERPT], command=f"plein cycle show {cycle.slug}")


def _waiting(state: Status, here: InCycle) -> Iterator[Sentence]:
    """What this person has to do, or is asked."""
    waiting = [*_invited(state, here), *_undone(state)]
    if waiting:
        yield sentence("Waiting for you:")
        yield from (sentence("  {line}", line=line) for line in waiting)


def _invited(state: Status, here: InCycle) -> Iterator[Sentence]:
    """The invitations of this person that have no answer yet."""
    from plein.workflow import show_when

    if state.person is None:
        return
    for place in here.group.list():
        if place.person == state.person and place.status == "invited":
            yield sentence(
                "an invitation as {role}, to be answered until {when}: {command}",
                role=term(place.role),
                when=show_when(place.expires, state.cycle.timezone) if place.expires else sentence("no deadline"),
                command="plein group accept TOKEN",
            )


def _undone(state: Status) -> Iterator[Sentence]:
    """What this person can do, and nobody did yet."""
    names, counts = {action.name for action in state.can}, state.counts
    if state.fell:
        numbers = listed(map(str, state.fell))
        yield sentence("To be decided anew, for somebody changed or withdrew their words: {numbers}", numbers=numbers)
    if "decide" in names and (n := counts.get("undecided")):
        yield counted("{n} suggestion still waits for a decision", "{n} suggestions still wait for a decision", n=n)
    if "publish-decisions" in names and (n := counts.get("unpublished")):
        yield counted("{n} decision is not published yet", "{n} decisions are not published yet", n=n)
    if "merge" in names and (n := counts.get("unmerged")):
        yield counted(
            "{n} adopted suggestion is not merged into the text yet", "{n} adopted suggestions are not merged into the text yet", n=n
        )
    for move in state.moves:
        if not move.reasons and move.onward:
            yield sentence("the cycle can go on to {phase}", phase=term(move.name))


def _there(state: Status) -> Sentence:
    there = ", ".join(show.in_words(_count(what, number)) for what, number in state.counts.items())
    return sentence("There: {numbers}", numbers=there)


def _count(what: str, n: int) -> Sentence:
    """A number by its name."""
    return {
        "contributions": counted("{n} contribution", "{n} contributions", n=n),
        "drafters": counted("{n} drafter", "{n} drafters", n=n),
        "versions": counted("{n} version", "{n} versions", n=n),
        "suggestions": counted("{n} suggestion", "{n} suggestions", n=n),
        "decisions": counted("{n} decision", "{n} decisions", n=n),
        "undecided": sentence("{n} undecided", n=n),
        "unpublished": sentence("{n} unpublished", n=n),
        "unmerged": sentence("{n} unmerged", n=n),
    }[what]


def _conversations(state: Status) -> Iterator[Sentence]:
    """The context notes for those who can contribute now, and how each conversation goes; hosts see that as long as they can do something."""
    host = "host" in state.roles
    names = {action.name for action in state.can}
    if not names & {"contribute", "set-topics", "hide"} or (not host and len(state.topics) == 1):
        return
    yield sentence("Conversations:")
    found = [topic for topic in state.topics if host or topic.takes_contributions]
    for topic in found[:_CONVERSATIONS]:
        yield from (sentence("  {line}", line=line) for line in (*note(topic), _numbers(topic)))
    if len(found) > _CONVERSATIONS:
        command = f"plein topic list {state.cycle.slug}"
        yield counted("  and {n} more: {command}", "  and {n} more: {command}", n=len(found) - _CONVERSATIONS, command=command)


def _numbers(topic: Topic) -> Sentence:
    return sentence("  {numbers}", numbers=going(topic))


def _you(state: Status) -> Sentence:
    if state.person is None:
        return sentence("You:   not named; say who you are with {option}", option="--as")
    roles = ", ".join(show.in_words(term(role)) for role in state.roles if role != "public")
    if not roles:
        return sentence("You:   {person}", person=state.person)
    return sentence("You:   {person} ({roles})", person=state.person, roles=roles)


def _can(state: Status) -> Iterator[str]:
    acts = [action for action in state.can if action.command and action.name != "read"]
    if not acts:
        return
    yield sentence("You can:")
    told = [(action.command or "", show.in_words(sentence(action.description))) for action in acts]
    wide = max(len(command) for command, _ in told)
    if sys.stdout.isatty() and wide + max(len(what) for _, what in told) + 4 > show.width():
        yield from (line for command, what in told for line in (f"  {command}", f"      {what}"))
    else:
        yield from (f"  {command.ljust(wide)}  {what}" for command, what in told)


def _not_yet(state: Status) -> Iterator[Sentence]:
    for move in state.moves:
        if move.reasons and move.onward:
            yield sentence("Not yet {phase}: {reasons}", phase=term(move.name), reasons=move.reasons)


def _next(state: Status) -> str:
    """The one thing that helps most now; where there is nothing to do but read, that."""
    first = state.next
    return f"plein cycle show {state.cycle.slug}" if first is None or first.command is None else first.command
