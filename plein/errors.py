"""Every error plein raises on purpose, each owning its sentence. No exit codes and no HTTP codes here: those live at the edges.

PleinError
├── Refused               a rule says no; what was asked is understood and nothing has changed
│   ├── MoveRefused           the cycle may not go to that phase now
│   ├── ActRefused            this act may not be done now (the phase, the deadline, a guard)
│   ├── StaleWrite            somebody else changed what you read; look again
│   ├── NothingChanged        the text handed in is the text there is, or differs in layout or typography alone
│   ├── BaseUnclear           a text may have been made from any of several versions
│   ├── HandedInBefore        its author handed in something else in this round before
│   ├── LooksAlike            a new id reads like that of somebody who is there: one person, or two?
│   ├── PlaceChanged          settling a place would answer suggestions that were not seen there
│   ├── DraftCollides         a draft on an older version does not merge cleanly with what others saved
│   └── Unwritable            the database cannot be written (read-only, locked, from a newer plein)
├── Unusable              what was handed in cannot be used as it is
│   ├── BrokenText            not UTF-8, NUL bytes, lone surrogates, too large, empty
│   ├── TooLong               a text with more characters than its field takes
│   ├── QuoteAmbiguous        the quoted passage stands there more than once
│   ├── QuoteTorn             the quoted passage cannot be replaced so without tearing a mark around some of its words
│   ├── EditsOverlap          two edits of one set touch the same characters
│   ├── EditOutside           an edit reaches outside its text
│   ├── BadDefinition         a definition with mistakes, all of them listed
│   ├── BadSettings           settings of an organisation with mistakes, all of them listed
│   ├── BadRows               a file with mistakes, by row
│   ├── BadMoment             a date or time that cannot be read
│   └── NotADatabase          the file is something else, or holds no plein tables
├── NotFound              it does not exist, or not for this person
│   └── QuoteNotFound         the quoted passage occurs nowhere in the version
├── NotAllowed            this person may not, though others may
│   └── NoIdentity            nobody was named as the one who acts
└── Damaged               a check found that what is stored is not what was written
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plein.sentences import Sentence, counted, either, listed, printable, sentence, typed
from plein.terms import term

_SHOWN = 5
"""So many of a kind are named in one sentence."""


class PleinError(Exception):
    """The root of everything plein refuses or reports on purpose; its text is one sentence or two, fit to show to people."""


class Refused(PleinError):
    """A rule says no. Nothing has changed."""


class MoveRefused(Refused):
    """The move exists from this phase, but at least one rule says no, or there is no such move.

    Attributes:
        phase: The phase asked for, e.g. ``"final"``.
        reasons: One clause per unmet rule, in table order. Never empty.
    """

    def __init__(self, phase: str, reasons: Sequence[str]) -> None:
        self.phase, self.reasons = phase, tuple(reasons)
        super().__init__(sentence("Cannot move to {phase}: {reasons}.", phase=term(phase), reasons=self.reasons))


class ActRefused(Refused):
    """The act is known, but may not be done now by anyone, or a guard says no.

    Attributes:
        act: The act asked for, in the words of the rules table, e.g. ``"suggest"``.
        reasons: One clause per unmet rule, in table order. Never empty.
    """

    def __init__(self, act: str, reasons: Sequence[str]) -> None:
        self.act, self.reasons = act, tuple(reasons)
        super().__init__(sentence("{cannot} now: {reasons}.", cannot=sentence("Cannot " + act.replace("-", " ")), reasons=self.reasons))


class StaleWrite(Refused):
    """The cycle has moved on since it was read.

    Attributes:
        cycle: Slug of the cycle.
        read: The revision the writer had read.
        now: The revision it has now, or None where only the loss of the race is known.
    """

    def __init__(self, cycle: str, read: int, now: int | None = None) -> None:
        self.cycle, self.read, self.now = cycle, read, now
        is_now = sentence("has changed") if now is None else sentence("is at revision {now} now", now=now)
        super().__init__(
            sentence(
                "You read {cycle} at revision {read}, but it {is_now}; nothing was written. Look again: {command}",
                cycle=cycle,
                read=read,
                is_now=is_now,
                command=f"plein status {cycle}",
            )
        )


class PlaceChanged(Refused):
    """Settling a place would answer suggestions that did not stand there when it was looked at.

    Attributes:
        place: The name of the place.
        came: Their numbers, sorted. Never empty.
        told: The first sentence: what came in.
    """

    def __init__(self, place: int, came: Sequence[int], told: str, then: str) -> None:
        self.place, self.came, self.told = place, tuple(came), told
        super().__init__(sentence("{told} {then}", told=told, then=then))


class NothingChanged(Refused):
    """What was handed in equals what is there already, or reads the same."""


class BaseUnclear(Refused):
    """A text that came in may have been made from any of several versions; nothing was taken in.

    Attributes:
        versions: Their numbers, the nearest first; two at least.
    """

    def __init__(self, cycle: str, versions: Sequence[int]) -> None:
        self.versions = tuple(versions)
        super().__init__(
            sentence(
                "Nobody can tell for sure which version your text was made from: it may be {versions}. Nothing was taken in. Say which: {base}. "
                "See what changed: {diff}",
                versions=either(map(str, self.versions)),
                base=typed(f"--base {self.versions[0]}", f"base={self.versions[0]}"),
                diff=f"plein draft diff {cycle} {min(self.versions)} {max(self.versions)}",
            )
        )


class HandedInBefore(Refused):
    """Somebody handed in a text in this round before, and wants something else now; nothing was taken in.

    Attributes:
        author: Who it is.
        suggestions: Numbers of those that the text does not make again. Never empty.
    """

    def __init__(self, author: str, suggestions: Sequence[int]) -> None:
        self.author, self.suggestions = author, tuple(suggestions)
        super().__init__(
            sentence(
                "{author} handed in {suggestions} in this round before, and this text does not ask for that. Nothing was taken in. "
                "Say whether it takes their place or comes beside them: {replace}, or {beside}",
                author=author,
                suggestions=listed(map(str, self.suggestions)),
                replace=typed("--replace", "replace=True"),
                beside=typed("--beside", "replace=False"),
            )
        )


class LooksAlike(Refused):
    """An id that nobody has seen before reads like that of somebody who is there; nobody was entered.

    Attributes:
        people: By new id: whose id it reads like; None for those who may not know who is there. Never empty.
    """

    def __init__(self, people: Mapping[str, str | None]) -> None:
        self.people = dict(people)
        pairs = [(printable(one, 200), None if like is None else printable(like, 200)) for one, like in self.people.items()]
        if any(like is None for _, like in pairs):
            super().__init__(
                sentence(
                    "“{id}” reads like the id of somebody who is here already. Use the id you are known by; if you are somebody else, ask a host "
                    "to enter you: {command}",
                    id=pairs[0][0],
                    command="plein person add PERSON --exact",
                )
            )
            return
        told = [sentence("“{id}” reads like “{like}”", id=one, like=like) for one, like in pairs[:_SHOWN]]
        if len(pairs) > _SHOWN:
            told.append(counted("{n} more", "{n} more", n=len(pairs) - _SHOWN))
        super().__init__(
            sentence(
                "{alike}: one person under two ids? Then use one of them. Somebody else is entered first: {command}",
                alike=tuple(told),
                command="plein person add PERSON --exact",
            )
        )


class DraftCollides(Refused):
    """A draft saved on an older version does not merge cleanly with what others saved meanwhile. Both texts are kept.

    Attributes:
        base: Number of the version the draft was made from.
        newest: Number of the newest version.
        conflicts: Number of places where both changed the same words.
        kept: Where the text that was not saved can be read back, or None.
    """

    def __init__(self, base: int, newest: int, conflicts: int, sentence: str, kept: str | None = None) -> None:
        self.base, self.newest, self.conflicts, self.kept = base, newest, conflicts, kept
        super().__init__(sentence)


class Unwritable(Refused):
    """The database is there and readable, but cannot be written."""


class Unusable(PleinError):
    """What was handed in cannot be used as it is; the sentence says what to change."""


class BrokenText(Unusable):
    """Bytes or a string that are no text plein can keep."""


class TooLong(Unusable):
    """A text has more characters than its field takes. Nothing of it was kept.

    Attributes:
        field: Name of the limit, e.g. ``"motivation"``; see :data:`plein.limits.LIMITS`.
        length: So many characters it has, in code points.
        most: So many are taken.
    """

    def __init__(self, field: str, what: Sentence, length: int, most: int, setting: Sentence | None = None) -> None:
        self.field, self.length, self.most = field, length, most
        more = sentence(", or let more be taken: {setting}", setting=setting) if setting else "."
        super().__init__(
            sentence(
                "{what} has {length:,} characters; at most {most:,} are taken. Shorten it{more}",
                what=what,
                length=length,
                most=most,
                more=more,
            )
        )


class QuoteAmbiguous(Unusable):
    """The quoted passage stands in the version more than once.

    Attributes:
        quote: The passage.
        times: How often it occurs.
        places: Of the first few the number of the paragraph, from 1, and the passage with what stands around it.
    """

    def __init__(self, quote: str, times: int, version: int | None = None, places: Sequence[tuple[int, str]] = ()) -> None:
        self.quote, self.times, self.places = quote, times, tuple(places)
        where = _where(version)
        told = tuple(sentence("paragraph {number}: “{passage}”", number=number, passage=passage) for number, passage in self.places)
        more = sentence("; and {n} more", n=times - len(told)) if times > len(told) else ""
        super().__init__(
            sentence(
                "“{quote}” occurs {times} times in {where} ({places}{more}); quote more of the passage, so that it occurs once.",
                quote=_short(quote),
                times=times,
                where=where,
                places=told,
                more=more,
            )
            if told
            else sentence(
                "“{quote}” occurs {times} times in {where}; quote more of the passage, so that it occurs once.",
                quote=_short(quote),
                times=times,
                where=where,
            )
        )


class QuoteTorn(Unusable):
    """The quoted passage cannot be replaced so without tearing a mark, as a link or what is stressed, of which only a part was quoted.

    Attributes:
        quote: The passage.
        paragraph: The number of the paragraph it stands in, from 1.
        source: The passage as it is written there.
    """

    def __init__(self, quote: str, paragraph: int, source: str, version: int | None = None) -> None:
        self.quote, self.paragraph, self.source = quote, paragraph, source
        super().__init__(
            sentence(
                "“{quote}” cannot be replaced so without tearing the marks around its words in paragraph {number} of {where}; quote it as it "
                "is written there, with all that a mark holds: “{source}”",
                quote=_short(quote),
                number=paragraph,
                where=_where(version),
                source=_short(source, 240),
            )
        )


class EditsOverlap(Unusable):
    """Two edits of one set touch the same characters."""


class EditOutside(Unusable):
    """An edit reaches outside the text it is applied to."""


class BadDefinition(Unusable):
    """A definition of a cycle with mistakes in it.

    Attributes:
        mistakes: One line per mistake, all of them. Never empty.
        lines: For each the line of the file it is in, from 1; None where it is about the whole, or there is no file.
    """

    def __init__(self, name: str, mistakes: Sequence[str], lines: Sequence[int | None] = ()) -> None:
        self.name, self.mistakes = name, tuple(mistakes)
        self.lines = tuple(lines) or (None,) * len(self.mistakes)
        told = zip(self.lines, self.mistakes, strict=True)
        super().__init__(
            counted(
                "{name} is no usable definition ({n} mistake): {mistakes}.",
                "{name} is no usable definition ({n} mistakes): {mistakes}.",
                n=len(mistakes),
                name=name,
                mistakes=tuple(what if line is None else sentence("line {line}: {what}", line=line, what=what) for line, what in told),
            )
        )


class BadSettings(Unusable):
    """Settings of an organisation with mistakes in them.

    Attributes:
        mistakes: One line per mistake, all of them. Never empty.
    """

    def __init__(self, name: str, mistakes: Sequence[str]) -> None:
        self.name, self.mistakes = name, tuple(mistakes)
        super().__init__(
            counted(
                "{name} has a mistake in it: {mistakes}.",
                "{name} has {n} mistakes in it: {mistakes}.",
                n=len(mistakes),
                name=name,
                mistakes=self.mistakes,
            )
        )


class BadRows(Unusable):
    """A file of rows, or a folder of texts, with mistakes in it; nothing was taken in.

    Attributes:
        mistakes: ``file:row:column: what`` per mistake.
        passed: Of a folder: the files that nobody looked into, each with why. Its sentence names all there is; of rows, the first five.
    """

    def __init__(self, mistakes: Sequence[str], passed: Sequence[str] | None = None) -> None:
        self.mistakes, self.passed = tuple(mistakes), tuple(passed or ())
        named = self.mistakes[:_SHOWN] if passed is None else self.mistakes
        more = sentence(" (and {n} more)", n=len(self.mistakes) - len(named)) if len(named) < len(self.mistakes) else ""
        beside = sentence(" Passed over besides: {files}.", files=self.passed) if self.passed else ""
        super().__init__(sentence("Nothing was imported: {mistakes}{more}.{beside}", mistakes=named, more=more, beside=beside))


class BadMoment(Unusable):
    """A date or time that cannot be read, or lies where it cannot be."""


class NotADatabase(Unusable):
    """The file is no database of plein's."""


