"""``plein suggestion``: what the public wants changed in the version before it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plein.commands import show
from plein.commands.situation import Csv, CycleArg, DryRun, Json, read_text, revision, seat
from plein.errors import Unusable

if TYPE_CHECKING:
    from plein.engine.views import Submission, Suggestion

suggestion = typer.Typer(
    help="Suggest changes, and see what was suggested.", no_args_is_help=True, rich_markup_mode=None, add_completion=False
)

Why = Annotated[str | None, typer.Option(metavar="TEXT", help="The motivation.")]
Kind = Annotated[str, typer.Option(metavar="suggestion|refinement", help="A refinement is a small wording.")]
Number = Annotated[int, typer.Argument(metavar="N", help="Number of the suggestion.")]

_COLUMNS = (
    ("n", "id"),
    ("author", "author"),
    ("¶", "paragraph"),
    ("status", "status"),
    ("collides", "collides_with"),
    ("same", "same_as"),
    ("change", "change"),
    ("decision", "decision"),
)


@suggestion.command()
def add(
    ctx: typer.Context,
    name: CycleArg,
    file: Annotated[str | None, typer.Argument(metavar="[FILE|-]", help="The whole text as it should read.")] = None,
    quote: Annotated[str | None, typer.Option(metavar="OLD", help="The passage as it stands; it must occur once.")] = None,
    replace: Annotated[str | None, typer.Option(metavar="NEW", help="How the passage should read.")] = None,
    tip: Annotated[str | None, typer.Option(metavar="TEXT", help="A remark on the passage, without a change.")] = None,
    base: Annotated[
        int | None, typer.Option(metavar="N", help="The version you edited; refused if another is before the public now.")
    ] = None,
    why: Why = None,
    kind: Kind = "suggestion",
    as_json: Json = False,
) -> None:
    """Suggest changes: hand in the whole text as it should read, or one passage.

    Example: plein --as piet suggestion add housing --quote "homes" --replace "affordable homes" --why "Else nobody can pay them."
    """
    here = seat(ctx, name)
    if file is not None:
        if (quote, replace, tip) != (None, None, None):
            raise Unusable("Hand in a whole text or one passage, not both: FILE, or --quote with --replace or --tip")
        made = here.suggest(name, read_text(file), base=base, why=why, kind=kind, revision=revision(ctx))
    elif quote is None:
        raise Unusable("Hand in the whole text as it should read (FILE or -), or one passage: --quote OLD --replace NEW")
    elif (replace is None) == (tip is None):
        raise Unusable("Say how the passage should read or what you remark on it: --replace NEW, or --tip TEXT")
    elif tip is not None:
        if why is not None:
            raise Unusable("A tip is its own motivation; put all of it in --tip")
        made = here.tip(name, quote, tip, revision=revision(ctx))
    else:
        made = here.suggest_quote(name, quote, replace or "", why=why, kind=kind, revision=revision(ctx))
    if as_json:
        show.data(made.suggestions)
    else:
        _tell(made)
    show.next_step(f"plein suggestion show {name} {made.suggestions[0].id}")


@suggestion.command("list")
def list_(
    ctx: typer.Context,
    name: CycleArg,
    undecided: Annotated[bool, typer.Option("--undecided", help="Only those that wait for a decision.")] = False,
    colliding: Annotated[bool, typer.Option("--colliding", help="Only those that collide with another.")] = False,
    paragraph: Annotated[int | None, typer.Option(metavar="N", help="Only those on this paragraph.")] = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List the suggestions in order of arrival; those that rewrite most of the text stand apart, at the end."""
    found = seat(ctx, name).suggestions(name, undecided=undecided, colliding=colliding, paragraph=paragraph)
    if as_json or as_csv:
        show.rows(found, _COLUMNS, as_json=as_json, as_csv=as_csv)
        return
    rows = [
        {
            "id": one.id,
            "author": one.author,
            "paragraph": one.paragraph,
            "status": one.status,
            "collides_with": list(one.collides_with),
            "same_as": list(one.same_as),
            "change": _change(one),
            "decision": one.decision.outcome if one.decision else "",
        }
        for one in sorted(found, key=lambda one: one.sweeping)
    ]
    show.rows(rows, _COLUMNS, empty="No suggestions.")


