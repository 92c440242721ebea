"""The response document: every suggestion with its answer, in the order of the text, and the counts that must add up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plein.documents import paragraphs
from plein.engine.review.views import Decision, Suggestion
from plein.engine.text.views import Version
from plein.publication.brief import Shown, brief
from plein.publication.clean import short, tame
from plein.publication.redline import lines
from plein.publication.signs import in_short, plain
from plein.workflow.outcomes import OUTCOMES

TELLING = (*OUTCOMES, "waiting")
"""What can be told of a suggestion, in the order in which people read it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One suggestion and what became of it.

    ``change`` is what was suggested, ``instead`` what was taken over in its place; ``collides`` names those that cannot stand beside it,
    without those that are the same.
    """

    suggestion: Suggestion
    outcome: str
    because: str | None
    change: tuple[Shown, ...]
    instead: tuple[Shown, ...]
    collides: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of the version, and everything said about it. ``words`` is its beginning."""

    number: int
    words: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """What came in on one version, and what became of it. ``counts`` by outcome adds up to ``total``; ``tips`` are among them."""

    version: int
    passages: tuple[Passage, ...]
    sweeping: tuple[Answer, ...]
    counts: Mapping[str, int]
    total: int
    tips: int
    people: int


def outcome_of(suggestion: Suggestion) -> str:
    """What became of it, for everyone to know; ``waiting`` while there is no published decision."""
    if suggestion.status == "withdrawn":
        return "withdrawn"
    return "waiting" if suggestion.decision is None else suggestion.decision.outcome


def replies(suggestions: Sequence[Suggestion], versions: Sequence[Version]) -> tuple[Reply, ...]:
    """The response document, one part per version that suggestions were made on, oldest first."""
    texts = {version.number: tame(version.text) for version in versions}
    by_version: dict[int, list[Suggestion]] = defaultdict(list)
    for one in suggestions:
        by_version[one.version].append(one)
    return tuple(_reply(number, by_version[number], texts.get(number, "")) for number in sorted(by_version))


def _reply(version: int, suggestions: Sequence[Suggestion], text: str) -> Reply:
    counts = Counter(outcome_of(one) for one in suggestions)
    beginnings = {one.number: short(in_short(plain(text[one.start : one.end]))) for one in paragraphs(text)}
    answers = [_answer(one) for one in suggestions]
    grouped: dict[int, list[Answer]] = defaultdict(list)
    for answer in answers:
        if not answer.suggestion.sweeping:
            grouped[answer.suggestion.paragraph].append(answer)
    known = {name: counts.pop(name, 0) for name in TELLING}
    return Reply(
        version=version,
        passages=tuple(Passage(number, beginnings.get(number, ""), tuple(grouped[number])) for number in sorted(grouped)),
        sweeping=tuple(answer for answer in answers if answer.suggestion.sweeping),
        counts=known | counts,
        total=len(suggestions),
        tips=sum(one.kind == "tip" for one in suggestions),
        people=len({one.author for one in suggestions}),
    )


def _answer(suggestion: Suggestion) -> Answer:
    decision = suggestion.decision
    first = max(suggestion.paragraph, 1)
    change = () if suggestion.replace is None else lines(suggestion.quote, suggestion.replace, first)
    instead = () if decision is None or decision.text is None else lines(_passage(suggestion, decision), decision.text, first)
    shown = change if suggestion.sweeping else brief(change)  # a rewrite can be unfolded, and is whole then
    collides = tuple(number for number in suggestion.collides_with if number not in suggestion.same_as)
    return Answer(suggestion, outcome_of(suggestion), None if decision is None else decision.because, shown, brief(instead), collides)


def _passage(suggestion: Suggestion, decision: Decision) -> str:
    """What the group's words take the place of: the suggestion's own passage, or the lines that a text put together from several is about."""
    return decision.place.quote if decision.put_together_from and decision.place is not None else suggestion.quote
