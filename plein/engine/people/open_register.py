"""The register of people as it lies open before somebody: whom they may see in it, and what of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from sqlalchemy import select
from sqlmodel import Session, col

from plein.engine.desk import Visit
from plein.engine.people.keepers import may_keep_register
from plein.engine.people.views import Person
from plein.engine.rows.people import known
from plein.engine.rows.places import hosted_by
from plein.organisation import Organisation
from plein.store.tables.cycle import PersonRow
from plein.store.tables.inventory import ContributionRow


@dataclass(frozen=True)
class Register:
    """The register, open before somebody. ``keeper``: whether they may look after everybody in it."""

    session: Session
    actor: PersonRow | None
    keeper: bool
    now: datetime
    organisation: Organisation

    @staticmethod
    def open(visit: Visit, organisation: Organisation) -> Register:
        """Open it before whoever visits; before nobody in particular it holds nothing."""
        actor = visit.person
        keeper = visit.handle is not None and may_keep_register(visit, None if actor is None else actor.id)
        return Register(visit.session, actor, keeper, visit.now, organisation)

    def find(self, person: str) -> PersonRow | None:
        """Somebody by their id, pseudonyms too; what cannot be an id is not asked of the database, which might choke on it."""
        handle = person.strip()
        return known(self.session, handle) if handle.isprintable() else None

    def is_self(self, row: PersonRow | None) -> bool:
        """Whether this is whoever has it open."""
        return row is not None and self.actor is not None and row.id == self.actor.id

    def sees(self, row: PersonRow) -> bool:
        """Whether there is such a person, for whoever has it open."""
        if row.erased is not None:
            return False
        if row.behind is None:
            return self.keeper or self.is_self(row)
        return row.handle in self._pseudonyms.get(row.behind, ())

    def view(self, row: PersonRow) -> Person:
        """What it says of somebody."""
        return Person(
            person=row.handle,
            name=row.name,
            contact=row.contact,
            relation=row.relation,
            inside=None if row.relation is None else self.organisation.inside(row.relation),
            language=row.language,
            usual_suspect=row.usual_since is not None,
            pseudonyms=self._pseudonyms.get(row.id or 0, ()),
            behind=None if row.behind is None else self.session.get_one(PersonRow, row.behind).handle,
            since=row.since,
        )

    @cached_property
    def hosted(self) -> frozenset[int]:
        """The keys of the cycles that whoever has it open hosts now."""
        return hosted_by(self.session, None if self.actor is None else self.actor.id, self.now)

    @cached_property
    def _pseudonyms(self) -> Mapping[int, tuple[str, ...]]:
        """Those that whoever has it open may know of, by the key of the person behind: their own, and those used in cycles they host."""
        query = (
            select(col(PersonRow.behind), col(PersonRow.handle), col(ContributionRow.cycle_id))
            .join(ContributionRow, col(ContributionRow.author_id) == col(PersonRow.id))
            .where(col(PersonRow.behind).is_not(None))
            .order_by(col(PersonRow.id))
        )
        own = None if self.actor is None else self.actor.id
        found: dict[int, dict[str, None]] = {}
        for behind, handle, cycle in self.session.execute(query):
            if behind == own or cycle in self.hosted:
                found.setdefault(behind, {})[handle] = None
        return {behind: tuple(handles) for behind, handles in found.items()}
