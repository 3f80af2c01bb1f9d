"""Settings of a crawl for Scrapy: polite, identified, quiet."""

from importlib.metadata import PackageNotFoundError, version

POLITE_DELAY = 4.0  # seconds between two requests to one publisher
_TIMEOUT = 30  # seconds for one answer
_LARGEST_PAGE = 20_000_000  # bytes


def software() -> str:
    """Name and version as requests and archives state them."""
    try:
        return f"Dideban/{version('dideban')}"
    except PackageNotFoundError:
        return "Dideban"


def user_agent(contact: str | None) -> str:
    """Who is asking, and where a site's owner can complain."""
    return f"{software()} (Persian news monitor; {contact or 'no contact given'})"


def scrapy_settings(
    *, gateway: str | None, delay: float | None, contact: str | None, private: bool = False
) -> dict[str, object]:
    """Settings for one run; `delay` in seconds, `gateway` as host:port, `private` whether any address may be asked."""
    pause = POLITE_DELAY if delay is None else delay
    handlers = dict.fromkeys(("http", "https"), "crawler.transport.Gateway") if gateway else {}
    return {
        # Plain asyncio: a process can crawl again and again, which Twisted's reactor does not allow.
        "TWISTED_REACTOR_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        "USER_AGENT": user_agent(contact),
        "ROBOTSTXT_OBEY": True,
        "ROBOTSTXT_USER_AGENT": "Dideban",
        "DOWNLOAD_DELAY": pause,
        "DOWNLOAD_DELAY_JITTER": 0.2,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "AUTOTHROTTLE_ENABLED": True,
        "AUTOTHROTTLE_START_DELAY": pause,
        "DOWNLOAD_TIMEOUT": _TIMEOUT,
        "DOWNLOAD_MAXSIZE": _LARGEST_PAGE,
        "DOWNLOAD_HANDLERS": handlers,
        "GATEWAY": gateway,
        "PRIVATE_ALLOWED": private or gateway is not None,
        "DEFAULT_REQUEST_HEADERS": {"Accept": "text/html,application/xml;q=0.9,*/*;q=0.5", "Accept-Language": "fa"},
        "DOWNLOADER_MIDDLEWARES": {
            "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
            "crawler.reach.PublicOnly": 90,
            "crawler.robots.Robots": 100,
            "crawler.transport.Archiver": 595,  # between the downloader and HttpCompression (590)
        },
        "COOKIES_ENABLED": False,
        "REDIRECT_MAX_TIMES": 5,
        "RETRY_TIMES": 2,
        # Who says «too many» or «not now» is not asked again at once.
        "RETRY_HTTP_CODES": [500, 502, 504, 408, 522, 524],
        "FEED_EXPORT_ENCODING": "utf-8",
        "LOG_INSTALL_ROOT_HANDLER": False,  # crawler.run writes the log file
    }
