"""Advice: the one thing by which somebody helps a cycle on most, now. What they may do is not decided here: each thing is asked of the rules.

First what waits for an answer, then what takes the cycle further once nothing is left that its phase asks, then what this person can add.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from sqlmodel import col

from plein.engine.cycle.views import Action
from plein.engine.desk import Sight
from plein.engine.group.places import status_of
from plein.engine.rows.of_cycle import newest_of, rows_of
from plein.engine.rows.tally import came_since, handed_in, reported
from plein.errors import Damaged
from plein.sentences import sentence
from plein.store.tables.cycle import MemberRow, StepRow
from plein.terms import term
from plein.vocabulary import ActName
from plein.workflow import ACTS, Definition
from plein.workflow.guards import promise_kept

_BY_ONE_OF_THE_PUBLIC: tuple[ActName, ...] = ("suggest", "contribute")


def advice(sight: Sight, *, named: bool, text: bool) -> Action:
    """What helps most now of what this person may do; where nothing does, ``read``: the text once it is final, else how the cycle goes.

    Args:
        sight: The cycle, with their roles in it.
        named: Whether it is anybody in particular. Nobody in particular is told what they could do once they say who they are.
        text: Whether there is a version that this person may read.
    """
    steps = (_invited, _answering, _onward, _adding) if named else (_saying_who,)
    return next((found for step in steps for found in step(sight)), None) or _reading(sight, text)


def _saying_who(sight: Sight) -> Iterator[Action]:
    yield from (_act(sight, act, *_HOW[act], as_="--as YOU ") for act in _BY_ONE_OF_THE_PUBLIC if _asked(sight, act))


def _reading(sight: Sight, text: bool) -> Action:
    """What there is to read: a cycle that came to an end at which its text is published leaves that."""
    ended = sight.cycle.phase in sight.definition.ends - sight.definition.ways_out
    return _act(sight, "read", "draft show" if ended and text else "cycle show")


def way_to(definition: Definition, slug: str, target: str) -> str:
    """The command that takes a cycle to a phase, with what people are to be told where it opens one in which they take part."""
    asks = target in (*definition.inventories, *definition.reviews)
    return f"plein cycle move {slug} {target}" + (" --closes YYYY-MM-DD --ask TEXT" if asks else "")


def _invited(sight: Sight) -> Iterator[Action]:
    """Whoever was asked to take a place in the circle answers that first."""
    if sight.person is not None and sight.may("answer-invitation"):
        mine = rows_of(sight, MemberRow, col(MemberRow.person_id) == sight.person.id, col(MemberRow.status) == "invited")
        if any(status_of(row, sight.now) == "invited" for row in mine):
            yield Action("answer-invitation", sentence(ACTS["answer-invitation"].description), (), "plein group accept TOKEN")


def _answering(sight: Sight) -> Iterator[Action]:
    """Decisions to take; and once none is left, to publish and to work into the text: what cannot go in is decided otherwise first."""
    facts = sight.facts
    if facts.undecided:
        if sight.may("decide"):
            yield _act(sight, "decide", "suggestion list", "--undecided")
        return
    goes_in, held = _to_merge(sight) if facts.unmerged and sight.may("merge") else (False, False)
    if held and sight.may("decide"):
        yield _act(sight, "merge", "draft merge", "" if goes_in else "--dry-run")
    if facts.unpublished and sight.may("publish-decisions"):
        yield _act(sight, "publish-decisions", "decision publish")
    if goes_in:
        yield _act(sight, "merge", "draft merge")


def _to_merge(sight: Sight) -> tuple[bool, bool]:
    """Whether anything that was adopted would go into the text now, and whether anything would not."""
    from plein.engine.review.merging import planned  # here, not above: only who is about to merge needs the text core

    try:
        plan = planned(sight)
    except Damaged:  # what is damaged is told by whatever reads it, and no reason not to show where a cycle is
        plan = None
    return (False, False) if plan is None else (bool(plan.applied), bool(plan.held))


def _onward(sight: Sight) -> Iterator[Action]:
    """The farthest phase that the cycle can go on to, where nothing is left that this one asks."""
    if _left(sight):
        return
    definition, slug = sight.definition, sight.cycle.slug
    for target in reversed(definition.onward(sight.cycle.phase)):
        move = definition.move(sight.cycle.phase, target)
        reasoned = move is not None and "has_reason" in definition.guards_of(move) and promise_kept(sight.facts) is None
        told = replace(sight.facts, closes_given=True, because="TEXT" if reasoned else None)
        if sight.may_move(target, told):
            command = way_to(definition, slug, target)
            if "--closes" not in command and move is not None and "deadline_given" in move.guards:
                command += " --closes YYYY-MM-DD"
            yield Action(target, sentence("move to {phase}", phase=term(target)), (), command + (" --because TEXT" if reasoned else ""))


def _left(sight: Sight) -> bool:
    """Whether the running phase asks for something still: to be heard, to be answered, or written."""
    acts, facts = sight.definition.phase(sight.cycle.phase).acts, sight.facts
    if "suggest" in acts or "contribute" in acts:
        if facts.closes is None and not _something_came(sight):
            return True
    elif "decide" in acts and facts.reviews_held and (facts.undecided or facts.unpublished or facts.unmerged):
        return True
    return "write-report" in acts and not reported(sight.session, sight.id)


def _adding(sight: Sight) -> Iterator[Action]:
    """What this person can say or write; what the phase is for goes first."""
    facts = sight.facts
    for act, (command, words) in _HOW.items():
        if _asked(sight, act):
            yield _act(sight, act, command, _ONE_PLACE if act == "suggest" and _suggested_before(sight) else words)
    if facts.accepted_drafters == 0 and sight.may("invite") and not _waits_for_drafter(sight):
        yield _act(sight, "invite", "group invite", "PERSON --role drafter --because TEXT")


_HOW: dict[ActName, tuple[str, str]] = {
    "suggest": ("suggestion add", "FILE --why TEXT"),
    "write-report": ("report save", "FILE"),
    "contribute": ("inventory add", "TEXT"),
    "save-draft": ("draft save", "FILE"),
    "comment": ("comment add", "TEXT"),
}
"""What people add, and how: the command, and what stands behind the cycle."""
_ONE_PLACE = "--quote OLD --replace NEW --why TEXT"
"""How one suggests something more: of another whole text one would have to say first what becomes of the one before."""


def _suggested_before(sight: Sight) -> bool:
    person = None if sight.person is None else sight.person.id
    return person is not None and handed_in(sight.session, sight.id, person)


def _asked(sight: Sight, act: ActName) -> bool:
    """Whether somebody may do this now, and is waited for to do it."""
    if not sight.may(act):
        return False
    return act not in _WAITS or _WAITS[act](sight)


def _waits_for_report(sight: Sight) -> bool:
    """Once the circle has talked, and has written none."""
    return _something_came(sight) and not reported(sight.session, sight.id)


def _waits_for_draft(sight: Sight) -> bool:
    """Until everybody was asked about the text; after that it changes by decisions."""
    return sight.facts.reviews_held == 0


def _waits_for_drafter(sight: Sight) -> bool:
    """Whether somebody was asked to write and has not answered yet."""
    asked = rows_of(sight, MemberRow, col(MemberRow.role) == "drafter", col(MemberRow.status) == "invited")
    return any(status_of(row, sight.now) == "invited" for row in asked)


_WAITS: dict[ActName, Callable[[Sight], bool]] = {"write-report": _waits_for_report, "save-draft": _waits_for_draft}


def _something_came(sight: Sight) -> bool:
    """Whether anybody said or suggested anything in the running phase."""
    step = newest_of(sight, StepRow)
    return step is not None and came_since(sight.session, sight.id, step.opened)


def _act(sight: Sight, act: ActName, command: str, words: str = "", *, as_: str = "") -> Action:
    """An act as something to do, with its command."""
    typed = f"plein {as_}{command} {sight.cycle.slug} {words}".rstrip()
    return Action(act, sentence(ACTS[act].description), (), typed)
