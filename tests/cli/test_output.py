"""Where what is found goes: whole or not at all, streaming, and past a closed pipe."""

import json
import os
import subprocess
import tracemalloc
from pathlib import Path

import pytest

from corpus.schema import Article
from dideban import inputs
from dideban.cli.over_files import over_files
from extractor import extract


def test_a_file_gets_what_standard_output_would(dideban, news, tmp_path):
    output = tmp_path / "records.jsonl"
    result = dideban("extract", news, "-o", output)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert output.read_text(encoding="utf-8") == dideban("extract", news).stdout
    assert output.stat().st_mode & 0o777 == 0o666 & ~_umask()


def test_what_could_be_read_is_written_although_something_could_not(dideban, news, tmp_path):
    output = tmp_path / "records.jsonl"
    assert dideban("extract", tmp_path / "none.txt", news, "-o", output).exit_code == 1
    assert len(output.read_text(encoding="utf-8").splitlines()) == 1


def test_a_stopped_command_leaves_the_file_as_it_was(dideban, tmp_path, news, monkeypatch):
    output = tmp_path / "records.jsonl"
    output.write_text("as it was\n", encoding="utf-8")
    (tmp_path / "zz.txt").write_text("متن", encoding="utf-8")

    def stopped(article: Article, **_):
        if article.document.endswith("zz.txt"):
            raise KeyboardInterrupt
        return extract(article)

    monkeypatch.setattr("extractor.extract", stopped, raising=False)
    result = dideban("extract", tmp_path, "-o", output)
    assert result.exit_code == 1
    assert "stopped" in result.stderr
    assert output.read_text(encoding="utf-8") == "as it was\n"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["news.txt", "records.jsonl", "zz.txt"]


def test_an_output_in_the_folder_that_is_read_is_no_input(dideban, news):
    output = news.parent / "records.jsonl"
    for _ in range(2):
        result = dideban("extract", news.parent, "-o", output)
        assert (result.exit_code, result.stderr) == (0, "")
        assert len(output.read_text(encoding="utf-8").splitlines()) == 1


@pytest.mark.parametrize("place", ["none/records.jsonl", "news.txt/records.jsonl"])
def test_a_place_that_cannot_be_written_to_is_one_line(dideban, news, place):
    result = dideban("extract", news, "-o", news.parent / place)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "records.jsonl" in result.stderr


def test_a_device_stays_a_device(dideban, news):
    assert dideban("extract", news, "-o", "/dev/null").exit_code == 0
    assert Path("/dev/null").is_char_device()


def test_a_reader_that_hangs_up_is_no_news(program_path, tmp_path, news):
    lines = tmp_path / "many.jsonl"
    line = json.dumps({"id": "a", "text": news.read_text(encoding="utf-8")})
    lines.write_text(f"{line}\n" * 400, encoding="utf-8")
    with subprocess.Popen(
        [program_path, "entities", lines], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert json.loads(running.stdout.readline())
        running.stdout.close()
        assert running.stderr.read() == ""
        assert running.wait(60) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("level", ["WARNING", "DEBUG"])
def test_a_full_disk_is_one_line_and_shows_where_only_when_asked(program_path, news, level):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [program_path, "extract", news],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=os.environ | {"DIDEBAN_LOG_LEVEL": level},
            check=False,
        )
    assert done.returncode != 0
    assert "No space left" in done.stderr
    assert ("Traceback" in done.stderr) == (level == "DEBUG")
    assert (done.stderr.count("\n") == 1) == (level == "WARNING")


def test_many_articles_stream(tmp_path):
    lines, output = tmp_path / "many.jsonl", tmp_path / "out.jsonl"
    text = "متن خبر " * 150
    with lines.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": number, "text": text}) + "\n" for number in range(12_000))
    assert lines.stat().st_size > 60_000_000
    tracemalloc.start()
    try:
        over_files((lines,), output, None, lambda article: [article.document], progress=False)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 3_000_000
    assert output.read_text(encoding="utf-8").split() == [str(number) for number in range(12_000)]


def test_paths_of_many_files_are_not_all_looked_at_first(tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("متن", encoding="utf-8")
    first = next(iter(inputs.paths([tmp_path, tmp_path / "none.txt"])))
    assert first == tmp_path / "0.txt"


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
