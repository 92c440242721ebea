"""The commands without a noun: set up, see where you are, read and check the record, write the pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from plein.commands import show
from plein.commands.arguments import Csv, CycleArg, CycleOrAll, DryRun, Json
from plein.commands.family import family
from plein.commands.situation import seat, situation
from plein.errors import Damaged, NotFound
from plein.sentences import counted, sentence

if TYPE_CHECKING:
    from plein.engine.cycle.views import Cycle

db = family(help="Look after the database.")

_TOML = """\
# plein reads this file in its folder and in every folder below it.
database = "plein.db"        # a file beside this one, or postgresql://user@host/name
# templates = "templates"    # a folder whose files take the place of plein's own pages

# What follows is an example of each setting: take away the # and change it. Whatever you leave out is as plein has it.

# language = "nl"            # of the command line: nl or en; else as your machine is set
# [group]
# size = 12                  # so many drafters and hosts are advised at most
# invitation_days = 21       # so many days an invitation can be answered
# [relations]                # what people can be to you, and whether that is inside; takes the place of plein's own list
# member = true
# employee = true
# alumnus = false
# customer = false
# expert = false
# [weights]                  # how candidates for the group are ranked, in points; 0 leaves one out
# novelty = 40
# answered = 25
# supported = 15
# question = 10
# nudged = 15                # taken off for each
# usual = 0.5                # share of the points that a usual suspect keeps
# newcomer = 10
# [terms.nl]                 # your own words in place of ours, per language
# bijdrage = "inbreng"
# [terms.en]
# contribution = "input"
# [[avoid]]                  # words to avoid in what goes out; once for each
# word = "stakeholder"
# better = "betrokkene"
# because = "Niemand noemt zichzelf zo."
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
    show.line(sentence("The database is ready: {target}", target=target))
    where = "" if named is not None or folder == Path(".") else f" --db {target}"
    show.next_step(f"plein{where} --as YOU cycle new CYCLE --title TEXT --question TEXT")


def status(ctx: typer.Context, name: CycleOrAll = None, as_json: Json = False) -> None:
    """See where a cycle is and what you can do now.

    Also until when, and what comes next.
    """
    from plein.engine.cycle.moves import CycleRoom
    from plein.engine.cycle.outlook import OutlookRoom

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
        from plein.commands.outlook import screen

        screen(state)


def log(ctx: typer.Context, name: CycleArg, as_json: Json = False, as_csv: Csv = False) -> None:
    """Read the record of everything that happened.

    Each entry is chained to the one before.
    """
    columns = (
        (sentence("n"), "number"),
        (sentence("at"), "at"),
        (sentence("by"), "by"),
        (sentence("act"), "act"),
        (sentence("digest"), "digest"),
    )
    show.rows(seat(ctx, name).log(name), columns, as_json=as_json, as_csv=as_csv)


def verify(ctx: typer.Context, name: CycleOrAll = None, as_json: Json = False) -> None:
    """Check the record, the texts and every merge.

    Every text is compared with the record, and every merge is made again.
    """
    found = seat(ctx, name).verify(name)
    if as_json:
        show.data(found)
    if found.damage:
        raise Damaged(
            sentence(
                "Damaged: {damage}{more}. Put back a copy of the database from before.",
                damage=found.damage[0],
                more=sentence(" ({n} more)", n=len(found.damage) - 1) if len(found.damage) > 1 else "",
            )
        )
    if not as_json:
        show.line(" ".join(("ok:", str(found.entries), "entries")))  # scripts read it: the same in every language


def publish(
    ctx: typer.Context,
    name: CycleArg,
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder to write the pages in.")],
    templates: Annotated[Path | None, typer.Option(metavar="DIR", help="Templates that take the place of plein's own.")] = None,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Write the pages that everybody may read.

    The question, the inventory, all versions with redlines, and the response document.

    Example: plein publish housing --to public/
    """
    from plein.publication.site import publish_site

    chosen = templates or situation(ctx).settings().templates
    if chosen is not None and not chosen.is_dir():
        raise NotFound(sentence("There is no folder of templates {chosen}.", chosen=chosen))
    outsider = replace(situation(ctx), person=None).seat(name)
    if found := outsider.check_words(name):
        show.say(
            counted(
                "{n} word to avoid stands in what goes out: {command}",
                "{n} words to avoid stand in what goes out: {command}",
                n=len(found),
                command=f"plein words check {name}",
            )
        )
    written = publish_site(outsider, name, to, templates=chosen, dry_run=dry_run)
    if as_json:
        show.data({"to": str(to), "pages": [str(page) for page in written]})
    elif dry_run:
        show.line(
            counted(
                "Would write {n} file; the first page is {page}", "Would write {n} files; the first page is {page}", **_wrote(written, to)
            )
        )
    else:
        show.line(counted("Wrote {n} file; the first page is {page}", "Wrote {n} files; the first page is {page}", **_wrote(written, to)))
    if not dry_run:
        show.next_step(f"plein status {name}")


def _wrote(written: Sequence[Path], to: Path) -> dict[str, Any]:
    return {"n": len(written), "page": to / "index.html"}


def demo(
    to: Annotated[Path | None, typer.Option("--to", metavar="DIR", help="Where to; a new folder if you leave it out.")] = None,
) -> None:
    """Run a whole cycle on an example.

    Two rounds with a dozen people; its pages are written too.
    """
    from plein.demo.play import play

    play(to, show.language())


@db.command()
def upgrade(ctx: typer.Context) -> None:
    """Bring the tables up to date; harmless when they are."""
    with situation(ctx).plein() as plein:
        plein.upgrade()
    show.line(sentence("The database is up to date."))
    show.next_step("plein status")


def _all(ctx: typer.Context, found: tuple[Cycle, ...], as_json: bool) -> None:
    from plein.commands.cycle import COLUMNS

    show.rows(
        found,
        COLUMNS,
        as_json=as_json,
        leave_out=("steps",),
        empty=sentence("No cycle yet. Begin one: {command}", command="plein --as YOU cycle new CYCLE --title TEXT --question TEXT"),
    )
    if found and not as_json:
        show.next_step(f"plein status {found[0].slug}")
