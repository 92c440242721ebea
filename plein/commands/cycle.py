"""``plein cycle``: begin a cycle, see it, and move it from phase to phase."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from plein.commands import ending, moving, show
from plein.commands.arguments import Because, BecauseOrNone, Csv, CycleArg, DryRun, Json, TitleOrNone
from plein.commands.asking import can_ask
from plein.commands.ending import Letters
from plein.commands.family import family
from plein.commands.situation import in_cycle, read_text, revision, said, seat, situation, then
from plein.commands.tables import Table
from plein.errors import Unusable
from plein.sentences import counted, either, sentence
from plein.terms import term

if TYPE_CHECKING:
    from plein.vocabulary import BuiltIn, LanguageCode
    from plein.workflow import Definition

cycle = family(help="Begin a cycle, see it, move it on.")

COLUMNS = (
    (sentence("cycle"), "slug"),
    (sentence("phase"), "phase"),
    (sentence("round"), "round"),
    (sentence("closes"), "closes"),
    (sentence("title"), "title"),
)
_RULES = (
    (sentence("phase"), "phase"),
    (sentence("space"), "space"),
    (sentence("act"), "act"),
    (sentence("who"), "roles"),
    (sentence("if"), "guards"),
)
_MINE = ((sentence("act"), "act"), (sentence("may"), "may"), (sentence("why not"), "reasons"))


@cycle.command()
def new(
    ctx: typer.Context,
    name: CycleArg,
    title: TitleOrNone = None,
    question: Annotated[str | None, typer.Option(metavar="TEXT", help="What is asked of everyone.")] = None,
    definition: Annotated[
        str | None, typer.Option(metavar="plein66|focus-group|FILE.toml", help="The rules it runs by; plein66 if you leave it out.")
    ] = None,
    timezone: Annotated[
        str | None, typer.Option(metavar="ZONE", help="IANA name of the zone of its deadlines; Europe/Amsterdam if you leave it out.")
    ] = None,
    language: Annotated[str | None, typer.Option(metavar="nl|en", help="Language of its pages; nl if you leave it out.")] = None,
    after: Annotated[
        str | None,
        typer.Option(metavar="CYCLE", help="The cycle it follows in a series; takes over what you leave out, the hosts and the topics."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Begin a cycle; you become its first host.

    Example: plein --as anna cycle new housing --title "Housing" --question "What should change about housing?"

    Example: plein --as anna cycle new housing-2027 --after housing
    """
    made = seat(ctx, zone="Europe/Amsterdam" if timezone is None else timezone).cycles.new(
        name,
        title=title,
        question=question,
        definition=_definition(definition),
        timezone=timezone,
        language=cast("LanguageCode | None", language),
        after=after,
    )
    told = counted(
        "Began {slug}: {title}. It is in {phase}; {hosts} is its host.",
        "Began {slug}: {title}. It is in {phase}; {hosts} are its hosts.",
        n=len(made.hosts),
        slug=made.slug,
        title=made.title,
        phase=term(made.phase),
        hosts=", ".join(made.hosts),
    )
    ending.changed(made, as_json, told, then=then(in_cycle(ctx, made.slug), f"plein status {made.slug}"))


@cycle.command("list")
def list_(ctx: typer.Context, as_json: Json = False, as_csv: Csv = False) -> None:
    """List the cycles, the newest first."""
    empty = sentence("No cycle yet. Begin one: {command}", command="plein cycle new CYCLE --title TEXT --question TEXT")
    ending.listed(seat(ctx).cycles.list(), COLUMNS, as_json, as_csv, empty=empty, leave_out=("steps",))


@cycle.command("show")
def show_(ctx: typer.Context, name: CycleArg, as_json: Json = False) -> None:
    """Show a cycle: its question, and its story so far: what was asked, what came, what was answered, what changed."""
    from plein.commands.story import whole

    here = in_cycle(ctx, name)
    found = here.show()
    ending.shown(found, as_json, whole(found, here))


@cycle.command()
def memory(ctx: typer.Context, name: CycleArg, as_json: Json = False) -> None:
    """Show what a cycle inherits from those before it: who sat in their groups, whose turn it is to rest, what was promised."""
    from plein.commands.story import remembered

    found = in_cycle(ctx, name).memory()
    ending.shown(found, as_json, remembered(found))


@cycle.command()
def promise(
    ctx: typer.Context,
    name: CycleArg,
    text: Annotated[str, typer.Argument(metavar="TEXT|-", help="What people may count on; - reads standard input.")],
    as_json: Json = False,
) -> None:
    """Promise something to everyone for later; it stays in the memory of the cycles that follow.

    Example: plein --as anna cycle promise housing "Every two years we ask again."
    """
    made = in_cycle(ctx, name).promise(said(text), revision=revision(ctx))
    told = sentence("Promise {number} stands in the record of {slug}.", number=made.id, slug=name)
    ending.changed(made, as_json, told, then=f"plein cycle memory {name}")


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
        rows = replace(situation(ctx), person=person).seat(name).cycle(name).my_rules()
        found = [{"act": row.act.name, "may": bool(row.verdict), "reasons": list(row.verdict.reasons)} for row in rows]
        ending.listed(found, _MINE, as_json, as_csv, told=(Table(found, _MINE, words={"act": _verbs()}),))
        return
    definition = BUILT_IN.get(name) or in_cycle(ctx, name).definition()
    if toml:
        written = dumps(definition, say=show.language().say)
        ending.shown(definition, as_json=False, told=(Letters(written.rstrip() + "\n"),))
        return
    table = [
        {"phase": row.phase, "space": row.space, "act": row.act.name, "roles": list(row.roles), "guards": list(row.guards)}
        for row in rules_table(definition)
    ]
    ending.listed(table, _RULES, as_json, as_csv, told=(Table(table, _RULES, words={"act": _verbs()}),))


