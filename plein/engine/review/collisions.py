"""What a crowd leaves to decide: the places where suggestions collide, and the largest set that goes together."""

from __future__ import annotations

from collections.abc import Mapping

from plein.documents import compatible
from plein.engine.review.places import place_views
from plein.engine.review.standing import Standing
from plein.engine.review.views import Collision, Compatible
from plein.engine.room import CycleRoom
from plein.engine.rows.undisturbed import undisturbed


class CollisionsRoom(CycleRoom):
    """What people do where many want something else of one passage."""

    @undisturbed
    def collisions(self) -> tuple[Collision, ...]:
        """The places where living suggestions cannot all stand, in order of the text: one per paragraph, with every alternative.

        A place has a name that stays, its ``id``: the lowest number of a suggestion in it.

        Sweeping ones are left out: they touch everything. So are those that :meth:`unsound` names.

        >>> other = kim.suggestions.add_quote("homes", "cheap homes").suggestions[0]
        >>> [(place.id, place.kind, place.suggestions) for place in piet.suggestions.collisions()]
        [(1, 'same-place', (1, 4))]
        """
        with self._look() as sight:
            return place_views(sight, Standing(sight))

    def unsound(self) -> Mapping[int, str]:
        """What needs a place and cannot be placed, by number, with a sentence that says why; it is left out of all that is worked out here.

        >>> piet.suggestions.unsound()
        {}
        """
        with self._look() as sight:
            return Standing(sight).why_unsound()

    @undisturbed
    def compatible(self) -> Compatible:
        """The largest set of suggestions that goes together, by the people behind it: help for those who decide, and no decision.

        It is chosen among those without a decision (that this person may see) that collide with none that was adopted; sweeping ones are
        left out.

        >>> piet.suggestions.compatible().suggestions
        (1, 2)
        """
        with self._look() as sight:
            return _largest_set(Standing(sight))


def _largest_set(standing: Standing) -> Compatible:
    """The largest set that goes together among what waits for a decision and collides with nothing that was adopted."""
    people = {row.number: str(row.author_id) for row in standing.rows}
    chosen: list[int] = []
    covered: dict[int, int] = {}
    left: list[int] = []
    support, exact = 0, True
    for version, suggestions in standing.living.items():
        taken = {number for number in suggestions if number in standing.decisions}
        waiting = {number: edits for number, edits in suggestions.items() if number not in taken}
        blocked = {number for number in waiting if taken.intersection(standing.collides_with.get(number, ()))}
        found = compatible(
            standing.text(version), {number: edits for number, edits in waiting.items() if number not in blocked}, people=people
        )
        chosen += found.suggestions
        covered |= found.covered
        left += [*found.left, *blocked]
        support += found.support
        exact &= found.exact
    return Compatible(tuple(sorted(chosen)), dict(sorted(covered.items())), tuple(sorted(left)), support, exact)
