"""``plein draft``: the versions of the text, and a new one from the decisions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from plein.commands import ending, merging, redlined
from plein.commands.arguments import Base, Because, Csv, CycleArg, DryRun, Json, Typography
from plein.commands.blamed import blamed
from plein.commands.ending import Beside, Letters
from plein.commands.family import family
from plein.commands.handing_in import handed
from plein.commands.show import at_work
from plein.commands.situation import in_cycle, read_text, revision, then
from plein.commands.suggested import left_as_it_was
from plein.errors import Unusable
from plein.sentences import Sentence, sentence

if TYPE_CHECKING:
    from plein.engine.text.views import Version as Saved

draft = family(help="Write in the closed circle.")

VersionOrNewest = Annotated[int | None, typer.Option(metavar="N", help="Which version; the newest you may read, if you leave it out.")]
Note = Annotated[str | None, typer.Option(metavar="TEXT", help="What changed, in a line, for the circle.")]
_COLUMNS = (
    (sentence("version"), "number"),
    (sentence("author"), "author"),
    (sentence("published"), "published"),
    (sentence("from"), "base"),
    (sentence("corrects"), "corrects"),
    (sentence("note"), "note"),
    (sentence("began with"), "contributions"),
)
_ASIDES = (
    (sentence("aside"), "number"),
    (sentence("author"), "author"),
    (sentence("from"), "base"),
    (sentence("collided with"), "newest"),
    (sentence("at"), "at"),
)
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
    base: Base = None,
    note: Note = None,
    typography: Typography = False,
    contributions: Annotated[
        list[int] | None, typer.Option("--for", metavar="N", help="A contribution it began with; once for each.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Save the whole text as the next version.

    Example: plein --as bea draft save housing draft.md --note "Second chapter shortened." --for 3 --for 12
    """
    here = in_cycle(ctx, name)
    text, began_with = read_text(file, of=here), contributions or ()
    saved = handed(
        lambda made_from, _: here.draft.save(
            text, base=made_from, note=note, typography=typography, for_=began_with, revision=revision(ctx)
        ),
        base,
    )
    ending.changed(saved, as_json, _saved(name, saved), then=then(here, _changed_by(name, saved), "save-draft"), leave_out=("text",))


@draft.command("list")
def list_(ctx: typer.Context, name: CycleArg, as_json: Json = False, as_csv: Csv = False) -> None:
    """List the versions you may read."""
    empty = sentence("There is no version to read yet; see {command}", command=f"plein status {name}")
    ending.listed(in_cycle(ctx, name).draft.list(), _COLUMNS, as_json, as_csv, empty=empty, leave_out=("text",))


@draft.command("show")
def show_(
    ctx: typer.Context,
    name: CycleArg,
    version: VersionOrNewest = None,
    aside: Annotated[
        int | None, typer.Option(metavar="N", help="A text that was set aside because it collided, with the places marked.")
    ] = None,
    asides: Annotated[bool, typer.Option("--asides", help="List the texts that were set aside.")] = False,
    as_json: Json = False,
) -> None:
    """Print the text of a version."""
    here = in_cycle(ctx, name)
    if asides:
        if (version, aside) != (None, None):
            raise Unusable(
                sentence(
                    "List the texts set aside or read one text, not both: {list}, or {version}, or {aside}",
                    list="--asides",
                    version="--version N",
                    aside="--aside N",
                )
            )
        ending.listed(here.draft.asides(), _ASIDES, as_json, empty=sentence("No text was set aside, or none that you may read."))
        return
    if aside is not None:
        if version is not None:
            raise Unusable(
                sentence("Name a version or a text set aside, not both: {version} or {aside}", version="--version N", aside="--aside N")
            )
        kept, whole = here.draft.aside(aside), here.draft.aside(aside, whole=True)
        ending.shown({"aside": aside, "text": kept, "whole": whole}, as_json, (Letters(redlined.marks_named(kept)),))
        return
    found = here.draft.show(version)
    ending.shown(found, as_json, (Letters(found.text), *_correction(found)))


