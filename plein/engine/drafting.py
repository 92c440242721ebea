"""Drafting: the versions of the document. What is not published is for the circle alone; to others it is not there."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlmodel import col

from plein.documents import canonical, digest, merge3
from plein.engine.desk import Act, Desk, Sight, exists
from plein.engine.inventory import names
from plein.engine.said import said
from plein.engine.views import Version
from plein.errors import BrokenText, DraftCollides, NotFound, NothingChanged
from plein.store import record
from plein.store.tables import AsideRow, DecisionRow, StepRow, VersionRow


class DraftingRoom(Desk):
    """What the circle does with its text, and what others may read of it."""

    def save_draft(self, slug: str, text: str, *, base: int | None = None, note: str | None = None, revision: int | None = None) -> Version:
        """Save the whole text as the next version.

        Args:
            slug: The cycle.
            text: The whole text, as it should read.
            base: Number of the version it was made from; None for the newest. An older one is merged with what others saved meanwhile.
            note: What changed, in a line, for the circle.
            revision: The revision the writer has read.

        Raises:
            NothingChanged: It is the newest version, to the letter.
            DraftCollides: It does not merge cleanly; both texts are kept, and the sentence says where.
            NotFound: There is no such base.
        """
        written = canonical(text)
        if not written.strip():
            raise BrokenText("The draft is empty; nothing was saved.")
        collided: DraftCollides | None = None
        with self._act(slug, "save-draft", revision=revision, closed=True) as act:
            newest = _newest(act)
            made_from = newest if base is None else _row(act, base)
            merged = written
            if newest is not None and made_from is not None and made_from.number != newest.number:
                outcome = merge3(made_from.text, newest.text, written)
                merged = outcome.text
                if not outcome.clean:
                    collided = self._set_aside(act, written, made_from, newest, len(outcome.conflicts))
            if collided is None:
                if newest is not None and merged == newest.text:
                    raise NothingChanged(f"That is version {newest.number} to the letter; nothing was saved.")
                row = add_version(act, merged, base=made_from.number if made_from else None, note=note)
                act.note(version=row.number, digest=row.digest, base=row.base, note_seal=note_seal(row))
                return version_views(act, [row])[0]
        raise collided

    def _set_aside(self, act: Act, text: str, base: VersionRow, newest: VersionRow, conflicts: int) -> DraftCollides:
        """Keep a text that cannot be saved yet, and say so in the record; the refusal to raise once it is kept."""
        slug = act.cycle.slug
        number = (act.session.execute(select(func.max(AsideRow.number)).where(col(AsideRow.cycle_id) == act.id)).scalar() or 0) + 1
        row = AsideRow(
            cycle_id=act.id,
            number=number,
            author_id=act.by,
            base=base.number,
            newest=newest.number,
            text=text,
            digest=digest(text),
            at=act.now,
        )
        act.session.add(row)
        act.name = "set-draft-aside"
        act.note(aside=number, digest=row.digest, base=base.number, newest=newest.number)
        places = "1 place" if conflicts == 1 else f"{conflicts} places"
        return DraftCollides(
            base.number,
            newest.number,
            conflicts,
            f"Your text, made from version {base.number}, collides in {places} with version {newest.number}, which others saved meanwhile; "
            f"it was not saved, and is kept as aside {number}.\n"
            f"See both with the places marked: plein draft show {slug} --aside {number}; "
            f"then save the text you agree on: plein draft save {slug} FILE --base {newest.number}",
            kept=str(number),
        )

    def aside(self, slug: str, number: int) -> str:
        """A text that was set aside, merged with the newest version; diff3 markers where the two collide. For the circle only."""
        with self._look(slug) as sight:
            row = (
                sight.session.execute(
                    select(AsideRow).where(col(AsideRow.cycle_id) == sight.id, col(AsideRow.number) == number)
                ).scalar_one_or_none()
                if sight.inside and exists(number)
                else None
            )
            if row is None:
                raise NotFound(f"There is no text set aside as {number} in {slug}.")
            newest = _newest(sight)
            assert newest is not None
            return merge3(_row(sight, row.base).text, newest.text, row.text).text

    def versions(self, slug: str) -> tuple[Version, ...]:
        """The versions this person may read, oldest first."""
        with self._look(slug) as sight:
            query = select(VersionRow).where(col(VersionRow.cycle_id) == sight.id).order_by(col(VersionRow.number))
            return version_views(sight, [row for row in sight.session.execute(query).scalars() if may_read(sight, row)])

    def version(self, slug: str, number: int | None = None) -> Version:
        """One version, or the newest this person may read.

        Raises:
            NotFound: There is none, or it is closed to this person.
        """
        with self._look(slug) as sight:
            return version_views(sight, [readable(sight, number)])[0]

    def under_review(self, slug: str) -> Version:
        """The version that is before the public, or was last.

        Raises:
            NotFound: None was put before the public yet.
        """
        with self._look(slug) as sight:
            return version_views(sight, [reviewed(sight)])[0]


def may_read(sight: Sight, row: VersionRow) -> bool:
    """Whether this person may read the version: it is published, or they are inside."""
    return row.published is not None or sight.inside


def readable(sight: Sight, number: int | None = None) -> VersionRow:
    """The version *number*, or the newest; only if this person may read it."""
    slug = sight.cycle.slug
    if number is None:
        query = select(VersionRow).where(col(VersionRow.cycle_id) == sight.id)
        if not sight.inside:
            query = query.where(col(VersionRow.published).is_not(None))
        found: VersionRow | None = sight.session.execute(query.order_by(col(VersionRow.number).desc()).limit(1)).scalar_one_or_none()
        if found is None:
            raise NotFound(f"There is no version of {slug} to read yet; see plein status {slug}")
        return found
    row = version_row(sight, number)
    if row is None or not may_read(sight, row):
        raise NotFound(f"There is no version {number} of {slug}; see which there are: plein draft list {slug}")
    return row


def reviewed(sight: Sight) -> VersionRow:
    """The version that is, or was last, before the public.

    Raises:
        NotFound: None was put before the public yet.
    """
    number = sight.session.execute(
        select(col(StepRow.version))
        .where(col(StepRow.cycle_id) == sight.id, col(StepRow.phase) == "review")
        .order_by(col(StepRow.number).desc())
        .limit(1)
    ).scalar()
    row = None if number is None else version_row(sight, number)
    if row is None:
        raise NotFound(f"No version of {sight.cycle.slug} has been put before the public yet; see plein status {sight.cycle.slug}")
    return row


def version_row(sight: Sight, number: int) -> VersionRow | None:
    """The version's row whoever looks; callers ask :func:`may_read`."""
    if not exists(number):
        return None
    return sight.session.execute(
        select(VersionRow).where(col(VersionRow.cycle_id) == sight.id, col(VersionRow.number) == number)
    ).scalar_one_or_none()


