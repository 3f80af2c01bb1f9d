"""WARC files of all that was fetched: a new file for each run, so a torn end of an old one hurts nobody.

A record is one gzip member and each exchange is written with one call, so after a kill at any moment the file holds
whole records and at most one torn last one, which reading leaves out.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Self

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from corpus.schema import WarcReference

Headers = Iterable[tuple[str, str]]
# The transfer is over when a page is archived, and its body is stored unchunked.
_OF_THE_TRANSFER = frozenset({"transfer-encoding", "connection", "keep-alive"})


@dataclass(frozen=True)
class Exchange:
    """A request and its answer. `body` is as sent, still under its Content-Encoding."""

    url: str
    method: str
    request_headers: Headers
    status: int
    reason: str
    headers: Headers
    body: bytes


class Archive:
    """Writes the WARC file of one run, `name`.warc.gz in `folder`; the file exists once something is written."""

    def __init__(self, home: Path, name: str, software: str) -> None:
        self._home = home
        self._path = home / "warc" / f"{name}.warc.gz"
        self._software = software
        self._file: BinaryIO | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file:
            self._file.close()

    @property
    def files(self) -> tuple[str, ...]:
        """The files written so far, relative to the state folder."""
        return (self._path.relative_to(self._home).as_posix(),) if self._file else ()

    def write(self, exchange: Exchange) -> WarcReference:
        """Store request and response; the reference points at the response."""
        file = self._opened()
        offset = file.tell()
        packed = io.BytesIO()
        writer = WARCWriter(packed, gzip=True, warc_version="1.1")
        response, request = _records(writer, exchange)
        writer.write_request_response_pair(request, response)
        file.write(packed.getvalue())
        file.flush()
        return WarcReference(
            file=self.files[0], offset=offset, record_id=response.rec_headers.get_header("WARC-Record-ID")
        )

    def _opened(self) -> BinaryIO:
        if self._file is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("xb")
            packed = io.BytesIO()
            writer = WARCWriter(packed, gzip=True, warc_version="1.1")
            about = {"software": self._software, "format": "WARC File Format 1.1"}
            writer.write_record(writer.create_warcinfo_record(self._path.name, about))
            self._file.write(packed.getvalue())
        return self._file


def _records(writer: WARCWriter, exchange: Exchange) -> tuple[ArcWarcRecord, ArcWarcRecord]:
    kept = [(name, value) for name, value in exchange.headers if name.lower() not in _OF_THE_TRANSFER]
    answer = StatusAndHeaders(f"{exchange.status} {exchange.reason}", kept, protocol="HTTP/1.1")
    question = StatusAndHeaders(f"{exchange.method} {_target(exchange.url)} HTTP/1.1", list(exchange.request_headers))
    response = writer.create_warc_record(
        exchange.url, "response", payload=io.BytesIO(exchange.body), length=len(exchange.body), http_headers=answer
    )
    return response, writer.create_warc_record(exchange.url, "request", http_headers=question)


def _target(url: str) -> str:
    return "/" + url.split("/", 3)[3] if url.count("/") > 2 else "/"
