"""The document: what the record says of versions and texts set aside, what the tables hold, and where the two differ."""

from __future__ import annotations

from collections.abc import Iterator

from plein.documents import digest
from plein.engine.desk import Sight
from plein.engine.record.expected import Body, Expected, Keys, Told, known, missing, written
from plein.engine.review.merging import METHOD, recompute
from plein.engine.rows.of_cycle import rows_of
from plein.engine.text.versions import note_seal
from plein.sentences import Sentence, sentence
from plein.store.tables.text import AsideRow, VersionRow


def _save(expected: Expected, body: Body) -> None:
    expected.versions[body["version"]] = {
        "digest": body["digest"],
        "base": body["base"],
        "parts": body.get("applied"),
        "note": body["note_seal"],
        "method": body.get("method"),
        "contributions": body.get("contributions"),
    }


def _aside(expected: Expected, body: Body) -> None:
    expected.asides[body["aside"]] = body["digest"]


def _move(expected: Expected, body: Body) -> None:
    if body["version"] is not None:
        expected.versions[body["version"]].setdefault("published", body["at"])


def _erase(expected: Expected, body: Body) -> None:
    for number, seal in body.get("notes", ()):
        expected.versions[number]["note"] = seal
    for number, kept in body.get("asides", ()):
        known(expected.asides, number)
        expected.asides[number] = kept


TOLD: Told = {"save-draft": _save, "merge": _save, "set-draft-aside": _aside, "move": _move, "erase": _erase}


def damaged(sight: Sight, expected: Expected, _: Keys) -> Iterator[Sentence]:
    """What is wrong with the versions, each merge made again, and with what was set aside."""
    rows = rows_of(sight, VersionRow)
    sound: set[int] = set()
    for row in rows:
        wrong = _wrong(sight, row, expected, sound)
        if wrong is None:
            sound.add(row.number)
        else:
            yield wrong
    yield from missing(sentence("version"), expected.versions, [row.number for row in rows])
    asides = rows_of(sight, AsideRow)
    for aside in asides:
        if not digest(aside.text) == aside.digest == expected.asides.get(aside.number):
            yield sentence("aside {number} is damaged: its text is not the one that was kept", number=aside.number)
    yield from missing(sentence("aside"), expected.asides, [aside.number for aside in asides])


def _wrong(sight: Sight, row: VersionRow, expected: Expected, sound: set[int]) -> Sentence | None:
    """What is wrong with one version; *sound* are those before it with which nothing is."""
    found = expected.versions.get(row.number)
    if found is None:
        return sentence("version {number} is not in the record", number=row.number)
    if not digest(row.text) == row.digest == found["digest"]:
        return sentence("version {number} is damaged: its text is not the one that was saved", number=row.number)
    if found["contributions"] != row.contributions:
        return sentence("version {number} is damaged: the contributions it began with do not follow from the record", number=row.number)
    if found["base"] != row.base or found["parts"] != row.parts:
        return sentence(
            "version {number} is damaged: it does not follow from the versions and suggestions the record names", number=row.number
        )
    if found.get("published") != written(row.published):
        return sentence("version {number} is damaged: when it was published does not follow from the record", number=row.number)
    if found["note"] != note_seal(row):
        return sentence("version {number} is damaged: its note is not the one that was saved", number=row.number)
    if row.parts is not None and found["method"] == METHOD and row.base in sound and recompute(sight, row) != row.digest:
        return sentence("version {number} is damaged: it does not follow from the suggestions it was merged from", number=row.number)
    return None
