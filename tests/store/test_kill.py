"""A process that is killed in the middle of saving."""

import os
import signal
import subprocess
import sys
from pathlib import Path

SAVING = """
import itertools, os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "dideban.settings"
import django; django.setup()
from corpus import store
from corpus.schema import Article
store.migrate()
for number in itertools.islice(itertools.count(), int(sys.argv[1])):
    article = Article(url=f"https://news.example.ir/{number}", text=f"خبر {number}\\n" + "متن " * 500)
    print(number, store.save_article(article), flush=True)
print(store.counts().articles, store.counts().versions)
"""


def start(limit: int) -> subprocess.Popen:
    repository = Path(__file__).parents[2]
    return subprocess.Popen(
        [sys.executable, "-c", SAVING, str(limit)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=repository,
        env={**os.environ, "PYTHONPATH": str(repository)},
    )


def test_what_was_said_to_be_stored_is_stored_and_only_once(home):
    with start(10**9) as process:
        for line in process.stdout:
            if line == "30 new\n":
                process.send_signal(signal.SIGKILL)
    with start(60) as process:
        lines = process.stdout.read().splitlines()
    assert process.returncode == 0
    outcomes = dict(line.split() for line in lines[:60])
    assert all(outcomes[str(number)] == "unchanged" for number in range(31))
    assert set(outcomes.values()) <= {"unchanged", "new"}
    articles, versions = map(int, lines[60].split())
    assert articles == versions >= 60
