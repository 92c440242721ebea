"""The home screen of a cycle: where it is, how its conversations go, what one can do now, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plein.commands import ending, show
from plein.commands.topic import going, note
from plein.sentences import Sentence, counted, sentence
from plein.terms import term

if TYPE_CHECKING:
    from plein.engine.cycle.views import Action, Status
    from plein.engine.inventory.views import Topic


def screen(state: Status) -> Iterator[str]:
    """The home screen, line by line."""
    yield from _where(state)
    yield from _conversations(state)
    yield _you(state)
    yield from _can(state)
    yield from _not_yet(state)
    yield ending.next_line(_next(state))


def _where(state: Status) -> Iterator[str]:
    from plein.workflow import show_when

    cycle = state.cycle
    yield f"{cycle.title} ({cycle.slug})"
    yield f"  {cycle.question}"
    phase, space = term(cycle.phase), term(cycle.space)
    if cycle.round:
        yield sentence("Phase: {phase} ({space}, round {round})", phase=phase, space=space, round=cycle.round)
    else:
        yield sentence("Phase: {phase} ({space})", phase=phase, space=space)
    until = show_when(cycle.closes, cycle.timezone) if cycle.closes else sentence("no deadline")
    yield sentence("Until: {moment}", moment=until)
    if cycle.steps[-1].ask:
        yield sentence("Asked: {ask}", ask=cycle.steps[-1].ask)
    there = ", ".join(show.in_words(_count(what, number)) for what, number in state.counts.items())
    yield sentence("There: {numbers}", numbers=there)


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
    for topic in state.topics:
        if host or topic.takes_contributions:
            yield from (sentence("  {line}", line=line) for line in (*note(topic), _numbers(topic)))


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
    typed = [show.typed(action.command or "") for action in acts]
    width = max(map(len, typed))
    for command, action in zip(typed, acts, strict=True):
        yield f"  {command.ljust(width)}  {show.in_words(sentence(action.description))}"


def _not_yet(state: Status) -> Iterator[Sentence]:
    for move in state.moves:
        if move.reasons and move.onward:
            yield sentence("Not yet {phase}: {reasons}", phase=term(move.name), reasons=move.reasons)


def _next(state: Status) -> str:
    """The one thing that helps most now."""
    names = {action.name for action in state.can}
    slug, counts = state.cycle.slug, state.counts
    if "decide" in names and counts.get("undecided"):
        return f"plein suggestion list {slug} --undecided"
    if "publish-decisions" in names and counts.get("unpublished"):
        return f"plein decision publish {slug}"
    if "merge" in names and counts.get("unmerged"):
        return f"plein draft merge {slug}"
    ready = [move.command for move in state.moves if not move.reasons and move.onward]
    if ready and ready[-1]:
        return ready[-1]
    return _first_of(state.can, ("suggest", "contribute", "invite", "save-draft")) or f"plein cycle show {slug}"


def _first_of(can: tuple[Action, ...], names: tuple[str, ...]) -> str | None:
    for name in names:
        for action in can:
            if action.name == name and action.command:
                return action.command
    return None
