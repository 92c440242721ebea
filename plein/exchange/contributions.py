"""Contributions from a CSV file: what was said elsewhere, with who said it, when and where.

Columns, in any order, under a heading that names them; commas, semicolons or tabs between them:

    text      what was said: needed, at most 20,000 characters
    author    id of the person who said it: needed
    kind      opinion, position, experience, question or idea; opinion if empty
    topic     the name of an open topic; the question of the cycle if empty
    date      when it was said, in ISO 8601: 2026-11-27, or 2026-11-27T20:00+01:00
    source    where it was said
    link      where it can be found: an http or https address

Only whether the file can be read is decided here; whether what it says can be used, the engine knows. An apostrophe that plein put before a
cell, so that no spreadsheet takes it for a formula, is taken away again.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from plein.engine.inventory.outside import Outside
from plein.errors import BadRows, Unusable
from plein.exchange.cells import bare
from plein.sentences import Sentence, sentence

COLUMNS = ("text", "author", "kind", "topic", "date", "source", "link")
NEEDED = ("text", "author")
LIMIT = 40_000_000
"""The most bytes that a file of rows may have."""


def read_contributions(text: str, *, name: str) -> list[Outside]:
    """Read the rows of a CSV file. Rows of nothing but blanks are passed over.

    Args:
        text: What the file holds.
        name: What the file is called in a refusal.

    Raises:
        Unusable: Columns are missing or unknown.
        BadRows: Some rows cannot be read; each is named as ``file:row:column: what``, rows counted from 1 with the heading as row 1, as
            a spreadsheet does.

    >>> read_contributions("author,text\\npiet,More trees.\\n", name="talk.csv")[0].text
    'More trees.'
    """
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True, skipinitialspace=True)
    headings = _headings(rows, name)
    items: list[Outside] = []
    mistakes: list[Sentence] = []
    for number, cells in _numbered(rows, name, mistakes):
        if any(cell.strip() for cell in cells[len(headings) :]):
            what = sentence("more values than columns; put quotes around a text with commas")
            mistakes.append(_mistake(f"{name}:{number}", what))
        else:
            items.append(_item(dict(zip(headings, cells, strict=False)), f"{name}:{number}"))
    if mistakes:
        raise BadRows(mistakes)
    return items


def _delimiter(text: str) -> str:
    """What stands between the headings, and so between all values."""
    heading = text.split("\n", 1)[0]
    return max(",;\t", key=heading.count)


def _headings(rows: Iterator[list[str]], name: str) -> Sequence[str]:
    try:
        found = [heading.strip().lower() for heading in next(rows, [])]
    except csv.Error as broken:
        raise Unusable(sentence("{file}:1: {what}", file=name, what=str(broken))) from None
    while found and not found[-1]:
        found.pop()  # a spreadsheet that once had a column more
    wrong = (
        *(sentence("column “{column}” is missing", column=column) for column in NEEDED if column not in found),
        *(sentence("“{column}” is no column", column=heading[:80]) for heading in found if heading not in COLUMNS),
        *(sentence("column “{column}” stands there twice", column=column) for column in COLUMNS if found.count(column) > 1),
    )
    if wrong:
        raise Unusable(sentence("{file}: {mistakes}. The columns are: {columns}.", file=name, mistakes=wrong, columns=", ".join(COLUMNS)))
    return found


def _numbered(rows: Iterator[list[str]], name: str, mistakes: list[Sentence]) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold something, by number. What cannot be read ends the file, and is noted."""
    number = 1
    try:
        for number, cells in enumerate(rows, 2):
            if any(cell.strip() for cell in cells):
                yield number, cells
    except csv.Error as broken:
        mistakes.append(_mistake(f"{name}:{number + 1}", sentence("cannot be read: {what}", what=str(broken))))


def _item(cells: dict[str, str], place: str) -> Outside:
    found = {column: bare(cell.strip()) for column, cell in cells.items() if cell.strip()}
    return Outside(
        text=found.get("text", ""),
        author=found.get("author", ""),
        kind=found.get("kind", "opinion"),
        topic=found.get("topic"),
        said=found.get("date"),
        source=found.get("source"),
        link=found.get("link"),
        place=place,
    )


def _mistake(place: str, what: Sentence) -> Sentence:
    return sentence("{place}:{column}: {what}", place=place, column=COLUMNS[0], what=what)
