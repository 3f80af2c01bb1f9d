"""Faults on demand: which site has which fault on which path, from which request on, and how many times."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from threading import Lock


class Kind(StrEnum):
    """What can be wrong with an answer."""

    TOO_MANY = "too_many"  # 429 with Retry-After
    UNAVAILABLE = "unavailable"  # 503
    SLOW = "slow"  # comes in drops over `seconds`
    RESET = "reset"  # the connection is reset amid the body
    TRUNCATED_GZIP = "truncated_gzip"
    REDIRECT_LOOP = "redirect_loop"
    WRONG_CHARSET = "wrong_charset"  # UTF-8 that says it is windows-1256
    WINDOWS_1256 = "windows_1256"  # windows-1256, told by the page alone
    HUGE = "huge"  # a page of `size` bytes
    ENDLESS_SITEMAP = "endless_sitemap"  # every sitemap names a further one
    ROBOTS_FORBID = "robots_forbid"
    ROBOTS_MISSING = "robots_missing"  # 404
    ROBOTS_DOWN = "robots_down"  # 503
    ARVANCLOUD = "arvancloud"  # challenge page, status 200
    CLOUDFLARE = "cloudflare"  # challenge page, status 403
    CAPTCHA = "captcha"
    LOGIN = "login"
    SOFT_404 = "soft_404"
    EMPTY_BODY = "empty_body"
    PHOTO = "photo"
    VIDEO = "video"
    DRIFT = "drift"  # a redesign: other names of classes, no ids, no microdata
    EDITED = "edited"  # a later version, see `article_faults.edited`
    DELETED = "deleted"  # 404
    GONE = "gone"  # 410
    FUTURE = "future"  # dated 400 days late for machines
    CLOCK_ONLY = "clock_only"  # no date but the page's clock


_OF_ROBOTS = {Kind.ROBOTS_FORBID, Kind.ROBOTS_MISSING, Kind.ROBOTS_DOWN}


@dataclass(frozen=True)
class Fault:
    """A fault of one kind.

    `publisher`: the code of the site, * for all. `path`: a shell pattern for paths without percent signs and query
    (faults of robots.txt know theirs). The first `after` requests that fit are answered well, the next `times` (None:
    all) are not; with `each` every path counts its own requests. Kinds that spoil an article leave other pages alone.
    `seconds`: how long a SLOW answer takes, and what Retry-After says. `size`: bytes of a HUGE page.
    """

    kind: Kind
    publisher: str = "*"
    path: str = "*"
    after: int = 0
    times: int | None = None
    each: bool = False
    seconds: float = 1.0
    size: int = 30_000_000

    def fits(self, publisher: str, path: str) -> bool:
        """Whether a request is one that it counts."""
        if self.kind in _OF_ROBOTS:
            return self.publisher in ("*", publisher) and path == "/robots.txt"
        return self.publisher in ("*", publisher) and fnmatchcase(path, self.path)

    def strikes(self, nth: int) -> bool:
        """Whether the `nth` request that fits, from 1, meets the fault."""
        return nth > self.after and (self.times is None or nth <= self.after + self.times)


class Plan:
    """Faults in order of rank, and how often each was asked for; safe for threads."""

    def __init__(self, faults: Iterable[Fault] = ()) -> None:
        self._faults = list(faults)
        self._asked: Counter[tuple[int, str]] = Counter()
        self._lock = Lock()

    def add(self, *faults: Fault) -> None:
        """Further faults, which begin to count now."""
        with self._lock:
            self._faults += faults

    def clear(self) -> None:
        """No fault any more."""
        with self._lock:
            self._faults.clear()
            self._asked.clear()

    def meet(self, publisher: str, path: str) -> Fault | None:
        """Count a request; the first fault that strikes it, if any."""
        met = None
        with self._lock:
            for number, fault in enumerate(self._faults):
                if fault.fits(publisher, path):
                    key = (number, path if fault.each else "")
                    self._asked[key] += 1
                    if met is None and fault.strikes(self._asked[key]):
                        met = fault
        return met
