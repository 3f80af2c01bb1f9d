"""Reading WARC files, ours and others': answers in order, and one answer by its reference."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from corpus.schema import WarcReference

_CHUNK = 65_536
_IN_MEMORY = 32_000_000


class UnreadableArchive(ValueError):  # noqa: N818 - named for what it is about
    """A file that is no WARC, or a reference that points at no record. The message names the file."""


@dataclass(frozen=True)
class ArchivedPage:
    """An answer read back. `body` is without Content-Encoding."""

    url: str
    status: int
    headers: dict[str, str]
    body: bytes
    fetched: datetime
    reference: WarcReference


def read_back(home: Path, reference: WarcReference) -> ArchivedPage:
    """The answer that a reference points at, `home` being the state folder. Raises UnreadableArchive."""
    path = home / reference.file
    for page in _pages(path, reference.file, reference.offset):
        if page.reference.record_id == reference.record_id:
            return page
        break
    raise UnreadableArchive(f"{path}: no record {reference.record_id} at byte {reference.offset}")


def responses(path: Path, start: int = 0, *, home: Path | None = None) -> Iterator[ArchivedPage]:
    """The answers in a WARC file, packed or not, in its order; a torn last record is left out.

    `start` is the byte at which a record begins. References name the file as it lies under `home`, the state folder,
    else without its folder. Raises UnreadableArchive for a file that is no WARC.
    """
    inside = home is not None and path.resolve().is_relative_to(home.resolve())
    name = path.resolve().relative_to(home.resolve()).as_posix() if home and inside else path.name
    yield from _pages(path, name, start)


def _pages(path: Path, name: str, start: int) -> Iterator[ArchivedPage]:
    try:
        with path.open("rb") as file:
            file.seek(start)
            read_any = False
            for offset, part in _parts(file, start):
                if not part.read(5).startswith(b"WARC/"):
                    break
                part.seek(0)
                read_any = True
                yield from _answers(part, name, offset)
    except OSError as fault:
        raise UnreadableArchive(f"{path}: {fault.strerror}") from fault
    except zlib.error as fault:
        raise UnreadableArchive(f"{path}: damaged: {fault}") from fault
    if not read_any:
        raise UnreadableArchive(f"{path}: not a WARC file")


def _parts(file: IO[bytes], start: int) -> Iterator[tuple[int, IO[bytes]]]:
    """The whole gzip members of a file, unpacked, each with its offset; the file itself if it is not packed.

    warcio would read a torn member as if it ended there, so members are taken apart here.
    """
    if file.read(2) != b"\x1f\x8b":
        file.seek(start)
        yield start, file
        return
    file.seek(start)
    offset, rest = start, b""
    while True:
        with SpooledTemporaryFile(_IN_MEMORY) as part:
            unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
            taken = 0
            while not unpacker.eof:
                chunk = rest or file.read(_CHUNK)
                if not chunk:
                    return
                part.write(unpacker.decompress(chunk))
                rest = unpacker.unused_data
                taken += len(chunk) - len(rest)
            part.seek(0)
            yield offset, part
            offset += taken


def _answers(part: IO[bytes], name: str, offset: int) -> Iterator[ArchivedPage]:
    records = ArchiveIterator(part)
    try:
        for record in records:
            if record.rec_type != "response" or record.http_headers is None:
                continue
            body = record.content_stream().read()
            whole = record.length is not None and record.raw_stream.limit == 0
            if whole:  # the offset comes last, as warcio reads to the record's end to know it
                yield _page(record, body, name, offset or records.get_record_offset())
    except (ArchiveLoadFailed, AttributeError):  # warcio fails with either on a record that ends in its headers
        return


def _page(record: ArcWarcRecord, body: bytes, name: str, offset: int) -> ArchivedPage:
    about = record.rec_headers
    return ArchivedPage(
        url=about.get_header("WARC-Target-URI"),
        status=int(record.http_headers.get_statuscode() or 0),
        headers=dict(record.http_headers.headers),
        body=body,
        fetched=datetime.fromisoformat(about.get_header("WARC-Date")).astimezone(UTC),
        reference=WarcReference(file=name, offset=offset, record_id=about.get_header("WARC-Record-ID")),
    )
