"""Before the doors open: people, topics, and a note that is not complete."""

from __future__ import annotations

from plein.demo import voice
from plein.demo.stage import Stage
from plein.demo.story import HOST, QUESTION, TITLE
from plein.demo.story import preparation as story
from plein.demo.story.inventory import INVENTORY
from plein.sentences import sentence


def act(stage: Stage) -> None:
    """The host begins the cycle and sets its topics."""
    voice.heading(sentence("1. Preparation: what there is to talk about, and with whom"), story.BEGINS, INVENTORY[0])
    stage.begin(story.BEGINS, HOST, title=TITLE, question=QUESTION)
    voice.say(sentence("{file} holds what the branch sets for itself: relations, words of its own, words to avoid.", file="plein.toml"))
    found = stage.enter(story.PEOPLE_AT, HOST, story.PEOPLE, "people.csv")
    inside = sum(bool(one.inside) for one in found)
    relations = len({one.relation for one in found})
    voice.result(
        sentence(
            "{n} people, {inside} inside and {outside} outside, in {relations} relations",
            n=len(found), inside=inside, outside=len(found) - inside, relations=relations,
        )
    )  # fmt: skip
    stage.usual(story.USUAL[0], HOST, story.USUAL[1])
    stage.host(story.HOSTS[0], HOST, story.HOSTS[1], story.HOSTS[2])
    _topics(stage)


def _topics(stage: Stage) -> None:
    voice.say(
        sentence("Three topics, each with a host. Whoever speaks first reads the aim, the scope, and what happens with what they say.")
    )
    for note in story.TOPICS:
        stage.add_topic(HOST, note, show=note is story.TOPICS[0])
    *complete, lacking = story.TOPICS
    for note in complete:
        stage.open_topic(note.opened, note.host, note.name, show=False)
    words = ("topic", "open", stage.slug, lacking.name)
    refusal = stage.refused(lacking.opened, lacking.host, words, lambda seat: seat.open_topic(stage.slug, lacking.name))
    voice.result(sentence("refused: {why}", why=refusal.args[0]))
    at, outcome = story.OUTCOME
    stage.complete_topic(at, lacking.host, lacking.name, outcome)
    stage.open_topic(at, lacking.host, lacking.name, show=False)
    names = voice.listed([one.name for one in stage.seat(None, at).topics(stage.slug)])
    voice.result(sentence("open now: {topics}", topics=names))
