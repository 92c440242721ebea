"""Showing again what a host hid: the last resort was taken too soon, or the reason for it is gone."""

from __future__ import annotations

from plein.engine.inventory.contributions import contribution_row, views_of
from plein.engine.inventory.nudges import unhide_nudge
from plein.engine.inventory.views import Contribution
from plein.engine.room import CycleRoom
from plein.engine.rows.written import reason
from plein.errors import Refused
from plein.sentences import sentence


class Unhiding(CycleRoom):
    """What hosts do who hid something and think better of it."""

    def unhide(self, number: int, because: str, *, nudge: str | None = None, revision: int | None = None) -> Contribution:
        """Show a hidden contribution again; the record keeps both reasons.

        Args:
            number: The contribution.
            because: Why it is shown again; everybody can read it.
            nudge: Show instead the words of a nudge on it again: that of the person with this id.
            revision: The revision the writer has read.

        Raises:
            NotAllowed: Not a host.
            NotFound: There is no such contribution, or no nudge of this person on it.
            Refused: It is not hidden.
            Unusable: The reason is missing.

        >>> housing.inventory.hide(1, "It names a neighbour.").hidden
        'It names a neighbour.'
        >>> housing.inventory.unhide(1, "It was another street.").hidden is None
        True
        """
        what = sentence("Showing a contribution again") if nudge is None else sentence("Showing a nudge again")
        why = reason(because, what)
        with self._act("hide", name="unhide", revision=revision) as act:
            row = contribution_row(act, number)
            if nudge is not None:
                unhide_nudge(act, row, nudge, why)
                act.session.flush()
                return views_of(act, [row])[0]
            act.closed = row.closed
            if row.hidden_because is None:
                raise Refused(sentence("Contribution {number} is not hidden; everybody can read it.", number=number))
            row.hidden_because = None
            act.note(contribution=number, because=why)
            act.session.flush()
            return views_of(act, [row])[0]
