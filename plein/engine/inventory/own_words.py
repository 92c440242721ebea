"""One's own words in the inventory: said otherwise, or taken back, as long as they could be said. The record keeps a seal of what they were."""

from __future__ import annotations

from plein.engine.desk import Act
from plein.engine.inventory.contributions import contribution_row, views_of
from plein.engine.inventory.spoken import checked_text
from plein.engine.inventory.views import Contribution
from plein.engine.people.pseudonyms import is_own
from plein.engine.room import CycleRoom
from plein.errors import NotAllowed, NothingChanged, Refused
from plein.sentences import sentence
from plein.store import record
from plein.store.tables.cycle import PersonRow
from plein.store.tables.inventory import ContributionRow


class OwnWords(CycleRoom):
    """What people do with what they said themselves."""

    def change(self, number: int, text: str, *, revision: int | None = None) -> Contribution:
        """Say one's own contribution in other words, until the inventory closes. Support and replies stay, and everybody sees when it changed.

        The words it had are kept by nobody; the record holds a seal of them.

        Args:
            number: The contribution.
            text: What it says from now on.
            revision: The revision the writer has read.

        Raises:
            NotAllowed: It is somebody else's.
            ActRefused: The inventory has closed.
            Refused: It was withdrawn, or a host hid it.
            NothingChanged: It says so already.
            Unusable: The text is empty, or too long.

        >>> kim.inventory.change(2, "Build on the old harbour, by the water.").text
        'Build on the old harbour, by the water.'
        """
        words = checked_text(text)
        with self._act("contribute", name="change-contribution", revision=revision) as act:
            row = _own(act, number)
            if row.hidden_because is not None:
                raise Refused(
                    sentence(
                        "A host hid contribution {number}: {because} Say it anew in other words, or ask the host.",
                        number=number,
                        because=row.hidden_because,
                    )
                )
            if words == row.text:
                raise NothingChanged(sentence("Contribution {number} says so already; nothing was changed.", number=number))
            row.text, row.changed = words, act.now
            return _kept(act, row)

    def withdraw(self, number: int, *, revision: int | None = None) -> Contribution:
        """Take back one's own contribution, until the inventory closes. Its words are gone; its place stays, with the replies to it.

        Args:
            number: The contribution.
            revision: The revision the writer has read.

        Raises:
            NotAllowed: It is somebody else's.
            ActRefused: The inventory has closed.
            Refused: It was withdrawn before.

        >>> kim.inventory.withdraw(2).hidden
        'Withdrawn by its author.'
        """
        with self._act("contribute", name="withdraw-contribution", revision=revision) as act:
            row = _own(act, number)
            row.text, row.withdrawn = "", act.now
            return _kept(act, row)


def _own(act: Act, number: int) -> ContributionRow:
    """The contribution, if it is still this person's to change; what is theirs under a pseudonym is done under it, in the record too."""
    row = contribution_row(act, number)
    if not is_own(act.session, row.author_id, act.by):
        raise NotAllowed(sentence("Contribution {number} is not yours; only its author can change it or take it back.", number=number))
    if row.withdrawn is not None:
        raise Refused(sentence("Contribution {number} was withdrawn before.", number=number))
    if row.closed != act.behind_doors:
        raise Refused(sentence("Contribution {number} was said in an earlier phase, which has closed; it stays as it is.", number=number))
    act.actor = act.session.get_one(PersonRow, row.author_id)
    return row


def _kept(act: Act, row: ContributionRow) -> Contribution:
    """Keep it as it is now, and tell the record."""
    act.closed = row.closed
    act.session.flush()
    act.note(contribution=row.number, seal=record.seal(row.salt, row.text))
    return views_of(act, [row])[0]
