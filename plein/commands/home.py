"""The commands without a noun: set up, see where you are, read and check the record, write the pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plein.commands import show
from plein.commands.situation import Csv, CycleArg, DryRun, Json, seat, settings, situation
from plein.errors import Damaged, NotFound

if TYPE_CHECKING:
    from plein.engine.views import Cycle, Status

db = typer.Typer(help="Look after the database.", no_args_is_help=True, rich_markup_mode=None, add_completion=False)

_TOML = """\
# plein reads this file in its folder and in every folder below it.
database = "plein.db"        # a file beside this one, or postgresql://user@host/name
# templates = "templates"    # a folder whose files take the place of plein's own pages
"""


def init(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where to; this folder if you leave it out.")] = Path("."),
) -> None:
    """Make the database, or bring it up to date.

    Example: plein init housing
    """
    from plein.engine.plein import Plein

    named = situation(ctx).named_database()
    if named is not None:
        target = named
    else:
        folder.mkdir(parents=True, exist_ok=True)
        target = str(folder / "plein.db")
        if not (folder / "plein.toml").exists():
            (folder / "plein.toml").write_text(_TOML, encoding="utf-8")
    with Plein(target) as plein:
        plein.upgrade()
    show.line(f"The database is ready: {target}")
    where = "" if named is not None or folder == Path(".") else f" --db {target}"
    show.next_step(f"plein{where} --as YOU cycle new CYCLE --title TEXT --question TEXT")


def status(ctx: typer.Context, name: Annotated[str | None, typer.Argument(metavar="[CYCLE]")] = None, as_json: Json = False) -> None:
    """See where a cycle is, what you can do now, until when, and what comes next."""
    from plein.engine.cycle import CycleRoom
    from plein.engine.outlook import OutlookRoom

    if name is None:
        found = situation(ctx).room(CycleRoom).cycles()
        if len(found) != 1:
            _all(ctx, found, as_json)
            return
        name = found[0].slug
    state = situation(ctx).room(OutlookRoom, name).status(name)
    if as_json:
        show.data(state)
    else:
        _home(state)


def log(ctx: typer.Context, name: CycleArg, as_json: Json = False, as_csv: Csv = False) -> None:
    """Read the record: everything that happened, each entry chained to the one before."""
    columns = (("n", "number"), ("at", "at"), ("by", "by"), ("act", "act"), ("digest", "digest"))
    show.rows(seat(ctx, name).log(name), columns, as_json=as_json, as_csv=as_csv)


def verify(ctx: typer.Context, name: Annotated[str | None, typer.Argument(metavar="[CYCLE]")] = None, as_json: Json = False) -> None:
    """Check the record, every text against it, and every merge by making it again."""
    found = seat(ctx, name).verify(name)
    if as_json:
        show.data(found)
    if found.damage:
        more = f" ({len(found.damage) - 1} more)" if len(found.damage) > 1 else ""
        raise Damaged(f"Damaged: {found.damage[0]}{more}. Put back a copy of the database from before.")
    if not as_json:
        show.line(f"ok: {found.entries} entries")


def publish(
    ctx: typer.Context,
    name: CycleArg,
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder to write the pages in.")],
    templates: Annotated[Path | None, typer.Option(metavar="DIR", help="Templates that take the place of plein's own.")] = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Write the pages that everybody may read: question, inventory, versions with redlines, response document.

    Example: plein publish housing --to public/
    """
    from plein.publication.site import publish_site

    chosen = templates or settings().templates
    if chosen is not None and not chosen.is_dir():
        raise NotFound(f"There is no folder of templates {chosen}.")
    outsider = replace(situation(ctx), person=None).seat(name)
    written = publish_site(outsider, name, to, templates=chosen, dry_run=dry_run)
    if as_json:
        show.data({"to": str(to), "pages": [str(page) for page in written]})
    else:
        show.line(f"{'Would write' if dry_run else 'Wrote'} {len(written)} file(s); the first page is {to / 'index.html'}")
    if not dry_run:
        show.next_step(f"plein status {name}")


def demo(
    to: Annotated[Path | None, typer.Option("--to", metavar="DIR", help="Where to; a new folder if you leave it out.")] = None,
) -> None:
    """Run a whole cycle on an example, two rounds and a dozen people, and write its pages."""
    from plein.demo.play import play

    play(to)


@db.command()
def upgrade(ctx: typer.Context) -> None:
    """Bring the tables up to date; harmless when they are."""
    with situation(ctx).plein() as plein:
        plein.upgrade()
    show.line("The database is up to date.")
    show.next_step("plein status")


def _all(ctx: typer.Context, found: tuple[Cycle, ...], as_json: bool) -> None:
    columns = (("cycle", "slug"), ("phase", "phase"), ("round", "round"), ("closes", "closes"), ("title", "title"))
    show.rows(
        found,
        columns,
        as_json=as_json,
        leave_out=("steps",),
        empty="No cycle yet. Begin one: plein --as YOU cycle new CYCLE --title TEXT --question TEXT",
    )
    if found and not as_json:
        show.say(f"Next: plein status {found[0].slug}")


def _home(state: Status) -> None:
    from plein.workflow import show_when

    cycle = state.cycle
    about = f", round {cycle.round}" if cycle.round else ""
    show.line(f"{cycle.title} ({cycle.slug})")
    show.line(f"  {cycle.question}")
    show.line(f"Phase: {cycle.phase} ({cycle.space}{about})")
    show.line(f"Until: {show_when(cycle.closes, cycle.timezone) if cycle.closes else 'no deadline'}")
    step = cycle.steps[-1]
    if step.ask:
        show.line(f"Asked: {step.ask}")
    show.line("There: " + ", ".join(f"{number} {what}" for what, number in state.counts.items()))
    roles = [role for role in state.roles if role != "public"]
    show.line(_you(state, roles))
    acts = [action for action in state.can if action.command and action.name != "read"]
    if acts:
        show.line("You can:")
        width = max(len(action.command or "") for action in acts)
        for action in acts:
            show.line(f"  {(action.command or '').ljust(width)}  {action.description}")
    for move in state.moves:
        if move.reasons and move.name != "stopped":
            show.line(f"Not yet {move.name}: {'; '.join(move.reasons)}")
    show.line(f"Next: {_next(state)}")


def _you(state: Status, roles: list[str]) -> str:
    return f"You:   {state.person or 'not named; say who you are with --as'}" + (f" ({', '.join(roles)})" if roles else "")


def _next(state: Status) -> str:
    """The one thing that helps most now."""
    names = {action.name for action in state.can}
    slug, counts = state.cycle.slug, state.counts
    if "decide" in names and counts.get("undecided"):
        return f"plein suggestion list {slug} --undecided"
    if "publish-decisions" in names and counts.get("unpublished"):
        return f"plein decision publish {slug}"
    if "merge" in names and counts.get("unmerged"):
        return f"plein draft merge {slug}"
    back = ("stopped",) if state.cycle.phase == "preparation" else ("stopped", "inventory")
    ready = [move.command for move in state.moves if not move.reasons and move.name not in back]
    if ready and ready[-1]:
        return ready[-1]
    for name in ("suggest", "contribute", "invite", "save-draft"):
        for action in state.can:
            if action.name == name and action.command:
                return action.command
    return f"plein cycle show {slug}"
