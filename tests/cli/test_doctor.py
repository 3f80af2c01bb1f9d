from pathlib import Path

import pytest

from dideban.cli import installed
from models.bodies import ModelError


def marks(result) -> dict[str, str]:
    """What each line is about (its words up to a colon or =), with its mark."""
    lines = [line.split(maxsplit=1) for line in result.stdout.splitlines()]
    return {text.partition(":")[0].partition(" = ")[0]: mark for mark, text in lines}


def test_a_new_installation_has_nothing_broken(program, tmp_path):
    result = program("doctor", home=tmp_path)
    assert result.returncode == 0, result.stdout
    found = marks(result)
    assert found["libraries"] == found["registry"] == found["setting database_url"] == found["trained models"] == "ok"
    assert found["feeds"] == "missing"
    assert "is not made yet" in result.stdout
    assert not (tmp_path / "dideban.sqlite3").exists()


def test_a_broken_database_is_said_and_the_rest_too(program, tmp_path):
    (tmp_path / "dideban.sqlite3").write_bytes(b"no database" * 1000)
    result = program("doctor", home=tmp_path)
    assert result.returncode == 1
    assert marks(result)["database"] == "broken"
    assert marks(result)["registry"] == "ok"
    assert result.stderr == ""


def test_a_state_folder_that_may_not_be_written_to_is_broken(dideban, home, monkeypatch):
    monkeypatch.setenv("DIDEBAN_HOME", str(home / "below"))
    assert marks(dideban("doctor"))["state folder"] == "missing"
    assert list(home.iterdir()) == []

    def refuse(*, dir):  # noqa: A002 - the library's name
        raise PermissionError(13, "Permission denied", str(dir))

    monkeypatch.setattr("dideban.cli.health.TemporaryFile", refuse)
    result = dideban("doctor")
    assert result.exit_code == 1
    assert f"{home} may not be written to" in result.stdout


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no /proc here")
def test_a_state_folder_that_nobody_can_make_is_broken(dideban, monkeypatch):
    monkeypatch.setenv("DIDEBAN_HOME", "/proc/dideban")
    result = dideban("doctor")
    assert result.exit_code == 1
    assert "/proc may not be written to" in result.stdout


@pytest.mark.parametrize(("contact", "mark"), [("", "missing"), ("desk@example.org", "ok")])
def test_it_asks_for_an_address_that_sites_can_write_to(dideban, home, monkeypatch, contact, mark):
    if contact:
        monkeypatch.setenv("DIDEBAN_CRAWL_CONTACT", contact)
    assert marks(dideban("doctor"))["setting crawl_contact"] == mark


def test_the_model_is_named_and_a_damaged_one_is_told(dideban, monkeypatch):
    assert "ok       trained models: bodies: names.crfsuite, " in dideban("doctor").stdout

    def damaged() -> str:
        raise ModelError("names.crfsuite: no whole model of names")

    monkeypatch.setattr("models.bodies.installed", damaged)
    result = dideban("doctor")
    assert result.exit_code == 1
    assert "broken   trained models: bodies: names.crfsuite: no whole model of names" in result.stdout


def test_secrets_are_not_shown(program, tmp_path):
    secret = "s" * 40
    result = program("doctor", home=tmp_path, environ={"DIDEBAN_SECRET_KEY": secret})
    assert secret not in result.stdout
    assert "(environment)" in result.stdout


def test_a_wrong_setting_is_broken_and_named(program, tmp_path):
    (tmp_path / "dideban.toml").write_text("desk_prt = 1\n", encoding="utf-8")
    result = program("doctor", home=tmp_path)
    assert result.returncode == 1
    assert marks(result)["settings"] == "broken"
    assert "did you mean desk_port?" in result.stdout


def test_what_is_not_installed_is_named_with_what_installs_it(monkeypatch):
    real = installed.version

    def version(name: str) -> str:
        if name in absent:
            raise installed.PackageNotFoundError(name)
        return real(name)

    monkeypatch.setattr(installed, "version", version)
    absent = {"pyarrow"}
    extra = next(one for one in installed.findings() if "pyarrow" in one.text)
    assert (extra.mark, "pip install 'dideban[bulk]'" in extra.text) == ("missing", True)
    absent = {"click"}
    assert next(one for one in installed.findings() if "no click" in one.text).mark == "broken"


@pytest.mark.parametrize(("package", "extra"), [("scrapy", "crawl"), ("django", "desk"), ("psycopg", "postgres")])
def test_a_command_that_lacks_its_part_says_what_installs_it(dideban, monkeypatch, package, extra):
    def absent() -> None:
        raise ModuleNotFoundError(f"No module named {package!r}", name=f"{package}.core")

    monkeypatch.setattr("dideban.cli.export.open_store", absent)
    result = dideban("export")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"dideban: {package} is not installed: pip install 'dideban[{extra}]'\n"


def test_every_extra_is_known_to_the_doctor():
    text = Path(__file__).parents[2].joinpath("pyproject.toml").read_text(encoding="utf-8")
    labels = {one.text.partition(":")[0] for one in installed.findings()}
    assert {f"extra {name}" for name in ("crawl", "desk", "postgres", "bulk") if f"\n{name} = [" in text} <= labels
