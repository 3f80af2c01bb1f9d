"""What cannot be read is named in one line; the rest is read; the exit status is 1."""

import gzip
import json
import os

import pytest

from extractor import extract


def assert_one_line_and_the_news(result, told, known="وزارت نیرو"):
    assert result.exit_code == 1
    assert result.stderr.startswith("dideban: ")
    assert result.stderr.count("\n") == 1
    assert told in result.stderr
    assert [json.loads(line)["subject"]["name"] for line in result.stdout.splitlines()] == [known]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", "empty file"),
        ("blank.txt", b" \r\n\t\n", "empty file"),
        ("mark.txt", b"\xef\xbb\xbf\n", "no text"),
        ("zeros.txt", b"\0" * 4096, "binary"),
        ("program.txt", b"\x7fELF\x02\x01\x01\0\0" + bytes(range(256)) * 20, "binary"),
        ("noise.txt", bytes(range(1, 256)) * 50, "neither UTF-8 nor"),
        ("empty.jsonl", b"", "empty file"),
        ("blank.jsonl", b"\n\n  \n", "empty file"),
        ("zeros.jsonl", b"\0\1\2" * 500, "binary"),
        ("utf16.jsonl", '{"id": "a", "text": "متن"}\n'.encode("utf-16"), "UTF-16"),
        ("empty.html", b"", "empty file"),
        ("zeros.html", b"\0" * 100, "binary"),
        ("menu.html", "<html><body><ul><li>خانه</li></ul></body></html>".encode(), "no article"),
        ("feed.html", b'<?xml version="1.0"?><rss><channel/></rss>', "no article"),
        ("broken.warc", b"WARC/1.0\r\nnothing", "broken.warc"),
        ("empty.warc.gz", b"", "empty.warc.gz"),
        ("torn.warc.gz", gzip.compress(os.urandom(3000))[:1500], "torn.warc.gz"),
    ],
)
def test_of_a_file(dideban, news, name, content, told):
    bad = news.with_name(name)
    bad.write_bytes(content)
    result = dideban("extract", bad, news)
    assert_one_line_and_the_news(result, told)
    assert str(bad) in result.stderr


def test_of_a_missing_path(dideban, tmp_path, news):
    assert_one_line_and_the_news(dideban("extract", tmp_path / "none.txt", news), "no such file")


def test_of_a_path_below_a_file(dideban, news):
    assert_one_line_and_the_news(dideban("extract", news / "deeper.txt", news), "no such file")


def test_of_a_name_too_long(dideban, news):
    assert_one_line_and_the_news(dideban("extract", "x" * 5000 + ".txt", news), "too long")


def test_of_another_ending(dideban, tmp_path, news):
    (tmp_path / "paper.pdf").write_bytes(b"%PDF")
    assert_one_line_and_the_news(dideban("extract", tmp_path / "paper.pdf", news), "not one of")


def test_of_a_folder_without_files(dideban, tmp_path, news):
    empty = tmp_path / "empty"
    (empty / "below").mkdir(parents=True)
    (empty / "notes.md").touch()
    assert_one_line_and_the_news(dideban("extract", empty, news), "no file ending in")


def test_of_a_link_to_nothing(dideban, tmp_path, news):
    (tmp_path / "lost.txt").symlink_to(tmp_path / "gone.txt")
    said = "lost.txt: no such file or folder"
    assert_one_line_and_the_news(dideban("extract", tmp_path), said)
    assert_one_line_and_the_news(dideban("extract", tmp_path / "lost.txt", news), said)


def test_of_standard_input(dideban, news):
    assert_one_line_and_the_news(dideban("extract", "-", news), "-: standard input is not read: name a file")


@pytest.mark.parametrize("method", ["read_bytes", "stat"])
def test_of_a_file_that_may_not_be_read(dideban, tmp_path, news, monkeypatch, method):
    locked = tmp_path / "locked.txt"
    locked.write_bytes(news.read_bytes())
    real = getattr(type(locked), method)

    def refuse(path, *given, **named):
        if path.name == "locked.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *given, **named)

    monkeypatch.setattr(type(locked), method, refuse)
    assert_one_line_and_the_news(dideban("extract", locked, news), "locked.txt: Permission denied")


