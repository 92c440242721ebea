"""The points somebody earns with what they said: for the contributions of theirs that count, taken together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from plein.organisation import Weights
from plein.workflow.candidates.crowd import Contribution, Crowd
from plein.workflow.candidates.voices import Voices

BEST: Final = 3
"""So many contributions of a person count. In three somebody shows what they have to say; more would reward volume."""
ENOUGH_WORDS: Final = 8
"""A contribution with fewer words that could be new is measured as if it had so many; from there its length makes no difference."""
OFF_QUESTION: Final = 0.5
"""Share of its newness that a contribution keeps which shares no word with the question and nobody from beyond its author's circle answered."""
ALL_ANSWERS: Final = 4.0
"""Answers worth so many voices give all points for being answered."""
ALL_SUPPORT: Final = 9.0
"""Support worth so many voices gives all points for being supported."""
OWN_ANSWERS: Final = 0.125
"""What the answers of all of one's own circle are worth together; its support is worth nothing."""
QUESTION_WORDS: Final = 3
"""So many words shared with the question are enough."""
ODD: Final = 0.5
"""Share of the points for staying on the question that an odd view has, if people from beyond its author's circle found it worth an answer."""

_ROUNDING: Final = 0.5
"""More than the rounding of four parts can make of a sum."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What one contribution is worth by itself.

    Attributes:
        contribution: Which.
        novelty: How new it is, 0 to 1.
        new: The words nobody else uses, or hardly anybody, the newest first.
        grounded: Whether it shares words with the question, or was answered; if not, its novelty was cut already.
        question: How well it stays on the question, 0 to 1.
        shared: The words it shares with the question.
    """

    contribution: Contribution
    novelty: float
    new: tuple[str, ...]
    grounded: bool
    question: float
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Earned:
    """What somebody earned.

    Attributes:
        points: By name: novelty, answered, supported, question.
        best: The contributions that count, the one that brought most first.
        said: How many they made that are not hidden.
        newest: The one of *best* that is newest.
        nearest: The one of *best* that is nearest to the question.
        answers: Who answered those.
        support: Who stands behind those.
    """

    points: Mapping[str, float]
    best: tuple[Worth, ...]
    said: int
    newest: Worth
    nearest: Worth
    answers: Voices
    support: Voices

    @property
    def total(self) -> float:
        """All of it, to one decimal."""
        return round(sum(self.points.values()), 1)


def earned(crowd: Crowd, name: str, weights: Weights) -> Earned:
    """What somebody earned: first the contribution that brings most, then twice the one that adds most to it, if any does."""
    left = [(_together(crowd, name, [one], weights), one) for one in (_worth(crowd, name, one) for one in crowd.by[name])]
    left.sort(key=lambda one: (-one[0].total, one[1].contribution.number))
    found, first = left.pop(0)
    best = [first]
    while len(best) < BEST:
        more, added = found, None
        for alone, one in left:
            if found.total + alone.total + _ROUNDING <= more.total:
                break  # nothing adds more than it is worth alone
            tried = _together(crowd, name, [*best, one], weights)
            if tried.total > more.total:
                more, added = tried, one
        if added is None:
            break
        found = more
        best.append(added)
    return found


def _together(crowd: Crowd, name: str, best: Sequence[Worth], weights: Weights) -> Earned:
    """The newest of them for novelty, the nearest for the question; people who answer or support several of them count once."""
    own = [one.contribution for one in best]
    answers, support = crowd.answers(name, own, circle=OWN_ANSWERS), crowd.support(name, own)
    newest = max(best, key=lambda one: (one.novelty, -one.contribution.number))
    nearest = max(best, key=lambda one: (one.question, -one.contribution.number))
    shares = {
        "novelty": (weights.novelty, newest.novelty),
        "answered": (weights.answered, sqrt(min(1.0, answers.worth / ALL_ANSWERS))),
        "supported": (weights.supported, sqrt(min(1.0, support.worth / ALL_SUPPORT))),
        "question": (weights.question, max(nearest.question, ODD if answers.beyond else 0.0)),
    }
    points = {part: round(weight * share, 1) for part, (weight, share) in shares.items()}
    return Earned(points, tuple(best), len(crowd.by[name]), newest, nearest, answers, support)


def _worth(crowd: Crowd, name: str, one: Contribution) -> Worth:
    shared, asked = crowd.shared(one)
    question = min(1.0, len(shared) / min(QUESTION_WORDS, asked)) if asked else 1.0
    grounded = question > 0 or crowd.answers(name, [one]).beyond > 0
    words = crowd.newness(one)
    novelty = sum(worth for _, worth in words) / max(ENOUGH_WORDS, len(words)) * (1.0 if grounded else OFF_QUESTION)
    new = sorted((word for word in words if word[1] >= 0.5), key=lambda word: (-word[1], -len(word[0])))  # long words tell most
    return Worth(one, novelty, tuple(shown for shown, _ in new), grounded, question, shared)
