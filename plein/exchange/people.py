"""People from a CSV file, for the register.

Columns, in any order: ``person`` (their id) is needed; ``name``, ``contact``, ``relation`` (one of the organisation's) and ``language``
(nl or en) may be there. An empty cell leaves what is known as it is.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from plein.engine.fields import too_long
from plein.engine.people.register import Entered, wrong_value
from plein.engine.rows.handles import checked_handle
from plein.errors import BadRows, Unusable
from plein.exchange.cells import bare
from plein.sentences import Sentence, clause, sentence
from plein.vocabulary import Terms

_PLEINS: Mapping[str, int] = MappingProxyType({})
"""No limits but those of plein's own."""
COLUMNS = ("person", "name", "contact", "relation", "language")


def read_people(
    text: str, *, name: str, relations: Mapping[str, bool], limits: Mapping[str, int] = _PLEINS, terms: Terms | None = None
) -> list[Entered]:
    """Read the rows of a CSV file.

    Args:
        text: The file's text; commas, semicolons or tabs between the columns.
        name: What the file is called in a refusal.
        relations: The organisation's.
        limits: The organisation's.
        terms: The organisation's, by language: its word for a relation is understood too.

    Raises:
        Unusable: Columns are missing or unknown.
        BadRows: Some rows cannot be used; each mistake is named as ``file:row:column: what``, rows counted from 1 with the heading as row 1.

    >>> read_people("person,name\\npiet,Piet Jansen\\n", name="people.csv", relations={})[0].name
    'Piet Jansen'
    """
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    people: dict[str, Entered] = {}
    mistakes: list[Sentence] = []
    number = 1
    try:
        headings = _headings(next(rows, []), name)
        for number, cells in enumerate(rows, 2):
            if not any(cell.strip() for cell in cells):
                continue
            found = dict.fromkeys(COLUMNS, "") | {column: bare(cell.strip()) for column, cell in zip(headings, cells, strict=False)}
            item = Entered(found["person"], **{column: found[column] or None for column in COLUMNS[1:]}, place=f"{name}:{number}")
            wrong = [*_mistakes(item, relations, limits, terms)]
            if any(cell.strip() for cell in cells[len(headings) :]):
                wrong.insert(0, ("person", sentence("more values than columns; put quotes around a value with commas")))
            if found["person"] in people:
                wrong.append(("person", sentence("“{person}” stands in the file twice", person=_shown(found["person"]))))
            mistakes += [_at(name, number, column, what) for column, what in wrong]
            people[found["person"]] = item
    except csv.Error as broken:
        mistakes.append(_at(name, number + 1, "person", str(broken)))
    if mistakes:
        raise BadRows(mistakes)
    return list(people.values())


def _delimiter(text: str) -> str:
    heading = text.split("\n", 1)[0]
    return max(",;\t", key=heading.count)


def _headings(first: list[str], name: str) -> list[str]:
    found = [one.strip().lower() for one in first]
    wrong = [sentence("column “{column}” is missing", column="person")] if "person" not in found else []
    wrong += [sentence("“{heading}” is no column", heading=_shown(one)) for one in found if one not in COLUMNS]
    if not wrong and len(set(found)) != len(found):
        wrong = [sentence("a column stands there twice")]
    if wrong:
        raise Unusable(sentence("{file}: {wrong}. The columns are: {columns}.", file=name, wrong=tuple(wrong), columns=", ".join(COLUMNS)))
    return found


def _mistakes(item: Entered, relations: Mapping[str, bool], limits: Mapping[str, int], terms: Terms | None) -> Iterator[tuple[str, str]]:
    long = dict(too_long(item, limits))
    yield from ((column, clause(wrong.args[0])) for column, wrong in long.items())
    try:
        if "person" not in long:
            checked_handle(item.person)
    except Unusable:
        yield "person", sentence("“{value}” cannot be a person's id", value=_shown(item.person))
    for column in COLUMNS[1:]:
        value = getattr(item, column)
        wrong = wrong_value(column, value, relations, terms) if value and column not in long else None
        if wrong is not None:
            yield column, wrong


def _at(name: str, row: int, column: str, what: str) -> Sentence:
    return sentence("{place}: {what}", place=f"{name}:{row}:{column}", what=what)


def _shown(value: str) -> str:
    return "".join(one if one.isprintable() else "?" for one in value[:40])
