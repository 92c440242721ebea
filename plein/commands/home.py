"""The commands without a noun: set up, see where you are, read and check the record, write the pages."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from plein.commands import ending, show
from plein.commands.arguments import Csv, CycleArg, CycleOrAll, DryRun, Json
from plein.commands.clock import behind
from plein.commands.ending import Beside, Printed
from plein.commands.family import family
from plein.commands.program import NAME, program
from plein.commands.situation import in_cycle, seat, situation
from plein.commands.tables import Column, Table
from plein.errors import Damaged, NotFound
from plein.limits import LIMITS, SETTABLE
from plein.sentences import N_, Sentence, counted, sentence

if TYPE_CHECKING:
    from plein.engine.cycle.views import Cycle
    from plein.engine.in_cycle import InCycle
    from plein.engine.plein import Plein

db = family(help="Look after the database.")

_RECORD = (
    (sentence("n"), "number"),
    (sentence("at"), "at"),
    (sentence("by"), "by"),
    (sentence("act"), "act"),
    (sentence("digest"), "digest"),
)
_BELOW = 3
"""Lines of the terminal that are kept below the cycles: how many more there are, what comes next, and where one types it."""
_TOML = N_("""\
# plein reads this file in its folder and in every folder below it.
database = "plein.db"        # a file beside this one, or postgresql://user@host/name
# templates = "templates"    # a folder whose files take the place of plein's own pages

# What follows is an example of each setting: take away the # and change it. Whatever you leave out is as plein has it.

# language = "nl"            # of the command line: nl or en; else as your machine is set
# [group]
# size = 12                  # so many drafters and hosts are advised at most
# invitation_days = 21       # so many days an invitation can be answered
# [people]
# exact_ids = true           # ids are taken to the letter; else Jan, where there is a jan, is asked about
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
# [limits]                   # so many characters go in each field
""")


def init(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where to; this folder if you leave it out.")] = Path("."),
) -> None:
    """Make the database, or bring it up to date.

    Example: plein init housing
    """
    from plein.engine.plein import Plein
    from plein.store import private

    here = situation(ctx)
    named = here.named_database()
    if named is not None:
        target = named
    else:
        folder.mkdir(mode=private.FOLDER, parents=True, exist_ok=True)
        target = str(folder / "plein.db")
        if not (folder / "plein.toml").exists():
            (folder / "plein.toml").write_text(show.language().catalogue.gettext(_TOML) + _limits(), encoding="utf-8")
    with Plein(target) as plein:
        beside = (*_upgraded(plein, target), *_how_typed())
    where = here.db or (None if named is not None or folder == Path(".") else target)
    then = f"plein{'' if where is None else f' --db {quote(where)}'} --as YOU cycle new CYCLE --title TEXT --question TEXT"
    ending.changed(target, as_json=False, told=sentence("The database is ready: {target}", target=target), then=then, beside=beside)


def _how_typed() -> Iterator[Sentence]:
    """How plein is typed, where the shell would not find it by its name, which is how every line names it."""
    typed = program()
    if typed != NAME:
        yield sentence("Your shell does not find {name} by its name; where you read {name}, type: {program}", name=NAME, program=typed)


def _limits() -> str:
    """The limits as they are, one to a line."""
    return "".join(f"# {name} = {LIMITS[name].most}\n" for name in SETTABLE)


def status(ctx: typer.Context, name: CycleOrAll = None, as_json: Json = False) -> None:
    """See where a cycle is and what you can do now.

    Also until when, and what comes next.
    """
    from plein.commands.outlook import screen

    if name is None:
        found = seat(ctx).cycles.list()
        if len(found) != 1:
            _all(found, as_json)
            return
        name = found[0].slug
    here = in_cycle(ctx, name)
    state = here.status()
    late = () if state.ahead is None else (behind(ctx, name, state.ahead, state.cycle.timezone),)
    ending.shown(state, as_json, screen(state, here), beside=(*_open_to_all(ctx), *late))


def _open_to_all(ctx: typer.Context) -> Iterator[Sentence]:
    """A warning where drafts could be read by everybody on the machine."""
    here = situation(ctx)
    if here.plein().readable_by_all():
        yield sentence("Everybody on this machine can read {file}, closed drafts too; end that: {command}",
                       file=here.database(), command="plein db upgrade")  # fmt: skip


def log(
    ctx: typer.Context,
    name: CycleArg,
    after: Annotated[int, typer.Option(metavar="N", help="Only what comes after entry N.")] = 0,
    limit: Annotated[int | None, typer.Option(metavar="N", help="At most N entries.")] = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Read the record of everything that happened.

    Each entry is chained to the one before.
    """
    from plein.publication.words import ACTS

    here = in_cycle(ctx, name)
    found = here.log(after=after, limit=limit)
    told = Table(found, _RECORD, zone=_zone(here), words={"act": ACTS})
    ending.listed(found, _RECORD, as_json, as_csv, told=(told,))


