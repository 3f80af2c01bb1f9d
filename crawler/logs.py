"""The log of a run: one file, lines for people or one JSON object a line for machines."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from crawler.report import CrawlEvent
from crawler.work import Progress

_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_FACTS = ("publisher", "url", "kind", "outcome")
_logger = logging.getLogger(__name__)


class JsonLines(logging.Formatter):
    """A record as one JSON object: time (ISO, UTC), level, logger, message, run; of a page also what became of it."""

    def __init__(self, run: str) -> None:
        super().__init__()
        self._run = run

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "run": self._run,
            "message": record.getMessage(),
        }
        told |= {name: getattr(record, name) for name in _FACTS if hasattr(record, name)}
        if record.exc_info:
            told["exception"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False, default=str)


def logged(progress: Progress | None) -> Progress:
    """Passes events on to `progress` and writes each into the log."""

    def tell(event: CrawlEvent) -> None:
        facts = {name: getattr(event, name) for name in _FACTS}
        _logger.info("%s %s: %s", event.publisher, event.url, event.outcome, extra=facts)
        if progress:
            progress(event)

    return tell


@contextmanager
def log_into(path: Path, run: str, *, as_json: bool = False) -> Iterator[None]:
    """All logging of the block goes into a file; the terminal belongs to the command line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setLevel(logging.INFO)
    handler.setFormatter(JsonLines(run) if as_json else logging.Formatter(_LINE))
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    try:
        yield
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
        logging.captureWarnings(False)
        handler.close()
