"""The circle answers everyone after the first review."""

from __future__ import annotations

from plein.demo import voice
from plein.demo.scenes.answering import decide, tell_merged
from plein.demo.stage import Stage
from plein.demo.story import HOST
from plein.demo.story import deciding as story
from plein.sentences import sentence


def act(stage: Stage) -> None:
    """They contradict each other, talk, decide, and work it in."""
    voice.heading(sentence("6. Drafting again: every suggestion gets an answer, and a reason"), story.DECIDING, story.MERGED[0])
    stage.move(story.DECIDING, HOST, "drafting", show=False)
    voice.say(sentence("In a hurry, sjoerd and bea adopt two that contradict each other. Trying the merge tells them so."))
    for answer in story.AT_ODDS:
        stage.decide(answer, show=False)
    rehearsed = stage.merge(story.REHEARSED_AT, HOST, dry_run=True)
    voice.result(sentence("held: {reasons}", reasons=tuple(dict.fromkeys(rehearsed.reasons.values()))))
    voice.say(sentence("So they talk, among themselves, and decide again. Every reason will be public."))
    stage.comment(story.TALK, show=True)
    decide(stage, story.ANSWERS, shown=("adapted", "adopted together"))
    _publish(stage)
    _time_is_over(stage)
    _promise(stage)


def _publish(stage: Stage) -> None:
    at, by, note = story.MERGED
    waiting = [one.id for one in stage.seat(by, story.PUBLISHED_AT).suggestions(stage.slug, undecided=True)]
    voice.say(
        sentence(
            "On {numbers}, the share of social housing, the group is divided. It leaves them open and publishes the rest.",
            numbers=voice.listed(waiting),
        )
    )
    count = stage.publish_decisions(story.PUBLISHED_AT, by)
    voice.result(sentence("{n} decisions are public, each with its reason", n=count))
    tell_merged(stage.merge(at, by, note))


def _time_is_over(stage: Stage) -> None:
    at, by, version = story.ENDED
    voice.say(sentence("The sounding board was there until 29 November. What is written after that is closed to yvonne again."))
    words = ("draft", "show", stage.slug, "--version", str(version))
    refusal = stage.refused(at, by, words, lambda seat: seat.version(stage.slug, version))
    voice.result(sentence("refused: {why}", why=refusal.args[0]))


def _promise(stage: Stage) -> None:
    voice.say(sentence("What noor asked goes beyond a note, so it becomes a promise. And tineke's remark on “beurs” becomes a rule."))
    at, text = story.PROMISE
    stage.promise(at, HOST, text)
    at, word, better, because = story.AVOID
    stage.avoid(at, HOST, word, better=better, because=because)
