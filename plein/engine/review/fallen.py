"""What the circle decided, and was decided no longer because somebody changed or withdrew their words: to be decided anew. Told by the record.

The open entry of whoever changes their words does not say whether anything was decided on them. The closed ones of the circle do, so that
those inside can be told and nobody else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import or_, select
from sqlmodel import col

from plein.engine.desk import Sight
from plein.engine.rows.entries import impossible, told_in
from plein.engine.rows.held import damaged
from plein.engine.rows.of_cycle import column_of
from plein.store.tables.record import EntryRow
from plein.store.tables.review import SuggestionRow

_ACTS = ("decide", "undo-decision", "publish-decisions", "merge", "save-draft", "withdraw", "erase")
_TELLING = (*(f'"act":"{act}"' for act in _ACTS), '"replaced":[[')
"""What stands in the entries that matter here."""


def fallen(sight: Sight) -> frozenset[int]:
    """The suggestions on which a decision fell away, with the words it was about or those that covered them, and none was taken since.

    Args:
        sight: Through whose eyes; to an outsider there are none.

    Raises:
        Damaged: An entry tells what cannot have happened.
    """
    if not sight.inside or not sight.counted.suggestions:
        return frozenset()
    taken_back = set(column_of(sight, SuggestionRow.number, col(SuggestionRow.status) == "withdrawn"))
    if not taken_back:
        return frozenset()
    query = select(EntryRow).where(
        col(EntryRow.cycle_id) == sight.id, or_(*(col(EntryRow.body).contains(one, autoescape=True) for one in _TELLING))
    )
    found = _Course()
    for row in sight.session.execute(query.order_by(col(EntryRow.number))).scalars():
        body = told_in(row, sight.cycle.slug)
        try:
            found.go_on(body)
        except (LookupError, ValueError, TypeError, AttributeError):
            raise damaged(sight.cycle.slug, impossible(row.number)) from None
    return frozenset(found.fell - taken_back)


@dataclass(slots=True)
class _Course:
    """How the decisions went: those that may still fall, with the suggestion that covers each; and ``fell``, what is to be decided anew.

    ``made_of``: the suggestions from which the text was put together that a decision took.
    """

    decided: dict[int, int | None] = field(default_factory=dict)
    made_of: dict[int, frozenset[int]] = field(default_factory=dict)
    fell: set[int] = field(default_factory=set)

    def go_on(self, body: Mapping[str, Any]) -> None:
        """Read one entry more."""
        act = body["act"]
        if act == "decide":
            covered = dict(body.get("covered") or ())
            now = {number: covered.get(number, body["covered_by"]) for number, _ in body["seals"]}
            for number in now:
                self._free_the_others(number)
            self.decided |= now
            self.made_of |= {number: frozenset(of) for number, of in body.get("put_together", ())}
            self.fell -= now.keys()
        elif act == "withdraw":
            self._let_fall(body["suggestion"])
        elif act == "undo-decision":
            self._free_the_others(body["suggestion"])
            self.decided.pop(body["suggestion"], None)
        elif act == "publish-decisions":
            self._keep(number for number, _ in body["seals"])
        elif act == "erase":
            self._keep(body.get("fell", ()))
        else:
            self._keep(body.get("applied") or ())
        for number, submission in body.get("replaced", ()):
            anew = {number for one in body["submissions"] if one["submission"] == submission for number, *_ in one["seals"]}
            if self._let_fall(number):
                self.fell |= anew

    def _free_the_others(self, text: int) -> None:
        """The circle itself answers them anew, whose words were in a text that it takes back."""
        for number in self.made_of.pop(text, ()):
            if self.decided.get(number) == text:
                del self.decided[number]

    def _keep(self, numbers: Any) -> None:
        """These cannot fall: everybody knows them, they are in the text, or they are gone."""
        for number in numbers:
            self.decided.pop(number, None)

    def _let_fall(self, number: int) -> bool:
        """Words are taken back: whether anything was decided on them. What they covered is open again, and so is a text that has them."""
        texts = {text for text, of in self.made_of.items() if number in of and text in self.decided}
        others = [other for other, by in self.decided.items() if by in {number, *texts} or other in texts]
        for other in others:
            del self.decided[other]
        self.fell.update(others)
        was = number in self.decided or number in self.fell
        self.decided.pop(number, None)
        self.fell.discard(number)
        return was
