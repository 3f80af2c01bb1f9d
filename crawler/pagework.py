"""A fetched page to what the crawler does with it: an article to keep, or an outcome with a name."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from corpus.schema import Article, WarcReference
from crawler.frontier import Outcome
from crawler.pages.outcomes import NotAnArticle, Reason, UndecodablePage
from crawler.parsing import parse
from crawler.publishers import by_url

_GUARDS: frozenset[Reason] = frozenset({"challenge", "captcha", "login"})
# After a redesign every article looks like these until its layout is written, so they stay open for later runs.
_UNREAD: frozenset[Reason] = frozenset({"no_title", "no_body", "undecodable"})
_logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class PageOutcome:
    """What a page turned out to be; `again`: a later run may find it otherwise."""

    outcome: Outcome
    detail: str = ""
    again: bool = False
    article: Article | None = None

    @property
    def name(self) -> str:
        """As reports count it."""
        return f"{self.outcome}:{self.detail}" if self.detail else self.outcome


def read_page(
    body: bytes, url: str, headers: Mapping[str, str], *, fetched: datetime, warc: WarcReference | None
) -> PageOutcome:
    """Read a page that answered 200, now or long ago: what it gives depends on nothing else.

    `body` is without Content-Encoding, `url` where it came from after all redirects, `fetched` aware.
    """
    publisher = by_url(url)
    if publisher and publisher.canonical(url) is None:
        # Sites send readers of a removed article to the front page.
        return PageOutcome("not_an_article", "not_found")
    try:
        article = parse(body, url, headers, now=fetched)
    except NotAnArticle as found:
        return _without_article(found.reason)
    except UndecodablePage:
        return _without_article("undecodable")
    except Exception as fault:
        # One odd page among many must not end a run; the log has the whole story, and another version may read it.
        _logger.exception("reading %s", url)
        return PageOutcome("failed", f"reading_{type(fault).__name__}", again=True)
    return PageOutcome("stored", article=article.model_copy(update={"fetched": fetched, "warc": warc}))


def _without_article(reason: Reason) -> PageOutcome:
    if reason in _GUARDS:
        return PageOutcome("blocked", reason, again=True)
    return PageOutcome("not_an_article", reason, again=reason in _UNREAD)
