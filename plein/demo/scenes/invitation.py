"""A working group, chosen by what people said."""

from __future__ import annotations

from plein.demo import voice
from plein.demo.stage import Stage
from plein.demo.story import HOST
from plein.demo.story import invitation as story
from plein.demo.story.drafting import DRAFTING
from plein.engine.group.views import Balance, Candidate, Member
from plein.sentences import Sentence, sentence
from plein.terms import term

_LEFT_OUT = 3
"""So many of those whom the first leave out are told of."""


def act(stage: Stage) -> None:
    """The host looks who might be asked, asks, and they answer."""
    voice.heading(sentence("3. Invitation: a working group, chosen by what people said"), story.INVITATION, DRAFTING)
    stage.move(story.INVITATION, HOST, "invitation")
    _candidates(stage)
    tokens = _ask(stage)
    voice.say(sentence("lieke asks to be passed over this time; willemijn, who is always asked, declines. Who is in and why is public."))
    at, person, because = story.TAKEN_BACK
    answers = sorted((asked for asked in story.ASKED if asked.yes is not None), key=lambda asked: asked.answered)
    for asked in answers:
        if person and asked.answered > at:
            stage.take_back(at, HOST, person, because)
            person = ""
        stage.answer(asked.answered, asked.person, tokens[asked.person], yes=bool(asked.yes), show=asked.person == "mirjam")
    for member in stage.seat(None, DRAFTING).members(stage.slug):
        if member.role != "host":
            voice.result(_place(member))
    _board(stage)


def _candidates(stage: Stage) -> None:
    voice.say(sentence("Whom to ask? plein ranks what was said, not how often or how loud, and gives its reasons."))
    top = str(story.TOP)
    seat = stage.look(story.CANDIDATES_AT, HOST, "group", "candidates", stage.slug, "--top", top)
    ranking = seat.ranking(stage.slug, top=story.TOP)
    found = ranking.candidates
    for place, one in enumerate(found[:3], 1):
        voice.result(_ranked(place, one))
        _reasons(one if place == 1 else None)
    loud = next(one for one in found if one.person == "ronald")
    voice.say(sentence("ronald, who praises himself and has by far the most likes, is not among the first."))
    voice.result(_ranked(found.index(loud) + 1, loud))
    _reasons(loud)
    _balance(ranking.balance)


def _ranked(place: int, one: Candidate) -> Sentence:
    where = sentence("from inside") if one.inside else sentence("from outside")
    return sentence("{place}. {person}, {where}: {points} points", place=place, person=one.person, where=where, points=one.score)


def _reasons(one: Candidate | None) -> None:
    for reason in one.reasons if one else ():
        voice.detail(reason)


def _balance(first: Balance) -> None:
    voice.say(
        sentence(
            "Of the first {top}, {inside} are from inside and {outside} from outside; {newcomers} never sat in a group. Left out:",
            top=first.top,
            inside=first.inside,
            outside=first.outside,
            newcomers=first.newcomers,
        )
    )
    for missing in first.missing[:_LEFT_OUT]:
        voice.result(missing)


def _ask(stage: Stage) -> dict[str, str]:
    """Invite everybody; gives their tokens."""
    tokens = {}
    for asked in story.ASKED:
        if asked.person == "bea":
            voice.say(sentence("anna asks a member first, and is told what the group becomes. So next comes mirjam."))
        made = stage.invite(HOST, asked, show=asked.person in ("bea", "mirjam"))
        tokens[asked.person] = made.token
        for warning in made.warnings if asked.person == "bea" else ():
            voice.result(sentence("warning: {warning}", warning=warning))
    return tokens


def _board(stage: Stage) -> None:
    board = story.BOARD
    voice.say(sentence("A sounding board of tenants comes in as one: they read and comment, until a date, and neither write nor decide."))
    tokens = {one.person: one.token for one in stage.invite_board(HOST, board).invitations}
    for person, at in board.answers:
        stage.answer(at, person, tokens[person])
    came = [one for one in stage.seat(None, DRAFTING).members(stage.slug) if one.board == board.name]
    voice.result(
        sentence(
            "{people} accepted: {role}, on {topic}, until {day}",
            people=voice.listed(one.person for one in came if one.status == "accepted"),
            role=term("adviser"),
            topic=board.topic,
            day=voice.day(board.until),
        )
    )


def _place(member: Member) -> Sentence:
    cited = ""
    if member.contribution:
        cited = sentence(", for contribution {number}", number=member.contribution)
    elif member.topic:
        cited = sentence(", on {topic}", topic=member.topic)
    return sentence(
        "{person} {status}: {role}{cited}. {because}",
        person=member.person,
        status=term(member.status),
        role=term(member.role),
        cited=cited,
        because=member.removed_because or member.because,
    )
