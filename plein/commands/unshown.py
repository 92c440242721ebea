"""What the pages do not show as it was meant, in sentences: one for each kind, with the lines where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from plein.sentences import Sentence, counted, sentence

if TYPE_CHECKING:
    from plein.documents.text.unshown import Unshown

_LINES = 5
"""So many are named; of more, how many there are."""
_SAID: Mapping[str, Callable[[Sentence], Sentence]] = {
    "note": lambda lines: sentence("The pages show footnotes as they are typed: {lines}", lines=lines),
    "html": lambda lines: sentence("The pages show HTML as it is typed: {lines}", lines=lines),
    "definition": lambda lines: sentence("The pages show a list of definitions as it is typed: {lines}", lines=lines),
    "task": lambda lines: sentence("The pages show a list of tasks as it is typed: {lines}", lines=lines),
    "script": lambda lines: sentence("The pages show what is set low or high as it is typed: {lines}", lines=lines),
    "abbreviation": lambda lines: sentence("The pages show an abbreviation and what it stands for as they are typed: {lines}", lines=lines),
    "formula": lambda lines: sentence("The pages show formulas as they are typed: {lines}", lines=lines),
    "anchor": lambda lines: sentence("The pages show the name of a heading as it is typed: {lines}", lines=lines),
    "box": lambda lines: sentence("The pages show the signs of a box as they are typed: {lines}", lines=lines),
    "inner-link": lambda lines: sentence("The pages show a link inside the document as plain words: {lines}", lines=lines),
    "image": lambda lines: sentence("The pages show a link in place of an image: {lines}", lines=lines),
    "lost-note": lambda lines: sentence(
        "Markdown takes a footnote of one word for a link, so that the pages do not show it; write more than one: {lines}", lines=lines
    ),
}


def unshown(found: Iterable[Unshown]) -> Iterator[Sentence]:
    """What somebody should know who saved a text in which they stand."""
    for one in found:
        yield _SAID[one.kind](_where(one.lines))


def _where(lines: tuple[int, ...]) -> Sentence:
    named = ", ".join(map(str, lines[:_LINES]))
    if len(lines) > _LINES:
        return sentence("lines {lines} and {n} more", lines=named, n=len(lines) - _LINES)
    return counted("line {lines}", "lines {lines}", n=len(lines), lines=named)
