"""What suggestions move: told from their edits and the text each time, and kept nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from plein.documents import Edit, Place, moves, places
from plein.engine.review.edits_kept import Footing, Kept
from plein.store.tables.review import SuggestionRow


def move_in(text: str, edits: Sequence[Edit]) -> Place | None:
    """The passage that edits of a text move, if they do nothing else; cheap for those that cannot be a move."""
    if len(edits) < 2 or not moves(text, edits):
        return None
    found = places(text, edits)
    return found[0] if len(found) == 1 and found[0].moved_to is not None else None


def move_of(row: Kept, footing: Footing) -> Place | None:
    """What a suggestion moves; None where it does anything else, quotes more than the passage, or is unsound."""
    edits, version = footing.made(row), footing.version(row.version)
    found = None if edits is None or version is None else move_in(version.text, edits)
    return found if found is not None and (found.start, found.end) == (row.start, row.end) else None


def moved_to(rows: Iterable[SuggestionRow], footing: Footing) -> Mapping[int, int]:
    """Behind which paragraph each suggestion that is a move puts its passage, by number."""
    found: dict[int, int] = {}
    for row in rows:
        if not isinstance(row.edits, list) or len(row.edits) < 2:  # no move, and no reason to look its version up
            continue
        move = move_of(row, footing)
        if move is not None and move.moved_to is not None:
            found[row.number] = move.moved_to
    return found
