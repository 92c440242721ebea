"""``plein group``: who is invited into the working group, and who took a place in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from shlex import quote
from typing import TYPE_CHECKING, Annotated, cast

import typer

from plein.commands import ending
from plein.commands.arguments import Because, BoardArg, Csv, CycleArg, Json, PersonArg
from plein.commands.candidates import candidates
from plein.commands.ending import Beside, Printed
from plein.commands.family import family
from plein.commands.situation import in_cycle, revision, seat, then
from plein.commands.tables import Sheet, Table
from plein.sentences import Sentence, counted, listed, sentence
from plein.terms import term

if TYPE_CHECKING:
    from plein.engine.group.answers import Invitations
    from plein.engine.group.views import BoardInvitation, Invitation, Member
    from plein.engine.in_cycle import InCycle
    from plein.vocabulary import Place

group = family(help="Invite people into the working group.")

Expires = Annotated[str | None, typer.Option(metavar="WHEN", help="Until when it can be answered; else as the organisation has it.")]
Token = Annotated[str, typer.Argument(metavar="TOKEN", help="The token of the invitation.")]

_COLUMNS = (
    (sentence("person"), "person"),
    (sentence("role"), "role"),
    (sentence("status"), "status"),
    (sentence("answer by"), "expires"),
    (sentence("until"), "until"),
    (sentence("for"), "contribution"),
    (sentence("board"), "board"),
    (sentence("because"), "because"),
)
_TOKENS = ((sentence("person"), "person"), (sentence("token"), "token"))

group.command()(candidates)


@group.command()
def invite(
    ctx: typer.Context,
    name: CycleArg,
    person: PersonArg,
    role: Annotated[str, typer.Option(metavar="drafter|adviser", help="Drafters write and decide; advisers read and think along.")],
    because: Annotated[str, typer.Option(metavar="TEXT", help="Why this person; everybody can read it.")],
    contribution: Annotated[int | None, typer.Option("--for", metavar="N", help="The contribution it is based on.")] = None,
    topic: Annotated[str | None, typer.Option(metavar="TOPIC", help="What an adviser is asked about.")] = None,
    until: Annotated[str | None, typer.Option(metavar="WHEN", help="When the place in the circle ends.")] = None,
    expires: Expires = None,
    as_json: Json = False,
) -> None:
    """Invite somebody; prints the token with which they answer.

    Example: plein --as anna group invite housing piet --role drafter --because "Knows the waiting list from inside." --for 1
    """
    here = in_cycle(ctx, name)
    made = here.group.invite(
        person,
        role=cast("Place", role),
        because=because,
        for_=contribution,
        topic=topic,
        until=until,
        expires=expires,
        revision=revision(ctx),
    )
    ending.changed(made, as_json, _invited(made), then=then(here, f"plein group list {name}"))


@group.command()
def board(
    ctx: typer.Context,
    name: CycleArg,
    called: BoardArg,
    because: Because,
    topic: Annotated[str, typer.Option(metavar="TOPIC", help="What they are asked about.")],
    until: Annotated[str, typer.Option(metavar="WHEN", help="When their places in the circle end.")],
    expires: Expires = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Invite a whole sounding board as advisers; prints everybody's token.

    Example: plein --as anna group board housing harbour --because "They work there." --topic "The harbour" --until 2026-12-18
    """
    made = in_cycle(ctx, name).group.board(called, because=because, topic=topic, until=until, expires=expires, revision=revision(ctx))
    ending.changed(made, as_json, _invited_board(made, as_csv=as_csv), then=f"plein group list {name}")


@group.command()
def host(
    ctx: typer.Context,
    name: CycleArg,
    person: PersonArg,
    because: Because,
    end: Annotated[bool, typer.Option("--end", help="Let them go as a host.")] = False,
    as_json: Json = False,
) -> None:
    """Make somebody a host, at once; or let one go.

    Example: plein --as anna group host housing mo --because "Knows the harbour, and everybody there."
    """
    here = in_cycle(ctx, name)
    if end:
        member = here.group.host(person, because, end=True, revision=revision(ctx))
        told = [sentence("{person} is no longer a host of {slug}.", person=member.person, slug=name), *_keeps(here, member)]
    else:
        member = here.group.host(person, because, revision=revision(ctx))
        told = [sentence("{person} is a host of {slug}.", person=member.person, slug=name)]
    ending.changed(member, as_json, told, then=f"plein group list {name}")


