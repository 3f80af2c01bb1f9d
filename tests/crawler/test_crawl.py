"""Whole crawls of a loopback site through the gateway."""

import json
import os
import sqlite3
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from corpus.schema import Article
from crawler import CrawlEvent, CrawlReport, crawl
from crawler.archived import read_back
from crawler.locks import held

IRIB = "www.irib-news.ir"
TASNIM = "www.tasnimnews.ir"


class Store:
    """Keeps articles by document, as a database would."""

    def __init__(self) -> None:
        self.kept: dict[str, Article] = {}
        self.calls = 0

    def __call__(self, article: Article) -> bool:
        self.calls += 1
        new = article.document not in self.kept
        self.kept[article.document] = article
        return new


@pytest.fixture
def store() -> Store:
    return Store()


def run(site, store, home: Path, *codes: str, **options) -> CrawlReport:
    return crawl(codes, home=home, save=store, gateway=site.address, delay=0, **options)


def tomorrow() -> datetime:
    return datetime.now(UTC) + timedelta(days=1)


def test_every_listed_article_is_kept_once_under_its_canonical_address(newsroom, store, tmp_path):
    report = run(newsroom, store, tmp_path)
    assert set(store.kept) == {f"https://{IRIB}/fa/news/{n}" for n in range(1, 7)} | {
        f"https://{TASNIM}/fa/news/1405/08/01/{n}" for n in range(1, 7)
    }
    assert store.calls == report.new == 12
    assert (report.ended, report.publishers["irib"].new, report.publishers["tasnim"].outcomes["stored"]) == (
        "finished",
        6,
        6,
    )


def test_articles_are_asked_for_at_the_current_host_and_known_by_the_real_address(newsroom, store, tmp_path):
    run(newsroom, store, tmp_path, "irib")
    assert {host for host, _, _ in newsroom.asked} == {IRIB}
    assert all(article.url and article.url.startswith(f"https://{IRIB}/fa/news/") for article in store.kept.values())


def test_a_second_run_asks_for_no_stored_article_again(newsroom, store, tmp_path):
    run(newsroom, store, tmp_path)
    newsroom.asked.clear()
    again = run(newsroom, store, tmp_path)
    assert newsroom.articles_asked() == []
    assert (IRIB, "/fa/rss/allnews", 304) in newsroom.asked
    assert again.new == 0


def test_a_later_run_finds_what_is_new(newsroom, store, tmp_path, fill_site):
    run(newsroom, store, tmp_path, "tasnim")
    fill_site(newsroom, 7)
    newsroom.asked.clear()
    run(newsroom, store, tmp_path, "tasnim")
    assert newsroom.articles_asked() == ["/fa/news/1405/08/01/7/x"]


def test_archived_pages_read_back_as_they_were_sent(newsroom, store, tmp_path):
    report = run(newsroom, store, tmp_path, "irib")
    for article in store.kept.values():
        page = read_back(tmp_path, article.warc)
        number = article.document.rsplit("/", 1)[1]
        assert page.url == article.url
        assert page.body == newsroom.pages[IRIB, f"/fa/news/{number}/خبر-{number}"][2]
        assert page.fetched.date() == article.fetched.date()
    assert [*report.warc] == [article.warc.file for article in store.kept.values()][:1]


def test_robots_are_obeyed_and_named(newsroom, store, tmp_path):
    newsroom.put(IRIB, "/robots.txt", "User-agent: *\nDisallow: /fa/news/3/\n")
    report = run(newsroom, store, tmp_path, "irib")
    assert not any(path.startswith("/fa/news/3/") for path in newsroom.articles_asked())
    assert (report.new, report.publishers["irib"].outcomes["robots"]) == (5, 1)


@pytest.mark.parametrize("answer", [(503, b""), (200, b"<html><title>Transferring to the website...</title></html>")])
def test_a_site_whose_robots_cannot_be_had_is_left_alone(newsroom, store, tmp_path, answer):
    newsroom.put(IRIB, "/robots.txt", answer[1], status=answer[0])
    run(newsroom, store, tmp_path, "irib")
    assert {path for _, path, _ in newsroom.asked} == {"/robots.txt"}


