"""Articles from JSON Lines: `text`, one of `url` or `id`, and where given `title` and `published`; the rest is left."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from pydantic import ValidationError

from corpus.schema import Article
from dideban.days import moment

_LARGEST_LINE = 50_000_000  # bytes


@dataclass(frozen=True, slots=True)
class LineFault:
    """A line that gave no article, or a whole file: one line that names it and says why."""

    message: str


def read_lines(path: Path) -> Iterator[Article | LineFault]:
    """The articles of a .jsonl file, a line at a time. OSError where it cannot be opened or read."""
    empty = True
    with path.open("rb") as file:
        if b"\0" in file.peek():
            yield LineFault(f"{path}: binary data or UTF-16, no lines of JSON in UTF-8")
            return
        for number, line in enumerate(_lines(file), start=1):
            if not line.strip(b" \t\r\n\xef\xbb\xbf"):
                continue
            empty = False
            try:
                yield _article(line)
            except ValueError as fault:
                yield LineFault(f"{path}:{number}: {_reason(fault)}")
    if empty:
        yield LineFault(f"{path}: empty file")


def _lines(file: BufferedReader) -> Iterator[bytes]:
    """Lines, of which one that is too long comes cut."""
    while line := file.readline(_LARGEST_LINE):
        yield line
        while line and not line.endswith(b"\n"):
            line = file.readline(_LARGEST_LINE)


def _article(line: bytes) -> Article:
    if len(line) >= _LARGEST_LINE:
        raise ValueError(f"longer than {_LARGEST_LINE // 1_000_000} MB, no article")
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as fault:
        raise ValueError("no line of JSON in UTF-8") from fault
    if not isinstance(fields, dict):
        raise ValueError("no JSON object")
    known = {name: _words(name, fields.get(name)) for name in ("url", "id", "title", "text", "published")}
    if not (known["text"] or "").strip():
        raise ValueError("no text")
    published = known["published"]
    return Article.model_validate({**known, "published": moment(published) if published else None})


def _words(name: str, value: object) -> str | None:
    """The field as text; an id may be a number."""
    if value is None or value == "":
        return None
    if not isinstance(value, str) and not (name == "id" and type(value) is int):
        raise ValueError(f"{name}: no text")
    words = str(value)
    if "\0" in words:
        raise ValueError(f"{name}: holds NUL characters; is it binary?")
    try:
        words.encode()
    except UnicodeEncodeError as fault:
        raise ValueError(f"{name}: holds half of a character (a lone surrogate)") from fault
    return words


def _reason(fault: ValueError) -> str:
    if isinstance(fault, ValidationError):
        first = fault.errors()[0]
        return f"{'.'.join(map(str, first['loc'])) or 'article'}: {first['msg'].removeprefix('Value error, ')}"
    return str(fault)
