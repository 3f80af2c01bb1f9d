"""The house keeps its own rules: imports, lock, dependencies, derived files, scripts, addresses."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.lock", "benchmarks/requirements.lock")
LOCK = "\n".join((ROOT / name).read_text(encoding="utf-8") for name in LOCKS)
PACKAGES = tuple(PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"])
# Folders of a machine that no file of the project may name; a placeholder such as /path/to is fine.
# So is the place that deploy/ installs to.
MACHINE = re.compile(r"(?<![\w.~$}/-])/(?!opt/dideban\b)(?:home|root|work|Users|opt|srv|mnt)/[\w.-]+")


def files() -> list[Path]:
    """Files under version control, or in a bare copy all files."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        return [path for name in listed.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]
    hidden = {".venv", ".uv", "var", ".git"}
    return [path for path in ROOT.rglob("*") if path.is_file() and not hidden & set(path.relative_to(ROOT).parts)]


def name_of(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found, requirement
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def test_who_imports_whom():
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_the_schema_file_is_current():
    command = [sys.executable, "-m", "corpus.schema", "--check", "corpus/record.schema.json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


def test_the_lock_holds_versions_and_hashes_and_no_addresses():
    assert not re.search(r"https?://|--(?:index|extra-index|find-links|trusted-host)", LOCK)
    pinned = re.findall(r"^([\w.-]+)==[\w.+!]+", LOCK, re.MULTILINE)
    assert len(pinned) == len([line for line in LOCK.splitlines() if re.match(r"[\w.-]+", line)])
    blocks = re.split(r"\n(?=[\w.-]+==)", LOCK)
    assert all("--hash=sha256:" in block for block in blocks if "==" in block)


def dependencies() -> set[str]:
    """Every package that the project names, whatever for."""
    project = PYPROJECT["project"]
    lists = [
        project["dependencies"],
        *project["optional-dependencies"].values(),
        *PYPROJECT["dependency-groups"].values(),
    ]
    return {name_of(one) for every in lists for one in every} - {"dideban"}


def test_every_dependency_is_locked():
    locked = {name_of(line) for line in LOCK.splitlines() if "==" in line}
    assert dependencies() <= locked


def test_every_dependency_has_a_line_with_its_reason_and_nothing_else_has():
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([\w.-]+) \| (.+) \|$", text, re.MULTILINE)
    named = [name_of(name) for name, _ in rows if name != "package"]
    assert sorted(named) == sorted(dependencies())
    assert all(len(reason.split()) > 2 for name, reason in rows if name != "package")


def test_no_file_names_a_place_of_a_machine():
    named = []
    for path in files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        named += [f"{path.relative_to(ROOT)}: {found[0]}" for found in MACHINE.finditer(text)]
    assert named == []


@pytest.mark.parametrize("script", sorted((ROOT / "scripts").glob("*.sh")), ids=lambda path: path.name)
def test_scripts_are_in_order(script):
    done = subprocess.run(["sh", "-n", script], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_ci_entry_is_in_order_and_may_be_run():
    entry = ROOT / ".ci" / "run"
    assert entry.stat().st_mode & 0o111
    assert subprocess.run(["bash", "-n", entry], check=False).returncode == 0


def test_lint_goes_on_behind_a_failure_and_names_all_that_failed(tmp_path):
    tools = tmp_path / ".venv" / "bin"
    tools.mkdir(parents=True)
    for name, body in {
        "ruff": "echo crooked; exit 1",
        "mypy": "exit 0",
        "lint-imports": "exit 0",
        "python": "exit 3",
    }.items():
        (tools / name).write_text(f"#!/bin/sh\n{body}\n")
        (tools / name).chmod(0o755)
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts" / "lint.sh", tmp_path / "scripts")
    done = subprocess.run(["sh", tmp_path / "scripts" / "lint.sh"], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (1, "failed: style format registry schema\n")
    assert "FAILED  style: .venv/bin/ruff check .\ncrooked\n" in done.stdout
    assert "ok      types\nok      imports\n" in done.stdout


def test_without_python_the_set_up_says_so_in_one_line(tmp_path):
    done = subprocess.run(
        ["/bin/sh", ROOT / "scripts" / "python.sh"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        env={"PATH": str(tmp_path), "HOME": str(tmp_path)},
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "Python 3.12 or 3.13" in done.stderr


def test_the_set_up_takes_the_python_that_is_named(tmp_path):
    done = subprocess.run(
        ["/bin/sh", ROOT / "scripts" / "python.sh"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        env={"PATH": str(tmp_path), "HOME": str(tmp_path), "DIDEBAN_PYTHON": sys.executable},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()).exists()


def test_extraction_loads_neither_store_nor_crawl_nor_net(tmp_path):
    (tmp_path / "news.txt").write_text("وزارت نیرو ۱۳ درصد خدمات خود را در پنجره ملی ارائه کرد.", encoding="utf-8")
    script = (
        "import sys\n"
        "if len(sys.argv) > 1:\n"
        "    from dideban.cli import cli\n"
        "    cli(sys.argv[1:], standalone_mode=False)\n"
        "else:\n"
        "    from corpus.schema import Article\n"
        "    from extractor import extract\n"
        "    extract(Article(id='a', text='وزارت نیرو ۱۳ درصد خدمات خود را ارائه کرد.'))\n"
        "loaded = {name.partition('.')[0] for name in sys.modules}\n"
        "print('LOADED', *sorted(loaded & {'django', 'scrapy', 'twisted', 'spacy'}), file=sys.stderr)\n"
    )
    for arguments in ([], ["extract", "news.txt"]):
        done = subprocess.run(
            [sys.executable, "-c", script, *arguments], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
        )
        assert done.stderr.splitlines()[-1] == "LOADED spacy"


def test_days_need_no_zone_data_of_the_system():
    done = subprocess.run(
        [sys.executable, "-c", "import dideban.days, corpus.newsroom.articles, extractor.pipeline"],
        cwd=ROOT,
        env=os.environ | {"PYTHONTZPATH": ""},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_every_package_of_the_house_is_typed_and_shipped():
    assert set(PACKAGES) == set(PYPROJECT["tool"]["mypy"]["packages"])
    assert set(PACKAGES) == set(PYPROJECT["tool"]["importlinter"]["root_packages"])
    assert all((ROOT / package / "__init__.py").exists() for package in PACKAGES)
