"""A cycle for tests to work with: a small text about housing, and short ways to any phase of it."""

from __future__ import annotations

from plein import Plein, Seat
from plein.engine.review.views import Decision, Suggestion

TEXT = """\
# Housing

We build homes.

## Who comes first

- families with children
- people who lost their home

The town keeps a waiting list. It is public.

We like trees in every street.
"""


class Housing:
    """The cycle ``housing``: anna is its host, bea its drafter, everybody else is the public."""

    slug = "housing"

    def __init__(self, plein: Plein, *, definition: str = "plein66") -> None:
        self.plein = plein
        self.anna = plein.acting_as("anna")
        self.bea = plein.acting_as("bea")
        self.outsider = plein.acting_as(None)
        self.anna.cycles.new(self.slug, title="Housing", question="What should change about housing?", definition=definition, language="en")

    def seat(self, person: str) -> Seat:
        return self.plein.acting_as(person)

    @property
    def phase(self) -> str:
        return self.outsider.cycle(self.slug).show().phase

    @property
    def revision(self) -> int:
        return self.outsider.cycle(self.slug).show().revision

    def inventory(self) -> Housing:
        """Open the inventory; piet says something in it."""
        self.anna.cycle(self.slug).move("inventory")
        self.seat("piet").cycle(self.slug).inventory.add("My son has been waiting for nine years.", kind="experience")
        return self

    def invitation(self) -> Housing:
        """Close the inventory and go on to inviting."""
        self.inventory()
        self.anna.cycle(self.slug).move("invitation")
        return self

    def drafting(self, text: str | None = TEXT) -> Housing:
        """Go on to drafting with bea in the circle, and *text* as the first version."""
        self.invitation()
        token = self.anna.cycle(self.slug).group.invite("bea", role="drafter", because="Knows the waiting list.", for_=1).token
        self.bea.invitations.accept(token)
        self.anna.cycle(self.slug).move("drafting")
        if text is not None:
            self.bea.cycle(self.slug).draft.save(text)
        return self

    def review(self, text: str = TEXT, *, closes: str | None = None) -> Housing:
        """Go on to the first review of *text*."""
        self.drafting(text)
        self.anna.cycle(self.slug).move("review", closes=closes, ask="Is this what you meant?")
        return self

    def suggest(self, person: str, *, quote: str, replace: str, why: str | None = None) -> Suggestion:
        return self.seat(person).cycle(self.slug).suggestions.add_quote(quote, replace, why=why).suggestions[0]

    def hand_in(self, person: str, old: str, new: str) -> tuple[Suggestion, ...]:
        """Hand in the whole text under review with *old* replaced by *new*."""
        text = self.outsider.cycle(self.slug).draft.show().text
        assert old in text
        return self.seat(person).cycle(self.slug).suggestions.add(text.replace(old, new)).suggestions

    def adopt(self, *numbers: int) -> tuple[Decision, ...]:
        return self.bea.cycle(self.slug).decisions.set(numbers, "adopted")

    def reject(self, *numbers: int) -> tuple[Decision, ...]:
        return self.bea.cycle(self.slug).decisions.set(numbers, "rejected", because="Outside our powers.")

    def digest(self) -> str:
        """What changes whenever anything in the record does: for tests that show that nothing did."""
        return self.outsider.cycle(self.slug).log()[-1].digest
