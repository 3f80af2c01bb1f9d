"""Names for the ways in which a request can fail."""

from dataclasses import dataclass
from datetime import timedelta

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.frontier import Outcome
from crawler.reach import PrivateAddress
from crawler.robots import ForbiddenByRobots, RobotsUnavailable
from crawler.visits import retry_after, utc_now

_REFUSALS = frozenset({401, 403, 429})
_NAMES: tuple[tuple[type[BaseException], str], ...] = (
    (DownloadTimeoutError, "timeout"),
    (CannotResolveHostError, "no_such_host"),
    (DownloadConnectionRefusedError, "connection_refused"),
    (DownloadCancelledError, "too_large"),
    (ResponseDataLossError, "cut_short"),
    (PrivateAddress, "private_address"),
    (IgnoreRequest, "off_site"),
)


@dataclass(frozen=True)
class Failure:
    """A failed request: its outcome, what it was, whether a later run should try again, whether the site refused."""

    outcome: Outcome
    detail: str
    again: bool
    refused: bool = False
    wait: timedelta | None = None  # that the site asks for

    @property
    def name(self) -> str:
        """As reports count it."""
        return f"{self.outcome}:{self.detail}" if self.detail else self.outcome


def name_failure(fault: BaseException) -> Failure:
    """What a request failed of."""
    if isinstance(fault, HttpError):
        status = fault.response.status
        refused = status in _REFUSALS
        asked = fault.response.headers.get("Retry-After")
        wait = retry_after(asked.decode("latin-1"), utc_now()) if asked else None
        return Failure("blocked" if refused else "http_error", str(status), refused or status >= 500, refused, wait)
    if isinstance(fault, ForbiddenByRobots):
        return Failure("robots", "", again=True)
    if isinstance(fault, RobotsUnavailable):
        return name_failure(fault.__cause__) if fault.__cause__ else Failure("robots", "unavailable", True, True)
    name = next((name for kind, name in _NAMES if isinstance(fault, kind)), "connection")
    return Failure("failed", name, again=name not in ("off_site", "too_large", "private_address"))
