import os
import resource
import subprocess
import sys

import pytest

from dideban.cli import COMMANDS

HEAVY = {"spacy", "hazm", "django", "scrapy", "twisted", "lxml", "pydantic", "pyarrow"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example_of_itself(dideban, command):
    result = dideban(command, "--help")
    assert result.exit_code == 0
    examples = result.output.partition("Examples:\n")[2].strip().splitlines()
    assert examples
    assert all(example.strip().startswith(f"dideban {command}") for example in examples)


def test_the_list_of_commands_names_them_all(dideban):
    result = dideban("--help")
    assert result.exit_code == 0
    assert all(f"\n  {command} " in result.output for command in COMMANDS)


def test_an_unknown_command_is_wrong_usage(dideban):
    result = dideban("extrakt")
    assert result.exit_code == 2
    assert "extrakt" in result.output


def test_help_loads_nothing_heavy():
    script = (
        "import sys; from dideban.cli import cli; cli(['--help'], standalone_mode=False); "
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert not HEAVY & set(done.stderr.split())


def test_help_is_quick(program):
    def spent() -> float:
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        return children.ru_utime + children.ru_stime

    begun = spent()
    assert program("--help").returncode == 0
    assert spent() - begun < 0.5  # seconds of computing, whatever else the machine does


@pytest.mark.parametrize("name", ["DIDEBAN_DESK_PORTS", "DIDEBAN_DESK_PORT"])
def test_a_wrong_setting_is_one_line(program, name, tmp_path):
    result = program("doctor" if name.endswith("T") else "desk", home=tmp_path, environ={name: "many"})
    assert result.returncode == 1
    assert "Traceback" not in result.stdout + result.stderr
    assert name in result.stdout + result.stderr


def test_output_is_utf_8_whatever_the_locale(program, news):
    result = program("extract", news, environ={"LC_ALL": "C", "PYTHONIOENCODING": "", "PYTHONUTF8": "0"})
    assert result.returncode == 0
    assert "وزارت نیرو" in result.stdout
    assert os.environ.get("PYTHONUTF8") != "1"


def test_the_package_runs_as_the_command_does():
    done = subprocess.run(
        [sys.executable, "-m", "dideban", "--help"], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.startswith("Usage: dideban ")
