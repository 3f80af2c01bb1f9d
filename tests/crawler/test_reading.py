"""Articles from saved pages and archives."""

import gzip
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.archive import Archive, Exchange
from crawler.reading import UnreadableInput, read_path, reads

PAGES = Path(__file__).with_name("pages")


def test_a_saved_page_is_known_by_its_own_address_or_its_markup():
    (tasnim,) = read_path(PAGES / "tasnim/2016-plain/page.html")
    assert (tasnim.document, tasnim.publisher) == ("https://www.tasnimnews.ir/fa/news/1402/09/20/3000111", "tasnim")
    (bare,) = read_path(PAGES / "family/bare/page.html")
    assert (bare.document, bare.publisher) == (str(PAGES / "family/bare/page.html"), None)


@pytest.mark.parametrize("suffix", [".warc", ".warc.gz"])
def test_an_archive_gives_its_articles_and_passes_over_the_rest(tmp_path, suffix):
    plain = (PAGES / "irib/2026-plain/page.html").read_bytes()
    photo = (PAGES / "irib/2026-photo/page.html").read_bytes()
    html = [("Content-Type", "text/html")]
    with Archive(tmp_path, "run1", "Dideban") as archive:
        for url, status, body in [
            ("https://www.irib-news.ir/robots.txt", 200, b"User-agent: *"),
            (
                "https://www.irib-news.ir/fa/rss/allnews",
                200,
                b"<rss><channel><item><link>x</link></item></channel></rss>",
            ),
            ("https://www.irib-news.ir/fa/news/5800606/", 200, photo),
            ("https://www.irib-news.ir/fa/news/5700101/", 404, plain),
            ("https://www.irib-news.ir/fa/news/5700101/x", 200, plain),
        ]:
            archive.write(Exchange(url, "GET", [], status, "", html, body))
    path = tmp_path / f"all{suffix}"
    packed = (tmp_path / "warc/run1-00001.warc.gz").read_bytes()
    if suffix == ".warc":
        packed = gzip.decompress(packed)
    path.write_bytes(packed)
    (article,) = read_path(path)
    assert article.document == "https://www.irib-news.ir/fa/news/5700101"
    assert article.warc
    assert article.fetched


def archive_of(home: Path, answers: list[tuple[str, bytes]]) -> Path:
    with Archive(home, "run1", "Dideban") as archive:
        for path, body in answers:
            archive.write(Exchange(f"https://www.irib-news.ir{path}", "GET", [], 200, "", [], body))
    return home / "warc/run1-00001.warc.gz"


LISTS = [
    ("/robots.txt", b"User-agent: *"),
    ("/fa/rss/allnews", b"<rss><channel/></rss>"),
    ("/fa-sitemap-2026-10.gz", gzip.compress(b"<urlset/>")),
    ("/fa/days", b'{"urls": []}'),
]


def test_an_archive_of_a_crawl_without_news_gives_nothing_and_is_no_fault(tmp_path):
    assert list(read_path(archive_of(tmp_path, LISTS))) == []


def test_an_archive_of_pages_without_an_article_is_named(tmp_path):
    photo = (PAGES / "irib/2026-photo/page.html").read_bytes()
    with pytest.raises(UnreadableInput, match="no article in the archive"):
        list(read_path(archive_of(tmp_path, [*LISTS, ("/fa/news/5800606/", photo)])))


@pytest.mark.parametrize(
    ("name", "body", "message"),
    [
        ("empty.html", b"  \n", "empty file"),
        ("binary.html", b"\x89PNG\0\0", "binary data"),
        ("photo.htm", (PAGES / "irib/2026-photo/page.html").read_bytes(), "no article"),
        ("text.html", "فقط متن".encode(), "no article"),
        ("none.warc.gz", b"nothing", "not a WARC file"),
    ],
)
def test_bad_input_is_one_line_that_names_the_file(tmp_path, name, body, message):
    path = tmp_path / name
    path.write_bytes(body)
    with pytest.raises(UnreadableInput) as refused:
        list(read_path(path))
    assert name in str(refused.value)
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_missing_file_and_a_folder_are_bad_input(tmp_path):
    for path in (tmp_path / "none.html", tmp_path / "none.warc"):
        with pytest.raises(UnreadableInput, match="No such file"):
            list(read_path(path))
    (tmp_path / "folder.html").mkdir()
    with pytest.raises(UnreadableInput, match="directory"):
        list(read_path(tmp_path / "folder.html"))


def test_names_of_pages_and_archives():
    assert all(reads(Path(name)) for name in ("a.html", "a.HTM", "a.warc", "a.b.WARC.GZ"))
    assert not any(reads(Path(name)) for name in ("a.txt", "a.jsonl", "a.gz", "html"))


def test_reading_needs_no_scrapy_and_no_django():
    code = (
        "import sys, pathlib, crawler.reading as r\n"
        f"list(r.read_path(pathlib.Path({str(PAGES / 'irib/2026-plain/page.html')!r})))\n"
        "sys.exit(bool({'scrapy', 'twisted', 'django', 'aiohttp'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=PAGES.parents[2], check=False).returncode == 0
