"""The files for running it for good name commands and settings that exist."""

import re
import shutil
import subprocess
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from crawler.health.metrics import Metrics
from dideban.cli import COMMANDS
from dideban.config import Config

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))
SETTINGS = {f"DIDEBAN_{one.name.upper()}" for one in fields(Config)}


@pytest.mark.parametrize("unit", UNITS, ids=lambda one: one.name)
def test_a_unit_starts_a_command_that_exists(unit):
    started = re.search(r"^ExecStart=/opt/dideban/\.venv/bin/dideban (\w+)$", unit.read_text("utf-8"), re.MULTILINE)
    assert started
    assert started[1] in COMMANDS


@pytest.mark.parametrize("unit", UNITS, ids=lambda one: one.name)
def test_systemd_finds_nothing_wrong_with_a_unit(unit, tmp_path):
    if not (verify := shutil.which("systemd-analyze")):
        pytest.skip("systemd-analyze is not here")
    text = unit.read_text("utf-8").replace("/opt/dideban/.venv/bin/dideban", "/bin/true").replace("User=dideban", "")
    (tmp_path / unit.name).write_text(text.replace("Group=dideban", ""), encoding="utf-8")
    done = subprocess.run([verify, "verify", str(tmp_path / unit.name)], capture_output=True, text=True, check=False)
    if "Failed to" in done.stderr and "bus" in done.stderr:
        pytest.skip("systemd does not run here")
    assert unit.name not in done.stderr, done.stderr


def test_compose_runs_commands_with_settings_that_exist():
    services = yaml.safe_load((DEPLOY / "compose.yml").read_text("utf-8"))["services"]
    for service in services.values():
        assert service["command"][0] in COMMANDS
        assert service.get("environment", {}).keys() <= SETTINGS


def test_the_image_takes_in_all_that_the_program_is_made_of():
    copied = re.findall(r"^COPY (\w+) \1$", (DEPLOY / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    assert copied == ["corpus", "crawler", "desk", "dideban", "extractor", "models"]


@pytest.mark.parametrize("file", sorted(DEPLOY.iterdir()), ids=lambda one: one.name)
def test_every_setting_that_is_named_exists(file):
    assert set(re.findall(r"DIDEBAN_[A-Z_]+", file.read_text("utf-8"))) <= SETTINGS


def test_rules_for_prometheus_ask_for_figures_that_there_are():
    served = {metric.name for metric in Metrics().registry.collect()}
    rules = yaml.safe_load((DEPLOY / "prometheus.yml").read_text("utf-8"))["groups"][0]["rules"]
    named = {name for rule in rules for name in re.findall(r"dideban_\w+", rule["expr"])}
    assert named
    assert named <= served
