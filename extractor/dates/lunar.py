"""The lunar Hijri calendar by its tabular (civil) rules: 30 years of which eleven are leap, months of 30 and 29 days.

Source: E. G. Richards, "Calendars", in Explanatory Supplement to the Astronomical Almanac, 3rd edition, chapter 15;
the civil epoch, 16 July 622 (Julian). Iran's months begin by sighting, so that a day may be one earlier or later.
"""

from datetime import date

# 1 Muharram of the year 1, as a proleptic Gregorian ordinal.
_EPOCH = 227015
_YEARS = range(1, 1700)


def gregorian(year: int, month: int, day: int) -> date:
    """The Gregorian day.

    Raises:
        ValueError: no such day.

    """
    if year not in _YEARS or not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        raise ValueError(f"no day {year}-{month}-{day}")
    return date.fromordinal(_EPOCH + (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2 + day - 1)


def month_length(year: int, month: int) -> int:
    """Days of a month: 30 and 29 by turns; the last has 30 in a leap year."""
    return 30 if month % 2 or (month == 12 and (14 + 11 * year) % 30 < 11) else 29


def year_of(day: date) -> int:
    """The lunar year in which the Gregorian `day` lies."""
    return (30 * (day.toordinal() - _EPOCH) + 10646) // 10631
