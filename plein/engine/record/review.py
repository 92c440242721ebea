"""The review: what the record says of suggestions, decisions and comments, what the tables hold, and where the two differ."""

from __future__ import annotations

from collections.abc import Iterator

from plein.engine.desk import Sight
from plein.engine.record.expected import Body, Expected, Keys, Told, missing, resealed, written
from plein.engine.review.decisions import decision_seal
from plein.engine.review.edits_kept import Footing
from plein.engine.review.standing import needs_place
from plein.engine.review.submissions import suggestion_seal
from plein.engine.rows.of_cycle import rows_of
from plein.sentences import Sentence, sentence
from plein.store import record
from plein.store.tables.circle import CommentRow
from plein.store.tables.review import DecisionRow, SuggestionRow


def _suggest(expected: Expected, body: Body) -> None:
    for taken in body["submissions"]:
        for number, seal in taken["seals"]:
            expected.suggestions[number] = {"author": taken["author"], "seal": seal, "sweeping": taken["sweeping"], "withdrawn": False}


def _withdraw(expected: Expected, body: Body) -> None:
    expected.suggestions[body["suggestion"]]["withdrawn"] = True
    # a decision on it fell away, unless it was merged, and those it covered; the open entry must not tell
    covered = {number for number, decision in expected.decisions.items() if decision["covered_by"] == body["suggestion"]}
    expected.may_be_gone |= {body["suggestion"], *covered}


def _decide(expected: Expected, body: Body) -> None:
    covered = dict(body.get("covered", ()))  # a place settled in one act: who covers whom
    for number, seal in body["seals"]:
        by = covered.get(number, body["covered_by"])
        expected.decisions[number] = {"seal": seal, "covered_by": by, "published": None, "merged_in": None}
        expected.may_be_gone.discard(number)


def _undo(expected: Expected, body: Body) -> None:
    del expected.decisions[body["suggestion"]]


def _publish(expected: Expected, body: Body) -> None:
    for number, _ in body["seals"]:
        expected.decisions[number]["published"] = body["at"]


def _merge(expected: Expected, body: Body) -> None:
    for number in body.get("applied") or ():
        expected.decisions[number]["merged_in"] = body["version"]


def _comment(expected: Expected, body: Body) -> None:
    kept = ("version", "paragraph", "suggestion", "reply_to", "seal")
    expected.comments[body["comment"]] = {"author": body["by"]} | {key: body[key] for key in kept}


def _erase(expected: Expected, body: Body) -> None:
    resealed(expected.suggestions, body.get("words", ()))
    resealed(expected.comments, body.get("comments", ()))
    for number in body.get("withdrawn", ()):
        expected.suggestions[number]["withdrawn"] = True
    for number in body.get("fell", ()):
        del expected.decisions[number]


TOLD: Told = {
    "suggest": _suggest,
    "import-suggestions": _suggest,
    "withdraw": _withdraw,
    "decide": _decide,
    "undo-decision": _undo,
    "publish-decisions": _publish,
    "merge": _merge,
    "save-draft": _merge,
    "comment": _comment,
    "erase": _erase,
}


def damaged(sight: Sight, expected: Expected, keys: Keys) -> Iterator[Sentence]:
    """What is wrong with the suggestions, the decisions on them, and the comments inside the circle."""
    decisions = rows_of(sight, DecisionRow, order=DecisionRow.suggestion)
    yield from _suggestions(sight, decisions, expected, keys)
    yield from _decisions(decisions, expected)
    yield from _comments(sight, expected, keys)


def _suggestions(sight: Sight, decisions: list[DecisionRow], expected: Expected, keys: Keys) -> Iterator[Sentence]:
    rows, footing = rows_of(sight, SuggestionRow), Footing(sight)
    decided = {row.suggestion: row for row in decisions}
    for row in rows:
        wrong = footing.wrong(row) if needs_place(row, decided.get(row.number)) else None
        found = expected.suggestions.get(row.number)
        if found is None or (found["seal"], found.get("erased", False)) != (suggestion_seal(row), row.erased):
            yield sentence("suggestion {number} is damaged: it is not what was handed in", number=row.number)
        elif found["author"] != keys[row.author_id]:
            yield sentence("suggestion {number} is damaged: it is not of the person who handed it in", number=row.number)
        elif found["withdrawn"] != (row.status == "withdrawn") or found["sweeping"] != row.sweeping:
            yield sentence("suggestion {number} is damaged: its status does not follow from the record", number=row.number)
        elif wrong is not None:
            yield sentence("suggestion {number} is damaged: {wrong}", number=row.number, wrong=wrong)
    yield from missing(sentence("suggestion"), expected.suggestions, [row.number for row in rows])


def _decisions(rows: list[DecisionRow], expected: Expected) -> Iterator[Sentence]:
    for row in rows:
        found = expected.decisions.get(row.suggestion)
        if found is None or found["seal"] != decision_seal(row):
            yield sentence("the decision on suggestion {number} is damaged: it is not what was decided", number=row.suggestion)
        elif found["published"] != written(row.published):
            yield sentence(
                "the decision on suggestion {number} is damaged: when it was published does not follow from the record",
                number=row.suggestion,
            )
        elif found["merged_in"] != row.merged_in:
            yield sentence(
                "the decision on suggestion {number} is damaged: where it was merged does not follow from the record", number=row.suggestion
            )
    gone = expected.may_be_gone
    yield from missing(sentence("the decision on suggestion"), expected.decisions.keys() - gone, [row.suggestion for row in rows])


def _comments(sight: Sight, expected: Expected, keys: Keys) -> Iterator[Sentence]:
    rows = rows_of(sight, CommentRow)
    for row in rows:
        found = expected.comments.get(row.number)
        place = {"version": row.version, "paragraph": row.paragraph, "suggestion": row.suggestion, "reply_to": row.reply_to}
        if found is None or (found["seal"], found.get("erased", False)) != (record.seal(row.salt, row.text), row.erased):
            yield sentence("comment {number} is damaged: it is not what was written", number=row.number)
        elif found["author"] != keys[row.author_id]:
            yield sentence("comment {number} is damaged: it is not of the person who wrote it", number=row.number)
        elif place != {key: found[key] for key in place}:
            yield sentence("comment {number} is damaged: it does not stand where it was written", number=row.number)
    yield from missing(sentence("comment"), expected.comments, [row.number for row in rows])
