"""``plein inventory``: what people say in the open, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from plein.commands import ending, show
from plein.commands.arguments import Author, Because, Csv, CycleArg, DryRun, HowItCame, Json, Late, Received, Said
from plein.commands.asking import can_ask
from plein.commands.behalf import came, marks, moment_in
from plein.commands.ending import Beside, Printed
from plein.commands.family import family
from plein.commands.situation import in_cycle, read_text, revision, said
from plein.commands.tables import Table
from plein.sentences import Sentence, counted, sentence
from plein.terms import term

if TYPE_CHECKING:
    from plein.engine.in_cycle import InCycle
    from plein.engine.inventory.views import Contribution, Nudge
    from plein.vocabulary import ContributionKind

inventory = family(help="Collect views in the open.")

Number = Annotated[int, typer.Argument(metavar="N", help="Number of the contribution.")]

_COLUMNS = (
    ("n", "id"),
    (sentence("author"), "author"),
    (sentence("kind"), "kind"),
    (sentence("topic"), "topic"),
    (sentence("support"), "supports"),
    (sentence("text"), "text"),
)


@inventory.command()
def add(
    ctx: typer.Context,
    name: CycleArg,
    text: Said,
    kind: Annotated[str, typer.Option(metavar="opinion|position|experience|question|idea", help="What it is.")] = "opinion",
    reply_to: Annotated[int | None, typer.Option(metavar="N", help="The contribution this answers.")] = None,
    topic: Annotated[
        str | None, typer.Option(metavar="TOPIC", help="The topic it is about: one that is open; the question itself if you leave it out.")
    ] = None,
    pseudonym: Annotated[str | None, typer.Option(metavar="NAME", help="Say it under this name; only hosts can see whose it is.")] = None,
    author: Author = None,
    received: Received = None,
    late: Late = False,
    because: HowItCame = None,
    as_json: Json = False,
) -> None:
    """Say something in the inventory; what the conversation is for is shown first.

    Example: plein --as piet inventory add housing "My son has been waiting for nine years." --kind experience

    Example: plein --as anna inventory add housing "My hands shake." --author ria --received 2026-11-20 --because "by letter"
    """
    here = in_cycle(ctx, name)
    typing = text == "-" and can_ask()
    if typing:  # who types now reads the context before the first word
        answered = here.inventory.show(reply_to).topic if reply_to is not None else None
        _say_context(here, topic or answered)
    made = here.inventory.add(
        said(text),
        kind=cast("ContributionKind", kind),
        reply_to=reply_to,
        topic=topic,
        pseudonym=pseudonym,
        author=author,
        received=received,
        late=late,
        because=because,
        revision=revision(ctx),
    )
    if not typing:
        _say_context(here, made.topic)
    if author is None:
        told = sentence("Contribution {number} stands in the inventory of {cycle}.", number=made.id, cycle=name)
    else:
        told = sentence(
            "Contribution {number} of {author} stands in the inventory of {cycle}.", number=made.id, author=made.author, cycle=name
        )
    ending.changed(made, as_json, told, then=f"plein inventory list {name}")


@inventory.command("list")
def list_(
    ctx: typer.Context,
    name: CycleArg,
    topic: Annotated[
        str | None, typer.Option(metavar="TOPIC", help="Only what is about this topic; question: the question itself.")
    ] = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List what was said, under the context of the conversation."""
    here = in_cycle(ctx, name)
    found = here.inventory.list(topic=topic)
    values = [_in_sheet(one) for one in found] if as_csv and not as_json else found
    ending.listed(values, _COLUMNS, as_json, as_csv, told=_in_context(here, name, topic, found))


@inventory.command("show")
def show_(ctx: typer.Context, name: CycleArg, number: Number, as_json: Json = False) -> None:
    """Show one contribution whole."""
    here = in_cycle(ctx, name)
    found = here.inventory.show(number)
    ending.shown(found, as_json, _whole(here, found))


@inventory.command()
def support(ctx: typer.Context, name: CycleArg, number: Number, as_json: Json = False) -> None:
    """Stand behind somebody's contribution."""
    found = in_cycle(ctx, name).inventory.support(number, revision=revision(ctx))
    told = sentence("Contribution {number} is supported by {supports}.", number=found.id, supports=found.supports)
    ending.changed(found, as_json, told, then=f"plein inventory show {name} {number}")


@inventory.command()
def change(ctx: typer.Context, name: CycleArg, number: Number, text: Said, as_json: Json = False) -> None:
    """Say your own contribution in other words, until the inventory closes; everybody sees when it changed.

    Example: plein --as piet inventory change housing 1 "My son has been waiting for ten years."
    """
    found = in_cycle(ctx, name).inventory.change(number, said(text), revision=revision(ctx))
    told = sentence("Contribution {number} is changed; everybody sees that it was.", number=number)
    ending.changed(found, as_json, told, then=f"plein inventory show {name} {number}")


