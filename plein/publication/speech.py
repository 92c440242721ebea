"""How the pages speak: the words of ``words`` in the language of one cycle, and its moments in its own time zone."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

from plein.errors import BadMoment
from plein.publication import words
from plein.workflow import show_when


@dataclass(frozen=True, slots=True)
class Speech:
    """The words and moments of one cycle. Templates use its methods as filters."""

    language: str
    timezone: str
    has_document: bool = True

    @property
    def catalogue(self) -> gettext.NullTranslations:
        """The translations, as gettext has them."""
        return words.translations(self.language)

    def phase(self, name: str) -> str:
        """What people call a phase."""
        if name == "final" and not self.has_document:
            return self.catalogue.gettext(words.CONCLUSION)
        return self._in(words.PHASES, name) or words.spelled(name)

    def meaning(self, name: str) -> str:
        """What happens in a phase, in a sentence; empty for an organisation's own."""
        if name == "final" and not self.has_document:
            return self.catalogue.gettext(words.CONCLUDED)
        return self._in(words.MEANINGS, name)

    def space(self, name: str) -> str:
        """Whether a phase is before everyone."""
        return self._in(words.SPACES, name) or name

    def kind(self, name: str) -> str:
        """What sort of contribution or suggestion it is."""
        return self._in(words.KINDS, name) or words.spelled(name)

    def outcome(self, name: str) -> str:
        """What became of a suggestion."""
        return self._in(words.OUTCOMES, name) or words.spelled(name)

    def outcome_told(self, name: str) -> str:
        """The same in a clause."""
        return self._in(words.OUTCOMES_TOLD, name)

    def standing(self, status: str) -> str:
        """What happened to the passage of a suggestion that still waits; empty where nothing did."""
        return self._in(words.STANDINGS, status)

    def role(self, name: str) -> str:
        """Somebody's role in the cycle."""
        return self._in(words.ROLES, name) or words.spelled(name)

    def act(self, name: str) -> str:
        """What an entry of the record tells."""
        return self._in(words.ACTS, name) or words.spelled(name)

    def reason(self, because: str) -> str:
        """A reason as it was given; the engine's own words for the first host in the language of the page."""
        return self.catalogue.gettext(because) if because == words.BEGAN else because

    def when(self, moment: datetime) -> Markup:
        """A moment with weekday, date, time and zone."""
        return _time(moment, show_when(moment, self.timezone, self.language))

    def clock(self, moment: datetime) -> Markup:
        """The same without its zone, for a table that names the zone once."""
        return _time(moment, show_when(moment, self.timezone, self.language).rpartition(" (")[0])

    def day(self, moment: datetime) -> Markup:
        """The day of a moment, with its weekday."""
        return _time(moment, show_when(moment, self.timezone, self.language).rpartition(", ")[0])

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

    def _in(self, found: Mapping[str, str], name: str) -> str:
        return self.catalogue.gettext(found[name]) if name in found else ""


def _time(moment: datetime, told: str) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(moment.isoformat(timespec="seconds"), told)