def test_a_missing_robots_file_forbids_nothing(newsroom, store, tmp_path):
    del newsroom.pages[IRIB, "/robots.txt"]
    assert run(newsroom, store, tmp_path, "irib").new == 6


def test_a_crawl_delay_of_robots_is_kept_and_a_site_without_one_is_not_held_up(newsroom, store, tmp_path):
    newsroom.put(IRIB, "/robots.txt", "User-agent: *\nCrawl-delay: 0.1\n")
    started = time.monotonic()
    run(newsroom, store, tmp_path, "irib", limit=2)
    held_up = sum(host == IRIB and path != "/robots.txt" for host, path, _ in newsroom.asked) - 1
    assert time.monotonic() - started >= 0.1 * held_up > 0


def test_failures_are_outcomes_and_the_passing_ones_are_tried_again_next_time(newsroom, store, tmp_path):
    def drop():
        raise ConnectionAbortedError

    whole = newsroom.pages.copy()
    newsroom.put(IRIB, "/fa/news/1/خبر-1", "gone", status=404)
    newsroom.put(IRIB, "/fa/news/2/خبر-2", "down", status=500)
    newsroom.put(IRIB, "/fa/news/3/خبر-3", "<html><title>Transferring to the website...</title></html>")
    newsroom.pages[IRIB, "/fa/news/4/خبر-4"] = drop
    newsroom.put(IRIB, "/fa/news/5/خبر-5", bytes(range(128, 256)) * 20)
    newsroom.put(IRIB, "/fa/news/6/خبر-6", "", status=302, Location=f"https://{IRIB}/fa")
    newsroom.put(IRIB, "/fa", "<html><body><h1>صفحه نخست</h1></body></html>")
    outcomes = run(newsroom, store, tmp_path, "irib").publishers["irib"].outcomes
    assert {name: count for name, count in outcomes.items() if not name.startswith("list")} == {
        "http_error:404": 1,
        "http_error:500": 1,
        "blocked:challenge": 1,
        "failed:connection": 1,
        "not_an_article:undecodable": 1,
        "not_an_article:not_found": 1,
    }
    newsroom.pages.update(whole)
    newsroom.asked.clear()
    run(newsroom, store, tmp_path, "irib")
    assert newsroom.articles_asked() == []
    run(newsroom, store, tmp_path, "irib", clock=tomorrow)
    assert sorted(url.rsplit("/", 1)[1] for url in store.kept) == ["2", "3", "4", "5"]


def test_pages_that_no_layout_reads_are_asked_for_again_until_one_does_or_eight_runs_have_tried(
    newsroom, store, tmp_path
):
    path = "/fa/news/5/خبر-5"
    whole = newsroom.pages[IRIB, path]
    newsroom.put(IRIB, path, "<html><body><main>قالب تازه</main></body></html>")
    newsroom.put(IRIB, "/fa/news/6/خبر-6", "<html><body><main>قالب تازه</main></body></html>")
    outcomes = run(newsroom, store, tmp_path, "irib").publishers["irib"].outcomes
    assert (outcomes["stored"], outcomes["not_an_article:no_body"]) == (4, 2)
    newsroom.pages[IRIB, path] = whole
    outcomes = run(newsroom, store, tmp_path, "irib", anyway=True).publishers["irib"].outcomes
    assert (outcomes["stored"], outcomes["not_an_article:no_body"]) == (1, 1)
    for _ in range(9):
        run(newsroom, store, tmp_path, "irib", anyway=True)
    assert newsroom.articles_asked().count("/fa/news/6/خبر-6") == 8


def test_a_publisher_that_keeps_refusing_is_paused(newsroom, store, tmp_path, fill_site):
    fill_site(newsroom, 30)
    for number in range(1, 31):
        newsroom.put(IRIB, f"/fa/news/{number}/خبر-{number}", "no", status=403)
    counts = run(newsroom, store, tmp_path, "irib").publishers["irib"]
    assert counts.paused
    assert counts.outcomes["blocked:403"] < 10
    fill_site(newsroom, 30)
    newsroom.asked.clear()
    left = run(newsroom, store, tmp_path, "irib").publishers["irib"]
    assert (left.paused, left.paused_until, left.pages) == (True, counts.paused_until, 0)
    assert newsroom.asked == []
    assert run(newsroom, store, tmp_path, "irib", anyway=True, limit=3).new == 3
    again = run(newsroom, store, tmp_path, "irib", limit=3).publishers["irib"]
    assert (again.paused, again.new) == (False, 3)