@inventory.command()
def withdraw(ctx: typer.Context, name: CycleArg, number: Number, as_json: Json = False) -> None:
    """Take back your own contribution, until the inventory closes; its place stays, with the replies to it.

    Example: plein --as piet inventory withdraw housing 1
    """
    found = in_cycle(ctx, name).inventory.withdraw(number, revision=revision(ctx))
    told = sentence("Contribution {number} is withdrawn; its words are gone, and its place stays.", number=number)
    ending.changed(found, as_json, told, then=f"plein inventory list {name}")


@inventory.command()
def nudge(ctx: typer.Context, name: CycleArg, number: Number, because: Because, as_json: Json = False) -> None:
    """Call somebody to order, with a reason; the hosts see it."""
    found = in_cycle(ctx, name).inventory.nudge(number, because, revision=revision(ctx))
    told = sentence("Your nudge on contribution {number} is noted.", number=number)
    ending.changed(found, as_json, told, then=f"plein inventory show {name} {number}")


@inventory.command()
def hide(
    ctx: typer.Context,
    name: CycleArg,
    number: Number,
    because: Because,
    nudge: Annotated[str | None, typer.Option(metavar="PERSON", help="Hide the words of this person's nudge on it instead.")] = None,
    as_json: Json = False,
) -> None:
    """Hide a contribution, as a last resort; its place stays, with the reason.

    Example: plein --as anna inventory hide housing 3 --nudge kim --because "It calls somebody names."
    """
    found = in_cycle(ctx, name).inventory.hide(number, because, nudge=nudge, revision=revision(ctx))
    if nudge is None:
        told = sentence("Contribution {number} is hidden; in its place stands: {because}", number=number, because=found.hidden)
    else:
        hidden = next(one.hidden for one in found.nudges if one.author == nudge.strip())
        told = sentence(
            "The nudge of {person} on contribution {number} is hidden; in its place stands: {because}",
            person=nudge.strip(),
            number=number,
            because=hidden,
        )
    look = f"plein inventory list {name}" if nudge is None else f"plein inventory show {name} {number}"
    ending.changed(found, as_json, told, then=look)


@inventory.command()
def unhide(
    ctx: typer.Context,
    name: CycleArg,
    number: Number,
    because: Because,
    nudge: Annotated[str | None, typer.Option(metavar="PERSON", help="Show the words of this person's nudge on it again instead.")] = None,
    as_json: Json = False,
) -> None:
    """Show a hidden contribution again; the record keeps both reasons.

    Example: plein --as anna inventory unhide housing 4 --because "The address was taken out."
    """
    found = in_cycle(ctx, name).inventory.unhide(number, because, nudge=nudge, revision=revision(ctx))
    if nudge is None:
        told = sentence("Contribution {number} is shown again.", number=number)
    else:
        told = sentence("The nudge of {person} on contribution {number} is shown again.", person=nudge.strip(), number=number)
    ending.changed(found, as_json, told, then=f"plein inventory show {name} {number}")


@inventory.command()
def link(
    ctx: typer.Context,
    name: CycleArg,
    number: Number,
    other: Annotated[int, typer.Argument(metavar="M", help="Number of the other contribution.")],
    undo: Annotated[bool, typer.Option("--undo", help="Take the link back: your own, or any as a host.")] = False,
    as_json: Json = False,
) -> None:
    """Say that two contributions belong together.

    Example: plein --as kim inventory link housing 3 12
    """
    found = in_cycle(ctx, name).inventory.link(number, other, undo=undo, revision=revision(ctx))
    if undo:
        told = sentence("Contributions {one} and {other} are linked no longer.", one=number, other=other)
    else:
        told = sentence("Contributions {one} and {other} are linked.", one=number, other=other)
    ending.changed(found, as_json, told, then=f"plein inventory show {name} {number}")


