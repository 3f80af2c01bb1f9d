"""The monitors' verdict on a run, put into its report."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from crawler.health.history import History
from crawler.health.limits import limits_for
from crawler.health.seen import Check, Figure
from crawler.health.usual import Case

if TYPE_CHECKING:
    from crawler.report import CrawlReport

_STATUS = {"OK": "passed", "SKIPPED": "skipped"}


def judge(report: "CrawlReport", home: Path) -> None:
    """Run all monitors over each publisher of a run and note what they say; earlier runs are those of `home`/runs.

    A publisher that another process crawled is not judged. Raises UnreadableLimits, and
    sqlite3.Error where the digest of earlier runs cannot be kept.
    """
    limits = {code: limits_for(code, home) for code in report.publishers}
    if not limits:
        return
    days = max(one.days for one in limits.values())
    with closing(History(home, report.started - timedelta(days=days))) as history:
        for code, counts in report.publishers.items():
            if counts.busy is None:
                past = history.before(code, report.started)
                measured = counts.whole and report.ended == "finished"
                hours = past.since_the_last(report.started) if measured else None
                counts.checks = checks(Case(report.started, counts, hours, past, limits[code]), code)


def checks(case: Case, name: str) -> list[Check]:
    """What each monitor says of a case."""
    # Spidermon and what it needs are loaded at the end of a crawl, not for reading a report.
    from spidermon.runners import MonitorRunner  # type: ignore[import-untyped]  # noqa: PLC0415

    from crawler.health.monitors import HealthSuite  # noqa: PLC0415

    told: dict[str, list[Figure]] = {}
    result = MonitorRunner().run(HealthSuite(name=name), case=case, told=told)
    return [_check(one, told) for one in result.monitor_results]


def _check(result: object, told: dict[str, list[Figure]]) -> Check:
    name, status = result.monitor.method_name, result.status  # type: ignore[attr-defined]  # Spidermon has no types
    reason = result.reason or (result.error or "").strip().rpartition("\n")[2]  # type: ignore[attr-defined]  # likewise
    verdict = _STATUS.get(status, "failed")
    return Check(name.removeprefix("test_"), verdict, reason, tuple(told.get(name, ())))  # type: ignore[arg-type]
