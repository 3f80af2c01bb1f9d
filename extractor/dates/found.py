"""A date as written, before the year that it leaves out is found."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from extractor.annotations import Span
from extractor.dates.calendar import Period

_SOME_YEAR = 1400
type Build = Callable[[int | None], Period | None]
type Calendar = Literal["jalali", "gregorian", "lunar", "fixed", "none"]


# weekday: a bare one, to be moved by tense; first: a day whose month only the next date tells; ahead, ago and within:
# so long after or before publication, «within» by «ظرف» alone.
Kind = Literal["", "weekday", "first", "ahead", "ago", "within"]


@dataclass(frozen=True, slots=True)
class Found:
    """A date as written: its characters, the year if stated, else how many years from the article's own, and the rest.

    `shift` None means that the text says nothing of the year; `near` that it is the last or next such («آذر گذشته»).
    `build` takes a year of `calendar`; a fixed one is resolved already. `part` is the word of part («پایان»), `month`
    the number of a month without a day, `group` what several days of one month begin with («۱۲» of «۱۲ تا ۲۲ بهمن»).
    """

    start: int
    end: int
    build: Build
    year: int | None = None
    shift: int | None = None
    near: str | None = None
    calendar: Calendar = "jalali"
    part: str | None = None
    month: int | None = None
    group: "Found | None" = None
    kind: Kind = ""

    @property
    def span(self) -> Span:
        """Its characters."""
        return Span(self.start, self.end)

    @property
    def undated(self) -> bool:
        """Whether the text says nothing of its year."""
        return self.year is None and self.shift is None and self.near is None and self.calendar != "fixed"

    @property
    def is_long(self) -> bool:
        """Whether it is a year or a part of one longer than a month, with no word of its end or beginning."""
        if self.part or self.month or self.calendar == "fixed":
            return False
        period = self.build(self.year or _SOME_YEAR)
        return period is not None and period.precision not in ("day", "week", "month")

    def of_year(self, other: "Found") -> "Found":
        """The same in the year of `other`."""
        return replace(self, year=other.year, shift=other.shift, near=other.near)


def refused(start: int, end: int) -> Found:
    """Words that look like a date and are none: nothing in them is to be read again."""
    return Found(start, end, lambda _: None, calendar="none")


def fixed(start: int, end: int, period: Period, part: str | None = None, *, kind: Kind = "") -> Found:
    """One that is resolved already, from the day of publication."""
    return Found(start, end, lambda _: period, calendar="fixed", part=part, kind=kind)
