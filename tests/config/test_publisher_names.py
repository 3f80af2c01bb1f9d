import subprocess
import sys
from pathlib import Path

import pytest

from crawler import publishers
from dideban.publisher_names import publisher_names

# Every import of the crawler or the extractor fails in a way that no import should.
BROKEN = """
import sys


class Broken:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("crawler", "extractor"):
            raise RuntimeError(f"{name} is broken")


sys.meta_path.insert(0, Broken())
"""
DESK = """
import os

os.environ["DJANGO_SETTINGS_MODULE"] = "dideban.settings"
import django

django.setup()
from django.test import Client

from corpus import store

store.migrate()
from desk import words

words.prepare()
answer = Client(headers={"host": "localhost"}).get("/")
print(answer.status_code, words.publisher_label("tasnim"))
"""


def test_publishers_have_names():
    assert publisher_names()["tasnim"] == "خبرگزاری تسنیم"


@pytest.mark.parametrize("fault", [ImportError("no scrapy"), ValueError("broken"), AttributeError("name")])
def test_without_the_crawler_there_are_no_names(monkeypatch, fault):
    def fail():
        raise fault

    monkeypatch.setattr(publishers, "catalogue", fail)
    assert publisher_names() == {}


def test_the_desk_serves_though_crawler_and_extractor_are_broken(home):
    ended = subprocess.run(
        [sys.executable, "-c", BROKEN + DESK],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        timeout=60,
        check=False,
    )
    assert ended.stdout.split() == ["200", "tasnim"], ended.stderr
    assert "shown by their codes" in ended.stderr
