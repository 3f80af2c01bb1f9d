"""The monitors: what is usual is learned from earlier runs, and what departs from it is named with its figures."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from corpus.newsroom.faults import Fault, Kind
from corpus.newsroom.load import generated
from corpus.newsroom.server import serve
from crawler import crawl
from crawler.health.judge import judge
from crawler.health.limits import UnreadableLimits, limits_for
from crawler.health.seen import Seen, Times
from crawler.report import CrawlReport, PublisherCounts

NOON = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)  # a Sunday, half past twelve in Tehran
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def seen(articles=20, *, source="css:h1.title", latency=0.4, **missing):
    names = ("title", "text", "published", "lead")
    fields = {name: articles - missing.get(name, 0) for name in names}
    sources = {"title": {source: fields["title"]}}
    return Seen(articles, fields, sources, {}, 30, {"median": latency, "p95": latency, "slowest": latency})


def counts(new=20, *, what=None, outcomes=None, **facts):
    return PublisherCounts(
        new=new, outcomes=outcomes or {"stored": new, "list read": 3}, whole=True, seen=what or seen(), **facts
    )


def report(started, given, ended="finished"):
    return CrawlReport(f"{started:%Y%m%dT%H%M%S.000000Z}-1", started, 60.0, ended, {"irib": given})


@pytest.fixture
def week(tmp_path):
    """Seven days on which a publisher was crawled every six hours and gave twenty articles each time."""
    for number in range(28, 0, -1):
        report(NOON - 6 * HOUR * number, counts()).write(tmp_path)
    return tmp_path


def verdicts(home, given, started=NOON, **facts):
    judged = report(started, given, **facts)
    judge(judged, home)
    return {check.monitor: check for check in judged.publishers["irib"].checks}


def failed(home, given, **facts):
    return {name: check.reason for name, check in verdicts(home, given, **facts).items() if check.status == "failed"}


def test_a_usual_run_passes_all_monitors(week):
    told = verdicts(week, counts())
    assert {name: check.status for name, check in told.items()} == dict.fromkeys(told, "passed") | {"unread": "passed"}
    assert set(told) == {"items", "fields", "sources", "dates", "blocked", "failed", "unread", "lists", "latency"}


@pytest.mark.parametrize(
    ("given", "monitor", "reason"),
    [
        (counts(new=3), "items", "new articles 3, at least 6"),
        (counts(what=seen(published=4)), "fields", "published 0.8, at least 0.95"),
        (counts(what=seen(lead=20)), "fields", "lead 0, at least 0.6"),
        (counts(what=seen(source="meta:og:title")), "sources", "title by css:h1.title 0, at least 0.5"),
        (counts(what=seen(latency=9.0)), "latency", "p95 9, at most 5"),
        (counts(paused=True), "blocked", "left alone 1, at most 0"),
        (counts(outcomes={"blocked:403": 5, "stored": 15}), "blocked", "blocked 0.25, at most 0.2"),
        (counts(outcomes={"list blocked:challenge": 10}), "blocked", "blocked 1, at most 0.2"),
        (counts(outcomes={"failed:timeout": 8, "stored": 12}), "failed", "failed 0.4, at most 0.3"),
        (counts(outcomes={"not_an_article:no_body": 10, "stored": 10}), "unread", "unread 0.5, at most 0.25"),
        (
            counts(outcomes={"stored": 20, "list failed:timeout": 2, "list read": 2}),
            "lists",
            "lists failed 0.5, at most 0.3",
        ),
    ],
)
def test_what_departs_from_the_usual_is_named_with_the_figures(week, given, monitor, reason):
    assert failed(week, given)[monitor] == reason


@pytest.mark.parametrize("sign", ["missing", "future", "backwards", "printed"])
def test_odd_dates_are_told(week, sign):
    odd = seen()
    odd.dates = {sign: 10}
    assert f"{sign} 0.5" in failed(week, counts(what=odd))["dates"]


def test_without_a_history_what_is_usual_is_not_judged(tmp_path):
    told = verdicts(tmp_path, counts(new=0, what=seen(source="meta:og:title", lead=20)))
    assert [name for name, check in told.items() if check.status == "failed"] == []
    assert {told["items"].status, told["sources"].status} == {"skipped"}


def test_few_articles_are_judged_together_with_those_of_the_day_before(week):
    few = counts(new=5, what=seen(5, source="meta:og:title"))
    for hours in (3, 2, 1):
        report(NOON - hours * HOUR, few).write(week)
    assert "title by css:h1.title 0, at least 0.5" in failed(week, few)["sources"]
    assert "sources" not in failed(week, counts(what=seen(5, source="meta:og:title")), started=NOON + 3 * DAY)


def test_a_quiet_hour_is_no_fault_and_quiet_hours_on_end_are(week):
    quiet = counts(new=0, what=Seen())
    assert "items" not in failed(week, quiet, started=NOON - 6 * HOUR + HOUR / 4)
    for quarter in range(1, 9):
        report(NOON - 6 * HOUR + quarter * HOUR / 4, quiet).write(week)
    assert failed(week, quiet, started=NOON - 3 * HOUR)["items"].startswith("new articles 0, at least ")


def test_what_is_usual_at_night_and_on_fridays_is_not_asked_of_other_hours(tmp_path):
    for day in range(21, 0, -1):
        for part in range(4):
            begun = NOON - DAY * day + part * 6 * HOUR  # the third run is half past midnight in Tehran
            few = part == 2 or begun.weekday() == 4
            report(begun, counts(new=1 if few else 40)).write(tmp_path)
    assert "items" not in failed(tmp_path, counts(new=1), started=NOON - 12 * HOUR + 24 * HOUR)
    assert "items" in failed(tmp_path, counts(new=1))


def test_articles_of_a_run_that_was_stopped_count_for_the_next(week):
    begun = NOON - 2 * HOUR
    report(begun, counts(new=19), ended="interrupted").write(week)
    assert "items" not in failed(week, counts(new=1))
    assert "items" not in failed(week, counts(new=0), ended="interrupted")


def test_runs_that_failed_do_not_become_the_usual(week):
    drifted = counts(what=seen(source="meta:og:title"))
    for number in range(40):
        one = report(NOON + HOUR * number, drifted)
        judge(one, week)
        one.write(week)
    assert "sources" in failed(week, drifted, started=NOON + 41 * HOUR)


def test_after_a_redesign_was_taken_up_older_runs_are_left_out(week):
    (week / "health.yaml").write_text("publishers: {irib: {since: 2026-11-22}}\n", encoding="utf-8")
    assert verdicts(week, counts(what=seen(source="meta:og:title")))["sources"].status == "skipped"


def test_a_publisher_that_another_process_crawls_is_not_judged(week):
    assert verdicts(week, PublisherCounts(busy=1)) == {}


def test_files_that_are_no_reports_are_passed_over(week):
    for name, text in {"9999-broken": "{", "9998-other": "[]", "9997-old": '{"started": "2026-11-01"}'}.items():
        (week / "runs" / f"{name}.json").write_text(text, encoding="utf-8")
    assert verdicts(week, counts())["sources"].status == "passed"


def test_a_report_comes_back_as_it_was_written(tmp_path):
    one = report(NOON, counts())
    judge(one, tmp_path)
    told = json.loads(one.write(tmp_path).read_text(encoding="utf-8"))
    assert CrawlReport.of(told) == one


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("items: {lest: 1}", "items.lest"),
        ("publishers: [irib]", "publishers by code"),
        ("- 1", "table of limits"),
        ("{", "cannot be read"),
        ("publishers: {irib: {days: many}}", "days"),
    ],
)
def test_limits_that_cannot_be_used_are_named_before_a_crawl(tmp_path, text, told):
    (tmp_path / "health.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableLimits, match=rf"health\.yaml.*{told}"):
        crawl(["irib"], home=tmp_path, save=lambda article: True)
    assert not (tmp_path / "runs").exists()


def test_a_publishers_own_limits_stand_above_the_general_ones(tmp_path):
    text = "items: {least: 0.5}\npublishers: {irib: {items: {per_hour: 2}, latency: {longest: 60}}}\n"
    (tmp_path / "health.yaml").write_text(text, encoding="utf-8")
    own, other = limits_for("irib", tmp_path), limits_for("mehr", tmp_path)
    assert (own.items.least, own.items.per_hour, own.latency.longest) == (0.5, 2, 60)
    assert (other.items.least, other.items.per_hour, other.latency.longest) == (0.5, None, 25)


def test_times_are_told_to_a_tenth():
    times, told = Times(), Seen()
    for number in range(1, 101):
        times.add(number / 10)
    times.add(None)
    times.tell(told)
    assert told.answers == 100
    assert told.latency == {
        "median": pytest.approx(5, rel=0.1),
        "p95": pytest.approx(9.5, rel=0.1),
        "slowest": 10.0,
    }


def test_a_redesign_on_a_real_crawl_is_drift(tmp_path):
    """The newsroom's layouts drift after a history was learned of the same site."""

    def run(home, faults=()):
        with serve(sites=generated(24, ["irib"]), faults=faults) as newsroom:
            return crawl(["irib"], home=home, save=lambda article: True, gateway=newsroom.address, delay=0)

    usual = run(tmp_path / "first")
    assert usual.failures == []
    assert usual.publishers["irib"].seen.articles == 24
    for days in range(1, 6):
        usual.started -= DAY
        usual.run = f"{usual.started:%Y%m%dT%H%M%S.%fZ}-{days}"
        usual.write(tmp_path / "second")
    drifted = run(tmp_path / "second", [Fault(Kind.DRIFT)])
    assert {code for code, _ in drifted.failures} == {"irib"}
    assert {check.monitor for _, check in drifted.failures} & {"sources", "unread", "fields"}


def test_the_digest_of_earlier_runs_may_be_removed_and_is_made_anew(week):
    first = verdicts(week, counts(new=3))
    (week / "runs.sqlite").unlink()
    assert verdicts(week, counts(new=3)) == first
    for report_file in (week / "runs").glob("*.json"):
        report_file.unlink()
    assert verdicts(week, counts(new=3)) == first


def test_runs_that_a_limit_held_back_tell_nothing_of_the_usual(week):
    for number in range(20):
        held = counts(new=0)
        held.whole = False
        report(NOON - 20 * HOUR / 60 * number - HOUR / 60, held).write(week)
    assert verdicts(week, counts())["items"].status == "passed"
    assert failed(week, counts(new=0))["items"] == "new articles 0, at least 6"
