"""Taking a decision back: behind closed doors as often as the group likes; once everybody could read it, with a reason they can read too."""

from __future__ import annotations

from plein.engine.desk import Act
from plein.engine.review.as_seen import decision_view
from plein.engine.review.carrying import carry
from plein.engine.review.decisions import merged_already
from plein.engine.review.put_together import free_the_others, refuse_apart
from plein.engine.review.standing import decision_on, suggestion_row
from plein.engine.review.submissions import place_seal, suggestion_seal
from plein.engine.review.views import Decision
from plein.engine.room import CycleRoom
from plein.engine.rows.of_cycle import next_number
from plein.engine.rows.people import names
from plein.engine.rows.written import said
from plein.engine.text.versions import newest_published
from plein.errors import NotFound, Refused
from plein.sentences import sentence, typed
from plein.store.tables.review import DecisionRow, SuggestionRow, UndoneRow
from plein.workflow.outcomes import CHANGING


class UndoingRoom(CycleRoom):
    """What the group does with an answer that does not hold."""

    def undo(self, number: int, because: str | None = None, *, revision: int | None = None) -> Decision:
        """Take a decision back; the suggestion waits for one again. What was merged cannot be undone: save a draft instead.

        What was public stays so: the answer that it was, and why it was taken back, stand with the suggestion from then on
        (:attr:`plein.views.Suggestion.undone`). What others were told that this suggestion settles, they were told; those answers stay.

        Args:
            number: The suggestion.
            because: Why; needed once the decision was published, and public at once. Before that it is for the circle, in the record.
            revision: The revision the writer has read.

        Returns:
            The decision as it was.

        Raises:
            NotFound: There is no such suggestion, or no decision on it.
            Refused: It was published, and no reason is given; it was merged; or the suggestion was erased, unless its words wait to be merged.
                Then they go with the decision, and nothing waits.

        >>> decided = bea.decisions.set(1, "adopted")
        >>> bea.decisions.undo(1).suggestion
        1
        >>> decided, public = bea.decisions.set(1, "adopted"), bea.decisions.publish()
        >>> undone = bea.decisions.undo(1, because="We had read it wrongly.")
        >>> [(one.outcome, one.why) for one in piet.suggestions.show(1).undone]
        [('adopted', 'We had read it wrongly.')]
        """
        with self._act("decide", revision=revision, closed=True, name="undo-decision") as act:
            why = said(because)
            suggestion = suggestion_row(act, number)
            row = decision_on(act, number)
            if row is None:
                raise NotFound(sentence("There is no decision on suggestion {number} to undo.", number=number))
            waits = row.merged_in is None and row.outcome in CHANGING
            if suggestion.erased and not waits:
                raise Refused(sentence("Suggestion {number} was erased at its author's request; the answer to it stays.", number=number))
            if row.merged_in is not None:
                raise merged_already(number, row.merged_in, self._slug)
            refuse_apart(act, [row])
            if row.published is None:
                free_the_others(act, row)
            undone = decision_view(act, row, names(act, [row.by_id])[row.by_id])
            act.note(suggestion=number, was_published=row.published is not None, why=why)
            if row.published is not None:
                _keep_public(act, row, why)
            act.session.delete(row)
            act.session.flush()
            if suggestion.erased:
                _let_go(act, suggestion)
                return undone
            latest = newest_published(act)
            if undone.published and latest is not None:
                carry(act, latest, only=number)  # with its answer it stayed where it was; now it waits like all that wait
            return undone


def _let_go(act: Act, row: SuggestionRow) -> None:
    """The words of somebody who was erased were kept for the group alone; now it does not want them."""
    row.replace, row.edits, row.status = None, [], "withdrawn"
    act.session.flush()
    act.note(words=[row.number, suggestion_seal(row), place_seal(row)])


def _keep_public(act: Act, row: DecisionRow, why: str | None) -> None:
    """What everybody could read does not go in silence: it stays, with why it holds no longer, and the entry is for everybody."""
    assert row.published is not None
    if why is None:
        raise Refused(
            sentence(
                "The decision on suggestion {number} is public; say why it is taken back, for everybody to read: {option}",
                number=row.suggestion,
                option=typed("--because TEXT", "because="),
            )
        )
    kept = UndoneRow(
        cycle_id=act.id,
        number=next_number(act, UndoneRow),
        suggestion=row.suggestion,
        outcome=row.outcome,
        because=row.because,
        why=why,
        by_id=act.by,
        published=row.published,
        at=act.now,
    )
    act.session.add(kept)
    act.closed = False
    act.note(undone=kept.number, outcome=kept.outcome, because=kept.because, published=kept.published.isoformat())
