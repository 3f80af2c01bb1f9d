import os
import subprocess
import sys

from django.core import signing

from dideban import config
from dideban.database import connection_settings


def test_a_file_with_odd_signs_in_its_path(tmp_path):
    made = config.load({"DIDEBAN_HOME": str(tmp_path / "خانه 100% #1?")}, tmp_path)
    assert connection_settings(made.database_url)["NAME"] == str(tmp_path / "خانه 100% #1?" / "dideban.sqlite3")


def test_a_relative_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert connection_settings("sqlite:///news.sqlite3")["NAME"] == str(tmp_path / "news.sqlite3")


def test_a_server():
    made = connection_settings("postgresql://team:p%40ss@db.example.ir:5433/news?sslmode=require")
    asked = {key: made[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")}
    assert asked == {
        "NAME": "news",
        "USER": "team",
        "PASSWORD": "p@ss",
        "HOST": "db.example.ir",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


def test_a_server_behind_a_socket():
    made = connection_settings("postgresql://team@/news?host=/run/postgresql")
    assert (made["HOST"], made["PORT"], made["OPTIONS"]) == ("/run/postgresql", "", {})


def test_settings_need_nothing_but_a_home(home):
    """A fresh installation comes up, and reading the configuration alone loads no Django."""
    code = (
        "import sys, dideban.config as c; c.load(); assert 'django' not in sys.modules;"
        "import django; django.setup(); from corpus import store; store.migrate(); print(store.counts())"
    )
    environ = {**os.environ, "DJANGO_SETTINGS_MODULE": "dideban.settings"}
    done = subprocess.run([sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Counts(articles=0, versions=0, records=0, withdrawn=0)\n"
    assert (home / "dideban.sqlite3").exists()


def test_reading_the_settings_leaves_no_trace(home):
    code = "import django; django.setup()"
    environ = {**os.environ, "DJANGO_SETTINGS_MODULE": "dideban.settings", "DIDEBAN_HOME": str(home / "state")}
    subprocess.run([sys.executable, "-c", code], env=environ, check=True)
    assert not (home / "state").exists()


def test_the_secret_key_signs(settings):
    assert signing.loads(signing.dumps("دیدبان")) == "دیدبان"
    assert len(str(settings.SECRET_KEY)) >= 50


def test_a_database_in_a_folder_that_cannot_be_made_is_named(home):
    (home / "file").write_text("")
    code = (
        "import django; django.setup(); from corpus import store\n"
        "try: store.migrate()\nexcept django.db.OperationalError as fault: print(fault)"
    )
    url = f"sqlite:///{home}/file/news.sqlite3"
    environ = {**os.environ, "DJANGO_SETTINGS_MODULE": "dideban.settings", "DIDEBAN_DATABASE_URL": url}
    done = subprocess.run([sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True)
    assert done.stdout == f"cannot make the folder {home}/file: File exists\n"
