"""What an employee does: plein's part and this intranet's own rows, in one transaction. Both are there afterwards, or neither.

Each act ends with the one commit of its request. Where anything fails before it, the session is closed uncommitted (``house.our_session``).
What is closed in plein must stay closed in rows of ours: about a decision only the circle hears, until it is published.
"""

from __future__ import annotations

from pydantic import BaseModel
from sqlmodel import Session

from plein import Seat
from plein.engine.review.views import Decision, Submission

from . import house


class Change(BaseModel):
    """One passage that should read otherwise."""

    quote: str
    replace: str
    why: str | None = None


class Answer(BaseModel):
    """What the group decided on some suggestions. ``revision`` is the cycle's, as whoever decides has read it."""

    numbers: list[int]
    outcome: str
    because: str | None = None
    text: str | None = None
    covered_by: int | None = None
    revision: int


def suggest(session: Session, seat: Seat, slug: str, change: Change) -> Submission:
    """Suggest a change of the version under review; the circle is told.

    No revision is named: that others suggest something too is no reason to refuse this one, plein finds the collisions.
    """
    handed_in = seat.cycle(slug).suggestions.add_quote(change.quote, change.replace, why=change.why)
    if handed_in.new:  # a second press of the button adds nothing
        house.tell(
            session, others(seat, slug), f"{handed_in.author} suggests another wording of paragraph {handed_in.suggestions[0].paragraph}."
        )
    session.commit()
    return handed_in


def decide(session: Session, seat: Seat, slug: str, answer: Answer) -> tuple[Decision, ...]:
    """Decide on suggestions; the rest of the circle is told. Refused if the cycle changed since whoever decides looked."""
    decided = seat.cycle(slug).decisions.set(
        answer.numbers,
        answer.outcome,
        because=answer.because,
        text=answer.text,
        covered_by=answer.covered_by,
        revision=answer.revision,
    )
    for decision in decided:
        house.tell(session, others(seat, slug), f"{decision.by} decided on suggestion {decision.suggestion}: {decision.outcome}.")
    session.commit()
    return decided


def publish(session: Session, seat: Seat, slug: str) -> tuple[Decision, ...]:
    """Let everybody read the decisions taken so far; who made a suggestion is told what became of it."""
    published = seat.cycle(slug).decisions.publish()
    author = {one.id: one.author for one in seat.cycle(slug).suggestions.list()}
    for decision in published:
        text = f"Your suggestion {decision.suggestion} was {decision.outcome}. {decision.because or ''}"
        house.tell(session, [author[decision.suggestion]], text.strip())
    session.commit()
    return published


def others(seat: Seat, slug: str) -> set[str]:
    """Everybody in the circle but whoever acts. Who is in it is public, and plein alone knows."""
    return {member.person for member in seat.cycle(slug).group.list() if member.status == "accepted"} - {seat.person or ""}
