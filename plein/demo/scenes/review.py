"""Back into the open: everybody may propose, on one frozen version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plein.demo import voice
from plein.demo.stage import Stage
from plein.demo.story import HOST
from plein.demo.story import review as story
from plein.engine.review.views import Suggestion
from plein.sentences import Sentence, sentence
from plein.terms import term
from plein.workflow import show_when

_SHOWN = {("karim", 0), ("noor", 1), ("coby", 0)}
"""The suggestions the reader sees being made: whose, and which of theirs."""
_KINDS = {
    "same-place": sentence("both put something new here"),
    "overlap": sentence("both change these words"),
    "contained": sentence("one changes words in a passage that the other rewrites"),
    "contrary": sentence("one deletes what the other changes"),
    "structure": sentence("together they would break the shape of the text"),
}


def act(stage: Stage) -> None:
    """People suggest, by passage, by whole text, by post; and some of it collides."""
    opens, closes, ask = story.REVIEW
    voice.heading(sentence("5. Review, round 1: back into the open, on one frozen version"), opens, closes)
    cycle = stage.move(opens, HOST, "review", closes=closes, ask=ask)
    if cycle.closes is not None:
        when = show_when(cycle.closes, cycle.timezone)
        voice.result(sentence("version {number} is published, and open until {when}", number=cycle.steps[-1].version, when=when))
    voice.say(sentence("Anyone can say how a passage should read, leave a tip, or hand in the whole text as they would have it."))
    _suggest(stage)
    at, by, ref = story.WITHDRAWN
    voice.say(sentence("joost thinks better of one of his and takes it back."))
    stage.withdraw(at, by, ref)
    _mail(stage)
    _collide(stage)


def _suggest(stage: Stage) -> None:
    seen: Counter[str] = Counter()
    for made in story.SUGGESTED:
        show = (made.by, seen[made.by]) in _SHOWN
        seen[made.by] += 1
        found = stage.suggest(made, show=show)
        if show and len(found) > 1:
            voice.result(sentence("{numbers}: one edited text, but each place gets its own answer", numbers=_numbered(found)))


def _mail(stage: Stage) -> None:
    voice.say(sentence("{n} people mailed their edited text to anna, who takes all of them in at once.", n=len(story.MAILED)))
    taken = stage.take_in(story.MAILED_AT, HOST, story.MAILED)
    for one in taken:
        if one.sweeping:
            number = one.suggestions[0].id
            voice.result(
                sentence(
                    "{author} rewrote everything: suggestion {number}, set apart, so that it collides with nobody",
                    author=one.author,
                    number=number,
                )
            )
    rest = [one for one in taken if not one.sweeping]
    numbers = _numbered([made for one in rest for made in one.suggestions])
    voice.result(sentence("{people}: {numbers}", people=voice.listed(one.author for one in rest), numbers=numbers))


def _collide(stage: Stage) -> None:
    found = stage.seat(None, story.MAILED_AT).suggestions(stage.slug)
    voice.say(
        sentence(
            "{n} suggestions by {people} people; {same} are the same. Only these cannot all stand:",
            n=len(found),
            people=len({one.author for one in found}),
            same=voice.listed(sorted({one.id for one in found if one.same_as})),
        )
    )
    places = stage.collisions(story.MAILED_AT, HOST)
    for place in {(place.kind, place.suggestions): place for place in places}.values():
        quote = f"“{voice.short(place.quote, 40)}”" if place.quote else sentence("paragraph {number}", number=place.paragraph)
        numbers = voice.listed(place.suggestions)
        voice.result(
            sentence("{numbers} at {place}: {kind}, {what}", numbers=numbers, place=quote, kind=term(place.kind), what=_KINDS[place.kind])
        )


def _numbered(found: Sequence[Suggestion]) -> Sentence:
    """The numbers of suggestions, and the paragraphs they change."""
    return sentence(
        "suggestions {numbers}, on paragraphs {paragraphs}",
        numbers=voice.listed(one.id for one in found),
        paragraphs=voice.listed(one.paragraph for one in found),
    )
