"""The whole way on the sample newsroom, by the real command."""

import json
import socket
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from urllib.request import urlopen

import pytest

from corpus import store
from corpus.newsroom import wire
from crawler.publishers import catalogue
from dideban.cli.faults import Fault
from dideban.cli.sample import claim, is_sample


def amounts(home: Path) -> tuple[int, int]:
    with closing(sqlite3.connect(home / "dideban.sqlite3")) as database:
        return tuple(
            database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - names of ours
            for table in ("corpus_article", "corpus_record")
        )


def test_it_stores_every_article_and_proves_that_the_desk_answers(demo):
    home, done = demo
    assert done.returncode == 0, done.stderr
    assert "list answered 200 at http://127.0.0.1:" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    in_store, records = amounts(home)
    assert in_store == sum(bool(catalogue()[one.publisher].lists()) for one in wire.everything())
    assert records > in_store
    assert f"{in_store} new" in done.stderr
    assert f"DIDEBAN_HOME={home} dideban export" in done.stderr


def test_a_second_time_stores_nothing_twice(demo, program):
    home, _ = demo
    before = amounts(home)
    again = program("demo", "--once", home=home)
    assert again.returncode == 0, again.stderr
    assert "0 new" in again.stderr
    extracted = next(line.split() for line in again.stderr.splitlines() if line.split()[:1] == ["extract"])
    assert extracted[1:3] == [str(number) for number in before], "all are read anew, as the rules may have changed"
    assert amounts(home) == before


def test_it_takes_the_next_port_and_stops_on_ctrl_c(demo, program_path):
    home, _ = demo
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        running = subprocess.Popen(
            [program_path, "demo", "--port", str(port)],
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={"DIDEBAN_HOME": str(home)},
            preexec_fn=_take_interrupts,  # noqa: PLW1509 - single-threaded up to the start of the command
        )
        with running:
            assert running.stderr is not None
            lines = []
            for line in running.stderr:
                lines.append(line)
                if "The desk: " in line:
                    break
            told = "".join(lines)
            assert f"Port {port} is taken" in told, told
            address = told.split("The desk: ")[1].split()[0]
            assert address != f"http://127.0.0.1:{port}/"
            with urlopen(address) as answer:  # noqa: S310 - the desk's own address
                assert answer.status == 200
                assert 'dir="rtl"' in answer.read().decode()
            running.send_signal(2)
            assert running.wait(30) == 0
            assert "Traceback" not in running.stderr.read()


def _take_interrupts() -> None:
    import signal  # noqa: PLC0415 - runs in the child

    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.django_db
def test_it_does_not_mix_with_real_news(tmp_path, make_article):
    claim(tmp_path)
    claim(tmp_path)
    store.save_article(make_article())
    claim(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with pytest.raises(Fault, match="holds real news"):
        claim(elsewhere)
    assert not is_sample(elsewhere)


def test_without_a_folder_of_choice_it_takes_one_of_its_own(dideban, tmp_path, monkeypatch):
    walked = []
    monkeypatch.setattr("dideban.cli.demo._walk", lambda settings: walked.append(settings.home) or ([], 1))
    monkeypatch.delenv("DIDEBAN_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert dideban("demo").exit_code == 1
    monkeypatch.setenv("DIDEBAN_HOME", str(tmp_path / "chosen"))
    assert dideban("demo").exit_code == 1
    own, chosen = walked
    assert (own.name, own.parent.name) == ("demo", "dideban")
    assert chosen == tmp_path / "chosen"


def test_what_it_stored_can_be_exported(demo, program, tmp_path):
    home, _ = demo
    out = tmp_path / "records.jsonl"
    done = program("export", "-o", out, home=home)
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert len(records) == amounts(home)[1]
    cursor = done.stderr.split("--since ")[1].strip()
    after = program("export", "--since", cursor, home=home)
    assert (after.returncode, after.stdout) == (0, "")
    assert after.stderr.startswith("0 records")
    streamed = program("export", "--format", "jsonl", home=home)
    assert streamed.stdout == out.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["xlsx", "parquet"])
def test_a_table_is_no_text(program, form, tmp_path):
    done = program("export", "--format", form, home=tmp_path)
    assert done.returncode == 2
    assert "-o" in done.stderr


def test_the_desk_names_a_port_that_is_taken(demo, program):
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = program("desk", "--port", taken.getsockname()[1], home=demo[0])
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.endswith("; --port 0 takes a free one\n")


def test_the_desk_names_a_host_that_is_none_and_gives_no_advice_on_ports(demo, program):
    done = program("desk", "--host", "300.1.1.1", "--port", "0", home=demo[0])
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("dideban: cannot listen on 300.1.1.1 port 0: ")
    assert "--port" not in done.stderr
    assert not done.stderr.endswith(".\n")


def test_the_doctor_finds_it_all_well(demo, program):
    done = program("doctor", home=demo[0])
    assert done.returncode == 0, done.stdout
    assert "up to date, {} articles, {} records".format(*amounts(demo[0])) in done.stdout
    assert {line.split()[0] for line in done.stdout.splitlines()} <= {"ok", "missing"}
