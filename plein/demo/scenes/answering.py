"""How the decisions of the group are told, in both rounds."""

from __future__ import annotations

from collections.abc import Sequence

from plein.demo import voice
from plein.demo.stage import Stage
from plein.demo.story.kinds import Answer
from plein.engine.review.views import Decision, Merged
from plein.sentences import Sentence, sentence
from plein.terms import term


def decide(stage: Stage, answers: Sequence[Answer], *, shown: Sequence[str]) -> None:
    """Take decisions. The command is shown for the first of each of these outcomes; what was simply adopted is told in one line."""
    left, adopted = list(shown), dict[int, str]()
    for answer in answers:
        kind = f"{answer.outcome} together" if answer.together else answer.outcome
        show = kind in left
        if show:
            left.remove(kind)
        done = stage.decide(answer, show=show)
        authors = [f"{decision.suggestion} ({author})" for decision, (author, _) in zip(done, answer.on, strict=True)]
        if not show and answer.because is None:
            adopted |= {decision.suggestion: told for decision, told in zip(done, authors, strict=True)}
        else:
            voice.result(_told(answer, done, authors))
    voice.result(sentence("as they stand: {numbers} adopted", numbers=voice.listed(adopted[number] for number in sorted(adopted))))


def tell_merged(merged: Merged) -> None:
    """What came of a merge."""
    voice.result(
        sentence(
            "version {number} is version {base} with {n} suggestions worked in, to the letter",
            number=merged.version,
            base=merged.base,
            n=len(merged.applied),
        )
    )
    for numbers in merged.near:
        voice.result(sentence("{numbers} meet in one sentence: bea reads it once more, and it stands", numbers=voice.listed(numbers)))


def _told(answer: Answer, done: Sequence[Decision], authors: Sequence[str]) -> Sentence:
    what: str = term(answer.outcome)
    if answer.together:
        what = sentence("{outcome} together", outcome=what)
    elif done[0].covered_by:
        what = sentence("{outcome} by {number}", outcome=what, number=done[0].covered_by)
    who = voice.listed(authors)
    if answer.because is None:
        return sentence("{who} {outcome}", who=who, outcome=what)
    return sentence("{who} {outcome}: {because}", who=who, outcome=what, because=answer.because)
