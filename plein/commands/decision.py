"""``plein decision``: what the group answers to every suggestion, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from plein.commands import show
from plein.commands.situation import Csv, CycleArg, Json, read_text, revision, seat
from plein.errors import Unusable

decision = typer.Typer(help="Answer every suggestion, with a reason.", no_args_is_help=True, rich_markup_mode=None, add_completion=False)

_COLUMNS = (("suggestion", "suggestion"), ("outcome", "outcome"), ("published", "published"), ("because", "because"))


@decision.command("set")
def set_(
    ctx: typer.Context,
    name: CycleArg,
    numbers: Annotated[list[int], typer.Argument(metavar="N…", help="Numbers of the suggestions.")],
    adopt: Annotated[bool, typer.Option("--adopt", help="Take it over.")] = False,
    together: Annotated[bool, typer.Option("--together", help="With --adopt: insertions at one place all go in, in this order.")] = False,
    adapt: Annotated[str | None, typer.Option(metavar="TEXT|@FILE", help="Take it over, with this in place of the quoted passage.")] = None,
    reject: Annotated[bool, typer.Option("--reject", help="Do not take it over.")] = False,
    covered_by: Annotated[int | None, typer.Option(metavar="M", help="Suggestion M settles it.")] = None,
    noted: Annotated[bool, typer.Option("--noted", help="Read; no change follows.")] = False,
    because: Annotated[str | None, typer.Option(metavar="TEXT", help="The reason; needed for all but --adopt.")] = None,
    as_json: Json = False,
) -> None:
    """Decide on one or more suggestions.

    Example: plein --as bea decision set housing 12 15 --reject --because "Outside our powers."
    """
    outcome = _outcome(adopt=adopt, adapt=adapt, reject=reject, covered_by=covered_by, noted=noted)
    text = read_text(adapt[1:]) if adapt is not None and adapt.startswith("@") else adapt
    done = seat(ctx, name).decide(
        name, numbers, outcome, because=because, text=text, covered_by=covered_by, together=together, revision=revision(ctx)
    )
    if as_json:
        show.data(done)
    else:
        show.line(f"{', '.join(str(one.suggestion) for one in done)}: {outcome}.")
    show.next_step(f"plein decision publish {name}")


@decision.command("list")
def list_(ctx: typer.Context, name: CycleArg, as_json: Json = False, as_csv: Csv = False) -> None:
    """List the decisions you may see."""
    show.rows(seat(ctx, name).decisions(name), _COLUMNS, as_json=as_json, as_csv=as_csv, empty="No decisions to see yet.")


@decision.command()
def undo(
    ctx: typer.Context,
    name: CycleArg,
    number: Annotated[int, typer.Argument(metavar="N", help="Number of the suggestion.")],
    as_json: Json = False,
) -> None:
    """Take a decision back; the suggestion waits for one again."""
    undone = seat(ctx, name).undo(name, number, revision=revision(ctx))
    if as_json:
        show.data(undone)
    else:
        show.line(f"The decision on suggestion {number} ({undone.outcome}) is taken back.")
    show.next_step(f"plein decision set {name} {number} --adopt")


@decision.command()
def publish(ctx: typer.Context, name: CycleArg, as_json: Json = False) -> None:
    """Let everybody read the decisions taken so far, with their reasons."""
    done = seat(ctx, name).publish_decisions(name, revision=revision(ctx))
    if as_json:
        show.data(done)
    else:
        show.line(f"{len(done)} decision(s) are public now." if done else "Every decision was public already.")
    show.next_step(f"plein draft merge {name}")


def _outcome(*, adopt: bool, adapt: str | None, reject: bool, covered_by: int | None, noted: bool) -> str:
    chosen = [
        outcome
        for outcome, given in (
            ("adopted", adopt),
            ("adapted", adapt is not None),
            ("rejected", reject),
            ("covered", covered_by is not None),
            ("noted", noted),
        )
        if given
    ]
    if len(chosen) != 1:
        raise Unusable("Say one outcome: --adopt, --adapt TEXT, --reject, --covered-by M or --noted")
    return chosen[0]
