"""Why somebody has the points they have, in words. Every point of a score is in one of these sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plein.sentences import Sentence, counted, sentence
from plein.workflow.candidates.points import ODD, Earned
from plein.workflow.candidates.voices import Voices

_SHOWN = 5
"""So many words are named."""


def earned(found: Earned) -> Iterator[Sentence]:
    """What somebody earned with what they said."""
    yield from _novelty(found)
    if found.points["answered"] or found.answers.circle:
        yield sentence(
            "{points} answered by {people}", points=signed(found.points["answered"]), people=_people(found.answers, circle_counts=True)
        )
    if found.points["supported"] or found.support.circle:
        yield sentence(
            "{points} supported by {people}", points=signed(found.points["supported"]), people=_people(found.support, circle_counts=False)
        )
    yield from _question(found)


def taken(nudged: float, calls: int, discount: float, usual: Sentence | None) -> Iterator[Sentence]:
    """What was taken off."""
    if calls:
        yield counted(
            "{points} called to order by {n} person",
            "{points} called to order by {n} people",
            n=calls,
            points=signed(-nudged),
        )
    if usual is not None:
        yield sentence("{points} a usual suspect: {why}", points=signed(-discount), why=usual)


def added(welcome: float) -> Iterator[Sentence]:
    """What a newcomer gets."""
    if welcome:
        yield sentence("{points} new: never sat in a working group before", points=signed(welcome))


def volume(count: int, said: int) -> Iterator[Sentence]:
    """How many contributions count, where somebody made more."""
    if said > count:
        yield counted("of {said} contributions {n} counts", "of {said} contributions {n} count", n=count, said=said)


def minority(support: int, *, answers: bool, new: bool) -> Sentence:
    """Why somebody's view is one of few."""
    if answers and new:
        return counted(
            "a minority view: {n} person stands behind it, but it is new and was answered",
            "a minority view: {n} people stand behind it, but it is new and was answered",
            n=support,
        )
    if answers:
        return counted(
            "a minority view: {n} person stands behind it, but it was answered",
            "a minority view: {n} people stand behind it, but it was answered",
            n=support,
        )
    return counted(
        "a minority view: {n} person stands behind it, but it is new",
        "a minority view: {n} people stand behind it, but it is new",
        n=support,
    )


def signed(points: float) -> str:
    """Points as they stand before a reason.

    >>> signed(12.5), signed(-3.0), signed(0.0)
    ('+12.5', '−3.0', '+0.0')
    """
    return f"{points + 0.0:+.1f}".replace("-", "−")


def named(words: Sequence[str]) -> str:
    """Some words between quotation marks."""
    return ", ".join(f"“{word}”" for word in words[:_SHOWN])


def _novelty(found: Earned) -> Iterator[Sentence]:
    points, one = found.points["novelty"], found.newest
    if not points:
        return
    told = {"points": signed(points), "number": one.contribution.number, "words": named(one.new)}
    if not one.new:
        yield sentence("{points} says what few others say (contribution {number})", points=told["points"], number=told["number"])
    elif one.grounded:
        yield sentence("{points} says what others do not (contribution {number}): {words}", **told)
    else:
        yield sentence(
            "{points} says what others do not (contribution {number}), but half counts, for it is off the question and unanswered: {words}",
            **told,
        )


def _question(found: Earned) -> Iterator[Sentence]:
    points, near = found.points["question"], found.nearest
    if not points:
        return
    if found.answers.beyond and near.question < ODD:
        yield sentence("{points} odd, but others found it worth an answer", points=signed(points))
    elif near.shared:
        yield sentence("{points} stays on the question: {words}", points=signed(points), words=named(near.shared))
    else:
        yield sentence("{points} as for everybody: the question has no words to go by", points=signed(points))


def _people(voices: Voices, *, circle_counts: bool) -> tuple[Sentence, ...]:
    parts: list[Sentence] = []
    if voices.inside:
        parts.append(counted("{n} person from inside", "{n} people from inside", n=voices.inside))
    if voices.outside:
        parts.append(counted("{n} person from outside", "{n} people from outside", n=voices.outside))
    if voices.folded:
        parts.append(sentence("some of whom support each other and count as one"))
    if voices.circle and circle_counts:
        parts.append(
            counted(
                "{n} person of their own circle, who hardly counts", "{n} people of their own circle, who hardly count", n=voices.circle
            )
        )
    elif voices.circle:
        parts.append(
            counted(
                "{n} person of their own circle, who does not count", "{n} people of their own circle, who do not count", n=voices.circle
            )
        )
    return tuple(parts)
