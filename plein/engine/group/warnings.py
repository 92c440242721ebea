"""What a host hears who invites: that the circle grows large, knows only itself, or is asked for somebody else's words. No reason to refuse."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlmodel import col

from plein.engine.desk import Sight
from plein.engine.group.places import in_force
from plein.engine.group.usual_suspects import usual_suspects
from plein.organisation import Organisation
from plein.sentences import Sentence, counted, sentence
from plein.store.tables.cycle import PersonRow


def cautions(sight: Sight, organisation: Organisation) -> Iterator[Sentence]:
    """What is to be said of the circle as it would be if everybody who was invited came."""
    rows = in_force(sight)
    circle = {row.person_id for row in rows if row.role in ("host", "drafter")}
    if len(circle) > organisation.group_size:
        yield counted(
            "The circle would be {n} person, and {advised} are advised at most.",
            "The circle would be {n} people, and {advised} are advised at most.",
            n=len(circle),
            advised=organisation.group_size,
        )
    drafters = {row.person_id for row in rows if row.role == "drafter"}
    if drafters == usual_suspects(sight, drafters):
        yield sentence("Everybody who would write is a usual suspect: they sat in a circle before, or are listed as such.")
    relations = sight.session.execute(select(col(PersonRow.relation)).where(col(PersonRow.id).in_(drafters))).scalars().all()
    if all(organisation.inside(relation) for relation in relations):
        yield sentence("Everybody who would write is from inside the organisation.")
