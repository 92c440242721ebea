"""``plein cycle``: begin a cycle, see it, and move it from phase to phase."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plein.commands import show
from plein.commands.situation import Csv, CycleArg, DryRun, Json, read_text, revision, seat, situation

if TYPE_CHECKING:
    from plein.workflow import Definition

cycle = typer.Typer(help="Begin a cycle, see it, move it on.", no_args_is_help=True, rich_markup_mode=None, add_completion=False)

_COLUMNS = (("cycle", "slug"), ("phase", "phase"), ("round", "round"), ("closes", "closes"), ("title", "title"))


@cycle.command()
def new(
    ctx: typer.Context,
    name: CycleArg,
    title: Annotated[str, typer.Option(help="Its name for people.")],
    question: Annotated[str, typer.Option(help="What is asked of everyone.")],
    definition: Annotated[str, typer.Option(metavar="plein66|focus-group|FILE.toml", help="The rules it runs by.")] = "plein66",
    timezone: Annotated[str, typer.Option(metavar="ZONE", help="IANA name of the zone of its deadlines.")] = "Europe/Amsterdam",
    language: Annotated[str, typer.Option(metavar="nl|en", help="Language of its pages.")] = "nl",
    as_json: Json = False,
) -> None:
    """Begin a cycle; you become its first host.

    Example: plein --as anna cycle new housing --title "Housing" --question "What should change about housing?"
    """
    made = seat(ctx, zone=timezone).new_cycle(
        name, title=title, question=question, definition=_definition(definition), timezone=timezone, language=language
    )
    if as_json:
        show.data(made)
    else:
        show.line(f"Began {made.slug}: {made.title}. It is in {made.phase}; {', '.join(made.hosts)} is its host.")
    show.next_step(f"plein cycle move {made.slug} inventory --closes YYYY-MM-DD --ask TEXT")


@cycle.command("list")
def list_(ctx: typer.Context, as_json: Json = False, as_csv: Csv = False) -> None:
    """List the cycles, the newest first."""
    show.rows(
        seat(ctx).cycles(),
        _COLUMNS,
        as_json=as_json,
        as_csv=as_csv,
        leave_out=("steps",),
        empty="No cycle yet. Begin one: plein cycle new CYCLE --title TEXT --question TEXT",
    )


@cycle.command("show")
def show_(ctx: typer.Context, name: CycleArg, as_json: Json = False) -> None:
    """Show a cycle: its question, where it is, and the way it came."""
    from plein.workflow import show_when

    found = seat(ctx, name).cycle(name)
    if as_json:
        show.data(found)
        return
    show.line(found.title)
    show.line(found.question)
    show.line("")
    for step in found.steps:
        opened = show_when(step.opened, found.timezone)
        about = f", round {step.round}" if step.phase == "review" else ""
        on = f" on version {step.version}" if step.version else ""
        show.line(f"{step.phase} ({step.space}{about}){on}: from {opened}")
        if step.closes:
            show.line(f"  until {show_when(step.closes, found.timezone)}")
        if step.ask:
            show.line(f"  asked: {step.ask}")
        if step.because:
            show.line(f"  because: {step.because}")


@cycle.command()
def rules(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="CYCLE", help="A cycle, or the name of a built-in definition.")],
    person: Annotated[str | None, typer.Option("--as", metavar="PERSON", help="What this person may do now, and why not.")] = None,
    toml: Annotated[bool, typer.Option("--toml", help="Print the definition as TOML, to make your own from.")] = False,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Show the table phase × role × act by which a cycle runs.

    Example: plein cycle rules plein66 --toml > ours.toml
    """
    from plein.workflow import BUILT_IN, dumps, rules_table

    if person is not None:
        rows = situation(ctx).plein().acting_as(person).my_rules(name)
        found = [{"act": row.act.name, "may": bool(row.verdict), "reasons": list(row.verdict.reasons)} for row in rows]
        show.rows(found, (("act", "act"), ("may", "may"), ("why not", "reasons")), as_json=as_json, as_csv=as_csv)
        return
    definition = BUILT_IN.get(name) or seat(ctx, name).definition(name)
    if toml:
        show.line(dumps(definition).rstrip())
        return
    table = [
        {"phase": row.phase, "space": row.space, "act": row.act.name, "roles": list(row.roles), "guards": list(row.guards)}
        for row in rules_table(definition)
    ]
    columns = (("phase", "phase"), ("space", "space"), ("act", "act"), ("who", "roles"), ("if", "guards"))
    show.rows(table, columns, as_json=as_json, as_csv=as_csv)


@cycle.command()
def diagram(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="[CYCLE]", help="A cycle, or a built-in definition.")] = "plein66",
) -> None:
    """Print the phases and moves as Mermaid text."""
    from plein.workflow import BUILT_IN, mermaid

    show.line((mermaid(BUILT_IN[name]) if name in BUILT_IN else seat(ctx, name).diagram(name)).rstrip())


@cycle.command()
def move(
    ctx: typer.Context,
    name: CycleArg,
    phase: Annotated[str, typer.Argument(metavar="PHASE", help="inventory invitation drafting review final stopped")],
    closes: Annotated[str | None, typer.Option(metavar="WHEN", help="Deadline; a date alone means the end of that day.")] = None,
    ask: Annotated[str | None, typer.Option(metavar="TEXT", help="What is asked of people; stands on every page.")] = None,
    because: Annotated[str | None, typer.Option(metavar="TEXT", help="Why it moves; stopping needs it.")] = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Move the cycle to another phase.

    Example: plein --as anna cycle move housing review --closes 2026-12-18 --ask "Is this what you meant?"
    """
    from plein.workflow import show_when

    moved = seat(ctx, name).move(name, phase, closes=closes, ask=ask, because=because, revision=revision(ctx), dry_run=dry_run)
    if as_json:
        show.data(moved)
    else:
        until = f", until {show_when(moved.closes, moved.timezone)}" if moved.closes else ""
        about = f", round {moved.round}" if moved.phase == "review" else ""
        show.line(f"{name} {'would be' if dry_run else 'is'} in {moved.phase} ({moved.space}{about}){until}.")
    if not dry_run:
        returned = moved.phase == "drafting" and moved.round > 0
        after = "plein suggestion list {} --undecided" if returned else _AFTER.get(moved.phase, "plein status {}")
        show.next_step(after.format(name))


@cycle.command()
def extend(
    ctx: typer.Context,
    name: CycleArg,
    closes: Annotated[str, typer.Option(metavar="WHEN", help="The new deadline; a date alone means the end of that day.")],
    because: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None,
    as_json: Json = False,
) -> None:
    """Give the running phase another deadline.

    Example: plein --as anna cycle extend housing --closes 2026-12-24 --because "The post was late."
    """
    from plein.workflow import show_when

    changed = seat(ctx, name).extend(name, closes, because=because, revision=revision(ctx))
    if as_json:
        show.data(changed)
    else:
        assert changed.closes is not None
        show.line(f"{name} stays in {changed.phase} until {show_when(changed.closes, changed.timezone)}.")
    show.next_step(f"plein status {name}")


_AFTER = {
    "inventory": "plein inventory add {} TEXT",
    "invitation": "plein group invite {} PERSON --role drafter --because TEXT",
    "drafting": "plein draft save {} FILE",
    "review": "plein suggestion add {} FILE --why TEXT",
    "final": "plein publish {} --to DIR",
}


def _definition(named: str) -> str | Definition:
    if not named.endswith(".toml") and not Path(named).is_file():
        return named
    from plein.workflow import loads

    return loads(read_text(named, what="the definition"), named)
