"""``plein topic``: the conversations of a cycle, each with a host and a context note."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from plein.commands import ending, show
from plein.commands.arguments import Csv, CycleArg, Json, Title, TitleOrNone
from plein.commands.ending import Beside
from plein.commands.family import family
from plein.commands.situation import in_cycle, revision, seat, then
from plein.commands.tables import Table
from plein.sentences import Sentence, counted, sentence
from plein.terms import term

if TYPE_CHECKING:
    from plein.engine.in_cycle import InCycle
    from plein.engine.inventory.views import Topic

topic = family(help="Lead the conversation by topics, each with its context.")

Name = Annotated[str, typer.Argument(metavar="NAME", help="The short name of the topic: lower-case letters, digits and hyphens.")]
Host = Annotated[str | None, typer.Option(metavar="PERSON", help="Who leads it: one of the cycle's hosts; you, unless you say otherwise.")]
Aim = Annotated[str | None, typer.Option(metavar="TEXT", help="What the conversation is for.")]
Scope = Annotated[str | None, typer.Option(metavar="TEXT", help="What it is about, and what it is not about.")]
Outcome = Annotated[str | None, typer.Option(metavar="TEXT", help="What happens with what people say.")]

_COLUMNS = (
    (sentence("topic"), "name"),
    (sentence("title"), "title"),
    (sentence("host"), "host"),
    (sentence("state"), "state"),
    (sentence("contributions"), "contributions"),
    (sentence("people"), "people"),
    (sentence("replies"), "replies"),
    (sentence("nudges"), "nudges"),
    (sentence("heat"), "heat"),
)


@topic.command()
def add(
    ctx: typer.Context,
    name: CycleArg,
    short: Name,
    title: Title,
    host: Host = None,
    aim: Aim = None,
    scope: Scope = None,
    outcome: Outcome = None,
    as_json: Json = False,
) -> None:
    """Add a topic; only hosts see it until it is opened.

    Example: plein --as anna topic add housing harbour --title "The old harbour" --aim "Hear who would live there."
    """
    made = in_cycle(ctx, name).topics.add(short, title=title, host=host, aim=aim, scope=scope, outcome=outcome, revision=revision(ctx))
    told = sentence("Topic {topic} of {cycle} is there; only hosts see it yet.", topic=made.name, cycle=name)
    ending.changed(made, as_json, told, then=_opening(made, name))


@topic.command()
def change(
    ctx: typer.Context,
    name: CycleArg,
    short: Name,
    title: TitleOrNone = None,
    host: Host = None,
    aim: Aim = None,
    scope: Scope = None,
    outcome: Outcome = None,
    as_json: Json = False,
) -> None:
    """Change the title, the host or the context note of a topic; what you leave out stays.

    Example: plein --as anna topic change housing harbour --scope "The quays, not the bridge." --outcome "The group answers each idea."
    """
    made = (
        seat(ctx, name)
        .cycle(name)
        .topics.change(short, title=title, host=host, aim=aim, scope=scope, outcome=outcome, revision=revision(ctx))
    )
    told = sentence("Topic {topic} of {cycle} is changed.", topic=made.name, cycle=name)
    ending.changed(made, as_json, told, then=f"plein topic show {name} {made.name}" if made.opened else _opening(made, name))


@topic.command("open")
def open_(ctx: typer.Context, name: CycleArg, short: Name, as_json: Json = False) -> None:
    """Open a topic for everyone, or in a closed phase for the circle; its aim, scope and outcome must be there.

    What was opened in the circle nobody else knows of, until it is opened again in a phase in which everyone takes part.

    Example: plein --as anna topic open housing harbour
    """
    here = in_cycle(ctx, name)
    made = here.topics.open(short, revision=revision(ctx))
    told = sentence("Topic {topic} of {cycle} is open.", topic=made.name, cycle=name)
    if made.inside:
        told = sentence("Topic {topic} of {cycle} is open in the circle; nobody else knows of it.", topic=made.name, cycle=name)
    ending.changed(made, as_json, told, then=_speaking(here, made, name))


@topic.command()
def close(ctx: typer.Context, name: CycleArg, short: Name, as_json: Json = False) -> None:
    """Close a topic: what was said stays to be read, nothing is added.

    Example: plein --as anna topic close housing harbour
    """
    made = in_cycle(ctx, name).topics.close(short, revision=revision(ctx))
    told = sentence("Topic {topic} of {cycle} is closed.", topic=made.name, cycle=name)
    ending.changed(made, as_json, told, then=f"plein topic list {name}")


@topic.command("list")
def list_(ctx: typer.Context, name: CycleArg, as_json: Json = False, as_csv: Csv = False) -> None:
    """List the topics, the question itself first, and how each conversation goes; heat is for hosts.

    Heat looks at the last seven days. Heated: three people or more nudged, or somebody did among ten replies or more. Lively: somebody
    nudged, or there were five replies or more. Else calm.
    """
    found = in_cycle(ctx, name).topics.list()
    ending.listed(found, _COLUMNS, as_json, as_csv, told=(Table(map(_row, found), _COLUMNS),))


@topic.command("show")
def show_(ctx: typer.Context, name: CycleArg, short: Name, as_json: Json = False) -> None:
    """Show a topic with its context note, and how the conversation goes; ``question`` is the topic every cycle begins with."""
    found = in_cycle(ctx, name).topics.show(short)
    read = sentence("Read it: {command}", command=f"plein inventory list {name} --topic {found.name}")
    ending.shown(found, as_json, (*note(found), going(found), Beside(read)))


def _row(one: Topic) -> dict[str, Any]:
    """A topic as people see it in the list."""
    plain: dict[str, Any] = show.plain(one)
    return plain | {"state": show.in_words(state(one)), "heat": show.in_words(term(one.heat)) if one.heat else None}


def note(found: Topic) -> Iterator[Sentence]:
    """The context note of a conversation, to be read before one takes part in it."""
    if found.scope is None and found.outcome is None and found.aim is not None and found.name == "question":
        yield sentence("The question: {question}", question=found.aim)
        return
    yield sentence("{topic}: {title} ({state}; host: {host})", topic=found.name, title=found.title, state=state(found), host=found.host)
    if found.aim is not None:
        yield sentence("  Aim: {aim}", aim=found.aim)
    if found.scope is not None:
        yield sentence("  Scope: {scope}", scope=found.scope)
    if found.outcome is not None:
        yield sentence("  What happens with what you say: {outcome}", outcome=found.outcome)


def state(found: Topic) -> Sentence:
    """Whether a topic takes contributions."""
    if found.opened is None:
        return sentence("not open yet")
    if found.closed is not None:
        return sentence("ended")
    return sentence("open in the circle") if found.inside else sentence("open")


def going(found: Topic) -> Sentence:
    """How a conversation goes, in numbers."""
    said = counted("{n} contribution", "{n} contributions", n=found.contributions)
    people = counted("{n} person", "{n} people", n=found.people)
    replies = counted("{n} reply", "{n} replies", n=found.replies)
    nudges = counted("{n} nudge", "{n} nudges", n=found.nudges)
    numbers = sentence(
        "{contributions} by {people}; {replies}, {nudges}, {hidden} hidden",
        contributions=said,
        people=people,
        replies=replies,
        nudges=nudges,
        hidden=found.hidden,
    )
    return numbers if found.heat is None else sentence("{numbers}; {heat}", numbers=numbers, heat=term(found.heat))


def _speaking(here: InCycle, made: Topic, name: str) -> str:
    """What one does first once a topic is open: say something about it, where that can be done already."""
    return f"plein inventory add {name} TEXT --topic {made.name}" if here.may("contribute") else then(here, f"plein topic list {name}")


def _opening(made: Topic, name: str) -> str:
    """What is still to do before everyone sees it."""
    missing = [f"--{part} TEXT" for part in ("aim", "scope", "outcome") if getattr(made, part) is None]
    return " ".join([f"plein topic {'change' if missing else 'open'} {name} {made.name}", *missing])
