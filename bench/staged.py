"""A cycle brought as far as a review, for the benches that measure what comes then. Nothing here measures."""

from __future__ import annotations

from plein import Plein
from plein.engine.in_cycle import InCycle


def in_review(plein: Plein, slug: str, text: str) -> InCycle:
    """A text before the public, as its host anna sees it; bea is in the circle."""
    plein.upgrade()
    anna, bea = plein.acting_as("anna"), plein.acting_as("bea")
    anna.cycles.new(slug, title="Programme", question="What do we want?")
    cycle = anna.cycle(slug)
    cycle.move("inventory")
    plein.acting_as("piet").cycle(slug).inventory.add("My son has been waiting for nine years.")
    cycle.move("invitation", because="Enough was said.")
    bea.invitations.accept(cycle.group.invite("bea", role="drafter", because="Writes well.").token)
    cycle.move("drafting")
    bea.cycle(slug).draft.save(text)
    cycle.move("review", ask="Is this what you meant?")
    return cycle
