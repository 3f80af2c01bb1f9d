"""Serves the sample newsroom on loopback: all sites behind one port, told apart by the Host header."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread

from corpus.newsroom.articles import NewsroomArticle
from corpus.newsroom.edition import Edition
from corpus.newsroom.faults import Fault, Plan
from corpus.newsroom.listener import LOOPBACK, Asked, Listener
from corpus.newsroom.outlets import outlets
from corpus.newsroom.site import Site
from corpus.newsroom.site import build as build_site
from corpus.newsroom.wire import everything


@dataclass(frozen=True)
class Newsroom:
    """A newsroom that is up. `address` is host:port on loopback; `asked` grows with every request, in order.

    `faults` can be added to and cleared while it is up.
    """

    address: str
    sites: dict[str, Site]
    asked: list[Asked]
    faults: Plan


@contextmanager
def serve(
    port: int = 0,
    articles: Iterable[NewsroomArticle] | None = None,
    faults: Iterable[Fault] = (),
    sites: dict[str, Site] | None = None,
) -> Iterator[Newsroom]:
    """The newsroom, up until the block ends; port 0 takes a free one.

    It has `articles`, or all that are shipped, or else `sites` that are built already, and `faults` where those strike.

    Every site answers to its own Host alone, in plain HTTP: http://127.0.0.1:PORT/fa with `Host: www.irib-news.ir`; a
    browser gets there by http://www.irib-news.ir.localhost:PORT/fa. OSError where the port is taken.
    """
    if sites is None:
        sites = build(everything() if articles is None else articles)
    plan = Plan(faults)
    with Listener(port, sites, plan) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield Newsroom(f"{LOOPBACK}:{server.server_port}", sites, server.asked, plan)
        finally:
            server.shutdown()
            thread.join()


def build(articles: Iterable[NewsroomArticle]) -> dict[str, Site]:
    """All sites, by publisher; a publisher without articles has a site too."""
    newest_first = sorted(articles, key=lambda article: (article.published_at, article.id), reverse=True)
    shares: dict[str, list[NewsroomArticle]] = {code: [] for code in outlets()}
    for article in newest_first:
        shares[article.publisher].append(article)
    return {code: build_site(Edition(code, tuple(share))) for code, share in shares.items()}
