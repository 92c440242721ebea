"""What changed between two texts, as lines of runs that a template can mark. How changes are found is ``documents``'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from plein.documents import Change, changes, paragraph_at, paragraphs, synopsis

_HEADING = re.compile(r"(#{1,6})[ \t]+")
_RULE = re.compile(r"[ \t]*\|?[ \t:|-]*-[ \t:|-]*\|[ \t:|-]*")
_MARKS = re.compile(r"\*\*(?!\s)|(?<!\s)\*\*|!?\[([^][]*)\]\([^()\s]*\)")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one kind: ``same``, ``ins`` or ``del``. ``change`` numbers the change from 1; ``first`` where it begins."""

    kind: str
    text: str
    change: int = 0
    first: bool = False
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text, without the signs of Markdown that did not change.

    ``style``: ``h1`` to ``h6``, ``item``, ``row``, ``text``, or ``blank``.
    """

    runs: tuple[Run, ...]
    style: str

    @property
    def changed(self) -> bool:
        """Whether anything in it was put in or taken out."""
        return any(run.kind != "same" for run in self.runs)


@dataclass(frozen=True, slots=True)
class Noted:
    """One change in the list beside the redline. ``paragraph`` is its number in the old text, from 1; 0 in an empty one."""

    number: int
    kind: str
    old: str
    new: str
    paragraph: int
    moved: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """One row of the was-and-becomes table: the lines as they read before, and as they read now."""

    paragraph: int
    old: tuple[Line, ...]
    new: tuple[Line, ...]


def plain(text: str) -> str:
    """Markdown without the signs that only make words fat or a link, for reading.

    >>> plain("Read **more** [there](https://example.org).")
    'Read more there.'
    """
    return _MARKS.sub(lambda found: found[1] or "", text)


def words_of(paragraph: str) -> tuple[tuple[int, int], ...]:
    """Where in a paragraph its words stand, as (start, end): all but the signs of Markdown around them.

    >>> paragraph = "- Read **more** [there](https://example.org)."
    >>> "".join(paragraph[start:end] for start, end in words_of(paragraph))
    'Read more there.'
    """
    begin = _HEADING.match(paragraph) or _ITEM.match(paragraph)
    at = begin.end() if begin else 0
    kept: list[tuple[int, int]] = []
    for found in _MARKS.finditer(paragraph, at):
        kept.append((at, found.start()))
        if found[1] is not None:
            kept.append(found.span(1))
        at = found.end()
    kept.append((at, len(paragraph)))
    return tuple((start, end) for start, end in kept if start < end)


def lines(old: str, new: str) -> tuple[Line, ...]:
    r"""Both texts in one, line by line.

    >>> [[(run.kind, run.text) for run in line.runs] for line in lines("We build.\n", "We build homes.\n")]
    [[('same', 'We build'), ('ins', ' homes'), ('same', '.')]]
    """
    return tuple(_lines(_runs(changes(old, new))))


def noted(old: str, new: str) -> tuple[Noted, ...]:
    """The changes alone, in the order of the text, numbered as in :func:`lines`."""
    paras = paragraphs(old)
    found: list[Noted] = []
    for change in changes(old, new):
        if change.kind != "equal":
            at = change.start + (len(change.old) - len(change.old.lstrip()) if change.old.strip() else 0)
            near = paragraph_at(paras, at)
            found.append(Noted(len(found) + 1, change.kind, change.old, change.new, near.number if near else 0, change.moved))
    return tuple(found)


def pairs(old: str, new: str) -> tuple[Pair, ...]:
    """The changed paragraphs of two texts beside each other, what changed marked in both."""
    found: list[Pair] = []
    for row in synopsis(old, new):
        runs = tuple(_runs(changes(row.old, row.new)))
        was = tuple(_lines(run for run in runs if run.kind != "ins"))
        becomes = tuple(_lines(run for run in runs if run.kind != "del"))
        found.append(Pair(row.paragraph, was if row.old else (), becomes if row.new else ()))
    return tuple(found)


def _runs(found: Iterable[Change]) -> Iterator[Run]:
    number, fresh = 0, True
    for change in found:
        if change.kind == "equal":
            yield Run("same", change.old)
            fresh = change.old.endswith("\n")
            continue
        number += 1
        if change.old:
            gone = change.old
            # Whole lines that gave way to others: end the last of them, or the first new one is read as its end.
            if change.new and fresh and "\n" in gone + change.new and not gone.endswith("\n"):
                gone += "\n"
            yield Run("del", gone, number, True, change.moved)
        if change.new:
            yield Run("ins", change.new, number, not change.old, change.moved)
        fresh = (change.new or change.old).endswith("\n")


def _lines(runs: Iterable[Run]) -> Iterator[Line]:
    line: list[Run] = []
    for run in runs:
        first, *rest = run.text.split("\n")
        if first:
            line.append(Run(run.kind, first, run.change, run.first, run.moved))
        elif run.kind != "same" and not run.text.strip("\n"):
            line.append(Run(run.kind, "¶", run.change, run.first, run.moved))  # only line ends: a split or a join
        begun = bool(first) or not run.text.strip("\n")
        for text in rest:
            yield _line(line)
            line = [Run(run.kind, text, run.change, run.first and not begun, run.moved)] if text else []
            begun = begun or bool(text)
    if line:
        yield _line(line)


def _line(runs: Sequence[Run]) -> Line:
    if not "".join(run.text for run in runs).strip():
        marked = tuple(replace(run, text="¶") for run in runs if run.kind != "same")  # blanks alone, which nobody would see
        return Line(marked, "text" if marked else "blank")
    if _RULE.fullmatch("".join(run.text for run in runs)) and all(run.kind == "same" for run in runs):
        return Line((), "blank")  # the dashes under the head of a table
    head, *tail = (replace(run, text=plain(run.text)) if run.kind == "same" else run for run in runs)
    heading = _HEADING.match(head.text)
    if heading:
        rest = head.text[heading.end() :]
        kept = [replace(head, text=rest)] if rest else []
        return Line((*kept, *tail), f"h{len(heading[1])}")
    style = "item" if _ITEM.match(head.text) else "row" if head.text.lstrip().startswith("|") else "text"
    return Line((head, *tail), style)
