"""``plein suggestion``: what the public wants changed in the version before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from plein.commands import ending, show
from plein.commands.arguments import (
    Base,
    Beside,
    Csv,
    CycleArg,
    DryRun,
    HowItCame,
    Json,
    Kind,
    Late,
    Received,
    SuggestionArg,
    Typography,
    Why,
)
from plein.commands.behalf import marks
from plein.commands.family import family
from plein.commands.handing_in import all_told
from plein.commands.screens import going_together, left_out, screen
from plein.commands.shown import Shown
from plein.commands.situation import in_cycle, revision
from plein.commands.suggested import anew, change_of, how_to_answer, taken_in, whole
from plein.commands.suggesting import Adding, add, anew_or_beside, change
from plein.commands.tables import Table
from plein.sentences import Sentence, counted, sentence

if TYPE_CHECKING:
    from plein.engine.review.views import Collision, Suggestion
    from plein.engine.rows.page import Page
    from plein.vocabulary import SuggestionKind

suggestion = family(help="Suggest changes, and see what was suggested.")

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


suggestion.command(cls=Adding)(add)
suggestion.command()(change)


@suggestion.command("list")
def list_(
    ctx: typer.Context,
    name: CycleArg,
    undecided: Annotated[bool, typer.Option("--undecided", help="Only those that wait for a decision.")] = False,
    colliding: Annotated[bool, typer.Option("--colliding", help="Only those that collide with another.")] = False,
    paragraph: Annotated[int | None, typer.Option(metavar="N", help="Only those on this paragraph.")] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", help="At most N suggestions.")] = None,
    after: Annotated[int, typer.Option(metavar="N", help="Only those after suggestion N.")] = 0,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List the suggestions in order of arrival; those that rewrite most of the text stand apart, at the end."""
    here = in_cycle(ctx, name)
    found = here.suggestions.list(undecided=undecided, colliding=colliding, paragraph=paragraph, limit=limit, after=after)
    for one in found:
        if one.unsound is not None:
            command = f"plein suggestion show {name} {one.id}"
            show.say(sentence("{what} See: {command}", what=one.unsound, command=command))
    apart_last = sorted(found, key=lambda one: one.sweeping)
    told = Table(map(_row, apart_last), _COLUMNS, empty=sentence("No suggestions."), whole=f"plein suggestion show {name} N")
    answering = how_to_answer(name, here) if undecided and found else ()
    chosen = [("--undecided", undecided), ("--colliding", colliding), (f"--paragraph {paragraph}", paragraph is not None)]
    further = _further(found, " ".join([f"plein suggestion list {name}", *(option for option, given in chosen if given)]))
    ending.listed(found, _COLUMNS, as_json, as_csv, told=chain((told,), answering), beside=() if as_json or as_csv else further)


def _further(found: Page[Suggestion], command: str) -> Iterator[Sentence]:
    """How to see what comes after a page."""
    if found.after is not None:
        yield sentence(
            "{shown} of {total}. What comes after them: {command}",
            shown=len(found),
            total=found.total,
            command=f"{command} --limit {len(found)} --after {found.after}",
        )


@suggestion.command("show")
def show_(ctx: typer.Context, name: CycleArg, number: SuggestionArg, as_json: Json = False) -> None:
    """Show one suggestion whole: old, new, why, and the decision."""
    here = in_cycle(ctx, name)
    one = here.suggestions.show(number)
    ending.shown(one, as_json, whole(here, name, one))


@suggestion.command()
def withdraw(ctx: typer.Context, name: CycleArg, number: SuggestionArg, as_json: Json = False) -> None:
    """Take back your own suggestion."""
    one = in_cycle(ctx, name).suggestions.withdraw(number, revision=revision(ctx))
    told = sentence("Suggestion {number} is withdrawn.", number=number)
    ending.changed(one, as_json, told, then=f"plein suggestion list {name}")


@suggestion.command("import")
def import_(
    ctx: typer.Context,
    name: CycleArg,
    path: Annotated[str, typer.Argument(metavar="FOLDER", help="A folder of edited texts: AUTHOR.md, and AUTHOR.why.txt beside it.")],
    base: Base = None,
    typography: Typography = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Each text takes the place of what its author handed in before in this round.")
    ] = False,
    beside: Beside = False,
    why: Why = None,
    kind: Kind = "suggestion",
    received: Received = None,
    late: Late = False,
    because: HowItCame = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Take in the edited texts that people handed in, all or none; the same folder twice adds nothing.

    Example: plein --as anna suggestion import housing handed-in/ --dry-run
    """
    from plein.exchange.folder import read_folder

    folder = read_folder(Path(path), why=why)
    with (
        all_told([sentence("{file}: {why}", file=file, why=reason) for file, reason in folder.passed_over]),
        show.progress(sentence("Taking in"), len(folder)) as step,
    ):
        done = in_cycle(ctx, name).suggestions.import_(
            folder,
            dry_run=dry_run,
            base=base,
            typography=typography,
            replace=anew_or_beside(replace, beside),
            kind=cast("SuggestionKind", kind),
            received=received,
            late=late,
            because=because,
            revision=revision(ctx),
            progress=step,
        )
    passed = [sentence("Passed over: {file}: {why}", file=file, why=reason) for file, reason in folder.passed_over]
    then = None if dry_run else f"plein suggestion collisions {name}"
    ending.changed(done, as_json, taken_in(done, dry_run=dry_run), beside=passed, then=then)


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
    Those that rewrite most of the text are left out. A place is named by the lowest number in it, and every number in it leads to it.
    """
    here = in_cycle(ctx, name)
    if compatible:
        with show.at_work():
            found = here.suggestions.compatible()
        ending.shown(found, as_json, going_together(name, found), beside=left_out(name, here.suggestions.unsound()))
        return
    with show.at_work():
        places = here.suggestions.collisions()
    beside = [*left_out(name, here.suggestions.unsound())]
    if not places:
        empty = sentence("No collisions: all suggestions go together.")
        ending.listed(places, _PLACES, as_json, as_csv, empty=empty, beside=beside)
        Shown.of(ctx, name).all(places)
        return
    if not as_json and not as_csv:
        beside += _ways_out(name, places)
    told = (line for place in places for line in screen(place))
    ending.listed(places, _PLACES, as_json, as_csv, told=told, beside=beside, leave_out=("alternatives",) if as_csv else ())
    Shown.of(ctx, name).all(places)


def _row(one: Suggestion) -> dict[str, Any]:
    """A suggestion as people see it in the list."""
    return {
        "id": one.id,
        "author": one.author,
        "paragraph": one.paragraph,
        "status": one.status if one.unsound is None else "unsound",
        "collides_with": list(one.collides_with),
        "same_as": list(one.same_as),
        "change": " ".join([change_of(one), *map(show.in_words, [*marks(one), *anew(one)])]),
        "decision": one.decision.outcome if one.decision else "",
    }


def _ways_out(name: str, places: Sequence[Collision]) -> Iterator[Sentence]:
    """How the group settles what it has seen."""
    yield counted(
        "{n} place to settle, in one act: {command}",
        "{n} places to settle, each in one act: {command}",
        n=sum(not place.agreed for place in places),
        command=f"plein decision settle {name} PLACE --adopt N --because TEXT",
    )
    clean = f"plein decision settle {name} --clean --because TEXT"
    yield sentence("All that is in nobody's way, in one act: {command}", command=clean)
