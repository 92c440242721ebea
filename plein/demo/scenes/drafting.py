"""A closed circle writes the first version."""

from __future__ import annotations

from plein.demo import voice
from plein.demo.stage import Stage
from plein.demo.stage.turns import read
from plein.demo.story import HOST
from plein.demo.story import drafting as story
from plein.sentences import sentence


def act(stage: Stage) -> None:
    """They write and comment, and mend their words before anybody else reads them."""
    voice.heading(sentence("4. Drafting: a closed circle writes the first version"), story.DRAFTING, story.MENDED.at)
    stage.move(story.DRAFTING, HOST, "drafting")
    at, by, note = story.FIRST
    stage.save(at, by, read(story.TEXT), note, name=story.TEXT)
    voice.say(sentence("ton, who calculates, and yvonne of the sounding board think along beside the text."))
    for remark in story.REMARKS:
        stage.comment(remark, show=remark is story.REMARKS[0])
    voice.say(sentence("mirjam and sjoerd both go on from version 1, on the same evening."))
    for drafted in story.DRAFTED:
        number = stage.revise(drafted)
    voice.result(sentence("version {number} holds both changes: no locked file, no pasting of two files into one", number=number))
    _peek(stage)
    _mend(stage)


def _peek(stage: Stage) -> None:
    at, by = story.PEEK
    voice.say(sentence("joost is curious. Who is in the circle is public; what it is writing and saying is not there for him."))
    refusal = stage.refused(at, by, ("draft", "show", stage.slug), lambda seat: seat.version(stage.slug))
    voice.result(sentence("refused: {why}", why=refusal.args[0]))
    inside, outside = (len(stage.seat(person, at).comments(stage.slug)) for person in (HOST, by))
    voice.result(sentence("comments: {inside} for the circle, {outside} for joost", inside=inside, outside=outside))


def _mend(stage: Stage) -> None:
    at, by = story.WORDS_AT
    voice.say(sentence("Before it goes out, bea looks for words that the branch rather does not use."))
    for found in stage.look(at, by, "words", "check", stage.slug).check_words(stage.slug):
        voice.result(
            sentence(
                "{where}, paragraph {paragraph}: “{word}”; better: {better}. {because}",
                where=found.where,
                paragraph=found.paragraph,
                word=found.word,
                better=found.better,
                because=found.because,
            )
        )
    number = stage.revise(story.MENDED)
    left = len(stage.seat(by, story.MENDED.at).check_words(stage.slug))
    voice.result(sentence("version {number}: {left} left", number=number, left=left))
