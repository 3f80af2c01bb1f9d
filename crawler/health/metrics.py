"""A run's figures for Prometheus: a text file for the node exporter's textfile collector, or a port on loopback."""

from collections.abc import Iterable
from pathlib import Path

from prometheus_client import CollectorRegistry, Gauge, start_http_server, write_to_textfile

from crawler.report import CrawlReport, PublisherCounts

_LOOPBACK = "127.0.0.1"


class Metrics:
    """Gauges of the last run of each publisher; publishers that a run left out keep what they had."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._ended = self._gauge("run_ended_seconds", "When the last run ended, in seconds since 1970", ())
        self._took = self._gauge("run_duration_seconds", "How long it took", ())
        self._new = self._gauge("articles_new", "Articles of the last run that the store did not have")
        self._read = self._gauge("articles_read", "Articles of the last run, new or known")
        self._seen = self._gauge("publisher_run_seconds", "When the publisher was last crawled, since 1970")
        self._paused = self._gauge("publisher_paused", "1 while a publisher that refused is left alone")
        self._latency = self._gauge("latency_seconds", "Times of answers", ("publisher", "quantile"))
        self._outcomes = self._gauge("outcomes", "Pages and lists by outcome", ("publisher", "outcome"))
        self._health = self._gauge(
            "monitor_healthy", "1 passed, 0 failed; absent where skipped", ("publisher", "monitor")
        )
        self._coverage = self._gauge("field_share", "Share of articles that have a field", ("publisher", "field"))

    def _gauge(self, name: str, about: str, labels: Iterable[str] = ("publisher",)) -> Gauge:
        return Gauge(f"dideban_{name}", about, tuple(labels), registry=self.registry)

    def take(self, report: CrawlReport) -> None:
        """Put a report's figures in place of the earlier ones."""
        ended = report.started.timestamp() + report.seconds
        self._ended.set(ended)
        self._took.set(report.seconds)
        for code, counts in report.publishers.items():
            if counts.busy is None:
                self._forget(code)
                self._take(code, counts, ended)

    def _take(self, code: str, counts: PublisherCounts, ended: float) -> None:
        self._new.labels(code).set(counts.new)
        self._read.labels(code).set(counts.seen.articles)
        self._seen.labels(code).set(ended)
        self._paused.labels(code).set(counts.paused)
        for quantile, name in (("0.5", "median"), ("0.95", "p95"), ("1", "slowest")):
            if name in counts.seen.latency:
                self._latency.labels(code, quantile).set(counts.seen.latency[name])
        for outcome, times in counts.outcomes.items():
            self._outcomes.labels(code, outcome).set(times)
        for check in counts.checks:
            if check.status != "skipped":
                self._health.labels(code, check.monitor).set(check.status == "passed")
        for name in counts.seen.fields:
            self._coverage.labels(code, name).set(counts.seen.share(name))

    def _forget(self, code: str) -> None:
        """An outcome of an earlier run that did not come again is none of this one's."""
        for gauge in (self._outcomes, self._latency, self._health, self._coverage):
            gauge.remove_by_labels({"publisher": code})

    def write(self, path: Path) -> None:
        """Write the text format, whole or not at all. Raises OSError."""
        write_to_textfile(str(path), self.registry)

    def serve(self, port: int) -> int:
        """Serve them at /metrics on loopback in a thread of their own; 0 takes a free port. Raises OSError."""
        server, _ = start_http_server(port, addr=_LOOPBACK, registry=self.registry)
        return int(server.server_port)
