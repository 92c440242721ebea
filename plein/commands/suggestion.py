"""``plein suggestion``: what the public wants changed in the version before it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from plein.commands import show
from plein.commands.arguments import Csv, CycleArg, DryRun, Json, SuggestionArg
from plein.commands.family import family
from plein.commands.screens import tell_compatible, tell_left_out, tell_screen
from plein.commands.situation import read_text, revision, seat
from plein.commands.suggested import change_of, taken_in, tell_submission, tell_suggestion
from plein.errors import Unusable
from plein.sentences import counted, sentence

suggestion = family(help="Suggest changes, and see what was suggested.")

Why = Annotated[str | None, typer.Option(metavar="TEXT", help="The motivation.")]
Kind = Annotated[str, typer.Option(metavar="suggestion|refinement", help="A refinement is a small wording.")]

_COLUMNS = (
    (sentence("n"), "id"),
    (sentence("author"), "author"),
    ("¶", "paragraph"),
    (sentence("status"), "status"),
    (sentence("collides"), "collides_with"),
    (sentence("same"), "same_as"),
    (sentence("change"), "change"),
    (sentence("decision"), "decision"),
)
_PLACES = (
    (sentence("place"), "id"),
    ("¶", "paragraph"),
    (sentence("kind"), "kind"),
    (sentence("suggestions"), "suggestions"),
    (sentence("passage"), "quote"),
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
    contribution: Annotated[int | None, typer.Option("--for", metavar="N", help="The contribution it comes from.")] = None,
    as_json: Json = False,
) -> None:
    """Suggest changes: hand in the whole text as it should read, or one passage.

    Example: plein --as piet suggestion add housing --quote "homes" --replace "affordable homes" --why "Else nobody can pay them."
    """
    here = seat(ctx, name)
    if file is not None:
        if (quote, replace, tip) != (None, None, None):
            raise Unusable(
                sentence(
                    "Hand in a whole text or one passage, not both: {file}, or {quote} with {replace} or {tip}",
                    file="FILE",
                    quote="--quote",
                    replace="--replace",
                    tip="--tip",
                )
            )
        text = read_text(file)
        made = here.suggest(name, text, base=base, why=why, kind=kind, contribution=contribution, revision=revision(ctx))
    elif quote is None:
        raise Unusable(
            sentence(
                "Hand in the whole text as it should read ({file} or -), or one passage: {passage}",
                file="FILE",
                passage="--quote OLD --replace NEW",
            )
        )
    elif (replace is None) == (tip is None):
        raise Unusable(
            sentence(
                "Say how the passage should read or what you remark on it: {replace}, or {tip}", replace="--replace NEW", tip="--tip TEXT"
            )
        )
    elif tip is not None:
        if why is not None:
            raise Unusable(sentence("A tip is its own motivation; put all of it in {option}", option="--tip"))
        made = here.tip(name, quote, tip, contribution=contribution, revision=revision(ctx))
    else:
        made = here.suggest_quote(name, quote, replace or "", why=why, kind=kind, contribution=contribution, revision=revision(ctx))
    if as_json:
        show.data(made.suggestions)
    else:
        tell_submission(made)
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
    for one in found:
        if one.unsound is not None:
            command = f"plein suggestion show {name} {one.id}"
            show.say(sentence("{what} See: {command}", what=one.unsound, command=command))
    if as_json or as_csv:
        show.rows(found, _COLUMNS, as_json=as_json, as_csv=as_csv)
        return
    rows = [
        {
            "id": one.id,
            "author": one.author,
            "paragraph": one.paragraph,
            "status": one.status if one.unsound is None else "unsound",
            "collides_with": list(one.collides_with),
            "same_as": list(one.same_as),
            "change": change_of(one),
            "decision": one.decision.outcome if one.decision else "",
        }
        for one in sorted(found, key=lambda one: one.sweeping)
    ]
    show.rows(rows, _COLUMNS, empty=sentence("No suggestions."))


@suggestion.command("show")
def show_(ctx: typer.Context, name: CycleArg, number: SuggestionArg, as_json: Json = False) -> None:
    """Show one suggestion whole: old, new, why, and the decision."""
    one = seat(ctx, name).whereabouts(name, number)
    if as_json:
        show.data(one)
    else:
        tell_suggestion(name, one)


@suggestion.command()
def withdraw(ctx: typer.Context, name: CycleArg, number: SuggestionArg, as_json: Json = False) -> None:
    """Take back your own suggestion."""
    one = seat(ctx, name).withdraw(name, number, revision=revision(ctx))
    if as_json:
        show.data(one)
    else:
        show.line(sentence("Suggestion {number} is withdrawn.", number=number))
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
    with show.progress(sentence("Taking in"), len(handed)) as step:
        done = seat(ctx, name).import_suggestions(name, handed, kind=kind, dry_run=dry_run, revision=revision(ctx), progress=step)
    if as_json:
        show.data(done)
    else:
        show.line(taken_in(done, dry_run=dry_run))
        for one in done:
            if one.layout:
                show.line(
                    sentence(
                        "  {author}: another layout of version {version}, which reads the same", author=one.author, version=one.version
                    )
                )
            elif not one.suggestions:
                show.line(sentence("  {author}: the text is version {version} to the letter", author=one.author, version=one.version))
            elif not one.new:
                show.line(sentence("  {author}: handed in before, nothing new", author=one.author))
            elif one.sweeping:
                number = one.suggestions[0].id
                show.line(
                    sentence("  {author}: rewrites most of the text, set apart as suggestion {number}", author=one.author, number=number)
                )
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

    Those that say the same sign for sign are one alternative: only blanks, layout and typography may differ.
    Those that rewrite most of the text are left out.
    """
    here = seat(ctx, name)
    if compatible:
        found = here.compatible(name)
        if as_json:
            show.data(found)
        else:
            tell_compatible(name, found)
        tell_left_out(name, here.unsound(name))
        return
    places = here.collisions(name)
    if as_json or as_csv or not places:
        left_out = ("alternatives",) if as_csv else ()
        empty = sentence("No collisions: all suggestions go together.")
        show.rows(places, _PLACES, as_json=as_json, as_csv=as_csv, leave_out=left_out, empty=empty)
        tell_left_out(name, here.unsound(name))
        return
    for place in places:
        tell_screen(place)
    tell_left_out(name, here.unsound(name))
    show.say(
        counted(
            "{n} place to settle, in one act: {command}",
            "{n} places to settle, each in one act: {command}",
            n=sum(not place.agreed for place in places),
            command=f"plein decision settle {name} PLACE --adopt N --because TEXT",
        )
    )
    clean = f"plein decision settle {name} --clean --because TEXT"
    show.say(sentence("All that is in nobody's way, in one act: {command}", command=clean))
