"""What a crowd leaves to decide: places where suggestions collide, the largest set that goes together, and one act to settle a place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plein.engine.desk import Desk
from plein.engine.review.settle import largest_set, settle
from plein.engine.review.standing import Standing
from plein.engine.review.views import Collision, Compatible, Settled


class CrowdRoom(Desk):
    """What people do where many want something else of one passage."""

    def collisions(self, slug: str) -> tuple[Collision, ...]:
        """The places where living suggestions cannot all stand, in order of the text: one per paragraph, with every alternative.

        Sweeping ones are left out: they touch everything. So are those that :meth:`unsound` names.
        """
        with self._look(slug) as sight:
            return Standing(sight).places()

    def unsound(self, slug: str) -> Mapping[int, str]:
        """What needs a place and cannot be placed, by number, with a sentence that says why; it is left out of all that is worked out here."""
        with self._look(slug) as sight:
            return Standing(sight).why_unsound

    def compatible(self, slug: str) -> Compatible:
        """The largest set of suggestions that goes together, by the people behind it: help for those who decide, and no decision.

        It is chosen among those without a decision (that this person may see) that collide with none that was adopted; sweeping ones are
        left out.
        """
        with self._look(slug) as sight:
            return largest_set(Standing(sight))

    def settle(
        self,
        slug: str,
        place: int | None,
        adopt: Sequence[int] = (),
        *,
        because: str,
        but: Sequence[int] = (),
        revision: int | None = None,
        dry_run: bool = False,
    ) -> Settled:
        """Settle one place in one act: what is named is adopted, and everything there that this answers is answered.

        Those that are the same as an adopted one to the letter are adopted with it; those that say the same, set in another way, are covered
        by it. What cannot stand beside the choice is rejected, the rest stays open: what is merely alike may want the opposite, and is an
        alternative like any other.

        Args:
            slug: The cycle.
            place: Number of the place, as :meth:`collisions` has it; None to adopt together all that is in nobody's way.
            adopt: The suggestions that are taken over; insertions at one point go in in this order. Empty where the passage stays as it is.
            because: The reason, which everybody will read.
            but: Without a place: suggestions that stay open.
            revision: The revision the writer has read.
            dry_run: Only say what would happen.

        Raises:
            NotFound: There is no such place, or nothing collides there any more.
            Refused: What is to be adopted collides, or one of the suggestions has a decision that is public or merged.
            Unusable: The reason is missing.
        """
        with self._act(slug, "decide", revision=revision, closed=True, dry_run=dry_run) as act:
            return settle(act, place, list(dict.fromkeys(adopt)), because=because, but=but)