@inventory.command("import")
def import_(
    ctx: typer.Context,
    name: CycleArg,
    file: Annotated[
        str, typer.Argument(metavar="FILE.csv|-", help="Columns: text, author; and if you like kind, topic, date, source, link.")
    ],
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Take in what was said elsewhere, with its source; the same file twice adds nothing.

    Columns, in any order, between commas, semicolons or tabs:
    text (what was said) and author (id of the person) are needed.
    kind: opinion, position, experience, question or idea; opinion if empty.
    topic: the name of an open topic; the question of the cycle if empty.
    date: when it was said, as in 2026-11-27.
    source: where it was said. link: its http or https address.
    Mistakes are named as FILE:ROW:COLUMN, the heading being row 1; if there is one, nothing is taken in.

    Example: plein --as anna inventory import housing letters.csv --dry-run
    """
    from plein.exchange.contributions import LIMIT, read_contributions

    items = read_contributions(read_text(file, what=sentence("the contributions"), limit=LIMIT), name=file)
    made = in_cycle(ctx, name).inventory.import_(items, dry_run=dry_run, revision=revision(ctx))
    told = _taken_in(len(made), len(items) - len(made), dry_run=dry_run)
    ending.changed(made, as_json, told, then=None if dry_run else f"plein inventory list {name}")


def _taken_in(number: int, known: int, *, dry_run: bool) -> Iterator[Sentence]:
    """How many came in, and how many had come before."""
    if dry_run:
        yield counted("Would take in {n} contribution.", "Would take in {n} contributions.", n=number)
    else:
        yield counted("Took in {n} contribution.", "Took in {n} contributions.", n=number)
    if known:
        yield counted("{n} was there already.", "{n} were there already.", n=known)


def _whole(here: InCycle, found: Contribution) -> Iterator[str]:
    """One contribution with all that belongs to it."""
    yield _heading(found)
    if found.behind is not None:
        yield sentence("A pseudonym of {person}; only hosts see this.", person=found.behind)
    yield from came(found, here)
    if found.hidden is not None:
        yield sentence("Hidden by a host: {because}", because=found.hidden) if found.hidden_by_host else found.hidden
    if found.changed is not None and found.text is not None:
        yield sentence("Changed by its author on {when}.", when=moment_in(here, found.changed))
    if found.text is not None:
        yield from ("", found.text)
    if found.source or found.said or found.link:
        yield ""
        yield sentence("From: {source}", source=", ".join(part for part in (found.source, found.said, found.link) if part))
    if found.links:
        yield sentence("Belongs together with: {numbers}", numbers=", ".join(map(str, found.links)))
    for one in found.nudges:
        yield from _nudge(one)


def _nudge(one: Nudge) -> Iterator[Sentence]:
    """A nudge; of one that is hidden first why, and its words to hosts alone."""
    if one.hidden is not None:
        yield sentence("Nudge from {person}, hidden by a host: {because}", person=one.author, because=one.hidden)
    if one.because is not None:
        yield sentence("Nudge from {person}: {because}", person=one.author, because=one.because)


def _in_sheet(one: Contribution) -> dict[str, Any]:
    """A contribution as it stands in a sheet, with each nudge in words of people: what was said, by whom and when."""
    plain: dict[str, Any] = show.plain(one)
    return plain | {"nudges": [_nudge_in_sheet(nudge) for nudge in one.nudges]}


def _nudge_in_sheet(one: Nudge) -> str:
    """Where a host hid the words, what stands in their place."""
    told = (one.author, one.at.isoformat(), *(() if one.hidden is None else ("hidden",)))
    return f"{one.because if one.because is not None else one.hidden} ({', '.join(told)})"


def _heading(found: Contribution) -> Sentence:
    about: list[str] = [term(found.kind)]
    if found.topic:
        about.append(sentence("about {topic}", topic=found.topic))
    if found.reply_to:
        about.append(sentence("in reply to {number}", number=found.reply_to))
    heading = sentence("{number}. {author} ({about})", number=found.id, author=found.author, about=tuple(about))
    if not found.supports:
        return heading
    return counted("{what}, supported by {n} person", "{what}, supported by {n} people", n=found.supports, what=heading)


def _in_context(here: InCycle, name: str, topic: str | None, found: Sequence[Contribution]) -> Iterator[Printed]:
    """What was said, under what the conversation is for."""
    yield from map(Beside, _context(here, topic, all_open=topic is None))
    empty = sentence("Nothing was said yet. Begin: {command}", command=f"plein inventory add {name} TEXT")
    yield Table(map(_row, found), _COLUMNS, empty, whole=f"plein inventory show {name} N")


def _row(one: Contribution) -> dict[str, Any]:
    """A contribution as people see it in the list."""
    return {
        "id": one.id,
        "author": one.author,
        "kind": show.in_words(term(one.kind)),
        "topic": one.topic,
        "supports": one.supports,
        "text": _words(one) if one.hidden is None else _tombstone(one),
    }


def _words(one: Contribution) -> str:
    """What it says, and behind it what one should know of it."""
    told = [*marks(one), *([sentence("[changed]")] if one.changed is not None else [])]
    return " ".join([one.text or "", *map(show.in_words, told)])


def _say_context(here: InCycle, topic: str | None) -> None:
    """Say what a conversation is for, before anything is done."""
    for line in _context(here, topic):
        show.say(line)


def _context(here: InCycle, topic: str | None, *, all_open: bool = False) -> Iterator[Sentence]:
    """What a conversation is for: of one topic, or of the question and of all topics that are open."""
    from plein.commands.topic import note

    topics = here.topics.list()
    chosen = [one for one in topics if one.name == topic] or list(topics[:1])
    for one in [one for one in topics if one.takes_contributions] if all_open else chosen:
        yield from note(one)


def _tombstone(one: Contribution) -> str:
    """What stands in place of words that are not shown."""
    hidden = one.hidden or ""
    return show.in_words(sentence("[hidden: {because}]", because=hidden)) if one.hidden_by_host else f"[{show.in_words(hidden)}]"
