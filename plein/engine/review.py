"""The review: the public reads one frozen version and says what should change. Every suggestion is one place and is answered by itself."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlmodel import col

from plein.documents import (
    Edit,
    apply,
    canonical,
    diff,
    find_quote,
    is_sweeping,
    paragraphs,
    places,
    replace_quote,
)
from plein.engine.desk import Act, Desk, everyone_at_once, known
from plein.engine.drafting import reviewed
from plein.engine.said import as_typed, said
from plein.engine.standing import Standing, paragraph_number, suggestion_row, suggestion_views
from plein.engine.views import Collision, Submission, Suggestion
from plein.errors import BadRows, BrokenText, NotAllowed, NothingChanged, Refused, Unusable
from plein.store import record
from plein.store.tables import DecisionRow, PersonRow, SubmissionRow, SuggestionRow, VersionRow

KINDS = ("suggestion", "refinement")


@dataclass(frozen=True, slots=True)
class Handed:
    """A whole edited text that somebody handed in, to be taken in by a host. ``name`` is what a mistake in it is called by."""

    author: str
    text: str
    why: str | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    edits: tuple[Edit, ...]
    paragraph: int
    start: int
    end: int
    quote: str
    replace: str | None


class ReviewRoom(Desk):
    """What the public does with a version, and what staff do for people who cannot."""

    def suggest(
        self,
        slug: str,
        text: str,
        *,
        base: int | None = None,
        why: str | None = None,
        kind: str = "suggestion",
        revision: int | None = None,
    ) -> Submission:
        """Hand in the whole text as it should read; it becomes one suggestion per changed paragraph.

        Args:
            slug: The cycle.
            text: The version under review, edited.
            base: Number of the version that was edited; None for the one under review. Another one is refused: what changed since would
                look like this person's wish.
            why: The motivation, kept with each suggestion of it.
            kind: ``suggestion``, or ``refinement`` for a small wording.
            revision: The revision the writer has read.

        Raises:
            NothingChanged: The text is the version to the letter.
            ActRefused: There is no review, or its deadline has passed.
        """
        _known_kind(kind)
        proposed = canonical(text)
        with self._act(slug, "suggest", revision=revision) as act:
            current = reviewed(act)
            if base is not None and base != current.number:
                raise Refused(
                    f"You edited version {base}, and version {current.number} is before the public now; nothing was taken in. "
                    f"See what changed: plein draft diff {slug} {base} {current.number}"
                )
            submission = _take_in(act, current, act.actor, proposed, why=why, kind=kind)
            if submission is None:
                raise NothingChanged(f"Your text is version {current.number} to the letter; there is nothing to suggest.")
            return submission

    def suggest_quote(
        self, slug: str, quote: str, replace: str, *, why: str | None = None, kind: str = "suggestion", revision: int | None = None
    ) -> Submission:
        """Suggest that one passage reads otherwise.

        Args:
            slug: The cycle.
            quote: The passage as it stands in the version; it must occur once. White space may differ.
            replace: How it should read; empty to delete it.
            why: The motivation.
            kind: ``suggestion`` or ``refinement``.
            revision: The revision the writer has read.

        Raises:
            QuoteNotFound, QuoteAmbiguous: The passage occurs nowhere, or more than once.
            NothingChanged: It reads so already.
        """
        _known_kind(kind)
        old, new = as_typed(quote), as_typed(replace)
        with self._act(slug, "suggest", revision=revision) as act:
            version = reviewed(act)
            (start, end), edits = replace_quote(version.text, old, new, version=version.number)
            if not edits:
                raise NothingChanged(f"The passage reads so already in version {version.number}; there is nothing to suggest.")
            place = _Place(edits, _paragraph(version.text, start), start, end, version.text[start:end], new)
            return _enter(act, version, act.actor, [place], why=why, kind=kind)

    def tip(self, slug: str, quote: str, text: str, *, revision: int | None = None) -> Submission:
        """Leave a remark on a passage, without a change of the text.

        Raises:
            QuoteNotFound, QuoteAmbiguous: The passage occurs nowhere, or more than once.
            Unusable: The remark is empty.
        """
        remark, passage = said(text), as_typed(quote)
        if remark is None:
            raise Unusable("The tip is empty; say what you want to remark: --tip")
        with self._act(slug, "suggest", revision=revision) as act:
            version = reviewed(act)
            start, end = find_quote(version.text, passage, version=version.number)
            place = _Place((), _paragraph(version.text, start), start, end, version.text[start:end], None)
            return _enter(act, version, act.actor, [place], why=remark, kind="tip")

    def import_suggestions(
        self,
        slug: str,
        handed: Iterable[Handed],
        *,
        kind: str = "suggestion",
        dry_run: bool = False,
        revision: int | None = None,
        progress: Callable[[], None] = lambda: None,
    ) -> tuple[Submission, ...]:
        """Take in the edited texts that people handed in, all or none. The same text of the same person twice adds nothing.

        *progress* is called after each.

        Returns:
            One submission per text, in order; without suggestions where the text is the version to the letter.

        Raises:
            BadRows: Some cannot be used; all of those are named, and nothing was taken in.
        """
        _known_kind(kind)
        with self._act(slug, "import-suggestions", revision=revision, dry_run=dry_run) as act:
            version = reviewed(act)
            items = list(handed)
            mistakes, usable = [], []
            for item in items:
                try:
                    usable.append((item, canonical(item.text)))
                except BrokenText as broken:
                    mistakes.append(f"{item.name or item.author}: {broken}")
            if mistakes:
                raise BadRows(mistakes)
            everyone_at_once(act.session, [item.author for item, _ in usable], act.now)
            done: list[Submission] = []
            for item, text in usable:
                author = known(act.session, item.author.strip())
                assert author is not None
                try:
                    taken = _take_in(act, version, author, text, why=item.why, kind=kind)
                except NothingChanged:  # all of it was suggested before, in parts
                    taken = None
                done.append(taken or Submission(0, author.handle, version.number, False, False, ()))
                progress()
            if not act.noted:
                act.nothing()
            return tuple(done)

    def suggestions(
        self, slug: str, *, undecided: bool = False, colliding: bool = False, paragraph: int | None = None
    ) -> tuple[Suggestion, ...]:
        """The suggestions in order of arrival.

        Args:
            slug: The cycle.
            undecided: Only those without a decision (that this person may see).
            colliding: Only those that collide with another.
            paragraph: Only those on this paragraph, counted from 1 in the version they were made on.
        """
        with self._look(slug) as sight:
            standing = Standing(sight)
            found = suggestion_views(sight, standing)
        return tuple(
            one
            for one in found
            if not (undecided and (one.decision is not None or one.status == "withdrawn"))
            and not (colliding and not one.collides_with)
            and paragraph in (None, one.paragraph)
        )

    def suggestion(self, slug: str, number: int) -> Suggestion:
        """One suggestion."""
        with self._look(slug) as sight:
            suggestion_row(sight, number)
            return next(one for one in suggestion_views(sight, Standing(sight)) if one.id == number)

    def withdraw(self, slug: str, number: int, *, revision: int | None = None) -> Suggestion:
        """Take back one's own suggestion, as long as no answer to it was published.

        What the group decided on it behind closed doors falls away; of what it merged already the words stay, as the group's own.

        Raises:
            NotAllowed: It is somebody else's.
            Refused: The answer to it is public, or it was withdrawn before.
        """
        with self._act(slug, "withdraw", revision=revision) as act:
            row = suggestion_row(act, number)
            if row.author_id != act.by:
                raise NotAllowed(f"Suggestion {number} is not yours; only its author can withdraw it.")
            if row.status == "withdrawn":
                raise Refused(f"Suggestion {number} was withdrawn before.")
            query = select(DecisionRow).where(col(DecisionRow.cycle_id) == act.id, col(DecisionRow.suggestion) == number)
            decision = act.session.execute(query).scalar_one_or_none()
            if decision is not None and decision.published is not None:
                raise Refused(f"Suggestion {number} was answered ({decision.outcome}); it can no longer be withdrawn.")
            if decision is not None and decision.merged_in is None:
                act.session.delete(decision)
            row.status = "withdrawn"
            act.session.flush()
            _forget_digest_if_all_withdrawn(act, row.submission)
            act.note(suggestion=number)
            return next(one for one in suggestion_views(act, Standing(act)) if one.id == number)

    def collisions(self, slug: str) -> tuple[Collision, ...]:
        """The places where living suggestions cannot all stand, in the order of the text. Sweeping ones are left out: they touch everything."""
        with self._look(slug) as sight:
            return Standing(sight).places()


def _known_kind(kind: str) -> None:
    if kind not in KINDS:
        raise Unusable(f"“{kind}” is no kind of suggestion; choose {' or '.join(KINDS)}")


def _paragraph(text: str, offset: int) -> int:
    return paragraph_number(paragraphs(text), offset)


def _take_in(act: Act, version: VersionRow, author: PersonRow, proposed: str, *, why: str | None, kind: str) -> Submission | None:
    """Split a whole edited text into its places and keep them; None where nothing differs."""
    if not proposed.strip():
        raise BrokenText("The text is empty; hand in the whole text as it should read.")
    edits = diff(version.text, proposed)
    if not edits:
        return None
    sweeping = is_sweeping(version.text, edits)
    if sweeping:
        start, end = edits[0].start, edits[-1].end
        after = apply(version.text, edits)
        replaced = after[start : len(after) - (len(version.text) - end)]
        found = [_Place(edits, _paragraph(version.text, start), start, end, version.text[start:end], replaced)]
    else:
        found = [
            _Place(place.edits, place.paragraph, place.start, place.end, place.quote, place.replace)
            for place in places(version.text, edits)
        ]
    return _enter(act, version, author, found, why=why, kind=kind, sweeping=sweeping)


def _enter(
    act: Act, version: VersionRow, author: PersonRow, found: Sequence[_Place], *, why: str | None, kind: str, sweeping: bool = False
) -> Submission:
    """Keep the places as one submission, unless this person handed in the very same before."""
    session, motivation = act.session, said(why)
    assert author.id is not None
    contents: list[Any] = [[_data(place.edits), place.start, place.end, place.replace] for place in found]
    digest = hashlib.sha256(record.body({"author": author.key, "version": version.number, "places": contents, "kind": kind}).encode())
    if kind == "tip":
        digest.update((motivation or "").encode())
    there = session.execute(
        select(SubmissionRow).where(col(SubmissionRow.cycle_id) == act.id, col(SubmissionRow.digest) == digest.hexdigest())
    ).scalar_one_or_none()
    if there is not None:
        if not act.noted:
            act.nothing()
        return _submission_view(act, there, author, new=False)
    act.empty = False
    submission = SubmissionRow(
        cycle_id=act.id,
        number=_next(act, SubmissionRow),
        author_id=author.id,
        version=version.number,
        digest=digest.hexdigest(),
        sweeping=sweeping,
        at=act.now,
    )
    session.add(submission)
    mine = [] if kind == "tip" else _living_edits(act, author.id, version.number)
    number, seals = _next(act, SuggestionRow), []
    for place in found:
        if _data(place.edits) in mine:
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
            edits=_data(place.edits),
            salt=record.salt(),
            sweeping=sweeping,
            at=act.now,
        )
        session.add(row)
        seals.append([number, suggestion_seal(row)])
        number += 1
    if not seals:
        session.expunge(submission) if submission in session.new else session.delete(submission)
        raise NothingChanged("You suggested all of this before; there is nothing new in it.")
    session.flush()
    taken = act.noted.setdefault("submissions", [])
    taken.append({"submission": submission.number, "author": author.key, "version": version.number, "sweeping": sweeping, "seals": seals})
    return _submission_view(act, submission, author, new=True)


def suggestion_seal(row: SuggestionRow) -> str:
    """What the record holds of a suggestion: its place, its change and its motivation, salted."""
    return record.seal(row.salt, row.kind, record.body({"edits": row.edits, "version": row.version}), row.quote, row.replace, row.why)


def _living_edits(act: Act, author: int, version: int) -> list[list[list[Any]]]:
    query = select(col(SuggestionRow.edits)).where(
        col(SuggestionRow.cycle_id) == act.id,
        col(SuggestionRow.author_id) == author,
        col(SuggestionRow.version) == version,
        col(SuggestionRow.status) != "withdrawn",
        col(SuggestionRow.kind) != "tip",
    )
    return list(act.session.execute(query).scalars())


def _submission_view(act: Act, row: SubmissionRow, author: PersonRow, *, new: bool) -> Submission:
    rows = (
        act.session.execute(
            select(SuggestionRow)
            .where(col(SuggestionRow.cycle_id) == act.id, col(SuggestionRow.submission) == row.number)
            .order_by(col(SuggestionRow.number))
        )
        .scalars()
        .all()
    )
    return Submission(row.number, author.handle, row.version, row.sweeping, new, suggestion_views(act, None, rows))


def _forget_digest_if_all_withdrawn(act: Act, submission: int) -> None:
    """Let somebody who took everything back hand the same in again."""
    living = select(func.count()).where(
        col(SuggestionRow.cycle_id) == act.id, col(SuggestionRow.submission) == submission, col(SuggestionRow.status) != "withdrawn"
    )
    if act.session.execute(living).scalar_one() == 0:
        row = act.session.execute(
            select(SubmissionRow).where(col(SubmissionRow.cycle_id) == act.id, col(SubmissionRow.number) == submission)
        ).scalar_one()
        row.digest = None


def _next(act: Act, row: type[SubmissionRow | SuggestionRow]) -> int:
    return (act.session.execute(select(func.max(row.number)).where(col(row.cycle_id) == act.id)).scalar() or 0) + 1


def _data(edits: Iterable[Edit]) -> list[list[Any]]:
    return [[edit.start, edit.end, edit.text] for edit in edits]
