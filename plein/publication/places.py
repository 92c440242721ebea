"""Where suggestions cannot all stand and the group has not answered yet: what each wants, and the ready texts made from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plein.engine.review.views import Alternative, Collision, Proposal, Suggestion
from plein.publication.brief import Shown, brief
from plein.publication.redline import lines
from plein.publication.response import outcome_of


@dataclass(frozen=True, slots=True)
class Wish:
    """One way the passage might read, with all who want it."""

    alternative: Alternative
    change: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Ready:
    """A ready text: ``whole`` are the suggestions that are in it with all they want, ``part`` those of which something is, ``out`` the others."""

    proposal: Proposal
    change: tuple[Shown, ...]
    whole: tuple[int, ...]
    part: tuple[int, ...]
    out: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place with all that is wanted there."""

    place: Collision
    wishes: tuple[Wish, ...]
    ready: tuple[Ready, ...]


def unanswered(places: Sequence[Collision], suggestions: Sequence[Suggestion]) -> tuple[Place, ...]:
    """The places at which somebody still waits for an answer, as everybody may know, in the order of the text."""
    waiting = {one.id for one in suggestions if outcome_of(one) == "waiting"}
    return tuple(_place(one) for one in places if not one.agreed and waiting.intersection(one.suggestions))


def _place(place: Collision) -> Place:
    return Place(
        place,
        tuple(
            Wish(one, () if one.moved_to is not None else brief(lines(one.quote, one.replace, max(one.paragraph, 1))))
            for one in place.alternatives
        ),
        tuple(_ready(one, max(place.paragraph, 1)) for one in place.proposals),
    )


def _ready(one: Proposal, paragraph: int) -> Ready:
    left = set(one.leaves)
    return Ready(
        one,
        brief(lines(one.quote, one.text, paragraph)),
        whole=tuple(number for number in one.takes if number not in left),
        part=tuple(number for number in one.takes if number in left),
        out=tuple(number for number in one.leaves if number not in one.takes),
    )
