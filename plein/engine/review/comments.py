"""Comments inside the circle: on a version, a paragraph of it, a suggestion, or on another comment. To everybody else there are none.

A comment stays with the version it was made on, and is shown with its number; it is not carried to later versions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import col

from plein.documents import paragraphs
from plein.engine.desk import Act, Sight
from plein.engine.review.standing import suggestion_row
from plein.engine.review.views import Comment
from plein.engine.room import CycleRoom
from plein.engine.rows.erased import ERASED
from plein.engine.rows.of_cycle import exists, next_number, row_of, rows_of
from plein.engine.rows.people import names
from plein.engine.rows.written import said
from plein.engine.text.versions import newest_row, readable
from plein.errors import NotFound, Unusable
from plein.sentences import sentence
from plein.store import record
from plein.store.tables.circle import CommentRow


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a comment stands."""

    version: int | None = None
    paragraph: int | None = None
    suggestion: int | None = None


class Comments(CycleRoom):
    """What the circle says among itself."""

    def add(
        self,
        text: str,
        *,
        version: int | None = None,
        paragraph: int | None = None,
        suggestion: int | None = None,
        reply_to: int | None = None,
        revision: int | None = None,
    ) -> Comment:
        """Say something for the circle alone. The same words by the same person at the same place are kept once.

        Args:
            text: What is said; at most 20,000 characters, unless the organisation says otherwise.
            version: Number of the version it is on; unless a suggestion or a comment is named, the newest, if there is one.
            paragraph: A paragraph of that version, counted from 1.
            suggestion: Number of the suggestion it is on, instead of a version.
            reply_to: Number of the comment it answers; it stands where that one does.
            revision: The revision the writer has read.

        Raises:
            Unusable: The text is empty or too long, or two places are named.
            NotFound: There is no such version, paragraph, suggestion or comment.

        >>> bea.comments.add("Is this ours to promise?", paragraph=2).id
        1
        """
        words = _checked(text)
        asked = _Place(version, paragraph, suggestion)
        if suggestion is not None and asked != _Place(suggestion=suggestion):
            raise Unusable(sentence("A comment is on a suggestion or on a version, not on both; leave one out."))
        if reply_to is not None and asked != _Place():
            raise Unusable(sentence("An answer stands where the comment does that it answers; name no other place."))
        with self._act("comment", revision=revision, closed=True) as act:
            place = _known_place(act, asked) if reply_to is None else _place_of(comment_row(act, reply_to))
            before = _said_before(act, words, place, reply_to)
            if before is not None:
                act.nothing()
                return _views(act, [before])[0]
            row = CommentRow(
                cycle_id=act.id,
                number=next_number(act, CommentRow),
                author_id=act.by,
                text=words,
                salt=record.salt(),
                version=place.version,
                paragraph=place.paragraph,
                suggestion=place.suggestion,
                reply_to=reply_to,
                at=act.now,
            )
            act.session.add(row)
            act.session.flush()
            act.note(
                comment=row.number,
                version=row.version,
                paragraph=row.paragraph,
                suggestion=row.suggestion,
                reply_to=row.reply_to,
                seal=record.seal(row.salt, row.text),
            )
            return _views(act, [row])[0]

    def list(self, *, version: int | None = None, paragraph: int | None = None, suggestion: int | None = None) -> tuple[Comment, ...]:
        """What the circle said among itself, in order; to others there is nothing.

        Args:
            version: Only what is on this version.
            paragraph: Only what is on this paragraph of the version it was made on.
            suggestion: Only what is on this suggestion.

        >>> said = bea.comments.add("Is this ours to promise?", paragraph=2)
        >>> [comment.text for comment in bea.comments.list(paragraph=2)]
        ['Is this ours to promise?']
        """
        wanted = {CommentRow.version: version, CommentRow.paragraph: paragraph, CommentRow.suggestion: suggestion}
        with self._look() as sight:
            if not sight.inside or not all(number is None or exists(number) for number in wanted.values()):
                return ()
            conditions = [col(column) == number for column, number in wanted.items() if number is not None]
            return _views(sight, rows_of(sight, CommentRow, *conditions))

    def show(self, number: int) -> Comment:
        """One comment.

        Raises:
            NotFound: There is none of that number, or not for this person.

        >>> said = bea.comments.add("Is this ours to promise?")
        >>> bea.comments.show(1).author
        'bea'
        """
        with self._look() as sight:
            return _views(sight, [comment_row(sight, number)])[0]


def comment_row(sight: Sight, number: int) -> CommentRow:
    """The row of one comment, for those inside."""
    found = row_of(sight, CommentRow, number) if sight.inside else None
    if found is None:
        slug = sight.cycle.slug
        raise NotFound(
            sentence(
                "There is no comment {number} in {slug}; see them all: {command}",
                number=number,
                slug=slug,
                command=f"plein comment list {slug}",
            )
        )
    return found


def _known_place(act: Act, asked: _Place) -> _Place:
    """The place that was named, if there is such a place; else the newest version, if there is one."""
    if asked.suggestion is not None:
        return _Place(suggestion=suggestion_row(act, asked.suggestion).number)
    if asked == _Place() and (not act.inside or newest_row(act) is None):
        return asked
    version = readable(act, asked.version)
    if asked.paragraph is not None:
        last = len(paragraphs(version.text))
        if not 1 <= asked.paragraph <= last:
            raise NotFound(
                sentence(
                    "There is no paragraph {paragraph} in version {version}; they are numbered from 1 to {last}.",
                    paragraph=asked.paragraph,
                    version=version.number,
                    last=last,
                )
            )
    return _Place(version.number, asked.paragraph)


def _place_of(row: CommentRow) -> _Place:
    return _Place(row.version, row.paragraph, row.suggestion)


def _said_before(act: Act, words: str, place: _Place, reply_to: int | None) -> CommentRow | None:
    rows = rows_of(act, CommentRow, col(CommentRow.author_id) == act.by, col(CommentRow.text) == words)
    return next((row for row in rows if _place_of(row) == place and row.reply_to == reply_to), None)


def _checked(text: str) -> str:
    found = said(text)
    if found is None:
        raise Unusable(sentence("The comment is empty; say something, or pass {dash} to read it from standard input.", dash="-"))
    return found


def _views(sight: Sight, rows: Sequence[CommentRow]) -> tuple[Comment, ...]:
    authors = names(sight, {row.author_id for row in rows})
    return tuple(
        Comment(
            id=row.number,
            author=authors[row.author_id],
            text=row.text or ERASED,
            version=row.version,
            paragraph=row.paragraph,
            suggestion=row.suggestion,
            reply_to=row.reply_to,
            at=row.at,
        )
        for row in rows
    )
