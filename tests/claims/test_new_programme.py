"""A new topic is one YAML file: no code changes, and nothing else that is read changes with it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from corpus.gold import build
from corpus.gold.score import score
from dideban.cli import floors, goldwork
from dideban.cli.eval import reports_of

ROOT = Path(__file__).parents[2]
PROGRAMME = """
id: meters
name: کنتور هوشمند
description: نصب کنتور هوشمند برق و گاز
topic: [کنتور (?:های )?هوشمند]
units:
  meter: [کنتور هوشمند, کنتور]
groups:
  - {id: group:mountain-towns, name: شهرهای کوهستانی, aliases: [کوهستان]}
  - {id: group:subscribers, name: مشترکان, linked: false}
laws:
  - {id: law:meters, name: قانون کنتورهای هوشمند}
indicators:
  - code: meters.installed
    label: کنتورهای هوشمند نصب‌شده
    units: [meter, percent]
    description: شمار کنتورهای هوشمندی که نصب شده است، یا سهم آن‌ها
    otherwise: group:subscribers
contexts:
  meters: [meter]
things: [meter]
cues:
  meter: ["کنتور\\\\w*", "کنتور (?:های )?هوشمند"]
  install: ["نصب", "نصب‌شده"]
  all_meters: ["(?:همه|تمام) کنتور‌ها\\\\w*"]
signs:
  - {indicator: meters.installed, unit: [meter], all: [install, document:meters], none: [denied], share: 0.9}
  - {indicator: meters.installed, unit: [percent], of: [meter], all: [install], none: [denied], share: 0.9}
tasks:
  - {indicator: meters.installed, all: [meter, install], whole: all_meters}
obligations:
  - id: meters-1405
    law: law:meters
    indicator: meters.installed
    bound: group:subscribers
    target: {comparator: eq, value: 100, unit: percent}
    deadline: "1405-12-29"
    description: نصب کنتور هوشمند برای همه مشترکان
"""
METERS = """کارنامه کنتورها
شرکت توانیر تاکنون ۳۴۰ هزار کنتور هوشمند نصب کرده است. در کوهستان ۱۲ درصد کنتورها نصب شده است.
تا پایان شهریور ۲ میلیون کنتور هوشمند نصب شده بود.
بر پایه قانون کنتورهای هوشمند، توانیر باید تا پایان سال ۱۴۰۵ همه کنتورها را نصب کند.
"""
WINDOW = """گزارش پنجره ملی
در کوهستان باران بارید.
وزارت نیرو ۱۳ درصد از خدمات خود را در پنجره ملی خدمات دولت هوشمند ارائه کرده است.
"""


def _extract(folder: Path, *, further: Path | None, readers: bool = True) -> list[dict[str, Any]]:
    environment = {**os.environ, "DIDEBAN_HOME": str(folder / "home")}
    environment |= {"DIDEBAN_PROGRAMMES": str(further)} if further else {}
    command = [sys.executable, "-m", "dideban", "extract", str(folder / "news"), "--published", "1404-07-20"]
    command += [] if readers else ["--rules-alone"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=True, cwd=ROOT)
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("meters")
    (folder / "news").mkdir()
    (folder / "programmes").mkdir()
    (folder / "news" / "meters.txt").write_text(METERS, encoding="utf-8")
    (folder / "news" / "window.txt").write_text(WINDOW, encoding="utf-8")
    (folder / "programmes" / "meters.yml").write_text(PROGRAMME, encoding="utf-8")
    return folder


@pytest.mark.parametrize("readers", [True, False])
def test_one_file_makes_a_new_topic(folder: Path, *, readers: bool) -> None:
    records = _extract(folder, further=folder / "programmes", readers=readers)
    found = [
        (one["kind"], one["subject"]["name"], one["value"]["low"], one["value"]["unit"])
        for one in records
        if one["indicator"] == "meters.installed"
    ]
    assert found == [
        ("measurement", "شرکت مادر تخصصی توانیر", 340_000, "meter"),
        ("measurement", "شهرهای کوهستانی", 12, "percent"),
        ("measurement", "مشترکان", 2_000_000, "meter"),
        ("obligation", "شرکت مادر تخصصی توانیر", 100, "percent"),
    ]
    (duty,) = (one for one in records if one["kind"] == "obligation")
    assert (duty["deadline"]["jalali"], duty["legal_basis"]["id"]) == ("1405-12-29", "law:meters")


def test_what_is_of_no_concern_to_it_is_read_as_before(folder: Path) -> None:
    before = _extract(folder, further=None)
    after = [one for one in _extract(folder, further=folder / "programmes") if one["indicator"] != "meters.installed"]
    assert before == after != []


def test_electronic_prescription_holds_its_floors() -> None:
    gold = build.load_set("prescriptions")
    reports = reports_of(gold, goldwork.predict(gold))
    assert floors.compare(floors.read(ROOT / "tests" / "floors.json"), "prescriptions", reports) == []


def test_the_newsrooms_prescriptions_are_told_in_passing() -> None:
    whole = build.load()
    gold = whole.model_copy(update={"documents": tuple(one for one in whole.documents if "نسخه" in (one.text or ""))})
    records = [one for one in goldwork.predict(gold) if (one.indicator or "").startswith("prescriptions.")]
    wanted = [one for one in gold.records if (one.indicator or "").startswith("prescriptions.")]
    assert score(gold.model_copy(update={"records": tuple(wanted)}), records).core.f1 == 1
