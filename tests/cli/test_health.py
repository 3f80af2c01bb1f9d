"""What the command line makes of monitors, logs and metrics."""

import socket
from datetime import UTC, datetime, timedelta

import pytest

from crawler.health.seen import Check
from crawler.report import CrawlReport, PublisherCounts
from dideban.cli import crawling, extracting
from dideban.cli.extracting import Extracted
from dideban.cli.faults import Fault
from dideban.cli.watching import Watch
from dideban.schedule import Schedule

NOW = datetime(2026, 1, 1, tzinfo=UTC)
FAILED = Check("items", "failed", "new articles 1, at least 6")
ONCE_A_DAY = {"irib": Schedule(timedelta(days=1))}


def crawled(*checks: Check) -> crawling.Crawled:
    counts = PublisherCounts(outcomes={"stored": 1}, checks=list(checks))
    return crawling.Crawled(CrawlReport("run", NOW, publishers={"irib": counts}, log="logs/x.log"))


@pytest.fixture
def crawls(monkeypatch):
    """The options of each crawl, which does nothing and of which a monitor failed."""
    calls: list[dict[str, object]] = []

    def crawl(publishers, **named):
        calls.append(named)
        return crawled(FAILED, Check("dates", "passed"))

    monkeypatch.setattr(crawling, "crawl", crawl)
    monkeypatch.setattr(extracting, "extract_new", lambda **_: Extracted(0, 0, 0, 0.0))
    return calls


@pytest.mark.parametrize("command", [["crawl"], ["run"], ["watch", "--once"]])
def test_a_monitor_that_fails_is_named_in_a_line_and_the_command_ends_with_one(dideban, home, crawls, command):
    done = dideban(*command, "irib")
    assert done.exit_code == 1
    lines = [line for line in done.stderr.splitlines() if line.startswith("dideban: ")]
    assert lines[0] == "dideban: irib: monitor items: new articles 1, at least 6"
    assert "monitors failed: irib items" in lines[-1]
    assert "dates" not in done.stderr


def test_healthy_monitors_end_well(capsys):
    crawling.end(crawled(Check("items", "passed"), Check("dates", "skipped")))
    with pytest.raises(Fault, match="irib items"):
        crawling.end(crawled(FAILED))


@pytest.mark.parametrize("command", ["crawl", "run", "watch"])
def test_json_logs_are_asked_for_by_an_option(dideban, home, crawls, command):
    given = ["--once"] if command == "watch" else []
    dideban(command, "irib", *given)
    dideban(command, "irib", "--log-json", *given)
    assert [call.get("log_json", False) for call in crawls] == [False, True]


@pytest.mark.parametrize("command", ["crawl", "run", "watch"])
def test_metrics_go_into_a_file(dideban, home, crawls, command):
    file = home / "dideban.prom"
    dideban(command, "irib", "--metrics", file, *(["--once"] if command == "watch" else []))
    assert 'dideban_monitor_healthy{monitor="items",publisher="irib"} 0.0' in file.read_text(encoding="utf-8")


def test_metrics_that_cannot_be_written_are_a_line(dideban, home, crawls):
    done = dideban("crawl", "irib", "--metrics", home / "none" / "dideban.prom")
    assert done.exit_code == 1
    assert "--metrics" in done.stderr.splitlines()[-1]


def test_a_port_for_metrics_that_is_taken_is_a_line(dideban, home, crawls):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = dideban("watch", "irib", "--once", "--metrics", taken.getsockname()[1])
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert crawls == []


def test_limits_that_cannot_be_read_are_a_line_before_anything_is_asked(dideban, home, monkeypatch):
    monkeypatch.setenv("DIDEBAN_CRAWL_CONTACT", "desk@example.org")
    monkeypatch.setattr(crawling, "open_store", lambda: None)
    (home / "health.yaml").write_text("itms: {}", encoding="utf-8")
    done = dideban("crawl", "irib")
    assert done.exit_code == 1
    assert "health.yaml: itms" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_watch_goes_on_after_a_round_whose_monitors_failed(home, crawls, capsys):
    watch = Watch(ONCE_A_DAY, home, clock=lambda: NOW, tell=lambda report: heard.append(report) or watch.stop())
    heard: list[CrawlReport] = []
    watch.run()
    assert (len(heard), watch.rounds) == (1, 1)
    said = capsys.readouterr().err
    assert "monitors failed: irib items; the next round tries again" in said
    assert said.rstrip().endswith("stopped")


def test_extraction_leaves_the_rest_to_the_next_run_where_it_is_told_to_stop(db, make_article):
    from corpus import store  # noqa: PLC0415 - its tables need Django set up

    for number in range(3):
        store.save_article(make_article(number, text=f"عنوان {number}\nمتن شماره {number} درباره آب‌وهوا."))
    assert extracting.extract_new(stop=lambda: True).articles == 1
    assert extracting.extract_new().articles == 2
