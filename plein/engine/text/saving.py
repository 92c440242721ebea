"""Saving the text as the next version, onto what others saved meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plein.documents import Conflict, Restyled, astray, digest, merge3, restyled, unshown
from plein.engine.desk import Act
from plein.engine.inventory.origins import named
from plein.engine.room import CycleRoom
from plein.engine.rows.of_cycle import rows_of
from plein.engine.rows.written import said
from plein.engine.text.bases import made_from, unmarked
from plein.engine.text.draft_collisions import where_they_collide
from plein.engine.text.versions import add_version, as_saved, aside_rows, note_seal, version_views
from plein.engine.text.views import Version
from plein.engine.text.whole import whole_text
from plein.errors import DraftCollides, NothingChanged
from plein.sentences import sentence, typed
from plein.store.tables.text import AsideRow, VersionRow


class SavingRoom(CycleRoom):
    """What the circle does with its text."""

    def save(
        self,
        text: str,
        base: int | None = None,
        note: str | None = None,
        *,
        typography: bool = False,
        for_: Iterable[int] = (),
        revision: int | None = None,
    ) -> Version:
        """Save the whole text as the next version.

        A text that was made from an older version is merged with what others saved since.

        Args:
            text: The whole text, as it should read.
            base: Number of the version it was made from; None to have it told from the text.
            note: What changed, in a line, for the circle.
            typography: Whether quotes, dashes and blanks that are set in another way are changed too; else they are left as they were.
            for_: Numbers of those it began with; public once the version is.
            revision: The revision the writer has read.

        Raises:
            NothingChanged: It is a version to the letter, or differs from it in typography alone.
            BaseUnclear: It may have been made from any of several versions; nothing was saved.
            BrokenText: It is empty, or still has marks of a collision in it.
            DraftCollides: It does not merge cleanly; both texts are kept, and the sentence says where.
            NotFound: There is no such base, or no such contribution.

        >>> text = bea.draft.show().text
        >>> bea.draft.save(text.replace("homes", "affordable homes"), note="Who can pay the rest?").number
        2
        """
        written, said_base = unmarked(whole_text(text), self._slug)
        collided: DraftCollides | None = None
        with self._act("save-draft", revision=revision, closed=True) as act:
            there = rows_of(act, VersionRow)
            began_with = named(act, for_)
            made_on = _made_on(act, written, said_base if base is None else base, there)
            newest = as_saved(act, there[-1]) if there else None
            style = Restyled(written, 0) if made_on is None or typography else restyled(made_on.text, written)
            merged = style.text
            if newest is not None and made_on is not None:
                if merged == made_on.text:
                    raise _nothing_new(made_on, newest, style)
                if made_on.number != newest.number:
                    outcome = merge3(made_on.text, newest.text, style.text)
                    merged = outcome.text
                    if not outcome.clean:
                        collided = self._set_aside(act, style.text, made_on, newest, outcome.conflicts, note)
            if collided is None:
                if newest is not None and merged == newest.text:
                    raise NothingChanged(sentence("All of that is in version {number} already; nothing was saved.", number=newest.number))
                row = add_version(act, merged, base=made_on.number if made_on else None, note=note)
                row.contributions = began_with
                act.note(version=row.number, digest=row.digest, base=row.base, note_seal=note_seal(row), contributions=began_with)
                act.session.flush()
                left = astray(newest.text, merged) if newest is not None else ()
                return replace(version_views(act, [row])[0], typography=style.places, unshown=unshown(merged), astray=left)
        raise collided

    def _set_aside(
        self, act: Act, text: str, base: VersionRow, newest: VersionRow, conflicts: Sequence[Conflict], note: str | None
    ) -> DraftCollides:
        """Keep a text that cannot be saved yet, and say so in the record; the refusal to raise once it is kept. The same one is kept once."""
        slug, mine, asides = act.cycle.slug, digest(text), aside_rows(act)
        row = next((one for one in asides if (one.author_id, one.base, one.digest) == (act.by, base.number, mine)), None)
        if row is None:
            row = AsideRow(
                cycle_id=act.id,
                number=asides[-1].number + 1 if asides else 1,
                author_id=act.by,
                base=base.number,
                newest=newest.number,
                text=text,
                note=said(note),
                digest=mine,
                at=act.now,
            )
            act.session.add(row)
            act.name = "set-draft-aside"
            act.note(aside=row.number, digest=mine, base=base.number, newest=newest.number, note_seal=note_seal(row))
        else:
            act.nothing()
        return DraftCollides(
            base.number,
            newest.number,
            len(conflicts),
            sentence(
                "Your text, made from version {base}, collides with version {newest}, which others saved meanwhile, {where}; it was not saved, "
                "and is kept as aside {aside}.\nSee both with the places marked: {show}; then save the text you agree on: {save}",
                base=base.number,
                newest=newest.number,
                where=where_they_collide(newest.text, conflicts),
                aside=row.number,
                show=f"plein draft show {slug} --aside {row.number}",
                save=f"plein draft save {slug} FILE --base {newest.number}",
            ),
            kept=str(row.number),
        )


def _made_on(act: Act, text: str, base: int | None, there: Sequence[VersionRow]) -> VersionRow | None:
    """The version a text was made from; None where there is none yet. Whoever saved one had it before them."""
    if not there and base is None:
        return None
    return made_from(act, text, base, there, seen=max((row.number for row in there if row.author_id == act.by), default=0))


def _nothing_new(made_on: VersionRow, newest: VersionRow, style: Restyled) -> NothingChanged:
    """The refusal of a text that is a version already."""
    number = made_on.number
    if style.places:
        return NothingChanged(
            sentence(
                "That differs from version {number} in typography alone: quotes, dashes, blanks; nothing was saved. To change those: {option}",
                number=number,
                option=typed("--typography", "typography=True"),
            )
        )
    if number != newest.number:
        return NothingChanged(
            sentence(
                "That is version {number} to the letter, and version {newest} is the newest; nothing was saved. To go back to it: {option}",
                number=number,
                newest=newest.number,
                option=typed(f"--base {newest.number}", f"base={newest.number}"),
            )
        )
    return NothingChanged(sentence("That is version {number} to the letter; nothing was saved.", number=number))
