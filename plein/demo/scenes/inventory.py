"""Everyone is heard before a word is written."""

from __future__ import annotations

from collections.abc import Mapping

from plein.demo import voice
from plein.demo.stage import Stage
from plein.demo.story import HOST
from plein.demo.story import inventory as story
from plein.demo.story.kinds import Called, Ref, Said
from plein.sentences import Sentence, sentence
from plein.terms import term

_TOLD: Mapping[Ref, Sentence] = {
    ("karim", "jongenskamer"): sentence("One remark is enough to take part. Nobody needs to be a member or to learn a program."),
    ("gijs", "Ik bouw huizen"): sentence("Opponents are welcome."),
    ("bea", "op de kaart"): sentence("People answer each other. What mirjam, a nurse, saw is answered three times."),
    ("danny", "schimmel"): sentence("danny fears for his lease, and speaks under a name of his own choosing."),
}


def act(stage: Stage) -> None:
    """People speak, support, answer, and call each other to order."""
    opens, closes, ask = story.INVENTORY
    voice.heading(sentence("2. Inventory: everyone is heard before a word is written"), opens, closes)
    stage.move(opens, HOST, "inventory", closes=closes, ask=ask)
    for said in story.SAID:
        _speak(stage, said)
    at, by, one, other = story.LINKED
    voice.say(sentence("lieke sees that an empty bedroom and a courtyard are one story."))
    stage.link(at, by, one, other)
    _elsewhere(stage)
    found = stage.seat(None, closes).contributions(stage.slug)
    people, hidden = {one.author for one in found}, [one.id for one in found if one.hidden]
    voice.result(
        sentence("in all {n} contributions by {people} people; hidden: {hidden}", n=len(found), people=len(people), hidden=len(hidden))
    )


def _speak(stage: Stage, said: Said) -> None:
    """One contribution, and what it sets off."""
    told = next((told for (by, words), told in _TOLD.items() if said.by == by and words in said.text), None)
    if told is not None:
        voice.say(told)
    number = stage.contribute(said, show=told is not None or (said.by == "joost" and said.reply_to is not None))
    if said.pseudonym is not None:
        _look_behind(stage, said.at)
    supports = 0
    for person in said.supported_by:
        supports = stage.support(said.at, person, number)
    if said.by == "karim":
        voice.result(sentence("contribution {number}, supported by {n} people", number=number, n=supports))
    for call in story.NUDGES:
        if _is_on(call, said):
            _nudge(stage, call)
    if _is_on(story.HIDDEN, said):
        _hide(stage)


def _is_on(call: Called, said: Said) -> bool:
    by, words = call.on
    return said.by == by and words in said.text


def _nudge(stage: Stage, call: Called) -> None:
    first = call is story.NUDGES[0]
    if first:
        voice.say(sentence("joost is rude. fatma nudges him, and he says it better. No host has to act."))
    stage.nudge(call, show=first)


def _hide(stage: Stage) -> None:
    voice.say(sentence("henk points at a neighbour's door, and a nudge does not help. els sees where it gets warm, and hides it."))
    status = stage.look(story.WARM_AT, "els", "status", stage.slug).status(stage.slug)
    warm = next(topic for topic in status.topics if topic.heat == "heated")
    voice.result(sentence("{topic}: {heat}, {nudges} nudges", topic=warm.name, heat=term("heated"), nudges=warm.nudges))
    hidden = stage.hide(story.HIDDEN)
    tombstone = stage.seat(None, story.HIDDEN.at).contribution(stage.slug, hidden)
    voice.result(sentence("contribution {number}, for everyone: hidden. {reason}", number=hidden, reason=tombstone.hidden or ""))


def _look_behind(stage: Stage, at: str) -> None:
    """Who a pseudonym is: for a host, and for anybody else."""
    (mask,) = {one.author for one in stage.seat(None, at).contributions(stage.slug) if one.author.startswith("~")}
    behind = stage.seat(HOST, at).registered(mask).behind
    words = ("person", "show", mask)
    stage.refused(at, "joost", words, lambda seat: seat.registered(mask), show=False)
    voice.result(sentence("for the hosts “{mask}” is {person}; for everyone else, and for the record, nobody", mask=mask, person=behind))


def _elsewhere(stage: Stage) -> None:
    voice.say(sentence("What was said elsewhere comes in with its source, date and link: a letter to the paper, a neighbourhood evening."))
    new = stage.bring_in(story.ELSEWHERE_AT, HOST, story.ELSEWHERE, "elsewhere.csv")
    again = stage.bring_in(story.ELSEWHERE_AT, HOST, story.ELSEWHERE, "elsewhere.csv", show=False)
    voice.result(sentence("{new} more; and the same file once more: {again}", new=new, again=again))
