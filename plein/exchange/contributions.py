"""Contributions from a CSV file: what was said elsewhere, with who said it, when and where.

Columns, in any order: ``text`` and ``author`` are needed; ``kind`` (opinion, position, experience, question or idea), ``topic``,
``date`` (ISO 8601), ``source`` (where it was said) and ``link`` (http or https) may be there.
"""

from __future__ import annotations

import csv
import io
from datetime import date, datetime

from plein.engine.inventory import KINDS, LONGEST, Outside
from plein.errors import BadRows, Unusable

COLUMNS = ("text", "author", "kind", "topic", "date", "source", "link")


def read_contributions(text: str, *, name: str) -> list[Outside]:
    """Read the rows of a CSV file.

    Raises:
        Unusable: Columns are missing or unknown.
        BadRows: Some rows cannot be used; each mistake is named as ``file:row:column: what``, rows counted from 1 with the heading as row 1.

    >>> read_contributions("author,text\\npiet,More trees.\\n", name="talk.csv")[0].text
    'More trees.'
    """
    sample = text.split("\n", 1)[0]
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if sample.count(";") > sample.count(",") else ",", strict=True)
    headings = [heading.strip().lower() for heading in reader.fieldnames or ()]
    missing = [column for column in ("text", "author") if column not in headings]
    unknown = [heading for heading in headings if heading not in COLUMNS]
    if missing or unknown or len(set(headings)) != len(headings):
        said = [f"column “{column}” is missing" for column in missing] + [f"“{heading}” is no column" for heading in unknown]
        raise Unusable(f"{name}: {'; '.join(said or ['a column stands there twice'])}. The columns are: {', '.join(COLUMNS)}.")
    reader.fieldnames = headings
    items: list[Outside] = []
    mistakes: list[str] = []
    try:
        for row in reader:
            where = f"{name}:{reader.line_num}"
            found = {key: (value or "").strip() for key, value in row.items() if isinstance(key, str) and isinstance(value, str | None)}
            wrong = _mistakes(found, extra=None in row)
            mistakes += [f"{where}:{column}: {what}" for column, what in wrong]
            if not wrong:
                items.append(
                    Outside(
                        text=found["text"],
                        author=found["author"],
                        kind=found.get("kind") or "opinion",
                        topic=found.get("topic") or None,
                        said=found.get("date") or None,
                        source=found.get("source") or None,
                        link=found.get("link") or None,
                    )
                )
    except csv.Error as broken:
        mistakes.append(f"{name}:{reader.line_num}:text: {broken}")
    if mistakes:
        raise BadRows(mistakes)
    return items


def _mistakes(row: dict[str, str], *, extra: bool) -> list[tuple[str, str]]:
    found = []
    if extra:
        found.append(("text", "more values than columns; put quotes around a text with commas"))
    if not row.get("text"):
        found.append(("text", "empty"))
    elif len(row["text"]) > LONGEST:
        found.append(("text", f"{len(row['text']):,} characters, at most {LONGEST:,}"))
    if not row.get("author"):
        found.append(("author", "empty"))
    elif len(row["author"]) > 200 or not row["author"].isprintable():
        found.append(("author", "not 1 to 200 printable characters"))
    if row.get("kind") and row["kind"] not in KINDS:
        found.append(("kind", f"“{row['kind']}” is not one of {', '.join(KINDS)}"))
    if row.get("date") and not _is_moment(row["date"]):
        found.append(("date", f"“{row['date']}” is no date; write it like 2026-11-27"))
    if row.get("link") and not row["link"].startswith(("http://", "https://")):
        found.append(("link", f"“{row['link']}” is no http or https address"))
    return found


def _is_moment(text: str) -> bool:
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            read(text)
        except ValueError:
            continue
        return True
    return False