@pytest.mark.parametrize("method", ["read_bytes", "stat"])
def test_of_a_file_in_a_folder_that_may_not_be_read(dideban, tmp_path, news, monkeypatch, method):
    test_of_a_file_that_may_not_be_read(lambda *_: dideban("extract", tmp_path), tmp_path, news, monkeypatch, method)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_of_a_folder_that_may_not_be_read(dideban, tmp_path, news):
    locked = tmp_path / "locked"
    locked.mkdir(mode=0)
    assert_one_line_and_the_news(dideban("extract", tmp_path), "locked: Permission denied")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b'{"id": "a", "text": "x"', "no line of JSON"),
        (b"not json", "no line of JSON"),
        (b'{"id": "a", "text": "\xff\xfe"}', "no line of JSON in UTF-8"),
        (b"[" * 200_000, "no line of JSON"),
        (b'["a list"]', "no JSON object"),
        (b'{"id": "a"}', "no text"),
        (b'{"id": "a", "text": "  "}', "no text"),
        (b'{"id": "a", "text": 7}', "text"),
        (b'{"text": "x"}', ": article: an article needs a url or an id"),
        (b'{"id": ["a"], "text": "x"}', "id"),
        (b'{"id": "a", "text": "\\ud800 x"}', "lone surrogate"),
        (b'{"id": "a", "title": "\\udc00", "text": "x"}', "lone surrogate"),
        (b'{"id": "a", "text": "x\\u0000y"}', "NUL"),
        (b'{"id": "a", "text": "x", "published": "yesterday"}', "'yesterday' is no date"),
        (b'{"id": "a", "text": "x", "published": "1402-12-30"}', "'1402-12-30' is no date"),
        (b'{"id": ' + b"9" * 5000 + b', "text": "x"}', "a.jsonl:2"),
    ],
)
def test_of_a_line(dideban, tmp_path, news, line, told):
    lines = tmp_path / "a.jsonl"
    good = json.dumps({"id": 1, "text": news.read_text(encoding="utf-8")}).encode()
    lines.write_bytes(b"\r\n" + line + b"\r\n" + good + b"\r\n")
    result = dideban("extract", lines)
    assert_one_line_and_the_news(result, told)
    assert f"{lines}:2: " in result.stderr


def test_an_article_that_the_extractor_fails_on_is_named_and_the_rest_goes_on(dideban, tmp_path, news, monkeypatch):
    def faulty(article, **_):
        if article.document.endswith("bad.txt"):
            raise RuntimeError("a slip\nof ours")
        return extract(article)

    monkeypatch.setattr("extractor.extract", faulty, raising=False)
    (tmp_path / "bad.txt").write_text("متن", encoding="utf-8")
    assert_one_line_and_the_news(dideban("extract", tmp_path), "bad.txt: not read: RuntimeError: a slip")


def test_a_reader_that_fails_on_a_file_does_not_stop_the_rest(dideban, tmp_path, news, monkeypatch):
    def faulty(path):
        raise RecursionError

    monkeypatch.setattr("dideban.inputs.read_path", faulty)
    (tmp_path / "deep.html").write_text("<p>", encoding="utf-8")
    assert_one_line_and_the_news(dideban("extract", tmp_path), "deep.html: not read: RecursionError")


def test_a_wrong_day_of_publication_is_wrong_usage(dideban, news):
    result = dideban("extract", news, "--published", "1402-13-01")
    assert result.exit_code == 2
    assert "'1402-13-01' is no date" in result.stderr
    assert not result.stdout


def test_no_path_is_wrong_usage(dideban):
    assert dideban("extract").exit_code == 2


def test_the_real_command_never_shows_a_traceback(program, tmp_path, news):
    (tmp_path / "zeros.txt").write_bytes(b"\0" * 100)
    (tmp_path / "empty.txt").touch()
    result = program("extract", tmp_path, tmp_path / "none.txt")
    assert result.returncode == 1
    assert [line.partition(": ")[0] for line in result.stderr.splitlines()] == ["dideban"] * 3
    assert json.loads(result.stdout)["subject"]["name"] == "وزارت نیرو"
