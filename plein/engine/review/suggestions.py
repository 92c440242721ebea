"""Suggestions: the public reads one frozen version and says what should change. Every suggestion is one place and is answered by itself."""

from __future__ import annotations

import dataclasses
from datetime import datetime

from plein.engine.inventory.origins import origin
from plein.engine.people.behalf import refuse_unfit
from plein.engine.review.as_seen import suggestion_views
from plein.engine.review.carrying import whereabouts
from plein.engine.review.chosen import numbers_of, page_of
from plein.engine.review.handing_in import HandingIn
from plein.engine.review.passages import remarked, reworded
from plein.engine.review.standing import Standing, suggestion_row
from plein.engine.review.submissions import enter, take_in
from plein.engine.review.views import Submission, Suggestion
from plein.engine.review.wishes import nothing_in
from plein.engine.rows.page import Page, checked_limit
from plein.engine.rows.written import as_typed, said
from plein.errors import Unusable
from plein.sentences import either, printable, sentence, typed
from plein.terms import term
from plein.vocabulary import SUGGESTION_KINDS, SuggestionKind, Terms, meant


class SuggestionsRoom(HandingIn):
    """What the public does with a version."""

    def add(
        self,
        text: str,
        base: int | None = None,
        why: str | None = None,
        kind: SuggestionKind = "suggestion",
        *,
        typography: bool = False,
        replace: bool | None = None,
        for_: int | None = None,
        author: str | None = None,
        received: str | datetime | None = None,
        late: bool = False,
        because: str | None = None,
        revision: int | None = None,
    ) -> Submission:
        """Hand in the whole text as it should read; it becomes one suggestion per changed paragraph.

        A text that was made from an earlier version is carried to the one before the public: what others changed since is not taken back. What
        cannot be carried is kept where it was made, and says so (``status``).

        Args:
            text: A published version, edited.
            base: Number of the version that was edited; None to have it told from the text.
            why: The motivation, kept with each suggestion of it.
            kind: ``suggestion``, or ``refinement`` for a small wording.
            typography: Whether quotes, dashes and blanks that are set in another way are suggested too; else they are left as they were.
            replace: Where this person handed in something else in this round: whether this takes its place, so that it is withdrawn, or comes
                beside it.
            for_: Number of the contribution it comes from.
            author: Whose it is, where a host enters it for somebody else; the record says both.
            received: When it came: a moment, or ISO 8601 text (a date alone: that day).
            late: Whether it came after the review had closed. A host then takes it in without opening the review for others; it is carried to
                the newest published version, and everybody sees that it was late.
            because: How it came, such as "by letter"; everybody can read it. Asked for with *author*.
            revision: The revision the writer has read.

        Raises:
            NothingChanged: The text is a published version to the letter, or differs from it in layout or typography alone.
            BaseUnclear: It may have been made from any of several versions; nothing was taken in.
            HandedInBefore: This person handed in something else in this round, and *replace* does not say what becomes of it.
            NotFound: There is no such version, or no such contribution.
            ActRefused: There is no review, or its deadline has passed.

        >>> text = piet.draft.show().text
        >>> handed_in = joe.cycle("housing").suggestions.add(text.replace("waiting list", "queue"), why="Shorter.")
        >>> [(one.quote, one.replace) for one in handed_in.suggestions]
        [('The town keeps a waiting list. It is public.', 'The town keeps a queue. It is public.')]
        """
        kind = checked_kind(kind, self._desk.organisation.terms)
        refuse_unfit(author, received, late, because)
        ahead = self._whole(text, base, typography, late).ahead(self._desk, self._slug, asks=None if author else "suggest")
        with self._handing_in(author, received, late, because, revision) as (act, person, how):
            found, among = ahead.inside(act)
            current = among[-1]
            if not found.edits:
                raise nothing_in(found, current.number)
            began = origin(act, for_)
            return take_in(act, current, person, found, why=why, kind=kind, contribution=began, replaces=replace, how=how)

    def add_quote(
        self,
        quote: str,
        replace: str,
        why: str | None = None,
        *,
        base: int | None = None,
        kind: SuggestionKind = "suggestion",
        for_: int | None = None,
        author: str | None = None,
        received: str | datetime | None = None,
        late: bool = False,
        because: str | None = None,
        revision: int | None = None,
    ) -> Submission:
        """Suggest that one passage reads otherwise.

        Args:
            quote: The passage as it stands in the version, or as it reads on a page or in Word; it must occur once, in one paragraph.
            replace: How it should read; empty to delete it. Where the passage has marks around its words only the words that differ are
                replaced, unless this has marks of its own.
            why: The motivation.
            base: Number of the version it is quoted from; None for the one before the public.
            kind: ``suggestion`` or ``refinement``.
            for_: Number of the contribution it comes from.
            author: Whose it is, where a host enters it for somebody else; the record says both.
            received: When it came: a moment, or ISO 8601 text (a date alone: that day).
            late: Whether it came after the review had closed. A host then takes it in without opening the review for others; it is carried to
                the newest published version, and everybody sees that it was late.
            because: How it came, such as "by letter"; everybody can read it. Asked for with *author*.
            revision: The revision the writer has read.

        Raises:
            QuoteNotFound, QuoteAmbiguous: The passage occurs nowhere, or more than once.
            QuoteTorn: Only a part was quoted of what a mark holds, and it cannot be replaced so.
            NothingChanged: It reads so already, but for its layout.
            Unusable: All words of an item would go, and others that stand in it stay.

        >>> piet.suggestions.add_quote("waiting list", "queue", why="Shorter.").suggestions[0].replace
        'queue'
        """
        kind = checked_kind(kind, self._desk.organisation.terms)
        old, new = as_typed(quote), as_typed(replace)
        refuse_unfit(author, received, late, because)
        ahead = self._quoted(old, base, late, author, lambda version, current: reworded(version, old, new, current))
        with self._handing_in(author, received, late, because, revision) as (act, person, how):
            found, (version, current) = ahead.inside(act)
            began = origin(act, for_)
            return enter(act, version, person, [found], current=current, why=why, kind=kind, contribution=began, how=how)

    def tip(
        self,
        quote: str,
        text: str,
        *,
        base: int | None = None,
        for_: int | None = None,
        author: str | None = None,
        received: str | datetime | None = None,
        late: bool = False,
        because: str | None = None,
        revision: int | None = None,
    ) -> Submission:
        """Leave a remark on a passage, without a change of the text; *contribution* is the number of the one it comes from.

        Args:
            quote: The passage as it stands, or as it reads; it must occur once, in one paragraph.
            text: The remark.
            base: Number of the version it is quoted from; None for the one before the public.
            for_: Number of the contribution it comes from.
            author: Whose it is, where a host enters it for somebody else; the record says both.
            received: When it came: a moment, or ISO 8601 text (a date alone: that day).
            late: Whether it came after the review had closed. A host then takes it in without opening the review for others; it is carried to
                the newest published version, and everybody sees that it was late.
            because: How it came, such as "by letter"; everybody can read it. Asked for with *author*.
            revision: The revision the writer has read.

        Raises:
            QuoteNotFound, QuoteAmbiguous: The passage occurs nowhere, or more than once.
            Unusable: The remark is empty.

        >>> piet.suggestions.tip("waiting list", "Where can one see it?").suggestions[0].kind
        'tip'
        """
        remark, quoted = said(text), as_typed(quote)
        if remark is None:
            raise Unusable(sentence("The tip is empty; say what you want to remark: {option}", option=typed("--tip", "text=")))
        refuse_unfit(author, received, late, because)
        ahead = self._quoted(quoted, base, late, author, lambda version, _: remarked(version, quoted))
        with self._handing_in(author, received, late, because, revision) as (act, person, how):
            found, (version, current) = ahead.inside(act)
            began = origin(act, for_)
            return enter(act, version, person, [found], current=current, why=remark, kind="tip", contribution=began, how=how)

    def list(
        self,
        *,
        undecided: bool = False,
        colliding: bool = False,
        paragraph: int | None = None,
        limit: int | None = None,
        after: int = 0,
    ) -> Page[Suggestion]:
        """The suggestions in order of arrival.

        Args:
            undecided: Only those without a decision (that this person may see).
            colliding: Only those that collide with another.
            paragraph: Only those on this paragraph, counted from 1 in the version they were made on.
            limit: At most so many.
            after: Only those that come after the suggestion of this number.

        Returns:
            The suggestions; with ``total``, how many meet the conditions in all, and ``after``, what to name next time: None at the end.

        Raises:
            Unusable: The limit is less than one.

        >>> [(one.id, one.status) for one in piet.suggestions.list(undecided=True)]
        [(1, 'open'), (2, 'open'), (3, 'open')]
        >>> page = piet.suggestions.list(limit=2)
        >>> [one.id for one in page], page.total, [one.id for one in piet.suggestions.list(limit=2, after=page.after)]
        ([1, 2], 3, [3])
        """
        limit = checked_limit(limit)
        with self._look() as sight:
            standing = Standing(sight)
            numbers = numbers_of(sight, standing, undecided=undecided, colliding=colliding, paragraph=paragraph)
            return page_of(sight, standing, numbers, limit=limit, after=after)

    def show(self, number: int) -> Suggestion:
        """One suggestion, with what lists leave out: ``here``, where it stands in the newest published version, and ``context``, what stood
        around it at first.

        Raises:
            NotFound: There is no such suggestion.

        >>> one = piet.suggestions.show(1)
        >>> one.quote, one.replace, one.here.paragraph
        ('homes', 'affordable homes', 2)
        """
        with self._look() as sight:
            row = suggestion_row(sight, number)
            (one,) = suggestion_views(sight, Standing(sight), [row])
            here, context = whereabouts(sight, row)
            return dataclasses.replace(one, here=here, context=context)


def checked_kind(kind: str, own: Terms) -> SuggestionKind:
    """The kind that somebody means, in English or in the words of the organisation.

    Raises:
        Unusable: It is none of them.
    """
    found = meant(kind, SUGGESTION_KINDS, own)
    if found is None:
        known = either(map(term, SUGGESTION_KINDS))
        raise Unusable(sentence("“{kind}” is no kind of suggestion; choose {kinds}", kind=printable(kind), kinds=known))
    return found
