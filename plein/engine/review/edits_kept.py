"""What suggestions stand on: the one place where what a row holds becomes edits of a version. What is made of those edits is not here.

A row whose version cannot take its edits is *unsound*. However it came about, it is one row: it is named, left out of whatever is worked out
from edits, and neither mended nor placed by guess, while all others go on.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from plein.documents import Edit, canonical, from_json
from plein.documents.edit import spans
from plein.engine.desk import Sight
from plein.engine.rows.held import is_held
from plein.engine.text.versions import as_saved, version_row
from plein.errors import BrokenText, EditOutside, EditsOverlap, Unusable
from plein.sentences import Sentence, sentence
from plein.store.tables.review import SuggestionRow
from plein.store.tables.text import VersionRow

KEPT: tuple[Any, ...] = tuple(
    getattr(SuggestionRow, name)
    for name in (
        "number",
        "submission",
        "author_id",
        "kind",
        "status",
        "version",
        "at_version",
        "start",
        "end",
        "edits",
        "at_edits",
        "erased",
        "sweeping",
    )
)
"""The columns of ``Kept``: of tens of thousands of suggestions whole rows take several times as long to read."""

PLACED = ("open", "carried", "decided")
"""Statuses in which a suggestion has a place in a version."""

Found = tuple[Edit, ...] | Sentence
"""Edits that a version can take, or why it cannot."""


class Kept(Protocol):
    """What is kept of a suggestion that says where it stands: a whole row, or those of its columns."""

    @property
    def number(self) -> int:
        """By which it is known."""

    @property
    def submission(self) -> int:
        """The number of what it was handed in with."""

    @property
    def author_id(self) -> int:
        """Whose it is, by their key in the database."""

    @property
    def kind(self) -> str:
        """Whether it is a suggestion, a refinement or a tip."""

    @property
    def status(self) -> str:
        """What became of it."""

    @property
    def version(self) -> int:
        """The version it was made on."""

    @property
    def at_version(self) -> int | None:
        """The later version it was carried to."""

    @property
    def start(self) -> int:
        """Where its passage begins in the version it was made on, in code points from 0."""

    @property
    def end(self) -> int:
        """Where that ends."""

    @property
    def edits(self) -> list[list[Any]]:
        """Its edits of the version it was made on, as they are kept."""

    @property
    def at_edits(self) -> list[list[Any]] | None:
        """Its edits of the version it was carried to."""

    @property
    def erased(self) -> bool:
        """Whether its words were erased."""

    @property
    def sweeping(self) -> bool:
        """Whether it writes most of the text anew."""


class Footing:
    """The versions of one cycle, each looked up once, and the edits that its suggestions make in them."""

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        self._versions: dict[int, VersionRow | None] = {}
        self._changed: dict[int, VersionRow] = {}
        self._made: dict[int, Found] = {}
        self._stands: dict[int, Found] = {}

    def version(self, number: int) -> VersionRow | None:
        """A version, whoever looks; None where there is none of that number, or its text is not the one that was saved."""
        if number not in self._versions:
            found = version_row(self._sight, number)
            if found is not None and not is_held(found):
                self._changed[number], found = found, None
            self._versions[number] = found
        return self._versions[number]

    def refuse_changed(self, number: int) -> None:
        """Build on no text that is not the one that was saved.

        Raises:
            Damaged: The version's text is another.
        """
        if self.is_changed(number):
            as_saved(self._sight, self._changed[number])

    def is_changed(self, number: int) -> bool:
        """Whether the text of a version is not the one that was saved, so that nothing can be said of what stands on it."""
        return self.version(number) is None and number in self._changed

    def made(self, row: Kept) -> tuple[Edit, ...] | None:
        """The edits of a suggestion as they were handed in, in the version it was made on; None where they are unsound."""
        return _sound(self._as_made(row))

    def stands(self, row: Kept) -> tuple[Edit, ...] | None:
        """Its edits where it stands now, in version ``at_version or version``; None where it is unsound, or has no place."""
        if row.status not in PLACED or isinstance(self._as_made(row), Sentence):
            return None
        return _sound(self._as_it_stands(row))

    def stood(self, row: Kept) -> tuple[Edit, ...] | None:
        """Its edits where it stands, or stood when it was withdrawn, in version ``at_version or version``; None where it is unsound."""
        return _sound(self._as_it_stands(row))

    def passage(self, row: Kept) -> Edit | None:
        """Its passage in the version it was made on, as the edit that takes it out; None where that version ends before it."""
        return Edit(row.start, row.end, "") if self._lies_inside(row) else None

    def _lies_inside(self, row: Kept) -> bool:
        version = self.version(row.version)
        return version is not None and 0 <= row.start <= row.end <= len(version.text)

    def wrong(self, row: Kept) -> Sentence | None:
        """Why a suggestion cannot be placed, as a clause; None where nothing is wrong with its edits."""
        found = self._as_made(row)
        if not isinstance(found, Sentence) and row.status in PLACED:
            found = self._as_it_stands(row)
        return found if isinstance(found, Sentence) else None

    def _as_made(self, row: Kept) -> Found:
        found = self._made.get(row.number)
        if found is None:
            found = () if changes_nothing(row) else self._read(row.edits, row.version)
            if found and not isinstance(found, Sentence) and not self._lies_inside(row):
                found = sentence("its passage lies outside version {version}", version=row.version)
            self._made[row.number] = found
        return found

    def _as_it_stands(self, row: Kept) -> Found:
        if row.at_edits is None and row.at_version is None:
            return self._as_made(row)
        if row.number not in self._stands:
            data = row.edits if row.at_edits is None else row.at_edits
            self._stands[row.number] = () if changes_nothing(row) else self._read(data, row.at_version or row.version)
        return self._stands[row.number]

    def _read(self, data: object, number: int) -> Found:
        version = self.version(number)
        if version is None and number in self._changed:
            return sentence("version {version}, which it changes, is damaged", version=number)
        if version is None:
            return sentence("there is no version {version} for it to change", version=number)
        try:
            edits = from_json(data)
            changed = spans(version.text, edits)
            for edit in edits:
                if not edit.text.isprintable():  # what can be printed holds nothing that no text may hold
                    canonical(edit.text)
        except EditsOverlap:
            return sentence("two of its changes touch the same place in version {version}", version=number)
        except EditOutside:
            return sentence("one of its changes lies outside version {version}", version=number)
        except BrokenText:
            return sentence("one of its changes puts in what is no text")
        except Unusable:
            return sentence("its changes are kept in a form that cannot be read")
        return edits if changed else sentence("nothing is kept of its changes")


def changes_nothing(row: Kept) -> bool:
    """Whether it has no edits, and should have none: a remark, or one that was erased."""
    return row.kind == "tip" or (row.erased and row.edits == [])


def fits(edits: Iterable[Edit], text: str) -> bool:
    """Whether ``apply`` would write edits into a text; it checks them in the same way."""
    try:
        spans(text, edits)
    except (EditsOverlap, EditOutside):
        return False
    return True


def _sound(found: Found) -> tuple[Edit, ...] | None:
    return None if isinstance(found, Sentence) else found
