"""``plein draft``: the versions of the text, and a new one from the decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from plein.commands import show
from plein.commands.situation import Csv, CycleArg, DryRun, Json, read_text, revision, seat
from plein.errors import Unusable

if TYPE_CHECKING:
    from plein.engine.views import BlameRun

draft = typer.Typer(help="Write in the closed circle.", no_args_is_help=True, rich_markup_mode=None, add_completion=False)

Note = Annotated[str | None, typer.Option(metavar="TEXT", help="What changed, in a line, for the circle.")]
_COLUMNS = (("version", "number"), ("author", "author"), ("published", "published"), ("from", "base"), ("note", "note"))
_ASIDES = (("aside", "number"), ("author", "author"), ("from", "base"), ("collided with", "newest"), ("at", "at"))
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
    aside: Annotated[
        int | None, typer.Option(metavar="N", help="A text that was set aside because it collided, with the places marked.")
    ] = None,
    asides: Annotated[bool, typer.Option("--asides", help="List the texts that were set aside.")] = False,
    as_json: Json = False,
) -> None:
    """Print the text of a version."""
    here = seat(ctx, name)
    if asides:
        if (version, aside) != (None, None):
            raise Unusable("List the texts set aside or read one text, not both: --asides, or --version N, or --aside N")
        show.rows(here.asides(name), _ASIDES, as_json=as_json, empty="No text was set aside, or none that you may read.")
        return
    if aside is not None:
        if version is not None:
            raise Unusable("Name a version or a text set aside, not both: --version N or --aside N")
        kept = here.aside(name, aside)
        if as_json:
            show.data({"aside": aside, "text": kept, "whole": here.aside(name, aside, whole=True)})
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


@draft.command()
def blame(
    ctx: typer.Context,
    name: CycleArg,
    version: Annotated[int | None, typer.Option(metavar="N", help="Which version; the newest you may read, if you leave it out.")] = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Show where every word comes from: the version it appeared in, the suggestion that asked for it, and who made that.

    Example: plein draft blame housing --version 3
    """
    here = seat(ctx, name)
    number = here.version(name, version).number
    runs = here.blame(name, number)
    if as_json or as_csv:
        columns = [(key, key) for key in ("start", "end", "text", "version", "suggestion", "author")]
        show.rows(runs, columns, as_json=as_json, as_csv=as_csv)
        return
    for printed in _blame_lines(runs):
        show.line(printed)
    if any(run.suggestions for run in runs):
        show.say(f"A suggestion with its motivation and the reason of the decision: plein suggestion show {name} N")


def _blame_lines(runs: Sequence[BlameRun]) -> Iterator[str]:
    """Version | from whom | words: a blank line before each paragraph, the number of the paragraph in front of its first words."""
    from shutil import get_terminal_size
    from textwrap import wrap

    from plein.documents import paragraphs

    text = "".join(run.text for run in runs)
    told = [_from_whom(run) for run in runs]
    wide = min(max(map(len, ["from", *told])), 30)
    room = max(min(get_terminal_size((110, 24)).columns, 140) - wide - 15, 30)
    yield f"{'¶':>4}  {'version':>7}  {'from':<{wide}}  text"
    first = 0
    for paragraph in paragraphs(text):
        front, blank = str(paragraph.number), True
        while runs[first].end <= paragraph.start:
            first += 1
        for at in range(first, len(runs)):
            run = runs[at]
            if run.start >= paragraph.end:
                break
            words = text[max(run.start, paragraph.start) : min(run.end, paragraph.end)].strip()
            whom = [told[at][:wide] if len(told[at]) <= wide else told[at][: wide - 1] + "…", *([""] * len(words))]
            for number, line in enumerate(wrap(words, room)):
                if blank:
                    yield ""
                yield f"{front:>4}  {run.version if not number else '':>7}  {whom[number]:<{wide}}  {line}".rstrip()
                front, blank = "", False


def _from_whom(run: BlameRun) -> str:
    """The suggestion and its author, or who in the circle wrote it."""
    if run.suggestion is None:
        return run.author or "the working group"
    others = f" +{len(run.authors) - 1}" if len(run.authors) > 1 else ""
    return f"#{run.suggestion} {run.author}{others}{', adapted' if run.adapted else ''}"
