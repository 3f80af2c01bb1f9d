"""The sample newsroom, crawled: what is kept is what its authors wrote, character for character."""

import pytest

from corpus.newsroom.articles import NewsroomArticle, load
from corpus.newsroom.server import serve
from corpus.schema import Article
from crawler import crawl

WRITTEN = load()


@pytest.fixture(scope="module")
def crawled(tmp_path_factory) -> dict[tuple[str | None, str | None], Article]:
    kept: dict[tuple[str | None, str | None], Article] = {}

    def save(article: Article) -> bool:
        kept[article.publisher, article.news_code] = article
        return True

    with serve(articles=WRITTEN) as newsroom:
        home, codes = tmp_path_factory.mktemp("sample"), tuple(newsroom.sites)
        crawl(codes, home=home, save=save, gateway=newsroom.address, delay=0)
    return kept


def test_every_article_is_kept_and_nothing_else(crawled):
    assert set(crawled) == {(one.publisher, one.id) for one in WRITTEN}


@pytest.mark.parametrize("written", WRITTEN, ids=lambda one: f"{one.publisher}-{one.id}")
def test_it_reads_as_it_was_written(crawled, written: NewsroomArticle):
    article, printed = crawled[written.publisher, written.id], written.printed
    assert article.text == written.text
    assert (article.kicker, article.title, article.lead) == (printed.kicker, printed.title, printed.lead)
    assert article.published == written.published_at
    assert article.origin == printed.origin
    assert (article.section, article.tags) == (printed.section, printed.tags)
    assert article.authors == ((printed.author,) if printed.author else ())


def test_the_sample_shows_tables_lists_and_reprints():
    """Else the test above would prove less than it seems to."""
    texts = [written.text for written in WRITTEN]
    assert sum(" | " in text for text in texts) > 1
    assert sum(written.origin is not None for written in WRITTEN) > 1
