"""``plein suggestion add`` and ``change``: what somebody wants changed, and what they want instead of that."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypedDict, cast

import typer
from typer.core import TyperCommand

from plein.commands import ending
from plein.commands.arguments import Author, Base, Beside, CycleArg, HowItCame, Json, Kind, Late, Received, SuggestionArg, Typography, Why
from plein.commands.handing_in import handed
from plein.commands.situation import in_cycle, read_text, revision
from plein.commands.suggested import changed_to, handed_in
from plein.errors import Unusable
from plein.sentences import sentence, typed

if TYPE_CHECKING:
    from plein.vocabulary import SuggestionKind


class _Came(TypedDict):
    """What the three ways to add one have in common: whose it is, and how it came."""

    author: str | None
    received: str | None
    late: bool
    because: str | None
    revision: int | None


class Adding(TyperCommand):
    """``--replace`` with a passage takes how that should read; with a whole text it stands alone, and takes the place of an earlier one."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments."""
        quotes = any(one == "--quote" or one.startswith("--quote=") for one in args)
        alone = [one == "--replace" and not quotes and _stands_alone(args[at + 1 :]) for at, one in enumerate(args)]
        return super().parse_args(ctx, ["--replacing" if flag else one for one, flag in zip(args, alone, strict=True)])


def _stands_alone(behind: Sequence[str]) -> bool:
    """Whether an option has no value: nothing is behind it, another option, or the file."""
    return not behind or behind[0].startswith("-") or Path(behind[0]).is_file()


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
        text = read_text(file, of=here)
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
            anew_or_beside(replacing, beside),
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


def anew_or_beside(replacing: bool, beside: bool) -> bool | None:
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


def change(
    ctx: typer.Context,
    name: CycleArg,
    number: SuggestionArg,
    file: Annotated[str | None, typer.Argument(metavar="[FILE|-]", help="The whole text as it should read.")] = None,
    quote: Annotated[
        str | None, typer.Option(metavar="OLD", help="The passage as it stands or reads; the one it is about, if you leave it out.")
    ] = None,
    replace: Annotated[str | None, typer.Option(metavar="NEW", help="How the passage should read.")] = None,
    tip: Annotated[str | None, typer.Option(metavar="TEXT", help="A remark on the passage, without a change.")] = None,
    base: Base = None,
    typography: Typography = False,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="The motivation; alone, it changes nothing else.")] = None,
    kind: Annotated[
        str | None, typer.Option(metavar="suggestion|refinement", help="A refinement is a small wording; what it was, if you leave it out.")
    ] = None,
    contribution: Annotated[
        int | None, typer.Option("--for", metavar="N", help="The contribution it comes from; the one it came from, if you leave it out.")
    ] = None,
    author: Author = None,
    received: Received = None,
    late: Late = False,
    because: HowItCame = None,
    as_json: Json = False,
) -> None:
    """Say your own suggestion in other words, as long as the review is open and it was not answered.

    The new words are a suggestion of their own, which takes the place of the old one; everybody sees that it changed, and when.

    Example: plein --as piet suggestion change housing 4 --replace "affordable homes" --why "Plain words."
    """
    here = in_cycle(ctx, name)
    text = None if file is None else read_text(file, of=here)
    made = handed(
        lambda edited, _: here.suggestions.change(
            number,
            text,
            why,
            quote=quote,
            replace=replace,
            tip=tip,
            base=edited,
            kind=cast("SuggestionKind | None", kind),
            typography=typography,
            for_=contribution,
            author=author,
            received=received,
            late=late,
            because=because,
            revision=revision(ctx),
        ),
        base,
    )
    ending.changed(made.suggestions, as_json, changed_to(name, number, made), then=f"plein suggestion show {name} {made.suggestions[0].id}")
