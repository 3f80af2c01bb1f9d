"""WARC files: written, read back, torn."""

import gzip
import json
from itertools import pairwise

import pytest

from crawler.archive import Archive, Exchange
from crawler.archived import UnreadableArchive, read_back, responses


def exchange(number: int, body: bytes = b"", **headers: str) -> Exchange:
    named = [("Content-Type", "text/html"), ("Transfer-Encoding", "chunked"), *headers.items()]
    return Exchange(
        f"https://e.ir/fa/news/{number}", "GET", [("Host", "e.ir")], 200, "OK", named, body or b"<p>%d" % number
    )


@pytest.fixture
def written(tmp_path):
    with Archive(tmp_path, "run1", "Dideban") as archive:
        return [archive.write(exchange(number)) for number in range(5)]


def test_what_is_written_reads_back(tmp_path, written):
    for number, reference in enumerate(written):
        page = read_back(tmp_path, reference)
        assert (page.body, page.url, page.status) == (b"<p>%d" % number, f"https://e.ir/fa/news/{number}", 200)
        assert page.reference == reference
    assert [page.reference.offset for page in responses(tmp_path / "warc/run1-00001.warc.gz")] == [
        w.offset for w in written
    ]


def test_packed_bodies_are_kept_packed_and_read_unpacked(tmp_path):
    packed = gzip.compress(b"<p>" * 1000)
    with Archive(tmp_path, "run1", "Dideban") as archive:
        reference = archive.write(exchange(1, packed, **{"Content-Encoding": "gzip"}))
    assert read_back(tmp_path, reference).body == b"<p>" * 1000
    assert packed in gzip.decompress((tmp_path / reference.file).read_bytes())


def test_an_archive_that_is_never_written_to_leaves_no_file(tmp_path):
    with Archive(tmp_path, "run1", "Dideban") as archive:
        assert archive.files == ()
    assert list(tmp_path.iterdir()) == []


def test_wherever_a_file_is_torn_the_whole_records_before_it_read(tmp_path, written):
    whole = (tmp_path / written[0].file).read_bytes()
    ends = [*(reference.offset for reference in written), len(whole)]
    torn = tmp_path / "torn.warc.gz"
    for index, (start, end) in enumerate(pairwise(ends)):
        for cut in range(start, end, 23):
            torn.write_bytes(whole[:cut])
            read = list(responses(torn))
            assert [page.body for page in read[:index]] == [b"<p>%d" % number for number in range(index)]
            assert all(page.body == b"<p>%d" % number for number, page in enumerate(read))


def test_a_plain_file_torn_anywhere_gives_whole_answers_only(tmp_path, written):
    whole = gzip.decompress((tmp_path / written[0].file).read_bytes())
    torn = tmp_path / "torn.warc"
    for cut in range(20, len(whole), 41):
        torn.write_bytes(whole[:cut])
        assert all(page.body == b"<p>%d" % number for number, page in enumerate(responses(torn)))


@pytest.mark.parametrize(
    "body",
    [b"", b"no archive\n" * 50, gzip.compress(b"no archive", mtime=0), b"\x1f\x8bxxxx"],
    ids=["empty", "plain", "packed", "damaged"],
)
def test_what_is_no_archive_is_refused_by_name(tmp_path, body):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(body)
    with pytest.raises(UnreadableArchive, match=r"a\.warc\.gz"):
        list(responses(path))


def test_a_reference_to_nothing_is_refused(tmp_path, written):
    with pytest.raises(UnreadableArchive, match="no record"):
        read_back(tmp_path, written[0].model_copy(update={"record_id": "<urn:uuid:0>"}))
    with pytest.raises(UnreadableArchive, match="No such file"):
        read_back(tmp_path, written[0].model_copy(update={"file": "warc/none.warc.gz"}))


def test_references_survive_json(tmp_path, written):
    told = json.loads(written[2].model_dump_json())
    assert read_back(tmp_path, written[2].model_validate(told)).body == b"<p>2"
