"""Which version a text that came in was made from: its writer says it, its first line says it, or it is told from its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plein.documents import recognise
from plein.engine.desk import Sight
from plein.engine.text.versions import as_saved, no_version
from plein.errors import BaseUnclear, Unusable
from plein.sentences import sentence
from plein.store.tables.text import VersionRow

_MARK = re.compile(r"\A<!-- plein: (\S+), version (\d{1,9}) -->\n+")


def marked(slug: str, number: int) -> str:
    """The first line of a file that says which version it holds; no page shows it.

    >>> marked("housing", 3)
    '<!-- plein: housing, version 3 -->'
    """
    return f"<!-- plein: {slug}, version {number} -->"


def unmarked(text: str, slug: str) -> tuple[str, int | None]:
    """A text without the line that says which version it was made from, and that version; None where no line says it.

    Raises:
        Unusable: The line names another cycle.
    """
    found = _MARK.match(text)
    if found is None:
        return text, None
    if found[1] != slug:
        raise Unusable(
            sentence(
                "Its first line says that it is the text of {other}; this cycle is {slug}. Nothing was taken in.",
                other=found[1],
                slug=slug,
            )
        )
    return text[found.end() :], int(found[2])


def made_from(sight: Sight, text: str, base: int | None, among: Sequence[VersionRow], *, seen: int = 0) -> VersionRow:
    """The version that a text was made from.

    Args:
        sight: The cycle.
        text: What came in, canonical.
        base: The number that its writer says; None where it has to be told from the words.
        among: The versions that its writer may have had, at least one, the oldest first.
        seen: The newest version that its writer surely had: of several that it may have been made from, those before that are out.

    Raises:
        NotFound: There is no version of that number, or its writer cannot have had it.
        BaseUnclear: It may have been made from any of several.
        Damaged: The text of that version is not the one that was saved.
    """
    rows = {row.number: row for row in among}
    if base is not None:
        if base not in rows:
            raise no_version(sight.cycle.slug, base)
        return as_saved(sight, rows[base])
    found = recognise(text, {number: row.text for number, row in rows.items()})
    if len(found) > 1:
        found = tuple(number for number in found if number >= seen) or found
    if len(found) > 1:
        raise BaseUnclear(sight.cycle.slug, found)
    return as_saved(sight, rows[found[0]])
