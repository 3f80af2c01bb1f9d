"""The log of a run, for people and for machines."""

import json
import logging
from datetime import datetime

import pytest

from corpus.newsroom.load import generated
from corpus.newsroom.server import serve
from crawler import CrawlEvent, crawl
from crawler.logs import JsonLines, log_into, logged


def test_a_crawl_s_log_is_one_object_a_line_where_asked_for(tmp_path):
    with serve(sites=generated(3, ["irib"])) as newsroom:
        report = crawl(
            ["irib"], home=tmp_path, save=lambda article: True, gateway=newsroom.address, delay=0, log_json=True
        )
    lines = [json.loads(line) for line in (tmp_path / report.log).read_text(encoding="utf-8").splitlines()]
    assert {line["run"] for line in lines} == {report.run}
    assert all(datetime.fromisoformat(line["time"]).tzinfo for line in lines)
    stored = [line for line in lines if line.get("outcome") == "stored"]
    assert len(stored) == 3
    assert {(line["publisher"], line["kind"], line["level"]) for line in stored} == {("irib", "page", "INFO")}
    assert all(line["url"].startswith("https://") for line in stored)


def test_what_a_fault_says_stays_one_line():
    try:
        raise ValueError("سطر یکم\nسطر دوم")
    except ValueError as fault:
        record = logging.LogRecord("x", logging.ERROR, "f", 1, "خواندن %s", ("یک",), (ValueError, fault, None))
    line = JsonLines("run-1").format(record)
    assert "\n" not in line
    told = json.loads(line)
    assert (told["message"], told["level"], told["run"]) == ("خواندن یک", "ERROR", "run-1")
    assert told["exception"].endswith("سطر یکم\nسطر دوم")


def test_people_get_lines(tmp_path):
    with log_into(tmp_path / "logs" / "x.log", "run-1"):
        logged(None)(CrawlEvent("irib", "https://a.example/1", "page", "stored"))
    assert (tmp_path / "logs" / "x.log").read_text("utf-8").endswith("irib https://a.example/1: stored\n")


@pytest.mark.parametrize("as_json", [False, True])
def test_logging_is_as_it_was_afterwards(tmp_path, as_json):
    root = logging.getLogger()
    before = root.handlers[:], root.level
    with log_into(tmp_path / "x.log", "run-1", as_json=as_json):
        assert root.handlers != before[0]
    assert (root.handlers, root.level) == before


def test_events_reach_the_log_and_whoever_listens(caplog):
    heard: list[CrawlEvent] = []
    event = CrawlEvent("irib", "https://a.example/1", "page", "stored", "عنوان")
    with caplog.at_level(logging.INFO, "crawler.logs"):
        logged(heard.append)(event)
    assert heard == [event]
    assert caplog.records[0].outcome == "stored"
