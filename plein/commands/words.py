"""``plein words``: the words an organisation rather avoids, and where they stand in what goes out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plein.commands import ending
from plein.commands.arguments import BecauseOrNone, Csv, CycleArg, CycleOrAll, Json
from plein.commands.family import family
from plein.commands.situation import in_cycle, read_text, revision, settings
from plein.sentences import counted, sentence

if TYPE_CHECKING:
    from plein.engine.text.views import Finding

words = family(help="Words to avoid, and better ones.")

Word = Annotated[str, typer.Argument(metavar="WORD", help="The word; a * at its end stands for any ending.")]

_FOUND = 5
_LIST = ((sentence("word"), "word"), (sentence("better"), "better"), (sentence("because"), "because"))
_FINDINGS = ((sentence("where"), "where"), (sentence("line"), "line"), *_LIST, (sentence("context"), "context"))


@words.command()
def check(
    ctx: typer.Context,
    target: Annotated[str, typer.Argument(metavar="FILE|CYCLE", help="A text, or a cycle with all that it says to people.")],
    cycle: Annotated[str | None, typer.Option(metavar="CYCLE", help="For a file: also the words to avoid in this cycle.")] = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Find words to avoid; exits with 5 where it finds some.

    Example: plein words check letter.md

    Example: plein --as anna words check housing
    """
    found = _in_file(ctx, target, cycle) if target == "-" or Path(target).is_file() else in_cycle(ctx, target).words.check()
    ending.listed(found, _FINDINGS, as_json, as_csv, empty=sentence("No word to avoid stands in it."))
    if found:
        raise typer.Exit(_FOUND)


@words.command("list")
def list_(
    ctx: typer.Context,
    name: CycleOrAll = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List the words to avoid: the organisation's, and those of a cycle."""
    found = settings().organisation.avoid if name is None else in_cycle(ctx, name).words.list()
    ending.listed(found, _LIST, as_json, as_csv, empty=sentence("There are no words to avoid."))


@words.command()
def avoid(
    ctx: typer.Context,
    name: CycleArg,
    word: Word,
    better: Annotated[str | None, typer.Option(metavar="TEXT", help="What to say instead.")] = None,
    because: BecauseOrNone = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take it off the list again.")] = False,
    as_json: Json = False,
) -> None:
    """Avoid a word in this cycle.

    Example: plein --as anna words avoid housing "stakeholder*" --better "people involved"
    """
    here = in_cycle(ctx, name)
    if undo:
        found = here.words.avoid(word, undo=True, revision=revision(ctx))
    else:
        found = here.words.avoid(word, better=better, because=because, revision=revision(ctx))
    told = counted("{n} word to avoid in {slug}.", "{n} words to avoid in {slug}.", n=len(found), slug=name)
    ending.changed(found, as_json, told, then=f"plein words check {name}")


def _in_file(ctx: typer.Context, file: str, cycle: str | None) -> tuple[Finding, ...]:
    from plein.engine.text.wording import findings

    avoided = settings().organisation.avoid if cycle is None else in_cycle(ctx, cycle).words.list()
    return findings(read_text(file), avoided, None if file == "-" else file)
