"""Deadlines: written by people, kept in UTC, shown with weekday, time and zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.errors import BadMoment
from plein.workflow import check_zone, parse_when, show_when

AMSTERDAM = "Europe/Amsterdam"
ZONES = [AMSTERDAM, "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "UTC"]

# written, zone, in UTC
READ = [
    ("2026-11-27", AMSTERDAM, "2026-11-27 22:59:59"),
    ("2026-07-01", AMSTERDAM, "2026-07-01 21:59:59"),
    ("  2026-11-27\n", AMSTERDAM, "2026-11-27 22:59:59"),
    ("20261127", AMSTERDAM, "2026-11-27 22:59:59"),
    ("2026-W48-5", AMSTERDAM, "2026-11-27 22:59:59"),
    ("2026-11-27", "Asia/Kathmandu", "2026-11-27 18:14:59"),
    ("2026-11-27", "UTC", "2026-11-27 23:59:59"),
    ("2026-11-27T17:00", AMSTERDAM, "2026-11-27 16:00:00"),
    ("2026-11-27t17:00", AMSTERDAM, "2026-11-27 16:00:00"),
    ("2026-11-27 17:00", AMSTERDAM, "2026-11-27 16:00:00"),
    ("2026-11-27T17:00:30", AMSTERDAM, "2026-11-27 16:00:30"),
    ("2026-11-27T17:00Z", AMSTERDAM, "2026-11-27 17:00:00"),
    ("2026-11-27T17:00z", AMSTERDAM, "2026-11-27 17:00:00"),
    ("2026-11-27T17:00+05:30", AMSTERDAM, "2026-11-27 11:30:00"),
    ("2026-11-27 17:00 -05:00", AMSTERDAM, "2026-11-27 22:00:00"),
    ("2026-10-25T02:30", AMSTERDAM, "2026-10-25 01:30:00"),  # twice; the later closes last
    ("2026-10-25T02:30+02:00", AMSTERDAM, "2026-10-25 00:30:00"),  # who means the earlier one can say so
    ("2026-10-31", "America/Havana", "2026-11-01 03:59:59"),
]


@pytest.mark.parametrize(("written", "zone", "utc"), READ)
def test_a_moment_is_read_as_it_was_meant(written: str, zone: str, utc: str) -> None:
    """An hour too early, and somebody's suggestion is refused."""
    assert parse_when(written, zone) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    ["", "tomorrow", "27-11-2026", "27/11/2026", "2026-13-01", "2026-02-30", "2026-11-27T25:00", "2026-11-27T24:00", "2026-11-27x17:00",
     "17:00", "2026-11", "2026", "1764262800", "2026-11-27T", "２０２６-11-27", "2026-11-27T17:00 Europe/Amsterdam", "\x1b[2J", "x" * 9999],
)  # fmt: skip
def test_what_is_no_moment_is_refused_with_an_example(written: str) -> None:
    """A guess at what somebody meant by 03/04 would be wrong half of the time."""
    with pytest.raises(BadMoment) as refusal:
        parse_when(written, AMSTERDAM)

    assert str(refusal.value).endswith("is no date or time; write it like 2026-11-27 (the end of that day) or 2026-11-27T17:00.")
    assert len(str(refusal.value)) < 140
    assert str(refusal.value).isprintable()


@pytest.mark.parametrize(("written", "zone"), [("2027-03-28T02:30", AMSTERDAM), ("2011-12-30", "Pacific/Apia")])
def test_a_moment_the_clock_leaps_over_is_refused(written: str, zone: str) -> None:
    """A deadline at an hour, or on a day, that never comes helps nobody."""
    with pytest.raises(BadMoment, match=f"does not exist in {zone}: the clock goes forward over it"):
        parse_when(written, zone)


@pytest.mark.parametrize(("written", "zone"), [("0001-01-01T00:00+05:00", AMSTERDAM), ("9999-12-31", "America/New_York")])
def test_the_edges_of_the_calendar_are_refused(written: str, zone: str) -> None:
    """ "For ever" written as the year 9999 is not a crash."""
    with pytest.raises(BadMoment, match="too far away"):
        parse_when(written, zone)


