"""How ``plein cycle`` tells the story of a cycle, and what it remembers of those before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from plein.commands import show
from plein.sentences import counted, sentence
from plein.terms import term

if TYPE_CHECKING:
    from plein.engine.cycle.views import Chapter, Cycle, Memory, Promise


def tell(cycle: Cycle, chapters: Sequence[Chapter], memory: Memory) -> None:
    """Print a cycle with its story."""
    show.line(cycle.title)
    show.line(cycle.question)
    show.line(counted("Host: {names}", "Hosts: {names}", n=len(cycle.hosts), names=", ".join(cycle.hosts)))
    if cycle.after:
        show.line(sentence("After: {slug}", slug=cycle.after))
    for chapter in chapters:
        show.line("")
        _tell_chapter(chapter, cycle.timezone)
    _promised(memory.promises)


def _tell_chapter(chapter: Chapter, zone: str) -> None:
    from plein.workflow import show_when

    step = chapter.step
    about = {
        "phase": term(step.phase),
        "space": term(step.space),
        "round": sentence(", round {number}", number=step.round) if step.phase == "review" else "",
        "version": sentence(" on version {number}", number=step.version) if step.version else "",
    }
    show.line(sentence("{phase} ({space}{round}){version}: from {when}", **about, when=show_when(step.opened, zone)))
    if step.closes:
        show.line(sentence("  until {when}", when=show_when(step.closes, zone)))
    if step.because:
        show.line(sentence("  because: {text}", text=step.because))
    if chapter.changed is not None:
        show.line(counted("  changed: {n} place in the text", "  changed: {n} places in the text", n=chapter.changed))
    if step.ask:
        show.line(sentence("  asked: {text}", text=step.ask))
    if chapter.came is not None:
        show.line(sentence("  came: {what}", what=_came(chapter.came)))
    if chapter.answered:
        show.line(sentence("  answered: {what}", what=tuple(_many(name, number) for name, number in chapter.answered.items())))


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


def remember(memory: Memory) -> None:
    """Print what a cycle inherits."""
    if not memory.earlier:
        show.line(sentence("{slug} is the first of its series.", slug=memory.slug))
    for cycle in memory.earlier:
        show.line(sentence("{slug}: {title} ({phase})", slug=cycle.slug, title=cycle.title, phase=term(cycle.phase)))
        show.line(sentence("  group: {people}", people=tuple(_sat(one.person, one.role) for one in cycle.group)))
        for promise in cycle.promises:
            show.line(sentence("  promised: {text}", text=promise.text))
    if memory.resting:
        rested = tuple(counted("{who} ({n} group)", "{who} ({n} groups)", n=number, who=who) for who, number in memory.resting)
        show.line(sentence("Time for others: {people}", people=rested))
    _promised(memory.promises)


def _sat(person: str, role: str) -> str:
    return sentence("{person} ({role})", person=person, role=term(role))


def _promised(promises: Sequence[Promise]) -> None:
    if promises:
        show.line("")
        show.line(sentence("Promised:"))
        for promise in promises:
            show.line(sentence("  {number}. {text}", number=promise.id, text=promise.text))
