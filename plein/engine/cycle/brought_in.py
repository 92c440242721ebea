"""What a phase brought in, counted when the cycle moves on: how many of each kind, from how many people, and how many of them were new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy import and_, select
from sqlmodel import col

from plein.engine.desk import Act
from plein.engine.rows.of_cycle import column_of
from plein.organisation import Organisation
from plein.store.tables.cycle import PersonRow, StepRow
from plein.store.tables.inventory import ContributionRow
from plein.store.tables.review import SuggestionRow
from plein.workflow import is_open

_HANDED_IN: Mapping[str, Any] = {"contributions": ContributionRow, "suggestions": SuggestionRow}


def came_in(act: Act, step: StepRow, organisation: Organisation) -> dict[str, Any] | None:
    """Count what came in during a step that ends; None where it was closed, or open for reading only.

    Whoever took part in nothing before this step, in this cycle or another, is a newcomer. What is hidden or was taken back counts as
    well: it came. ``upto`` holds the numbers of the last ones counted, from which the next count begins.
    """
    acts = act.definition.phase(step.phase).acts
    if not is_open(act.definition, step.phase) or not {"contribute", "suggest"} & acts.keys():
        return None
    counted = _counted(act)
    came: list[tuple[int, str]] = []
    known: set[int] = set()
    upto = {}
    for what, row in _HANDED_IN.items():
        query = select(col(row.number), col(row.author_id), col(row.kind)).where(col(row.cycle_id) == act.id)
        if row is ContributionRow:
            query = query.where(col(ContributionRow.closed).is_(False))
        upto[what] = counted[what]
        for number, author, kind in act.session.execute(query):
            if number > counted[what]:
                came.append((author, kind))
                upto[what] = max(upto[what], number)
            else:
                known.add(author)
        elsewhere = select(col(row.author_id)).where(and_(col(row.cycle_id) != act.id, col(row.at) < step.opened))
        known.update(act.session.execute(elsewhere.distinct()).scalars())
    people = {author for author, _ in came}
    relations = act.session.execute(select(col(PersonRow.id), col(PersonRow.relation)).where(col(PersonRow.relation).is_not(None)))
    sides = Counter(organisation.inside(relation) for key, relation in relations if key in people)
    return {
        "people": len(people),
        "newcomers": len(people - known),
        "inside": sides[True],
        "outside": sides[False],
        "kinds": dict(sorted(Counter(kind for _, kind in came).items())),
        "upto": upto,
    }


def _counted(act: Act) -> dict[str, int]:
    """The numbers up to which earlier steps were counted."""
    told = column_of(act, StepRow.came, order=col(StepRow.number).desc())
    last: Mapping[str, int] = next((came["upto"] for came in told if came), {})
    return {what: last.get(what, 0) for what in _HANDED_IN}
