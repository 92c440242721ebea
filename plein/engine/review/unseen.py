"""What came to a place after somebody looked at it: settling it would answer people whom nobody has read."""

from __future__ import annotations

from collections.abc import Set

from sqlmodel import col

from plein.documents import changes
from plein.engine.desk import Sight
from plein.engine.review.places import Named
from plein.engine.review.standing import Standing
from plein.engine.rows.of_cycle import rows_of
from plein.engine.rows.people import names
from plein.errors import PlaceChanged
from plein.sentences import Sentence, counted, listed, sentence, typed
from plein.store.tables.review import SuggestionRow

_NAMED = 12
"""How many are named with their words; of more there is the number."""
_SHORT = 80


def refuse_unseen(sight: Sight, standing: Standing, found: Named, answered: Set[int], seen: Set[int]) -> None:
    """Refuse to answer what was not seen at a place: whoever wrote it would read a reason that was given for something else.

    What stands at another place was there to be seen if it was handed in before the newest that was seen here.

    Args:
        sight: Through whose eyes.
        standing: The suggestions beside each other.
        found: The place.
        answered: The suggestions that the act would answer, without those it names.
        seen: Those that stood there when somebody looked.

    Raises:
        PlaceChanged: There are others.
    """
    newest, here = max(seen, default=0), set(found.screen.suggestions)
    came = sorted(number for number in answered - seen if number in here or number > newest)
    if not came:
        return
    rows = {row.number: row for row in rows_of(sight, SuggestionRow, col(SuggestionRow.number).in_(came[:_NAMED]))}
    people = names(sight, {row.author_id for row in rows.values()})
    told: list[Sentence] = [
        sentence("{number} ({author}: {words})", number=number, author=people[rows[number].author_id], words=_in_short(rows[number]))
        for number in came[:_NAMED]
    ]
    if len(came) > _NAMED:
        told.append(counted("{n} more", "{n} more", n=len(came) - _NAMED))
    numbers = sorted({*(seen & here), *came})
    raise PlaceChanged(
        found.name,
        came,
        sentence("Place {place} is not as it was seen: this would also answer {suggestions}.", place=found.name, suggestions=listed(told)),
        sentence(
            "Look again: {command}; then say that you have seen them: {option}",
            command=f"plein suggestion collisions {sight.cycle.slug}",
            option=typed(f"--seen {','.join(map(str, numbers))}", f"seen={numbers}"),
        ),
    )


def _in_short(row: SuggestionRow) -> str:
    """What a suggestion changes, in a few words."""
    signs = [change for change in changes(row.quote, row.replace or "") if change.kind != "equal"]
    told = ((f"[-{one.old}-]" if one.old else "") + (f"{{+{one.new}+}}" if one.new else "") for one in signs)
    words = " ".join((" … ".join(told) or row.quote).split())  # of a passage that is only moved, its words
    return words if len(words) <= _SHORT else words[: _SHORT - 1] + "…"
