"""The last answers, and the final version."""

from __future__ import annotations

from plein.demo import voice
from plein.demo.scenes.answering import decide, tell_merged
from plein.demo.stage import Stage
from plein.demo.story import HOST
from plein.demo.story import closing as story
from plein.errors import MoveRefused
from plein.sentences import sentence


def act(stage: Stage) -> None:
    """It ends when everybody has an answer, and not before."""
    voice.heading(sentence("8. The final version: not before everyone has an answer"), story.CLOSING, story.FINAL[0])
    stage.move(story.CLOSING, HOST, "drafting", show=False)
    decide(stage, story.LAST_ANSWERS, shown=("covered",))
    _too_soon(stage)
    stage.decide(story.LAST_ANSWER, show=True)
    at, by, note = story.LAST_MERGE
    tell_merged(stage.merge(at, by, note))
    stage.revise(story.TABLE)
    stage.publish_decisions(story.LAST_PUBLISHED_AT, by)
    at, because = story.FINAL
    stage.move(at, HOST, "final", because=because)
    stage.promise(story.PROMISE[0], HOST, story.PROMISE[1])
    _look_back(stage)


def _too_soon(stage: Stage) -> None:
    voice.say(sentence("anna would like to be done before the New Year's party, but somebody is still without an answer."))
    words = ("cycle", "move", stage.slug, "final")
    refusal = stage.refused(story.TOO_SOON_AT, HOST, words, lambda seat: seat.move(stage.slug, "final"))
    for reason in refusal.reasons if isinstance(refusal, MoveRefused) else (refusal.args[0],):
        voice.result(sentence("refused: {why}", why=reason))


def _look_back(stage: Stage) -> None:
    """The rounds in numbers: what came, and what it changed."""
    voice.say(sentence("The two rounds as a story: what was asked, what came, what was answered, what changed."))
    for chapter in stage.look(story.PROMISE[0], "karim", "cycle", "show", stage.slug).story(stage.slug):
        came = chapter.came
        if chapter.step.phase != "review" or came is None:
            continue
        voice.result(
            sentence(
                "round {round}: {people} people, {newcomers} of them new, {inside} from inside and {outside} from outside; {n} answers",
                round=chapter.step.round,
                people=came["people"],
                newcomers=came["newcomers"],
                inside=came["inside"],
                outside=came["outside"],
                n=sum(chapter.answered.values()),
            )
        )
        if chapter.changed is not None:
            voice.result(sentence("the text before it had changed in {n} places since the round before", n=chapter.changed))
