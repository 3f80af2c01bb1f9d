"""Articles made anew from the archive: the same to the byte, and found by address and time."""

from datetime import timedelta

import pytest
from warcio.archiveiterator import ArchiveIterator

from crawler import Wanted, crawl, rebuild
from crawler.archive import LARGEST_FILE, Archive
from crawler.archive_index import ArchiveIndex
from crawler.archived import UnreadableArchive, read_back


class Kept(dict):
    """Articles as they were saved, by document."""

    def save(self, article):
        new = article.document not in self
        self[article.document] = article.model_dump_json()
        return new


@pytest.fixture
def crawled(newsroom, tmp_path):
    kept = Kept()
    crawl([], home=tmp_path, save=kept.save, gateway=newsroom.address, delay=0)
    newsroom.asked.clear()
    return kept


def test_every_article_comes_back_to_the_byte_without_a_request(newsroom, crawled, tmp_path):
    again = Kept()
    report = rebuild([], home=tmp_path, save=again.save)
    assert again == crawled
    assert len(again) == report.new == 12
    assert newsroom.asked == []


def test_files_rotate_and_read_as_one(newsroom, tmp_path, monkeypatch):
    monkeypatch.setattr("crawler.run.Archive", lambda home, run, software: Archive(home, run, software, largest=3_000))
    kept, again = Kept(), Kept()
    report = crawl([], home=tmp_path, save=kept.save, gateway=newsroom.address, delay=0)
    files = sorted((tmp_path / "warc").glob("*.warc.gz"))
    assert len(files) == len(report.warc) > 3
    assert max(one.stat().st_size for one in files) < 6_000 < LARGEST_FILE
    rebuild([], home=tmp_path, save=again.save)
    assert again == kept


def test_a_file_or_folder_from_elsewhere_reads_too(crawled, tmp_path, tmp_path_factory):
    again = Kept()
    rebuild([tmp_path / "warc"], home=tmp_path_factory.mktemp("other"), save=again.save)
    assert again.keys() == crawled.keys()


def test_publishers_limit_and_addresses_choose(crawled, tmp_path):
    only = Kept()
    rebuild([], home=tmp_path, save=only.save, wanted=Wanted(publishers=["irib"], limit=2))
    assert len(only) == 2
    assert all("irib" in url for url in only)
    url = min(crawled)
    one = Kept()
    rebuild([], home=tmp_path, save=one.save, wanted=Wanted(urls=[f"{url}/some-slug"]))
    assert one == {url: crawled[url]}


def test_a_torn_file_in_the_folder_hurts_no_other(crawled, tmp_path):
    (tmp_path / "warc" / "00000000-00001.warc.gz").write_bytes(b"\x1f\x8b")
    again = Kept()
    rebuild([], home=tmp_path, save=again.save)
    assert again == crawled
    with pytest.raises(UnreadableArchive, match="00000000-00001"):
        rebuild([tmp_path / "warc" / "00000000-00001.warc.gz"], home=tmp_path, save=again.save)


def test_the_index_knows_address_and_time(newsroom, crawled, tmp_path):
    url = min(crawled)
    with ArchiveIndex(tmp_path) as index:
        reference = index.find(url)
        assert reference
        page = read_back(tmp_path, reference)
        assert index.times(url) == [(page.fetched, 200)]
        assert index.find(url, page.fetched) == reference
        assert index.find(url, page.fetched - timedelta(seconds=1)) is None
        assert index.find("https://www.irib-news.ir/fa/news/99999999") is None


def test_the_index_takes_in_what_a_later_crawl_adds_and_is_made_anew_when_lost(newsroom, crawled, tmp_path):
    url = min(crawled)
    with ArchiveIndex(tmp_path) as index:
        first = index.times(url)
        crawl([], home=tmp_path, save=Kept().save, gateway=newsroom.address, delay=0, urls=[url])
        index.refresh()
        both = index.times(url)
    assert both[:1] == first
    assert len(both) == 2
    (tmp_path / "warc" / "index.sqlite").unlink()
    with ArchiveIndex(tmp_path) as index:
        assert index.times(url) == both


def test_an_exchange_has_response_request_and_metadata(crawled, tmp_path):
    with next((tmp_path / "warc").glob("*.warc.gz")).open("rb") as file:
        records = [(one.rec_type, one.rec_headers, one.content_stream().read()) for one in ArchiveIterator(file)]
    kinds = [kind for kind, _, _ in records]
    assert kinds[0] == "warcinfo"
    assert set(zip(kinds[1::3], kinds[2::3], kinds[3::3], strict=True)) == {("response", "request", "metadata")}
    for number in range(1, len(records), 3):
        told = records[number][1].get_header("WARC-Record-ID")
        assert {headers.get_header("WARC-Concurrent-To") for _, headers, _ in records[number + 1 : number + 3]} == {
            told
        }
    assert b"fetchTimeMs: " in records[3][2]
