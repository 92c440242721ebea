"""Origins: the contributions in which a version or a suggestion began, as its author named them, and who may know of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select
from sqlmodel import col

from plein.engine.desk import Act, Sight
from plein.engine.rows.of_cycle import column_of
from plein.store.tables.text import VersionRow


def named(act: Act, numbers: Iterable[int]) -> list[int] | None:
    """The contributions somebody names, in order, each once; None for none.

    Raises:
        NotFound: There is no such contribution, or not for this person.
        Refused: It is hidden, or its author took it back.
    """
    return [number for number in sorted(set(numbers)) if origin(act, number)] or None


def origin(act: Act, number: int | None) -> int | None:
    """The one contribution somebody names, if any.

    Raises:
        NotFound: There is no such contribution, or not for this person.
        Refused: It is hidden, or its author took it back.
    """
    if number is None:
        return None
    from plein.engine.inventory.contributions import row_to_build_on  # here, not above: nearly always nobody names any

    return row_to_build_on(act, number).number


def origins(sight: Sight, rows: Sequence[VersionRow]) -> Mapping[int, tuple[int, ...]]:
    """The contributions each version began in, by its number.

    To an outsider a published version began in all that it and the drafts before it name, back to the version published before it: which
    draft named what is the circle's affair.
    """
    if sight.inside or not rows:
        return {row.number: tuple(row.contributions or ()) for row in rows}
    found: dict[int, set[int]] = {}
    since: set[int] = set()
    told = select(col(VersionRow.number), col(VersionRow.published), col(VersionRow.contributions))
    for row in sight.session.execute(told.where(col(VersionRow.cycle_id) == sight.id).order_by(col(VersionRow.number))):
        since |= set(row.contributions or ())
        if row.published is not None:
            found[row.number], since = since, set()
    open_ones = known_to(sight, [number for numbers in found.values() for number in numbers])
    return {row.number: tuple(sorted(found.get(row.number, set()) & open_ones)) for row in rows}


def known_to(sight: Sight, numbers: Iterable[int | None]) -> set[int]:
    """Those of these contributions that this person may know of."""
    wanted = {number for number in numbers if number is not None}
    if sight.inside or not wanted:
        return wanted
    from plein.store.tables.inventory import ContributionRow

    return wanted - set(column_of(sight, ContributionRow.number, col(ContributionRow.closed).is_(True)))
