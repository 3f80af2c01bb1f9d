"""What the crawl's glue makes of the crawler's words and the store's."""

from collections import Counter
from dataclasses import fields
from datetime import UTC, datetime

import pytest

import crawler
from crawler.report import CrawlReport, PublisherCounts
from crawler.settings import POLITE_DELAY
from dideban import config
from dideban.cli import crawling
from dideban.cli.faults import Fault

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def report(**outcomes: int) -> CrawlReport:
    told = {name.replace("__", ":").replace("list_", "list "): count for name, count in outcomes.items()}
    return CrawlReport("run", NOW, publishers={"sample": PublisherCounts(outcomes=told)}, log="logs/x.log")


@pytest.mark.django_db
def test_a_text_that_cannot_be_stored_is_one_line_and_the_crawl_goes_on(home, monkeypatch, make_article, capsys):
    given = [make_article(1), make_article(2, text="عنوان\nصفر \0 در متن"), make_article(3)]

    def crawl(publishers, *, save, **options):
        assert [save(article) for article in given] == [True, False, True]
        return report(stored=2, known=1)

    monkeypatch.setattr(crawler, "crawl", crawl)
    monkeypatch.setattr(crawling, "open_store", lambda: None)
    monkeypatch.setenv("DIDEBAN_CRAWL_CONTACT", "desk@example.org")
    crawled = crawling.crawl()
    assert crawled.saved == {"sample": Counter(new=2, refused=1)}
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert given[1].document in said


def test_a_real_crawl_says_whom_sites_can_write_to(home, monkeypatch):
    monkeypatch.setattr(crawler, "crawl", lambda *_, **__: pytest.fail("it crawled"))
    with pytest.raises(Fault, match="DIDEBAN_CRAWL_CONTACT"):
        crawling.crawl()


def test_failures_of_pages_and_of_lists_stand_apart_and_are_named_once(capsys):
    told = report(list_failed__no_such_host=3, failed__no_such_host=1, http_error__404=2, list_unreadable=1, stored=1)
    crawling.show(crawling.Crawled(told))
    said = capsys.readouterr().err
    assert "lists failed: no_such_host 3, unreadable 1" in said
    assert "pages failed: http_error:404 2, no_such_host 1" in said


def test_a_real_crawl_does_not_go_into_the_sample_s_folder(home):
    (home / "sample-newsroom").touch()
    with pytest.raises(Fault, match=r"holds the sample newsroom.*DIDEBAN_HOME"):
        crawling.crawl(["irib"])
    assert [one.name for one in home.iterdir()] == ["sample-newsroom"]


def test_the_command_line_is_as_polite_as_the_crawler_by_itself():
    assert {one.name: one.default for one in fields(config.Config)}["crawl_delay"] == POLITE_DELAY
