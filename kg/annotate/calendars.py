"""Dates of other calendars as Gregorian dates.

Sources: Solar Hijri by the 33-year cycle of leap years (leap where the remainder is 1, 5, 9, 13, 17, 22, 26 or 30),
which agrees with the official calendar of Iran from 1206 to 1498 (1827 to 2120), the years `SOLAR_YEARS`; lunar Hijri
by the Umm al-Qura tables of the `hijridate` package (1343 to 1500, 1924 to 2077).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

SOLAR_YEARS = range(1206, 1499)
LUNAR_YEARS = range(1343, 1501)
CALENDARS = ("gregorian", "hijri", "solar-hijri")

_LEAP_REMAINDERS = (1, 5, 9, 13, 17, 22, 26, 30)
_CYCLE_YEARS = 33
_EPOCH = date(1827, 3, 22)  # 1 Farvardin of SOLAR_YEARS[0]
_LONG_MONTHS, _LONG, _SHORT = 6, 31, 30
_SOLAR_OFFSET, _NOWRUZ = 621, 80  # 1 Farvardin is 20 or 21 March
_YEAR, _LUNAR_YEAR, _LUNAR_EPOCH = 365.2425, 354.367, 622.54  # mean years in days; 1 Muharram 1 as a decimal year


def is_solar_leap(year: int) -> bool:
    """Whether the Solar Hijri year has 366 days."""
    return year % _CYCLE_YEARS in _LEAP_REMAINDERS


def _solar_month_length(year: int, month: int) -> int:
    if month <= _LONG_MONTHS:
        return _LONG
    if month < 12 or is_solar_leap(year):
        return _SHORT
    return _SHORT - 1


def _solar(year: int, month: int, day: int) -> date | None:
    """A Solar Hijri date as a Gregorian one; None for a date that does not exist or a year out of `SOLAR_YEARS`."""
    if year not in SOLAR_YEARS or not 1 <= month <= 12 or not 1 <= day <= _solar_month_length(year, month):
        return None
    years = year - SOLAR_YEARS[0]
    days = years * 365 + sum(is_solar_leap(y) for y in range(SOLAR_YEARS[0], year))
    days += (month - 1) * _SHORT + min(month - 1, _LONG_MONTHS) + day - 1
    return _EPOCH + timedelta(days=days)


def _lunar(year: int, month: int, day: int) -> date | None:
    """A lunar Hijri date as a Gregorian one; None for a date that does not exist or a year out of `LUNAR_YEARS`."""
    from hijridate import Hijri  # loaded only where such a date is met

    if year not in LUNAR_YEARS or not 1 <= month <= 12 or not 1 <= day <= _SHORT:
        return None
    try:
        return date(*Hijri(year, month, day).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None


def to_gregorian(calendar: str, year: int, month: int, day: int) -> date | None:
    """The Gregorian date of a date of another calendar.

    Args:
        calendar: one of `CALENDARS`.
        year, month, day: counted from 1 in that calendar.

    Returns:
        The date, or None where the calendar has no such day or its tables do not reach it.
    """
    if calendar == "solar-hijri":
        return _solar(year, month, day)
    if calendar == "hijri":
        return _lunar(year, month, day)
    if not 1 <= year <= 9999 or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def span(calendar: str, year: int, month: int | None = None) -> tuple[date, date] | None:
    """The first and last Gregorian day of a month or year of a calendar; None where it is out of its tables."""
    first = to_gregorian(calendar, year, month or 1, 1)
    following = (year + 1, 1) if month in (None, 12) else (year, (month or 0) + 1)
    after = to_gregorian(calendar, *following, 1)
    return (first, after - timedelta(days=1)) if first and after else None


def year_near(calendar: str, published: date) -> int:
    """The year of the calendar in which the Gregorian day lies (within a year)."""
    day_of_year = published.timetuple().tm_yday
    if calendar == "solar-hijri":
        return published.year - _SOLAR_OFFSET - (day_of_year < _NOWRUZ)
    if calendar == "hijri":
        return int((published.year + day_of_year / _YEAR - _LUNAR_EPOCH) * _YEAR / _LUNAR_YEAR) + 1
    return published.year
