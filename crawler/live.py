"""A few pages of a site as they are now, fetched with all the manners of a crawl and kept nowhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.schema import Article
from crawler.archived import ArchivedPage, responses
from crawler.publishers import by_url
from crawler.report import CrawlEvent
from crawler.run import crawl

_OK = 200


@dataclass(frozen=True)
class Fetched:
    """What became of an address: the crawl's outcome of it, and the page if one answered."""

    url: str
    outcome: str
    page: ArchivedPage | None = None


def fetch(urls: Sequence[str], *, contact: str | None, gateway: str | None = None) -> Iterator[Fetched]:
    """Fetch pages, robots.txt obeyed, one request at a time to a host; in the order they were done.

    `contact` for the User-Agent; `gateway` (host:port) stands for all hosts. Raises ValueError for what is no address.
    """
    events: list[CrawlEvent] = []

    def save(article: Article) -> bool:
        return True

    with TemporaryDirectory(prefix="dideban-") as folder:
        crawl(
            [],
            home=Path(folder),
            save=save,
            urls=urls,
            gateway=gateway,
            delay=0 if gateway else None,
            contact=contact,
            progress=events.append,
        )
        pages = [page for file in sorted(Path(folder).glob("warc/*.warc.gz")) for page in responses(file)]
    for event in events:
        if event.kind == "page":
            yield Fetched(event.url, event.outcome, _answer(pages, event.url))


def _answer(pages: Sequence[ArchivedPage], url: str) -> ArchivedPage | None:
    """The last answer of 200 that is this article, under whichever of its addresses."""
    publisher = by_url(url)
    for page in reversed(pages):
        if page.status == _OK and url in (page.url, publisher.canonical(page.url) if publisher else None):
            return page
    return None
