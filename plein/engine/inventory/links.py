"""Links: contributions that belong together, as somebody saw. What each is linked to is read with the contributions themselves."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import col

from plein.engine.desk import Act
from plein.engine.inventory.contributions import contribution_row, standing_row, views_of
from plein.engine.inventory.views import Contribution
from plein.engine.room import CycleRoom
from plein.errors import NotFound, Refused
from plein.sentences import sentence
from plein.store.tables.inventory import LinkRow


class Links(CycleRoom):
    """What people do to connect what was said."""

    def link(self, number: int, other: int, *, undo: bool = False, revision: int | None = None) -> Contribution:
        """Say that two contributions belong together, or take that back; doing it twice adds nothing.

        Args:
            number: The one contribution.
            other: The other; which of them comes first makes no difference.
            undo: Take the link back: whoever made it can, and a host.
            revision: The revision the writer has read.

        Raises:
            NotFound: There is no such contribution; or no link between them to take back.
            Refused: It is one and the same contribution, or somebody else made the link.

        >>> kim.inventory.link(1, 2).links
        (2,)
        """
        with self._act("link", name="unlink" if undo else "link", revision=revision) as act:
            row_of = contribution_row if undo else standing_row
            rows = [row_of(act, one) for one in sorted((number, other))]
            first, second = (row.number for row in rows)
            if first == second:
                raise Refused(sentence("Contribution {number} cannot be linked to itself; name another.", number=number))
            there = _link_row(act, first, second)
            if undo:
                act.session.delete(_own_link(act, there, first, second))
            elif there is not None:
                act.nothing()
            else:
                act.session.add(LinkRow(cycle_id=act.id, one=first, other=second, person_id=act.by, at=act.now))
            act.closed = any(row.closed for row in rows)
            act.note(one=first, other=second)
            act.session.flush()
            return views_of(act, [contribution_row(act, number)])[0]


def _link_row(act: Act, first: int, second: int) -> LinkRow | None:
    there: LinkRow | None = act.session.execute(
        select(LinkRow).where(col(LinkRow.cycle_id) == act.id, col(LinkRow.one) == first, col(LinkRow.other) == second)
    ).scalar_one_or_none()
    return there


def _own_link(act: Act, there: LinkRow | None, first: int, second: int) -> LinkRow:
    """The link, if this person may take it back."""
    if there is None:
        raise NotFound(sentence("Contributions {first} and {second} are not linked.", first=first, second=second))
    if there.person_id != act.by and "host" not in act.roles:
        raise Refused(
            sentence(
                "Somebody else linked contributions {first} and {second}; only they or a host take that back.", first=first, second=second
            )
        )
    return there
