"""Texts that people handed in elsewhere, taken in by a host: all or none, and the same one twice adds nothing."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from plein.engine.desk import Act, Sight
from plein.engine.fields import refuse_too_long
from plein.engine.people.behalf import Behalf, behalf, refuse_unfit, require_late
from plein.engine.review.ahead import Long
from plein.engine.review.handing_in import before_the_public
from plein.engine.review.submissions import take_in
from plein.engine.review.suggestions import checked_kind
from plein.engine.review.views import Submission
from plein.engine.review.wishes import Wish, published_rows, wish
from plein.engine.room import CycleRoom
from plein.engine.rows.handles import checked_handle
from plein.engine.rows.people import ASKED, everyone_at_once, known, look_alikes
from plein.errors import (
    BadRows,
    BaseUnclear,
    BrokenText,
    HandedInBefore,
    LooksAlike,
    NotFound,
    NothingChanged,
    PleinError,
    StaleWrite,
    Unusable,
)
from plein.sentences import Sentence, clause, printable, sentence
from plein.store.tables.text import VersionRow
from plein.vocabulary import ActName, SuggestionKind

_FAULTS: Final = (BrokenText, Unusable, NotFound, BaseUnclear)
"""What can be wrong with one text, so that it is named with the others."""


@dataclass(frozen=True, slots=True)
class Handed:
    """A whole edited text that somebody handed in, to be taken in by a host.

    Attributes:
        author: The id of who handed it in.
        text: The whole text as it should read.
        why: The motivation.
        name: What a mistake in it is called by, such as its file.
        base: The version that was edited; None to have it told from the text.
        broken: Why its text cannot be used, where whoever read it found that out; it is named with the others that cannot.
    """

    author: str
    text: str
    why: str | None = None
    name: str = ""
    base: int | None = None
    broken: str | None = None


class ImportingRoom(CycleRoom):
    """What staff do for people who cannot."""

    def import_(
        self,
        handed: Iterable[Handed],
        dry_run: bool = False,
        *,
        base: int | None = None,
        typography: bool = False,
        replace: bool | None = None,
        kind: SuggestionKind = "suggestion",
        received: str | datetime | None = None,
        late: bool = False,
        because: str | None = None,
        revision: int | None = None,
        progress: Callable[[], None] = lambda: None,
    ) -> tuple[Submission, ...]:
        """Take in the edited texts that people handed in, all or none. The same text of the same person adds nothing again, in this round or a
        later one.

        Args:
            handed: Who handed in which whole text; read one at a time.
            dry_run: Only say what would happen.
            base: Number of the version that was edited, for those that do not say it; None to have it told from each text.
            typography: Whether quotes, dashes and blanks that are set in another way are suggested too.
            replace: Where somebody handed in something else in this round: whether this takes its place, or comes beside it.
            kind: ``suggestion``, or ``refinement`` for small wording.
            received: When all of them came: a moment, or ISO 8601 text (a date alone: that day).
            late: Whether they came after the review had closed. They are then taken in without opening it for others, and marked as late.
            because: How they came, such as "by letter"; everybody can read it. Asked for with *received* and *late*.
            revision: The revision the writer has read.
            progress: Called after each of them.

        Returns:
            One submission per text, in order; without suggestions where the text is a published version to the letter, or only set otherwise.

        Raises:
            BadRows: Some cannot be used; all of those are named, and nothing was taken in.

        >>> from plein import Handed
        >>> text = piet.draft.show().text
        >>> handed = (Handed(author, text.replace("homes", word)) for author, word in (("joe", "houses"), ("kit", "flats")))
        >>> [one.author for one in housing.suggestions.import_(handed)]
        ['joe', 'kit']
        """
        kind = checked_kind(kind, self._desk.organisation.terms)
        refuse_unfit(None, received, late, because, by_the_row=True)
        asked: ActName | None = None if late else "import-suggestions"

        def work(sight: Sight, among: Sequence[VersionRow]) -> tuple[list[tuple[Handed, Wish]], list[str], int]:
            if asked is not None:
                sight.require(asked)
            wishes, mistakes = self._wished(sight, handed, among, base=base, typography=typography, progress=progress)
            return wishes, mistakes, sight.cycle.revision

        ahead = Long(lambda sight: published_rows(sight, before_the_public(sight, late)[1]), work).ahead(self._desk, self._slug, asks=asked)
        with self._act(asked, name="import-suggestions", revision=revision, dry_run=dry_run) as act:
            if late:
                require_late(act, "suggest")
            how = behalf(act, received=received, late=late, because=because)
            among = ahead.long.reads(act)
            if ahead.found and not ahead.holds(among):  # the texts are read once, and gone
                raise StaleWrite(self._slug, ahead.found[0][2], act.cycle.revision)
            (wishes, mistakes, _), current = ahead.inside(act)[0], among[-1]
            alike = look_alikes(act.session, [item.author for item, found in wishes if found.edits], self._desk.asking(act.roles))
            mistakes += [_named(item, LooksAlike({item.author: alike[item.author]})) for item, _ in wishes if item.author in alike]
            wishes = [(item, found) for item, found in wishes if item.author not in alike]
            everyone_at_once(act.session, [item.author for item, found in wishes if found.edits], act.now, ASKED)
            done: list[Submission] = []
            for item, found in wishes:
                try:
                    done.append(_taken(act, current, item, found, kind=kind, replaces=replace, how=how))
                except HandedInBefore as fault:
                    mistakes.append(_named(item, fault))
            if mistakes:
                raise BadRows(mistakes)
            return tuple(done)

    def _wished(
        self,
        sight: Sight,
        handed: Iterable[Handed],
        among: Sequence[VersionRow],
        *,
        base: int | None,
        typography: bool,
        progress: Callable[[], None],
    ) -> tuple[list[tuple[Handed, Wish]], list[str]]:
        """What each text asks for, without it, and what is wrong with those that cannot be used."""
        mistakes: list[str] = []
        wishes: list[tuple[Handed, Wish]] = []
        for item in handed:
            try:
                if item.broken is not None:
                    raise BrokenText(item.broken)
                refuse_too_long(item, self._desk.organisation.limits)
                author = checked_handle(item.author)
                found = wish(sight, item.text, among, base=base if item.base is None else item.base, typography=typography)
                wishes.append((dataclasses.replace(item, author=author, text=""), found))
            except _FAULTS as fault:
                mistakes.append(_named(item, fault))
            progress()
        return wishes, mistakes


def _named(item: Handed, fault: PleinError) -> Sentence:
    return sentence("{place}: {what}", place=printable(item.name or item.author.strip(), 200), what=clause(fault.args[0]))


def _taken(act: Act, current: VersionRow, item: Handed, found: Wish, *, kind: str, replaces: bool | None, how: Behalf) -> Submission:
    """What became of one text; without suggestions where there is nothing new in it."""
    nothing = Submission(
        id=0,
        author=item.author,
        version=current.number,
        sweeping=False,
        new=False,
        suggestions=(),
        layout=not found.edits and not found.same,
        edited_from=found.base.number,
        typography=found.typography,
    )
    author = known(act.session, item.author) if found.edits else None
    if author is None:
        return nothing
    try:
        return take_in(act, current, author, found, why=item.why, kind=kind, replaces=replaces, how=how)
    except NothingChanged:  # all of it was suggested before, in parts
        return nothing
