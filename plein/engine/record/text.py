"""The document: what the record says of versions and texts set aside, what the tables hold, and where the two differ."""

from __future__ import annotations

from collections.abc import Iterator

from plein.documents import digest
from plein.engine.desk import Sight
from plein.engine.record.expected import UNTOLD, Body, Expected, Keys, Told, differ, written
from plein.engine.review.merging import METHOD, recompute
from plein.engine.rows.of_cycle import rows_of
from plein.engine.text.versions import note_seal
from plein.sentences import Sentence, sentence
from plein.store import record
from plein.store.tables.text import AsideRow, VersionRow


def _save(expected: Expected, body: Body) -> None:
    expected.versions[body["version"]] = {
        "author": body["by"],
        "at": body["at"],
        "digest": body["digest"],
        "base": body["base"],
        "parts": body.get("applied"),
        "note": body["note_seal"],
        "method": body.get("method"),
        "contributions": body.get("contributions"),
        "corrects": None,
        "because": None,
        "published": None,
    }


def _correct(expected: Expected, body: Body) -> None:
    """A final version put right is public at once."""
    _save(expected, body)
    expected.versions[body["version"]] |= {"corrects": body["corrects"], "because": body["because"], "published": body["at"]}


def _aside(expected: Expected, body: Body) -> None:
    expected.asides[body["aside"]] = {
        "author": body["by"],
        "at": body["at"],
        "digest": body["digest"],
        "base": body["base"],
        "newest": body["newest"],
        "note": body.get("note_seal", UNTOLD),
    }


def _move(expected: Expected, body: Body) -> None:
    if body["version"] is not None:
        version = expected.versions[body["version"]]
        version["published"] = version["published"] or body["at"]


def _erase(expected: Expected, body: Body) -> None:
    for number, seal in body.get("notes", ()):
        expected.versions[number]["note"] = seal
    for number, kept in body.get("asides", ()):
        expected.asides[number] |= {"digest": kept, "note": record.seal(kept, None)}


TOLD: Told = {"save-draft": _save, "merge": _save, "set-draft-aside": _aside, "correct-version": _correct, "move": _move, "erase": _erase}


def damaged(sight: Sight, expected: Expected, keys: Keys) -> Iterator[Sentence]:
    """What is wrong with the versions, each merge made again, and with what was set aside."""
    rows = rows_of(sight, VersionRow)
    sound: set[int] = set()
    for row in rows:
        wrong = _wrong(sight, row, expected, keys, sound)
        if wrong is None:
            sound.add(row.number)
        else:
            yield wrong
    yield from expected.missing(VersionRow, expected.versions, (row.number for row in rows))
    asides = rows_of(sight, AsideRow)
    for aside in asides:
        found = expected.asides.get(aside.number)
        held = {
            "author": keys.get(aside.author_id),
            "base": aside.base,
            "newest": aside.newest,
            "note": note_seal(aside),
            "at": written(aside.at),
        }
        if found is None or not digest(aside.text) == aside.digest == found["digest"]:
            yield sentence("aside {number} is damaged: its text is not the one that was kept", number=aside.number)
        elif differ(found, held):
            yield sentence("aside {number} is damaged: it does not follow from the record", number=aside.number)
    yield from expected.missing(AsideRow, expected.asides, (aside.number for aside in asides))


def _wrong(sight: Sight, row: VersionRow, expected: Expected, keys: Keys, sound: set[int]) -> Sentence | None:
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
    if found["published"] != written(row.published):
        return sentence("version {number} is damaged: when it was published does not follow from the record", number=row.number)
    if found["note"] != note_seal(row):
        return sentence("version {number} is damaged: its note is not the one that was saved", number=row.number)
    if differ(found, {"corrects": row.corrects, "because": row.because}):
        return sentence("version {number} is damaged: what it corrects, and why, does not follow from the record", number=row.number)
    if differ(found, {"author": keys.get(row.author_id), "at": written(row.at)}):
        return sentence("version {number} is damaged: who saved it, or when, does not follow from the record", number=row.number)
    if (
        row.parts is not None
        and found["method"] == METHOD
        and sound.issuperset(range(1, row.number))
        and recompute(sight, row) != row.digest
    ):
        return sentence("version {number} is damaged: it does not follow from the suggestions it was merged from", number=row.number)
    return None
