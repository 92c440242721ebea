"""Whether what somebody says in place of a suggestion of theirs is anything else: not the same, nor what they suggest already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plein.documents import to_json
from plein.engine.desk import Act
from plein.engine.review.spots import Spot
from plein.errors import NothingChanged, Refused
from plein.sentences import listed, sentence
from plein.store.tables.review import SuggestionRow


def refuse_unchanged(act: Act, row: SuggestionRow, fresh: Sequence[Spot], *, why: str | None, kind: str, contribution: int | None) -> None:
    """Refuse what leaves a suggestion as it is.

    Args:
        act: The act under way.
        row: The suggestion.
        fresh: What its author says in its place.
        why: With which motivation.
        kind: As what.
        contribution: The contribution it comes from.

    Raises:
        NothingChanged: It is the very same.
        Refused: It is the same, and more besides.
    """
    if not any(_is_still(row, one) for one in fresh):
        return
    if len(fresh) > 1:
        raise Refused(
            sentence(
                "Your text asks for suggestion {number} as it is, and for more besides; what you want besides you add: {command}",
                number=row.number,
                command=f"plein suggestion add {act.cycle.slug} FILE --beside",
            )
        )
    if (why, kind, contribution) == (row.why, row.kind, row.contribution):
        raise NothingChanged(sentence("Suggestion {number} says so already; nothing was changed.", number=row.number))


def suggested_already(act: Act, row: SuggestionRow, numbers: Iterable[int]) -> NothingChanged:
    """The refusal of what its author suggests already in others."""
    return NothingChanged(
        sentence(
            "You suggest that already in {numbers}; if you no longer want {number}, take it back: {command}",
            numbers=listed(map(str, sorted(set(numbers)))),
            number=row.number,
            command=f"plein suggestion withdraw {act.cycle.slug} {row.number}",
        )
    )


def _is_still(row: SuggestionRow, one: Spot) -> bool:
    """Whether a place asks for what a suggestion asks for, where that was made or where it stands now."""
    if one.replace is None or row.replace is None:
        return (one.replace, one.version, one.start, one.end) == (row.replace, row.version, row.start, row.end)
    edits = to_json(one.edits)
    return (one.version, edits) in ((row.version, row.edits), (row.at_version, row.at_edits))
