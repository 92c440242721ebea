"""What suggestions move: told from their edits and the text each time, and kept nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from plein.documents import Edit, Place, moves, places
from plein.store.tables import SuggestionRow


def move_in(text: str, edits: Sequence[Edit]) -> Place | None:
    """The passage that edits of a text move, if they do nothing else; cheap for those that cannot be a move."""
    if len(edits) < 2 or not moves(text, edits):
        return None
    found = places(text, edits)
    return found[0] if len(found) == 1 and found[0].moved_to is not None else None


def move_of(row: SuggestionRow, text: str) -> Place | None:
    """What a suggestion moves, *text* being the version it was made on; None where it does anything else, or quotes more than the passage."""
    found = move_in(text, [Edit(*edit) for edit in row.edits])
    return found if found is not None and (found.start, found.end) == (row.start, row.end) else None


def moved_to(rows: Iterable[SuggestionRow], text_of: Callable[[int], str]) -> Mapping[int, int]:
    """Behind which paragraph each suggestion that is a move puts its passage, by number; *text_of* is asked once for each version."""
    found: dict[int, int] = {}
    texts: dict[int, str] = {}
    for row in rows:
        if len(row.edits) < 2:
            continue
        if row.version not in texts:
            texts[row.version] = text_of(row.version)
        move = move_of(row, texts[row.version])
        if move is not None and move.moved_to is not None:
            found[row.number] = move.moved_to
    return found
