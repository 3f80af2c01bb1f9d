"""Discovery in whole crawls of the sample newsroom: by days, by topic, through archives and tags."""

from datetime import date

import pytest

from corpus.newsroom.faults import Fault, Kind
from corpus.newsroom.server import Newsroom, serve
from corpus.newsroom.wire import everything
from corpus.schema import Article
from crawler import CrawlReport, Topic, crawl

WRITTEN = everything()


class Kept(dict[str, Article]):
    """Articles by document."""

    def save(self, article: Article) -> bool:
        new = article.document not in self
        self[article.document] = article
        return new


def run(newsroom: Newsroom, home, kept: Kept, *codes: str, **options) -> CrawlReport:
    return crawl(codes, home=home, save=kept.save, gateway=newsroom.address, delay=0, **options)


def days_of(code: str) -> list[date]:
    return sorted(one.published_at.date() for one in WRITTEN if one.publisher == code)


@pytest.fixture
def newsroom():
    with serve(articles=WRITTEN) as up:
        yield up


@pytest.mark.parametrize("code", ["irib", "isna"])
def test_only_the_days_asked_for_are_fetched(newsroom, tmp_path, code):
    days, kept = days_of(code), Kept()
    since, until = days[len(days) // 3], days[-2]
    run(newsroom, tmp_path, kept, code, since=since, until=until)
    assert sorted(one.published.date() for one in kept.values() if one.published) == [
        day for day in days if since <= day <= until
    ]


def test_days_that_an_earlier_run_left_out_are_fetched_by_a_later_one(newsroom, tmp_path):
    days, kept = days_of("tasnim"), Kept()
    run(newsroom, tmp_path, kept, "tasnim", since=days[0], until=days[0])
    run(newsroom, tmp_path, kept, "tasnim")
    assert len(kept) == len(days)


@pytest.mark.parametrize("code", ["isna", "tasnim", "fars"])
def test_archives_name_what_feeds_and_sitemaps_do_not(newsroom, tmp_path, code):
    newsroom.faults.add(*(Fault(Kind.GONE, code, path) for path in ("*sitemap*", "*rss*", "/feeds*")))
    days, kept = days_of(code), Kept()
    asked = days[-1]
    run(newsroom, tmp_path, kept, code, since=asked, until=asked)
    assert sorted(one.published.date() for one in kept.values() if one.published) == [
        day for day in days if day == asked
    ]


def test_an_archive_that_robots_forbid_is_not_asked_for(site, tmp_path):
    host = "www.tabnak.ir"
    site.put(host, "/robots.txt", "User-agent: *\nDisallow: /fa/archive\n")
    site.put(host, "/fa/rss/allnews", "<rss><channel/></rss>")
    report = crawl(
        ["tabnak"], home=tmp_path, save=Kept().save, gateway=site.address, delay=0,
        since=date(2023, 1, 1), until=date(2023, 12, 31),
    )  # fmt: skip
    assert not any(path.startswith("/fa/archive") for _, path, _ in site.asked)
    assert 0 < report.publishers["tabnak"].outcomes["list robots"] < 10
    assert not report.publishers["tabnak"].paused


def test_an_endless_sitemap_comes_to_an_end(newsroom, tmp_path):
    newsroom.faults.add(Fault(Kind.ENDLESS_SITEMAP, "isna", "/sitemap/*"))
    kept = Kept()
    report = run(newsroom, tmp_path, kept, "isna", since=days_of("isna")[-1])
    assert report.ended == "finished"
    assert kept


def test_what_is_about_something_else_is_left_to_a_run_without_the_topic(newsroom, tmp_path):
    newsroom.faults.add(Fault(Kind.GONE, "isna", "/sitemap/*"), Fault(Kind.GONE, "isna", "/page/*"))
    newest = max((one for one in WRITTEN if one.publisher == "isna"), key=lambda one: one.published_at)
    kept, topic = Kept(), Topic([max(newest.title.split(), key=len)])
    report = run(newsroom, tmp_path, kept, "isna", topic=topic)
    passed_over = report.publishers["isna"].outcomes["off_topic"]
    assert kept
    assert passed_over
    assert all(topic.fits(one.title, one.lead) for one in kept.values())

    first = set(kept)
    again = run(newsroom, tmp_path, kept, "isna", topic=topic)
    assert set(kept) == first
    assert "off_topic" not in again.publishers["isna"].outcomes

    run(newsroom, tmp_path, kept, "isna")
    assert len(kept) == len(first) + passed_over


@pytest.mark.parametrize(
    ("asked", "title", "fits"),
    [
        ("مجوز", "صدور مجوزهای تازه", True),
        ("مجوز", "بی‌مجوز ماندند", True),
        ("پنجره ملی", "پنجره‌ملی خدمات", True),
        ("مجوز، درگاه", "درگاه تازه", True),
        ("مجوز", "قیمت سیب", False),
        ("window", "استعلام برخط شد", True),
        ("window", "قیمت سیب", False),
    ],
)
def test_a_topic_is_a_programme_or_words(asked, title, fits):
    assert Topic([asked]).fits(title) is fits


def test_a_topic_without_a_word_is_refused():
    with pytest.raises(ValueError, match="no word"):
        Topic([" ، "])
