"""``plein report``: the report in which a cycle without a document ends."""

from __future__ import annotations

from typing import Annotated

import typer

from plein.commands import ending
from plein.commands.arguments import CycleArg, Json
from plein.commands.family import family
from plein.commands.situation import in_cycle, read_text, revision, then_move
from plein.sentences import sentence

report = family(help="Write and read the report of a cycle without a document.")


@report.command()
def save(
    ctx: typer.Context,
    name: CycleArg,
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="The report, Markdown; - reads standard input.")],
    as_json: Json = False,
) -> None:
    """Save the report; everyone can read it once the cycle has ended.

    Example: plein report show panel --draft > report.md

    Example: plein --as anna report save panel report.md
    """
    here = in_cycle(ctx, name)
    made = here.report.save(read_text(file, what=sentence("the report")), revision=revision(ctx))
    told = sentence("Report {number} of {slug} is saved.", number=made.number, slug=name)
    ending.changed(made, as_json, told, then=then_move(here))


@report.command("show")
def show_(
    ctx: typer.Context,
    name: CycleArg,
    draft: Annotated[bool, typer.Option("--draft", help="Print what plein would compose now, to begin from.")] = False,
    as_json: Json = False,
) -> None:
    """Print the report, or one to begin from."""
    if draft:
        text = in_cycle(ctx, name).report.show(draft=True).text
        ending.shown({"text": text}, as_json, text.rstrip("\n"))
        return
    found = in_cycle(ctx, name).report.show()
    ending.shown(found, as_json, found.text.rstrip("\n"))
