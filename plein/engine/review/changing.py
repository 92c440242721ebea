"""Saying what one suggested in other words: a new suggestion takes the place of the old one, which is withdrawn, in one act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col

from plein.engine.desk import Act, Sight
from plein.engine.inventory.origins import origin
from plein.engine.people.behalf import Behalf, refuse_unfit
from plein.engine.review.ahead import Ahead, Long, Versions
from plein.engine.review.edits_kept import Footing
from plein.engine.review.handing_in import HandingIn, before_the_public, read_version
from plein.engine.review.passages import remarked, reworded
from plein.engine.review.replacing import answered
from plein.engine.review.spots import Spot
from plein.engine.review.standing import suggestion_row
from plein.engine.review.submissions import enter, take_in
from plein.engine.review.suggestions import checked_kind
from plein.engine.review.views import Submission
from plein.engine.review.wishes import Wish, nothing_in
from plein.engine.rows.of_cycle import column_of
from plein.engine.rows.written import as_typed, said
from plein.engine.text.versions import version_row
from plein.errors import NotAllowed, Refused, Unusable
from plein.sentences import listed, sentence, typed
from plein.store.tables.cycle import PersonRow
from plein.store.tables.review import SuggestionRow
from plein.store.tables.text import VersionRow
from plein.vocabulary import SuggestionKind

_QUOTE = typed("--quote OLD", "quote=")
_REPLACE = typed("--replace NEW", "replace=")
_TIP = typed("--tip TEXT", "tip=")


class ChangingRoom(HandingIn):
    """What somebody does who wants something else than what they wanted."""

    def change(
        self,
        number: int,
        text: str | None = None,
        why: str | None = None,
        *,
        quote: str | None = None,
        replace: str | None = None,
        tip: str | None = None,
        base: int | None = None,
        kind: SuggestionKind | None = None,
        typography: bool = False,
        for_: int | None = None,
        author: str | None = None,
        received: str | datetime | None = None,
        late: bool = False,
        because: str | None = None,
        revision: int | None = None,
    ) -> Submission:
        """Say one's own suggestion in other words, as long as the review takes suggestions and no answer to it was published.

        The new words are a suggestion of their own, and the old one is withdrawn; each names the other. What the group decided on the old one
        behind closed doors falls away, and the group is told. What is not said anew, as the motivation, stays as it was.

        Args:
            number: The suggestion.
            text: The whole text as it should read; what its author suggests elsewhere in it already stays as it is.
            why: The motivation; empty for none. Alone it changes nothing else, as *kind* and *for_* do not either.
            quote: The passage as it stands in the version, or as it reads; None for the one that the suggestion is about.
            replace: How the passage should read.
            tip: The remark on the passage.
            base: Number of the version that was edited, or is quoted from; None to have it told.
            kind: ``suggestion`` or ``refinement``; None for what it was.
            typography: Whether quotes, dashes and blanks that are set in another way in *text* are suggested too.
            for_: Number of the contribution it comes from; None for the one it came from.
            author: Whose it is, where a host enters it for somebody else; the record says both.
            received: When it came: a moment, or ISO 8601 text (a date alone: that day).
            late: Whether it came after the review had closed; for hosts.
            because: How it came, such as "by letter"; everybody can read it. Asked for with *author*.
            revision: The revision the writer has read.

        Raises:
            NotAllowed: It is somebody else's.
            ActRefused: The review has closed.
            Refused: The answer to it is public, or it was withdrawn or changed before.
            NothingChanged: It says so already, or another suggestion of its author does.
            QuoteNotFound, QuoteAmbiguous: The passage occurs nowhere, or more than once.
            QuoteTorn: Only a part was quoted of what a mark holds, and it cannot be replaced so.
            BaseUnclear: The text may have been made from any of several versions.
            Unusable: Nothing is said in its place, or two things at once.

        >>> number = piet.suggestions.add_quote("waiting list", "queue").suggestions[0].id
        >>> new = piet.suggestions.change(number, replace="list of who waits", why="Plain words.").suggestions[0]
        >>> new.replace, new.instead_of == (number,)
        ('list of who waits', True)
        """
        if (text, why, quote, replace, tip, kind, for_) == (None,) * 7:
            raise _nothing_said()
        _refuse_unfit(text, why, quote, replace, tip)
        sort = None if kind is None else checked_kind(kind, self._desk.organisation.terms)
        refuse_unfit(author, received, late, because)
        asks = None if author else "suggest"
        whole = None if text is None else self._whole(text, base, typography, late).ahead(self._desk, self._slug, asks=asks)
        new_words = None if text is not None or (replace, tip) == (None, None) else _said_of(number, quote, replace, base, late)
        passage = None if new_words is None else new_words.ahead(self._desk, self._slug, asks=asks)
        with self._handing_in(author, received, late, because, revision, anew=True) as (act, person, how):
            row = _theirs(act, number, person, by_a_host=how is not None)
            new = _Anew(act, row, person, why, sort, for_, how)
            if whole is not None:
                return new.whole(whole)
            if passage is not None:
                return new.passage(passage, tip)
            return new.as_it_was(late=late)


def _said_of(number: int, quote: str | None, replace: str | None, base: int | None, late: bool) -> Long[Spot]:
    """What is said of the passage that a suggestion is about, or of another that is quoted: how it is to read, or without that a remark."""

    def work(sight: Sight, versions: Versions) -> Spot:
        passage = _passage(suggestion_row(sight, number)) if quote is None else as_typed(quote)
        if replace is None:
            return remarked(versions[0], passage)
        return reworded(versions[0], passage, as_typed(replace), versions[1])

    return Long(lambda sight: read_version(sight, base, late), work)


@dataclass(frozen=True, slots=True)
class _Anew:
    """What is said in place of a suggestion; what is None is as it was."""

    act: Act
    row: SuggestionRow
    person: PersonRow
    why: str | None
    kind: SuggestionKind | None
    contribution: int | None
    how: Behalf | None

    def whole(self, ahead: Ahead[Wish]) -> Submission:
        """The whole text as it should read."""
        act, row = self.act, self.row
        found, among = ahead.inside(act)
        current = among[-1]
        if not found.edits:
            raise nothing_in(found, current.number)
        return take_in(
            act,
            current,
            self.person,
            found,
            why=self._why(),
            kind=self._sort(),
            contribution=self._origin(),
            replaces=False,
            instead=row,
            how=self.how,
        )

    def passage(self, ahead: Ahead[Spot], tip: str | None) -> Submission:
        """One passage as it should read, or a remark on it."""
        spot, (version, current) = ahead.inside(self.act)
        if tip is not None:
            return self._enter(version, spot, current, why=tip, kind="tip")
        return self._enter(version, spot, current, why=self._why(), kind=self._sort())

    def as_it_was(self, *, late: bool) -> Submission:
        """The same change or remark, where it was made, with another motivation, as another kind or from another contribution."""
        act, row = self.act, self.row
        tip = row.kind == "tip"
        if tip and (self.why, self.kind) != (None, None):
            raise Unusable(sentence("Number {number} is a tip, which is its own motivation: {option}", number=row.number, option=_TIP))
        _, current = before_the_public(act, late)
        version, edits = version_row(act, row.version), Footing(act).made(row)
        if version is None or edits is None:
            raise _unreadable(act, row)
        spot = Spot(row.version, edits, row.paragraph, row.start, row.end, row.quote, row.replace)
        why, kind = (row.why, row.kind) if tip else (self._why(), self._sort())
        return self._enter(version, spot, current, why=why, kind=kind, sweeping=row.sweeping)

    def _enter(
        self, version: VersionRow, spot: Spot, current: VersionRow, *, why: str | None, kind: str, sweeping: bool = False
    ) -> Submission:
        return enter(
            self.act,
            version,
            self.person,
            [spot],
            current=current,
            why=why,
            kind=kind,
            sweeping=sweeping,
            contribution=self._origin(),
            instead=self.row,
            how=self.how,
        )

    def _why(self) -> str | None:
        """The motivation; that of a tip was the tip."""
        return self.why if self.why is not None or self.row.kind == "tip" else self.row.why

    def _sort(self) -> str:
        return self.kind or ("suggestion" if self.row.kind == "tip" else self.row.kind)

    def _origin(self) -> int | None:
        return self.row.contribution if self.contribution is None else origin(self.act, self.contribution)


def _passage(row: SuggestionRow) -> str:
    """The passage that a suggestion is about."""
    if not row.quote.strip():
        raise Unusable(
            sentence(
                "Suggestion {number} adds something and is about no passage; say which one is to read otherwise: {option}",
                number=row.number,
                option=_QUOTE,
            )
        )
    return row.quote.rstrip("\n")


def _nothing_said() -> Unusable:
    return Unusable(
        sentence(
            "Say what it is to be: the whole text as it should read ({file} or -), {passage}, {tip}, or another motivation alone, {why}",
            file=typed("FILE", "text="),
            passage=_REPLACE,
            tip=_TIP,
            why=typed("--why TEXT", "why="),
        )
    )


def _refuse_unfit(text: str | None, why: str | None, quote: str | None, replace: str | None, tip: str | None) -> None:
    """Refuse what says two things at once, or half of one, before anything is read."""
    if text is not None and (quote, replace, tip) != (None, None, None):
        raise Unusable(
            sentence(
                "Hand in a whole text or one passage, not both: {file}, or {quote} with {replace} or {tip}",
                file=typed("FILE", "text="),
                quote=typed("--quote", "quote="),
                replace=typed("--replace", "replace="),
                tip=typed("--tip", "tip="),
            )
        )
    if (replace is not None and tip is not None) or (quote is not None and replace is None and tip is None):
        raise Unusable(
            sentence("Say how the passage should read or what you remark on it: {replace}, or {tip}", replace=_REPLACE, tip=_TIP)
        )
    if tip is None:
        return
    if why is not None:
        raise Unusable(sentence("A tip is its own motivation; put all of it in {option}", option=typed("--tip", "tip=")))
    if said(tip) is None:
        raise Unusable(sentence("The tip is empty; say what you want to remark: {option}", option=typed("--tip", "tip=")))


def _theirs(act: Act, number: int, person: PersonRow, *, by_a_host: bool) -> SuggestionRow:
    """The suggestion, if this person may still say it in other words. Whether the group has decided on it is not asked: nobody may tell."""
    row, slug = suggestion_row(act, number), act.cycle.slug
    if row.author_id != person.id:
        if by_a_host:
            raise NotAllowed(sentence("Suggestion {number} is not one of {person}.", number=number, person=person.handle))
        raise NotAllowed(sentence("Suggestion {number} is not yours; only its author can change it.", number=number))
    if row.status == "withdrawn":
        anew = [] if row.replaced_by is None else _living(act, row.replaced_by)
        if anew:
            raise Refused(
                sentence(
                    "Suggestion {number} was said in other words before; now it is {numbers}: {command}",
                    number=number,
                    numbers=listed(map(str, anew)),
                    command=f"plein suggestion change {slug} {anew[0]}",
                )
            )
        raise Refused(
            sentence(
                "Suggestion {number} was withdrawn; say it anew: {command}", number=number, command=f"plein suggestion add {slug} FILE"
            )
        )
    answer = answered(act, row)
    if answer is None:
        return row
    if answer.suggestion != number:
        raise Refused(
            sentence(
                "The answer to suggestion {suggestion} points at yours; ask the group before you change it.", suggestion=answer.suggestion
            )
        )
    raise Refused(
        sentence("Suggestion {number} was answered ({outcome}); it can no longer be changed.", number=number, outcome=answer.outcome)
    )


def _living(act: Act, submission: int) -> Sequence[int]:
    """What of a submission its author did not take back."""
    return column_of(
        act,
        SuggestionRow.number,
        col(SuggestionRow.submission) == submission,
        col(SuggestionRow.status) != "withdrawn",
        order=SuggestionRow.number,
    )


def _unreadable(act: Act, row: SuggestionRow) -> Refused:
    """Whatever happened to it in the database: its author can say it whole, and nothing goes on that plein cannot read."""
    return Refused(
        sentence(
            "What suggestion {number} changes cannot be read any more; say all of it anew: {command}",
            number=row.number,
            command=f"plein suggestion change {act.cycle.slug} {row.number} --quote OLD --replace NEW",
        )
    )
