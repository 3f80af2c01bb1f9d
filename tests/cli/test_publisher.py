"""`dideban publisher`: stubs, checks and stored pages, in a source tree of the test's own."""

import json
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from corpus.newsroom import articles
from corpus.newsroom.server import serve
from crawler import stored_pages
from crawler.live import fetch
from crawler.stub import FAMILIES
from dideban.cli import publisher

PAGES = Path(__file__).parents[1] / "crawler" / "pages"
TABNAK = PAGES / "tabnak" / "2019-plain" / "page.html"
ADDRESS = "https://www.tabnak.ir/fa/news/1211101/x"
# Imports the file as the catalogue does, and tells what it found.
IMPORT = """
import importlib.util, sys
from crawler.publishers import catalogue
spec = importlib.util.spec_from_file_location("stub", sys.argv[1])
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
found = catalogue()["sample"]
print(found.name, found.hosts, found.canonical(sys.argv[2]), len(found.layouts))
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "crawler" / "publishers").mkdir(parents=True)
    shutil.copytree(PAGES / "tabnak", tmp_path / "tests" / "crawler" / "pages" / "tabnak")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["new", "Sample", "sample.ir"], "'Sample' is no code"),
        (["new", "sample", "sample"], "'sample' is no host"),
        (["new", "sample", "sample.ir", "--family", "joomla"], "joomla"),
        (["check", "nobody"], "unknown publisher 'nobody'; known: "),
        (["check", "tabnak", TABNAK, TABNAK, "--url", ADDRESS], "--url goes with one FILE"),
        (["check", "tabnak", TABNAK, "--url", "tabnak.ir/1"], "is no http address"),
        (["save", "tabnak", TABNAK], "--name"),
        (["save", "tabnak", TABNAK, "--name", "plain"], "the year of a layout of tabnak (2008, 2019)"),
        (["save", "tabnak", TABNAK, "--name", "2011-plain"], "the year of a layout of tabnak (2008, 2019)"),
        (["save", "tabnak", TABNAK, "--name", "2019-../../x"], "the year of a layout of tabnak"),
        (["sketch"], "sketch"),
    ],
)
def test_wrong_usage(dideban, arguments, told):
    result = dideban("publisher", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("command", ["new", "check", "save"])
def test_each_part_has_help_with_an_example_of_itself(dideban, command):
    result = dideban("publisher", command, "--help")
    assert result.exit_code == 0
    assert f"\n  dideban publisher {command} " in result.output.partition("Examples:")[2]


def test_the_families_offered_are_those_there_are():
    assert set(publisher._FAMILIES) == set(FAMILIES)  # named again there so that help loads no pages


@pytest.mark.parametrize(
    ("family", "path"),
    [
        ("asam", "/fa/tiny/news-1234567"),
        ("drupal", "/node/1234567"),
        ("iransamaneh", "/fa/news/1234567"),
        ("newsstudio", "/news/1234567"),
        ("own", "/news/1234567"),
    ],
)
def test_a_stub_is_a_publisher_in_good_order(dideban, tree, family, path):
    made = dideban(
        "publisher", "new", "sample", "WWW.sample.ir", "--family", family, "--name", "خبر «نمونه»", "--root", tree
    )
    assert made.exit_code == 0, made.stderr
    file = tree / "crawler" / "publishers" / "sample.py"
    assert made.stdout == f"{file}\n"
    assert "tests/crawler/pages/sample" in made.stderr
    done = subprocess.run(
        [sys.executable, "-c", IMPORT, file, f"http://sample.ir{path}"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout == f"خبر «نمونه» ('sample.ir',) https://www.sample.ir{path} 1\n", done.stderr
    ruff = Path(sys.executable).with_name("ruff")
    for arguments in (["check"], ["format", "--check"]):
        linted = subprocess.run(
            [ruff, *arguments, "--config", PAGES.parents[2] / "pyproject.toml", file],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert linted.returncode == 0, linted.stdout

    again = dideban("publisher", "new", "sample", "other.ir", "--root", tree)
    assert (again.exit_code, again.stderr) == (1, f"dideban: there is a publisher sample already: {file}\n")


def test_codes_and_hosts_that_are_taken_are_refused(dideban, tree):
    for code, host in (("other", "tabnak.ir"), ("tabnak", "tabnak.example")):
        result = dideban("publisher", "new", code, host, "--root", tree)
        assert result.exit_code == 1
        assert "tabnak" in result.stderr
    assert list((tree / "crawler" / "publishers").iterdir()) == []


def test_a_folder_that_is_no_source_tree_is_said(dideban, tmp_path):
    result = dideban("publisher", "new", "sample", "sample.ir", "--root", tmp_path)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "no source tree" in result.stderr


def test_the_stored_pages_of_this_tree_are_checked_without_naming_it(dideban):
    result = dideban("publisher", "check", "fars")
    assert result.exit_code == 0, result.stderr
    assert "no article: browser_only" in result.stdout
    assert "fars: 5 stored pages read as expected\n" in result.stderr


def test_a_stored_page_that_reads_otherwise_is_named_with_the_fields(dideban, tree):
    stored = tree / "tests" / "crawler" / "pages" / "tabnak" / "2019-plain" / "expected.json"
    wanted = json.loads(stored.read_text("utf-8"))
    wanted["article"] |= {"title": "عنوانی دیگر", "kicker": None}
    stored.write_text(json.dumps(wanted), "utf-8")
    result = dideban("publisher", "check", "tabnak", "--root", tree)
    assert result.exit_code == 1
    told = [line for line in result.stderr.splitlines() if "2019-plain" in line]
    assert [line.split(": ")[2] for line in told] == ["kicker", "title"]
    assert "عنوانی دیگر" in told[1]


def test_a_stored_page_that_is_no_article_any_more_is_named(dideban, tree):
    page = tree / "tests" / "crawler" / "pages" / "tabnak" / "2019-plain" / "page.html"
    page.write_text("<html><head><title>404</title></head><body></body></html>", "utf-8")
    result = dideban("publisher", "check", "tabnak", "--root", tree)
    assert result.exit_code == 1
    assert "2019-plain: expected an article, found not_found\n" in result.stderr


def test_a_layout_without_a_stored_page_is_named(dideban, tree):
    shutil.rmtree(tree / "tests" / "crawler" / "pages" / "tabnak" / "2008-plain")
    result = dideban("publisher", "check", "tabnak", "--root", tree)
    assert result.exit_code == 1
    assert "the layout of 2008 has no stored page" in result.stderr
    shutil.rmtree(tree / "tests" / "crawler" / "pages" / "tabnak")
    result = dideban("publisher", "check", "tabnak", "--root", tree)
    assert (result.exit_code, result.stdout) == (1, "")


def lines_of(output: str) -> dict[str, str]:
    """Lines of the table by field, with their mark."""
    return {line[2:].split()[0]: line for line in output.splitlines() if line[:2] in ("  ", "~ ", "✗ ")}


def test_a_file_is_told_field_by_field(dideban, tmp_path):
    page = tmp_path / "saved.html"
    page.write_text(TABNAK.read_text("utf-8").replace('class="top_news_title"', ""), "utf-8")
    result = dideban("publisher", "check", "tabnak", page, "--url", ADDRESS)
    assert result.exit_code == 0, result.stderr
    fields = lines_of(result.stdout)
    assert fields["title"].startswith("~ ")
    assert "← css:h1.Htag (selector 2 of " in fields["title"]
    assert fields["published"].endswith("← meta:article:published_time")
    assert fields["authors"] == "✗ authors"
    assert fields["canonical_url"].startswith("  canonical_url    https://www.tabnak.ir/fa/news/1211101 ")


def test_a_file_that_says_nothing_of_its_address_is_read_as_the_publisher_s(dideban):
    result = dideban("publisher", "check", "tabnak", TABNAK)
    assert result.exit_code == 0, result.stderr
    assert "(Page2019)" in result.stdout


@pytest.mark.parametrize(
    ("body", "url", "told"),
    [
        (b"<html><body><p>x</p></body></html>", ADDRESS, "no article: no_body"),
        (b"\x89PNG\0\0", ADDRESS, "no article: binary data"),
        (TABNAK.read_bytes(), "https://www.yjc.ir/fa/news/1", "its address is of yjc, not of tabnak"),
        (TABNAK.read_bytes(), "https://www.tabnak.ir/fa/tags/1", "no article: other_page"),
        (
            '<h1 class="title">عنوان</h1><div class="body"><p>متنی بی تاریخ</p></div>'.encode(),
            ADDRESS,
            "✗ published\n",
        ),
    ],
)
def test_a_page_that_is_not_read_in_full_ends_with_1(dideban, tmp_path, body, url, told):
    page = tmp_path / "saved.html"
    page.write_bytes(body)
    result = dideban("publisher", "check", "tabnak", page, "--url", url)
    assert result.exit_code == 1
    assert told in result.stdout + result.stderr
    assert f"dideban: not read in full: {page}\n" in result.stderr


def test_a_file_that_is_not_there_is_one_line(dideban, tmp_path):
    result = dideban("publisher", "check", "tabnak", tmp_path / "none.html")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)


def test_a_live_page_is_fetched_as_a_crawl_would(dideban, monkeypatch, home):
    written = next(one for one in articles.load() if one.publisher == "irib")
    url = f"https://www.irib-news.ir/fa/news/{written.id}"
    with serve(articles=[written]) as newsroom:
        monkeypatch.setattr("dideban.cli.pagesource.fetch", partial(fetch, gateway=newsroom.address))
        result = dideban("publisher", "check", "irib", url)
        missing = dideban("publisher", "check", "irib", "https://www.irib-news.ir/fa/news/999")
        asked = [one.path for one in newsroom.asked]
    assert result.exit_code == 0, result.stderr
    assert written.printed.title in result.stdout
    assert asked[0] == "/robots.txt"
    assert missing.exit_code == 1
    assert missing.stderr == "dideban: https://www.irib-news.ir/fa/news/999: http_error:404\n"
    assert list(home.iterdir()) == []


def test_a_page_is_stored_without_its_words_and_then_with_own_ones(dideban, tree, tmp_path):
    folder = tree / "tests" / "crawler" / "pages" / "tabnak" / "2019-new"
    result = dideban(
        "publisher", "save", "tabnak", TABNAK, "--name", "2019-new", "--url", ADDRESS, "--scrub", "--root", tree
    )
    assert result.exit_code == 0, result.stderr
    assert result.stdout == f"{folder}\n"
    assert "write sentences of your own" in result.stderr
    assert "ارزیابی" not in (folder / "page.html").read_text("utf-8")
    told = stored_pages.expected(folder)
    assert told["url"] == "https://www.tabnak.ir/fa/news/1211101"
    assert told["article"]["published_jalali"] == "۰۱ بهمن ۱۴۰۲ - ۱۳:۴۰"
    assert stored_pages.found(folder) == told

    own = folder / "page.html"
    own.write_text(own.read_text("utf-8").replace("</h1>", " از خودمان</h1>"), "utf-8")
    refused = dideban("publisher", "save", "tabnak", own, "--name", "2019-new", "--root", tree)
    assert refused.exit_code == 1
    assert "--force" in refused.stderr
    result = dideban("publisher", "save", "tabnak", own, "--name", "2019-new", "--force", "--root", tree)
    assert result.exit_code == 0, result.stderr
    assert "under copyright" in result.stderr
    again = stored_pages.expected(folder)
    assert again["url"] == told["url"]
    assert again["article"]["title"].endswith("از خودمان")
    assert dideban("publisher", "check", "tabnak", "--root", tree).exit_code == 0


def test_a_page_that_may_be_anybody_s_is_not_stored(dideban, tree):
    result = dideban("publisher", "save", "tabnak", TABNAK, "--name", "2019-new", "--root", tree)
    assert result.exit_code == 1
    assert "--url" in result.stderr
    assert not (tree / "tests" / "crawler" / "pages" / "tabnak" / "2019-new").exists()


def test_a_page_that_is_no_article_is_stored_as_such(dideban, tree, tmp_path):
    page = tmp_path / "saved.html"
    page.write_text("<html><head><title>خطا 404</title></head><body></body></html>", "utf-8")
    result = dideban("publisher", "save", "tabnak", page, "--name", "2019-gone", "--url", ADDRESS, "--root", tree)
    assert result.exit_code == 0
    assert "read as no article: not_found" in result.stderr
    told = stored_pages.expected(tree / "tests" / "crawler" / "pages" / "tabnak" / "2019-gone")
    assert (told["url"], told["not_an_article"]) == (ADDRESS, "not_found")