def test_a_site_that_asks_for_a_wait_is_left_alone_that_long(newsroom, store, tmp_path):
    newsroom.put(IRIB, "/fa/news/6/خبر-6", "later", status=429, Retry_After="7200")
    counts = run(newsroom, store, tmp_path, "irib").publishers["irib"]
    assert counts.paused
    assert counts.paused_until
    assert timedelta(hours=1.9) < datetime.fromisoformat(counts.paused_until) - datetime.now(UTC) < timedelta(hours=2.1)
    assert newsroom.articles_asked().count("/fa/news/6/خبر-6") == 1


def fresh(number: int, text: str) -> str:
    when = datetime.now(UTC) - timedelta(minutes=10)
    return (
        f'<html><head><meta charset="utf-8"><title>خبر</title>'
        f'<meta property="article:published_time" content="{when.isoformat()}"></head><body>'
        f'<h1 class="title">خبر شماره {number}</h1><div class="body"><p>{text}</p></div></body></html>'
    )


def test_fresh_articles_are_looked_at_again_and_edits_reach_the_store(newsroom, store, tmp_path):
    paths = [f"/fa/news/{number}/خبر-{number}" for number in range(1, 7)]
    for number in (1, 2, 3):
        page = fresh(number, "متن خبر. " * 20)
        newsroom.put(IRIB, paths[number - 1], page, ETag=f'"{number}"')
    run(newsroom, store, tmp_path, "irib")
    newsroom.asked.clear()
    run(newsroom, store, tmp_path, "irib")
    assert newsroom.articles_asked() == []
    newsroom.put(IRIB, paths[1], fresh(2, "متن خبر ویرایش شد. " * 20), ETag='"2b"')
    newsroom.put(IRIB, paths[2], "gone", status=410)
    outcomes = run(newsroom, store, tmp_path, "irib", clock=two_hours).publishers["irib"].outcomes
    assert sorted(newsroom.articles_asked()) == sorted(paths[:3])
    assert {name: outcomes[name] for name in ("unchanged", "known", "gone:410")} == dict.fromkeys(
        ("unchanged", "known", "gone:410"), 1
    )
    assert "ویرایش شد" in store.kept[f"https://{IRIB}/fa/news/2"].text
    assert f"https://{IRIB}/fa/news/3" in store.kept
    newsroom.asked.clear()
    run(newsroom, store, tmp_path, "irib", clock=two_hours)
    assert newsroom.articles_asked() == []


def two_hours() -> datetime:
    return datetime.now(UTC) + timedelta(hours=2)


def test_a_visit_that_fails_leaves_the_article_as_it_was(newsroom, store, tmp_path):
    newsroom.put(IRIB, "/fa/news/1/خبر-1", fresh(1, "متن خبر. " * 20))
    run(newsroom, store, tmp_path, "irib")
    newsroom.put(IRIB, "/fa/news/1/خبر-1", "down", status=503)
    counts = run(newsroom, store, tmp_path, "irib", clock=two_hours).publishers["irib"]
    assert counts.outcomes["http_error:503"] == 1
    with sqlite3.connect(tmp_path / "frontier.sqlite") as frontier:
        row = frontier.execute(
            "SELECT outcome, open, visit IS NOT NULL FROM pages WHERE url LIKE '%/news/1'"
        ).fetchone()
    assert row == ("stored", 0, 1)


def test_a_publisher_that_another_process_crawls_is_left_to_it(newsroom, store, tmp_path):
    with held(tmp_path, ["irib"]):
        report = run(newsroom, store, tmp_path)
    assert report.publishers["irib"].busy == os.getpid()
    assert (report.publishers["irib"].pages, report.publishers["tasnim"].new) == (0, 6)
    assert IRIB not in {host for host, _, _ in newsroom.asked}
    assert run(newsroom, store, tmp_path, "irib").new == 6


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "10.1.2.3", "169.254.169.254"])
def test_no_address_of_this_machine_or_a_private_network_is_asked(site, store, tmp_path, host):
    port = site.address.rpartition(":")[2]
    url = f"http://{host}:{port}/fa/news/1"
    report = crawl([], home=tmp_path, save=store, urls=[url], delay=0)
    (counts,) = report.publishers.values()
    assert counts.outcomes == {"failed:private_address": 1}
    assert site.asked == []


