"""The arguments and options that several commands have: each is declared here, once, with what its help says."""

from __future__ import annotations

from typing import Annotated

import typer

CycleArg = Annotated[str, typer.Argument(metavar="CYCLE", help="The cycle's short name.")]
CycleOrAll = Annotated[str | None, typer.Argument(metavar="[CYCLE]")]
PersonArg = Annotated[str, typer.Argument(metavar="PERSON", help="The person's id.")]
BoardArg = Annotated[str, typer.Argument(metavar="NAME", help="Name of the sounding board.")]
SuggestionArg = Annotated[int, typer.Argument(metavar="N", help="Number of the suggestion.")]
Said = Annotated[str, typer.Argument(metavar="TEXT|-", help="What you want to say; - reads standard input.")]

_TITLE = typer.Option(metavar="TEXT", help="Its name for people.")
Title = Annotated[str, _TITLE]
TitleOrNone = Annotated[str | None, _TITLE]
Because = Annotated[str, typer.Option(metavar="TEXT", help="The reason; everybody can read it.")]
BecauseOrNone = Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")]
Base = Annotated[int | None, typer.Option(metavar="N", help="The version that was edited; told from the text, if you leave it out.")]
Typography = Annotated[
    bool, typer.Option("--typography", help="Quotes, dashes and blanks that are set in another way are changes too; else they stay.")
]
Why = Annotated[str | None, typer.Option(metavar="TEXT", help="The motivation.")]
Kind = Annotated[str, typer.Option(metavar="suggestion|refinement", help="A refinement is a small wording.")]
Beside = Annotated[bool, typer.Option("--beside", help="It comes beside what the same person handed in before in this round.")]
Author = Annotated[str | None, typer.Option(metavar="PERSON", help="Whose it is, where you enter it for somebody; for hosts.")]
Received = Annotated[str | None, typer.Option(metavar="WHEN", help="When it came; a date alone means that day.")]
Late = Annotated[bool, typer.Option("--late", help="It came after the deadline: take it in all the same, marked as late; for hosts.")]
HowItCame = Annotated[
    str | None,
    typer.Option("--because", metavar="TEXT", help='How it came, such as "by letter"; everybody can read it. Needed with --author.'),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print CSV.")]
