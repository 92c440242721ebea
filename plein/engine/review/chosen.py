"""Which suggestions somebody asks for: by number, told from columns, so that a page of a long list costs what the page costs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlmodel import col

from plein.engine.desk import Sight
from plein.engine.review.as_seen import suggestion_views
from plein.engine.review.standing import Standing, decided_seen
from plein.engine.review.views import Suggestion
from plein.engine.rows.of_cycle import FEW, column_of, rows_of
from plein.engine.rows.page import Page
from plein.store.tables.review import SuggestionRow


def numbers_of(sight: Sight, standing: Standing, *, undecided: bool, colliding: bool, paragraph: int | None) -> Sequence[int]:
    """The numbers of those that meet all conditions, in order of arrival."""
    conditions: list[Any] = []
    if undecided:
        conditions.append(col(SuggestionRow.status) != "withdrawn")
    if paragraph is not None:
        conditions.append(col(SuggestionRow.paragraph) == paragraph)
    found: Sequence[int] = column_of(sight, SuggestionRow.number, *conditions, order=SuggestionRow.number)
    if undecided:
        decided = decided_seen(sight)
        found = [number for number in found if number not in decided]
    if colliding:
        colliders = standing.meetings.colliding
        found = [number for number in found if number in colliders]
    return found


def page_of(sight: Sight, standing: Standing, numbers: Sequence[int], *, limit: int | None, after: int) -> Page[Suggestion]:
    """Those of these suggestions that come after a number, at most so many."""
    rest = [number for number in numbers if number > after] if after else numbers
    part = rest if limit is None else rest[:limit]
    rows = rows_with(sight, part)
    further = part[-1] if len(part) < len(rest) else None
    return Page(suggestion_views(sight, standing, rows), total=len(numbers), after=further)


def rows_with(sight: Sight, numbers: Sequence[int]) -> Sequence[SuggestionRow]:
    """The rows of these suggestions, by number."""
    if len(numbers) <= FEW:
        return rows_of(sight, SuggestionRow, col(SuggestionRow.number).in_(numbers))
    wanted = set(numbers)
    between = col(SuggestionRow.number).between(numbers[0], numbers[-1])
    return [row for row in rows_of(sight, SuggestionRow, between) if row.number in wanted]
