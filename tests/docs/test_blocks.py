"""Blocks of the documentation that are marked to be run do what the page says."""

import json
import os
import runpy
import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.docs.pages import ROOT, Block, blocks, pages

MARKS = ("run", "output", "shows", "json", "")
PAGES = [pytest.param(page, id=str(page.relative_to(ROOT))) for page in pages()]


def holds(said: Any, found: Any) -> bool:
    """Whether every member of `said` stands in `found` too."""
    if isinstance(said, dict):
        return isinstance(found, dict) and all(name in found and holds(one, found[name]) for name, one in said.items())
    if isinstance(said, list) and isinstance(found, list):
        return len(said) == len(found) and all(map(holds, said, found))
    return bool(said == found)


def run(block: Block, folder: Path) -> str:
    """What the block prints."""
    return run_python(block, folder) if block.language == "python" else run_bash(block, folder)


def run_python(block: Block, folder: Path) -> str:
    """In this process: loading the pipeline anew for each block would take most of the time."""
    script = folder / f"line-{block.line}.py"
    script.write_text(block.text, encoding="utf-8")
    with redirect_stdout(StringIO()) as printed:
        runpy.run_path(str(script))
    return printed.getvalue()


def run_bash(block: Block, folder: Path) -> str:
    """As a reader would, beside a `.venv`; proxies that are none keep the network out."""
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", block.text],
        cwd=folder,
        env={**os.environ, **nowhere, "DIDEBAN_HOME": str(folder / "home")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"line {block.line}: {done.stderr}"
    return done.stdout


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_runs_does_what_it_says(page, tmp_path):
    (tmp_path / ".venv").symlink_to(sys.prefix)
    printed = ""
    for block in blocks(page):
        match block.mark.partition(": "):
            case "file", _, name:
                (tmp_path / name).write_text(block.text, encoding="utf-8")
            case "run", _, _:
                printed = run(block, tmp_path)
            case "output", _, _:
                assert printed == block.text, f"line {block.line}"
            case "shows", _, _:
                said = json.loads(block.text)
                assert any(holds(said, json.loads(line)) for line in printed.splitlines()), f"line {block.line}"
            case "json", _, _:
                json.loads(block.text)
            case mark, _, _:
                assert mark in MARKS, f"line {block.line}: no such mark"


def test_the_pages_for_newcomers_are_run():
    run_on = {str(page.relative_to(ROOT)) for page in pages() if any(block.mark == "run" for block in blocks(page))}
    assert run_on == {"README.md", "docs/library.md", "docs/programmes.md"}


def test_members_are_compared_however_deep():
    found = {"a": {"b": [1, {"c": 2, "d": 3}]}, "e": None}
    assert holds({"a": {"b": [1, {"c": 2}]}}, found)
    assert not holds({"a": {"b": [{"c": 2}]}}, found)
    assert not holds({"a": {"b": [1, {"c": 3}]}}, found)
    assert not holds({"f": None}, found)
