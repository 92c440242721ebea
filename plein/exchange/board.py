"""The people of a sounding board from a CSV file: one row each, in the column ``person``; whatever other columns there are is left alone."""

from __future__ import annotations

import csv
import io

from plein.engine.rows.handles import checked_handle
from plein.errors import BadRows, Unusable
from plein.exchange.cells import bare
from plein.sentences import Sentence, clause, sentence

COLUMN = "person"


def read_board(text: str, *, name: str) -> list[str]:
    """Read the ids of people.

    Args:
        text: The file's text; its first row names the columns.
        name: What the file is called by in a mistake.

    Raises:
        Unusable: There is no column ``person``.
        BadRows: Some rows cannot be used; each is named as ``file:row:column: what``, rows counted from 1 with the heading as row 1.

    >>> read_board("person,relation\\njoe,expert\\nkit,alumnus\\n", name="harbour.csv")
    ['joe', 'kit']
    """
    heading = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if heading.count(";") > heading.count(",") else ",", strict=True)
    people: list[str] = []
    mistakes: list[Sentence] = []
    try:
        columns = [column.strip().lower() for column in next(reader, [])]
        if columns.count(COLUMN) != 1:
            raise Unusable(sentence("{name}: the first row names the columns, and one of them is “{column}”.", name=name, column=COLUMN))
        at = columns.index(COLUMN)
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            try:
                people.append(checked_handle(bare(row[at].strip()) if at < len(row) else ""))
            except Unusable as wrong:
                mistakes.append(_at(name, reader.line_num, clause(wrong.args[0])))
    except csv.Error as broken:
        mistakes.append(_at(name, reader.line_num, str(broken)))
    if mistakes:
        raise BadRows(mistakes)
    return people


def _at(name: str, row: int, what: str) -> Sentence:
    return sentence("{place}: {what}", place=f"{name}:{row}:{COLUMN}", what=what)