def add_version(act: Act, text: str, *, base: int | None, note: str | None = None, parts: Sequence[int] | None = None) -> VersionRow:
    """Add the next version to the cycle."""
    newest = act.session.execute(select(func.max(VersionRow.number)).where(col(VersionRow.cycle_id) == act.id)).scalar()
    row = VersionRow(
        cycle_id=act.id,
        number=(newest or 0) + 1,
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


def note_seal(row: VersionRow) -> str:
    """What the record holds of the circle's note on a version."""
    return record.seal(row.digest, row.note)


def version_views(sight: Sight, rows: Sequence[VersionRow]) -> tuple[Version, ...]:
    """The versions as this person sees them: an outsider reads a published text, but not the circle's note on it."""
    authors = names(sight, {row.author_id for row in rows})
    shown = _answers_seen(sight) if any(row.parts for row in rows) else frozenset()
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
        )
        for row in rows
    )


def _answers_seen(sight: Sight) -> frozenset[int]:
    """The suggestions whose decision this person may know of."""
    query = select(col(DecisionRow.suggestion)).where(col(DecisionRow.cycle_id) == sight.id)
    if not sight.inside:
        query = query.where(col(DecisionRow.published).is_not(None))
    return frozenset(sight.session.execute(query).scalars())


def _newest(sight: Sight) -> VersionRow | None:
    return sight.session.execute(
        select(VersionRow).where(col(VersionRow.cycle_id) == sight.id).order_by(col(VersionRow.number).desc()).limit(1)
    ).scalar_one_or_none()


def _row(sight: Sight, number: int) -> VersionRow:
    row = version_row(sight, number)
    if row is None:
        raise NotFound(f"There is no version {number} of {sight.cycle.slug}; see which there are: plein draft list {sight.cycle.slug}")
    return row