def _verbs() -> dict[str, str]:
    """What people call an act."""
    from plein.workflow import ACTS

    return {name: act.verb for name, act in ACTS.items()}


@cycle.command()
def diagram(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="[CYCLE]", help="A cycle, or a built-in definition.")] = "plein66",
) -> None:
    """Print the phases and moves as Mermaid text."""
    from plein.workflow import BUILT_IN, mermaid

    here = None if name in BUILT_IN else in_cycle(ctx, name)
    definition, now = (BUILT_IN[name], None) if here is None else (here.definition(), here.show().phase)
    drawn = mermaid(definition, now, say=show.language().say)
    ending.shown(drawn, as_json=False, told=(Letters(drawn.rstrip() + "\n"),))


@cycle.command()
def move(
    ctx: typer.Context,
    name: CycleArg,
    phase: Annotated[str, typer.Argument(metavar="PHASE", help="inventory invitation drafting review final stopped")],
    closes: Annotated[str | None, typer.Option(metavar="WHEN", help="Deadline; a date alone means the end of that day.")] = None,
    ask: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", help='What is asked of people; stands on every page. Left out: as the phase asked before; "": nothing.'
        ),
    ] = None,
    because: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Why it moves; needed to stop, and to end a phase before its deadline.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether it is meant.")] = False,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Move the cycle to another phase.

    From an end no move leads back, so that on a terminal it is asked once whether it is meant.

    Example: plein --as anna cycle move housing review --closes 2026-12-18 --ask "Is this what you meant?"
    """
    sitting = seat(ctx, name)
    here, read = sitting.cycle(name), revision(ctx)
    make = partial(here.move, phase, closes=closes, ask=ask, because=because)
    if not (yes or dry_run) and can_ask() and moving.is_end(here.definition(), phase, sitting.organisation):
        read = moving.confirmed(make(dry_run=True, revision=read), here.definition())
    with show.at_work():
        moved = make(dry_run=dry_run, revision=read)
    on = None if dry_run else moving.after(moved, here)
    ending.changed(moved, as_json, moving.told(moved, dry_run=dry_run, kept=ask is None), then=on)


@cycle.command()
def change(
    ctx: typer.Context,
    name: CycleArg,
    because: Because,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Its name for people.")] = None,
    question: Annotated[str | None, typer.Option(metavar="TEXT", help="What is asked of everyone.")] = None,
    definition: Annotated[
        str | None, typer.Option(metavar="FILE.toml", help="The rules it runs by from now on; with every phase that it went through.")
    ] = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Change how a cycle is called, what it asks, or the rules it runs by; for hosts, with the reason on the record.

    Example: plein --as anna cycle change housing --definition ours.toml --because "A vote of the members comes after the review."
    """
    if (title, question, definition) == (None, None, None):
        raise Unusable(sentence("Say what changes: {options}", options=either(["--title", "--question", "--definition"])))
    rules = None if definition is None else _file(definition)
    here = in_cycle(ctx, name)
    changed = here.change(title=title, question=question, definition=rules, because=because, revision=revision(ctx), dry_run=dry_run)
    would, is_so = sentence("{slug} would be changed.", slug=name), sentence("{slug} is changed; the record says why.", slug=name)
    ending.changed(changed, as_json, would if dry_run else is_so, then=None if dry_run else f"plein cycle rules {name}")


@cycle.command()
def extend(
    ctx: typer.Context,
    name: CycleArg,
    closes: Annotated[str, typer.Option(metavar="WHEN", help="The new deadline; a date alone means the end of that day.")],
    because: BecauseOrNone = None,
    as_json: Json = False,
) -> None:
    """Give the running phase another deadline; an earlier one needs a reason, for people were promised more.

    Example: plein --as anna cycle extend housing --closes 2026-12-24 --because "The post was late."
    """
    from plein.workflow import show_when

    here = in_cycle(ctx, name)
    promised = here.show().closes
    changed = here.extend(closes, because=because, revision=revision(ctx))
    assert changed.closes is not None
    until = show_when(changed.closes, changed.timezone)
    told = [sentence("{slug} stays in {phase} until {when}.", slug=name, phase=term(changed.phase), when=until)]
    if promised is not None and changed.closes < promised:
        told.append(moving.taken_away(promised, changed.timezone))
    ending.changed(changed, as_json, told, then=f"plein status {name}")


def _definition(named: str | None) -> BuiltIn | Definition | None:
    if named is None or not (named.endswith(".toml") or Path(named).is_file()):
        return cast("BuiltIn | None", named)
    return _file(named)


def _file(name: str) -> Definition:
    from plein.workflow import loads

    return loads(read_text(name, what=sentence("the definition")), name)
