"""The act in which somebody hands in: whose it is, how it came where a host enters it for them, and the version it is made on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from plein.engine.desk import Act, Sight
from plein.engine.people.behalf import Behalf, refuse_unfit, take_over
from plein.engine.review.ahead import Ahead, Long
from plein.engine.review.wishes import Wish, published_rows, wish
from plein.engine.room import CycleRoom
from plein.engine.text.bases import made_from
from plein.engine.text.recalled import before_all, recalled
from plein.engine.text.versions import newest_published
from plein.store.tables.cycle import PersonRow
from plein.store.tables.text import VersionRow

T = TypeVar("T")

LONG = 400
"""A quote of more characters is looked for before the transaction in any case: of a shorter one that takes less time than to look twice."""


class HandingIn(CycleRoom):
    """What the calls have in common by which something is handed in."""

    @contextmanager
    def _handing_in(
        self,
        author: str | None,
        received: str | datetime | None,
        late: bool,
        because: str | None,
        revision: int | None,
        *,
        anew: bool = False,
    ) -> Iterator[tuple[Act, PersonRow, Behalf | None]]:
        """The act in which somebody hands in; *anew*: what they say in place of a suggestion of theirs."""
        refuse_unfit(author, received, late, because)
        if author is None:
            with self._act("suggest", name="change-suggestion" if anew else "suggest", revision=revision) as act:
                yield act, act.actor, None
            return
        with self._act(None, name="change-suggestion-for" if anew else "suggest-for", revision=revision) as act:
            person, how = take_over(
                act, "suggest", self._desk.asking(act.roles), author=author, received=received, late=late, because=because
            )
            yield act, person, how

    def _whole(self, text: str, base: int | None, typography: bool, late: bool) -> Long[Wish]:
        """What somebody wishes who hands in a whole text, with the versions that they may have edited."""
        return Long(
            lambda sight: published_rows(sight, before_the_public(sight, late)[1]),
            lambda sight, among: wish(sight, text, among, base=base, typography=typography),
        )

    def _quoted(
        self, quote: str, base: int | None, late: bool, author: str | None, work: Callable[[VersionRow, VersionRow], T]
    ) -> Ahead[T]:
        """What is made of a quote, with the version it is quoted from and the one before the public; before the act if that is worth it."""
        wanted = Long(lambda sight: read_version(sight, base, late), lambda _, versions: work(*versions))
        version = recalled(self._desk, self._slug) if base is None and not late else None
        found: Ahead[T] = Ahead(wanted) if version is None else wanted.guessed((version, version), lambda versions: work(*versions))
        if found.found or len(quote) <= LONG:
            return found
        return wanted.ahead(self._desk, self._slug, asks=None if author else "suggest")


def before_the_public(sight: Sight, late: bool) -> tuple[VersionRow, VersionRow]:
    """The version that is read and quoted, and the one that suggestions on it are carried to: of what comes late, the newest that is public."""
    asked = before_all(sight)
    return asked, (newest_published(sight) or asked) if late else asked


def read_version(sight: Sight, base: int | None, late: bool) -> tuple[VersionRow, VersionRow]:
    """The same where somebody may say that they quote from version *base*.

    Raises:
        NotFound: There is no such version.
    """
    version, current = before_the_public(sight, late)
    return version if base is None else made_from(sight, "", base, published_rows(sight, current)), current
