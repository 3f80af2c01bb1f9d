"""Encodings, line ends and names of files: quotes are the text's characters in all of them."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.schema import Article
from dideban import inputs

NEWS = (
    "گزارش پنجره ملی\n"
    "سازمان فناوری اطلاعات ایران اعلام کرد که وزارت نیرو تنها ۱۳ درصد از خدمات خود را در پنجره ملی خدمات دولت "
    "هوشمند ارائه کرده است.\n"
)
OLD = NEWS.replace("ی", "ي").replace("۱۳", "13")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (NEWS.encode(), NEWS),
        (NEWS.replace("\n", "\r\n").encode(), NEWS),
        (NEWS.replace("\n", "\r").encode(), NEWS),
        (b"\xef\xbb\xbf" + NEWS.encode(), "\ufeff" + NEWS),
        (OLD.encode("cp1256"), OLD),
        (NEWS.encode("utf-16"), NEWS),
    ],
    ids=["utf-8", "crlf", "cr", "mark", "windows-1256", "utf-16"],
)
def test_quotes_are_the_characters_of_the_text(dideban, tmp_path, content, text):
    path = tmp_path / "news.txt"
    path.write_bytes(content)
    result = dideban("extract", path, "--published", "1402-10-01")
    assert result.exit_code == 0
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["value"]["low"] for record in records] == [13]
    assert records[0]["as_of"]["jalali"] == "1402-10-01"
    assert records[0]["document"] == str(path)
    for passage in records[0]["evidence"]:
        assert text[passage["start"] : passage["end"]] == passage["quote"]


def test_the_first_line_with_words_is_the_title(tmp_path):
    path = tmp_path / "news.txt"
    path.write_text("\n \n  عنوان خبر \nمتن خبر", encoding="utf-8")
    assert next(inputs.articles(path)).title == "عنوان خبر"


def test_a_line_of_json_gives_title_day_and_address(dideban, tmp_path):
    lines = tmp_path / "news.jsonl"
    given = {
        "url": "https://news.example.ir/1",
        "id": 7,
        "title": "عنوان",
        "text": NEWS,
        "published": "۱ دی ۱۴۰۲",
        "x": [1],
    }
    lines.write_text("\ufeff" + json.dumps(given) + "\n\n", encoding="utf-8")
    result = dideban("extract", lines, "--published", "1400-01-01")
    record = json.loads(result.stdout)
    assert (record["document"], record["as_of"]["jalali"]) == ("https://news.example.ir/1", "1402-10-01")
    article = next(inputs.articles(lines))
    assert isinstance(article, Article)
    assert article.title == "عنوان"


def test_entities_are_the_characters_of_the_text(dideban, news):
    result = dideban("entities", news)
    spans = [json.loads(line) for line in result.stdout.splitlines()]
    text = news.read_text(encoding="utf-8")
    assert {"AGENCY", "PLATFORM", "PERCENT"} <= {span["label"] for span in spans}
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)
    assert all(span["document"] == str(news) for span in spans)
    assert not any('": ' in line or '", ' in line for line in result.stdout.splitlines()), "as compact as records"


def test_a_folder_is_read_in_the_order_of_names(tmp_path):
    for name in ("b.txt", "a/z.HTML", "a/b.jsonl", "c.md", "a.warc.gz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [str(Path(one).relative_to(tmp_path)) for one in inputs.paths([tmp_path])]
    assert found == ["a.warc.gz", "b.txt", "a/b.jsonl", "a/z.HTML"]


def test_a_name_that_is_not_utf_8_does_not_stand_in_the_way(dideban, tmp_path):
    path = tmp_path / "news\udcff.txt"
    path.write_text(NEWS, encoding="utf-8")
    result = dideban("extract", path)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["document"].endswith("news?.txt")


@given(content=st.binary(max_size=200), ending=st.sampled_from(inputs.ENDINGS))
def test_whatever_a_file_holds_it_gives_articles_or_reasons(tmp_path_factory, content, ending):
    path = tmp_path_factory.getbasetemp() / f"any{ending}"
    path.write_bytes(content)
    for one in inputs.articles(path):
        assert isinstance(one, Article) or str(path) in one.message


@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
def test_any_text_comes_out_as_other_programs_open_it(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "words.txt"
    path.write_bytes(text.encode())
    for one in inputs.articles(path):
        assert isinstance(one, inputs.Unreadable) or one.text == path.read_text(encoding="utf-8")
