"""Files given to the command line, as Articles: .txt .html .jsonl .warc .warc.gz and folders of them.

Nothing here holds more than one article, save that a .txt file is one article whatever its size.
"""

import codecs
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from corpus.schema import Article
from crawler.pages.decode import decode
from dideban.days import parse_day

TEHRAN = ZoneInfo("Asia/Tehran")
ENDINGS = (".txt", ".html", ".htm", ".jsonl", ".warc", ".warc.gz")


class InputError(ValueError):
    """An input that cannot be read; the message is one line that names it."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A part of the input that gave no article, and why."""

    message: str


def paths(given: list[Path]) -> Iterator[Path | Unreadable]:
    """The files meant by `given`: each file itself, each folder's files of a known ending, in order of their names."""
    for path in given:
        if path.is_dir():
            found = sorted(one for one in path.rglob("*") if one.is_file() and ending(one))
            if not found:
                yield Unreadable(f"{path}: no file ending in {' '.join(ENDINGS)}")
            yield from found
        elif not path.exists():
            yield Unreadable(f"{path}: no such file or folder")
        elif not ending(path):
            yield Unreadable(f"{path}: not one of {' '.join(ENDINGS)}")
        else:
            yield path


def ending(path: Path) -> str | None:
    """The ending of `path` that says how to read it, or None."""
    name = path.name.lower()
    return next((one for one in sorted(ENDINGS, key=len, reverse=True) if name.endswith(one)), None)


def articles(path: Path) -> Iterator[Article | Unreadable]:
    """The articles of one file; what cannot be read comes as Unreadable and the rest goes on."""
    try:
        if ending(path) == ".txt":
            yield _text(path)
        elif ending(path) == ".jsonl":
            yield from _lines(path)
        else:
            yield from _pages(path)
    except InputError as fault:
        yield Unreadable(str(fault))
    except OSError as fault:
        yield Unreadable(f"{path}: {fault.strerror or fault}")


def _text(path: Path) -> Article:
    """A .txt file; its first non-empty line is its title. Line ends are read as newlines, as Python's text files are."""
    raw = path.read_bytes()
    if not raw.strip():
        raise InputError(f"{path}: the file is empty")
    text = _decoded(raw, path).replace("\r\n", "\n").replace("\r", "\n")
    title = next((line.strip(" \ufeff\t") for line in text.split("\n") if line.strip(" \ufeff\t")), None)
    if title is None:
        raise InputError(f"{path}: the file holds no text")
    return Article(id=str(path), text=text, title=title[:500])


def _decoded(raw: bytes, path: Path) -> str:
    """The file's characters, a byte order mark among them: offsets are those of the file as others open it."""
    mark = raw[:3] if raw.startswith(codecs.BOM_UTF8) else b""
    try:
        return mark.decode() + decode(raw[len(mark) :])
    except ValueError as fault:
        raise InputError(f"{path}: {fault}") from fault


def _lines(path: Path) -> Iterator[Article | Unreadable]:
    with path.open("rb") as lines:
        empty = True
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            empty = False
            try:
                yield _article(json.loads(line.decode("utf-8-sig")))
            except (UnicodeDecodeError, json.JSONDecodeError):
                yield Unreadable(f"{path}:{number}: not a line of JSON in UTF-8")
            except (ValueError, ValidationError) as fault:
                yield Unreadable(f"{path}:{number}: {_reason(fault)}")
        if empty:
            raise InputError(f"{path}: the file is empty")


def _article(fields: Any) -> Article:  # noqa: ANN401 (any JSON)
    """An Article from a line of JSON: `text` and one of `url` or `id`; `published` may be ISO or Jalali."""
    if not isinstance(fields, dict):
        raise ValueError("not a JSON object")
    if not isinstance(fields.get("text"), str) or not fields["text"].strip():
        raise ValueError("no text")
    known = {name: value for name, value in fields.items() if name in Article.model_fields and value is not None}
    if "id" in known:
        known["id"] = str(known["id"])
    for name in ("published", "modified", "fetched"):
        if name in known:
            known[name] = moment(str(known[name]))
    return Article.model_validate(known)


def _reason(fault: Exception) -> str:
    if isinstance(fault, ValidationError):
        first = fault.errors()[0]
        return f"{'.'.join(map(str, first['loc'])) or 'article'}: {first['msg']}"
    return str(fault)


def moment(text: str) -> datetime:
    """A date or time, ISO or Jalali, as an aware moment; a day alone is its midnight in Tehran.

    Raises ValueError naming the text.
    """
    try:
        stamp = datetime.fromisoformat(text)
        if stamp.year > 1700:
            return stamp if stamp.tzinfo else stamp.replace(tzinfo=TEHRAN)
    except ValueError:
        pass
    day, clock = parse_day(text)
    return datetime.combine(day, clock, tzinfo=TEHRAN)


def _pages(path: Path) -> Iterator[Article | Unreadable]:
    from crawler.reading import ReadingError, read_path

    try:
        for article in read_path(path):
            if article.url or article.canonical_url:
                yield article
            else:
                yield article.model_copy(update={"id": str(path)})
    except ReadingError as fault:
        yield Unreadable(str(fault))
