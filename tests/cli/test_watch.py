"""Runs on a schedule: when the next one is due, and a real watch that is stopped."""

import os
import signal
import subprocess
import sys
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.newsroom.server import serve
from crawler.locks import held
from dideban.schedule import Schedule, UnreadablePlan, plan, span

TEHRAN = ZoneInfo("Asia/Tehran")
NOON = datetime(2026, 1, 1, 12, tzinfo=TEHRAN)
QUARTER = timedelta(minutes=15)


@given(st.integers(0, 6000), st.floats(0, 1), st.integers(0, 23), st.integers(0, 23))
def test_a_run_is_never_due_before_now_nor_in_quiet_hours(minutes, chance, begins, ends):
    quiet = (time(begins), time(ends)) if begins != ends else None
    now = NOON + timedelta(minutes=minutes)
    due = Schedule(QUARTER, quiet).after(NOON, now, TEHRAN, chance)
    assert due >= now
    assert due >= NOON + QUARTER
    at = due.astimezone(TEHRAN).time()
    if quiet:
        assert not (begins <= at.hour < ends if begins < ends else at.hour >= begins or at.hour < ends)


def test_what_was_missed_is_not_made_up():
    late = NOON + timedelta(hours=5)
    assert Schedule(QUARTER).after(NOON, late, TEHRAN, 0.5) == late


def test_quiet_hours_over_midnight_end_in_the_morning():
    night = datetime(2026, 1, 1, 23, 50, tzinfo=TEHRAN)
    due = Schedule(QUARTER, (time(23), time(6))).after(night, night, TEHRAN, 0)
    assert due == datetime(2026, 1, 2, 6, tzinfo=TEHRAN)


def test_the_plan_is_the_shipped_one_under_the_installations_own(tmp_path):
    assert plan(["irib"])["irib"].every == QUARTER
    (tmp_path / "watch.yaml").write_text(
        "every: 1h\npublishers:\n  irib: {every: 5m, quiet: 01:00-05:00}\n  fars: {skip: true}\n", encoding="utf-8"
    )
    found = plan(["irib", "tasnim", "fars"], tmp_path)
    assert list(found) == ["irib", "tasnim"]
    assert (found["irib"].every, found["irib"].quiet) == (timedelta(minutes=5), (time(1), time(5)))
    assert found["tasnim"].every == timedelta(hours=1)
    assert plan(["irib"], tmp_path, timedelta(days=1))["irib"].every == timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("every: soon", "'soon' should be a time"),
        ("every: 5s", "a minute at least"),
        ("evry: 5m", "unknown key evry"),
        ("quiet: 25:00-26:00", "irib"),
        ("quiet: '01:00'", "should be hours"),
        ("- a", "should be a table"),
        ("{", "cannot be read"),
    ],
)
def test_a_wrong_plan_is_named_with_its_file(tmp_path, text, named):
    (tmp_path / "watch.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(UnreadablePlan) as fault:
        plan(["irib"], tmp_path)
    assert named in str(fault.value)
    assert str(tmp_path / "watch.yaml") in str(fault.value)
    assert "\n" not in str(fault.value)


@pytest.mark.parametrize("text", ["", "5", "m", "5 weeks", "-5m", None])
def test_a_time_that_is_none(text):
    with pytest.raises(ValueError, match="should be a time"):
        span(text)


def lines_until(process: subprocess.Popen[str], wanted: str, times: int) -> list[str]:
    assert process.stderr
    seen: list[str] = []
    while sum(wanted in line for line in seen) < times:
        line = process.stderr.readline()
        assert line, "".join(seen)
        seen.append(line)
    return seen


@pytest.mark.slow
def test_a_watch_goes_round_and_ends_in_good_order(tmp_path):
    driver = Path(__file__).with_name("watch_drive.py")
    with serve() as newsroom:
        process = subprocess.Popen(
            [sys.executable, str(driver), newsroom.address, "irib"],
            cwd=Path(__file__).parents[2],
            env=os.environ | {"DIDEBAN_HOME": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        told = lines_until(process, "next: irib", 2)
        process.send_signal(signal.SIGTERM)
        rest = process.communicate(timeout=60)[1]
    assert process.returncode == 0
    assert rest.rstrip().endswith("stopped")
    records = [line for line in told if " records from " in line]
    assert len(records) == 2
    assert " 0 articles" not in records[0]
    assert records[1].startswith("0 records from 0 articles")
    assert len(list((tmp_path / "runs").glob("*.json"))) == 2


def test_a_second_watch_is_told_of_the_first(dideban, home):
    with held(home, ["watch"]):
        result = dideban("watch", "irib", "--once")
    assert result.exit_code == 1
    assert f"process {os.getpid()} watches already" in result.output


def test_one_round_without_a_contact_is_a_fault(dideban, home):
    result = dideban("watch", "irib", "--once")
    assert result.exit_code == 1
    assert "DIDEBAN_CRAWL_CONTACT" in result.output


def test_wrong_options_are_named(dideban, home):
    assert "unknown publisher 'nobody'" in dideban("watch", "nobody").output
    assert "should be a time" in dideban("watch", "--every", "soon").output
    (home / "watch.yaml").write_text("skip: true", encoding="utf-8")
    assert "nothing to watch" in dideban("watch").output
