"""The desk's pages of crawls: the list, one run, one publisher over time."""

from datetime import UTC, datetime, timedelta

import pytest

from crawler.health import monitors
from crawler.health.seen import Check, Figure, Seen
from crawler.report import CrawlReport, PublisherCounts
from desk import charts
from desk.words import words

BEGUN = datetime(2026, 11, 20, 4, 30, tzinfo=UTC)
BLOCKED = Check("blocked", "failed", "blocked 0.5, at most 0.2", (Figure("blocked", 0.5, "at most", 0.2),))
DRIFT = Check(
    "sources",
    "failed",
    "title by css:h1.title 0.1, at least 0.5",
    (Figure("title by css:h1.title", 0.1, "at least", 0.5), Figure("text by css:div.body", 1, "at least", 0.5)),
)
FINE = Check("failed", "passed", "", (Figure("failed", 0, "at most", 0.3),))


def write(home, number, **publishers):
    begun = BEGUN + timedelta(hours=number)
    report = CrawlReport(f"{begun:%Y%m%dT%H%M%S.000000Z}-{number}", begun, 90.0, publishers=publishers)
    report.write(home)
    return report.run


def share(new=4, *checks, **facts):
    seen = Seen(new, {"title": new}, {}, {}, 9, {"median": 0.2, "p95": 1.25, "slowest": 2.0})
    given = {"pages": new + 1, "lists": 2, "outcomes": {"stored": new, "list read": 2}, "seen": seen} | facts
    return PublisherCounts(new=new, checks=list(checks) or [FINE], **given)


@pytest.fixture
def home(tmp_path, settings):
    settings.RUNS = tmp_path / "runs"
    return tmp_path


def rows(page):
    return [" ".join(row.text_content().split()) for row in page.cssselect("table.records tbody tr")]


def test_runs_are_listed_newest_first_with_what_is_unwell(home, read):
    first = write(home, 1, irib=share(3), isna=share(5))
    second = write(home, 2, irib=share(2, FINE, DRIFT), isna=share(1))
    page = read("/runs")
    assert [link.get("href") for link in page.cssselect("a.open")] == [f"/runs/{second}", f"/runs/{first}"]
    newest, oldest = rows(page)
    assert "۲۹ آبان ۱۴۰۵، ساعت ۱۰:۰۰" in newest
    assert "۱ رسانه ناسالم" in newest
    assert "خبرگزاری صداوسیما: جای بخش‌ها در صفحه" in newest
    assert "خبر تازه: ۳ صفحه: ۵" in newest
    assert "سالم" in oldest
    assert "ناسالم" not in oldest


def test_the_list_of_runs_has_pages(home, read):
    for number in range(51):
        write(home, number, irib=share())
    first, second, beyond = (read(f"/runs?page={number}") for number in ("1", "2", "99"))
    assert (len(rows(first)), len(rows(second)), len(rows(beyond))) == (50, 1, 1)
    assert first.cssselect("a[rel=next]")[0].get("href") == "?page=2"
    assert second.cssselect("a[rel=prev]")[0].get("href") == "?page=1"
    assert not second.cssselect("a[rel=next]")
    assert len(rows(read("/runs?page=x"))) == 50


def test_without_runs_the_page_says_what_makes_one(home, read):
    assert "dideban run" in read("/runs").cssselect(".notice")[0].text_content()


def test_a_run_shows_its_publishers_the_unwell_first_with_the_figures(home, read):
    name = write(home, 1, borna=share(3), irib=share(2, DRIFT), isna=share(0, BLOCKED, paused=True))
    first, second, third = rows(read(f"/runs/{name}"))
    assert "خبرگزاری صداوسیما ناسالم" in first
    assert "عنوان از \u2068css:h1.title\u2069 ۰٫۱؛ دست‌کم ۰٫۵" in first
    assert "متن از" not in first
    assert "سهم راه‌نداده ۰٫۵؛ حداکثر ۰٫۲" in second
    assert "کنار گذاشته شد" in second
    assert " سالم" in third
    assert "پاسخ: ۱٫۲۵" in third


def test_a_publisher_that_another_crawl_was_busy_with_is_told_and_left_out_of_its_course(home, read):
    name = write(home, 1, irib=PublisherCounts(busy=7))
    assert "خزش دیگری" in rows(read(f"/runs/{name}"))[0]
    read("/publishers/irib", status=404)


def test_a_publisher_over_time_has_a_bar_and_a_row_for_each_run(home, read):
    for number, new in enumerate((2, 8, 0)):
        write(home, number, irib=share(new, *([BLOCKED] if new == 0 else [])), isna=share(1))
    write(home, 4, isna=share(1))
    page = read("/publishers/irib")
    bars = page.cssselect("svg rect")
    heights = [float(bar.get("height")) for bar in bars]
    assert heights == [charts.HEIGHT / 4, charts.HEIGHT, 0]
    places = [float(bar.get("x")) for bar in bars]
    assert places == sorted(places, reverse=True)
    assert [bar.get("class") for bar in bars] == [None, None, "bad"]
    assert bars[1].text_content().endswith("۸ خبر تازه")
    assert [row.split("خبر تازه: ")[1].split()[0] for row in rows(page)] == ["۰", "۸", "۲"]
    assert "list read 2" in page.cssselect(".outcomes")[0].text_content()
    assert "ناسالم" in page.cssselect(".checks")[0].text_content()


def test_reports_of_earlier_versions_and_files_that_are_none_do_no_harm(home, read):
    write(home, 1, irib=share())
    old = '{"started": "2026-11-01T08:00:00+00:00", "seconds": 3.5, "ended": "finished", "publishers": {"irib":'
    old += ' {"new": 1, "pages": 1, "lists": 0, "outcomes": {"stored": 1}, "paused": false}}}'
    for name, text in {"20261101T080000Z-1": old, "20261102-broken": "{", "20261103-other": "[]"}.items():
        (home / "runs" / f"{name}.json").write_text(text, encoding="utf-8")
    assert len(rows(read("/runs"))) == 2
    assert "سنجیده نشد" in rows(read("/runs/20261101T080000Z-1"))[0]
    assert len(rows(read("/publishers/irib"))) == 2


@pytest.mark.parametrize(
    "address", ["/runs/none", "/runs/..%2Fdideban", "/runs/%00", "/runs/a*", "/publishers/none", "/publishers/%00"]
)
def test_what_is_not_there(home, read, address):
    (home / "dideban.json").write_text("{}", encoding="utf-8")
    assert "چنین صفحه‌ای نیست" in read(address, status=404).text_content()


def test_every_monitor_has_its_word():
    tests = {name for one in monitors.HealthSuite.monitors for name in vars(one) if name.startswith("test_")}
    assert {name.removeprefix("test_") for name in tests} == words()["monitors"].keys()


def test_bars_of_nothing_and_of_noughts():
    assert charts.bars([]) == ()
    assert [bar.height for bar in charts.bars([charts.Point(0, ""), charts.Point(0, "")])] == ["0.0", "0.0"]
    small = charts.bars([charts.Point(1, ""), charts.Point(10_000, "")])
    assert float(small[0].height) > 1


def test_the_pages_lead_to_each_other(home, stored, read):
    assert read("/").cssselect("nav.parts a[href='/runs']")
