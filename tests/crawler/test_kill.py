"""A crawl that is killed, or stopped by Ctrl-C, and started again."""

import json
import random
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from crawler.archived import responses

COUNT = 25
# Articles of each publisher that a run between two kills gets at most, so that the crawl lasts as long as the kills.
PER_KILL = 6


def start(driver: Path, home: Path, address: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(driver), str(home), address]
    root = Path(__file__).parents[2]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for_articles(process: subprocess.Popen[str], count: int) -> list[str]:
    assert process.stderr
    return [process.stderr.readline() for _ in range(count)]


def kept(home: Path) -> list[str]:
    with sqlite3.connect(home / "articles.sqlite") as store:
        return sorted(url for (url,) in store.execute("SELECT url FROM articles"))


def expected() -> list[str]:
    irib = [f"https://www.irib-news.ir/fa/news/{number}" for number in range(1, COUNT + 1)]
    return sorted(irib + [f"https://www.tasnimnews.ir/fa/news/1405/08/01/{number}" for number in range(1, COUNT + 1)])


# So many moments by chance, the same each time; `--kills 100` takes more.
SEED = 1402


@pytest.mark.slow
def test_kill_9_at_any_moment_loses_nothing_and_stores_nothing_twice(site, fill_site, driver, tmp_path, request):
    kills, chance = request.config.getoption("--kills"), random.Random(SEED)  # noqa: S311 - no secret
    fill_site(site, max(COUNT, PER_KILL * kills))
    home = tmp_path / "home"
    for _ in range(kills):
        process = start(driver, home, site.address)
        wait_for_articles(process, 1)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=chance.uniform(0, 0.5))
        process.send_signal(signal.SIGKILL)
        process.communicate()
    last = start(driver, home, site.address)
    told = json.loads(last.communicate(timeout=240)[0])
    assert told["ended"] == "finished"
    assert told["new"] > 0, "the crawl ended before the kills did"
    listed = {path for host, path in site.pages if "/fa/news/" in path}
    assert len(kept(home)) == len(listed)
    # Only what was under way at a kill is asked for again: three requests of each publisher.
    assert len(site.articles_asked()) - len(listed) <= 6 * kills
    assert all(count <= 1 + kills for count in Counter(site.articles_asked()).values())
    archives = sorted((home / "warc").glob("*.warc.gz"))
    pages = [page for archive in archives for page in responses(archive) if "/fa/news/" in page.url]
    assert len({page.url for page in pages}) == len(listed)
    assert all(page.body for page in pages)


def test_ctrl_c_ends_with_a_report_and_the_next_run_goes_on(site, fill_site, driver, tmp_path):
    fill_site(site, COUNT)
    home = tmp_path / "home"
    process = start(driver, home, site.address)
    wait_for_articles(process, 4)
    process.send_signal(signal.SIGINT)
    told = json.loads(process.communicate(timeout=120)[0])
    assert (process.returncode, told["ended"]) == (0, "interrupted")
    assert 3 <= told["new"] < 2 * COUNT
    second = json.loads(start(driver, home, site.address).communicate(timeout=120)[0])
    assert told["new"] + second["new"] == 2 * COUNT
    assert kept(home) == expected()
