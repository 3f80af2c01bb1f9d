"""No request to this machine or to a private network, by whatever name or redirect, unless the crawl is told so."""

import asyncio
import socket
from ipaddress import ip_address
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured


class PrivateAddress(IgnoreRequest):
    """The host lies on this machine or in a private network."""


class PublicOnly:
    """Downloader middleware that looks up each host once in a run, redirects' hosts too."""

    def __init__(self) -> None:
        self._private: dict[str, asyncio.Task[bool]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's way to make one."""
        if crawler.settings.getbool("PRIVATE_ALLOWED"):
            raise NotConfigured
        return cls()

    async def process_request(self, request: Request) -> None:
        """Let the request pass, or raise PrivateAddress."""
        host = urlsplit(request.url).hostname or ""
        if host not in self._private:
            self._private[host] = asyncio.create_task(_is_private(host))
        if await asyncio.shield(self._private[host]):
            raise PrivateAddress(f"{host} is no public address")


async def _is_private(host: str) -> bool:
    """Whether any address of `host` is not of the public internet; a name that has none is left to the downloader."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except OSError:
        return False
    return any(not ip_address(str(address[0]).partition("%")[0]).is_global for *_, address in found)
