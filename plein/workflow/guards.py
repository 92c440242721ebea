"""The guards a definition can name. A guard asks one question of the facts and answers None, or the reason why not, in words.

A reason says what is missing, in plain English and without a final full stop, because several of them may stand in one sentence. The
names are promises: running cycles keep the definition they began with.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC
from types import MappingProxyType
from typing import Final, TypeAlias

from plein.sentences import counted, sentence, typed
from plein.terms import term
from plein.workflow.deadline import show_when
from plein.workflow.facts import Facts

Guard: TypeAlias = Callable[[Facts], str | None]


def has_contributions(facts: Facts) -> str | None:
    """Refuse while nobody has contributed anything.

    Plein66 begins with an "eerste inventarisatie van meningen en standpunten" on the public part; an empty one is none.
    """
    return None if facts.contributions else sentence("the inventory holds no contribution yet")


def inventory_held(facts: Facts) -> str | None:
    """Refuse while no inventory was held: first everyone is heard, then some are invited."""
    return None if facts.inventory_held else sentence("no inventory was held yet; people are invited after the open inventory")


def has_drafter(facts: Facts) -> str | None:
    """Refuse while nobody has agreed to write."""
    return None if facts.accepted_drafters else sentence("no drafter has accepted an invitation yet")


def has_draft(facts: Facts) -> str | None:
    """Refuse while there is no text to show."""
    return None if facts.drafts else sentence("there is no draft yet")


def deadline_open(facts: Facts) -> str | None:
    """Refuse after the deadline. Its last second is still in time, to the end of it.

    >>> from datetime import UTC, datetime
    >>> closes = datetime(2026, 11, 27, 22, 59, 59, tzinfo=UTC)
    >>> deadline_open(Facts(now=datetime(2026, 11, 28, 8, 0, tzinfo=UTC), phase="review", closes=closes))
    'the deadline has passed: it was Friday 27 November 2026, 23:59 (Europe/Amsterdam)'
    """
    if facts.closes is None or not _is_past(facts):
        return None
    return sentence("the deadline has passed: it was {closes}", closes=show_when(facts.closes, facts.timezone))


def deadline_passed(facts: Facts) -> str | None:
    """Refuse while the running phase still has time: who was promised until Friday has until Friday."""
    if facts.closes is None or _is_past(facts):
        return None
    return sentence("the {phase} phase is open until {closes}", phase=term(facts.phase), closes=show_when(facts.closes, facts.timezone))


def promise_kept(facts: Facts) -> str | None:
    """Refuse to take time away that was promised to people, unless they are told why. No definition names it: it is asked of every move.

    >>> from datetime import UTC, datetime
    >>> closes = datetime(2026, 11, 27, 22, 59, 59, tzinfo=UTC)
    >>> promise_kept(Facts(now=datetime(2026, 11, 26, tzinfo=UTC), phase="review", closes=closes))
    'people were promised until Friday 27 November 2026, 23:59 (Europe/Amsterdam) in the review phase; say why it ends sooner with because='
    """
    if facts.closes is None or _is_past(facts) or (facts.because or "").strip():
        return None
    return sentence(
        "people were promised until {closes} in the {phase} phase; say why it ends sooner with {option}",
        closes=show_when(facts.closes, facts.timezone),
        phase=term(facts.phase),
        option=typed("--because"),
    )


def deadline_given(facts: Facts) -> str | None:
    """Refuse to open a phase without telling people until when."""
    return None if facts.closes_given else sentence("no deadline is given; say until when with {option}", option=typed("--closes"))


def was_reviewed(facts: Facts) -> str | None:
    """Refuse while the public has not been asked about the text."""
    return None if facts.reviews_held else sentence("no review was held yet")


def all_decided(facts: Facts) -> str | None:
    """Refuse while one suggestion still waits for an answer.

    >>> from datetime import UTC, datetime
    >>> all_decided(Facts(now=datetime(2026, 11, 27, tzinfo=UTC), phase="drafting", undecided=3))
    '3 suggestions still wait for a decision'
    """
    return (
        counted("{n} suggestion still waits for a decision", "{n} suggestions still wait for a decision", n=facts.undecided)
        if facts.undecided
        else None
    )


def decisions_reasoned(facts: Facts) -> str | None:
    """Refuse while a decision lacks the reason its author is owed."""
    return (
        counted("{n} decision still lacks a reason", "{n} decisions still lack a reason", n=facts.unreasoned) if facts.unreasoned else None
    )


def decisions_published(facts: Facts) -> str | None:
    """Refuse while a decision was taken but not told."""
    return (
        counted("{n} decision is not published yet", "{n} decisions are not published yet", n=facts.unpublished)
        if facts.unpublished
        else None
    )


def adopted_merged(facts: Facts) -> str | None:
    """Refuse while something was adopted that is not in the text."""
    return (
        counted(
            "{n} adopted suggestion is not merged into the text yet",
            "{n} adopted suggestions are not merged into the text yet",
            n=facts.unmerged,
        )
        if facts.unmerged
        else None
    )


def has_reason(facts: Facts) -> str | None:
    """Refuse without a reason that can be shown to everyone."""
    return None if (facts.because or "").strip() else sentence("a reason is missing; give it with {option}", option=typed("--because"))


def _is_past(facts: Facts) -> bool:
    """Whether the deadline lies behind us, in whole seconds; and in UTC, for in the hour that comes twice local times compare wrongly."""
    return facts.closes is not None and facts.now.astimezone(UTC).replace(microsecond=0) > facts.closes.astimezone(UTC)


GUARDS: Final[Mapping[str, Guard]] = MappingProxyType({
    guard.__name__: guard
    for guard in (
        has_contributions, inventory_held, has_drafter, has_draft, deadline_open, deadline_passed, deadline_given,
        was_reviewed, all_decided, decisions_reasoned, decisions_published, adopted_merged, has_reason,
    )
})  # fmt: skip
"""Every guard by name."""

UNCOUNTED: Final = frozenset(("deadline_open", "deadline_passed", "deadline_given", "has_reason"))
"""Guards that ask about nothing that has to be counted."""