def test_private_addresses_are_asked_where_the_caller_says_so(site, store, tmp_path):
    site.put(site.address, "/news/1", fresh(1, "متن خبر. " * 20))
    report = crawl([], home=tmp_path, save=store, urls=[f"http://{site.address}/news/1"], delay=0, private=True)
    assert report.new == 1


def test_a_limit_takes_the_newest_and_leaves_the_rest_for_later(newsroom, store, tmp_path):
    run(newsroom, store, tmp_path, "irib", limit=2)
    assert sorted(store.kept) == [f"https://{IRIB}/fa/news/{n}" for n in (5, 6)]
    assert not any("newsarchive-" in path or path.endswith(".gz") for _, path, _ in newsroom.asked)
    run(newsroom, store, tmp_path, "irib")
    assert len(store.kept) == 6


def test_since_leaves_out_what_lists_date_before_it(newsroom, store, tmp_path):
    newsroom.put(TASNIM, "/fa/rss/feed/0/7/0/", "<rss><channel/></rss>")
    assert run(newsroom, store, tmp_path, "tasnim", since=date(2026, 10, 24)).new == 0
    assert not newsroom.articles_asked()
    assert run(newsroom, store, tmp_path, "tasnim", since=date(2026, 10, 23)).new == 6


def test_given_addresses_are_fetched_whether_seen_or_not_and_nothing_else(newsroom, store, tmp_path):
    url = "https://www.iribnews.ir/fa/news/4/خبر-4"
    newsroom.put("www.iribnews.ir", "/fa/news/4/خبر-4", newsroom.pages[IRIB, "/fa/news/4/خبر-4"][2])
    assert run(newsroom, store, tmp_path, urls=[url]).new == 1
    assert run(newsroom, store, tmp_path, urls=[url]).publishers["irib"].outcomes == {"known": 1}
    assert newsroom.articles_asked() == ["/fa/news/4/خبر-4"] * 2


def test_an_address_of_a_site_nobody_described_is_read_all_the_same(site, store, tmp_path):
    page = (Path(__file__).parent / "pages/generic/aggregator/page.html").read_bytes()
    site.put("news.example", "/n/1", page)
    assert run(site, store, tmp_path, urls=["https://news.example/n/1"]).new == 1
    assert store.kept["https://news.example/n/1"].origin == "صدا و سیما"


def test_unknown_publishers_are_named_with_the_known_ones(store, tmp_path):
    with pytest.raises(ValueError, match=r"unknown publisher: nowhere \(known: .*\birib\b.*\btasnim\b"):
        crawl(["irib", "nowhere"], home=tmp_path / "home", save=store)
    assert not (tmp_path / "home").exists()


def test_what_save_raises_ends_the_run_and_loses_no_page(newsroom, store, tmp_path):
    def refuse(article: Article) -> bool:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        run(newsroom, refuse, tmp_path, "irib")
    assert run(newsroom, store, tmp_path, "irib").new == 6


def test_the_report_is_kept_and_watchers_hear_of_every_page(newsroom, store, tmp_path, capfd):
    events: list[CrawlEvent] = []
    report = run(newsroom, store, tmp_path, "irib", progress=events.append, contact="desk@example.org")
    kept = json.loads((tmp_path / "runs" / f"{report.run}.json").read_text("utf-8"))
    assert kept["publishers"]["irib"]["new"] == kept["new"] == 6
    assert [event.title for event in events if event.outcome == "stored"] == [a.title for a in store.kept.values()]
    assert newsroom.agents
    assert all("desk@example.org" in agent for agent in newsroom.agents)
    assert (tmp_path / report.log).stat().st_size
    assert capfd.readouterr() == ("", "")


def test_a_host_is_asked_one_request_at_a_time_with_the_delay_between(newsroom, store, tmp_path):
    started = time.monotonic()
    report = crawl(["irib"], home=tmp_path, save=store, gateway=newsroom.address, delay=0.1, limit=2)
    assert time.monotonic() - started > 0.1 * 0.8 * (report.pages + report.publishers["irib"].lists - 1)