class NotFound(PleinError):
    """It does not exist, or not for this person: the two read the same, so that nothing leaks."""


class QuoteNotFound(NotFound):
    """The quoted passage occurs nowhere in the version, or not in one paragraph.

    Attributes:
        quote: The passage.
        nearest: The passage most like it, as it reads, to be copied; None where none is near.
        paragraph: The number of the paragraph that one stands in, from 1.
        across: The numbers of the first and the last paragraph that the quote joins, where it does.
        word: The words of which it is only a part, where it occurs nowhere else; ``paragraph`` is theirs then.
    """

    def __init__(
        self,
        quote: str,
        version: int | None = None,
        *,
        nearest: str | None = None,
        paragraph: int | None = None,
        across: tuple[int, int] | None = None,
        word: str | None = None,
    ) -> None:
        self.quote, self.nearest, self.paragraph, self.across, self.word = quote, nearest, paragraph, across, word
        where = _where(version)
        if not quote.strip():
            said = sentence("An empty quote occurs nowhere in {where}; copy the passage that it is about.", where=where)
        elif word is not None:
            said = sentence(
                "“{quote}” stands in {where} only in the middle of “{word}”, in paragraph {number}; quote whole words.",
                quote=_short(quote),
                where=where,
                word=_short(word),
                number=paragraph,
            )
        elif across is not None:
            said = sentence(
                "“{quote}” is no passage of one paragraph: it runs from paragraph {first} to paragraph {last} of {where}; quote from one of "
                "them at a time, or all of it as it is written there, with the line ends.",
                quote=_short(quote),
                first=across[0],
                last=across[1],
                where=where,
            )
        elif nearest is not None:
            said = sentence(
                "“{quote}” occurs nowhere in {where}; nearest to it is, in paragraph {number}: “{nearest}”",
                quote=_short(quote),
                where=where,
                number=paragraph,
                nearest=nearest,
            )
        else:
            said = sentence(
                "“{quote}” occurs nowhere in {where}; copy the passage exactly as it stands there.", quote=_short(quote), where=where
            )
        super().__init__(said)


class NotAllowed(PleinError):
    """This person may not, though somebody else may."""


class NoIdentity(NotAllowed):
    """The act belongs to somebody, and nobody was named."""


class Damaged(PleinError):
    """What is stored is not what was written."""


def _where(version: int | None) -> Sentence:
    return sentence("the text") if version is None else sentence("version {number}", number=version)


def _short(text: str, longest: int = 60) -> str:
    """At most so many characters of *text*, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