def _zone(here: InCycle) -> str | None:
    """Where the moments of a cycle are said; nowhere in particular if it is damaged, for the record is read then too."""
    try:
        return here.show().timezone
    except Damaged:
        return None


def verify(ctx: typer.Context, name: CycleOrAll = None, as_json: Json = False) -> None:
    """Check the record, the texts and every merge.

    Every text is compared with the record, and every merge is made again.
    """
    with show.at_work():
        found = seat(ctx).verify() if name is None else in_cycle(ctx, name).verify()
    ok = " ".join(("ok:", str(found.entries), "entries"))  # scripts read it: the same in every language
    late = max(found.ahead, key=lambda one: one.at, default=None)
    beside = () if late is None else (behind(ctx, late.cycle, late.at, late.timezone, others=len(found.ahead) - 1),)
    ending.shown(found, as_json, () if found.damage else ok, beside=beside)
    if found.damage:
        raise Damaged(
            sentence(
                "Damaged: {damage}{more}. Put back a copy of the database from before.",
                damage=found.damage[0],
                more=sentence(" ({n} more)", n=len(found.damage) - 1) if len(found.damage) > 1 else "",
            )
        )


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
    if found := outsider.cycle(name).words.check():
        show.say(
            counted(
                "{n} word to avoid stands in what goes out: {command}",
                "{n} words to avoid stand in what goes out: {command}",
                n=len(found),
                command=f"plein words check {name}",
            )
        )
    with show.at_work():
        written = publish_site(outsider, name, to, templates=chosen, dry_run=dry_run)
    value = {"to": str(to), "pages": [str(page) for page in written]}
    ending.changed(value, as_json, _wrote(len(written), to / "index.html", dry_run), then=None if dry_run else f"plein status {name}")


def _wrote(n: int, page: Path, dry_run: bool) -> Sentence:
    if dry_run:
        return counted("Would write {n} file; the first page is {page}", "Would write {n} files; the first page is {page}", n=n, page=page)
    return counted("Wrote {n} file; the first page is {page}", "Wrote {n} files; the first page is {page}", n=n, page=page)


def demo(
    to: Annotated[Path | None, typer.Option("--to", metavar="DIR", help="Where to; a new folder if you leave it out.")] = None,
) -> None:
    """Run a whole cycle on an example.

    Two rounds with a dozen people; its pages are written too.
    """
    from plein.demo.play import play

    play(to, show.language(), program())


@db.command()
def upgrade(ctx: typer.Context) -> None:
    """Bring the tables up to date; harmless when they are."""
    here = situation(ctx)
    with here.plein() as plein:
        beside = _upgraded(plein, here.database())
    ending.changed(None, as_json=False, told=sentence("The database is up to date."), then="plein status", beside=beside)


def _upgraded(plein: Plein, where: str) -> tuple[Sentence, ...]:
    """Bring the tables up to date; gives what is to be said of who could read the file, and no longer can."""
    was_open = plein.readable_by_all()
    plein.upgrade()
    if not was_open:
        return ()
    if plein.readable_by_all():
        command = f"chmod 600 {quote(where)}"
        still = sentence(
            "Everybody on this machine can read {file}, closed drafts too; it is left as it is, for others may need it. End that: {command}",
            file=where,
            command=command,
        )
        return (still,)
    return (sentence("Everybody on this machine could read {file}, closed drafts too; now only its owner can.", file=where),)


def _all(found: Sequence[Cycle], as_json: bool) -> None:
    from plein.commands.cycle import COLUMNS

    ending.listed(found, COLUMNS, as_json, told=_choice(found, COLUMNS), leave_out=("steps",))


def _choice(found: Sequence[Cycle], columns: Sequence[Column]) -> Iterator[Printed]:
    """The cycles there are, and the first of them as what to look at."""
    empty = sentence("No cycle yet. Begin one: {command}", command="plein --as YOU cycle new CYCLE --title TEXT --question TEXT")
    shown = _newest(found, columns) if sys.stdout.isatty() else found
    yield Table(shown, columns, empty)
    if more := len(found) - len(shown):
        yield Beside(counted("and {n} more: {command}", "and {n} more: {command}", n=more, command="plein cycle list"))
    if found:
        yield Beside(ending.next_line(f"plein status {found[0].slug}"))


def _newest(found: Sequence[Cycle], columns: Sequence[Column]) -> Sequence[Cycle]:
    """As many as fit on the screen, and one at least."""
    room = show.height() - _BELOW
    fitting = itertools.takewhile(lambda n: Table(found[:n], columns).height() <= room, range(2, len(found) + 1))
    return found[: max(fitting, default=1)]
