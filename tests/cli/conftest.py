import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dideban.cli import cli

PROGRAM = Path(sys.executable).with_name("dideban")
NEWS = (
    "گزارش پنجره ملی\n"
    "سازمان فناوری اطلاعات ایران اعلام کرد که وزارت نیرو تنها ۱۳ درصد از خدمات خود را در پنجره ملی خدمات دولت "
    "هوشمند ارائه کرده است.\n"
)


@pytest.fixture(scope="session")
def program() -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """The real command, in a process of its own."""

    def run(*arguments: object, home: Path | None = None, **options) -> "subprocess.CompletedProcess[str]":
        environ = os.environ | ({"DIDEBAN_HOME": str(home)} if home else {}) | options.pop("environ", {})
        command = [str(PROGRAM), *map(str, arguments)]
        return subprocess.run(
            command, capture_output=True, encoding="utf-8", env=environ, timeout=120, check=False, **options
        )

    return run


@pytest.fixture
def dideban() -> Callable[..., Result]:
    """The command line within this process: fast, and open to fakes."""

    def run(*arguments: object) -> Result:
        return CliRunner().invoke(cli, [str(one) for one in arguments], prog_name="dideban")

    return run


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A text of which one record is known."""
    path = tmp_path / "news.txt"
    path.write_text(NEWS, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def demo(tmp_path_factory, program):
    """A state folder in which the demo has been once, and how that went."""
    home = tmp_path_factory.mktemp("demo")
    return home, program("demo", "--once", home=home)


@pytest.fixture(scope="session")
def program_path() -> Path:
    """The real command's file."""
    return PROGRAM
