"""Every process that collects the tests names the same ones in the same order: else they cannot be shared out."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_another_process_collects_the_same_tests(request):
    """The other process starts at another time and has another order of sets."""
    seed = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    # Options that somebody gave this session would change what the other prints.
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-n0", "--collect-only", "-q", "-p", "no:cacheprovider", *request.config.args],
        cwd=ROOT,
        env=environ | {"PYTHONHASHSEED": seed},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr
    mine = [item.nodeid for item in request.session.items]
    chosen = set(mine)
    theirs = [line for line in done.stdout.splitlines() if "::" in line]
    assert theirs
    assert [name for name in theirs if name in chosen] == mine
