"""How ``plein cycle`` tells the story of a cycle, and what it remembers of those before it: in lines, printed elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from plein.sentences import counted, sentence
from plein.terms import term

if TYPE_CHECKING:
    from plein.engine.cycle.views import Chapter, Cycle, Memory, Promise
    from plein.engine.in_cycle import InCycle


def whole(cycle: Cycle, here: InCycle) -> Iterator[str]:
    """A cycle with its story, which is read from the seat when the first line is asked for."""
    story, memory = here.story(), here.memory()
    yield from (cycle.title, cycle.question)
    yield counted("Host: {names}", "Hosts: {names}", n=len(cycle.hosts), names=", ".join(cycle.hosts))
    if cycle.after:
        yield sentence("After: {slug}", slug=cycle.after)
    for chapter in story:
        yield ""
        yield from _chapter(chapter, cycle.timezone)
    yield from _promised(memory.promises)


def _chapter(chapter: Chapter, zone: str) -> Iterator[str]:
    from plein.workflow import show_when

    step = chapter.step
    about = {
        "phase": term(step.phase),
        "space": term(step.space),
        "round": sentence(", round {number}", number=step.round) if step.review else "",
        "version": sentence(" on version {number}", number=step.version) if step.version else "",
    }
    yield sentence("{phase} ({space}{round}){version}: from {when}", **about, when=show_when(step.opened, zone))
    if step.closes:
        yield sentence("  until {when}", when=show_when(step.closes, zone))
    if step.because:
        yield sentence("  because: {text}", text=step.because)
    for cut in chapter.shortened:
        promised = show_when(cut.promised, zone)
        if cut.closes is None:
            yield sentence("  ended early: people had been promised until {promised}", promised=promised)
        else:
            yield sentence("  shortened, from {promised} to {closes}", promised=promised, closes=show_when(cut.closes, zone))
        if cut.because:
            yield sentence("  because: {text}", text=cut.because)
    if chapter.changed is not None:
        yield counted("  changed: {n} place in the text", "  changed: {n} places in the text", n=chapter.changed)
    if step.ask:
        yield sentence("  asked: {text}", text=step.ask)
    if chapter.came is not None:
        yield sentence("  came: {what}", what=_came(chapter.came))
    if chapter.answered:
        yield sentence("  answered: {what}", what=tuple(_many(name, number) for name, number in chapter.answered.items()))
    for one in chapter.corrections:
        yield sentence(
            "  corrected: version {number} in place of version {other}, from {when}",
            number=one.version,
            other=one.corrects,
            when=show_when(one.at, zone),
        )
        yield sentence("  because: {text}", text=one.because)


def _came(came: Mapping[str, Any]) -> str:
    if not came["people"]:
        return sentence("nothing")
    people = counted("from {n} person", "from {n} people", n=came["people"])
    new = counted("{n} of them new", "{n} of them new", n=came["newcomers"])
    sides = sentence("{inside} inside and {outside} outside the organisation", inside=came["inside"], outside=came["outside"])
    known = came["inside"] or came["outside"]
    return sentence(
        "{what}", what=(*(_many(kind, number) for kind, number in came["kinds"].items()), people, new, *((sides,) if known else ()))
    )


def _many(name: str, number: int) -> str:
    return sentence("{number} × {name}", number=number, name=term(name))


def remembered(memory: Memory) -> Iterator[str]:
    """What a cycle inherits."""
    if not memory.earlier:
        yield sentence("{slug} is the first of its series.", slug=memory.slug)
    for cycle in memory.earlier:
        yield sentence("{slug}: {title} ({phase})", slug=cycle.slug, title=cycle.title, phase=term(cycle.phase))
        yield sentence("  group: {people}", people=tuple(_sat(one.person, one.role) for one in cycle.group))
        for promise in cycle.promises:
            yield sentence("  promised: {text}", text=promise.text)
    if memory.resting:
        rested = tuple(counted("{who} ({n} group)", "{who} ({n} groups)", n=number, who=who) for who, number in memory.resting)
        yield sentence("Time for others: {people}", people=rested)
    yield from _promised(memory.promises)


def _sat(person: str, role: str) -> str:
    return sentence("{person} ({role})", person=person, role=term(role))


def _promised(promises: Sequence[Promise]) -> Iterator[str]:
    if promises:
        yield ""
        yield sentence("Promised:")
        for promise in promises:
            yield sentence("  {number}. {text}", number=promise.id, text=promise.text)
