"""Suggestions: the public reads one frozen version and says what should change. Every suggestion is one place and is answered by itself."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlmodel import col

from plein.documents import Edit, canonical, find_quote, replace_quote
from plein.documents.diff.emptied import hanging
from plein.documents.diff.layout import parted
from plein.documents.show.quote import reading
from plein.engine.inventory.origins import origin
from plein.engine.review.carrying import whereabouts
from plein.engine.review.standing import Standing, decision_on, decision_view, suggestion_row, suggestion_views
from plein.engine.review.submissions import Spot, enter, forget_digest, paragraph_of, take_in, wished
from plein.engine.review.views import Submission, Suggestion
from plein.engine.room import CycleRoom
from plein.engine.rows.handles import checked_handle
from plein.engine.rows.of_cycle import rows_of
from plein.engine.rows.people import everyone_at_once, known
from plein.engine.rows.written import as_typed, said
from plein.engine.text.versions import reviewed
from plein.errors import BadRows, BrokenText, NotAllowed, NothingChanged, Refused, Unusable
from plein.sentences import printable, sentence, typed
from plein.store.tables.review import DecisionRow
from plein.vocabulary import SUGGESTION_KINDS, SuggestionKind, Terms, meant


@dataclass(frozen=True, slots=True)
class Handed:
    """A whole edited text that somebody handed in, to be taken in by a host.

    Attributes:
        author: The id of who handed it in.
        text: The whole text as it should read.
        why: The motivation.
        name: What a mistake in it is called by, such as its file.
        base: The version that was edited; None for the one before the public.
    """

    author: str
    text: str
    why: str | None = None
    name: str = ""
    base: int | None = None


class SuggestionsRoom(CycleRoom):
    """What the public does with a version, and what staff do for people who cannot."""

    def add(
        self,
        text: str,
        base: int | None = None,
        why: str | None = None,
        kind: SuggestionKind = "suggestion",
        *,
        for_: int | None = None,
        revision: int | None = None,
    ) -> Submission:
        """Hand in the whole text as it should read; it becomes one suggestion per changed paragraph.

        Args:
            text: The version under review, edited.
            base: Number of the version that was edited; None for the one under review. Another one is refused: what changed since would
                look like this person's wish.
            why: The motivation, kept with each suggestion of it.
            kind: ``suggestion``, or ``refinement`` for a small wording.
            for_: Number of the contribution it comes from.
            revision: The revision the writer has read.

        Raises:
            NothingChanged: The text is the version to the letter, or differs from it in layout alone.
            NotFound: There is no such contribution.
            ActRefused: There is no review, or its deadline has passed.

        >>> text = piet.draft.show().text
        >>> handed_in = piet.suggestions.add(text.replace("waiting list", "queue"), why="Shorter.")
        >>> [(one.quote, one.replace) for one in handed_in.suggestions]
        [('The town keeps a waiting list. It is public.', 'The town keeps a queue. It is public.')]
        """
        kind = _checked_kind(kind, self._desk.organisation.terms)
        proposed = canonical(text)
        with self._act("suggest", revision=revision) as act:
            current = reviewed(act)
            if base is not None and base != current.number:
                raise Refused(
                    sentence(
                        "You edited version {base}, and version {number} is before the public now; nothing was taken in. See what changed: "
                        "plein draft diff {slug} {base} {number}",
                        base=base,
                        number=current.number,
                        slug=self._slug,
                    )
                )
            edits = wished(current.text, proposed)
            if not edits:
                raise _nothing_in(current.text == proposed, current.number)
            return take_in(act, current, act.actor, edits, why=why, kind=kind, contribution=origin(act, for_))

    def add_quote(
        self,
        quote: str,
        replace: str,
        why: str | None = None,
        *,
        kind: SuggestionKind = "suggestion",
        for_: int | None = None,
        revision: int | None = None,
    ) -> Submission:
        """Suggest that one passage reads otherwise.

        Args:
            quote: The passage as it stands in the version, or as it reads on a page or in Word; it must occur once, in one paragraph.
            replace: How it should read; empty to delete it. Where the passage has marks around its words only the words that differ are
                replaced, unless this has marks of its own.
            why: The motivation.
            kind: ``suggestion`` or ``refinement``.
            for_: Number of the contribution it comes from.
            revision: The revision the writer has read.

        Raises:
            QuoteNotFound, QuoteAmbiguous: The passage occurs nowhere, or more than once.
            QuoteTorn: Only a part was quoted of what a mark holds, and it cannot be replaced so.
            NothingChanged: It reads so already, but for its layout.
            Unusable: All words of an item would go, and others that stand in it stay.

        >>> piet.suggestions.add_quote("waiting list", "queue", why="Shorter.").suggestions[0].replace
        'queue'
        """
        kind = _checked_kind(kind, self._desk.organisation.terms)
        old, new = as_typed(quote), as_typed(replace)
        with self._act("suggest", revision=revision) as act:
            version = reviewed(act)
            (start, end), edits = replace_quote(version.text, old, new, version=version.number)
            if not edits:
                raise NothingChanged(
                    sentence("The passage reads so already in version {number}; there is nothing to suggest.", number=version.number)
                )
            item = hanging(version.text, edits)
            if item is not None:
                raise Unusable(
                    sentence(
                        "Without these words paragraph {number} would be an empty item with others in it; quote it with all that stands in it, "
                        "or hand in the whole text as it should read.",
                        number=item.number,
                    )
                )
            if not parted(version.text, edits)[0]:
                raise _nothing_in(False, version.number)
            passage = version.text[start:end]
            new = new if passage.split() == old.split() else reading(version.text, (start, end), edits)  # with the marks that stay
            place = Spot(edits, paragraph_of(version.text, start), start, end, passage, new)
            return enter(act, version, act.actor, [place], why=why, kind=kind, contribution=origin(act, for_))

    def tip(self, quote: str, text: str, *, for_: int | None = None, revision: int | None = None) -> Submission:
        """Leave a remark on a passage, without a change of the text; *contribution* is the number of the one it comes from.

        Args:
            quote: The passage as it stands, or as it reads; it must occur once, in one paragraph.
            text: The remark.
            for_: Number of the contribution it comes from.
            revision: The revision the writer has read.

        Raises:
            QuoteNotFound, QuoteAmbiguous: The passage occurs nowhere, or more than once.
            Unusable: The remark is empty.

        >>> piet.suggestions.tip("waiting list", "Where can one see it?").suggestions[0].kind
        'tip'
        """
        remark, passage = said(text), as_typed(quote)
        if remark is None:
            raise Unusable(sentence("The tip is empty; say what you want to remark: {option}", option=typed("--tip", "text=")))
        with self._act("suggest", revision=revision) as act:
            version = reviewed(act)
            start, end = find_quote(version.text, passage, version=version.number)
            place = Spot((), paragraph_of(version.text, start), start, end, version.text[start:end], None)
            return enter(act, version, act.actor, [place], why=remark, kind="tip", contribution=origin(act, for_))

    def import_(
        self,
        handed: Iterable[Handed],
        dry_run: bool = False,
        *,
        kind: SuggestionKind = "suggestion",
        revision: int | None = None,
        progress: Callable[[], None] = lambda: None,
    ) -> tuple[Submission, ...]:
        """Take in the edited texts that people handed in, all or none. The same text of the same person twice adds nothing.

        *progress* is called for each.

        Args:
            handed: Who handed in which whole text; one at a time.
            kind: ``suggestion``, or ``refinement`` for small wording.
            dry_run: Only say what would happen.
            revision: The revision the writer has read.
            progress: Called after each of them.

        Returns:
            One submission per text, in order; without suggestions where the text is the version to the letter, or in another layout.

        Raises:
            BadRows: Some cannot be used; all of those are named, and nothing was taken in.

        >>> from plein import Handed
        >>> text = piet.draft.show().text
        >>> handed = (Handed(author, text.replace("homes", word)) for author, word in (("joe", "houses"), ("kit", "flats")))
        >>> [one.author for one in housing.suggestions.import_(handed)]
        ['joe', 'kit']
        """
        kind = _checked_kind(kind, self._desk.organisation.terms)
        with self._act("import-suggestions", revision=revision, dry_run=dry_run) as act:
            version = reviewed(act)
            items = list(handed)
            mistakes, usable = [], []
            for item in items:
                try:
                    handle, text = checked_handle(item.author), canonical(item.text)
                    if not text.strip():
                        raise BrokenText(sentence("the text is empty"))
                    if item.base not in (None, version.number):
                        told = sentence(
                            "version {base} was edited, and version {number} is before the public", base=item.base, number=version.number
                        )
                        raise Unusable(told)
                    usable.append((dataclasses.replace(item, author=handle), text))
                except (BrokenText, Unusable) as broken:
                    mistakes.append(f"{item.name or item.author.strip()}: {str(broken).rstrip('.')}")
            if mistakes:
                raise BadRows(mistakes)
            wishes: list[tuple[Edit, ...]] = []
            for _, text in usable:
                wishes.append(wished(version.text, text))
                progress()
            everyone_at_once(act.session, [item.author for (item, _), edits in zip(usable, wishes, strict=True) if edits], act.now)
            done: list[Submission] = []
            for (item, text), edits in zip(usable, wishes, strict=True):
                nothing = Submission(0, item.author, version.number, False, False, (), layout=not edits and text != version.text)
                try:
                    author = known(act.session, item.author) if edits else None
                    done.append(nothing if author is None else take_in(act, version, author, edits, why=item.why, kind=kind))
                except NothingChanged:  # all of it was suggested before, in parts
                    done.append(nothing)
            return tuple(done)

    def list(self, *, undecided: bool = False, colliding: bool = False, paragraph: int | None = None) -> tuple[Suggestion, ...]:
        """The suggestions in order of arrival.

        Args:
            undecided: Only those without a decision (that this person may see).
            colliding: Only those that collide with another.
            paragraph: Only those on this paragraph, counted from 1 in the version they were made on.

        >>> [(one.id, one.status) for one in piet.suggestions.list(undecided=True)]
        [(1, 'open'), (2, 'open'), (3, 'open')]
        """
        with self._look() as sight:
            standing = Standing(sight)
            found = suggestion_views(sight, standing)
        return tuple(
            one
            for one in found
            if not (undecided and (one.decision is not None or one.status == "withdrawn"))
            and not (colliding and not one.collides_with)
            and paragraph in (None, one.paragraph)
        )

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
            row, standing = suggestion_row(sight, number), Standing(sight)
            one = next(one for one in suggestion_views(sight, standing) if one.id == number)
            here, context = whereabouts(sight, row)
            decision = None if one.decision is None else decision_view(sight, standing.decisions[number], one.decision.by)
            return dataclasses.replace(one, here=here, context=context, decision=decision)

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
            decision = decision_on(act, number)
            if decision is not None and decision.published is not None:
                raise Refused(
                    sentence(
                        "Suggestion {number} was answered ({outcome}); it can no longer be withdrawn.",
                        number=number,
                        outcome=decision.outcome,
                    )
                )
            for other in rows_of(act, DecisionRow, col(DecisionRow.covered_by) == number, order=DecisionRow.suggestion):
                if other.published is not None:
                    raise Refused(
                        sentence(
                            "The answer to suggestion {suggestion} points at yours; ask the group before you withdraw it.",
                            suggestion=other.suggestion,
                        )
                    )
                act.session.delete(other)
            if decision is not None and decision.merged_in is None:
                act.session.delete(decision)
            row.status = "withdrawn"
            act.session.flush()
            forget_digest(act, row.submission)
            act.note(suggestion=number)
            return next(one for one in suggestion_views(act, Standing(act)) if one.id == number)


def _nothing_in(same: bool, number: int) -> NothingChanged:
    if same:
        return NothingChanged(sentence("Your text is version {number} to the letter; there is nothing to suggest.", number=number))
    return NothingChanged(
        sentence("Your text differs from version {number} in layout alone: it reads the same. There is nothing to suggest.", number=number)
    )


def _checked_kind(kind: str, own: Terms) -> SuggestionKind:
    found = meant(kind, SUGGESTION_KINDS, own)
    if found is None:
        known = " or ".join(SUGGESTION_KINDS)
        raise Unusable(sentence("“{kind}” is no kind of suggestion; choose {kinds}", kind=printable(kind), kinds=known))
    return found
