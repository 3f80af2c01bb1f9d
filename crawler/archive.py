"""WARC files of all that was fetched: new files for each run, so a torn end of an old one hurts nobody.

A record is one gzip member and each exchange is written with one call, so after a kill at any moment the file holds
whole records and at most one torn last one, which reading leaves out. An exchange is three records: response, request
and metadata (https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/).
"""

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Self

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from corpus.schema import WarcReference

Headers = Iterable[tuple[str, str]]
# The transfer is over when a page is archived, and its body is stored unchunked.
_OF_THE_TRANSFER = frozenset({"transfer-encoding", "connection", "keep-alive"})
# The size at which the format's guidelines begin a new file.
LARGEST_FILE = 1_000_000_000  # bytes


@dataclass(frozen=True)
class Exchange:
    """A request and its answer. `body` is as sent, still under its Content-Encoding.

    `fetched` is when the answer was there (aware); `about` what else is known of the fetch, as warc-fields name it.
    """

    url: str
    method: str
    request_headers: Headers
    status: int
    reason: str
    headers: Headers
    body: bytes
    fetched: datetime = field(default_factory=lambda: datetime.now(UTC))
    about: Mapping[str, str] = field(default_factory=dict)


class Archive:
    """Writes the WARC files of one run: `name`-00001.warc.gz and so on in `home`/warc.

    A file exists once it is written to; one that has reached `largest` bytes is closed and the next one begun.
    """

    def __init__(self, home: Path, name: str, software: str, largest: int = LARGEST_FILE) -> None:
        self._home = home
        self._name = name
        self._software = software
        self._largest = largest
        self._file: BinaryIO | None = None
        self._paths: list[Path] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file:
            self._file.close()

    @property
    def files(self) -> tuple[str, ...]:
        """The files written so far, relative to the state folder."""
        return tuple(path.relative_to(self._home).as_posix() for path in self._paths)

    def write(self, exchange: Exchange) -> WarcReference:
        """Store response, request and metadata; the reference points at the response."""
        file = self._opened()
        offset = file.tell()
        packed = io.BytesIO()
        writer = WARCWriter(packed, gzip=True, warc_version="1.1")
        records = list(_records(writer, exchange))
        for record in records:
            writer.write_record(record)
        file.write(packed.getvalue())
        file.flush()
        return WarcReference(
            file=self.files[-1], offset=offset, record_id=records[0].rec_headers.get_header("WARC-Record-ID")
        )

    def _opened(self) -> BinaryIO:
        if self._file and self._file.tell() < self._largest:
            return self._file
        if self._file:
            self._file.close()
        path = self._home / "warc" / f"{self._name}-{len(self._paths) + 1:05}.warc.gz"
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("xb")
        self._paths.append(path)
        packed = io.BytesIO()
        writer = WARCWriter(packed, gzip=True, warc_version="1.1")
        about = {"software": self._software, "format": "WARC File Format 1.1"}
        writer.write_record(writer.create_warcinfo_record(path.name, about))
        self._file.write(packed.getvalue())
        return self._file


def _records(writer: WARCWriter, exchange: Exchange) -> Iterator[ArcWarcRecord]:
    kept = [(name, value) for name, value in exchange.headers if name.lower() not in _OF_THE_TRANSFER]
    answer = StatusAndHeaders(f"{exchange.status} {exchange.reason}", kept, protocol="HTTP/1.1")
    question = StatusAndHeaders(f"{exchange.method} {_target(exchange.url)} HTTP/1.1", list(exchange.request_headers))
    dated = {"WARC-Date": exchange.fetched.astimezone(UTC).isoformat().replace("+00:00", "Z")}
    response = writer.create_warc_record(
        exchange.url,
        "response",
        payload=io.BytesIO(exchange.body),
        length=len(exchange.body),
        http_headers=answer,
        warc_headers_dict=dated,
    )
    yield response
    beside = {**dated, "WARC-Concurrent-To": response.rec_headers.get_header("WARC-Record-ID")}
    yield writer.create_warc_record(exchange.url, "request", http_headers=question, warc_headers_dict=beside)
    if exchange.about:
        fields = "".join(f"{name}: {value}\r\n" for name, value in exchange.about.items()).encode()
        yield writer.create_warc_record(
            exchange.url,
            "metadata",
            payload=io.BytesIO(fields),
            length=len(fields),
            warc_content_type="application/warc-fields",
            warc_headers_dict=beside,
        )


def _target(url: str) -> str:
    return "/" + url.split("/", 3)[3] if url.count("/") > 2 else "/"
