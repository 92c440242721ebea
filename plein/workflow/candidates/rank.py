"""Who might be invited, ranked from what people contributed in the open, every point with its reason. No clock, no chance, no black box.

    score = novelty + answered + supported + question − nudged − usual + newcomer

The first four are earned by the contributions of a person that count (``points``), three at most, because the sum of them all
would reward whoever talks most. What each is worth at most stands in :class:`~plein.organisation.Weights`. The reasons are in
``reasons``; what the top of the list leaves out, in ``balance``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from plein.organisation import Weights
from plein.sentences import Sentence
from plein.workflow.candidates import reasons
from plein.workflow.candidates.crowd import Contribution, Crowd, Person
from plein.workflow.candidates.points import Earned, earned

PARTS: Final = ("novelty", "answered", "supported", "question", "nudged", "usual", "newcomer")
"""What a score is made of, in the order in which it is told."""
NEW: Final = 0.6
"""From this novelty a view with few supporters is a minority view."""
ANSWERS: Final = 2
"""From so many answers by people beyond one's own circle it is one too."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who might be invited.

    Attributes:
        person: Who.
        score: The sum of *parts*, to one decimal.
        parts: Points by name, in the order of :data:`PARTS`; what was taken off is negative.
        reasons: Where the points come from, in words.
        contributions: Numbers of the contributions that count, the one that brought most first.
        topics: Topics the person spoke on, in order of first appearance.
        kinds: Kinds of their contributions, likewise.
        inside: Whether they belong to the organisation.
        relation: What they are to it.
        usual_suspect: Whether they are asked anyway.
        newcomer: Whether they never sat in a working group.
        minority: Whether few stand behind them, although what they say is new or answered.
    """

    person: str
    score: float
    parts: Mapping[str, float]
    reasons: tuple[Sentence, ...]
    contributions: tuple[int, ...]
    topics: tuple[str, ...]
    kinds: tuple[str, ...]
    inside: bool
    relation: str | None
    usual_suspect: bool
    newcomer: bool
    minority: bool


def rank(
    contributions: Iterable[Contribution],
    people: Mapping[str, Person],
    *,
    question: str = "",
    topics: Mapping[str, str] | None = None,
    weights: Weights | None = None,
) -> tuple[Candidate, ...]:
    """Rank everybody who said something that is not hidden.

    In which order contributions and people are given makes no difference. Of two with the same score the one goes first of whose
    contributions that count the earliest has the lower number: names do not matter.

    Args:
        contributions: What was said.
        people: Who they are; somebody who is not in it is a newcomer from outside.
        question: The words of the cycle's question and context.
        topics: The words of each topic's title and context note.
        weights: What each thing weighs; the defaults unless you say otherwise.

    >>> said = [Contribution(1, "kim", "Put batteries for the neighbourhood on the roofs of schools and churches"),
    ...         Contribution(2, "bob", "Good plan", reply_to=1)]
    >>> [(one.person, one.score) for one in rank(said, {"bob": Person(inside=True)}, question="Where do batteries go?")]
    [('kim', 57.5), ('bob', 0.0)]
    """
    weighed = weights or Weights()
    crowd = Crowd(sorted(contributions, key=lambda one: one.number), people, question, topics or {})
    names = [name for name in crowd.by if not crowd.person(name).gone]
    support = {name: crowd.support(name, crowd.by[name]).beyond for name in names}
    typical = sum(support.values()) / len(support) if support else 0.0
    ranked = [_candidate(crowd, name, weighed, few=support[name] * 2 < typical) for name in names]
    return tuple(sorted(ranked, key=lambda one: (-one.score, min(one.contributions))))


def _candidate(crowd: Crowd, name: str, weights: Weights, *, few: bool) -> Candidate:
    """One person with all their points; *few* is whether few stand behind them."""
    person, own, found = crowd.person(name), crowd.by[name], earned(crowd, name, weights)
    calls, usual = crowd.calls(name), person.usual is not None
    taken = min(found.total, round(weights.nudged * calls, 1))
    discount = round((found.total - taken) * (1 - weights.usual), 1) if usual else 0.0
    left = round(found.total - taken - discount, 1)
    welcome = min(left, round(weights.newcomer, 1)) if person.newcomer and not usual else 0.0
    parts = {**found.points, "nudged": 0.0 - taken, "usual": 0.0 - discount, "newcomer": welcome}
    view = _minority(found) if few else None
    return Candidate(
        person=name,
        score=round(sum(parts.values()), 1),
        parts={part: parts[part] for part in PARTS},
        reasons=(
            *reasons.earned(found),
            *reasons.taken(taken, calls, discount, person.usual),
            *reasons.added(welcome),
            *reasons.volume(len(found.best), found.said),
            *([] if view is None else [view]),
        ),
        contributions=tuple(one.contribution.number for one in found.best),
        topics=tuple(dict.fromkeys(one.topic for one in own if one.topic is not None)),
        kinds=tuple(dict.fromkeys(one.kind for one in own)),
        inside=person.inside,
        relation=person.relation,
        usual_suspect=usual,
        newcomer=person.newcomer and not usual,
        minority=view is not None,
    )


def _minority(found: Earned) -> Sentence | None:
    """Why somebody behind whom few stand holds a minority view; None where what they say is neither new nor answered."""
    answered, new = found.answers.beyond >= ANSWERS, found.newest.grounded and found.newest.novelty >= NEW
    return reasons.minority(found.support.beyond, answers=answered, new=new) if answered or new else None
