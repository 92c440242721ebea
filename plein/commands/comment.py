"""``plein comment``: what the circle says among itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from plein.commands import ending, show
from plein.commands.arguments import Csv, CycleArg, Json, Said
from plein.commands.family import family
from plein.commands.situation import in_cycle, revision, said, seat
from plein.commands.tables import Table
from plein.sentences import Sentence, sentence

if TYPE_CHECKING:
    from plein.engine.review.views import Comment

comment = family(help="Comment inside the circle.")

Version = Annotated[int | None, typer.Option(metavar="N", help="On this version; the newest unless you say otherwise.")]
Paragraph = Annotated[int | None, typer.Option(metavar="N", help="On this paragraph of the version.")]
Suggestion = Annotated[int | None, typer.Option(metavar="N", help="On this suggestion.")]

_COLUMNS = (
    (sentence("n"), "id"),
    (sentence("author"), "author"),
    (sentence("on"), "on"),
    (sentence("answers"), "reply_to"),
    (sentence("text"), "text"),
)


@comment.command()
def add(
    ctx: typer.Context,
    name: CycleArg,
    text: Said,
    version: Version = None,
    paragraph: Paragraph = None,
    suggestion: Suggestion = None,
    reply_to: Annotated[int | None, typer.Option(metavar="N", help="The comment this answers.")] = None,
    as_json: Json = False,
) -> None:
    """Say something that only the circle reads.

    Example: plein --as bea comment add housing "Is this ours to promise?" --paragraph 2
    """
    made = (
        seat(ctx, name)
        .cycle(name)
        .comments.add(said(text), version=version, paragraph=paragraph, suggestion=suggestion, reply_to=reply_to, revision=revision(ctx))
    )
    told = sentence("Comment {number} stands in the circle of {slug}.", number=made.id, slug=name)
    ending.changed(made, as_json, told, then=f"plein comment list {name}")


@comment.command("list")
def list_(
    ctx: typer.Context,
    name: CycleArg,
    version: Annotated[int | None, typer.Option(metavar="N", help="Only those on this version.")] = None,
    paragraph: Annotated[int | None, typer.Option(metavar="N", help="Only those on this paragraph.")] = None,
    suggestion: Annotated[int | None, typer.Option(metavar="N", help="Only those on this suggestion.")] = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List what the circle said among itself; each comment with the version it was made on."""
    found = in_cycle(ctx, name).comments.list(version=version, paragraph=paragraph, suggestion=suggestion)
    told = Table(map(_row, found), _COLUMNS, empty=sentence("No comments."), whole=f"plein comment show {name} N")
    ending.listed(found, _COLUMNS, as_json, as_csv, told=(told,))


@comment.command("show")
def show_(
    ctx: typer.Context,
    name: CycleArg,
    number: Annotated[int, typer.Argument(metavar="N", help="Number of the comment.")],
    as_json: Json = False,
) -> None:
    """Show one comment whole."""
    found = in_cycle(ctx, name).comments.show(number)
    ending.shown(found, as_json, _whole(found))


def _row(one: Comment) -> dict[str, Any]:
    """A comment as people see it in the list."""
    return {"id": one.id, "author": one.author, "on": show.in_words(_place(one)), "reply_to": one.reply_to, "text": one.text}


def _whole(one: Comment) -> Iterator[str]:
    """One comment, and where it stands."""
    yield sentence("{number}. {author} ({place})", number=one.id, author=one.author, place=_place(one))
    if one.reply_to is not None:
        yield sentence("In answer to comment {number}", number=one.reply_to)
    yield from ("", one.text)


def _place(one: Comment) -> Sentence:
    """Where a comment stands, in words."""
    if one.suggestion is not None:
        return sentence("suggestion {number}", number=one.suggestion)
    if one.paragraph is not None:
        return sentence("version {version}, paragraph {paragraph}", version=one.version, paragraph=one.paragraph)
    if one.version is not None:
        return sentence("version {version}", version=one.version)
    return sentence("the conversation")
