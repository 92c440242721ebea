"""The story of a cycle, told phase by phase."""

from __future__ import annotations

from plein.engine.cycle.views import Chapter
from plein.engine.room import CycleRoom


class StoryRoom(CycleRoom):
    """How a cycle went."""

    def story(self) -> tuple[Chapter, ...]:
        """The phases as they were lived, oldest first, each with what came of it, as this person may know.

        What a review brought is told with the review itself. ``answered`` counts published decisions on what came in then, by outcome;
        ``changed`` counts the places in which the version of this step differs from the one published before it.
        """
        from plein.engine.cycle.chapters import chapters  # here, not above: the home screen needs no text core

        with self._look() as sight:
            return chapters(sight)
