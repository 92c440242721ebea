"""Taking back what one suggested."""

from __future__ import annotations

from plein.engine.review.as_seen import suggestion_views
from plein.engine.review.replacing import answered, forget_digest, take_back
from plein.engine.review.standing import Standing, suggestion_row
from plein.engine.review.views import Suggestion
from plein.engine.room import CycleRoom
from plein.errors import NotAllowed, Refused
from plein.sentences import Sentence, sentence
from plein.store.tables.review import DecisionRow


class WithdrawingRoom(CycleRoom):
    """What somebody does who wants no more what they wanted."""

    def withdraw(self, number: int, *, revision: int | None = None) -> Suggestion:
        """Take back one's own suggestion, as long as no answer to it was published.

        What the group decided on it behind closed doors falls away; of what it merged already the words stay, as the group's own.

        Args:
            number: The suggestion.
            revision: The revision the writer has read.

        Raises:
            NotAllowed: It is somebody else's.
            Refused: The answer to it is public, or it was withdrawn before.

        >>> number = piet.suggestions.add_quote("waiting list", "queue").suggestions[0].id
        >>> piet.suggestions.withdraw(number).status
        'withdrawn'
        """
        with self._act("withdraw", revision=revision) as act:
            row = suggestion_row(act, number)
            if row.author_id != act.by:
                raise NotAllowed(sentence("Suggestion {number} is not yours; only its author can withdraw it.", number=number))
            if row.status == "withdrawn":
                raise Refused(sentence("Suggestion {number} was withdrawn before.", number=number))
            answer = answered(act, row)
            if answer is not None:
                raise Refused(_too_late(number, answer))
            take_back(act, row)
            act.session.flush()
            forget_digest(act, row.submission)
            act.note(suggestion=number)
            (one,) = suggestion_views(act, Standing(act), [row])
            return one


def _too_late(number: int, answer: DecisionRow) -> Sentence:
    """Why a suggestion cannot be taken back."""
    if answer.suggestion == number:
        return sentence(
            "Suggestion {number} was answered ({outcome}); it can no longer be withdrawn.", number=number, outcome=answer.outcome
        )
    return sentence(
        "The answer to suggestion {suggestion} points at yours; ask the group before you withdraw it.", suggestion=answer.suggestion
    )
