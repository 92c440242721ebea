"""``plein draft``: the versions of the text, and a new one from the decisions."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from plein.commands import show
from plein.commands.situation import Csv, CycleArg, DryRun, Json, read_text, revision, seat
from plein.errors import Unusable

draft = typer.Typer(help="Write in the closed circle.", no_args_is_help=True, rich_markup_mode=None, add_completion=False)

Note = Annotated[str | None, typer.Option(metavar="TEXT", help="What changed, in a line, for the circle.")]
_COLUMNS = (("version", "number"), ("author", "author"), ("published", "published"), ("from", "base"), ("note", "note"))
_FORMATS: dict[str, Literal["text", "html", "criticmarkup", "json"]] = {
    "text": "text",
    "html": "html",
    "criticmarkup": "criticmarkup",
    "json": "json",
}


@draft.command()
def save(
    ctx: typer.Context,
    name: CycleArg,
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="The whole text, Markdown; - reads standard input.")],
    base: Annotated[int | None, typer.Option(metavar="N", help="The version it was made from; the newest, if you leave it out.")] = None,
    note: Note = None,
    as_json: Json = False,
) -> None:
    """Save the whole text as the next version.

    Example: plein --as bea draft save housing draft.md --note "Second chapter shortened."
    """
    saved = seat(ctx, name).save_draft(name, read_text(file), base=base, note=note, revision=revision(ctx))
    if as_json:
        show.data(saved, leave_out=("text",))
    else:
        show.line(f"Version {saved.number} of {name} is saved.")
    show.next_step(f"plein cycle move {name} review --closes YYYY-MM-DD --ask TEXT")


@draft.command("list")
def list_(ctx: typer.Context, name: CycleArg, as_json: Json = False, as_csv: Csv = False) -> None:
    """List the versions you may read."""
    show.rows(
        seat(ctx, name).versions(name),
        _COLUMNS,
        as_json=as_json,
        as_csv=as_csv,
        leave_out=("text",),
        empty=f"There is no version to read yet; see plein status {name}",
    )


@draft.command("show")
def show_(
    ctx: typer.Context,
    name: CycleArg,
    version: Annotated[int | None, typer.Option(metavar="N", help="Which version; the newest you may read, if you leave it out.")] = None,
    aside: Annotated[int | None, typer.Option(metavar="N", help="A text that was set aside because it collided.")] = None,
    as_json: Json = False,
) -> None:
    """Print the text of a version."""
    here = seat(ctx, name)
    if aside is not None:
        if version is not None:
            raise Unusable("Name a version or a text set aside, not both: --version N or --aside N")
        kept = here.aside(name, aside)
        if as_json:
            show.data({"aside": aside, "text": kept})
        else:
            typer.echo(kept, nl=False)
        return
    found = here.version(name, version)
    if as_json:
        show.data(found)
    else:
        typer.echo(found.text, nl=False)


@draft.command()
def diff(
    ctx: typer.Context,
    name: CycleArg,
    a: Annotated[int, typer.Argument(metavar="A", help="The older version.")],
    b: Annotated[int, typer.Argument(metavar="B", help="The newer version.")],
    form: Annotated[str, typer.Option("--format", metavar="text|html|criticmarkup|json", help="How to show it.")] = "text",
    as_json: Json = False,
) -> None:
    """Show what changed between two versions, word by word.

    Example: plein draft diff housing 1 2
    """
    from plein.documents import redline

    chosen = _FORMATS.get("json" if as_json else form)
    if chosen is None:
        raise Unusable(f"“{form}” is no format; choose one of: {', '.join(_FORMATS)}")
    here = seat(ctx, name)
    typer.echo(redline(here.version(name, a).text, here.version(name, b).text, chosen).rstrip("\n"))


@draft.command()
def merge(ctx: typer.Context, name: CycleArg, note: Note = None, dry_run: DryRun = False, as_json: Json = False) -> None:
    """Make a new version from the decisions taken.

    What collides, or no longer fits, is held and named; decide on it otherwise and merge again.
    """
    merged = seat(ctx, name).merge_decisions(name, note=note, dry_run=dry_run, revision=revision(ctx))
    if as_json:
        show.data(merged, leave_out=("text",))
    else:
        made = "would be" if dry_run else "is"
        show.line(f"Version {merged.version} {made} made from version {merged.base} with {len(merged.applied)} suggestion(s).")
        for number in merged.held:
            show.line(f"  held: {merged.reasons[number]}")
        for numbers in merged.near:
            show.line(f"  in one sentence, read it again: {', '.join(map(str, numbers))}")
    if dry_run:
        return
    if merged.held:
        show.next_step(f"plein suggestion collisions {name}")
    else:
        show.next_step(f"plein draft diff {name} {merged.base} {merged.version}")
