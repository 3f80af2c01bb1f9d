"""What `dideban crawl` is told of days and addresses."""

from datetime import UTC, date, datetime, timedelta

import pytest

from crawler.report import CrawlReport
from dideban.cli import crawling
from dideban.days import TEHRAN


@pytest.fixture
def told(monkeypatch):
    """The arguments of each crawl, which does nothing."""
    calls: list[dict[str, object]] = []

    def crawl(publishers, **named):
        calls.append({"publishers": publishers, **named})
        return crawling.Crawled(CrawlReport("run", datetime(2026, 1, 1, tzinfo=UTC)))

    monkeypatch.setattr(crawling, "crawl", crawl)
    return calls


def test_without_since_a_crawl_goes_back_a_week_and_says_so(dideban, told):
    done = dideban("crawl", "irib")
    assert told[0]["since"] == datetime.now(TEHRAN).date() - timedelta(days=7)
    assert "--since all goes back to the beginning" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "since", "until"),
    [
        (["--since", "all"], None, None),
        (["--since", "1402-10-01", "--until", "1402-10-30"], date(2023, 12, 22), date(2024, 1, 20)),
        (["--until", "2023-12-22"], date(2023, 12, 15), date(2023, 12, 22)),
        (["--from-warc"], None, None),
    ],
)
def test_days(dideban, told, arguments, since, until):
    done = dideban("crawl", *arguments)
    assert done.exit_code == 0, done.stderr
    assert (told[0]["since"], told[0].get("until")) == (since, until)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--since", "1402-10-02", "--until", "1402-10-01"], "is after --until"),
        (["--until", "all"], "is no date"),
        (["--topic", "،"], "no word"),
        (["--urls", "/no/such/file"], "no such file"),
        (["--from-warc", "--topic", "window"], "--topic"),
    ],
)
def test_wrong_usage(dideban, told, arguments, why):
    done = dideban("crawl", *arguments)
    assert (done.exit_code, told) == (2, [])
    assert why in done.stderr


def test_a_file_of_addresses(dideban, told, tmp_path):
    listed = tmp_path / "urls.txt"
    listed.write_text(
        "\ufeff# از فهرست\nhttps://e.ir/1\n\nftp://e.ir/2\nhttps://e.ir/1\nhttps://e.ir/خبر\n", encoding="utf-8"
    )
    done = dideban("crawl", "--url", "https://e.ir/0", "--urls", listed)
    assert told[0]["urls"] == ("https://e.ir/0", "https://e.ir/1", "https://e.ir/خبر")
    assert f"{listed}:4: 'ftp://e.ir/2' is no http address" in done.stderr


def test_a_file_without_addresses_does_not_crawl_everything(dideban, told, tmp_path):
    listed = tmp_path / "urls.txt"
    listed.write_text("# nothing\n", encoding="utf-8")
    done = dideban("crawl", "--urls", listed)
    assert (done.exit_code, told) == (1, [])
    assert "no address in it" in done.stderr
