"""``plein person``: what is known of people, and what they can take away or have erased."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from plein.commands import ending, show
from plein.commands.arguments import Csv, DryRun, Json, PersonArg
from plein.commands.asking import agreed, can_ask
from plein.commands.ending import Beside
from plein.commands.family import family
from plein.commands.situation import read_text, seat, situation
from plein.errors import Refused, Unusable
from plein.sentences import Sentence, as_word, counted, sentence
from plein.terms import term

if TYPE_CHECKING:
    from plein.engine.leaving.views import Erased, Export
    from plein.engine.people.views import Person
    from plein.vocabulary import LanguageCode

person = family(help="Keep what is known of people.")

_COLUMNS = (
    (sentence("person"), "person"),
    (sentence("name"), "name"),
    (sentence("relation"), "relation"),
    (sentence("inside"), "inside"),
    (sentence("usual suspect"), "usual_suspect"),
)


@person.command()
def add(
    ctx: typer.Context,
    who: PersonArg,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="What they are called; hosts and they themselves see it.")] = None,
    contact: Annotated[str | None, typer.Option(metavar="TEXT", help="How to reach them.")] = None,
    relation: Annotated[str | None, typer.Option(metavar="RELATION", help="What they are to the organisation.")] = None,
    language: Annotated[str | None, typer.Option(metavar="nl|en", help="The language they read.")] = None,
    exact: Annotated[bool, typer.Option("--exact", help="This is somebody else than those whose ids read alike.")] = False,
    as_json: Json = False,
) -> None:
    """Enter a person, or change what is known of one; an empty text empties a field.

    Example: plein --as anna person add piet --name "Piet Jansen" --relation alumnus
    """
    made = seat(ctx).people.add(
        who, name=name, contact=contact, relation=relation, language=cast("LanguageCode | None", language), exact=exact
    )
    told = sentence("{person} is in the register.", person=made.person)
    ending.changed(made, as_json, told, then=f"plein person show {as_word(made.person)}")


@person.command("list")
def list_(ctx: typer.Context, as_json: Json = False, as_csv: Csv = False) -> None:
    """List the people: hosts see everybody, others themselves."""
    empty = sentence("Nobody here that you may see. Enter somebody: {command}", command="plein --as YOU person add PERSON")
    ending.listed(seat(ctx).people.list(), _COLUMNS, as_json, as_csv, empty=empty)


@person.command("show")
def show_(ctx: typer.Context, who: PersonArg, as_json: Json = False) -> None:
    """Show what is known of one person; of a pseudonym, hosts see who is behind it."""
    found = seat(ctx).people.show(who)
    ending.shown(found, as_json, _known(found))


@person.command("import")
def import_(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE.csv|-", help="Columns: person; and if you like name, contact, relation, language.")],
    exact: Annotated[bool, typer.Option("--exact", help="Those whose ids read alike are different people.")] = False,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Enter many people, all or none; the same file twice adds nothing.

    Example: plein --as anna person import people.csv --dry-run
    """
    from plein.exchange.people import read_people

    here = seat(ctx)
    own = here.organisation
    text = read_text(file, what=sentence("the people"))
    items = read_people(text, name=file, relations=own.relations, limits=own.limits, terms=own.terms)
    made = here.people.import_(items, exact=exact, dry_run=dry_run)
    told = _taken_in(len(made), len(items) - len(made), dry_run=dry_run)
    ending.changed(made, as_json, told, then=None if dry_run else "plein person list")


@person.command()
def usual(
    ctx: typer.Context,
    who: PersonArg,
    no: Annotated[bool, typer.Option("--no", help="Take them off the list.")] = False,
    as_json: Json = False,
) -> None:
    """List somebody as a usual suspect, who is always asked anyway.

    Example: plein --as anna person usual karel
    """
    made = seat(ctx).people.usual(who, no=no)
    if no:
        told = sentence("{person} is not listed as a usual suspect.", person=made.person)
    else:
        told = sentence("{person} is listed as a usual suspect.", person=made.person)
    ending.changed(made, as_json, told, then="plein person list")


