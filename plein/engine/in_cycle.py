"""A person's seat at one cycle: the cycle itself, and everything in it under the noun that the command line has for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plein.engine.cycle.moves import MovesRoom
from plein.engine.cycle.outlook import OutlookRoom
from plein.engine.cycle.series import SeriesRoom
from plein.engine.cycle.story import StoryRoom
from plein.engine.record.log import RecordRoom

if TYPE_CHECKING:
    from plein.engine.inventory.report import Reports
    from plein.engine.inventory.topics import Topics
    from plein.engine.nouns.decisions import Decisions
    from plein.engine.nouns.draft import Draft
    from plein.engine.nouns.group import Group
    from plein.engine.nouns.inventory import Inventory
    from plein.engine.nouns.suggestions import Suggestions
    from plein.engine.review.comments import Comments
    from plein.engine.text.wording import Words

# Nouns are imported where they are asked for, not above: whoever looks at one thing should not wait for all.


class InCycle(MovesRoom, OutlookRoom, StoryRoom, SeriesRoom, RecordRoom):
    """One cycle through one person's eyes, made by :meth:`plein.Seat.cycle`. To make it reads nothing: there need be no such cycle yet.

    Every call is the command of the same name: ``plein inventory add housing …`` is ``anna.cycle("housing").inventory.add(…)``.
    """

    @property
    def topics(self) -> Topics:
        """The conversations, each with its context: ``plein topic``."""
        from plein.engine.inventory.topics import Topics

        return Topics(self._desk, self._slug)

    @property
    def inventory(self) -> Inventory:
        """What people say before anything is written: ``plein inventory``."""
        from plein.engine.nouns.inventory import Inventory

        return Inventory(self._desk, self._slug)

    @property
    def group(self) -> Group:
        """The circle that writes, and how one is asked into it: ``plein group``."""
        from plein.engine.nouns.group import Group

        return Group(self._desk, self._slug)

    @property
    def draft(self) -> Draft:
        """The text and its versions: ``plein draft``."""
        from plein.engine.nouns.draft import Draft

        return Draft(self._desk, self._slug)

    @property
    def comments(self) -> Comments:
        """What the circle says among itself: ``plein comment``."""
        from plein.engine.review.comments import Comments

        return Comments(self._desk, self._slug)

    @property
    def suggestions(self) -> Suggestions:
        """What people want changed in the text: ``plein suggestion``."""
        from plein.engine.nouns.suggestions import Suggestions

        return Suggestions(self._desk, self._slug)

    @property
    def decisions(self) -> Decisions:
        """What the group answers to each suggestion: ``plein decision``."""
        from plein.engine.nouns.decisions import Decisions

        return Decisions(self._desk, self._slug)

    @property
    def report(self) -> Reports:
        """What was heard, where no text is written: ``plein report``."""
        from plein.engine.inventory.report import Reports

        return Reports(self._desk, self._slug)

    @property
    def words(self) -> Words:
        """The words this cycle would rather not read: ``plein words``."""
        from plein.engine.text.wording import Words

        return Words(self._desk, self._slug)
