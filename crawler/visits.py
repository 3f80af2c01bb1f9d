"""When a page or a publisher is asked again: visits to fresh articles, waits after failures, pauses after refusals.

Pure arithmetic; times are aware. News is edited most in its first hours; the waits grow as RFC 9110 lets a server ask
by Retry-After, which is kept, up to a day.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

# After publication; a publisher may have hours of its own (`Publisher.revisits`).
FRESH_HOURS = (1, 6, 24, 72)
_FIRST_WAIT = timedelta(minutes=30)
_LONGEST_WAIT = timedelta(days=2)
_FIRST_PAUSE = timedelta(hours=1)
_LONGEST_PAUSE = timedelta(days=3)
_LONGEST_ASKED = timedelta(days=1)


def utc_now() -> datetime:
    """The clock of a crawl, unless it is given another."""
    return datetime.now(UTC)


def next_visit(published: datetime | None, now: datetime, hours: Sequence[float] = FRESH_HOURS) -> datetime | None:
    """When to look at an article again; None where it is old, undated or dated in the future."""
    if published is None or published > now:
        return None
    visits = (published + timedelta(hours=one) for one in hours)
    return next((one for one in visits if one > now), None)


def wait_after(failures: int, asked: timedelta | None = None) -> timedelta:
    """How long to leave a page that failed so many times before, and no less than what the site `asked`."""
    return max(min(_FIRST_WAIT * _doubled(failures), _LONGEST_WAIT), _kept(asked))


def pause_after(pauses: int, asked: timedelta | None = None) -> timedelta:
    """How long to leave a publisher that was paused so many times before without an answer since."""
    return max(min(_FIRST_PAUSE * _doubled(pauses), _LONGEST_PAUSE), _kept(asked))


def retry_after(header: str | None, now: datetime) -> timedelta | None:
    """What a Retry-After header asks for, in seconds or as a date; None where it says nothing that can be read."""
    written = (header or "").strip()
    if written.isdecimal():
        return timedelta(seconds=min(int(written), int(_LONGEST_ASKED.total_seconds())))
    try:
        until = parsedate_to_datetime(written)
    except ValueError:
        return None
    return max(timedelta(), (until if until.tzinfo else until.replace(tzinfo=UTC)) - now)


def _doubled(times: int) -> int:
    return 1 << min(times, 16)


def _kept(asked: timedelta | None) -> timedelta:
    return min(asked or timedelta(), _LONGEST_ASKED)
