"""Submissions: what one person hands in at once, split into places and kept, with its seals for the record."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import col

from plein.documents import Edit, apply, diff, is_sweeping, paragraphs, to_json
from plein.documents.diff.emptied import emptied
from plein.documents.diff.layout import parted
from plein.documents.diff.places import placed
from plein.engine.desk import Act, Sight
from plein.engine.review.standing import paragraph_number, suggestion_views
from plein.engine.review.views import Submission
from plein.engine.rows.of_cycle import column_of, newest_of, next_number, row_of, rows_of
from plein.engine.rows.written import said
from plein.errors import BrokenText, NothingChanged
from plein.sentences import sentence
from plein.store import record
from plein.store.tables.cycle import PersonRow
from plein.store.tables.review import SubmissionRow, SuggestionRow
from plein.store.tables.text import VersionRow


@dataclass(frozen=True, slots=True)
class Spot:
    """One place that somebody wants changed or remarks on. ``replace`` is None for a remark.

    Where a passage is moved to is not kept: it follows from the edits, see :func:`plein.engine.review.passage_moves.move_of`.
    """

    edits: tuple[Edit, ...]
    paragraph: int
    start: int
    end: int
    quote: str
    replace: str | None


def paragraph_of(text: str, offset: int) -> int:
    """The number of the paragraph that holds a code point of a text."""
    return paragraph_number(paragraphs(text), offset)


def wished(base: str, proposed: str) -> tuple[Edit, ...]:
    """What somebody who hands in a whole edited text wants changed of what is shown; none where nothing but the layout differs.

    What an editor on a screen writes in its own manner (bullets, wraps, escapes) is nobody's wish, and would be an empty suggestion. A
    bullet that is left without its words goes with them. A text that somebody wrote anew has the layout its writer gave it.
    """
    edits = emptied(base, diff(base, proposed)) if proposed.strip() else ()
    if not (apply(base, edits) if edits else proposed).strip():
        raise BrokenText(sentence("The text is empty; hand in the whole text as it should read."))
    words = parted(base, edits, fitting=True)[0]
    return edits if is_sweeping(base, words) else words


def take_in(
    act: Act,
    version: VersionRow,
    author: PersonRow,
    edits: tuple[Edit, ...],
    *,
    why: str | None,
    kind: str,
    contribution: int | None = None,
) -> Submission:
    """Split what somebody wishes into its places and keep them."""
    sweeping = is_sweeping(version.text, edits)
    if sweeping:
        start, end = edits[0].start, edits[-1].end
        after = apply(version.text, edits)
        replaced = after[start : len(after) - (len(version.text) - end)]
        found = [Spot(edits, paragraph_of(version.text, start), start, end, version.text[start:end], replaced)]
    else:
        paras = paragraphs(version.text)
        found = [
            Spot(place.edits, place.paragraph, place.start, place.end, place.quote, place.replace)
            for place in placed(version.text, edits, paras)
        ]
    return enter(act, version, author, found, why=why, kind=kind, sweeping=sweeping, contribution=contribution)


def enter(
    act: Act,
    version: VersionRow,
    author: PersonRow,
    found: Sequence[Spot],
    *,
    why: str | None,
    kind: str,
    sweeping: bool = False,
    contribution: int | None = None,
) -> Submission:
    """Keep the places as one submission, unless this person handed in the very same before."""
    session, motivation = act.session, said(why)
    assert author.id is not None
    contents: list[Any] = [[to_json(place.edits), place.start, place.end, place.replace] for place in found]
    digest = hashlib.sha256(record.body({"author": author.key, "version": version.number, "places": contents, "kind": kind}).encode())
    if kind == "tip":
        digest.update((motivation or "").encode())
    there = newest_of(act, SubmissionRow, col(SubmissionRow.digest) == digest.hexdigest())
    if there is not None:
        return _submission_view(act, there, author, new=False)
    submission = SubmissionRow(
        cycle_id=act.id,
        number=next_number(act, SubmissionRow),
        author_id=author.id,
        version=version.number,
        digest=digest.hexdigest(),
        sweeping=sweeping,
        at=act.now,
    )
    session.add(submission)
    mine = [] if kind == "tip" else _living_edits(act, author.id, version.number)
    number, seals = next_number(act, SuggestionRow), []
    for place in found:
        if to_json(place.edits) in mine:
            continue
        row = SuggestionRow(
            cycle_id=act.id,
            number=number,
            submission=submission.number,
            author_id=author.id,
            kind=kind,
            status="open",
            version=version.number,
            paragraph=place.paragraph,
            start=place.start,
            end=place.end,
            quote=place.quote,
            replace=place.replace,
            why=motivation,
            edits=to_json(place.edits),
            salt=record.salt(),
            sweeping=sweeping,
            contribution=contribution,
            at=act.now,
        )
        session.add(row)
        seals.append([number, suggestion_seal(row), place_seal(row)])
        number += 1
    if not seals:
        session.expunge(submission) if submission in session.new else session.delete(submission)
        raise NothingChanged(sentence("You suggested all of this before; there is nothing new in it."))
    session.flush()
    taken = act.noted.setdefault("submissions", [])
    taken.append({"submission": submission.number, "author": author.key, "version": version.number, "sweeping": sweeping, "seals": seals})
    taken[-1]["digest_seal"] = record.seal(row.salt, submission.digest)  # the salt of the last of them
    return _submission_view(act, submission, author, new=True)


def suggestion_seal(row: SuggestionRow) -> str:
    """What the record holds of a suggestion: its place, its change, its motivation, and the contribution it comes from; salted."""
    place: dict[str, Any] = {"edits": row.edits, "version": row.version}
    if row.contribution is not None:  # sealed as before there were origins where none is named
        place["contribution"] = row.contribution
    return record.seal(row.salt, row.kind, record.body(place), row.quote, row.replace, row.why)


def place_seal(row: SuggestionRow) -> str:
    """What the record holds of where a suggestion stands in the version it was made on, salted."""
    return record.seal(row.salt, str(row.paragraph), str(row.start), str(row.end))


def _living_edits(act: Act, author: int, version: int) -> list[list[list[Any]]]:
    return column_of(
        act,
        SuggestionRow.edits,
        col(SuggestionRow.author_id) == author,
        col(SuggestionRow.version) == version,
        col(SuggestionRow.status) != "withdrawn",
        col(SuggestionRow.kind) != "tip",
    )


def _submission_view(act: Act, row: SubmissionRow, author: PersonRow, *, new: bool) -> Submission:
    rows = rows_of(act, SuggestionRow, col(SuggestionRow.submission) == row.number)
    return Submission(row.number, author.handle, row.version, row.sweeping, new, suggestion_views(act, None, rows))


def forget_digest(sight: Sight, submission: int) -> None:
    """Let somebody who took something back hand the same in again."""
    row = row_of(sight, SubmissionRow, submission)
    assert row is not None
    row.digest = None
