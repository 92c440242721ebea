"""A person's seat at one cycle: the cycle itself, and everything in it under the noun that the command line has for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plein.engine.cycle.moves import MovesRoom
from plein.engine.cycle.outlook import OutlookRoom

if TYPE_CHECKING:
    from plein.engine.cycle.views import Chapter, Cycle, Memory, Promise
    from plein.engine.inventory.report import Reports
    from plein.engine.inventory.topics import Topics
    from plein.engine.nouns.decisions import Decisions
    from plein.engine.nouns.draft import Draft
    from plein.engine.nouns.group import Group
    from plein.engine.nouns.inventory import Inventory
    from plein.engine.nouns.suggestions import Suggestions
    from plein.engine.record.views import Entry, Verified
    from plein.engine.review.comments import Comments
    from plein.engine.rows.page import Page
    from plein.engine.text.wording import Words
    from plein.workflow import Definition

# What is done is imported where it is asked for, not above: whoever looks at one thing should not wait for all.


class InCycle(MovesRoom, OutlookRoom):
    """One cycle through one person's eyes, made by :meth:`plein.Seat.cycle`. To make it reads nothing: there need be no such cycle yet.

    Every call is the command of the same name: ``plein inventory add housing …`` is ``anna.cycle("housing").inventory.add(…)``.
    """

    def change(
        self,
        *,
        title: str | None = None,
        question: str | None = None,
        definition: Definition | None = None,
        because: str,
        revision: int | None = None,
        dry_run: bool = False,
    ) -> Cycle:
        """Change how the cycle is called, what it asks, or the rules it runs by; for hosts, with the reason on the record.

        A cycle keeps the rules it was begun with, whatever becomes of their file. This takes it to corrected ones: they must have every phase
        that the cycle went through. Nothing happens by itself; what entering a phase does, it does from the next move on.

        Args:
            title: Its name for people.
            question: What is asked of everyone.
            definition: The rules it runs by from now on (:func:`plein.workflow.loads` reads them from TOML).
            because: Why; everybody can read it.
            revision: The revision the writer has read.
            dry_run: Only say what would happen.

        Raises:
            NotAllowed: Not a host.
            Refused: The cycle is over, or is so already.
            Unusable: The reason is missing, a text is empty, or the rules lack a phase it went through.
            BadDefinition: A cycle cannot run by those rules.

        >>> housing.change(title="Living here", because="It is about more than homes.").title
        'Living here'
        """
        from plein.engine.cycle.changing import change

        with self._act(None, name="change-cycle", revision=revision, dry_run=dry_run) as act:
            return change(act, title=title, question=question, definition=definition, because=because)

    def story(self) -> tuple[Chapter, ...]:
        """The phases as they were lived, oldest first, each with what came of it, as this person may know: ``plein cycle show``.

        What a review brought is told with the review itself. ``answered`` counts published decisions on what came in then, by outcome;
        ``changed`` counts the places in which the version of this step differs from the one published before it. What was corrected after the
        end is told with the end.

        >>> [chapter.step.phase for chapter in housing.story()]
        ['preparation', 'inventory', 'invitation', 'drafting', 'review']
        """
        from plein.engine.cycle.story import story

        with self._look() as sight:
            return story(sight)

    def promise(self, text: str, *, revision: int | None = None) -> Promise:
        """Promise something to everyone for later; it stands in the record, and in the memory of the cycles that follow.

        Args:
            text: What people may count on.
            revision: The revision the writer has read.

        Raises:
            Unusable: The text is empty.

        >>> housing.promise("Every two years we ask again.").text
        'Every two years we ask again.'
        """
        from plein.engine.cycle.series import promise

        with self._act("promise", revision=revision) as act:
            return promise(act, text)

    def promises(self) -> tuple[Promise, ...]:
        """What was promised in this cycle, in order of time.

        >>> promised = housing.promise("Every two years we ask again.")
        >>> [promise.text for promise in piet.promises()]
        ['Every two years we ask again.']
        """
        from plein.engine.cycle.series import promises

        with self._look() as sight:
            return promises(sight, sight.cycle)

    def memory(self) -> Memory:
        """What a cycle inherits: the cycles before it in its series, the nearest first; who sat in their groups, and what was promised.

        ``resting`` names those who sat in two of those groups or more: it is somebody else's turn.

        >>> housing.memory().earlier
        ()
        """
        from plein.engine.cycle.series import memory

        with self._look() as sight:
            return memory(sight)

    def log(self, *, after: int = 0, limit: int | None = None) -> Page[Entry]:
        """The record, oldest first. Entries for the circle's eyes only appear to others as links of the chain, told nothing of.

        Args:
            after: Only what comes after the entry of this number.
            limit: At most so many.

        Returns:
            The entries; with ``total``, how many there are in all, and ``after``, what to name next time: None at the end.

        >>> page = housing.log(limit=2)
        >>> [entry.act for entry in page], page.after
        (['new-cycle', 'move'], 2)
        >>> [entry.number for entry in housing.log(after=page.after, limit=2)]
        [3, 4]
        """
        from plein.engine.record.log import entries

        with self._look() as sight:
            return entries(sight, after=after, limit=limit)

    def verify(self) -> Verified:
        """Check that the record is whole, that texts are what was handed in, and that merges follow from their parts.

        >>> housing.verify().damage
        ()
        """
        from plein.engine.record.log import verify

        return verify(self._desk, self._slug)

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
