"""The places where suggestions collide, each by a name that stays, and where a number leads. What is decided there is in ``settle``.

A place is named by the lowest number of a suggestion that stands in it, as if nothing had been decided: so its name is the same for everybody,
stays while a group goes through the places, and tells nobody that some were settled. Numbers are given out in order of arrival, so that whoever
suggests something later, here or further up, changes no name. It changes when its own suggestion is withdrawn, or when the place grows together
with one that has a lower name; therefore every number that stands in a place names it too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlmodel import col

from plein.documents import Alternative, Screen, crowd, proposals
from plein.documents import Proposal as ReadyText
from plein.engine.desk import Sight
from plein.engine.review.edits_kept import Kept
from plein.engine.review.standing import Standing
from plein.engine.review.views import Alternative as AlternativeView
from plein.engine.review.views import Collision, Proposal
from plein.engine.rows.of_cycle import columns_of
from plein.engine.rows.people import names
from plein.errors import NotFound
from plein.sentences import Sentence, sentence
from plein.store.tables.review import SuggestionRow
from plein.terms import term


@dataclass(frozen=True, slots=True)
class Named:
    """A place with its name, and the version it is a passage of."""

    name: int
    version: int
    screen: Screen[int]


class Places:
    """The places of a cycle as one person may know them."""

    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        whole = [one for found in standing.whole.values() for one in found.screens]
        self.names: Mapping[int, int] = {number: one.suggestions[0] for one in whole for number in one.suggestions}
        """The name of the place of every suggestion that stands in one, as if nothing had been decided."""
        self.all: tuple[Named, ...] = tuple(
            Named(self._name(screen), version, screen) for version, found in standing.crowds.items() for screen in found.screens
        )
        """Those where something still collides: the newest version first, in order of the text."""

    def _name(self, screen: Screen[int]) -> int:
        """Its name in the whole; one that came about only because others were settled is named by those who are left."""
        return min((self.names[number] for number in screen.suggestions if number in self.names), default=screen.suggestions[0])

    def find(self, number: int) -> Named:
        """The place of that name, or where that suggestion stands.

        Raises:
            NotFound: There is none: it says what became of that number, and which place is there now.
        """
        found = next((one for one in self.all if one.name == number), None) or self._where(number)
        if found is None:
            raise NotFound(self._gone(number))
        return found

    def _where(self, number: int) -> Named | None:
        return next((one for one in self.all if number in one.screen.suggestions), None)

    def _gone(self, number: int) -> Sentence:
        slug = self.standing.cycle.slug
        every = f"plein suggestion collisions {slug}"
        row = next((row for row in self.standing.rows if row.number == number), None)
        if row is None:
            return sentence(
                "There is no place {place} in {slug} where anything collides; see which there are: {command}",
                place=number,
                slug=slug,
                command=every,
            )
        became, alone = self._became(row)
        if alone is not None:
            return sentence("{became}; it is decided on by itself: {command}", became=became, command=alone)
        now = self._now(row)
        if now is None:
            return sentence("{became}; nothing collides there now. See where anything does: {command}", became=became, command=every)
        return sentence(
            "{became}; what stands there now is place {place}: {command}",
            became=became,
            place=now.name,
            command=f"plein decision settle {slug} {now.name}",
        )

    def _became(self, row: Kept) -> tuple[Sentence, str | None]:
        """Why a suggestion stands in no place, as a clause, and how one decides on it where that is still to be done."""
        slug, number = self.standing.cycle.slug, row.number
        decision = self.standing.decisions.get(number)
        if row.status == "withdrawn":
            return sentence("Suggestion {number} was withdrawn by its author", number=number), None
        if decision is not None:
            return sentence("Suggestion {number} is answered ({outcome})", number=number, outcome=term(decision.outcome)), None
        decide = f"plein decision set {slug} {number}"
        if row.kind == "tip":
            return sentence("Number {number} is a tip, which collides with nothing", number=number), f"{decide} --noted --because TEXT"
        if row.sweeping:
            return sentence("Suggestion {number} rewrites most of the text and stands in no place", number=number), f"{decide} --adopt"
        if self.standing.footing.stands(row):
            return sentence("Suggestion {number} collides with nothing", number=number), f"{decide} --adopt"
        return sentence("Suggestion {number} has no place in the text now", number=number), f"plein suggestion show {slug} {number}"

    def _now(self, row: Kept) -> Named | None:
        """The place that is now where a suggestion stood that is withdrawn or answered."""
        neighbours = [number for number, name in self.names.items() if name == self.names.get(row.number)]
        edits = self.standing.footing.stood(row)
        version = row.at_version or row.version
        if row.number not in self.names and edits and version in self.standing.whole:
            with_it = crowd(self.standing.text(version), {**self.standing.edits(version), row.number: edits})
            neighbours = next((list(one.suggestions) for one in with_it.screens if row.number in one.suggestions), [])
        return next(filter(None, map(self._where, sorted(neighbours))), None)


def proposed(standing: Standing, found: Named) -> tuple[ReadyText[int], ...]:
    """The ready texts for a place, best first; none where nothing is in dispute."""
    return () if found.screen.agreed else proposals(standing.text(found.version), standing.living[found.version], found.screen)


def place_views(sight: Sight, standing: Standing) -> tuple[Collision, ...]:
    """The places where something collides as this person sees them, in order of the text."""
    rows = {row.number: row for row in standing.rows}
    people = names(sight, {row.author_id for row in standing.rows})
    reasons = dict(columns_of(sight, (col(SuggestionRow.number), col(SuggestionRow.why)), col(SuggestionRow.why).is_not(None)))

    def seen(one: Alternative[int]) -> AlternativeView:
        whys = dict.fromkeys(why for why in map(reasons.get, one.suggestions) if why)
        decision = standing.decisions.get(one.first)
        return AlternativeView(
            suggestions=one.suggestions,
            same=one.same,
            authors=tuple(people[int(person)] for person in one.people),
            support=one.support,
            paragraph=one.paragraph,
            last_paragraph=one.last_paragraph,
            quote=one.quote,
            replace=one.replace,
            whys=tuple(whys),
            like=one.like,
            decision=None if decision is None else decision.outcome,
            moved_to=one.moved_to,
        )

    def ready(found: Named) -> Iterator[Proposal]:
        text = standing.text(found.version)
        for one in proposed(standing, found):
            authors = tuple(dict.fromkeys(people[rows[number].author_id] for number in one.takes))
            yield Proposal(one.text, one.takes, one.leaves, authors, text[one.start : one.end], one.start, one.end)

    return tuple(
        Collision(
            id=found.name,
            kind=found.screen.kind,
            suggestions=found.screen.suggestions,
            paragraph=found.screen.paragraph,
            quote=found.screen.quote,
            last_paragraph=found.screen.last_paragraph,
            version=found.version,
            alternatives=tuple(seen(one) for one in found.screen.alternatives),
            also=found.screen.also,
            agreed=found.screen.agreed,
            proposals=tuple(ready(found)),
        )
        for found in Places(standing).all
    )
