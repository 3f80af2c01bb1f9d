"""The page on health names the monitors that there are, and its example is valid."""

import re

from crawler.health import monitors
from crawler.health.limits import limits_for
from tests.docs.pages import ROOT, blocks

PAGE = ROOT / "docs" / "health.md"


def test_every_monitor_is_explained_and_no_other():
    named = re.findall(r"^\| `(\w+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    tests = {name for one in monitors.HealthSuite.monitors for name in vars(one) if name.startswith("test_")}
    assert {f"test_{name}" for name in named} == tests


def test_the_limits_that_are_shown_can_be_used(tmp_path):
    (block,) = (block for block in blocks(PAGE) if block.mark == "file: health.yaml")
    (tmp_path / "health.yaml").write_text(block.text, encoding="utf-8")
    shown = {code: limits_for(code, tmp_path) for code in ("fars", "citna", "irib")}
    assert shown["fars"].items.per_hour == 0.1
    assert shown["citna"].blocked.share == 0.5
    assert str(shown["irib"].since) == "2026-11-20"
    assert shown["irib"].items.least == 0.4
