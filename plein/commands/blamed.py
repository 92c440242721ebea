"""Where every word of a version comes from, as ``plein draft blame`` tells it: version, from whom, and the words, which are printed elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from plein.commands import show
from plein.commands.ending import Beside, Letters
from plein.sentences import sentence

if TYPE_CHECKING:
    from plein.engine.review.views import BlameRun


class _Run(NamedTuple):
    """Words of one paragraph that come from one place; the paragraph's number stands with its first words only."""

    paragraph: str
    version: int
    whom: str
    words: str


_ROOM = 30
"""Words can be read in so many cells, though they are the whole text."""
_HEADINGS = (sentence("version"), sentence("from"), sentence("text"))


def blamed(name: str, runs: Sequence[BlameRun]) -> Iterator[str | Beside | Letters]:
    """Where the words come from, and how one reads on there."""
    found = list(_by_paragraph(runs))
    if sys.stdout.isatty():
        yield _on_screen(found)
    else:
        yield from _in_lines(found)
    if any(run.suggestions for run in runs):
        command = f"plein suggestion show {name} N"
        yield Beside(sentence("A suggestion with its motivation and the reason of the decision: {command}", command=command))
    if any(run.corrects is not None for run in runs):
        yield Beside(sentence("Why the final version was corrected: {command}", command=f"plein cycle show {name}"))
    if any(run.contributions for run in runs):
        yield Beside(sentence("A contribution words began with: {command}", command=f"plein inventory show {name} N"))


def _by_paragraph(runs: Sequence[BlameRun]) -> Iterator[_Run]:
    from plein.documents import paragraphs

    text = "".join(run.text for run in runs)
    first = 0
    for paragraph in paragraphs(text):
        front = str(paragraph.number)
        while runs[first].end <= paragraph.start:
            first += 1
        for run in runs[first:]:
            if run.start >= paragraph.end:
                break
            words = text[max(run.start, paragraph.start) : min(run.end, paragraph.end)].strip()
            if words:
                yield _Run(front, run.version, show.in_words(_from_whom(run)), words)
                front = ""


def _on_screen(found: Sequence[_Run]) -> Letters:
    """A table on a terminal, with a blank line before each paragraph."""
    from plein.commands.layout import Cell, Column, drawn

    def kept(told: str) -> Cell:
        return Cell(((told,),), kept=True)

    version, source, passage = map(show.in_words, _HEADINGS)
    columns = (
        Column("¶", [kept(run.paragraph) for run in found], right=True),
        Column(version, [kept(str(run.version)) for run in found], right=True),
        Column(source, [kept(show.on_screen(run.whom)) for run in found]),
        Column(passage, [Cell((tuple(show.on_screen(run.words).split()),)) for run in found], room=_ROOM),
    )
    begin = {at for at, run in enumerate(found) if run.paragraph}
    return Letters("".join(f"{line}\n" for line in drawn(columns, show.width(), apart=begin)))


def _in_lines(found: Sequence[_Run]) -> Iterator[str]:
    """Lines of one width in a pipe: a blank line before each paragraph, the number of the paragraph in front of its first words."""
    from shutil import get_terminal_size
    from textwrap import wrap

    version, source, passage = map(show.in_words, _HEADINGS)
    wide = min(max(map(len, [source, *(run.whom for run in found)])), 30)
    room = max(min(get_terminal_size((110, 24)).columns, 140) - wide - 15, 30)
    yield f"{'¶':>4}  {version:>7}  {source:<{wide}}  {passage}"
    for run in found:
        if run.paragraph:
            yield ""
        whom = run.whom if len(run.whom) <= wide else run.whom[: wide - 1] + "…"
        first, *others = wrap(run.words, room)
        yield f"{run.paragraph:>4}  {run.version:>7}  {whom:<{wide}}  {first}"
        yield from (f"{'':>4}  {'':>7}  {'':<{wide}}  {line}" for line in others)


def _from_whom(run: BlameRun) -> str:
    """Who wrote it, and the contributions it began with."""
    if not run.contributions:
        return _by_whom(run)
    return sentence("{whom}, from {numbers}", whom=_by_whom(run), numbers=", ".join(map(str, run.contributions)))


def _by_whom(run: BlameRun) -> str:
    """The suggestion and its author, or who in the circle wrote it."""
    if run.corrects is not None:
        return sentence("correction of {number}", number=run.corrects)
    if run.suggestion is None:
        return run.author or sentence("the working group")
    others = f" +{len(run.authors) - 1}" if len(run.authors) > 1 else ""
    asked = f"#{run.suggestion} {run.author}{others}"
    return sentence("{asked}, adapted", asked=asked) if run.adapted else asked
