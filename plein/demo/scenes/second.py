"""The second review, on the one question that is left."""

from __future__ import annotations

from plein.demo import voice
from plein.demo.stage import Stage
from plein.demo.story import HOST
from plein.demo.story import second as story
from plein.sentences import sentence

_TOLD = {
    "youssef": sentence("youssef, who asked around, finds the middle."),
    "dewi": sentence("dewi, who is sixteen, reads more closely than anyone."),
    "pim": sentence("And pim, who rewrote everything, was asked to choose. He does."),
}


def act(stage: Stage) -> None:
    """People answer the one question."""
    opens, closes, ask = story.SECOND
    voice.heading(sentence("7. Review, round 2: one question is left, so that one is asked"), opens, closes)
    stage.move(opens, HOST, "review", closes=closes, ask=ask)
    carried = voice.listed(one.id for one in stage.seat(None, opens).suggestions(stage.slug) if one.status == "carried")
    voice.result(
        sentence("{numbers} still wait for an answer and were carried along: no suggestion dies of a new version", numbers=carried)
    )
    for made in story.SUGGESTED_AGAIN:
        if made.by in _TOLD:
            voice.say(_TOLD[made.by])
        stage.suggest(made, show=made.by in _TOLD)