@group.command()
def accept(ctx: typer.Context, token: Token, as_json: Json = False) -> None:
    """Take the place in the circle that a token offers."""
    slug, member = _invitations(ctx, token).accept(token, revision=revision(ctx))
    told = sentence("{person} is {role} in the working group of {slug}.", person=member.person, role=term(member.role), slug=slug)
    ending.changed(member, as_json, _held(ctx, told), then=f"plein status {slug}")


@group.command()
def decline(ctx: typer.Context, token: Token, as_json: Json = False) -> None:
    """Decline the place in the circle that a token offers."""
    slug, member = _invitations(ctx, token).decline(token, revision=revision(ctx))
    told = sentence(
        "{person} declined to be {role} in the working group of {slug}.", person=member.person, role=term(member.role), slug=slug
    )
    ending.changed(member, as_json, _held(ctx, told), then=f"plein group list {slug}")


@group.command("list")
def list_(ctx: typer.Context, name: CycleArg, as_json: Json = False, as_csv: Csv = False) -> None:
    """List who was invited, as what, and why."""
    from plein.publication.words import OWN

    here = in_cycle(ctx, name)
    zone = here.show().timezone
    found = here.group.list()
    told = Table(found, _COLUMNS, zone=zone, words={"because": dict(zip(OWN, OWN, strict=True))})
    ending.listed(found, _COLUMNS, as_json, as_csv, told=(told,))


@group.command()
def remove(
    ctx: typer.Context,
    name: CycleArg,
    person: PersonArg,
    because: Because,
    as_json: Json = False,
) -> None:
    """End somebody's place in the circle, or take an invitation back; the answer says which roles they keep."""
    here = in_cycle(ctx, name)
    before = here.group.list()
    member = here.group.remove(person, because, revision=revision(ctx))
    ending.changed(member, as_json, [*_removed(here, name, member, before), *_keeps(here, member)], then=f"plein group list {name}")


def _keeps(here: InCycle, member: Member) -> Iterator[Sentence]:
    """The roles that somebody has still who lost one: a host who writes no longer leads the conversation as before."""
    kept = dict.fromkeys(one.role for one in _places(here.group.list(), member) if one.status == "accepted")
    if kept:
        yield sentence("{person} is still: {roles}", person=member.person, roles=listed(term(role) for role in kept))


def _invitations(ctx: typer.Context, token: str) -> Invitations:
    """The answers to invitations, at the time that it is where the cycle is that the token invites to."""
    return seat(ctx, seat(ctx).invitations.cycle_of(token)).invitations


def _held(ctx: typer.Context, told: Sentence) -> Sentence:
    """What was answered, and what the record says of who did, where nobody said who they are."""
    if seat(ctx).person is not None:
        return told
    return sentence("{told} The record says that whoever held the token answered.", told=told)


def _removed(here: InCycle, slug: str, member: Member, before: Sequence[Member]) -> Iterator[Sentence]:
    """Each place that ended, and each invitation that was taken back: somebody may have more than one."""
    for was, one in zip(_places(before, member), _places(here.group.list(), member), strict=False):
        if was.status == one.status:
            continue
        if one.status == "withdrawn":
            yield sentence("The invitation of {person} as {role} is taken back.", person=one.person, role=term(one.role))
        else:
            yield sentence(
                "{person} is no longer {role} in the working group of {slug}.", person=one.person, role=term(one.role), slug=slug
            )


def _places(places: Sequence[Member], member: Member) -> list[Member]:
    """All that somebody has or had, in the order in which it was given; hosts' places first."""
    return [one for one in places if one.person == member.person]


def _invited(made: Invitation) -> Iterator[str | Printed]:
    """The token, which may go down a pipe, and beside it what else there is to know."""
    yield Beside(
        sentence("{person} is invited as {role}. Send them this token; it is shown only now:", person=made.person, role=term(made.role))
    )
    yield made.token
    yield Beside(sentence("They answer with: {command}", command=f"plein --as {quote(made.person)} group accept {made.token}"))
    for warning in made.warnings:
        yield Beside(sentence("Mind: {warning}", warning=warning))


def _invited_board(made: BoardInvitation, *, as_csv: bool) -> Iterator[Printed]:
    """The tokens, which may go down a pipe, and beside them what else there is to know."""
    yield Beside(
        counted(
            "{n} person is invited as adviser. Send them this token; it is shown only now:",
            "{n} people are invited as advisers. Send each their token; they are shown only now:",
            n=len(made.invitations),
        )
    )
    tokens = [{"person": one.person, "token": one.token} for one in made.invitations]
    yield Sheet(tokens, _TOKENS) if as_csv else Table(tokens, _TOKENS)
    if made.skipped:
        yield Beside(sentence("Passed over, being in the circle or invited already: {people}", people=", ".join(made.skipped)))