@draft.command()
def correct(
    ctx: typer.Context,
    name: CycleArg,
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="The whole text as it should have read; - reads standard input.")],
    because: Because,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Publish a corrected final version, with the reason; everybody reads it at once, and can still read the one it corrects.

    Example: plein --as anna draft correct housing mended.md --because "The sum in article 4 was last year's."
    """
    corrected = in_cycle(ctx, name).draft.correct(read_text(file), because, dry_run=dry_run, revision=revision(ctx))
    values = {"number": corrected.number, "other": corrected.corrects}
    would, is_so = (
        sentence("Version {number} would correct version {other}, for everybody to read.", **values),
        sentence("Version {number} corrects version {other}; everybody reads it from now on.", **values),
    )
    look = None if dry_run else f"plein draft diff {name} {corrected.corrects} {corrected.number}"
    ending.changed(corrected, as_json, would if dry_run else is_so, then=look, leave_out=("text",))


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

    HTML is a page by itself, of the text with its signs of Markdown. CriticMarkup knows no moves, and within a text that has its signs already
    it puts a backslash into those, which other programs leave there. Both say so beside the result where it matters.

    Example: plein draft diff housing 1 2
    """
    chosen = _FORMATS.get("json" if as_json else form)
    if chosen is None:
        raise Unusable(sentence("“{form}” is no format; choose one of: {formats}", form=form, formats=", ".join(_FORMATS)))
    found = in_cycle(ctx, name).draft.diff(a, b)
    ending.shown(None, as_json=False, told=redlined.told(name, f"{name}: {a} – {b}", found.old, found.new, chosen))


@draft.command()
def merge(ctx: typer.Context, name: CycleArg, note: Note = None, dry_run: DryRun = False, as_json: Json = False) -> None:
    """Make a new version from the decisions taken.

    What collides, or no longer fits, is held and named; decide on it otherwise and merge again.
    """
    with at_work():
        merged = in_cycle(ctx, name).draft.merge(note=note, dry_run=dry_run, revision=revision(ctx))
    look = None if dry_run else merging.after(name, merged)
    ending.changed(merged, as_json, merging.told(name, merged, dry_run=dry_run), then=look, leave_out=("text",))


@draft.command()
def blame(
    ctx: typer.Context,
    name: CycleArg,
    version: VersionOrNewest = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Show where every word comes from: the version it appeared in, the suggestion that asked for it, and who made that.

    Example: plein draft blame housing --version 3
    """
    here = in_cycle(ctx, name)
    number = here.draft.show(version).number
    with at_work():
        runs = here.draft.blame(number)
    columns = [(key, key) for key in ("start", "end", "text", "version", "suggestion", "author", "contributions")]
    ending.listed(runs, columns, as_json, as_csv, told=blamed(name, runs))


def _saved(name: str, saved: Saved) -> Iterator[Sentence]:
    """What was saved, onto what, and what of it was left as it was."""
    yield sentence("Version {number} of {name} is saved.", number=saved.number, name=name)
    if saved.base is not None and saved.base != saved.number - 1:
        yield sentence(
            "Your text was made from version {base}, and is merged with what others saved since: {command}",
            base=saved.base,
            command=f"plein draft diff {name} {saved.number - 1} {saved.number}",
        )
    if saved.typography and saved.base is not None:
        yield left_as_it_was(saved.base, saved.typography)
    if saved.unshown:
        from plein.commands.unshown import unshown

        yield from unshown(saved.unshown)
    if saved.astray:
        from plein.commands.astray import astray

        yield from astray(saved.astray)


def _changed_by(name: str, saved: Saved) -> str:
    """How one looks at what was saved: what it changed, or the whole text where it is the first."""
    return f"plein draft show {name}" if saved.number == 1 else f"plein draft diff {name} {saved.number - 1} {saved.number}"


def _correction(version: Saved) -> Iterator[Beside]:
    """What a corrected final version is, beside its text."""
    if version.corrects is not None:
        what = sentence(
            "Version {number} corrects version {other}, because: {because}",
            number=version.number,
            other=version.corrects,
            because=version.because,
        )
        yield Beside(what)
