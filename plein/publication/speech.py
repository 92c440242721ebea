"""How the pages speak: the words of ``words`` in the language of one cycle and in the organisation's own terms, moments in its time zone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from plein.engine.rows.handles import PSEUDONYM, nobodys
from plein.engine.text.views import Version
from plein.errors import BadMoment
from plein.language import Language
from plein.publication import words
from plein.publication.clean import bdi
from plein.workflow import show_when
from plein.workflow.outcomes import OUTCOMES


@dataclass(frozen=True)
class Speech:
    """The words and moments of one cycle. Templates use its methods as filters.

    Attributes:
        code: The language, ``nl`` or ``en``.
        timezone: IANA name of the zone that moments are told in.
        has_document: Whether the cycle writes a text.
        terms: What the organisation says instead of words of ours, in that language.
    """

    code: str
    timezone: str
    has_document: bool = True
    terms: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def language(self) -> Language:
        """The language as the organisation speaks it."""
        return Language(self.code, self.terms)

    @cached_property
    def markup(self) -> Language:
        """The same for messages that are HTML and are filled in afterwards: the organisation's words stay words there, whatever they hold."""
        return Language(self.code, {word: str(escape(instead)).replace("%", "%%") for word, instead in self.terms.items()})

    def phase(self, name: str) -> str:
        """What people call a phase."""
        if name == "final" and not self.has_document:
            return self.language.gettext(words.CONCLUSION)
        return self._in(words.PHASES, name) or words.spelled(name)

    def meaning(self, name: str) -> str:
        """What happens in a phase, in a sentence; empty for an organisation's own."""
        if name == "final" and not self.has_document:
            return self.language.gettext(words.CONCLUDED)
        return self._in(words.MEANINGS, name)

    def space(self, name: str) -> str:
        """Whether a phase is before everyone."""
        return self._in(words.SPACES, name) or name

    def kind(self, name: str) -> str:
        """What sort of contribution or suggestion it is."""
        return self._in(words.KINDS, name) or words.spelled(name)

    def outcome(self, name: str) -> str:
        """What became of a suggestion."""
        if name == "waiting":
            return self.language.gettext(words.WAITING)
        return self.language.say(OUTCOMES[name].word) if name in OUTCOMES else words.spelled(name)

    def outcome_told(self, name: str) -> str:
        """The same in a clause."""
        if name == "waiting":
            return self.language.gettext(words.WAITING_TOLD)
        return self.language.say(OUTCOMES[name].told) if name in OUTCOMES else ""

    @staticmethod
    def outcome_sign(name: str) -> str:
        """The sign that stands before it."""
        return OUTCOMES[name].sign if name in OUTCOMES else "…"

    def standing(self, status: str) -> str:
        """What happened to the passage of a suggestion that still waits; empty where nothing did."""
        return self._in(words.STANDINGS, status)

    def role(self, name: str) -> str:
        """Somebody's role in the cycle."""
        return self._in(words.ROLES, name) or words.spelled(name)

    def act(self, name: str) -> str:
        """What an entry of the record tells."""
        return self._in(words.ACTS, name) or words.spelled(name)

    def called(self, version: Version, is_final: Mapping[int, bool]) -> Markup:
        """What a version is called: by its number, or the final one; a correction of that is its own kind."""
        if version.corrects is not None:
            return Markup(self.markup.gettext(words.CORRECTED)) % ()
        if is_final.get(version.number):
            return Markup(self.markup.gettext(words.FINAL)) % ()
        return Markup(self.markup.gettext(words.NUMBERED)) % {"number": version.number}

    def counted(self, kinds: Mapping[str, int]) -> str:
        """How many there are of each kind: ``2 experiences, 1 idea``."""
        return ", ".join(self._many(kind, number) for kind, number in kinds.items())

    def reason(self, because: str) -> str:
        """A reason as it was given; what the engine itself wrote in its place, in the language of the page."""
        return self.language.gettext(because) if self.is_ours(because) else because

    def is_ours(self, because: str) -> bool:
        """Whether the engine itself wrote it."""
        return because in words.OWN

    def person(self, handle: str) -> Markup:
        """Somebody's name inside a sentence; of a pseudonym, and of somebody who was erased, what it is."""
        if handle.startswith(PSEUDONYM):
            return Markup("{} ({})").format(bdi(handle.removeprefix(PSEUDONYM)), self.language.gettext(words.PSEUDONYM))
        return bdi(self.language.gettext(words.ERASED_PERSON) if nobodys(handle) else handle)

    def when(self, moment: datetime) -> Markup:
        """A moment with weekday, date, time and zone."""
        return _time(moment, show_when(moment, self.timezone, self.code))

    def clock(self, moment: datetime) -> Markup:
        """The same without its zone, for a table that names the zone once."""
        return _time(moment, show_when(moment, self.timezone, self.code).rpartition(" (")[0])

    def day(self, moment: datetime) -> Markup:
        """The day of a moment, with its weekday."""
        return _time(moment, show_when(moment, self.timezone, self.code).rpartition(", ")[0])

    def days(self, first: datetime, last: datetime) -> Markup:
        """From one day to another, or the one day."""
        one, other = self.day(first), self.day(last)
        return one if one.striptags() == other.striptags() else one + " – " + other

    def said(self, written: str) -> Markup | str:
        """When something was said elsewhere, as its source gives it: a day where it can be read as one."""
        try:
            moment = datetime.fromisoformat(written)
            return self.day(moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(self.timezone)))
        except (ValueError, OverflowError, BadMoment):
            return written

    def _many(self, kind: str, number: int) -> str:
        if kind in words.KINDS_COUNTED:
            told = words.KINDS_COUNTED[kind](number)
            return self.language.ngettext(told.template, told.many or told.template, number).replace("{n}", str(number))
        return f"{number} × {words.spelled(kind)}"

    def _in(self, found: Mapping[str, str], name: str) -> str:
        return self.language.gettext(found[name]) if name in found else ""


def _time(moment: datetime, told: str) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(moment.isoformat(timespec="seconds"), told)
