"""``plein inventory``: what people say in the open, before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from plein.commands import show
from plein.commands.situation import Csv, CycleArg, DryRun, Json, read_text, revision, seat

if TYPE_CHECKING:
    from plein.engine.views import Contribution

inventory = typer.Typer(help="Collect views in the open.", no_args_is_help=True, rich_markup_mode=None, add_completion=False)

Number = Annotated[int, typer.Argument(metavar="N", help="Number of the contribution.")]
Because = Annotated[str, typer.Option(metavar="TEXT", help="The reason; everybody can read it.")]

_COLUMNS = (("n", "id"), ("author", "author"), ("kind", "kind"), ("topic", "topic"), ("support", "supports"), ("text", "text"))


@inventory.command()
def add(
    ctx: typer.Context,
    name: CycleArg,
    text: Annotated[str, typer.Argument(metavar="TEXT|-", help="What you want to say; - reads standard input.")],
    kind: Annotated[str, typer.Option(metavar="opinion|position|experience|question|idea", help="What it is.")] = "opinion",
    reply_to: Annotated[int | None, typer.Option(metavar="N", help="The contribution this answers.")] = None,
    topic: Annotated[str | None, typer.Option(metavar="T", help="What it is about.")] = None,
    as_json: Json = False,
) -> None:
    """Say something in the inventory.

    Example: plein --as piet inventory add housing "My son has been waiting for nine years." --kind experience
    """
    said = read_text("-") if text == "-" else text
    made = seat(ctx, name).contribute(name, said, kind=kind, reply_to=reply_to, topic=topic, revision=revision(ctx))
    _tell(made, f"Contribution {made.id} stands in the inventory of {name}.", as_json)
    show.next_step(f"plein inventory list {name}")


@inventory.command("list")
def list_(ctx: typer.Context, name: CycleArg, as_json: Json = False, as_csv: Csv = False) -> None:
    """List what was said."""
    found = seat(ctx, name).contributions(name)
    if as_json or as_csv:
        show.rows(found, _COLUMNS, as_json=as_json, as_csv=as_csv)
        return
    rows = [
        {
            "id": one.id,
            "author": one.author,
            "kind": one.kind,
            "topic": one.topic,
            "supports": one.supports,
            "text": one.text if one.hidden is None else f"[hidden: {one.hidden}]",
        }
        for one in found
    ]
    show.rows(rows, _COLUMNS, empty=f"Nothing was said yet. Begin: plein inventory add {name} TEXT")


@inventory.command("show")
def show_(ctx: typer.Context, name: CycleArg, number: Number, as_json: Json = False) -> None:
    """Show one contribution whole."""
    found = seat(ctx, name).contribution(name, number)
    if as_json:
        show.data(found)
        return
    reply = f", in reply to {found.reply_to}" if found.reply_to else ""
    show.line(f"{found.id}. {found.author} ({found.kind}{reply}), supported by {found.supports}")
    if found.hidden is not None:
        show.line(f"Hidden by a host: {found.hidden}")
    if found.text is not None:
        show.line("")
        show.line(found.text)
    if found.source:
        show.line("")
        show.line("From: " + ", ".join(part for part in (found.source, found.said, found.link) if part))
    for nudge in found.nudges:
        show.line(f"Nudge from {nudge.author}: {nudge.because}")


@inventory.command()
def support(ctx: typer.Context, name: CycleArg, number: Number, as_json: Json = False) -> None:
    """Stand behind somebody's contribution."""
    found = seat(ctx, name).support(name, number, revision=revision(ctx))
    _tell(found, f"Contribution {number} is supported by {found.supports}.", as_json)
    show.next_step(f"plein inventory show {name} {number}")


@inventory.command()
def nudge(ctx: typer.Context, name: CycleArg, number: Number, because: Because, as_json: Json = False) -> None:
    """Call somebody to order, with a reason; the hosts see it."""
    found = seat(ctx, name).nudge(name, number, because, revision=revision(ctx))
    _tell(found, f"Your nudge on contribution {number} is noted.", as_json)
    show.next_step(f"plein inventory show {name} {number}")


@inventory.command()
def hide(ctx: typer.Context, name: CycleArg, number: Number, because: Because, as_json: Json = False) -> None:
    """Hide a contribution, as a last resort; its place stays, with the reason."""
    found = seat(ctx, name).hide(name, number, because, revision=revision(ctx))
    _tell(found, f"Contribution {number} is hidden; in its place stands: {found.hidden}", as_json)
    show.next_step(f"plein inventory list {name}")


@inventory.command("import")
def import_(
    ctx: typer.Context,
    name: CycleArg,
    file: Annotated[
        str, typer.Argument(metavar="FILE.csv|-", help="Columns: text, author; and if you like kind, topic, date, source, link.")
    ],
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Take in what was said elsewhere, with its source; the same file twice adds nothing.

    Example: plein --as anna inventory import housing letters.csv --dry-run
    """
    from plein.exchange.contributions import read_contributions

    items = read_contributions(read_text(file, what="the contributions"), name=file)
    made = seat(ctx, name).import_contributions(name, items, dry_run=dry_run, revision=revision(ctx))
    if as_json:
        show.data(made)
    else:
        known = len(items) - len(made)
        show.line(
            f"{'Would take' if dry_run else 'Took'} in {len(made)} contribution(s)" + (f"; {known} stood there already." if known else ".")
        )
    if not dry_run:
        show.next_step(f"plein inventory list {name}")


def _tell(found: Contribution, sentence: str, as_json: bool) -> None:
    if as_json:
        show.data(found)
    else:
        show.line(sentence)
