"""`dideban crawl` and `run`: usage by the real command, work against the sample newsroom through a gateway."""

import signal
import subprocess
import sys

import pytest

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


def run(home, *arguments):
    command = [sys.executable, "-c", RUN, *arguments]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env={"DIDEBAN_HOME": str(home)}, timeout=60, check=False
    )


@pytest.mark.parametrize("command", ["crawl", "run"])
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["tasnym"], "unknown publisher 'tasnym'; known: irib, tasnim"),
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


def test_an_article_that_fails_is_named_and_tried_again_next_time(tmp_path):
    first = run(tmp_path, "broken")
    assert first.returncode == 0, first.stderr
    assert first.stdout.split() == ["6", "0", "5", "1"]
    faults = [line for line in first.stderr.splitlines() if line.startswith("dideban: ")]
    assert len(faults) == 1
    assert "https://www.irib-news.ir/fa/news/" in faults[0]
    assert "RuntimeError: a slip" in faults[0]
    second = run(tmp_path)
    assert second.stdout.split() == ["0", "0", "1", "0"]


def test_the_table_tells_what_became_of_the_pages(tmp_path):
    done = run(tmp_path)
    assert done.returncode == 0, done.stderr
    row = next(line.split() for line in done.stderr.splitlines() if line.split()[:1] == ["irib"])
    pages, new, changed, known, no_article, failed = map(int, row[1:7])
    assert (new, changed, known) == (6, 0, 0)
    assert pages == new + changed + known + no_article + failed
    assert "no article: " in done.stderr
    assert "failed: " in done.stderr


def test_ctrl_c_ends_in_good_order_with_what_was_stored(tmp_path):
    script = (
        RUN.replace("[:6]", "")
        .replace("gateway=newsroom.address", "gateway=newsroom.address, **slow")
        .replace(
            "import sys",
            "import sys; slow = {}; import crawler.settings as s; import dideban.cli.crawling as c; "
            "s.POLITE_DELAY = 0; real = c.crawler.crawl; "
            "c.crawler.crawl = lambda *a, **k: real(*a, **{**k, 'delay': 0.3, 'progress': told}); "
            "told = lambda event: print(event.outcome, flush=True)",
        )
    )
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
    again = run(tmp_path)
    assert again.returncode == 0, again.stderr
