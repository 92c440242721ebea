"""Submissions: what one person hands in at once, kept place by place, with its seals for the record."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import bindparam, select
from sqlmodel import col

from plein.documents import to_json
from plein.engine.desk import Act
from plein.engine.people.behalf import Behalf
from plein.engine.review.as_seen import suggestion_views
from plein.engine.review.replacing import forget_digest, replaced, rivals, take_back, unsaid
from plein.engine.review.said_anew import refuse_unchanged, suggested_already
from plein.engine.review.spots import Spot, carried
from plein.engine.review.views import Submission
from plein.engine.review.wishes import Wish
from plein.engine.rows.of_cycle import add_rows, column_of, new_row, next_numbers, rows_of, theirs
from plein.engine.rows.written import said
from plein.errors import NothingChanged
from plein.sentences import sentence
from plein.store import record
from plein.store.tables.cycle import PersonRow
from plein.store.tables.review import SubmissionRow, SuggestionRow
from plein.store.tables.text import VersionRow


def take_in(
    act: Act,
    current: VersionRow,
    author: PersonRow,
    wish: Wish,
    *,
    why: str | None,
    kind: str,
    contribution: int | None = None,
    replaces: bool | None = None,
    instead: SuggestionRow | None = None,
    how: Behalf | None = None,
) -> Submission:
    """Keep the places of what somebody wishes, as they stand in the version before the public.

    Raises:
        NothingChanged: This person suggested all of it before.
        HandedInBefore: They handed in something else in this round, and nobody said what becomes of that.
    """
    return enter(
        act,
        wish.base,
        author,
        wish.spots,
        current=current,
        stands=wish.stands,
        why=why,
        kind=kind,
        sweeping=wish.sweeping,
        contribution=contribution,
        replaces=replaces,
        instead=instead,
        typography=wish.typography,
        how=how,
    )


def enter(
    act: Act,
    base: VersionRow,
    author: PersonRow,
    found: Sequence[Spot],
    *,
    current: VersionRow,
    stands: Sequence[Spot] | None = None,
    why: str | None,
    kind: str,
    sweeping: bool = False,
    contribution: int | None = None,
    replaces: bool | None = False,
    typography: int = 0,
    instead: SuggestionRow | None = None,
    how: Behalf | None = None,
) -> Submission:
    """Keep places of version *base* as one submission, carried to *current*, unless this person handed in the very same before.

    *stands*: the places as they stand there, where that was found before. *instead*: the one that they say anew with it, which is withdrawn.
    *how* it came, where somebody else typed it.

    Raises:
        NothingChanged: This person suggested all of it before.
        HandedInBefore: They handed in something else in this round, and *replaces* does not say what becomes of that.
        Refused: It asks for *instead* as it was, and for more.
    """
    motivation = said(why)
    assert author.id is not None
    digest = _digest(author, base, found, kind, motivation)
    if instead is not None:
        take_back(act, instead)
        forget_digest(act, instead.submission)
        act.session.flush()
    newcomer = act.newcomer and author is act.actor
    there = None if newcomer else act.session.execute(_handed_in(), {"cycle": act.id, "digest": digest}).scalar_one_or_none()
    if there is not None:
        if instead is not None:
            raise suggested_already(act, instead, _suggested(act, there.number))
        return _submission_view(act, there, author, new=False)
    stands = carried(act, found, base, current) if stands is None else stands
    mine = {} if kind == "tip" or newcomer else _living(act, author.id)
    fresh = [one for was, one in zip(found, stands, strict=True) if mine.keys().isdisjoint((_told(was), _told(one)))]
    if instead is not None:
        if not fresh:
            raise suggested_already(act, instead, [mine[told] for one in (*found, *stands) if (told := _told(one)) in mine])
        refuse_unchanged(act, instead, fresh, why=motivation, kind=kind, contribution=contribution)
        dropped: Sequence[SuggestionRow] = [instead]
    elif not mine:
        dropped = []
    else:
        dropped = unsaid(act, author, current, {_told(one) for one in (*found, *stands)}, replaces=replaces)
    if not fresh and not dropped:
        raise NothingChanged(sentence("You suggested all of this before; there is nothing new in it."))
    edited_from = base.number if base.number != current.number else None
    number_of_it, first = next_numbers(act, SubmissionRow, SuggestionRow)
    handed_in = {
        "cycle_id": act.id,
        "number": number_of_it,
        "author_id": author.id,
        "version": current.number,
        "edited_from": edited_from,
        "digest": digest,
        "sweeping": sweeping,
        "at": act.now,
    }
    submission = new_row(SubmissionRow, handed_in)
    add_rows(act, SubmissionRow, [submission])
    seals: list[list[Any]] = []
    rows: list[SuggestionRow] = []
    digest_seal = None
    for number, spot in enumerate(fresh, first):
        place = {
            "cycle_id": act.id,
            "number": number,
            "submission": submission.number,
            "author_id": author.id,
            "kind": kind,
            "status": spot.status,
            "version": spot.version,
            "paragraph": spot.paragraph,
            "start": spot.start,
            "end": spot.end,
            "quote": spot.quote,
            "replace": spot.replace,
            "why": motivation,
            "edits": to_json(spot.edits),
            "salt": record.salt(),
            "sweeping": sweeping,
            "contribution": contribution,
            "edited_from": spot.edited_from,
            "at": act.now,
        }
        row = new_row(SuggestionRow, place if how is None else {**place, **how.columns})
        rows.append(row)
        fared = [] if spot.status == "open" else [spot.status]
        seals.append([number, suggestion_seal(row), place_seal(row), *fared])
        digest_seal = record.seal(row.salt, digest)  # with the salt of the last of them
    add_rows(act, SuggestionRow, rows)
    replaced(act, dropped, submission.number)
    entry: dict[str, Any] = {
        "submission": submission.number,
        "author": author.key,
        "version": current.number,
        "edited_from": edited_from,
        "sweeping": sweeping,
        "seals": seals,
        "digest_seal": digest_seal,
    }
    if how is not None:
        act.note(entered=True, **how.told)
    act.noted.setdefault("submissions", []).append({key: told for key, told in entry.items() if told is not None})
    alone = not dropped and (how is None or how.by == act.by)
    view = _submission_view(act, submission, author, new=True, alone=rows if alone else None)
    return replace(
        view,
        typography=typography,
        replaced=tuple(row.number for row in dropped),
        rivals=rivals(act, author, current, {number for number, *_ in seals}) if mine else (),
    )


def _digest(author: PersonRow, base: VersionRow, found: Sequence[Spot], kind: str, motivation: str | None) -> str:
    """By what a submission is known when it comes again: whose it is, and what it wants changed of the version that was edited."""
    contents = [spot.content for spot in found]
    made = hashlib.sha256(record.body({"author": author.key, "version": base.number, "places": contents, "kind": kind}).encode())
    if kind == "tip":
        made.update((motivation or "").encode())
    return made.hexdigest()


def suggestion_seal(row: SuggestionRow) -> str:
    """What the record holds of a suggestion: its place, its change, its motivation, what it comes from and how it came; salted."""
    place: dict[str, Any] = {"edits": row.edits, "version": row.version}
    if row.contribution is not None:  # sealed as it always was where nothing more is known
        place["contribution"] = row.contribution
    if row.edited_from is not None:
        place["edited_from"] = row.edited_from
    if row.entered_because is not None:
        place["because"] = row.entered_because
    return record.seal(row.salt, row.kind, record.body(place), row.quote, row.replace, row.why)


def place_seal(row: SuggestionRow) -> str:
    """What the record holds of where a suggestion stands in the version it was made on, salted."""
    return record.seal(row.salt, str(row.paragraph), str(row.start), str(row.end))


def _living(act: Act, author: int) -> dict[tuple[int, str], int]:
    """What somebody suggested and did not take back: the version, and the edits, as a text; with the number of each."""
    found = act.session.connection().execute(_theirs(), {"cycle": act.id, "author": author})
    return {(version, str(edits)): number for version, edits, number in found}


@cache
def _handed_in() -> Any:
    """The statement, made once: making one takes longer than the database takes for it."""
    return select(SubmissionRow).where(col(SubmissionRow.cycle_id) == bindparam("cycle"), col(SubmissionRow.digest) == bindparam("digest"))


@cache
def _theirs() -> Any:
    """The statement, made once: making one takes longer than the database takes for it."""
    return select(col(SuggestionRow.version), col(SuggestionRow.edits), col(SuggestionRow.number)).where(
        *theirs(SuggestionRow, bindparam("author"), bindparam("cycle")),
        col(SuggestionRow.status) != "withdrawn",
        col(SuggestionRow.kind) != "tip",
    )


def _suggested(act: Act, submission: int) -> list[int]:
    return column_of(act, SuggestionRow.number, col(SuggestionRow.submission) == submission)


def _told(spot: Spot) -> tuple[int, str]:
    return spot.version, str(to_json(spot.edits))


def _submission_view(
    act: Act, row: SubmissionRow, author: PersonRow, *, new: bool, alone: Sequence[SuggestionRow] | None = None
) -> Submission:
    """A submission; *alone*: its suggestions, where they have to do with nothing else, and with nobody but their author and who acts."""
    if alone is None or author.id is None:
        views = suggestion_views(act, None, rows_of(act, SuggestionRow, col(SuggestionRow.submission) == row.number))
    else:
        views = suggestion_views(act, None, alone, people={act.by: act.actor.handle, author.id: author.handle})
    return Submission(row.number, author.handle, row.version, row.sweeping, new, views, edited_from=row.edited_from or row.version)
