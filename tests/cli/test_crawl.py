"""`dideban crawl` and `run`: usage by the real command, work against the sample newsroom through a gateway."""

import re
import signal
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from crawler.report import CrawlReport
from dideban.cli import crawling, extracting

# As `dideban run` does it, but for the gateway that no option names.
RUN = """
import sys
from corpus.newsroom import articles
from corpus.newsroom.server import serve
from dideban.cli import crawling, extracting
few = [one for one in articles.load() if one.publisher == "irib"][:6]
with serve(articles=few) as newsroom:
    crawled = crawling.crawl(["irib"], gateway=newsroom.address)
crawling.show(crawled)
crawling.end(crawled)
if "broken" in sys.argv:
    import extractor
    real, calls = extractor.extract, []
    def faulty(article):
        calls.append(article)
        if len(calls) == 2:
            raise RuntimeError("a slip")
        return real(article)
    extractor.extract = faulty
extracted = extracting.extract_new()
print(crawled.count("new"), crawled.count("changed"), extracted.articles, extracted.failed)
"""

# Before it: every page is told of on standard output, and takes its time.
SLOWLY = """
import crawler
real = crawler.crawl
def slowly(*given, **named):
    tell = lambda event: print(event.outcome, flush=True)
    return real(*given, **named | {"delay": 0.2, "progress": tell})
crawler.crawl = slowly
"""


def run(home, *arguments):
    command = [sys.executable, "-c", RUN, *arguments]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env={"DIDEBAN_HOME": str(home)}, timeout=60, check=False
    )


@pytest.mark.parametrize("command", ["crawl", "run"])
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["tasnym"], "unknown publisher 'tasnym'; known: "),
        (["--since", "1402-13-01"], "'1402-13-01' is no date"),
        (["--since", "soon"], "'soon' is no date"),
        (["--limit", "-1"], "-1"),
        (["--limit", "few"], "few"),
        (["--url", "irib-news.ir/fa/news/1"], "is no http address"),
        (["--url", "http://"], "is no http address"),
        (["--url", "http://[::1"], "is no http address"),
        (["--gateway", "127.0.0.1:1"], "--gateway"),
    ],
)
def test_wrong_usage(dideban, command, arguments, told):
    result = dideban(command, *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stderr.count("Error: ") == 1
    assert result.stdout == ""


@pytest.mark.slow
def test_a_run_tells_of_its_crawl_and_goes_on_after_an_article_that_fails(tmp_path):
    first = run(tmp_path, "broken")
    assert first.returncode == 0, first.stderr
    assert first.stdout.split() == ["6", "0", "5", "1"]
    faults = [line for line in first.stderr.splitlines() if line.startswith("dideban: ")]
    assert len(faults) == 1
    assert "https://www.irib-news.ir/fa/news/" in faults[0]
    assert "RuntimeError: a slip" in faults[0]

    row = next(line.split() for line in first.stderr.splitlines() if line.split()[:1] == ["irib"])
    pages, new, changed, known, no_article, failed = map(int, row[1:7])
    assert (new, changed, known) == (6, 0, 0)
    assert pages == new + changed + known + no_article + failed
    assert "no article: " in first.stderr
    assert "failed: " in first.stderr

    second = run(tmp_path)
    assert second.stdout.split() == ["0", "0", "1", "0"], "the one that failed is read again, the others are not"


@pytest.mark.parametrize("again", [True, False])
def test_a_run_reads_all_articles_anew_when_asked(dideban, monkeypatch, again):
    asked = []

    def extract_new(*, again):
        asked.append(again)
        return extracting.Extracted(0, 0, 0, 0.0)

    report = CrawlReport("run", datetime(2026, 1, 1, tzinfo=UTC))
    monkeypatch.setattr(crawling, "crawl", lambda *_, **__: crawling.Crawled(report))
    monkeypatch.setattr(extracting, "extract_new", extract_new)
    assert dideban("run", *(["--again"] if again else [])).exit_code == 0
    assert asked == [again]


def test_ctrl_c_ends_in_good_order_with_what_was_stored(tmp_path):
    script = SLOWLY + RUN.replace("[:6]", "")
    with subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={"DIDEBAN_HOME": str(tmp_path)},
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        for line in running.stdout:
            if line == "stored\n":
                break
        running.send_signal(signal.SIGINT)
        said = running.stderr.read()
        assert running.wait(30) == 1, said
    assert "stopped; all that was fetched is stored" in said


@pytest.mark.parametrize("taken", ["frontier.sqlite", "logs", "dideban.sqlite3"])
def test_a_state_folder_that_cannot_be_used_is_one_line(program, tmp_path, taken):
    if taken == "logs":
        (tmp_path / taken).touch()
    else:
        (tmp_path / taken).mkdir()
    done = program("crawl", "tasnim", home=tmp_path)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("dideban: ")


def test_the_store_comes_back_from_the_archive_alone(tmp_path, program):
    home = tmp_path / "home"
    assert run(home).returncode == 0
    (home / "dideban.sqlite3").unlink()
    rebuilt = program("crawl", "--from-warc", home=home)
    assert rebuilt.returncode == 0, rebuilt.stderr
    assert re.search(r"irib\s+\d+\s+6\s+0\s+0\b", rebuilt.stderr)
    again = program("crawl", "irib", "--from-warc", home / "warc", home=home)
    assert re.search(r"irib\s+\d+\s+0\s+0\s+6\b", again.stderr)


def test_an_archive_that_is_not_there_is_named(tmp_path, program):
    told = program("crawl", "--from-warc", tmp_path / "none.warc.gz", home=tmp_path)
    assert (told.returncode, "none.warc.gz: no such file or folder" in told.stderr) == (1, True)
