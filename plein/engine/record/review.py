"""The review: what the record says of suggestions, decisions and comments, what the tables hold, and where the two differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plein.engine.desk import Sight
from plein.engine.record.expected import UNTOLD, Body, Expected, Keys, Told, differ, entered, resealed, written
from plein.engine.review.carrying import stand_seal
from plein.engine.review.decisions import decision_seal
from plein.engine.review.edits_kept import Footing
from plein.engine.review.standing import needs_place
from plein.engine.review.submissions import place_seal, suggestion_seal
from plein.engine.rows.of_cycle import columns_of, every_column, rows_of
from plein.sentences import Sentence, sentence
from plein.store import record
from plein.store.tables.circle import CommentRow
from plein.store.tables.review import DecisionRow, SubmissionRow, SuggestionRow, UndoneRow


def _suggest(expected: Expected, body: Body) -> None:
    entered_for = "entered" in body  # entries of earlier times do not tell who typed what was taken in
    came = {"entered_by": body["by"] if entered_for else None, "received": body.get("received"), "late": body.get("late", False)}
    for taken in body["submissions"]:
        same = {"author": taken["author"], "sweeping": taken["sweeping"], "edited_from": taken.get("edited_from"), "at": body["at"]}
        expected.submissions[taken["submission"]] = same | {
            "version": taken["version"],
            "digest": taken.get("digest_seal", UNTOLD),
            "salted_by": taken["seals"][-1][0] if taken["seals"] else None,
        }
        for number, seal, *more in taken["seals"]:  # entries of earlier times do not tell the place
            status = more[1] if len(more) > 1 else "open"
            expected.suggestions[number] = (
                same
                | came
                | {
                    "seal": seal,
                    "place": more[0] if more else UNTOLD,
                    "submission": taken["submission"],
                    "edited_from": same["edited_from"] if status == "carried" else None,
                    "status": status,
                    "stands": None,
                    "replaced_by": None,
                    "erased": False,
                }
            )
    for number, by in body.get("replaced", ()):
        expected.suggestions[number] |= {"status": "withdrawn", "replaced_by": by}
        expected.submissions[expected.suggestions[number]["submission"]]["forgotten"] = True
        _fell(expected, number)


def _withdraw(expected: Expected, body: Body) -> None:
    suggestion = expected.suggestions[body["suggestion"]]
    suggestion["status"] = "withdrawn"
    expected.submissions[suggestion["submission"]]["digest"] = None
    _fell(expected, body["suggestion"])


def _fell(expected: Expected, suggestion: int) -> None:
    """A decision on what was withdrawn fell away, unless it was merged, and those it covered; the open entry must not tell."""
    gone = {suggestion, *(text for text, of in expected.made_of.items() if suggestion in of)}
    covered = {number for number, decision in expected.decisions.items() if decision["covered_by"] in gone}
    expected.may_be_gone |= gone | covered


def _free_the_others(expected: Expected, text: int) -> None:
    """With a text that was put together goes what it answered; what was public stays."""
    for number in expected.made_of.pop(text, ()):
        if (
            number in expected.decisions
            and expected.decisions[number]["covered_by"] == text
            and expected.decisions[number]["published"] is None
        ):
            expected.may_be_gone.add(number)


def _decide(expected: Expected, body: Body) -> None:
    covered = dict(body.get("covered", ()))  # a place settled in one act: who covers whom
    for number, _ in body["seals"]:
        _free_the_others(expected, number)
    for number, seal in body["seals"]:
        expected.decisions[number] = {
            "seal": seal,
            "covered_by": covered.get(number, body["covered_by"]),
            "published": None,
            "merged_in": None,
            "by": body["by"],
            "at": body["at"],
        }
        expected.may_be_gone.discard(number)
    expected.made_of |= {number: frozenset(of) for number, of in body.get("put_together", ())}


def _undo(expected: Expected, body: Body) -> None:
    """A decision is no more; of one that was public, what it was is kept with the reason, and the suggestion is carried on."""
    _carry(expected, body)
    if not body.get("was_published"):
        _free_the_others(expected, body["suggestion"])
    gone = expected.decisions.pop(body["suggestion"])
    if "words" in body:
        number, seal, place = body["words"]
        expected.suggestions[number] |= {"seal": seal, "place": place, "status": "withdrawn"}
    if body.get("undone") is not None:
        expected.undone[body["undone"]] = {
            "suggestion": body["suggestion"],
            "outcome": body["outcome"],
            "because": body.get("because"),
            "why": body["why"],
            "by": body["by"],
            "published": gone["published"],
            "at": body["at"],
        }


def _publish(expected: Expected, body: Body) -> None:
    for number, _ in body["seals"]:
        expected.decisions[number]["published"] = body["at"]


def _merge(expected: Expected, body: Body) -> None:
    for number in body.get("applied") or ():
        expected.decisions[number]["merged_in"] = body["version"]


def _carry(expected: Expected, body: Body) -> None:
    """Where suggestions stand in the version that a move published; entries of earlier times only tell how many fared how."""
    for number, status, seal in body.get("stands", ()):
        expected.suggestions[number] |= {"status": status, "stands": seal}
    if "carried" in body and "stands" not in body:
        for suggestion in expected.suggestions.values():
            suggestion |= {"stands": UNTOLD} if suggestion["status"] == "withdrawn" else {"stands": UNTOLD, "status": UNTOLD}


def _comment(expected: Expected, body: Body) -> None:
    kept = ("version", "paragraph", "suggestion", "reply_to", "seal", "at")
    expected.comments[body["comment"]] = {"author": body["by"], "erased": False} | {key: body[key] for key in kept}


def _erase(expected: Expected, body: Body) -> None:
    for number in body.get("suggestions", ()):
        suggestion = expected.suggestions[number]
        suggestion |= {"stands": None, "place": UNTOLD}
        expected.submissions[suggestion["submission"]]["digest"] = None
    for number, seal, *place in body.get("words", ()):
        expected.suggestions[number] |= {"seal": seal, "erased": True, "place": place[0] if place else UNTOLD}
    resealed(expected.comments, body.get("comments", ()))
    for number in body.get("withdrawn", ()):
        expected.suggestions[number]["status"] = "withdrawn"
    for number in body.get("fell", ()):
        del expected.decisions[number]


TOLD: Told = {
    "suggest": _suggest,
    "suggest-for": _suggest,
    "change-suggestion": _suggest,
    "change-suggestion-for": _suggest,
    "import-suggestions": _suggest,
    "withdraw": _withdraw,
    "decide": _decide,
    "undo-decision": _undo,
    "publish-decisions": _publish,
    "merge": _merge,
    "move": _carry,
    "correct-version": _carry,
    "save-draft": _merge,
    "comment": _comment,
    "erase": _erase,
}


def damaged(sight: Sight, expected: Expected, keys: Keys) -> Iterator[Sentence]:
    """What is wrong with what was handed in, the decisions on it, and the comments inside the circle."""
    decisions: Sequence[DecisionRow] = columns_of(sight, every_column(DecisionRow), order=DecisionRow.suggestion)
    rows: Sequence[SuggestionRow] = columns_of(sight, every_column(SuggestionRow))
    yield from _suggestions(sight, rows, decisions, expected, keys)
    yield from _submissions(sight, rows, expected, keys)
    yield from _decisions(decisions, expected, keys)
    yield from _undone(sight, expected, keys)
    yield from _comments(sight, expected, keys)


def _submissions(sight: Sight, suggestions: Sequence[SuggestionRow], expected: Expected, keys: Keys) -> Iterator[Sentence]:
    rows = rows_of(sight, SubmissionRow)
    sealed = {number: told["seal"] for number, told in expected.suggestions.items()}
    asked = {told["salted_by"] for told in expected.submissions.values()}
    salts = {row.number: row.salt for row in suggestions if row.number in asked and sealed.get(row.number) == suggestion_seal(row)}
    for row in rows:
        found = expected.submissions.get(row.number)
        held = {
            "author": keys.get(row.author_id),
            "version": row.version,
            "edited_from": row.edited_from,
            "sweeping": row.sweeping,
            "at": written(row.at),
        }
        salt = None if found is None else salts.get(found["salted_by"])
        if salt is not None and not (row.digest is None and found is not None and found.get("forgotten")):
            held["digest"] = None if row.digest is None else record.seal(salt, row.digest)
        if differ(found, held):
            yield sentence("submission {number} is damaged: it does not follow from the record", number=row.number)
    yield from expected.missing(SubmissionRow, expected.submissions, (row.number for row in rows))


def _suggestions(
    sight: Sight, rows: Sequence[SuggestionRow], decisions: Sequence[DecisionRow], expected: Expected, keys: Keys
) -> Iterator[Sentence]:
    footing = Footing(sight)
    decided = {row.suggestion: row for row in decisions}
    for row in rows:
        lost = footing.is_changed(row.version) or footing.is_changed(row.at_version or row.version)  # then the version is named
        wrong = footing.wrong(row) if not lost and needs_place(row, decided.get(row.number)) else None
        found = expected.suggestions.get(row.number)
        held = {"status": row.status, "sweeping": row.sweeping, "replaced_by": row.replaced_by, "stands": stand_seal(row)}
        came = {"submission": row.submission, "edited_from": row.edited_from, "place": place_seal(row), "at": written(row.at)}
        if found is None or differ(found, {"seal": suggestion_seal(row), "erased": row.erased}):
            yield sentence("suggestion {number} is damaged: it is not what was handed in", number=row.number)
        elif found["author"] != keys.get(row.author_id):
            yield sentence("suggestion {number} is damaged: it is not of the person who handed it in", number=row.number)
        elif wrong is not None:
            yield sentence("suggestion {number} is damaged: {wrong}", number=row.number, wrong=wrong)
        elif differ(found, held):
            yield sentence("suggestion {number} is damaged: its status does not follow from the record", number=row.number)
        elif differ(found, entered(row, keys)):
            yield sentence("suggestion {number} is damaged: who typed it for whom does not follow from the record", number=row.number)
        elif differ(found, came):
            yield sentence(
                "suggestion {number} is damaged: how it was handed in, or when, does not follow from the record", number=row.number
            )
    yield from expected.missing(SuggestionRow, expected.suggestions, (row.number for row in rows))


def _decisions(rows: Sequence[DecisionRow], expected: Expected, keys: Keys) -> Iterator[Sentence]:
    for row in rows:
        found = expected.decisions.get(row.suggestion)
        ranked = (row.rank is None) == (row.together is None)  # the seal holds the two as one number
        if found is None or found["seal"] != decision_seal(row) or not ranked:
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
        elif differ(found, {"by": keys.get(row.by_id), "at": written(row.at)}):
            yield sentence(
                "the decision on suggestion {number} is damaged: who decided, or when, does not follow from the record",
                number=row.suggestion,
            )
    yield from expected.missing(DecisionRow, expected.decisions.keys() - expected.may_be_gone, (row.suggestion for row in rows))


def _undone(sight: Sight, expected: Expected, keys: Keys) -> Iterator[Sentence]:
    rows = rows_of(sight, UndoneRow)
    for row in rows:
        held = {
            "suggestion": row.suggestion,
            "outcome": row.outcome,
            "because": row.because,
            "why": row.why,
            "by": keys.get(row.by_id),
            "published": written(row.published),
            "at": written(row.at),
        }
        if differ(expected.undone.get(row.number), held):
            yield sentence("the decision taken back as {number} is damaged: it does not follow from the record", number=row.number)
    yield from expected.missing(UndoneRow, expected.undone, (row.number for row in rows))


def _comments(sight: Sight, expected: Expected, keys: Keys) -> Iterator[Sentence]:
    rows = rows_of(sight, CommentRow)
    for row in rows:
        found = expected.comments.get(row.number)
        place = {"version": row.version, "paragraph": row.paragraph, "suggestion": row.suggestion, "reply_to": row.reply_to}
        if found is None or differ(found, {"seal": record.seal(row.salt, row.text), "erased": row.erased}):
            yield sentence("comment {number} is damaged: it is not what was written", number=row.number)
        elif found["author"] != keys.get(row.author_id):
            yield sentence("comment {number} is damaged: it is not of the person who wrote it", number=row.number)
        elif differ(found, place):
            yield sentence("comment {number} is damaged: it does not stand where it was written", number=row.number)
        elif found["at"] != written(row.at):
            yield sentence("comment {number} is damaged: when it was written does not follow from the record", number=row.number)
    yield from expected.missing(CommentRow, expected.comments, (row.number for row in rows))
