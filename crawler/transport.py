"""What stands between Scrapy and the network: the archive of all answers, and the gateway to a loopback newsroom."""

from datetime import UTC, datetime
from http.client import responses as reasons
from typing import Self
from urllib.parse import urlsplit, urlunsplit

from scrapy import Request
from scrapy.core.downloader.handlers._aiohttp import AiohttpDownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.http.headers import Headers

from crawler.archive import Archive, Exchange


class Archiver:
    """Downloader middleware that keeps every answer as it came, robots.txt and errors too.

    It stands next to the downloader, before anything is unpacked; the reference goes into the request's meta.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's way to make one; the archive is the one of the spider's run."""
        return cls(crawler.spider.job.archive)  # type: ignore[union-attr]  # the spider is made before its middlewares

    def process_response(self, request: Request, response: Response) -> Response:
        """Keep the answer and pass it on; what is read from it is dated as the archive dates it."""
        fetched = request.meta["fetched"] = datetime.now(UTC)
        request.meta["warc"] = self._archive.write(
            Exchange(
                url=request.url,
                method=request.method,
                request_headers=[("Host", urlsplit(request.url).netloc), *_pairs(request.headers)],
                status=response.status,
                reason=reasons.get(response.status, ""),
                headers=_pairs(response.headers),
                body=response.body,
                fetched=fetched,
                about=_about(request),
            )
        )
        return response


def _about(request: Request) -> dict[str, str]:
    """Warc-fields of the fetch: how long the answer took, and which listed page or list was asked for."""
    about = {}
    if (latency := request.meta.get("download_latency")) is not None:
        about["fetchTimeMs"] = str(round(latency * 1000))
    if taken := request.cb_kwargs.get("taken"):
        about["dideban-asked-for"] = taken.url
    return about


def _pairs(headers: Headers) -> list[tuple[str, str]]:
    """Headers as text; ISO 8859-1 carries whatever bytes a server sends."""
    return [
        (name.decode("latin-1"), value.decode("latin-1")) for name, values in headers.items() for value in values or ()
    ]


class Gateway(AiohttpDownloadHandler):
    """Download handler that connects to one loopback address in place of every host, without TLS.

    The server is asked by the real Host header and the answer keeps the real address, so nothing else in the crawler
    knows of it.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._netloc: str = crawler.settings["GATEWAY"]

    async def download_request(self, request: Request) -> Response:
        """Ask the gateway what was meant for the real host."""
        parts = urlsplit(request.url)
        asked = request.replace(url=urlunsplit(("http", self._netloc, parts.path, parts.query, "")))
        asked.meta.pop("proxy", None)
        asked.headers["Host"] = parts.netloc
        response = await super().download_request(asked)
        request.meta["download_latency"] = asked.meta["download_latency"]
        return response.replace(url=request.url)
