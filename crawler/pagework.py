"""A fetched page to what the crawler does with it: an article to keep, or an outcome with a name."""

import logging
from dataclasses import dataclass
from datetime import UTC, datetime

from scrapy.http import Response

from corpus.schema import Article
from crawler.frontier import Listed, Outcome
from crawler.pages.outcomes import NotAnArticle, Reason, UndecodablePage
from crawler.parsing import parse
from crawler.publishers.publisher import Publisher

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


def read_page(response: Response, publisher: type[Publisher] | None, listed: Listed) -> PageOutcome:
    """Read a page that answered 200."""
    if publisher and publisher.canonical(response.url) is None:
        # Sites send readers of a removed article to the front page.
        return PageOutcome("not_an_article", "not_found")
    fetched = datetime.now(UTC)
    declared = response.headers.get("Content-Type") or b""
    headers = {"Content-Type": declared.decode("latin-1")}
    try:
        article = parse(response.body, response.url, headers, now=fetched)
    except NotAnArticle as found:
        return _without_article(found.reason)
    except UndecodablePage:
        return _without_article("undecodable")
    except Exception as fault:
        # One odd page among many must not end a run; the log has the whole story, and another version may read it.
        _logger.exception("reading %s", listed.url)
        return PageOutcome("failed", f"reading_{type(fault).__name__}", again=True)
    kept = article.model_copy(update={"fetched": fetched, "warc": response.meta.get("warc")})
    return PageOutcome("stored", article=kept)


def _without_article(reason: Reason) -> PageOutcome:
    if reason in _GUARDS:
        return PageOutcome("blocked", reason, again=True)
    return PageOutcome("not_an_article", reason, again=reason in _UNREAD)
