"""A run's figures as Prometheus reads them."""

from datetime import UTC, datetime
from urllib.request import ProxyHandler, build_opener

import pytest
from prometheus_client.parser import text_string_to_metric_families

from crawler.health.metrics import Metrics
from crawler.health.seen import Check, Seen
from crawler.report import CrawlReport, PublisherCounts

BEGUN = datetime(2026, 11, 20, 4, 30, tzinfo=UTC)


def report(**facts):
    given = {"new": 3, "pages": 4, "outcomes": {"stored": 3, "failed:timeout": 1}} | facts
    seen = Seen(4, {"title": 4, "lead": 1}, {}, {}, 5, {"median": 0.2, "p95": 0.5, "slowest": 0.7})
    checks = [Check("items", "failed"), Check("fields", "passed"), Check("dates", "skipped")]
    return CrawlReport(
        "r", BEGUN, 60.0, publishers={"irib": PublisherCounts(**({"seen": seen, "checks": checks} | given))}
    )


def values(text: str) -> dict[tuple[str, ...], float]:
    """By name and labels, the publisher first."""
    return {
        (sample.name, *sorted(sample.labels.values(), key=lambda label: label not in ("irib", "isna"))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def written(metrics, path) -> dict[tuple[str, ...], float]:
    metrics.write(path)
    return values(path.read_text(encoding="utf-8"))


def test_a_report_s_figures(tmp_path):
    metrics = Metrics()
    metrics.take(report())
    told = written(metrics, tmp_path / "dideban.prom")
    assert told["dideban_run_ended_seconds",] == BEGUN.timestamp() + 60
    assert told["dideban_articles_new", "irib"] == 3
    assert told["dideban_articles_read", "irib"] == 4
    assert told["dideban_latency_seconds", "irib", "0.95"] == 0.5
    assert told["dideban_outcomes", "irib", "failed:timeout"] == 1
    assert told["dideban_field_share", "irib", "lead"] == 0.25
    assert told["dideban_monitor_healthy", "irib", "items"] == 0
    assert told["dideban_monitor_healthy", "irib", "fields"] == 1
    assert ("dideban_monitor_healthy", "irib", "dates") not in told
    assert [one.name for one in tmp_path.iterdir()] == ["dideban.prom"]


def test_what_the_next_run_does_not_have_is_gone_and_others_stay(tmp_path):
    metrics = Metrics()
    metrics.take(report())
    other = report()
    other.publishers = {"isna": other.publishers["irib"]}
    metrics.take(other)
    metrics.take(report(outcomes={"stored": 9}, checks=[], busy=None))
    told = written(metrics, tmp_path / "dideban.prom")
    assert ("dideban_outcomes", "irib", "failed:timeout") not in told
    assert ("dideban_monitor_healthy", "irib", "items") not in told
    assert told["dideban_outcomes", "irib", "stored"] == 9
    assert told["dideban_outcomes", "isna", "failed:timeout"] == 1


def test_a_publisher_that_another_process_crawls_keeps_its_figures(tmp_path):
    metrics = Metrics()
    metrics.take(report())
    metrics.take(report(busy=4711, new=0))
    assert written(metrics, tmp_path / "dideban.prom")["dideban_articles_new", "irib"] == 3


def test_a_port_on_loopback_serves_them():
    metrics = Metrics()
    metrics.take(report())
    port = metrics.serve(0)
    with build_opener(ProxyHandler({})).open(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        assert values(answer.read().decode())["dideban_articles_new", "irib"] == 3
    with pytest.raises(OSError, match="in use"):
        metrics.serve(port)
