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
    "html": lambda lines: sentence("The pages show HTML as it is typed: {lines}", lines=lines),
    "formula": lambda lines: sentence("The pages show formulas as they are typed: {lines}", lines=lines),
    "box": lambda lines: sentence("The pages show the signs of a box as they are typed: {lines}", lines=lines),
    "missing-note": lambda lines: sentence(
        "No footnote has the name that stands here, and the pages show it as it is typed: {lines}", lines=lines
    ),
    "second-note": lambda lines: sentence(
        "An earlier footnote has the same name, and the references lead to that one: {lines}", lines=lines
    ),
    "unused-note": lambda lines: sentence("No words refer to this footnote: {lines}", lines=lines),
    "second-name": lambda lines: sentence("An earlier heading was given the same name, and links lead to that one: {lines}", lines=lines),
    "dead-link": lambda lines: sentence(
        "No heading has the name that a link leads to, and the pages show it as words: {lines}", lines=lines
    ),
    "address": lambda lines: sentence(
        "Links lead to the web, to a mailbox or to a heading; the pages show the address of another as words: {lines}", lines=lines
    ),
    "image": lambda lines: sentence("The pages show a link in place of an image: {lines}", lines=lines),
    "lost-note": lambda lines: sentence(
        "A footnote with a blank in its name is none, and the pages do not show it; write {form}: {lines}", form="[^1]", lines=lines
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
