"""Correcting the final version: the one thing that can still be done to a text that is final, in the open and with its reason."""

from __future__ import annotations

from plein.documents import places, recognise
from plein.engine.desk import Act
from plein.engine.review.carrying import carry
from plein.engine.room import CycleRoom
from plein.engine.rows.of_cycle import rows_of
from plein.engine.rows.written import reason
from plein.engine.text.bases import unmarked
from plein.engine.text.versions import add_version, newest_published, note_seal, readable, version_views
from plein.engine.text.views import Version
from plein.engine.text.whole import whole_text
from plein.errors import NothingChanged, Refused
from plein.sentences import sentence
from plein.store.tables.text import VersionRow


class CorrectingRoom(CycleRoom):
    """What hosts do when the final version has a mistake in it."""

    def correct(self, text: str, because: str, dry_run: bool = False, *, revision: int | None = None) -> Version:
        """Publish a corrected final version.

        It is a version of its own kind: everybody reads it from then on, with the reason and with what it changes in the final version, which
        stays to be read. Nothing else about a text that is final can be changed. A correction can be corrected.

        Args:
            text: The whole text, as it should have read.
            because: Why; everybody can read it.
            dry_run: Only say what would happen.
            revision: The revision the writer has read.

        Raises:
            ActRefused, NotAllowed: The cycle is in no phase in which a version became final, or this person is no host of it.
            Refused: No version was published.
            NothingChanged: It is the final version to the letter, or differs from it in layout alone.
            BrokenText: It is empty, or still has marks of a collision in it.
            Unusable: The reason is missing.

        >>> done = bea.decisions.set([1, 2, 3], "noted", because="Read."), bea.decisions.publish()
        >>> corrected = housing.move("final") and housing.draft.show().text.replace("a waiting list", "two waiting lists")
        >>> version = housing.draft.correct(corrected, because="There are two of them.")
        >>> version.number, version.corrects, piet.draft.show().because
        (2, 1, 'There are two of them.')
        """
        why, written = reason(because, sentence("A correction")), whole_text(text)
        with self._act("correct", name="correct-version", revision=revision, dry_run=dry_run) as act:
            newest = newest_published(act)
            if newest is None:
                raise Refused(sentence("No version of {slug} was published, so that there is none to correct.", slug=self._slug))
            final = readable(act, newest.number)
            written = _made_from_it(act, final, written)
            _refuse_the_same(final, written)
            row = _publish(act, final, written, why)
            act.note(
                version=row.number, digest=row.digest, base=row.base, note_seal=note_seal(row), corrects=row.corrects, because=row.because
            )
            return version_views(act, [row])[0]


def _made_from_it(act: Act, final: VersionRow, text: str) -> str:
    """The corrected text, without the line that may say which version it was made from.

    Raises:
        Refused: It was made from an earlier version, so that it would take back what changed since.
    """
    written, said = unmarked(text, act.cycle.slug)
    published = [row for row in rows_of(act, VersionRow) if row.published is not None]
    found = (said,) if said is not None else recognise(written, {row.number: row.text for row in published})
    if final.number not in found:
        raise Refused(
            sentence(
                "Your text was made from version {base}, and version {number} is the final one; nothing was published. "
                "Correct that one: {command}",
                base=found[0],
                number=final.number,
                command=f"plein draft show {act.cycle.slug}",
            )
        )
    return written


def _refuse_the_same(final: VersionRow, text: str) -> None:
    """A correction that nobody could see would only make people look for it."""
    if text == final.text:
        raise NothingChanged(sentence("That is version {number} to the letter; there is nothing to correct.", number=final.number))
    if all(place.layout for place in places(final.text, text)):
        raise NothingChanged(
            sentence(
                "That differs from version {number} in layout alone: it reads the same. There is nothing to correct.", number=final.number
            )
        )


def _publish(act: Act, final: VersionRow, text: str, why: str) -> VersionRow:
    """Add the version, for everybody at once; a suggestion that never got an answer is carried to it, as to every published version."""
    row = add_version(act, text, base=final.number)
    row.corrects, row.because, row.published = final.number, why, act.now
    act.session.flush()
    carried = carry(act, row)
    if carried:
        act.note(carried=carried)
    return row
