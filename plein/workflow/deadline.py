"""Deadlines between people's words and moments in UTC. No clock here: what time it is now comes in as an argument elsewhere.

A date alone means the end of that day. Moments are kept in UTC and shown with weekday, time and zone, in words that do not depend on
the machine's locale.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from plein.errors import BadMoment
from plein.language import Language
from plein.sentences import sentence
from plein.workflow.quote import quote

_WEEKDAYS: Final = (
    sentence("Monday"),
    sentence("Tuesday"),
    sentence("Wednesday"),
    sentence("Thursday"),
    sentence("Friday"),
    sentence("Saturday"),
    sentence("Sunday"),
)
MONTHS: Final = (
    sentence("January"),
    sentence("February"),
    sentence("March"),
    sentence("April"),
    sentence("May"),
    sentence("June"),
    sentence("July"),
    sentence("August"),
    sentence("September"),
    sentence("October"),
    sentence("November"),
    sentence("December"),
)
_DAY_AND_TIME: Final = re.compile(r"[0-9W-]+[Tt ](?!24)[0-9:.,]+ ?([Zz]|[+-][0-9:]+)?", re.ASCII)
_LAST_SECOND: Final = time(23, 59, 59)


def check_zone(name: str) -> ZoneInfo:
    """The IANA time zone of that name.

    Raises:
        BadMoment: There is no such zone.

    >>> check_zone("Europe/Amsterdam").key
    'Europe/Amsterdam'
    >>> check_zone("Europe/Amsterdm")
    Traceback (most recent call last):
        ...
    plein.errors.BadMoment: “Europe/Amsterdm” is no time zone; did you mean Europe/Amsterdam?
    """
    try:
        if name != "localtime":  # on many machines a file among the zones, but not the same on any two
            return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown; a path or NUL in it; a folder of the zone database, like "Europe"
        pass
    raise BadMoment(sentence("{name} is no time zone; {hint}", name=quote(name), hint=_nearest_zone(name)))


def parse_when(text: str, timezone: str | Callable[[], str]) -> datetime:
    """Read a moment that a person wrote.

    Args:
        text: ISO 8601: ``2026-11-27`` (the end of that day), ``2026-11-27T17:00``, or with an offset ``2026-11-27T17:00+01:00``.
        timezone: IANA zone in which a moment without offset is meant. A local time that occurs twice, when the clock goes
            back, means the later one: a deadline never closes earlier than someone may have read it. A call gives it where it has to be
            looked up; a moment with an offset asks for none.

    Returns:
        The moment, in UTC.

    Raises:
        BadMoment: It cannot be read, does not exist in that zone because the clock goes forward over it, or the zone is unknown.

    >>> parse_when("2026-11-27", "Europe/Amsterdam").isoformat()
    '2026-11-27T22:59:59+00:00'
    >>> parse_when("2026-11-27 17:00", "Europe/Amsterdam").isoformat()
    '2026-11-27T16:00:00+00:00'
    >>> parse_when("2026-11-27T17:00Z", "Europe/Amsterdam").isoformat()
    '2026-11-27T17:00:00+00:00'
    """
    if isinstance(timezone, str):
        check_zone(timezone)
    written = _read(text)
    try:
        if written.utcoffset() is not None:
            return written.astimezone(UTC)
        name = timezone if isinstance(timezone, str) else timezone()
        zone = check_zone(name)
        local = written.replace(tzinfo=zone, fold=1)
        moment = local.astimezone(UTC)
        exists = moment.astimezone(zone).replace(tzinfo=None) == written
    except OverflowError:
        raise BadMoment(sentence("{text} is too far away to reckon with.", text=quote(text))) from None
    if not exists:
        raise BadMoment(
            sentence(
                "{text} does not exist in {timezone}: the clock goes forward over it. Name an earlier or a later time.",
                text=quote(text),
                timezone=name,
            )
        )
    return moment


def show_when(moment: datetime, timezone: str, language: str = "en") -> str:
    """A moment in words, with weekday, date, time and zone; in the hour that comes twice, when the clock goes back, with its offset too.

    In English it is a sentence, which can be said in another language later.

    Args:
        moment: With a time zone, whichever.
        timezone: IANA zone to show it in.
        language: ``"en"`` or ``"nl"``, also as ``"nl-BE"``; any other is shown in English.

    Raises:
        BadMoment: The zone is unknown.
        ValueError: The moment has no time zone.

    >>> moment = parse_when("2026-11-27", "Europe/Amsterdam")
    >>> show_when(moment, "Europe/Amsterdam")
    'Friday 27 November 2026, 23:59 (Europe/Amsterdam)'
    >>> show_when(moment, "Europe/Amsterdam", "nl")
    'vrijdag 27 november 2026, 23:59 (Europe/Amsterdam)'
    """
    if moment.utcoffset() is None:
        raise ValueError("a moment to show needs a time zone")
    try:
        local = moment.astimezone(check_zone(timezone))
    except OverflowError:  # within a day of the year 1 or 9999
        local = moment
    said = sentence(
        "{weekday} {day} {month} {year}, {clock} ({zone})",
        weekday=_WEEKDAYS[local.weekday()],
        day=local.day,
        month=MONTHS[local.month - 1],
        year=local.year,
        clock=f"{local:%H:%M}",
        zone=f"{timezone} UTC{local.isoformat()[-6:]}" if _comes_twice(local) else timezone,
    )
    return said if language == "en" else Language(language).say(said)


def _comes_twice(local: datetime) -> bool:
    """Whether the clock shows this time twice that night, so that the time alone does not say which is meant."""
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()


def _read(text: str) -> datetime:
    """The moment as it is written, without a zone where none is written."""
    written = text.strip()
    try:
        if written.isascii() and not re.search("[Tt: ]", written):
            return datetime.combine(date.fromisoformat(written), _LAST_SECOND)
        if _DAY_AND_TIME.fullmatch(written):
            return datetime.fromisoformat(written.upper().replace(" +", "+").replace(" -", "-").replace(" Z", "Z"))
    except ValueError:
        pass  # the right shape, but no such day or time: 30 February, 25:00
    raise BadMoment(
        sentence(
            "{written} is no date or time; write it like 2026-11-27 (the end of that day) or 2026-11-27T17:00.", written=quote(written)
        )
    )


def _nearest_zone(name: str) -> str:
    """What to write instead of a zone that does not exist: a place. A shorthand like CEST holds for half a year."""
    from difflib import get_close_matches  # here, not above: both are slow to come, and zones are nearly always right
    from zoneinfo import available_timezones

    places = {zone.lower(): zone for zone in sorted(available_timezones()) if "/" in zone and not zone.startswith("Etc/")}
    towns = {place.rpartition("/")[2]: zone for place, zone in reversed(places.items())}
    wanted = "_".join(name[:40].lower().split())
    near = [towns[wanted]] if wanted in towns else [places[one] for one in get_close_matches(wanted, places, n=1, cutoff=0.75)]
    return sentence("did you mean {zone}?", zone=near[0]) if near else sentence("it takes a place, such as Europe/Amsterdam.")