@suggestion.command("show")
def show_(ctx: typer.Context, name: CycleArg, number: Number, as_json: Json = False) -> None:
    """Show one suggestion whole: old, new, why, and the decision."""
    one = seat(ctx, name).suggestion(name, number)
    if as_json:
        show.data(one)
        return
    sweeping = ", rewrites most of the text" if one.sweeping else ""
    show.line(f"{one.id}. {one.author}, {one.kind} on version {one.version}, paragraph {one.paragraph}{sweeping} ({one.status})")
    show.line("")
    show.line(_change(one, whole=True))
    if one.why and one.kind != "tip":
        show.line("")
        show.line(f"Why: {one.why}")
    if one.collides_with:
        show.line(f"Collides with: {', '.join(map(str, one.collides_with))}")
    if one.same_as:
        show.line(f"The same as: {', '.join(map(str, one.same_as))}")
    if one.decision:
        covered = f" by {one.decision.covered_by}" if one.decision.covered_by else ""
        state = "" if one.decision.published else " (not published yet)"
        show.line(f"Decision: {one.decision.outcome}{covered}{state}")
        if one.decision.text is not None:
            show.line(f"It reads: {one.decision.text}")
        if one.decision.because:
            show.line(f"Because: {one.decision.because}")


@suggestion.command()
def withdraw(ctx: typer.Context, name: CycleArg, number: Number, as_json: Json = False) -> None:
    """Take back your own suggestion."""
    one = seat(ctx, name).withdraw(name, number, revision=revision(ctx))
    if as_json:
        show.data(one)
    else:
        show.line(f"Suggestion {number} is withdrawn.")
    show.next_step(f"plein suggestion list {name}")


@suggestion.command("import")
def import_(
    ctx: typer.Context,
    name: CycleArg,
    path: Annotated[str, typer.Argument(metavar="FOLDER", help="A folder of edited texts: AUTHOR.md, and AUTHOR.why.txt beside it.")],
    why: Why = None,
    kind: Kind = "suggestion",
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Take in the edited texts that people handed in, all or none; the same folder twice adds nothing.

    Example: plein --as anna suggestion import housing handed-in/ --dry-run
    """
    from plein.exchange.folder import read_folder

    handed = read_folder(Path(path), why=why)
    with show.progress("Taking in", len(handed)) as step:
        done = seat(ctx, name).import_suggestions(name, handed, kind=kind, dry_run=dry_run, revision=revision(ctx), progress=step)
    if as_json:
        show.data(done)
    else:
        new = [one for one in done if one.new]
        places = sum(len(one.suggestions) for one in new)
        show.line(f"{'Would take' if dry_run else 'Took'} in {places} suggestion(s) of {len(new)} submission(s).")
        for one in done:
            if not one.suggestions:
                show.line(f"  {one.author}: the text is version {one.version} to the letter")
            elif not one.new:
                show.line(f"  {one.author}: handed in before, nothing new")
            elif one.sweeping:
                show.line(f"  {one.author}: rewrites most of the text, set apart as suggestion {one.suggestions[0].id}")
    if not dry_run:
        show.next_step(f"plein suggestion collisions {name}")


@suggestion.command()
def collisions(ctx: typer.Context, name: CycleArg, as_json: Json = False, as_csv: Csv = False) -> None:
    """List the places where suggestions cannot all stand."""
    columns = (("place", "id"), ("¶", "paragraph"), ("kind", "kind"), ("suggestions", "suggestions"), ("passage", "quote"))
    show.rows(
        seat(ctx, name).collisions(name), columns, as_json=as_json, as_csv=as_csv, empty="No collisions: all suggestions go together."
    )


def _tell(made: Submission) -> None:
    if not made.new:
        show.line("You handed this in before; nothing was added.")
    elif made.sweeping:
        show.line(f"Suggestion {made.suggestions[0].id} rewrites most of version {made.version}; it will be decided by itself.")
    for one in made.suggestions:
        show.line(f"Suggestion {one.id} on paragraph {one.paragraph} of version {one.version}: {_change(one)}")


def _change(one: Suggestion, *, whole: bool = False) -> str:
    """The change in a line, or whole."""
    from plein.documents import changes

    if one.kind == "tip":
        return f"“{one.quote}”: {one.why}" if whole else f"tip: {one.why}"
    marks = {"insert": "{{+{new}+}}", "delete": "[-{old}-]", "replace": "[-{old}-]{{+{new}+}}"}
    found = changes(one.quote, one.replace or "")
    if not whole:
        found = tuple(change for change in found if change.kind != "equal")
    parts = [change.old if change.kind == "equal" else marks[change.kind].format(old=change.old, new=change.new) for change in found]
    return ("" if whole else " … ").join(parts)
