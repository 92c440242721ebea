"""``plein suggestion``: what the public wants changed in the version before it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plein.commands import show
from plein.commands.screens import marked, marks, tell_compatible, tell_screen
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
    one = seat(ctx, name).whereabouts(name, number)
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
        if one.decision.place is not None:
            show.line(f"In place of: “{one.decision.place.quote}” (version {one.decision.place.version})")
        if one.decision.because:
            show.line(f"Because: {one.decision.because}")
    _tell_place(name, one)


def _tell_place(name: str, one: Suggestion) -> None:
    """Where it stands today; or what stood around it, and how it can be taken over by hand."""
    if one.here is not None and one.here.version != one.version:
        show.line(f"In version {one.here.version}: paragraph {one.here.paragraph}, “{one.here.quote}”")
    if one.status not in ("collided", "orphaned") or one.context is None:
        return
    lost = "its words were changed in another way since" if one.status == "collided" else "its passage is gone since"
    show.line("")
    show.line(f"It has no place in the text now: {lost}. In version {one.version} it stood here:")
    show.line(f"  {' '.join(f'…{one.context.before}[[{one.quote}]]{one.context.after}…'.split())}")
    show.line(f"To take it over by hand, at a passage of the newest version: plein decision set {name} {one.id} --adopt --at QUOTE")


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
def collisions(
    ctx: typer.Context,
    name: CycleArg,
    compatible: Annotated[bool, typer.Option("--compatible", help="The largest set of suggestions that goes together, as help.")] = False,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Show the places where suggestions cannot all stand: the passage, and every alternative with who wants it and why.

    Those that say the same but for punctuation, case and white space are one alternative. Those that rewrite most of the text are left out.
    """
    here = seat(ctx, name)
    if compatible:
        found = here.compatible(name)
        if as_json:
            show.data(found)
        else:
            tell_compatible(name, found)
        return
    places = here.collisions(name)
    if as_json or as_csv or not places:
        columns = (("place", "id"), ("¶", "paragraph"), ("kind", "kind"), ("suggestions", "suggestions"), ("passage", "quote"))
        left_out = ("alternatives",) if as_csv else ()
        empty = "No collisions: all suggestions go together."
        show.rows(places, columns, as_json=as_json, as_csv=as_csv, leave_out=left_out, empty=empty)
        return
    for place in places:
        tell_screen(place)
    disputed = sum(not place.agreed for place in places)
    show.say(f"{disputed} place(s) to settle, each in one act: plein decision settle {name} PLACE --adopt N --because TEXT")
    show.say(f"All that is in nobody's way, in one act: plein decision settle {name} --clean --because TEXT")


def _tell(made: Submission) -> None:
    if not made.new:
        show.line("You handed this in before; nothing was added.")
    elif made.sweeping:
        show.line(f"Suggestion {made.suggestions[0].id} rewrites most of version {made.version}; it will be decided by itself.")
    for one in made.suggestions:
        show.line(f"Suggestion {one.id} on paragraph {one.paragraph} of version {one.version}: {_change(one)}")


def _change(one: Suggestion, *, whole: bool = False) -> str:
    """The change in a line, or whole."""
    if one.kind == "tip":
        return f"“{one.quote}”: {one.why}" if whole else f"tip: {one.why}"
    if whole:
        return marked(one.quote, one.replace or "")
    return " … ".join(marks(one.quote, one.replace or "", equal=False))