@person.command()
def export(
    ctx: typer.Context,
    who: PersonArg,
    to: Annotated[Path | None, typer.Option("--to", metavar="FILE", help="The file to write; else standard output.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    as_json: Json = False,
) -> None:
    """Give somebody all that is theirs, as JSON: for the person, or for a host of the cycles it is in.

    The file can be read by nobody but whoever makes it.

    Example: plein --as piet person export piet --to mine.json
    """
    found = seat(ctx).people.export(who)
    if to is None:
        ending.shown(found, as_json=True, told=())
        return
    _write(to, found, force=force)
    value = {"person": found.person.person, "to": str(to)}
    ending.shown(value, as_json, sentence("All that is {person}'s stands in {file}.", person=found.person.person, file=to))


@person.command()
def erase(
    ctx: typer.Context,
    who: PersonArg,
    texts: Annotated[bool, typer.Option("--texts", help="Also what they said; a tombstone stays in place of each text.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether it is meant.")] = False,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Erase a person: name, contact, relation, pseudonyms and the id itself; the record still checks.

    What was merged into a version stays there, as the common text. It cannot be undone.

    Example: plein --as piet person erase piet --texts --yes
    """
    if not yes and not dry_run:
        _ask(who)
    gone = seat(ctx).people.erase(who, texts=texts, dry_run=dry_run)
    told = _would_go(gone, who) if dry_run else _went(gone)
    ending.changed(gone, as_json, told, then=None if dry_run else "plein verify")


@person.command()
def overwrite(ctx: typer.Context, as_json: Json = False) -> None:
    """Write the database's file anew, where erasing somebody could not because others were at work; SQLite only."""
    with situation(ctx).plein() as plein:
        if not plein.rewrite():
            raise Refused(
                sentence("The file cannot be written anew now: somebody is at work on it, or it is not SQLite's. Try again later.")
            )
    told = sentence("Nothing of what was erased is left in the file.")
    ending.changed({"overwritten": True}, as_json, told, then="plein verify")


def _known(found: Person) -> Iterator[str]:
    """What is known of a person."""
    yield found.person if found.name is None else f"{found.person}: {found.name}"
    if found.behind is not None:
        yield sentence("A pseudonym of {person}.", person=found.behind)
    if found.relation is not None:
        where = sentence("inside") if found.inside else sentence("outside")
        yield sentence("Relation: {relation} ({where})", relation=term(found.relation), where=where)
    if found.contact is not None:
        yield sentence("Contact: {contact}", contact=found.contact)
    if found.language is not None:
        yield sentence("Language: {language}", language=found.language)
    if found.usual_suspect:
        yield sentence("Listed as a usual suspect.")
    if found.pseudonyms:
        yield sentence("Pseudonyms: {names}", names=", ".join(found.pseudonyms))


def _write(to: Path, found: Export, *, force: bool) -> None:
    import json

    from plein.engine.rows.values import as_json
    from plein.exchange.files import write_file

    write_file(to, (json.dumps(as_json(found), ensure_ascii=False, indent=2) + "\n").encode(), closed=True, force=force)


def _ask(who: str) -> None:
    """What cannot be undone is asked once; a script says so beforehand."""
    if not can_ask():
        raise Unusable(sentence("Erasing somebody cannot be undone; say that it is meant: {option}", option="--yes"))
    if not agreed(sentence("Erase {person}? It cannot be undone.", person=who)):
        raise typer.Abort


def _would_go(gone: Erased, who: str) -> Iterator[str]:
    """What a dry run tells."""
    yield sentence("{person} would be erased.", person=who)
    yield from _numbers(gone)


def _went(gone: Erased) -> Iterator[str | Beside]:
    """What is gone, and where it may still be."""
    yield sentence("Erased. In place of the id stands {person}.", person=gone.person)
    yield from _numbers(gone)
    if not gone.overwritten:
        yield Beside(
            sentence(
                "Copies may be left in unused parts of the database: PostgreSQL frees those when it vacuums; for a file: {command}",
                command="plein person overwrite",
            )
        )
    yield Beside(
        sentence("Pages that were published before, and copies of the database, still hold it: publish anew, and see to the copies.")
    )


def _numbers(gone: Erased) -> Iterator[str]:
    """How much of each kind is gone, and what is to be decided again."""
    for kind, number in gone.erased.items():
        if number:
            yield f"  {show.in_words(_KINDS[kind])}: {number}"
    if gone.undecided:
        yield sentence("No longer decided, as they are no more: {suggestions}", suggestions=", ".join(gone.undecided))


_KINDS = {
    "contributions": sentence("contributions"),
    "nudges": sentence("nudges"),
    "suggestions": sentence("suggestions"),
    "comments": sentence("comments"),
    "notes": sentence("notes on versions"),
    "asides": sentence("texts set aside"),
    "members": sentence("places in a circle"),
}


def _taken_in(number: int, known: int, *, dry_run: bool) -> Iterator[Sentence]:
    """How many came in, and how many were there."""
    if dry_run:
        yield counted("Would enter or change {n} person.", "Would enter or change {n} people.", n=number)
    else:
        yield counted("Entered or changed {n} person.", "Entered or changed {n} people.", n=number)
    if known:
        yield counted("{n} was known as such already.", "{n} were known as such already.", n=known)
