"""What a crowd leaves to decide: the places where suggestions collide, and the largest set that goes together."""

from __future__ import annotations

from collections.abc import Mapping

from plein.engine.review.settle import largest_set
from plein.engine.review.standing import Standing
from plein.engine.review.views import Collision, Compatible
from plein.engine.room import CycleRoom


class CollisionsRoom(CycleRoom):
    """What people do where many want something else of one passage."""

    def collisions(self) -> tuple[Collision, ...]:
        """The places where living suggestions cannot all stand, in order of the text: one per paragraph, with every alternative.

        Sweeping ones are left out: they touch everything. So are those that :meth:`unsound` names.

        >>> other = kim.suggestions.add_quote("homes", "cheap homes").suggestions[0]
        >>> [(place.kind, place.suggestions) for place in piet.suggestions.collisions()]
        [('same-place', (1, 4))]
        """
        with self._look() as sight:
            return Standing(sight).places()

    def unsound(self) -> Mapping[int, str]:
        """What needs a place and cannot be placed, by number, with a sentence that says why; it is left out of all that is worked out here.

        >>> piet.suggestions.unsound()
        {}
        """
        with self._look() as sight:
            return Standing(sight).why_unsound

    def compatible(self) -> Compatible:
        """The largest set of suggestions that goes together, by the people behind it: help for those who decide, and no decision.

        It is chosen among those without a decision (that this person may see) that collide with none that was adopted; sweeping ones are
        left out.

        >>> piet.suggestions.compatible().suggestions
        (1, 2)
        """
        with self._look() as sight:
            return largest_set(Standing(sight))
