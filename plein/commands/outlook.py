"""The home screen of a cycle: where it is, what waits for somebody and what comes next; and below that all they can do, and what there is."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from plein.commands import ending, show
from plein.commands.topic import going, note
from plein.sentences import Sentence, counted, listed, sentence
from plein.terms import term

if TYPE_CHECKING:
    from plein.engine.cycle.views import Cycle, Status
    from plein.engine.group.views import Member
    from plein.engine.in_cycle import InCycle
    from plein.engine.inventory.views import Topic

_CONVERSATIONS = 3
"""So many of them are told of."""
_HEAT = {"heated": 0, "lively": 1}
"""Which go first where not all are told of."""
_EXCERPT = 160
"""Code points of a question that are read at a glance."""


def screen(state: Status, here: InCycle) -> Iterator[str]:
    """The home screen, line by line: on a terminal of 24 lines one reads at once where the cycle is, what waits, and what comes next.

    Where the screen is longer than the terminal, it ends with what comes next once more: there one stands.
    """
    then = ending.next_line(state.next.command or "")
    told = [*_where(state), _you(state), *_waiting(state, _invited(state, here)), then, ""]
    told += (*_can(state), *_not_yet(state), *_conversations(state), _there(state))
    yield from told
    if sys.stdout.isatty() and sum(map(show.rows, told)) >= show.height():
        yield then


def _where(state: Status) -> Iterator[str]:
    from plein.workflow import show_when

    cycle = state.cycle
    yield f"{cycle.title} ({cycle.slug})"
    yield sentence("  {line}", line=_glance(cycle.question, f"plein cycle show {cycle.slug}"))
    phase, space = term(cycle.phase), term(cycle.space)
    if cycle.round:
        yield sentence("Phase: {phase} ({space}, round {round})", phase=phase, space=space, round=cycle.round)
    else:
        yield sentence("Phase: {phase} ({space})", phase=phase, space=space)
    until = show_when(cycle.closes, cycle.timezone) if cycle.closes else sentence("no deadline")
    yield sentence("Until: {moment}; that has passed", moment=until) if state.passed else sentence("Until: {moment}", moment=until)
    for cut in state.shortened:
        promised = show_when(cut.promised, cycle.timezone)
        why = sentence(" Why: {text}", text=cut.because) if cut.because else ""
        yield sentence("Shortened: people had been promised until {promised}.{why}", promised=promised, why=why)
    if cycle.steps[-1].ask:
        yield sentence("Asked: {ask}", ask=_glance(cycle.steps[-1].ask, f"plein cycle show {cycle.slug}"))


def _glance(text: str, whole: str) -> str:
    """A text on one line; of a long one the beginning, and the command that shows the whole of it."""
    line = " ".join(text.split())
    if len(line) <= _EXCERPT:
        return line
    start, blank, _ = line[:_EXCERPT].rpartition(" ")
    return sentence("{start}… All of it: {command}", start=start if blank else line[:_EXCERPT], command=whole)


def _waiting(state: Status, invited: tuple[Member, ...]) -> Iterator[Sentence]:
    """What this person has to do, or is asked."""
    waiting = [*(_invitation(one, state.cycle) for one in invited), *_undone(state)]
    if waiting:
        yield sentence("Waiting for you:")
        yield from (sentence("  {line}", line=line) for line in waiting)


def _invited(state: Status, here: InCycle) -> tuple[Member, ...]:
    """The invitations of this person that have no answer yet."""
    if state.next.name != "answer-invitation":
        return ()
    return tuple(one for one in here.group.list() if one.person == state.person and one.status == "invited")


def _invitation(one: Member, cycle: Cycle) -> Sentence:
    from plein.workflow import show_when

    if one.expires is None:
        return sentence("an invitation as {role}", role=term(one.role))
    when = show_when(one.expires, cycle.timezone)
    return sentence("an invitation as {role}, to be answered until {when}", role=term(one.role), when=when)


def _undone(state: Status) -> Iterator[Sentence]:
    """What this person can do, and nobody did yet."""
    names, counts = {action.name for action in state.can}, state.counts
    if state.fell:
        numbers = listed(map(str, state.fell))
        yield sentence("To be decided anew, for somebody changed or withdrew their words: {numbers}", numbers=numbers)
    heated = ", ".join(topic.name for topic in state.topics if topic.heat == "heated")
    if "hide" in names and heated:
        yield sentence("it gets heated in {topics}: {command}", topics=heated, command=f"plein topic list {state.cycle.slug}")
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
    more = len(found) - _CONVERSATIONS
    if more > 0:
        found.sort(key=lambda topic: _HEAT.get(topic.heat or "", len(_HEAT)))
    for topic in found[:_CONVERSATIONS]:
        lines = itertools.islice(_brief(topic, state.cycle), None if names & {"contribute", "set-topics"} else 1)
        yield from (sentence("  {line}", line=line) for line in (*lines, _numbers(topic)))
    if more > 0:
        command = f"plein topic list {state.cycle.slug}"
        yield sentence("  {line}", line=counted("and {n} more: {command}", "and {n} more: {command}", n=more, command=command))


def _brief(topic: Topic, cycle: Cycle) -> Iterator[Sentence]:
    """The context note at a glance."""
    whole = f"plein topic show {cycle.slug} {topic.name}"
    aim, scope, outcome = (None if text is None else _glance(text, whole) for text in (topic.aim, topic.scope, topic.outcome))
    return note(replace(topic, aim=aim, scope=scope, outcome=outcome))


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
    told = [(show.typed(action.command or ""), show.in_words(sentence(action.description))) for action in acts]
    wide = max(len(command) for command, _ in told)
    if sys.stdout.isatty() and wide + max(len(what) for _, what in told) + 4 > show.width():
        yield from (line for command, what in told for line in (f"  {command}", f"      {what}"))
    else:
        yield from (f"  {command.ljust(wide)}  {what}" for command, what in told)


def _not_yet(state: Status) -> Iterator[Sentence]:
    for move in state.moves:
        if move.reasons and move.onward:
            yield sentence("Not yet {phase}: {reasons}", phase=term(move.name), reasons=move.reasons)
