"""Reading one setting's value, from text or TOML. Each function raises ValueError with what would have been right."""

import math
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
LOG_FORMATS = ("text", "json")


def word(value: object) -> str:
    """A text without spaces."""
    if not isinstance(value, str) or not value.strip() or len(value.split()) != 1:
        raise ValueError(f"{value!r} should be a text without spaces")
    return value.strip()


def words(value: object) -> tuple[str, ...]:
    """Texts: a TOML list, or one text with commas."""
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list) or not parts:
        raise ValueError(f"{value!r} should be a list such as localhost,desk.example.ir")
    return tuple(word(part) for part in parts)


def secret(value: object) -> str:
    """A secret of at least 32 characters. The value itself never enters the error."""
    if not isinstance(value, str) or len(value.strip()) < 32:
        raise ValueError("should be a text of at least 32 characters")
    return value.strip()


def folder(value: object) -> Path:
    """An absolute folder; ~ stands for the user's own. It need not exist."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{value!r} should be a folder")
    path = Path(value.strip()).expanduser().absolute()
    if path.exists() and not path.is_dir():
        raise ValueError(f"{path} is a file; it should be a folder")
    return path


def port(value: object) -> int:
    """A TCP port, 0 to 65535."""
    number = _number(value)
    if number != int(number) or not 0 <= number <= 65535:
        raise ValueError(f"{value!r} should be a port from 0 to 65535")
    return int(number)


def seconds(value: object) -> float:
    """A duration in seconds, 0 to a day."""
    number = _number(value)
    if not 0 <= number <= 86400:
        raise ValueError(f"{value!r} should be a number of seconds from 0 to 86400")
    return number


def contact(value: object) -> str:
    """Where a site's owner can ask about the crawler: an http address or a mail address."""
    text = word(value)
    if not (text.startswith(("http://", "https://")) or "@" in text):
        raise ValueError(f"{value!r} should be an http address or a mail address")
    return text


def time_zone(value: object) -> str:
    """A zone of the tz database, such as Asia/Tehran."""
    text = word(value)
    try:
        ZoneInfo(text)
    except (OSError, ValueError, LookupError) as fault:
        raise ValueError(f"{value!r} should be a time zone such as Asia/Tehran") from fault
    return text


def log_level(value: object) -> str:
    """A level of Python's logging."""
    text = word(value).upper()
    if text not in LOG_LEVELS:
        raise ValueError(f"{value!r} should be one of {', '.join(LOG_LEVELS)}")
    return text


def log_format(value: object) -> str:
    """How a crawl's log is written: lines of text, or one JSON object a line."""
    text = word(value).lower()
    if text not in LOG_FORMATS:
        raise ValueError(f"{value!r} should be one of {', '.join(LOG_FORMATS)}")
    return text


def database_url(value: object) -> str:
    """sqlite:///path (four slashes for an absolute one) or postgresql://user:password@host:port/name?option=value.

    The address may hold a password, so it never enters the error.
    """
    text = value.strip() if isinstance(value, str) else ""
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError as fault:
        raise ValueError("should be a database address; its host or port cannot be read") from fault
    if parts.scheme not in ("sqlite", "postgresql", "postgres") or len(parts.path) < 2:
        raise ValueError("should be sqlite:///path or postgresql://user:password@host:port/name")
    if parts.scheme == "sqlite" and parts.netloc:
        raise ValueError("should have three slashes before a relative path, four before an absolute one")
    return text


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError(f"{value!r} should be a number")
    try:
        number = float(value)
    except ValueError as fault:
        raise ValueError(f"{value!r} should be a number") from fault
    if not math.isfinite(number):
        raise ValueError(f"{value!r} should be a finite number")
    return number
