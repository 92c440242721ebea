"""Texts set aside: drafts that collide with what others saved meanwhile, kept whole until the circle agrees on one. For its eyes only."""

from __future__ import annotations

import re

from plein.documents import merge3
from plein.engine.room import CycleRoom
from plein.engine.rows.held import held
from plein.engine.rows.people import names
from plein.engine.text.versions import aside_rows, known_version, newest_row
from plein.engine.text.views import Aside
from plein.errors import NotFound
from plein.sentences import sentence

_MARK = re.compile(r"^(?:<{7} ours|\|{7} base|>{7} theirs)$", re.MULTILINE)


class AsidesRoom(CycleRoom):
    """What the circle does with texts that were set aside."""

    def asides(self) -> tuple[Aside, ...]:
        """The texts that were set aside, in order; for the circle only, to others there are none.

        >>> bea.draft.asides()
        ()
        """
        with self._look() as sight:
            rows = [row for row in aside_rows(sight) if row.text] if sight.inside else []  # the text of one that was erased is empty
            authors = names(sight, {row.author_id for row in rows})
            return tuple(Aside(row.number, authors[row.author_id], row.base, row.newest, row.note, row.digest, row.at) for row in rows)

    def aside(self, number: int, *, whole: bool = False) -> str:
        """A text that was set aside, merged with the newest version; diff3 markers where the two collide. For the circle only.

        Args:
            number: Number of the text set aside.
            whole: The text itself, as its author handed it in.

        Raises:
            NotFound: There is none of that number, or not for this person.

        >>> from plein.errors import DraftCollides
        >>> text = bea.draft.show(1).text
        >>> saved = bea.draft.save(text.replace("homes", "affordable homes"), base=1)
        >>> try:
        ...     bea.draft.save(text.replace("homes", "cheap homes"), base=1)
        ... except DraftCollides:
        ...     print("cheap homes" in bea.draft.aside(1, whole=True))
        True
        """
        with self._look() as sight:
            row = next((one for one in aside_rows(sight) if one.number == number and one.text), None) if sight.inside else None
            if row is None:
                raise NotFound(sentence("There is no text set aside as {number} in {slug}.", number=number, slug=self._slug))
            wrong = sentence("aside {number} is damaged: its text is not the one that was kept", number=number)
            row = held(row, self._slug, wrong)
            if whole:
                return row.text
            newest = newest_row(sight)
            assert newest is not None
            both = merge3(known_version(sight, row.base).text, newest.text, row.text).text
            named = {"<<<<<<< ours": f"version {newest.number}", "||||||| base": f"version {row.base}"}
            named[">>>>>>> theirs"] = f"aside {number} by {names(sight, [row.author_id])[row.author_id]}"
            return _MARK.sub(lambda mark: f"{mark[0][:7]} {named[mark[0]]}", both)
