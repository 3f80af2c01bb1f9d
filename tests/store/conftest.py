"""Each store test runs on a real SQLite file and on a real PostgreSQL server."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connections

from corpus import store
from dideban.database import connection_settings


def _binaries() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def _user() -> str | None:
    """Whom to run the server as: it refuses root."""
    return ("postgres" if shutil.which("runuser") else None) if os.geteuid() == 0 else ""


def _run(user: str, *command: str) -> None:
    as_user = ["runuser", "-u", user, "--"] if user else []
    subprocess.run([*as_user, *command], check=True, capture_output=True, cwd="/", timeout=60)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL database on a unix socket, thrown away at the end."""
    binaries, user = _binaries(), _user()
    if binaries is None:
        pytest.skip("no PostgreSQL binaries on this machine")
    if user is None:
        pytest.skip("PostgreSQL refuses root and there is no runuser")
    with tempfile.TemporaryDirectory(prefix="dideban-pg-") as folder:
        if user:
            shutil.chown(folder, user)
        data = f"{folder}/data"
        _run(user, f"{binaries}/initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c shared_buffers=16MB"
        _run(user, f"{binaries}/pg_ctl", "-D", data, "-w", "-l", f"{folder}/log", "-o", options, "start")
        try:
            yield f"postgresql://tester@/postgres?host={folder}"
        finally:
            _run(user, f"{binaries}/pg_ctl", "-D", data, "-m", "immediate", "stop")


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def backend(request: pytest.FixtureRequest, tmp_path_factory, django_db_blocker) -> Iterator[str]:
    """The store on a database of this kind, in place of the installation's own."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('store')}/store.sqlite3"
    else:
        url = request.getfixturevalue("postgresql")
    own = connections.settings["default"]
    with django_db_blocker.unblock():
        connections["default"].close()
        connections.settings = connections.configure_settings({"default": connection_settings(url)})
        del connections["default"]
        store.migrate()
        yield request.param
        connections["default"].close()
        connections.settings = {**connections.settings, "default": own}
        del connections["default"]


@pytest.fixture
def empty_store(backend: str) -> Iterator[None]:
    """A store with nothing in it; all that a test stores is thrown away after it."""
    yield
    call_command("flush", verbosity=0, interactive=False)
