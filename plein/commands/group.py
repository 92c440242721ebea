"""``plein group``: who is invited into the working group, and who took a place in it."""

from __future__ import annotations

from typing import Annotated

import typer

from plein.commands import show
from plein.commands.situation import Csv, CycleArg, Json, revision, seat

group = typer.Typer(help="Invite people into the working group.", no_args_is_help=True, rich_markup_mode=None, add_completion=False)

Person = Annotated[str, typer.Argument(metavar="PERSON", help="The person's id.")]
Token = Annotated[str, typer.Argument(metavar="TOKEN", help="The token of the invitation.")]

_COLUMNS = (("person", "person"), ("role", "role"), ("status", "status"), ("until", "until"), ("because", "because"))


@group.command()
def invite(
    ctx: typer.Context,
    name: CycleArg,
    person: Person,
    role: Annotated[str, typer.Option(metavar="drafter|adviser", help="Drafters write and decide; advisers read and think along.")],
    because: Annotated[str, typer.Option(metavar="TEXT", help="Why this person; everybody can read it.")],
    contribution: Annotated[int | None, typer.Option("--for", metavar="N", help="The contribution it is based on.")] = None,
    topic: Annotated[str | None, typer.Option(metavar="T", help="What an adviser is asked about.")] = None,
    until: Annotated[str | None, typer.Option(metavar="WHEN", help="When the place in the circle ends.")] = None,
    as_json: Json = False,
) -> None:
    """Invite somebody; prints the token with which they answer.

    Example: plein --as anna group invite housing piet --role drafter --because "Knows the waiting list from inside." --for 1
    """
    made = seat(ctx, name).invite(
        name, person, role=role, because=because, contribution=contribution, topic=topic, until=until, revision=revision(ctx)
    )
    if as_json:
        show.data(made)
    else:
        show.say(f"{made.person} is invited as {made.role}. Send them this token; it is shown only now:")
        show.line(made.token)
    show.next_step(f"plein group accept {made.token}")


@group.command()
def accept(ctx: typer.Context, token: Token, as_json: Json = False) -> None:
    """Take the place in the circle that a token offers."""
    slug, member = seat(ctx, seat(ctx).invited_to(token)).accept(token, revision=revision(ctx))
    if as_json:
        show.data(member)
    else:
        show.line(f"{member.person} is {member.role} in the working group of {slug}.")
    show.next_step(f"plein status {slug}")


@group.command()
def decline(ctx: typer.Context, token: Token, as_json: Json = False) -> None:
    """Decline the place in the circle that a token offers."""
    slug, member = seat(ctx, seat(ctx).invited_to(token)).decline(token, revision=revision(ctx))
    if as_json:
        show.data(member)
    else:
        show.line(f"{member.person} declined to be {member.role} in the working group of {slug}.")
    show.next_step(f"plein group list {slug}")


@group.command("list")
def list_(ctx: typer.Context, name: CycleArg, as_json: Json = False, as_csv: Csv = False) -> None:
    """List who was invited, as what, and why."""
    here = seat(ctx, name)
    zone = here.cycle(name).timezone
    show.rows(here.members(name), _COLUMNS, as_json=as_json, as_csv=as_csv, zone=zone)


@group.command()
def remove(
    ctx: typer.Context,
    name: CycleArg,
    person: Person,
    because: Annotated[str, typer.Option(metavar="TEXT", help="The reason; everybody can read it.")],
    as_json: Json = False,
) -> None:
    """End somebody's place in the circle, or take an invitation back."""
    member = seat(ctx, name).remove(name, person, because, revision=revision(ctx))
    if as_json:
        show.data(member)
    else:
        show.line(f"{member.person} is no longer {member.role} in the working group of {name}.")
    show.next_step(f"plein group list {name}")
