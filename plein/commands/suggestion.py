"""``plein suggestion``: what the public wants changed in the version before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypedDict, cast

import typer
from typer.core import TyperCommand

from plein.commands import ending, show
from plein.commands.arguments import (
    Author,
    Base,
    Beside,
    Csv,
    CycleArg,
    DryRun,
    HowItCame,
    Json,
    Late,
    Received,
    SuggestionArg,
    Typography,
)
from plein.commands.behalf import marks
from plein.commands.family import family
from plein.commands.handing_in import all_told, handed
from plein.commands.screens import going_together, left_out, screen
from plein.commands.shown import Shown
from plein.commands.situation import in_cycle, read_text, revision
from plein.commands.suggested import change_of, handed_in, taken_in, whole
from plein.commands.tables import Table
from plein.errors import Unusable
from plein.sentences import Sentence, counted, sentence, typed

if TYPE_CHECKING:
    from plein.engine.review.views import Collision, Suggestion
    from plein.vocabulary import SuggestionKind

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


class _Came(TypedDict):
    """What the three ways to add one have in common: whose it is, and how it came."""

    author: str | None
    received: str | None
    late: bool
    because: str | None
    revision: int | None


class _Adding(TyperCommand):
    """``--replace`` with a passage takes how that should read; with a whole text it stands alone, and takes the place of an earlier one."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments."""
        quotes = any(one == "--quote" or one.startswith("--quote=") for one in args)
        alone = [one == "--replace" and not quotes and _stands_alone(args[at + 1 :]) for at, one in enumerate(args)]
        return super().parse_args(ctx, ["--replacing" if flag else one for one, flag in zip(args, alone, strict=True)])


def _stands_alone(behind: Sequence[str]) -> bool:
    """Whether an option has no value: nothing is behind it, another option, or the file."""
    return not behind or behind[0].startswith("-") or Path(behind[0]).is_file()


@suggestion.command(cls=_Adding)
def add(
    ctx: typer.Context,
    name: CycleArg,
    file: Annotated[str | None, typer.Argument(metavar="[FILE|-]", help="The whole text as it should read.")] = None,
    quote: Annotated[
        str | None, typer.Option(metavar="OLD", help="The passage as it stands or reads, in one paragraph; it must occur once.")
    ] = None,
    replace: Annotated[
        str | None,
        typer.Option(
            metavar="NEW",
            help="How the passage should read. With FILE it stands alone: it takes the place of what you handed in before in this round.",
        ),
    ] = None,
    replacing: Annotated[bool, typer.Option("--replacing", hidden=True)] = False,
    beside: Beside = False,
    tip: Annotated[str | None, typer.Option(metavar="TEXT", help="A remark on the passage, without a change.")] = None,
    base: Base = None,
    typography: Typography = False,
    why: Why = None,
    kind: Kind = "suggestion",
    contribution: Annotated[int | None, typer.Option("--for", metavar="N", help="The contribution it comes from.")] = None,
    author: Author = None,
    received: Received = None,
    late: Late = False,
    because: HowItCame = None,
    as_json: Json = False,
) -> None:
    """Suggest changes: hand in the whole text as it should read, or one passage.

    Example: plein --as piet suggestion add housing --quote "homes" --replace "affordable homes" --why "Else nobody can pay them."

    Example: plein --as anna suggestion add housing --quote "homes" --replace "houses" --author ria --because "by letter"
    """
    here = in_cycle(ctx, name)
    came: _Came = {"author": author, "received": received, "late": late, "because": because, "revision": revision(ctx)}
    if file is not None:
        if (quote, replace, tip) != (None, None, None):
            raise Unusable(
                sentence(
                    "Hand in a whole text or one passage, not both: {file}, or {quote} with {replace} or {tip}",
                    file=typed("FILE", "FILE"),
                    quote="--quote",
                    replace="--replace",
                    tip="--tip",
                )
            )
        text = read_text(file)
        made = handed(
            lambda edited, anew: here.suggestions.add(
                text,
                base=edited,
                why=why,
                kind=cast("SuggestionKind", kind),
                typography=typography,
                replace=anew,
                for_=contribution,
                **came,
            ),
            base,
            _anew(replacing, beside),
        )
    elif quote is None:
        raise Unusable(
            sentence(
                "Hand in the whole text as it should read ({file} or -), or one passage: {passage}",
                file=typed("FILE", "FILE"),
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
        made = here.suggestions.tip(quote, tip, base=base, for_=contribution, **came)
    else:
        made = here.suggestions.add_quote(
            quote, replace or "", why=why, base=base, kind=cast("SuggestionKind", kind), for_=contribution, **came
        )
    then = f"plein suggestion show {name} {made.suggestions[0].id}" if made.suggestions else f"plein suggestion list {name}"
    ending.changed(made.suggestions, as_json, handed_in(name, made), then=then)


def _anew(replacing: bool, beside: bool) -> bool | None:
    """Whether a text takes the place of what was handed in before; None where nothing was said."""
    if replacing and beside:
        raise Unusable(
            sentence(
                "It takes the place of what was handed in before or comes beside it, not both: {replace} or {beside}",
                replace="--replace",
                beside="--beside",
            )
        )
    return True if replacing else False if beside else None


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
    found = in_cycle(ctx, name).suggestions.list(undecided=undecided, colliding=colliding, paragraph=paragraph)
    for one in found:
        if one.unsound is not None:
            command = f"plein suggestion show {name} {one.id}"
            show.say(sentence("{what} See: {command}", what=one.unsound, command=command))
    apart_last = sorted(found, key=lambda one: one.sweeping)
    told = Table(map(_row, apart_last), _COLUMNS, empty=sentence("No suggestions."))
    ending.listed(found, _COLUMNS, as_json, as_csv, told=(told,))


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
            replace=_anew(replace, beside),
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
        found = here.suggestions.compatible()
        ending.shown(found, as_json, going_together(name, found), beside=left_out(name, here.suggestions.unsound()))
        return
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
        "change": " ".join([change_of(one), *map(show.in_words, marks(one))]),
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
