"""A text that a place was settled by, put together from several suggestions: its edits, and what of it is due to whom."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Protocol

from sqlmodel import col

from plein.documents import Edit, from_json
from plein.engine.desk import Act
from plein.engine.rows.of_cycle import rows_of
from plein.errors import Refused, Unusable
from plein.sentences import sentence
from plein.store.tables.review import DecisionRow


def kept(shares: Mapping[int, Sequence[Edit]]) -> list[list[Any]]:
    """The edits of a text in order of place, each with the numbers of those it comes from, fit for a row.

    >>> kept({1: [Edit(3, 8, "rent")], 2: [Edit(3, 8, "rent"), Edit(23, 27, "")]})
    [[3, 8, 'rent', [1, 2]], [23, 27, '', [2]]]
    """
    every = sorted({edit for edits in shares.values() for edit in edits})
    return [[one.start, one.end, one.text, sorted(number for number, edits in shares.items() if one in edits)] for one in every]


class Parted(Protocol):
    """A decision as far as the text is concerned that was put together."""

    @property
    def parts(self) -> list[list[Any]] | None:
        """The edits, each with those it comes from, as they are kept."""


def together(decision: Parted) -> tuple[Edit, ...] | None:
    """The edits of such a text; None where what is kept of them cannot be read."""
    try:
        return from_json([part[:3] for part in decision.parts or ()])
    except (Unusable, TypeError):
        return None


def put_together_from(decision: DecisionRow) -> tuple[int, ...]:
    """The numbers of the suggestions that such a text comes from; none where it was not put together, or nobody can tell any more."""
    numbers = {number for one in decision.parts or () for number in _named(one)}
    return tuple(sorted(numbers))


def due_to(decision: DecisionRow, edits: Sequence[Edit]) -> Mapping[int, tuple[Edit, ...]]:
    """Edits of such a text, as they stand in a later version, by the number of each suggestion they come from.

    Where they are not as many as they were, each is due to all.
    """
    everybody = put_together_from(decision)
    parts = [_named(one) for one in decision.parts or ()]
    if len(parts) != len(edits):
        return dict.fromkeys(everybody, tuple(edits))
    return {number: mine for number in everybody if (mine := tuple(edit for edit, of in zip(edits, parts, strict=True) if number in of))}


def _named(part: Any) -> Collection[int]:
    """Whom a part comes from; nobody where it is no part at all."""
    found = part[3] if isinstance(part, list) and len(part) == 4 and isinstance(part[3], list) else []
    return [number for number in found if isinstance(number, int)]


def refuse_apart(act: Act, decisions: Collection[DecisionRow]) -> None:
    """Refuse to answer anew, alone, somebody whose words are in a text that was put together: else one sentence were taken over and were not.

    Args:
        act: The act.
        decisions: What was decided on all that the act would answer anew.

    Raises:
        Refused: One of them is covered by such a text, and the act leaves that as it is.
    """
    here = {one.suggestion for one in decisions}
    covers = {one.covered_by for one in decisions} - here - {None}
    for text in rows_of(act, DecisionRow, col(DecisionRow.suggestion).in_(covers), order=DecisionRow.suggestion) if covers else ():
        theirs = here.intersection(put_together_from(text))
        if theirs:
            raise Refused(
                sentence(
                    "The text that answers {text} has words of {number} too; take that back first: {command}",
                    text=text.suggestion,
                    number=min(theirs),
                    command=f"plein decision undo {act.cycle.slug} {text.suggestion}",
                )
            )


def free_the_others(act: Act, text: DecisionRow, but: Collection[int] = ()) -> None:
    """With a text that was put together goes what it answered: all whose words it had wait again, unless that was public, or is answered anew."""
    members = set(put_together_from(text)).difference(but)
    if not members:
        return
    others = rows_of(
        act,
        DecisionRow,
        col(DecisionRow.suggestion).in_(members),
        col(DecisionRow.covered_by) == text.suggestion,
        col(DecisionRow.published).is_(None),
        order=DecisionRow.suggestion,
    )
    for other in others:
        act.session.delete(other)
