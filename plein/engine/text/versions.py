"""The versions of the document. What is not published is for the circle alone; to others it is not there."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col

from plein.documents import diff, digest
from plein.engine.desk import Act, Sight
from plein.engine.inventory.origins import origins
from plein.engine.room import CycleRoom
from plein.engine.rows.held import held
from plein.engine.rows.of_cycle import column_of, newest_of, next_number, row_of, rows_of
from plein.engine.rows.people import names
from plein.engine.rows.written import said
from plein.engine.text.views import Difference, Version
from plein.errors import NotFound
from plein.sentences import sentence
from plein.store import record
from plein.store.tables.cycle import StepRow
from plein.store.tables.review import DecisionRow
from plein.store.tables.text import AsideRow, VersionRow


class VersionsRoom(CycleRoom):
    """What people may read of the text."""

    def list(self) -> tuple[Version, ...]:
        """The versions this person may read, oldest first.

        >>> [version.number for version in bea.draft.list()]
        [1]
        """
        with self._look() as sight:
            return version_views(sight, readable_rows(sight))

    def show(self, version: int | None = None) -> Version:
        """One version, or the newest this person may read.

        Raises:
            NotFound: There is none, or it is closed to this person.

        >>> print(bea.draft.show().text.splitlines()[0])
        # Housing
        """
        with self._look() as sight:
            return version_views(sight, [readable(sight, version)])[0]

    def diff(self, a: int, b: int) -> Difference:
        """What changed between two versions, word by word.

        Args:
            a: The older version.
            b: The newer version.

        Raises:
            NotFound: There is no such version, or it is closed to this person.

        >>> text = bea.draft.show().text
        >>> saved = bea.draft.save(text.replace("homes", "affordable homes"))
        >>> [edit.text for edit in bea.draft.diff(1, 2).edits]
        [' affordable']
        """
        with self._look() as sight:
            old, new = (readable(sight, number).text for number in (a, b))
        return Difference(a, b, old, new, diff(old, new))

    def under_review(self) -> Version:
        """The version that is before the public, or was last.

        Raises:
            NotFound: None was put before the public yet.

        >>> piet.draft.under_review().number
        1
        """
        with self._look() as sight:
            return version_views(sight, [reviewed(sight)])[0]


def may_read(sight: Sight, row: VersionRow) -> bool:
    """Whether this person may read the version: it is published, or drafts are for them too."""
    return row.published is not None or sight.reads_drafts


def readable(sight: Sight, number: int | None = None) -> VersionRow:
    """The version *number*, or the newest; only if this person may read it."""
    slug = sight.cycle.slug
    if number is None:
        found = newest_of(sight, VersionRow) if sight.reads_drafts else newest_published(sight)
        if found is None:
            raise NotFound(sentence("There is no version of {slug} to read yet; see {command}", slug=slug, command=f"plein status {slug}"))
        return as_saved(sight, found)
    row = version_row(sight, number)
    if row is None or not may_read(sight, row):
        raise no_version(slug, number)
    return as_saved(sight, row)


def reviewed(sight: Sight) -> VersionRow:
    """The version that is, or was last, before the public.

    Raises:
        NotFound: None was put before the public yet.
    """
    step = newest_of(sight, StepRow, col(StepRow.phase).in_(sight.definition.reviews))
    row = None if step is None else newest_published(sight) if step.version is None else version_row(sight, step.version)
    if row is None:
        slug = sight.cycle.slug
        command = f"plein status {slug}"
        raise NotFound(sentence("No version of {slug} has been put before the public yet; see {command}", slug=slug, command=command))
    return as_saved(sight, row)


def version_row(sight: Sight, number: int) -> VersionRow | None:
    """The version's row whoever looks, and whatever became of its text; callers ask :func:`may_read`, and :func:`as_saved`."""
    return row_of(sight, VersionRow, number)


def as_saved(sight: Sight, row: VersionRow) -> VersionRow:
    """The version, whose text is the one that was saved.

    Raises:
        Damaged: Its text is another.
    """
    wrong = sentence("version {number} is damaged: its text is not the one that was saved", number=row.number)
    return held(row, sight.cycle.slug, wrong)


def newest_published(sight: Sight) -> VersionRow | None:
    """The newest version that everybody may read; None before the first."""
    return newest_of(sight, VersionRow, col(VersionRow.published).is_not(None))


def readable_rows(sight: Sight) -> list[VersionRow]:
    """The versions this person may read, oldest first."""
    return [as_saved(sight, row) for row in rows_of(sight, VersionRow) if may_read(sight, row)]


def add_version(act: Act, text: str, *, base: int | None, note: str | None = None, parts: Sequence[int] | None = None) -> VersionRow:
    """Add the next version to the cycle."""
    row = VersionRow(
        cycle_id=act.id,
        number=next_number(act, VersionRow),
        author_id=act.by,
        text=text,
        digest=digest(text),
        base=base,
        note=said(note),
        parts=None if parts is None else list(parts),
        at=act.now,
    )
    act.session.add(row)
    act.session.flush()
    return row


def note_seal(row: VersionRow | AsideRow) -> str:
    """What the record holds of the note on a version, or on a text set aside."""
    return record.seal(row.digest, row.note)


def version_views(sight: Sight, rows: Sequence[VersionRow]) -> tuple[Version, ...]:
    """The versions as this person sees them: an outsider reads a published text, but not the circle's note on it."""
    authors = names(sight, {row.author_id for row in rows})
    shown = _answers_seen(sight) if any(row.parts for row in rows) else frozenset()
    began = origins(sight, rows)
    return tuple(
        Version(
            number=row.number,
            author=authors[row.author_id],
            note=row.note if sight.inside else None,
            published=row.published is not None,
            published_at=row.published,
            digest=row.digest,
            base=row.base,
            merged=tuple(number for number in row.parts or () if number in shown),
            at=row.at,
            text=row.text,
            contributions=began[row.number],
            corrects=row.corrects,
            because=row.because,
        )
        for row in rows
    )


def _answers_seen(sight: Sight) -> frozenset[int]:
    """The suggestions whose decision this person may know of."""
    public = () if sight.inside else (col(DecisionRow.published).is_not(None),)
    return frozenset(column_of(sight, DecisionRow.suggestion, *public))


def newest_row(sight: Sight) -> VersionRow | None:
    """The newest version's row whoever looks; None before the first draft."""
    row = newest_of(sight, VersionRow)
    return None if row is None else as_saved(sight, row)


def known_version(sight: Sight, number: int) -> VersionRow:
    """The version's row, which must be there, whoever looks."""
    row = version_row(sight, number)
    if row is None:
        raise no_version(sight.cycle.slug, number)
    return as_saved(sight, row)


def no_version(slug: str, number: int) -> NotFound:
    """The refusal of a version that is not there, or not for this person."""
    command = f"plein draft list {slug}"
    return NotFound(
        sentence("There is no version {number} of {slug}; see which there are: {command}", number=number, slug=slug, command=command)
    )


def aside_rows(sight: Sight) -> Sequence[AsideRow]:
    """The texts set aside, whoever looks."""
    return rows_of(sight, AsideRow)
