"""What somebody who hands in a whole edited text wants changed, of the version they edited. Nothing is kept here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import col

from plein.documents import Edit, apply, canonical, diff, is_sweeping, restyled
from plein.documents.diff.emptied import emptied
from plein.documents.diff.layout import parted
from plein.documents.diff.relabelled import relabelled
from plein.engine.desk import Sight
from plein.engine.review.spots import Spot, carried, spots
from plein.engine.rows.of_cycle import rows_of
from plein.engine.text.bases import made_from, unmarked
from plein.errors import BrokenText, NothingChanged
from plein.sentences import sentence, typed
from plein.store.tables.text import VersionRow

_EMPTY = sentence("The text is empty; hand in the whole text as it should read.")


@dataclass(frozen=True, slots=True)
class Wish:
    """What one text asks for.

    Attributes:
        base: The version it was made from.
        edits: What it wants changed there; none where it only reads otherwise set.
        typography: How many places it sets in another way, which is nobody's wish.
        same: Whether it is that version to the letter.
        sweeping: Whether it writes most of the version anew, so that it is one place.
        spots: The places it changes there.
        stands: The same as they stand in the version before the public.
    """

    base: VersionRow
    edits: tuple[Edit, ...]
    typography: int = 0
    same: bool = False
    sweeping: bool = False
    spots: tuple[Spot, ...] = ()
    stands: tuple[Spot, ...] = ()


def published_rows(sight: Sight, current: VersionRow) -> list[VersionRow]:
    """The versions that somebody who suggests may have edited: those that were published, up to the one before the public."""
    return rows_of(sight, VersionRow, col(VersionRow.published).is_not(None), col(VersionRow.number) <= current.number)


def wish(sight: Sight, text: str, among: Sequence[VersionRow], *, base: int | None = None, typography: bool = False) -> Wish:
    """What somebody wants who hands in a whole text.

    Args:
        sight: The cycle.
        text: The text, as it was handed in.
        among: The versions it may have been made from, the oldest first; the last is the one before the public.
        base: Which of those it was, where its writer says so.
        typography: Whether quotes, dashes and blanks that are set in another way are a wish too.

    Raises:
        BrokenText: It is no text, or empty.
        NotFound: There is no such version.
        BaseUnclear: It may have been made from any of several.
    """
    proposed, named = unmarked(canonical(text), sight.cycle.slug)
    if not proposed.strip():
        raise BrokenText(_EMPTY)
    row = made_from(sight, proposed, named if base is None else base, among)
    if proposed == row.text:
        return Wish(row, (), same=True)
    proposed = relabelled(row.text, proposed)
    set_alike, places = proposed, 0
    if not typography:
        found = restyled(row.text, proposed)
        set_alike, places = found.text, found.places
    edits, narrow = _wished(row.text, set_alike)
    if not edits:
        return Wish(row, (), places)
    there, sweeping = spots(row, edits, narrow=narrow)
    return Wish(row, edits, places, False, sweeping, tuple(there), tuple(carried(sight, there, row, among[-1])))


def nothing_in(found: Wish, current: int) -> NothingChanged:
    """The refusal of a text that asks for nothing.

    Args:
        found: What was found in it.
        current: The version before the public.
    """
    number = found.base.number
    if found.same and number != current:
        return NothingChanged(
            sentence(
                "Your text is version {number} to the letter, and version {current} is before the public now; there is nothing to suggest in it.",
                number=number,
                current=current,
            )
        )
    if found.same:
        return NothingChanged(sentence("Your text is version {number} to the letter; there is nothing to suggest.", number=number))
    if found.typography:
        return NothingChanged(
            sentence(
                "Your text differs from version {number} in typography alone: quotes, dashes, blanks. There is nothing to suggest; "
                "to suggest those: {option}",
                number=number,
                option=typed("--typography", "typography=True"),
            )
        )
    return NothingChanged(
        sentence("Your text differs from version {number} in layout alone: it reads the same. There is nothing to suggest.", number=number)
    )


def _wished(base: str, proposed: str) -> tuple[tuple[Edit, ...], bool]:
    """What of an edited text is a change of what is shown, none where nothing but the layout differs; and whether that is not most of it.

    What an editor on a screen writes in its own manner (bullets, wraps, escapes) is nobody's wish, and would be an empty suggestion. A
    bullet that is left without its words goes with them. A text that somebody wrote anew has the layout its writer gave it.
    """
    edits = emptied(base, diff(base, proposed))
    if not (apply(base, edits) if edits else proposed).strip():
        raise BrokenText(_EMPTY)
    words = parted(base, edits, fitting=True)[0]
    return (edits, False) if is_sweeping(base, words) else (words, True)
