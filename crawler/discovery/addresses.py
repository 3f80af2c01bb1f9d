"""Addresses as lists write them, made into ones to ask for."""

from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from crawler.discovery.limits import LONGEST_ADDRESS

# Say where a reader came from, not what is asked for.
_TRACKING = ("utm_", "fbclid", "gclid", "yclid", "mc_cid", "mc_eid")


def tidy(url: str, base: str) -> str | None:
    """The absolute address without fragment and tracking parameters; None for what leads to no page.

    `base` is the address of the list. The rest stays as the site writes it, Persian quoted or not.
    """
    try:
        parts = urlsplit(urljoin(base, url.strip()))
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    query = parts.query
    if any(name in query for name in _TRACKING):
        # Only then: taking a query apart and putting it together changes how it is quoted.
        kept = [(name, value) for name, value in parse_qsl(query, keep_blank_values=True) if not _tracks(name)]
        query = urlencode(kept)
    made = urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))
    return made if len(made) <= LONGEST_ADDRESS else None


def _tracks(name: str) -> bool:
    return name.lower().startswith(_TRACKING)