@pytest.mark.parametrize(
    ("moment", "zone", "language", "words"),
    [
        ("2026-11-27 22:59:59", AMSTERDAM, "en", "Friday 27 November 2026, 23:59 (Europe/Amsterdam)"),
        ("2026-11-27 22:59:59", AMSTERDAM, "nl", "vrijdag 27 november 2026, 23:59 (Europe/Amsterdam)"),
        ("2026-11-27 22:59:59", AMSTERDAM, "nl-BE", "vrijdag 27 november 2026, 23:59 (Europe/Amsterdam)"),
        ("2026-11-27 22:59:59", AMSTERDAM, "sv", "Friday 27 November 2026, 23:59 (Europe/Amsterdam)"),
        ("2026-11-27 22:59:59", "Asia/Tokyo", "en", "Saturday 28 November 2026, 07:59 (Asia/Tokyo)"),
        ("2026-10-25 00:30:00", AMSTERDAM, "en", "Sunday 25 October 2026, 02:30 (Europe/Amsterdam UTC+02:00)"),
        ("2026-10-25 01:30:00", AMSTERDAM, "nl", "zondag 25 oktober 2026, 02:30 (Europe/Amsterdam UTC+01:00)"),
        ("2026-10-25 02:30:00", AMSTERDAM, "en", "Sunday 25 October 2026, 03:30 (Europe/Amsterdam)"),
        ("2026-03-01 08:05:00", "UTC", "nl", "zondag 1 maart 2026, 08:05 (UTC)"),
    ],
)
def test_a_moment_is_shown_with_weekday_time_and_zone(moment: str, zone: str, language: str, words: str) -> None:
    """ "Friday" is what people remember; the zone is what those abroad need."""
    assert show_when(datetime.fromisoformat(moment).replace(tzinfo=UTC), zone, language) == words


def test_a_moment_without_a_zone_is_not_shown() -> None:
    """Python would take it to be in the zone of the machine, which is nobody's."""
    with pytest.raises(ValueError, match="needs a time zone"):
        show_when(datetime(2026, 11, 27), AMSTERDAM)


NO_ZONES = ["", "Europe", "../etc/passwd", "a\0b", "localtime", "Mars", "é" * 99]


@pytest.mark.parametrize(
    ("zone", "hint"),
    [
        ("Europe/Amsterdm", "did you mean Europe/Amsterdam?"),
        ("europe/amsterdam", "did you mean Europe/Amsterdam?"),
        ("Amsterdam", "did you mean Europe/Amsterdam?"),
        ("new york", "did you mean America/New_York?"),
        *((zone, "it takes a place, such as Europe/Amsterdam.") for zone in NO_ZONES),
    ],
)
def test_a_zone_that_is_none_is_refused(zone: str, hint: str) -> None:
    """Also what looks like a path, and what is another zone on every machine."""
    with pytest.raises(BadMoment) as refusal:
        check_zone(zone)

    assert str(refusal.value).endswith(f"is no time zone; {hint}")
    assert str(refusal.value).isprintable()


@given(st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1)), st.sampled_from(ZONES))
def test_a_moment_written_with_its_offset_comes_back(moment: datetime, zone: str) -> None:
    """What plein itself writes, plein reads, in whatever zone it is written."""
    there = moment.replace(tzinfo=UTC).astimezone(check_zone(zone))

    assert parse_when(there.isoformat(), AMSTERDAM) == moment.replace(tzinfo=UTC)
    assert parse_when(there.isoformat(), AMSTERDAM).tzinfo is UTC


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.sampled_from(ZONES))
def test_a_date_alone_ends_when_the_next_day_begins(day: date, zone: str) -> None:
    """Who is told "until Friday" has all of Friday."""
    end = parse_when(day.isoformat(), zone)
    next_second = (end + timedelta(seconds=1)).astimezone(check_zone(zone))

    assert end.astimezone(check_zone(zone)).date() == day
    assert next_second.date() == day + timedelta(days=1)


def test_an_offset_of_the_writers_own_counts() -> None:
    """The host abroad writes her own time; it is the same moment for all."""
    written = datetime(2026, 11, 27, 17, 0, tzinfo=timezone(timedelta(hours=-8)))

    assert parse_when(written.isoformat(), AMSTERDAM) == written
